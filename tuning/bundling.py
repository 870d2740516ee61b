"""Bundles: a snapshot in the files of one destination, as one ZIP that is the same bytes wherever it is made.

A Bundle is what a destination gets to see. It is told of (`tell`), written (`pieces`) and read back (`check`) here.
"""

import hashlib
import json
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import zip_longest
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from examples import formats, turns
from examples.exporting import PIECE, Outlet
from examples.models import Example
from examples.shapes import Shape
from tuning import cards, leaving
from tuning.destinations import Refusal
from tuning.options import clean

BUNDLE = "training-center-bundle/1"
# The oldest time that a ZIP can hold: the clock is no part of a bundle.
TIME = (1980, 1, 1, 0, 0, 0)
# Bytes of a snapshot above which each data file may be over 2 GB, and is written as one; some old programs open none.
LARGE = 2**30
# Bytes of a snapshot up to which a download is read back before its first byte, which takes some seconds. Of a larger
# one the first byte would come after minutes; `make_bundle` reads it back.
READ_BACK = 2**28


@dataclass(frozen=True)
class Told:
    """What a bundle will do to the examples, before it is made.

    examples, tokens: written, and about how many tokens they have. limit: of an example, or None. cut: examples with
    more tokens than that. refused: [(shape, examples, ids of the first)] that the format cannot hold. notes: sentences.
    """

    examples: int
    tokens: int
    limit: int | None
    cut: int
    refused: list
    notes: list
    parts: dict


