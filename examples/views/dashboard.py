"""What the examples are like in numbers and pictures, and taking them away as a file."""

import json
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from examples import charts, checking, checks, exporting, formats, gating, obstacles, placeholders, samples, stats
from examples.api import attachment
from examples.forms import FilterForm
from examples.likeness import COMPARED, differences
from examples.models import Cluster, Example, Status
from examples.shapes import Shape
from examples.views.listing import TEXTS, Listing
from trainingcenter.access import who

# Of what the gate holds back: ids that are named, and examples shown with their placeholders.
LISTED, PREVIEWED = 100, 10
# Fields of its form that are not the download's.
OWN = ("csrfmiddlewaretoken", "personal_data", "known")

# Numbers


def numbers():
    """Return what `_numbers.html` shows: what costs nothing at any number of examples."""
    total = Example.objects.count_live()
    return {
        "stats": {"total_examples": total, "readiness": stats.readiness(total)},
        "missing_to_minimum": max(0, stats.MINIMUM - total),
        "missing_to_recommended": max(0, stats.RECOMMENDED - total),
        "minimum": stats.MINIMUM,
        "recommended": stats.RECOMMENDED,
        "samples": samples.count() if total else 0,
        "clusters": Cluster.objects.shown().count() if total else 0,
    }


@require_safe
def numbers_alone(request):
    """The numbers on top of the training page, anew."""
    if not request.htmx:
        return redirect("dashboard")
    return render(request, "examples/_numbers.html", {**numbers(), "swapped": True})


@require_safe
def dashboard(request):
    """All numbers and pictures; for htmx without the page round them."""
    context = pictures(request.GET.get("trainer", ""))
    if request.htmx:
        return render(request, "examples/_dashboard.html", {**context, "swapped_in": True})
    return render(request, "examples/dashboard.html", {**context, **numbers(), "swapped": True})


@require_safe
def holding_back(request):
    """What holds the set back, the gravest first; for htmx without the page round it."""
    trainer, total = request.GET.get("trainer"), Example.objects.count_live()
    found = obstacles.obstacles(trainer if trainer in settings.TRAINERS else None, total)
    context = {
        "obstacles": [
            (one.sentence, [(words, f"?{urlencode(query, doseq=True)}") for words, query in one.links]) for one in found
        ],
        "waiting": checking.waiting(total),
        "total": total,
    }
    return render(request, f"examples/{'_' if request.htmx else ''}holding_back.html", context)


def pictures(trainer):
    """Return what `_dashboard.html` shows, held against the limit of a trainer, by default that of the settings."""
    chosen = trainer if trainer in settings.TRAINERS else settings.TRAINER
    name, limit = settings.TRAINERS[chosen]
    rows = stats.by_length()
    figures = stats.gather(rows)
    total = figures["total_examples"]
    if not total:
        return {"figures": figures, "shortest": stats.SHORTEST, "longest": stats.LONGEST}
    lengths, tokens = stats.lengths(rows), stats.tokens(limit)
    too_long = sum(number for _low, _high, number in tokens[stats.TOKEN_GROUPS :])
    return {
        "figures": figures,
        "shortest": stats.SHORTEST,
        "longest": stats.LONGEST,
        "short": lengths[0][2],
        "long": lengths[-1][2],
        "outside": lengths[0][2] + lengths[-1][2],
        "good": total - lengths[0][2] - lengths[-1][2],
        "lengths": charts.lengths(lengths),
        "growth": charts.growth(*stats.growth()),
        "statuses": charts.statuses(stats.statuses()),
        "tags": charts.tags(stats.largest_tags()),
        "contexts": charts.contexts(stats.largest_contexts()),
        "tokens": charts.tokens(tokens, name, limit),
        "trainers": settings.TRAINERS,
        "trainer": chosen,
        "trainer_name": name,
        "limit": limit,
        "too_long": too_long,
        "fitting": total - too_long,
    }


# Download


def offers():
    """Return (Format, number of examples that it cannot hold) of each format, JSONL first: most trainers read it."""
    others = [shape for shape in Shape.values if shape != Shape.SINGLE]  # named, so that an index answers
    conversations = exporting.to_export().filter(shape__in=others)
    numbers = dict(conversations.values_list("shape").annotate(number=Count("id")))
    return [
        (format, sum(number for shape, number in numbers.items() if shape not in format.carries))
        for format in sorted(formats.every().values(), key=lambda format: format.name != "jsonl")
    ]


def entries():
    """Return (title, dataset_info.json as text) of each format that LLaMA-Factory reads."""
    infos = ((format.title, format.dataset_info()) for format in formats.every().values())
    return [(title, json.dumps(info, indent=2)) for title, info in infos if info]


