"""Where somebody lives: streets, boxes, postcodes, towns."""

import re

from examples.identifiers.looks import Beside, Both, Has
from examples.identifiers.reading import (
    DIGIT,
    HAS_DIGIT,
    MAY_BE_LONG,
    WORD,
    AnyOf,
    Asked,
    Listed,
    has_capital,
    has_digit,
    words,
    words_of,
)
from examples.identifiers.vocabulary import is_known

# Ways whose word means a street nearly always, and those whose word means much else: these need a house number.
PLAIN_WAYS = words("street road rd avenue ave lane boulevard blvd terrace crescent parkway pkwy highway hwy")
OTHER_WAYS = words(
    "st ln drive dr court ct way place pl close circle cir square sq trail row gardens grove mews hill walk alley "
    "cres route loop run ridge quay wharf esplanade parade green rise turnpike pike path bend hollow crossing landing "
    "cove glen knoll bluff heights meadows trace commons"
)
BEHIND = 90  # characters before a street in which its number stands
ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
WAY_WORDS = Listed((*PLAIN_WAYS, *OTHER_WAYS))
BIG_WAYS = Asked(
    lambda token: any(word[0].isupper() and word.lower() in WAY_WORDS for word in WORD.findall(token)),
    where=has_capital,
)
ALONE_WAYS = {*PLAIN_WAYS, "court", "drive", "close"}
SMALL_WAYS = {*PLAIN_WAYS, "st", "ct", "ln"}
BEFORE = re.compile(
    r"(?:(?P<unit>(?:Flat|Unit|Apt\.?|Apartment|Suite|Ste\.?|Room|flat|unit|apt\.?|apartment)\s\#?\w{1,5},?\s)?"
    r"(?P<number>(?<![\w.,:$])\d{1,6}(?:[-/]\d{1,5})?[A-Za-z]?(?:\s?½)?),?\s)?"
    r"(?P<name>(?:(?:[NSEW]{1,2}\.?|North|South|East|West|n|s|e|w)\s)?(?:(?:[A-Z][\w'’-]*\.?|\d{1,3}(?:st|nd|rd"
    r"|th))\s){1,4})$"
)
SMALL_BEFORE = re.compile(
    r"(?<![\w.,:$])(?P<number>\d{1,6})\s(?P<name>(?:(?:[nsew]\.?|north|south|east|west)\s)?(?:[a-z][a-z'’]{2,20}"
    r"|\d{1,3}(?:st|nd|rd|th))\s(?:[a-z][a-z'’]{2,20}\s)?)$"
)
STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR"
    "|PA|RI|SC|SD|TN|TX"
    "|UT|VT|VA|WA|WV|WI|WY|DC|PR|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|NSW|VIC|QLD|TAS|ACT|NT"
)
STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas"
    "|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska"
    "|Nevada|New [HJMY]\\w+"
    "|North \\w+|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South \\w+|Tennessee|Texas|Utah|Vermont|Virginia"
    "|Washington"
    "|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|British Columbia|Victoria|Queensland"
)
UK_POST = r"[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
CANADA_POST = r"[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b"
# A part of a British postcode is no word of a town.
TOWN_WORD = r"(?![A-Z]{1,2}\d[A-Z\d]?\s\d)[A-Z]"
CITY = rf"{TOWN_WORD}[\w'’.-]{{1,24}}(?:\s(?:{TOWN_WORD}[\w'’-]{{1,24}}|upon|on|of|le|la|am|an der)){{0,3}}"
TAIL = re.compile(
    r"\.?(?:,?\s(?:Apt|apt|Apartment|apartment|Unit|unit|Suite|Ste|Flat|flat|No|Floor|Fl|Bldg|Rm"
    r"|Lot)\b\.?\s?\#?[\w-]{1,6}|,?\s\#\s?\w{1,6})?"
    rf"(?:(?:,\s|\s?\n\s*)(?!(?:I|He|She|We|They|It|But|And|The|My|In|On|Please|Call)\b){CITY})?(?:,?\s(?:{STATES}"
    rf"|{STATE_NAMES})\b)?"
    rf"(?:,?\s(?:\d{{5}}(?:-\d{{4}})?\b|{UK_POST}|{CANADA_POST}|\d{{4}}\b(?!\s?(?:mg|ml))))?"
)
IDIOMS = re.compile(
    r"(?:Memory|Wall|Sesame|Main|Easy|High|Supreme|District|Federal|Family|Circuit|Abbey|Silk|Penny|Fast|Tennis"
    r"|Food) $"
)
# One word in German and Dutch, and the number after it: “Kirchweg 12, 8032 Zürich”
ENDINGS = words("straße strasse str weg platz gasse allee ufer damm straat laan gracht plein vägen gatan")
ENDS = Asked(lambda token: any(word.endswith(ENDINGS) for word in words_of(token)))
GERMANIC = re.compile(
    r"(?:straße|strasse|str\.|weg|platz|gasse|allee|ufer|damm|straat|laan|gracht|plein|vägen"
    r"|gatan)\s\d{1,4}(?:\s?[a-z]\b)?"
)
TOWN_AFTER = re.compile(rf",?\s(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s{CITY}|,\s{CITY}")
WORD_BEFORE = re.compile(r"(?:[A-ZÄÖÜ][\wäöüß.-]{0,25}\s){0,2}[\wäöüß-]{0,25}$")
ROMANCE_WORDS = Listed(
    words(
        "rue boulevard impasse quai chemin allée allées avenue calle avenida avda av plaza paseo carrera camino rua "
        "via viale piazza corso cours place"
    )
)
FRENCH = re.compile(
    rf"\b\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|boulevard|bd|[Ii]mpasse|[Qq]uai|[Cc]hemin|[Aa]llées?|avenue|place"
    rf"|cours)\s(?:d[eu]s?\s|l[ae]s?\s|de\sl[a'’]\s?|d['’]"
    rf"|l['’])*[A-ZÀ-Ý][\w'’-]*(?:\s(?:d[eu]s?\s)?[A-ZÀ-Ý][\w'’-]*){{0,3}}(?:,?\s\d{{5}}\s{CITY}|,\s{CITY})?"
)
OF = r"(?:d[eu]s?\s(?:la\s|l['’])?|l[ae]s?\s|d['’]|l['’])"
SPANISH = re.compile(
    rf"\b(?:[Cc]alle|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Pp]laza|[Pp]aseo|[Cc]arrera|[Cc]amino|[Rr]ua|[Vv]ia|[Vv]iale|[Pp]iazza"
    rf"|[Cc]orso)\s(?:del?\s|la\s|los\s|las\s|d[aeiou]s?\s)*[A-ZÁ-Ú0-9][\w'’-]*(?:\s(?:del?\s"
    rf"|d[aeio]\s)?[A-ZÁ-Ú][\w'’-]*){{0,3}},?\s(?:(?:n[.º°o]*|\#)\s?)?\d{{1,4}}(?:-\d{{1,4}})?\b"
    rf"(?:,?\s\d{{5}}\s{CITY}|,\s{CITY})?"
)
# The number before it, as in the towns of the United States: “88 Camino del Sol”.
SPANISH_FIRST = re.compile(
    r"\b\d{1,5}\s(?:[NSEW]\.?\s)?(?:Calle|Avenida|Avda\.?|Paseo|Camino)\s(?:del?\s|la\s|los\s|las\s)*"
    r"[A-ZÁ-Ú][\w'’-]*(?:\s[A-ZÁ-Ú][\w'’-]*){0,2}(?:,\s(?:Apt|apt|Unit|unit|Suite|Ste)\b\.?\s?\#?\w{1,6})?"
)
# The number behind the street. Of words that are English too the street must be of somebody or something.
STREET_FIRST = re.compile(
    rf"(?:(?:[Rr]ue|[Ii]mpasse|[Qq]uai|[Cc]hemin|[Aa]llées?)\s{OF}*|(?:[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]ours)\s{OF}+)"
    rf"[A-ZÀ-Ý][\w'’-]*(?:\s{OF}?[A-ZÀ-Ý][\w'’-]*){{0,3}},?\s(?:n[.º°o]*\s?)?\d{{1,4}}(?:\s?(?:bis|ter))?\b"
    rf"(?:,?\s\d{{5}}\s{CITY}|,\s{CITY})?"
)
BOX_WORDS = Listed(words("box postfach boîte"))
BOX = re.compile(
    rf"\b(?:[Pp]\.? ?[Oo]\.? ?[Bb]ox|[Pp]ost [Oo]ffice [Bb]ox|[Pp]ostfach|GPO Box"
    rf"|[Bb]o[iî]te [Pp]ostale|(?:[Rr]ural [Rr]oute|RR|HC)\s\d{{1,3}},?\s[Bb]ox)"
    rf"\s\#?\d{{1,6}}(?:,\s{CITY})?(?:,?\s(?:{STATES})\b)?(?:,?\s\d{{4,5}}(?:-\d{{4}})?)?"
)
SOME_POSTCODE = Asked(re.compile(r"\d[A-Z]").search, where=has_digit)
POSTCODE = re.compile(rf"(?<![\w-])(?:{UK_POST}|{CANADA_POST})")
STATE_ZIP = re.compile(rf"(?:{CITY},?\s)?\b(?:{STATES}),?\s\d{{5}}(?:-\d{{4}})?(?![\w-])")
# “Toledo, Ohio 43604”: of a state in full, only after its town.
NAMED_STATE_ZIP = re.compile(rf"{CITY},\s(?:{STATE_NAMES}),?\s\d{{5}}(?:-\d{{4}})?(?![\w-])")
# A street by no word that means one, told by the part of a house after it, or by who lives there.
HOUSE = r"(?<![\w.,:$-])\d{1,6}[A-Za-z]?\s[A-Z][\w'’-]+"
UNIT_AFTER = re.compile(
    HOUSE + r"(?:\s[A-Z][\w'’-]+){0,3},?\s(?:(?:Apt|apt|Apartment|apartment|Unit|unit|Suite|Ste|Flat|flat)\b\.?\s?\#?"
    r"|\#\s?)\w{1,6}\b"
)
UNIT_WORDS = Listed(words("apt apartment unit suite ste flat"))
LIVING = Listed(words("live lives lived living reside resides resided residing address"))
LIVED_AT = re.compile(
    r"\b(?:(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing))\s(?:\w+\s)?(?:at|in)|address(?:\sis|\swas|:))\s"
    rf"(?P<house>{HOUSE}(?:\s[A-Z][\w'’-]+){{1,3}})"
)
# “i live on elm street 12”
LIVED_ON = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing))\s(?:on|at|in)\s(?P<street>(?P<name>(?:[a-z][a-z'’]{1,20}\s){1,2})"
    rf"(?:{'|'.join(SMALL_WAYS)})\.?,?\s(?:no\.?\s|number\s|\#\s?)?\d{{1,5}}[a-z]?\b)"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|times?|people|of|or)\b|[.:]\d)"
)
LONG_ZIP = re.compile(r"\d(?<![\w-]\d)\d{4}-\d{4}(?![\w-])")
ZIP_CUE = re.compile(
    r"\b(?:zip(?: ?code)?|post ?code|postal ?code|plz|postleitzahl|código postal|code postal)\b(?:[ :,]|\b(?:is|was"
    r"|ist|es|it|the|my|number)\b){0,5}?((?:[a-z]-)?\d{4,5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}"
    r"|[a-z]\d[a-z] ?\d[a-z]\d)\b"
)
ZIP_WORDS = Listed(words("zip zipcode postcode postal plz postleitzahl post"))
STATE_AFTER = re.compile(rf",\s(?:(?:{STATES})|(?:{STATE_NAMES}))\b")
# A state as it begins, in the word after a comma.
STATE_BEGINS = "|".join(sorted({name.split()[0] for name in STATE_NAMES.split("|")}))
MAY_BE_STATE = Asked(re.compile(rf"(?:^|\s)(?:(?:{STATES})|(?:{STATE_BEGINS}))\b").search, where=has_capital)
HAS_STATE = Asked(re.compile(rf"\b(?:{STATES})\b").search, where=has_capital)

HAS_HASH = Asked(lambda token: "#" in token)
IS_NUMBERED = Both(
    HAS_DIGIT, AnyOf(ENDS, ROMANCE_WORDS, BOX_WORDS, UNIT_WORDS, HAS_HASH, LIVING, ZIP_WORDS, SOME_POSTCODE)
)
HAS_BIG_WAY = Has(BIG_WAYS)
IS_WAY = Beside(WAY_WORDS, HAS_DIGIT, before=BEHIND, after=0)
IS_LONG_ZIP, HAS_ZIP = Asked(LONG_ZIP.search, where=has_digit), Both(HAS_STATE, MAY_BE_LONG)
WANTED = AnyOf(HAS_BIG_WAY, IS_WAY, MAY_BE_STATE, IS_NUMBERED, IS_LONG_ZIP, HAS_ZIP)


def found_in(reading):
    text, mask = reading.text, reading.mask
    if mask & (HAS_BIG_WAY.bit | IS_WAY.bit):
        yield from ways(reading)
    if mask & MAY_BE_STATE.bit:
        yield from towns(reading)
    if not reading.has_digit:
        return
    if mask & ENDS.bit:
        yield from germanic(reading)
    if mask & ROMANCE_WORDS.bit:
        starts = [start for start, _ in reading.places_of(ROMANCE_WORDS)]
        found = [pattern.match(text, start) for start in starts for pattern in (SPANISH, STREET_FIRST)]
        found += [*FRENCH.finditer(text), *SPANISH_FIRST.finditer(text)]
        yield from ((*match.span(), "ADDRESS", "sure") for match in found if match)
    if mask & BOX_WORDS.bit:
        yield from ((*match.span(), "ADDRESS", "sure") for match in BOX.finditer(text))
    if mask & (UNIT_WORDS.bit | HAS_HASH.bit):
        yield from ((*match.span(), "ADDRESS", "sure") for match in UNIT_AFTER.finditer(text))
    if mask & LIVING.bit:
        yield from ((*match.span("house"), "ADDRESS", "sure") for match in LIVED_AT.finditer(text))
        for match in LIVED_ON.finditer(reading.lower):
            if not {*match["name"].split()} & (NO_STREET | STARTERS):
                yield *match.span("street"), "ADDRESS", "sure"
    if mask & ZIP_WORDS.bit:
        yield from ((*match.span(1), "ADDRESS", "sure") for match in ZIP_CUE.finditer(reading.lower))
    if mask & SOME_POSTCODE.bit:
        yield from ((*match.span(), "ADDRESS", "sure") for match in POSTCODE.finditer(text))
    if reading.has_long_number:
        yield from ((*match.span(), "ADDRESS", "sure") for match in LONG_ZIP.finditer(text))
        if mask & MAY_BE_STATE.bit:
            yield from ((*match.span(), "ADDRESS", "sure") for match in NAMED_STATE_ZIP.finditer(text))
        if mask & HAS_STATE.bit:
            yield from ((*match.span(), "ADDRESS", "sure") for match in STATE_ZIP.finditer(text))


def ways(reading):
    text = reading.text
    for start, end in sorted({*reading.places_in(IS_WAY, WAY_WORDS), *reading.places_in(HAS_BIG_WAY, WAY_WORDS)}):
        word, capital = reading.lower[start:end], text[start].isupper()
        if not capital and not reading.has_digit:
            continue
        window = max(0, start - BEHIND)
        if not capital and not (DIGIT if word in SMALL_WAYS else ORDINAL).search(text, window, start):
            continue
        before = BEFORE.search(text[window:start])
        if before and before["number"] and (capital or word in PLAIN_WAYS or ORDINAL.search(before["name"])):
            yield window + before.start(), tail(text, end), "ADDRESS", "sure"
        elif before and capital and word in ALONE_WAYS:
            name = before["name"].split()
            while len(name) > 1 and name[0].lower() in STARTERS:
                name = name[1:]
            if name[0].lower() not in STARTERS and not IDIOMS.search(before["name"]):
                yield start - len(" ".join(name)) - 1, tail(text, end), "ADDRESS", "maybe"
        elif not before and reading.has_digit and word in SMALL_WAYS:
            small = SMALL_BEFORE.search(text[window:start])
            if small and not set(small["name"].split()) & NO_STREET:
                yield window + small.start(), tail(text, end), "ADDRESS", "sure"


STARTERS = frozenset(
    words("the a an my our your his her their this that in on at to from i we you and or no every each one")
)
NO_STREET = frozenset(
    words(
        "way hour hours minute minutes min day days week weeks mile miles km block blocks of the a on in to down more "
        "busy long "
        "lane side per mg people times and or for from new open different other cross"
    )
)


def tail(text, place):
    end = TAIL.match(text, place).end()
    # The full stop of “9 Elm Street.” is the sentence's, that of “9 Elm St.” may be.
    whole = text[place - 5 : place].isalpha()
    return place if end == place + 1 and whole and text[place] == "." else end


def germanic(reading):
    for match in GERMANIC.finditer(reading.lower):
        window = max(0, match.start() - 40)
        word = WORD_BEFORE.search(reading.text[window : match.start()])
        if len(word[0]) < 3:
            continue
        town = TOWN_AFTER.match(reading.text, match.end())
        yield window + word.start(), town.end() if town else match.end(), "ADDRESS", "sure"


def towns(reading):
    """Find towns by the state after them: “Tacoma, WA”."""
    text = reading.text
    for state in STATE_AFTER.finditer(text):
        town = text[max(0, state.start() - 60) : state.start()].rpartition(" ")[2]
        if town[:1].isupper() and not is_known(town.lower()):
            yield state.start() - len(town), state.end(), "ADDRESS", "maybe"
