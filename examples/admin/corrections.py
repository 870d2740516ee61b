"""Small corrections in the admin: examples out to a spreadsheet, and back with a look before anything is written."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from examples import correcting, exporting, formats, gating, staging
from examples.models import Example
from examples.texts import Refused

LARGEST = 64  # MB
LOG_STEP = 500
ANYWAY = gettext_lazy("Or write a reason beside the action, and they go as they are; it is written down who did it.")
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


class CorrectionsForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or JSON, as it was exported for corrections, with its ids and versions."),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("The file is empty. Choose one with examples."),
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST * 1024 * 1024:
            words = _("The file is too large: %(most)s MB is the most. Divide it, or bring it as an import.")
            raise forms.ValidationError(words % {"most": LARGEST})
        return file


class Corrections(admin.ModelAdmin):
    """Adds to an ExampleAdmin: two actions, and the pages `corrections/` and `corrections/:token/`."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("corrections/", view(self.bring), name="examples_example_corrections"),
            path("corrections/<str:token>/", view(self.look), name="examples_example_corrections_look"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"may_correct": self.has_change_permission(request), **(extra_context or {})}
        )

    @admin.action(description=gettext_lazy("Export to correct in a spreadsheet (CSV)"), permissions=["view"])
    def correct_csv(self, request, queryset):
        return self.written(request, queryset, "csv")

    @admin.action(description=gettext_lazy("Export to correct in an editor (JSON)"), permissions=["view"])
    def correct_json(self, request, queryset):
        return self.written(request, queryset, "json")

    def written(self, request, queryset, kind):
        try:
            pieces = correcting.write(queryset, kind)
            exporting.none_waits(queryset)
            held, reason = gating.held_in(queryset), request.POST.get("reason", "").strip()
            if held.sure and not reason:
                raise exporting.HeldBack(held, f"{held.refusal} {ANYWAY}")
        except (Refused, exporting.Refusal) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return None
        gating.note(gating.ALLOW, held, request.user, "admin", f"corrections.{kind}: {reason}")
        answer = StreamingHttpResponse(pieces, content_type=MEDIA_TYPES[kind])
        answer["X-Training-Center-Findings"] = held.header()
        answer["Content-Disposition"] = f'attachment; filename="corrections.{kind}"'
        return answer

    def bring(self, request):
        """Take a file, look whether it is one of corrections, and show what it would do."""
        self.allow(request)
        form = CorrectionsForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            staged = staging.stage(form.cleaned_data["file"], owner(request))
            try:
                with staging.opened(staged) as file:
                    correcting.bring(file, dry=True)
                return redirect("admin:examples_example_corrections_look", staged.token)
            except (Refused, formats.Unreadable) as refusal:
                staged.drop()
                form.add_error("file", str(refusal))
        context = {"form": form, "title": _("Bring corrections"), "most": correcting.MOST}
        return self.page(request, "bring", context, status=400 if form.errors else 200)

    def look(self, request, token):
        """Show what a file that waits would do; posted, do it."""
        self.allow(request)
        try:
            staged = staging.find(token, {owner(request)})
            if request.method == "POST":
                return self.make(request, staged)
            with staging.opened(staged) as file:
                report = correcting.bring(file, dry=True)
        except staging.Gone:
            self.message_user(request, _("This file is no longer here. Bring it again."), messages.ERROR)
            return redirect("admin:examples_example_corrections")
        context = {"report": report, "name": staged.name, "title": _("What the corrections change")}
        return self.page(request, "look", context)

    def make(self, request, staged):
        if "cancel" in request.POST:
            staged.drop()
            return redirect("admin:examples_example_changelist")
        try:
            with staged.held() as file:
                report = correcting.bring(file, by=request.user)
                staged.drop()
        except staging.Taken:
            self.message_user(request, _("These corrections are being made just now."), messages.WARNING)
            return redirect("admin:examples_example_changelist")
        self.log(request, report.changed)
        number = len(report.changed)
        words = ngettext("%(number)s example is corrected.", "%(number)s examples are corrected.", number)
        self.message_user(request, words % {"number": f"{number:,}"}, messages.SUCCESS)
        if not report.problem_count:
            return redirect("admin:examples_example_changelist")
        context = {"report": report, "name": staged.name, "title": _("What was corrected"), "done": True}
        return self.page(request, "look", context)

    def log(self, request, ids):
        for start in range(0, len(ids), LOG_STEP):
            some = Example.everything.filter(id__in=ids[start : start + LOG_STEP]).only("id", "instruction")
            LogEntry.objects.log_actions(request.user.pk, some, CHANGE, _("Corrected by a file."))

    def allow(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied

    def page(self, request, name, context, status=200):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "back": reverse("admin:examples_example_changelist"),
            **context,
        }
        return TemplateResponse(request, f"admin/examples/example/corrections_{name}.html", context, status=status)


def owner(request):
    """Its own word, so that the training page does not offer the file as an import."""
    return f"corrections of {request.user.pk}"
