"""Findings in the admin: looked through, overruled with a reason and taken back; and what left in spite of them."""

from django.contrib import admin, messages
from django.db.models.functions import Left
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from examples import checks, findings
from examples.admin.form import ActionForm
from examples.admin.history import link_to
from examples.admin.lists import ReadOnlyAdmin
from examples.models import Release, StoredFinding

BEGINNING = 300
MOST = 1_000  # overruled at once, each with its event


class OfCheck(admin.SimpleListFilter):
    title, parameter_name = _("check"), "check"

    def lookups(self, request, model_admin):
        return [(name, check.title) for name, check in checks.every().items()]

    def queryset(self, request, queryset):
        return queryset.filter(check_name=self.value()) if self.value() else queryset


class Severity(admin.SimpleListFilter):
    title, parameter_name = _("severity"), "severity"

    def lookups(self, request, model_admin):
        return list(checks.SEVERITY_WORDS.items())

    def queryset(self, request, queryset):
        names = [name for name, check in checks.every().items() if check.severity == self.value()]
        return queryset.filter(check_name__in=names) if self.value() else queryset


class Tier(admin.SimpleListFilter):
    title, parameter_name = _("certainty"), "tier"

    def lookups(self, request, model_admin):
        return list(checks.TIERS.items())

    def queryset(self, request, queryset):
        return queryset.filter(tier=self.value()) if self.value() else queryset


class Overruled(admin.SimpleListFilter):
    title, parameter_name = _("overruled"), "overruled"

    def lookups(self, request, model_admin):
        return [("yes", _("Overruled")), ("no", _("Open"))]

    def queryset(self, request, queryset):
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(overruled_at__isnull=self.value() == "no")


@admin.register(StoredFinding)
class FindingAdmin(ReadOnlyAdmin):
    action_form = ActionForm
    list_display = ("of", "found_by", "severity", "tier", "kind", "field", "overruled_at", "overruled_by")
    list_display_links = ("found_by",)
    list_filter = (OfCheck, Severity, Tier, Overruled)
    sortable_by = ()
    actions = ("overrule", "revive")
    fields = readonly_fields = (
        "of", "found_by", "severity", "says", "tier", "kind", "field", "start", "end", "version",
        "overruled_at", "overruled_by", "overruled_because",
    )  # fmt: skip

    def in_brief(self, queryset):
        because = Left("overruled_because", BEGINNING)
        return queryset.annotate(because=because).defer("overruled_because").select_related("overruled_by")

    @admin.display(description=_("Example"))
    def of(self, finding):
        return link_to(finding.example_id)

    @admin.display(description=_("Check"))
    def found_by(self, finding):
        known = checks.every().get(finding.check_name)
        return known.title if known else finding.check_name

    @admin.display(description=_("Severity"))
    def severity(self, finding):
        known = checks.every().get(finding.check_name)
        return known.severity_word if known else "-"

    @admin.display(description=_("What it says"))
    def says(self, finding):
        if finding.check_name not in checks.every() or not findings.is_known(finding):
            return "-"
        told = findings.finding_of(finding)
        return format_html("<bdi>{} {}</bdi>", told.message, told.remedy)

    def has_overrule_permission(self, request):
        return request.user.has_perm("examples.change_storedfinding")

    @admin.action(description=_("Overrule, for the reason beside"), permissions=["overrule"])
    def overrule(self, request, queryset):
        self.against(request, queryset.open(), lambda one: findings.overrule(
            one.example, one.key, request.POST.get("reason", ""), request.user
        ))  # fmt: skip

    @admin.action(description=_("Take the overruling back"), permissions=["overrule"])
    def revive(self, request, queryset):
        kept = queryset.filter(overruled_at__isnull=False)
        self.against(request, kept, lambda one: findings.revive(one.example, one.key, request.user))

    def against(self, request, queryset, change):
        """Change these one by one; one that went with another of the same words is done already."""
        rows = list(queryset.select_related("example").order_by("id")[: MOST + 1])
        if len(rows) > MOST:
            words = _("More than %(most)s findings are chosen. Choose fewer: each gets its line in the history.")
            self.message_user(request, words % {"most": f"{MOST:,}"}, messages.ERROR)
            return
        changed = 0
        for row in rows:
            try:
                changed += change(row)
            except findings.NoSuchFinding:
                continue
            except findings.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
                return
        words = ngettext("%(number)s finding changed.", "%(number)s findings changed.", changed)
        self.message_user(request, words % {"number": f"{changed:,}"}, messages.SUCCESS)


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    list_display = ("at", "what", "how", "sure", "maybe", "by", "way")
    list_filter = ("how",)
    sortable_by = ()
    fields = readonly_fields = ("at", "what", "how", "sure", "maybe", "by", "way")
    date_hierarchy = "at"

    def in_brief(self, queryset):
        return queryset.select_related("by")
