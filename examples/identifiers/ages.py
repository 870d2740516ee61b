"""Ages over 89, which by 45 CFR 164.514(b)(2)(i)(C) tell who somebody is."""

import re

from examples.identifiers.reading import AnyOf, Asked, Listed, has_digit, lowered, words

AGE = re.compile(r"(?<![\d.,:/$€£+-])(9\d|1[0-2]\d)(?![\d%°]|[.,:/]\d)")
HAS_AGE = Asked(lambda token: AGE.search(lowered(token)), where=has_digit)
OLD = re.compile(
    r"[ -]?(?:years?|yrs?|yr|y)?[ ./-]{0,2}(?:old\b|o\b|of age\b|young\b)|[ -]?(?:jahre alt|jährige?[nrs]?\b"
    r"|años\b(?! (?:de|en|con) (?!edad))|ans\b)|[ -]?y\.?o\.?\b|(?:st|nd|rd|th) birthday\b"
)
AGED = re.compile(
    r"\b(?:woman|man|lady|gentleman|person|patient|client|resident|veteran) (?:of|aged?) $"
    r"|\b(?:aged?|age of|age:|age is|turn(?:s|ed|ing)|alter:?|turning) ?(?:of |is |: )?$"
)
PERSON = (
    r"(?:i|he|she|who|(?:grand|great-grand)?(?:ma|pa|mother|father|mom|dad|mum|aunt|uncle|parent)|nana|nan|granny"
    r"|gran|oma|opa|"
    r"abuela|abuelo|patient|client|pt|man|woman|lady|gentleman|neighbou?r|husband|wife|resident|veteran)"
)
IS = re.compile(
    rf"\b{PERSON}(?:['’]s|['’]m| is| am| was| will be| just turned| turned|,)(?: now| almost| nearly| already| about"
    rf"| only| over)? $"
)
ALONE = re.compile(
    r" ?(?:$|[.,;!?)\n]|and\b|but\b|now\b|or\b|when\b|this\b|next\b|years?\b(?! (?:ago|in|of (?!age)|later)))"
)
SEXED = re.compile(r" ?(?:m|f|male|female|woman|man|w)\b")
BEFORE_SEXED = re.compile(r"(?:^|[\n.,:]|\b(?:pt|patient|a|an|is))\s*$")
WORDS = Listed(words("ninety hundred neunzig nonagenarian centenarian supercentenarian"))
SPELLED = re.compile(
    r"\b(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and)?(?: (?:one|two"
    r"|three|four|five|six|seven|eight|nine|ten))?)\b"
)
ELDERS = re.compile(r"\b(?:nonagenarian|(?:super)?centenarian)\b")

WANTED = AnyOf(HAS_AGE, WORDS)


def found_in(reading):
    lower = reading.lower
    if reading.has(HAS_AGE):
        for match in AGE.finditer(lower):
            yield from tell(reading, match)
    if reading.has(WORDS):
        for match in SPELLED.finditer(lower):
            yield from tell(reading, match)
        yield from ((*match.span(), "AGE90", "maybe") for match in ELDERS.finditer(lower))


def tell(reading, match):
    start, end = match.span()
    old = OLD.match(reading.lower, end)
    if old:
        yield start, old.end(), "AGE90", "maybe"
        return
    before, alone = reading.before(start), ALONE.match(reading.lower, end)
    sexed = match.re is AGE and SEXED.match(reading.lower, end) and BEFORE_SEXED.search(before)
    if AGED.search(before) or (alone and IS.search(before)) or sexed:
        yield start, end, "AGE90", "maybe"
