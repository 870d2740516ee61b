"""Examples that say nearly the same, together in clusters; new and changed ones are compared as they come.

Each example has twelve rows in the table `examples_band`: a hash and its id (examples/sketches.py). To compare one is
to look up its twelve hashes, to read the few examples that have one of them too, and to compare their words. Rows of
examples that were changed or deleted for good stay until the next scan: what they lead to is compared anyway.
"""

import time
from collections import Counter, defaultdict
from itertools import combinations

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, F, Min, OuterRef

from examples.models import Cluster, Comparing, Example, Import, Member, Uncompared
from examples.sketches import VERSION, near, percent, sketch, wording

TABLE = "examples_band"
COLUMNS = ("id", "fingerprint", "instruction", "response", "context", "history")
# Of one hash: where a set phrase brought more together, the other eleven hashes tell them apart.
MOST_OF_A_HASH = 40
MOST_COMPARED = 60
BATCH = 400
# Counted anew at each change; beyond, what came is added to what was counted.
COUNTED = 1000
# Of a cluster that an example left: so many are compared, each with each, to see whether they still belong together.
REGROUPED = 60
# Of a cluster: among so many the likest of one is looked for.
LOOKED_AT = 30
# A cluster's version is the sum of these over its live examples; the trigger of the migration has the same.
MARKS = 1_000_003
MARK = f"e.id + e.fingerprint %% {MARKS}"


def clusters_of(examples):
    """Return {id: cluster} for those of this queryset that are near duplicates or repeats of a live example, in it or
    not: a whole number that all of a cluster share. Asked from the clusters, which hold few of the examples."""
    these = examples.order_by().filter(pk=OuterRef("example"))
    found = Member.objects.filter(Exists(these), cluster__size__gte=2)
    return dict(found.values_list("example_id", "cluster_id").iterator(chunk_size=10_000))


def likeness_now():
    """Return what new examples are held to: the threshold of the last whole scan, before the first the setting."""
    kept = Comparing.objects.filter(pk=1).values_list("likeness", flat=True).first()
    return kept or settings.DUPLICATE_LIKENESS


def likest(example):
    """Return (id, how many of 100 words of the answer are the same) of the live example in its cluster that is the
    likest, or None: repeats of it, and clusters that were kept as they are, do not count."""
    if Example.member.is_cached(example) and getattr(example, "member", None) is None:
        return None  # known already, as the desk reads it with the example
    mine = Member.objects.filter(example=example.pk, cluster__dismissed=False, cluster__wordings__gte=2)
    others = Example.objects.filter(member__cluster__in=mine.values("cluster")).exclude(fingerprint=example.fingerprint)
    found = others.order_by("id")[:LOOKED_AT].raw_rows(("id", "instruction", "response"))
    best = max(
        (
            (percent(example.response, answer), percent(example.instruction, question), -pk)
            for pk, question, answer in found
        ),
        default=None,
    )
    return best and (-best[2], best[0])


def compare(*ids):
    """Compare these examples with all others, now, and put each into its cluster. For what was just saved."""
    with transaction.atomic():
        state = locked()
        meet(ids, state)
        if len(ids) and not Import.objects.unfinished().exists():
            first, last = min(ids), max(ids)
            between = Example.everything.filter(id__gt=state.compared_to, id__lte=last).exclude(id__in=ids)
            if first > state.compared_to and not between.exists():
                Comparing.objects.filter(pk=1).update(compared_to=last)


def locked():
    """Return the Comparing row; nobody else compares until the transaction ends."""
    found = Comparing.objects.select_for_update().filter(pk=1).first()
    if found is None:
        found = Comparing.objects.get_or_create(pk=1)[0]
    if found.sketches != VERSION:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")
        found.sketches, found.compared_to = VERSION, 0
        found.save(update_fields=["sketches", "compared_to"])
    return found


# Comparing


class Text:
    """An example as it is compared."""

    __slots__ = ("bands", "fingerprint", "id", "wording")

    def __init__(self, id, fingerprint, instruction, response, context, history):
        self.id, self.fingerprint, self.bands = id, fingerprint, None
        self.wording = wording(instruction, response, context, history)


def texts(ids):
    """Return the Texts of those of these ids that there are, in the trash or not."""
    ids = sorted(ids)
    found = []
    for start in range(0, len(ids), 500):
        rows = Example.everything.settled().order_by("id").filter(id__in=ids[start : start + 500])
        found += [Text(*row) for row in rows.raw_rows(COLUMNS)]
    return found


