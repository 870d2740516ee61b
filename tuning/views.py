"""The pages of fine-tuning: freeze, compare, choose a destination, download or send, write down what came of it."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from examples import snapshots
from examples.forms import FilterForm
from examples.models import Damaged, Example, Snapshot
from examples.views.listing import TEXTS
from trainingcenter.access import who
from tuning import destinations, pictures, sending
from tuning.bundling import Bundle, fields_of
from tuning.destinations import Refusal
from tuning.forms import FreezeForm, OptionsForm, RunForm, in_words
from tuning.models import State, TrainingRun

PAGE = 50
CHANGES = 30


@require_safe
def tuning(request):
    """Freeze, and the snapshots that there are."""
    return front(request, FreezeForm(narrowing=filters_in(request.GET)))


def front(request, form, status=200):
    kept = Snapshot.objects.select_related("by").order_by("-id")
    before = number_in(request.GET, "before")
    page = list((kept if before is None else kept.filter(pk__lt=before))[: PAGE + 1])
    context = {
        "form": form,
        "snapshots": page[:PAGE],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "examples": Example.objects.count_live(),
    }
    return render(request, "tuning/tuning.html", context, status=status)


def number_in(query, name):
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def filters_in(query):
    """Return what of a query narrows a list, or None."""
    found = QueryDict(mutable=True)
    for name in FilterForm.base_fields:
        if query.get(name):
            found.setlist(name, query.getlist(name))
    return found or None


@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request):
    """Freeze what the form asks for."""
    if request.method != "POST":
        return redirect("tuning")
    form = FreezeForm(request.POST, narrowing=filters_in(request.POST))
    if form.is_valid():
        values = form.cleaned_data
        try:
            snapshot = snapshots.freeze(
                values["name"], form.chosen(), values["split"], values["seed"], values["default_system"], who(request)
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        except OSError as error:
            form.add_error(None, _("There is no room for it: %(why)s. Nothing was frozen.") % {"why": error.strerror})
        else:
            messages.success(request, _("Frozen. These texts stay as they are, whatever you change from now on."))
            return redirect("snapshot", snapshot.pk)
    return front(request, form, status=400)


# One snapshot


@require_safe
def snapshot(request, pk):
    return whole(request, get_object_or_404(Snapshot.objects.select_related("by", "removed_by"), pk=pk))


def whole(request, found, status=200, **more):
    before = Snapshot.objects.kept().filter(pk__lt=found.pk).first()
    context = {
        "snapshot": found,
        "filters": in_words(found.filters),
        "parts": [(part, found.number_in(part)) for part in found.parts],
        "tokens": pictures.tokens(found.counts["lengths"]),
        "before": before,
        "offers": [] if found.removed_at else [offer(found, one) for one in in_order()],
        "runs": found.runs.select_related("by"),
        "run_form": RunForm(),
        "destinations": in_order(),
        "here": request.path,
        **more,
    }
    return render(request, "tuning/snapshot.html", context, status=status)


def in_order():
    """Return the destinations, those first that keep the examples on this computer."""
    return sorted(destinations.every().values(), key=lambda one: one.goes_out)


def offer(found, destination):
    """Return what the page says of a destination: it, the Bundle with its options as they come, and what it cuts."""
    bundle = Bundle(found, destination)
    limit = destination.limit(bundle.options)
    return {"destination": destination, "bundle": bundle, "limit": limit, "cut": bundle.cut(limit)}


@require_safe
def file(request, pk):
    """The snapshot's own file, as it was frozen."""
    found = get_object_or_404(Snapshot, pk=pk)
    try:
        found.verify()
    except Damaged as damaged:
        messages.error(request, str(damaged))
        return redirect("snapshot", pk)
    return FileResponse(open(found.path, "rb"), as_attachment=True, filename=f"{found.slug}.jsonl")


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


# A destination


@require_safe
def destination(request, pk, name):
    """The options of a destination, and what it does to the examples under these."""
    return chosen(request, pk, name, request.GET)


