"""Whether another example says nearly the same."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from examples import clusters
from examples.checks import Check, Finding
from examples.models import Member


class NearRepeat(Check):
    """By the clusters that are kept of near duplicates; those that somebody kept as they are are none any more."""

    name, title = "near_repeat", _("Nearly the same as another")
    reasons = {
        "near": (
            _("Example %(id)s says nearly the same: %(percent)s %% of the words of the answer."),
            _("Look at both side by side: keep the better one, merge them, or keep both."),
        )
    }

    def told(self):
        return Member.objects.filter(cluster__dismissed=False, cluster__size__gte=2, cluster__wordings__gte=2)

    @property
    def condition(self):
        return Q(pk__in=self.told().values("example"))

    @property
    def flag(self):
        return Q(Exists(self.told().filter(example=OuterRef("pk"))))

    def find(self, example):
        likest = clusters.likest(example)
        if likest is not None:
            values = {"id": likest[0], "percent": likest[1]}
            yield Finding(self, "response", "near", values=values)


CHECK = NearRepeat()
