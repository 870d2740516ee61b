"""How like a text is to what people write in danger, or an answer to those that lead there, tell a dose, promise a cure
…: what no list of phrases foresees, by weights that were learned from labelled rows.

Every word, pair of neighbours and pair with a word between them has a weight. The sum of those of two sentences that
follow each other, or of the only one, over the root of the number of their words, is the logarithm of the odds.
`make weights` makes the weights anew; how often they are right stands in benchmarks/README.md.

Many texts are judged at once as one array of the numbers of their words.
"""

import re
from functools import cache
from itertools import chain
from math import inf, log
from pathlib import Path
from threading import Lock

import numpy
import orjson

from examples.learned.pairs import Pairs, packed, unpacked
from examples.letters import lower_case
from examples.medicines import kind_of
from examples.numbering import Lists, current

WEIGHTS = Path(__file__).parent / "weights"
DIGITS = re.compile(r"\d+")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!]")
FIRST, LAST = "^", "$"  # stand before and after the words of a sentence
AROUND = (LAST, FIRST)  # stand between two sentences
SCALE = 10  # of the whole numbers in a file
# {file: {label: how much more the two sentences must tell that were chosen from many}}
MANY = {
    "danger": {"danger": 1},
    "leading": {"leading": 1.5},
    "advice": dict.fromkeys(("dosage", "prescribe", "diagnose", "danger", "guarantee", "opinion"), 1),
}
MARKED = {"advice"}  # files in which a word of a kind is the letter of the kind, and all numbers are alike
QUESTION = "question"  # with a Likeness, what is kept with a Reading is what it adds as a question
FEWEST = 5  # words of a text, with the marks of its ends: “goodbye” alone is none
KNOWN = 0.67  # of the words of a sentence, least
TYPE, OTHER = numpy.uint16, 0  # of the numbers of words; the number of those without weights


class Likeness:
    """By the weights of one file, of one or several labels: arrays with a row for each label, or for several packed,
    and a column for each number of a word. `known` tells which words are common in the rows; `of_question` is for the
    question, where an answer is judged."""

    def __init__(self, name):
        kept, numbers = file_of(name), numbered()
        self.name = name
        self.labels, self.codes = [*MANY[name]], CODES_OF_KINDS if name in MARKED else CODES
        self.many = numpy.array([*MANY[name].values()])[:, None]
        self.base = numpy.array(kept["base"]).reshape(-1, 1) / SCALE
        self.words = packed(by_number(kept["words"], numbers, len(self.labels)))
        self.of_question = by_number(kept["of_question"], numbers, len(self.labels))
        [self.known] = by_number(dict.fromkeys(kept["words"], 1), numbers, 1)
        self.pairs, self.gaps = (Pairs(kept[one], numbers, len(self.labels)) for one in ("pairs", "gaps"))

    def judged(self, reading, question=None, label=None):
        """Return (odds, start, end) of the two sentences of a Reading that are most like a label, the only one by
        default, or None where too few of its words are known to tell; `odds` is the natural logarithm of the odds."""
        odds = self.odds(reading, question, label)
        if odds is None:
            return None
        row = self.labels.index(label) if label else 0
        each, sentences = reading.scanned[self][1][row], reading.sentences
        place = len(each) - 1 - int(each[::-1].argmax())
        return odds, sentences[place][0], sentences[min(place + 1, len(sentences) - 1)][1]

    def odds(self, reading, question=None, label=None):
        """Return the odds alone, or None."""
        if self not in reading.scanned:
            self.judge([reading])
        row = self.labels.index(label) if label else 0
        odds = reading.scanned[self][0][row]
        if odds == -inf:
            return None
        return odds + self.odds_of_question(question)[row] if question else odds

    def odds_of_all(self, readings, questions=None):
        """Return the array of the odds of several judged Readings, a row for each label, -inf where there are none.
        Each is an answer to a question, where these are given."""
        odds = numpy.array([reading.scanned[self][0] for reading in readings])
        if questions is not None:
            odds += numpy.array([question.scanned[self, QUESTION] for question in questions])
        return odds.T

    def added(self, sentences, label=None):
        """Return what odds are lower by since two sentences are the most like of so many: of a label, or of an array of
        numbers the array with a row for each label."""
        if label:
            return MANY[self.name][label] * log(max(1, sentences - 1))
        return self.many * numpy.log(numpy.maximum(1, sentences - 1))

    def odds_of_labels(self, reading):
        """Return the odds of a judged Reading without a question, for each label."""
        return reading.scanned[self][0]

    def odds_of_question(self, question):
        """Return what a question adds to the odds of an answer to it, for each label."""
        if (self, QUESTION) not in question.scanned:
            self.judge_questions([question])
        return question.scanned[self, QUESTION]

    def judge(self, readings):
        """Keep with each of some Readings its odds without a question, and those of each sentence with the next: a row
        for each label."""
        readings = [reading for reading in readings if self not in reading.scanned]
        if not readings:
            return
        counts = numpy.array([max(1, len(reading.sentences)) for reading in readings])
        words = words_of_all(readings, self.codes)
        firsts = firsts_of(words)
        weights = numpy.take(self.words, words, axis=-1)
        self.pairs.add_to(weights, words[:-1], words[1:])
        self.gaps.add_to(weights, words[:-2], words[2:])
        sums, known = (numpy.add.reduceat(one, firsts, axis=-1) for one in (weights, self.known.take(words)))
        sums = unpacked(sums, len(self.labels))
        sizes = numpy.append(firsts[1:], len(words)) - firsts
        # Of each sentence and the next one of its text; of the last one only where it is alone.
        lasts = numpy.cumsum(counts) - 1
        for one in (sums, known, sizes):
            following = numpy.zeros_like(one)
            following[..., :-1] = one[..., 1:]
            following[..., lasts] = 0
            one += following
        told = (sizes >= FEWEST) & (known >= KNOWN * sizes)
        told[lasts[counts > 1]] = False
        each = numpy.where(told, sums / SCALE / numpy.sqrt(sizes), -inf)
        texts = lasts + 1 - counts
        most = numpy.maximum.reduceat(each, texts, axis=-1)
        odds = most + self.base - self.added(counts)
        first = 0
        for reading, told, size in zip(readings, odds.T.tolist(), counts.tolist(), strict=True):
            reading.scanned[self] = told, each[:, first : first + size]
            first += size

    def judge_questions(self, questions):
        """Keep with each of some Readings what it adds to the odds of an answer to it. It is read as one sentence."""
        questions = [question for question in questions if (self, QUESTION) not in question.scanned]
        if not questions:
            return
        words = words_of_all(questions, self.codes, by_sentence=False)
        firsts = firsts_of(words)
        sizes = numpy.append(firsts[1:], len(words)) - firsts
        odds = numpy.add.reduceat(self.of_question[:, words], firsts, axis=-1) / SCALE / numpy.sqrt(sizes)
        for question, told in zip(questions, odds.T.tolist(), strict=True):
            question.scanned[self, QUESTION] = told


