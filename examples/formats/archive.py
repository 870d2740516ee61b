"""The product's own archive: everything there is of each example, to keep and to bring back."""

import json
from collections import defaultdict
from datetime import UTC

from django.utils.translation import gettext_noop as _

from examples import turns
from examples.formats import _document
from examples.formats._format import Format
from examples.formats.alpaca import is_archived
from examples.models import Example, Status, StoredFinding, at, utc
from examples.texts import Refused, kind_of, strict_text

VERSION = "training-center/1"
TIMES = ("created_at", "updated_at", "reviewed_at")
# Where an example that came back by an archive stood before: the file and its row.
ORIGIN = "_origin"


class Archive(Format):
    name = "archive"
    title = "Archive"
    readers = _("This product: everything of each example, with its id, times, status and tags; rejected ones too.")
    filename = "training-center.json"
    media_type = "application/json"
    keeps_all = True
    columns = (
        "id", "system", "history", "instruction", "context", "response", "extra", "tags", "status", "note",
        "reviewer__username", "reviewed_at", "trainable", "source__name", "source__format", "row", "created_at",
        "updated_at",
    )  # fmt: skip

    def claims(self, item, container, mapping=()):
        return container != "table" and is_archived(item)

    def read(self, item, mapping=()):
        values = {name: strict_text(item.get(name), name, name in ("instruction", "response")) for name in TEXTS}
        values["tags"] = " ".join(values["tags"].split())
        history, extra = (item.get(name) for name in ("history", "extra"))
        history, extra = [] if history is None else history, {} if extra is None else extra
        if not isinstance(history, list) or not isinstance(extra, dict):
            raise Refused("“history” must be a list and “extra” an object. Take the archive as it was written.")
        history = [turns.read_turn(turn, number) for number, turn in enumerate(history, start=1)]
        if item.get("status") not in Status.values:
            raise Refused(f"“status” must be one of {', '.join(Status.values)}.")
        if not isinstance(item.get("trainable", True), bool):
            raise Refused(f"“trainable” must be true or false, and here it is {kind_of(item['trainable'])}.")
        source, row = strict_text(item.get("source"), "source"), whole(item.get("row"), "row")
        if source:
            extra = {**extra, ORIGIN: {"source": source, "row": row}}
        example = Example.unsaved(
            **values,
            history=history,
            extra=extra,
            status=item["status"],
            trainable=item.get("trainable", True),
            id=whole(item.get("id"), "id"),
        )
        for name in TIMES:
            if item.get(name) is not None:
                moment = at(item[name])
                if moment is None:
                    raise Refused(f"“{name}” must be a time such as 2026-11-23T09:00:00+00:00.")
                setattr(example, name, moment)
        example.reviewer_name = strict_text(item.get("reviewer"), "reviewer")
        example.overruled = overruled(item.get("overruled"))
        example.archived = True
        return example

    def item(self, example, options):
        values = example.__dict__
        extra = dict(example.extra)
        name = values["source__name"]
        origin = first_place(extra, values["source__format"], name, values["row"])
        extra.pop(ORIGIN, None)
        return {
            "id": example.id,
            **{name: values[name] for name in TEXTS},
            "history": example.history,
            "extra": extra,
            "status": values["status"],
            "trainable": bool(values["trainable"]),
            "reviewer": values["reviewer__username"],
            **{name: as_time(values[name]) for name in TIMES},
            "source": origin[0],
            "row": origin[1],
        }

    def items(self, rows, options):
        said = options.overruled
        for example in Example.from_rows(self.columns, rows):
            more = {"overruled": said[example.id]} if example.id in said else {}
            yield {**self.item(example, options), **more}

    def write(self, rows, options):
        pieces = _document.write(self.items(rows, options))
        yield b'{"format": ' + json.dumps(VERSION).encode() + b', "examples": '
        for piece in pieces:
            yield piece.removesuffix(b"]\n") + b"]" if piece in (b"[]\n", b"\n]\n") else piece
        yield b"}\n"


# What makes a finding that was overruled the same when it is found again: {key: (column, most characters)}.
SAME = {
    "check": ("check_name", 40),
    "field": ("field", 20),
    "reason": ("reason", 40),
    "kind": ("kind", 40),
    "tier": ("tier", 10),
    "mark": ("mark", 16),
}


def every_overruled():
    """Return {id: [what was overruled in it, by whom, when, and why]} of all examples: people did that one by one."""
    said = defaultdict(dict)
    rows = StoredFinding.objects.filter(overruled_at__isnull=False).select_related("overruled_by").order_by("id")
    for one in rows.iterator():
        said[one.example_id][one.key] = {
            **{key: getattr(one, column) for key, (column, _most) in SAME.items()},
            "because": one.overruled_because,
            "by": one.overruled_by.get_username() if one.overruled_by else None,
            "at": as_time(one.overruled_at),
        }
    return {pk: list(each.values()) for pk, each in said.items()}


def overruled(items):
    """Return [(unsaved StoredFinding, name of who overruled it)]; the checks find out whether it still holds."""
    if items is None:
        return []
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        raise Refused("“overruled” must be a list of objects. Take the archive as it was written.")
    found = []
    for one in items:
        values = {}
        for key, (column, most) in SAME.items():
            values[column] = strict_text(one.get(key), key, key in ("check", "field", "reason", "mark"))
            if len(values[column]) > most:
                raise Refused(f"“{key}” is too long. Take the archive as it was written.")
        moment = at(one.get("at"))
        if moment is None:
            raise Refused("“at” must be a time such as 2026-11-23T09:00:00+00:00.")
        because = strict_text(one.get("because"), "because", True)[:LONGEST_REASON]
        finding = StoredFinding(**values, overruled_at=moment, overruled_because=because)
        found.append((finding, strict_text(one.get("by"), "by")))
    return found


LONGEST_REASON = 2000


def first_place(extra, source_format, source_name, row):
    """Return (file, row) that an example first came from: not the archive that it came back by."""
    origin = extra.get(ORIGIN) if extra else None
    if isinstance(origin, dict) and isinstance(origin.get("source"), str):  # `extra` may come from anywhere
        return origin["source"], origin.get("row") if is_whole(origin.get("row")) else None
    return (None, None) if source_format == Archive.name else (source_name, row)


TEXTS = ("system", "instruction", "context", "response", "tags", "note")


def whole(value, name):
    """Return a number that a database could have counted to, or None."""
    if value is None or is_whole(value):
        return value
    raise Refused(f"“{name}” must be a whole number from 1, below 2^63.")


def is_whole(value):
    return type(value) is int and 0 < value < 2**63


def as_time(moment):
    """Return ISO 8601 in UTC, or None."""
    return None if moment is None else utc(moment).astimezone(UTC).isoformat()


format = Archive()
