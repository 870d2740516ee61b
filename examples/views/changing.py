"""Changing examples from the pages: one by its card, its page or its form, many by the bar above the list."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from examples import clusters, findings, gating, marking, replacing, review
from examples.forms import ExampleForm, FilterForm, TagForm
from examples.models import Example, Status
from examples.texts import Refused
from examples.views.listing import back, card_of, changed, counted, microseconds, posted
from examples.views.training import focus_on_mistake, marks, put_focus
from trainingcenter.access import who


def one(pk):
    return get_object_or_404(Example.everything.settled().select_related("source", "reviewer"), pk=pk)


@require_safe
def whole(request, pk):
    """One example with all of its texts, what checks find, and its history; for htmx its card."""
    if request.htmx:
        return render(request, "examples/_example.html", {"example": card_of(pk), "focus": True})
    return example_page(request, one(pk))


def example_page(request, example, status=200, **shown):
    still_open, overruled = findings.parted(findings.findings_of(example))
    found, more = marking.numbered(still_open)
    context = {
        "example": example,
        "findings": found,
        "more_findings": more,
        "overruled": overruled,
        "pieces": {name: marking.pieces(getattr(example, name), on(found, name)) for name in MARKED},
        "on": {name: [one for one in on(found, name) if one.whole] for name in (*MARKED, "history")},
        "turns": marking.turns(example.history, found),
        "identifiers": sum(1 for one in found if one.finding.kind),
        "events": (events := review.history_of(example)),
        "has_earlier": any(event.kind == "edited" and event.changes for event in events),
        **shown,
    }
    return render(request, "examples/example.html", context, status=status)


MARKED = ("system", "instruction", "context", "response")


def on(found, name):
    return [one for one in found if one.finding.field == name]


@login_required
@require_http_methods(["GET", "POST"])
def empty_history(request, pk):
    """Ask once more, then delete what stood in an example's texts before its edits."""
    example = one(pk)
    if request.method == "GET":
        return render(request, "examples/empty_history.html", {"example": example})
    example.empty_history(who(request))
    messages.success(request, _("The earlier texts of example %(id)s are gone for good.") % {"id": pk})
    return redirect("example", pk)


@require_http_methods(["GET", "POST"])
def edit(request, pk):
    """Edit in place, or without htmx on a page of its own."""
    if request.method == "POST":
        return save(request, pk)
    example = get_object_or_404(Example.objects.all(), pk=pk)
    form = ExampleForm.of(example)
    put_focus(request, form, "instruction")
    return edit_form(request, example, form, example.etag)


