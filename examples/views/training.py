"""The training page: add, list, clear. Each view fetches, asks and answers; forms work without JavaScript."""

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from examples import clusters, merging, stats
from examples.forms import ExampleForm, FileForm
from examples.models import Example
from examples.texts import Refused
from examples.views.dashboard import entries, numbers, offers
from examples.views.listing import Listing, back, card_of, changed, counted, microseconds, moment_of, posted
from trainingcenter.access import who

CONTEXTS_OFFERED = 20


@require_safe
def training(request):
    """The training page; for htmx, when it asks for the list, the list alone."""
    if request.htmx.target == "found":
        return found(request)
    return whole_page(request)


def whole_page(request, status=200, **forms):
    listing = Listing(request)
    context = {
        "example_form": ExampleForm(),
        "file_form": FileForm(),
        "contexts": Example.objects.contexts_used()[:CONTEXTS_OFFERED],
        "formats": offers(),
        "entries": entries(),
        "max_upload_mb": settings.MAX_UPLOAD_MB,
        **marks(),
        **numbers(),
        **listing.choices(),
        **listing.context(),
        **forms,
    }
    return render(request, "examples/training.html", context, status=status)


def marks():
    """Return the lengths that an answer should have, for the forms that count along."""
    return {"shortest": stats.SHORTEST, "longest": stats.LONGEST}


def found(request):
    listing = Listing(request)
    # Loading anew by itself, after many were changed: what had the keyboard is gone.
    focus = request.htmx.trigger == "found"
    context = {**listing.context(), "total": Example.objects.count_live(), "focus_bar": focus}
    answer = render(request, "examples/_found.html", context)
    answer["HX-Push-Url"] = context["here"]
    return answer


@posted
def add(request):
    """Save a new example. Then htmx gets an empty form, the example's card for the top of the list, and the numbers."""
    form = ExampleForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                example = form.unsaved().add(by=who(request))
                clusters.compare(example.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            words = _("Example saved.")
            if example.has_repeats():
                words = _("Example saved. The same example was there already, so it is there twice now.")
            elif likest := clusters.likest(example):
                words = _("Example saved. Example %(id)s says nearly the same.") % {"id": likest[0]}
            messages.success(request, words, extra_tags=f"saved-{example.pk}")
            return saved(request, example) if request.htmx else redirect("training")
    return form_again(request, form)


def saved(request, example):
    example = card_of(example.pk)
    example.just_saved = True
    empty = ExampleForm()
    put_focus(request, empty, "instruction")
    context = {
        "example_form": empty,
        "contexts": Example.objects.contexts_used()[:CONTEXTS_OFFERED],
        "example": example,
        **marks(),
        **numbers(),
    }
    if context["stats"]["total_examples"] == 1:  # now there is something to download
        context |= {"first": True, "formats": offers(), "entries": entries()}
    answer = render(request, "examples/_added.html", context)
    answer["HX-Trigger"] = "example-saved"
    return answer


def again(request, **forms):
    """Show the page once more with what was typed and what is wrong with it."""
    return whole_page(request, status=400, **forms)


def form_again(request, form):
    """Show the form once more with what was typed and what is wrong with it, the first mistake in focus."""
    focus_on_mistake(request, form)
    if request.htmx:
        context = {
            "example_form": form,
            "contexts": Example.objects.contexts_used()[:CONTEXTS_OFFERED],
            **marks(),
        }
        return render(request, "examples/_add.html", context, status=400)
    return again(request, example_form=form)


def focus_on_mistake(request, form):
    first = next((name for name in form.errors if name in form.fields), None)
    if first:
        put_focus(request, form, first)


def put_focus(request, form, name):
    """Let the keyboard go on in this field: by a page's own means, or by what a swap looks for."""
    form.fields[name].widget.attrs["data-focus" if request.htmx else "autofocus"] = True


@require_safe
def tags(request):
    """The tags that are used most, as choices for a field."""
    return render(request, "examples/_tag_choices.html", {"tags": Example.objects.tag_counts().most_common(50)})


@require_http_methods(["GET", "POST"])
def clear(request):
    """Move all examples to the trash, after their number was typed."""
    total = Example.objects.count_live()
    context = {"total": total}
    if request.method == "POST":
        typed = "".join(filter(str.isdigit, request.POST.get("number", "")))
        if typed == str(total) and total:
            now = timezone.now()
            moved = Example.objects.remove(at=now)
            words = _("In the trash now: %(examples)s.") % {"examples": counted(moved)}
            messages.success(request, words, extra_tags=f"undo:removed:{microseconds(now)}")
            return redirect("training")
        context["wrong"] = True
    return render(request, "examples/clear.html", context, status=400 if "wrong" in context else 200)


@posted
def undo(request):
    """Undo what one message spoke of: `removed:MOMENT` or the like, the moment in microseconds."""
    what, _sep, number = request.POST.get("undo", "").partition(":")
    moment, verb = moment_of(number), UNDO.get(what)
    if moment is None or verb is None:
        raise Http404
    undone = verb(moment)
    if undone:
        messages.success(request, _("Undone: %(examples)s.") % {"examples": counted(undone)})
    else:
        messages.info(request, _("Nothing was left to undo: it was undone already, or changed meanwhile."))
    if not request.htmx:
        return redirect(back(request))
    return changed(request)


UNDO = {
    "removed": lambda moment: Example.everything.restore_removed_at(moment),
    "judged": lambda moment: Example.objects.take_back_verdicts(moment),
    "merged": merging.take_back,
    "kept": merging.take_back_keeping,
}
