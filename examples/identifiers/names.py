"""People by name, those who treat them, and the houses they go to: never more than “maybe”.

A word with a capital counts where a sentence does not begin and no list knows it; at the start of a sentence, and in
lower case, it takes a given name or words round it that only stand beside people.
"""

import re
from functools import lru_cache

from examples.identifiers import places
from examples.identifiers.vocabulary import LOWER_NAMES, ONLY_NAMES, is_allowed, is_given, is_known, is_ordinary, plain

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-Я"
CAPITAL = re.compile(rf"[{CAPITALS}][\w'’]*(?:-[\w'’]+)*")
ASCII_CAPITAL = re.compile(r"[A-Z][\w']*(?:-[\w']+)*", re.ASCII)
# What may stand between the parts of one name.
BETWEEN = re.compile(
    r" |\. ?| (?:al|el|ul|ibn|bin|bint|ben|de|del|de la|de los|da|das|do|dos|di|du|la|le|van|van der|van den|von|von der|zu|ter|ten|y|e|st)[ -]"
    r"| ?& | of (?:the )?| (?:al|el|d|o)['’-]| [\"“”'‘]"
)
LONGEST_BETWEEN = 10
ABBREVIATED = {"dr", "mr", "mrs", "ms", "mx", "prof", "st", "sgt", "lt", "capt", "cpt", "col", "maj", "gen", "rev", "fr", "sr",
               "jr", "hr", "fr", "sra", "dra", "mme", "mlle", "med", "vs", "no", "nr", "pt", "ft", "mt", "drs", "hon"}  # fmt: skip
CLINICAL = {"dr", "drs", "doctor", "doc", "prof", "professor", "nurse", "coach", "therapist", "psychiatrist", "psychologist", "counselor",
            "counsellor", "physician", "surgeon", "dra", "doktor", "professorin", "schwester", "pfleger", "docteur", "doctora",
            "midwife", "matron", "paramedic", "pharmacist", "dietitian", "anesthesiologist", "np"}  # fmt: skip
CIVIL = {"mr", "mrs", "ms", "mx", "miss", "mister", "sir", "madam", "madame", "lady", "lord", "herr", "herrn", "frau", "señor",
         "señora", "señorita", "sr", "sra", "don", "doña", "mme", "mlle", "monsieur", "mademoiselle", "signor", "signora"}  # fmt: skip
OTHER_TITLES = {"aunt", "auntie", "uncle", "grandma", "grandpa", "granny", "nana", "cousin", "tía", "tío", "tia", "tio", "tante", "onkel",
                "oma", "opa", "papa", "mama", "abuela", "abuelo", "sgt", "sergeant", "lt", "lieutenant", "capt", "captain", "cpt",
                "major", "maj", "col", "colonel", "cpl", "corporal", "pvt", "private", "gen", "general", "admiral", "commander",
                "officer", "detective", "deputy", "sheriff", "pastor", "father", "rabbi", "imam", "reverend", "rev", "brother",
                "sister", "deacon", "bishop", "judge", "principal", "teacher", "patient", "client", "pt", "baby", "little",
                "big", "old"}  # fmt: skip
