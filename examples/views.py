"""The training page and what hangs on it. Each view fetches, asks and answers; forms work without JavaScript."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from rest_framework.exceptions import ParseError

from examples import exporting, formats, importing, stats
from examples.api import attachment
from examples.forms import ExampleForm, FileForm, FilterForm
from examples.models import Example, Import
from examples.resources import decoded, encoded
from examples.texts import Refused
from trainingcenter.access import who

PAGE = 50
PROBLEMS_SHOWN = 500


@require_GET
def training(request, example_form=None, file_form=None, status=200):
    """The training page: add, bring a file, list, download, numbers."""
    filters = FilterForm(request.GET)
    valid = filters.is_valid()
    found = Example.objects.all().matching(filters.cleaned_data) if valid else Example.objects.none()
    rows, newer, older = found.page("newest", *keys(request), PAGE)
    return render(
        request,
        "examples/training.html",
        {
            "example_form": example_form or ExampleForm(),
            "file_form": file_form or FileForm(),
            "filters": filters,
            "filtering": bool(filters.changed_data),
            "examples": rows,
            "newer": address(request, "before", newer),
            "older": address(request, "after", older),
            "stats": stats.gather(),
            "missing": max(0, stats.RECOMMENDED - Example.objects.count_live()),
            "formats": formats.every().values(),
            "max_upload_mb": settings.MAX_UPLOAD_MB,
        },
        status=status,
    )


def keys(request):
    """Return (after, before) of a page's address; one that is no key is a page that is not there."""
    try:
        return tuple(decoded(request.GET.get(name), ("id",)) for name in ("after", "before"))
    except ParseError as error:
        raise Http404 from error


def address(request, name, key):
    if key is None:
        return None
    query = request.GET.copy()
    query.pop("after", None)
    query.pop("before", None)
    query[name] = encoded(key)
    return f"?{query.urlencode()}"


@require_http_methods(["GET", "POST"])
def add(request):
    if request.method == "GET":
        return redirect("training")
    form = ExampleForm(request.POST)
    if form.is_valid():
        try:
            example = form.unsaved().add()
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            repeat = " The same example was there already, so it is there twice now." if example.has_repeats() else ""
            messages.success(request, f"Example saved.{repeat}", extra_tags=f"saved-{example.pk}")
            return redirect("training")
    return again(request, example_form=form)


def again(request, **forms):
    """Show the page once more with what was typed and what is wrong with it."""
    request.method = "GET"
    return training(request, **forms, status=400)


@require_http_methods(["GET", "POST"])
def upload(request):
    if request.method == "GET":
        return redirect("training")
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            report = importing.bring(
                file.file,
                file.name,
                mapping=formats.mapping_of(form.cleaned_data["mapping"]),
                encoding=form.cleaned_data["encoding"] or None,
                keep_repeats=form.cleaned_data["keep_repeats"],
                by=who(request),
            )
        except importing.Nothing as nothing:
            problems = nothing.report.listed[:PROBLEMS_SHOWN]
            context = {"report": nothing.report, "problems": problems, "why": str(nothing)}
            return render(request, "examples/import_report.html", context, status=400)
        except formats.Unreadable as error:
            form.add_error("file", str(error))
        else:
            return redirect("import-report", report.pk)
    return again(request, file_form=form)


@require_GET
def download(request):
    """Download from the page's form: a format, and which examples."""
    try:
        filters = {"status": ["approved"]} if request.GET.get("which") == "approved" else {}
        format = formats.named(request.GET.get("format", "jsonl"))
        return attachment(exporting.Export(format, exporting.to_export(filters, format.name)))
    except (formats.Unreadable, exporting.Refusal) as error:
        messages.error(request, str(error))
        return redirect("training")


@require_POST
def delete(request, pk):
    get_object_or_404(Example.objects, pk=pk).remove()
    messages.success(request, "The example is in the trash now.", extra_tags=f"undo-{pk}")
    return redirect(back(request))


@require_POST
def restore(request, pk):
    get_object_or_404(Example.everything.in_trash(), pk=pk).restore()
    messages.success(request, "The example is back.", extra_tags=f"saved-{pk}")
    return redirect(back(request))


def back(request):
    """Return the address to go back to: the state of the list that the form came from, or the training page."""
    state = request.POST.get("state", "")
    return f"/training.html{state}" if state.startswith("?") else "training"


@require_GET
def imports(request):
    return render(request, "examples/imports.html", {"imports": Import.objects.finished().select_related("by")[:200]})


@require_GET
def import_report(request, pk):
    report = get_object_or_404(Import.objects.finished(), pk=pk)
    context = {"report": report, "problems": report.problems.all()[:PROBLEMS_SHOWN]}
    return render(request, "examples/import_report.html", context)


@require_POST
def undo_import(request, pk):
    report = get_object_or_404(Import.objects.finished(), pk=pk)
    moved = report.undo()
    messages.success(request, f"{moved:,} examples of “{report.name}” are in the trash now.")
    return redirect("imports")


@require_http_methods(["GET", "POST"])
def trash(request):
    """The trash: list, and restore one or all."""
    if request.method == "POST":
        restored = Example.everything.in_trash().restore()
        messages.success(request, f"{restored:,} examples are back.")
        return redirect("training")
    rows, newer, older = Example.everything.in_trash().page("newest", *keys(request), PAGE)
    context = {
        "examples": rows,
        "count": Example.everything.in_trash().count(),
        "newer": address(request, "before", newer),
        "older": address(request, "after", older),
    }
    return render(request, "examples/trash.html", context)


@login_required
@require_POST
def empty_trash(request):
    gone = Example.everything.in_trash().delete_for_good()
    messages.success(request, f"{gone:,} examples are gone for good.")
    return redirect("trash")
