"""Runs of words with a capital: which may be parts of one name, and which may stand for somebody."""

import re
from functools import lru_cache

from django.utils.functional import cached_property

from examples.identifiers import places
from examples.identifiers.cues import (
    ABBREVIATED,
    AFTER_BEGINS,
    ASCII_CAPITAL,
    BEFORE_TITLES,
    BETWEEN,
    CAPITAL,
    ENDING_WORD,
    LONGEST_BETWEEN,
    MOST_WORDS,
    OPENING,
    TITLE_BEFORE,
    TITLES,
)
from examples.identifiers.looks import Opening, Rows
from examples.identifiers.reading import Asked, has_capital, lowered
from examples.identifiers.vocabulary import is_given, is_known, is_nobody
from examples.vocabulary import Remembered

# Tokens from one word of a name to the next at most, as in “Maria de la Cruz”.
REACH = 3


def capitals_in(text, start=0, end=None):
    """Return the matches of the words with a capital, but “I” and what goes on within a word."""
    pattern, end = ASCII_CAPITAL if text.isascii() else CAPITAL, len(text) if end is None else end
    found = pattern.finditer(text, start, end)
    return [one for one in found if one[0] != "I" and not text[one.start() - 1 : one.start()].isalnum()]


@lru_cache(20_000)
def stem(word):
    lower = word.lower()
    lower = lower if lower.isascii() else lower.replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower.rstrip("'-")


@lru_cache(20_000)
def dull(word):
    """Return whether a word, alone or among its like, stands for nothing of somebody's: most words with a capital."""
    word = stem(word)
    return is_nobody(word) and word not in TITLES and not places.counts(word)


def tells_alone(word):
    """Whether a word may stand for somebody or some place, or begin what does."""
    return not dull(word) or stem(word) in places.TOWNS


def loud(word):
    return len(word) > 1 and word.isupper() and not (len(word) == 2 and "." in word)


@lru_cache(20_000)
def follows_title(before):
    """Whether a title ends what stands before a word, so that who has it may follow."""
    before = TITLE_BEFORE.search(before)
    return before and (before[1] or before[2]) in BEFORE_TITLES


def is_title_alone(words):
    """Whether of some words with a capital there is one, and it only makes a name with others: “Patient”, “Street”."""
    return len(words) == 1 and is_nobody(stem(words[0])) and stem(words[0]) not in places.TOWNS


def is_unknown(token):
    """Whether a token is one word that no list knows, as it is nothing where a sentence begins."""
    if not UNKNOWN.fullmatch(token):
        return False
    word = stem(token.rstrip(".,:;!?"))
    return not (is_known(word) or is_given(word) or word in places.TOWNS or places.counts(word) or word in TITLES)


UNKNOWN = re.compile(r"[A-Z][a-z]{3,}[.,:;!?]?")
CAPITALS = Asked(capitals_in, where=has_capital)
TELLING = Asked(lambda token: any(tells_alone(one[0]) for one in capitals_in(token)), where=has_capital)
ALONE = Asked(lambda token: is_title_alone([one[0] for one in capitals_in(token)]), where=has_capital)
TITLE_ENDS = Asked(lambda token: follows_title(lowered(token)[-13:] + " "))
# Rows of words with a capital in which one tells, by itself, beside others or after a title: two ends of a line may
# stand between. A word that no list knows tells nothing where a sentence begins, unless people do what follows.
TELLS = Rows(
    CAPITALS, TELLING, ALONE, TITLE_ENDS,
    Opening(
        Asked(is_unknown, where=has_capital),
        Asked(re.compile(r"[a-z]{5}[.!?]$").search),
        Asked(AFTER_BEGINS.match),
    ),
    REACH,
)  # fmt: skip
HOW_MANY = Remembered(lambda token: len(capitals_in(token)))


def telling_runs(reading):
    """Return the Runs that may stand for somebody. Most words with a capital only begin a sentence, and nothing is
    made of these."""
    text, found = reading.text, []
    for first, last in reading.tokens.rows.get(TELLS, ()):
        for run in runs(text, capitals_in(text, *reading.tokens.span(first, last))):
            if tells(reading, run):
                found.append(Run(reading, run))
    return found


def number_of_capitals(tokens):
    """Return how many words with a capital there are."""
    return sum([HOW_MANY[tokens.all[place]] for place in tokens.places(CAPITALS.bit)])


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


def tells(reading, run):
    """Whether a run of words with a capital may stand for somebody: of known words, one after a title, or a town of
    several."""
    for token in run:
        if not dull(token[0]):
            return True
    if len(run) > 1 and stem(run[0][0]) in places.TOWNS:
        return True
    return reading.has(TITLE_ENDS) and follows_title(reading.before(run[0].start(), 14))


class Run:
    """Words with capitals that may be parts of one name: as they stand in the text and, in `words`, in lower case."""

    def __init__(self, reading, tokens):
        self.reading, self.tokens = reading, tokens
        self.start, self.end = tokens[0].start(), tokens[-1].end()
        self.words = [stem(token[0]) for token in tokens]

    @cached_property
    def before(self):
        return self.reading.before(self.start)

    @cached_property
    def opening(self):
        return begins_sentence(self.reading.text, self.start)

    def followed_by(self, pattern):
        return pattern.match(self.reading.lower, self.end)

    def rest(self, place):
        return Run(self.reading, self.tokens[place:]) if place else self


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
