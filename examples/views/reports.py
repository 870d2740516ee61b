"""What became of each file that was brought: its report with every Problem, the files of them, and undoing it."""

import csv
import io

from django.contrib import messages
from django.db.models import Q
from django.db.models.functions import Left, Length
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from examples import checking, checks, findings, formats
from examples.models import Example, Import, Problem
from examples.views.listing import COUNTED, counted, microseconds, posted

IMPORTS_SHOWN, PROBLEMS_SHOWN = 50, 100
BEGINNING = 1000  # characters of an item
MATCHES = 10_000  # are counted up to here
# A spreadsheet takes a cell that begins with one of these for a formula, or for something to run.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def finished(pk):
    return get_object_or_404(Import.objects.finished(), pk=pk)


def page_by_id(rows, request, size, backwards=False):
    """Return (rows, id before them or None, id after them or None) of a list in the order of ids, by keyset."""
    after, before = number(request, "after"), number(request, "before")
    down = backwards != bool(before)
    key = before or after
    if key:
        rows = rows.filter(**{"id__lt" if down else "id__gt": key})
    found = list(rows.order_by("-id" if down else "id")[: size + 1])
    more, found = len(found) > size, found[:size]
    if before:
        found.reverse()
    earlier, later = (more, True) if before else (bool(after), more)
    return found, found[0].pk if found and earlier else None, found[-1].pk if found and later else None


def number(request, name):
    text = request.GET.get(name, "")
    if text and not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404
    return int(text or 0)


# The list of imports


@require_safe
def imports(request):
    """Each file that came in, the latest first; for htmx, when an undo was undone, the list alone."""
    rows, newer, older = page_by_id(
        Import.objects.finished().select_related("by").defer("header", "notes", "mapping"),
        request, IMPORTS_SHOWN, backwards=True,
    )  # fmt: skip
    context = {
        "imports": rows,
        "newer": newer and f"?before={newer}",
        "older": older and f"?after={older}",
        "here": request.get_full_path(),
    }
    part = request.htmx.target == "imports"
    return render(request, "examples/_imports.html" if part else "examples/imports.html", context)


@posted
def undo_import(request, pk):
    """Move the examples of one import to the trash. The message offers the way back."""
    report, now = finished(pk), timezone.now()
    moved = report.undo(at=now)
    if moved:
        words = _("In the trash now: %(examples)s of “%(name)s”.") % {"examples": counted(moved), "name": report.name}
        messages.success(request, words, extra_tags=f"undo:removed:{microseconds(now)}")
    else:
        messages.info(request, _("No example of “%(name)s” was left to undo.") % {"name": report.name})
    return redirect("imports")


# One report


@require_safe
def import_report(request, pk):
    """What became of each row; for htmx, when it searches, the problems alone."""
    report = finished(pk)
    context = {"report": report, "format": title_of(report), **problems_of(report, request)}
    part = request.htmx.target == "problems"
    return render(request, "examples/_problems.html" if part else "examples/import_report.html", context)


@require_safe
def import_findings(request, pk):
    """What checks find in the examples of one import, each with the way to them; for htmx the list alone."""
    report = finished(pk)
    context = {"report": report, "counted": counted_findings(report), "waiting": waits(report)}
    return render(request, f"examples/{'_' if request.htmx else ''}import_findings.html", context)


def counted_findings(report):
    """Return (check, certainty, number in words, address) of what checks find in the examples of an import."""
    numbers = findings.counts(source=report.pk)
    here = findings.examples_of(report)
    for name, check in checks.of_columns().items():
        numbers[name, ""] = here.filter(check.open).order_by().values("id")[: COUNTED + 1].count()
    rows = []
    for name, check in checks.every().items():
        for tier in ("", *checks.TIERS):
            number = numbers.get((name, tier), 0)
            if number:
                words = f"{COUNTED:,}+" if number > COUNTED and name in checks.of_columns() else f"{number:,}"
                address = f"{reverse('training')}?source={report.pk}&finding={tier or name}#list"
                rows.append((check, checks.TIERS.get(tier, ""), words, address))
    return sorted(rows, key=lambda row: list(checks.SEVERITIES).index(row[0].severity))


