"""Whether an answer sounds otherwise than the rest of the set."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from examples.checks import Check, Finding
from examples.models import ClearVoice
from examples.models.voices import few, voice_of_few
from examples.voice import casual_in


class AnotherVoice(Check):
    """By what is kept of how each answer sounds: the casual ones among formal ones, or the other way round."""

    name, title, severity = "voice", _("Another voice than the rest"), "hint"
    reasons = {
        "casual": (
            _("The answer is casual, and nearly all others with a clear voice are formal."),
            _("Say it as the others do, or overrule this where it is meant so."),
        ),
        "formal": (
            _("The answer is formal, and nearly all others with a clear voice are casual."),
            _("Say it as the others do, or overrule this where it is meant so."),
        ),
    }

    @property
    def condition(self):
        return Q(pk__in=ClearVoice.objects.of_the_few().values("example"))

    @property
    def open(self):
        return self.remaining  # an index of its own leads to them, in the trash or not

    @property
    def flag(self):
        return Q(clear_voice__voice=few())

    def find(self, example):
        voice = voice_of_few(example)
        if voice:
            yield Finding(self, "response", voice, *(casual_in(example.response) if voice == "casual" else ()))


CHECK = AnotherVoice()
