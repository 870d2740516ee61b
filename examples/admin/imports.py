"""Imports in the admin: each with the rows that did not become examples."""

from django.contrib import admin, messages
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from examples.admin.lists import ReadOnlyAdmin
from examples.models import Import

SHOWN, BEGINNING = 200, 500


def first_problems(report):
    """Return the first SHOWN Problems with the beginnings of their texts; their ids are in the order of the rows."""
    brief = {f"{name}_beginning": Left(name, BEGINNING) for name in ("message", "item")}
    return report.problems.annotate(**brief, size=Length("item")).defer("message", "item").order_by("id")[:SHOWN]


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    list_display = (
        "id",
        "called",
        "format",
        "rows",
        "added",
        "repeated",
        "problem_count",
        "by",
        "started_at",
        "undone_at",
    )
    list_display_links = ("id", "called")
    list_filter = ("format",)
    sortable_by = ("id", "rows", "added", "problem_count")
    search_fields = ("name",)
    search_help_text = _("A part of the file’s name.")
    date_hierarchy = "started_at"
    actions = ("undo",)
    change_form_template = "admin/examples/import/change_form.html"

    def get_queryset(self, request):
        return Import.objects.finished()

    def in_brief(self, queryset):
        return queryset.select_related("by")

    def get_fields(self, request, obj=None):
        return ["examples_of_it", *(field.name for field in Import._meta.fields)]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        report = self.get_object(request, object_id)
        context = {"problems": first_problems(report) if report else [], **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=_("Name"))
    def called(self, report):
        return format_html("<bdi>{}</bdi>", report.name)

    @admin.display(description=_("Its examples"))
    def examples_of_it(self, report):
        address = f"{reverse('admin:examples_example_changelist')}?source={report.pk}"
        return format_html('<a href="{}">{}</a>', address, _("Show them"))

    def has_undo_permission(self, request):
        return request.user.has_perm("examples.change_import")

    @admin.action(description=_("Undo: move the examples of these imports to the trash"), permissions=["undo"])
    def undo(self, request, queryset):
        moved = sum(report.undo() for report in queryset)
        words = ngettext("%(number)s example is in the trash now.", "%(number)s examples are in the trash now.", moved)
        self.message_user(request, words % {"number": f"{moved:,}"}, messages.SUCCESS)
