"""Examples out of the chat: an answer that is corrected, and drafts for the passages of a document."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from chat import conversing, drafting, prompts
from chat.models import Document, LanguageModel, Turn
from chat.views.chatting import my_turn
from examples.forms import ExampleForm
from examples.stats import LONGEST, SHORTEST
from examples.texts import Refused
from trainingcenter.access import who

PAGE = 10


@require_http_methods(["GET", "POST"])
def use(request, pk):
    """The form that makes an example of an answer: the question, the passages as context, the answer to correct."""
    turn = my_turn(request, pk)
    if not turn.content or turn.open:
        raise Http404
    if request.method == "POST":
        return save(request, turn)
    before = conversing.said(conversing.path(conversing.turns_of(turn.conversation), turn.parent)[:-1])
    initial = {
        "instruction": turn.parent.content,
        "context": prompts.fenced(turn.sources) if turn.sources else "",
        "response": turn.content,
        "tags": drafting.CHAT,
        "history": before,
    }
    return example_form(request, turn, ExampleForm(initial=initial))


def save(request, turn):
    form = ExampleForm(request.POST)
    if form.is_valid():
        try:
            example = drafting.unsaved_from(turn, form.cleaned_data).add(by=who(request))
        except Refused as refusal:
            form.add_error("response", str(refusal))
        else:
            Turn.objects.filter(pk=turn.pk).update(used_as=example.pk)
            words = _("Saved as example %(id)s. It waits at the review desk, with what was found in it.")
            messages.success(request, words % {"id": example.pk})
            return redirect(f"{reverse('conversation', args=[turn.conversation_id])}?at={turn.pk}#turn-{turn.pk}")
    return example_form(request, turn, form, 400)


def example_form(request, turn, form, status=200):
    form.fields["context"].widget.attrs["rows"] = 8
    context = {"turn": turn, "form": form, "shortest": SHORTEST, "longest": LONGEST}
    return render(request, "chat/use.html", context, status=status)


@require_http_methods(["GET", "POST"])
def draft(request, pk):
    """The passages of a document: a model drafts an example for those that are chosen, or a person writes one."""
    document = get_object_or_404(Document.objects.live(), pk=pk)
    if request.method == "POST" and request.POST.get("verb") == "write":
        return written(request, document)
    if request.method == "POST":
        return drafted(request, document)
    return draft_page(request, document)


def draft_page(request, document, form=None, passage=None, status=200):
    shown = Paginator(drafting.passages_of(document), PAGE).get_page(request.GET.get("page"))
    for one in shown:
        one.form = form if passage and one.pk == passage.pk else ExampleForm(auto_id=f"id_{one.pk}_%s")
    model = answering_model()
    context = {
        "document": document,
        "passages": shown,
        "model": model,
        "drafted": drafting.drafts_of(document).count(),
        "most": drafting.settings.DRAFTS_PER_DOCUMENT,
        "shortest": SHORTEST,
        "longest": LONGEST,
        "wrong": passage and passage.pk,
    }
    return render(request, "chat/draft.html", context, status=status)


def answering_model():
    """Return the default model where it can write, else None."""
    model = LanguageModel.objects.default()
    return model if model and model.backend != "passages" else None


def here(request, document):
    page = request.POST.get("page", "")
    return f"{reverse('document-draft', args=[document.pk])}{f'?page={page}' if page.isdecimal() else ''}"


def drafted(request, document):
    ids = [int(one) for one in request.POST.getlist("passages") if one.isascii() and one.isdigit() and len(one) < 19]
    model = answering_model()
    if model is None:
        words = _(
            "No model that could write drafts is set up, or none is the default. Write the question and answer "
            "yourself."
        )
        messages.error(request, words)
    elif not ids:
        messages.error(request, _("No passage is chosen. Tick those that drafts are to be made of."))
    else:
        tell(request, drafting.draft(document, drafting.passages_of(document, ids[:PAGE]), model, who(request)))
    return redirect(here(request, document))


def tell(request, drafts):
    """Say what came of drafting."""
    number = len(drafts.added)
    words = [
        ngettext("%(number)s draft waits for review.", "%(number)s drafts wait for review.", number)
        % {"number": number}
    ]
    if drafts.unsupported:
        words.append(
            ngettext(
                "%(number)s was dropped: its quote is not in the passage.",
                "%(number)s were dropped: their quotes are not in the passages.",
                drafts.unsupported,
            )
            % {"number": drafts.unsupported}
        )
    if drafts.unreadable:
        words.append(
            ngettext(
                "%(number)s answer of the model was no draft.",
                "%(number)s answers of the model were no drafts.",
                drafts.unreadable,
            )
            % {"number": drafts.unreadable}
        )
    if drafts.full:
        words.append(_("This document has as many drafts as it may: review some, or raise DRAFTS_PER_DOCUMENT."))
    if drafts.problem:
        words.append(drafts.problem)
    (messages.success if number else messages.error)(request, " ".join(words))


def written(request, document):
    pk = request.POST.get("passage", "")
    passage = get_object_or_404(drafting.passages_of(document), pk=pk if pk.isdecimal() and len(pk) < 19 else 0)
    form = ExampleForm({**request.POST.dict(), "context": ""}, auto_id=f"id_{passage.pk}_%s")
    if not form.is_valid():
        return draft_page(request, document, form, passage, 400)
    values = form.cleaned_data
    try:
        example = drafting.add(passage, values["instruction"], values["response"], by=who(request))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return draft_page(request, document, form, passage, 400)
    messages.success(request, _("Saved as example %(id)s. It waits at the review desk.") % {"id": example.pk})
    return redirect(here(request, document))
