"""Bringing files by the page: upload, look, import. Nothing is saved before the last step."""

import json
import secrets

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from examples import formats, importing, previewing, staging
from examples.forms import FileForm, ReadingForm
from examples.views.listing import TEXTS, Part, counted, posted
from examples.views.reports import nothing_came
from examples.views.training import again
from trainingcenter.access import who

BEGINNING = 600  # characters of a text or an item that waits
REFUSALS_SHOWN = 20
COUNTED_AT_ONCE = 100 * 1024 * 1024  # bytes: all rows of a larger file are counted when somebody asks


def owners(request):
    """Return the names under which files of this person wait: their account, and this browser."""
    names = [f"browser-{request.session['bringing']}"] if "bringing" in request.session else []
    return [f"account-{request.user.pk}", *names] if request.user.is_authenticated else names


def owner(request):
    if not request.user.is_authenticated and "bringing" not in request.session:
        request.session["bringing"] = secrets.token_hex(16)
    return owners(request)[0]


def mine(request, token):
    try:
        return staging.find(token, owners(request))
    except staging.Gone:
        raise Http404 from None


@posted
def upload(request):
    """Let files wait and lead to the look at them. Those that cannot hold examples are refused, each with why."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        if request.htmx:
            context = {"file_form": form, "max_upload_mb": settings.MAX_UPLOAD_MB}
            return render(request, "examples/_bring.html", context, status=400)
        form.fields["file"].widget.attrs["autofocus"] = True
        return again(request, file_form=form)
    for file in form.good:
        staging.stage(file, owner(request))
    for sentence in form.refused[:REFUSALS_SHOWN]:
        messages.error(request, sentence)
    return led(request, reverse("preview"))


def led(request, address):
    """Lead to another page, from a whole page or from a part."""
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


# The look


@require_safe
def preview(request):
    """All files of this person that wait."""
    return all_waiting(request)


def all_waiting(request, status=200, shown=None):
    """Answer with the page of the files that wait; `shown` is a Shown to use for its file."""
    waiting = staging.waiting(owners(request))
    rows = max(previewing.ROWS // 10, previewing.ROWS // max(1, len(waiting)))
    files = []
    for staged in waiting:
        if shown and shown.staged.token == staged.token:
            files.append(shown)
        else:
            files += filter(None, [looked(staged, rows)])
    context = {"files": files, "max_upload_mb": settings.MAX_UPLOAD_MB, **all_of([one.staged for one in files])}
    return render(request, "examples/preview.html", context, status=status)


def all_of(waiting):
    """Return what the bar for all files says. A file that was brought twice gives its examples once."""
    once = {same_as(staged): staged.counts.get("good", 0) for staged in waiting}
    good = sum(once.values())
    return {
        "several": len(waiting) > 1,
        "all_good": good,
        "all_whole": all(staged.counts.get("whole") for staged in waiting),
        "run": secrets.token_hex(16),
    }


def same_as(staged):
    """Return what two files have in common whose examples are the same, and come in once."""
    asked = previewing.as_brought(staged.asked)
    if asked["keep_repeats"] or not staged.sha256:
        return staged.token
    return json.dumps([staged.sha256, asked])


class Shown:
    """A file that waits as the page shows it: what the look found, and the form to read it otherwise."""

    def __init__(self, staged, preview, why=""):
        self.staged, self.preview, self.why = staged, preview, why
        self.form = ReadingForm(preview, staged.token)
        self.counts = staged.counts
        self.refused = preview.refused or staged.counts.get("refused", "")
        self.examples = [in_brief(example) for example in preview.examples]
        self.problems = preview.problems
        for problem in self.problems:
            problem.beginning, problem.more = problem.item[:BEGINNING], len(problem.item) > BEGINNING

    @property
    def unfolded(self):
        """Whether the page shows at once how the file is read."""
        asked = self.preview.asked
        said = asked.get("format") or asked.get("encoding") or asked.get("mapping") or asked.get("keep_repeats")
        return bool(said or self.preview.guessed or self.preview.encoding_guessed or self.none_good)

    @property
    def rows(self):
        return sum(self.counts.get(name, 0) for name in ("good", "repeated", "unreadable"))

    @property
    def counts_now(self):
        """Whether the page counts the other rows by itself."""
        return not self.counts.get("whole") and self.staged.size <= COUNTED_AT_ONCE and not self.refused

    @property
    def none_good(self):
        return bool(self.refused) or (self.counts.get("whole") and not self.counts.get("good"))


def in_brief(example):
    example.parts = [
        Part(label, getattr(example, name)[:BEGINNING], len(getattr(example, name))) for name, label in TEXTS.items()
    ]
    return example


def looked(staged, rows=previewing.ROWS, why=""):
    """Look at a file and keep the counts; None where it is gone meanwhile."""
    try:
        with staging.opened(staged) as file:
            preview = previewing.look(file, staged.asked, rows)
    except staging.Gone:
        return None
    known = staged.counts if staged.counts.get("asked") == preview.asked and staged.counts.get("whole") else {}
    staged.asked, staged.header, staged.sha256 = preview.asked, preview.columns.header, preview.sha256
    staged.counts = known if known and not preview.refused else {**preview.counts, "asked": preview.asked}
    staged.save()
    return Shown(staged, preview, why)


def reading_form(request, staged):
    """Return the posted form on how to read a file. Raises Gone."""
    asked = {name: request.POST.get(name, "") for name in ("format", "encoding")}
    with staging.opened(staged) as file:
        first = previewing.look_once(file, {**asked, "mapping": {}}, rows=1)
    return ReadingForm(first, staged.token, request.POST)


@require_http_methods(["GET", "HEAD", "POST"])
def look(request, token):
    """Read a file that waits in another way, and look again. For htmx its part of the page."""
    staged = mine(request, token)
    if request.method != "POST":
        return redirect(f"{reverse('preview')}#file-{token}")
    why = ""
    try:
        form = reading_form(request, staged)
        if form.is_valid():
            take(staged, form)
        else:
            why = form.sentence()
    except staging.Gone:
        raise Http404 from None
    return panel(request, staged, why, 400 if why else 200)


def take(staged, form):
    """Note how the file is asked to be read. Return whether that is new."""
    asked = form.asked()
    if asked["mapping"] is None:  # no columns to choose from: what was chosen before may fit again
        asked["mapping"] = staged.asked.get("mapping")
    before = {name: staged.asked.get(name) or "" for name in asked}
    new = {name: value or "" for name, value in asked.items()} != before
    if new:
        staged.asked, staged.counts = asked, {}
        staged.save()
    return new


def panel(request, staged, why="", status=200, part="examples/_preview_swapped.html"):
    """Answer with one file anew: for htmx with a part of the page, else with the page."""
    shown = looked(staged, why=why)
    if shown is None:
        raise Http404
    if not request.htmx:
        return all_waiting(request, status, shown) if why else redirect(f"{reverse('preview')}#file-{staged.token}")
    context = {"file": shown, "swapped": True, **all_of(staging.waiting(owners(request)))}
    return render(request, part, context, status=status)


@posted
def count(request, token):
    """Count all rows of a file that waits. For htmx its numbers and buttons."""
    staged = mine(request, token)
    asked = staged.asked
    try:
        with staging.opened(staged) as file, staging.Progress(token, staged.owner, staged.size) as progress:
            counts = previewing.count(file, staged.name, asked, progress)
    except staging.Gone:
        raise Http404 from None
    except formats.Unreadable as error:
        counts = {"whole": True, "refused": str(error)}
    fresh = staging.read(token)
    if fresh and fresh.asked == asked:  # else somebody reads it in another way by now
        fresh.counts = {**counts, "asked": asked}
        fresh.save()
    staged = fresh or staged
    if "refused" in staged.counts:
        answer = panel(request, staged, staged.counts["refused"], 400)
        answer["HX-Retarget"] = f"#file-{token}"
        return answer
    if request.htmx.target == f"counts-{token}":
        return panel(request, staged, part="examples/_preview_counted.html")
    return panel(request, staged)


# The import


@posted
def bring(request, token):
    """Import one file as it was looked at, and lead to its report."""
    staged = mine(request, token)
    if staged.report:
        return led(request, reverse("import-report", args=[staged.report]))
    try:
        if "format" in request.POST:  # else as it was looked at
            form = reading_form(request, staged)
            if not form.is_valid():
                return panel(request, staged, form.sentence(), 400)
            if take(staged, form):
                return panel(request, staged, _("You changed how the file is read. Look at it, then import it."), 409)
        with staging.Progress(token, staged.owner, staged.size) as progress:
            report = imported(request, staged, progress)
    except staging.Gone:
        return already(request, token)
    except importing.Nothing as nothing:
        return nothing_came(request, nothing, looked(staged), **all_of([staged]))
    except (formats.Unreadable, importing.Busy, staging.Taken) as error:
        return panel(request, staged, why_not(error), 400 if isinstance(error, formats.Unreadable) else 409)
    return led(request, reverse("import-report", args=[report.pk]))


def imported(request, staged, progress):
    """Import a file that waits, and let it go. Return the Import."""
    with staged.held() as file:
        asked = previewing.as_brought(staged.asked)
        report = importing.bring(file, staged.name, by=who(request), progress=progress, **asked)
        if report.format == "csv":
            report.header = staged.header
            report.save(update_fields=["header"])
        staged.imported(report.pk)
    return report


def already(request, token):
    """Answer a form that was sent twice: with the report of the one import."""
    staged = mine(request, token)
    if not staged.report:
        raise Http404
    return led(request, reverse("import-report", args=[staged.report]))


def why_not(error):
    if isinstance(error, staging.Taken):
        return _("This file is being imported just now. When it is done, its report stands under Imports.")
    return str(error)


@posted
def bring_all(request):
    """Import every file that waits and has good rows; those that cannot be imported stay, each with why."""
    waiting = staging.waiting(owners(request))
    chosen = [staged for staged in waiting if staged.counts.get("good") or partly_bad(staged.counts)]
    run = request.POST.get("run", "")
    reports, refused = [], []
    whole = sum(staged.size for staged in chosen)
    with staging.Progress(run if staging.TOKEN.fullmatch(run) else secrets.token_hex(16), owner(request), whole) as bar:
        for staged in chosen:
            try:
                reports.append(imported(request, staged, bar))
            except (formats.Unreadable, importing.Busy, staging.Taken) as error:
                refused.append((staged.name, why_not(error)))
            except staging.Gone:
                continue
            bar.next(staged.size)
    if reports:
        words = ngettext(
            "%(files)s file came in: %(examples)s.", "%(files)s files came in: %(examples)s.", len(reports)
        )
        added = counted(sum(report.added for report in reports))
        messages.success(request, words % {"files": f"{len(reports):,}", "examples": added})
    for name, why in refused[:REFUSALS_SHOWN]:
        messages.error(request, _("“%(name)s” did not come in. %(why)s") % {"name": name, "why": why})
    if not chosen:
        messages.error(request, _("No file that waits has a row to import."))
    if staging.waiting(owners(request)):
        return led(request, reverse("preview"))
    return led(request, reverse("import-report", args=[reports[0].pk]) if len(reports) == 1 else reverse("imports"))


def partly_bad(counts):
    """Return whether only bad rows were met, and there are more."""
    return counts.get("unreadable") and not counts.get("whole")


@require_safe
def progress(request, run):
    """How far an import or a count has come: a part that asks again by itself."""
    told = staging.progress(run, owners(request))
    done, whole = (told["done"], told["whole"]) if told else (0, 0)
    percent = done * 100 // whole if whole else 0
    quarter = percent // 25 * 25
    context = {"run": run, "told": told, "done": done, "whole": whole, "percent": percent, "quarter": quarter}
    context["announce"] = str(quarter) != request.GET.get("said", "0") and quarter
    return render(request, "examples/_progress.html", context)


@posted
def cancel(request, token):
    """Let a file go that waited."""
    staged = mine(request, token)
    staged.drop()
    messages.success(request, _("“%(name)s” was let go. Nothing of it came in.") % {"name": staged.name})
    return led(request, reverse("preview") if staging.waiting(owners(request)) else f"{reverse('training')}#bring")
