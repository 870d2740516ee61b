"""Handing a snapshot to a trainer: the options, what they do to the examples, the download, sending."""

import re

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from examples.exporting import HeldBack
from examples.models import Damaged, Snapshot
from trainingcenter.access import who
from tuning import destinations, sending
from tuning.bundling import READ_BACK, Bundle
from tuning.destinations import Refusal
from tuning.forms import OptionsForm
from tuning.options import WrongOption, fields_of
from tuning.views.snapshots import allowed


@require_safe
def destination(request, pk, name):
    """The options of a destination, and what it does to the examples under these."""
    return chosen(request, pk, name, request.GET)


def chosen(request, pk, name, given, status=200, wrong="", held=None):
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    given = options_in(place, given)
    context = {"snapshot": found, "destination": place, "form": OptionsForm(place, given), "wrong": wrong}
    context["address"] = reverse("destination", args=[pk, name])
    try:
        bundle = Bundle(found, place, given)
        context |= {"told": bundle.tell(), "bundle": bundle}
        context["sending"] = with_query(
            reverse("send", args=[pk, name]), bundle.options
        )  # kept by a sign-in on the way
        context["steps"] = [pieces_of(str(step)) for step in place.next_steps(bundle)]
        context["held"] = held or found.counts["findings"]
        context["stuck"] = bool(held) or found.counts["findings"]["sure"]
        context["allowing"] = with_query(reverse("bundle", args=[pk, name]), bundle.options)
    except WrongOption as mistake:
        context["wrong"], status = mistake.for_page, 400
        form = context["form"]
        form.errors[mistake.field.name] = form.error_class([mistake.for_page])
        form.fields[mistake.field.name].widget.attrs["autofocus"] = True
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


@require_http_methods(["GET", "HEAD", "POST"])
def bundle(request, pk, name):
    """The bundle, to download. What the gate holds back it gives when that is said by POST."""
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    try:
        given = options_in(place, request.GET)
        return zipped(Bundle(found, place, given, allowed(request), who(request), _("page"), waits=False))
    except HeldBack as refusal:
        return chosen(request, pk, name, request.GET, status=409, wrong=str(refusal), held=refusal.held)
    except (Refusal, Damaged) as refusal:
        return chosen(request, pk, name, request.GET, status=400, wrong=str(refusal))


def zipped(made):
    """Return the download of a Bundle. Raises Refusal or Damaged before the first byte."""
    if made.snapshot.size <= READ_BACK:
        response = FileResponse(
            made.read_back(), as_attachment=True, filename=made.filename, content_type="application/zip"
        )
    else:
        response = StreamingHttpResponse(made.pieces(), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    response["X-Training-Center-Findings"] = made.held.header()
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def send(request, pk, name):
    """Send the bundle from here. It reaches further than this computer, so it needs an account: whoever has none yet
    signs in first, and comes back to the options as they were."""
    given = options_in(of_name(name), {**request.GET.dict(), **request.POST.dict()})
    address = with_query(reverse("destination", args=[pk, name]), given)
    if not request.user.is_authenticated:
        return redirect_to_login(address)
    if request.method != "POST":
        return redirect(address)
    found, place = get_object_or_404(Snapshot, pk=pk, removed_at=None), of_name(name)
    try:
        made = Bundle(found, place, given, by=request.user, waits=False)
        sending.send(made, request.POST.get("confirmed") == "yes", request.user)
    except (Refusal, Damaged) as refusal:
        return chosen(request, pk, name, given, status=400, wrong=str(refusal))
    messages.success(request, _("Sent."))
    return redirect(f"{reverse('snapshot', args=[pk])}#runs")


def with_query(address, values):
    return f"{address}?{urlencode(values)}" if values else address
