"""Finding the passages that answer a question: by their words, and by their meaning where embeddings are set up.

The database gives the likeliest passages by its own index, with every limit (switched off, in the trash, of other
collections) in that query. These candidates are then weighed here, in the same way on every database.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from chat import embeddings, meaning, splitting
from chat.models import Document, Passage
from chat.words import stem, terms_of, word_of, words_of

CANDIDATES = 80
MOST_TERMS, FEWEST = 24, 2  # words that the index is asked for
POSTINGS = 15_000  # passages that these words may be in, all together: what a question costs
TITLE, HEADING, TEXT = 0.5, 3.0, 1.0  # what a word counts there
# BM25 (Robertson and Zaragoza 2009): how soon further times of a word add less, and how much a long passage loses.
K1, B = 2.0, 0.75
USUAL_LENGTH = 120  # words of a passage
LIKE_COVERS = 0.8  # how much of a term is covered by a word that means nearly the same
ALL = 0.7  # of the score that depends on how much of the question is there
PAIR = 0.5  # what a pair of words counts that the question has too, for each unit of its rarity
# Of what the words of a question weigh, so much must be in one of the best, else nothing is relevant; of a long one,
# which asks several things at once, less.
FLOOR, FLOOR_OF_LONG, LONG = 0.35, 0.25, 5
LEAST = 0.2  # and so much in each
TRUSTED = 5  # of the best
CLOSE, FAR = 0.4, 0.2  # a meaning as like as this is relevant; words of one less like than that are chance
FUSE = 60
JOINED_MOST = 1800  # characters of neighbouring passages that are given as one
REACH = 3  # passages on either side that are looked at for that
SAME = 0.85  # of the words two passages share: they say the same


@dataclass
class Found:
    """An answer to a question: the best `passage`, its `score`, and with its neighbours `passages`, in their order.
    `start` and `end` are places in the document's text, `text` what stands there. `coverage` is the share of what the
    words of the question weigh that is there, `likeness` the cosine of the meanings, 0 without embeddings."""

    passage: Passage
    score: float
    coverage: float = 0.0
    likeness: float = 0.0
    floor: float = FLOOR
    passages: list = field(default_factory=list)

    def is_relevant(self, by_meaning):
        """Return whether this alone shows that the documents speak of what is asked."""
        if by_meaning:
            return self.likeness >= CLOSE or (self.coverage >= self.floor and self.likeness >= FAR)
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


class Finds(list):
    """What was found, best first; `notice` is a sentence where it was found in a lesser way than is set up."""

    def __init__(self, found=(), notice=""):
        super().__init__(found)
        self.notice = notice


def find(question, *, most=3, collections=None, documents=None):
    """Return Finds of at most `most` Found, the best first; none where nothing relevant is there.

    `collections` and `documents` are ids (or rows) that the answer may come from; None is no limit, and an empty list
    finds nothing.
    """
    usable = Document.objects.usable()
    collections, documents = listed(collections), listed(documents)
    if collections is not None:
        usable = usable.filter(collections__in=collections).distinct()
    if documents is not None:
        usable = usable.filter(pk__in=documents)
    terms = terms_of(question)
    if not terms or most < 1 or [] in (collections, documents):
        return Finds()
    counts, whole = frequencies(terms)
    likeness, notice = meant(question, usable)
    found = weigh(question, terms, weights_of(counts, whole), candidates(terms, counts, usable, likeness))
    for one in found:
        one.likeness = likeness.get(one.passage.pk, 0.0)
    ranked = fused(found) if likeness else sorted(found, key=by_words)
    if not any(one.is_relevant(bool(likeness)) for one in ranked[:TRUSTED]):
        return Finds(notice=notice)
    return Finds(chosen([one for one in ranked if one.coverage >= LEAST or one.likeness >= CLOSE], most), notice)


def listed(ids):
    return None if ids is None else list(ids)


def meant(question, usable):
    """Return ({id of a passage: how like the question}, a sentence where that failed)."""
    if not embeddings.chosen():
        return {}, ""
    try:
        return dict(meaning.search(question, list(usable.values_list("pk", flat=True)), CANDIDATES)), ""
    except embeddings.Failed as error:
        return {}, f"{_('Found by words alone:')} {error}"


def by_words(found):
    return -found.score, found.passage.pk


def fused(found):
    """Return what was found in one order, by the sum of 1 / (FUSE + place) in the two orders (Cormack, Clarke and
    Büttcher 2009), which becomes the score."""
    places = {}
    alike = [one for one in found if one.likeness]
    worded = [one for one in found if one.coverage >= LEAST]
    for order in (sorted(worded, key=by_words), sorted(alike, key=lambda one: (-one.likeness, one.passage.pk))):
        for place, one in enumerate(order, start=1):
            places[one.passage.pk] = places.get(one.passage.pk, 0.0) + 1 / (FUSE + place)
    for one in found:
        one.score = places.get(one.passage.pk, 0.0)
    return sorted(found, key=by_words)


# Weighing


def weights_of(counts, whole):
    """Return {stem: weight} from how many of the passages have each: the rarer, the more (BM25's idf). A word that is
    nowhere weighs as much as one that is in a few passages: it may be misspelt, or say nothing."""
    counts = {one: count or max(1, whole // 100) for one, count in counts.items()}
    return {one: math.log(1 + (whole - count + 0.5) / (count + 0.5)) for one, count in counts.items()}


@dataclass
class Candidate:
    """A passage with its words counted: how often each stem is there, and which pairs of words."""

    passage: Passage
    words: Counter
    pairs: set


def read(passage):
    counts, pairs = Counter(), set()
    for text, factor in ((passage.title, TITLE), (passage.heading, HEADING), (passage.text, TEXT)):
        stems = [stem(word) for word in words_of(text)]
        for one in stems:
            counts[one] += factor
        pairs.update(pairwise(stems))
    return Candidate(passage, counts, pairs)


def weigh(question, terms, weights, passages):
    """Return the passages as Found, scored by BM25 over the terms of the question, in whose place a like word counts
    less, and by the pairs of words that they share with it."""
    read_ones = [read(passage) for passage in passages]
    asked = set(pairwise(stem(word) for word in words_of(question)))
    shared = Counter(pair for one in read_ones for pair in one.pairs & asked)
    rarity = {pair: math.log((len(read_ones) + 1) / (count + 0.5)) for pair, count in shared.items()}
    return [scored(one, terms, weights, rarity) for one in read_ones]


def scored(one, terms, weights, rarity):
    norm = K1 * (1 - B + B * one.words.total() / USUAL_LENGTH)
    score = there = whole = 0.0
    for term in terms:
        best = covered = 0.0
        if one.words[term.stem]:
            best = term.own * weights[term.stem] * saturated(one.words[term.stem], norm)
            covered = term.own
        for like, share in term.likes.items():
            if one.words[like]:
                best = max(best, share * weights[like] * saturated(one.words[like], norm))
                covered = max(covered, LIKE_COVERS)
        score += best
        weight = weights.get(term.stem, 0.0)  # of what stands between words that say nothing, none
        there += covered * weight
        whole += weight
    score += PAIR * sum(max(0.0, rarity[pair]) for pair in one.pairs & rarity.keys())
    coverage = there / whole if whole else float(score > 0)
    floor = FLOOR_OF_LONG if sum(bool(term.stem) for term in terms) >= LONG else FLOOR
    return Found(one.passage, score * (1 - ALL + ALL * coverage), coverage, floor=floor, passages=[one.passage])


def saturated(count, norm):
    """Return what a word counts that stands somewhere so often: each further time adds less (BM25)."""
    return count * (K1 + 1) / (count + norm)


# Choosing


def chosen(scored, most):
    """Return the best: what says the same once, neighbours as one, and of one document half the places at most (rounded
    up) where another document has something too."""
    half = math.ceil(most / 2) if len({found.passage.document_id for found in scored}) > 1 else most
    around = Surroundings(scored[: most * 4])
    picked, waiting = [], []
    for found in scored:
        if any(found.passage.pk in {passage.pk for passage in one.passages} for one in picked):
            continue
        if any(says_the_same(one.passage, found.passage) for one in picked):
            continue
        if len(picked) == most:
            break
        own = sum(one.passage.document_id == found.passage.document_id for one in picked)
        if own < half:
            picked.append(around.widened(found, picked))
        else:
            waiting.append(found)
    for found in waiting[: most - len(picked)]:
        picked.append(around.widened(found, picked))
    return sorted(picked, key=lambda found: -found.score)


class Surroundings:
    """The passages near the likeliest ones, by their place, asked for at once."""

    def __init__(self, scored):
        numbers = defaultdict(set)
        for one in scored:
            around = range(max(0, one.passage.number - REACH), one.passage.number + REACH + 1)
            numbers[one.passage.document_id].update(around)
        near = [Q(document=document, number__in=wanted) for document, wanted in numbers.items()]
        found = Passage.objects.filter(reduce(or_, near)) if near else ()
        self.passages = {(one.document_id, one.number): one for one in found}

    def widened(self, found, picked):
        """Join to a Found its neighbours below the same heading, the next ones first, as long as all together are no
        longer than JOINED_MOST."""
        taken = {passage.pk for one in picked for passage in one.passages}
        open_ends = {-1, 1}
        while open_ends:
            for step in sorted(open_ends):
                end = found.passages[0] if step < 0 else found.passages[-1]
                near = self.passages.get((end.document_id, end.number + step))
                belongs = near and topic(near) == topic(end) and near.pk not in taken
                if belongs and max(near.end, found.end) - min(near.start, found.start) <= JOINED_MOST:
                    found.passages = [near, *found.passages] if step < 0 else [*found.passages, near]
                else:
                    open_ends.discard(step)
        return found


def topic(passage):
    """Return the heading of a passage; of one that short sections were joined in, the first."""
    return passage.heading.split(splitting.AND)[0]


@lru_cache(maxsize=2000)
def word_set(text):
    return frozenset(words_of(text))


def says_the_same(one, other):
    first, second = word_set(one.text), word_set(other.text)
    return len(first & second) >= SAME * len(first | second)


# The two databases


def candidates(terms, counts, usable, likeness=()):
    """Return the likeliest passages of these documents by their words, and those of `likeness`, with documents."""
    words = looked_for(terms, counts)
    ids = (by_fts5 if connection.vendor == "sqlite" else by_tsquery)(words, usable) if words else []
    passages = Passage.objects.filter(pk__in={*ids, *likeness}).select_related("document")
    return passages.defer("document__text", "document__page_starts", "document__headings")


def looked_for(terms, counts):
    """Return the words that the index is asked for: the rarest of the question, then the rarest that are like them, as
    many as POSTINGS allow. The commonest cost most and tell least."""
    own = sorted((counts[term.stem], term.word) for term in terms if counts.get(term.stem))
    likes = sorted({(counts[like], word_of()[like]) for term in terms for like in term.likes if counts.get(like)})
    words, spent = [], 0
    for count, word in own + likes:
        if len(words) < FEWEST or (spent + count <= POSTINGS and len(words) < MOST_TERMS):
            words.append(word)
            spent += count
    return words


def rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def by_fts5(words, usable):
    match = " OR ".join(f'"{word}"' for word in words)
    inside, params = usable.values("pk").query.sql_with_params()
    # FTS5 ranks by itself; each passage is then held against the limits, best first, until there are enough.
    return [row[0] for row in rows(
        f"""SELECT chat_words.rowid FROM chat_words CROSS JOIN chat_passage ON chat_passage.id = chat_words.rowid
        WHERE chat_words MATCH %s AND rank MATCH 'bm25({TITLE}, {HEADING}, {TEXT})'
        AND chat_passage.document_id IN ({inside}) ORDER BY rank LIMIT %s""",
        [match, *params, CANDIDATES],
    )]  # fmt: skip


def by_tsquery(words, usable):
    query = " || ".join(["plainto_tsquery('english', %s)"] * len(words))
    inside, params = usable.values("pk").query.sql_with_params()
    return [row[0] for row in rows(
        f"""SELECT id FROM chat_passage, (SELECT {query} AS asked) AS question
        WHERE words @@ asked AND document_id IN ({inside})
        ORDER BY ts_rank(words, asked, 1) DESC LIMIT %s""",
        [*words, *params, CANDIDATES],
    )]  # fmt: skip


def frequencies(terms):
    """Return ({stem of a term, or of what is like it: in how many passages it is}, how many passages there are)."""
    whole = max(1, Passage.objects.count())
    words = {like: word_of()[like] for term in terms for like in term.likes}
    words |= {term.stem: term.word for term in terms if term.stem}
    stems = sorted(words)
    if connection.vendor == "sqlite":
        marks = ", ".join(["%s"] * len(stems))
        found = dict(rows(f"SELECT term, doc FROM chat_vocabulary WHERE term IN ({marks})", stems))
    else:
        each = ", ".join(
            ["(SELECT COUNT(*) FROM chat_passage WHERE words @@ plainto_tsquery('english', %s))"] * len(stems)
        )
        found = dict(zip(stems, rows(f"SELECT {each}", [words[one] for one in stems])[0], strict=True))
    return {one: found.get(one, 0) for one in stems}, whole
