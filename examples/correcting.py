"""Small corrections: some examples written out, mended in a spreadsheet or an editor, and brought back by their id.

What is written is read here again, text for text. Nothing but the texts and tags of examples that are there changes,
and only where nobody changed them since they were written out.
"""

import csv
import io
import json
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from examples import formats
from examples.exporting import gathered
from examples.models import Example
from examples.texts import Refused

MOST = 10_000  # examples in one file
TEXTS = ("instruction", "context", "response", "system", "tags")
COLUMNS = ("id", "version", *TEXTS)
# What a spreadsheet takes for the start of a formula, and the apostrophe that hides one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
# UTF-16 units: a spreadsheet's cell holds no more and is cut without a word.
LONGEST_CELL = 32_767
STEP, STEP_SIZE = 200, 4_000_000  # examples and characters in one transaction
SHOWN, SHOWN_PROBLEMS, AROUND, LONGEST_SHOWN = 100, 200, 40, 300


# Writing


def write(examples, kind):
    """Yield the bytes of a file of these examples. Raises Refused where there are more than MOST of them."""
    ids = list(examples.order_by("id").values_list("id", flat=True)[: MOST + 1])
    if len(ids) > MOST:
        raise Refused(
            _("More than %(most)s examples are chosen. Choose fewer to correct them.") % {"most": f"{MOST:,}"}
        )
    return gathered(WRITERS[kind](rows(ids)))


def rows(ids):
    for start in range(0, len(ids), STEP):
        some = Example.everything.filter(id__in=ids[start : start + STEP]).order_by("id")
        for example in some.only("id", "updated_at", *TEXTS).iterator(chunk_size=20):
            yield example.pk, version_of(example), *(getattr(example, name) for name in TEXTS)


def version_of(example):
    return example.etag.strip('"')


def as_csv(found):
    """Every spreadsheet takes the mark at the start for UTF-8. No text begins as a formula: see `shielded`."""
    yield "\ufeff".encode()
    yield record(COLUMNS)
    for row in found:
        yield record([row[0], row[1], *map(shielded, row[2:])])


def record(fields):
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(fields)
    return line.getvalue().encode()


def as_json(found):
    before = "[\n"
    for row in found:
        yield (before + json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)).encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


WRITERS = {"csv": as_csv, "json": as_json}


def shielded(text):
    """Return a text that no spreadsheet runs: one that begins as a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def unshielded(text):
    """Undo `shielded`; any other text stays as it is."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


# Bringing back


@dataclass
class Change:
    """One text that is to change: the words that go and come, and a few round them."""

    name: str
    before: str
    gone: str
    come: str
    after: str


@dataclass
class Report:
    """What a file of corrections does. `shown` is the first of them as (row, id, Changes), `problems` the first of
    the rows that do nothing as (row, sentence)."""

    rows: int = 0
    same: int = 0
    changed: list = field(default_factory=list)  # ids
    shown: list = field(default_factory=list)
    problem_count: int = 0
    problems: list = field(default_factory=list)

    def refuse(self, row, sentence):
        self.problem_count += 1
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.append((row, sentence))


def bring(file, by=None, dry=False):
    """Make the corrections of a binary file and return the Report; a dry run reports the same and writes nothing.

    Raises Refused or formats.Unreadable for what is no file of corrections as a whole; then nothing is changed.
    """
    if not dry:
        for _correction in corrections(file, Report()):
            pass  # so that a file that cannot be read to its end changes nothing
    report = Report()
    for step in steps(corrections(file, report)):
        with nullcontext() if dry else transaction.atomic():
            found = Example.objects.filter(pk__in=[pk for _row, pk, _version, _texts in step])
            found = found if dry else found.select_for_update(of=("self",))
            examples = {example.pk: example for example in found}
            for row, pk, version, texts in step:
                try:
                    correct(examples.get(pk), row, pk, version, texts, report, by, dry)
                except Refused as refusal:
                    report.refuse(row, str(refusal))
    return report


