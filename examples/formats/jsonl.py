"""JSON lines of messages: what OpenAI described and most trainers read."""

from examples import turns
from examples.formats import _fields
from examples.formats._format import Format
from examples.shapes import Shape


class Messages(Format):
    """Items {"messages": [turns]}, with "tools" where the example has them; some readers refuse any other key."""

    container = ""
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.TOOLS, Shape.CALLS})

    def claims(self, item, container, mapping=()):
        return (
            container == self.container and _fields.conversation(item) is not None and not _fields.speaks_in_from(item)
        )

    def read(self, item, mapping=()):
        return _fields.read_conversation(item)

    def item(self, example, options):
        messages = turns.turns(example, options.default_system, options.context_in)
        if example.history:
            messages = [turns.as_openai(turn) for turn in messages]
        tools = turns.wrapped(example.tools) if example.extra else None
        return {"messages": messages, "tools": tools} if tools else {"messages": messages}


class JSONLines(Messages):
    name = "jsonl"
    title = "JSONL"
    readers = "Most trainers read it: TRL, OpenAI's format, Together, Fireworks, axolotl, MLX-LM, Unsloth, Mistral."
    filename = "training-data.jsonl"
    media_type = "application/jsonl"
    container = "lines"


format = JSONLines()
