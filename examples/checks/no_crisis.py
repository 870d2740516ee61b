"""Whether a person in danger is left alone: distress in the question, and no one to turn to in the answer."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples import checks, crisis, distress
from examples.checks import Finding, TextCheck
from examples.distress import only_like
from examples.reading import read


class NoCrisis(TextCheck):
    """Danger to oneself or others in the question, while the answer names no crisis line, emergency number or emergency
    room, of whatever country."""

    name, title, severity = "no_crisis", _("Leaves a person in crisis alone"), "block"
    version = 6
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

    def prepare(self, examples):
        distress.judge([example.instruction for example in examples])

    def find(self, example):
        danger = list(self.danger_in(example.instruction, "instruction"))
        if not danger and example.context and (words := crisis.danger_in_context(example.context)):
            danger = [self.finding("context", "alone", words[0])]
        if danger and not crisis.help_in(example.response):
            yield from danger

    def find_earlier(self, example):
        """Whoever is given a number later, after a question back, is not left alone."""
        helped, found = crisis.help_in(example.response), []
        for number, role, text in reversed([*checks.said_in(example)]):
            helped = helped or (role == "assistant" and crisis.help_in(text))
            if role == "user" and not helped:
                found += (self.of_turn(one, number) for one in self.danger_in(text, "history"))
        return found[::-1]

    def danger_in(self, text, field):
        if danger := crisis.danger_in(text):
            yield self.finding(field, "like" if only_like(read(text)) else "alone", danger[0])

    def finding(self, field, reason, place):
        numbers = ", ".join(resource.number for resource in crisis.resources())
        return Finding(self, field, reason, *place, {"numbers": numbers})


CHECK = NoCrisis()
