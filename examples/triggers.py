"""What a pattern cannot match without: groups of pieces of words of which a text must have one each.

Most texts have few of the words that a pattern is about, so they are asked for before any pattern is tried. They are
taken from the pattern itself, by the parser of `re`: no list of them is kept beside it that could fall behind.
"""

import re
from functools import cached_property
from re import _constants as sre
from re import _parser as parser

import re2

# Of a stretch of a pattern no more ways to write it are told apart: it is cut there.
MOST_WAYS = 600
LONGEST_PIECE = 30
WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")
# What each text has: it tells nothing, and any other piece of a way is asked for before it.
COMMON = {
    "a", "an", "the", "is", "are", "was", "be", "been", "am", "to", "of", "in", "it", "its", "you", "your", "u",
    "i", "my", "me", "we", "he", "she", "they", "them", "and", "or", "for", "on", "at", "do", "does", "can",
    "could", "will", "would", "should", "may", "might", "that", "this", "with", "not", "no", "so", "as", "if",
    "by", "all", "have", "has", "had", "get", "just", "about", "from",
}  # fmt: skip
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
LOOKS = {sre.ASSERT, sre.ASSERT_NOT}


class Remembered(dict):
    """{word: what a function makes of it}, of those met so far as long as there are not too many: people use few words
    often."""

    MOST, LONGEST = 60_000, 40

    def __init__(self, make):
        self.make = make

    def __missing__(self, word):
        made = self.make(word)
        if len(self) >= self.MOST:
            self.clear()
        if len(word) <= self.LONGEST:
            self[word] = made
        return made


class Family:
    """The Triggers of patterns that are looked for in the same texts."""

    def __init__(self):
        # {the bit of the rarest group of a way: [(all bits of the way, its Triggers, the number of its pattern)]}
        self.needs, self.rarest = {}, 0

    def add(self, way, triggers, number):
        bit = 1 << BITS.of(min(way, key=commonness))
        need = sum(1 << BITS.of(group) for group in set(way))
        self.needs.setdefault(bit, []).append((need, triggers, number))
        self.rarest |= bit

    def found(self, mask):
        """Return {Triggers: {the numbers of the patterns that may match where the mask comes from}}."""
        found, here = {}, mask & self.rarest
        while here:
            bit = here & -here
            here ^= bit
            for need, triggers, number in self.needs[bit]:
                if mask & need == need:
                    if triggers in found:
                        found[triggers].add(number)
                    else:
                        found[triggers] = {number}
        return found


class Triggers:
    """Those of several patterns, read against text in lower case or against text in which kinds are marked. A pattern
    that needs nothing would be looked for in each sentence, and is refused."""

    def __init__(self, *patterns, family):
        self.family = family
        for number, pattern in enumerate(patterns):
            for way in ways_of(parser.parse(pattern), True, True):
                if not way:
                    raise ValueError(f"This pattern can match without any word: {pattern}")
                family.add(way, self, number)


class Bits:
    """Each group of pieces has a number, and which of them a token has is a mask with the bits of their numbers."""

    def __init__(self):
        self.numbers = {}
        # {letters: bits of the groups}: of whole words, of how they begin, of how they end, of any place in a token.
        self.whole, self.begun, self.ended, self.within = {}, {}, {}, {}

    def of(self, group):
        """Return the number of a group: a set of (begins a word, letters, ends a word)."""
        if group not in self.numbers:
            bit = 1 << self.numbers.setdefault(group, len(self.numbers))
            for begins, letters, ends in group:
                table = self.within
                if WORD.fullmatch(letters) and (begins or ends) and len(letters) <= LONGEST_PIECE:
                    table = self.whole if begins and ends else self.begun if begins else self.ended
                table[letters] = table.get(letters, 0) | bit
            vars(self).pop("scan", None)
        return self.numbers[group]

    @cached_property
    def scan(self):
        """(RE2 set of what may stand anywhere in a token, [its bits])"""
        found = re2.Set.SearchSet()
        for letters in self.within:
            found.Add(r"\p{Nd}" if letters == DIGIT.pattern else re2.escape(letters))
        found.Compile()
        return found, list(self.within.values())

    def mask_of(self, token):
        """Return the mask of a token without white space."""
        mask, (scan, bits) = 0, self.scan
        for number in scan.Match(token.encode(errors="replace")) or ():
            mask |= bits[number]
        for word in WORD.findall(token):
            mask |= self.whole.get(word, 0)
            for place in range(1, min(len(word), LONGEST_PIECE) + 1):
                mask |= self.begun.get(word[:place], 0) | self.ended.get(word[-place:], 0)
        return mask


BITS = Bits()
ANSWERS, QUESTIONS = Family(), Family()


# Patterns taken apart. `left` and `right`: whether a word surely begins or ends where a part does.