def chosen(request, pk, name, given, status=200, wrong=""):
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    given = options_in(place, given)
    context = {"snapshot": found, "destination": place, "form": OptionsForm(place, given), "wrong": wrong}
    context["address"] = reverse("destination", args=[pk, name])
    try:
        bundle = Bundle(found, place, given)
        context |= {"told": bundle.tell(), "bundle": bundle, "options": bundle.options.items()}
        context["steps"] = [pieces_of(str(step)) for step in place.next_steps(bundle)]
        context["held"] = found.counts["findings"]
    except (Refusal, Damaged) as refusal:
        context["wrong"], status = wrong or str(refusal), 400 if given and status == 200 else status
    return render(request, "tuning/destination.html", context, status=status)


def pieces_of(step):
    """Return a step's Markdown as [(kind, text)]: code, link, or words."""
    found = []
    for text in MARKED.split(step):
        kind = "code" if text.startswith("`") else "link" if text.startswith("<http") else "words"
        found.append((kind, text[1:-1] if kind != "words" else text))
    return [piece for piece in found if piece[1]]


MARKED = re.compile(r"(`[^`]+`|<https?://[^>]+>)")


def of_name(name):
    place = destinations.every().get(name)
    if place is None:
        raise Http404
    return place


def options_in(place, data):
    """Return the options of a destination that a form or an address names."""
    return {field.name: data[field.name] for field in fields_of(place) if field.name in data}


@require_safe
def bundle(request, pk, name):
    """The bundle, streamed."""
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    try:
        made = Bundle(found, place, options_in(place, request.GET), by=who(request))
        return zipped(made)
    except (Refusal, Damaged) as refusal:
        return chosen(request, pk, name, request.GET, status=400, wrong=str(refusal))


def zipped(made):
    """Return the download of a Bundle. Raises Refusal or Damaged before the first byte."""
    response = StreamingHttpResponse(made.pieces(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send(request, pk, name):
    """Send the bundle from here. It reaches further than this computer, so it needs an account."""
    if request.method != "POST":
        return redirect("destination", pk, name)
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    try:
        made = Bundle(found, place, options_in(place, request.POST), by=request.user)
        sending.send(made, request.POST.get("confirmed") == "yes", request.user)
    except (Refusal, Damaged) as refusal:
        return chosen(request, pk, name, request.POST, status=400, wrong=str(refusal))
    messages.success(request, _("Sent."))
    return redirect(f"{reverse('snapshot', args=[pk])}#runs")


# Runs


@require_POST
def add_run(request, pk):
    """Write down a training that was run elsewhere."""
    found = get_object_or_404(Snapshot, pk=pk, removed_at=None)
    form = RunForm(request.POST)
    if form.is_valid() and form.cleaned_data["destination"] in destinations.every():
        values = form.cleaned_data
        try:
            run = TrainingRun.start(found, values["destination"], by=who(request))
        except Damaged as damaged:
            form.add_error(None, str(damaged))
        else:
            run.end(State.FINISHED, values["model"], values["note"])
            messages.success(request, _("Written down."))
            return redirect(f"{reverse('snapshot', args=[pk])}#runs")
    return whole(request, found, status=400, run_form=form)


@require_POST
def end_run(request, pk):
    """Write down how a training that runs elsewhere ended."""
    run = get_object_or_404(TrainingRun, pk=pk)
    state = request.POST.get("state")
    if run.state == State.RUNNING and state in (State.FINISHED, State.FAILED):
        run.end(state, " ".join(request.POST.get("model", "").split())[:200])
        messages.success(request, _("Written down."))
    return redirect(f"{reverse('snapshot', args=[run.snapshot_id])}#runs")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_run(request, pk):
    """Ask how a job stands, or end it. It reaches further than this computer, so it needs an account."""
    run = get_object_or_404(TrainingRun, pk=pk)
    act = {"look": sending.look, "stop": sending.stop}.get(request.POST.get("act"))
    if act and run.job:
        try:
            messages.success(request, _("It is: %(state)s.") % {"state": act(run).get_state_display()})
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect(f"{reverse('snapshot', args=[run.snapshot_id])}#runs")
