"""Finding passages by what they mean: their numbers, kept beside them, against those of the question.

The numbers are rows of a table, float32 as bytes. Searching keeps all of them in memory, normalised, and reads them
anew where the table has changed.
"""

import threading
from dataclasses import dataclass

import numpy as np
from django.db import IntegrityError, transaction
from django.db.models import Count, Max

from chat import embeddings
from chat.models import Passage, PassageVector

AT_ONCE = 32  # texts in one request
LONGEST = 8000  # characters of a text that is asked about


@dataclass
class Matrix:
    """All passages of a model: a row of numbers each, of length 1, with the ids of passage and document."""

    state: tuple
    rows: np.ndarray
    passages: np.ndarray
    documents: np.ndarray


kept, alone = {}, threading.Lock()


def search(question, documents, most):
    """Return [(id of a passage, likeness)] of these documents (ids), the likest first. Raises embeddings.Failed."""
    asked = unit(np.asarray(embeddings.chosen().embed([question[:LONGEST]]), dtype=np.float32))[0]
    matrix = current()
    if not len(matrix.rows) or matrix.rows.shape[1] != len(asked):
        return []
    allowed = np.flatnonzero(np.isin(matrix.documents, np.fromiter(documents, dtype=np.int64)))
    likeness = (matrix.rows[allowed] if len(allowed) < len(matrix.rows) else matrix.rows) @ asked
    best = np.argsort(-likeness, kind="stable")[:most]
    return [(int(matrix.passages[allowed[place]]), float(likeness[place])) for place in best]


def unit(rows):
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths == 0, 1, lengths)


def current():
    """Return the Matrix of the model in the settings. Rows are never changed, so their number and the newest tell."""
    model = embeddings.model()
    vectors = PassageVector.objects.filter(model=model)
    state = tuple(vectors.aggregate(Count("id"), Max("id")).values())
    with alone:
        if model not in kept or kept[model].state != state:
            found = list(vectors.order_by("id").values_list("vector", "passage_id", "passage__document_id"))
            width = len(found[0][0]) if found else 0
            found = [row for row in found if len(row[0]) == width]
            rows = np.frombuffer(b"".join(bytes(row[0]) for row in found), dtype=np.float32)
            rows = unit(rows.reshape(len(found), -1)) if found else np.empty((0, 0), dtype=np.float32)
            ids = np.array([row[1:] for row in found], dtype=np.int64).reshape(-1, 2)
            kept.clear()
            kept[model] = Matrix(state, rows, ids[:, 0], ids[:, 1])
        return kept[model]


def catch_up(stop=None, progress=None):
    """Ask for the numbers of every passage that has none of the model in the settings, and return how many there were.
    Raises embeddings.Failed."""
    embedder, done = embeddings.chosen(), 0
    while embedder and not (stop and stop.is_set()):
        waiting = list(
            Passage.objects.filter(document__removed_at=None)
            .exclude(vectors__model=embeddings.model())
            .order_by("id")
            .values_list("id", "heading", "text")[:AT_ONCE]
        )
        if not waiting:
            break
        rows = embedder.embed([f"{heading}\n{text}"[:LONGEST] for _id, heading, text in waiting])
        done += keep([one[0] for one in waiting], rows)
        if progress:
            progress(len(waiting))
    return done


def keep(ids, rows):
    """Keep the numbers of passages that are still there. Return how many."""
    vectors = [
        PassageVector(passage_id=pk, model=embeddings.model(), vector=np.asarray(row, dtype=np.float32).tobytes())
        for pk, row in zip(ids, rows, strict=True)
    ]
    try:
        with transaction.atomic():
            there = set(Passage.objects.filter(pk__in=ids).values_list("pk", flat=True))
            fresh = [one for one in vectors if one.passage_id in there]
            return len(PassageVector.objects.bulk_create(fresh, ignore_conflicts=True))
    except IntegrityError:  # a passage went in this moment; the next round does the others
        return 0
