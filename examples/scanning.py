"""Finding all near duplicates at once: a scan reads every text once, and again those of the few that may be alike.

It writes only what is not so already, in short transactions, so it can be broken off and repeated at any time, and
others go on working: what they add or change meanwhile is compared anew at the end.
"""

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import numpy
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, Max, Q, Sum

from examples import clusters
from examples.models import Cluster, Comparing, Example, Import, Member, Uncompared
from examples.sketches import BANDS, VERSION, hopeful, mark_beside, near, sketch, wording

READ = 5_000
# Of one hash, sorted so that what has the same context and earlier turns, and of that what is alike in another band
# too, stands together, each is compared with so many next.
REACH = 8
CHECKED = 2_000  # pairs whose texts are read at once
PAIRS = 200_000  # pairs whose marks are held beside each other at once
WRITTEN = 100_000  # rows of the table of bands in one transaction
CLUSTERS_WRITTEN = 2_000
LOW = 2**31
# Fewer than these are compared one by one, however many there are in all.
LARGE = 20_000


@dataclass
class Report:
    """What a scan found: of how many examples, so many clusters with so many examples in them, of which so many were
    kept as they are, and pairs compared. What is in the trash is scanned, and in no cluster."""

    examples: int
    clusters: int
    members: int
    kept: int
    compared: int


def scan(likeness=None, progress=None):
    """Find all near duplicates of at least this likeness, by default DUPLICATE_LIKENESS, and keep the clusters. New
    examples are held to the same from then on. `progress(what, done, total)` is called now and then."""
    least = likeness or settings.DUPLICATE_LIKENESS
    progress = progress or (lambda *_: None)
    with transaction.atomic():
        clusters.locked()
        Comparing.objects.filter(pk=1).update(likeness=least)
    # An import that begins after this has higher ids, and is not read.
    newest = Example.everything.aggregate(newest=Max("id"))["newest"] or 0
    running = Import.objects.unfinished().exists()
    noted = numpy.array(Uncompared.objects.values_list("example_id", flat=True), dtype=numpy.int64)
    ids, fingerprints, beside, bands, marks = read(newest, progress)
    roots, compared = joined(ids, fingerprints, beside, bands, marks, least, progress)
    store(ids, bands, progress)
    keep(ids, roots, progress)
    finish(ids, fingerprints, running, noted)
    kept = Count("id", filter=Q(dismissed=True))
    told = Cluster.objects.filter(size__gte=2).aggregate(
        clusters=Count("id"), members=Sum("size", default=0), kept=kept
    )
    return Report(len(ids), compared=compared, **told)


def read(newest, progress):
    """Return (ids, fingerprints, beside, bands, marks) of all examples up to an id, in the trash or not: a row each, by
    id. `beside` is a hash of context and earlier turns.

    In many questions: one that is open for minutes would keep what others write meanwhile in SQLite's log, which grew
    as large as the database.
    """
    rows = Example.everything.settled().filter(id__lte=newest).order_by("id")
    total, last = rows.count(), 0
    parts = [[] for _ in range(5)]
    while some := list(rows.filter(id__gt=last)[:READ].raw_rows(clusters.COLUMNS)):
        last = some[-1][0]
        found = sketch([wording(*texts) for _id, _mark, *texts in some])
        beside = [mark_beside(context, history) for *_others, context, history in some]
        first = ([row[0] for row in some], [row[1] for row in some], beside)
        for part, values in zip(parts, (*(numpy.array(one, dtype=numpy.int64) for one in first), *found), strict=True):
            part.append(values)
        progress("read", len(some), total)
    empty = (numpy.empty(0, numpy.int64),) * 3 + tuple(numpy.empty((0, BANDS), kind) for kind in ("i4", "u1"))
    return tuple(numpy.concatenate(part) if part else none for part, none in zip(parts, empty, strict=True))


