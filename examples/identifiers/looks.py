"""A first look at the tokens of many texts at once, in arrays: which have what stands beside an identifier only where
it is one. What a finder then looks for is in few texts."""

import numpy

from examples.numbering import Column, current
from examples.vocabulary import SHARED, Remembered

MOST, MOST_ASKED = 32, 64  # looks, and bits that they ask of tokens
FIRST = SHARED.room(MOST)  # of the bits of looks in a mask
APART = 128  # tokens that two texts are thought to be apart at least: more than any look reaches
CLOSE = 3  # tokens at most from one with digits to the next one that may go on with its number
LOOKS, ASKED = [], []
DIGITS = Remembered(lambda token: sum(map(str.isdecimal, token)))


class Look:
    """What is asked of the tokens of a text together. `bit` is in the mask of a Reading where the answer is yes; what
    it asks of each token, something with a `bit` itself, is told to `local`. It holds of no text without a token of
    each of what it `needs`."""

    def __init__(self, *needs):
        self.needs = [those for those in needs if not isinstance(those, Look)]
        self.number = len(LOOKS)
        self.bit = 1 << FIRST + self.number
        add(LOOKS, self, MOST)

    def holds(self, several):
        """Return an array that tells for each of Several texts whether it is so."""
        raise NotImplementedError


def local(asked):
    """Return the bit by which Several know what is asked of a token; a Look that was made before stands for itself."""
    if isinstance(asked, Look):
        return asked
    if asked.bit not in ASKED:
        add(ASKED, asked.bit, MOST_ASKED)
    return 1 << ASKED.index(asked.bit)


def add(some, one, most):
    if len(some) == most:
        raise ValueError(f"There is no room for more than {most}.")
    some.append(one)
    SHARED.forget()


class Beside(Look):
    """Whether a token with the one is the same as one with the other, or has it at most so many before or after it. An
    empty line is a token too: where there are lines, two more may stand between. Where such tokens lie is kept."""

    def __init__(self, one, other, before=0, after=1):
        self.one, self.other, self.before, self.after = local(one), local(other), before, after
        super().__init__(self.one, self.other)

    def holds(self, several):
        ones, others = several.with_bits(self.one), several.with_bits(self.other)
        ones = ones[several.beside(ones, others, self.before, self.after + several.reach[ones])]
        several.keep(self, ones, ones)
        return several.of_texts(ones)


class Has(Look):
    """Whether a token has this. Where such tokens lie is kept."""

    def __init__(self, one):
        self.one = local(one)
        super().__init__(self.one)

    def holds(self, several):
        there = several.with_bits(self.one)
        several.keep(self, there, there)
        return several.of_texts(there)


class Both(Look):
    """Whether a text has the one and the other."""

    def __init__(self, one, other):
        self.those = local(one), local(other)
        super().__init__(*self.those)

    def holds(self, several):
        one, other = [several.has(those) for those in self.those]
        return one & other


class Lines(Look):
    """Whether it has lines, and this."""

    def __init__(self, other):
        self.other = local(other)
        super().__init__(self.other)

    def holds(self, several):
        return several.has(self.other) & several.lines


class Together(Look):
    """Whether so many digits may stand close together, with three spaces from one to the next. Tokens of `apart` do not
    count, unless the one before them is of `leading`, or the next of `following`."""

    def __init__(self, asked, least, apart=None, leading=None, following=None):
        self.asked, self.least = local(asked), least
        super().__init__(self.asked)
        self.apart, self.leading, self.following = (one and local(one) for one in (apart, leading, following))

    def holds(self, several):
        there = several.with_bits(self.asked)
        if self.apart:
            counts = (several.bits[there] & self.apart) == 0
            counts |= several.beside(there, several.with_bits(self.leading), 1, -1)
            counts |= several.beside(there, several.with_bits(self.following), -1, 1)
            there = there[counts]
        if not len(there):
            return several.of_texts(there)
        firsts = firsts_of_rows(several.at[there], CLOSE)
        counts = COUNTS.of(several.numbering, several.numbers[there])
        return several.of_texts(there[firsts[numpy.add.reduceat(counts, firsts, dtype=int) >= self.least]])


class Opening:
    """Of tokens alone in a row, those with the one that begin a text, or stand after what ends a sentence, and not
    before what goes on."""

    def __init__(self, one, ends, goes_on):
        self.one, self.ends, self.goes_on = local(one), local(ends), local(goes_on)

    def holds(self, several, ones):
        """Return the array that tells it of each of some tokens."""
        texts = several.texts[ones]
        opening = several.at[ones] == several.starts[texts] + APART * texts
        opening |= several.beside(ones, several.with_bits(self.ends), 1, -1)
        going_on = several.beside(ones, several.with_bits(self.goes_on), -1, 1 + several.reach[ones])
        return (several.bits[ones] & self.one != 0) & opening & ~going_on


