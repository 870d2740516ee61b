"""Sending a bundle from here: only with a key, a yes, and through the gate; what came of it is a TrainingRun."""

import os
import shutil
import tempfile

import httpx2
from django.conf import settings
from django.utils.translation import gettext as _
from huggingface_hub import HfApi
from huggingface_hub.errors import HfHubHTTPError

from tuning import hub
from tuning.destinations import Refusal, named
from tuning.models import State, TrainingRun

# What a Job's stage on the Hub means for the run.
STAGES = {
    "COMPLETED": State.FINISHED,
    "ERROR": State.FAILED,
    "CANCELED": State.STOPPED,
    "DELETED": State.STOPPED,
}


def send(bundle, confirmed, by=None):
    """Send a bundle to its destination, and return the TrainingRun. Raises Refusal or Damaged, with nothing sent.

    What fails on the way is written into the run, and raised as a Refusal too.
    """
    destination = bundle.destination
    if not destination.sends:
        raise Refusal(f"{destination.title} is not sent to from here. Download the bundle.")
    api = client(destination)
    if confirmed is not True:
        raise Refusal(_("Nothing was sent. Tick the box that says what leaves this computer, then send it."))
    told = bundle.ready()
    run = TrainingRun.start(bundle.snapshot, destination.name, bundle.options, by=by)
    folder = tempfile.mkdtemp(prefix="sending-", dir=settings.DATA_DIR)
    try:
        bundle.write_into(folder, told)
        sent = destination.send(bundle, folder, api)
    except FAILURES as failure:
        why = sentence(failure, destination)
        run.end(State.FAILED, note=why)
        raise Refusal(why) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    run.job, run.url, run.model = sent.job, sent.url, sent.model
    run.save(update_fields=["job", "url", "model"])
    if not sent.job:
        run.end(State.FINISHED)
    return run


FAILURES = (HfHubHTTPError, httpx2.HTTPError, hub.NotPrivate, OSError, ValueError)


def client(destination):
    """Return the client with the key from the environment. It is read when it is needed, and kept nowhere."""
    token = os.environ.get(destination.needs)
    if not token:
        raise Refusal(
            _("Set the variable %(name)s to a token with the right to write, and start the product again.")
            % {"name": destination.needs}
        )
    return HfApi(token=token)


def sentence(failure, destination):
    """Return why it failed, in words for the person; never with the key in it."""
    if isinstance(failure, hub.NotPrivate):
        return str(failure)
    status = getattr(getattr(failure, "response", None), "status_code", None)
    if status in (401, 403):
        return f"Hugging Face refused the token ({status}). It must have the right to write; a Job needs credit too."
    if status == 402:
        return (
            "Hugging Face wants credit first for this Job (402). Add some to your account, or choose another computer."
        )
    if status:
        return f"Hugging Face answered {status}. Try again later; what it had taken lies there, private."
    if isinstance(failure, httpx2.HTTPError):
        return f"{destination.title} could not be reached. Check the connection, then send it again."
    return f"It could not be sent: {type(failure).__name__}. Try again, or download the bundle and run hub.py in it."


def look(run):
    """Ask how a job stands, and write it into its run. Raises Refusal."""
    owner, _sep, job = run.job.rpartition("/")
    destination = named(run.destination)
    try:
        stage = client(destination).inspect_job(job_id=job, namespace=owner or None).status.stage
    except FAILURES as failure:
        raise Refusal(sentence(failure, destination)) from None
    state = STAGES.get(str(getattr(stage, "value", stage)))
    if state and run.state == State.RUNNING:
        run.end(state)
    return run


def stop(run):
    """End a job before its time. Raises Refusal."""
    owner, _sep, job = run.job.rpartition("/")
    destination = named(run.destination)
    try:
        client(destination).cancel_job(job_id=job, namespace=owner or None)
    except FAILURES as failure:
        raise Refusal(sentence(failure, destination)) from None
    run.end(State.STOPPED)
    return run
