"""Danger to oneself or to others: the words that show it, and whom to turn to. Checks and chat ask here.

The numbers, looked up on 26 November 2026 in stored pages (their date, where they tell one):
US 988: lhsfna.org (2022), and with CA 988 (from 30 November 2023): en.wikipedia.org “Suicide and Crisis Lifeline”,
dailyhive.com (2023-11). GB 116 123: samaritans.org “Contact a Samaritan”. IE 116 123: oireachtas.ie (2013-12),
irishexaminer.com (2019-04). AU 13 11 14 and 000: lifelineh2h.org.au, thepushupchallenge.com.au (2024-06).
NZ 1737: vice.com; 111: nzherald.co.nz (2017). DE 0800 1110111: spektrum.de (2022-09), domradio.de. AT 142: ots.at
(2023-04), katholisch.at. CH 143: 20min.ch (2018-10); 112: srf.ch (2016). FR 3114: 3114.fr, mayotte.ars.sante.fr
(2021-10). ES 024: rtve.es (2022-05); 112: elnacional.cat (2022). MX 800 911 2000: eluniversal.com.mx (2025-12).
EU 116 123: Decision 2007/116/EC as amended by 2007/698/EC, which added it; 112: Directive (EU) 2018/1972, article 109.
Not looked up: 911 of Canada and Mexico, 999 and 112 of Great Britain and Ireland; they are long established.
All are to be looked up again with each release: a wrong number is worse than none.
"""

import re
from dataclasses import dataclass
from itertools import islice

from django.conf import settings

from examples import distress
from examples.distress import afar
from examples.reading import LONGEST, Scan, read
from examples.vocabulary import of_few

MOST_ASKED = 20  # places of one text where help is named that are looked at closely
MOST_READ, OVERLAP = 100_000, 1_000  # characters of a message, beside its end; so much is read twice


@dataclass(frozen=True)
class Resource:
    """Somebody to turn to at once: `name` and the `number` to call or text."""

    name: str
    number: str


# {country: its Resources}, the one to talk to first.
COUNTRIES = {
    "US": (Resource("988 Suicide & Crisis Lifeline", "988"), Resource("Emergency services", "911")),
    "CA": (Resource("9-8-8 Suicide Crisis Helpline", "988"), Resource("Emergency services", "911")),
    "GB": (Resource("Samaritans", "116 123"), Resource("Emergency services", "999")),
    "IE": (Resource("Samaritans", "116 123"), Resource("Emergency services", "112")),
    "AU": (Resource("Lifeline", "13 11 14"), Resource("Emergency services", "000")),
    "NZ": (Resource("1737, need to talk?", "1737"), Resource("Emergency services", "111")),
    "DE": (Resource("TelefonSeelsorge", "0800 1110111"), Resource("Notruf", "112")),
    "AT": (Resource("Telefonseelsorge", "142"), Resource("Notruf", "112")),
    "CH": (Resource("Die Dargebotene Hand", "143"), Resource("Notruf", "112")),
    "FR": (Resource("Numéro national de prévention du suicide", "3114"), Resource("Urgences", "112")),
    "ES": (Resource("Línea de atención a la conducta suicida", "024"), Resource("Emergencias", "112")),
    "MX": (Resource("Línea de la Vida", "800 911 2000"), Resource("Emergencias", "911")),
    "EU": (Resource("Emotional support helplines", "116 123"), Resource("Emergency services", "112")),
}


def resources():
    """Return the Resources of the country in the settings."""
    return list(COUNTRIES[settings.CRISIS_COUNTRY])


@of_few  # two checks and the chat ask of the same question
def danger_in(text):
    """Return [(start, end)], in code points, of the words by which a person shows danger to themselves or others."""
    return distress.places(read(text)) or afar.places(text)


@of_few
def danger_in_context(text):
    """Return the same of a context. It may be what a person writes, where the instruction only says to answer it, or a
    page about such people: so it takes plain words, and somebody who says “I” or of whom it is reported."""
    if not text or not (SPEAKS.search(read(text).plain) or afar.places(text)):
        return []
    reading = read(text)
    _plainest, found = distress.told_by_phrases(reading)
    if len(text) > MESSAGE:  # a page more often than a message: they must say it of themselves
        own = [(start, end) for start, end in reading.sentences if SPEAKS.search(reading.plain, start, end)]
        found = [place for place in found if any(start <= place[0] < end for start, end in own)]
    return found or afar.places(text)


