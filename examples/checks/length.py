"""Whether an answer is shorter or longer than models learn well from."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from examples.checks import Check, Finding
from examples.stats import LONGEST, SHORTEST


class Length(Check):
    """Of the response, in code points: SHORTEST to LONGEST, both counted in."""

    name, title = "length", _("Length of the answer")
    reasons = {
        "short": (
            _("The answer has %(length)s characters; %(least)s are the least that a model learns well from."),
            _("Say more: what to expect, and why."),
        ),
        "long": (
            _("The answer has %(length)s characters; %(most)s are the most."),
            _("Shorten it, or make two examples of it."),
        ),
    }

    @property
    def condition(self):
        return Q(response_length__lt=SHORTEST) | Q(response_length__gt=LONGEST)

    def find(self, example):
        length = len(example.response)
        if length < SHORTEST:
            yield Finding(self, "response", "short", values={"length": length, "least": SHORTEST})
        elif length > LONGEST:
            yield Finding(self, "response", "long", LONGEST, length, {"length": length, "most": LONGEST})


CHECK = Length()
