"""Dealing examples out to train, validation and test, so that what belongs together stays together.

Two examples belong together when they say the same (fingerprint), are near duplicates (cluster), come from the same
conversation or document, or carry the same tag that names a person (`person:…`); and so does what hangs together over a
third. By the texts and the seed alone, so that the same examples fall the same way on any machine.
"""

import json
import re
from array import array
from hashlib import blake2b

import numpy as np

from examples.models.snapshots import PARTS

PERSON = "person:"
# A group of more than this many times the smallest part's share would make or empty it, so it is trained on.
LARGE = 2


class Refusal(ValueError):
    """Why something is not given out. Its text is a sentence for the person who asked for it."""


def shares(text):
    """Return the shares of “90/5/5” or “90/10”. Raises Refusal."""
    numbers = [int(part) for part in text.split("/")] if re.fullmatch(r"\d{1,3}(/\d{1,3}){1,2}", text or "") else []
    if not numbers or sum(numbers) != 100 or not numbers[0]:
        raise Refusal("Write a split as two or three shares that add up to 100, such as 90/10 or 90/5/5.")
    return numbers


class Dealing:
    """What a split needs to know of examples, gathered one after another: a few bytes each."""

    def __init__(self, clusters=None):
        self.marks = array("q")
        self.clusters = clusters or {}
        self.first = {}  # key → the first row that has it
        self.tied = []  # pairs of rows that belong together

    def add(self, pk, fingerprint, tags, extra):
        """Take in one example: its id, its fingerprint, its tags as text, and `extra` as JSON text."""
        row = len(self.marks)
        self.marks.append(fingerprint)
        cluster = self.clusters.get(pk) if self.clusters else None
        if cluster is not None:
            self.tie(row, ("cluster", cluster))
        if tags and PERSON in tags.casefold():
            for tag in tags.casefold().split():
                if tag.startswith(PERSON):
                    self.tie(row, tag)
        if '"_from"' in extra:
            for key in origins(json.loads(extra)):
                self.tie(row, key)

    def tie(self, row, key):
        first = self.first.setdefault(key, row)
        if first != row:
            self.tied.append((first, row))

    def parts(self, shares, seed=0):
        """Return the number of each example's part, 0 for train, as bytes. Raises Refusal where one would be empty."""
        marks = np.frombuffer(self.marks, dtype=np.int64)
        known, of_row = np.unique(marks, return_inverse=True)
        group = joined(len(known), ((of_row[one], of_row[other]) for one, other in self.tied))
        sizes = np.bincount(group[of_row], minlength=len(known))
        part_of = dealt(sizes, known, shares, seed)
        dealt_out = part_of[group[of_row]]
        for number, share in enumerate(shares):
            if share and not np.any(dealt_out == number):
                raise Refusal(too_few(PARTS[number], len(dealt_out), np.count_nonzero(sizes)))
        return dealt_out.astype(np.uint8).tobytes()


def too_few(part, examples, groups):
    together = "" if groups == examples else f" ({examples:,} in {groups:,} groups that stay together)"
    return (
        f"There are too few examples for this split{together}: the part “{part}” would be empty. "
        "Add more, choose larger shares, or take one file."
    )


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
    ordered = groups[np.argsort(np.array([place(seed, mark) for mark in marks[groups].tolist()], dtype=np.uint64))]
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


def place(seed, fingerprint):
    digest = blake2b(f"{seed}:{fingerprint}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")
