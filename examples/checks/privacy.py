"""Whether the texts tell who somebody is: possible identifiers, by the list of 45 CFR 164.514(b)(2)."""

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck
from examples.identifiers import identifiers_in

FIELDS = ("system", "instruction", "context", "response")
# What each kind of docs/checks.md is, in words.
SENTENCES = {
    "NAME": _("This may be somebody’s name."),
    "CLINICIAN": _("This may name somebody who treats people."),
    "FACILITY": _("This may be where somebody is treated, taught or employed."),
    "PHONE": _("This may be a telephone number."),
    "EMAIL": _("This may be an e-mail address."),
    "ADDRESS": _("This may be where somebody lives."),
    "DATE": _("This may be a day in somebody’s life."),
    "MRN": _("This may be the number of a medical record."),
    "SSN": _("This may be a social security number or its like."),
    "INSURANCE": _("This may be a number of somebody’s insurance."),
    "OTHERID": _("This may be a number that stands for somebody or a thing of theirs."),
    "URL": _("This may be somebody’s page or account on the web."),
    "IP": _("This may be the address of somebody’s computer."),
    "AGE90": _("An age over 89 may tell who somebody is."),
}
REMEDIES = {
    "sure": _("Replace it by a placeholder; until then the example is kept out of what leaves this machine."),
    "maybe": _("If it tells who somebody is, replace it by a placeholder."),
}


class Privacy(TextCheck):
    """One finding for each possible identifier. In `history` its place is that in the content of one turn, whose
    number, from 1, is the value `turn`. What was found is not among the values: findings are stored."""

    name, title = "privacy", _("Personal data")
    reasons = {
        f"{tier}_{kind}": (sentence, remedy) for tier, remedy in REMEDIES.items() for kind, sentence in SENTENCES.items()
    }

    def find(self, example):
        for field in FIELDS:
            if text := getattr(example, field):
                yield from self.told(field, text)
        for number, turn in enumerate(example.history, 1):
            if isinstance(turn["content"], str):
                yield from self.told("history", turn["content"], {"turn": number})

    def told(self, field, text, values=None):
        for one in identifiers_in(text):
            yield Finding(
                self, field, f"{one.tier}_{one.kind}", one.start, one.end, values or {}, one.kind, one.tier
            )


CHECK = Privacy()
