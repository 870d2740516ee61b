"""How the answers of examples sound, as far as they clearly do, so that one can be held against all others."""

from datetime import timedelta

from django.db import connection, models
from django.db.models import Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples import checks

# Fewer answers that sound one way or the other tell nothing of a set; at this share of them a set has one voice: what
# is left is then few enough to be looked at, and more likely not meant than a second voice on purpose.
ENOUGH, ONE_VOICE = 30, 80  # examples; percent
# To count a million takes a tenth of a second, too long for each look at a page. So beyond LARGE the running product
# counts EVERY so often, and that holds until OLD.
LARGE, EVERY, OLD = 20_000, timedelta(minutes=1), timedelta(minutes=5)


class Voice(models.TextChoices):
    FORMAL = "formal", _("Formal")
    CASUAL = "casual", _("Casual")


class ClearVoiceQuerySet(models.QuerySet):
    def of_the_few(self):
        """Those of the voice that few have where nearly all have the other; none where no voice prevails."""
        return self.filter(voice=few())

    def number_open(self, name):
        """Return how many of the few count that nobody overruled as a finding of the check of this name."""
        overruled = checks.kept(check_name=name, overruled_at__isnull=False)
        return self.of_the_few().filter(counts=True).exclude(example__in=overruled).count()

    def make_anew(self, found):
        """Put what was found ({example id: (voice or “”, whether it counts)}) in the place of what there was, in the
        transaction of the caller, who holds the examples."""
        there = dict(self.filter(example__in=list(found)).values_list("example_id", "voice"))
        changed = {pk: how for pk, how in found.items() if there.get(pk, "") != how[0]}
        if gone := [pk for pk in changed if pk in there]:
            self.filter(example__in=gone).delete()
        come = [
            self.model(example_id=pk, voice=voice, counts=counts) for pk, (voice, counts) in changed.items() if voice
        ]
        self.model.objects.bulk_create(come, batch_size=500)


class ClearVoice(models.Model):
    """That the answer of an example sounds formal or casual all through; most have no row. Made with the findings of
    texts. `counts` is kept by a trigger: to count what is live asks one index, at any size of the trash."""

    example = models.OneToOneField("examples.Example", models.CASCADE, primary_key=True, related_name="clear_voice")
    voice = models.CharField(max_length=6, choices=Voice)
    counts = models.BooleanField(help_text="Whether the example is neither rejected nor in the trash.")

    objects = ClearVoiceQuerySet.as_manager()

    class Meta:
        # How many there are of each that count; lists of those of one voice.
        indexes = [models.Index(fields=["voice", "counts", "example"], name="voice_counted")]

    def __str__(self):
        return f"Example {self.example_id}: {self.voice}"


class Weighing(models.Model):
    """The one row that says which voice few have in a large set, as it was counted last; “” where none prevails. Of a
    small set there is none."""

    few = models.CharField(max_length=6)
    weighed_at = models.DateTimeField()

    def __str__(self):
        return f"Few are {self.few} ({self.weighed_at:%Y-%m-%d %H:%M})"


def few():
    """Return an expression for the voice that few have; NULL or “” where none prevails."""
    lately = Weighing.objects.filter(weighed_at__gt=timezone.now() - OLD).values("few")[:1]
    now = RawSQL(f"SELECT {FEW} FROM {SOUNDING}", [])
    return Coalesce(Subquery(lately), now, output_field=models.CharField())


def with_voices(examples):
    """Have examples read with all that `voice_of_few` asks: for a page that has no question to spare."""
    return examples.select_related("clear_voice").annotate(few_voice=few())


def voice_of_few(example):
    """Return the voice of a saved example where few have it, else “”."""
    if "few_voice" in example.__dict__:
        mine = getattr(example, "clear_voice", None)
        return mine.voice if mine and mine.voice == example.few_voice else ""
    return ClearVoice.objects.of_the_few().filter(example=example.pk).values_list("voice", flat=True).first() or ""


def weigh(stop=None, again=EVERY):
    """Between requests: count the voices of a large set anew, unless that was done within `again`."""
    last, now = Weighing.objects.first(), timezone.now()
    if last and last.weighed_at > now - again:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT formal + casual, {FEW} FROM {SOUNDING}")
        total, voice = cursor.fetchone()
    if total > LARGE:
        Weighing.objects.update_or_create(pk=1, defaults={"few": voice or "", "weighed_at": now})
    elif last:
        last.delete()


def voice_in(example):
    """Return how the answer of an example sounds, “” where it is plain."""
    return checks.every()[checks.VOICED].voice(example)


def counts(status, removed_at):
    """Return whether an example of this status, in the trash since then, belongs to what the set sounds like."""
    return status != "rejected" and removed_at is None


COUNT = "(SELECT COUNT(*) FROM examples_clearvoice WHERE voice = '{}' AND counts)"
# LIMIT, so that SQLite counts each once and not wherever it is named.
SOUNDING = f"(SELECT {COUNT.format('formal')} AS formal, {COUNT.format('casual')} AS casual LIMIT 1) AS sounding"
FEW = f"""CASE WHEN formal + casual < {ENOUGH} THEN NULL
    WHEN formal * 100 >= {ONE_VOICE} * (formal + casual) THEN 'casual'
    WHEN casual * 100 >= {ONE_VOICE} * (formal + casual) THEN 'formal' END"""