TITLES = CLINICAL | CIVIL | OTHER_TITLES
# After these any word with a capital is a name; after the others one that is not an ordinary word.
BEFORE_TITLES = CIVIL | CLINICAL | {"aunt", "uncle", "pastor", "officer", "sgt", "lt", "captain", "sergeant", "capt", "imam", "rabbi"}
CERTAIN = CIVIL | {"dr", "dra", "prof", "doctor", "doktor"}
CREDENTIALS = re.compile(
    r",?\s(?:M\.?D\b\.?|D\.?O\b|Ph\.?D\b\.?|Psy\.?D\b\.?|R\.?N\b|L\.?P\.?N\b|BSN\b|MSN\b|DNP\b|A?P?RN\b|NP\b|PMHNP(?:-BC)?\b|FNP(?:-C)?\b|CRNA\b"
    r"|PA(?:-C)?\b|LCSW\b|LMSW\b|LICSW\b|MSW\b|LMFT\b|MFT\b|LPC\b|LMHC\b|LCPC\b|Pharm\.?D\b|RPh\b|D\.?D\.?S\b|DMD\b|DPT\b|OTR\b|MBBS\b|FRCPsych\b|CNM\b|EMT\b)"
)
RELATIVES = (
    "sister brother sis bro mother father mom mum dad mama papa daughter son wife husband hubby spouse partner girlfriend boyfriend gf bf ex "
    "fiancé fiancée fiance fiancee aunt auntie uncle cousin niece nephew grandma grandpa grandmother grandfather granny nana grandson "
    "granddaughter stepdad stepmom stepson stepdaughter stepsister stepbrother stepfather stepmother friend bestie bff buddy pal roommate "
    "flatmate neighbor neighbour boss coworker colleague supervisor manager sponsor landlord teacher pastor kid child baby twin godmother "
    "godfather godson kiddo mate crush therapist psychiatrist doctor nurse counselor counsellor psychologist coach doc caregiver carer"
).split()
CARERS = {"therapist", "psychiatrist", "doctor", "nurse", "counselor", "counsellor", "psychologist", "coach", "doc"}
KIN_BEFORE = re.compile(r"\b(?:my|his|her|our|their|your|the|pt'?s|patient'?s|client'?s|mi|mein|meine|mon|ma)\s(?:\w+[ -])?$")
KIN_AFTER = re.compile(r"(?:'s name(?: is|'s)|,| is called| is named| named| called)?\s(?P<name>[^\W\d_][\w'’-]+)")
KIN_WORDS = frozenset(RELATIVES)
# In lower case these stand after a relative as verbs and such, never as the name.
NO_NAME = set("will may can mark hope said who is was has had and or but the a an my in on at to for with from that this so says do does did "
              "ally bill chase grant faith art pat skip trip drew rob sue star max min bo an no jay ray guy".split())  # fmt: skip
MY_NAME = re.compile(
    r"\b(?:(?:my|full|first|last|legal|maiden|client|patient|preferred|her|his|their|contact|real|middle|nick|user)\s?(?:full |first |last |middle )?name(?:['’]s| is|:| was| =)|name['’]s|names is|name:|goes by|i go by|go by|goes by the name(?: of)?"
    r"|i am called|i['’]m called|people call me|everyone calls me|they call me|me llamo|se llama|mi nombre es|su nombre es|ich hei(?:ß|ss)e"
    r"|mein name ist|er hei(?:ß|ss)t|sie hei(?:ß|ss)t|je m['’]appelle|s['’]appelle|mon nom est|mi chiamo|meu nome é|me chamo|ik heet|jag heter)\s+(?P<name>[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*){0,3})"
)
NAME_CUES = {"name", "go", "goes", "names", "called", "call", "calls", "llamo", "llama", "nombre", "heiße", "heisse", "heißt", "heisst", "appelle", "nom", "chiamo",
             "nome", "chamo", "heet", "heter"}  # fmt: skip
NAME_STOP = set("and but i im the a an not on is in it or so here with from my what he she was for because please who that this we you "
                "to of at spelled misspelled wrong listed changed your their there written still also only y e und et tengo ich je vivo soy from".split())  # fmt: skip
