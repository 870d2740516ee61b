"""Freezing by the page, how far it has come, and the snapshots that there are."""

import secrets

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from examples import scanning, snapshots, staging
from examples.forms import FilterForm
from examples.models import Example, Snapshot
from examples.views.training import focus_on_mistake
from trainingcenter.access import who
from tuning.destinations import Refusal
from tuning.forms import FreezeForm
from tuning.views.snapshots import number_in

PAGE = 50
# As whose the progress of freezings is kept: whoever sees this page sees all snapshots.
FREEZING = "freezing"
# Of examples that are still to be compared, so many take long enough to be spoken of.
MANY = 1000


@require_safe
def tuning(request):
    """Freeze, and the snapshots that there are."""
    return front(request, FreezeForm(narrowing=filters_in(request.GET)))


def front(request, form, status=200):
    focus_on_mistake(request, form)
    kept = Snapshot.objects.select_related("by").order_by("-id")
    before = number_in(request.GET, "before")
    page = list((kept if before is None else kept.filter(pk__lt=before))[: PAGE + 1])
    waiting, _newest = scanning.waiting()
    context = {
        "form": form,
        "snapshots": page[:PAGE],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "examples": Example.objects.count_live(),
        "run": secrets.token_hex(16),
        "under_way": [progress_of(run) for run in staging.under_way(FREEZING)],
        "waiting": waiting if waiting > MANY else 0,
    }
    return render(request, "tuning/tuning.html", context, status=status)


def filters_in(query):
    """Return what of a query narrows a list, or None."""
    found = QueryDict(mutable=True)
    for name in FilterForm.base_fields:
        if query.get(name):
            found.setlist(name, query.getlist(name))
    return found or None


@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request):
    """Freeze what the form asks for. A page that shows how far it is waits for all that is to be checked first."""
    if request.method != "POST":
        return redirect("tuning")
    form = FreezeForm(request.POST, narrowing=filters_in(request.POST))
    if form.is_valid():
        run = request.POST.get("run", "")
        run = run if staging.TOKEN.fullmatch(run) else secrets.token_hex(16)
        try:
            with staging.Progress(run, FREEZING) as progress:
                progress.step("check", 0, 0)
                values = {name: form.cleaned_data[name] for name in ("name", "split", "seed", "default_system")}
                snapshot = snapshots.freeze(
                    **values, filters=form.chosen(), by=who(request), waits=bool(request.htmx), progress=progress.step
                )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        except OSError as error:
            form.add_error(None, snapshots.no_room(error))
        else:
            messages.success(request, _("Frozen. These texts stay as they are, whatever you change from now on."))
            address = reverse("snapshot", args=[snapshot.pk])
            return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    return front(request, form, status=400)


@require_safe
def freezing(request, run):
    """How far a freezing has come: a part that asks again by itself."""
    return render(request, "tuning/_freezing.html", progress_of(run, request.GET.get("said")))


def progress_of(run, said_before=None):
    """Return what the part says of a freezing. `said_before` is what was announced of it, or “”."""
    told = staging.progress(run, [FREEZING])
    done, whole = (told["done"], told["whole"]) if told else (0, 0)
    percent = done * 100 // whole if whole else 0
    said = f"{told['what']}-{percent // 25 * 25}" if told else ""
    return {
        "run": run,
        "told": told,
        "words": WORDS.get(told["what"]) if told else "",
        "percent": percent,
        "said": said,
        "announce": said_before is not None and said != said_before,
        "ended": told is None and bool(said_before),
    }


WORDS = {
    "check": gettext_lazy("Step 1 of 3: looking through the new examples"),
    "compare": gettext_lazy("Step 2 of 3: looking for near duplicates"),
    "write": gettext_lazy("Step 3 of 3: writing the snapshot"),
}
