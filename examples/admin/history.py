"""What happened to examples, and who is to look at which: to be read, never to be changed."""

from django.contrib import admin
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Cast, Left, Length
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from examples.admin.filters import Typed
from examples.admin.lists import ReadOnlyAdmin
from examples.models import Assignment, Event

SHOWN, BEGINNING = 50, 300
LARGEST_CHANGE = 50_000  # characters of JSON; an edit of longer texts is told without them


def in_brief(events):
    """Return events with the beginnings of their notes, and what an edit changed unless that is large."""
    small = Q(size__lte=LARGEST_CHANGE)
    return (
        events.annotate(size=Length(Cast("changes", models.TextField())), note_beginning=Left("note", BEGINNING))
        .annotate(small=Case(When(small, then=F("changes")), default=Value(None), output_field=models.JSONField()))
        .defer("changes", "note")
        .select_related("by")
    )


def latest(example_id):
    """Return the last SHOWN events of an example, the latest first, each with `parts`: what stood there before."""
    events = list(in_brief(Event.objects.filter(example_id=example_id)).order_by("-id")[:SHOWN])
    for event in events:
        event.parts = parts(event)
    return events


def parts(event):
    """Return (field, beginning of what stood there) of an edit."""
    if event.kind != Event.Kind.EDITED:
        return []
    if event.small is None:
        return [("", _("Long texts; the page of the example has what stood there."))]
    return [(name, shortened(value)) for name, value in event.small.items()]


def shortened(value):
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= BEGINNING else f"{text[:BEGINNING]}…"


def link_to(example_id):
    return format_html('<a href="{}">{}</a>', reverse("admin:examples_example_change", args=[example_id]), example_id)


class Who(Typed):
    """By the name of an account, typed: there may be many."""

    title, parameter_name, label = _("account"), "by", _("Name of an account")
    path = "by__username"

    def narrowed(self, queryset, text):
        return queryset.filter(**{self.path: text})


class Whom(Who):
    parameter_name, path = "to", "to__username"


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "by", "of", "note_begins")
    list_filter = ("kind", Who)
    sortable_by = ()
    fields = readonly_fields = ("at", "kind", "of", "by", "before", "note", "stood_before")
    date_hierarchy = "at"

    def get_queryset(self, request):
        return Event.objects.order_by("-id")

    def in_brief(self, queryset):
        return in_brief(queryset)

    @admin.display(description=_("Example"))
    def of(self, event):
        return link_to(event.example_id)

    @admin.display(description=_("Note"))
    def note_begins(self, event):
        return format_html("<bdi>{}</bdi>", event.note_beginning)

    @admin.display(description=_("What stood there before"))
    def stood_before(self, event):
        return str(event.changes)[:100_000] if event.changes else "-"


@admin.register(Assignment)
class AssignmentAdmin(ReadOnlyAdmin):
    list_display = ("at", "to", "of")
    list_display_links = ("at",)
    list_filter = (Whom,)
    sortable_by = ()
    fields = readonly_fields = ("of", "to", "at")

    def in_brief(self, queryset):
        return queryset.select_related("to")

    @admin.display(description=_("Example"))
    def of(self, assignment):
        return link_to(assignment.example_id)
