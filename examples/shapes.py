"""The shape of a conversation: what a format must be able to hold to carry an example.

Kept as a column, so that an export knows before its first byte which examples its format cannot hold.
"""

import json
from itertools import pairwise

import orjson
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Shape(TextChoices):
    SINGLE = "single", _("one question and its answer")
    PAIRS = "pairs", _("earlier turns in pairs of question and answer")
    MARKED = "marked", _("earlier turns in pairs, with an answer of weight 0, which is not to be trained on")
    TOOLS = "tools", _("tools, or function calls and their results as turns of text")
    CALLS = "calls", _("tool calls as objects beside the text")
    FREE = "free", _("turns that do not alternate between person and assistant")
    ODD = "odd", _("function calls or results that do not alternate, or are not in the usual form")


ASKING = {"user", "tool"}
ANSWERING = {"assistant", "function_call"}
CALL_START = '{"name": '
CALL_MIDDLE = ', "arguments": '


def shape_of(history, between=0, tools=None, beside=()):
    """Return the Shape of an example whose last `between` turns of history stand between question and answer, which
    may call `tools` (a list or its JSON text), and has the keys of `beside` beside its question and its answer."""
    plain = not history and not any(map(calls_something, beside))
    shape = Shape.SINGLE if plain else shape_of_turns(history, between, beside)
    may_call = shape in (Shape.SINGLE, Shape.PAIRS, Shape.MARKED)
    return Shape.TOOLS if may_call and tools and tool_list(tools) else shape


def shape_of_turns(history, between, beside):
    calls = [turn["content"] for turn in history if turn["role"] == "function_call"]
    if not all(isinstance(call, str) and split_call(call) for call in calls):
        return Shape.ODD
    if any(turn["content"] is not None and not isinstance(turn["content"], str) for turn in history):
        return Shape.ODD
    roles = [turn["role"] for turn in history]
    place = len(roles) - between
    roles = [*roles[:place], "user", *roles[place:], "assistant"]
    if any(calls_something(turn) for turn in (*history, *beside)):
        return Shape.CALLS if follows(roles) else Shape.FREE
    if any(turn["content"] is None for turn in history):
        return Shape.ODD
    alternating = all(role in (ANSWERING if number % 2 else ASKING) for number, role in enumerate(roles))
    if not {"tool", "function_call"} & set(roles):
        marked = any(turn["role"] == "assistant" and turn.get("weight") == 0 for turn in history)
        return (Shape.MARKED if marked else Shape.PAIRS) if alternating else Shape.FREE
    return Shape.TOOLS if alternating else Shape.ODD


def calls_something(turn):
    return bool(turn.get("tool_calls")) or isinstance(turn.get("function_call"), dict)


def follows(roles):
    """Return whether the turns of a conversation with tools follow each other as trainers expect."""
    roles = ["assistant" if role == "function_call" else role for role in roles]
    return roles[0] == "user" and all(later in AFTER.get(role, ()) for role, later in pairwise(roles))


AFTER = {"user": ("assistant",), "assistant": ("user", "tool"), "tool": ("tool", "assistant")}


def tool_list(tools):
    """Return tools as a list, or None where there are none; ShareGPT files have them as JSON text."""
    if isinstance(tools, str):
        try:
            tools = orjson.loads(tools)
        except orjson.JSONDecodeError:
            return None
    return tools if isinstance(tools, list) and tools else None


def split_call(text):
    """Return (name, arguments as their JSON text) of a function call written as text, or None where joining the two
    again would not give the very same text."""
    try:
        call = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(call, dict) or list(call) != ["name", "arguments"] or not isinstance(call["name"], str):
        return None
    arguments = text.removeprefix(CALL_START + json.dumps(call["name"], ensure_ascii=False) + CALL_MIDDLE)[:-1]
    return (call["name"], arguments) if join_call(call["name"], arguments) == text else None


def join_call(name, arguments):
    return f"{CALL_START}{json.dumps(name, ensure_ascii=False)}{CALL_MIDDLE}{arguments}}}"
