"""Placeholders such as [NAME_1] in the place of possible identifiers: the same words get the same number within an
example."""

from examples.identifiers import identifiers_in

FIELDS = ("system", "instruction", "context", "response")


def replaced_texts(example):
    """Return {field: text} of an example, earlier turns as a list under `history`, with each identifier replaced."""
    numbers = {}
    texts = {name: replaced(getattr(example, name), numbers) for name in ("system",)}
    texts["history"] = [
        {**turn, "content": replaced(turn["content"], numbers)} if isinstance(turn.get("content"), str) else turn
        for turn in example.history
    ]
    return texts | {name: replaced(getattr(example, name), numbers) for name in FIELDS[1:]}


def replaced(text, numbers):
    pieces, last = [], 0
    for one in identifiers_in(text):
        words = (one.kind, text[one.start : one.end].casefold())
        number = numbers.setdefault(words, 1 + sum(kind == one.kind for kind, _text in numbers))
        pieces += [text[last : one.start], f"[{one.kind}_{number}]"]
        last = one.end
    return "".join([*pieces, text[last:]])