def waits(report):
    return checking.unchecked(Example.objects.filter(source=report)).exists()


def title_of(report):
    format = formats.every().get(report.format)
    return format.title if format else report.format


def problems_of(report, request):
    """Return what `_problems.html` shows: a page of the problems that fit what is searched for."""
    query = request.GET.get("q", "")[:1000].strip()
    rows = report.problems.annotate(beginning=Left("item", BEGINNING), length=Length("item")).defer("item")
    matches = None
    if query:
        rows = rows.filter(saying(query))
        matches = rows.order_by().values("id")[: MATCHES + 1].count()
    found, earlier, later = page_by_id(rows, request, PROBLEMS_SHOWN)
    for problem in found:
        problem.more, problem.cut = problem.length > BEGINNING, problem.length >= Problem.LONGEST_ITEM
    address = request.GET.copy()
    for name in ("after", "before"):
        address.pop(name, None)
    here = f"{address.urlencode()}&" if query else ""
    return {
        "problems": found,
        "query": query,
        "matches": f"{MATCHES:,}+" if matches and matches > MATCHES else matches,
        "earlier": earlier and f"?{here}before={earlier}",
        "later": later and f"?{here}after={later}",
        "some_cut": any(problem.cut for problem in found),
        "turned": "after" in request.GET or "before" in request.GET,
    }


def saying(query):
    """Return the condition for problems with these words in the reason or the item, or of this row."""
    condition = Q(message__icontains=query) | Q(item__icontains=query)
    digits = query.replace(",", "").replace(".", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        condition |= Q(row=int(digits))
    return condition


def nothing_came(request, nothing, file, **context):
    """Answer for a file that can be read and gives nothing: a report that is not kept, with the file to read anew."""
    listed = nothing.report.listed
    for problem in listed[:PROBLEMS_SHOWN]:
        problem.beginning, problem.more = problem.item[:BEGINNING], len(problem.item) > BEGINNING
    context |= {
        "report": nothing.report,
        "format": title_of(nothing.report),
        "problems": listed[:PROBLEMS_SHOWN],
        "why": str(nothing),
        "file": file,
        "swapped": False,
    }
    answer = render(request, "examples/import_report.html", context, status=400)
    if request.htmx:
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML show:top"
    return answer


# Files of the problems


@require_safe
def problems_csv(request, pk):
    """All problems of an import for a spreadsheet, streamed."""
    report = finished(pk)
    return attachment(as_csv(report), "text/csv; charset=utf-8", f"import-{pk}-problems.csv")


def as_csv(report):
    """Yield a CSV of the problems, with a byte-order mark by which spreadsheets know UTF-8. A cell that could be taken
    for a formula gets an apostrophe before it."""
    buffer = io.StringIO("\ufeff")
    buffer.seek(1)
    writer = csv.writer(buffer)
    writer.writerow(["row", "reason", "item"])
    for row, message, item in rows_of(report):
        writer.writerow([row, harmless(message), harmless(item)])
        if buffer.tell() > 64 * 1024:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def harmless(text):
    return f"'{text}" if text.startswith(FORMULAS) else text


def rows_of(report):
    """Yield (row, message, item) of all problems, a few in memory at a time and no cursor held open between them."""
    rows, last = report.problems.order_by("id").values_list("row", "message", "item", "id"), 0
    while some := list(rows.filter(id__gt=last)[:200]):
        yield from (values[:3] for values in some)
        last = some[-1][3]


@require_safe
def bad_rows(request, pk):
    """The bad rows alone, as they stood in the file, to mend and bring again: JSON lines, or for a CSV its header and
    rows."""
    report = finished(pk)
    table = report.format == "csv"
    media_type, end = ("text/csv", "csv") if table else ("application/jsonl", "jsonl")
    return attachment(as_they_stood(report, table), f"{media_type}; charset=utf-8", f"import-{pk}-bad-rows.{end}")


def as_they_stood(report, table):
    if table and report.header:
        yield f"{report.header}\n"
    for _row, _message, item in rows_of(report):
        if item:
            yield item.rstrip("\r\n") + "\n"


def attachment(pieces, media_type, name):
    answer = StreamingHttpResponse((piece.encode() for piece in pieces), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
