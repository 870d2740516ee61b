"""Telephone and fax numbers of any country, spelled out and as words on a keypad too."""

import re

import phonenumbers
from phonenumbers import NumberParseException

from examples.identifiers.looks import Number, Together
from examples.identifiers.reading import HAS_DIGIT, WORD, AnyOf, Asked, Listed, has_digit, words, words_of
from examples.identifiers.vocabulary import listed

# Where numbers without a country code are tried, beside those of North America.
REGIONS = (
    "GB",
    "DE",
    "FR",
    "AU",
    "IN",
    "MX",
    "ES",
    "IT",
    "NL",
    "CH",
    "AT",
    "IE",
    "BR",
    "ZA",
    "NG",
    "PH",
    "JP",
    "NZ",
    "PL",
)
# The library is asked for no more of them in one text; beyond, what is long enough and begins with 0 or + is a number.
ASKED = 50
STRETCH = re.compile(r"(?<![\w/.])(?:\+|00)?[(\d](?:[ ().\-–—·/\u00a0]{0,3}\d){6,16}(?![\w%])(?![.,]\d)")
# Of North America with the end of a line in it; what is whole on a line of its own is a number apart.
WRAPPED = re.compile(
    r"(?<![\w/.-])(?:\+?1[ .-]{1,2})?(?:\([2-9]\d\d\)|[2-9]\d\d)"
    r"(?:[ .–-]{0,2}\n {0,4}\d{3}[ .–-]|[ .–-]{1,2}\d{3}[ .–-]{0,2}\n {0,4})\d{4}(?![\w%-])(?![.,]\d| \d)"
)
WRAP = re.compile(r" *\n *")
# A number of a list before one to call: “1. 415-555-0137”.
ITEM = re.compile(r"\d{1,2}[.)] {1,2}(?=[(\d])")
# Signs in the place of a hyphen, with spaces round them or without.
ASIDE = re.compile(r" [–—·-] ")  # “415-555-0137 — 24 hours”
DASH = re.compile(r" ?[–—·] ?| - ")
EXTENSION = re.compile(r",?\s?(?:ext(?:ension)?|x|apt|durchwahl|poste)\.?\s?\d{1,6}\b")
# People write numbers that cannot be dialled, 555-123-4567: the exchange may begin with any digit here.
NORTH_AMERICAN = re.compile(r"(?:\+?1[ .\-]{0,2})?\(?[2-9]\d\d\)?[ .\-–/]{0,3}\d{3}[ .\-–]{0,2}\d{4}")
WRITTEN = re.compile(r"(?:\+?1[ .\-–]{0,2})?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[.\-–—· ])\d{3}[.\-–—· ]\d{4}")
LOCAL = re.compile(r"[2-9]\d\d[-. –]?\d{4}")
SEVEN = re.compile(r"[2-9](?<![\w/.\-$][2-9])\d\d[-.–]\d{4}(?![\w%-])(?![.,]\d)")
CUE = re.compile(
    r"\b(?:phone|telephone|tel|tél|call(?:ed|s|ing)?|cell(?:phone)?|mobile|text(?:ed)?|sms|fax|whatsapp|signal"
    r"|number|numbers|reach"
    r"|ring|dial(?:led|ed)?|pager|page|landline|voicemail|contact|teléfono|telefono|telefon|telefonnummer|numéro"
    r"|numero|handy"
    r"|ruf|llama|llámame|appelez|anrufen|ph|line|hit me up|emergency)\b[^\n]{0,30}$"
)
NO_NUMBER = re.compile(
    r"\b(?:mrn|record|chart|account|policy|member|claim|isbn|doi|pmid|npi|order|invoice|serial|grant"
    r"|nct)\b[^\n]{0,14}$"
)
AMOUNT = re.compile(r"[$€£]\s?$")
UNIT = re.compile(r" ?(?:mg|ml|mcg|µg|kg|steps|people|dollars|usd|eur|years|minutes|miles|km|calories|%)\b")
KEYPAD = re.compile(
    r"(?<![\w-])(?:1[-. ])?\(?8(?:00|33|44|55|66|77"
    r"|88)\)?[-. ](?=[\dA-Z-]{0,8}[A-Z]{3})[A-Z0-9]{1,7}(?:-[A-Z0-9]{1,7}){0,3}\b"
)
# The digits of such a number, in brackets behind it: “1-800-799-SAFE (7233)”.
IN_BRACKETS = re.compile(r"\s?\(\d[\d -]{2,13}\)")
TOLL_FREE = re.compile(r"8(?:00|33|44|55|66|77|88)")
DIGIT_WORDS = Listed(words("zero oh o one two three four five six seven eight nine double triple"))
# Three of them must be there, so that one is neither of those that are in most texts.
OTHER_DIGITS = Listed(DIGIT_WORDS - {"one", "two"})
SPELLED = re.compile(r"\b(?:{0})(?:[ ,.-]{{1,3}}(?:{0})){{6,}}\b".format("|".join(sorted(DIGIT_WORDS))))
GERMAN_DIGITS = Listed(words("null eins zwei zwo drei vier fünf sechs sieben acht neun"))
SPANISH_DIGITS = Listed(words("cero uno dos tres cuatro cinco seis siete ocho nueve"))
OTHER_SPELLED = re.compile(
    r"\b(?:(?:{0})(?:[ ,.-]{{1,3}}(?:{0})){{5,}}|(?:{1})(?:[ ,.-]{{1,3}}(?:{1})){{5,}})\b".format(
        "|".join(sorted(GERMAN_DIGITS)), "|".join(sorted(SPANISH_DIGITS))
    )
)
COUNTING = re.compile(
    r"one[ ,.-]+two[ ,.-]+three[ ,.-]+four|nine[ ,.-]+eight[ ,.-]+seven|eins[ ,.-]+zwei[ ,.-]+drei"
    r"|uno[ ,.-]+dos[ ,.-]+tres"
)
# Whom to turn to in a crisis: these numbers name nobody.
HOTLINES = listed("helplines")
# Others that are free to call, where a word says so: a helpline is nobody's.
FREE = re.compile(r"1?(?:800|833|844|855|866|877|888)\d{7}")
HELPLINE = re.compile(r"\b(?:hot ?lines?|help ?lines?|life ?lines?|safe ?lines?|warm ?lines?|crisis lines?)\b")

