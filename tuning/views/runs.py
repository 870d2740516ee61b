"""The trainings that were begun with a snapshot."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from examples.models import Damaged, Snapshot
from trainingcenter.access import who
from tuning import sending
from tuning.destinations import Refusal
from tuning.forms import RunForm
from tuning.models import State, TrainingRun
from tuning.views.snapshots import whole


@require_POST
def add_run(request, pk):
    """Write down a training that was run elsewhere."""
    found = get_object_or_404(Snapshot, pk=pk, removed_at=None)
    form = RunForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            run = TrainingRun.start(found, values["destination"], by=who(request))
        except Damaged as damaged:
            form.add_error(None, str(damaged))
        else:
            run.end(State.FINISHED, values["model"], values["note"])
            messages.success(request, _("Written down."))
            return redirect(f"{reverse('snapshot', args=[pk])}#runs")
    return whole(request, found, status=400, run_form=form)


@require_POST
def end_run(request, pk):
    """Write down how a training that runs elsewhere ended."""
    run = get_object_or_404(TrainingRun, pk=pk)
    state = request.POST.get("state")
    if run.state == State.RUNNING and state in (State.FINISHED, State.FAILED):
        run.end(state, " ".join(request.POST.get("model", "").split())[:200])
        messages.success(request, _("Written down."))
    return redirect(f"{reverse('snapshot', args=[run.snapshot_id])}#runs")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_run(request, pk):
    """Ask how a job stands, or end it. It reaches further than this computer, so it needs an account."""
    run = get_object_or_404(TrainingRun, pk=pk)
    act = {"look": sending.look, "stop": sending.stop}.get(request.POST.get("act"))
    if act and run.job:
        try:
            messages.success(request, _("It is: %(state)s.") % {"state": act(run).get_state_display()})
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect(f"{reverse('snapshot', args=[run.snapshot_id])}#runs")
