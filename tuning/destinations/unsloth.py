"""Unsloth: a quicker way on one NVIDIA card, by the same script as TRL's with another model in it."""

import ast

from django.utils.translation import gettext_lazy as _

from tuning.destinations import _local, trl
from tuning.destinations._local import as_yaml, hold, script


class Unsloth(_local.Local):
    name, title = "unsloth", "Unsloth"
    whom = _("For one NVIDIA card: quicker than TRL alone, with less memory.")
    format = "prompt-completion"
    fields = (
        _local.model_field("unsloth/Meta-Llama-3.1-8B-Instruct"),
        trl.METHOD,
        _local.length_field(_("Unsloth's notebooks use 2,048 (max_seq_length); this bundle says it.")),
        trl.TOO_LONG,
        _local.EPOCHS,
    )
    steps = (
        "Unzip the bundle into an empty folder and open a terminal there.",
        "`python3 -m venv env && env/bin/pip install unsloth`. It brings the releases of TRL and transformers that it "
        "goes with.",
        "`env/bin/python train.py --check`: what would be trained on, and whether anything is too long.",
        "`env/bin/python train_unsloth.py`. Stop it with Ctrl-C when you need the computer; the same command goes on.",
        '`env/bin/python ask.py "your question"`. The adapter is in `output/adapter`.',
    )
    limit = trl.DESTINATION.limit
    notes = trl.DESTINATION.notes

    def files(self, bundle):
        yield "train_unsloth.py", script("train_unsloth.py")
        yield "train.py", script("train.py")
        yield "ask.py", script("ask.py")
        yield "config.yaml", as_yaml(config(bundle.options), trl.COMMENTS)

    def check(self, archive):
        hold(_local.read_yaml(archive, "config.yaml") == config(_local.options_in(archive)), "config.yaml")
        for path in ("train_unsloth.py", "train.py", "ask.py"):
            ast.parse(archive.read(path))


def config(options):
    """Return what stands in config.yaml: as for TRL, without dropout, for which Unsloth has no quick way."""
    return {**trl.config({**options, "packing": False}), "lora_dropout": 0.0}


DESTINATION = Unsloth()
