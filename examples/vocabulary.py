"""Which words a text has of many lists, told in one go: what was once learned of a token is remembered, as a number
with a bit for each list. Most texts have nothing of most lists, and are done with that.
"""

from functools import reduce
from itertools import compress, count
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


# No trainer keeps more than about 8,000 characters; what is beyond is not read, so that no text takes long.
LONGEST = 20_000
KEPT = []
MOST_KEPT, LEAST = 800_000, 200  # characters, of which each text counts for some at least


def of_few(function):
    """Remember what a function makes of the last texts, which several ask for one after another, until these are
    MOST_KEPT long. It is forgotten when a module is imported that asks for more."""
    kept, size = {}, 0
    KEPT.append(kept)

    def remembered(text):
        nonlocal size
        try:
            return kept[text]
        except KeyError:
            made = function(text)
            length = room_for(text)
            size += length
            if size > MOST_KEPT or not kept:
                kept.clear()
                size = length
            if len(text) <= MOST_KEPT:
                kept[text] = made
            return made

    return remembered


def room_for(text):
    """Return how many of MOST_KEPT a text takes up."""
    return max(LEAST, min(len(text), LONGEST))


def forget():
    """Forget what was made of texts."""
    for kept in KEPT:
        kept.clear()


class Vocabulary:
    """What is asked of tokens: of some whether a word of theirs is in a list, of others whatever a function says. A
    list comes with the function that returns the words of a token."""

    def __init__(self):
        self.lists, self.questions, self.number = {}, {}, 0
        self.masks = Remembered(self.mask)

    def enlist(self, words, words_of):
        """Return the bit of a new list of words."""
        bit = self.bit()
        self.add(words, words_of, bit)
        return bit

    def add(self, words, words_of, bits):
        known = self.lists.setdefault(words_of, {})
        for word in words:
            known[word] = known.get(word, 0) | bits

    def ask(self, question, where):
        """Return the bit of the tokens for which a function says yes. It is asked where another one does: of most
        tokens nothing is asked but whether they have a digit, a capital letter, …"""
        bit = self.bit()
        self.questions.setdefault(where, []).append((question, bit))
        return bit

    def bit(self):
        return 1 << self.room(1)

    def room(self, size):
        """Return the number of the first of so many bits that nobody else uses."""
        self.forget()
        self.number += size
        return self.number - size

    def forget(self):
        self.masks.clear()
        forget()

    def mask(self, token):
        mask = 0
        for words_of, known in self.lists.items():
            for word in words_of(token):
                mask |= known.get(word, 0)
        for where, questions in self.questions.items():
            for question, bit in questions if where(token) else ():
                mask |= bit if question(token) else 0
        return mask

    def mask_of(self, tokens):
        return reduce(or_, map(self.masks.__getitem__, tokens), 0)


# Of all that reads examples, so that each token is looked up once.
SHARED = Vocabulary()


class Tokens:
    """What stands between two spaces, or ends of lines, of a text, with the masks of each and of all."""

    asked, placed = 0, (0, ())

    def __init__(self, text):
        self.lines = "\n" in text
        self.all = (text.replace("\n", " ") if self.lines else text).split(" ")
        self.masks = [*map(SHARED.masks.__getitem__, self.all)]
        self.mask = reduce(or_, self.masks)

    def places(self, bits):
        """Return the places of those with one of these bits. What was ever asked for so is looked for at once."""
        masks, (asked, placed) = self.masks, self.placed
        if bits & ~asked:
            Tokens.asked = asked = Tokens.asked | bits
            placed = [*compress(count(), map(asked.__and__, masks))]
            self.placed = asked, placed  # at once, since other threads may ask the same text
        return [place for place in placed if masks[place] & bits]


@of_few
def tokens_in(text):
    return Tokens(text)
