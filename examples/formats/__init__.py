"""The file formats: which there are, which one a file has, and reading a file as Examples and Problems.

Each format is a module here with a `format`; docs/formats.md says what each file means.
"""

import json
import re
import sys
from functools import cache

from examples.formats import _containers, _document, _encodings, _fields, _lines, _table
from examples.formats._columns import Columns, columns_of
from examples.formats._format import Format, Options
from examples.formats._json import as_json
from examples.formats._refusals import Unreadable
from examples.models import Problem
from examples.texts import Refused, sound
from trainingcenter.discovery import discover


@cache
def every():
    """Return {name: Format} of all formats."""
    return discover(sys.modules[__name__], "format")


def named(name):
    """Return the format of this name. Raises Unreadable, listing the names that there are."""
    try:
        return every()[name]
    except (KeyError, TypeError):
        raise Unreadable(f"There is no format “{name}”. There are {', '.join(every())}.") from None


def open_file(file, format=None, mapping=None, encoding=None):
    """Return a Reading of a binary, seekable file. `format`, `mapping` {field: column} and `encoding` are a person's
    word against what the content says. Raises Unreadable."""
    return Reading(file, named(format) if format else None, _fields.check_mapping(mapping), encoding)


def read_history(value):
    """Return earlier turns as they are stored, from turns or pairs. Raises texts.Refused."""
    return _fields.read_history(value, "history")


def mapping_of(text):
    """Return {field: column} of a mapping as it is typed: JSON, or “field=column” with commas or lines between.

    Raises Unreadable.
    """
    if not text:
        return {}
    if isinstance(text, str) and not text.lstrip().startswith("{"):
        pairs = [pair.partition("=") for pair in text.replace("\n", ",").split(",") if pair.strip()]
        if not all(equals for _, equals, _ in pairs):
            raise Unreadable("Write the mapping as field=column, such as instruction=Question, response=Answer.")
        return {field.strip(): column.strip() for field, _, column in pairs}
    try:
        found = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unreadable('Write the mapping as a JSON object, such as {"instruction": "Question"}.')
    return found


def is_turned_down(extra):
    """Return whether a judgement beside an item (KTO) says that its answer is a bad one."""
    return any(
        _fields.folded(key) in ("label", "ktotag")
        and (value is False or (isinstance(value, str) and value.lower() == "false"))
        for key, value in extra.items()
    )


