"""The admin's form for an example: texts as they are typed, refused as everywhere else, never over another's."""

import json

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from examples import formats
from examples.forms import Exact
from examples.models import Example
from examples.texts import Refused

TEXTS = ("instruction", "context", "response", "system", "tags", "note")
# Lines of the fields; what is long scrolls.
LINES = {"instruction": 4, "context": 3, "response": 10, "system": 3, "tags": 1, "note": 2, "history": 4, "extra": 4}
EDITABLE = ("instruction", "context", "response", "system", "history", "extra", "tags", "trainable")
# Characters. A form with longer texts is slow to open and too large to send back, so that these are only shown.
LARGEST, BEGINNING, FEW = 200_000, 10_000, 200


class Kept(Exact):
    """Exact text, which is unchanged where a browser changed nothing but line ends."""

    def has_changed(self, initial, data):
        return line_ends(initial or "") != line_ends(data or "")


def line_ends(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


class ExactForm(forms.ModelForm):
    etag = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, lines in LINES.items():
            if name in self.fields:
                self.fields[name].widget.attrs |= {"dir": "auto", "rows": lines}
        if self.instance.pk and "etag" in self.fields:
            self.initial["etag"] = self.instance.etag

    def clean(self):
        values = {name: value for name, value in self.cleaned_data.items() if name != "etag"}
        if self.errors:
            return values
        kept = {name: getattr(self.instance, name) for name in (*EDITABLE, "note") if name not in values}
        try:
            Example(**{**kept, **values}).vet()
            if "history" in values:
                values["history"] = formats.read_history(values["history"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None
        if self.instance.pk and self.data.get("etag") != self.instance.etag:
            self.say_what_is_saved(values)
        return values

    def say_what_is_saved(self, values):
        """Refuse once to save over what somebody else saved, show what that is, and keep what was typed."""
        self.data = self.data.copy()
        self.data["etag"] = self.instance.etag
        for name, value in values.items():
            saved = getattr(self.instance, name)
            if saved != value:
                self.add_error(name, _("Saved meanwhile: %(text)s") % {"text": words_of(saved)})
        raise forms.ValidationError(
            _("Somebody changed this example while you had it open. Compare; saving again puts yours in its place.")
        )


def words_of(value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= FEW else f"{text[:FEW]}…"


def too_long(example, name):
    value = getattr(example, name)
    return len(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)) > LARGEST


def beginning_of(name):
    """Return a read-only field of the admin with the beginning of a text, and how long it is."""

    @admin.display(description=name.capitalize())
    def beginning(example):
        value = getattr(example, name)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        words = _("The first %(shown)s of %(all)s characters. A text this long is changed through the API or a file.")
        return format_html(
            '<p class="help">{}</p>'
            '<div class="beginning" dir="auto" tabindex="0" role="region" aria-label="{}">{}</div>',
            words % {"shown": f"{BEGINNING:,}", "all": f"{len(text):,}"},
            name.capitalize(),
            text[:BEGINNING],
        )

    beginning.__name__ = f"{name}_beginning"
    return beginning


BEGINNINGS = {name: beginning_of(name) for name in (*TEXTS, "history", "extra")}


class ActionForm(admin.helpers.ActionForm):
    """What an action asks for beside the examples: a word for tags, a reason for rejecting."""

    tag = forms.CharField(required=False, label=gettext_lazy("Tag:"))
    reason = forms.CharField(required=False, label=gettext_lazy("Reason:"))
