"""ShareGPT conversations: turns {"from", "value"}, function calls as text."""

from django.utils.translation import gettext_noop as _

from examples import turns
from examples.formats import _fields
from examples.formats._format import Format
from examples.shapes import Shape

NAMES = {
    "system": "system",
    "user": "human",
    "assistant": "gpt",
    "tool": "observation",
    "function_call": "function_call",
}


class ShareGPT(Format):
    name = "sharegpt"
    title = "ShareGPT"
    readers = _("LLaMA-Factory, FastChat and Unsloth.")
    filename = "training-data-sharegpt.json"
    media_type = "application/json"
    # Where examples have tools, add "tools": "tools" to the columns; without such rows LLaMA-Factory stops at it.
    llamafactory = {"formatting": "sharegpt", "columns": {"messages": "conversations"}}
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.MARKED, Shape.TOOLS})

    def claims(self, item, container, mapping=()):
        key = _fields.conversation(item) if container != "table" else None
        return key is not None and _fields.speaks_in_from(item[key])

    def read(self, item, mapping=()):
        return _fields.read_conversation(item)

    def item(self, example, options):
        conversation = [
            {**turns.others(turn), "from": NAMES[turn["role"]], "value": turn["content"]}
            for turn in turns.turns(example, options.default_system, options.context_in)
        ]
        tools = turns.unwrapped(example.tools)
        return {"conversations": conversation, "tools": tools} if tools else {"conversations": conversation}


format = ShareGPT()
