"""Lists of the admin that are as quick with a million rows as with ten."""

from datetime import date

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import InvalidPage, Paginator
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

# Rows that a list leads to: an exact count under a filter reads every row, and nobody turns to page 40.
MOST = 2_000


class QuickList(ChangeList):
    """Asks for the ids that fit once, MOST at most, and then for the rows of one page, with the beginnings of their
    texts alone."""

    def get_results(self, request):
        ids = list(self.queryset.values_list("pk", flat=True)[: MOST + 1])
        self.has_more, ids = len(ids) > MOST, ids[:MOST]
        self.paginator = Paginator(ids, self.list_per_page)
        try:
            wanted = self.paginator.page(self.page_num).object_list
        except InvalidPage:
            raise IncorrectLookupParameters from None
        found = {row.pk: row for row in self.model_admin.in_brief(self.model._base_manager.filter(pk__in=wanted))}
        self.result_list = [found[pk] for pk in wanted if pk in found]
        self.result_count, self.full_result_count = len(ids), None
        self.show_full_result_count, self.can_show_all = False, False
        self.show_admin_actions = bool(ids)
        self.multi_page = len(ids) > self.list_per_page

    @property
    def counted(self):
        """How many rows fit, in words."""
        return _("more than %(number)s") % {"number": f"{MOST:,}"} if self.has_more else f"{self.result_count:,}"

    @cached_property
    def dates(self):
        """What the row of dates above the list shows. Every year, month and day between the first and the last row is
        offered, whether something is there or not: to know would be to read all of them."""
        name = self.date_hierarchy
        year, month, day = (whole(self.params.get(f"{name}__{part}")) for part in ("year", "month", "day"))

        def link(**parts):
            new = {f"{name}__{part}": value for part, value in parts.items()}
            return self.get_query_string(new, [f"{name}__"])

        everything = {"link": link(), "title": _("All dates")}
        if year and month:
            title = date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
            whole_month = {"link": link(year=year, month=month), "title": title}
            if day:
                title = date_format(date(year, month, day), "MONTH_DAY_FORMAT")
                return {"show": True, "back": whole_month, "choices": [{"title": title}]}
        first, last = self.ends
        if first is None:
            return {"show": False}
        if year and month:
            days = [date(year, month, number) for number in range(1, days_of(year, month) + 1)]
            back = {"link": link(year=year), "title": year}
            choices = [
                {"link": link(year=year, month=month, day=one.day), "title": date_format(one, "MONTH_DAY_FORMAT")}
                for one in days
                if first <= one <= last
            ]
        elif year:
            back = everything
            choices = [
                {"link": link(year=year, month=number), "title": MONTHS[number].capitalize()}
                for number in range(1, 13)
                if (first.year, first.month) <= (year, number) <= (last.year, last.month)
            ]
        else:
            back = None
            choices = [{"link": link(year=one), "title": one} for one in range(first.year, last.year + 1)]
        return {"show": True, "back": back, "choices": choices}

    @property
    def ends(self):
        """The days of the first and the last row, found by an index and not by the list's filters."""
        name = self.date_hierarchy
        times = self.model_admin.to_date_by(self.params).order_by().values_list(name, flat=True)
        first, last = times.order_by(name)[:1], times.order_by(f"-{name}")[:1]
        return tuple(
            timezone.localtime(at).date() if at else None for at in (next(iter(first), None), next(iter(last), None))
        )


def whole(text):
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4 else None


def days_of(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


class QuickAdmin(admin.ModelAdmin):
    """A ModelAdmin with a QuickList. `in_brief` says what a row of the list needs; rows go to the trash or stay."""

    ordering = ("-pk",)
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/examples/change_list.html"

    def in_brief(self, queryset):
        return queryset

    def to_date_by(self, params):
        """Return the rows whose first and last date bound the row of dates."""
        return self.get_queryset(None)

    def get_changelist(self, request, **kwargs):
        return QuickList

    def changelist_view(self, request, extra_context=None):
        answer = super().changelist_view(request, extra_context)
        context = getattr(answer, "context_data", None) or {}
        listing = context.get("cl")
        if listing is not None:
            context["selection_note_all"] = _("All that fit are chosen: %(number)s") % {"number": listing.counted}
        return answer

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyAdmin(QuickAdmin):
    """For looking: nothing is added or changed here."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