IS_TOLL_FREE = Asked(TOLL_FREE.search, where=has_digit)
ARE_SPELLED = Number(DIGIT_WORDS, words_of, 7)
MAY_BE_PHONE = Together(HAS_DIGIT, 6)
WANTED = AnyOf(MAY_BE_PHONE, IS_TOLL_FREE, ARE_SPELLED, GERMAN_DIGITS, SPANISH_DIGITS)


def found_in(reading):
    mask = reading.mask
    pads = keypads(reading) if mask & IS_TOLL_FREE.bit else []
    if mask & MAY_BE_PHONE.bit and reading.has_long_number:
        yield from written(reading, without(reading.text, pads))
    if mask & ARE_SPELLED.bit and len(reading.those_of(DIGIT_WORDS)) > 2:
        yield from spelled(reading, SPELLED)
    for digits in (GERMAN_DIGITS, SPANISH_DIGITS):
        if mask & digits.bit and len(reading.those_of(digits)) > 2:
            yield from spelled(reading, OTHER_SPELLED)
            break
    for start, end, digits in pads:
        if not (is_hotline(digits) or is_of_helpline(reading, start, digits)):
            yield start, end, "PHONE", "sure"


def keypads(reading):
    """Return (start, end, digits) of the numbers with letters; of more letters than a number has digits the first
    count, as on a telephone."""
    found = []
    for match in KEYPAD.finditer(reading.text):
        digits = digits_of(keyed(match[0]))
        brackets = IN_BRACKETS.match(reading.text, match.end())
        found.append((match.start(), (brackets or match).end(), digits[: 10 + digits.startswith("1")]))
    return found


