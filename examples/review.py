"""Reviewing one example after another: who gets which, what a verdict leaves behind, and how fast it goes."""

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples import checks
from examples.likeness import differences
from examples.models import Assignment, Event, Example, Hold, Status
from examples.texts import strict_text

# How long an example stays with somebody who does nothing.
LEASE = timedelta(minutes=10)
# A queue is counted up to here: more is “1,000+”, and tells as much.
MOST = 1000
# In a queue of examples that have a verdict already, how long one that was just judged stays out.
AGAIN = timedelta(hours=12)
# Others may take the same one at the same moment; then the next is tried.
TRIES = 50
REASONS = {
    "medical": _("Medical advice"),
    "wrong": _("Wrong"),
    "unclear": _("Unclear"),
    "tone": _("Tone"),
    "personal": _("Personal data"),
    "duplicate": _("There already"),
    "other": _("Another reason"),
}
# Characters of a reason or a comment.
LONGEST_NOTE = 2000
PEOPLE_OFFERED = 200


class Changed(Exception):
    """That an example is not any more what somebody had in front of them when they gave a verdict."""


class Queue:
    """What somebody goes through, oldest first: what fits the filters (of a FilterForm), by default what is new.

    Left out is what others have in front of them, what is assigned to others, what waits for a second person where
    `by` is the first, and where the filters name a status, what got a verdict a short while ago.
    """

    def __init__(self, filters, holder, by=None, assigned=False, skipped=()):
        self.holder, self.skipped = holder, list(skipped)
        filters = {name: value for name, value in filters.items() if value not in (None, "", [])}
        self.statuses = filters.get("status") or [Status.NEW]
        found = Example.objects.matching({**filters, "status": self.statuses})
        if set(self.statuses) != {Status.NEW}:
            long_ago = timezone.now() - AGAIN
            found = found.filter(Q(status=Status.NEW) | Q(reviewed_at=None) | Q(reviewed_at__lt=long_ago))
        mine = Q(assignment__to=by) if by else Q(pk__in=[])
        found = found.filter(mine if assigned else mine | Q(assignment=None))
        if settings.SECOND_APPROVER and by:
            found = found.left_to(by)
        self.examples = found.filter(Q(hold=None) | Q(hold__until__lte=timezone.now()) | Q(hold__holder=holder))

    @cached_property
    def waiting(self):
        """(id, who has it) of the first examples, MOST and one: enough to choose from and to count."""
        return list(self.examples.order_by("id").values_list("id", "hold__holder")[: MOST + 1])

    @property
    def left(self):
        return min(len(self.waiting), MOST)

    @property
    def more(self):
        """Whether there are more than `left`."""
        return len(self.waiting) > MOST

    def in_turn(self):
        """Return the ids in the order they are given: what the holder has already, what is next, what was skipped."""
        place = {pk: number for number, pk in enumerate(self.skipped, 1)}
        return [pk for pk, _has in sorted(self.waiting, key=lambda row: (place.get(row[0], 0), row[1] != self.holder))]

    def give(self, at=None, after=None, before=None):
        """Hold an example for the holder, and nothing else, and return (its id, until when), or (None, None).

        The one `at` an id, whatever the queue; else the next of the queue, or the one `after` or `before` an id.
        """
        if at:
            turns, statuses = [at], Status.values
        elif after:
            turns, statuses = self.examples.order_by("id").filter(id__gt=after).values_list("id", flat=True), None
        elif before:
            turns, statuses = self.examples.order_by("-id").filter(id__lt=before).values_list("id", flat=True), None
        else:
            turns, statuses = self.in_turn(), None
        for pk in turns[:TRIES]:
            until = hold(pk, self.holder, statuses or self.statuses)
            if until:
                Hold.objects.filter(Q(holder=self.holder) | Q(until__lt=timezone.now())).exclude(pk=pk).delete()
                return pk, until
        return None, None


# Holds


def hold(pk, holder, statuses=Status.values):
    """Put an example in front of a holder until a time, and return it; None where another has it or its status is none
    of these.

    One statement: the row of a Hold is there once for an example, so of many who try at one moment one succeeds.
    """
    now = timezone.now()
    until = now + LEASE
    as_stored = connection.ops.adapt_datetimefield_value
    held, example = Hold._meta.db_table, Example._meta.db_table
    sql = (
        f"INSERT INTO {held} (example_id, holder, until) SELECT id, %s, %s FROM {example}"
        f" WHERE id = %s AND removed_at IS NULL AND status IN ({', '.join(['%s'] * len(statuses))})"
        f" ON CONFLICT (example_id) DO UPDATE SET holder = excluded.holder, until = excluded.until"
        f" WHERE {held}.holder = excluded.holder OR {held}.until <= %s"
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, [holder, as_stored(until), pk, *statuses, as_stored(now)])
            return until if cursor.rowcount == 1 else None
    except IntegrityError:  # deleted for good at this very moment
        return None


