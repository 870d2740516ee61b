"""Near duplicates side by side, and what is done about them: keep one or keep all. `merging` makes one of several."""

import re

from django.contrib import messages
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Coalesce, Left, Length
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from examples import findings, merging, paging
from examples.likeness import differences
from examples.models import Cluster, Example
from examples.search import LinesOfTurns
from examples.texts import Refused
from examples.views.listing import TEXTS, back, counted, microseconds, posted

PAGE, COLUMNS, WHOLE = 10, 4, 24
KEY = ("size", "id")
SIDE_BY_SIDE = {"history": gettext_lazy("Earlier turns"), **TEXTS}
# Characters of a text that are compared, and of the first example's that are shown; its own page has all of it.
COMPARED, SHOWN = 8000, 1500
# Checks whose finding is what the page is about.
HERE = ("repeat", "near_repeat")


@require_safe
def listed(request):
    """Clusters, the largest first, each with its first examples; `kept=yes` lists those that were kept as they are."""
    kept = request.GET.get("kept") == "yes"
    try:
        after, before = (paging.decoded(request.GET.get(place), KEY) for place in paging.PLACES)
    except paging.NoSuchPage as error:
        raise Http404 from error
    found, larger, smaller = Cluster.objects.shown(kept).page(after, before, PAGE)
    show(found, COLUMNS)
    context = {
        "clusters": found,
        "kept": kept,
        "count": Cluster.objects.shown(kept).count(),
        "others": Cluster.objects.shown(not kept).count(),
        "total": Example.objects.count_live(),
        "here": request.get_full_path(),
        "newer": paging.address(request.GET, "before", larger),
        "older": paging.address(request.GET, "after", smaller),
    }
    return render(request, "examples/duplicates.html", context)


@require_safe
def whole(request, pk):
    """One cluster with more of its examples; of a very large one, those from an id on."""
    cluster = one(pk)
    start = request.GET.get("from", "")
    start = int(start) if start.isascii() and start.isdigit() and len(start) < 19 else 0
    show([cluster], WHOLE, start)
    context = {"cluster": cluster, "start": start, "here": request.get_full_path(), "mergeable": merging.MOST}
    return render(request, "examples/cluster.html", context)


def one(pk):
    return get_object_or_404(Cluster.objects.filter(size__gte=2), pk=pk)


# Side by side


class Column:
    """One example of a cluster: its texts as they differ from those of the first."""

    def __init__(self, example, first, found):
        self.example, self.found = example, [mark for mark in found if mark.check.name not in HERE]
        self.parts = [Part(name, label, example, first) for name, label in SIDE_BY_SIDE.items()]
        self.parts = [part for part in self.parts if part.text or part.other]


class Part:
    def __init__(self, name, label, example, first):
        self.label, self.text, self.other = label, beginning(example, name), beginning(first, name)
        length = example.history_length if name == "history" else getattr(example, f"{name}_length")
        self.same = example is not first and self.text == self.other
        self.pieces = [("same", self.text[:SHOWN])] if example is first else differences(self.other, self.text)
        # How much of the text is not compared or, of the first, not shown.
        self.rest = max(0, length - (SHOWN if example is first else COMPARED))


def beginning(example, name):
    return getattr(example, f"{name}_beginning")


def show(found, most, start=0):
    """Give each cluster its first `most` Columns from an id on, whether there are `more`, and the next id."""
    ids = first_ids([cluster.pk for cluster in found], most + 1, start)
    turns = Coalesce(LinesOfTurns("history"), Value(""))  # of no turns a database joins nothing at all
    beginnings = {f"{name}_beginning": Left(name, COMPARED) for name in TEXTS}
    beginnings |= {"history_beginning": Left(turns, COMPARED), "history_length": Length(turns)}
    wanted = [pk for some in ids.values() for pk in some]
    rows = Example.objects.filter(id__in=wanted).annotate(**beginnings).defer(*TEXTS, "system", "history", "extra")
    examples = {example.pk: example for example in rows}
    marks = findings.marks_of(examples.values())
    for cluster in found:
        there = [examples[pk] for pk in ids.get(cluster.pk, ()) if pk in examples]
        cluster.columns = [Column(example, there[0], marks[example.pk]) for example in there[:most]]
        cluster.next = there[most].pk if len(there) > most else None
        cluster.more = cluster.size - len(cluster.columns)


def first_ids(clusters, most, start=0):
    """Return {cluster: its first live examples from an id on}, in one statement at any size."""
    if not clusters:
        return {}
    part = (
        # CROSS, so that SQLite begins with the members.
        "SELECT m.cluster_id, m.example_id FROM examples_member m CROSS JOIN examples_example e"
        f" WHERE e.id = m.example_id AND m.cluster_id = %s AND m.example_id >= %s AND e.removed_at IS NULL"
        f" ORDER BY m.example_id LIMIT {most}"
    )
    sql = " UNION ALL ".join(f"SELECT * FROM ({part}) AS part{place}" for place in range(len(clusters)))
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for pk in clusters for value in (pk, start)])
        for cluster, pk in cursor.fetchall():
            found.setdefault(cluster, []).append(pk)
    return found


# Deciding


@posted
def act(request, pk):
    """One verb of VERBS on one cluster."""
    cluster = Cluster.objects.filter(pk=pk).first()
    verb = VERBS.get(request.POST.get("verb"))
    if verb is None:
        return redirect("duplicates")
    try:
        if cluster is None:
            raise merging.Changed
        verb(request, cluster)
    except merging.Changed:
        messages.error(request, _("These duplicates changed meanwhile, so nothing was done. Look at them once more."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(back(request))


def keep_one(request, cluster):
    keep = number(request.POST.get("keep"))
    now, moved, approved = merging.keep_one(cluster, keep, number(request.POST.get("version")))
    words = _("Example %(id)s is kept. In the trash now: %(examples)s.") % {"id": keep, "examples": counted(moved)}
    if approved:
        of_them = ngettext("%(number)s of them was approved.", "%(number)s of them were approved.", approved)
        words = f"{words} {of_them % {'number': f'{approved:,}'}}"
    messages.success(request, words, extra_tags=f"undo:removed:{microseconds(now)}")


def keep_all(request, cluster):
    now = merging.keep_all(cluster, number(request.POST.get("version")))
    words = ngettext(
        "%(number)s example is kept as it is, and shown here no more unless another comes to it.",
        "All %(number)s examples are kept as they are, and shown here no more unless another comes to them.",
        cluster.size,
    )
    words %= {"number": f"{cluster.size:,}"}
    messages.success(request, words, extra_tags=f"undo:kept:{microseconds(now)}")


def show_again(request, cluster):
    merging.show_again(cluster)
    messages.success(request, _("These duplicates wait for a decision again."))


VERBS = {"keep-one": keep_one, "keep-all": keep_all, "show-again": show_again}


def number(word):
    """Return the whole number of a form, perhaps below 0 as a version may be, or 0."""
    return int(word) if word and re.fullmatch("-?[0-9]{1,18}", word) else 0
