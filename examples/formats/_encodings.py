"""Finds out in which encoding a file is written, and refuses what is no text."""

import codecs
import hashlib
import io
from dataclasses import dataclass

from charset_normalizer import from_bytes

from examples import encodings
from examples.formats._refusals import Unreadable

CHUNK = 1 << 20
LONGEST_ITEM = 32 * 1024 * 1024
SAMPLE = 256 * 1024
# Fewer odd bytes than this say too little for a guess by frequency; the encoding of Windows in the west is likeliest.
FEW = 32
USUAL = "cp1252"
NO_TEXT = {
    b"%PDF": "a PDF. Documents are brought on the Documents page; bring examples as JSON, JSONL or CSV.",
    b"PK\x03\x04": "a zip file, as Excel and Word write them. Save the sheet as CSV and bring that.",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file. Save the sheet as CSV and bring that.",
    b"\x1f\x8b": "a gzip file. Unpack it and bring what is inside.",
    b"\x89PNG": "a picture. Bring examples as JSON, JSONL or CSV.",
    b"\xff\xd8\xff": "a picture. Bring examples as JSON, JSONL or CSV.",
    b"SQLite format 3": "a database. Export its rows as JSON or CSV and bring that.",
    b"PAR1": "a Parquet file. Save it as JSON lines and bring that.",
}


@dataclass
class Encoding:
    """How to read a file: the codec, how many bytes of byte-order mark to skip, whether it was a guess, whether the
    file is UTF-8 with broken places, and the file's SHA-256 and size in bytes."""

    name: str
    skip: int
    guessed: bool
    damaged: bool
    sha256: str
    size: int


def find(file, asked=None):
    """Return the Encoding of a binary file, read from its start. Raises Unreadable for what is empty or no text."""
    file.seek(0)
    head = file.read(64 * 1024)
    told, mark = encodings.told_by(head)
    refuse_binary(head, told)
    check = codecs.getincrementaldecoder("utf-8")()
    digest, size, is_utf8, blank = hashlib.sha256(), 0, True, True
    file.seek(0)
    while chunk := file.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        blank = blank and not chunk.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe")
        if is_utf8 and told in ("", "utf-8"):
            is_utf8 = decodes(check, chunk)
    if is_utf8:
        is_utf8 = decodes(check, b"", final=True)
    if blank:
        raise Unreadable("The file is empty. Bring one with at least one example in it.")
    known = {"sha256": digest.hexdigest(), "size": size}
    if asked:
        codec = text_codec(asked)
        return Encoding(codec, mark if told == codec else 0, False, False, **known)
    if told not in ("", "utf-8"):
        return Encoding(told, mark, False, False, **known)
    if is_utf8 or told:
        return Encoding("utf-8", mark, False, not is_utf8, **known)
    if head[:SAMPLE].count(b"\x00"):
        raise Unreadable("The file is no text. Bring examples as JSON, JSONL or CSV.")
    good, broken = odd_lines(file)
    if good >= len(broken) > 0:
        return Encoding("utf-8", 0, False, True, **known)
    return Encoding(guess(b"\n".join(broken)), 0, True, False, **known)


def refuse_binary(head, told):
    for start, what in NO_TEXT.items():
        if head.startswith(start):
            raise Unreadable(f"The file is {what}")
    if not told and head.count(b"\x00") > len(head) / 4:
        raise Unreadable("The file is no text, or UTF-16 without its mark. Save it as UTF-8 and bring it again.")


def decodes(decoder, chunk, final=False):
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def odd_lines(file):
    """Return how many lines beyond ASCII are good UTF-8, and those that are not, up to SAMPLE bytes of them."""
    good, broken, room = 0, [], SAMPLE
    file.seek(0)
    while line := file.readline(CHUNK):
        if line.isascii():
            continue
        if decodes(codecs.getincrementaldecoder("utf-8")(), line):
            good += 1
        elif room > 0:
            broken.append(line[:room])
            room -= len(line)
    return good, broken


def guess(sample):
    if sum(byte > 127 for byte in sample) < FEW:
        return USUAL
    best = from_bytes(sample).best()
    return best.encoding if best else USUAL


def text_codec(name):
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        codec = None
    if codec is None or not codec._is_text_encoding:
        raise Unreadable(f"No encoding is called “{name}”. Use one such as utf-8, utf-16, windows-1252 or iso-8859-2.")
    return codec.name


def text(file, encoding, newline, errors="strict"):
    """Return the file as text from its start. The text wrapper does not close the file."""
    file.seek(encoding.skip)
    return Kept(file, encoding=encoding.name, errors=errors, newline=newline)


class Kept(io.TextIOWrapper):
    """A text wrapper that lets go of its file instead of closing it."""

    def __del__(self):
        try:
            self.detach()
        except (ValueError, OSError):
            pass


def wrong(encoding, error):
    """Return what to do about a file that turns out not to be in this Encoding."""
    seen = f" (“{error.object[error.start : error.end].hex()}” cannot be read)" if hasattr(error, "object") else ""
    return (
        f"The file is not {encoding.name} throughout{seen}. "
        "Name its encoding, for example windows-1252, or save it as UTF-8."
    )


def broken_place(file):
    """Return where a file that is UTF-8 for the most part is not, and what to do."""
    file.seek(0)
    number = 0
    while line := file.readline(CHUNK):
        number += 1
        try:
            line.decode()
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode()) + 1
            return (
                f"Line {number}, column {column} is not UTF-8, though the rest is. Mend it there, or name the encoding."
            )
    return "The file is not UTF-8 throughout. Name its encoding, for example windows-1252."