class Rows(Look):
    """Whether it has a row of tokens with the one, at most so many from one to the next, of which one tells or stands
    after what leads to it. Those that tell nothing `alone`, or where the Opening holds, need others in their row. Where
    these rows lie is kept."""

    def __init__(self, one, telling, alone, leading, opening, most):
        self.one, self.telling, self.alone, self.leading = map(local, (one, telling, alone, leading))
        super().__init__(self.one, self.telling | self.leading)
        self.opening, self.most = opening, most

    def holds(self, several):
        ones, leading = several.with_bits(self.one), several.with_bits(self.leading)
        firsts = firsts_of_rows(several.at[ones], self.most)
        if not len(firsts):
            return several.of_texts(ones)
        told = numpy.logical_or.reduceat(several.bits[ones] & self.telling != 0, firsts)
        ends = numpy.append(firsts[1:], len(ones))
        single = (told & (ends - firsts == 1)).nonzero()[0]
        there = ones[firsts[single]]
        told[single] = ~((several.bits[there] & self.alone != 0) | self.opening.holds(several, there))
        told |= numpy.logical_or.reduceat(several.beside(ones, leading, 1 + several.reach[ones], -1), firsts)
        firsts, lasts = ones[firsts[told]], ones[ends[told] - 1]
        several.keep(self, firsts, lasts)
        return several.of_texts(firsts)


class Number(Look):
    """Whether there are so many of these Listed words at least, the same ones too."""

    def __init__(self, listed, words_of, least):
        self.asked, self.least = local(listed), least
        super().__init__(self.asked)
        self.count = Column(lambda token: min(255, sum(word in listed for word in words_of(token))), numpy.uint8)

    def holds(self, several):
        there = several.with_bits(self.asked)
        counts = self.count.of(several.numbering, several.numbers[there])
        return numpy.bincount(several.texts[there], counts, several.size) >= self.least


def firsts_of_rows(at, most):
    """Return where the rows of some places begin, at most so far from one place to the next."""
    return numpy.concatenate(([0], (at[1:] - at[:-1] > most).nonzero()[0] + 1)) if len(at) else at


COUNTS = Column(lambda token: min(DIGITS[token], 255), numpy.uint8)


def asked_of(token):
    """Return what is asked of a token by all Looks, as one number."""
    mask = SHARED.masks[token]
    return sum(1 << place for place, bit in enumerate(ASKED) if mask & bit)


BITS = Column(asked_of, numpy.uint64)


class Several:
    """The tokens of several texts of which anything is asked: `numbers` are theirs, `bits` what each has of ASKED,
    `texts` the places of their texts, `at` their own, were the texts APART, and `reach` how much further they look. Of
    the texts, `starts` tells where their tokens begin, `all` what they have of ASKED, `lines` whether they have lines,
    `told` which looks hold, and `kept` where."""

    def __init__(self, tokens):
        self.numbering, self.size = current(), len(tokens)
        each = [one.numbers_in(self.numbering) for one in tokens]
        numbers, ends = numpy.concatenate(each), numpy.cumsum([*map(len, each)])
        bits = BITS.of(self.numbering, numbers)
        self.starts = numpy.append(0, ends[:-1])
        self.all = numpy.bitwise_or.reduceat(bits, self.starts)
        there = bits.nonzero()[0]
        self.numbers, self.bits = numbers[there], bits[there]
        self.texts = ends.searchsorted(there, "right")
        self.at = there + APART * self.texts
        self.lines = numpy.array([one.lines for one in tokens])
        self.reach = 2 * self.lines[self.texts]
        self.told, self.kept = numpy.zeros(len(tokens), numpy.int64), {}

    def with_bits(self, bits):
        """Return the places, in these arrays, of the tokens with one of these bits."""
        return (self.bits & bits).nonzero()[0]

    def beside(self, ones, others, before, after):
        """Return an array that tells for each of some of these which of others is at most so far before or after."""
        at, others = self.at[ones], self.at[others]
        return others.searchsorted(at + after, "right") > others.searchsorted(at - before)

    def keep(self, look, firsts, lasts):
        """Keep for a Look, from which tokens to which it holds."""
        texts = self.texts[firsts]
        before = self.starts[texts] + APART * texts
        firsts, lasts = (self.at[firsts] - before).tolist(), (self.at[lasts] - before).tolist()
        for text, *row in zip(texts.tolist(), firsts, lasts, strict=True):
            self.kept.setdefault(text, {}).setdefault(look, []).append(row)

    def of_texts(self, places):
        """Return an array that tells for each text whether it has a token at one of these places."""
        found = numpy.zeros(self.size, bool)
        found[self.texts[places]] = True
        return found

    def has(self, those):
        """Return an array that tells of which texts a Look holds, or which have one of these bits."""
        return (self.told & 1 << those.number if isinstance(those, Look) else self.all & those) != 0

    def looked(self):
        """Return (for each text the number with the bit of each Look that holds, where they hold: {number of a text:
        {Look: [[place of the first token, of the last one]]}})."""
        there = int(numpy.bitwise_or.reduce(self.all))
        for look in LOOKS:
            if all(there & bits for bits in look.needs):
                self.told |= look.holds(self).astype(numpy.int64) << look.number
        return [told << FIRST for told in self.told.tolist()], self.kept


def mask_of(tokens):
    """Return the mask of Tokens, with the bit of each Look that holds."""
    if tokens.near is None:
        look_at([tokens])
    return tokens.mask | tokens.near


def look_at(several):
    """Keep with each of several Tokens which Looks hold, as `near`, and as `rows` where, if that is not so yet."""
    several = [tokens for tokens in several if tokens.near is None]
    if several:
        looked, kept = Several(several).looked()
        for number, rows in kept.items():
            several[number].rows = rows
        for tokens, near in zip(several, looked, strict=True):
            tokens.near = near
