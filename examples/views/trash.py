"""The trash: what was deleted, and the way back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from examples.models import Example
from examples.views.listing import PAGE, address, cards, counted, in_brief, keys


@require_http_methods(["GET", "POST"])
def trash(request):
    """The trash: list, and restore one or all."""
    if request.method == "POST":
        restored = Example.everything.in_trash().restore()
        messages.success(request, _("Back from the trash: %(examples)s.") % {"examples": counted(restored)})
        return redirect("training")
    rows, newer, older = in_brief(Example.everything.in_trash()).page("removed", *keys(request, "removed"), PAGE)
    context = {
        "examples": cards(rows, request),
        "here": request.get_full_path(),
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
    messages.success(request, _("Gone for good: %(examples)s.") % {"examples": counted(in_trash.delete_for_good())})
    return redirect("trash")
