"""Making the findings of texts: of what an import brought, and of all again where a check has a new version.

What is added or edited one by one is checked as it is saved (models/example.py). Imports write rows only, and this
catches up behind them: `Checked` keeps, for each check, the id up to which every example is checked. So nothing has to
be written into a row, and work that was cut short goes on where it stopped.
"""

import time
from itertools import repeat

from django.db import transaction
from django.db.models import Max, Q

from examples import batches, checks
from examples.locking import one_import
from examples.models import Checked, ClearVoice, Example, StoredFinding
from examples.models.findings import found_in_all
from examples.models.voices import counts, voice_in

# Of one transaction: examples, and characters of their texts.
BATCH, BATCH_CHARACTERS = 500, 4_000_000
# An import checks as many, of a file of so many bytes, within itself: a second or two. More follow right behind it.
AT_ONCE, AT_ONCE_SIZE = 5_000, 20_000_000
TEXTS = ("system", "history", "context", "instruction", "response")
STATE = ("status", "removed_at")


def catch_up(stop=None, progress=None, up_to=None):
    """Check every example that is not checked yet, in short transactions, and return how many there were.

    `progress` is called with the number of each batch. `stop` is an event that ends it early; with one it leaves as
    much time to others as it takes. `up_to` is a `settled_id`; without one nothing is done while an import runs. May
    run beside other writers, and be stopped at any moment.
    """
    done, up_to = 0, settled_id() if up_to is None else up_to
    while up_to and not (stop and stop.is_set()):
        started = time.monotonic()
        names, after, last = next_span(up_to)
        if not names:
            break
        examples = batch_of(Example.everything.filter(id__gt=after, id__lte=last))
        reached = examples[-1].pk if examples else last
        found = found_of(examples, names)
        with transaction.atomic():
            write(examples, found, names)
            advance(names, after, reached)
        done += len(examples)
        if progress:
            progress(len(examples))
        if stop:
            stop.wait(time.monotonic() - started)
    return done


def check_imported(report):
    """Check what an import brought, where it is not much, while the caller holds the import lock."""
    if report.added > AT_ONCE or report.size > AT_ONCE_SIZE:
        return
    waiting = Example.everything.filter(id__gt=ends()[0]).order_by("id").values("id")  # by number: ids have gaps
    if waiting[: AT_ONCE + 1].count() <= AT_ONCE:
        catch_up(up_to=newest())
    else:
        check_now(Example.everything.filter(source=report))


def check_now(examples, progress=None):
    """Check those of a queryset that are not checked yet, and return how many. For whoever must know at once.
    `progress` is called with (done, in all) at each batch."""
    here = places()
    names, after, done = list(here), 0, 0
    examples = unchecked(examples, here)
    number = examples.count() if progress else 0
    ids = examples.order_by("id").values_list("id", flat=True)
    while batch := batch_of(Example.everything.filter(id__in=list(ids.filter(id__gt=after)[:BATCH]))):
        found = found_of(batch, names)
        with transaction.atomic():
            write(batch, found, names)
        after, done = batch[-1].pk, done + len(batch)
        if progress:
            progress(done, number)
    return done


def make_sure(example):
    """Check one example unless it is checked already."""
    here = places()
    least, began = ends(here)
    if example.pk > least and (example.source_id or example.pk <= began):
        found = found_of([example], here)
        with transaction.atomic():
            write([example], found, list(here))


def unchecked(examples, here=None):
    """Return those of a queryset that some check has not seen in its version."""
    least, began = ends(here)
    return examples.filter(Q(source__isnull=False) | Q(id__lte=began), id__gt=least)


def waiting(total=None):
    """Return about how many examples wait to be checked, among `total` live ones."""
    here = places()
    if not unchecked(Example.objects.all(), here).exists():
        return 0
    return min(newest() - ends(here)[0], Example.objects.count_live() if total is None else total)


# How far each check is


