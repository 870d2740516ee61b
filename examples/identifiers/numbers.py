"""Numbers that stand for a person or for a thing of theirs: records, insurance, accounts, licences, devices."""

import re

from examples.identifiers.looks import Beside, Both, Together
from examples.identifiers.phones import DIGIT_WORDS, OTHER_DIGITS
from examples.identifiers.reading import CODE as CLOSE
from examples.identifiers.reading import (
    HAS_DIGIT,
    MAY_BE_LONG,
    AnyOf,
    Asked,
    Listed,
    has_capital,
    has_digit,
)
from examples.reading import Scan, as_bytes

# What a number is of → its kind. A weak word is an ordinary one too, and asks for more of the number after it.
STRONG = {
    "MRN": r"mrn|medical record|medical record number|patient id|patient number|patient identifier|hospital number"
    r"|chart number"
    r"|chart no|encounter|accession|visit number|patientennummer|fallnummer|health record|case number|file number"
    r"|record number"
    r"|historia clínica|hospital id|epic id|mr ?#|mr no|mr number|ur number|uhid",
    "SSN": r"ssn|ss#|social security|social insurance|last four of my social|sin|nhs number|nhs no|nhs"
    r"|national insurance|nino"
    r"|itin|tax id|taxpayer id|sozialversicherungsnummer|steuer-id|steueridentifikationsnummer|curp|dni|nie|bsn"
    r"|aadhaar|tfn"
    r"|codice fiscale|número de la seguridad social|numéro de sécurité sociale|ahv|personnummer|pesel|cpf",
    "INSURANCE": r"policy number|policy no|member id|member number|member no|subscriber|subscriber id|medicaid|medicare"
    r"|prior auth"
    r"|prior authorization|pre-?auth|preauthorization|claim number|claim no|group number|group no|beneficiary"
    r"|payer id|insurance id"
    r"|insurance number|health plan|versichertennummer|versicherungsnummer|aetna|cigna|blue ?shield|blue ?cross|bcbs"
    r"|humana"
    r"|kaiser|united ?health(?:care)?|uhc|anthem|tricare|molina|aok|barmer|bupa|rxbin|rx bin|rxgrp|rx group|rxpcn"
    r"|health card"
    r"|ohip|certificate number",
    "OTHERID": r"passport|driver['’]?s['’]? licen[cs]e|driving licen[cs]e|licen[cs]e plate"
    "|number plate|licen[cs]e number"
    r"|licen[cs]e no|licen[cs]e"
    r"|registration|plate|plates|tag number|vin|dea|dea number|npi|serial|serial number|serial no|s/n|imei|iban"
    r"|account|acct|routing"
    r"|device id|device number|rx|rx number|prescription number|prescription no|student id|employee id"
    r"|employee number|badge"
    r"|green card|alien number|visa number|lot number|lot|udi|debit card|credit card|ticket number"
    r"|confirmation number|reisepass"
    r"|personalausweis|kennzeichen|kontonummer|seriennummer|pasaporte|passeport|service number|dod id|inmate|docket"
    r"|medallion|dl|ein|itn|d\.l\.|state id"
    r"|tracking number|reference number|apple id|user id|asset tag|sort code|bic",
}
WEAK = {
    "MRN": "record|chart|case|file|patient|pt|specimen",
    "SSN": "social|socials",
    "INSURANCE": "policy|member|group|claim|plan|authorization|coverage|insurance|insurer|grp",
    "OTHERID": "card|device|model|prescription|order|invoice|ticket|reference|ref|id|pump|implant|pacemaker|permit"
    "|certificate|confirmation",
}
KINDS = [(kind, strong) for strong in (True, False) for kind in STRONG]
KEYS = [re.compile(rf"\b(?:{(STRONG if strong else WEAK)[kind]})(?!\w)") for kind, strong in KINDS]
KEY_WORDS = {
    word
    for table in (STRONG, WEAK)
    for keys in table.values()
    for word in re.findall(r"[^\W\d_]+", keys)
    if len(word) > 1
} | {
    "driver",
    "drivers",
    "license",
    "licence",
    "ss",
    "blueshield",
    "bluecross",
    "unitedhealth",
    "unitedhealthcare",
    "mr",
    "dl",
}
KEYS_SCAN = Scan(*(keys.pattern for keys in KEYS))
KEY_WORDS = Listed(
    KEY_WORDS - {"of", "my", "the", "de", "la", "number", "no", "four", "last", "health", "care", "sécurité", "clínica"}
)
# What may stand between the word and the number, step by step.
STEP = re.compile(
    r"[ \t:.,#=()°º'’–-]|\n(?! *\n)|\b(?:numbers?|num|no|nr|nummer|número|numero|numéro|id|ids|identifier|code|card"
    r"|plates?|policy|is|was|are|ist"
    r"|es|est|lautet|it|the|my|s|ends?|ending|in|with|as|reads?|on|file|plan|holder|account|serial|lic|group|member"
    r"|claim|record)(?![\w-])"
)
TELLS = re.compile(r"#|[°º]|\b(?:number|num|no|nr|nummer|número|numero|numéro|id|identifier|code|n)\b")
VALUE = re.compile(
    r"(?=[A-Za-z]{0,6}[-–/]?[A-Za-z]{0,4}[-–]?\d|[A-Z]{1,3} \d)[A-Za-z]{0,6}[A-Za-z0-9](?:[-–/.][A-Za-z0-9]{1,12}"
    r"| (?=[A-Z]{0,3}\d)[A-Z0-9]{1,6}(?![a-z])|[A-Za-z0-9]){1,24}"
)
UNIT = re.compile(
    r" ?(?:%|mg|ml|mcg|kg|lbs?|minutes?|hours?|days?|weeks?|months?|years?|dollars?|euros?|people|patients|pages"
    r"|sessions?|times|percent|am|pm|a\.m|p\.m|o'clock|bpm)\b|%"
)
PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
SSN = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
MEDICARE = re.compile(r"(?<![A-Z0-9])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![A-Z0-9])")
NATIONAL_INSURANCE = re.compile(r"(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])")
VIN = re.compile(r"(?<![A-Z0-9])(?=[A-Z0-9]{0,16}\d)(?=[0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])")
IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])")
CARD = re.compile(r"\d(?<![\w.-]\d)(?:[ -]?\d){12,18}(?![\w-])")
DEA = re.compile(r"(?<![A-Z0-9])[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![A-Z0-9])")
CODE = re.compile(r"(?<![\w-])[A-Z]{2,5}[-#](?:[A-Z]{0,3}\d{2,4}-)?\d{4,}(?:-[A-Z0-9]{1,6})?(?![\w])")
IS_CODE = Asked(CODE.search, where=has_digit)
NO_CODE = re.compile(r"(?:ISO|DIN|EN|IEC|RFC|NCT|PMC|PMID|DOI|CPT|ICD|HCPCS|COVID|USD|EUR)-")
UUID = re.compile(r"(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])")

