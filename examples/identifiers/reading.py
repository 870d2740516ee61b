"""A piece of text, and what several patterns want to know of it before they look closer."""

import re
from functools import reduce
from operator import or_

from django.utils.functional import cached_property

from examples.identifiers.looks import Together, mask_of
from examples.tokens import tokens_in
from examples.vocabulary import SHARED, Remembered

# No more places in one piece are looked at closely: text has fewer, and what has more shall cost no more.
MOST = 100
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile("[0-9]")
# Five digits with little between them: without them there is no number that could tell who somebody is.
LONG_NUMBER = re.compile(r"\d(?:[ ().\-–—·/:+\n]{0,3}\d){4}")
CODE = re.compile(r"\d[\w -]{0,3}\d[\w -]{0,3}\d")


def has_digit(token):
    return DIGIT.search(token)


def has_capital(token):
    return token != token.lower()


class Listed(frozenset):
    """Words in lower case of which a Reading is asked whether it has any."""

    def __init__(self, _words):
        self.bit = SHARED.enlist(self, words_of)


class Asked:
    """What a Reading is asked of its tokens, as they stand between two spaces: whether a function says yes to any.
    `where` says which tokens it can be."""

    def __init__(self, question, where=bool):
        self.bit = SHARED.ask(question, where)


class AnyOf:
    """Any of several that a Reading is asked for."""

    def __init__(self, *those):
        self.bit = reduce(or_, [one.bit for one in those])


class Reading:
    """`text`, the same as `lower` at the same places, its `words`, a set in lower case, and `mask`, with the bit of
    each Listed and Asked that some token has, and of each Look that holds. `scanned` is what was found in it, by
    whoever looked."""

    def __init__(self, text):
        self.text = text
        self.lines, self.scanned = "\n" in text, {}
        self.tokens = tokens_in(text)
        self.mask = mask_of(self.tokens)
        self.has_digit = self.mask & HAS_DIGIT.bit

    @cached_property
    def lower(self):
        return lowered(self.text)

    def has(self, wanted):
        """Whether one of these Listed words is there, or what is Asked."""
        return self.mask & wanted.bit

    @cached_property
    def words(self):
        return {word for token in {*self.tokens.all} for word in WORDS[token]}

    @cached_property
    def has_long_number(self):
        return self.mask & MAY_BE_LONG.bit != 0 and LONG_NUMBER.search(self.text) is not None

    @cached_property
    def has_code(self):
        """Whether three digits stand close together: no number of somebody's has fewer."""
        return self.mask & MAY_BE_CODE.bit != 0 and CODE.search(self.text) is not None

    def places_of(self, wanted):
        """Return [(start, end)] of these Listed words in the order of the text."""
        lower, found = self.lower, []
        for word in self.those_of(wanted):
            place = lower.find(word)
            while place >= 0:
                end = place + len(word)
                if not is_part(lower[place - 1 : place]) and not is_part(lower[end : end + 1]):
                    found.append((place, end))
                place = lower.find(word, end)
        return sorted(found)[:MOST]

    def places_in(self, look, wanted):
        """Return the same, of those at which a Look holds."""
        lower, found = self.lower, []
        for first, last in self.tokens.rows.get(look, ()):
            for match in WORD.finditer(lower, *self.tokens.span(first, last)):
                start, end = match.span()
                if match[0] in wanted and not is_part(lower[start - 1 : start]) and not is_part(lower[end : end + 1]):
                    found.append((start, end))
        return found[:MOST]

    def those_of(self, wanted):
        """Return the set of these Listed words that are there."""
        tokens = self.tokens.all
        return {word for place in self.tokens.places(wanted.bit) for word in WORDS[tokens[place]]} & wanted

    def before(self, place, most=40):
        """Return, in lower case, what stands before a place."""
        return self.lower[max(0, place - most) : place]

    def after(self, place, most=40):
        return self.lower[place : place + most]


def words(text):
    """Return the words of a list that is written as one text."""
    return tuple(text.split())


def is_part(letter):
    return letter.isalnum() or letter == "_"


def lowered(text):
    """Return the text in lower case, of the same length: a capital I with a dot becomes two characters otherwise."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def words_of(token):
    return WORD.findall(lowered(token))


WORDS = Remembered(words_of)

HAS_DIGIT = Asked(bool, where=has_digit)
# Whether enough digits may stand together for a CODE, and for a LONG_NUMBER.
MAY_BE_CODE, MAY_BE_LONG = Together(HAS_DIGIT, 3), Together(HAS_DIGIT, 5)
# A letter that is no word: two of them in a row are a word that is spelled out, “J o h n”.
LONE_LETTER = Asked(lambda token: len(token) == 1 and token.isalpha() and token not in "aAI")
