"""What people type: an example, a file, the filters of a list. API and commands check their filters here too."""

from datetime import UTC
from itertools import islice

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from examples import checks, formats
from examples.models import Example, Status
from examples.texts import Refused, strict_text

LONGEST_TAG = 100


class Exact(forms.CharField):
    """Text as it was typed; browsers send CRLF for a line end, and LF is what was meant."""

    def __init__(self, **options):
        super().__init__(strip=False, error_messages={"required": _("This is empty. Write a few words.")}, **options)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class TurnsWidget(forms.Widget):
    """Earlier turns as rows of a role and a text; `_turns.html` draws them."""

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name, [])
        pairs = zip(data.getlist("turn_role"), data.getlist("turn_content"), strict=False)
        return [{"role": role, "content": text.replace("\r\n", "\n")} for role, text in pairs if text.strip()]


class Turns(forms.Field):
    widget = TurnsWidget

    def clean(self, value):
        try:
            return formats.read_history(value or [])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class ExampleForm(forms.Form):
    """The example as a person writes it. Saving checks the texts once more, with `Example.add` or `Example.edit`.

    Earlier turns that have more than a role and a text (tool calls) stay as they are in `kept`, the saved example.
    """

    instruction = Exact(label=_("User question / input"), widget=forms.Textarea(attrs={"rows": 3}))
    context = Exact(
        label=_("Context"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Optional. What the answer may rely on: a situation, a passage, a phase of treatment."),
    )  # fmt: skip
    response = Exact(label=_("Expected AI response"), widget=forms.Textarea(attrs={"rows": 6}))
    system = Exact(
        label=_("System prompt"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Optional. Only where this example needs one of its own."),
    )  # fmt: skip
    tags = Exact(
        label=_("Tags"), required=False, help_text=_("Optional. Words with spaces between them."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    history = Turns(label=_("Earlier turns"), required=False)

    def __init__(self, data=None, kept=None, **options):
        super().__init__(data, **options)
        self.kept = kept
        if kept is not None and not plain(kept.history):
            del self.fields["history"]

    @classmethod
    def of(cls, example):
        names = ("instruction", "context", "response", "system", "tags", "history")
        initial = {name: getattr(example, name) for name in names}
        return cls(kept=example, initial=initial, auto_id=f"id_{example.pk}_%s")

    @property
    def turns(self):
        """The rows to draw: what is there, and two for more."""
        value = (self["history"].value() if "history" in self.fields else None) or []
        return [*value, {"role": "user", "content": ""}, {"role": "assistant", "content": ""}]

    @property
    def unfolded(self):
        """Whether something stands in the folded part."""
        return any(
            name in self.errors or self[name].value() for name in ("system", "tags", "history") if name in self.fields
        )

    def clean(self):
        for name in ("instruction", "response"):
            if name in self.cleaned_data and not self.cleaned_data[name].strip():
                self.add_error(name, _("This is blank. Write a few words."))
        return self.cleaned_data

    def unsaved(self):
        return Example(**self.cleaned_data)


def plain(history):
    """Return whether earlier turns are nothing but words of a person and an assistant."""
    return all(set(turn) == {"role", "content"} and turn["role"] in ("user", "assistant") for turn in history)


class TagForm(forms.Form):
    """A tag as a person types it: one word."""

    tag = forms.CharField(max_length=LONGEST_TAG, error_messages={"required": _("Write a tag first.")})

    def clean_tag(self):
        tag = self.cleaned_data["tag"]
        if len(tag.split()) != 1:
            raise forms.ValidationError(_("A tag is one word. Write words-with-dashes for more."))
        try:
            return strict_text(tag, "tag")
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def sentence(self):
        return " ".join(str(error) for errors in self.errors.values() for error in errors)


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else [files[name]] if name in files else []


class Files(forms.FileField):
    """Several files at once; each is looked at by the form."""

    widget = ManyFiles

    def clean(self, value, initial=None):
        if not value:
            raise forms.ValidationError(self.error_messages["required"])
        return value


class FileForm(forms.Form):
    """The files that a person brings. `good` are those that can be looked at, `refused` says why others cannot."""

    file = Files(label=_("Files"), error_messages={"required": _("Choose a file first.")})

    def clean_file(self):
        self.good, self.refused = [], []
        for file in self.cleaned_data["file"]:
            why = why_refused(file)
            if why:
                self.refused.append(why)
            else:
                self.good.append(file)
        if not self.good:
            raise forms.ValidationError(self.refused)
        return self.good


DOCUMENTS = (".txt", ".md", ".markdown", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm")


def why_refused(file):
    """Return a sentence on why this upload cannot hold examples, or None."""
    words = None
    if not file.size:
        words = _("“%(name)s” is empty. Choose a file with examples.")
    elif file.size > settings.MAX_UPLOAD_MB * 1024 * 1024:
        words = _("“%(name)s” is too large: %(most)s MB is the most. Split it, or raise MAX_UPLOAD_MB.")
    elif file.name.lower().endswith(DOCUMENTS) and not holds_examples(file.file):
        words = _(
            "“%(name)s” is a document. Bring it on the page Documents, for the chat to answer from; "
            "examples come as JSON, JSONL or CSV."
        )
    return words and words % {"name": file.name, "most": f"{settings.MAX_UPLOAD_MB:,}"}


def holds_examples(file):
    """Return whether a file has an example among its first rows, whatever it is called."""
    try:
        return any(isinstance(found, Example) for _row, found in islice(formats.open_file(file).rows(), 20))
    except formats.Unreadable:
        return False


ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "windows-1252": _("Windows-1252, Western Europe"),
    "windows-1250": _("Windows-1250, Central Europe"),
    "windows-1251": _("Windows-1251, Cyrillic"),
    "windows-1253": _("Windows-1253, Greek"),
    "windows-1254": _("Windows-1254, Turkish"),
    "windows-1255": _("Windows-1255, Hebrew"),
    "windows-1256": _("Windows-1256, Arabic"),
    "windows-1257": _("Windows-1257, Baltic"),
    "iso-8859-15": _("ISO 8859-15, Western Europe"),
    "mac-roman": _("Mac Roman, old Macs"),
    "koi8-r": _("KOI8-R, Cyrillic"),
    "shift_jis": _("Shift JIS, Japanese"),
    "gb18030": _("GB 18030, Chinese"),
    "big5": _("Big5, Chinese"),
    "euc-kr": _("EUC-KR, Korean"),
}
COLUMNS_OFFERED = 300
# What a column of a file can be.
FIELDS = {
    "instruction": _("Question"),
    "response": _("Answer"),
    "context": _("Context"),
    "system": _("System prompt"),
    "history": _("Earlier turns"),
}


class ReadingForm(forms.Form):
    """How a file that waits is to be read: what was found, and a person's word against it.

    Columns are chosen by their place, since a form changes what some names hold. A field whose column is recognised
    by its name has one in any case.
    """

    format = forms.ChoiceField(label=_("Format"), required=False)
    encoding = forms.ChoiceField(label=_("Encoding"), required=False)
    keep_repeats = forms.BooleanField(label=_("Bring in what is there already too"), required=False)

    def __init__(self, preview, token, data=None):
        super().__init__(data, auto_id=f"%s-{token}", initial={**preview.asked})
        self.columns = preview.columns
        found = preview.format.title if preview.format else _("not known")
        self.fields["format"].choices = [
            ("", _("As found") if preview.asked.get("format") else _("As found: %(what)s") % {"what": found}),
            *((name, format.title) for name, format in formats.every().items()),
        ]
        found = preview.encoding or _("not known")
        self.fields["encoding"].choices = [
            ("", _("As found") if preview.asked.get("encoding") else _("As found: %(what)s") % {"what": found}),
            *ENCODINGS.items(),
        ]
        places = {column: str(place) for place, column in enumerate(self.columns.names)}
        shown = [(place, column if len(column) <= 80 else f"{column[:79]}…") for column, place in places.items()]
        chosen = preview.mapping if len(preview.mapping) > 1 else {**self.columns.guess, **preview.mapping}
        for name, label in FIELDS.items() if len(shown) > 1 else ():
            empty = [] if name in self.columns.recognised else [("", _("No column"))]
            choices = empty + shown[:COLUMNS_OFFERED]
            self.fields[f"column_{name}"] = forms.ChoiceField(label=label, required=False, choices=choices)
            self.initial[f"column_{name}"] = places.get(chosen.get(name), "")

    @property
    def column_fields(self):
        return [self[name] for name in self.fields if name.startswith("column_")]

    def asked(self):
        """Return how the file is asked to be read, of a valid form. Columns that are meant anyway are not named."""
        mapping = {}
        for name in FIELDS:
            place = self.cleaned_data.get(f"column_{name}")
            if place and self.columns.recognised.get(name) != self.columns.names[int(place)]:
                mapping[name] = self.columns.names[int(place)]
        asked = {name: self.cleaned_data[name] for name in ("format", "encoding", "keep_repeats")}
        return {**asked, "mapping": mapping if self.column_fields else None}

    def sentence(self):
        return " ".join(str(error) for errors in self.errors.values() for error in errors)


class Words(forms.MultipleChoiceField):
    """Several choices, as repeated values or with commas between them."""

    def to_python(self, value):
        values = value if isinstance(value, (list, tuple)) else [value or ""]
        return [word.strip() for part in values for word in str(part).split(",") if word.strip()]


class Moment(forms.DateTimeField):
    """A date, or a date and time in ISO 8601."""

    def __init__(self, **options):
        message = "Write a date such as 2026-11-23, or a time such as 2026-11-23T09:00:00Z."
        super().__init__(error_messages={"invalid": message}, **options)

    def clean(self, value):
        moment = super().clean(value)
        if moment is None:
            return None
        try:
            moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
            return moment.astimezone(UTC)
        except OverflowError:  # the first and the last day of the calendar, in another time zone
            raise forms.ValidationError(self.error_messages["invalid"]) from None


YES_OR_NO = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
}


class YesOrNo(forms.Field):
    """True, False, or None for nothing. Django's own field takes every other word for nothing."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return YES_OR_NO[str(value).strip().lower()]
        except KeyError:
            raise forms.ValidationError("Write true or false.") from None


class FilterForm(forms.Form):
    """Which examples: the keys that `ExampleQuerySet.matching` knows.

    `strict` refuses a filter of which cleaning leaves nothing, such as a blank word: it would choose all. Lists on
    pages, where people see what they get, do without.
    """

    q = forms.CharField(label="Search", required=False, max_length=1000)
    status = Words(choices=Status.choices, required=False)
    tag = forms.CharField(required=False, max_length=200)
    source = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    since = Moment(required=False)
    until = Moment(required=False)
    min_length = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    max_length = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    min_tokens = forms.IntegerField(required=False, min_value=0, max_value=2**29)
    max_tokens = forms.IntegerField(required=False, min_value=0, max_value=2**29)
    with_context = YesOrNo(required=False)
    context = forms.CharField(required=False, max_length=1000, strip=False)
    with_system = YesOrNo(required=False)
    finding = forms.CharField(required=False, max_length=40)

    def __init__(self, data=None, strict=False, **options):
        super().__init__(data, **options)
        self.strict = strict

    def clean_finding(self):
        """The name of a check becomes the Check."""
        name = self.cleaned_data["finding"]
        if not name:
            return None
        check = checks.named(name)
        if check is None:
            names = ", ".join([*checks.GROUPS, *checks.every()])
            raise forms.ValidationError(f"There is no check “{name}”. There are {names}.")
        return check

    def clean(self):
        for name in [name for name, value in self.cleaned_data.items() if value in (None, "", [])]:
            if self.strict and self.is_given(name):
                self.add_error(name, "Nothing is left of it to go by. Write more, or leave it out for all.")
        return self.cleaned_data

    def is_given(self, name):
        values = self.data.getlist(name) if hasattr(self.data, "getlist") else [self.data.get(name)]
        return any(value not in (None, "") for value in values)

    def sentence(self):
        """Return what is wrong, in one sentence."""
        return " ".join(f"{name}: {' '.join(errors)}" for name, errors in self.errors.items())
