"""Freezing examples, and comparing what was frozen; the functions behind page, API and commands."""

import os
import re
import time
import uuid
from array import array
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import islice

import numpy as np
import orjson
from django.utils import timezone
from django.utils.translation import gettext as _

from examples import exporting, gating, likeness, scanning
from examples.clusters import clusters_of
from examples.models import EMPTY_LIST, EMPTY_OBJECT, Import, Snapshot, Status
from examples.models.snapshots import FORMAT, PARTS, folder, sync
from examples.shapes import Shape
from examples.splitting import Dealing, Refusal, shares
from examples.texts import CHARACTERS_A_TOKEN

SPLIT = "90/5/5"
COLUMNS = (
    "id", "fingerprint", "shape", "system", "history", "instruction", "context", "response", "extra", "tags", "status",
    "trainable", "source", "row",
)  # fmt: skip
AT_ONCE = 100  # so that what is joined stays where the memory is quick
TOGETHER = 1 << 22  # bytes that are hashed and written together
SYNC = 1 << 26  # bytes that are on the disk before more are written
LONGEST_NAME = 100
# What freezing does, one after the other.
STEPS = ("check", "compare", "write")
# Lengths are counted in steps of 8 tokens up to FINE, and of 1,024 from there: enough for any limit that a trainer has.
STEP, FINE, COARSE = 8, 32_768, 1024
# Of a name: control characters, and those that turn the direction of what stands around it.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LEFT_BEHIND = 24 * 3600  # seconds after which a file that no snapshot names is what a power cut left


def freeze(name, filters=None, split=SPLIT, seed=0, default_system="", by=None, waits=False, progress=None):
    """Freeze what an export with these filters (a FilterForm's cleaned_data) takes, and return the Snapshot. What a
    finding blocks is left out, as there; and as there it `waits` for what is to be checked first, or refuses.

    All of one moment, in one pass, into a file beside the others that gets its name when it is whole. `progress` is
    called with (one of STEPS, done, in all) now and then. Raises Refusal, or OSError, of which `no_room` tells.
    """
    parts = shares(split)
    name = " ".join(UNSEEN.sub(" ", name or "").split()) or f"Snapshot of {timezone.localtime():%Y-%m-%d %H:%M}"
    if len(name) > LONGEST_NAME:
        words = _("The name has %(number)s characters. Give it one of at most %(most)s.")
        raise Refusal(words % {"number": f"{len(name):,}", "most": LONGEST_NAME})
    wanted = exporting.to_export(filters)
    if not waits:
        exporting.none_waits(wanted)
    held = gating.held_back(wanted, progress and partial(progress, "check"))
    # Of what is not compared yet nobody knows what belongs together.
    scanning.catch_up(progress=progress and partial(progress, "compare"))
    examples = wanted.filter(gating.not_blocked())
    number = examples.count() if progress else 0
    sweep()
    path = folder() / f"{uuid.uuid4().hex[:24]}.jsonl"
    unfinished = path.with_suffix(".part")
    try:
        with open(unfinished, "xb") as file:
            header = {"format": FORMAT, "seed": seed, "shares": split, "system": default_system}
            writing = Writing(file, header)
            told = progress and (lambda done: progress("write", min(done, number), number))
            counts = writing.examples(examples, parts, seed, told)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o400)
        os.replace(unfinished, path)
        sync(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    counts["findings"] = {"sure": held.sure, "maybe": held.maybe, "blocked": held.blocked, "first": list(held.first)}
    try:
        return Snapshot.objects.create(
            name=name, file=path.name, size=writing.size, sha256=writing.whole.hexdigest(), count=writing.count,
            filters=as_asked(filters), seed=seed, shares=split, default_system=default_system, counts=counts, by=by,
        )  # fmt: skip
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def no_room(error):
    """Return a sentence about the OSError for which nothing was frozen."""
    words = _("The snapshot could not be written: %(why)s. Make room on the disk of the data, then freeze again.")
    return words % {"why": error.strerror}


def as_asked(filters):
    """Return the filters that narrow, as JSON can hold them."""
    kept = {name: value for name, value in (filters or {}).items() if value not in (None, "", [])}
    return {name: getattr(value, "name", None) or plain(value) for name, value in kept.items()}


def plain(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool, list)) else str(getattr(value, "pk", value))


def sweep():
    """Delete the files that a power cut left behind: of a freezing that did not come to its end."""
    known = set(Snapshot.objects.kept().values_list("file", flat=True))
    for path in folder().iterdir():
        if path.name not in known and time.time() - path.stat().st_mtime > LEFT_BEHIND:
            path.unlink(missing_ok=True)