SIGNED = re.compile(
    rf"(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Ll]ove|[Bb]est|[Cc]heers|[Yy]ours|[Tt]ruly|[Ww]armly|[Rr]espectfully|[Ww]ishes)[,.!]?\s{{0,3}}\n\s{{0,3}}(?P<name>[{CAPITALS}][\w'’-]*\.?(?: [{CAPITALS}][\w'’-]*\.?){{0,2}})\s*(?:\n|$)"
)
LOWER_TITLES = frozenset("dr mr mrs ms prof nurse coach aunt uncle doctor pastor".split())
LOWER_NAME = re.compile(r"\.?\s(?P<name>[a-z][a-z'’-]{2,})")
NOT_TITLED = set("said visits visit office appointment appointments google who phil seuss pepper strange".split())
PART_OF_MORE = re.compile(r"[._@/-]\w|['’](?!s\b)\w")
SURNAME_FIRST = re.compile(rf"\b[{CAPITALS}][{CAPITALS}'’-]{{2,}},\s[{CAPITALS}][\w'’-]+(?:\s[{CAPITALS}]\b\.?)?")
RECORD_CUE = re.compile(r"\b(?:patient|client|pt|name|re|attn|member|resident|dear|mr|mrs|ms|dr)[.:]?\s*$")
# What stands after people.
AFTER = re.compile(
    r",? (?:and|or|&) (?:i|me|my|we|her|his|the kids)\b|['’]s? (?:mom|mother|dad|father|sister|brother|wife|husband|house|place|funeral|birthday|kids?|son|daughter|friend)\b"
    r"| (?:and|or|und|y|et) [a-z]+ (?:and i|came|went|are|were|both|have|had|sat|said|think|know)\b"
    r"|,? (?:says?|said|asked|asks|told|tells|thinks|thought|wants|wanted|called|calls|texted|texts|wrote|writes|here|again|came|comes|drove|drives|picks|picked|gave"
    r"|hugged|cried|cries|laughed|laughs|smiled|died|passed away|loves|hates|knows|knew|sat|sits|reviewed|checked|sent|lives|moved|keeps|kept|never|always|ghosted|hit|yelled"
    r"|lied|cheated|left|stayed|visited|brought|cooked|slept|married|met|took me|is (?:my|a|an|so|very|coming|mad|angry|upset|here|sick|dead|gone|worried|nice|mean|on leave)|was (?:my|there|late|mad|angry|upset)|has (?:a|been|to)|and)\b"
    r"|, (?:she|he|who|my|a|an|\d\d?\b|the)\b|,? \(?\d\d\)?,"
)
# The same after words that have another meaning too; and before them.
AFTER_STRICT = re.compile(
    r",? (?:and|or|&) (?:i|me|we)\b| (?:will|can|could) (?:drive|pick|sit|call|text|meet|wait|bring) (?:me|us|up|with|outside|you)\b|,? (?:says?|said|asked|told|tells|thinks|wants|texted|called|wrote|drove|picks|picked|hugged|cried|laughed|smiled|sat|sits|came over|lives|moved|ghosted|yelled|cheated|lied)\b"
    r"|, (?:she|he|who)(?: is|['’]s| was| has| will)?\b|['’]s (?:mom|mother|dad|father|sister|brother|wife|husband|funeral|birthday)\b"
)
BEFORE_STRICT = re.compile(
    r"\b(?:can|could|told|tell|tells|ask|asked|texted|met|miss|dating|married|hug|hugged|named|if|dear|hi|hey|hello|thanks|about my friend|wants?|let|love you|sincerely|regards|yours"
    rf"|{'|'.join(RELATIVES)}),? $"
)
AFTER_ASKED = re.compile(r" (?:sit|come|comes|drive|drives|join|stay|wait|pick|picks|bring|help|be with|visit|call|know|sleep|hold|take|have|and)\b")
# A word with a capital after these is a medicine, an app, a book.
THING_BEFORE = re.compile(r"\b(?:take|takes|taking|took|prescribed|mg of|mg|dose of|app|brand|generic|tablet|medication|drug|read|reading|watch(?:ed|ing)?|listen(?:ed|ing)? to|play(?:ed|ing)?|titled|like in|using) (?:called )?[\"“']?$")
THING_AFTER = re.compile(
    r" et al\b|(?: (?:and|&) [\w-]+)?,? \(?(?:19|20)\d\d[a-z]?\)|(?:['’]s)? (?:therap(?:y|ies|ist)|method|technique|syndrome|scale|disease|disorder|test|protocol|breathing|position|exercises?|pose|effect|diet|inventory|index|score|questionnaire"
    r"|theory|approach|model|meditation|practice|massage|prayer|tradition|style|app|tablets?|pills?|spray|patch|injections?|drops|assessment|curve|reflex|palsy|sign|law|law of|rule|period|era|version|capsules?|music|movie|film|song|book|series|show)\b"
)
# Too many capitals for names: a headline.
HEADLINE = 0.55
ENGLISH = {"the", "and", "is", "to", "of", "my", "in", "i", "you", "it", "for", "was", "that", "she", "he", "with", "at", "a", "your"}
GERMAN = {"ich", "und", "nicht", "ist", "der", "die", "das", "mit", "ein", "eine", "auf", "zu", "den", "im", "wir", "mein", "meine", "sie", "für", "bin"}
OTHER_LANGUAGES = GERMAN | set("el la los las que y en un una por con para mi se no es le les des et je un une pas est il di che per non sono het een van ik".split())
MOST_WORDS = 6


