"""Write a snapshot in the files of one destination, as a ZIP."""

import getpass

from django.core.management.base import BaseCommand, CommandError

from examples.exporting import HeldBack
from examples.management.commands._files import ready, write
from examples.models import Damaged, Snapshot
from tuning import destinations
from tuning.bundling import Bundle
from tuning.destinations import Refusal


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Write a snapshot as the bundle of a destination, say what it does to the examples, and read the ZIP back. "
        "Without --output it goes to standard output, and is not read back."
    )

    def add_arguments(self, parser):
        parser.add_argument("destination", help=f"one of {', '.join(destinations.every())}")
        parser.add_argument("--snapshot", type=int, help="its number; else the latest")
        parser.add_argument("--output", metavar="FILE", help="the ZIP")
        parser.add_argument("--option", action="append", metavar="NAME=VALUE", help="of the destination; repeatable")
        parser.add_argument(
            "--allow-personal-data",
            action="store_true",
            help="make it though personal data are sure in it; who did it is written down",
        )

    def handle(self, **options):
        ready()
        try:
            bundle = Bundle(
                latest(options["snapshot"]),
                destinations.named(options["destination"]),
                pairs(options["option"]),
                allow=options["allow_personal_data"],
                way=f"command, run by {getpass.getuser()}",
            )
            told = bundle.ready()
            limit = f"; {told.cut:,} are cut at {told.limit:,} tokens" if told.limit else ""
            self.stderr.write(f"{told.examples:,} examples, about {told.tokens:,} tokens{limit}.")
            for shape, number, first in told.refused:
                named = ", ".join(f"#{pk}" for pk in first)
                self.stderr.write(f"Left out: {number:,} with {shape.label} ({named}).")
            for note in told.notes:
                self.stderr.write(str(note))
            if bundle.held.warning:
                self.stderr.write(bundle.held.warning)
            write(bundle.zipped(told), options["output"])
            if options["output"] not in (None, "-"):
                with open(options["output"], "rb") as file:
                    compared = bundle.check(file)
                self.stderr.write(f"Read back: {compared:,} examples are as they were frozen.")
        except HeldBack as refusal:
            raise CommandError(f"{refusal} Or take --allow-personal-data.") from None
        except (Refusal, Damaged) as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as error:
            raise CommandError(f"{error.filename or 'Standard output'}: {error.strerror}. Check the path.") from None


def latest(pk):
    """Return the snapshot of this number, or the latest. Raises CommandError."""
    kept = Snapshot.objects.kept()
    snapshot = kept.filter(pk=pk).first() if pk is not None else kept.first()
    if snapshot is None:
        which = "There is no snapshot yet" if pk is None else f"There is no snapshot {pk}"
        raise CommandError(f"{which}. Make one with freeze_examples.")
    return snapshot


def pairs(words):
    """Return {name: value} of “name=value” words. Raises CommandError."""
    found = {}
    for word in words or []:
        name, equals, value = word.partition("=")
        if not equals:
            raise CommandError(f"“{word}” is no option. Write it as name=value, for example licence=cc-by-4.0.")
        found[name.strip()] = value
    return found
