"""One JSON value: an array of items, an object round one, or a single item."""

import json
import re

from examples.formats import _encodings, _json
from examples.formats._encodings import CHUNK, LONGEST_ITEM
from examples.formats._refusals import Unreadable, place_after
from examples.texts import Refused, sound

WRAPPERS = ("data", "examples", "train", "conversations")
SPACE = re.compile(r"[ \t\r\n]*")
# A text, whole or cut by the end of the window, a bracket, or a number or word.
STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[\]{}]|[-+.\w]+', re.DOTALL)


def read(file, encoding, notes, is_example):
    """Yield the items of one JSON value: of an array, of the array in an object, or the object itself.

    `notes` gets a sentence for what stands beside the array and is not read. `is_example(object)` says whether an
    object is one by its other keys, whatever array it has.
    """
    text = Buffer(_encodings.text(file, encoding, newline=""), encoding)
    if text.peek() == "[":
        yield from enumerate_items(text.array())
    else:
        yield from enumerate_items(unwrapped(text, notes, is_example))
    if text.peek():
        raise text.unreadable("There is something after the end of the JSON")


def enumerate_items(items):
    for row, (item, raw) in enumerate(items, start=1):
        yield row, item, raw


def unwrapped(text, notes, is_example):
    """Yield the items of the array in an object, or the object where it is itself an item."""
    beside, found, refused = {}, "", None
    whole = text.ahead() or beside  # of an object longer than a window, what came before the array
    for key in text.keys():
        if key in WRAPPERS and text.peek() == "[" and not found and not is_example(whole):
            items = text.array()
            first = next(items, None)
            if first is None:
                found = key
            elif key == "conversations" and is_turn(first[0]):
                turns = [first, *items]
                refused = refused or next((item for item, _ in turns if isinstance(item, Refused)), None)
                beside[key] = [raw for _, raw in turns]
            else:
                found = key
                yield first
                yield from items
        else:
            value, raw = text.item()
            if isinstance(value, Refused):
                refused = refused or value
            elif key in beside:
                refused = refused or Refused(_json.twice(key))
            beside[key] = raw
    if not found:
        yield refused or checked(beside), beside
        return
    for key, value in beside.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            notes.append(f"“{key}” beside “{found}” has {len(value)} items that were not read. Bring them as a file.")


def is_turn(item):
    return isinstance(item, dict) and ("from" in item or "role" in item)


def checked(item, raw=None):
    """Return the item, or why it cannot be one."""
    try:
        sound(item)
        if raw:
            _json.check(item, raw)
    except Refused as refusal:
        return refusal
    return item


class Digits(Exception):
    """A number too long for Python to read."""


class Buffer:
    """A window on a JSON text that is read value by value, and knows its line and column."""

    def __init__(self, stream, encoding):
        self.stream, self.encoding = stream, encoding
        self.text, self.began, self.at, self.ended = "", 0, 0, False
        self.line, self.column = 1, 1

    def more(self, least=CHUNK):
        """Forget what is read and read on. Returns whether there was more."""
        if self.ended:
            return False
        gone = self.text[: self.at]
        self.line, self.column = place_after(gone, self.line, self.column)
        try:
            fresh = self.stream.read(least)
        except UnicodeError as error:
            raise Unreadable(_encodings.wrong(self.encoding, error)) from None
        self.text, self.at = self.text[self.at :] + fresh, 0
        self.ended = not fresh
        return bool(fresh)

    def peek(self):
        """Return the next character that is no white space, or "" at the end."""
        while True:
            self.at = SPACE.match(self.text, self.at).end()
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def expect(self, character):
        if self.peek() != character:
            raise self.unreadable(f"Here “{character}” is missing")
        self.at += 1

    def value(self):
        """Return the next value. Raises Unreadable where there is none, RecursionError where it is nested too deep."""
        self.peek()
        while True:
            try:
                value, end = _json.DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                offset = error.pos - self.at
                if len(self.text) - self.at > LONGEST_ITEM or not self.more(max(CHUNK, len(self.text))):
                    raise self.unreadable(f"This is not valid JSON: {error.msg}", self.at + offset) from None
                continue
            except ValueError:
                raise Digits from None
            if end == len(self.text) and self.more():  # a number may go on
                continue
            self.began, self.at = self.at, end
            return value

    def ahead(self):
        """Return the value that comes next, and stay before it; None where not all of it is in the window."""
        self.peek()
        try:
            return _json.DECODER.raw_decode(self.text, self.at)[0]
        except (ValueError, RecursionError):
            return None

    def array(self):
        """Yield (item, raw text) for each item of an array."""
        self.expect("[")
        if self.peek() == "]":
            self.at += 1
            return
        while True:
            yield self.item()
            if self.peek() == "]":
                self.at += 1
                return
            self.expect(",")

    def item(self):
        """Return (the next value or why it is refused, the value as it was read)."""
        try:
            value = self.value()
        except RecursionError:
            self.skip()
            return Refused(_json.TOO_DEEP), ""
        except Digits:
            self.skip()
            return Refused(_json.TOO_MANY_DIGITS), ""
        return checked(value, self.text[self.began : self.at]), value

    def keys(self):
        """Yield each key of an object, standing at its value."""
        self.expect("{")
        if self.peek() == "}":
            self.at += 1
            return
        while True:
            if self.peek() != '"':
                raise self.unreadable("Here a key in quotes is missing")
            key = self.value()
            self.expect(":")
            yield key
            if self.peek() == "}":
                self.at += 1
                return
            self.expect(",")

    def skip(self):
        """Go past a value without reading it."""
        depth = 0
        while True:
            match = STRUCTURE.search(self.text, self.at)
            if match is None or (match.end() == len(self.text) and not self.ended):
                if not self.more():
                    raise self.unreadable("The file ends in the middle of an item")
                continue
            self.at = match.end()
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
            if depth == 0:
                return

    def unreadable(self, why, at=None):
        at = self.at if at is None else min(at, len(self.text))
        line, column = place_after(self.text[:at], self.line, self.column)
        if self.ended and not self.text[at:].strip():
            why = "The file ends too early, as if it were cut off"
        return Unreadable(f"{why} (line {line}, column {column}). Mend the file there and bring it again.")


def write(items):
    """Yield a JSON array, an item a line, as bytes."""
    start = b"[\n"
    for some in _json.joined(items, b",\n"):
        yield start + some
        start = b",\n"
    yield b"[]\n" if start == b"[\n" else b"\n]\n"
