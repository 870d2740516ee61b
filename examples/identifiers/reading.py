"""A piece of text, and what several patterns want to know of it before they look closer."""

import re
from functools import cached_property, reduce
from operator import or_

from examples.vocabulary import Remembered

# No more places in one piece are looked at closely: text has fewer, and what has more shall cost no more.
MOST = 100
WORD = re.compile(r"[^\W\d_]+")
# For ASCII, where this is nearly twice as quick: letters stay, all else is a space.
LETTERS = bytes(byte if chr(byte).isalpha() and byte < 128 else ord(" ") for byte in range(256))
DIGIT = re.compile("[0-9]")
# Five digits with little between them: without them there is no number that could tell who somebody is.
LONG_NUMBER = re.compile(r"\d(?:[ ().\-–/:+]{0,3}\d){4}")
CODE = re.compile(r"\d[\w -]{0,3}\d[\w -]{0,3}\d")


EVERY = []
# {word: the bits of all the lists that it is in}
LISTS = Remembered(lambda word: sum(one.bit for one in EVERY if word in one))


def enlist(one):
    one.bit = 1 << len(EVERY)
    EVERY.append(one)
    LISTS.clear()


class Listed(frozenset):
    """Words in lower case of which a Reading is asked whether it has any."""

    def __init__(self, _words):
        enlist(self)


class Endings(tuple):
    """The same of how words end."""

    def __init__(self, _endings):
        enlist(self)

    def __contains__(self, word):
        return word.endswith(tuple(self))


class Reading:
    """`text`, the same as `lower` at the same places, and its `words`, a set in lower case."""

    def __init__(self, text):
        self.text = text
        self.lower = lowered(text)
        words = self.lower.encode().translate(LETTERS).decode().split() if text.isascii() else WORD.findall(self.lower)
        self.words = set(words)
        self.lists = reduce(or_, map(LISTS.__getitem__, self.words), 0)
        self.has_digit = DIGIT.search(text) is not None

    def has(self, listed):
        """Whether one of these Listed words, or Endings, is there."""
        return self.lists & listed.bit

    @cached_property
    def has_long_number(self):
        return self.has_digit and LONG_NUMBER.search(self.text) is not None

    @cached_property
    def has_code(self):
        """Whether three digits stand close together: no number of somebody's has fewer."""
        return self.has_digit and CODE.search(self.text) is not None

    def places_of(self, wanted):
        """Return [(start, end)] of these words, which are in lower case, in the order of the text."""
        lower, found = self.lower, []
        for word in self.words & wanted:
            place = lower.find(word)
            while place >= 0:
                end = place + len(word)
                if not is_part(lower[place - 1 : place]) and not is_part(lower[end : end + 1]):
                    found.append((place, end))
                place = lower.find(word, end)
        return sorted(found)[:MOST]

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
