"""Bring files of training examples."""

import sys

from django.core.management.base import BaseCommand, CommandError

from examples import findings, formats, importing
from examples.management.commands._files import bar, mapping, ready

SOME_PROBLEMS = 3


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Bring files of training examples (JSON, JSON lines, CSV; “-” reads standard input). A file is imported whole "
        "or, if it cannot be read, not at all. Exit code 0: all rows are in or were there already; 3: some rows had "
        "problems, listed on standard error; 1: a file gave nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
        parser.add_argument("--format", help="read it as this format, whatever its content suggests")
        parser.add_argument(
            "--map", action="append", metavar="FIELD=COLUMN", help="which column is which field; may be repeated"
        )
        parser.add_argument("--encoding", help="the file's encoding, for example windows-1252")
        parser.add_argument("--keep-repeats", action="store_true", help="bring in what is there already too")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")

    def handle(self, files, **options):
        ready()
        if files.count("-") > 1:
            raise CommandError("Standard input can be read once. Write - once.")
        if "-" in files and sys.stdin is None:
            raise CommandError("Standard input is closed. Name a file, or let something write into -.")
        chosen = {
            "format": options["format"],
            "mapping": mapping(options["map"]),
            "encoding": options["encoding"],
            "keep_repeats": options["keep_repeats"],
            "dry_run": options["dry_run"],
        }
        failed, problems = 0, 0
        for path in files:
            try:
                report = self.bring(path, chosen)
                problems += report.problem_count
            except (formats.Unreadable, OSError) as error:
                failed += 1
                self.stderr.write(f"{path}: {reason(error)}")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files gave nothing.", returncode=1)
        if problems:
            sys.exit(SOME_PROBLEMS)

    def bring(self, path, chosen):
        name = "standard input" if path == "-" else path
        source = sys.stdin.buffer if path == "-" else open(path, "rb")
        with source as file, bar(desc=name, unit="B", unit_scale=True) as progress:

            def moved(done, size):
                progress.total = size
                progress.update(done - progress.n)

            def found(problem):
                progress.clear()
                self.stderr.write(f"{path}: {problem}")

            report = importing.bring(file, name.rsplit("/", 1)[-1], progress=moved, on_problem=found, **chosen)
        would = "would be " if chosen["dry_run"] else ""
        self.stdout.write(
            f"{path}: {report.added:,} example{'' if report.added == 1 else 's'} {would}added, "
            f"{report.repeated:,} repeated and left out, "
            f"{report.problem_count:,} with problems ({report.format}, {report.encoding})."
        )
        for note in report.notes:
            self.stdout.write(f"  {note}")
        if report.pk and report.added:
            self.stdout.write(f"  {found_in(report)}")
        return report


def found_in(report):
    """Return what checks find in what came, in a sentence."""
    found = findings.in_brief(report)
    waiting = " Some are still to be checked: by the running product, or check_examples." if found["waiting"] else ""
    return (
        f"Findings: {found['block']:,} blocked, {found['review']:,} to review, {found['hint']:,} with hints; "
        f"personal data sure in {found['personal_data_sure']:,}, maybe in {found['personal_data_maybe']:,}.{waiting}"
    )


def reason(error):
    return f"{error.strerror}. Check the path." if isinstance(error, OSError) else str(error)
