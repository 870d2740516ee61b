"""What is done to a document: switched on and off, read anew, put into collections, moved to the trash and back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from chat import indexing
from chat.models import Collection, Document
from chat.reasons import Unreadable
from examples.views.listing import posted


def back(request):
    """Go where the form came from."""
    place = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure()):
        return redirect(place)
    return redirect("documents")


@posted
def act(request, pk):
    """Do one verb to a document: on, off, again, collections, delete, restore."""
    document = get_object_or_404(Document.objects.briefly(), pk=pk)
    verb = VERBS.get(request.POST.get("verb"))
    if verb:
        verb(request, document)
    place = request.POST.get("next", "")
    if document.removed_at and place.startswith(reverse("document", args=[pk])):
        return redirect("documents")
    return back(request)


def switch(on):
    def verb(request, document):
        Document.objects.filter(pk=document.pk).update(on=on)
        words = (
            _("“%(name)s” is switched on: answers may rely on it.")
            if on
            else _("“%(name)s” is switched off: it stays here, and no answer relies on it.")
        )
        messages.success(request, words % {"name": document.name})

    return verb


def read_again(request, document):
    indexing.ask_again(Document.objects.filter(pk=document.pk))
    if document.size > indexing.SMALL:
        messages.success(request, _("“%(name)s” is read anew in the background.") % {"name": document.name})
        return
    try:
        read = indexing.read_one(document)
    except indexing.Busy:
        messages.success(request, _("“%(name)s” is being read just now.") % {"name": document.name})
        return
    if read:
        messages.success(request, _("“%(name)s” was read anew.") % {"name": document.name})
    else:
        document.refresh_from_db()
        messages.error(
            request, _("“%(name)s” could not be read. %(why)s") % {"name": document.name, "why": document.why}
        )


def put_into(request, document):
    chosen = Collection.objects.filter(pk__in=[pk for pk in request.POST.getlist("collection") if pk.isdigit()])
    document.collections.set(chosen)
    messages.success(request, _("The collections of “%(name)s” are saved.") % {"name": document.name})


def delete(request, document):
    document.remove()
    words = _("“%(name)s” is in the trash.") % {"name": document.name}
    messages.success(request, words, extra_tags=f"document:{document.pk}")


def restore(request, document):
    document.restore()
    messages.success(request, _("“%(name)s” is back.") % {"name": document.name})


VERBS = {
    "on": switch(True),
    "off": switch(False),
    "again": read_again,
    "collections": put_into,
    "delete": delete,
    "restore": restore,
}


@posted
def undo(request):
    """Take a document back from the trash, by the button beside the message."""
    pk = request.POST.get("undo", "")
    document = get_object_or_404(Document.objects.in_trash().briefly(), pk=pk if pk.isdigit() else None)
    restore(request, document)
    return back(request)


@posted
def settle(request, pk):
    """Do with a document what a person says whose name was taken: replace, keep both, or cancel."""
    document = get_object_or_404(Document.objects.asking().briefly(), pk=pk)
    choice = request.POST.get("choice")
    other = Document.objects.live().briefly().filter(name=document.name).first()
    if choice == "cancel":
        document.delete_for_good()
        words = (
            _("“%(name)s” stays as it was.") if other else _("“%(name)s” was not taken in, and its file is deleted.")
        )
        messages.success(request, words % {"name": document.name})
    elif choice == "replace" and other:
        settled(request, indexing.replace(other, document))
    elif choice in ("both", "replace"):
        if not other:
            words = _(
                "The earlier “%(name)s” was deleted meanwhile, so there was nothing to replace or to keep beside."
            )
            messages.success(request, words % {"name": document.name})
        document.state = "waiting"
        document.save_under_free_name()
        settled(request, document)
    return redirect("documents")


def settled(request, document):
    """Read a small document at once; one that cannot be read says why in the list."""
    if document.size > indexing.SMALL:
        messages.success(request, _("“%(name)s” is read in the background.") % {"name": document.name})
        return
    try:
        read = indexing.read_one(document)
    except (indexing.Busy, Unreadable):
        return
    if read:
        messages.success(request, _("“%(name)s” can be asked now.") % {"name": document.name})
