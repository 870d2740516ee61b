"""The list of documents: bringing some, filtering by collection, and asking what would be found."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from chat import indexing, parsers, retrieval
from chat.forms import DocumentsForm
from chat.models import Collection, Document, State
from chat.reasons import Unreadable
from examples.views.listing import posted
from trainingcenter.access import who

PAGE = 50
FOUND = 10
LONGEST_QUESTION = 1000
REFUSALS_SHOWN = 20


@require_safe
def documents(request):
    """All documents, or those of a collection; with `q` the passages that a question would be answered from."""
    return whole_page(request)


def whole_page(request, status=200, form=None):
    form = form or DocumentsForm()
    form.fields["file"].widget.attrs["accept"] = ",".join(parsers.suffixes())
    context = {"form": form, "max_document_mb": settings.MAX_DOCUMENT_MB, **listed(request), **asked(request)}
    return render(request, "chat/documents.html", context, status=status)


@require_safe
def rows(request):
    """The list alone: it asks for itself again while something is being read."""
    return render(request, "chat/_documents.html", listed(request))


def listed(request):
    collections = Collection.objects.all()
    chosen = request.GET.get("collection", "")
    collection = collections.filter(pk=chosen).first() if chosen.isascii() and chosen.isdigit() else None
    found = Document.objects.live().briefly().prefetch_related("collections")
    if collection:
        found = found.filter(collections=collection)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return {
        "documents": page,
        "asking": beside_their_likes(),
        "collections": collections,
        "collection": collection,
        "in_trash": Document.objects.in_trash().count(),
        "reading": any(document.state == State.WAITING for document in page),
        "state": f"{reverse('documents')}?{request.GET.urlencode()}",
        "list_query": request.GET.urlencode(),
    }


def beside_their_likes():
    """Return the documents that ask what to do, each with the one that has its name."""
    asking = list(Document.objects.asking().briefly().order_by("id")[:PAGE])
    likes = {
        document.name: document
        for document in Document.objects.live().briefly().filter(name__in=[one.name for one in asking])
    }
    for document in asking:
        document.like = likes.get(document.name)
    return asking


def asked(request):
    """Return what the question in the address would be answered from."""
    question = request.GET.get("q", "")[:LONGEST_QUESTION].strip()
    if not question:
        return {"question": ""}
    chosen = request.GET.get("collection", "")
    only = [int(chosen)] if chosen.isascii() and chosen.isdigit() else None
    found = retrieval.find(question, most=FOUND, collections=only)
    return {"question": question, "found": found, "notice": found.notice}


@posted
def upload(request):
    """Keep files: small ones are read at once, large ones in the background. One whose name is taken asks."""
    form = DocumentsForm(request.POST, request.FILES)
    if not form.is_valid():
        if request.htmx:
            context = {"form": form, "max_document_mb": settings.MAX_DOCUMENT_MB}
            return render(request, "chat/_bring_documents.html", context, status=400)
        return whole_page(request, 400, form)
    brought = [one for one in (bring(request, file) for file in form.cleaned_data["file"]) if one]
    ready = [document for document in brought if document.state == State.READY]
    waiting = [document for document in brought if document.state == State.WAITING]
    if ready:
        words = ngettext(
            "%(count)s document can be asked now.", "%(count)s documents can be asked now.", len(ready)
        ) % {"count": len(ready)}
        messages.success(request, words)
    if waiting:
        messages.success(request, _("What is large is read in the background. You may leave this page."))
    return HttpResponseClientRedirect(reverse("documents")) if request.htmx else redirect("documents")


def bring(request, file):
    """Return the Document of an upload, or None where it is not taken in, which a message says."""
    try:
        return indexing.add(file, file.name, by=who(request), at_once=file.size <= indexing.SMALL, ask=True)
    except (Unreadable, indexing.TooLarge) as error:
        words = _("“%(name)s” was not taken in. %(why)s")
        messages.error(request, words % {"name": indexing.proper(file.name), "why": error})
        return None
