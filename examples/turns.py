"""The one place that joins system, context and turns into a conversation, and takes them apart again.

Exports, imports, the trainer and the chat's prompt all go through here, so that a model is asked in the shape it was
trained in. A turn is {"role", "content", …} with the roles user, assistant, system, tool and function_call.
"""

import json
import re

from examples.models import Example
from examples.shapes import join_call, split_call, tool_list
from examples.texts import LONGEST, NUL, Refused, kind_of, strict_text

ROLES = {
    **dict.fromkeys(("user", "human", "prompter", "client"), "user"),
    **dict.fromkeys(("assistant", "gpt", "model", "bot", "chatbot"), "assistant"),
    **dict.fromkeys(("system", "developer"), "system"),
    **dict.fromkeys(("tool", "function", "observation", "ipython"), "tool"),
    "function_call": "function_call",
}
OPEN, CLOSE = "<context>\n", "\n</context>"
TAG = re.compile(r"<(\\*)(/?context>)")
ESCAPED_TAG = re.compile(r"<\\(\\*)(/?context>)")


# The context block, at the end of the system message


def block(context):
    """Return the context as a block. Tags of its own get one backslash more, so that it comes back exactly."""
    if "context>" in context:
        context = TAG.sub(r"<\\\1\2", context)
    return OPEN + context + CLOSE


def with_block(text, context):
    return f"{text}\n\n{block(context)}" if text else block(context)


def without_block(text):
    """Return (text before the block, context), or (text, None) where no block stands at the end."""
    if not text.endswith(CLOSE):
        return text, None
    start = text.rfind(OPEN)
    inner = text[start + len(OPEN) : -len(CLOSE)]
    if start < 0 or start + len(OPEN) > len(text) - len(CLOSE) or "<context>" in inner or "</context>" in inner:
        return text, None
    before = text[:start]
    if before and not before.endswith("\n\n"):
        return text, None
    if before == "\n\n":  # never written by us: an empty text has no blank line before its block
        return text, None
    return before.removesuffix("\n\n"), ESCAPED_TAG.sub(r"<\1\2", inner)


def system_message(system, context, instruction=""):
    """Return the text of the system message, or "" where there is none to write.

    Where a text already ends like a block, an empty one is written, so that reading takes nothing else for it.
    """
    if context or system.endswith(CLOSE) or instruction.endswith(CLOSE):
        return with_block(system, context)
    return system


# Example → turns


def turns(example, default_system="", context_in="system"):
    """Return the whole conversation as turns, the answer last.

    `default_system` stands in where the example has no system prompt of its own; `context_in="user"` puts the context
    into the question, for models that have no system role.
    """
    system = example.system or default_system
    asked = single_turns(system, example.context, example.instruction, example.response, context_in)
    if not example.history and not example.extra:
        return asked
    *lead, question, answer = asked
    kept = example.kept_turns
    place = len(example.history) - kept.get("between", 0)
    return [
        *({**turn, **kept.get("system", {})} for turn in lead),
        *example.history[:place],
        {**question, **kept.get("question", {})},
        *example.history[place:],
        {**answer, **kept.get("answer", {})},
    ]


def single_turns(system, context, instruction, response, context_in="system"):
    """Return the turns of one question and its answer, from the texts alone: what most examples are."""
    if not (system or context or instruction.endswith(CLOSE)):
        return [{"role": "user", "content": instruction}, {"role": "assistant", "content": response}]
    if context_in == "user":
        if context or instruction.endswith(CLOSE):
            instruction = with_block(instruction, context)
        message = system
    else:
        message = system_message(system, context, instruction)
    asked = [{"role": "user", "content": instruction}, {"role": "assistant", "content": response}]
    return [{"role": "system", "content": message}, *asked] if message else asked


def as_openai(turn, objects=False):
    """Return the turn in OpenAI's form: a function call that is text becomes the call that it stands for.

    Its arguments stay text, as OpenAI has them; `objects` makes them an object, as chat templates want them, where
    writing that object down gives the same text again.
    """
    if turn["role"] != "function_call":
        return turn
    name, arguments = split_call(turn["content"])
    if objects and as_text(json.loads(arguments)) == arguments:
        arguments = json.loads(arguments)
    call = {"type": "function", "function": {"name": name, "arguments": arguments}}
    return {"role": "assistant", "content": "", "tool_calls": [call]}


def from_openai(turn):
    """Undo `as_openai`. A call with an id, or beside text, came from elsewhere and stays as it came."""
    calls = turn.get("tool_calls")
    if turn["role"] != "assistant" or turn["content"] or not isinstance(calls, list) or len(calls) != 1:
        return turn
    call = calls[0]
    if set(turn) != {"role", "content", "tool_calls"} or not isinstance(call, dict):
        return turn
    function = call.get("function")
    if set(call) != {"type", "function"} or not isinstance(function, dict) or set(function) != {"name", "arguments"}:
        return turn
    name, arguments = function["name"], function["arguments"]
    if not isinstance(name, str) or not isinstance(arguments, (str, dict)):
        return turn
    text = join_call(name, arguments if isinstance(arguments, str) else as_text(arguments))
    return {"role": "function_call", "content": text} if split_call(text) else turn


def as_text(arguments):
    return json.dumps(arguments, ensure_ascii=False)