def found_in(reading):
    words = reading.words
    if not words.isdisjoint(NAME_CUES):
        yield from said(reading)
    if not words.isdisjoint(KIN_WORDS):
        yield from of_kin(reading)
    if not words.isdisjoint(LOWER_NAMES) and is_english(words):
        yield from in_lower_case(reading)
    if not words.isdisjoint(LOWER_TITLES):
        yield from titled_in_lower_case(reading)
    if "\n" in reading.text:
        for match in SIGNED.finditer(reading.text):
            if not is_known(match["name"].lower()):
                yield *match.span("name"), "NAME", "maybe"
    text = reading.text
    capitals = (ASCII_CAPITAL if text.isascii() else CAPITAL).finditer(text)
    tokens = [one for one in capitals if one[0] != "I" and not text[one.start() - 1 : one.start()].isalnum()]
    if tokens:
        yield from with_capital(reading, tokens)


def in_german(words):
    return len(words & GERMAN) > len(words & ENGLISH)


def is_english(words):
    """Return whether a text is English, as far as its smallest words tell; where they tell nothing, it is."""
    return not len(words & ENGLISH) < len(words & OTHER_LANGUAGES)


# In any case


def said(reading):
    """Find names that are said to be names: “my name is …”."""
    for match in MY_NAME.finditer(reading.lower):
        start = match.start("name")
        words = []
        for word in re.finditer(r"[^\s]+", match["name"]):
            place = start + word.start()
            if word[0] in NAME_STOP or (words and reading.text[place].islower() and not is_given(word[0])):
                break
            words.append(word)
        if words:
            yield start, trimmed(reading.text, start, start + words[-1].end()), "NAME", "maybe"


def of_kin(reading):
    for first, last in reading.places_of(KIN_WORDS):
        match = KIN_AFTER.match(reading.lower, last)
        if not match or not KIN_BEFORE.search(reading.before(first, 30)):
            continue
        name, (start, end) = match["name"], match.span("name")
        if reading.text[start].isupper() or name in NO_NAME:
            continue
        if is_given(name) or (not is_known(name) and "'" not in name and AFTER.match(reading.lower, end)):
            yield start, trimmed(reading.text, start, end), "CLINICIAN" if reading.lower[first:last] in CARERS else "NAME", "maybe"


def in_lower_case(reading):
    for start, end in reading.places_of(LOWER_NAMES):
        beside = reading.text[start - 1 : start] in tuple("@/._-#") or PART_OF_MORE.match(reading.text, end)
        if reading.text[start].islower() and not beside:
            yield start, end, "NAME", "maybe"


def titled_in_lower_case(reading):
    for first, last in reading.places_of(LOWER_TITLES):
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


# With a capital


def with_capital(reading, tokens):
    titles = not reading.words.isdisjoint(TITLES)
    for match in SURNAME_FIRST.finditer(reading.text) if any(loud(token[0]) for token in tokens) else ():
        surname, _comma, first = match[0].partition(", ")
        cue = RECORD_CUE.search(reading.before(match.start(), 20))
        if cue or (is_given(first.lower().rstrip(".")) and not is_known(surname.lower())):
            yield *match.span(), "NAME", "maybe"
    telling = [run for run in runs(reading.text, tokens) if titles or not all(dull(token[0]) for token in run)]
    if not telling:
        return
    german = in_german(reading.words)
    plenty = len(tokens) > 4 and len(tokens) > HEADLINE * (len(reading.text.split()) - reading.lower.count(" i "))
    for run in telling:
        found = told_by(reading, run, german, plenty, titles)
        if found:
            start, end, kind = found
            yield start, trimmed(reading.text, start, end), kind, "maybe"