def catch_up(stop=None, progress=None):
    """Between requests: compare what is not compared yet, one by one or, where that is a quarter of all, by a scan.
    `progress` is called with (done, in all) now and then."""
    number, newest = waiting()
    told = progress or (lambda *_: None)
    if number <= LARGE or 4 * number < newest or Import.objects.unfinished().exists():
        # By what is left: between requests the product compares too.
        clusters.catch_up(stop=stop, progress=progress and (lambda _count: told(max(0, number - waiting()[0]), number)))
        return
    steps, leave = Steps(told), clusters.Leaving(stop)

    def go_on(*done):
        leave()
        if stop and stop.is_set():
            raise Stopped
        steps(*done)

    with suppress(Stopped):
        scan(clusters.likeness_now(), go_on)


def waiting():
    """Return (about how many examples are not compared yet, the highest id)."""
    state = Comparing.objects.filter(pk=1).first()
    done = state.compared_to if state and state.sketches == VERSION else 0
    newest = Example.everything.aggregate(newest=Max("id"))["newest"] or 0
    return newest - done + Uncompared.objects.count(), newest


class Steps:
    """The steps of a scan as one: each is about a quarter of its time."""

    def __init__(self, told):
        self.told, self.parts = told, {}

    def __call__(self, what, done, total):
        self.parts[what] = self.parts.get(what, 0) + done / max(1, total)
        whole = 4_000
        self.told(min(whole, round(sum(min(1, part) for part in self.parts.values()) * whole / 4)), whole)


class Stopped(Exception):
    """The product is being stopped; the next start begins the scan anew."""


# Which belong together


class Forest:
    """Rows that belong together, each leading to the first row of its tree (union-find)."""

    def __init__(self, size):
        self.parents = list(range(size))

    def root(self, row):
        parents = self.parents
        while parents[row] != row:
            parents[row] = row = parents[parents[row]]
        return row

    def join(self, one, other):
        one, other = sorted((self.root(one), self.root(other)))
        self.parents[other] = one

    def roots(self):
        return numpy.array([self.root(row) for row in range(len(self.parents))], dtype=numpy.int64)


def joined(ids, fingerprints, beside, bands, marks, least, progress):
    """Return (for each row the first row that it belongs together with, how many pairs were compared by their words).

    Repeats are one in all that follows.
    """
    _values, first, which = numpy.unique(fingerprints, return_index=True, return_inverse=True)
    forest, refused = Forest(len(ids)), set()
    for band in range(BANDS):
        for one, other in candidates(bands[first], beside[first], marks[first], band, least):
            check(first[one], first[other], ids, forest, refused, least)
        progress("compare", 1, BANDS)
    compared = len(refused) + sum(parent != row for row, parent in enumerate(forest.parents))
    return forest.roots()[first][which] if len(ids) else first, compared


def candidates(bands, beside, marks, band, least):
    """Yield two arrays of rows that share this band and may be alike."""
    order = numpy.lexsort((bands[:, (band + 1) % BANDS], beside, bands[:, band]))
    hashes = bands[order, band]
    for distance in range(1, REACH + 1):
        same = numpy.flatnonzero(hashes[distance:] == hashes[:-distance])
        if not len(same):
            return
        for start in range(0, len(same), PAIRS):
            place = same[start : start + PAIRS]
            one, other = order[place], order[place + distance]
            likely = hopeful(marks[one], marks[other], least)
            if likely.any():
                yield one[likely], other[likely]


def check(ones, others, ids, forest, refused, least):
    """Compare pairs of rows by their words, and join those that are near duplicates."""
    pairs = sorted(zip(numpy.minimum(ones, others).tolist(), numpy.maximum(ones, others).tolist(), strict=True))
    for start in range(0, len(pairs), CHECKED):
        some = [
            pair
            for pair in pairs[start : start + CHECKED]
            if pair not in refused and forest.root(pair[0]) != forest.root(pair[1])
        ]
        rows = sorted({row for pair in some for row in pair})
        texts = {text.id: text for text in clusters.texts(ids[rows].tolist())}
        for one, other in some:
            if forest.root(one) == forest.root(other):
                continue
            first, second = texts.get(int(ids[one])), texts.get(int(ids[other]))
            if first and second and near(first.wording, second.wording, least):
                forest.join(one, other)
            else:
                refused.add((one, other))


