"""JSON lines: an item a line.

A reader of a container yields (row, item, raw text) in the file's order; an item that could not be read is a Refused.
What spoils the whole file raises Unreadable. Memory does not grow with the file.
"""

import json
import re

import orjson

from examples.formats import _encodings, _json
from examples.formats._encodings import CHUNK, LONGEST_ITEM
from examples.formats._refusals import Unreadable
from examples.texts import Refused, sound


def read(file, encoding):
    """Yield the items of a JSON-lines file, a line each; the row is the number of the line."""
    for row, line in enumerate(raw_lines(file, encoding), start=1):
        if not line.isspace():
            yield row, read_line(line), line


def raw_lines(file, encoding):
    if encoding.name == "utf-8" and not old_mac(file):
        file.seek(encoding.skip)
        while line := file.readline(LONGEST_ITEM):
            if len(line) == LONGEST_ITEM:
                while line and not line.endswith(b"\n"):  # the rest of a line that is too long to hold
                    line = file.readline(CHUNK)
                line = TOO_LONG
            yield line
        return
    text = _encodings.text(file, encoding, newline=None)
    try:
        while line := text.readline(LONGEST_ITEM):
            yield line.encode("utf-8", "surrogatepass")
    except UnicodeError as error:
        raise Unreadable(_encodings.wrong(encoding, error)) from None


TOO_LONG = b"\x00"


def old_mac(file):
    """Return whether lines end with CR alone."""
    file.seek(0)
    head = file.read(CHUNK)
    return b"\r" in head[:-1] and b"\n" not in head


def read_line(line):
    if line is TOO_LONG:
        return Refused(f"The line is longer than {LONGEST_ITEM // 1024 // 1024} MB. Split it and bring it again.")
    try:
        item = orjson.loads(line)
        if b"\\u0000" in line:
            sound(item)
        if _json.check(item, line) and LONG_NUMBER.search(line):
            item = json.loads(line)  # orjson makes a float of a whole number beyond 64 bits
    except orjson.JSONDecodeError as error:
        return Refused(why_no_json(line, error))
    except Refused as refusal:
        return refusal
    except ValueError:
        return Refused(_json.TOO_MANY_DIGITS)
    return item


LONG_NUMBER = re.compile(rb"\d{19}")


def why_no_json(line, error):
    try:
        text = line.decode()
    except UnicodeDecodeError as wrong:
        return f"Byte {wrong.start + 1} of the line is not UTF-8. Save the file as UTF-8, or name its encoding."
    try:
        sound(_json.DECODER.decode(text.strip()))
    except RecursionError:
        return _json.TOO_DEEP
    except Refused as refusal:
        return str(refusal)
    except json.JSONDecodeError as wrong:
        return f"The line is not valid JSON at column {wrong.pos + 1}: {wrong.msg}. Mend it and bring it again."
    except ValueError:
        return _json.TOO_MANY_DIGITS
    return f"The line is not valid JSON: {error.msg}. Mend it and bring it again."


def write(items):
    """Return an iterator of the items as lines of JSON, as bytes."""
    return _json.joined(items, b"\n", ended=True)