class Reading:
    """A file while it is read: its encoding and format, notes for the report, and its rows, once."""

    def __init__(self, file, format, mapping, encoding):
        self.file, self.mapping, self.notes = file, mapping, []
        try:
            sound(mapping)
        except Refused as refusal:
            raise Unreadable(f"In the mapping: {refusal}") from None
        self.encoding = _encodings.find(file, encoding)
        if self.encoding.damaged:
            self.notes.append(
                "The file is UTF-8 with broken places. Rows with one are listed; name the encoding if it is another."
            )
        self.pairs = _fields.frozen(mapping)
        self.kind = _containers.find(file, self.encoding)
        if self.encoding.damaged and self.kind != "lines":
            raise Unreadable(_encodings.broken_place(file))
        self.asked, self.format, self.known = format, format, {}
        if format and self.kind not in format.read_from:
            kinds = " or ".join(_containers.TITLES[kind] for kind in format.read_from)
            raise Unreadable(
                f"The file is {_containers.TITLES[self.kind]}, and {format.title} is {kinds}. Choose another format."
            )

    def rows(self):
        """Yield (row, Example | Problem) for each item, in order; both unsaved."""
        for row, item, raw in self.items():
            try:
                yield row, self.read(item)
            except Refused as refusal:
                yield row, Problem(row=row, message=str(refusal), item=as_text(raw, item))

    def items(self):
        if self.kind == "lines":
            return _lines.read(self.file, self.encoding)
        if self.kind == "document":
            return _document.read(self.file, self.encoding, self.notes, self.is_example)
        return self.records()

    def records(self):
        table = _table.read(self.file, self.encoding, self.fits)
        _, header, _ = next(table, (0, [], ""))
        try:
            found = _fields.match(tuple(header), self.pairs)
        except Refused as refusal:
            raise Unreadable(str(refusal)) from None
        for name in header:
            first = re.fullmatch(r"(.+) \d+", name)
            if first and first[1] in header and _fields.folded(first[1]) in _fields.FIELDS and not self.pairs:
                raise Unreadable(f"Two columns are called “{first[1]}”. Rename one of them and bring the file again.")
        missing = [field for field in ("instruction", "response") if field not in found]
        if len(header) == 1 and missing:
            raise Unreadable(
                f"The file is no JSON, and no CSV with a column for the question and one for the answer: it begins "
                f"with “{header[0].strip()[:80]}”. Bring examples as JSON, JSONL or CSV."
            )
        if missing:
            raise Unreadable(
                f"No column is named like the {' or the '.join(missing)}. The columns are {_fields.listed(header)}. "
                "Say which is which with a mapping, such as instruction=…, response=…"
            )
        self.format = self.format or every()["csv"]
        yield from table

    def fits(self, header):
        try:
            return {"instruction", "response"} <= set(_fields.match(tuple(header), self.pairs))
        except Refused:
            return len(header) > 1 and not self.pairs

    def is_example(self, item):
        """Return whether an object has turns, or a question and an answer, whatever else it has."""
        turns = item.get(_fields.conversation(item))
        if turns:
            return _document.is_turn(turns[0])
        try:
            return {"instruction", "response"} <= set(_fields.match(tuple(item), self.pairs))
        except Refused:
            return False

    def read(self, item):
        if isinstance(item, Refused):
            raise item
        if not isinstance(item, dict):
            raise Refused("The item is no object with keys such as “instruction” and “response”. Write it as one.")
        if not item:
            raise Refused("The item is empty. Give it a question and an answer, or take it out.")
        reader = self.asked or self.reader_of(item)
        if not reader:  # a conversation under a key in capitals
            item = _fields.in_our_case(item)
            reader = self.reader_of(item)
        if not reader:
            raise Refused(
                f"The keys {_fields.listed(item)} are no question and answer that we know. Rename them to "
                "“instruction” and “response”, or say which is which with a mapping, such as instruction=…, response=…"
            )
        self.format = self.format or reader
        example = reader.read(item, self.pairs)
        extra = example.extra
        if self.kind == "table":
            sound(extra)
        if extra and (is_turned_down(extra) or example.kept_turns.get("answer", {}).get("weight") == 0):
            example.trainable = False
        return example

    def reader_of(self, item):
        if self.kind == "table":
            return every()["csv"]
        # Items of the same keys are of one format, unless it hangs on what is under a key; most files have one set.
        keys = tuple(item)
        if keys in self.known:
            return self.known[keys]
        if self.format and self.format.claims(item, self.kind, self.pairs):
            return self.format
        for format in every().values():
            if format.claims(item, self.kind, self.pairs):
                if TELLING.isdisjoint(keys) and len(self.known) < 1000:
                    self.known[keys] = format
                return format
        return None


TELLING = {*_fields.CONVERSATIONS, "prompt", "completion", "chosen"}


def as_text(raw, item):
    """Return the item as it stood in the file, as far as a Problem keeps it."""
    if isinstance(raw, bytes):
        raw = raw.decode("utf-8", "backslashreplace").rstrip("\r\n")
    elif not isinstance(raw, str):
        raw = json.dumps(raw, ensure_ascii=False, default=lambda value: getattr(value, "name", str(value)))
    raw = raw.replace("\x00", "\\u0000").encode("utf-8", "backslashreplace").decode()
    return raw[: Problem.LONGEST_ITEM]


__all__ = [
    "Columns",
    "Format",
    "Options",
    "Reading",
    "Unreadable",
    "as_json",
    "columns_of",
    "every",
    "mapping_of",
    "named",
    "open_file",
    "read_history",
]
