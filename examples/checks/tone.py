"""Whether an answer speaks in slang, or formally and casually at once."""

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck
from examples.voice import casual_in, casual_in_all, clear_voice, has_casual, may_say, voice_of

LEAST = 2  # words of one voice that are no accident
SLANG = 4  # what a text has where nobody would say it to a patient


class Tone(TextCheck):
    """Slang, and formal words beside casual ones, within one answer; less what is quoted."""

    name, title, severity = "tone", _("Slang, or two voices"), "hint"
    version = 5  # of clear_voice too
    reasons = {
        "mixed": (
            _("The answer is formal in one place and casual in another."),
            _("Say all of it in one voice."),
        ),
        "slang": (_("The answer is in slang."), _("Say it plainly, as the team would.")),
    }

    def promising(self, batch):
        told = casual_in_all([answer.tokens for answer in batch.answers], LEAST).tolist()
        return [
            place
            for place, (is_it, answer) in enumerate(zip(told, batch.answers, strict=True))
            if is_it or may_say(answer)
        ]

    def find(self, example):
        if not has_casual(example.response, LEAST):
            return
        voice = voice_of(example.response)
        if voice.casual >= LEAST and voice.formal >= LEAST:
            yield Finding(self, "response", "mixed", *casual_in(example.response))
        elif voice.casual >= SLANG:
            yield Finding(self, "response", "slang", *casual_in(example.response))

    def voice(self, example):
        return clear_voice(example.response)


CHECK = Tone()
