"""What all parsers share: what they are asked, and what they give."""

import zipfile
from dataclasses import dataclass, field
from functools import cached_property

from chat.parsers._encodings import decoded
from chat.reasons import Unreadable

BEGINNING = 64 * 1024  # bytes that tell the kind
MOST_CHARACTERS = 20_000_000
NO, MAYBE, LIKELY, SURE = range(4)  # how well a file fits a kind

# (the first bytes, the reason): what is no document of ours.
REFUSED = [
    (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"), (b"RIFF", "picture"), (b"{\\rtf", "rtf"), (b"\x1f\x8b", "zip"), (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"), (b"BZh", "zip"), (b"\xfd7zXZ", "zip"),
]  # fmt: skip
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# A zip that has a file of this name is of this kind.
ZIPPED = [
    ("xl/", "sheet"),
    ("ppt/", "slides"),
    ("mimetype", "open_document"),
    ("META-INF/container.xml", "open_document"),
]


@dataclass
class Page:
    """A piece of a document's text. `number` is None where the kind has no pages; `headings` are [offset, level, title]
    with offsets in `text`; `whole` is how many pages there are. `title` is what the document calls itself."""

    text: str
    number: int | None = None
    headings: list = field(default_factory=list)
    whole: int = 0
    title: str = ""


@dataclass
class Note:
    """What the person should know of the file, or why one page of it is missing."""

    reason: str
    values: dict = field(default_factory=dict)


class Head:
    """The beginning of a file, and what its name ends in."""

    def __init__(self, path, suffix=""):
        self.path, self.suffix = path, suffix.lower()
        with open(path, "rb") as file:
            self.start = file.read(BEGINNING)

    def refuse(self):
        """Raise Unreadable for what is empty or of a kind that is known and cannot be read."""
        if not self.start.strip():
            raise Unreadable("empty")
        for magic, reason in REFUSED:
            if self.start.startswith(magic):
                raise Unreadable(reason)
        if self.start.startswith(OLD_OFFICE):  # Word puts a document with a password into this old container
            protected = "EncryptedPackage".encode("utf-16-le") in self.start
            raise Unreadable("encrypted" if protected else "old_word")
        if self.is_zip and "word/document.xml" not in self.names:
            raise Unreadable(next((reason for name, reason in ZIPPED if self.holds(name)), "zip"))
        if not self.is_zip and not self.is_pdf and self.text is None:
            raise Unreadable("unknown")

    def holds(self, name):
        return any(one.startswith(name) for one in self.names)

    @cached_property
    def is_pdf(self):
        return b"%PDF-" in self.start[:1024]

    @cached_property
    def is_zip(self):
        return self.start.startswith(b"PK\x03\x04")

    @cached_property
    def names(self):
        """The files in a zip. Raises Unreadable for one that is cut off."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                return set(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Unreadable("cut") from None

    @cached_property
    def text(self):
        """The beginning as text, or None for what is none."""
        return decoded(self.start, cut=len(self.start) == BEGINNING)[0]


class Parser:
    """One of several. `name` is its word, `title` people's, `suffixes` are what names of such files end in: they decide
    between kinds of text that look alike, and make no kind of another."""

    name = ""
    title = ""
    suffixes = ()
    media_type = "text/plain"

    def fits(self, head):
        """Return how well a file fits that begins like this Head: NO, MAYBE, LIKELY or SURE."""
        raise NotImplementedError

    def read(self, path, first=1):
        """Yield the Pages from page `first` on, and Notes. Raises Unreadable."""
        raise NotImplementedError
