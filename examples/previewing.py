"""Looking at a file before it comes in: what it is read as, its first rows, and how many of them are good."""

from dataclasses import dataclass, field

from examples import formats, importing, writing
from examples.models import Import, Problem

# Rows that a look reads at most, however large the file, and characters of them: about a third of a second.
ROWS, CHARACTERS = 5_000, 16_000_000
EXAMPLES, PROBLEMS = 5, 10


@dataclass
class Preview:
    """What a look at a file found.

    refused: why the file cannot be read, a sentence, or empty. good, repeated, unreadable: rows among those looked at;
    whole: whether these are all. asked: how it was read, with the guess where nobody had said: `guessed`.
    """

    asked: dict
    refused: str = ""
    format: formats.Format | None = None
    encoding: str = ""
    sha256: str = ""
    encoding_guessed: bool = False
    columns: formats.Columns = field(default_factory=formats.Columns)
    guessed: bool = False
    examples: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    good: int = 0
    repeated: int = 0
    unreadable: int = 0
    whole: bool = False

    @property
    def counts(self):
        return {name: getattr(self, name) for name in ("good", "repeated", "unreadable", "whole")}

    @property
    def rows(self):
        return self.good + self.repeated + self.unreadable

    @property
    def mapping(self):
        """{field: column} as the file was read: by name, and as it was asked for."""
        return {**self.columns.recognised, **(self.asked.get("mapping") or {})}


def look(file, asked, rows=ROWS):
    """Return the Preview of a binary file read as it is `asked` for. Where nobody has named columns and none is known,
    the likeliest are tried."""
    preview = look_once(file, asked, rows)
    if asked.get("mapping") is None and not preview.good + preview.repeated and not preview.columns.conversation:
        guess = preview.columns.guess
        if {"instruction", "response"} <= {*guess, *preview.columns.recognised}:
            guessed = look_once(file, {**asked, "mapping": guess}, rows)
            if guessed.good + guessed.repeated:
                guessed.guessed = True
                return guessed
    return preview


def look_once(file, asked, rows):
    preview = Preview(asked)
    try:
        reading = formats.open_file(file, asked.get("format"), asked.get("mapping"), asked.get("encoding") or None)
        preview.encoding, preview.encoding_guessed = reading.encoding.name, reading.encoding.guessed
        preview.sha256 = reading.encoding.sha256
        preview.columns = formats.columns_of(reading)
        read_rows(preview, reading, asked, rows)
    except formats.Unreadable as error:
        preview.refused = str(error)
        return preview
    preview.format, preview.notes = reading.format, list(dict.fromkeys(reading.notes))
    return preview


def read_rows(preview, reading, asked, rows):
    examples, problems, size = [], [], 0
    for row, found in reading.rows():
        if len(examples) + len(problems) == rows or size > CHARACTERS:
            break
        if isinstance(found, Problem):
            problems.append(found)
            size += len(found.item)
        else:
            found.row = row
            examples.append(found)
            size += len(found.instruction) + len(found.response) + len(found.context)
    else:
        preview.whole = True
    preview.examples, preview.problems = examples[:EXAMPLES], problems[:PROBLEMS]
    report = Import()
    writing.Counter(report, asked.get("keep_repeats")).take(examples, problems)
    preview.good, preview.repeated, preview.unreadable = report.added, report.repeated, len(problems)
    if preview.whole and not preview.rows:
        preview.refused = importing.why_nothing(Import())


def count(file, name, asked, progress=None):
    """Return the counts of all rows. Raises Unreadable."""
    try:
        report = importing.bring(file, name, dry_run=True, progress=progress, **as_brought(asked))
    except importing.Nothing as nothing:
        report = nothing.report
    return {"good": report.added, "repeated": report.repeated, "unreadable": report.problem_count, "whole": True}


def as_brought(asked):
    """Return what `importing.bring` takes for how a file is asked to be read."""
    return {
        "format": asked.get("format") or None,
        "mapping": asked.get("mapping") or {},
        "encoding": asked.get("encoding") or None,
        "keep_repeats": bool(asked.get("keep_repeats")),
    }
