"""CSV: a header, and a record a row."""

import csv
import io
import re
from collections import deque

from examples.formats import _encodings
from examples.formats._encodings import CHUNK, LONGEST_ITEM
from examples.formats._refusals import Unreadable, place_after
from examples.texts import Refused

csv.field_size_limit(LONGEST_ITEM)
DELIMITERS = (",", ";", "\t", "|")


def read(file, encoding, fits):
    """Yield the header of a CSV first, as (0, columns, ""), then (row, {column: text}, raw line) for each record.

    `fits(columns)` says whether a header is one we know; it decides between the delimiters. Rows count from 1 below
    the header. Raises Unreadable for a quote that is never closed.
    """
    try:
        delimiter = find_delimiter(_encodings.text(file, encoding, newline="").read(CHUNK), fits)
        yield from records(Tap(_encodings.text(file, encoding, newline="")), delimiter)
    except UnicodeError as error:
        raise Unreadable(_encodings.wrong(encoding, error)) from None


def records(tap, delimiter):
    reader = csv.reader(tap, delimiter=delimiter, strict=True)
    header, row = None, 0
    while True:
        if not tap.broken:
            tap.record.clear()
        start = tap.line - len(tap.record) + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raw = "".join(tap.record)
            if "unexpected end" in str(error) or "field larger" in str(error) or header is None:
                line, column = open_quote(raw, start, delimiter)
                raise Unreadable(
                    f"The quote in line {line}, column {column} is never closed, or closed in the wrong place. "
                    "Mend it and bring the file again."
                ) from None
            tap.broken = tap.broken or str(error)
            if tap.goes_on(delimiter):
                continue
            fields = []
        if tap.broken:
            row += 1
            where = f"line {start}" if tap.line == start else f"lines {start} to {tap.line}"
            why = f"The quotes are wrong in {where}: {tap.broken}. Double a quote inside a field."
            tap.broken = ""
            yield row, Refused(why), "".join(tap.record)
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


class Tap:
    """Passes lines on and remembers those of the record that is being read.

    line: how many lines it gave. broken: why the record is none, or "".
    """

    def __init__(self, stream):
        self.stream, self.record, self.line, self.broken = stream, [], 0, ""
        self.waiting, self.inside = deque(), False

    def __iter__(self):
        return self

    def __next__(self):
        line = self.waiting.popleft() if self.waiting else next(self.stream)
        self.line += 1
        self.record.append(line)
        if self.inside:
            self.inside = False
            return f'"{line}'
        return line

    def goes_on(self, delimiter):
        """Return whether a broken record goes on, and if so let the rest of it come as a record that begins with a
        quote.

        A line with a quote too many may end within a field. Whether it does shows in the next line that has quotes:
        it closes such a field, or it does not and all of these lines are records of their own.
        """
        ahead, size, closing = [], 0, None
        while closing is None and size < CHUNK and (line := self.next_line()):
            ahead.append(line)
            size += len(line)
            closing = closes(line, delimiter)
        if closing:
            self.line += len(ahead) - 1
            self.record += ahead[:-1]
            ahead = ahead[-1:]
        self.waiting.extendleft(reversed(ahead))
        self.inside = bool(closing)
        return self.inside

    def next_line(self):
        return self.waiting.popleft() if self.waiting else next(self.stream, "")


def closes(line, delimiter):
    """Return whether a line closes a field in quotes that an earlier line opened; None where it does not tell."""
    if '"' not in line:
        return None
    _, quote, after = line.replace('""', "").partition('"')
    if quote:
        return after[:1] in (delimiter, "\r", "\n", "")
    empty = re.search(rf'(?:^|{re.escape(delimiter)})""(?:{re.escape(delimiter)}|\s*$)', line)
    return False if empty else None  # an empty field in quotes; else words in doubled quotes, as within a field


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


def write(columns, rows):
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
