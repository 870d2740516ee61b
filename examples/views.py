"""The training page and what hangs on it. Each view fetches, asks and answers; forms work without JavaScript."""

import json
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.db.models.functions import Left
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from rest_framework.exceptions import ParseError

from examples import exporting, formats, importing, stats
from examples.api import attachment
from examples.forms import ExampleForm, FileForm, FilterForm
from examples.models import Example, Import
from examples.querysets import ORDERS
from examples.resources import decoded, encoded
from examples.shapes import Shape
from examples.texts import Refused
from trainingcenter.access import who

PAGE = 50
PROBLEMS_SHOWN = 500
# Characters. A list shows the beginning of a text and folds what is longer than a few lines.
BEGINNING, FEW, FEW_LINES, FEW_TAGS = 2000, 600, 9, 12
TEXTS = {"instruction": "Question", "context": "Context", "response": "Answer"}


@require_safe
def training(request, example_form=None, file_form=None, status=200):
    """The training page: add, bring a file, list, download, numbers."""
    filters = FilterForm(request.GET)
    valid = filters.is_valid()
    found = Example.objects.all().matching(filters.cleaned_data) if valid else Example.objects.none()
    rows, newer, older = in_brief(found).page("newest", *keys(request), PAGE)
    return render(
        request,
        "examples/training.html",
        {
            "example_form": example_form or ExampleForm(),
            "file_form": file_form or FileForm(),
            "filters": filters,
            "filtering": not valid or any(value not in (None, "", []) for value in filters.cleaned_data.values()),
            "examples": cards(rows, request),
            "newer": address(request, "before", newer),
            "older": address(request, "after", older),
            "state": f"?{request.GET.urlencode()}" if request.GET else "",
            "formats": offers(),
            "entries": entries(),
            "max_upload_mb": settings.MAX_UPLOAD_MB,
            "minimum": stats.MINIMUM,
            "recommended": stats.RECOMMENDED,
            **(total_alone() if request.GET else numbers()),
        },
        status=status,
    )


def numbers():
    """Return the stats, and how many examples are missing to the two marks."""
    figures = stats.gather()
    total = figures["total_examples"]
    return {
        "stats": figures,
        "missing_to_minimum": max(0, stats.MINIMUM - total),
        "missing_to_recommended": max(0, stats.RECOMMENDED - total),
        "shortest": stats.SHORTEST,
        "longest": stats.LONGEST,
    }


def total_alone():
    """Return the total, which costs nothing: who searches or turns pages does not wait for averages."""
    total = Example.objects.count_live()
    return {"stats": {"total_examples": total, "readiness": {"percent": stats.percent(total)}}, "brief": True}


def offers():
    """Return (Format, number of examples that it cannot hold) of each format, JSONL first: most trainers read it."""
    others = [shape for shape in Shape.values if shape != Shape.SINGLE]  # named, so that an index answers
    conversations = exporting.to_export().filter(shape__in=others)
    numbers = dict(conversations.values_list("shape").annotate(number=Count("id")))
    return [
        (format, sum(number for shape, number in numbers.items() if shape not in format.carries))
        for format in sorted(formats.every().values(), key=lambda format: format.name != "jsonl")
    ]


def entries():
    """Return (title, dataset_info.json as text) of each format that LLaMA-Factory reads."""
    infos = ((format.title, format.dataset_info()) for format in formats.every().values())
    return [(title, json.dumps(info, indent=2)) for title, info in infos if info]


def in_brief(examples):
    """Return examples with the beginnings of their texts alone: a list of fifty has no use for fifty megabytes."""
    beginnings = {f"{name}_beginning": Left(name, BEGINNING) for name in (*TEXTS, "tags")}
    whole = (*TEXTS, "tags", "note", "system", "history", "extra")
    return examples.annotate(**beginnings).defer(*whole).select_related("source")


def cards(examples, request):
    """Give each example of a list what its card shows beside its columns."""
    saved = {message.extra_tags for message in messages.get_messages(request)}
    for example in examples:
        example.just_saved = f"saved-{example.pk}" in saved
        words = example.tags_beginning.split()
        example.words, example.more_words = words[:FEW_TAGS], len(words) > FEW_TAGS
        example.parts = [
            Part(label, getattr(example, f"{name}_beginning"), getattr(example, f"{name}_length"))
            for name, label in TEXTS.items()
        ]
    return examples


class Part:
    """One text of an example on a page: its label, its beginning, and how many characters the whole has."""

    def __init__(self, label, text, length):
        self.label, self.text, self.length = label, text, length
        self.rest = max(0, length - len(text))
        self.folded = length > FEW or text.count("\n") >= FEW_LINES


@require_safe
def whole(request, pk):
    """One example with all of its texts."""
    everything = Example.everything.settled().select_related("source", "reviewer")
    return render(request, "examples/example.html", {"example": get_object_or_404(everything, pk=pk)})


