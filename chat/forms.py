"""What the pages of the documents ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from chat import measuring
from chat.models import Collection, QuestionSet
from examples.forms import Files


class DocumentsForm(forms.Form):
    file = Files(label=_("Documents"), error_messages={"required": _("Choose a document first.")})


class CollectionForm(forms.ModelForm):
    class Meta:
        model = Collection
        fields = ("name",)
        labels = {"name": _("Name")}
        error_messages = {
            "name": {
                "unique": _("There is a collection of this name. Choose another."),
                "required": _("Give it a name."),
            }
        }


class QuestionSetForm(forms.ModelForm):
    """A set of questions, written as JSON lines or brought as a file of these."""

    lines = forms.CharField(
        label=_("Questions"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_(
            'JSON lines, a question each: {"question": "…", "document": "guide.pdf", "page": 3}, or “text” with the '
            "words of the document that answer it in the place of “page”."
        ),
    )
    file = forms.FileField(label=_("Or a file of such lines"), required=False)
    field_order = ("name", "lines", "file")

    class Meta:
        model = QuestionSet
        fields = ("name",)
        labels = {"name": _("Name")}
        error_messages = {
            "name": {"unique": _("There is a set of this name. Choose another."), "required": _("Give it a name.")}
        }

    def clean(self):
        values = super().clean()
        text = values.get("lines") or ""
        try:
            if values.get("file"):
                text = values["file"].read().decode("utf-8-sig")
            self.instance.questions = measuring.questions_in(text)
        except measuring.Mistake as error:
            self.add_error("lines", str(error))
        except UnicodeDecodeError:
            self.add_error("file", _("This file is not UTF-8 text. Save it as UTF-8 and bring it again."))
        return values
