"""JSON lines alone: for a trainer of your own, and for keeping."""

from django.utils.translation import gettext_lazy as _

from tuning.destinations import STAYS, Destination


class PlainFiles(Destination):
    name = "files"
    title = _("Files alone")
    whom = _("For a trainer of your own: the parts as JSONL, the format that most trainers read.")
    leaves = STAYS
    steps = (
        _("Unzip the bundle."),
        _(
            "Give `train.jsonl` to your trainer, and `validation.jsonl` where it can watch the training with it. Keep "
            "`test.jsonl` for the finished model."
        ),
    )


DESTINATION = PlainFiles()