class Writing:
    """A snapshot's file on its way to the disk, with its hash, and what is counted on the way."""

    def __init__(self, file, header):
        self.file, self.whole, self.size, self.synced, self.count = file, sha256(), 0, 0, 0
        self.default_system = header["system"]
        self.put(orjson.dumps(header) + b"\n")

    def put(self, data):
        self.file.write(data)
        self.whole.update(data)
        self.size += len(data)

    def put_all(self, pieces):
        """Take several pieces, beside the thread that makes them: hashing and writing let others work meanwhile, and
        the more at once, the less often the two wait for each other."""
        self.put(b"".join(pieces))
        if self.size - self.synced > SYNC:
            os.fsync(self.file.fileno())  # so that little is left to wait for at the end; macOS has no fdatasync
            self.synced = self.size

    def examples(self, examples, shares, seed, told=None):
        """Write the examples, and into which part each falls; return the counts. `told` is called with how many are
        written, now and then. Raises Refusal."""
        dealing, known = Dealing(clusters_of(examples)), Known(self.default_system)
        names = dict(Import.objects.values_list("id", "name"))  # a join would be looked up for each example
        rows = examples.order_by("id").raw_rows(COLUMNS)
        with ThreadPoolExecutor(max_workers=1) as beside:
            writing, pending = beside.submit(bool), []
            while some := list(islice(rows, AT_ONCE)):
                lines = [line_of(row, names) for row in some]
                pending.append(b"".join(lines))
                if sum(map(len, pending)) > TOGETHER:
                    writing.result()
                    writing, pending = beside.submit(self.put_all, pending), []
                ids, marks, shapes, *texts, extras, tags, states, _trainable, _sources, _rows = zip(*some, strict=True)
                dealing.add_all(ids, marks, tags, extras)
                known.add_all(shapes, texts, states, lines)
                if told:
                    told(len(known))
            writing.result()
        self.put_all(pending)
        self.count = len(known)
        if not self.count:
            raise Refusal(
                _(
                    "There are no examples to freeze. Add or import some first, settle the findings that block "
                    "them, or choose others."
                )
            )
        parts = dealing.parts(shares, seed)
        self.put(b'{"parts":"%b"}\n' % parts.translate(FIGURES))
        return counted(np.frombuffer(parts, dtype="u1"), known.traits(), known.tokens())


