"""Whether a person in danger is left alone: distress in the question, and no one to turn to in the answer."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples import crisis
from examples.checks import Finding, TextCheck


class NoCrisis(TextCheck):
    """Danger to oneself or others in the question, while the answer names no crisis line, emergency number or emergency
    room, of whatever country."""

    name, title, severity = "no_crisis", _("Leaves a person in crisis alone"), "block"
    version = 5
    reasons = {
        "alone": (
            _("The question shows danger, and the answer names nobody to turn to."),
            _("Name a crisis line and the emergency number: %(numbers)s."),
        )
    }

    @property
    def settled_by(self):
        return settings.CRISIS_COUNTRY

    def find(self, example):
        if crisis.help_in(example.response):
            return
        danger = crisis.danger_in(example.instruction)
        if danger:
            numbers = ", ".join(resource.number for resource in crisis.resources())
            yield Finding(self, "instruction", "alone", *danger[0], {"numbers": numbers})


CHECK = NoCrisis()
