"""JSON lines of messages: what OpenAI described and most trainers read."""

from django.utils.translation import gettext_noop as _

from examples import turns
from examples.formats import _fields
from examples.formats._format import Format
from examples.models import EMPTY_LIST, EMPTY_OBJECT, Example
from examples.shapes import Shape


class Messages(Format):
    """Items {"messages": [turns]}, with "tools" where the example has them; some readers refuse any other key."""

    container = ""
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.MARKED, Shape.TOOLS, Shape.CALLS})

    def claims(self, item, container, mapping=()):
        key = _fields.conversation(item) if container == self.container else None
        return key is not None and not _fields.speaks_in_from(item[key])

    def read(self, item, mapping=()):
        return _fields.read_conversation(item)

    def items(self, rows, options):
        """As in Format; one question and its answer without an Example in between, which takes twice as long."""
        single_turns, default, context_in = turns.single_turns, options.default_system, options.context_in
        for row in rows:
            _id, system, history, instruction, context, response, extra = row
            if history == EMPTY_LIST and extra == EMPTY_OBJECT:
                yield {"messages": single_turns(system or default, context, instruction, response, context_in)}
            else:
                (example,) = Example.from_rows(self.columns, [row])
                yield self.item(example, options)

    def item(self, example, options):
        messages = turns.turns(example, options.default_system, options.context_in)
        if example.history:
            messages = [turns.as_openai(turn) for turn in messages]
        tools = turns.wrapped(example.tools) if example.extra else None
        return {"messages": messages, "tools": tools} if tools else {"messages": messages}


class JSONLines(Messages):
    name = "jsonl"
    title = "JSONL"
    readers = _("Most trainers read it: TRL, OpenAI's format, Together, Fireworks, axolotl, MLX-LM, Unsloth, Mistral.")
    filename = "training-data.jsonl"
    media_type = "application/jsonl"
    container = "lines"


format = JSONLines()
