"""How like a text is to what people write in danger, and an answer to those that lead there: what no list of phrases
foresees, by weights that were learned from labelled rows.

Every word, pair of neighbours and pair with a word between them has a weight. The sum of those of two sentences that
follow each other, or of the only one, over the root of the number of their words, is the logarithm of the odds.
`make weights` makes the weights anew; how often they are right stands in benchmarks/README.md.
"""

import re
from collections import Counter
from functools import cache
from itertools import chain, pairwise, repeat
from math import log, sqrt
from pathlib import Path
from types import SimpleNamespace

import orjson

from examples.vocabulary import Remembered

WEIGHTS = Path(__file__).parent / "weights"
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!]")
FIRST, LAST = "^", "$"  # stand before and after the words of a sentence
SCALE = 10  # of the whole numbers in a file
NONE = repeat(0)
MANY = {"danger": 1, "leading": 1.5}  # how much more the two sentences must tell that were chosen from many
FEWEST = 5  # words of a text, with the marks of its ends: “goodbye” alone is none
KNOWN = 0.67  # of the words of a sentence, least


class Likeness:
    """By the weights of one file. `words` has every word that is common in the rows; `of_question` is for the question,
    where an answer is judged."""

    def __init__(self, name):
        kept = orjson.loads((WEIGHTS / f"{name}.json").read_bytes())
        self.many = MANY[name]
        self.base, self.words, self.of_question = kept["base"] / SCALE, kept["words"], kept["of_question"]
        self.pairs, self.gaps = ({tuple(key.split()): n for key, n in kept[one].items()} for one in ("pairs", "gaps"))

    def judged(self, reading, question=None):
        """Return (odds, start, end) of the two sentences of a Reading that are most like it, or None where too few of
        its words are known to tell; `odds` is the natural logarithm of the odds."""
        base = self.base + self.odds_of_question(question)
        parts = [Part(self, reading.plain[start:end], start, end) for start, end in reading.sentences]
        twos = list(pairwise(parts)) or [(part, NOTHING) for part in parts]
        base -= self.many * log(max(1, len(twos)))
        return max((joined(base, one, other) for one, other in twos if understood(one, other)), default=None)

    def odds_of_question(self, question):
        if question is None:
            return 0
        words = words_of(question.plain)
        return sum(map(self.of_question.get, words, NONE)) / SCALE / sqrt(len(words))


class Part:
    """What one sentence adds: `sum`, of `number` words, of which `known` are common in the rows."""

    def __init__(self, likeness, sentence, start, end):
        words = words_of(sentence)
        weights = [*map(likeness.words.get, words)]
        self.number, self.start, self.end = len(words), start, end
        self.known = self.number - weights.count(None)
        self.sum = (
            sum(filter(None, weights))
            + sum(map(likeness.pairs.get, pairwise(words), NONE))
            + sum(map(likeness.gaps.get, zip(words, words[2:], strict=False), NONE))
        )


def joined(base, one, other):
    odds = base + (one.sum + other.sum) / SCALE / sqrt(one.number + other.number)
    return odds, one.start, other.end or one.end


def understood(one, other):
    """Whether there are words enough to tell, and most of them common ones: another language has some of these too."""
    number = one.number + other.number
    return number >= FEWEST and one.known + other.known >= KNOWN * number


NOTHING = SimpleNamespace(sum=0, number=0, known=0, end=0)
# A token has the same words each time.
SPLIT = Remembered(lambda token: tuple(WORD.findall(token)))


def words_of(sentence):
    return [FIRST, *chain.from_iterable(map(SPLIT.__getitem__, sentence.split())), LAST]


def counted(sentences):
    """Return (Counter of words, of pairs of neighbours, of pairs with one word between), and the number of words."""
    words, pairs, gaps = Counter(), Counter(), Counter()
    for sentence in map(words_of, sentences):
        words.update(sentence)
        pairs.update(pairwise(sentence))
        gaps.update(zip(sentence, sentence[2:], strict=False))
    return words, pairs, gaps


@cache
def of_danger():
    """Return the Likeness of questions to those of people in danger. It is large, and read when it is asked for."""
    return Likeness("danger")


@cache
def of_leading():
    """The same of answers to those that lead somebody to hurt themselves."""
    return Likeness("leading")
