"""Write training examples to a file or to standard output."""

import getpass
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from examples import exporting, formats, gating
from examples.management.commands import _asking as asking
from examples.management.commands._files import ready, write

LEFT_OUT = 3


def personal_of(options):
    """Return what to do where personal data is sure. Raises CommandError."""
    if options["allow_personal_data"] and options["replace_personal_data"]:
        raise CommandError("Take one of --allow-personal-data and --replace-personal-data.")
    if options["allow_personal_data"]:
        return gating.ALLOW
    return gating.REPLACE if options["replace_personal_data"] else gating.REFUSE


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Write training examples in a format. Without --output they go to standard output. Takes all but the rejected "
        "and those not to be trained on. Exit code 0: all are written; 3: some are not, because the format cannot hold "
        "them or a finding blocks them (named on standard error); 1: nothing is, as where personal data is sure."
    )

    def add_arguments(self, parser):
        parser.add_argument("format", help=f"one of {', '.join(formats.every())}")
        parser.add_argument("--output", metavar="FILE", help="the file; with --split the folder")
        asking.add_filters(parser)
        parser.add_argument("--untrained", action="store_true", help="also those marked not to be trained on")
        parser.add_argument("--split", metavar="90/5/5", help="write train, validation and test files")
        parser.add_argument("--seed", type=int, default=0, help="of the split; the same seed gives the same split")
        parser.add_argument(
            "--system-prompt", action="store_true", help="write SYSTEM_PROMPT into the examples that have none"
        )
        parser.add_argument(
            "--allow-personal-data", action="store_true",
            help="write them though possible identifiers are sure in some; who did it is written down",
        )  # fmt: skip
        parser.add_argument(
            "--replace-personal-data", action="store_true", help="write placeholders such as [NAME_1] in their place"
        )
        parser.add_argument("--context-in", choices=["system", "user"], default="system", help="where the context goes")

    def handle(self, **options):
        ready()
        filters = asking.filters_of(options)
        chosen = formats.Options(settings.SYSTEM_PROMPT if options["system_prompt"] else "", options["context_in"])
        try:
            examples = exporting.to_export(filters, options["format"], options["untrained"])
            personal = personal_of(options)
            export = exporting.Export(options["format"], examples, chosen, personal=personal, waits=True)
            export.check()
            export.note(None, f"command, run by {getpass.getuser()}")
            if options["split"]:
                self.write_parts(export, examples, chosen, options)
            else:
                write(export.pieces(), options["output"])
        except exporting.HeldBack as error:
            raise CommandError(f"{error} Or take --replace-personal-data, or --allow-personal-data.") from None
        except (formats.Unreadable, exporting.Refusal) as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{error.filename or 'Standard output'}: {error.strerror}. Check the path.") from None
        if export.personal != gating.OPEN and export.held.warning:
            self.stderr.write(export.held.warning)
        left_out = [why for why in (exporting.why_refused(export), exporting.why_blocked(export)) if why]
        for why in left_out:
            self.stderr.write(why)
        if left_out:
            sys.exit(LEFT_OUT)

    def write_parts(self, export, examples, chosen, options):
        if not options["output"]:
            raise CommandError("A split makes several files: name a folder for them with --output.")
        parts = exporting.split(export.holdable, exporting.shares(options["split"]), options["seed"])
        folder = Path(options["output"])
        folder.mkdir(parents=True, exist_ok=True)
        for part in parts:
            piece = exporting.Export(export.format, examples, chosen, part, export.personal, waits=True)
            write(piece.pieces(), folder / piece.filename)
