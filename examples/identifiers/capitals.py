"""Names and houses by their capitals."""

from examples.identifiers import places
from examples.identifiers.cues import (
    AFTER,
    AFTER_ASKED,
    AFTER_STRICT,
    BEFORE_STRICT,
    BEFORE_TITLES,
    CARER_BEFORE,
    CERTAIN,
    CLINICAL,
    CREDENTIALS,
    ENGLISH,
    GERMAN,
    GLUED,
    HEADLINE,
    NOT_TITLED,
    OF_THE_NAMELESS,
    RECORD_CUE,
    SURNAME_AT_END,
    SURNAME_FIRST,
    THING_AFTER,
    THING_BEFORE,
    THINGS,
    TITLE_BEFORE,
    TITLES,
    TOLD_BEFORE,
)
from examples.identifiers.reading import AnyOf, Asked, has_capital
from examples.identifiers.runs import TELLS, TITLE_ENDS, loud, number_of_capitals, telling_runs
from examples.identifiers.vocabulary import (
    ONLY_NAMES,
    is_allowed,
    is_given,
    is_known,
    is_nobody,
    is_only_name,
    is_ordinary,
)
from examples.reading import once

# What ends the name of a line to call, which is nobody's, and of those that are there for everybody.
HELPLINES = frozenset(("hotline", "helpline", "lifeline", "safeline", "warmline", "anonymous"))
PUBLIC = {("protective", "services"), ("trevor", "project"), ("support", "international")}
SURNAME = Asked(SURNAME_AT_END.search, where=has_capital)
WANTED = AnyOf(TELLS, SURNAME)


def found_in(reading):
    text = reading.text
    if reading.has(SURNAME):
        for match in SURNAME_FIRST.finditer(text):
            surname, _comma, first = match[0].partition(", ")
            cue = RECORD_CUE.search(reading.before(match.start(), 20))
            if cue or (is_given(first.lower().rstrip(".")) and not is_known(surname.lower())):
                yield *match.span(), "NAME", "maybe"
    for run in telling_runs(reading) if reading.has(TELLS) else ():
        told = told_by(run)
        if told:
            start, end, kind = told
            yield start, trimmed(text, start, end), kind, "maybe"


@once  # asked for each of the names of a text
def tells_nothing(reading):
    """Whether a capital tells no name: in German, and where too many words have one."""
    return in_german(reading) or is_headline(reading)


@once
def is_headline(reading):
    number = number_of_capitals(reading.tokens)
    return number > 4 and number > HEADLINE * (len(reading.text.split()) - reading.lower.count(" i "))


def in_german(reading):
    return reading.has(GERMAN) and len(reading.words & GERMAN) > len(reading.words & ENGLISH)


def told_by(run):
    """Return (start, end, kind) of what a run stands for, or None."""
    words = run.words
    if words[-1] in HELPLINES or tuple(words[-2:]) in PUBLIC:
        return None
    if len(words) == 1 and is_nobody(words[0]):
        return by_title(run) if run.reading.has(TITLES) else None
    facility = places.facility(words, run.opening) if len(words) > 1 else None
    if facility is not None:
        return run.tokens[facility].start(), run.end, "FACILITY"
    titled = by_title(run) or by_credentials(run)
    if titled:
        return titled
    if loud(run.tokens[0][0]):
        named = RECORD_CUE.search(run.before) and not is_known(words[0])
        named = named or (words[0] in ONLY_NAMES and not is_headline(run.reading))
        return (run.start, run.end, "NAME") if named and len(words[0]) > 3 else None
    first = first_of_name(run)
    if first == len(words):
        return of_known_words(run)
    return of_unknown_words(run.rest(first), first == 0 and run.opening)


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
    if not run.reading.has(TITLE_ENDS):
        return None
    before = titled(run.before) and TITLE_BEFORE.search(run.before[-14:])
    title = before and (before[1] or before[2])
    if title not in BEFORE_TITLES or words[0] in NOT_TITLED:
        return None
    if title not in CERTAIN and is_nobody(words[0]):
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


def first_of_name(run):
    """Return the place of the first word that belongs to a name; the number of words where all are known ones."""
    words, first = run.words, 0
    while first < len(words) and is_known(words[first]):
        first += 1
    if first == len(words):
        return first
    asks = first == 1 and words[0] in ("will", "may", "can") and run.opening
    if first and is_given(words[first - 1]) and not asks:
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


def of_unknown_words(run, opening):
    """Return what a run stands for that begins with a word which no list knows, or with a given name."""
    words = run.words
    if all(len(word) < 2 or is_nobody(word) for word in words):
        return None
    if any(GLUED.search(token[0]) for token in run.tokens):
        return None
    given = any(map(is_only_name, words))
    if not given:
        if len(words) == 1 and (len(words[0]) < 2 or (opening and not run.followed_by(AFTER))):
            return None
        if words[-1] in THINGS or run.followed_by(THING_AFTER) or THING_BEFORE.search(run.before):
            return None
        if tells_nothing(run.reading):
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


def trimmed(text, start, end):
    """Return the end of a name without a genitive and the marks after it."""
    while end > start and text[end - 1] in "'’-.,":
        end -= 1
    return end - 2 if text[end - 2 : end] in ("'s", "’s") and end - 2 > start else end
