"""Prompt and completion, as texts or as turns; preference pairs (chosen, rejected) as turns."""

from django.utils.translation import gettext_noop as _

from examples import turns
from examples.formats import _fields
from examples.formats._format import Format
from examples.shapes import Shape
from examples.texts import Refused, kind_of


def is_prompt_completion(item):
    if _fields.conversation(item) is not None:
        return False
    if "prompt" in item and "completion" in item:
        return True
    return isinstance(item.get("chosen"), list) or ("chosen" in item and isinstance(item.get("prompt"), list))


class PromptCompletion(Format):
    name = "prompt-completion"
    title = "Prompt and completion"
    readers = _("TRL, which trains on the answer only with this shape.")
    filename = "training-data-prompt-completion.jsonl"
    media_type = "application/jsonl"
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.MARKED, Shape.TOOLS, Shape.CALLS})

    def claims(self, item, container, mapping=()):
        return container != "table" and not mapping and is_prompt_completion(item)

    def read(self, item, mapping=()):
        answer_key = "completion" if "completion" in item else "chosen"
        prompt, answer = item.get("prompt"), item.get(answer_key)
        if answer_key not in item and not mapping:
            raise Refused(
                "The item has no “completion” and no “chosen”. Choose another format, or let the file be read as found."
            )
        if not isinstance(prompt, list) and not isinstance(answer, list):
            return _fields.read_fields(item, mapping)
        extra = {key: value for key, value in item.items() if key not in ("prompt", answer_key)}
        answer = as_turns(answer, "assistant", answer_key)
        if starts_over(answer):  # a preference pair often holds the whole conversation on each side
            return turns.example_of(answer, {**extra, "prompt": prompt} if isinstance(prompt, str) else extra)
        return turns.example_of(as_turns(prompt, "user", "prompt") + answer, extra)

    def item(self, example, options):
        messages = turns.turns(example, options.default_system, options.context_in)
        if example.history:
            messages = [turns.as_openai(turn, objects=True) for turn in messages]
        item = {"prompt": messages[:-1], "completion": messages[-1:]}
        tools = turns.wrapped(example.tools)
        return {**item, "tools": tools} if tools else item


def as_turns(value, role, name):
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        return [{"role": role, "content": value}]
    raise Refused(f"“{name}” must be text or a list of turns, and here it is {kind_of(value)}.")


def starts_over(items):
    first = items[0] if items and isinstance(items[0], dict) else {}
    return str(first.get("role", first.get("from", ""))).casefold() in ("system", "developer", "user", "human")


format = PromptCompletion()