# Three digits alone, as of an emergency number, are too few; what is left of them when these are out.
# The digit comes first in the pattern: `re` looks for it quickly.
LONE = re.compile(r"[0-9](?<![\w./–-][0-9])(?<![A-Z0-9] [0-9])\d\d(?![\w/–-])(?!\.\w)(?! [A-Z]{0,3}\d)")

# “my ssn is one two three, four five, …”
SOCIAL = Listed(("ssn", "social", "socials"))
SOCIAL_KEY = re.compile(r"\b(?:ssn|socials?(?: security)?)(?!\w)")
IN_WORDS = re.compile(r"(?:{0})(?:[ ,.-]{{1,3}}(?:{0})){{3,}}\b".format("|".join(sorted(DIGIT_WORDS))))


def found_in(reading):
    mask = reading.mask
    if mask & IS_SAID.bit and len(reading.those_of(DIGIT_WORDS)) > 2:
        yield from in_words(reading)
    if mask & HAS_KEY.bit and CLOSE.search(LONE.sub("|", reading.text)):
        yield from named(reading)
    if mask & HAS_FORM.bit and reading.has_long_number:
        yield from by_form(reading)


def named(reading):
    """Find numbers after the word for what they are."""
    for number in KEYS_SCAN.among(as_bytes(reading.lower)):
        kind, strong = KINDS[number]
        for key in KEYS[number].finditer(reading.lower):
            value, told = value_after(reading, key)
            if value and fits(value[0].rstrip("./-–"), strong, told) and not UNIT.match(reading.lower, value.end()):
                yield value.start(), value.start() + len(value[0].rstrip("./-–")), kind, "sure"


