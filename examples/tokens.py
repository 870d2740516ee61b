"""The tokens of a text: what stands between two spaces, or ends of lines. Those of many texts are looked up at once."""

from functools import cached_property, lru_cache
from itertools import accumulate

import numpy

from examples.numbering import FULL, WIDTH, Column, columns_of, current, joined
from examples.vocabulary import SHARED, Few


class Tokens:
    """Those of one text: `numbers` are theirs in `numbering`, as an array; `ends_of_lines` the places of those that end
    a line, the last one apart. `starts` are their places in the text plus a number. `mask` has the bit of each list of
    SHARED that has one of them, and `placed` is (bits, places, masks) of those with one of these bits."""

    # The bits of all lists whose places were ever asked for.
    asked = 0

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
        return [place for place, mask in zip(*self.placed_of(bits), strict=True) if mask & bits]

    def placed_of(self, bits):
        """Return (places, masks) of those with one of these bits, and of others: what was ever asked for so is looked
        for at once."""
        asked, places, masks = self.placed
        if bits & ~asked:
            Tokens.asked = asked = Tokens.asked | bits
            places = [place for place, mask in enumerate(self.masks) if mask & asked]
            masks = [self.masks[place] for place in places]
            self.placed = asked, places, masks  # at once, since other threads may ask the same text
        return places, masks


def made_of(texts):
    """Return the Tokens of each of several texts."""
    several = [Tokens(text) for text in texts]
    numbering, asked, numbers, ends = current(), Tokens.asked, [], []
    number_of = numbering.__getitem__
    for tokens in several:
        numbers += map(number_of, tokens.text.split(" "))
        ends.append(len(numbers))
    numbers, firsts = numpy.fromiter(numbers, numpy.int32, len(numbers)), [0, *ends[:-1]]
    parts = [column.of(numbering, numbers) for column in columns(max(1, SHARED.number))]
    wanted = numpy.zeros(len(numbers), bool)
    for place, part in enumerate(parts):
        wanted |= part & (asked >> WIDTH * place & FULL) != 0
    places = numpy.flatnonzero(wanted)
    cuts = numpy.searchsorted(places, [*firsts, ends[-1]])
    found = joined([part[places] for part in parts])
    places = (places - numpy.repeat(firsts, numpy.diff(cuts))).tolist()
    cuts, steps = cuts.tolist(), LENGTHS.of(numbering, numbers) + 1  # the space after each
    starts = numpy.cumsum(steps) - steps
    sums = joined([numpy.bitwise_or.reduceat(part, firsts) for part in parts])
    for tokens, mask, first, end, start, stop in zip(several, sums, firsts, ends, cuts[:-1], cuts[1:], strict=True):
        tokens.numbering, tokens.numbers, tokens.mask = numbering, numbers[first:end], mask
        tokens.starts, tokens.placed = starts[first:end], (asked, places[start:stop], found[start:stop])
    return several


LENGTHS = Column(len, numpy.int32)


@lru_cache(2)
def columns(size):
    """Return the Columns of the masks of SHARED, while it has so many bits."""
    return columns_of(SHARED.masks.__getitem__, size)


def any_of(column, several):
    """Return, for each of several Tokens, the bits that any of them has in a Column, as an array."""
    numbering = current()
    numbers = [tokens.numbers_in(numbering) for tokens in several]
    firsts = [0, *accumulate(map(len, numbers[:-1]))]
    return numpy.bitwise_or.reduceat(column.of(numbering, numpy.concatenate(numbers)), firsts)


FEW = Few(made_of)
tokens_in, tokens_in_all = FEW.one, FEW.several