def leave(pk, holder, until=None):
    """Let others have it. With a time: only if it was not taken anew since, as by a page that is loaded again."""
    held = Hold.objects.filter(pk=pk, holder=holder)
    (held.filter(until=until) if until else held).delete()


# Verdicts


@transaction.atomic
def judge(pk, status, etag, by=None, note=""):
    """Give this status to the example that had this etag, and return it and the moment. Raises Changed or Refused."""
    example = Example.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if example is None or example.etag != etag:
        raise Changed
    rows, moment = example.mine(), timezone.now()
    {Status.APPROVED: rows.approve}.get(status, partial(rows.review, status))(by, note, moment)
    example.refresh_from_db()
    return example, moment


@transaction.atomic
def take_back(pk, moment, by=None):
    """Take back the verdict that an example got at a moment. Return whether nobody was quicker."""
    rows = Example.objects.filter(pk=pk)
    if rows.take_back_verdicts(moment, by):
        return True
    first = Event.objects.filter(example=pk, at=moment, kind=Event.Kind.APPROVED, before="", by=by)
    if not rows.exclude(status=Status.APPROVED).exists() or not first.exists():
        return False
    rows.record(Event.Kind.NEW, by)
    return True


def reason_of(name, words):
    """Return a chosen reason and what was written beside it as one text; “” where there is neither."""
    words = strict_text(words.strip(), "reason")
    title = str(REASONS.get(name, "")) if name != "other" else ""
    return f"{title}: {words}" if title and words else title or words


@transaction.atomic
def assign(example, to, by=None):
    """Hand an example to somebody, or with None to nobody in particular."""
    if to is None:
        Assignment.objects.filter(example=example).delete()
    else:
        Assignment.objects.update_or_create(example=example, defaults={"to": to, "at": timezone.now()})
    example.events.create(kind=Event.Kind.ASSIGNED, by=by, note=to.get_username() if to else "")


def people():
    """Return those an example can be assigned to."""
    users = get_user_model().objects.filter(is_active=True)
    return users.order_by(get_user_model().USERNAME_FIELD)[:PEOPLE_OFFERED]


# History

FIELDS = {
    "instruction": _("Question"),
    "context": _("Context"),
    "response": _("Answer"),
    "system": _("System prompt"),
    "history": _("Earlier turns"),
    "tags": _("Tags"),
}
LATEST = 100


@dataclass(frozen=True)
class Edit:
    """What an edit changed in one text: its label, and the way from before to after as `differences` has it."""

    label: str
    pieces: list


def history_of(example):
    """Return the latest events of an example, oldest first. Each gets its `edits`; an approval that was the first of
    two is `first`; one about a finding has its `finding`, the check's title."""
    events = list(example.events.select_related("by").order_by("-id")[:LATEST])
    now = {name: as_text(getattr(example, name)) for name in FIELDS}
    for event in events:
        event.first = event.kind == Event.Kind.APPROVED and not event.before
        check = checks.every().get(event.changes.get("check"))
        event.edits, event.finding = [], check.title if check and event.kind in Event.AGAINST else ""
        for name, label in FIELDS.items():
            if name in event.changes:
                before = as_text(event.changes[name])
                event.edits.append(Edit(label, differences(before, now[name])))
                now[name] = before
    return events[::-1]


def as_text(value):
    """Return a text as it is, and earlier turns as lines."""
    if isinstance(value, str):
        return value
    return "\n".join(
        f"{turn.get('role')}: {turn.get('content')}" if isinstance(turn, dict) else json.dumps(turn) for turn in value
    )


# Pace

WINDOW = timedelta(minutes=10)
# Verdicts looked at: more in ten minutes came from elsewhere, many at one moment.
LOOKED_AT = 500


@dataclass(frozen=True)
class Pace:
    """How many verdicts somebody gave in the last WINDOW, and about how long the queue takes at that pace, or None."""

    done: int
    to_go: timedelta | None


def pace(left, by=None):
    """Return the Pace for a queue with so many left (None: too many to tell), from what `by` did; with None, from
    what was done at the open workstation. Verdicts on many at one moment count as one."""
    now = timezone.now()
    kinds = (*Event.VERDICTS, Event.Kind.NEW)
    events = Event.objects.filter(at__gte=now - WINDOW, kind__in=kinds, by=by).order_by("-at")
    rows = set(events.values_list("at", "kind")[:LOOKED_AT])
    given = [at for at, kind in rows if kind != Event.Kind.NEW]
    done = max(0, 2 * len(given) - len(rows))
    to_go = None
    if left and done >= 3:
        to_go = max(now - min(given), timedelta(minutes=1)) / done * left
    return Pace(done, to_go)
