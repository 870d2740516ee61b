"""CSV: each row a paragraph of “column: value” lines, so that a row can be cited without its header."""

import csv
import io
import sys

from chat.parsers import _text
from chat.parsers._parser import LIKELY, NO, SURE, Page, Parser
from chat.reasons import Unreadable

DELIMITERS = ",;\t|"
LOOKED_AT = 20  # rows


class Csv(Parser):
    name, title, suffixes, media_type = "csv", "CSV", (".csv", ".tsv"), "text/csv"

    def fits(self, head):
        if head.text is None or head.is_zip or head.is_pdf or not delimiter_of(head.text):
            return NO
        return SURE if head.suffix in self.suffixes else NO if head.suffix in (".txt", ".md") else LIKELY

    def read(self, path, first=1):
        source, notes = _text.whole(path)
        source = source.lstrip("\ufeff")
        csv.field_size_limit(sys.maxsize)
        rows = csv.reader(io.StringIO(source), delimiter=delimiter_of(source[:65_536]) or ",")
        header = [" ".join(name.split()) for name in next(rows, [])]
        parts = []
        for row in rows:
            cells = [f"{header[place] if place < len(header) else place + 1}: {cell.strip()}" for place, cell in
                     enumerate(row) if cell.strip()]  # fmt: skip
            if cells:
                parts.append("\n".join(cells))
        text = "\n\n".join(parts) or "\n".join(filter(None, header))
        if not text.strip():
            raise Unreadable("no_text")
        yield Page(text)
        yield from notes


def delimiter_of(text):
    """Return the character that divides all of the first rows into as many cells, two at least, or None."""
    best = (1, None)
    for delimiter in DELIMITERS:
        rows = csv.reader(io.StringIO(text), delimiter=delimiter)
        counts = []
        try:
            for row in rows:
                if row:
                    counts.append(len(row))
                if len(counts) == LOOKED_AT:
                    break
        except csv.Error:
            continue
        complete = counts if len(counts) == LOOKED_AT or len(counts) < 3 else counts[:-1]
        if len(counts) > 1 and len(set(complete)) == 1 and complete[0] > best[0]:
            best = (complete[0], delimiter)
    return best[1]


PARSER = Csv()
