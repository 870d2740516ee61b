"""The chat page: conversations, questions, and answers that are watched while they are written."""

import re
from contextlib import closing
from functools import wraps

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chat import answering, conversing, showing
from chat.chat_forms import AskForm, ReasonForm, TitleForm
from chat.models import Conversation, Document, LanguageModel, Turn
from chat.views.comparing import side_by_side
from examples.texts import Refused
from trainingcenter.access import who

LISTED = 40
BEAT = ":\n\n"


@require_safe
def new(request):
    """An empty page to begin on; with words, the list of conversations that have them."""
    if request.htmx.target == "conversations":
        return render(request, "chat/_conversations.html", listed(request))
    return page(request, None, AskForm(), deleted=just_deleted(request))


def just_deleted(request):
    """Return the conversation that was deleted a moment ago, so that it can come back."""
    pk = request.GET.get("deleted", "")
    found = Conversation.objects.of(who(request)).filter(removed_at__isnull=False)
    return found.filter(pk=pk).first() if pk.isascii() and pk.isdigit() and len(pk) < 19 else None


@require_safe
def conversation(request, pk):
    """A conversation, as its latest branch or the one through `?at=`."""
    return page(request, mine(request, pk), None)


def mine(request, pk):
    found = Conversation.objects.of(who(request)).live().select_related("tip", "model")
    return get_object_or_404(found, pk=pk)


def my_turn(request, pk):
    found = Turn.objects.of(who(request)).answers().select_related("conversation__model", "parent", "model", "prompt")
    return get_object_or_404(found, pk=pk)


def page(request, conversation, form, status=200, **more):
    context = {
        "form": form or AskForm(conversation=conversation),
        **thread(request, conversation),
        **listed(request, conversation),
        "models": LanguageModel.objects.known().exists(),
        "undecided": LanguageModel.objects.undecided() and answering.no_model(),
        "documents": Document.objects.usable().exists(),
        **more,
    }
    return render(request, "chat/chat.html", context, status=status)


def thread(request, conversation):
    """Return what `_thread.html` shows."""
    context = {"conversation": conversation, "turns": [], "disclaimer": answering.DISCLAIMER}
    if conversation is None:
        return context
    turns = conversing.turns_of(conversation)
    at = request.GET.get("at", "")
    tip = turns.get(int(at)) if at.isascii() and at.isdigit() and len(at) < 19 else turns.get(conversation.tip_id)
    if tip is None and turns:
        tip = list(turns.values())[-1]
    context["turns"] = [showing.prepare(turn) for turn in conversing.branch(turns, tip)]
    for turn in context["turns"]:
        place = turn.place - 1
        turn.before = turn.siblings[place - 1] if place else None
        turn.after = turn.siblings[place + 1] if place + 1 < len(turn.siblings) else None
    return context


def listed(request, current=None):
    """Return what `_conversations.html` shows."""
    words = request.GET.get("q", "").strip()[:200]
    found = Conversation.objects.of(who(request)).live().with_words(words)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        last = Conversation.objects.filter(pk=before).values_list("updated_at", flat=True).first()
        if last:
            found = found.filter(Q(updated_at__lt=last) | Q(updated_at=last, pk__lt=before))
    rows = list(found[: LISTED + 1])
    more = rows[LISTED - 1].pk if len(rows) > LISTED else None
    return {"conversations": rows[:LISTED], "q": words, "older": more, "current": current}


# Asking


def posted(view):
    """Let a form's target answer POST only. By its address alone, say after signing in, one gets the chat."""

    @wraps(view)
    def answer(request, *arguments, **named):
        return view(request, *arguments, **named) if request.method == "POST" else redirect("chat")

    return require_http_methods(["GET", "HEAD", "POST"])(answer)


@posted
def ask(request):
    """Ask a question, at the end of a conversation, in the place of another question, or in a new conversation. htmx
    gets the thread with a place where the answer will be written; without it the answer is waited for."""
    pk = request.POST.get("conversation", "")
    conversation = mine(request, pk) if pk.isascii() and pk.isdigit() and len(pk) < 19 else None
    form = AskForm(request.POST, conversation=conversation)
    if not form.is_valid():
        return refused(request, conversation, form)
    try:
        answer = asked(request, conversation, form)
    except Refused as refusal:
        form.add_error("message", str(refusal))
        return refused(request, conversation, form)
    if conversation is None and request.htmx:
        return HttpResponse(headers={"HX-Redirect": reverse("conversation", args=[answer.conversation_id])})
    return written(request, answer)


def asked(request, conversation, form):
    """Return the answer that waits for a question which the form holds. Raises Refused and Http404."""
    text, edits = form.cleaned_data["message"], request.POST.get("edits", "")
    if conversation is None:
        conversation = conversing.begin(text, by=who(request), **form.choices())
        conversation.collections.set(form.cleaned_data["collections"])
        return conversing.ask(conversation, text)
    if edits:
        question = get_object_or_404(conversation.turns, pk=edits if edits.isdecimal() else 0, role="user")
        return conversing.ask(conversation, text, question.parent)
    for name, value in form.choices().items():
        setattr(conversation, name, value)
    conversation.save(update_fields=["context", "model", "use_documents"])
    conversation.collections.set(form.cleaned_data["collections"])
    return conversing.ask(conversation, text, end_of(conversation, request.POST.get("below", "")))


def end_of(conversation, below):
    """Return the turn that a new question goes below: the last of the branch that the page showed."""
    if below.isascii() and below.isdigit() and len(below) < 19:
        return conversation.turns.filter(pk=below).first()
    return conversation.tip


