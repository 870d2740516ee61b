"""Which words a text has of many lists, told in one go: what was once learned of a token is remembered, as a number
with a bit for each list. Most texts have nothing of most lists, and are done with that.
"""

from functools import reduce
from operator import or_


class Remembered(dict):
    """{token: what a function makes of it}, of those met so far as long as there are not too many: people use few words
    often."""

    MOST, LONGEST = 60_000, 40

    def __init__(self, make):
        self.make = make

    def __missing__(self, token):
        made = self.make(token)
        if len(self) >= self.MOST:
            self.clear()
        if len(token) <= self.LONGEST:
            self[token] = made
        return made


class Vocabulary:
    """What is asked of the tokens of the same texts: of some whether a word of theirs is in a list (`words_of` returns
    the words of a token), of others whatever a function says."""

    def __init__(self, words_of):
        self.words_of, self.bits, self.questions, self.number = words_of, {}, [], 0
        self.masks = Remembered(self.mask)

    def enlist(self, words):
        """Return the bit of a new list of words."""
        bit = self.bit()
        self.add(words, bit)
        return bit

    def add(self, words, bits):
        for word in words:
            self.bits[word] = self.bits.get(word, 0) | bits

    def ask(self, question):
        """Return the bit of the tokens for which a function says yes."""
        bit = self.bit()
        self.questions.append((question, bit))
        return bit

    def bit(self):
        self.masks.clear()
        self.number += 1
        return 1 << self.number

    def mask(self, token):
        mask = 0
        for word in self.words_of(token):
            mask |= self.bits.get(word, 0)
        for question, bit in self.questions:
            mask |= bit if question(token) else 0
        return mask

    def mask_of(self, tokens):
        return reduce(or_, map(self.masks.__getitem__, tokens), 0)
