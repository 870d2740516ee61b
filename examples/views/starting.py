"""The first steps: the guide, and examples of ours to begin with."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from examples import importing, samples, stats
from examples.views.listing import counted, microseconds, posted
from trainingcenter.access import who


@require_safe
def guide(request):
    """What training on examples is good for, and what makes a good one."""
    marks = {"minimum": stats.MINIMUM, "recommended": stats.RECOMMENDED}
    return render(request, "examples/guide.html", {**marks, "shortest": stats.SHORTEST, "longest": stats.LONGEST})


@posted
def load_samples(request):
    """Bring in ten examples of ours, as far as they are not there."""
    try:
        added = samples.load(by=who(request))
    except importing.Busy as busy:
        messages.error(request, str(busy))
        return redirect("training")
    words = _("Loaded, and tagged “sample”: %(examples)s.") if added else _("The sample examples are there already.")
    messages.success(request, words % {"examples": counted(added)})
    return redirect("training")


@posted
def remove_samples(request):
    """Move the samples to the trash. The message offers the way back."""
    now = timezone.now()
    moved = samples.remove(now)
    words = _("In the trash now: %(examples)s.") if moved else _("There are no sample examples to remove.")
    undo = f"undo:removed:{microseconds(now)}" if moved else ""
    messages.success(request, words % {"examples": counted(moved)}, extra_tags=undo)
    return redirect("training")