def wrapped(tools):
    """Return tools in OpenAI's form, {"type": "function", "function": {…}} each, or None."""
    return [
        {"type": "function", "function": tool} if isinstance(tool, dict) and "name" in tool else tool
        for tool in tool_list(tools) or []
    ] or None


def unwrapped(tools):
    """Return tools in ShareGPT's form, as JSON text, or None."""
    if isinstance(tools, str):
        return tools or None
    found = [
        tool["function"] if isinstance(tool, dict) and "function" in tool else tool for tool in tool_list(tools) or []
    ]
    return as_text(found) if found else None


# Turns → example


def read_turn(turn, number):
    """Return a turn of a file with our role names and its content as text. Raises Refused, naming the turn."""
    if not isinstance(turn, dict):
        raise Refused(f"Turn {number} is {kind_of(turn)}; it must be an object with “role” and “content”.")
    if len(turn) == 2 and is_plain(turn.get("content")):
        role = turn.get("role")
        if type(role) is str and role in PLAIN_ROLES:
            return turn  # nearly all turns of nearly all files
    if "role" not in turn and "from" not in turn:
        turn = {key.lower() if key.lower() in TURN_KEYS else key: value for key, value in turn.items()}
    role_key = "from" if "from" in turn and "role" not in turn else "role"
    text_key = "value" if role_key == "from" and "value" in turn else "content"
    name = turn.get(role_key)
    role = ROLES.get(name.strip().casefold()) if isinstance(name, str) else None
    if role is None:
        known = "user, assistant, system, tool or function_call"
        raise Refused(f"Turn {number} has the role “{str(name)[:80]}”, which is not known. Use {known}.")
    content = turn.get(text_key)
    if isinstance(content, list):
        content = "".join(part_text(part, number) for part in content)
    if content is not None or not ("tool_calls" in turn or "function_call" in turn):
        content = strict_text(content, f"{text_key}” of turn {number}, “{name}")
    if len(turn) == 2:
        return {"role": role, "content": content}
    rest = {key: value for key, value in turn.items() if key not in (role_key, text_key, "role", "content")}
    return from_openai({"role": role, "content": content, **rest})


TURN_KEYS = {"role", "content", "from", "value"}
PLAIN_ROLES = {"user", "assistant", "system"}


def is_plain(content):
    """Return whether a content is text that needs no closer look."""
    return type(content) is str and content.isascii() and NUL not in content and len(content) < LONGEST


def part_text(part, number):
    if isinstance(part, str):
        return strict_text(part, f"content of turn {number}")
    if isinstance(part, dict) and part.get("type") in ("text", "input_text", "output_text") and "text" in part:
        return strict_text(part["text"], f"text of turn {number}")
    kind = part.get("type", "part") if isinstance(part, dict) else kind_of(part)
    raise Refused(f"Turn {number} has a part that is no text ({kind}). Only text can be trained on here.")


def has_text(turn):
    return isinstance(turn["content"], str) and bool(turn["content"].strip())


def example_of(items, extra):
    """Return the unsaved Example for a conversation as it stands in a file; `extra` is what stood beside it.

    The last assistant turn with text is the answer, the user turn before it the question, leading system turns the
    system prompt; turns after the answer are kept in `extra`. Raises Refused where one of these is not there.
    """
    if not isinstance(items, list):
        raise Refused(f"The conversation must be a list of turns, and here it is {kind_of(items)}.")
    found = [read_turn(turn, number) for number, turn in enumerate(items, start=1)]
    lead, end = 0, len(found)
    while lead < end and found[lead]["role"] == "system":
        lead += 1
    answer = end - 1
    while answer >= 0 and not (found[answer]["role"] == "assistant" and has_text(found[answer])):
        answer -= 1
    if answer < 0:
        raise Refused("The conversation has no assistant text, so there is no answer to learn from. Add one.")
    question = answer - 1
    while question >= lead and found[question]["role"] != "user":
        question -= 1
    if question < lead:
        raise Refused("The conversation has no user text before the last assistant turn. Add the question.")
    instruction = found[question]["content"]
    if not instruction or instruction.isspace():
        strict_text(instruction, "user turn", required=True)
    system, context = without_block("\n\n".join([turn["content"] or "" for turn in found[:lead]]) if lead else "")
    if context is None:
        instruction, context = instruction_and_context(instruction)
    if question + 2 < end or max(map(len, found)) > 2:
        kept = {
            "system": others(found[0]) if lead == 1 else None,
            "question": others(found[question]),
            "answer": others(found[answer]),
            "between": answer - question - 1,
            "after": found[answer + 1 :],
        }
        if any(kept.values()):
            extra = {**extra, Example.KEPT_TURNS: {name: value for name, value in kept.items() if value}}
    return Example.unsaved(
        system=system,
        context=context or "",
        instruction=instruction,
        response=found[answer]["content"],
        history=found[lead:question] + found[question + 1 : answer],
        extra=extra,
    )


def instruction_and_context(instruction):
    """Take a context block out of a question, unless that would leave no question."""
    before, context = without_block(instruction)
    return (before, context) if context is not None and before.strip() else (instruction, "")


def others(turn):
    if len(turn) == 2:
        return {}
    return {key: value for key, value in turn.items() if key not in ("role", "content")}
