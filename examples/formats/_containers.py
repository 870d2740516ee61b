"""How a file divides into items: JSON array (or an object round one), JSON lines, CSV; each read and written here.

A reader yields (row, item, raw text) in the file's order; an item that could not be read is a Refused. What spoils the
whole file raises Unreadable. Memory does not grow with the file.
"""

import csv
import io
import json
import re
from itertools import islice

import orjson

from examples.formats import _encodings
from examples.formats._refusals import Unreadable
from examples.texts import DEEPEST, NoNumber, Refused, sound

LONGEST_ITEM = 32 * 1024 * 1024
WRAPPERS = ("data", "examples", "train", "conversations")
CHUNK = 1 << 20
csv.field_size_limit(LONGEST_ITEM)


# JSON lines


def lines(file, encoding):
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
        raise Unreadable(wrong_encoding(encoding, error)) from None


TOO_LONG = b"\x00"


def old_mac(file):
    """Return whether lines end with CR alone."""
    file.seek(0)
    head = file.read(CHUNK)
    return b"\r" in head and b"\n" not in head


def read_line(line):
    if line is TOO_LONG:
        return Refused(f"The line is longer than {LONGEST_ITEM // 1024 // 1024} MB. Split it and bring it again.")
    try:
        item = orjson.loads(line)
        if b"\\u0000" in line or line.count(b"[") + line.count(b"{") > DEEPEST:
            sound(item)
        if isinstance(item, dict) and float in map(type, item.values()) and LONG_NUMBER.search(line):
            item = json.loads(line)  # orjson makes a float of a whole number beyond 64 bits
    except orjson.JSONDecodeError as error:
        return Refused(why_no_json(line, error))
    except Refused as refusal:
        return refusal
    except ValueError:
        return Refused(TOO_MANY_DIGITS)
    return item


LONG_NUMBER = re.compile(rb"\d{19}")


def why_no_json(line, error):
    try:
        text = line.decode()
    except UnicodeDecodeError as wrong:
        return f"Byte {wrong.start + 1} of the line is not UTF-8. Save the file as UTF-8, or name its encoding."
    try:
        sound(DECODER.decode(text.strip()))
    except RecursionError:
        return f"The item is nested deeper than {DEEPEST} levels. Make it flatter."
    except Refused as refusal:
        return str(refusal)
    except json.JSONDecodeError as wrong:
        return f"The line is not valid JSON at column {wrong.pos + 1}: {wrong.msg}. Mend it and bring it again."
    except ValueError:
        return TOO_MANY_DIGITS
    return f"The line is not valid JSON: {error.msg}. Mend it and bring it again."


TOO_MANY_DIGITS = "A number has thousands of digits. Put it in quotes, as text."


def write_lines(items):
    """Yield the items as lines of JSON, LINES of them at a time, as bytes."""
    lines = map(as_json, items)
    while some := list(islice(lines, LINES)):
        yield escaped(b"\n".join(some) + b"\n")


LINES = 100


# Readers that split lines on these characters would cut a JSON line in two (ECMA-262 line terminators, C1 controls).
SPLITTERS = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")


def as_json(item):
    """Return strict JSON as UTF-8 bytes."""
    try:
        return orjson.dumps(item)
    except TypeError:  # a whole number beyond 64 bits
        return json.dumps(item, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def escaped(data):
    """Return JSON with U+007F to U+009F, U+2028 and U+2029 escaped; they stand in texts alone, so lines will do."""
    if b"\x7f" in data or (not data.isascii() and any(all(part in data for part in parts) for parts in SUSPICIOUS)):
        return SPLITTERS.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), data)
    return data


# Looked for first, single bytes before several, since that is a hundred times as quick as the expression.
SUSPICIOUS = ((b"\xc2",), (b"\xe2", b"\xe2\x80\xa8"), (b"\xe2", b"\xe2\x80\xa9"))


# JSON array, an object round one, or a single object

DECODER = json.JSONDecoder(parse_constant=NoNumber)
SPACE = re.compile(r"[ \t\r\n]*")
STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def document(file, encoding, notes):
    """Yield the items of one JSON value: of an array, of the array in an object, or the object itself.

    `notes` gets a sentence for what stands beside the array and is not read.
    """
    text = Buffer(_encodings.text(file, encoding, newline=""), encoding)
    if text.peek() == "[":
        yield from enumerate_items(text.array())
    else:
        yield from enumerate_items(unwrapped(text, notes))
    if text.peek():
        raise text.unreadable("There is something after the end of the JSON")


def enumerate_items(items):
    for row, (item, raw) in enumerate(items, start=1):
        yield row, item, raw


def unwrapped(text, notes):
    """Yield the items of the array in an object, or the object where it is itself an item."""
    beside, found = {}, ""
    for key in text.keys():
        if key in WRAPPERS and text.peek() == "[" and not found:
            items = text.array()
            first = next(items, None)
            if first is None:
                found = key
            elif key == "conversations" and is_turn(first[0]):
                beside[key] = [first[0], *(item for item, raw in items)]
            else:
                found = key
                yield first
                yield from items
        else:
            beside[key] = text.value()
    if not found:
        yield checked(beside), dumps_or_empty(beside)
        return
    for key, value in beside.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            notes.append(f"“{key}” beside “{found}” has {len(value)} items that were not read. Bring them as a file.")


def is_turn(item):
    return isinstance(item, dict) and ("from" in item or "role" in item)


def dumps_or_empty(item):
    return json.dumps(item, ensure_ascii=False, default=lambda value: value.name)


def checked(item):
    try:
        sound(item)
    except Refused as refusal:
        return refusal
    return item


class Digits(Exception):
    """A number too long for Python to read."""


