"""Documents in the trash: back, or gone for good."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from chat.models import Document

SHOWN = 200


@require_safe
def trash(request):
    found = Document.objects.in_trash().briefly().order_by("-removed_at")
    context = {"documents": found[:SHOWN], "count": found.count(), "state": request.get_full_path()}
    return render(request, "chat/document_trash.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def empty_trash(request):
    """Ask once more, then delete the documents in the trash for good, with their files."""
    found = Document.objects.in_trash().briefly()
    count = found.count()
    if request.method == "GET":
        return render(request, "chat/empty_document_trash.html", {"count": count})
    for document in found:
        document.delete_for_good()
    words = ngettext("%(count)s document is gone for good.", "%(count)s documents are gone for good.", count)
    messages.success(request, words % {"count": f"{count:,}"} if count else _("The trash was empty already."))
    return redirect("document-trash")
