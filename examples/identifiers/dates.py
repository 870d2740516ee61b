"""Days: all elements of a date but the year may tell who somebody is, by 45 CFR 164.514(b)(2)(i)(C)."""

import re

from examples.identifiers.looks import Beside, Both
from examples.identifiers.reading import (
    HAS_DIGIT,
    MAY_BE_CODE,
    AnyOf,
    Asked,
    Listed,
    has_digit,
    lowered,
    words,
)

MONTHS = Listed(
    words(
        "january february march april may june july august september october november december jan feb mar apr jun jul "
        "aug "
        "sep sept oct nov dec januar februar märz maerz mai juni juli oktober dezember jänner "
        "enero febrero marzo abril "
        "mayo "
        "junio julio agosto septiembre setiembre octubre noviembre diciembre janvier février fevrier mars avril juin "
        "juillet "
        "août aout septembre octobre novembre décembre gennaio febbraio aprile maggio giugno luglio settembre ottobre "
        "dicembre "
        "januari februari maart juni juli augustus janeiro fevereiro março maio junho julho setembro outubro novembro "
        "dezembro"
    )
)
# Words with another meaning: in lower case a number beside them is no day unless something else says so.
WORDS_TOO = {"may", "march", "mar", "sep", "dec", "mars", "mai", "jan", "jun", "apr"}
WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch"
)
ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|"
    "eighth|ninth)|thirtieth|thirty[- ]first"
)
ORDINAL_WORDS = Listed(re.findall("[a-z]+", ORDINALS.replace("?:", "")))
DAY_BEFORE = re.compile(
    rf"(?P<week>\b(?:{WEEKDAY})\.?,? (?:the |den )?)?(?P<the>\bthe )?(?:(?<![\d.,:/$])(?P<day>\d{{1,2}})"
    rf"(?P<mark>st|nd|rd|th|er|º|\.)?|\b(?P<word>{ORDINALS}))(?P<of> (?:of|de|di) |[ /-]{{0,2}})$"
)
DAY_AFTER = re.compile(
    rf"\.?[ /-]{{0,2}}(?P<the>the )?(?:(?P<day>\d{{1,2}})(?P<mark>st|nd|rd|th|er|º)?(?![\d%:]|[.,]\d|/\d)"
    rf"|(?P<word>{ORDINALS})\b)"
)
YEAR = re.compile(r"\.?,?[ /-]{0,2}(?:of |de |del |im jahr )?(?P<year>(?:18|19|20)\d\d|['’]\d\d)(?!\d)")
WEEK_BEFORE = re.compile(rf"\b(?:{WEEKDAY})\.?,? $")
COUNTED = re.compile(
    r" (?:people|of (?!\w+ ?\d)|times|more|or|to \d+ \w|mg|ml|minutes|hours|days|weeks|years|sessions?|steps?"
    r"|doses?)\b"
)
ANY_NUMERIC = re.compile(r"(?<![\d./-])(?<![a-z]-)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4}|\d)(?![\d/-]|\.\d)")
CUE = re.compile(
    r"\b(?:born|birth|birthday|dob|d\.o\.b\.?|bday|geb(?:oren)?|on|since|from|until|till|by|before|after|dated?"
    r"|admitted"
    r"|discharged|seen|visit|died|am|vom|le|el|due|intake|appointment|exp(?:ires)?|met|last)\b[ :.,(-]{0,3}(?:on "
    r"|am )?$"
)
BORN = re.compile(r"\b(?:born|birth|birthday|dob|d\.o\.b|bday|geb|geboren|nacido|née?)\b[^\n]{0,12}$")
VERSION = re.compile(r"(?:version|release|build|python|ios|android|app|section|chapter|\bv|\bver|article|§)\.? ?$")
SHORT = re.compile(r"(?<![\d./$-])(\d{1,2})([/.])(\d{1,2})(?![\d/%-])(?:\.(?=\s|$))?(?!\.\d)")
SHORT_CUE = re.compile(
    rf"\b(?:on|since|until|till|by|dob|born|admitted|discharged|seen|dated?|due|am|vom|bis|{WEEKDAY})\b[ :.,]{{1,3}}$"
)
GERMAN_CUE = re.compile(r"\b(?:am|vom|bis)\b")
# Without signs between: of a birthday alone.
EIGHT = re.compile(r"(?<!\d)(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d\d)(?!\d)")
BARE = re.compile(r"(?<![\d.,:/-])(?<!\d )(\d\d)(\d\d)(\d\d)(?![\d/-]|[.,]\d)")
SPACED = re.compile(r"(?<![\d.,:/-])(?<!\d )(\d{1,2}) (\d{1,2}) (\d{4}|\d\d)(?![\d/-]| \d|[.,]\d)")
BORN_WORDS = Listed(words("born birth birthday dob bday b geb geboren nacido née né"))
JOINED = re.compile(r"\b\d{1,2}([a-z]{3,4})(?:19|20)?\d\d\b")
IS_EIGHT = Asked(EIGHT.search, where=has_digit)
IS_NUMERIC = Asked(lambda token: ANY_NUMERIC.search(lowered(token)), where=has_digit)
IS_SHORT = Asked(SHORT.search, where=has_digit)
IS_JOINED = Asked(lambda token: JOINED.search(lowered(token)), where=has_digit)
ASIAN = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日")

