"""What people type: an example, a file, the filters of a list. API and commands check their filters here too."""

from datetime import UTC

from django import forms
from django.conf import settings
from django.utils import timezone

from examples import formats
from examples.models import Example, Status


class Exact(forms.CharField):
    """Text as it was typed; browsers send CRLF for a line end, and LF is what was meant."""

    def __init__(self, **options):
        super().__init__(strip=False, error_messages={"required": "This is empty. Write a few words."}, **options)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class ExampleForm(forms.Form):
    """The example as a person writes it. Saving checks the texts once more, with `Example.add` or `Example.edit`."""

    instruction = Exact(label="User question / input", widget=forms.Textarea(attrs={"rows": 3}))
    context = Exact(
        label="Context", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Optional. What the answer may rely on: a situation, a passage, a phase of treatment.",
    )  # fmt: skip
    response = Exact(label="Expected AI response", widget=forms.Textarea(attrs={"rows": 6}))
    tags = Exact(label="Tags", required=False, help_text="Optional. Words with spaces between them.")
    system = Exact(
        label="System prompt", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Optional. Only where this example needs one of its own.",
    )  # fmt: skip

    def clean(self):
        for name in ("instruction", "response"):
            if name in self.cleaned_data and not self.cleaned_data[name].strip():
                self.add_error(name, "This is blank. Write a few words.")
        return self.cleaned_data

    def unsaved(self):
        return Example(**self.cleaned_data)


class FileForm(forms.Form):
    """A file as a person brings it. Its cleaned mapping is {field: column}."""

    file = forms.FileField(
        label="File",
        error_messages={"required": "Choose a file first.", "empty": "The file is empty. Choose one with examples."},
    )
    mapping = forms.CharField(
        label="Columns, if they are not recognised", required=False,
        help_text="For example: instruction=Question, response=Answer, context=Topic",
    )  # fmt: skip
    encoding = forms.CharField(
        label="Encoding, if letters look wrong", required=False, help_text="For example: windows-1252"
    )
    keep_repeats = forms.BooleanField(label="Bring in what is there already too", required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_MB * 1024 * 1024:
            raise forms.ValidationError(
                f"The file is too large: {settings.MAX_UPLOAD_MB} MB is the most. Split it, or raise MAX_UPLOAD_MB."
            )
        return file

    def clean_mapping(self):
        try:
            return formats.mapping_of(self.cleaned_data["mapping"])
        except formats.Unreadable as error:
            raise forms.ValidationError(str(error)) from None


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


class FilterForm(forms.Form):
    """Which examples: the keys that `ExampleQuerySet.matching` knows."""

    q = forms.CharField(label="Search", required=False, max_length=1000)
    status = Words(choices=Status.choices, required=False)
    tag = forms.CharField(required=False, max_length=200)
    source = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    since = Moment(required=False)
    min_length = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    max_length = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    with_context = forms.NullBooleanField(required=False)

    def sentence(self):
        """Return what is wrong, in one sentence."""
        return " ".join(f"{name}: {' '.join(errors)}" for name, errors in self.errors.items())
