"""Finding the passages that answer a question: by their words, and by their meaning where embeddings are set up.

The database gives the likeliest passages by its own index, with every limit (switched off, in the trash, of other
collections) in that query. These candidates are then weighed here, in the same way on every database.
"""

import math
from collections import defaultdict
from functools import lru_cache, reduce
from operator import or_

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from chat import embeddings, meaning, splitting
from chat.models import Document, Passage
from chat.tokens import ENGLISH, VERSION, words_of
from chat.weighing import CLOSE, HEADING, TEXT, TITLE, weigh
from chat.words import beginnings_of, terms_of

CANDIDATES = 80
MOST_TERMS, FEWEST = 24, 2  # words that the index is asked for
MOST_BEGINNINGS = 3
POSTINGS = 8_000  # passages that these words may be in, all together: what a question costs
LEAST = 0.45  # of that floor must be reached by each that is given, where everyday words weigh as others do
TRUSTED = 5  # of the best
FUSE = 60
JOINED_MOST = 1800  # characters of neighbouring passages that are given as one
REACH = 3  # passages on either side that are looked at for that
SAME = 0.85  # of the words two passages share: they say the same


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
    languages, behind = indexed_in(usable)
    terms = terms_of(question, languages)
    if not terms or most < 1 or [] in (collections, documents):
        return Finds()
    counts, whole = frequencies(terms)
    likeness, notice = meant(question, usable)
    notice = notice or behind
    found = weigh(question, terms, counts, whole, candidates(terms, counts, usable, likeness))
    for one in found:
        one.likeness = likeness.get(one.passage.pk, 0.0)
    ranked = fused(found) if likeness else sorted(found, key=by_words)
    if not any(one.is_relevant(bool(likeness)) for one in ranked[:TRUSTED]):
        return Finds(notice=notice)
    return Finds(
        chosen([one for one in ranked if one.shared >= LEAST * one.floor or one.likeness >= CLOSE], most), notice
    )


def listed(ids):
    return None if ids is None else list(ids)


def indexed_in(usable):
    """Return (the languages that these documents are indexed in, a sentence where some of them are not indexed yet)."""
    rows = list(usable.order_by().values_list("languages", "indexed_by").distinct())
    languages = sorted({one for languages, _version in rows for one in languages.split()}) or [ENGLISH]
    behind = any(version != VERSION for _languages, version in rows)
    return languages, still_indexed() if behind else ""


def still_indexed():
    return _("Some documents are still being indexed. Ask again in a minute.")


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
    worded = [one for one in found if one.shared >= LEAST * one.floor]
    for order in (sorted(worded, key=by_words), sorted(alike, key=lambda one: (-one.likeness, one.passage.pk))):
        for place, one in enumerate(order, start=1):
            places[one.passage.pk] = places.get(one.passage.pk, 0.0) + 1 / (FUSE + place)
    for one in found:
        one.score = places.get(one.passage.pk, 0.0)
    return sorted(found, key=by_words)


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
    words = looked_for(terms, counts) + beginnings(terms, counts)
    ids = (by_fts5 if connection.vendor == "sqlite" else by_tsquery)(words, usable) if words else []
    passages = Passage.objects.filter(pk__in={*ids, *likeness}).select_related("document")
    return passages.defer("document__text", "document__page_starts", "document__headings")


def looked_for(terms, counts):
    """Return the words that the index is asked for: the rarest of the question, then the rarest that are like them, as
    many as POSTINGS allow. The commonest cost most and tell least."""
    own = sorted({(counts[form], form) for term in terms for form in term.forms if counts.get(form)})
    likes = sorted({(counts[like], like) for term in terms for like in term.likes if counts.get(like)})
    words, spent = [], 0
    for count, word in dict.fromkeys(own + likes):
        if len(words) < FEWEST or (spent + count <= POSTINGS and len(words) < MOST_TERMS):
            words.append(word)
            spent += count
    return words


def beginnings(terms, counts):
    """Return for each word that is nowhere its first letters, as few of them as are in not too many passages: the word
    that was meant begins so, however the rest was written."""
    nowhere = [
        beginnings_of(form) for term in terms if not any(map(counts.get, term.forms)) for form in sorted(term.forms)[:1]
    ]
    nowhere = [each for each in nowhere if each][:MOST_BEGINNINGS]
    common = numbers_of({one for each in nowhere for one in each})
    found = [next((one for one in each if common[one] <= POSTINGS), "") for each in nowhere]
    return [Beginning(one) for one in dict.fromkeys(found) if one]


def numbers_of(beginnings):
    """Return {first letters: in how many passages about there are words that begin so}."""
    each = sorted(beginnings)
    if not each:
        return {}
    if connection.vendor == "sqlite":
        one = "(SELECT COALESCE(SUM(doc), 0) FROM chat_vocabulary WHERE term >= %s AND term < %s)"
        params = [end for letters in each for end in (letters, letters + "\U0010ffff")]
    else:
        one, params = "(SELECT COUNT(*) FROM chat_passage WHERE words @@ (%s || ':*')::tsquery)", each
    return dict(zip(each, rows(f"SELECT {', '.join([one] * len(each))}", params)[0], strict=True))


class Beginning(str):
    """The first letters of a word, which the index is asked for as such."""


def rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def by_fts5(words, usable):
    match = " OR ".join(f'"{word}"' + "*" * isinstance(word, Beginning) for word in words)
    inside, params = usable.values("pk").query.sql_with_params()
    # FTS5 ranks by itself; each passage is then held against the limits, best first, until there are enough.
    return [row[0] for row in rows(
        f"""SELECT chat_words.rowid FROM chat_words CROSS JOIN chat_passage ON chat_passage.id = chat_words.rowid
        WHERE chat_words MATCH %s AND rank MATCH 'bm25({TITLE}, {HEADING}, {TEXT})'
        AND chat_passage.document_id IN ({inside}) ORDER BY rank LIMIT %s""",
        [match, *params, CANDIDATES],
    )]  # fmt: skip


def by_tsquery(words, usable):
    asked = " | ".join(f"'{word}'" + ":*" * isinstance(word, Beginning) for word in words)
    inside, params = usable.values("pk").query.sql_with_params()
    return [row[0] for row in rows(
        f"""SELECT id FROM chat_passage, (SELECT %s::tsquery AS asked) AS question
        WHERE words @@ asked AND document_id IN ({inside})
        ORDER BY ts_rank(words, asked, 1) DESC LIMIT %s""",
        [asked, *params, CANDIDATES],
    )]  # fmt: skip


def frequencies(terms):
    """Return ({form of a term, or of what is like it: in how many passages it is}, how many passages there are)."""
    whole = max(1, Passage.objects.count())
    forms = sorted({one for term in terms for one in (*term.likes, *term.forms)})
    if connection.vendor == "sqlite":
        marks = ", ".join(["%s"] * len(forms))
        found = dict(rows(f"SELECT term, doc FROM chat_vocabulary WHERE term IN ({marks})", forms))
    else:
        each = ", ".join(["(SELECT COUNT(*) FROM chat_passage WHERE words @@ %s::tsquery)"] * len(forms))
        found = dict(zip(forms, rows(f"SELECT {each}", [f"'{one}'" for one in forms])[0], strict=True)) if forms else {}
    return {one: found.get(one, 0) for one in forms}, whole