def runs(text, tokens):
    """Yield lists of tokens that may be parts of one name; a word all in capitals stands alone."""
    run = []
    for token in tokens:
        if run and (len(run) == MOST_WORDS or not joined(text, run[-1], token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


@lru_cache(20_000)
def dull(word):
    """Return whether a word, alone or among its like, stands for nothing of somebody's: most words with a capital."""
    word = stem(word)
    return is_known(word) and not is_given(word) and word not in TITLES and not places.counts(word)


def loud(word):
    return len(word) > 1 and word.isupper() and not (len(word) == 2 and "." in word)


def joined(text, one, other):
    if other.start() - one.end() > LONGEST_BETWEEN or loud(one[0]) or loud(other[0]):
        return False
    between = text[one.end() : other.start()]
    if between != " " and not BETWEEN.fullmatch(between):
        return False
    if between.startswith("."):
        return len(one[0]) == 1 or one[0].lower() in ABBREVIATED
    return not (one[0].endswith(("'s", "’s")) and between == " " and not is_place_end(other[0]))


def is_place_end(word):
    return word.lower() in places.ENDS


def told_by(reading, run, german, plenty, titles):
    """Return (start, end, kind) of what a run of words with capitals stands for, or None."""
    text, lower = reading.text, reading.lower
    words = [stem(token[0]) for token in run]
    start, end = run[0].start(), run[-1].end()
    if len(words) == 1 and is_known(words[0]) and not is_given(words[0]):
        return by_title(reading, run, words) if titles else None
    opening = begins_sentence(text, start)
    facility = places.facility(words, opening, reading.before(start))
    if facility is not None:
        return run[facility].start(), end, "FACILITY"
    titled = by_title(reading, run, words)
    if titled:
        return titled
    credentials = CREDENTIALS.match(text, end)
    if credentials and not all(is_known(word) for word in words) and not loud(run[0][0]):
        first = next(place for place, word in enumerate(words) if not (is_known(word) and not is_given(word)) or len(word) == 1)
        return run[first].start(), credentials.end(), "CLINICIAN"
    if loud(run[0][0]):
        named = RECORD_CUE.search(reading.before(start, 20)) and len(words[0]) > 3 and not is_known(words[0])
        return (start, end, "NAME") if named or (len(words[0]) > 3 and words[0] in ONLY_NAMES and not plenty) else None
    first = first_of_name(words, opening)
    if first is None:
        if len(words) > 1 and words[-1] in places.TOWN_ENDS and places.AT_HOME.search(reading.before(start)):
            return start, end, "ADDRESS"
        return None
    if first == len(words):
        pair = len(run) == 2 and is_given(words[0]) and words[1] not in THINGS and not is_allowed(words[0])
        if pair and (AFTER.match(lower, end) or not opening and BEFORE_STRICT.search(reading.before(start))):
            return start, end, "NAME"
        if places.AT_HOME.search(reading.before(start)) and (words[-1] in places.TOWN_ENDS and len(words) > 1 or words[0] in places.TOWNS):
            return start, end, "ADDRESS"
        alone = opening and len(run) == 2 and not is_given(words[0])
        if (len(run) == 1 or alone) and is_given(words[-1]) and person_round(reading, run[-1], opening and not alone):
            return run[-1].start(), end, "NAME"
        return None
    start = run[first].start()
    core = words[first:]
    if all(len(word.strip(".")) < 2 or is_known(word) and not is_given(word) for word in core) or any(GLUED.search(run[first + n][0]) for n in range(len(core))):
        return None
    given = any(word in ONLY_NAMES or plain(word) in ONLY_NAMES or "-" in word and is_given(word) for word in core)
    if (german or plenty) and not given:
        return None
    if not given and (THING_BEFORE.search(reading.before(start)) or THING_AFTER.match(lower, end)):
        return None
    if len(core) == 1 and not given and (opening and first == 0 or len(core[0]) < 2):
        if len(core[0]) < 2 or not AFTER.match(lower, end):
            return None
    if core[-1] in THINGS and not given:
        return None
    return start, end, places.kind_of_unknown(reading.before(start), given, CARER_BEFORE)


CARER_BEFORE = re.compile(rf"\b(?:{'|'.join(CARERS)})(?:['’]s name is| is|,| named| called)? $")
# Words that ran into each other where a line end was lost: “PatternsA”; not McGrath, DeShawn, LaRose.
GLUED = re.compile(r"[a-z]{4}[A-Z]|^(?!Ma?c|De|La|Le|Di|Van|Fitz|O)[A-Z][a-z]{2,3}[A-Z]")
THINGS = set("therapy method technique syndrome scale disease disorder test protocol breathing position exercise exercises pose effect diet inventory "
             "index score questionnaire theory approach model meditation practice massage prayer style app act program programme study "
             "journey manual handbook guide network steps step award day week month season".split())  # fmt: skip


def by_title(reading, run, words):
    """Return what a title in the run, or before it, stands with."""
    for place, word in enumerate(words):
        if word not in TITLES or place + 1 == len(words):
            continue
        rest = words[place + 1 :]
        named = [part for part in rest if part not in TITLES and (len(part) > 1 or len(rest) > 1)]
        if not named or named[0] in NOT_TITLED:
            return None
        if word not in CERTAIN and is_allowed(named[0]) and not is_given(named[0]):
            return None
        if word not in CERTAIN and all(is_ordinary(part) and (not is_given(part) or place == 0) for part in named):
            return None
        if word in ("patient", "client", "pt", "little", "old", "baby", "private", "general", "principal", "teacher"):
            return run[place + 1].start(), run[-1].end(), "NAME"
        kind = "CLINICIAN" if any(part in CLINICAL for part in words[: place + 1]) else "NAME"
        return run[place].start(), run[-1].end(), kind
    before = TITLE_BEFORE.search(reading.before(run[0].start(), 14))
    if before and (title := before[1] or before[2]) in BEFORE_TITLES:
        if words[0] not in NOT_TITLED and (title in CERTAIN or not is_known(words[0]) or is_given(words[0])):
            kind = "CLINICIAN" if title in CLINICAL else "NAME"
            return run[0].start() - len(before[0]), run[-1].end(), kind
    return None


TITLE_BEFORE = re.compile(r"\b(?:(dr|mr|mrs|ms|mx|prof|sgt|lt|capt|sr|sra|dra)\.?|([a-zñéí]+)) $")


def first_of_name(words, opening):
    """Return the place of the first word that belongs to a name; the number of words where all are known ones, and
    None where they are ordinary beyond doubt."""
    first = 0
    while first < len(words) and is_known(words[first]):
        first += 1
    if first == len(words):
        if is_given(words[-1]) and len(words) < 3 or is_given(words[0]) and len(words) == 2:
            return first
        return None
    if first and is_given(words[first - 1]) and not (opening and first == 1 and words[0] in ("will", "may", "can")):
        first -= 1
    return first


def person_round(reading, token, opening):
    """Return whether a word that is a given name and something else too stands as a person does."""
    start, end = token.span()
    word = stem(token[0])
    if AFTER_STRICT.match(reading.lower, end):
        return True
    before = reading.before(start)
    if BEFORE_STRICT.search(before) and (not opening or word not in ("will", "may")):
        return not is_allowed(word) or AFTER_ASKED.match(reading.lower, end) is not None or re.search(r"(?:told|ask|asked|met|hi|hey|dear|named),? $", before)
    return not opening and not is_allowed(word)


def begins_sentence(text, place):
    """Return whether a sentence, a line, a quotation or an item of a list begins at a place."""
    before = text[max(0, place - 12) : place]
    bare = before.rstrip()
    if not bare:
        return place <= 12 or "\n" in before
    if bare[-1] in OPENING or "\n" in before[len(bare) :]:
        return True
    if bare[-1] in "-–—•([":
        lead = bare[:-1].rstrip(" \t-–—•([")
        return not lead or lead[-1] in "\n.!?:"
    if bare[-1] == ".":
        word = ENDING_WORD.search(bare)
        return not (word and (word[1].lower() in ABBREVIATED or len(word[1]) == 1 and word[1].isupper()))
    return bare[-1] in "!?…:;|"


OPENING = frozenset("\"“‘«¿¡*_#>`")
ENDING_WORD = re.compile(r"([^\W\d_]+)\.$")


@lru_cache(20_000)
def stem(word):
    lower = word.lower()
    lower = lower if lower.isascii() else lower.replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower.rstrip("'-")


def trimmed(text, start, end):
    """Return the end of a name without a genitive and the marks after it."""
    while end > start and text[end - 1] in "'’-.,":
        end -= 1
    return end - 2 if text[end - 2 : end] in ("'s", "’s") and end - 2 > start else end
