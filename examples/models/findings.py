"""What checks of texts found, beside the examples they found it in, and what a person overruled."""

import json
from collections import defaultdict
from hashlib import blake2b

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from examples import batches, checks
from examples.texts import NUL

# How a sentence ends.
ENDS = ".!?\n"
# Findings of one check in one example that nobody overruled: a text made of telephone numbers has thousands.
MOST = 200


class FindingQuerySet(models.QuerySet):
    def open(self):
        return self.filter(overruled_at=None)

    def make_anew(self, found, names):
        """Put the findings `found` ({example id: [StoredFinding]}) in the place of those that these checks (`names`)
        had, in the transaction of the caller. One that was overruled stays so where it is found again."""
        before = defaultdict(list)
        for old in self.model.objects.filter(example__in=list(found), check_name__in=names):
            before[old.example_id].append(old)
        gone, come = [], []
        for pk, new in found.items():
            overruled = {old.key: old for old in before[pk] if old.overruled_at}
            new = limited([one.like(overruled.get(one.key)) for one in new])
            if sorted(one.told for one in new) != sorted(old.told for old in before[pk]):
                gone += [old.pk for old in before[pk]]
                come += new
        if gone:
            self.model.objects.filter(pk__in=gone).delete()
        self.model.objects.bulk_create(come, batch_size=500)

    def forget_overruled(self, example):
        """Let go of what was overruled of checks of columns, as far as they do not find it in the same words now."""
        for old in self.filter(check_name__in=checks.of_columns(), example=example):
            found = checks.every()[old.check_name].find(example)
            if old.key not in {key_of(old.check_name, one, mark_of(one, example)) for one in found}:
                old.delete()


class StoredFinding(models.Model):
    """A checks.Finding of an example that is kept: of every TextCheck, and of any check where it was overruled.

    `check_name` and `reason` are looked up in the code that runs, so that it speaks the reader's language. `mark` is a
    hash of the words it speaks of: they are not written down once more.
    """

    example = models.ForeignKey("examples.Example", models.CASCADE, related_name="findings")
    check_name = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1, help_text="Of the check that found it.")
    field = models.CharField(max_length=20)
    reason = models.CharField(max_length=40)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    values = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    kind = models.CharField(max_length=40, blank=True)
    tier = models.CharField(max_length=10, blank=True)
    mark = models.CharField(max_length=16, editable=False)
    overruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="overruled_findings"
    )
    overruled_at = models.DateTimeField(null=True, blank=True)
    overruled_because = models.TextField(blank=True)

    objects = models.Manager.from_queryset(FindingQuerySet)()

    class Meta:
        verbose_name, verbose_name_plural = _("finding"), _("findings")
        indexes = [
            # Lists of one finding, counts by check and tier, the gate.
            models.Index(fields=["check_name", "tier", "example"], name="finding_open", condition=Q(overruled_at=None)),
            # What was overruled, which the checks of columns leave out.
            models.Index(
                fields=["check_name", "example"], name="finding_overruled", condition=Q(overruled_at__isnull=False)
            ),
        ]

    def __str__(self):
        return f"{self.check_name}: {self.reason}"

    @classmethod
    def of(cls, finding, example):
        """Return an unsaved one of a checks.Finding."""
        return cls(
            example_id=example.pk,
            check_name=finding.check.name,
            version=getattr(finding.check, "version", 1),
            **{name: getattr(finding, name) for name in ("field", "reason", "start", "end", "values", "kind", "tier")},
            mark=mark_of(finding, example),
        )

    def like(self, overruled):
        """Take over what a person decided of the same finding, if they did."""
        if overruled is not None:
            for name in ("overruled_by_id", "overruled_at", "overruled_because"):
                setattr(self, name, getattr(overruled, name))
        return self

    @property
    def key(self):
        """What makes two findings of an example the same: not where the words stand, but which they are."""
        return key_of(self.check_name, self)

    @property
    def told(self):
        """All that it says, to be compared."""
        values = json.dumps(self.values, sort_keys=True, cls=DjangoJSONEncoder)
        return self.key, self.start, self.end, self.version, values, self.overruled_at is not None


class Checked(models.Model):
    """That the findings of a check of texts, at a version, are there for every example up to an id; and for those above
    `began_at` that came in no file, since these are checked as they are saved."""

    check_name = models.CharField(max_length=40, primary_key=True)
    version = models.PositiveSmallIntegerField()
    settled_by = models.CharField(max_length=200, blank=True, help_text="The setting that decides what it finds.")
    up_to = models.BigIntegerField(default=0)
    began_at = models.BigIntegerField(default=0, help_text="The highest id when this version began.")

    def __str__(self):
        return f"{self.check_name} {self.version}: {self.up_to}"


def found_in(example, names=None):
    """Return the unsaved findings of the texts of an example, by all checks of texts or those of these names."""
    return found_in_all([example], names)[0]


def found_in_all(examples, names=None):
    """Return the same for each of several."""
    asked = [check for name, check in checks.of_texts().items() if names is None or name in names]
    return [
        [StoredFinding.of(finding, example) for finding in found]
        for example, found in zip(examples, batches.findings_in_all(examples, asked), strict=True)
    ]


def keep(found, example):
    """Write the findings of an example that was saved just now."""
    for one in found:
        one.example_id = example.pk
    if found:
        StoredFinding.objects.bulk_create(limited(found), batch_size=500)


def limited(found):
    """Return the findings without those of a check that already has MOST that nobody overruled."""
    number, kept = defaultdict(int), []
    for one in found:
        number[one.check_name] += one.overruled_at is None
        if one.overruled_at or number[one.check_name] <= MOST:
            kept.append(one)
    return kept


def key_of(name, finding, mark=None):
    return ".".join((name, finding.field, finding.reason, finding.kind, finding.tier, mark or finding.mark))


def mark_of(finding, example):
    """Return a hash of what a finding was judged by: the words that it speaks of, or the sentence round them, or the
    whole text where it speaks of no words in it; and the other texts that its check goes by."""
    text, check = checks.text_of(example, finding.field, finding.values), finding.check
    if finding.end > finding.start and check.by_sentence:
        text = sentence_round(text, finding.start, finding.end)
    elif finding.end > finding.start:
        text = text[finding.start : finding.end]
    others = {*check.judged_by, "history"} if check.judged_by and finding.field == "history" else check.judged_by
    texts = [text, *(checks.text_of(example, name) for name in sorted(others))]
    return blake2b(NUL.join(texts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def sentence_round(text, start, end):
    first = max(text.rfind(mark, 0, start) for mark in ENDS) + 1
    last = min((place for mark in ENDS if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last].strip()
