"""Names and houses by their capitals."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from examples.identifiers import places
from examples.identifiers.cues import (
    ABBREVIATED,
    AFTER,
    AFTER_ASKED,
    AFTER_STRICT,
    ASCII_CAPITAL,
    BEFORE_STRICT,
    BEFORE_TITLES,
    BETWEEN,
    CAPITAL,
    CARER_BEFORE,
    CERTAIN,
    CLINICAL,
    CREDENTIALS,
    ENDING_WORD,
    ENGLISH,
    GERMAN,
    GLUED,
    HEADLINE,
    LONGEST_BETWEEN,
    MOST_WORDS,
    NOT_TITLED,
    OF_THE_NAMELESS,
    OPENING,
    RECORD_CUE,
    SURNAME_FIRST,
    THING_AFTER,
    THING_BEFORE,
    THINGS,
    TITLE_BEFORE,
    TITLES,
    TOLD_BEFORE,
)
from examples.identifiers.reading import Asked, Reading, has_capital, lowered
from examples.identifiers.vocabulary import ONLY_NAMES, is_allowed, is_given, is_known, is_ordinary, plain

CAPITALS = Asked(lambda token: {*capitals_in(token)} - {"I"}, where=has_capital)
LOUD = Asked(lambda token: any(map(loud, capitals_in(token))), where=has_capital)
TELLING = Asked(
    lambda token: any(loud(word) or not dull(word) for word in capitals_in(token) if word != "I"), where=has_capital
)

# What ends the name of a line to call, which is nobody's, and of those that are there for everybody.
HELPLINES = frozenset(("hotline", "helpline", "lifeline", "safeline", "warmline", "anonymous"))
PUBLIC = {("protective", "services"), ("trevor", "project"), ("support", "international")}


def capitals_in(token):
    return (ASCII_CAPITAL if token.isascii() else CAPITAL).findall(token)


@lru_cache(20_000)
def follows_title(before):
    """Whether a title ends what stands before a word, so that who has it may follow."""
    before = TITLE_BEFORE.search(before)
    return before and (before[1] or before[2]) in BEFORE_TITLES


TITLE_ENDS = Asked(lambda token: follows_title(lowered(token)[-13:] + " "))
TOWNS = Asked(lambda token: any(stem(word) in places.TOWNS for word in capitals_in(token)), where=has_capital)


def may_have_names(reading):
    """Whether a closer look at words with a capital is worth it."""
    if reading.has(TELLING) or reading.has(TOWNS):
        return True
    return reading.has(TITLE_ENDS) and reading.has(CAPITALS) and reading.beside(TITLE_ENDS, CAPITALS)


def with_capital(reading, tokens):
    titles = bool(reading.has(TITLES))
    if reading.has(LOUD):
        for match in SURNAME_FIRST.finditer(reading.text):
            surname, _comma, first = match[0].partition(", ")
            cue = RECORD_CUE.search(reading.before(match.start(), 20))
            if cue or (is_given(first.lower().rstrip(".")) and not is_known(surname.lower())):
                yield *match.span(), "NAME", "maybe"
    telling = [Run(reading, run) for run in runs(reading.text, tokens) if tells(reading, run)]
    if not telling:
        return
    german = reading.has(GERMAN) and in_german(reading.words)
    plenty = len(tokens) > 4 and len(tokens) > HEADLINE * (len(reading.text.split()) - reading.lower.count(" i "))
    for run in telling:
        told = told_by(run, german, plenty, titles)
        if told:
            start, end, kind = told
            yield start, trimmed(reading.text, start, end), kind, "maybe"


def tells(reading, run):
    """Whether a run of words with a capital may stand for somebody: of known words, one after a title, or a town of
    several."""
    if not all(dull(token[0]) for token in run):
        return True
    if len(run) > 1 and stem(run[0][0]) in places.TOWNS:
        return True
    return reading.has(TITLE_ENDS) and follows_title(reading.before(run[0].start(), 14))


def in_german(there):
    return len(there & GERMAN) > len(there & ENGLISH)


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


@dataclass
class Run:
    """Words with capitals that may be parts of one name: as they stand in the text and, in `words`, in lower case."""

    reading: Reading
    tokens: list

    @cached_property
    def words(self):
        return [stem(token[0]) for token in self.tokens]

    @property
    def start(self):
        return self.tokens[0].start()

    @property
    def end(self):
        return self.tokens[-1].end()

    @cached_property
    def before(self):
        return self.reading.before(self.start)

    @cached_property
    def opening(self):
        return begins_sentence(self.reading.text, self.start)

    def followed_by(self, pattern):
        return pattern.match(self.reading.lower, self.end)

    def rest(self, place):
        return Run(self.reading, self.tokens[place:])


def told_by(run, german, plenty, titles):
    """Return (start, end, kind) of what a run stands for, or None."""
    words = run.words
    if words[-1] in HELPLINES or tuple(words[-2:]) in PUBLIC:
        return None
    if len(words) == 1 and is_known(words[0]) and not is_given(words[0]):
        return by_title(run) if titles else None
    facility = places.facility(words, run.opening)
    if facility is not None:
        return run.tokens[facility].start(), run.end, "FACILITY"
    titled = by_title(run) or by_credentials(run)
    if titled:
        return titled
    if loud(run.tokens[0][0]):
        named = RECORD_CUE.search(run.before) and not is_known(words[0])
        named = named or (words[0] in ONLY_NAMES and not plenty)
        return (run.start, run.end, "NAME") if named and len(words[0]) > 3 else None
    first = first_of_name(words, run.opening)
    if first == len(words):
        return of_known_words(run)
    return of_unknown_words(run.rest(first), run.opening and first == 0, german or plenty)


def by_title(run):
    """Return what a title in the run, or before it, stands with."""
    words = run.words
    for place, word in enumerate(words[:-1]):
        if word not in TITLES:
            continue
        rest = words[place + 1 :]
        named = [part for part in rest if part not in TITLES and (len(part) > 1 or len(rest) > 1)]
        if not named or named[0] in NOT_TITLED:
            return None
        if word not in CERTAIN and is_allowed(named[0]) and not is_given(named[0]):
            return None
        if word not in CERTAIN and all(is_ordinary(part) and (not is_given(part) or place == 0) for part in named):
            return None
        if word in OF_THE_NAMELESS:
            return run.tokens[place + 1].start(), run.end, "NAME"
        kind = "CLINICIAN" if any(part in CLINICAL for part in words[: place + 1]) else "NAME"
        return run.tokens[place].start(), run.end, kind
    before = titled(run.before) and TITLE_BEFORE.search(run.before[-14:])
    title = before and (before[1] or before[2])
    if title not in BEFORE_TITLES or words[0] in NOT_TITLED:
        return None
    if title not in CERTAIN and is_known(words[0]) and not is_given(words[0]):
        return None
    return run.start - len(before[0]), run.end, "CLINICIAN" if title in CLINICAL else "NAME"


def titled(before):
    """Whether a text may end with a title; a quick look."""
    word = before[-14:].rstrip(" .").rpartition(" ")[2]
    return before.endswith(" ") and (word in BEFORE_TITLES or not word.isalpha())


def by_credentials(run):
    """Return a name with letters after it: “Helen Marsh, RN”."""
    credentials = CREDENTIALS.match(run.reading.text, run.end)
    if not credentials or loud(run.tokens[0][0]) or all(map(is_known, run.words)):
        return None
    telling = (is_given(word) or not is_known(word) or len(word) == 1 for word in run.words)
    first = next(place for place, tells in enumerate(telling) if tells)
    return run.tokens[first].start(), credentials.end(), "CLINICIAN"


def first_of_name(words, opening):
    """Return the place of the first word that belongs to a name; the number of words where all are known ones."""
    first = 0
    while first < len(words) and is_known(words[first]):
        first += 1
    if first == len(words):
        return first
    if first and is_given(words[first - 1]) and not (opening and first == 1 and words[0] in ("will", "may", "can")):
        first -= 1
    return first


def of_known_words(run):
    """Return the person or town that words stand for which have another meaning too."""
    words, opening = run.words, run.opening
    town = words[0] in places.TOWNS or (len(words) > 1 and words[-1] in places.TOWN_ENDS)
    if town and places.AT_HOME.search(run.before):
        return run.start, run.end, "ADDRESS"
    pair = len(words) == 2 and is_given(words[0]) and words[1] not in THINGS and not is_allowed(words[0])
    if pair and (run.followed_by(AFTER) or (not opening and BEFORE_STRICT.search(run.before))):
        return run.start, run.end, "NAME"
    led = opening and len(words) == 2 and not is_given(words[0])  # “Can May sit with me?”
    if is_given(words[-1]) and (len(words) == 1 or led):
        last = run.rest(len(words) - 1)
        if person_round(last, opening and not led):
            return last.start, last.end, "NAME"
    return None


def of_unknown_words(run, opening, given_only):
    """Return what a run stands for that begins with a word which no list knows, or with a given name."""
    words = run.words
    if all(len(word) < 2 or (is_known(word) and not is_given(word)) for word in words):
        return None
    if any(GLUED.search(token[0]) for token in run.tokens):
        return None
    given = any(word in ONLY_NAMES or plain(word) in ONLY_NAMES or ("-" in word and is_given(word)) for word in words)
    if not given:
        if given_only or words[-1] in THINGS or THING_BEFORE.search(run.before) or run.followed_by(THING_AFTER):
            return None
        if len(words) == 1 and (len(words[0]) < 2 or (opening and not run.followed_by(AFTER))):
            return None
    return run.start, run.end, places.kind_of_unknown(run.before, given, CARER_BEFORE, words)


def person_round(run, opening):
    """Return whether a word that is a given name and something else too stands as a person does."""
    [word] = run.words
    if run.followed_by(AFTER_STRICT):
        return True
    if BEFORE_STRICT.search(run.before) and (not opening or word not in ("will", "may")):
        return bool(not is_allowed(word) or run.followed_by(AFTER_ASKED) or TOLD_BEFORE.search(run.before))
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
        return not (word and (word[1].lower() in ABBREVIATED or (len(word[1]) == 1 and word[1].isupper())))
    return bare[-1] in "!?…:;|"


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