class Buffer:
    """A window on a JSON text that is read value by value, and knows its line and column."""

    def __init__(self, stream, encoding):
        self.stream, self.encoding = stream, encoding
        self.text, self.at, self.ended = "", 0, False
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
            raise Unreadable(wrong_encoding(self.encoding, error)) from None
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
                value, end = DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                offset = error.pos - self.at
                if len(self.text) - self.at > LONGEST_ITEM or not self.more(max(CHUNK, len(self.text))):
                    raise self.unreadable(f"This is not valid JSON: {error.msg}", self.at + offset) from None
                continue
            except ValueError:
                raise Digits from None
            if end == len(self.text) and self.more():  # a number may go on
                continue
            self.at = end
            return value

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
        self.peek()
        try:
            value = self.value()
        except RecursionError:
            self.skip()
            return Refused(f"The item is nested deeper than {DEEPEST} levels. Make it flatter."), ""
        except Digits:
            self.skip()
            return Refused(TOO_MANY_DIGITS), ""
        return checked(value), value

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
        """Go past a list or object without reading it."""
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


def place_after(text, line, column):
    """Return the line and column after a text that starts at these; CR, LF and CRLF end a line."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    if not ends:
        return line, column + len(text)
    return line + ends, len(text) - max(text.rfind("\n"), text.rfind("\r"))


def wrong_encoding(encoding, error):
    seen = f" (“{error.object[error.start : error.end].hex()}” cannot be read)" if hasattr(error, "object") else ""
    return (
        f"The file is not {encoding.name} throughout{seen}. "
        "Name its encoding, for example windows-1252, or save it as UTF-8."
    )


def write_array(items):
    """Yield a JSON array, an item a line, as bytes."""
    lines = map(as_json, items)
    separator = b"[\n"
    while some := list(islice(lines, LINES)):
        yield separator + escaped(b",\n".join(some))
        separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"


# CSV

DELIMITERS = (",", ";", "\t", "|")


class Tap:
    """Passes lines on and remembers those of the record that is being read."""

    def __init__(self, stream):
        self.stream, self.record = stream, []

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self.stream)
        self.record.append(line)
        return line


def table(file, encoding, fits):
    """Yield the header of a CSV first, as (0, columns, ""), then (row, {column: text}, raw line) for each record.

    `fits(columns)` says whether a header is one we know; it decides between the delimiters. Rows count from 1 below
    the header. Raises Unreadable for a quote that is never closed.
    """
    stream = _encodings.text(file, encoding, newline="")
    try:
        sample = stream.read(CHUNK)
    except UnicodeError as error:
        raise Unreadable(wrong_encoding(encoding, error)) from None
    delimiter = find_delimiter(sample, fits)
    del stream
    tap = Tap(_encodings.text(file, encoding, newline=""))
    reader = csv.reader(tap, delimiter=delimiter, strict=True)
    header, row, start = None, 0, 1
    while True:
        tap.record.clear()
        start = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except UnicodeError as error:
            raise Unreadable(wrong_encoding(encoding, error)) from None
        except csv.Error as error:
            raw = "".join(tap.record)
            if "unexpected end" in str(error) or "field larger" in str(error) or header is None:
                line, column = open_quote(raw, start, delimiter)
                raise Unreadable(
                    f"The quote in line {line}, column {column} is never closed, or closed in the wrong place. "
                    "Mend it and bring the file again."
                ) from None
            row += 1
            yield row, Refused(f"The quotes are wrong in line {start}: {error}. Double a quote inside a field."), raw
            continue
        if not fields or (header is None and is_excel_hint(fields, tap.record)):
            continue
        if header is None:
            header = unlike(fields)
            yield 0, header, ""
            continue
        row += 1
        raw = "".join(tap.record)
        if len(fields) != len(header):
            few = "few" if len(fields) < len(header) else "many"
            yield (
                row,
                Refused(
                    f"The row has too {few} fields: {len(fields)}, and the header has {len(header)} (line {start}). "
                    "Put text with commas in quotes."
                ),
                raw,
            )
        else:
            yield row, dict(zip(header, fields, strict=True)), raw


def is_excel_hint(fields, record):
    return bool(record) and record[0].strip().lower().startswith("sep=") and len(record[0].strip()) <= 5


def unlike(columns):
    """Return the columns with a number behind each name that came before, so that none hides another."""
    seen = {}
    result = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        result.append(column if seen[column] == 1 else f"{column} {seen[column]}")
    return result


def find_delimiter(sample, fits):
    """Return the delimiter that gives a header we know, else the one that gives the most columns."""
    best, most = ",", 0
    for delimiter in DELIMITERS:
        header = first_record(sample, delimiter)
        if fits(header):
            return delimiter
        if len(header) > most:
            best, most = delimiter, len(header)
    return best


def first_record(sample, delimiter):
    tap = Tap(iter(io.StringIO(sample, newline="")))
    reader = csv.reader(tap, delimiter=delimiter)
    for fields in reader:
        if fields and not is_excel_hint(fields, tap.record):
            return fields
        tap.record.clear()
    return []


def open_quote(raw, line, delimiter):
    """Return line and column of the last quote in a text that opens and does not close."""
    opened = (line, 1)
    inside, position, at_start = False, 0, True
    while position < len(raw):
        character = raw[position]
        if inside and raw.startswith('""', position):
            position += 1
        elif character == '"' and (inside or at_start):
            inside = not inside
            if inside:
                opened = place_after(raw[:position], line, 1)
        at_start = not inside and character in (delimiter, "\n", "\r")
        position += 1
    return opened


def write_table(columns, rows):
    """Yield a CSV as bytes, the header first: RFC 4180 with LF, all fields quoted, so that a lone CR survives."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(row)
        if buffer.tell() > 64 * 1024:
            yield taken(buffer)
    yield taken(buffer)


def taken(buffer):
    data = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return data
