"""Dealing examples out to train, validation and test, so that what belongs together stays together.

Two examples belong together when they say the same (fingerprint), are near duplicates (cluster), come from the same
conversation or document, or carry the same tag that names a person (`person:…`); and so does what hangs together over a
third. By the texts and the seed alone, so that the same examples fall the same way on any machine.
"""

import json
import re
from array import array

import numpy as np
from django.utils.translation import gettext as _

from examples.models import EMPTY_OBJECT
from examples.models.snapshots import PARTS

PERSON = "person:"
# A group of more than this many times the smallest part's share would make or empty it, so it is trained on.
LARGE = 2


class Refusal(ValueError):
    """Why something is not given out. Its text is a sentence for the person who asked for it."""


def shares(text):
    """Return the shares of “90/5/5” or “90/10”. Raises Refusal."""
    numbers = [int(part) for part in text.split("/")] if SHARES.fullmatch(text or "") else []
    if not numbers or sum(numbers) != 100 or not numbers[0]:
        raise Refusal(
            _("Write two or three shares that add up to 100, the first above 0, such as 90/10, 90/5/5 or 100/0.")
        )
    return numbers


SHARES = re.compile(r"[0-9]{1,3}(/[0-9]{1,3}){1,2}")


class Dealing:
    """What a split needs to know of examples, gathered one after another: a few bytes each."""

    def __init__(self, clusters=None):
        self.ids, self.marks = array("q"), array("q")
        self.clusters = clusters or {}
        self.first = {}  # key → the first row that has it
        self.tied = []  # pairs of rows that belong together

    def add(self, pk, fingerprint, tags, extra):
        """Take in one example: its id, its fingerprint, its tags as text, and `extra` as JSON text."""
        self.ids.append(pk)
        self.marks.append(fingerprint)
        if tags or extra != EMPTY_OBJECT:
            self.tie(len(self.marks) - 1, tags.casefold(), extra)

    def add_all(self, ids, marks, tags, extras):
        """Take in several: a list of each."""
        row = len(self.marks)
        self.ids.extend(ids)
        self.marks.extend(marks)
        if not any(tags) and extras.count(EMPTY_OBJECT) == len(extras):
            return
        for place, (words, extra) in enumerate(zip(tags, extras, strict=True), start=row):
            if words or extra != EMPTY_OBJECT:
                self.tie(place, words.casefold(), extra)

    def tie(self, row, tags, extra):
        keys = [tag for tag in tags.split() if tag.startswith(PERSON)] if PERSON in tags else []
        if '"_from"' in extra:
            keys += origins(json.loads(extra))
        for key in keys:
            first = self.first.setdefault(key, row)
            if first != row:
                self.tied.append((first, row))

    def parts(self, shares, seed=0):
        """Return the number of each example's part, 0 for train, as bytes. Raises Refusal where one would be empty."""
        marks = np.frombuffer(self.marks, dtype=np.int64)
        known, of_row = np.unique(marks, return_inverse=True)
        group = joined(
            len(known), [*self.clustered(of_row), *((of_row[one], of_row[other]) for one, other in self.tied)]
        )
        sizes = np.bincount(group[of_row], minlength=len(known))
        dealt_out = dealt(sizes, known, shares, seed)[group[of_row]]
        for number, share in enumerate(shares):
            if share and not np.any(dealt_out == number):
                raise Refusal(too_few(PARTS[number], len(dealt_out), np.count_nonzero(sizes)))
        return dealt_out.astype(np.uint8).tobytes()

    def clustered(self, of_row):
        """Yield pairs of the groups that a cluster ties together."""
        if not self.clusters:
            return
        rows = [row for row, pk in enumerate(self.ids) if pk in self.clusters]
        clusters = np.fromiter((self.clusters[self.ids[row]] for row in rows), dtype=np.int64, count=len(rows))
        order = np.argsort(clusters, kind="stable")
        clusters, groups = clusters[order], of_row[rows][order]
        differ = (clusters[1:] == clusters[:-1]) & (groups[1:] != groups[:-1])
        yield from zip(groups[:-1][differ].tolist(), groups[1:][differ].tolist(), strict=True)


def too_few(part, examples, groups):
    numbers = {"examples": f"{examples:,}", "groups": f"{groups:,}", "part": part}
    if groups == examples:
        why = _("There are too few examples for this split: the part “%(part)s” would be empty.")
    else:
        why = _(
            "There are too few examples for this split: of %(examples)s, those that belong together count as one, "
            "which leaves %(groups)s. The part “%(part)s” would be empty."
        )
    what = _("Add more, choose larger shares, or take all to train on: 100/0.")
    return f"{why % numbers} {what}"


def origins(extra):
    """Return what an example came from, as keys: its conversation and its documents."""
    origin = extra.get("_from") if isinstance(extra, dict) else None
    if not isinstance(origin, dict):
        return []
    found = [("conversation", origin["conversation"])] if origin.get("conversation") is not None else []
    documents = origin.get("documents")
    found += [("document", one) for one in documents] if isinstance(documents, list) else []
    return [(kind, str(value)) for kind, value in found]


def joined(number, pairs):
    """Return the group of each of `number` things, named by its least member; `pairs` belong together (union-find)."""
    parent = np.arange(number)

    def root(one):
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for one, other in pairs:
        one, other = root(one), root(other)
        parent[max(one, other)] = min(one, other)
    while True:
        above = parent[parent]
        if np.array_equal(above, parent):
            return parent
        parent = above


def dealt(sizes, marks, shares, seed):
    """Return the part of each group, by its size and the mark that names it.

    In an order that the seed and the mark give, each group falls where its middle does; a large one to the largest
    part, before the others share what is left.
    """
    groups = np.flatnonzero(sizes)
    ordered = groups[np.argsort(places(seed, marks[groups]), kind="stable")]
    total, largest = sizes.sum(), int(np.argmax(shares))
    wanted = np.array(shares) * total / sum(shares)
    large = sizes[ordered] > max(1, LARGE * min(share for share in wanted if share))
    part_of = np.full(len(sizes), largest)
    wanted[largest] = max(0, wanted[largest] - sizes[ordered[large]].sum())
    small = ordered[~large]
    if len(small):
        edges = np.cumsum(wanted) / max(wanted.sum(), 1e-9) * sizes[small].sum()
        middles = np.cumsum(sizes[small]) - sizes[small] / 2
        part_of[small] = np.minimum(np.searchsorted(edges, middles, side="right"), len(shares) - 1)
    return part_of


def places(seed, marks):
    """Return a number from 0 to 2^64 for each mark and the seed, as if drawn by chance and always the same."""
    with np.errstate(over="ignore"):
        return mixed(marks.astype(np.uint64) ^ mixed(np.array([seed], dtype=np.uint64)))


def mixed(numbers):
    """Return splitmix64 of whole numbers (Steele, Lea and Flood 2014): each bit of one sways every bit of the other."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
