"""A piece of text, and what several patterns want to know of it before they look closer."""

import re
from functools import cached_property

WORD = re.compile(r"[^\W\d_]+")
ASCII_WORD = re.compile("[a-z]+")
DIGIT = re.compile("[0-9]")
# Five digits with little between them: without them there is no number that could tell who somebody is.
LONG_NUMBER = re.compile(r"\d(?:[ ().\-–/:+]{0,3}\d){4}")


class Reading:
    """`text`, the same as `lower` at the same places, and its `words`, a set in lower case."""

    def __init__(self, text):
        self.text = text
        self.lower = lowered(text)
        self.words = set((ASCII_WORD if text.isascii() else WORD).findall(self.lower))
        self.has_digit = DIGIT.search(text) is not None

    @cached_property
    def has_long_number(self):
        return self.has_digit and LONG_NUMBER.search(self.text) is not None

    def before(self, place, most=40):
        """Return, in lower case, what stands before a place."""
        return self.lower[max(0, place - most) : place]

    def after(self, place, most=40):
        return self.lower[place : place + most]


def lowered(text):
    """Return the text in lower case, of the same length: a capital I with a dot becomes two characters otherwise."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def whole_words(*words):
    """Return a pattern of any of these words, the longest first."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b")
