"""Whether a person in danger is left alone: distress in the question, and no one to turn to in the answer."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples import checks, crisis
from examples.checks import Finding, TextCheck
from examples.distress import only_like
from examples.reading import read


class NoCrisis(TextCheck):
    """Danger to oneself or others in the question, while the answer names no crisis line, emergency number or emergency
    room, of whatever country."""

    name, title, severity = "no_crisis", _("Leaves a person in crisis alone"), "block"
    version = 6
    of_earlier = True
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

    def find(self, example):
        if not crisis.help_in(example.response):
            yield from self.danger_of(example)

    def danger_of(self, example):
        """Yield the Finding of the danger in a question, or in the context that it is asked of."""
        danger, field = crisis.danger_in(example.instruction), "instruction"
        like = danger and only_like(read(example.instruction))
        if not danger:
            danger, field = crisis.danger_in_context(example.context), "context"
        if danger:
            numbers = ", ".join(resource.number for resource in crisis.resources())
            yield Finding(self, field, "like" if like else "alone", *danger[0], {"numbers": numbers})

    def find_earlier(self, example):
        """Whoever is given a number later, after a question back, is not left alone."""
        answers = [earlier.response for _numbers, earlier in checks.earlier_in(example)] + [example.response]
        for place, (numbers, earlier) in enumerate(checks.earlier_in(example)):
            if not any(map(crisis.help_in, answers[place:])):
                yield from (self.of_turn(one, numbers) for one in self.danger_of(earlier))


CHECK = NoCrisis()
