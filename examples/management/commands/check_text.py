"""Say what the checks find in texts that are not stored, as JSON lines."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from examples import batches, checks
from examples.checks import TextCheck
from examples.formats import read_history
from examples.management.commands._files import pour
from examples.models import Example
from examples.texts import Refused

TEXTS = ("instruction", "context", "response")
# The checks that speak of how long an example is, which of a bare text nobody knows.
OF_WHOLE = ("length", "tokens")
AT_ONCE = 1 << 18  # bytes


class Wrong(ValueError):
    """A line that cannot be checked; its text is shown."""


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Read JSON lines of {id, instruction, context, response, history} or {id, text} and print {id, "
        "findings} for each, in "
        "the "
        "order read. Stores nothing. Exit code 0: all lines were checked; 3: some could not be read (named on standard "
        "error, with their line); 1: the file could not be opened."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", nargs="?", default="-", help="a file of JSON lines; - or none is standard input"
        )

    def handle(self, **options):
        try:
            file = sys.stdin.buffer if options["file"] == "-" else Path(options["file"]).open("rb")
        except OSError as error:
            raise CommandError(
                f"“{options['file']}” cannot be opened ({error.strerror}). Name a file, or - for standard input."
            )
        wrong = []
        with file:
            pour(self.answers(file, wrong), sys.stdout.buffer)
        if wrong:
            sys.exit(3)

    def answers(self, file, wrong):
        """Yield what is printed for the lines; the numbers of those that cannot be checked go into `wrong`."""
        for lines in as_they_come(file):
            asked = []
            for number, line in lines:
                try:
                    asked.append(asked_in(line))
                except Wrong as error:
                    wrong.append(number)
                    self.stderr.write(f"Line {number}: {error}")
            for answer in answers(asked):
                # What UTF-8 cannot hold, half of a surrogate pair, goes out as it came in: \ud83d.
                yield f"{json.dumps(answer, ensure_ascii=False)}\n".encode(errors="backslashreplace")
            sys.stdout.buffer.flush()


def as_they_come(file):
    """Yield lists of (number, line) of those lines that are not blank, as many as are there: many are checked more
    quickly together, and nobody waits for lines that are not written yet."""
    number, begun = 0, []
    while piece := file.read1(AT_ONCE):
        if b"\n" not in piece:  # of a long line, which is put together once
            begun.append(piece)
            continue
        *lines, rest = b"".join([*begun, piece]).split(b"\n")
        yield [(number + place, line) for place, line in enumerate(lines, start=1) if line.strip()]
        number, begun = number + len(lines), [rest]
    if (rest := b"".join(begun)).strip():
        yield [(number + 1, rest)]


def asked_in(line):
    """Return (id, an unsaved example, whether it is a bare text) of a line. Raises Wrong."""
    item = parsed(line)
    bare = "text" in item
    given = (
        {"instruction": "", "context": "", "response": item["text"]}
        if bare
        else {name: item.get(name, "") for name in TEXTS}
    )
    if not bare and "context" not in item:
        given["context"] = item.get("input", "")
    for name, text in given.items():
        if not isinstance(text, str):
            raise Wrong(f"“{'text' if bare else name}” must be text.")
    if not bare and not ("instruction" in item and "response" in item):
        raise Wrong("there is no “text”, nor “instruction” and “response”. Give the one or the other two.")
    try:
        history = [] if bare else read_history(item.get("history", []))
    except Refused as error:
        raise Wrong(str(error)) from None
    return item.get("id"), Example.unsaved(**given, history=history), bare


def answers(asked):
    """Yield {id, findings} for each of what `asked_in` returned."""
    asking = [check for name, check in checks.every().items() if name in OF_WHOLE or isinstance(check, TextCheck)]
    found = batches.findings_in_all([example for _id, example, _bare in asked], asking)
    for (name, _example, bare), findings in zip(asked, found, strict=True):
        told = [one for one in findings if not (bare and one.check.name in OF_WHOLE)]
        yield {"id": name, "findings": [shown(one, "text" if bare else one.field) for one in told]}


def parsed(line):
    try:
        item = json.loads(line, parse_constant=no_json)
    except (ValueError, RecursionError):
        raise Wrong("this is no JSON. Write one JSON object on each line.") from None
    if not isinstance(item, dict):
        raise Wrong("this is no JSON object. Write {…} with “text”, or “instruction” and “response”.")
    return item


def no_json(word):
    """Refuse NaN and Infinity, which Python reads and nobody else does."""
    raise ValueError(word)


def shown(finding, field):
    """Return a Finding as it is printed; `kind` and `tier` are there for personal data."""
    return {
        "check": finding.check.name,
        "severity": finding.check.severity,
        "tier": finding.tier,
        "field": field,
        **({"turn": finding.values["turn"]} if field == "history" else {}),
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        **({"kind": finding.kind} if finding.kind else {}),
    }