def ways_of(part, left, right):
    """Return the ways in which a part of a pattern can match: of each, the groups that it needs."""
    telling = [place for place, item in enumerate(part) if not empty(item)]
    if len(telling) == 1:
        place = telling[0]
        left, right = apart_before(part, place, left), apart_from(part, place + 1, right)
        op, value = part[place]
        if op is sre.SUBPATTERN:
            return ways_of(value[-1], left, right)
        if op is sre.BRANCH:
            return [way for other in value[1] for way in ways_of(other, left, right)]
    return [groups_of(part, left, right)]


def groups_of(part, left, right):
    """Return the groups of pieces of which a match has one each."""
    groups, run, begins = [], {""}, left
    for place, item in enumerate(part):
        spelled = spellings(item)
        if spelled is not None and len(run) * len(spelled) <= MOST_WAYS:
            run = {before + after for before in run for after in spelled}
            continue
        groups += group_of(run, begins, apart_from(part, place, right))
        if spelled is None:
            groups += groups_within(item, apart_before(part, place, left), apart_from(part, place + 1, right))
            run, begins = {""}, apart_before(part, place + 1, left)
        else:
            run, begins = spelled, apart_before(part, place, left)
    return groups + group_of(run, begins, right)


def groups_within(item, left, right):
    """Return the groups of an item that cannot be spelled out."""
    op, value = item
    if op is sre.SUBPATTERN:
        return groups_of(value[-1], left, right)
    if op is sre.BRANCH:
        best = [min(groups_of(other, left, right), key=commonness, default=None) for other in value[1]]
        return [] if None in best else [frozenset().union(*best)]
    if op in REPEATS and value[0]:
        return groups_of(value[2], left, right and value[1] == 1)
    if op is sre.IN and value == [(sre.CATEGORY, sre.CATEGORY_DIGIT)]:
        return [frozenset({(False, DIGIT.pattern, False)})]
    return []


def group_of(run, begins, ends):
    """Return [the pieces of which there must be one, for these spellings of a stretch], or [] where that says
    nothing."""
    rarest, second = set(), set()
    for spelling in run:
        words = re.split(r"\s", spelling)
        last = len(words) - 1
        pieces = [
            (begins if place == 0 else True, word, ends if place == last else True)
            for place, word in enumerate(words)
            if WORD.search(word)
        ]
        if not pieces:
            return []
        pieces.sort(key=commonness_of)
        rarest.add(pieces[0])
        second.add(pieces[:2][-1])
    return [frozenset(rarest), frozenset(second)]


def commonness(group):
    return max(map(commonness_of, group))


def commonness_of(piece):
    begins, letters, ends = piece
    if letters == DIGIT.pattern or letters.isupper():
        return 0.2
    return (1 if letters not in COMMON else 4) / len(letters) * (1 if begins else 3) * (1 if ends else 1.2)


def spellings(item):
    """Return all that an item can stand for, or None where that is too much to tell."""
    op, value = item
    if op is sre.LITERAL:
        return {chr(value)}
    if op in LOOKS:
        return {""}
    if op is sre.IN:
        letters = {chr(code) for kind, code in value if kind is sre.LITERAL}
        separates = len(letters) > 3 and not any(map(WORD.match, letters))
        return None if separates or len(letters) < len(value) else letters
    if op is sre.SUBPATTERN:
        return joined(value[-1])
    if op is sre.BRANCH:
        found = [joined(other) for other in value[1]]
        return None if None in found or sum(map(len, found)) > MOST_WAYS else set().union(*found)
    if op in REPEATS and value[1] == 1:
        found = joined(value[2])
        return found if found is None or value[0] else found | {""}
    return None


def joined(part):
    ways = {""}
    for item in part:
        found = spellings(item)
        if found is None or len(found) * len(ways) > MOST_WAYS:
            return None
        ways = {before + after for before in ways for after in found}
    return ways


def empty(item):
    """Whether an item may stand for nothing."""
    op, value = item
    return op is sre.AT or op in LOOKS or (op in REPEATS and value[0] == 0)


def apart_from(part, place, beyond):
    """Whether no word goes on across a place, by what follows; `beyond` says it of the end of the part."""
    return apart(list(part)[place:], beyond, apart_from)


def apart_before(part, place, beyond):
    """The same by what stands before the place."""
    return apart(
        list(part)[place - 1 :: -1] if place else [], beyond, lambda inner, _, far: apart_before(inner, len(inner), far)
    )


def apart(items, beyond, within):
    for op, value in items:
        if op in LOOKS:
            continue
        if op is sre.AT:
            return value is not sre.AT_NON_BOUNDARY
        if op is sre.LITERAL:
            return not WORD.match(chr(value))
        if op is sre.IN:
            return all(kind is sre.LITERAL and not WORD.match(chr(code)) for kind, code in value)
        if op is sre.SUBPATTERN:
            return within(value[-1], 0, False)
        if op is sre.BRANCH:
            return all(within(other, 0, False) for other in value[1])
        if op in REPEATS:
            if not within(value[2], 0, False):
                return False
            if value[0]:
                return True
            continue
        return False
    return beyond
