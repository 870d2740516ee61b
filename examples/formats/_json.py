"""JSON as files have it: strict, no key twice in one object, and nothing that a reader of lines would split on."""

import json
import re
from itertools import islice

import orjson

from examples.texts import DEEPEST, NoNumber, Refused

DECODER = json.JSONDecoder(parse_constant=NoNumber)
TOO_DEEP = f"The item is nested deeper than {DEEPEST} levels. Make it flatter."
TOO_MANY_DIGITS = "A number has thousands of digits. Put it in quotes, as text."


# Reading


def check(item, raw):
    """Return whether an item, of whose JSON this is the raw text or its bytes, holds a float. Raise Refused where it is
    nested deeper than DEEPEST, or an object in it has a key twice: parsers keep the last and say nothing.

    A key that was lost leaves quotation marks in the raw text that stand round no key or text of the item. Counting
    them takes a fifth of the time of reading every item once more.
    """
    if not isinstance(item, (dict, list)):
        return isinstance(item, float)
    mark, escaped, unclear = MARKS[type(raw)]
    floats, marks = divmod(marks_in(item), FLOAT)
    others = raw.count(mark) - marks
    if others and (others != raw.count(escaped) or unclear in raw):
        json.loads(raw, object_pairs_hook=with_keys_once)
    return floats > 0


# A quotation mark, one within a text, and one that may be either.
MARKS = {str: ('"', '\\"', '\\\\"'), bytes: (b'"', b'\\"', b'\\\\"')}
# A float counts as more marks than an item can have: one pass tells both.
FLOAT = 1 << 40


def marks_in(value, depth=1):
    """Return how many quotation marks stand round the keys and texts of an object or list, and FLOAT for each float."""
    if depth > DEEPEST:
        raise Refused(TOO_DEEP)
    number = 0
    if type(value) is dict:
        number = 2 * len(value)
        value = value.values()
    for part in value:
        kind = type(part)
        if kind is str:
            number += 2
        elif kind is dict or kind is list:
            number += marks_in(part, depth + 1)
        elif kind is float:
            number += FLOAT
    return number


def with_keys_once(pairs):
    found = {}
    for key, value in pairs:
        if key in found:
            raise Refused(twice(key))
        found[key] = value
    return found


def twice(key):
    return f"“{key}” stands twice. Keep one and bring the file again."


# Writing


def as_json(item):
    """Return strict JSON as UTF-8 bytes."""
    try:
        return orjson.dumps(item)
    except TypeError:  # a whole number beyond 64 bits
        return json.dumps(item, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def joined(items, separator, ended=False):
    """Yield the items of an iterator as JSON, AT_ONCE of them at a time with separators between, and where they are to
    be `ended` one after the last, as bytes."""
    while some := list(islice(items, AT_ONCE)):
        try:
            texts = [*map(orjson.dumps, some)]
        except TypeError:
            texts = [*map(as_json, some)]
        if ended:
            texts.append(b"")
        yield escaped(separator.join(texts))


AT_ONCE = 30  # so that what is joined stays where the memory is quick: with 400 writing takes twice as long


def escaped(data):
    """Return JSON with U+007F to U+009F, U+2028 and U+2029 escaped; they stand in texts alone, so lines will do."""
    # Single bytes are found fifty times as quickly as several, and several five times as quickly as an expression.
    if b"\x7f" in data or b"\xc2" in data or (b"\xe2" in data and any(part in data for part in SEPARATORS)):
        return SPLITTERS.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), data)
    return data


SEPARATORS = b"\xe2\x80\xa8", b"\xe2\x80\xa9"
# Readers that split lines on these characters would cut a JSON line in two (ECMA-262 line terminators, C1 controls).
SPLITTERS = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