def without(text, spans):
    """Return a text as long as before, with signs that are in no number in the place of spans."""
    for start, end, *_digits in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def written(reading, numbers):
    asked = 0
    wrapped = WRAPPED.finditer(numbers) if "\n" in numbers else ()
    for match in (*STRETCH.finditer(numbers), *wrapped):
        start, end = match.span()
        item = ITEM.match(match[0])
        if item and not reading.text[max(0, start - 8) : start].rpartition("\n")[2].strip():
            start += item.end()
        whole = WRITTEN.match(numbers, start, end)
        if whole and ASIDE.match(numbers, whole.end(), end):
            end = whole.end()
        text = DASH.sub("-", unwrapped(numbers[start:end]))
        digits = digits_of(text)
        if text.count("(") > text.count(")"):
            start, text = start + text.index("(") + 1 if text[0] == "(" else start, text.replace("(", "", 1)
        if is_hotline(digits) or is_of_helpline(reading, start, digits):
            continue
        if AMOUNT.search(reading.before(start, 3)) or UNIT.match(reading.lower, end):
            continue
        sure = (
            WRITTEN.fullmatch(text)
            or (text.startswith("+") and known_country(digits))
            or (digits.startswith(("011", "00")) and known_country(digits.lstrip("0").removeprefix("11")))
        )
        cue = not sure and CUE.search(reading.before(start, 48)) and not NO_NUMBER.search(reading.before(start, 30))
        if not sure and not cue:
            if looks_like_date(text):
                continue
            sure = NORTH_AMERICAN.fullmatch(text) and not NO_NUMBER.search(reading.before(start, 30))
            if not sure and digits[0] == "0" and 9 <= len(digits) <= 14:
                sure, asked = asked >= ASKED or is_national(digits), asked + 1
        if sure or (cue and not looks_like_date(text)):
            extension = EXTENSION.match(reading.lower, end)
            yield start, extension.end() if extension else end, "PHONE", "sure"
    for match in SEVEN.finditer(numbers):
        if CUE.search(reading.before(match.start(), 40)) and not UNIT.match(reading.lower, match.end()):
            yield *match.span(), "PHONE", "sure"


def unwrapped(text):
    """Return a number without ends of lines: where a sign ends the line nothing, else a space."""
    return WRAP.sub(lambda match: "" if match.start() and text[match.start() - 1] in ".–-" else " ", text)


def spelled(reading, pattern):
    for match in pattern.finditer(reading.lower):
        if not COUNTING.search(match[0]):
            yield *match.span(), "PHONE", "sure"


def digits_of(text):
    return "".join(letter for letter in text if letter.isdigit())


def dialled(text):
    """Return what is dialled for a number, however it is written: without 00 and the 1 of North America before it, with
    the digits of letters and of words, and an extension apart."""
    pad, extension = KEYPAD.match(text), EXTENSION.search(text.lower())
    if pad:
        return without_country(digits_of(keyed(pad[0])))
    if extension:
        return f"{dialled(text[: extension.start()])}x{digits_of(extension[0])}"
    spoken = WORD.findall(text.lower())
    if any(word in DIGIT_WORDS for word in spoken):
        return without_country("".join(DIGITS.get(word, word) for word in spoken))
    return without_country(digits_of(text)) or text


def without_country(digits):
    digits = digits.removeprefix("00")
    return digits[1:] if digits.startswith("1") and len(digits) == 11 else digits


DIGITS = dict(zip(words("zero oh o one two three four five six seven eight nine"), "000123456789", strict=True))


def keyed(text):
    return phonenumbers.convert_alpha_characters_in_number(text)


def is_hotline(digits):
    return digits in HOTLINES or digits.removeprefix("1") in HOTLINES or digits.removeprefix("00") in HOTLINES


def is_of_helpline(reading, start, digits):
    return FREE.fullmatch(digits) and HELPLINE.search(reading.before(start, 60))


def known_country(digits):
    codes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    return 8 <= len(digits) <= 15 and any(int(digits[:size]) in codes for size in (1, 2, 3))


def is_national(digits):
    """Return whether some country of REGIONS has such a number."""
    for region in REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(digits, region)):
                return True
        except NumberParseException:
            continue
    return False


DATE = re.compile(
    r"\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}(?:[ ]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?:[ –-]{1,3}\d{1,2}.*)?|(?:19"
    r"|20)\d\d ?[-–/] ?(?:19|20)\d\d"
)


def looks_like_date(text):
    return DATE.fullmatch(text) is not None
