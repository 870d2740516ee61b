"""Giving examples out: which ones, in which format, in which part; the one function behind page, API and command."""

import time
from array import array
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db.models import Sum, TextField
from django.db.models.functions import Cast, Length

from examples import formats
from examples.clusters import clusters_of
from examples.models import Example
from examples.querysets import LENGTHS
from examples.splitting import PARTS, Dealing, Refusal, shares

__all__ = [
    "PARTS",
    "Export",
    "Refusal",
    "gathered",
    "in_parts",
    "shares",
    "split",
    "to_export",
    "why_refused",
    "zipped",
]
PIECE = 64 * 1024


class Export:
    """Examples on their way into a file of one format.

    count: how many will be written. refused: the queryset of those that the format cannot hold; they are named, never
    written cut. pieces(): the file's bytes, in pieces of about PIECE bytes.
    """

    def __init__(self, format, examples, options=None, part=None):
        self.format = formats.named(format) if isinstance(format, str) else format
        self.options = options or formats.Options()
        self.part = part
        wanted = examples.order_by("id")
        refused = [shape for shape in ALL_SHAPES if shape not in self.format.carries]
        # By exclusion: a list of the shapes that it holds would be looked up in the index, and a million rows sorted.
        self.holdable = wanted.exclude(shape__in=refused)
        self.refused = examples.filter(shape__in=refused).order_by("shape", "id")  # as its index has them

    @property
    def filename(self):
        if not self.part:
            return self.format.filename
        stem, ending = self.format.filename.rsplit(".", 1)
        return f"{stem}-{self.part.name}.{ending}"

    def count(self):
        return self.holdable.count()

    def check(self):
        """Raise Refusal where there is nothing to write, with the reason."""
        if self.holdable.exists():
            return
        if self.refused.exists():
            raise Refusal(why_refused(self))
        raise Refusal("There are no examples to download. Add or import some first, or choose others.")

    def pieces(self):
        columns = self.format.columns
        if not self.part:
            rows = self.holdable.raw_rows(columns)
        else:
            rows = self.part.among(self.holdable.raw_rows(columns), columns.index("id"))
        return gathered(self.format.write(rows, self.options))


ALL_SHAPES = [shape for shape, _ in Example._meta.get_field("shape").choices]


def why_refused(export, most=10):
    """Return a sentence that names the examples which the format cannot hold, or "" where it holds all."""
    number = export.refused.count()
    if not number:
        return ""
    first = export.refused.only("id", "shape")[:most]
    named = ", ".join(f"#{example.pk} ({example.get_shape_display()})" for example in first)
    more = f" and {number - most:,} more" if number > most else ""
    return (
        f"{export.format.title} cannot hold {number:,} of the examples: {named}{more}. "
        "Take another format for them; the archive holds all."
    )


def to_export(filters=None, format=None, untrained=False):
    """Return the examples that an export takes: what fits the filters, and of that, unless the filters name a status,
    all but the rejected; what is not to be trained on only where asked for. The archive takes all."""
    filters = filters or {}
    examples = Example.objects.all().matching(filters)
    if format is not None and formats.named(format).keeps_all:
        return examples
    if not filters.get("status"):
        examples = examples.not_rejected()
    return examples if untrained else examples.to_train_on()


def gathered(pieces):
    """Join small pieces, so that a server sends thousands of lines at once."""
    waiting, size = [], 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


# Splitting


class Part:
    """A part of a split: the ids of its examples, in order."""

    def __init__(self, name, ids):
        self.name, self.ids = name, ids

    def among(self, rows, place):
        """Yield those of the rows that are in it; rows come by id, which stands at this place of each."""
        ids = iter(self.ids)
        wanted = next(ids, None)
        for row in rows:
            while wanted is not None and wanted < row[place]:
                wanted = next(ids, None)
            if wanted == row[place]:
                yield row


def split(examples, shares, seed=0):
    """Return the Parts of a split such as (90, 5, 5) of a queryset; `splitting` says what stays together. Raises
    Refusal where one would be empty."""
    dealing, ids = Dealing(clusters_of(examples)), array("q")
    for row in examples.order_by("id").raw_rows(["id", "fingerprint", "tags", "extra"], 20_000):
        ids.append(row[0])
        dealing.add(*row)
    of_part = {number: array("q") for number, share in enumerate(shares) if share}
    for pk, number in zip(ids, dealing.parts(shares, seed), strict=True):
        of_part[number].append(pk)
    return [Part(PARTS[number], part) for number, part in of_part.items()]


# Several files at once

# Characters in all above which a file in a ZIP is written as one of over 2 GB, which some older programs cannot open.
LARGE = 2**28


def in_parts(format, examples, shares, seed=0):
    """Return an Export for each part of a split. Raises Refusal where one would be empty."""
    whole = Export(format, examples)
    whole.check()
    return [Export(format, examples, part=part) for part in split(whole.holdable, shares, seed)]


def zipped(exports):
    """Yield the bytes of a ZIP with the file of each part, named by it: libraries know train, validation and test."""
    whole = Length("system") + Length(Cast("history", TextField())) + Length(Cast("extra", TextField())) + LENGTHS
    large = exports[0].holdable.aggregate(characters=Sum(whole))["characters"] > LARGE
    outlet = Outlet()
    with ZipFile(outlet, "w") as bundle:
        for export in exports:
            entry = ZipInfo(f"{export.part.name}.{export.format.filename.rsplit('.', 1)[-1]}", time.localtime()[:6])
            entry.compress_type = ZIP_DEFLATED
            with bundle.open(entry, "w", force_zip64=large) as file:
                for piece in export.pieces():
                    file.write(piece)
                    yield outlet.taken()
    yield outlet.taken()


class Outlet:
    """What a ZIP is written to: keeps what came until it is taken."""

    def __init__(self):
        self.pieces = []

    def write(self, piece):
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self):
        pass

    def taken(self):
        taken, self.pieces = b"".join(self.pieces), []
        return taken
