"""Lists of phrases that are read as they are written, one a line, by family and weight.

In a phrase, `a/b` is one of several words, `two_words` stand together, `word*` may have an ending, `...` is a gap
within a sentence, `word?` may be missing, `this & that` stand in one sentence, wherever, and a word in capitals is
one of a class of words (examples.distress.vocabulary).
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from examples.distress.vocabulary import CLASSES, COMMON
from examples.reading import known_in

ENDINGS = ("", "e", "s", "es", "d", "ed", "ing", "n", "en", "er", "y", "t")
ENDING = "(?:" + "|".join(ending for ending in ENDINGS if ending) + ")?"
BETWEEN = r"[\s,\"'*(:/–—-]{1,3}"
LONGEST = 3  # words of a group that are looked for
GAP = r"\b.{0,36}?\b"
# Compiled when it is asked for: a second of the start of any command otherwise.
compiled = cache(re.compile)


@dataclass(frozen=True)
class Phrase:
    """One line of a list. `needed`: for each of its tokens the single words and the groups of words
    that it may be."""

    family: str
    weight: int
    text: str
    pattern: str
    also: tuple = ()
    needed: tuple = ()

    @classmethod
    def of(cls, family, weight, line):
        patterns, needed = zip(*map(_parsed, line.split(" & ")), strict=True)
        needed = tuple(itertools.chain(*needed))
        if not needed:
            raise ValueError(f"No word to look this phrase up by: {line}")
        return cls(family, weight, line, patterns[0], patterns[1:], needed)

    def spans(self, sentence):
        """Yield (start, end) where it stands in a sentence."""
        for match in compiled(self.pattern).finditer(sentence):
            if all(compiled(pattern).search(sentence) for pattern in self.also):
                yield match.span()

    @property
    def keys(self):
        """Sets of words of which a text has one each where the phrase is in it: one for each of its tokens, and others
        for the further words of those that are several."""
        first, *others = ([_keys(*token, place) for token in self.needed] for place in range(LONGEST))
        others = itertools.chain(*others)
        return [*sorted(first, key=weakness), *sorted((key for key in others if key not in first), key=weakness)]


class Lexicon:
    """The phrases of several lists: {family: {weight: lines}}.

    Which of them a text may have is told for all at once: a word has, for each token that it may stand for, the bit of
    the phrase in the row of the token; of a text, a phrase is left where it has its bit in every row.
    """

    def __init__(self, lists, vocabulary):
        phrases = {
            line: Phrase.of(family, weight, line)
            for family, weights in lists.items()
            for weight, lines in weights.items()
            for line in phrases_of(lines)
        }
        self.phrases, self.vocabulary = list(phrases.values()), vocabulary
        self.rows = max(len(phrase.needed) for phrase in self.phrases)
        self.first, self.spare = vocabulary.room(self.rows * len(self.phrases)), 0
        self.rare = {phrase.text: self.bit(0, n) << self.first for n, phrase in enumerate(self.phrases)}
        for number, phrase in enumerate(self.phrases):
            keys = phrase.keys[: self.rows]
            for row, words in enumerate(keys):
                vocabulary.add(words, known_in, self.bit(row, number) << self.first)
            for row in range(len(keys), self.rows):
                self.spare |= self.bit(row, number)

    def bit(self, row, number):
        return 1 << (row * len(self.phrases) + number)

    def rarest(self, phrases):
        """Return the mask of the words of which there must be one for one of these phrases."""
        return sum(self.rare[phrase.text] for phrase in phrases)

    def possible(self, mask):
        """Return the phrases that words of this mask of the vocabulary may make."""
        size = len(self.phrases)
        left, mask = (1 << size) - 1, (mask >> self.first) | self.spare
        for _row in range(self.rows):
            left &= mask
            if not left:
                return []
            mask >>= size
        found = []
        while left:
            number = left.bit_length() - 1
            left ^= 1 << number
            found.append(self.phrases[number])
        return found


def phrases_of(lines):
    """The phrases of a list; one that is long goes on after `/`, `...` or `&` at the end of a line."""
    text = re.sub(r"(\.\.\.|&)\s*\n\s*", r"\1 ", re.sub(r"/\s*\n\s*", "/", lines))
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parsed(text):
    """Return the pattern of a part of a phrase, and the sets of words that it needs."""
    pieces, needed, before = [], [], ""
    for token in text.split():
        if token == "...":
            before = GAP
            continue
        token, optional = token.removesuffix("?"), token.endswith("?")
        options = [option for name in token.split("/") for option in CLASSES.get(name, (name,))]
        regex = "(?:" + "|".join(dict.fromkeys(map(_regex, options))) + ")"
        if optional:
            pieces.append(f"(?:{before}{regex})?" if pieces else f"(?:{regex}{BETWEEN})?")
            continue
        pieces.append(before + regex)
        before = BETWEEN
        if not any(option[0] in "#.0123456789" for option in options):
            single = frozenset(form for option in options if "_" not in option for form in _forms(option))
            needed.append((single, tuple(group for option in options if "_" in option for group in _groups(option))))
    return r"\b" + "".join(pieces) + r"\b", needed


def _regex(option):
    if option == "#":
        return r"\d+"
    return re.escape(option).replace("_", " ").replace("'", "'?").replace(r"\*", ENDING)


def _forms(word):
    """A word without its apostrophe too, and with each ending."""
    return [word[:-1] + ending for ending in ENDINGS] if word.endswith("*") else {word, word.replace("'", "")}


def _groups(option):
    """The words of an option of several, each way that they may be written."""
    words = [word for word in option.split("_") if not word.endswith("*")]
    return {frozenset(words), frozenset(word.replace("'", "") for word in words)}


def _keys(single, groups, place):
    """The single words that a token may be, and of each group the rarest word, the next one, … by its place."""
    return single | {_by_rarity(group)[min(place, len(group) - 1)] for group in groups}


def _by_rarity(group):
    return sorted(group, key=lambda word: (word not in COMMON, len(word), word), reverse=True)


def weakness(words):
    """How little it says that a text has one of these words."""
    return len(words & COMMON) > 0, len(words)