def in_words(reading):
    for key in SOCIAL_KEY.finditer(reading.lower):
        place = key.end()
        for _step in range(12):
            step = STEP.match(reading.lower, place)
            place = step.end() if step else place
        value = IN_WORDS.match(reading.lower, place)
        if value:
            yield *value.span(), "SSN", "sure"


def value_after(reading, key):
    """Return the match of the number, and whether a word like “number” stands before it."""
    place = key.end()
    for _step in range(12):
        step = STEP.match(reading.lower, place)
        if step:
            place = step.end()
            continue
        value = VALUE.match(reading.text, place, place + 40)
        return value, bool(value and TELLS.search(reading.lower, key.start(), place))
    return None, False


def fits(value, strong, told):
    """Return whether a number is long enough to stand for somebody."""
    digits = sum(letter.isdigit() for letter in value)
    if digits < 3 or len(value) < 4 or (PLAIN_YEAR.fullmatch(value) and not told):
        return False
    if strong or told:
        return True
    letters = any(letter.isalpha() for letter in value)
    return digits >= 6 or (letters and value.upper() == value)


def by_form(reading):
    """Find numbers that their form or their check digit gives away."""
    text = reading.text
    for pattern, asked, kind, holds in FORMS:
        for match in pattern.finditer(text) if reading.has(asked) else ():
            if holds(match[0]):
                yield *match.span(), kind, "sure"
    for match in CODE.finditer(text) if reading.has(IS_CODE) else ():
        if not NO_CODE.match(match[0]):
            yield *match.span(), "OTHERID", "maybe"


def anything(_text):
    return True


def luhn(text):
    """Return whether the last digit is the check digit of a card number (ISO/IEC 7812-1)."""
    digits = [int(letter) for letter in text if letter.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def iban(text):
    """Return whether the check digits of an account number hold (ISO 13616)."""
    plain = text.replace(" ", "")
    moved = plain[4:] + plain[:4]
    return 15 <= len(plain) <= 34 and int("".join(str(int(letter, 36)) for letter in moved)) % 97 == 1


def dea(text):
    """Return whether the check digit of a prescriber's registration holds."""
    digits = [int(letter) for letter in text[2:]]
    return (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10 == digits[6]


# (pattern, what a token has where it may match, kind, check of what matched): those with a space in them are asked for
# by a part.
FORMS = (
    (SSN, Asked(SSN.search, where=has_digit), "SSN", anything),
    (MEDICARE, Asked(MEDICARE.search, where=has_digit), "INSURANCE", anything),
    (
        NATIONAL_INSURANCE,
        Both(Asked(re.compile(r"(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z]{2}(?![a-z])").search, where=has_capital), MAY_BE_LONG),
        "SSN",
        anything,
    ),
    (VIN, Asked(VIN.search, where=has_digit), "OTHERID", anything),
    (IBAN, Asked(re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}").search, where=has_digit), "OTHERID", iban),
    (CARD, Together(HAS_DIGIT, 13), "OTHERID", luhn),
    (DEA, Asked(DEA.search, where=has_digit), "OTHERID", dea),
    (UUID, Asked(UUID.search, where=has_digit), "OTHERID", anything),
)

# Whether digits are left without LONE ones.
OTHERS_LEFT = Together(
    HAS_DIGIT,
    3,
    Asked(re.compile(r"[^\w./–-]*[0-9]{3}[^\w./–-]*(?:[.][^\w./–-]*)?").fullmatch, where=has_digit),
    Asked(re.compile(r"[A-Z0-9]$").search),
    Asked(re.compile(r"[A-Z]{0,3}\d").match, where=has_digit),
)
# “S/N”, “D.L.”, “preauth”, which are none of KEY_WORDS.
ODD_KEY = re.compile(r"\bs/n|\bd\.l\.|\bpreauth", re.IGNORECASE)
A_KEY = AnyOf(KEY_WORDS, Asked(ODD_KEY.search))
IS_SAID, NEAR_KEY = Both(SOCIAL, OTHER_DIGITS), Beside(A_KEY, HAS_DIGIT, after=16)  # 12 steps, two words, …
HAS_KEY = Both(NEAR_KEY, OTHERS_LEFT)
HAS_FORM = AnyOf(IS_CODE, *(asked for _pattern, asked, _kind, _holds in FORMS))
WANTED = AnyOf(IS_SAID, HAS_KEY, HAS_FORM)
