"""Examples and imports in the Django admin: for looking closely and for bulk work."""

from django import forms
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.functional import cached_property

from examples import exporting, formats
from examples.api import attachment
from examples.models import Example, Import, Problem
from examples.texts import Refused


class QuickPaginator(Paginator):
    """Counts up to a limit: an exact count under a filter reads every row, and nobody turns to page 2,000."""

    MOST = 10_000

    @cached_property
    def count(self):
        return self.object_list.order_by()[: self.MOST].count()


class InTrash(admin.SimpleListFilter):
    title = "trash"
    parameter_name = "trash"

    def lookups(self, request, model_admin):
        return [("yes", "In the trash")]

    def queryset(self, request, queryset):
        in_trash = self.value() == "yes"
        return queryset.filter(removed_at__isnull=not in_trash)


class WithContext(admin.SimpleListFilter):
    title = "context"
    parameter_name = "with_context"

    def lookups(self, request, model_admin):
        return [("yes", "With context"), ("no", "Without context")]

    def queryset(self, request, queryset):
        return queryset.matching({"with_context": {"yes": True, "no": False}.get(self.value())})


class ExactForm(forms.ModelForm):
    """Texts as they are typed, refused as everywhere else."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.strip = False

    def clean(self):
        values = {
            name: text.replace("\r\n", "\n") if isinstance(text, str) else text
            for name, text in self.cleaned_data.items()
        }
        try:
            if not self.errors:
                Example(**values).vet()
                values["history"] = formats.read_history(values.get("history"))
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return values


@admin.register(Example)
class ExampleAdmin(admin.ModelAdmin):
    list_display = ("id", "question", "status", "response_length", "tags", "source", "created_at", "in_trash")
    list_display_links = ("id", "question")
    list_filter = ("status", InTrash, WithContext, "trainable", "shape")
    list_select_related = ("source",)
    list_per_page = 50
    show_full_result_count = False
    paginator = QuickPaginator
    search_fields = ("instruction",)
    search_help_text = "Words, or beginnings of words, anywhere in an example."
    ordering = ("-id",)
    actions = (
        "approve",
        "reject",
        "move_to_trash",
        "restore",
        *(f"export_{name}" for name in ("jsonl", "alpaca", "chat")),
    )
    fields = (
        "instruction", "context", "response", "system", "history", "extra", "tags", "status", "note", "trainable",
        "reviewer", "reviewed_at", "source", "row", "shape", "fingerprint", "created_at", "updated_at", "removed_at",
    )  # fmt: skip
    readonly_fields = (
        "reviewer", "reviewed_at", "source", "row", "shape", "fingerprint", "created_at", "updated_at", "removed_at",
    )  # fmt: skip

    def get_queryset(self, request):
        return Example.everything.settled().order_by("-id")

    def get_search_results(self, request, queryset, search_term):
        return queryset.with_words(search_term), False

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **{**kwargs, "form": ExactForm})

    def save_model(self, request, obj, form, change):
        if change:
            obj.edit(**{name: getattr(obj, name) for name in form.changed_data})
        else:
            obj.add()
        if "status" in form.changed_data:
            obj.review(obj.status, request.user, obj.note)

    def delete_model(self, request, obj):
        obj.remove()

    def delete_queryset(self, request, queryset):
        queryset.remove()

    def has_delete_permission(self, request, obj=None):
        return False  # the trash takes them: see move_to_trash

    @admin.display(description="Instruction")
    def question(self, example):
        return example.instruction[:120]

    @admin.display(boolean=True, description="In the trash")
    def in_trash(self, example):
        return example.removed_at is not None

    @admin.action(description="Approve")
    def approve(self, request, queryset):
        self.done(request, queryset.approve(by=request.user), "approved")

    @admin.action(description="Reject")
    def reject(self, request, queryset):
        self.done(request, queryset.reject(by=request.user), "rejected")

    @admin.action(description="Move to the trash")
    def move_to_trash(self, request, queryset):
        self.done(request, queryset.remove(), "moved to the trash")

    @admin.action(description="Restore from the trash")
    def restore(self, request, queryset):
        self.done(request, queryset.restore(), "restored")

    @admin.action(description="Export as JSONL")
    def export_jsonl(self, request, queryset):
        return self.export(request, queryset, "jsonl")

    @admin.action(description="Export as Alpaca")
    def export_alpaca(self, request, queryset):
        return self.export(request, queryset, "alpaca")

    @admin.action(description="Export as Chat")
    def export_chat(self, request, queryset):
        return self.export(request, queryset, "chat")

    def export(self, request, queryset, name):
        try:
            return attachment(exporting.Export(formats.named(name), queryset.not_rejected().to_train_on()))
        except exporting.Refusal as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect(request.get_full_path())

    def done(self, request, number, verb):
        self.message_user(request, f"{number:,} examples {verb}.", messages.SUCCESS)


class ProblemInline(admin.TabularInline):
    model = Problem
    fields = readonly_fields = ("row", "message", "item")
    extra = 0
    can_delete = False
    max_num = 0
    verbose_name_plural = "problems (the first 200)"

    def get_queryset(self, request):
        first = super().get_queryset(request).filter(source_id=request.resolver_match.kwargs.get("object_id"))[:200]
        return super().get_queryset(request).filter(pk__in=list(first.values_list("pk", flat=True)))


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    list_display = (
        "id",
        "name",
        "format",
        "rows",
        "added",
        "repeated",
        "problem_count",
        "by",
        "started_at",
        "undone_at",
    )
    list_display_links = ("id", "name")
    list_filter = ("format", "started_at")
    list_select_related = ("by",)
    search_fields = ("name",)
    actions = ("undo",)
    inlines = (ProblemInline,)

    def get_queryset(self, request):
        return Import.objects.finished()

    def get_readonly_fields(self, request, obj=None):
        return [field.name for field in Import._meta.fields]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description="Undo: move the examples of these imports to the trash")
    def undo(self, request, queryset):
        moved = sum(report.undo() for report in queryset)
        self.message_user(request, f"{moved:,} examples moved to the trash.", messages.SUCCESS)
