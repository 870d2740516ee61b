"""The tokens of a text: what stands between two spaces, or ends of lines. Those of many texts are looked up at once."""

from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType

import numpy
from django.utils.functional import cached_property

from examples.numbering import Column, columns_of, current, joined
from examples.vocabulary import SHARED, Few


class Tokens:
    """Those of one text: `numbers` are theirs in `numbering`, as an array; `ends_of_lines` the places of those that end
    a line, the last one apart. `starts` are their places in the text plus a number. `mask` has the bit of each list of
    SHARED that has one of them; `near` and `rows` are kept by examples.identifiers.looks."""

    near, rows = None, MappingProxyType({})

    def __init__(self, text):
        self.ends_of_lines = ()
        if "\n" in text:
            sizes = [line.count(" ") + 1 for line in text.split("\n")]
            self.ends_of_lines = [size - 1 for size in accumulate(sizes[:-1])]
            text = text.replace("\n", " ")
        self.text = text

    @cached_property
    def all(self):
        """They as they stand there, from when they are asked for on: most texts are not."""
        return self.text.split(" ")

    @property
    def lines(self):
        """Whether there is more than one."""
        return self.ends_of_lines != ()

    @cached_property
    def masks(self):
        """The mask of each."""
        return [*map(SHARED.masks.__getitem__, self.all)]

    def numbers_in(self, numbering):
        """Return the array of the numbers of these in a Numbering."""
        return self.numbers if self.numbering is numbering else numbering.numbers_of(self.all)

    def span(self, first, last):
        """Return (start, end) in the text from one token to another."""
        start = int(self.starts[first] - self.starts[0])
        end = int(self.starts[last + 1] - self.starts[0]) - 1 if last + 1 < len(self.starts) else len(self.text)
        return start, end

    def places(self, bits):
        """Return the places of those with one of these bits."""
        return [place for place, mask in enumerate(self.masks) if mask & bits]


def made_of(texts):
    """Return the Tokens of each of several texts."""
    several = [Tokens(text) for text in texts]
    numbering, numbers, ends = current(), [], []
    number_of = numbering.__getitem__
    for tokens in several:
        numbers += map(number_of, tokens.text.split(" "))
        ends.append(len(numbers))
    numbers, firsts = numpy.fromiter(numbers, numpy.int32, len(numbers)), [0, *ends[:-1]]
    parts = [column.of(numbering, numbers) for column in columns(max(1, SHARED.number))]
    sums = joined([numpy.bitwise_or.reduceat(part, firsts) for part in parts])
    steps = LENGTHS.of(numbering, numbers) + 1  # the space after each
    starts = numpy.cumsum(steps) - steps
    for tokens, mask, first, end in zip(several, sums, firsts, ends, strict=True):
        tokens.numbering, tokens.numbers, tokens.mask = numbering, numbers[first:end], mask
        tokens.starts = starts[first:end]
    return several


LENGTHS = Column(len, numpy.int32)


@lru_cache(2)
def columns(size):
    """Return the Columns of the masks of SHARED, while it has so many bits."""
    return columns_of(SHARED.masks.__getitem__, size)


def any_of(column, several):
    """Return, for each of several Tokens, the bits that any of them has in a Column, as an array."""
    return numpy.bitwise_or.reduceat(*in_column(column, several))


def sum_of(column, several):
    """Return, for each of several Tokens, the sum of what they have in a Column, as an array."""
    return numpy.add.reduceat(*in_column(column, several), dtype=int)


def in_column(column, several):
    """Return (what all of several Tokens have in a Column, where those of each begin)."""
    numbering = current()
    numbers = [tokens.numbers_in(numbering) for tokens in several]
    firsts = [0, *accumulate(map(len, numbers[:-1]))]
    return column.of(numbering, numpy.concatenate(numbers)), firsts


FEW = Few(made_of)
tokens_in, tokens_in_all = FEW.one, FEW.several
