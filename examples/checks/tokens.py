"""Whether a trainer would cut the example: what it cuts is the end, and the end is the answer."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck, text_of
from examples.texts import CHARACTERS_A_TOKEN


def trainer():
    """Return (name, limit in tokens) of the trainer in the settings."""
    return settings.TRAINERS[settings.TRAINER]


class Tokens(TextCheck):
    """Of all that is trained on up to the end of the answer, estimated at CHARACTERS_A_TOKEN: the system prompt (its
    own, or else that of the settings), earlier turns, context, question and answer."""

    name, title = "tokens", _("Too long for the trainer")
    reasons = {
        "cut": (
            _("About %(tokens)s tokens, and %(trainer)s cuts at %(limit)s: the end of the answer would be lost."),
            _("Shorten it, or raise the trainer’s limit."),
        )
    }

    @property
    def settled_by(self):
        name, limit = trainer()
        return f"{name} {limit} {len(settings.SYSTEM_PROMPT)}"

    def promising(self, batch):
        most = trainer()[1] * CHARACTERS_A_TOKEN - len(settings.SYSTEM_PROMPT)
        return [
            place
            for place, one in enumerate(batch.examples)
            if len(one.instruction) + len(one.response) + len(one.context) > most or one.system or one.history
        ]

    def find(self, example):
        name, limit = trainer()
        before = len(example.system or settings.SYSTEM_PROMPT) + len(example.context) + len(example.instruction)
        before += len(text_of(example, "history")) if example.history else 0
        length = before + len(example.response)
        if length <= limit * CHARACTERS_A_TOKEN:
            return
        values = {"tokens": -(-length // CHARACTERS_A_TOKEN), "trainer": name, "limit": limit}
        start = max(0, limit * CHARACTERS_A_TOKEN - before)
        yield Finding(self, "response", "cut", start, len(example.response), values)


CHECK = Tokens()