def places():
    """Return {name: Checked} of our checks of texts.

    One that is new or of a new version begins anew; one that is no more goes with all that it found. One of a newer
    version than ours belongs to a newer program on the same database, and is left to it.
    """
    ours = {name: (check.version, check.settled_by) for name, check in checks.of_texts().items()}
    there = {one.check_name: one for one in Checked.objects.all()}
    if {name: (one.version, one.settled_by) for name, one in there.items()} != ours:
        there = register(ours, there)
    return {name: one for name, one in there.items() if ours.get(name) == (one.version, one.settled_by)}


def register(ours, there):
    begun, began_at = [], newest()
    for name, (version, settled_by) in ours.items():
        old = there.get(name)
        if old is None or old.version < version or (old.version == version and old.settled_by != settled_by):
            begun.append(Checked(check_name=name, version=version, settled_by=settled_by, began_at=began_at))
    Checked.objects.bulk_create(
        begun,
        update_conflicts=True,
        unique_fields=["check_name"],
        update_fields=["version", "settled_by", "up_to", "began_at"],
    )
    Checked.objects.filter(check_name__in=there.keys() - ours.keys()).delete()
    for name in there.keys() - checks.every().keys():
        rows = StoredFinding.objects.filter(check_name=name).order_by("id").values_list("id", flat=True)
        while ids := list(rows[:5000]):
            StoredFinding.objects.filter(id__in=ids).delete()
    return {one.check_name: one for one in Checked.objects.all()}


def ends(here=None):
    """Return (the id up to which every example is checked by every check, the id up to which one may not be though it
    came in no file), as `places()` has it."""
    here = (places() if here is None else here).values()
    return min((one.up_to for one in here), default=0), max((one.began_at for one in here), default=0)


def next_span(up_to):
    """Return (names, after, last): the checks that are least far, and from where to where they go next: to where
    others are, and then on together. No names where all are there."""
    here = {name: one.up_to for name, one in places().items()}
    after = min(here.values(), default=up_to)
    if after >= up_to:
        return [], after, up_to
    names = [name for name, place in here.items() if place == after]
    return names, after, min([place for place in here.values() if place > after] + [up_to])


def advance(names, after, reached):
    """Note how far these checks are, unless one of them began anew meanwhile."""
    for name in names:
        version = checks.every()[name].version
        rows = Checked.objects.filter(check_name=name, version=version, up_to__gte=after, up_to__lt=reached)
        rows.update(up_to=reached)


def settled_id(wait=False):
    """Return the highest id while no import runs, so that none below it comes later; None while one does, or after it.

    PostgreSQL shows rows of an import late, under ids that were given out long before.
    """
    with one_import(wait) as held:
        return newest() if held else None


def newest():
    return Example.everything.aggregate(last=Max("id"))["last"] or 0


# One batch


def batch_of(examples):
    """Return the first of a queryset by id, bounded by number and by size."""
    batch, size = [], 0
    for example in examples.order_by("id").only("id", "updated_at", "extra", *TEXTS)[:BATCH].iterator(chunk_size=50):
        batch.append(example)
        size += sum(len(checks.text_of(example, name)) for name in TEXTS)
        if size >= BATCH_CHARACTERS:
            break
    return batch


def found_of(examples, names):
    """Return {id: (unsaved findings, voice)}; the voice is None where none of these checks tells it."""
    made = {}
    for batch in batches.batches(examples):
        voices = map(voice_in, batch) if checks.VOICED in names else repeat(None)
        for example, found, voice in zip(batch, found_in_all(batch, names), voices, strict=False):
            made[example.pk] = (found, voice)
    return made


def write(examples, found, names):
    """Write what was found in these examples, but for those that somebody changed since they were read: an edit checks
    by itself."""
    read = {example.pk: example.updated_at for example in examples}
    rows = Example.everything.filter(id__in=read).order_by("id").select_for_update(of=("self",))
    now = {pk: (updated, counts(*state)) for pk, updated, *state in rows.values_list("id", "updated_at", *STATE)}
    same = {pk: found[pk] for pk in read if pk in now and now[pk][0] == read[pk]}
    StoredFinding.objects.make_anew({pk: findings for pk, (findings, _voice) in same.items()}, names)
    voices = {pk: (voice, now[pk][1]) for pk, (_findings, voice) in same.items() if voice is not None}
    if voices:
        ClearVoice.objects.make_anew(voices)