def meet(ids, state):
    """Compare examples with all that have bands, and with each other, and put each into its cluster."""
    found = texts(ids)
    Uncompared.objects.filter(example_id__in=ids).delete()
    if not found:
        return
    least = state.likeness or settings.DUPLICATE_LIKENESS
    bands, _marks = sketch([text.wording for text in found])
    for text, row in zip(found, bands.tolist(), strict=True):
        text.bands = row
    put((hash, text.id) for text in found for hash in text.bands)
    by_hash = look_up({hash for text in found for hash in text.bands})
    wanted = {}
    for text in found:
        shared = Counter(other for hash in text.bands for other in by_hash.get(hash, ()) if other != text.id)
        wanted[text.id] = [other for other, _times in shared.most_common(MOST_COMPARED)]
    known = {text.id: text for text in found}
    others = {other for some in wanted.values() for other in some} - known.keys()
    known |= {text.id: text for text in texts(others)}
    neighbours = {
        text.id: [
            other for other in wanted[text.id] if other in known and near(text.wording, known[other].wording, least)
        ]
        for text in found
    }
    gather(neighbours)


def put(rows):
    """Store (hash, id) rows; those that are there stay."""
    rows = sorted(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            hashes, ids = map(list, zip(*rows, strict=True))
            values = "SELECT * FROM unnest(%s::integer[], %s::bigint[])"
            cursor.execute(f"INSERT INTO {TABLE} {values} ON CONFLICT DO NOTHING", [hashes, ids])
        else:
            cursor.executemany(f"INSERT OR IGNORE INTO {TABLE} VALUES (%s, %s)", rows)


def look_up(hashes):
    """Return {hash: [ids]}, of each hash at most MOST_OF_A_HASH, the latest."""
    some = f"SELECT example_id FROM {TABLE} WHERE hash = {{}} ORDER BY example_id DESC LIMIT {MOST_OF_A_HASH}"
    if connection.vendor == "postgresql":
        sql = f"SELECT one, ARRAY({some.format('one')}) FROM unnest(%s::integer[]) AS one"
        params = [list(hashes)]
    else:
        ids = f"SELECT group_concat(example_id) FROM ({some.format('one.value')})"
        sql, params = f"SELECT one.value, ({ids}) FROM json_each(%s) AS one", [str(list(hashes))]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    return {hash: list(map(int, ids.split(","))) if isinstance(ids, str) else ids for hash, ids in rows if ids}


# Clusters


def gather(neighbours):
    """Put examples into clusters: `neighbours` are the near duplicates of each. One that has none any more leaves."""
    ids = set(neighbours) | {other for others in neighbours.values() for other in others}
    home = dict(
        Member.objects.filter(example_id__in=ids, cluster__isnull=False).values_list("example_id", "cluster_id")
    )
    came = defaultdict(set)  # cluster: who is new in it; None where it took in another
    left = set()
    for pk in neighbours:
        if pk in home:  # it is put anew: perhaps beside others
            left.add(home.pop(pk))
    for pk, others in neighbours.items():
        together = {pk, *others}
        targets = sorted({home[one] for one in together if one in home})
        if not others:
            continue
        cluster = targets[0] if targets else Cluster.objects.create().pk
        for other in targets[1:]:
            Member.objects.filter(cluster_id=other).update(cluster_id=cluster)
            Cluster.objects.filter(pk=other).delete()
            home |= {one: cluster for one, at in home.items() if at == other}
            came[cluster] |= came.pop(other, set()) | {None}
            left.discard(other)
        for one in together - home.keys():
            home[one] = cluster
            came[cluster].add(one)
    settle(home, came, left, neighbours.keys())


def settle(home, came, left, compared):
    """Write who is where now, and count."""
    Member.objects.filter(example_id__in=[pk for pk in compared if pk not in home], kept=None).delete()
    Member.objects.filter(example_id__in=[pk for pk in compared if pk not in home]).update(cluster=None)
    Member.objects.bulk_create(
        [Member(example_id=pk, cluster_id=cluster) for pk, cluster in home.items()],
        update_conflicts=True,
        unique_fields=["example"],
        update_fields=["cluster"],
        batch_size=500,
    )
    Cluster.objects.filter(pk__in=left).update(loose=True)
    grown = Cluster.objects.filter(pk__in=came.keys() - left, size__gt=COUNTED, wordings__gt=1)
    grown = [pk for pk in grown.values_list("pk", flat=True) if None not in came[pk]]
    for pk in grown:
        new = Example.objects.filter(id__in=came[pk]).values_list("id", "fingerprint")
        marks = [one + abs(mark) % MARKS * (1 if mark > 0 else -1) for one, mark in new]
        version = F("version") + sum(marks)
        Cluster.objects.filter(pk=pk).update(size=F("size") + len(marks), version=version, dismissed=False)
    recount((came.keys() | left) - set(grown))
    suspect(came)


def suspect(ids):
    """Have a second look taken at those of these clusters whose examples only one in the trash may hold together."""
    gone = Member.objects.filter(cluster=OuterRef("pk"), example__removed_at__isnull=False)
    Cluster.objects.filter(Exists(gone), pk__in=ids, size__range=(2, REGROUPED)).update(loose=True)


def recount(ids):
    """Count who is in these clusters; what is in the trash does not count. One that nobody is in goes."""
    counted = """SELECT {} FROM examples_member m JOIN examples_example e ON e.id = m.example_id
        WHERE m.cluster_id = examples_cluster.id AND e.removed_at IS NULL"""
    size, wordings = counted.format("COUNT(*)"), counted.format("COUNT(DISTINCT e.fingerprint)")
    version = counted.format(f"COALESCE(SUM({MARK}), 0)")
    kept = counted.format("COUNT(*) > 0 AND COUNT(m.kept) = COUNT(*) AND COUNT(DISTINCT m.kept) = 1")
    ids = sorted(ids)
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        marks = ", ".join(["%s"] * len(some))
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE examples_cluster SET size = ({size}), wordings = ({wordings}), dismissed = ({kept}),"
                f" version = ({version}) WHERE id IN ({marks})",
                some,
            )
        Cluster.objects.filter(pk__in=some, memberships=None).delete()