def refused(request, conversation, form):
    if request.htmx:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        answer = render(request, "_said.html")
        answer["HX-Reswap"] = "none"
        return answer
    return page(request, conversation, form, status=400)


def written(request, answer):
    """Answer with the thread in which this answer waits to be written; without htmx, when it is written."""
    conversation = Conversation.objects.select_related("tip", "model").get(pk=answer.conversation_id)
    if request.htmx:
        return render(request, "chat/_thread.html", thread(request, conversation))
    conversing.write_at_once(answer)
    return redirect(f"{reverse('conversation', args=[conversation.pk])}#turn-{answer.pk}")


# Watching


@require_safe
def stream(request, pk):
    """The answer as server-sent events while it is written: `piece` for each text, at the end `final`, the whole. A
    comment goes out while the model is silent: to somebody who has left it cannot, and that ends it."""
    turn = my_turn(request, pk)
    response = StreamingHttpResponse(events(request, turn), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


def events(request, turn):
    with translation.override(request.LANGUAGE_CODE):
        if conversing.claim(turn):
            with closing(conversing.write(turn)) as texts:
                for text in texts:
                    yield event("piece", escape(text)) if text else BEAT
        yield event("final", turn_html(request, turn.pk))


def event(name, html):
    lines = re.split(r"\r\n|\r|\n", html)
    return f"event: {name}\n" + "".join(f"data: {line}\n" for line in lines) + "\n"


def turn_html(request, pk, **context):
    turn = my_turn(request, pk)
    turns = conversing.turns_of(turn.conversation)
    shown = next((one for one in conversing.branch(turns, turns[pk]) if one.pk == pk), turns[pk])
    place = shown.place - 1
    shown.before = shown.siblings[place - 1] if place else None
    shown.after = shown.siblings[place + 1] if place + 1 < len(shown.siblings) else None
    context |= {"turn": showing.prepare(shown), "conversation": turn.conversation, "swapped": True}
    return render_to_string("chat/_turn.html", context, request)


@require_safe
def turn(request, pk):
    """One answer as it is now, for a page that waits for what another writes."""
    conversing.seen(pk)
    return HttpResponse(turn_html(request, pk))


# Verbs


@posted
def act_on_turn(request, pk):
    """One verb of TURN_VERBS on an answer."""
    verb = TURN_VERBS.get(request.POST.get("verb"))
    if verb is None:
        raise Http404
    return verb(request, my_turn(request, pk))


def stop(request, answer):
    conversing.stop(answer)
    return changed(request, answer)


def retry(request, answer, anyway=False):
    """Ask again. Of two answers side by side, the same model is asked, and they stay side by side."""
    if not side_by_side(request):
        return written(request, conversing.again(answer, anyway))
    further, page = conversing.again(answer, anyway, answer.model), reverse("compare-pair", args=[answer.parent_id])
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": page})
    conversing.write_at_once(further)
    return redirect(page)


def anyway(request, answer):
    return retry(request, answer, anyway=True)


def rate(request, answer):
    form = ReasonForm(request.POST)
    if form.is_valid():
        rating = form.cleaned_data["rating"]
        values = {"rating": rating, "reason": form.cleaned_data["reason"] if rating else ""}
        Turn.objects.filter(pk=answer.pk).update(**values, rated_by=who(request), rated_at=timezone.now())
    return changed(request, answer)


TURN_VERBS = {"stop": stop, "retry": retry, "anyway": anyway, "rate": rate}


def changed(request, answer):
    if request.htmx:
        return HttpResponse(turn_html(request, answer.pk))
    return redirect(f"{reverse('conversation', args=[answer.conversation_id])}?at={answer.pk}#turn-{answer.pk}")


@posted
def act(request, pk):
    """One verb of VERBS on a conversation."""
    verb = VERBS.get(request.POST.get("verb"))
    if verb is None:
        raise Http404
    conversation = get_object_or_404(Conversation.objects.of(who(request)), pk=pk)
    return verb(request, conversation)


def rename(request, conversation):
    form = TitleForm(request.POST)
    if form.is_valid():
        conversation.title = form.cleaned_data["title"]
        conversation.save(update_fields=["title"])
    else:
        messages.error(request, form.errors["title"][0])
    return redirect("conversation", conversation.pk)


def delete(request, conversation):
    conversation.remove()
    return redirect(f"{reverse('chat')}?deleted={conversation.pk}")


def restore(request, conversation):
    conversation.restore()
    messages.success(request, _("The conversation is back."))
    return redirect("conversation", conversation.pk)


VERBS = {"rename": rename, "delete": delete, "restore": restore}


@require_safe
def export(request, pk, format):
    """A conversation as a file: all branches as JSON, or the one that the page shows as Markdown."""
    conversation = mine(request, pk)
    if format == "json":
        turns = conversation.turns.order_by("id")
        response = JsonResponse(showing.as_object(conversation, turns), json_dumps_params={"ensure_ascii": False})
    elif format == "md":
        text = showing.as_markdown(conversation, thread(request, conversation)["turns"])
        response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="conversation-{conversation.pk}.{format}"'
    return response


@require_safe
def rated(request):
    """Answers that somebody found good or poor, the latest first."""
    wanted = {"up": 1, "down": -1}.get(request.GET.get("rating"))
    found = Turn.objects.of(who(request)).rated().select_related("conversation", "parent").order_by("-rated_at")
    if wanted:
        found = found.filter(rating=wanted)
    answers = [showing.prepare(turn) for turn in found[:100]]
    return render(request, "chat/rated.html", {"answers": answers, "wanted": request.GET.get("rating", "")})
