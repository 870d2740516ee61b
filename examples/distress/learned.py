"""How like a text is to what people write in danger, and an answer to those that lead there: what no list of phrases
foresees, by weights that were learned from labelled rows.

Every word, pair of neighbours and pair with a word between them has a weight. The sum of those of two sentences that
follow each other, or of the only one, over the root of the number of their words, is the logarithm of the odds.
`make weights` makes the weights anew; how often they are right stands in benchmarks/README.md.

Many texts are judged at once as one array of the numbers of their words.
"""

import re
from functools import cache
from itertools import chain
from math import inf
from pathlib import Path

import numpy
import orjson

from examples.vocabulary import Remembered

WEIGHTS = Path(__file__).parent / "weights"
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!]")
FIRST, LAST = "^", "$"  # stand before and after the words of a sentence
BETWEEN = " A "  # stands between two sentences that are read at once; they are in lower case
SCALE = 10  # of the whole numbers in a file
MANY = {"danger": 1, "leading": 1.5}  # how much more the two sentences must tell that were chosen from many
QUESTION = "question"  # with a Likeness, what is kept with a Reading is what it adds as a question
FEWEST = 5  # words of a text, with the marks of its ends: “goodbye” alone is none
KNOWN = 0.67  # of the words of a sentence, least
TYPE, OTHER = numpy.uint16, 0  # of the numbers of words; the number of those without weights
HASHED = 19  # bits of a hash
GOLDEN = 2_654_435_769  # 2**32 over the golden ratio: multiplied by it, numbers that are near are far (Knuth)
ONE_EMPTY = [(0, 0)]


class Likeness:
    """By the weights of one file, each array by the number of a word. `known` tells which words are common in the rows;
    `of_question` is for the question, where an answer is judged."""

    def __init__(self, name):
        kept, numbers = file_of(name), numbered()
        self.many, self.base = MANY[name], kept["base"] / SCALE
        self.words, self.of_question = (by_number(kept[one], numbers) for one in ("words", "of_question"))
        self.known = by_number(dict.fromkeys(kept["words"], 1), numbers)
        self.pairs, self.gaps = (Pairs(kept[one], numbers) for one in ("pairs", "gaps"))

    def judged(self, reading, question=None):
        """Return (odds, start, end) of the two sentences of a Reading that are most like it, or None where too few of
        its words are known to tell; `odds` is the natural logarithm of the odds."""
        odds = self.odds(reading, question)
        if odds is None:
            return None
        each, sentences = reading.scanned[self][1], reading.sentences
        place = len(each) - 1 - int(each[::-1].argmax())
        return odds, sentences[place][0], sentences[min(place + 1, len(sentences) - 1)][1]

    def odds(self, reading, question=None):
        """Return the odds alone, or None."""
        if self not in reading.scanned:
            self.judge([reading])
        odds, _each = reading.scanned[self]
        if odds == -inf:
            return None
        return odds + self.odds_of_question(question) if question else odds

    def odds_of_question(self, question):
        if (self, QUESTION) not in question.scanned:
            self.judge_questions([question])
        return question.scanned[self, QUESTION]

    def judge(self, readings):
        """Keep with each of some Readings its odds without a question, and those of each sentence with the next."""
        readings = [reading for reading in readings if self not in reading.scanned]
        if not readings:
            return
        pieces, counts = [], []
        for reading in readings:
            plain, sentences = reading.plain, reading.sentences or ONE_EMPTY
            pieces += [plain[start:end] for start, end in sentences]
            counts.append(len(sentences))
        counts, words = numpy.array(counts), numbers_in(pieces)
        firsts = firsts_of(words)
        weights = self.words[words]
        self.pairs.add_to(weights, words[:-1], words[1:])
        self.gaps.add_to(weights, words[:-2], words[2:])
        sums, known = (numpy.add.reduceat(one, firsts) for one in (weights, self.known[words]))
        sizes = numpy.diff(firsts, append=len(words))
        # Of each sentence and the next one of its text; of the last one only where it is alone.
        lasts = numpy.cumsum(counts) - 1
        for one in (sums, known, sizes):
            following = numpy.append(one[1:], 0)
            following[lasts] = 0
            one += following
        told = (sizes >= FEWEST) & (known >= KNOWN * sizes)
        told[lasts[counts > 1]] = False
        each = numpy.where(told, sums / SCALE / numpy.sqrt(sizes), -inf)
        texts = lasts + 1 - counts
        odds = numpy.maximum.reduceat(each, texts) + self.base - self.many * numpy.log(numpy.maximum(1, counts - 1))
        for reading, *kept in zip(readings, odds.tolist(), numpy.split(each, texts[1:]), strict=True):
            reading.scanned[self] = kept

    def judge_questions(self, questions):
        """Keep with each of some Readings what it adds to the odds of an answer to it. It is read as one sentence."""
        questions = [question for question in questions if (self, QUESTION) not in question.scanned]
        if not questions:
            return
        words = numbers_in([question.plain for question in questions])
        firsts = firsts_of(words)
        sizes = numpy.diff(firsts, append=len(words))
        odds = numpy.add.reduceat(self.of_question[words], firsts) / SCALE / numpy.sqrt(sizes)
        for question, one in zip(questions, odds.tolist(), strict=True):
            question.scanned[self, QUESTION] = one


