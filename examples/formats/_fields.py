"""Which key of an item, or column of a CSV, means which field; and reading an item made of such keys."""

import json
from functools import lru_cache

from examples import turns
from examples.formats import _json
from examples.formats._refusals import Unreadable
from examples.models import Example, at
from examples.texts import Refused, kind_of, sound, strict_text

# Compared whole, after folding case and taking away spaces, _ and -. Never a part of a word.
NAMES = {
    "instruction": ("instruction", "question", "prompt", "query", "questiontext", "userquestion", "usermessage"),
    "response": ("response", "output", "answer", "completion", "reply", "answertext", "chosen", "expectedresponse"),
    "context": ("context", "input"),
    "system": ("system", "systemprompt", "systemmessage"),
    "history": ("history",),
    "created_at": ("createdat",),
}
FIELDS = {name: field for field, names in NAMES.items() for name in names}
MAPPABLE = ("instruction", "response", "context", "system", "history")
# The old storage and export had one system text, with the context in it.
OLD_START, OLD_MARK = "You are a Ketamine Therapy Companion.", "You are a Ketamine Therapy Companion. Context: "


def folded(name):
    return name.casefold().replace(" ", "").replace("_", "").replace("-", "").strip()


def frozen(mapping):
    return tuple(sorted((mapping or {}).items()))


@lru_cache(maxsize=1024)
def match(keys, mapping=()):
    """Return {field: key} for a tuple of keys; `mapping` is pairs (field, key) that a person named.

    Raises Refused where two keys mean the same field, or where the mapping names a key that is not there.
    """
    found = dict(mapping)
    for field, key in mapping:
        if key not in keys:
            raise Refused(f"There is no column “{key}” for the {field}. The columns are {listed(keys)}.")
    taken = set(found.values())
    for key in keys:
        field = FIELDS.get(folded(key))
        if field is None or key in taken or field in dict(mapping):
            continue
        if field in found:
            raise Refused(
                f"“{found[field]}” and “{key}” both mean the {field}. Rename one of them, or map the columns."
            )
        found[field] = key
    if "instruction" not in found and folded(found.get("context", "")) == "input" and "context" not in dict(mapping):
        found["instruction"] = found.pop("context")
    return found


def knows(item, mapping=()):
    """Return whether an item has a key for the question or the answer."""
    try:
        found = match(tuple(item), mapping)
    except Refused:
        return True  # and reading it says why not
    return "response" in found or ("instruction" in found and folded(found["instruction"]) != "input")


def listed(keys, most=20):
    names = [f"“{key.strip()}”" for key in keys]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def check_mapping(mapping):
    """Return a mapping {field: column} that is one. Raises Unreadable."""
    for field, column in (mapping or {}).items():
        if field not in MAPPABLE:
            raise Unreadable(f"“{field}” is no field. A mapping can name {', '.join(MAPPABLE)}.")
        if not isinstance(column, str):
            raise Unreadable(f"The mapping for “{field}” must be the name of a column.")
    if len(set((mapping or {}).values())) < len(mapping or {}):
        raise Unreadable("The mapping gives one column to two fields. Give each field a column of its own.")
    return dict(mapping or {})


TEXTS = ("instruction", "response", "context", "system")
REQUIRED = ("instruction", "response")


@lru_cache(maxsize=1024)
def plan(keys, mapping):
    """Return how to read items of these keys: ((field, key, required), …), keys for extra, history key, time key."""
    found = match(keys, mapping)
    texts = tuple(
        (field, found.get(field), field in REQUIRED) for field in TEXTS if field in found or field in REQUIRED
    )
    used = set(found.values())
    return texts, tuple(key for key in keys if key not in used), found.get("history"), found.get("created_at")


def read_fields(item, mapping=()):
    """Return the unsaved Example for an item of keys and texts. Raises Refused."""
    texts, others, history, created_at = plan(tuple(item), mapping)
    values = {}
    for field, key, required in texts:
        values[field] = strict_text(None if key is None else item[key], key or field, required)
    if others:
        values["extra"] = {key: item[key] for key in others}
    if history:
        values["history"] = read_history(item[history], history)
    if created_at:
        values["created_at"] = at(item[created_at])
        if values["created_at"] is None:
            values["extra"] = {**values.get("extra", {}), created_at: item[created_at]}
    return Example.unsaved(**values)


def read_history(value, name):
    """Return earlier turns from pairs [[user, assistant], …], from turns, or from either as JSON text."""
    if isinstance(value, str):
        if not value.strip():
            return []
        text = value
        try:
            value = json.loads(text)
            sound(value)
        except (ValueError, RecursionError):
            raise Refused(f"“{name}” must be a JSON list of earlier turns. Mend it or leave it empty.") from None
        _json.check(value, text)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refused(f"“{name}” must be a list of earlier turns, and here it is {kind_of(value)}.")
    result = []
    for number, turn in enumerate(value, start=1):
        if isinstance(turn, list):
            if len(turn) != 2:
                raise Refused(
                    f"Pair {number} of “{name}” has {len(turn)} texts. Give each pair a question and an answer."
                )
            for role, text in zip(("user", "assistant"), turn, strict=True):
                result.append({"role": role, "content": strict_text(text, f"{name}, pair {number}")})
        else:
            result.append(turns.read_turn(turn, number))
    return result


CONVERSATIONS = ("messages", "conversations", "conversation")


def conversation(item):
    """Return the key under which an item has a conversation, or None."""
    for key in CONVERSATIONS:
        if key in item and isinstance(item[key], list):
            return key
    return None


def in_our_case(item):
    """Return an item with the keys of conversations in lower case."""
    return {key.lower() if key.lower() in CONVERSATIONS else key: value for key, value in item.items()}


def as_turn(answer):
    return {"role": "assistant", "content": answer} if isinstance(answer, str) else answer


def speaks_in_from(items):
    """Return whether the turns of a conversation are {"from", "value"} rather than {"role", "content"}."""
    for turn in items:
        if isinstance(turn, dict):
            return "from" in turn and "role" not in turn
    return False


def read_conversation(item):
    """Return the unsaved Example for an item with a conversation. Raises Refused."""
    key = conversation(item)
    if key is None:
        item = in_our_case(item)
        key = conversation(item)
    if key is None:
        raise Refused(
            f"The item has no list of turns under {' or '.join(f'“{name}”' for name in CONVERSATIONS)}. "
            "Choose another format, or let the file be read as found."
        )
    items = item[key]
    if len(item) == 1:
        return old_context(turns.example_of(items, {}), key)
    extra = {name: value for name, value in item.items() if name != key}
    if extra.get("chosen"):  # LLaMA-Factory's preferences: the conversation so far, and two answers to go on with
        chosen = extra.pop("chosen")
        items = items + (chosen if isinstance(chosen, list) else [as_turn(chosen)])
    example = turns.example_of(items, extra)
    beside = next((name for name in extra if FIELDS.get(folded(name)) == "system"), None)
    if beside and not example.system and extra[beside]:  # LLaMA-Factory's files have the system prompt there
        example.system = strict_text(example.extra.pop(beside), beside)
    return old_context(example, key)


def old_context(example, key):
    """Take system text and context of the old export apart, which stand in its one system text."""
    if key == "conversation" and not example.context and example.system.startswith(OLD_MARK):
        example.system, example.context = OLD_START, example.system.removeprefix(OLD_MARK)
    return example
