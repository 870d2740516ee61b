"""Trainers that run on a computer of one's own: what they have in common."""

import json
import re
from pathlib import Path

import yaml
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from examples.shapes import Shape
from tuning.cards import in_yaml
from tuning.destinations import STAYS, Destination, Field, Refusal

ROOT = Path(__file__).resolve().parents[2]
LLAMA = "meta-llama/Llama-3.1-8B-Instruct"
INSTRUCT = _("A name on the Hugging Face Hub, or a folder. Take one with “Instruct” or “Chat” in its name.")


def model_field(default=LLAMA, help=INSTRUCT):
    return Field("model", _("Model to start from"), default, help=help, required=True)


def length_field(help, default=2048):
    return Field(
        "max_length", _("Tokens of an example that are kept"), default, "number", help, least=64, most=1_000_000
    )


EPOCHS = Field(
    "epochs", _("How often each example is seen"), 3, "number",
    _("More teaches more, and at some point by heart: the validation loss then rises."), least=1, most=100,
)  # fmt: skip


class Local(Destination):
    """One that runs on a computer of one's own. It may cut what is longer than the option `max_length`."""

    leaves = STAYS

    def limit(self, options):
        return options["max_length"]


def over(bundle, does):
    """Return a list with a sentence on the examples that are probably longer than is kept, and what is done with them;
    or that there are none; an empty one where they are cut and so counted by `limit`."""
    most = bundle.options["max_length"]
    number = bundle.cut(most)
    if not does:
        return []
    if not number:
        return [_("None has more than %(most)s tokens.") % {"most": f"{most:,}"}]
    sentence = ngettext(
        "About %(number)s example has more than %(most)s tokens:",
        "About %(number)s examples have more than %(most)s tokens:",
        number,
    )
    return [f"{sentence % {'number': f'{number:,}', 'most': f'{most:,}'}} {does}"]


def script(name):
    """Return the text of a script of ours that goes into bundles."""
    return (ROOT / "tuning" / name).read_text(encoding="utf-8")


def pinned(*names):
    """Return lines for pip with what the trainer was tested with, of requirements-train.txt: those named, or all."""
    lines = re.findall(r"^(\w[^=\n]*)==(\S+)$", (ROOT / "requirements-train.txt").read_text(), re.MULTILINE)
    return "".join(f"{name}=={version}\n" for name, version in lines if not names or name in names)


def as_yaml(values, comments=None):
    """Return {name: value} as YAML."""
    lines = []
    for name, value in values.items():
        comment = (comments or {}).get(name)
        lines += [f"# {comment}"] if comment else []
        lines.append(f"{name}: {in_yaml(value)}")
    return "\n".join(lines) + "\n"


def read_yaml(archive, path):
    """Return what a YAML file of a bundle says. Raises Refusal."""
    try:
        return yaml.safe_load(archive.read(path))
    except (KeyError, yaml.YAMLError) as error:
        raise Refusal(f"{path} in the bundle cannot be read: {error}. Make the bundle again.") from None


def options_in(archive):
    return json.loads(archive.read("manifest.json"))["options"]


def hold(right, path):
    """Raise Refusal where a file of a bundle is not what it should be."""
    if not right:
        raise Refusal(f"{path} in the bundle is not what the trainer needs. Make the bundle again.")


def numbers_of(bundle, part, shape):
    """Return how many examples of a shape a part has."""
    return bundle.snapshot.counts["parts"].get(part, {}).get(shape.value, (0, 0))[0]


def parts_with_tools(bundle):
    return [part for part in bundle.parts if numbers_of(bundle, part, Shape.TOOLS)]
