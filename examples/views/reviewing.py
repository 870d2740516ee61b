"""The review desk: one example after another out of a queue, with all that a decision needs."""

from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from examples import checks, clusters, findings, gating, marking, replacing, review
from examples.forms import ExampleForm, FilterForm
from examples.likeness import alike
from examples.models import Example, Hold, Status
from examples.models.voices import with_voices
from examples.texts import Refused
from examples.views.changing import in_trash
from examples.views.listing import microseconds, moment_of, words_of
from examples.views.training import focus_on_mistake, marks, put_focus
from trainingcenter.access import who

KEYS = (*FilterForm.base_fields, "assigned")
# What the page remembers of this session: what was skipped, and verdicts to be undone.
REMEMBERED, SKIPPED, DONE = "review", 500, 50
# Characters of a text that the desk shows; more is on the example's own page.
SHOWN = 20_000
TURNS_SHOWN, TURN_SHOWN = 100, 5_000
TEXTS = {
    "instruction": gettext_lazy("Question"),
    "context": gettext_lazy("Context"),
    "response": gettext_lazy("Answer"),
}
EVENTS_SHOWN = 4


@require_safe
def desk(request):
    """The desk with the next example of the queue in the address; `at`, `after` and `before` name another."""
    return Desk(request, request.GET).answer(**{name: number(request.GET.get(name)) for name in PLACES})


PLACES = ("at", "after", "before")


@require_http_methods(["GET", "HEAD", "POST"])
def act(request):
    """One verb of VERBS. By its address alone, say after signing in, one gets the desk."""
    verb = VERBS.get(request.POST.get("verb"))
    if verb is None:
        return redirect("review")
    return verb(request, Desk(request, QueryDict(request.POST.get("queue", ""))), number(request.POST.get("id")))


@require_http_methods(["GET", "POST"])
def edit(request, pk):
    """The desk with the example's texts as a form."""
    if request.method == "POST":
        return save(request, pk)
    example = get_object_or_404(Example.objects.all(), pk=pk)
    form = ExampleForm.of(example)
    put_focus(request, form, "instruction")
    return Desk(request, request.GET).answer(at=pk, form=form)