@transaction.atomic
def save(request, pk):
    """Save an edit, unless somebody else was quicker: then both are kept, and saving again decides."""
    example = get_object_or_404(Example.everything.settled().select_for_update(of=("self",)), pk=pk)
    form = ExampleForm(request.POST, auto_id=f"id_{pk}_%s", kept=example)
    if example.removed_at:
        form.add_error(None, in_trash())
        return edit_form(request, example, form, example.etag, status=409)
    if form.is_valid() and request.POST.get("etag") != example.etag:
        message = _("Somebody changed this example meanwhile. Read it anew; saving again puts yours in its place.")
        form.add_error(None, message)
        return edit_form(request, example, form, example.etag, status=409)
    if form.is_valid():
        try:
            example.edit(by=who(request), **form.cleaned_data)
            clusters.compare(pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Example %(id)s is saved.") % {"id": pk}, extra_tags=f"saved-{pk}")
            return with_card(request, pk) if request.htmx else redirect(back(request))
    focus_on_mistake(request, form)
    return edit_form(request, example, form, request.POST.get("etag", ""), status=400)


def in_trash():
    return _("This example went to the trash meanwhile. Restore it on its page, then save again.")


def edit_form(request, example, form, etag, status=200):
    template = "examples/_edit.html" if request.htmx else "examples/edit.html"
    context = {"example": example, "form": form, "etag": etag, "next": back(request), **marks()}
    return render(request, template, context, status=status)


def with_card(request, pk, saved=True, **context):
    example = card_of(pk)
    example.just_saved = saved
    return noticed(render(request, "examples/_card_changed.html", {"example": example, "focus": True, **context}))


def noticed(answer):
    """Let the numbers on the page load anew; the list stays as it is but for what this answer swaps."""
    answer["HX-Trigger"] = "numbers-changed"
    return answer


@posted
def act(request, pk):
    """One verb of VERBS on one example. htmx gets its card anew."""
    example = one(pk)
    verb = VERBS.get(request.POST.get("verb"))
    if verb is None:
        return redirect(back(request))
    try:
        return verb(request, example)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return with_card(request, pk, saved=False) if request.htmx else redirect(back(request))
    except review.Changed:
        words = _("Somebody changed or judged example %(id)s meanwhile, so nothing was done. Decide once more.")
        messages.error(request, words % {"id": pk})
        return with_card(request, pk, saved=False) if request.htmx else redirect("example", pk)


def approve(request, example):
    words = _("Example %(id)s is approved.")
    example, moment = judged(request, example, Status.APPROVED)
    if example.status != Status.APPROVED:
        return done(request, example, _("Example %(id)s has a first approval and waits for a second person’s."))
    return done(request, example, f"{words} {gating.why_kept(example)}".strip() if moment else words, judged=moment)


def reject(request, example):
    example, moment = judged(request, example, Status.REJECTED, request.POST.get("note", "")[: review.LONGEST_NOTE])
    return done(request, example, _("Example %(id)s is rejected."), judged=moment)


def reopen(request, example):
    example, moment = judged(request, example, Status.NEW)
    return done(request, example, _("Example %(id)s is new again."), judged=moment)


def judged(request, example, status, note=""):
    """Give a verdict on what stood on the page, and return the example and the moment: None where it has the verdict
    already, since two clicks are no mistake. Raises review.Changed or Refused."""
    if example.status == status and not example.removed_at:
        return example, None
    return review.judge(example.pk, status, request.POST.get("etag", ""), who(request), note)


def delete(request, example):
    """Move to the trash. One that is there already is where it should be: two clicks are no mistake."""
    now = timezone.now()
    moved = Example.objects.filter(pk=example.pk).remove(at=now)
    if request.htmx:
        return noticed(render(request, "examples/_removed.html", {"example": example}))
    words = _("Example %(id)s is in the trash now.") % {"id": example.pk}
    tell(request, words, f"undo:removed:{microseconds(now)}" if moved else "")
    return redirect(back(request))


def restore(request, example):
    Example.everything.filter(pk=example.pk).restore()
    messages.success(request, _("Example %(id)s is back.") % {"id": example.pk}, extra_tags=f"saved-{example.pk}")
    if not request.htmx:
        return redirect(back(request))
    if request.POST.get("place") == "trash":
        return noticed(render(request, "_said.html"))
    return with_card(request, example.pk)


def duplicate(request, example):
    """Add a copy, new and without a source, above the one it was made from."""
    copy = example.copied().add(by=who(request))
    words = _("Example %(copy)s is a copy of example %(id)s.") % {"copy": copy.pk, "id": example.pk}
    messages.success(request, words, extra_tags=f"saved-{copy.pk}")
    if not request.htmx:
        return redirect("example-edit", copy.pk)
    made = card_of(copy.pk)
    made.just_saved = True
    return noticed(render(request, "examples/_duplicated.html", {"made": made, "example": card_of(example.pk)}))


def put_placeholders(request, example):
    replacing.replace(example, who(request), request.POST.get("address", ""))
    return done(request, example, _("Placeholders stand in example %(id)s; its history keeps what was there."))


def tag(request, example):
    Example.everything.filter(pk=example.pk).tag(tag_of(request.POST.get("tag", "")))
    return done(request, example, _("Example %(id)s is tagged."))


def untag(request, example):
    Example.everything.filter(pk=example.pk).untag(tag_of(request.POST.get("tag", "")))
    return done(request, example, _("Example %(id)s has one tag less."))


def overrule(request, example):
    """Say that a finding is none, and why."""
    key = request.POST.get("key", "")
    try:
        findings.overrule(example, key, request.POST.get("because", ""), who(request))
    except findings.NoSuchFinding as refusal:
        messages.error(request, str(refusal))
    except Refused as refusal:
        return example_page(request, example, 400, overruling={"key": key, "wrong": str(refusal)})
    else:
        messages.success(request, _("Overruled, with your reason. It can be taken back below the findings."))
    return redirect("example", example.pk)


def revive(request, example):
    """Take an overruling back."""
    try:
        findings.revive(example, request.POST.get("key", ""), who(request))
    except findings.NoSuchFinding as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The finding is open again."))
    return redirect("example", example.pk)


VERBS = {
    "approve": approve,
    "reject": reject,
    "reopen": reopen,
    "delete": delete,
    "restore": restore,
    "duplicate": duplicate,
    "placeholder": put_placeholders,
    "tag": tag,
    "untag": untag,
    "overrule": overrule,
    "revive": revive,
}


def tag_of(word):
    """Return a tag as it was typed. Raises Refused."""
    form = TagForm({"tag": word})
    if not form.is_valid():
        raise Refused(form.sentence())
    return form.cleaned_data["tag"]


def done(request, example, words, judged=None):
    tags = f"undo:judged:{microseconds(judged)}" if judged else ""
    messages.success(request, words % {"id": example.pk}, extra_tags=tags)
    return with_card(request, example.pk) if request.htmx else redirect(back(request))


# Many at once


@posted
def bulk(request):
    """One verb for the ticked examples, or for all that fit the list's filter."""
    form = FilterForm(request.POST, strict=True)
    verb = BULK.get(request.POST.get("verb"))
    ids = ticked(request)
    everything = request.POST.get("scope") == "all"
    try:
        if verb is None or not form.is_valid():
            raise Refused(_("That was not understood. Choose the examples once more."))
        if not ids and not everything:
            raise Refused(_("No example is chosen. Tick some, or choose all that the list holds."))
        examples = Example.objects.all()
        examples = examples.matching(form.cleaned_data) if everything else examples.filter(id__in=list(ids))
        if everything and request.POST["verb"] in JUDGING and (question := unseen(request, examples)):
            return question
        verb(request, examples)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return render(request, "_said.html") if request.htmx else redirect(back(request))
    return changed(request)


JUDGING = {
    "approve": lambda number: ngettext("Approve %(shown)s example", "Approve %(shown)s examples", number),
    "reject": lambda number: ngettext("Reject %(shown)s example", "Reject %(shown)s examples", number),
}


def unseen(request, examples):
    """Return the page that says how many get a verdict without having been on the page, or None where none does or
    this was said of as many."""
    total, shown = examples.count(), request.POST.get("shown", "")
    shown = min(total, int(shown)) if shown.isascii() and shown.isdigit() and len(shown) < 19 else 0
    if shown == total or request.POST.get("sure") == str(total):
        return None
    names = ("verb", "scope", "shown", "next", *FilterForm.base_fields)
    fields = [(name, value) for name in names for value in request.POST.getlist(name) if value]
    query = urlencode([(name, value) for name, value in fields if name in FilterForm.base_fields])
    context = {
        "title": JUDGING[request.POST["verb"]](total) % {"shown": f"{total:,}"},
        "total": total, "shown": shown, "unseen": total - shown,
        "fields": fields, "query": query, "back": back(request),
    }  # fmt: skip
    answer = render(request, "examples/judge_all.html", context)
    if request.htmx:
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML show:top"
    return answer


def ticked(request):
    """Return {id: etag that the page had} of the ticked examples."""
    etags = {etag.strip('"').partition("-")[0]: etag for etag in request.POST.getlist("ids")}
    return {int(pk): etag for pk, etag in etags.items() if pk.isascii() and pk.isdigit() and len(pk) < 19}


def judged_many(words, verb):
    def judge(request, examples):
        now, other = timezone.now(), []
        if request.POST.get("scope") == "all":  # in steps, and so in no transaction
            number = getattr(examples, verb)(by=who(request), at=now)
        else:
            with transaction.atomic():
                other = not_as_seen(examples, ticked(request))
                number = getattr(examples.exclude(id__in=other), verb)(by=who(request), at=now)
        tell(request, words % {"examples": counted(number)}, f"undo:judged:{microseconds(now)}" if number else "")
        if other:
            left = _("Changed meanwhile, so nothing was done: %(examples)s. Read what is new, and decide once more.")
            messages.error(request, left % {"examples": counted(len(other))})

    return judge


def not_as_seen(examples, etags):
    """Return the ids of those that are not any more what the page showed, and hold the others as they are."""
    rows = examples.order_by("id").select_for_update(of=("self",)).only("id", "updated_at")
    return [row.pk for row in rows if row.etag != etags[row.pk]]


def delete_many(request, examples):
    now = timezone.now()
    number = examples.remove(at=now)
    words = _("In the trash now: %(examples)s.") % {"examples": counted(number)}
    tell(request, words, f"undo:removed:{microseconds(now)}" if number else "")


def tag_many(request, examples):
    number = examples.tag(tag_of(request.POST.get("tag_word", "")))
    tell(request, _("Tagged: %(examples)s.") % {"examples": counted(number)})


def untag_many(request, examples):
    number = examples.untag(tag_of(request.POST.get("tag_word", "")))
    tell(request, _("Without this tag now: %(examples)s.") % {"examples": counted(number)})


def tell(request, words, undo=""):
    messages.success(request, words, extra_tags=undo)


BULK = {
    "approve": lambda request, examples: judged_many(_("Approved: %(examples)s."), "approve")(request, examples),
    "reject": lambda request, examples: judged_many(_("Rejected: %(examples)s."), "reject")(request, examples),
    "delete": delete_many,
    "tag": tag_many,
    "untag": untag_many,
}
