"""The texts of a bundle: README.md, the card of the data set as the Hub and people read it, and HOW-TO.md."""

import json

from django.utils.translation import gettext_lazy as _

# {our name: (what the Hub calls it, what stands in the card)}.
TERMS = {
    "private": ("other", "None is given: these data are private. Nobody but who made them may use or share them."),
    "cc-by-4.0": ("cc-by-4.0", "Creative Commons Attribution 4.0."),
    "cc-by-nc-4.0": ("cc-by-nc-4.0", "Creative Commons Attribution-NonCommercial 4.0."),
    "cc-by-sa-4.0": ("cc-by-sa-4.0", "Creative Commons Attribution-ShareAlike 4.0."),
    "cc0-1.0": ("cc0-1.0", "Creative Commons Zero 1.0: no rights are reserved."),
    "apache-2.0": ("apache-2.0", "Apache License 2.0."),
    "mit": ("mit", "MIT License."),
}
LICENCES = {
    "private": _("None: private, nobody else may use them"),
    **{name: words.rstrip(".") for name, (_hub, words) in list(TERMS.items())[1:]},
}
# The Hub's own steps of size_categories.
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
NAMES = {"train": "to train on", "validation": "to watch the training with", "test": "to test the finished model with"}


def card(bundle, told):
    """Return README.md: what the Hub reads of a data set at its head, then what a person should know."""
    snapshot, destination = bundle.snapshot, bundle.destination
    hub, terms = TERMS[bundle.options["licence"]]
    files = [{"split": part, "path": destination.paths[part]} for part in bundle.parts]
    head = {
        "license": hub,
        "pretty_name": snapshot.name,
        "task_categories": ["text-generation"],
        "size_categories": [next((words for most, words in SIZES if told.examples < most), "1M<n<10M")],
        "configs": [{"config_name": "default", "data_files": files}],
    }
    # JSON is YAML: each value stands as JSON, so that no name can break out of its place.
    lines = ["---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()), "---", ""]
    lines += [f"# {one_line(snapshot.name)}", "", f"Training examples, frozen for {destination.title}.", ""]
    lines += ["| file | examples | about tokens | for |", "|---|---|---|---|"]
    for part in bundle.parts:
        path, number, tokens = destination.paths[part], bundle.count(part), bundle.tokens(part)
        lines.append(f"| `{path}` | {number:,} | {tokens:,} | {NAMES[part]} |")
    lines += ["", "Tokens are an estimate: four characters each.", "", "## Licence", "", terms, "", "## What it is", ""]
    lines += [
        f"- Snapshot SHA-256: `{snapshot.sha256}`",
        f"- Split {snapshot.shares} with seed {snapshot.seed}. What says the same, nearly the same, or comes from one "
        "conversation, document or person stands in one part.",
        f"- {destination.leaves}",
        "- `manifest.json` has the counts, the filter, the findings and the SHA-256 of each file.",
    ]
    if told.limit and told.cut:
        lines.append(f"- {told.cut:,} examples have more than {told.limit:,} tokens, the limit here: their end is cut.")
    for shape, number, _first in told.refused:
        lines.append(f"- Left out: {number:,} with {shape.label}, which this format cannot hold.")
    return "\n".join(lines) + "\n"


def how_to(bundle):
    """Return HOW-TO.md: the steps from here on."""
    steps = bundle.destination.next_steps(bundle)
    lines = [f"# {bundle.destination.title}: how to go on", "", str(bundle.destination.leaves), ""]
    return "\n".join([*lines, *(f"{place}. {step}" for place, step in enumerate(steps, 1))]) + "\n"


def one_line(text):
    return " ".join(text.split())
