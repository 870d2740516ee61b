"""Two models side by side."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chat import answering, comparing, conversing, showing
from chat.chat_forms import CompareForm
from chat.models import LanguageModel, Turn
from examples.texts import Refused
from trainingcenter.access import who


@require_http_methods(["GET", "POST"])
def compare(request):
    """The form that asks two models one question."""
    names = list(LanguageModel.objects.known().values_list("name", flat=True)[:2])
    initial = dict(zip(("first", "second"), names, strict=False))
    form = CompareForm(request.POST or None, initial={**initial, "use_documents": True})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            models = (values["first"], values["second"])
            question = comparing.begin(values["message"], models, values["use_documents"], who(request))
        except Refused as refusal:
            form.add_error("message", str(refusal))
        else:
            return redirect("compare-pair", question.pk)
    context = {"form": form, "enough": len(names) > 1, "crisis": whom_to_turn_to(request.POST.get("message", ""))}
    return render(request, "chat/compare.html", context, status=400 if form.errors else 200)


def whom_to_turn_to(text):
    """Return the words for somebody in danger where a question shows it: they come though it could not be asked."""
    return showing.shown(answering.words_of_danger(text)) if answering.in_danger(text) else ""


@require_http_methods(["GET", "POST"])
def pair(request, pk):
    """The two answers, watched while they are written; a post says which is better, or has them written at once."""
    question = get_object_or_404(Turn.objects.of(who(request)).select_related("conversation"), pk=pk, role="user")
    answers = comparing.pair(question)
    if len(answers) < 2:
        return redirect("conversation", question.conversation_id)
    if request.method == "POST":
        return chosen(request, question, answers)
    for answer in answers:
        answer.siblings = []
    shown = [showing.prepare(answer) for answer in answers]
    return render(request, "chat/pair.html", {"question": question, "answers": shown})


def chosen(request, question, answers):
    if request.POST.get("verb") == "write":
        for answer in answers:
            conversing.write_at_once(answer)
        return redirect("compare-pair", question.pk)
    better, worse = answers if request.POST.get("better") == "first" else reversed(answers)
    try:
        example = comparing.prefer(better, worse, who(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved as example %(id)s. It waits at the review desk.") % {"id": example.pk})
    return redirect("compare-pair", question.pk)


def side_by_side(request):
    """Return whether a button was pressed on the page that shows two models side by side."""
    page = request.htmx.current_url if request.htmx else request.META.get("HTTP_REFERER")
    try:
        return resolve(urlsplit(page or "").path).url_name == "compare-pair"
    except (Resolver404, ValueError):
        return False