class Bundle:
    """A snapshot on its way to a destination.

    snapshot: .name, .slug, .sha256, .seed, .shares, .default_system, .count, .counts. options: {name: value}, cleaned.
    writing: the formats.Options. parts: those that there are, in order, such as ["train", "validation", "test"].
    allow: give it out though personal data are in it, and write down that `by` did, in this `way`. waits: for any
    number of examples to be checked first, or refuse where these are many. held: what the gate said, once asked.
    """

    def __init__(self, snapshot, destination, options=None, allow=False, by=None, way="", waits=True):
        self.snapshot, self.destination = snapshot, destination
        self.allow, self.by, self.way, self.waits, self.held = allow, by, way, waits, None
        self.options = clean(destination, options or {})
        self.format = formats.named(destination.format)
        self.carries = destination.carries or self.format.carries
        self.writing = formats.Options(snapshot.default_system, self.options["context_in"])
        self.parts = [part for part in snapshot.parts if self.count(part)]

    @property
    def filename(self):
        return f"{self.snapshot.slug}-{self.destination.name}.zip"

    # What a destination asks

    def rows(self, part, columns=None):
        """Yield the examples of a part as raw rows, as Format.write takes them, without those that it cannot hold."""
        return self.snapshot.rows(columns or self.format.columns, part, self.carries)

    def count(self, part=None):
        """Return how many examples are written, in all or in a part."""
        return self.total(0, part)

    def tokens(self, part=None):
        """Return about how many tokens these have."""
        return self.total(1, part)

    def total(self, place, part):
        parts = self.snapshot.counts["parts"]
        return sum(
            numbers[place]
            for name in (parts if part is None else [part])
            for shape, numbers in parts.get(name, {}).items()
            if shape in self.carries
        )

    @property
    def left_out(self):
        """How many examples are of a shape that it cannot hold."""
        return self.snapshot.count - self.count()

    def cut(self, limit):
        """Return how many of the examples that are written have more tokens than this; none where it is None."""
        lengths = self.snapshot.counts["lengths"]
        return sum(
            number
            for shape in lengths
            if shape in self.carries
            for tokens, number in lengths[shape].items()
            if limit is not None and int(tokens) > limit
        )

    # Telling

    def tell(self):
        """Return what is Told before it is made. Raises Refusal where the destination takes none of it, or Damaged."""
        self.snapshot.verify()
        refused = self.refused()
        if not self.count("train"):
            raise Refusal(
                _("%(title)s can hold none of the examples to train on. Choose another destination.")
                % {"title": self.destination.title}
            )
        self.destination.refuse(self)
        limit = self.destination.limit(self.options)
        parts = {part: self.count(part) for part in self.parts}
        notes = list(self.destination.notes(self))
        return Told(self.count(), self.tokens(), limit, self.cut(limit), refused, notes, parts)

    def refused(self, most=10):
        """Return [(shape, examples, first ids)] that the format cannot hold."""
        numbers = {}
        for shapes in self.snapshot.counts["parts"].values():
            for shape, (number, _tokens) in shapes.items():
                if shape not in self.carries:
                    numbers[shape] = numbers.get(shape, 0) + number
        return [(Shape(shape), number, self.first_of(shape, most)) for shape, number in sorted(numbers.items())]

    def first_of(self, shape, most):
        found = []
        for (pk,) in self.snapshot.rows(["id"], shapes={shape}):
            found.append(pk)
            if len(found) == most:
                break
        return found

    # Writing

    def pieces(self):
        """Yield the ZIP's bytes, in pieces, with flat memory. Raises Refusal or Damaged before the first."""
        told = self.ready()
        return self.zipped(told)

    def ready(self):
        """Return what is Told, after all that may keep the bundle from being made. Raises Refusal or Damaged."""
        told = self.tell()
        place = self.destination
        self.held = leaving.let_out(
            self.snapshot, place.title, place.goes_out, self.allow, self.by, self.way, self.waits
        )
        return told

    def zipped(self, told):
        outlet = Outlet()
        with ZipFile(outlet, "w", ZIP_STORED) as archive:
            for path, pieces in self.files(told):
                with archive.open(entry(path), "w", force_zip64=self.snapshot.size > LARGE) as file:
                    for piece in pieces:
                        file.write(piece)
                        yield outlet.taken()
        yield outlet.taken()

    def read_back(self):
        """Return the ZIP as an open file that was checked. Raises Refusal or Damaged."""
        told = self.ready()
        with ExitStack() as until_it_is_right:
            try:
                file = until_it_is_right.enter_context(tempfile.TemporaryFile(dir=settings.DATA_DIR))
                file.writelines(self.zipped(told))
            except OSError as error:
                raise Refusal(
                    _("There is no room for the bundle: %(why)s. Make some on the disk of the data, then try again.")
                    % {"why": error.strerror}
                ) from None
            self.check(file)
            file.seek(0)
            until_it_is_right.pop_all()
        return file

    def files(self, told):
        """Yield (path, pieces) of all files; the manifest, which has their hashes, comes last."""
        hashes = {}
        for path, content in self.contents(told):
            digest = Digest(gathered(content))
            yield path, digest
            hashes[path] = {"sha256": digest.hash.hexdigest(), "bytes": digest.size}
        with override("en"):
            yield "manifest.json", [as_text(self.manifest(told, hashes)).encode()]

    def contents(self, told):
        """Yield (path, content) of all files but the manifest. Whatever language the page is in, they are in English:
        the bytes do not hang on who asks."""
        with override("en"):
            texts = {"README.md": cards.card(self, told), "HOW-TO.md": cards.how_to(self)}
            others = list(self.destination.files(self))
        yield from texts.items()
        for part in self.parts:
            yield self.destination.paths[part], self.destination.data(self, part)
        yield from others

    def manifest(self, told, hashes):
        snapshot = self.snapshot
        for part in self.parts:
            hashes[self.destination.paths[part]] |= {"part": part, "examples": self.count(part)}
        return {
            "bundle": BUNDLE,
            "destination": {"name": self.destination.name, "version": self.destination.version},
            "options": self.options,
            "snapshot": {
                "name": snapshot.name,
                "sha256": snapshot.sha256,
                "frozen_at": snapshot.made_at.replace(microsecond=0).isoformat(),
                "examples": snapshot.count,
                "filters": snapshot.filters,
                "seed": snapshot.seed,
                "shares": snapshot.shares,
                "status": snapshot.counts["status"],
                "findings": snapshot.counts["findings"],
            },
            "written": {"examples": told.examples, "tokens_estimated": told.tokens, "parts": told.parts},
            "limit": {"tokens": told.limit, "cut": told.cut},
            "left_out": [
                {"shape": shape.value, "examples": number, "first": first} for shape, number, first in told.refused
            ],
            "files": hashes,
        }

    # Reading back

    def check(self, file):
        """Read a bundle back (a binary, seekable file) and compare it with the snapshot: each file with its hash, and
        each example, text by text, in order. Return how many examples were compared. Raises Refusal."""
        try:
            archive = ZipFile(file)
        except BadZipFile:
            raise Refusal("The bundle is no ZIP that can be opened. Make it again.") from None
        with archive:
            self.check_files(archive)
            compared = sum(self.check_part(archive, part) for part in self.parts)
            self.destination.check(archive)
        return compared

    def check_files(self, archive):
        files = json.loads(archive.read("manifest.json"))["files"]
        there = set(archive.namelist()) - {"manifest.json"}
        if there != set(files):
            raise Refusal("The bundle does not hold the files that its manifest names. Make it again.")
        for path, known in files.items():
            with archive.open(path) as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != known["sha256"]:
                    raise Refusal(f"{path} in the bundle is not what was written. Make the bundle again.")

    def check_part(self, archive, part):
        number = 0
        columns = formats.Format.columns
        with archive.open(self.destination.paths[part]) as file:
            wanted = Example.from_rows(columns, self.rows(part, columns))
            for number, (found, frozen) in enumerate(zip_longest(self.destination.read(part, file), wanted), start=1):
                if found is None or frozen is None or self.said(found, asked=False) != self.said(frozen):
                    what = f"example {frozen.id}" if frozen is not None else f"row {number}"
                    raise Refusal(f"In the {part} file, {what} does not read as it was frozen. Choose another format.")
        return number

    def said(self, example, asked=True):
        """Return the conversation as the model gets to see it; `asked`: as it is to be written from the snapshot."""
        found = turns.turns(example, self.writing.default_system if asked else "", self.writing.context_in)
        return [turns.as_openai(turn) for turn in found], turns.wrapped(example.tools)


class Digest:
    """Pieces on their way, with the hash and the size of what has passed."""

    def __init__(self, pieces):
        self.pieces, self.hash, self.size = pieces, hashlib.sha256(), 0

    def __iter__(self):
        for piece in self.pieces:
            self.hash.update(piece)
            self.size += len(piece)
            yield piece


def entry(path):
    """Return a ZIP's entry that tells nothing of when, where or under which system it was made."""
    info = ZipInfo(path, TIME)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = ZIP_STORED  # what a compressor makes of a file differs from one release of it to another
    return info


def gathered(content):
    """Yield text, bytes or small pieces as pieces of about PIECE bytes."""
    if isinstance(content, str):
        content = content.encode()
    waiting, size = [], 0
    for piece in [content] if isinstance(content, bytes) else content:
        waiting.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def as_text(value):
    """Return JSON for people and programs, the same wherever it is made."""
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
