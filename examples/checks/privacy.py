"""Whether the texts tell who somebody is: possible identifiers, by the list of 45 CFR 164.514(b)(2)."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from examples.checks import PERSONAL, Finding, TextCheck
from examples.identifiers import identifiers_in, may_be_in
from examples.models import Example

FIELDS = ("system", "history", "instruction", "context", "response", "extra")
# Keys of `extra` that hold texts of the conversation; other keys are what stood in a file beside it.
EXTRA = ("rejected", Example.KEPT_TURNS)
NO_TEXT = {"role", "type", "id", "weight", "tool_call_id"}
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
    "sure": _(
        "Replace it by a placeholder, or overrule it if it is none. Until then an export with this example is refused."
    ),
    "maybe": _("If it tells who somebody is, replace it by a placeholder."),
}


class Privacy(TextCheck):
    """One finding for each possible identifier. In `history` its place is that in the content of one turn, whose
    number, from 1, is the value `turn`, or in the text of that turn at the value `path`, a list of keys and numbers (a
    name of who speaks, the arguments of a call); in `extra` that in the text at the value `path`.
    What was found is not among the values: findings are stored, and would keep what was taken out."""

    name, title = PERSONAL, _("Personal data")
    version = 6
    reasons = {
        f"{tier}_{kind}": (sentence, remedy)
        for tier, remedy in REMEDIES.items()
        for kind, sentence in SENTENCES.items()
    }

    @property
    def settled_by(self):
        return settings.NER_MODEL

    def promising(self, batch):
        texts = [text for one in batch.examples for text in (one.instruction, one.response)]
        told = may_be_in(texts)
        return [
            place
            for place, (one, *either) in enumerate(zip(batch.examples, told[::2], told[1::2], strict=True))
            if any(either) or one.context or one.system or one.history or one.extra
        ]

    def find(self, example):
        for name in FIELDS:
            if value := getattr(example, name):
                for path, text in texts_in(name, value):
                    if found := identifiers_in(text):
                        yield from self.told(name, path, found)

    def told(self, name, path, found):
        values = {}
        if name == "history":
            number, *inside = path
            values = {"turn": number + 1} | ({"path": inside} if inside != ["content"] else {})
        elif path:
            values = {"path": list(path)}
        for one in found:
            yield Finding(self, name, f"{one.tier}_{one.kind}", one.start, one.end, values, one.kind, one.tier)


def path_of(finding):
    """Return the path, as `texts_in` has it, of the text that a finding speaks of."""
    if finding.field == "history":
        return (finding.values["turn"] - 1, *finding.values.get("path", ("content",)))
    return tuple(finding.values.get("path", ()))


def texts_in(name, value):
    """Yield (path, text) of the texts in a field: () where the field is one text, else keys and numbers that lead to
    it. Of a turn of `history` all but NO_TEXT is read; of `extra` what EXTRA names."""
    if isinstance(value, str):
        yield (), value
    elif name == "history":
        for number, turn in enumerate(value):
            yield from strings_in(turn, (number,))
    else:
        for key in EXTRA:
            yield from strings_in(value.get(key), (key,))


def strings_in(value, path):
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from strings_in(part, (*path, number))
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in NO_TEXT:
                yield from strings_in(part, (*path, key))


CHECK = Privacy()
