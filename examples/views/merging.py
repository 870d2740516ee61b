"""Making one example of several that say nearly the same, text by text."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from examples import merging
from examples.forms import Exact
from examples.likeness import differences
from examples.models import Cluster, Status
from examples.texts import Refused
from examples.views.duplicates import COMPARED, number
from examples.views.listing import counted, microseconds
from trainingcenter.access import who

# Characters of a text that is offered for editing.
LONGEST_OWN = 20_000


@require_http_methods(["GET", "POST"])
def merge(request, pk):
    """Make one example of the first of a cluster: text by text, chosen or written."""
    cluster = Cluster.objects.filter(pk=pk, size__gte=2).first()
    if cluster is None:
        messages.error(request, _("These duplicates changed meanwhile, so nothing was done. Look at them once more."))
        return redirect("duplicates")
    if request.method == "GET":
        examples = list(cluster.members()[: merging.MOST])
        return merge_form(request, cluster, MergeForm(examples))
    ids = [number(word) for word in request.POST.getlist("ids")][: merging.MOST]
    form = MergeForm(list(cluster.members().filter(id__in=ids)), request.POST)
    if form.is_valid() and number(request.POST.get("version")) == cluster.version:
        try:
            example, now = merging.merge(cluster, **form.merged(), version=cluster.version, by=who(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except merging.Changed:
            form.add_error(None, changed())
        else:
            words = _("Example %(id)s has what you chose. In the trash now: %(examples)s.")
            words %= {"id": example.pk, "examples": counted(len(form.examples) - 1)}
            messages.success(request, words, extra_tags=f"undo:merged:{microseconds(now)}")
            return redirect("duplicates")
    elif form.is_valid():
        form.add_error(None, changed())
    return merge_form(request, cluster, form, status=400)


def changed():
    return _("Somebody changed these duplicates meanwhile. Read them once more; merging again does it.")


def merge_form(request, cluster, form, status=200):
    context = {
        "cluster": cluster,
        "form": form,
        "left_over": max(0, cluster.size - len(form.examples)),
    }
    return render(request, "examples/merge.html", context, status=status)


class MergeForm(forms.Form):
    """One example out of several, text by text: that of one of them (its id) or one's own words.

    `parts` are what a page shows: of each text that is not the same in all, the choices as they differ from the first.
    """

    OWN = "own"
    LABELS = {
        "instruction": gettext_lazy("Question"),
        "context": gettext_lazy("Context"),
        "response": gettext_lazy("Answer"),
        "system": gettext_lazy("System prompt"),
    }

    into = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Which example stays"))
    tags = Exact(label=gettext_lazy("Tags"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, examples, data=None):
        super().__init__(data, initial={"tags": merging.joined([example.tags for example in examples])})
        self.examples = examples
        best = next((example for example in examples if example.status == Status.APPROVED), examples and examples[0])
        ids = [(str(example.pk), example.pk) for example in examples]
        self.fields["into"].choices = ids
        self.initial["into"] = best and str(best.pk)
        self.differing = [name for name in merging.TEXTS if len({getattr(example, name) for example in examples}) > 1]
        for name in self.differing:
            chosen = forms.ChoiceField(choices=[*ids, (self.OWN, "")], label=self.LABELS[name])
            self.fields[name] = chosen
            self.initial[name] = best and str(best.pk)
            needed = name in ("instruction", "response")
            if best and len(getattr(best, name)) <= LONGEST_OWN:
                self.initial[f"{name}_own"] = getattr(best, name)
            self.fields[f"{name}_own"] = Exact(required=False, widget=forms.Textarea(attrs={"rows": 6}))
            self.fields[f"{name}_own"].needed = needed

    def clean(self):
        for name in self.differing:
            own = self.cleaned_data.get(f"{name}_own", "")
            if self.cleaned_data.get(name) == self.OWN and not own.strip() and self.fields[f"{name}_own"].needed:
                self.add_error(f"{name}_own", _("This is blank. Write a few words, or choose one of the others."))
            elif own.strip() not in ("", self.offered(name).strip()) and self.cleaned_data.get(name) != self.OWN:
                self.add_error(f"{name}_own", _("You wrote something here. Choose “In your words” to take it."))
        if len(self.examples) < 2:
            self.add_error(None, _("One example alone cannot be merged. Look at the duplicates once more."))
        return self.cleaned_data

    def offered(self, name):
        """Return what stood in the field for words of one's own before anybody wrote there."""
        return self.initial.get(f"{name}_own", "").replace("\r\n", "\n")

    def merged(self):
        """Return what `merging.merge` takes: into, others, texts and tags."""
        given = {str(example.pk): example for example in self.examples}
        texts = {}
        for name in self.differing:
            chosen = self.cleaned_data[name]
            own = chosen == self.OWN
            texts[name] = self.cleaned_data[f"{name}_own"] if own else getattr(given[chosen], name)
        return {
            "into": self.cleaned_data["into"],
            "others": [example.pk for example in self.examples if example.pk != self.cleaned_data["into"]],
            "texts": texts,
            "tags": self.cleaned_data["tags"],
        }

    @property
    def parts(self):
        return [MergePart(self, name) for name in self.differing]

    @property
    def stay(self):
        """(example, whether it is the one that stays)."""
        return [(example, str(example.pk) == str(self["into"].value())) for example in self.examples]

    @property
    def same(self):
        """(label, text) of what is the same in all of them."""
        first = self.examples[0] if self.examples else None
        texts = [
            (self.LABELS[name], getattr(first, name)) for name in merging.TEXTS if name not in self.differing and first
        ]
        return [(label, text) for label, text in texts if text]


class MergePart:
    """One text of a merge: its choices as (id, the way from the first one's text to it, whether it is chosen)."""

    def __init__(self, form, name):
        self.name, self.label, self.own = name, form.LABELS[name], form[f"{name}_own"]
        value = str(form[name].value())
        first = getattr(form.examples[0], name)
        self.choices, seen = [], {}
        for example in form.examples:
            text = getattr(example, name)
            if text in seen and str(example.pk) != value:
                continue
            seen[text] = example.pk
            pieces = [("same", text[:COMPARED])] if text == first else differences(first[:COMPARED], text[:COMPARED])
            self.choices.append((example, pieces, str(example.pk) == value))
        self.own_chosen = value == form.OWN
