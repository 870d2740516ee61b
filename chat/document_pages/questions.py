"""Sets of questions whose answers are known: asked again after a change, to see whether it was for the better."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chat import measuring
from chat.forms import QuestionSetForm
from chat.models import QuestionSet
from trainingcenter.access import who

RESULTS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def sets(request):
    """All sets with their last result, and a form for one more."""
    form = QuestionSetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        form.instance.by = who(request)
        made = form.save()
        return redirect("question-set", made.pk)
    found = QuestionSet.objects.prefetch_related("measurements")
    for one in found:
        one.last = next(iter(one.measurements.all()), None)
    context = {"form": form, "sets": found}
    return render(request, "chat/question_sets.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request, pk):
    """A set with its results: ask its questions, change it, delete it."""
    questions = get_object_or_404(QuestionSet, pk=pk)
    verb = request.POST.get("verb")
    if verb == "ask":
        measuring.kept(questions)
        return redirect("question-set", pk)
    if verb == "delete":
        questions.delete()
        messages.success(request, _("The set “%(name)s” and its results are gone.") % {"name": questions.name})
        return redirect("question-sets")
    given = {"initial": {"lines": measuring.as_lines(questions.questions)}, "instance": questions}
    form = QuestionSetForm(request.POST, request.FILES, **given) if verb == "save" else QuestionSetForm(**given)
    if verb == "save" and form.is_valid():
        form.instance.changed_at = timezone.now()
        form.save()
        messages.success(request, _("The questions are saved."))
        return redirect("question-set", pk)
    context = {
        "set": QuestionSet.objects.get(pk=pk),
        "form": form,
        "results": questions.measurements.all()[:RESULTS_SHOWN],
        "unknown": measuring.unknown(questions.questions),
    }
    return render(request, "chat/question_set.html", context, status=400 if form.errors else 200)
