"""Whether the same example is there more than once."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from examples.checks import Check, Finding
from examples.models import Example, Member


class Repeat(Check):
    """The same texts but for case and white space, by the fingerprint; those that somebody kept as they are, among
    their near duplicates, are none any more, nor are those in the trash."""

    name, title = "repeat", _("There more than once")
    in_trash = False
    reasons = {"same": (_("Example %(id)s says the same."), _("Keep the better one and delete the other."))}

    @property
    def condition(self):
        # So that SQLite walks the index on fingerprints in its order, and sorts nothing.
        live = Example.everything.also_live().order_by()
        same = live.values("fingerprint").annotate(n=Count("id")).filter(n__gt=1).values("fingerprint")
        return Q(fingerprint__in=same) & ~Q(pk__in=KEPT.values("example"))

    @property
    def flag(self):
        same = Example.objects.filter(fingerprint=OuterRef("fingerprint")).exclude(pk=OuterRef("pk"))
        return Q(Exists(same), removed_at=None) & ~Q(Exists(KEPT.filter(example=OuterRef("pk"))))

    def find(self, example):
        if example.removed_at:
            return
        same = Example.objects.filter(fingerprint=example.fingerprint).exclude(pk=example.pk)
        same = same.exclude(Exists(KEPT.filter(example=example.pk)))
        first = same.order_by("id").values_list("id", flat=True).first()
        if first is not None:
            yield Finding(self, "instruction", "same", values={"id": first})


KEPT = Member.objects.filter(cluster__dismissed=True)
CHECK = Repeat()
