"""The options of a destination: which there are, and what may be given as each, on the page, in the API, by command."""

from django.utils.translation import gettext_lazy as _

from tuning import cards
from tuning.destinations import Field, Refusal

COMMON = (
    Field(
        "licence", _("Licence of the data"), "private", "choice",
        _("Who may use these examples, and for what. It is written into the card of the data set."), cards.LICENCES,
    ),
    Field(
        "context_in", _("Where the context goes"), "system", "choice",
        _("Into the system message, or into the question for a model that has no system role."),
        {"system": _("Into the system message"), "user": _("Into the question")},
    ),
)  # fmt: skip


def fields_of(destination):
    return [*destination.fields, *COMMON]


def clean(destination, given):
    """Return {name: value} of all options, those that are not given by default. Raises Refusal."""
    known = {field.name: field for field in fields_of(destination)}
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        raise Refusal(f"{destination.title} has no option “{str(unknown)[:80]}”. There are {', '.join(known)}.")
    return {name: value_of(field, given.get(name, field.default)) for name, field in known.items()}


def value_of(field, value):
    """Return the value of an option as its kind has it. Raises Refusal with a sentence that names the option."""
    try:
        return KINDS[field.kind](field, value)
    except ValueError as error:
        raise WrongOption(field, str(error)) from None


class WrongOption(Refusal):
    """Which option of a destination cannot be what it was given as; `for_page` says it by the label that people see."""

    def __init__(self, field, wanted):
        words = _("“%(name)s” must be %(wanted)s.")
        super().__init__(words % {"name": field.name, "wanted": wanted})
        self.field, self.for_page = field, words % {"name": field.label, "wanted": wanted}


def as_words(field, value):
    if not isinstance(value, str) or len(value) > 2000 or "\x00" in value:
        raise ValueError(_("text of at most 2,000 characters"))
    if field.required and not value.strip():
        raise ValueError(_("filled in"))
    return value.strip()


def as_number(field, value):
    low, high = field.least, field.most
    between = {"low": f"{low:,}", "high": f"{high:,}"}
    words = _("a number from %(low)s to %(high)s") % between
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError(words) from None
    if isinstance(value, bool) or not low <= number <= high:
        raise ValueError(words)
    if isinstance(field.default, int):
        if number != int(number):
            raise ValueError(_("a whole number from %(low)s to %(high)s") % between)
        return int(number)
    return number


def as_choice(field, value):
    if not isinstance(value, str) or value not in field.choices:
        raise ValueError(_("one of %(choices)s") % {"choices": ", ".join(field.choices)})
    return value


def as_yes(field, value):
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    found = value if isinstance(value, bool) else words.get(str(value).lower())
    if found is None:
        raise ValueError(_("true or false"))
    return found


KINDS = {"text": as_words, "number": as_number, "choice": as_choice, "yes": as_yes}
