"""Placeholders such as [NAME_1] in the place of possible identifiers: the same words get the same number within an
example."""

from examples import checks


def replaced_texts(example, findings=None):
    """Return {field: text} of the texts of an example in which one of these findings is, with placeholders."""
    numbers, texts = {}, {}
    for field in dict.fromkeys(one.field for one in findings or () if one.field not in ("history", "extra")):
        text, pieces, last = checks.text_of(example, field), [], 0
        for one in sorted((one for one in findings if one.field == field), key=lambda one: one.start):
            words = (one.kind, text[one.start : one.end].casefold())
            number = numbers.setdefault(words, 1 + sum(kind == one.kind for kind, _text in numbers))
            pieces += [text[last : one.start], f"[{one.kind}_{number}]"]
            last = one.end
        texts[field] = "".join([*pieces, text[last:]])
    return texts
