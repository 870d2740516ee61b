"""Weights of pairs of words, and those of several labels in one number."""

import numpy

NONE = 2**32 - 1  # of the numbers of pairs: no pair has it
HASHED = 19  # bits of a hash
GOLDEN = 2_654_435_769  # 2**32 over the golden ratio: multiplied by it, numbers that are near are far (Knuth)
PACKED, BITS = 3, 21  # labels in one number, and the bits of each, one of them for the sign
MOST = 1_700  # of a weight: of the 200 words of a sentence, with its pairs and gaps, the sum is less than 2**20


class Pairs:
    """The weights of pairs of numbers, sorted by a hash. Most pairs have none: `seen` tells it of nearly all of these.
    `firsts` tells where those of a hash begin, and `most` how many one has at most."""

    def __init__(self, weights, numbers, labels):
        pairs = numpy.array([[numbers[word] for word in key.split()] for key in weights], numpy.uint32).reshape(-1, 2)
        keys = together(pairs[:, 0], pairs[:, 1])
        hashes = hashed(keys)
        order = numpy.argsort(hashes)
        values = numpy.array([*weights.values()], numpy.int32).reshape(-1, labels)
        self.values = packed(values[order].T)
        there, firsts, sizes = numpy.unique(hashes[order], return_index=True, return_counts=True)
        self.most = sizes.max(initial=0)
        self.keys = numpy.append(keys[order], numpy.full(self.most, NONE, numpy.uint32))
        self.seen, self.firsts = numpy.zeros(1 << HASHED, bool), numpy.zeros(1 << HASHED, numpy.int32)
        self.seen[there], self.firsts[there] = True, firsts

    def add_to(self, sums, firsts, seconds):
        """Add the packed weights of each pair to a column of `sums`."""
        wanted = together(firsts, seconds)
        hashes = hashed(wanted)
        likely = numpy.flatnonzero(self.seen.take(hashes))
        wanted, places = wanted[likely], self.firsts[hashes[likely]]
        for _ in range(self.most - 1):
            places += self.keys[places] != wanted
        hits = numpy.flatnonzero(self.keys[places] == wanted)
        likely, places = likely[hits], places[hits]
        for row, values in zip(sums, self.values, strict=True):
            row[likely] += values[places]


def packed(weights):
    """Return the weights of labels, a row each, as rows of numbers that hold PACKED of these: so many are added in one
    go. Raises ValueError for one that is too large."""
    if numpy.abs(weights).max(initial=0) > MOST:
        raise ValueError(f"A weight is larger than {MOST}.")
    rows = [weights[first : first + PACKED].astype(numpy.int64) for first in range(0, len(weights), PACKED)]
    return numpy.array([sum(one << BITS * place for place, one in enumerate(row)) for row in rows])


def unpacked(sums, labels):
    """Return the sums of so many labels, a row each, of packed ones."""
    found, half = [], 1 << BITS - 1
    for row in sums:
        for _ in range(min(PACKED, labels - len(found))):
            found.append(((row + half) & (2 * half - 1)) - half)
            row = row - found[-1] >> BITS
    return numpy.array(found)


def together(firsts, seconds):
    return firsts.astype(numpy.uint32) << 16 | seconds


def hashed(keys):
    return keys * numpy.uint32(GOLDEN) >> numpy.uint32(32 - HASHED)
