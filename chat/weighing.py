"""Weighing passages against a question, in one way on every database: by its words, by what means nearly the same, and
by what is spelled nearly so.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import pairwise

from chat.models import Passage
from chat.tokens import stem, words_of
from chat.words import Spellings

TITLE, HEADING, TEXT = 0.5, 3.0, 1.0  # what a word counts there
# BM25 (Robertson and Zaragoza 2009): how soon further times of a word add less, and how much a long passage loses.
K1, B = 2.0, 0.6
USUAL_LENGTH = 120  # words of a passage
LIKE_COVERS = 0.8  # how much of a term is there, for the order, where a word is that means nearly the same
ALL = 0.5  # of the score that depends on how much of the question is there
PAIR = 0.5  # what a pair of words counts that the question has too, for each unit of its rarity
COMPANY = 0.1  # of the scores of a document's three best passages: so much each of its passages gains
# Of what the words of a question weigh, so much must be in one of the best, else nothing is relevant; of a long one,
# which says many things beside what it asks, as much as of one of LONG words. Found by
# benchmarks/measuring_relevance.py.
FLOOR, LONG = 0.43, 4
EVERYDAY = 0.5  # what a word weighs there that people use whatever they speak of
NOWHERE = 1.75  # and one that is in no passage
UNSURE = 0.7  # how surely one is there in whose place stands what is spelled nearly so; an everyday one is not
SHARED = 0.75  # of that floor is enough where the meaning is not far either
CLOSE, FAR = 0.4, 0.2  # a meaning as like as this is relevant; words of one less like than that are chance


@dataclass
class Found:
    """An answer to a question: the best `passage`, its `score`, and with its neighbours `passages`, in their order.
    `start` and `end` are places in the document's text, `text` what stands there. `shared` is the share of what the
    words of the question weigh by their rarity that is there, `coverage` the same where everyday words weigh less,
    `likeness` the cosine of the meanings, 0 without embeddings."""

    passage: Passage
    score: float
    coverage: float = 0.0
    shared: float = 0.0
    likeness: float = 0.0
    floor: float = FLOOR
    passages: list = field(default_factory=list)

    def is_relevant(self, by_meaning):
        """Return whether this alone shows that the documents speak of what is asked."""
        if by_meaning:
            return self.likeness >= CLOSE or (self.coverage >= self.floor * SHARED and self.likeness >= FAR)
        return self.coverage >= self.floor

    @property
    def document(self):
        return self.passage.document

    @property
    def page(self):
        return self.passage.page

    @property
    def heading(self):
        return self.passage.heading

    @property
    def start(self):
        return self.passages[0].start

    @property
    def end(self):
        return self.passages[-1].end

    @property
    def text(self):
        """The text of all its passages, each character once."""
        parts, end = [], None
        for passage in self.passages:
            if end is None or passage.start > end:
                parts.append(("\n\n" if parts else "") + passage.text)
            else:
                parts.append(passage.text[end - passage.start :])
            end = passage.end
        return "".join(parts)


def weights_of(counts, whole):
    """Return {stem: weight} from how many of the passages have each: the rarer, the more (BM25's idf). A word that is
    nowhere weighs as much as one that is in a single passage: it may be what matters most, and then nothing answers."""
    return {one: weight_of(count, whole) for one, count in counts.items()}


def weight_of(count, whole):
    count = max(1, count)
    return math.log(1 + (whole - count + 0.5) / (count + 0.5))


@dataclass
class Candidate:
    """A passage with its words counted: how often each stem is there, and which of the asked pairs of words."""

    passage: Passage
    words: Counter
    pairs: set


def read(passage, asked):
    counts, pairs = Counter(), set()
    parts = ((passage.title_words, TITLE), (passage.heading_words, HEADING), (passage.text_words, TEXT))
    for words, factor in parts:
        stems = words.split()
        for one, count in Counter(stems).items():
            counts[one] += count * factor
        pairs |= asked.intersection(pairwise(stems))
    return Candidate(passage, counts, pairs)


def weigh(question, terms, counts, whole, passages):
    """Return the passages as Found, scored by BM25 over the terms of the question, in whose place a like word counts
    less, by the pairs of words that they share with it, and by the company they are in."""
    weights = weights_of(counts, whole)
    words = words_of(question)
    languages = {language for term in terms for language in term.stems}
    asked = {pair for language in languages for pair in pairwise(stem(word, language) for word in words)}
    read_ones = [read(passage, asked) for passage in passages]
    shared = Counter(pair for one in read_ones for pair in one.pairs)
    rarity = {pair: max(0.0, math.log((len(read_ones) + 1) / (count + 0.5))) for pair, count in shared.items()}
    spellings = Spellings(set().union(*(one.words for one in read_ones)))
    weighed = []
    for term in terms:
        count = max((counts[form] for form in term.forms), default=0)
        weight = weight_of(count, whole) if term.word else 0.0  # of what stands between words that say nothing, none
        nearly = spellings.near(term.forms, count > 0)
        weighed.append((term, weight, weight * mattering(term, count), nearly))
    found = [scored(one, weighed, weights, rarity) for one in read_ones]
    add_company(found)
    return found


def mattering(term, count):
    """Return how much more or less a word tells of what is asked than its rarity here says. Of words in a phrase that
    means something else together, one stands for it."""
    if term.own < 1:
        return 1.0 if term.likes else term.own
    if term.everyday:
        return EVERYDAY
    return 1.0 if count or term.is_pair else NOWHERE


def scored(one, terms, weights, rarity):
    """Return a Candidate as Found; `terms` are (Term, what it weighs, what it weighs for relevance, {what is spelled
    nearly so: how nearly})."""
    norm = K1 * (1 - B + B * one.words.total() / USUAL_LENGTH)
    score = there = shared = whole = surely = asked = 0.0
    for term, weight, matters, nearly in terms:
        times = one.words[term.stems.get(one.passage.language)]
        if not times and term.beside and all(one.words[pair] for pair in term.beside):
            continue
        own = term.own if times else 0.0
        best, like = best_of(one, {word: (share, weights[word]) for word, share in term.likes.items()}, norm)
        best = max(best, own * weight * saturated(times, norm))
        near = 0.0
        if not own and not like:
            best, near = best_of(one, {word: (share, weight) for word, share in nearly.items()}, norm)
        score += best
        there += (max(own, LIKE_COVERS) if like else own or near) * weight
        shared += (max(own, like) or near) * weight
        surely += (max(own, like) or near * UNSURE * (not term.everyday)) * matters
        whole += weight
        asked += matters
    score += PAIR * sum(rarity[pair] for pair in one.pairs)
    if whole:
        score *= 1 - ALL + ALL * there / whole
    floor = FLOOR * min(1.0, LONG / max(1, sum(bool(each[0].word) for each in terms)))
    coverage, shared = (surely / asked, shared / whole) if whole else (float(score > 0),) * 2
    return Found(one.passage, score, coverage, shared, floor=floor, passages=[one.passage])


def best_of(one, words, norm):
    """Return (what the best of some words, {word: (how nearly it is what was asked, weight)}, adds to the score of a
    passage, how nearly the nearest of those that are there is it)."""
    best = nearest = 0.0
    for word, (share, weight) in words.items():
        if one.words[word]:
            best = max(best, share * weight * saturated(one.words[word], norm))
            nearest = max(nearest, share)
    return best, nearest


def saturated(count, norm):
    """Return what a word counts that stands somewhere so often: each further time adds less (BM25)."""
    return count * (K1 + 1) / (count + norm)


def add_company(found):
    """Let a passage gain by the best ones of its document: a document that speaks of the matter elsewhere too is
    likelier to be meant."""
    scores = defaultdict(list)
    for one in found:
        scores[one.passage.document_id].append(one.score)
    company = {document: COMPANY * sum(nlargest(3, each)) for document, each in scores.items()}
    for one in found:
        one.score += company[one.passage.document_id]
