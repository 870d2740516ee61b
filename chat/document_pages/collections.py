"""Collections: made, renamed, deleted."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chat.forms import CollectionForm
from chat.models import Collection
from examples.views.listing import posted

LIVE = Q(documents__removed_at=None) & ~Q(documents__state="asking")


@require_http_methods(["GET", "HEAD", "POST"])
def collections(request):
    """All collections, and a form for one more."""
    form = CollectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("“%(name)s” is there. Put documents into it on their pages.") % form.cleaned_data)
        return redirect("collections")
    return shown(request, form)


def shown(request, form, changed=None):
    found = Collection.objects.annotate(number=Count("documents", filter=LIVE, distinct=True))
    context = {"form": form, "collections": found, "changed": changed}
    return render(request, "chat/collections.html", context, status=400 if form.errors else 200)


@posted
def change(request, pk):
    """Rename a collection, or delete it, which leaves its documents as they are."""
    collection = get_object_or_404(Collection, pk=pk)
    if request.POST.get("verb") == "delete":
        collection.delete()
        messages.success(request, _("“%(name)s” is gone; its documents are still here.") % {"name": collection.name})
        return redirect("collections")
    form = CollectionForm(request.POST, instance=collection)
    if not form.is_valid():
        for problem in form.errors["name"]:
            messages.error(request, problem)
        return redirect("collections")
    form.save()
    messages.success(request, _("It is called “%(name)s” now.") % {"name": collection.name})
    return redirect("collections")