# Keeping it


def store(ids, bands, progress):
    """Let the table of bands hold these, and no others of these examples: in order, so that it is written quickly."""
    rows = numpy.arange(len(ids), dtype=numpy.uint64)
    wanted = numpy.concatenate(
        [((bands[:, band].astype(numpy.int64) + LOW).astype(numpy.uint64) << numpy.uint64(32)) | rows
         for band in range(BANDS)]
    )  # fmt: skip
    wanted.sort()
    for start in range(0, max(1, len(wanted)), WRITTEN):
        part = wanted[start : start + WRITTEN]
        lowest = -LOW if start == 0 else int(part[0] >> numpy.uint64(32)) - LOW
        last = start + WRITTEN >= len(wanted)
        highest = LOW if last else int(wanted[start + WRITTEN] >> numpy.uint64(32)) - LOW
        replace(lowest, highest, part, ids)
        progress("write", len(part) // BANDS, len(ids))


def replace(lowest, highest, wanted, ids):
    """Bring the rows of the hashes from `lowest` to `highest` (that one too) to what is wanted. At both ends others may
    be wanted than these, so there nothing is deleted."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT hash, example_id FROM {clusters.TABLE} WHERE hash >= %s AND hash <= %s",
            [lowest, min(highest, LOW - 1)],
        )
        there = numpy.array(cursor.fetchall(), dtype=numpy.int64).reshape(-1, 2)
        places = numpy.minimum(numpy.searchsorted(ids, there[:, 1]), max(0, len(ids) - 1))
        ours = ids[places] == there[:, 1] if len(ids) else numpy.zeros(len(there), dtype=bool)
        packed = ((there[:, 0] + LOW).astype(numpy.uint64) << numpy.uint64(32)) | places.astype(numpy.uint64)
        within = (there[:, 0] > lowest) & (there[:, 0] < highest)
        known = (there[:, 1] <= ids[-1]) if len(ids) else numpy.ones(len(there), dtype=bool)
        gone = there[within & known & ~(ours & numpy.isin(packed, wanted))]
        if len(gone):
            cursor.executemany(
                f"DELETE FROM {clusters.TABLE} WHERE hash = %s AND example_id = %s", list(map(tuple, gone.tolist()))
            )
        missing = numpy.setdiff1d(wanted, packed[ours], assume_unique=True)
        if len(missing):
            hashes = (missing >> numpy.uint64(32)).astype(numpy.int64) - LOW
            which = ids[(missing & numpy.uint64(2**32 - 1)).astype(numpy.int64)]
            clusters.put(zip(hashes.tolist(), which.tolist(), strict=True))


def keep(ids, roots, progress):
    """Keep who belongs together. A cluster keeps its number as far as it can."""
    home = {}
    for some in memberships():
        home.update(some)
    values, counts = numpy.unique(roots, return_counts=True)
    together = numpy.flatnonzero(numpy.isin(roots, values[counts > 1]))
    order = together[numpy.argsort(roots[together], kind="stable")]
    groups = numpy.split(ids[order], numpy.flatnonzero(numpy.diff(roots[order])) + 1) if len(order) else []
    taken, changes, alone = set(), [], set(home)
    for group in groups:
        group = group.tolist()
        number = next((home[pk] for pk in group if pk in home and home[pk] not in taken), None)
        taken.add(number)
        alone.difference_update(group)
        if number is None or any(home.get(pk) != number for pk in group):
            changes.append((number, group))
    last = int(ids[-1]) if len(ids) else 0
    alone = sorted(pk for pk in alone if pk <= last)
    for start in range(0, len(alone), clusters.BATCH):
        with transaction.atomic():
            clusters.locked()
            leave(alone[start : start + clusters.BATCH])
    for some in pieces(changes):
        with transaction.atomic():
            clusters.locked()
            move(some)
        progress("keep", len(some), len(changes))


def memberships():
    found = Member.objects.filter(cluster__isnull=False).values_list("example_id", "cluster_id")
    while some := list(found.order_by("example_id")[:READ]):
        yield some
        found = found.filter(example_id__gt=some[-1][0])


def pieces(changes):
    """Yield lists of some groups each, so that none has very many examples."""
    some, size = [], 0
    for number, group in changes:
        some.append((number, group))
        size += len(group)
        if size >= CLUSTERS_WRITTEN:
            yield some
            some, size = [], 0
    if some:
        yield some


def leave(ids):
    """Take examples out of their clusters; that somebody kept them is remembered."""
    rows = Member.objects.filter(example_id__in=ids)
    were = set(rows.filter(cluster__isnull=False).values_list("cluster_id", flat=True))
    rows.filter(kept=None).delete()
    rows.update(cluster=None)
    clusters.recount(were)


def move(changes):
    """Put groups of examples into their clusters, those without a number into new ones."""
    there = set(
        Cluster.objects.filter(pk__in=[number for number, _group in changes if number]).values_list("pk", flat=True)
    )
    new = iter(Cluster.objects.bulk_create([Cluster() for number, _group in changes if number not in there]))
    placed = [(number if number in there else next(new).pk, group) for number, group in changes]
    home = {pk: number for number, group in placed for pk in group}
    were = set(
        Member.objects.filter(example_id__in=home, cluster__isnull=False).values_list("cluster_id", flat=True)
        if len(home) <= clusters.BATCH
        else Member.objects.filter(cluster__in=there).values_list("cluster_id", flat=True)
    )
    existing = set()
    ids = sorted(home)
    for start in range(0, len(ids), 500):
        existing.update(Example.everything.filter(id__in=ids[start : start + 500]).values_list("id", flat=True))
    Member.objects.bulk_create(
        [Member(example_id=pk, cluster_id=home[pk]) for pk in ids if pk in existing],
        update_conflicts=True,
        unique_fields=["example"],
        update_fields=["cluster"],
        batch_size=500,
    )
    numbers = {number for number, _group in placed}
    clusters.recount(were | numbers)
    clusters.suspect(numbers)


def finish(ids, fingerprints, running, noted):
    """Have compared anew what others added or changed meanwhile, and say that the rest is done, with what was `noted`
    before as not compared."""
    last = int(ids[-1]) if len(ids) else 0
    done = noted[numpy.isin(noted, ids)].tolist()
    with transaction.atomic():
        state = clusters.locked()
        for start in range(0, len(done), 500):
            Uncompared.objects.filter(example_id__in=done[start : start + 500]).delete()
        Uncompared.objects.bulk_create(
            [Uncompared(example_id=pk) for pk in reworded(ids, fingerprints)], ignore_conflicts=True, batch_size=500
        )
        if not running and last > state.compared_to:
            Comparing.objects.filter(pk=1).update(compared_to=last)
    clusters.catch_up()


def reworded(ids, fingerprints):
    """Yield the ids of what was read and is otherwise now."""
    rows = Example.everything.filter(id__lte=int(ids[-1]) if len(ids) else 0).order_by("fingerprint")
    rows = rows.raw_rows(("id", "fingerprint"))
    while some := list(islice(rows, 50_000)):
        now = numpy.array(some, dtype=numpy.int64)
        places = numpy.minimum(numpy.searchsorted(ids, now[:, 0]), len(ids) - 1)
        known = ids[places] == now[:, 0]
        yield from now[known & (fingerprints[places] != now[:, 1]), 0].tolist()
