"""Say what the checks find in texts that are not stored, as JSON lines."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from examples import checks
from examples.management.commands._files import pour
from examples.models import Example

TEXTS = ("instruction", "context", "response")
# The checks that speak of how long an example is, which of a bare text nobody knows.
OF_WHOLE = ("length", "tokens")


class Wrong(ValueError):
    """A line that cannot be checked; its text is shown."""


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Read JSON lines of {id, instruction, context, response} or {id, text} and print {id, findings} for each, in "
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
        """Yield what is printed for each line; the numbers of those that cannot be checked go into `wrong`."""
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                # What UTF-8 cannot hold, half of a surrogate pair, goes out as it came in: \ud83d.
                yield f"{json.dumps(answer(line), ensure_ascii=False)}\n".encode(errors="backslashreplace")
            except Wrong as error:
                wrong.append(number)
                self.stderr.write(f"Line {number}: {error}")


def answer(line):
    """Return {id, findings} of one line. Raises Wrong."""
    item = parsed(line)
    whole = "text" in item
    given = (
        {"instruction": "", "context": "", "response": item["text"]}
        if whole
        else {name: item.get(name, "") for name in TEXTS}
    )
    for name, text in given.items():
        if not isinstance(text, str):
            raise Wrong(f"“{'text' if whole else name}” must be text.")
    if not whole and not ("instruction" in item and "response" in item):
        raise Wrong("there is no “text”, nor “instruction” and “response”. Give the one or the other two.")
    findings = findings_of(Example.unsaved(**given), whole)
    found = [shown(finding, "text" if whole else finding.field) for finding in findings]
    return {"id": item.get("id"), "findings": found}


def findings_of(example, whole):
    """Yield the Findings of an unsaved example. Nobody knows what a bare text answers and how long it should be."""
    for name, check in checks.every().items():
        if not whole if name in OF_WHOLE else isinstance(check, checks.TextCheck):
            yield from check.find(example)


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
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        **({"kind": finding.kind} if finding.kind else {}),
    }