@transaction.atomic
def save(request, pk):
    """Save an edit, unless somebody else was quicker: then both are kept, and saving again decides."""
    desk = Desk(request, QueryDict(request.POST.get("queue", "")))
    example = get_object_or_404(Example.everything.settled().select_for_update(of=("self",)), pk=pk)
    form, etag = ExampleForm(request.POST, auto_id=f"id_{pk}_%s", kept=example), request.POST.get("etag", "")
    if example.removed_at:
        return outside(request, desk, example, form)
    if form.is_valid() and etag != example.etag:
        message = _("Somebody changed this example meanwhile. Read it anew; saving again puts yours in its place.")
        form.add_error(None, message)
        return desk.answer(409, at=pk, form=form)
    if form.is_valid():
        try:
            example.edit(by=who(request), **form.cleaned_data)
            clusters.compare(pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Example %(id)s is saved.") % {"id": pk})
            return desk.again(at=pk)
    focus_on_mistake(request, form)
    return desk.answer(400, at=pk, form=form, etag=etag)


def outside(request, desk, example, form):
    """Show what was typed on a page of its own, for the desk has no place for what is in the trash."""
    form.add_error(None, in_trash())
    context = {"example": example, "form": form, "etag": example.etag, "next": desk.address(), **marks()}
    answer = render(request, "examples/edit.html", context, status=409)
    if request.htmx:
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML show:top"
    return answer


# Verbs


def approve(request, desk, pk):
    words = _("Example %(id)s is approved.")
    example = judged(request, desk, pk, Status.APPROVED)
    if not isinstance(example, Example):
        return example
    if example.status != Status.APPROVED:
        words = _("Example %(id)s has your approval, and waits for a second person.")
    messages.success(request, f"{words % {'id': pk}} {gating.why_kept(example)}".strip())
    return desk.again()


def reject(request, desk, pk):
    """Reject, with a reason: a chosen one, a written one, or both."""
    chosen, written = request.POST.get("reason", ""), request.POST.get("note", "")[: review.LONGEST_NOTE]
    rejecting = {"reason": chosen, "note": written}
    try:
        note = review.reason_of(chosen, written)
    except Refused as refusal:
        return desk.answer(400, at=pk, rejecting={**rejecting, "wrong": str(refusal)})
    if not note:
        wrong = _("Say why: choose a reason, or write one in a few words.")
        return desk.answer(400, at=pk, rejecting={**rejecting, "wrong": wrong})
    example = judged(request, desk, pk, Status.REJECTED, note, rejecting)
    if not isinstance(example, Example):
        return example
    messages.success(request, _("Example %(id)s is rejected.") % {"id": pk})
    return desk.again()


def judged(request, desk, pk, status, note="", rejecting=None):
    """Give a verdict and return the example; or an answer, where there can be none."""
    try:
        example, moment = review.judge(pk, status, request.POST.get("etag", ""), who(request), note)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return desk.answer(409, at=pk)
    except review.Changed:
        words = _("Somebody changed or judged example %(id)s meanwhile, so nothing was done. Decide once more.")
        messages.error(request, words % {"id": pk})
        return desk.answer(409, at=pk, rejecting=rejecting)
    review.leave(pk, desk.holder)
    desk.remember("done", [microseconds(moment), pk], DONE)
    return example


def skip(request, desk, pk):
    review.leave(pk, desk.holder)
    desk.remember("skipped", pk, SKIPPED)
    return desk.again()


def undo(request, desk, pk):
    """Take back the last verdict of this session, and show its example."""
    last = desk.forget_last("done")
    if last is None:
        messages.error(request, _("There is no verdict of yours to undo here."))
        return desk.again()
    moment, pk = last
    if not review.take_back(pk, moment_of(str(moment)), who(request)):
        words = _("Somebody judged or removed example %(id)s meanwhile, so nothing was undone.")
        messages.error(request, words % {"id": pk})
        return desk.again()
    messages.success(request, _("Undone: example %(id)s is as it was before your verdict.") % {"id": pk})
    return desk.again(at=pk)


def comment(request, desk, pk):
    example = get_object_or_404(Example.objects.all(), pk=pk)
    words = request.POST.get("words", "").replace("\r\n", "\n").strip()[: review.LONGEST_NOTE]
    wrong = ""
    try:
        if words:
            example.comment(who(request), words)
            messages.success(request, _("Your comment is kept."))
        else:
            wrong = _("This is empty. Write a few words.")
    except Refused as refusal:
        wrong = str(refusal)
    if not request.htmx:
        if wrong:
            messages.error(request, wrong)
        return redirect(f"{desk.address(at=pk)}#thread")
    context = {"example": example, "state": desk.state, "wrong": wrong, "words": words if wrong else "", "said": True}
    context |= thread(example)
    return render(request, "examples/_desk_thread.html", context, status=400 if wrong else 200)


def assign(request, desk, pk):
    example = get_object_or_404(Example.objects.all(), pk=pk)
    to, asked = None, request.POST.get("to", "")
    if asked:
        to = next((person for person in review.people() if str(person.pk) == asked), None)
        if to is None:
            messages.error(request, _("There is nobody of that account any more. Choose somebody else."))
            return desk.again(at=pk)
    review.assign(example, to, who(request))
    if to is None or to == who(request):
        words = _("Example %(id)s is assigned to you.") if to else _("Example %(id)s is assigned to nobody.")
        messages.success(request, words % {"id": pk})
        return desk.again(at=pk)
    review.leave(pk, desk.holder)
    words = _("Example %(id)s is assigned to %(name)s now.")
    messages.success(request, words % {"id": pk, "name": to.get_username()})
    return desk.again()


def overrule(request, desk, pk):
    """Say that a finding is none, and why."""
    key = request.POST.get("key", "")
    example = get_object_or_404(Example.objects.all(), pk=pk)
    try:
        findings.overrule(example, key, request.POST.get("because", ""), who(request))
    except findings.NoSuchFinding as refusal:
        messages.error(request, str(refusal))
    except Refused as refusal:
        return desk.answer(400, at=pk, overruling={"key": key, "wrong": str(refusal)})
    else:
        messages.success(request, _("Overruled, with your reason. It can be taken back below the findings."))
    return desk.again(at=pk)


def revive(request, desk, pk):
    """Take an overruling back."""
    example = get_object_or_404(Example.objects.all(), pk=pk)
    try:
        findings.revive(example, request.POST.get("key", ""), who(request))
    except findings.NoSuchFinding as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The finding is open again."))
    return desk.again(at=pk)


def stay(request, desk, pk):
    """Somebody is at work on it: hold it longer, and say until when."""
    until = review.hold(pk, desk.holder) if pk else None
    return HttpResponse(str(microseconds(until)) if until else "", content_type="text/plain")


def leave(request, desk, pk):
    until = moment_of(request.POST.get("until", ""))
    if pk and until:
        review.leave(pk, desk.holder, until)
    return HttpResponse(status=204)


@transaction.atomic
def put_placeholders(request, desk, pk):
    """Replace an identifier, wherever it stands in the example, or without its address all that may be one."""
    example = get_object_or_404(Example.objects.select_for_update(of=("self",)), pk=pk)
    if request.POST.get("etag") != example.etag:
        words = _("Somebody changed or judged example %(id)s meanwhile, so nothing was done. Decide once more.")
        messages.error(request, words % {"id": pk})
        return desk.answer(409, at=pk)
    try:
        changed = replacing.replace(example, who(request), request.POST.get("address", ""))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return desk.answer(400, at=pk)
    if changed:
        messages.success(
            request, _("Placeholders stand in example %(id)s; its history keeps what was there.") % {"id": pk}
        )
    else:
        messages.info(request, _("There is nothing to replace in example %(id)s any more.") % {"id": pk})
    return desk.again(at=pk)


VERBS = {
    "approve": approve,
    "reject": reject,
    "skip": skip,
    "undo": undo,
    "comment": comment,
    "assign": assign,
    "overrule": overrule,
    "revive": revive,
    "placeholder": put_placeholders,
    "stay": stay,
    "leave": leave,
}


# The desk


class Desk:
    """A queue as an address has it, and what this session did in it."""

    def __init__(self, request, query):
        self.request = request
        self.filters = FilterForm(query)
        self.valid = self.filters.is_valid()
        self.assigned = query.get("assigned") == "me"
        kept = QueryDict(mutable=True)
        for name in KEYS:
            if any(query.getlist(name)):
                kept.setlist(name, query.getlist(name))
        self.state = kept.urlencode()
        self.holder = holder_of(request)

    def address(self, **place):
        query = QueryDict(self.state, mutable=True)
        query.update({name: value for name, value in place.items() if value})
        return f"{reverse('review')}{'?' if query else ''}{query.urlencode()}"

    def again(self, **place):
        """Answer what was sent with the way to what is next; htmx goes it by itself."""
        return redirect(self.address(**place))

    def remember(self, what, value, most):
        kept = self.request.session.get(REMEMBERED, {})
        values = [one for one in kept.get(what, []) if one != value]
        self.request.session[REMEMBERED] = {**kept, what: [*values, value][-most:]}

    def forget_last(self, what):
        kept = self.request.session.get(REMEMBERED, {})
        *rest, last = kept.get(what) or [None]
        self.request.session[REMEMBERED] = {**kept, what: rest}
        return last

    def answer(self, status=200, at=None, after=None, before=None, **shown):
        """Give the next example, or the one that is named, and show it."""
        person = who(self.request)
        kept = self.request.session.get(REMEMBERED, {})
        filters = self.filters.cleaned_data if self.valid else {}
        queue = review.Queue(filters, self.holder, person, self.assigned, kept.get("skipped", []))
        if not self.valid:
            queue.examples = queue.examples.none()
        pk, until = queue.give(at, after, before)
        if pk is None and (after or before):
            messages.info(self.request, _("This is the last one.") if after else _("This is the first one."))
            pk, until = queue.give(at=after or before)
        elif pk is None and at:
            words = _("Example %(id)s is in front of somebody else, or not there any more. Here is the next.")
            messages.info(self.request, words % {"id": at})
            shown = {}
        if pk is None and (at or after or before):
            pk, until = queue.give()
        with_all = Example.objects.select_related("source", "assignment__to", "reviewer", "member__cluster")
        example = with_voices(with_all).filter(pk=pk).first() if pk else None
        context = {
            "example": example,
            "state": self.state,
            "queue": queue,
            "pace": said(queue, review.pace(0 if queue.more else queue.left, person)),
            "can_undo": bool(kept.get("done")),
            **(self.about(example, until, shown) if example else self.nothing()),
        }
        if self.request.htmx:
            return render(self.request, "examples/_desk_swapped.html", context, status=status)
        return render(self.request, "examples/review.html", {**context, **self.head()}, status=status)

    def head(self):
        """What stands above the desk: which queue this is, and which others there are."""
        asked = {name: value for name, value in self.filters.cleaned_data.items() if value not in (None, "", [])}
        check = asked.pop("finding", None)
        here = "assigned" if self.assigned else "flagged" if check else "new" if not asked else "filter"
        return {
            "filters": self.filters,
            "here": here,
            "finding": check and check.name,
            "checks": [*checks.GROUPS.values(), *checks.every().values()],
            "narrowed": [words_of(name, value) for name, value in asked.items()],
            "can_be_assigned": who(self.request) is not None,
            "desk_title": self.state,
        }

    def nothing(self):
        others = Hold.objects.filter(until__gt=timezone.now()).exclude(holder=self.holder).count()
        return {"others": others}

    def about(self, example, until, shown):
        still_open, overruled = findings.parted(findings.findings_of(example))
        found, more = marking.numbered(still_open)
        form = shown.get("form")
        if form:
            shown = {**shown, **marks(), "etag": shown.get("etag") or example.etag}
        return {
            "until": microseconds(until),
            "findings": found,
            "more_findings": more,
            "overruled": overruled,
            "keys": True,
            "parts": [Part(name, label, example, found) for name, label in TEXTS.items()],
            "system": Part("system", _("System prompt"), example, found) if example.system else None,
            "turns": marking.turns(example.history[:TURNS_SHOWN], found, TURN_SHOWN),
            "history_findings": [one for one in found if one.finding.field == "history"],
            "identifiers": sum(1 for one in found if one.finding.kind),
            "likes": alike(example),
            "reasons": review.REASONS.items(),
            "people": review.people(),
            "assignee": getattr(example, "assignment", None),
            "rejecting": None,
            "etag": example.etag,
            "back": self.address(at=example.pk),
            "ahead": self.address(after=example.pk),
            "behind": self.address(before=example.pk),
            "edit_query": self.state,
            **thread(example),
            **shown,
        }


class Part:
    """One text on the desk: its pieces, the findings on the whole of it, and how much of it is not shown."""

    def __init__(self, name, label, example, found):
        text = getattr(example, name)
        found = [one for one in found if one.finding.field == name]
        self.name, self.label, self.length = name, label, len(text)
        self.rest = max(0, len(text) - SHOWN)
        self.pieces = marking.pieces(text[:SHOWN], found)
        self.found, self.whole = found, [one for one in found if one.whole]


def thread(example):
    events = review.history_of(example)
    waiting = None
    for event in events:
        if event.kind == "approved" and event.first:
            waiting = event
        elif event.kind == "edited" or (waiting and event.kind in ("new", "rejected") and event.by_id == waiting.by_id):
            waiting = None  # the texts are others, or the first approval was taken back
    if example.status != Status.NEW:
        waiting = None
    return {"events": events[-EVENTS_SHOWN:], "earlier": events[:-EVENTS_SHOWN], "waiting": waiting}


def said(queue, pace):
    """Return how many are left and how fast it goes, as phrases of their own."""
    number = f"{queue.left:,}"
    if queue.more:
        left = _("%(number)s+ left") % {"number": number}
    else:
        left = ngettext("%(number)s left", "%(number)s left", queue.left) % {"number": number}
    phrases = [left]
    if pace.done:
        words = ngettext("%(number)s in the last 10 minutes", "%(number)s in the last 10 minutes", pace.done)
        phrases.append(words % {"number": f"{pace.done:,}"})
    if pace.to_go:
        phrases.append(time_to_go(pace.to_go))
    return phrases


def time_to_go(time):
    """Return about how long, no more exact than such a guess is."""
    minutes = max(1, round(time / timedelta(minutes=1)))
    if minutes > 90:
        hours = round(minutes / 60)
        return ngettext("about %(n)s hour to go", "about %(n)s hours to go", hours) % {"n": hours}
    if minutes >= 50:
        return _("about an hour to go")
    if 25 <= minutes < 40:
        return _("about half an hour to go")
    minutes = minutes if minutes < 10 else 5 * round(minutes / 5)
    return ngettext("about %(n)s minute to go", "about %(n)s minutes to go", minutes) % {"n": minutes}


def holder_of(request):
    """Return who is at the desk: an account or, at an open workstation, a browser's session."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    if not request.session.session_key:
        request.session.create()
    return f"session:{request.session.session_key}"


def number(text):
    """Return the whole number of an address, or None where there is none. Raises Http404 for what is none."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise Http404
    return int(text)
