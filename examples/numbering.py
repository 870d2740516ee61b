"""Tokens by number, so that what is known of each is looked up for many texts at once, in arrays of numpy."""

from threading import RLock

import numpy


class Numbering(dict):
    """{token: its number}, from 0. `tokens` are those by number, `made` {Column: what it made of each} and `lock` is
    held by whoever adds to these."""

    # From how many tokens on, or characters of them, another one is begun.
    MOST, MOST_CHARACTERS = 60_000, 1_000_000

    def __init__(self):
        self.tokens, self.made, self.size, self.lock = [], {}, 0, RLock()

    def __missing__(self, token):
        with self.lock:
            if token not in self:
                self.tokens.append(token)
                self.size += len(token)
                self[token] = len(self.tokens) - 1
            return self[token]

    def numbers_of(self, tokens):
        """Return the array of the numbers of some tokens."""
        return numpy.fromiter(map(self.__getitem__, tokens), numpy.int32, len(tokens))


class Column:
    """What a function makes of a token, as one number of a type."""

    def __init__(self, make, kind):
        self.make, self.kind = make, numpy.dtype(kind)

    def of(self, numbering, numbers):
        """Return the array of what is made of the tokens of some numbers."""
        with numbering.lock:  # an array that looks at the bytes keeps them from growing
            made = numbering.made.setdefault(self, bytearray())
            missing = numbering.tokens[len(made) // self.kind.itemsize :]
            if missing:
                made += self.bytes_of(missing)
            return numpy.frombuffer(made, self.kind)[numbers]

    def bytes_of(self, tokens):
        return numpy.array([*map(self.make, tokens)], self.kind).tobytes()


class Lists:
    """What a function makes of a token, as several numbers of a type."""

    def __init__(self, make, kind):
        self.make, self.kind = make, numpy.dtype(kind)

    def of(self, numbering, numbers, left_out):
        """Return one array of what is made of the tokens of some numbers, one after the other, of each without so many
        at its end."""
        with numbering.lock:
            ends, made = numbering.made.setdefault(self, (bytearray(END.itemsize), bytearray()))
            missing = numbering.tokens[len(ends) // END.itemsize - 1 :]
            if missing:
                lists = [*map(self.make, missing)]
                ends += (len(made) // self.kind.itemsize + numpy.cumsum([*map(len, lists)], dtype=END)).tobytes()
                made += numpy.concatenate(lists, dtype=self.kind, casting="unsafe").tobytes()
            edges = numpy.frombuffer(ends, END)
            firsts = edges[numbers]
            sizes = edges[numbers + 1] - firsts - left_out
            before = numpy.cumsum(sizes) - sizes
            places = numpy.arange(sizes.sum()) + numpy.repeat(firsts - before, sizes)
            del edges  # what looks at the bytes keeps another thread from adding to them
            return numpy.frombuffer(made, self.kind)[places]


END = numpy.dtype(numpy.int64)
WIDTH = 64  # bits that one number holds
FULL = (1 << WIDTH) - 1


def columns_of(mask, size):
    """Return the Columns that hold a number of so many bits that a function makes of a token, WIDTH in each."""
    return [
        Column(lambda token, shift=shift: mask(token) >> shift & FULL, numpy.uint64) for shift in range(0, size, WIDTH)
    ]


def joined(parts):
    """Return the whole numbers of arrays of their parts, WIDTH bits in each, as a list."""
    first, *others = [part.tolist() for part in parts]
    for place, other in enumerate(others, start=1):
        first = [one | more << WIDTH * place for one, more in zip(first, other, strict=True)]
    return first


_now = Numbering()


def current():
    """Return the Numbering of now. Whoever holds an older one may go on with that."""
    global _now
    if len(_now.tokens) >= Numbering.MOST or _now.size >= Numbering.MOST_CHARACTERS:
        _now = Numbering()
    return _now


def renew():
    """Begin another one, since what is made of a token has changed."""
    global _now
    _now = Numbering()
