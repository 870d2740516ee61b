"""Whether a person in danger is left alone: distress in the question, and no one to turn to in the answer."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples import checks, crisis, distress
from examples.checks import Finding, TextCheck
from examples.distress import only_like
from examples.reading import read

FEW = 8  # words of a reply, from which on their likeness tells enough


class NoCrisis(TextCheck):
    """Danger to oneself or others in the question, while the answer names no crisis line, emergency number or emergency
    room, of whatever country."""

    name, title, severity = "no_crisis", _("Leaves a person in crisis alone"), "block"
    version = 8
    of_earlier, judged_by = True, ("response",)
    reasons = {
        "alone": (
            _("The question shows danger, and the answer names nobody to turn to."),
            _("Name a crisis line and the emergency number: %(numbers)s."),
        ),
        "like": (
            _("The question is like what people in danger write, and the answer names nobody to turn to."),
            _("Name a crisis line and the emergency number: %(numbers)s. Overrule this where nobody is in danger."),
        ),
    }

    @property
    def settled_by(self):
        return settings.CRISIS_COUNTRY

    def prepare(self, batch):
        distress.judge(batch.questions)

    def promising(self, batch):
        told = zip(batch.examples, distress.may_show_in(batch.questions), strict=True)
        return [
            place
            for place, (example, may_be) in enumerate(told)
            if may_be or example.context or not example.instruction.isascii()
        ]

    def find(self, example):
        replies = bool(example.history) and answered_in(example) is not None
        danger = list(self.danger_in(example.instruction, "instruction", replies))
        if not danger and example.context and (words := crisis.danger_in_context(example.context)):
            danger = [self.finding("context", "alone", words[0])]
        if danger and not crisis.help_in(example.response):
            yield from danger

    def find_earlier(self, example):
        """Whoever is given a number later, after a question back, is not left alone."""
        helped, answered, found = crisis.help_in(example.response), answered_in(example), []
        for number, role, text in reversed([*checks.said_in(example)]):
            helped = helped or (role == "assistant" and crisis.help_in(text))
            if role == "user" and not helped:
                replies = answered is not None and number > answered
                found += (self.of_turn(one, number) for one in self.danger_in(text, "history", replies))
        return found[::-1]

    def danger_in(self, text, field, replies):
        """Of somebody who replies in few words (“Only when I climb the stairs.”), the words alone tell little."""
        if danger := crisis.danger_in(text):
            like = only_like(read(text))
            if not (like and replies and len(text.split(None, FEW)) < FEW):
                yield self.finding(field, "like" if like else "alone", danger[0])

    def finding(self, field, reason, place):
        numbers = ", ".join(resource.number for resource in crisis.resources())
        return Finding(self, field, reason, *place, {"numbers": numbers})


def answered_in(example):
    """Return the number of the first earlier turn that is an answer, or None."""
    return next((number for number, role, _text in checks.said_in(example) if role == "assistant"), None)


CHECK = NoCrisis()