def correct(example, row, pk, version, texts, report, by, dry):
    if example is None:
        raise Refused(_("There is no example %(id)s, or it is in the trash.") % {"id": pk})
    changes = {name: text for name, text in texts.items() if not same(name, getattr(example, name), text)}
    if not changes:
        report.same += 1
        return
    if version != version_of(example):
        raise Refused(_("Somebody changed example %(id)s after it was written out. Export it anew.") % {"id": pk})
    for name, text in changes.items():
        if cut_by_spreadsheet(getattr(example, name), text):
            words = _("“%(field)s” of example %(id)s was cut, as a spreadsheet cuts long texts. Correct it elsewhere.")
            raise Refused(words % {"field": name, "id": pk})
    before = {name: getattr(example, name) for name in changes}
    if dry:
        kept = {name: getattr(example, name) for name in (*TEXTS, "history", "extra", "note")}
        Example(**{**kept, **changes}).vet()
    else:
        example.edit(by=by, **changes)
    report.changed.append(pk)
    if len(report.shown) < SHOWN:
        report.shown.append((row, pk, [difference(name, before[name], text) for name, text in changes.items()]))


def corrections(file, report):
    """Yield (row, id, version, {name: text}) for each row that is a correction; the others go to the report."""
    file.seek(0)
    reading, seen = formats.open_file(file), {}
    for row, item, _raw in reading.items():
        if row > MOST:
            words = _("The file has more than %(most)s rows. Divide it, or bring it as an import.")
            raise Refused(words % {"most": f"{MOST:,}"})
        report.rows += 1
        if isinstance(item, Refused):
            report.refuse(row, str(item))
            continue
        if not isinstance(item, dict) or not {"id", "version"} <= item.keys():
            words = _("Row %(row)s has no “id” and “version”. Export examples to correct here, and bring that file.")
            raise Refused(words % {"row": row})
        try:
            pk = number(item["id"])
            texts = {name: text_of(item, name, reading.kind == "table") for name in TEXTS if name in item}
        except Refused as refusal:
            report.refuse(row, str(refusal))
            continue
        if pk in seen:
            words = _("Example %(id)s is in row %(row)s already. Keep one of the two.")
            report.refuse(row, words % {"id": pk, "row": seen[pk]})
            continue
        seen[pk] = row
        yield row, pk, str(item["version"]).strip(), texts


def number(value):
    text = str(value).strip()
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Refused(_("“%(id)s” is no number of an example.") % {"id": text[:40]})
    return int(text)


def text_of(item, name, shield):
    value = item[name]
    if not isinstance(value, str):
        raise Refused(_("“%(field)s” must be text.") % {"field": name})
    return unshielded(value) if shield else value


def steps(found):
    """Yield lists of some corrections each, bounded by number and by size."""
    step, size = [], 0
    for correction in found:
        step.append(correction)
        size += sum(map(len, correction[3].values()))
        if len(step) >= STEP or size >= STEP_SIZE:
            yield step
            step, size = [], 0
    if step:
        yield step


def same(name, before, text):
    """Return whether a text came back as it went; editors and spreadsheets change line ends by themselves."""
    if name == "tags":
        return before.split() == text.split()
    return before == text or line_ends(before) == line_ends(text)


def line_ends(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def cut_by_spreadsheet(before, text):
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text) < len(before) and units >= LONGEST_CELL - 2 and line_ends(before).startswith(line_ends(text))


def difference(name, before, text):
    """Return the Change between two texts: what is alike at both ends stays away but for a few characters."""
    start = alike(before, text)
    end = alike(before[start:][::-1], text[start:][::-1])
    return Change(
        name,
        shortened(before[:start], -AROUND),
        shortened(before[start : len(before) - end], LONGEST_SHOWN),
        shortened(text[start : len(text) - end], LONGEST_SHOWN),
        shortened(text[len(text) - end :], AROUND),
    )


def alike(one, other):
    """Return how many characters two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def shortened(text, most):
    """Return the first `most` characters, or the last ones for a negative number."""
    if len(text) <= abs(most):
        return text
    return f"{text[:most]}…" if most > 0 else f"…{text[most:]}"
