"""Finds out how a file divides into items: which container it is."""

import json
import re

from examples.formats import _document, _encodings
from examples.formats._encodings import LONGEST_ITEM
from examples.formats._refusals import Unreadable

TITLES = {"lines": "JSON lines", "document": "a JSON array or object", "table": "a CSV"}
SPACE = " \t\r\n"
SNIFFED = 20  # items that may be unlike any format before the file as a whole is


def find(file, encoding):
    """Return "lines", "document" or "table", by the content alone."""
    text = _encodings.text(file, encoding, newline="", errors="replace" if encoding.damaged else "strict")
    try:
        head = text.read(_encodings.CHUNK)
        if head.lstrip(SPACE).startswith("{"):
            head += whole_lines(text)
    except UnicodeError as error:
        raise Unreadable(_encodings.wrong(encoding, error)) from None
    start = head.lstrip(SPACE)
    if start.startswith("{"):
        return "lines" if are_lines(start) else "document"
    others = [is_object(line) for line in re.split("\r\n|\r|\n", start)[1:SNIFFED] if line.strip()]
    if others and sum(others) > len(others) / 2:  # JSON lines whose first line is bad
        return "lines"
    return "document" if start.startswith("[") else "table"


def whole_lines(text):
    """Return the end of the line in which a text stands and the next line that is not blank, or "" where there is no
    next: a first item may be longer than what was read, and only what comes after it tells lines from one value."""
    end = text.readline(LONGEST_ITEM)
    line = text.readline(LONGEST_ITEM) if end.endswith(("\n", "\r")) else ""
    while line.isspace():
        line = text.readline(LONGEST_ITEM)
    return end + line if line else ""


def are_lines(head):
    """Return whether a text that starts with { is JSON lines, and not one JSON value, whole or cut by this head."""
    lines = [line for line in re.split("\r\n|\r|\n", head) if line.strip()]
    whole = [is_object(line) for line in lines[:SNIFFED]]
    if whole[0]:
        return len(lines) > 1 or not is_wrapper(lines[0])
    # A first line that is cut could go on in the second; it does not where all others are items of their own.
    return (len(whole) > 1 and all(whole[1:])) or (not goes_on(head) and any(whole))


def goes_on(head):
    """Return whether a text is the beginning of one JSON value, or all of it."""
    try:
        json.JSONDecoder().raw_decode(head)
    except json.JSONDecodeError as error:
        return error.msg.startswith("Unterminated string") or error.pos >= len(head.rstrip())
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        pass
    return True


def is_object(line):
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def is_wrapper(line):
    return any(isinstance(json.loads(line).get(key), list) for key in _document.WRAPPERS)
