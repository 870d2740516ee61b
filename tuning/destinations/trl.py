"""TRL: Hugging Face's trainer, by a script of ours that needs nothing else."""

import ast

from django.utils.translation import gettext_lazy as _

from tuning.destinations import Field, _local
from tuning.destinations._local import as_yaml, hold, script

BITS = "bitsandbytes==0.50.2\n"
TOO_LONG = Field(
    "too_long", _("Where an example is longer"), "stop", "choice",
    _("What train.py does, which counts the tokens with the model's own tokenizer."),
    {"stop": _("Stop and name it"), "leave_out": _("Leave it out"), "cut": _("Cut its end")},
)  # fmt: skip
METHOD = Field(
    "method", _("Method"), "auto", "choice",
    _("QLoRA keeps the model in 4 bit, so that 8 billion parameters fit a card of 12 GB."),
    {"auto": _("By the card's memory"), "lora": "LoRA", "qlora": "QLoRA"},
)  # fmt: skip
PACKING = Field(
    "packing", _("Pack short examples into one row"), False, "yes",
    _("Quicker where most examples are far shorter than the limit."),
)  # fmt: skip
COMMENTS = {
    "model": "The settings of train.py. Each is an option too (python train.py --help), and all others are there.",
    "method": "lora, qlora (4 bit, NVIDIA only), or auto: by the memory of the card.",
    "max_length": "Tokens of an example. TRL itself would cut at 1024 and say nothing.",
    "too_long": "stop, leave_out or cut.",
    "batch_size": "Examples behind one step, over all cards together.",
    "system_in": "user: for a model that takes no system message; it is put before the first question.",
}


class TRL(_local.Local):
    name, title = "trl", "TRL"
    whom = _("For one computer with an NVIDIA card, or several. It is what is tested most here.")
    format = "prompt-completion"
    fields = (
        _local.model_field(),
        METHOD,
        _local.length_field(_("TRL cuts at 1,024 unless told (SFTConfig.max_length); this bundle tells it.")),
        TOO_LONG,
        PACKING,
        _local.EPOCHS,
    )
    steps = (
        "Unzip the bundle into an empty folder and open a terminal there.",
        "`python3 -m venv env && env/bin/pip install -r requirements.txt`, and on a computer with an NVIDIA card "
        "`env/bin/pip install -r requirements-4bit.txt` too.",
        "For a model that asks for it, such as Llama: accept its licence on its page at huggingface.co, then "
        "`env/bin/hf auth login`.",
        "`env/bin/python train.py --check`: what would be trained on, and whether anything is too long.",
        "`env/bin/python train.py`; with several cards `env/bin/accelerate launch train.py`. Stop it with Ctrl-C when "
        "you need the computer; the same command goes on.",
        '`env/bin/python ask.py "your question"`. The adapter, a few dozen MB, is in `output/adapter`.',
    )

    def limit(self, options):
        return options["max_length"] if options["too_long"] == "cut" else None

    def notes(self, bundle):
        does = {"stop": _("train.py names them and stops."), "leave_out": _("train.py leaves them out.")}
        return _local.over(bundle, does.get(bundle.options["too_long"]))

    def files(self, bundle):
        yield "train.py", script("train.py")
        yield "ask.py", script("ask.py")
        yield "config.yaml", as_yaml(config(bundle.options), COMMENTS)
        yield "requirements.txt", _local.pinned()
        yield "requirements-4bit.txt", BITS

    def check(self, archive):
        hold(_local.read_yaml(archive, "config.yaml") == config(_local.options_in(archive)), "config.yaml")
        for path in ("train.py", "ask.py"):
            ast.parse(archive.read(path))


def config(options):
    """Return what stands in config.yaml."""
    return {
        **{name: options[name] for name in ("model", "method", "max_length", "too_long", "packing", "epochs")},
        "batch_size": 16,
        "learning_rate": 0.0002,
        "seed": 42,
        "system_in": "system",
    }


DESTINATION = TRL()