MESSAGE = 600
SPEAKS = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|i'll|my|me|myself|ich|mich|mir|mein(?:e[rmns]?)?|je|moi|mon|mes|yo|mi|mis|quiero|quisiera|"
    r"voy|puedo|estoy|tengo|(?:patient|client|caller|user|pt|she|he|they) (?:says?|said|writes?|wrote|reports?|"
    r"states?))\b|"
    r"\bj'"
)


def shown_in(text):
    """Whether a person shows danger anywhere in what they write, however long: where one is alone with a computer, the
    last line of a long message counts as much as the first."""
    return any(danger_in(part) for part in parts(text))


def parts(text):
    """Yield pieces of a text that are short enough to be read, up to MOST_READ characters of it and its end."""
    lasts = max(0, min(len(text), MOST_READ) - LONGEST)
    starts = [*range(0, lasts + 1, LONGEST - OVERLAP), lasts, max(0, len(text) - LONGEST)]
    for start in dict.fromkeys(starts):
        yield text[start : start + LONGEST]


@of_few  # four checks ask of the same answer
def help_in(text):
    """Whether a text names somebody to turn to in a crisis, of any country: a line, a number, an emergency service, the
    nearest emergency room or an ambulance. A clinic, a doctor or a friend alone are none: nobody may answer there at
    night."""
    reading = read(text)
    found = _HELP.found(reading)
    if not found or not _AGAINST.found(reading):
        return bool(found)
    return any(
        not advised_against(reading.plain, *match.span())
        for number in found
        for match in islice(re.finditer(_HELP.patterns[number], reading.plain), MOST_ASKED)
    )


def advised_against(text, start, end):
    """Whether the place where help is named is told not to be turned to, to be of no use, or not to be here."""
    return bool(_BEFORE.search(text, max(0, start - 60), start + 1) or _AFTER.match(text, end))


TURN = (
    r"(?:call(?:ing)?|text(?:ing)?|dial(?:l?ing)?|phon(?:e|ing)|ring(?:ing)?|bother(?:ing)?(?: with)?|contact(?:ing)?|"
    r"us(?:e|ing)|go(?:ing)? to|involv(?:e|ing)|rush(?:ing)? (?:off )?to|visit(?:ing)?|trust(?:ing)?|get(?:ting)?|"
    r"hav(?:e|ing)|try(?:ing)?|reach(?:ing)? out to|turn(?:ing)? to|tell(?:ing)?|llam(?:ar|es|e)(?: al?)?|"
    r"anrufen|appel(?:er|ez))"
)
# What stands between “call” and the number.
THE = (
    r"(?:,? ?(?:the|an?|any|your|that|those|some|it|there|up|nearest|local|or|and|988|911|suicide|crisis)){0,4}\W{0,3}"
)
BEFORE = (
    r"\b(?:don'?t|do not|(?:would|will|need|can|could|should) not|(?:would|wo|ca|could|need)n'?t|cannot|never|"
    r"(?:don'?t|do not|doesn'?t|does not) need|no hace falta|no es necesario|pas besoin d[e']|nicht nötig|ni|"
    r"no need to|no (?:point|use|sense)(?: in)?|needn'?t|shouldn'?t|should not|not to|avoid|"
    r"(?:don'?t|do not) (?:need|have) to|better not(?: to)?|instead of|rather than|without|stop|skip|"
    rf"forget(?: about)?)"
    rf"(?: (?:ever|even|just|go|waste (?:(?:your|any|their|the) )?time(?: on| with| by| of)?|you|bother))*(?: {TURN})?"
    rf"{THE}|\bonly {TURN}{THE}|\b(?:ends?|ending) (?:in|with) |"
    r"\b(?:this|that|it|i|we|here) ?(?:is|'s|am|'m|are|'re)(?: not(?: an?| the)?| no|n'?t an?)(?: \w+)?\W"
)
ELSEWHERE = r"\b(?:room|suite|apartment|porsche|flight|route|highway|page|extension|ext)\W"
AFTER = (
    r"\W{0,2}(?:lifeline |line |people |lot )?(?:(?:just |only |really |has |have |will )*"
    r"(?:never|won't|wont|can't|cannot|doesn't|does not|don't|didn't|will not) (?:\w+ )?(?:help|do|save|care|change|"
    r"listen|pick up|answer|understand)|(?:is|are|'s) (?:\w+ )?(?:useless|pointless|a joke|a waste|worthless|"
    r"no (?:use|help|good)|not worth|overrated))|"
    r"\W? ?is (?:only |just )?for (?:people with (?:real|serious|true|actual)|others|losers|the weak|real)\b|"
    r"[^.!?]{0,50}\b(?:so|just) skip it\b|[^.!?]{0,10}\bbut (?:this|it|that)(?: is not| isn'?t|'s not)\b|"
    r"\W{0,2}(?:was|were) (?:an? |not |years )|\W{0,2}(?:costs?|bills?)\b|"
    r"\W?(?:dollars|euros|bucks|pounds|pages?|days|miles|km|people|steps|times|points|copies)\b|"
    r"\W?(?:(?!(?:from|on|in|at|the|your|down|or|and|if|to|is)\b)[a-z]+ ){1,2}(?:street|avenue|ave|road|boulevard|blvd|"
    r"lane)\b"
)

