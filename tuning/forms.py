"""What people type: how to freeze, and the options of a destination."""

from django import forms
from django.utils.translation import gettext_lazy as _

from examples import splitting
from examples.forms import Exact, FilterForm
from examples.snapshots import SPLIT
from examples.views.listing import words_of
from tuning import destinations
from tuning.options import fields_of

WHICH = (
    ("all", _("All but the rejected")),
    ("approved", _("The approved alone")),
)
LISTED = ("filter", _("Those that the list showed"))
HIGHEST_SEED = 10**18 - 1


class FreezeForm(forms.Form):
    """Which examples are frozen, and how they are dealt out. `narrowing` are the list's filters, as a query."""

    name = forms.CharField(
        label=_("Name"), required=False, max_length=100, help_text=_("Optional. Else the day and the time.")
    )
    which = forms.ChoiceField(label=_("Which examples"), choices=WHICH, widget=forms.RadioSelect, initial="all")
    split = forms.CharField(
        label=_("Shares"), initial=SPLIT, max_length=11,
        help_text=_("In percent, to train on, to watch the training with, and to test the finished model with."),
    )  # fmt: skip
    seed = forms.IntegerField(
        label=_("Seed"), initial=0, min_value=0, max_value=HIGHEST_SEED,
        error_messages=dict.fromkeys(
            ("invalid", "required", "min_value", "max_value"), _("Write a whole number from 0, of at most 18 digits.")
        ),
        help_text=_("The same number deals the same examples out in the same way again."),
    )  # fmt: skip
    default_system = Exact(
        label=_("System prompt for examples that have none"), required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Optional. Left empty, nothing is added to what people wrote."),
    )  # fmt: skip

    def __init__(self, data=None, narrowing=None, **options):
        super().__init__(data, **options)
        self.filters = FilterForm(narrowing) if narrowing else None
        if self.filters is not None and self.filters.is_valid() and self.narrowed():
            self.fields["which"].choices = [*WHICH, LISTED]
            self.initial["which"] = "filter"

    def narrowed(self):
        """Return the list's filters that are on, as words."""
        if self.filters is None or not self.filters.is_valid():
            return []
        return [str(words_of(name, value)) for name, value in self.filters.cleaned_data.items() if value not in NOTHING]

    def hidden(self):
        """Return (name, value) of each filter that is on."""
        if not self.narrowed():
            return []
        data = self.filters.data
        return [(name, value) for name in FilterForm.base_fields for value in data.getlist(name) if value]

    def clean_split(self):
        try:
            splitting.shares(self.cleaned_data["split"].strip())
        except splitting.Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return self.cleaned_data["split"].strip()

    def chosen(self):
        """Return the filters of a valid form, as a FilterForm cleans them."""
        which = self.cleaned_data["which"]
        if which == "approved":
            return {"status": ["approved"]}
        return self.filters.cleaned_data if which == "filter" else {}


NOTHING = (None, "", [])


def in_words(filters):
    """Return the filters that a snapshot was frozen with, as words."""
    form = FilterForm(filters)
    cleaned = form.cleaned_data if form.is_valid() else {}
    return [str(words_of(name, value)) for name, value in cleaned.items() if value not in NOTHING]


class OptionsForm(forms.Form):
    """The options of a destination; `options.clean` checks them, here as from the API and the command."""

    def __init__(self, destination, values):
        super().__init__(auto_id="option-%s")
        for field in fields_of(destination):
            self.fields[field.name] = WIDGETS[field.kind](field)
            value = values.get(field.name, field.default)
            self.initial[field.name] = str(value).lower() if field.kind == "yes" else value  # as its choices are


def of_text(field):
    return forms.CharField(label=field.label, help_text=field.help, required=field.required, max_length=2000)


def of_number(field):
    whole = isinstance(field.default, int)
    kind = forms.IntegerField if whole else forms.FloatField
    return kind(label=field.label, help_text=field.help, min_value=field.least, max_value=field.most)


def of_choice(field):
    return forms.ChoiceField(label=field.label, help_text=field.help, choices=list(field.choices.items()))


def of_yes(field):
    choices = [("true", _("Yes")), ("false", _("No"))]
    return forms.ChoiceField(label=field.label, help_text=field.help, choices=choices)


WIDGETS = {"text": of_text, "number": of_number, "choice": of_choice, "yes": of_yes}


class RunForm(forms.Form):
    """A training that somebody ran elsewhere, written down."""

    destination = forms.ChoiceField(choices=lambda: [(name, one.title) for name, one in destinations.every().items()])
    model = forms.CharField(
        label=_("What came of it"), max_length=200,
        help_text=_("The folder of the adapter, or the model’s name on the Hub or in the chat."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("What you saw"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
