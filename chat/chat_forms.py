"""What people type into the chat, and how they set up models."""

from django import forms
from django.utils.translation import gettext_lazy as _

from chat import backends, prompts
from chat.models import Collection, LanguageModel
from examples.forms import Exact

LONGEST_MESSAGE = 50_000
# The kind of model that a form offers first: one on this computer.
FIRST = "openai_compatible"


class AskForm(forms.Form):
    """A question, and what it is asked with. Left out, a choice is as the conversation has it."""

    message = Exact(
        label=_("Your message"), max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": _("Ask something …")}),
    )  # fmt: skip
    context = forms.ChoiceField(label=_("Session"), required=False)
    model = forms.ModelChoiceField(
        LanguageModel.objects.none(),
        label=_("Model"),
        required=False,
        to_field_name="name",
        empty_label=_("The default"),
    )
    use_documents = forms.BooleanField(label=_("Use uploaded documents"), required=False)
    collections = forms.ModelMultipleChoiceField(
        Collection.objects.none(), label=_("Only from"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None, conversation=None, **options):
        initial = {"use_documents": True, "context": "general"}
        if conversation is not None:
            initial = {
                "context": conversation.context or "general",
                "use_documents": conversation.use_documents,
                "collections": conversation.collections.all(),
                "model": conversation.model.name if conversation.model else None,
            }
        super().__init__(data, initial=initial, **options)
        self.fields["context"].choices = prompts.contexts()
        self.fields["model"].queryset = LanguageModel.objects.known()
        default = LanguageModel.objects.default()
        if default:  # by its name: whether words leave this computer depends on it
            self.fields["model"].empty_label = _("The default: %(name)s") % {"name": default.name}
        elif self.fields["model"].queryset:
            self.fields["model"].empty_label = _("None is chosen")
        self.fields["collections"].queryset = Collection.objects.all()

    def clean_message(self):
        if not self.cleaned_data["message"].strip():
            raise forms.ValidationError(_("This is blank. Write a few words."))
        return self.cleaned_data["message"]

    def choices(self):
        """Return the fields of a conversation that were chosen."""
        return {name: self.cleaned_data[name] for name in ("context", "model", "use_documents")}


class CompareForm(forms.Form):
    """One question for two models."""

    message = Exact(label=_("Your message"), max_length=LONGEST_MESSAGE, widget=forms.Textarea(attrs={"rows": 3}))
    first = forms.ModelChoiceField(LanguageModel.objects.none(), label=_("One model"), to_field_name="name")
    second = forms.ModelChoiceField(LanguageModel.objects.none(), label=_("The other"), to_field_name="name")
    use_documents = forms.BooleanField(label=_("Use uploaded documents"), required=False)

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        for name in ("first", "second"):
            self.fields[name].queryset = LanguageModel.objects.known()

    def clean(self):
        values = self.cleaned_data
        if "message" in values and not values["message"].strip():
            self.add_error("message", _("This is blank. Write a few words."))
        if values.get("first") and values.get("first") == values.get("second"):
            self.add_error("second", _("Choose another model than the first."))
        return values


class TitleForm(forms.Form):
    title = forms.CharField(label=_("Name"), max_length=200, error_messages={"required": _("Write a name first.")})


class ReasonForm(forms.Form):
    rating = forms.TypedChoiceField(choices=[("1", "1"), ("-1", "-1"), ("0", "0")], coerce=int)
    reason = forms.CharField(label=_("Why? (optional)"), max_length=500, required=False)


class ModelForm(forms.ModelForm):
    class Meta:
        model = LanguageModel
        fields = (
            "name", "backend", "model_id", "base_url", "key_name", "adapter", "token_limit", "streams", "is_default",
        )  # fmt: skip
        labels = {"is_default": _("Answers unless another is chosen")}

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        kinds = sorted(backends.choices(), key=lambda kind: kind[0] != FIRST)
        self.fields["backend"] = forms.ChoiceField(label=_("Kind"), choices=kinds)

    def save(self, commit=True):
        self.instance.keep()
        return self.instance


class PromptForm(forms.Form):
    text = Exact(label=_("System prompt"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 18}))
    note = forms.CharField(
        label=_("What is new in it"), max_length=200, required=False, help_text=_("For the list of versions.")
    )