# Before the number, or with the mark that stands before it.
_BEFORE, _AFTER = re.compile(f"(?:{BEFORE}).?$|{ELSEWHERE}$"), re.compile(AFTER)
# What stands before a number, which may be the mark that belongs to one of these.
MARK = r"(?:^|[^\d/.,$])"
# Short numbers count where one is told to call them: “15 minutes” is no help.
_HELP = Scan(
    rf"{MARK}(?:9-?8-?8|9-?1-?1|999|116[ -]?123|741[ -]?741|13[ -]?11[ -]?14|3114|85258|686868|50808|"
    r"0800[ -]?111[ -]?0[ -]?(?:111|222)|0800[ -]?1110111|800[ -]?911[ -]?2000|1?-?800-?273-?8255|1?-?800-?222-?1222|"
    r"1?-?800-?799-?7233|838255)(?:[^\d]|$)",
    r"\b(?:call|text|dial|ring|phone|telephone|number|on|or|oder|unter|notruf|al|le|el|wählen|"
    r"hotline)(?: \w+){0,2}? ?:?"
    r"(?: the)? (?:112|000|111|024|142|143|144|147|1737|061|0800)(?:[^\d/]|$)",
    r"\b(?:appelez|composez|ou) le 15\b",
    r"\b(?:lifeline|life line|samaritans?|crisis (?:line|hot ?line|text line|center|centre|team|service|protocol|"
    r"number|"
    r"counsell?or)|hot ?line|help ?line|help-line|text home|text shout|emergency (?:room|services?|number|department|"
    r"line)|"
    r"suicide (?:line|prevention line)|poison (?:control|cent(?:er|re))|a&e|accident and emergency|"
    r"nearest (?:hospital|er|"
    r"emergency)|(?:go to|get to|take (?:him|her|them|yourself) to) (?:the |an? )?(?:hospital|er|emergency)|"
    r"go to (?:the )?emergency|"
    r"to the er|ambulance|telefonseelsorge|notruf|notaufnahme|rettungsdienst|dargebotene hand|urgences|samu|"
    r"emergencias|"
    r"línea de (?:la vida|atención|crisis)|teléfono de la esperanza|call the police|trevor project|kids help phone|"
    r"papyrus|nummer gegen kummer|sos amitié|pieta|befrienders|childline)\b",
)
# Where none of these is found, nobody is advised against any.
_AGAINST = Scan(
    *(f"(?:{BEFORE}|{ELSEWHERE})(?:{pattern.replace(MARK, f'{MARK}?')})" for pattern in _HELP.patterns),
    *(f"(?:{pattern})(?:{AFTER})" for pattern in _HELP.patterns),
)
