"""Examples in the admin: the list with its filters and actions, and the form of one."""

from functools import partial

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models
from django.db.models.functions import Left
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from examples import exporting, findings, formats
from examples.admin.corrections import Corrections
from examples.admin.filters import AnswerLength, Finding, FromImport, InTrash, Tag, TokenLimit, WithContext
from examples.admin.form import BEGINNINGS, EDITABLE, ActionForm, ExactForm, Kept, too_long
from examples.admin.history import latest
from examples.admin.lists import QuickAdmin
from examples.api import attachment
from examples.forms import TagForm
from examples.models import Example, Status
from examples.texts import Refused

BEGINNING = 120  # characters of a text in the list
LONGEST_REASON = 2000
SHOWN = 60  # findings on the page of an example
REVIEW = ("status", "note", "reviewer", "reviewed_at")
ORIGIN = (
    "source", "row", "shape", "fingerprint", "lengths", "created_at", "updated_at", "removed_at",
)  # fmt: skip


@admin.register(Example)
class ExampleAdmin(Corrections, QuickAdmin):
    form, action_form = ExactForm, ActionForm
    formfield_overrides = {models.TextField: {"form_class": Kept}}
    list_display = ("id", "question", "status", "length", "words", "origin", "created_at")
    list_display_links = ("id", "question")
    list_filter = (
        "status", InTrash, Tag, FromImport, Finding, WithContext, AnswerLength, TokenLimit, "trainable", "shape",
    )  # fmt: skip
    sortable_by = ("id", "length")
    search_fields = ("instruction",)  # only that there is a search: `get_search_results` asks the word index
    search_help_text = gettext_lazy("Words, or beginnings of words, anywhere in an example.")
    date_hierarchy = "created_at"
    actions = ("approve", "reject", "reopen", "tag", "untag", "move_to_trash", "restore", "correct_csv", "correct_json")
    readonly_fields = ("reviewer", "reviewed_at", *ORIGIN)
    change_form_template = "admin/examples/example/change_form.html"

    # The list

    def get_queryset(self, request):
        return Example.everything.settled().order_by("-id")

    def get_search_results(self, request, queryset, search_term):
        return queryset.with_words(search_term), False

    def in_brief(self, queryset):
        """Beginnings of texts alone: a list of fifty has no use for fifty megabytes."""
        brief = {f"{name}_beginning": Left(name, BEGINNING) for name in ("instruction", "tags")}
        whole = ("instruction", "context", "response", "system", "history", "extra", "tags", "note")
        return queryset.annotate(**brief).defer(*whole).select_related("source")

    def to_date_by(self, params):
        return Example.everything.in_trash() if params.get("trash") == "yes" else Example.objects.all()

    def action_checkbox(self, example):
        """Django's own has the example's whole text as its label."""
        label = _("Choose example %(id)s") % {"id": example.pk}
        box = forms.CheckboxInput({"class": "action-select", "aria-label": label}, lambda value: False)
        return box.render(ACTION_CHECKBOX_NAME, str(example.pk))

    @admin.display(description=gettext_lazy("Instruction"))
    def question(self, example):
        return format_html("<bdi>{}</bdi>", beginning(example.instruction_beginning) or "-")

    @admin.display(description=gettext_lazy("Tags"))
    def words(self, example):
        return format_html("<bdi>{}</bdi>", beginning(example.tags_beginning))

    @admin.display(description=gettext_lazy("Answer"), ordering="response_length")
    def length(self, example):
        return f"{example.response_length:,}"

    @admin.display(description=gettext_lazy("Import"))
    def origin(self, example):
        return format_html("<bdi>{}</bdi>", example.source.name[:60]) if example.source else "-"

    # One example

    def get_object(self, request, object_id, from_field=None):
        """Held until it is saved, so that of two who save at one moment the second is told."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST":
            return found
        return Example.everything.select_for_update().get(pk=found.pk)

    def get_fieldsets(self, request, obj=None):
        long = [name for name in BEGINNINGS if obj is not None and too_long(obj, name)]
        texts, review = (
            [BEGINNINGS[name] if name in long else name for name in names]
            for names in ((*EDITABLE,), REVIEW if obj else ("status", "note"))
        )
        if obj is None or self.has_change_permission(request, obj):
            texts.append("etag")
        sets = [(None, {"fields": texts}), (gettext_lazy("Review"), {"fields": review})]
        return [*sets, (gettext_lazy("Where it comes from"), {"fields": ORIGIN})] if obj else sets

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, *BEGINNINGS.values())

    def view_on_site(self, example):
        return reverse("example", args=[example.pk])

    def change_view(self, request, object_id, form_url="", extra_context=None):
        pk = int(object_id) if object_id.isascii() and object_id.isdigit() and len(object_id) < 19 else 0
        example = Example.everything.filter(pk=pk).first() if request.method == "GET" else None
        context = {
            "events": latest(pk) if pk else [],
            "findings": findings.findings_of(example)[:SHOWN] if example else [],
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=gettext_lazy("Characters"))
    def lengths(self, example):
        values = {
            "asked": example.instruction_length,
            "context": example.context_length,
            "answer": example.response_length,
        }
        words = _("Question %(asked)s, context %(context)s, answer %(answer)s")
        return words % {name: f"{number:,}" for name, number in values.items()}

    def save_model(self, request, obj, form, change):
        status, note = form.cleaned_data.get("status", obj.status), obj.note
        judged = {"status", "note"} & set(form.changed_data)
        if change:
            values = {name: form.cleaned_data[name] for name in form.changed_data if name in EDITABLE}
            if values:
                Example.everything.get(pk=obj.pk).edit(by=request.user, **values)
        else:
            obj.status, obj.note = Status.NEW, ""
            obj.add(by=request.user)
            judged = status != Status.NEW or note
        if judged:
            saved = Example.everything.get(pk=obj.pk)
            saved.judge(status, request.user, note)
            if status != saved.status:
                self.message_user(request, _("Your approval is kept. A second person’s is needed."), messages.WARNING)

    # Many examples

    def get_actions(self, request):
        """What is in the trash can come back, and nothing else; what is not can go out in every format."""
        found = super().get_actions(request)
        if request.GET.get("trash") == "yes":
            return {name: found[name] for name in ("restore",) if name in found}
        found.pop("restore", None)
        for format in formats.every().values():
            name = f"export_{format.name}"
            found[name] = (partial(export, format), name, _("Export as %(format)s") % {"format": format.title})
        return found

    @admin.action(description=gettext_lazy("Approve"), permissions=["change"])
    def approve(self, request, queryset):
        try:
            number = queryset.approve(by=request.user)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return
        self.say(
            request, ngettext("%(number)s example is approved.", "%(number)s examples are approved.", number), number
        )
        waiting = queryset.exclude(status=Status.APPROVED).count() if settings.SECOND_APPROVER else 0
        if waiting:
            words = ngettext(
                "%(number)s example has your approval and waits for a second person’s.",
                "%(number)s examples have your approval and wait for a second person’s.",
                waiting,
            )
            self.say(request, words, waiting, messages.WARNING)

    @admin.action(description=gettext_lazy("Reject, for the reason beside"), permissions=["change"])
    def reject(self, request, queryset):
        number = queryset.reject(by=request.user, note=request.POST.get("reason", "").strip()[:LONGEST_REASON])
        self.say(
            request, ngettext("%(number)s example is rejected.", "%(number)s examples are rejected.", number), number
        )

    @admin.action(description=gettext_lazy("Take the verdict back: new again"), permissions=["change"])
    def reopen(self, request, queryset):
        number = queryset.review(Status.NEW, request.user)
        self.say(
            request, ngettext("%(number)s example is new again.", "%(number)s examples are new again.", number), number
        )

    @admin.action(description=gettext_lazy("Add the tag beside"), permissions=["change"])
    def tag(self, request, queryset):
        self.retag(request, queryset.tag)

    @admin.action(description=gettext_lazy("Take away the tag beside"), permissions=["change"])
    def untag(self, request, queryset):
        self.retag(request, queryset.untag)

    def retag(self, request, verb):
        form = TagForm(request.POST)
        if not form.is_valid():
            self.message_user(request, form.sentence(), messages.ERROR)
            return
        number = verb(form.cleaned_data["tag"])
        words = ngettext("The tags of %(number)s example changed.", "The tags of %(number)s examples changed.", number)
        self.say(request, words, number)

    @admin.action(description=gettext_lazy("Move to the trash"), permissions=["change"])
    def move_to_trash(self, request, queryset):
        number = queryset.remove()
        words = ngettext("%(number)s example is in the trash now.", "%(number)s examples are in the trash now.", number)
        self.say(request, words, number)

    @admin.action(description=gettext_lazy("Restore from the trash"), permissions=["change"])
    def restore(self, request, queryset):
        number = queryset.restore()
        self.say(request, ngettext("%(number)s example is back.", "%(number)s examples are back.", number), number)

    def say(self, request, words, number, level=messages.SUCCESS):
        self.message_user(request, words % {"number": f"{number:,}"}, level)


def export(format, model_admin, request, queryset):
    """All of the chosen but, unless a filter asks for them, the rejected and what is not to be trained on."""
    chosen = queryset
    if not format.keeps_all:
        chosen = chosen if "status__exact" in request.GET else chosen.not_rejected()
        chosen = chosen if "trainable__exact" in request.GET else chosen.to_train_on()
    try:
        return attachment(exporting.Export(format, chosen), request.user, "admin")
    except exporting.Refusal as refusal:
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return redirect(request.get_full_path())


def beginning(text):
    return text if len(text) < BEGINNING else f"{text}…"