# Falling apart


def regroup(pk):
    """Look whether the live examples of a cluster still belong together, and part those that do not."""
    with transaction.atomic():
        state = locked()
        Cluster.objects.filter(pk=pk).update(loose=False)
        ids = list(Example.objects.filter(member__cluster=pk).values_list("id", flat=True)[: REGROUPED + 1])
        if 1 < len(ids) <= REGROUPED:
            groups = parted(texts(ids), state.likeness or settings.DUPLICATE_LIKENESS)
            _first, *others = sorted(groups, key=len, reverse=True)
            for group in others:
                home = Cluster.objects.create() if len(group) > 1 else None
                Member.objects.filter(example_id__in=group).update(cluster=home)
                if home:
                    recount([home.pk])
            Member.objects.filter(cluster=None, kept=None).delete()
        recount([pk])


def parted(found, least):
    """Return lists of the ids of Texts that belong together, through others or at once."""
    groups = {text.id: {text.id} for text in found}
    for one, other in combinations(found, 2):
        if groups[one.id] is not groups[other.id] and (
            one.fingerprint == other.fingerprint or near(one.wording, other.wording, least)
        ):
            groups[one.id] |= groups[other.id]
            for pk in groups[other.id]:
                groups[pk] = groups[one.id]
    return [sorted(group) for group in {id(group): group for group in groups.values()}.values()]


# Between requests


def catch_up(batch=BATCH, progress=None, stop=None, most=None):
    """Compare every example that is not compared yet, in short transactions, and return how many there were; with
    `most`, about so many.

    `progress` is called with the number of each batch, `stop` is an event that ends it early. May run beside other
    writers and be stopped at any moment.
    """
    done, leave = 0, Leaving(stop)
    while waiting() and not (stop and stop.is_set()):
        with transaction.atomic():
            count = step(locked(), batch)
        leave()
        if not count:
            break
        done += count
        if progress:
            progress(count)
        if most and done >= most:
            break
    while not (stop and stop.is_set()):
        pk = Cluster.objects.filter(loose=True).values_list("pk", flat=True).first()
        if pk is None:
            break
        regroup(pk)
    return done


class Leaving:
    """What is done between requests leaves them SHARE times as long as it takes itself: call it after each piece of
    work, outside of a transaction. It waits where there is an event that ends the work early, until that at most."""

    SHARE = 2

    def __init__(self, stop):
        self.stop, self.since = stop, time.monotonic()

    def __call__(self):
        if self.stop:
            self.stop.wait(self.SHARE * (time.monotonic() - self.since))
            self.since = time.monotonic()


def waiting():
    """Return whether there may be something to compare; asked every other second, so without taking the lock."""
    state = Comparing.objects.filter(pk=1).first()
    if state is None or state.sketches != VERSION or Uncompared.objects.exists():
        return True
    return Example.everything.filter(id__gt=state.compared_to).exists()


def step(state, batch):
    """Compare the next batch, and return how many that were: first what changed, then what has never been compared."""
    changed = Uncompared.objects.exclude(example__source__in=Import.objects.unfinished().values("id"))
    ids = list(changed.values_list("example_id", flat=True)[:batch])
    if ids:
        meet(ids, state)
        return len(ids)
    Uncompared.objects.exclude(example_id__in=Example.everything.values("id")).delete()
    # Not beyond an import that is running: its rows do not count yet, and have smaller ids than what comes meanwhile.
    running = Example.everything.filter(id__gt=state.compared_to, source__in=Import.objects.unfinished().values("id"))
    coming = Example.everything.filter(id__gt=state.compared_to)
    if (first := running.aggregate(first=Min("id"))["first"]) is not None:
        coming = coming.filter(id__lt=first)
    ids = list(coming.order_by("id").values_list("id", flat=True)[:batch])
    if ids:
        meet(ids, state)
        Comparing.objects.filter(pk=1).update(compared_to=ids[-1])
    return len(ids)
