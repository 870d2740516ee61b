"""Finding the passages that answer a question: by their words, and by their meaning where embeddings are set up.

The database gives the likeliest passages by its own index, with every limit (switched off, in the trash, of other
collections) in that query. These candidates are then weighed here, in the same way on every database.
"""

import math
from collections import Counter
from dataclasses import dataclass, field

from django.db import connection

from chat.models import Document, Passage
from chat.words import stem, terms_of, words_of

CANDIDATES = 80
MOST_TERMS = 12  # that the index is asked for
COMMON = 0.2  # of all passages: a term that more of them have is left out where rarer ones are there
TITLE, HEADING, TEXT = 0.5, 2.0, 1.0  # what a word counts there
# BM25, with the values that its authors found to serve most collections (Robertson and Zaragoza 2009).
K1, B = 1.2, 0.75
USUAL_LENGTH = 120  # words of a passage
FLOOR = 0.34  # of what the words of a question weigh, so much must be there
JOINED_MOST = 2200  # characters of neighbouring passages that are given as one
NEIGHBOUR = 0.5  # of the best score: a neighbour below that is not joined
SAME = 0.85  # of the words two passages share: they say the same


@dataclass
class Found:
    """An answer to a question: the best `passage`, its `score`, and with its neighbours `passages`, in their order.
    `start` and `end` are places in the document's text, `text` what stands there."""

    passage: Passage
    score: float
    coverage: float = 0.0
    passages: list = field(default_factory=list)

    @property
    def document(self):
        return self.passage.document

    @property
    def page(self):
        return self.passages[0].page

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

    notice = ""


def find(question, *, most=3, collections=None, documents=None):
    """Return Finds of at most `most` Found, the best first; none where nothing relevant is there.

    `collections` and `documents` are ids (or rows) that the answer may come from; None is no limit, and an empty list
    finds nothing.
    """
    usable = Document.objects.usable()
    if collections is not None:
        usable = usable.filter(collections__in=collections).distinct()
    if documents is not None:
        usable = usable.filter(pk__in=documents if isinstance(documents, (list, tuple, set)) else list(documents))
    terms = terms_of(question)
    if not terms or most < 1:
        return Finds()
    weights = weights_of(terms)
    scored = [weigh(passage, terms, weights) for passage in candidates(terms, weights, usable)]
    scored = [found for found in scored if found.coverage >= FLOOR]
    scored.sort(key=lambda found: (-found.score, found.passage.pk))
    return Finds(chosen(scored, most))


# Weighing


def weights_of(terms):
    """Return {stem: weight} of the terms and of what is like them: the rarer, the more (BM25's idf)."""
    stems = {term.stem for term in terms} | {like for term in terms for like in term.likes}
    counts, whole = frequencies(stems)
    return {one: math.log(1 + (whole - counts[one] + 0.5) / (counts[one] + 0.5)) for one in stems}


def weigh(passage, terms, weights):
    """Return the passage as Found, scored by BM25 over its terms; a like word counts in the place of a term."""
    words = Counter()
    for text, factor in ((passage.title, TITLE), (passage.heading, HEADING), (passage.text, TEXT)):
        for word in words_of(text):
            words[stem(word)] += factor
    length = sum(words.values())
    norm = K1 * (1 - B + B * length / USUAL_LENGTH)
    score = there = whole = 0.0
    for term in terms:
        weight = weights[term.stem]
        best = words[term.stem] * (K1 + 1) / (words[term.stem] + norm) * weight
        covered = 1.0 if words[term.stem] else 0.0
        for like, share in term.likes.items():
            if words[like]:
                best = max(best, share * weights[like] * words[like] * (K1 + 1) / (words[like] + norm))
                covered = max(covered, share)
        score += best
        there += covered * weight
        whole += weight
    return Found(passage, score, there / whole if whole else 0.0, [passage])


# Choosing


def chosen(scored, most):
    """Return the best: neighbours joined, what says the same once, and of one document half the places at most (rounded
    up) where another document has something too."""
    half = math.ceil(most / 2) if len({found.passage.document_id for found in scored}) > 1 else most
    picked, waiting = [], []
    for found in scored:
        near = next((one for one in picked if beside(one, found)), None)
        if near is not None:
            if found.score >= picked[0].score * NEIGHBOUR:
                near.passages = sorted([*near.passages, found.passage], key=lambda passage: passage.number)
            continue
        if any(says_the_same(one.passage, found.passage) for one in picked):
            continue
        if len(picked) < most:
            own = sum(one.passage.document_id == found.passage.document_id for one in picked)
            (picked if own < half else waiting).append(found)
    picked += waiting[: most - len(picked)]
    return sorted(picked, key=lambda found: -found.score)


def beside(found, other):
    """Return whether a passage stands right before or behind those of a Found, and fits with them."""
    first, last = found.passages[0], found.passages[-1]
    passage = other.passage
    if passage.document_id != first.document_id:
        return False
    touches = passage.number in (first.number - 1, last.number + 1)
    return touches and max(last.end, passage.end) - min(first.start, passage.start) <= JOINED_MOST


def says_the_same(one, other):
    first, second = set(words_of(one.text)), set(words_of(other.text))
    return len(first & second) >= SAME * len(first | second)


# The two databases


def candidates(terms, weights, usable):
    """Return the likeliest passages of these documents, with their documents, without the texts of these."""
    asked = sorted({(term.word, term.stem) for term in terms}, key=lambda pair: -weights[pair[1]])[:MOST_TERMS]
    likes = sorted({like for term in terms for like in term.likes}, key=lambda one: -weights[one])[:MOST_TERMS]
    words = [word for word, _stem in asked] + likes
    ids = (by_fts5 if connection.vendor == "sqlite" else by_tsquery)(words, usable)
    passages = Passage.objects.filter(pk__in=ids).select_related("document")
    return passages.defer("document__text", "document__page_starts", "document__headings")


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


def frequencies(stems):
    """Return ({stem: in how many passages it is}, how many passages there are)."""
    whole = max(1, Passage.objects.count())
    stems = sorted(stems)
    if connection.vendor == "sqlite":
        marks = ", ".join(["%s"] * len(stems))
        found = dict(rows(f"SELECT term, doc FROM chat_vocabulary WHERE term IN ({marks})", stems))
    else:
        each = ", ".join(
            ["(SELECT COUNT(*) FROM chat_passage WHERE words @@ plainto_tsquery('english', %s))"] * len(stems)
        )
        found = dict(zip(stems, rows(f"SELECT {each}", stems)[0], strict=True))
    return {one: found.get(one, 0) for one in stems}, whole
