"""JSON and JSON lines: each item a paragraph of “key: value” lines."""

import json

from chat.parsers import _text
from chat.parsers._parser import LIKELY, MAYBE, NO, SURE, Note, Page, Parser
from chat.reasons import Unreadable

DEEPEST = 60
NAMES = ("title", "name", "heading", "question")  # keys whose text tells what an item is about
BAD_LINES_TOLD = 20


class Pairs(list):
    """The keys and values of an object as they stand there: a key that comes twice is told twice."""


# Numbers stay as they are written, however long.
LOADS = json.JSONDecoder(object_pairs_hook=Pairs, parse_int=str, parse_float=str).decode


class Json(Parser):
    name, title, suffixes, media_type = "json", "JSON", (".json", ".jsonl"), "application/json"

    def fits(self, head):
        if head.text is None or head.text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
            return NO
        if head.suffix in self.suffixes:
            return SURE
        first = head.text.lstrip("\ufeff \t\r\n")
        try:
            json.JSONDecoder().raw_decode(first)
        except (ValueError, RecursionError):
            cut = len(head.start) > 60_000 and (first.startswith(('{"', "[{")))
            return LIKELY if cut else MAYBE - 1
        return LIKELY

    def read(self, path, first=1):
        source, notes = _text.whole(path)
        source = source.lstrip("\ufeff")
        try:
            items, bad = items_of(source)
            text, headings = told(items)
        except RecursionError:
            raise Unreadable("deep") from None
        if not text.strip():
            raise Unreadable("no_text")
        yield Page(text, headings=headings)
        yield from notes
        yield from (Note("row", {"line": line}) for line in bad[:BAD_LINES_TOLD])


def items_of(source):
    """Return (items, numbers of bad lines). Raises Unreadable."""
    try:
        value = LOADS(source)
        return value if type(value) is list else [value], []
    except ValueError as error:
        line = getattr(error, "lineno", 1)
    items, bad = [], []
    for number, row in enumerate(source.split("\n"), start=1):
        if row.strip():
            try:
                items.append(LOADS(row))
            except ValueError:
                bad.append(number)
    if not items or len(bad) > len(items):
        raise Unreadable("json_broken", line=line)
    return items, bad


def told(items):
    """Return (text, headings) of the items."""
    text, headings, parts = 0, [], []
    for item in items:
        part = _text.tidy("\n".join(lines_of(item))).strip()
        if not part:
            continue
        named = dict(item) if isinstance(item, Pairs) else {}
        title = next((named[name] for name in NAMES if isinstance(named.get(name), str)), "")
        if title.strip() and len(items) > 1:
            headings.append([text, 2, _text.tidy(title).strip()[: _text.LONGEST_HEADING]])
        parts.append(part)
        text += len(part) + 2
    return "\n\n".join(parts), headings


def lines_of(value, path="", depth=0):
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, Pairs):
        for key, inner in value:
            yield from lines_of(inner, f"{path} {key}".strip(), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from lines_of(inner, path, depth + 1)
    elif value is not None and value != "":
        word = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
        yield f"{path}: {word}" if path else str(word)


PARSER = Json()