class Pairs:
    """The weights of pairs of numbers. Most pairs have none: `seen` tells it of nearly all of these, by their hash."""

    def __init__(self, weights, numbers):
        pairs = numpy.array([[numbers[word] for word in key.split()] for key in weights], numpy.uint32).reshape(-1, 2)
        keys = together(pairs[:, 0], pairs[:, 1])
        order = numpy.argsort(keys)
        self.keys, self.values = keys[order], numpy.array([*weights.values()], numpy.int32)[order]
        self.seen = numpy.zeros(1 << HASHED, bool)
        self.seen[hashed(keys)] = True

    def add_to(self, sums, firsts, seconds):
        """Add the weight of each pair to one of some numbers."""
        wanted = together(firsts, seconds)
        likely = numpy.flatnonzero(self.seen[hashed(wanted)])
        wanted = wanted[likely]
        places = numpy.searchsorted(self.keys[:-1], wanted)
        hits = self.keys[places] == wanted
        sums[likely[hits]] += self.values[places[hits]]


def together(firsts, seconds):
    return firsts.astype(numpy.uint32) << 16 | seconds


def hashed(keys):
    return keys * numpy.uint32(GOLDEN) >> numpy.uint32(32 - HASHED)


def by_number(weights, numbers):
    """Return an array of the weights of words, by their numbers."""
    found = numpy.zeros(len(numbers) + 1, numpy.int32)
    for word, weight in weights.items():
        found[numbers[word]] = weight
    return found


def numbers_in(pieces):
    """Return the numbers of the words of some pieces of text, with FIRST and LAST round each."""
    codes = map(CODES.__getitem__, BETWEEN.join(["", *pieces, ""]).split())
    return numpy.frombuffer(b"".join(codes), TYPE)[1:-1]


def firsts_of(words):
    """Return where each piece begins among these numbers."""
    return numpy.flatnonzero(words == numbered()[FIRST])


def words_of(token):
    """Return the words of what stands between two spaces."""
    return WORD.findall(token)


def code(token):
    """Return their numbers as bytes."""
    words = (LAST, FIRST) if token == BETWEEN.strip() else words_of(token)
    return numpy.array([numbered().get(word, OTHER) for word in words], TYPE).tobytes()


CODES = Remembered(code)


def file_of(name):
    """Return what is in the file of a Likeness."""
    return orjson.loads((WEIGHTS / f"{name}.json").read_bytes())


@cache
def numbered():
    """Return {word: its number} of all words that have a weight."""
    words = {FIRST: None, LAST: None}
    for kept in map(file_of, MANY):
        for keys in (kept["words"], kept["of_question"], *map(str.split, chain(kept["pairs"], kept["gaps"]))):
            words.update(dict.fromkeys(keys))
    return {word: number for number, word in enumerate(words, start=OTHER + 1)}


@cache
def of_danger():
    """Return the Likeness of questions to those of people in danger. It is large, and read when it is asked for."""
    return Likeness("danger")


@cache
def of_leading():
    """The same of answers to those that lead somebody to hurt themselves."""
    return Likeness("leading")
