"""What is found in examples: for a page or the API, counted, and what people say against it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import BooleanField, Case, F, Value, When
from django.utils import timezone

from examples import checking, checks
from examples.models import Event, Example, StoredFinding
from examples.models.findings import found_in, key_of, mark_of
from examples.texts import Refused, strict_text

# Characters of a reason.
LONGEST_REASON = 2000


class NoSuchFinding(Refused):
    """That an example does not have a finding (any more). Its text is a sentence for the caller."""


@dataclass(frozen=True)
class Told(checks.Finding):
    """A Finding with the key by which it is overruled, and what a person said against it, if anybody did."""

    key: str = ""
    overruled_by: str = ""
    overruled_at: datetime | None = None
    overruled_because: str = ""


def findings_of(example):
    """Return the Findings of an example, all Told, those that are open first. Checks it if that is still to be done."""
    checking.make_sure(example)
    stored = list(example.findings.select_related("overruled_by").order_by("id"))
    overruled = {one.key: one for one in stored if one.overruled_at}
    texts = checks.of_texts()
    found = [told(finding_of(one), one.key, one) for one in stored if one.check_name in texts and is_known(one)]
    for name, check in checks.of_columns().items():
        for finding in check.find(example):
            key = key_of(name, finding, mark_of(finding, example))
            found.append(told(finding, key, overruled.get(key)))
    return sorted(found, key=lambda one: one.overruled_at is not None)


def open_findings(example):
    return parted(findings_of(example))[0]


def parted(found):
    """Return (those that are open, those that were overruled, one for each key)."""
    overruled = {one.key: one for one in found if one.overruled_at}
    return [one for one in found if not one.overruled_at], list(overruled.values())


def is_known(stored):
    """Return whether the check of this version can say it: one of another version may not have the reason or want
    other values. Then it is made anew in a moment."""
    try:
        finding = finding_of(stored)
        return bool(finding.message and finding.remedy)
    except (KeyError, TypeError, ValueError):
        return False


def finding_of(stored):
    names = ("field", "reason", "start", "end", "values", "kind", "tier")
    return checks.Finding(checks.every()[stored.check_name], **{name: getattr(stored, name) for name in names})


def told(finding, key, stored):
    said = {}
    if stored is not None and stored.overruled_at:
        by = stored.overruled_by
        said = {
            "overruled_by": by.get_username() if by else "",
            "overruled_at": stored.overruled_at,
            "overruled_because": stored.overruled_because,
        }
    return Told(**vars(finding), key=key, **said)


# For lists


@dataclass(frozen=True)
class Mark:
    """That a check finds something in an example, of a tier where it tells such, and how often."""

    check: checks.Check
    tier: str
    number: int

    @property
    def certainty(self):
        return checks.TIERS.get(self.tier, "")


def with_marks(examples):
    """Give each of these examples what is open in it, as `found`."""
    marks = marks_of(examples)
    for example in examples:
        example.found = marks[example.pk]


def marks_of(examples):
    """Return {id: [Mark]} of what is open in these examples, in two questions for a whole page."""
    ids, columns = [example.pk for example in examples], checks.of_columns()
    found, overruled = {pk: Counter() for pk in ids}, set()
    rows = StoredFinding.objects.filter(example__in=ids)
    for pk, name, tier, at in rows.values_list("example", "check_name", "tier", "overruled_at"):
        if at is not None:
            overruled.add((pk, name))
        else:
            found[pk][name, tier] += 1
    flags = {
        f"found_{name}": Case(When(check.flag, then=Value(True)), default=False, output_field=BooleanField())
        for name, check in columns.items()
    }
    for pk, *told in Example.everything.filter(id__in=ids).annotate(**flags).values_list("id", *flags):
        for name, yes in zip(columns, told, strict=True):
            found[pk][name, ""] += bool(yes and (pk, name) not in overruled)
    return {
        pk: [
            Mark(check, tier, number[name, tier])
            for name, check in checks.every().items()
            for tier in ("", *checks.TIERS)
            if number[name, tier]
        ]
        for pk, number in found.items()
    }


def counts(source=None, rejected=True):
    """Return {(check name, tier): number of examples} of what checks of texts found and nobody overruled in what is
    live, of one import where its id is given, and without those that are `rejected` where they do not matter. Read
    along the index `finding_open`, and no example is looked at but those that do not count."""
    finding, example = StoredFinding._meta.db_table, Example._meta.db_table
    imports = Example._meta.get_field("source").related_model._meta.db_table
    by = " INDEXED BY finding_open" if connection.vendor == "sqlite" and source is None else ""
    of_one = f" AND example_id IN (SELECT id FROM {example} WHERE source_id = %s)" if source is not None else ""
    left_out = f" AND example_id NOT IN (SELECT id FROM {example} WHERE removed_at IS NULL AND status = 'rejected')"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT check_name, tier, COUNT(*) FROM (SELECT DISTINCT check_name, tier, example_id FROM {finding}{by}"
            f" WHERE overruled_at IS NULL{of_one}{'' if rejected else left_out}"
            f" AND example_id NOT IN (SELECT id FROM {example} WHERE removed_at IS NOT NULL)"
            f" AND example_id NOT IN (SELECT e.id FROM {imports} i CROSS JOIN {example} e"
            f" WHERE e.source_id = i.id AND i.finished_at IS NULL)) AS found GROUP BY check_name, tier",
            [source] if source is not None else [],
        )
        texts = checks.of_texts()
        return {(name, tier): number for name, tier, number in cursor.fetchall() if name in texts}


# Of an import

LARGE = 2000  # examples of one file


def examples_of(report):
    """Return the live examples of an import. Of a large file its rows are not gone through: what a check finds is
    little, and tells where it comes from."""
    source = F("source_id") + 0 if report.added > LARGE else F("source_id")
    return Example.everything.also_live().alias(of=source).filter(of=report.pk)


def in_brief(report):
    """Return how many examples of an import have an open finding, by severity and of personal data by its certainty,
    and whether some still wait to be checked (`waiting`); None where nothing was written."""
    if report.pk is None:
        return None
    here = examples_of(report).order_by()
    numbers = {name: here.filter(checks.GROUPS[word].open).count() for name, word in BRIEF.items()}
    return numbers | {"waiting": checking.unchecked(Example.objects.filter(source=report)).exists()}


BRIEF = {name: name for name in checks.SEVERITIES} | {f"personal_data_{tier}": tier for tier in checks.TIERS}


# Against a finding


@transaction.atomic
def overrule(example, key, reason, by=None):
    """Say that a finding of an example, by its key, is none, and why. All of its findings of the same words in the same
    text go with it. Return how many there were. Raises Refused."""
    reason = strict_text(reason, "reason").strip()
    if not reason:
        raise Refused("Say why in a few words: the reason is kept beside the finding.")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"“reason” has {len(reason):,} characters; {LONGEST_REASON:,} is the most. Shorten it.")
    example = Example.everything.select_for_update(of=("self",)).get(pk=example.pk)
    same = [one for one in open_findings(example) if one.key == key]
    if not same:
        raise NoSuchFinding("This finding is not open any more. Look at the example anew.")
    now, check = timezone.now(), same[0].check
    said = {"overruled_by": by, "overruled_at": now, "overruled_because": reason}
    if isinstance(check, checks.TextCheck):
        ids = [one.pk for one in example.findings.open().filter(check_name=check.name) if one.key == key]
        StoredFinding.objects.filter(pk__in=ids).update(**said)
        example.findings.make_anew({example.pk: found_in(example, [check.name])}, [check.name])  # those beyond MOST
    else:
        for one in same:
            plain = StoredFinding.of(one, example)
            for name, value in said.items():
                setattr(plain, name, value)
            plain.save()
    record(Event.Kind.OVERRULED, example, same[0], by, now, reason)
    return len(same)


@transaction.atomic
def revive(example, key, by=None):
    """Take an overruling back: the findings of this key are open again. Return how many. Raises NoSuchFinding."""
    rows = [one for one in example.findings.filter(overruled_at__isnull=False) if one.key == key]
    if not rows:
        raise NoSuchFinding("This finding is not overruled any more. Look at the example anew.")
    some = StoredFinding.objects.filter(pk__in=[one.pk for one in rows])
    if rows[0].check_name in checks.of_texts():
        some.update(overruled_by=None, overruled_at=None, overruled_because="")
    else:
        some.delete()
    record(Event.Kind.REVIVED, example, rows[0], by, timezone.now())
    return len(rows)


def record(kind, example, finding, by, at, note=""):
    name = finding.check.name if isinstance(finding, checks.Finding) else finding.check_name
    changes = {"check": name, "of": finding.field, "reason": finding.reason, "kind": finding.kind}
    example.events.create(kind=kind, by=by, at=at, note=note, changes=changes)