@require_http_methods(["GET", "HEAD", "POST"])
def download(request):
    """Download from the page's form: a format, which examples, and whether in parts. What the gate holds back it gives
    when that is said by POST, in the form that the page about it has."""
    query = request.POST if request.method == "POST" else request.GET
    personal = request.POST.get("personal_data") if request.POST.get("personal_data") in gating.HOW else gating.REFUSE
    examples = Example.objects.none()
    try:
        format = formats.named(query.get("format", "jsonl"))
        examples = exporting.to_export(chosen(query), format.name)
        if query.get("split"):
            return in_parts(request, format, examples, query, personal)
        return attachment(exporting.Export(format, examples, personal=personal), who(request), _("page"))
    except exporting.HeldBack as refusal:
        return held_back(request, query, examples, refusal.held)
    except (formats.Unreadable, exporting.Refusal) as error:
        messages.error(request, str(error))
        return redirect(f"{reverse('training')}{kept(query)}#download")


def chosen(query):
    """Return the filters of what is asked for. Raises Refusal."""
    if which(query) == "approved":
        return {"status": ["approved"]}
    if which(query) != "filter":
        return {}
    form = FilterForm(query)
    if not form.is_valid():
        raise exporting.Refusal(form.sentence())
    return form.cleaned_data


def which(query):
    """Return which examples are asked for: an address with filters and no word on it means what these show."""
    return query.get("which") or ("filter" if kept(query) else "all")


def held_back(request, query, examples, held):
    """Say what the gate holds back, and what can be done: mend it, take placeholders, or let it go all the same."""
    leaving = examples.filter(gating.not_blocked())
    found = Example.objects.filter(
        id__in=list(gating.with_tier(leaving, *checks.TIERS).order_by("example")[:PREVIEWED])
    )
    context = {
        "held": held,
        "ids": gating.with_tier(leaving, "sure").order_by("example")[:LISTED],
        "fields": [(name, value) for name in query for value in query.getlist(name) if name not in OWN],
        "behind": behind(query),
        "previews": [preview(example) for example in found.order_by("id")],
    }
    return render(request, "examples/held_back.html", context, status=409)


def behind(query):
    """Return filters for the list and the desk: the examples of a download whose personal data is sure."""
    filters = QueryDict(kept(query).removeprefix("?") if which(query) == "filter" else "", mutable=True)
    if which(query) == "approved":
        filters["status"] = Status.APPROVED
    elif not filters.get("status"):
        filters.setlist("status", [Status.NEW, Status.APPROVED])
    filters["finding"] = "sure"
    return filters.urlencode()


def preview(example):
    """Return (example, [(label, the way to the text with placeholders)]) of the texts that get some."""
    found = gating.personal_data(example, gating.overruled([example.pk]).get(example.pk, ()))
    texts = placeholders.replaced_texts(example, found)
    parts = [
        (label, differences(getattr(example, name)[:COMPARED], texts[name][:COMPARED]))
        for name, label in (*TEXTS.items(), ("system", _("System prompt")))
        if name in texts
    ]
    return example, parts


@require_safe
def download_findings(request):
    """What the gate will say of a download, by what is known now; for htmx the lines alone."""
    try:
        examples = exporting.to_export(chosen(request.GET))
    except exporting.Refusal:
        examples = Example.objects.none()
    held = gating.counted(examples.filter(gating.not_blocked()), examples)
    context = {"held": held, "waiting": checking.waiting()}
    template = "_download_findings" if request.htmx else "download_findings"
    return render(request, f"examples/{template}.html", context)


def in_parts(request, format, examples, query, personal):
    """Return the download of a ZIP with a file for each part. Raises Refusal."""
    shares, seed = query["split"], query.get("seed") or "0"
    if not (seed.isascii() and seed.isdigit() and len(seed) < 19):
        raise exporting.Refusal("The seed must be a whole number from 0, of at most 18 digits.")
    exports = exporting.in_parts(format, examples, exporting.shares(shares), int(seed), personal)
    exports[0].note(who(request), _("page"))
    response = StreamingHttpResponse(exporting.zipped(exports), content_type="application/zip")
    stem = format.filename.rsplit(".", 1)[0]
    name = f"{stem}-{shares.replace('/', '-')}-seed-{int(seed)}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def kept(query):
    """Return the filters of a query as one for an address."""
    filters = QueryDict(mutable=True)
    for name in FilterForm.base_fields:
        if query.get(name):
            filters.setlist(name, query.getlist(name))
    return f"?{filters.urlencode()}" if filters else ""


@require_safe
def download_filter(request):
    """What the download says of the list's filter, after the list took another: read from the address bar."""
    if not request.htmx:
        return redirect(f"{reverse('training')}#download")
    which = request.GET.get("which")
    request.GET = QueryDict(urlsplit(request.htmx.current_url or "").query)
    listing = Listing(request)
    context = {
        "filtering": listing.filtering,
        "state_fields": listing.fields(),
        "narrowed": listing.narrowed(),
        "which": which,
    }
    answer = render(request, "examples/_download_filter.html", context)
    answer["HX-Trigger-After-Settle"] = "download-filtered"  # the figures below it are of another choice now
    return answer