class Known:
    """What is counted of examples, gathered one after another: their kinds, and how long each of their TEXTS is.

    A tokenizer goes by bytes: a sign of Chinese is about as much as three letters of English. `beyond` tells by how
    many bytes an example has more of them than characters. One without a system prompt is trained with the default
    one, whose bytes count with it.
    """

    def __init__(self, default_system=""):
        self.shapes, self.states, self.beyond = bytearray(), bytearray(), {}
        self.default = len(default_system.encode())
        self.sizes = {name: array("I") for name in TEXTS}

    def __len__(self):
        return len(self.shapes)

    def add_all(self, shapes, texts, states, lines):
        """Take in several: a list of each, of each of TEXTS, and the lines of all."""
        row = len(self)
        self.shapes.extend(map(SHAPES.__getitem__, shapes))
        self.states.extend(map(STATUSES.__getitem__, states))
        for sizes, some in zip(self.sizes.values(), texts, strict=True):
            sizes.extend(map(len, some))
        for place in [place for place, line in enumerate(lines) if not line.isascii()]:
            whole = "".join([some[place] for some in texts])
            self.beyond[row + place] = len(whole.encode()) - len(whole)

    def of(self, name):
        sizes = np.frombuffer(self.sizes[name], dtype="u4")
        return np.where(sizes > len(EMPTY_LIST), sizes, 0) if name == "history" else sizes

    def tokens(self):
        size = sum(self.of(name).astype("i8") for name in TEXTS)
        for place, more in self.beyond.items():
            size[place] += more
        size += np.where(self.of("system") == 0, self.default, 0)
        return -(-size // CHARACTERS_A_TOKEN)

    def traits(self):
        """What there is of an example, in one byte."""
        kinds = np.frombuffer(self.shapes, dtype="u1") + np.frombuffer(self.states, dtype="u1")
        return kinds + sum((flag * (self.of(name) > 0)).astype("u1") for name, flag in FLAGS.items())


TEXTS = ("system", "history", "instruction", "context", "response")  # as in COLUMNS
SHAPES = {shape: code for code, shape in enumerate(Shape.values)}
STATUSES = {status: code << 3 for code, status in enumerate(Status.values)}
CONTEXT, SYSTEM, HISTORY = 1 << 5, 1 << 6, 1 << 7
FLAGS = {"context": CONTEXT, "system": SYSTEM, "history": HISTORY}
FIGURES = bytes.maketrans(bytes(range(len(PARTS))), b"012")


def line_of(row, names):
    """Return the line of one example; `names` are those of the files that examples came from, by number."""
    pk, _mark, shape, system, history, instruction, context, response, extra, tags, status, trainable, source, place = (
        row
    )
    text = orjson.dumps(
        {
            "system": system,
            "history": [] if history == EMPTY_LIST else orjson.Fragment(history),
            "instruction": instruction,
            "context": context,
            "response": response,
            "extra": {} if extra == EMPTY_OBJECT else orjson.Fragment(extra),
            "tags": tags,
            "status": status,
            "trainable": bool(trainable),
            "source": names.get(source),
            "row": place,
        }
    )
    line = {"id": pk, "sha256": sha256(text).hexdigest(), "shape": shape, "example": orjson.Fragment(text)}
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def counted(parts, traits, tokens):
    """Return what a snapshot knows of its examples:

    parts: {part: {shape: [examples, tokens]}}. lengths: {shape: {tokens, rounded up: examples}}.
    status: {status: examples}. with_context, with_system, with_history: examples.
    """
    shapes, statuses = traits & 7, traits >> 3 & 3
    by_part, lengths = {}, {}
    for shape, code in SHAPES.items():
        of_shape = shapes == code
        for number, part in enumerate(PARTS):
            chosen = tokens[of_shape & (parts == number)]
            if len(chosen):
                by_part.setdefault(part, {})[shape] = [len(chosen), int(chosen.sum())]
        steps, numbers = np.unique(rounded(tokens[of_shape]), return_counts=True)
        if len(steps):
            lengths[shape] = dict(zip(map(str, steps.tolist()), numbers.tolist(), strict=True))
    status = {name: int(np.count_nonzero(statuses == code >> 3)) for name, code in STATUSES.items()}
    return {
        "parts": by_part,
        "lengths": lengths,
        "status": {name: number for name, number in status.items() if number},
        "with_context": int(np.count_nonzero(traits & CONTEXT)),
        "with_system": int(np.count_nonzero(traits & SYSTEM)),
        "with_history": int(np.count_nonzero(traits & HISTORY)),
    }


def rounded(tokens):
    tokens = tokens.astype(np.int64)
    step = np.where(tokens <= FINE, STEP, COARSE)
    return -(-tokens // step) * step


# Comparing


@dataclass
class Difference:
    """What leads from one snapshot to another: how many examples are `same`, `added`, `removed` and `changed`, and the
    first of each, as (id, example before or None, example after or None)."""

    same: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0
    first: dict = field(default_factory=lambda: {"added": [], "removed": [], "changed": []})

    def take(self, kind, pk, before, after, most):
        setattr(self, kind, getattr(self, kind) + 1)
        if len(self.first[kind]) < most:
            self.first[kind].append((pk, example_of(before), example_of(after)))


def compare(before, after, most=50):
    """Return the Difference between two snapshots; `most` of each kind are told with their texts. Both are read side by
    side, by id, so that memory does not grow with them. Raises Damaged."""
    for one in (before, after):
        one.verify()
    found, ends = Difference(), (None, b"", b"")
    olds, news = before.marks(), after.marks()
    old, new = next(olds, ends), next(news, ends)
    while old[0] is not None or new[0] is not None:
        if new[0] is None or (old[0] is not None and old[0] < new[0]):
            found.take("removed", old[0], old[2], None, most)
            old = next(olds, ends)
        elif old[0] is None or new[0] < old[0]:
            found.take("added", new[0], None, new[2], most)
            new = next(news, ends)
        else:
            if old[1] == new[1]:
                found.same += 1
            else:
                found.take("changed", old[0], old[2], new[2], most)
            old, new = next(olds, ends), next(news, ends)
    return found


def example_of(line):
    return None if line is None else orjson.loads(line)["example"]


def changes(before, after):
    """Return [(field, pieces)] of an example that changed, the pieces as likeness.differences has them."""
    return [
        (name, likeness.differences(as_text(before[name]), as_text(after[name])))
        for name in after
        if before[name] != after[name]
    ]


def as_text(value):
    return value if isinstance(value, str) else orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
