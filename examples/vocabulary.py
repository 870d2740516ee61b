"""Which words a text has of many lists, told in one go: what was once learned of a token is remembered, as a number
with a bit for each list. Most texts have nothing of most lists, and are done with that.
"""

from functools import reduce
from operator import or_

from examples import numbering


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
    return Few(lambda texts: map(function, texts)).one


class Few:
    """The same of a function of several texts, which returns what it makes of each."""

    def __init__(self, function):
        self.function, self.kept, self.size = function, {}, 0
        KEPT.append(self.kept)

    def one(self, text):
        try:
            return self.kept[text]
        except KeyError:
            [made] = self.function([text])
            self.keep(text, made)
            return made

    def several(self, texts):
        """Return what is made of each of several, in one go where it is not remembered."""
        found = {text: self.kept.get(text) for text in texts}  # at once, since other threads may forget them
        missing = [text for text, made in found.items() if made is None]
        made = dict(zip(missing, self.function(missing), strict=True)) if missing else {}
        size = sum(map(room_for, made))
        if self.kept and self.size + size <= MOST_KEPT and max(map(len, made), default=0) <= MOST_KEPT:
            self.kept |= made
            self.size += size
        else:
            for text, one in made.items():
                self.keep(text, one)
        found |= made
        return [found[text] for text in texts]

    def keep(self, text, made):
        length = room_for(text)
        self.size += length
        if self.size > MOST_KEPT or not self.kept:
            self.kept.clear()
            self.size = length
        if len(text) <= MOST_KEPT:
            self.kept[text] = made


def room_for(text):
    """Return how many of MOST_KEPT a text takes up."""
    length = len(text)
    return LEAST if length < LEAST else length if length < LONGEST else LONGEST


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
        numbering.renew()
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