IS_ASIAN = Asked(lambda token: "月" in token, where=has_digit)
IS_NAMED = Beside(MONTHS, AnyOf(HAS_DIGIT, ORDINAL_WORDS), before=4, after=4)
IS_BORN = Both(BORN_WORDS, MAY_BE_CODE)
WANTED = AnyOf(IS_NAMED, IS_NUMERIC, IS_SHORT, IS_JOINED, IS_EIGHT, IS_BORN, IS_ASIAN)


def found_in(reading):
    if reading.has(IS_NAMED):
        yield from named(reading)
    if reading.has_digit:
        yield from numeric(reading)


def named(reading):
    """Find days with the name of a month."""
    wrapped = WRAP.sub(" ", reading.lower) if "\n" in reading.text else None
    for start, end in reading.places_in(IS_NAMED, MONTHS):
        found = named_at(reading, reading.lower, start, end)
        if wrapped and "\n" in reading.lower[max(0, start - 32) : end + 40]:
            # Over the end of a line a day needs its year: what begins the next line may be an item of a list.
            further = named_at(reading, wrapped, start, end)
            found = further if further and YEAR_ENDS.search(wrapped, further[0], further[1]) else found
        if found:
            yield found


# The end of a line within a paragraph.
WRAP = re.compile(r"(?<!\n)\n(?!\n)")
YEAR_ENDS = re.compile(r"\d{4}$")


def named_at(reading, lower, start, end):
    """Return the span of the day with a month at a place, or None."""
    window = max(0, start - 32)
    if not NUMBERED.search(lower, window, end + 40):
        return None
    before = DAY_BEFORE.search(lower[window:start])
    before = before if before and sound(before) else None
    after = DAY_AFTER.match(lower, end)
    after = after if after and sound(after) and not COUNTED.match(lower, after.end()) else None
    if before and not after and before["day"] and not before["mark"] and lower[end : end + 4] == " be ":
        before = None
    day = after if after and not (before and YEAR.match(lower, end)) else before
    year = YEAR.match(lower, day.end() if day is after and day else end)
    told = day and (day["mark"] or day["the"] or day["word"] or (day is before and day["of"].strip()))
    common = lower[start:end] in WORDS_TOO and reading.text[start].islower()
    if not day:
        if year and not common:
            return start, year.end(), "DATE", "maybe"
        return None
    if common and not (year or told):
        return None
    first = window + before.start() if day is before else start
    last = year.end() if year else day.end() if day is after else end
    weekday = (day is before and day["week"]) or WEEK_BEFORE.search(lower[max(0, start - 14) : start])
    if weekday and day is after:
        first = max(0, start - 14) + WEEK_BEFORE.search(lower[max(0, start - 14) : start]).start()
    sure = year or weekday or BORN.search(reading.before(first, 30))
    return first, last, "DATE", "sure" if sure else "maybe"


# What a day has, and a year.
NUMBERED = re.compile(r"\d|first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twel|thir|twen")


def sound(match):
    return match["word"] is not None or 1 <= int(match["day"]) <= 31


def numeric(reading):
    """Find days in digits."""
    lower, mask = reading.lower, reading.mask
    for match in ANY_NUMERIC.finditer(lower) if mask & IS_NUMERIC.bit else ():
        tier = tier_of(match, reading)
        if tier:
            yield *match.span(), "DATE", tier
    for match in SHORT.finditer(lower) if mask & IS_SHORT.bit else ():
        one, mark, other = int(match[1]), match[2], int(match[3])
        day, month = (one, other) if mark == "." else (max(one, other), min(one, other))
        if not (1 <= day <= 31 and 1 <= month <= 12) or not SHORT_CUE.search(reading.before(match.start(), 16)):
            continue
        german = GERMAN_CUE.search(reading.before(match.start(), 6))
        if mark == "/" or lower[match.end() - 1] == "." or german:
            yield *match.span(), "DATE", "maybe"
    for match in EIGHT.finditer(lower) if mask & IS_EIGHT.bit else ():
        if BORN.search(reading.before(match.start(), 30)):
            yield *match.span(), "DATE", "sure"
    if mask & IS_BORN.bit and reading.has_code:
        for match in (*BARE.finditer(lower), *SPACED.finditer(lower)):
            days = is_day(match[1], match[2]) or (match.re is BARE and is_day(match[2], match[3]))
            if days and not COUNTED.match(lower, match.end()) and BORN.search(reading.before(match.start(), 30)):
                yield *match.span(), "DATE", "sure"
    for match in JOINED.finditer(lower) if mask & IS_JOINED.bit else ():
        if match[1] in MONTHS:
            yield *match.span(), "DATE", "sure"
    if mask & IS_ASIAN.bit:
        yield from ((*match.span(), "DATE", "sure") for match in ASIAN.finditer(lower))


def tier_of(match, reading):
    """Return the tier of three numbers that may be a date, or None where they are none."""
    one, mark, two, three = match[1], match[2], match[3], match[4]
    if VERSION.search(reading.before(match.start(), 12)):
        return None
    if len(one) == 4:
        return "sure" if 1850 <= int(one) <= 2099 and is_day(two, three) and len(three) <= 2 else None
    if len(one) > 2 or len(three) not in (2, 4) or not is_day(one, two):
        return None
    if len(three) == 4:
        return "sure" if 1850 <= int(three) <= 2099 else None
    if CUE.search(reading.before(match.start(), 24)) or (mark == "." and len(one) == len(two) == 2) or mark == "/":
        return "sure"
    return "maybe" if len(one) == len(two) == 2 or mark == "." else None


def is_day(one, other):
    """Return whether two numbers are a day and a month in one order or the other."""
    one, other = int(one), int(other)
    return min(one, other) >= 1 and min(one, other) <= 12 and max(one, other) <= 31
