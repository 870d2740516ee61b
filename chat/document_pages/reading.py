"""A document to be read: page by page, its passages marked, with the picture of a PDF's page."""

import re
from bisect import bisect_right
from itertools import pairwise

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from chat import picturing
from chat.models import Collection, Document
from chat.tokens import ANY, MARKS, UNSPACED
from examples.search import holding

PART = 6000  # characters shown at once of a document without pages
HITS = 50
LONGEST_QUERY = 200


@require_safe
def document(request, pk):
    """One page of a document. `page` says which, `passage` marks a passage and shows its page, `q` finds words."""
    found = get_object_or_404(Document.objects.prefetch_related("collections"), pk=pk)
    asked = number_of(request, "passage")
    passage = found.passages.filter(pk=asked).first() if asked else None
    parts = parts_of(found)
    number = min(max(1, number_of(request, "page") or 1), len(parts))
    if passage:
        number = min(len(parts), bisect_right([start for start, _end in parts], passage.start))
    query = request.GET.get("q", "")[:LONGEST_QUERY].strip()
    start, end = parts[number - 1]
    context = {
        "document": found,
        "number": number,
        "whole": len(parts),
        "segments": segments(found, start, end, passage, query),
        "passage": passage,
        "lost": bool(asked) and passage is None,
        "picture": picture_of(request, found, number, passage),
        "query": query,
        "hits": hits(found, query),
        "hits_shown": HITS,
        "chosen": {collection.pk for collection in found.collections.all()},
        "collections": Collection.objects.all(),
        "state": request.get_full_path(),
    }
    return render(request, "chat/document.html", context)


def number_of(request, name):
    """Return a whole number in the address, or None."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def parts_of(found):
    """Return [(start, end)] of what is shown at once: pages, or parts that end at a paragraph."""
    if found.page_starts:
        return [found.page_span(number) for number in range(1, found.pages + 1)]
    parts, start, text = [], 0, found.text
    while len(text) - start > PART:
        end = text.rfind("\n\n", start + PART // 2, start + PART)
        end = end + 2 if end > 0 else start + PART
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def segments(found, start, end, passage, query):
    """Return the text of a part in pieces: {"text", "marked", "hit", "begins": a passage that begins there}."""
    begins = {}
    for one in found.passages.filter(start__lt=end, end__gt=start).only("id", "start", "end", "number"):
        begins.setdefault(max(start, one.start), one)
    cuts = {start, end, *begins}
    if passage:
        cuts |= {min(max(passage.start, start), end), min(max(passage.end, start), end)}
    lit = [(start + one.start(), start + one.end()) for one in occurrences(found.text[start:end], query)]
    cuts |= {place for span in lit for place in span}
    places = sorted(cuts)
    pieces = []
    for first, last in pairwise(places):
        pieces.append(
            {
                "text": found.text[first:last],
                "marked": bool(passage) and passage.start <= first < passage.end,
                "hit": any(one <= first < other for one, other in lit),
                "begins": begins.get(first),
            }
        )
    return pieces


def occurrences(text, query):
    """Yield where words of a search begin in a text, whole words or beginnings; in scripts without spaces, anywhere."""
    patterns = [
        re.escape(word) if re.match(f"[{UNSPACED}]", word) else rf"(?<![^\W_]){re.escape(word)}[\w{MARKS}]*"
        for word in words_in(query)
    ]
    if patterns:
        yield from re.finditer("|".join(patterns), text, re.IGNORECASE)


def words_in(query):
    return [found[0] for found in ANY.finditer(query)]


def hits(found, query):
    """Return the passages of a document that have all words of a search."""
    words = words_in(query)
    if not words:
        return []
    passages = found.passages.defer("title")
    for word in words:
        passages = passages.filter(holding("text", word))
    return list(passages[: HITS + 1])


def picture_of(request, found, number, passage):
    """Return the picture of a page, where one is asked for or a passage is cited, or None."""
    if found.kind != "pdf" or not (passage or "picture" in request.GET):
        return None
    return picturing.look(found, number, passage)


@require_safe
def picture(request, pk, number):
    """The picture of a page, as a file."""
    found = get_object_or_404(Document.objects.defer("headings"), pk=pk, kind="pdf")
    if not 1 <= number <= found.pages or picturing.look(found, number).failed:
        raise Http404
    answer = FileResponse(
        open(settings.DOCUMENTS_DIR / picturing.name_of(found, number), "rb"), content_type="image/png"
    )
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