def posted(view):
    """Let a form's target answer POST only. By its address alone, say after signing in, one gets the training page."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.method == "POST" else redirect("training")

    return require_http_methods(["GET", "HEAD", "POST"])(answer)


def keys(request, order="newest"):
    """Return (after, before) of a page's address; one that is no key is a page that is not there."""
    columns, _ = ORDERS[order]
    try:
        return tuple(decoded(request.GET.get(name), columns) for name in ("after", "before"))
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


@posted
def add(request):
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
    """Show the page once more with what was typed and what is wrong with it, the first mistake in focus."""
    for form in forms.values():
        first = next((name for name in form.errors if name in form.fields), None)
        if first:
            form.fields[first].widget.attrs["autofocus"] = True
    request.method = "GET"
    return training(request, **forms, status=400)


@posted
def upload(request):
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            report = importing.bring(
                file.file,
                file.name,
                mapping=form.cleaned_data["mapping"],
                encoding=form.cleaned_data["encoding"] or None,
                keep_repeats=form.cleaned_data["keep_repeats"],
                by=who(request),
            )
        except importing.Nothing as nothing:
            problems = nothing.report.listed[:PROBLEMS_SHOWN]
            for problem in problems:
                problem.beginning = problem.item[:BEGINNING]
            context = {"report": nothing.report, "problems": problems, "why": str(nothing)}
            return render(request, "examples/import_report.html", context, status=400)
        except (formats.Unreadable, importing.Busy) as error:
            form.add_error("file", str(error))
        else:
            return redirect("import-report", report.pk)
    return again(request, file_form=form)


@require_safe
def download(request):
    """Download from the page's form: a format, and which examples."""
    try:
        filters = {"status": ["approved"]} if request.GET.get("which") == "approved" else {}
        format = formats.named(request.GET.get("format", "jsonl"))
        return attachment(exporting.Export(format, exporting.to_export(filters, format.name)))
    except (formats.Unreadable, exporting.Refusal) as error:
        messages.error(request, str(error))
        return redirect("training")


@posted
def delete(request, pk):
    # One that is in the trash already is where it should be: two clicks are no mistake.
    example = get_object_or_404(Example.everything.settled(), pk=pk)
    Example.objects.filter(pk=example.pk).remove()
    messages.success(request, f"Example {pk} is in the trash now.", extra_tags=f"undo-{pk}")
    return redirect(back(request))


@posted
def restore(request, pk):
    example = get_object_or_404(Example.everything.settled(), pk=pk)
    Example.everything.filter(pk=example.pk).restore()
    messages.success(request, f"Example {pk} is back.", extra_tags=f"saved-{pk}")
    return redirect(back(request))


def back(request):
    """Return the address to go back to: the trash, or the training page's list as the form's page had it."""
    if request.POST.get("place") == "trash":
        return "trash"
    state = request.POST.get("state", "")
    return f"{reverse('training')}{state if state.startswith('?') else ''}#list"


@require_safe
def imports(request):
    return render(request, "examples/imports.html", {"imports": Import.objects.finished().select_related("by")[:200]})


@require_safe
def import_report(request, pk):
    report = get_object_or_404(Import.objects.finished(), pk=pk)
    problems = report.problems.annotate(beginning=Left("item", BEGINNING)).defer("item")[:PROBLEMS_SHOWN]
    context = {"report": report, "problems": problems}
    return render(request, "examples/import_report.html", context)


@posted
def undo_import(request, pk):
    report = get_object_or_404(Import.objects.finished(), pk=pk)
    moved = report.undo()
    messages.success(request, f"In the trash now: {counted(moved)} of “{report.name}”.")
    return redirect("imports")


def counted(number):
    return f"{number:,} example{'' if number == 1 else 's'}"


@require_http_methods(["GET", "POST"])
def trash(request):
    """The trash: list, and restore one or all."""
    if request.method == "POST":
        restored = Example.everything.in_trash().restore()
        messages.success(request, f"Back from the trash: {counted(restored)}.")
        return redirect("training")
    rows, newer, older = in_brief(Example.everything.in_trash()).page("removed", *keys(request, "removed"), PAGE)
    context = {
        "examples": cards(rows, request),
        "count": Example.everything.in_trash().count(),
        "newer": address(request, "before", newer),
        "older": address(request, "after", older),
    }
    return render(request, "examples/trash.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def empty_trash(request):
    """Ask once more, then delete what is in the trash for good."""
    in_trash = Example.everything.in_trash()
    if request.method == "GET":
        return render(request, "examples/empty_trash.html", {"count": in_trash.count()})
    messages.success(request, f"Gone for good: {counted(in_trash.delete_for_good())}.")
    return redirect("trash")
