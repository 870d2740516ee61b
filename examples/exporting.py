"""Giving examples out: which ones, in which format, in which part; the one function behind page, API and command."""

import json
import time
from array import array
from dataclasses import replace
from functools import cached_property
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db.models import Sum, TextField
from django.db.models.functions import Cast, Length
from django.utils.translation import gettext as _

from examples import checking, formats, gating, placeholders, scanning
from examples.clusters import clusters_of
from examples.formats.archive import every_overruled
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
# Rows that get their placeholders together.
AT_ONCE = 500


class HeldBack(Refusal):
    """That personal data is sure in some of the examples, and nobody said what to do. `held` is what is Held."""

    def __init__(self, held, why=""):
        super().__init__(why or held.refusal)
        self.held = held


class StillChecking(Refusal):
    """That more of the examples are not checked yet than a page can wait for."""


def none_waits(examples):
    """Raise StillChecking where so many of these examples are not checked yet that a page would stand still."""
    waiting = checking.unchecked(examples).order_by().values("id")[: checking.AT_ONCE + 1].count()
    if waiting > checking.AT_ONCE:
        raise still_checking()


def still_checking():
    words = _(
        "About %(number)s examples are still to be checked, before anything leaves. That goes on by itself: try "
        "again in a while."
    )
    return StillChecking(words % {"number": f"{checking.waiting():,}"})


class Export:
    """Examples on their way into a file of one format, through the gate.

    count: how many will be written. refused: the queryset of those that the format cannot hold; they are named, never
    written cut. blocked: the queryset of those that a finding keeps out. held: what else the gate says. pieces(): the
    file's bytes, in pieces of about PIECE bytes. `personal` is what to do about personal data that is sure: one of
    gating's words. It `waits` for any number of examples to be checked, or refuses where these are many.
    """

    def __init__(self, format, examples, options=None, part=None, personal=gating.REFUSE, waits=False):
        self.format = formats.named(format) if isinstance(format, str) else format
        self.options = options or formats.Options()
        self.part = part
        self.waits = waits
        self.personal = gating.OPEN if self.format.keeps_all else personal
        refused = [shape for shape in ALL_SHAPES if shape not in self.format.carries]
        # By exclusion: a list of the shapes that it holds would be looked up in the index, and a million rows sorted.
        self.wanted = self.holdable = examples.order_by("id").exclude(shape__in=refused)
        self.blocked = examples.none()
        if self.personal != gating.OPEN:
            self.holdable, self.blocked = self.wanted.filter(gating.not_blocked()), gating.blocked(self.wanted)
        self.refused = examples.filter(shape__in=refused).order_by("shape", "id")  # as its index has them

    @property
    def filename(self):
        if not self.part:
            return self.format.filename
        stem, ending = self.format.filename.rsplit(".", 1)
        return f"{stem}-{self.part.name}.{ending}"

    def count(self):
        return self.holdable.count()

    @cached_property
    def held(self):
        if not self.waits:
            none_waits(self.wanted)
        return gating.held_back(self.wanted)

    def check(self):
        """Raise Refusal where there is nothing to write, or where it may not leave, with the reason."""
        self.hold_back()
        if self.holdable.exists():
            return
        if self.refused.exists():
            raise Refusal(why_refused(self))
        if self.blocked.exists():
            raise Refusal(why_blocked(self))
        raise Refusal("There are no examples to download. Add or import some first, or choose others.")

    def hold_back(self):
        """Raise Refusal where it may not leave."""
        if self.personal in (gating.REFUSE, gating.REPLACE) and (why := gating.why_not(self.options.default_system)):
            raise Refusal(why)
        if self.personal == gating.REFUSE and self.held.sure:
            raise HeldBack(self.held)

    @property
    def findings(self):
        """What the gate says, for programs. An export without a gate does not make its caller wait for it."""
        return gating.documented(self.holdable) if self.personal == gating.OPEN else self.held.header()

    def note(self, by, way):
        """Write down who let personal data leave, if somebody did."""
        if self.personal in gating.HOW and (self.held.sure or gating.why_not(self.options.default_system)):
            gating.write_down(self.personal, self.held, by, way, self.format.title)

    def pieces(self):
        """Return the file in pieces. Raises Refusal where it may not leave, for a caller who did not check."""
        self.hold_back()
        columns = self.format.columns
        rows = self.rows(columns)
        if self.part:
            rows = self.part.among(rows, columns.index("id"))
        options = replace(self.options, overruled=every_overruled()) if self.format.keeps_all else self.options
        return gathered(self.format.write(rows, options))

    def rows(self, columns):
        if self.personal != gating.REPLACE:
            return self.holdable.raw_rows(columns)
        return with_placeholders(self.holdable.raw_rows(columns), columns)


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


def why_blocked(export, most=10):
    """Return a sentence that names the examples which a finding keeps out, or "" where none is."""
    ids = list(export.blocked.order_by("id").values_list("id", flat=True)[:most])
    if not ids:
        return ""
    number = export.blocked.count()
    words = _("%(number)s of the examples stay out until what was found is mended or overruled: %(which)s.")
    return words % {"number": f"{number:,}", "which": gating.named(ids, number)}


def with_placeholders(rows, columns):
    """Yield database rows of these columns with placeholders for all personal data but what was overruled."""
    while some := list(islice(rows, AT_ONCE)):
        overruled = gating.overruled([row[columns.index("id")] for row in some])
        for row in some:
            [example] = Example.from_rows(columns, [row])
            found = gating.personal_data(example, overruled.get(example.pk, ()))
            yield replaced(row, columns, placeholders.replaced_texts(example, found)) if found else row


def replaced(row, columns, texts):
    values = []
    for name, value in zip(columns, row, strict=True):
        new = texts.get(name, value)
        values.append(new if isinstance(new, str) or new is value else json.dumps(new, ensure_ascii=False))
    return values


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
    """Return the Parts of a split such as (90, 5, 5) of a queryset; `splitting` says what stays together, and what is
    not compared for near duplicates yet is compared first. Raises Refusal where one would be empty, or for a wrong
    seed."""
    if not 0 <= seed < 10**18:
        raise Refusal("The seed must be a whole number from 0, of at most 18 digits.")
    scanning.catch_up()
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


def in_parts(format, examples, shares, seed=0, personal=gating.REFUSE):
    """Return an Export for each part of a split. Raises Refusal where one would be empty, or the gate refuses."""
    whole = Export(format, examples, personal=personal)
    whole.check()
    parts = split(whole.holdable, shares, seed)
    return [Export(format, examples, part=part, personal=personal) for part in parts]


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
