"""Whether a trainer would cut the example: what it cuts is the end, and the end is the answer."""

from django.conf import settings
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _

from examples.checks import Check, Finding
from examples.models import Example
from examples.querysets import LENGTHS
from examples.texts import CHARACTERS_A_TOKEN


def trainer():
    """Return (name, limit in tokens) of the trainer in the settings."""
    return settings.TRAINERS[settings.TRAINER]


class Tokens(Check):
    """Of question, context and answer together, estimated at CHARACTERS_A_TOKEN."""

    name, title = "tokens", _("Too long for the trainer")
    reasons = {
        "cut": (
            _("About %(tokens)s tokens, and %(trainer)s cuts at %(limit)s: the end of the answer would be lost."),
            _("Shorten it, or raise the trainer’s limit."),
        )
    }

    @property
    def condition(self):
        return Example.objects.longer_than(trainer()[1] * CHARACTERS_A_TOKEN)

    @property
    def flag(self):
        return GreaterThan(LENGTHS, trainer()[1] * CHARACTERS_A_TOKEN)

    def find(self, example):
        name, limit = trainer()
        before = len(example.instruction) + len(example.context)
        length = before + len(example.response)
        if length <= limit * CHARACTERS_A_TOKEN:
            return
        values = {"tokens": -(-length // CHARACTERS_A_TOKEN), "trainer": name, "limit": limit}
        start = max(0, limit * CHARACTERS_A_TOKEN - before)
        yield Finding(self, "response", "cut", start, len(example.response), values)


CHECK = Tokens()
