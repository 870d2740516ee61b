"""Alpaca rows, and every other JSON item that is made of keys and texts."""

from django.utils.translation import gettext_noop as _

from examples.formats import _fields
from examples.formats._format import Format
from examples.formats.prompt_completion import is_prompt_completion
from examples.shapes import Shape


class Alpaca(Format):
    name = "alpaca"
    title = "Alpaca"
    readers = _("LLaMA-Factory with an entry in its dataset_info.json, axolotl, and scripts written for Alpaca.")
    filename = "training-data-alpaca.json"
    media_type = "application/json"
    llamafactory = {
        "columns": {
            "prompt": "instruction",
            "query": "input",
            "response": "output",
            "system": "system",
            "history": "history",
        }
    }
    # Nothing marked: a pair has no place for a weight, and LLaMA-Factory trains on the answers in `history` too.
    carries = frozenset({Shape.SINGLE, Shape.PAIRS})

    def claims(self, item, container, mapping=()):
        return (
            container != "table"
            and _fields.conversation(item) is None
            and not is_prompt_completion(item)
            and not is_archived(item)
            and _fields.knows(item, mapping)
        )

    def read(self, item, mapping=()):
        return _fields.read_fields(item, mapping)

    def item(self, example, options):
        history = [turn["content"] for turn in example.history]
        return {
            "instruction": example.instruction,
            "input": example.context,
            "output": example.response,
            "system": example.system or options.default_system,
            "history": [list(pair) for pair in zip(history[::2], history[1::2], strict=True)],
        }


def is_archived(item):
    """Return whether an item comes from our own archive, which has keys that no other format has together."""
    return "instruction" in item and "trainable" in item and "extra" in item and "status" in item


format = Alpaca()
