"""What a text is here: checked by one strict function, and told apart by a fingerprint."""

import math
import re
from hashlib import blake2b

NUL = "\x00"
SURROGATE = re.compile("[\ud800-\udfff]")
# White space that people and editors change without meaning anything by it.
LOOSE = b" \n\r\t"
# Longer than any text a model is trained on, short enough that one item cannot fill the memory. In code points.
LONGEST = 8_000_000
# English prose has about four characters a token in the tokenizers of today's open models; an estimate, and called one.
CHARACTERS_A_TOKEN = 4


class Refused(ValueError):
    """Why an item does not become an Example. Its text is a sentence for the person who brought it."""


def strict_text(value, name, required=False):
    """Return the text as it came; None counts as empty. Raises Refused for anything that is not text, for text that
    no file can hold (NUL, a lone surrogate), for text over LONGEST, and for a blank where one is required."""
    if value is None:
        value = ""
    elif not isinstance(value, str):
        raise Refused(f"“{name}” must be text, and here it is {kind_of(value)}. Put the text in quotes.")
    if required and not value.strip():
        raise Refused(f"“{name}” is missing or blank. Add it and bring it again.")
    if NUL in value:
        raise Refused(f"“{name}” has a NUL character, which no trainer can read. Take it out.")
    if not value.isascii() and SURROGATE.search(value):
        raise Refused(f"“{name}” has half a character (a lone surrogate). Write the character anew.")
    if len(value) > LONGEST:
        raise Refused(f"“{name}” has {len(value):,} characters; {LONGEST:,} is the most. Shorten it.")
    return value


# Deeper than any real item, and shallow enough for every reader.
DEEPEST = 100


class NoNumber:
    """NaN or Infinity, which Python reads and JSON does not have."""

    def __init__(self, name):
        self.name = name


def sound(value, depth=1):
    """Raise Refused where a value holds NaN, a NUL, a lone surrogate, or is nested deeper than DEEPEST."""
    if isinstance(value, str):
        if NUL in value:
            raise Refused("A text has a NUL character, which no trainer can read. Take it out.")
        if not value.isascii() and SURROGATE.search(value):
            raise Refused("A text has half a character (a lone surrogate). Write the character anew.")
    elif isinstance(value, NoNumber) or (isinstance(value, float) and not math.isfinite(value)):
        raise Refused(f"{getattr(value, 'name', 'Infinity')} is no number in JSON. Use null or a number.")
    elif isinstance(value, (dict, list)):
        if depth > DEEPEST:
            raise Refused(f"The item is nested deeper than {DEEPEST} levels. Make it flatter.")
        for part in value:
            sound(part, depth + 1)
        if isinstance(value, dict):
            for part in value.values():
                sound(part, depth + 1)


def kind_of(value):
    """Return what a JSON value is, in plain words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    return "nothing" if value is None else "a text"


def fingerprint(parts):
    """Return a signed 64-bit hash of the texts, the same for texts that differ in case or white space alone.

    Eight bytes, because the index on it is what an import of a million spends its time on; texts that meet in it are
    compared before anything is left out. BLAKE2b (RFC 7693) because it is in Python and quick.
    """
    text = NUL.join(parts).casefold().encode().translate(None, LOOSE)
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
