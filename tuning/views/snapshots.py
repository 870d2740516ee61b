"""The page of a snapshot, and what changed since another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from examples import gating, snapshots
from examples.exporting import HeldBack
from examples.models import Damaged, Snapshot
from examples.views.listing import TEXTS
from trainingcenter.access import who
from tuning import destinations, leaving, pictures
from tuning.bundling import READ_BACK, Bundle
from tuning.destinations import Refusal
from tuning.forms import RunForm, in_words

CHANGES = 30
FILE = "JSON lines"  # what the file of a snapshot is, for who reads of its release


@require_safe
def snapshot(request, pk):
    return whole(request, get_object_or_404(Snapshot.objects.select_related("by", "removed_by"), pk=pk))


def whole(request, found, status=200, **more):
    damaged = damage(found)
    before = Snapshot.objects.kept().filter(pk__lt=found.pk).first()
    context = {
        "snapshot": found,
        "filters": in_words(found.filters),
        "parts": [(part, found.number_in(part)) for part in found.parts],
        "tokens": pictures.tokens(found.counts["lengths"]),
        "before": before,
        "damaged": damaged,
        "offers": [] if found.removed_at or damaged else [offer(found, one) for one in in_order()],
        "runs": found.runs.select_related("by"),
        "run_form": RunForm(),
        "destinations": in_order(),
        "here": request.path,
        **more,
    }
    return render(request, "tuning/snapshot.html", context, status=status)


def damage(found):
    """Return why nothing can be made of a snapshot, or “”. Of a very large one only what is seen at once: what is made
    of it is checked whole."""
    if found.removed_at is not None:
        return ""
    try:
        found.verify() if found.size <= READ_BACK else found.measure()
    except Damaged as damaged:
        return str(damaged)
    return ""


def in_order():
    """Return the destinations, those first that keep the examples on this computer, of them the one to begin with."""
    return sorted(destinations.every().values(), key=lambda one: (one.goes_out, not one.first))


def offer(found, destination):
    """Return what the page says of a destination: it, the Bundle with its options as they come, and what it cuts."""
    bundle = Bundle(found, destination)
    limit = destination.limit(bundle.options)
    return {"destination": destination, "bundle": bundle, "limit": limit, "cut": bundle.cut(limit)}


@require_http_methods(["GET", "HEAD", "POST"])
def file(request, pk):
    """The snapshot's own file, as it was frozen. What the gate holds back it gives when that is said by POST."""
    found = get_object_or_404(Snapshot, pk=pk)
    try:
        return frozen_file(found, allowed(request), who(request), _("page"))
    except HeldBack as refusal:
        return whole(request, found, status=409, wrong=str(refusal), held=refusal.held)
    except (Refusal, Damaged) as refusal:
        messages.error(request, str(refusal))
        return redirect("snapshot", pk)


def allowed(request):
    """Return whether a form says that personal data may go; an address alone does not."""
    return request.POST.get("personal_data") == gating.ALLOW


def frozen_file(found, allow, by, way):
    """Return the download of a snapshot's own file. Raises Refusal or Damaged before the first byte."""
    found.verify()
    held = leaving.let_out(found, FILE, allow=allow, by=by, way=way, waits=False)
    answer = FileResponse(
        open(found.path, "rb"), as_attachment=True, filename=f"{found.slug}.jsonl", content_type="application/jsonl"
    )
    answer["X-Training-Center-Findings"] = held.header()
    return answer


@require_safe
def compare(request, pk):
    """What leads from another snapshot, the one before as it comes, to this one."""
    found = get_object_or_404(Snapshot, pk=pk)
    others = Snapshot.objects.kept().exclude(pk=pk)[:200]
    asked = number_in(request.GET, "with")
    if asked is not None:
        other = get_object_or_404(Snapshot, pk=asked)
    else:
        other = Snapshot.objects.kept().filter(pk__lt=pk).first()
    context = {"snapshot": found, "other": other, "others": others}
    if other is not None:
        try:
            context["difference"] = difference = snapshots.compare(other, found, CHANGES)
            context["changed"] = [(pk, labelled(old, new)) for pk, old, new in difference.first["changed"]]
        except Damaged as damaged:
            context["wrong"] = str(damaged)
    return render(request, "tuning/compare.html", context)


def labelled(old, new):
    """Return [(label, pieces)] of an example that changed."""
    return [(FIELDS.get(name, name), pieces) for name, pieces in snapshots.changes(old, new)]


FIELDS = {
    **TEXTS,
    "system": gettext_lazy("System prompt"),
    "history": gettext_lazy("Earlier turns"),
    "extra": gettext_lazy("Other keys"),
    "tags": gettext_lazy("Tags"),
    "status": gettext_lazy("Status"),
    "source": gettext_lazy("Source file"),
}


@login_required
@require_http_methods(["GET", "POST"])
def delete(request, pk):
    """Ask once more, then delete the texts of a snapshot for good."""
    found = get_object_or_404(Snapshot, pk=pk, removed_at=None)
    if request.method == "POST":
        found.delete_for_good(request.user)
        messages.success(request, _("The texts are gone for good. What was known of them stays."))
        return redirect("snapshot", pk)
    return render(request, "tuning/delete.html", {"snapshot": found})


def number_in(query, name):
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