def by_number(weights, numbers, labels):
    """Return an array of the weights of words: a row for each label, a column for each number."""
    found = numpy.zeros((labels, len(numbers) + 1), numpy.int32)
    for word, weight in weights.items():
        found[:, numbers[word]] = weight
    return found


def words_of_all(readings, codes, by_sentence=True):
    """Return the numbers of the words of some Readings, with FIRST and LAST round each sentence, or round each text."""
    numbering = current()
    parts = [reading.tokens.numbers_in(numbering) for reading in readings]
    lasts = [reading.last_tokens for reading in readings] if by_sentence else []
    for row, last in enumerate(lasts):
        if last is None:
            parts[row], lasts[row] = pieces_of(readings[row], numbering)
    sizes = [*map(len, parts)]
    edges = numpy.cumsum(sizes)
    ends = edges - 1
    if by_sentence:
        ends = numpy.concatenate(lasts) + numpy.repeat(edges - sizes, [*map(len, lasts)])
    left_out = numpy.full(edges[-1], len(AROUND))
    left_out[ends] = 0
    words = codes.of(numbering, numpy.concatenate(parts), left_out)
    return numpy.append(words[-1:], words[:-1])


def pieces_of(reading, numbering):
    """Return (the numbers of the tokens of each sentence of a Reading, the places of the last ones of each)."""
    pieces = [reading.plain[start:end].split(" ") for start, end in reading.sentences or [(0, 0)]]
    return numbering.numbers_of([*chain.from_iterable(pieces)]), numpy.cumsum([*map(len, pieces)]) - 1


def firsts_of(words):
    """Return where each piece begins among these numbers."""
    return numpy.flatnonzero(words == numbered()[FIRST])


def words_of(token):
    """Return the words of what stands between two spaces."""
    return WORD.findall(token)


def kind(word):
    """Return a word, or what stands for all of its kind: the letter of a medicine, a form, a number, …"""
    if word[0].isdecimal():
        return DIGITS.sub("0", word)
    return kind_of(word) or word


def numbers_of(token):
    """Return the numbers of its words, and of what stands between two sentences."""
    return [numbered().get(word, OTHER) for word in (*words_of(lower_case(token)), *AROUND)]


def numbers_of_kinds(token):
    return [numbered().get(word, OTHER) for word in (*map(kind, words_of(lower_case(token))), *AROUND)]


CODES, CODES_OF_KINDS = Lists(numbers_of, TYPE), Lists(numbers_of_kinds, TYPE)


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
    if len(words) > numpy.iinfo(TYPE).max:
        raise ValueError(f"There are {len(words)} words with a weight, more than {TYPE.__name__} can number.")
    return {word: number for number, word in enumerate(words, start=OTHER + 1)}


MADE, MAKING = {}, Lock()


def likeness(name):
    """Return the Likeness by the weights of a file. It is large, and made when it is asked for, once for all."""
    if name not in MADE:
        with MAKING:
            if name not in MADE:
                MADE[name] = Likeness(name)
    return MADE[name]


def of_advice():
    """Return the Likeness of answers, by label: to those that tell a dose, to start or stop a medicine, an illness,
    what is dangerous, what nobody can promise, or an opinion."""
    return likeness("advice")


def of_danger():
    """The same of questions to those of people in danger."""
    return likeness("danger")


def of_leading():
    """The same of answers to those that lead somebody to hurt themselves."""
    return likeness("leading")
