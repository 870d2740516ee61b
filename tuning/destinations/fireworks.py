"""Fireworks: LoRA on their computers. The rules are those of docs.fireworks.ai, “Supervised fine tuning”."""

from django.utils.translation import gettext_lazy as _

from tuning.destinations._hosted import Hosted


class Fireworks(Hosted):
    name, title, host = "fireworks", "Fireworks", "Fireworks"
    whom = _("For those without a graphics card who may give the examples away: Fireworks trains and serves the model.")
    fewest, most = 3, 3_000_000
    steps = (
        _("Unzip the bundle. Install `firectl` as <https://docs.fireworks.ai> says, and sign in with it."),
        _(
            "`firectl dataset create NAME train.jsonl`, and the same with `validation.jsonl` under another name. From "
            "here on, they have the data."
        ),
        _(
            "`firectl sftj create --base-model MODEL --dataset NAME --output-model NEW-NAME`, or “Fine-tune” on their "
            "page, where you choose the data set to validate with too."
        ),
        _("Keep `test.jsonl`: ask the new model what is in it, and compare."),
    )


DESTINATION = Fireworks()
