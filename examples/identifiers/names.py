"""People by name, those who treat them, and the houses they go to: never more than “maybe”.

A word with a capital counts where a sentence does not begin and no list knows it; at the start of a sentence, and in
lower case, it takes a given name or words round it that only stand beside people.
"""

import re

from examples.identifiers import capitals
from examples.identifiers.capitals import trimmed
from examples.identifiers.cues import (
    AFTER,
    CARERS,
    CERTAIN,
    CLINICAL,
    CLOSING,
    CLOSING_WORDS,
    ENGLISH,
    KIN_AFTER,
    KIN_BEFORE,
    KIN_WORDS,
    LONGEST_CLOSING,
    LOWER_NAME,
    LOWER_TITLES,
    MY_NAME,
    NAME_CUES,
    NAME_STOP,
    NO_NAME,
    NOT_TITLED,
    OTHER_LANGUAGES,
    OTHER_NAME_CUES,
    PART_OF_MORE,
    SAID,
    SIGNATURE,
)
from examples.identifiers.looks import Beside, Has, Lines
from examples.identifiers.reading import LONE_LETTER, WORD, AnyOf, Asked, lowered
from examples.identifiers.vocabulary import LOWER_NAMES, is_given, is_known
from examples.reading import Scan

SAID_SCAN = Scan(SAID)
# “I go by” says a name, and “go by memory” none.
BY_WAY = re.compile(r"(?:go|goes) by\b")


def found_in(reading):
    mask = reading.mask
    called = mask & NAME_CUES.bit or (mask & ARE_CALLED.bit and is_called(reading.lower))
    if called and SAID_SCAN.may_match(reading.lower):
        yield from said(reading)
    if mask & SPELLS.bit:
        yield from in_lone_letters(reading)
    if mask & NAMES_KIN.bit:
        yield from of_kin(reading)
    if mask & HAS_LOWER_NAME.bit and is_english(reading):
        yield from in_lower_case(reading)
    if mask & IS_TITLED.bit:
        yield from titled_in_lower_case(reading)
    if mask & CLOSES.bit:
        yield from signed(reading)
    if mask & capitals.WANTED.bit:
        yield from capitals.found_in(reading)


# What may be a name in lower case: given ones, and words that no list knows.
NAME = re.compile(r"[^\W\d_][\w'’-]+")
MAY_BE_NAME = Asked(
    lambda token: any(may_be_name(lowered(word)) for word in NAME.findall(token) if not word[0].isupper())
)


def may_be_name(word):
    return word not in NO_NAME and (is_given(word) or not is_known(word))


NAMES_KIN, IS_TITLED = Beside(KIN_WORDS, MAY_BE_NAME, after=3), Beside(LOWER_TITLES, MAY_BE_NAME)
ARE_CALLED = Beside(OTHER_NAME_CUES, Asked(lambda token: BY_OR_ME.match(lowered(token))))
BY_OR_ME = re.compile(r"by|me|called")
# From one lone letter to the next: three spaces, or an “a” or “I” between, are tokens too.
SPELLS = Beside(LONE_LETTER, LONE_LETTER, before=-1, after=9)
HAS_LOWER_NAME = Has(
    Asked(lambda token: any(word[0].islower() and lowered(word) in LOWER_NAMES for word in WORD.findall(token)))
)
CLOSES = Lines(CLOSING_WORDS)
WANTED = AnyOf(NAME_CUES, ARE_CALLED, SPELLS, NAMES_KIN, HAS_LOWER_NAME, IS_TITLED, CLOSES, capitals.WANTED)


def is_called(lower):
    return "go by" in lower or "goes by" in lower or "m called" in lower or "call me" in lower or "calls me" in lower


def is_english(reading):
    """Return whether a text is English, as far as its smallest words tell; where they tell nothing, it is."""
    if not reading.has(OTHER_LANGUAGES):
        return True
    return len(reading.words & ENGLISH) >= len(reading.words & OTHER_LANGUAGES)


# In any case


def said(reading):
    """Find names that are said to be names: “my name is …”."""
    for match in MY_NAME.finditer(reading.lower):
        start = match.start("name")
        words = []
        if BY_WAY.match(match[0]) and reading.text[start].islower() and is_known(match["name"].split()[0]):
            continue  # “never go by memory”
        for word in re.finditer(r"[^\s]+", match["name"]):
            place = start + word.start()
            if word[0] in NAME_STOP or (words and reading.text[place].islower() and not is_given(word[0])):
                break
            words.append(word)
        if words:
            yield start, trimmed(reading.text, start, start + words[-1].end()), "NAME", "maybe"


def signed(reading):
    """Find names on a line of their own under the end of a letter."""
    text, last, place = reading.text, 0, -1
    while (place := text.find("\n", place + 1)) >= 0:
        match = SIGNATURE.match(text, place)
        if match and CLOSING.search(text, max(last, place - LONGEST_CLOSING), place):
            last = match.end()
            if not is_known(match["name"].lower()):
                yield *match.span("name"), "NAME", "maybe"


SPELLED = re.compile(r"(?<![\w'’-])[^\W\d_](?: {1,3}[^\W\d_]){3,40}(?![\w'’-])")
SAID_BEFORE = re.compile(SAID + r"\s+$")


def in_lone_letters(reading):
    """Find names spelled out with spaces: of a given name, or said to be a name."""
    for match in SPELLED.finditer(reading.text):
        words = match[0].split("  ") if "  " in match[0] else WITH_CAPITAL.split(match[0])
        named = any(is_given(word.replace(" ", "").lower()) for word in words)
        if named or SAID_BEFORE.search(reading.before(match.start())):
            yield *match.span(), "NAME", "maybe"


WITH_CAPITAL = re.compile(r" (?=[^\W\d_a-zß-ÿ])")


def of_kin(reading):
    for first, last in reading.places_in(NAMES_KIN, KIN_WORDS):
        match = KIN_AFTER.match(reading.lower, last)
        if not match:
            continue
        name, (start, end) = match["name"], match.span("name")
        if reading.text[start].isupper() or name in NO_NAME:
            continue
        named = is_given(name) or (not is_known(name) and "'" not in name and AFTER.match(reading.lower, end))
        if named and KIN_BEFORE.search(reading.before(first, 30)):
            kind = "CLINICIAN" if reading.lower[first:last] in CARERS else "NAME"
            yield start, trimmed(reading.text, start, end), kind, "maybe"


def in_lower_case(reading):
    for start, end in reading.places_in(HAS_LOWER_NAME, LOWER_NAMES):
        beside = reading.text[start - 1 : start] in tuple("@/._-#") or PART_OF_MORE.match(reading.text, end)
        if reading.text[start].islower() and not beside:
            yield start, end, "NAME", "maybe"


def titled_in_lower_case(reading):
    for first, last in reading.places_in(IS_TITLED, LOWER_TITLES):
        match = LOWER_NAME.match(reading.lower, last)
        if not match:
            continue
        start, end = match.span("name")
        if match["name"] in NO_NAME or match["name"] in NOT_TITLED:
            continue
        if reading.text[start].islower() and (not is_known(match["name"]) or is_given(match["name"])):
            if reading.lower[first:last] in LOWER_TITLES - CERTAIN and not is_given(match["name"]):
                continue
            kind = "CLINICIAN" if reading.lower[first:last] in CLINICAL else "NAME"
            yield first, trimmed(reading.text, start, end), kind, "maybe"
