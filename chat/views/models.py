"""The models that answer: which there are, and with an account adding, changing, trying and deleting them."""

import time

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chat import answering, backends
from chat.chat_forms import ModelForm
from chat.models import LanguageModel
from examples.texts import CHARACTERS_A_TOKEN
from trainingcenter.access import who

TRIED = "Say in one sentence what you can help with."


@require_safe
def models(request):
    return listed(request)


def listed(request, **more):
    models = LanguageModel.objects
    context = {"models": models.known(), "undecided": models.undecided(), "may": who(request) is not None, **more}
    return render(request, "chat/models.html", context)


def with_account(view):
    """Let only somebody with an account set up models: in the open mode too, since questions are sent there."""

    def asked(request, *arguments, **named):
        if who(request) is None:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/models/")
        return view(request, *arguments, **named)

    return asked


@require_http_methods(["GET", "POST"])
@with_account
def add(request):
    return filled(request, LanguageModel(), _("Add a model"))


@require_http_methods(["GET", "POST"])
@with_account
def edit(request, pk):
    model = get_object_or_404(LanguageModel, pk=pk)
    return filled(request, model, model.name)


def filled(request, model, title):
    """Show the form, or save what it holds."""
    form = ModelForm(request.POST or None, instance=model)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(
            request, _("“%(name)s” is saved. It is used from the next question on.") % {"name": saved.name}
        )
        return redirect("models")
    context = {"form": form, "model": model, "title": title}
    return render(request, "chat/model.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_account
def act(request, pk):
    """One verb of VERBS on a model."""
    if request.method == "GET":
        return redirect("models")
    verb = VERBS.get(request.POST.get("verb"))
    if verb is None:
        raise Http404
    return verb(request, get_object_or_404(LanguageModel, pk=pk))


def put_first(request, model):
    model.put_first()
    messages.success(request, _("“%(name)s” answers unless another is chosen.") % {"name": model.name})
    return redirect("models")


def delete(request, model):
    if model.from_environment:
        words = _(
            "“%(name)s” comes from the environment. Unset CHAT_MODEL, CHAT_BASE_URL and HF_TOKEN to be without it."
        )
        messages.error(request, words % {"name": model.name})
        return redirect("models")
    model.delete()
    messages.success(request, _("“%(name)s” is deleted. What it answered stays.") % {"name": model.name})
    return redirect("models")


def warn_of_no_default(request):
    if LanguageModel.objects.undecided():
        messages.warning(request, str(answering.no_model()))


def attempt(request, model):
    """Send one message, and show what came and how quickly, or what went wrong and what to do."""
    began, said, failure = time.monotonic(), [], None
    try:
        if model.kind is None:
            raise backends.NotSetUp("no_kind")
        turns = [{"role": "user", "content": TRIED}]
        with answering.a_place():
            for text in model.kind.pieces(model, turns, backends.Wanted(max_tokens=100)):
                said.append(text)
    except backends.Failed as error:
        failure = error
    seconds = time.monotonic() - began
    text = "".join(said).strip()
    tried = {
        "model": model.pk,
        "asked": TRIED,
        "text": text[:5000],
        "seconds": seconds,
        "pace": len(text) / CHARACTERS_A_TOKEN / seconds if text else 0,
        "failure": str(failure) if failure else "",
    }
    return listed(request, tried=tried)


VERBS = {"first": put_first, "delete": delete, "try": attempt}
