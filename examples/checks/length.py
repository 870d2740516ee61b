"""Whether an answer is shorter or longer than models learn well from."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from examples.checks import Check, Finding
from examples.stats import LONGEST, SHORTEST


class Length(Check):
    """Of the response, in code points: SHORTEST to LONGEST, both counted in."""

    name, title = "length", gettext_lazy("Length of the answer")

    @property
    def condition(self):
        return Q(response_length__lt=SHORTEST) | Q(response_length__gt=LONGEST)

    def find(self, example):
        length = len(example.response)
        if length < SHORTEST:
            message = _("The answer has %(length)s characters; %(least)s are the least that a model learns well from.")
            remedy = _("Say more: what to expect, and why.")
            yield Finding(self, "response", message % {"length": length, "least": SHORTEST}, remedy)
        elif length > LONGEST:
            message = _("The answer has %(length)s characters; %(most)s are the most.")
            remedy = _("Shorten it, or make two examples of it.")
            yield Finding(self, "response", message % {"length": length, "most": LONGEST}, remedy, LONGEST, length)


CHECK = Length()
