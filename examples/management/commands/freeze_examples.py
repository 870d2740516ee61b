"""Freeze examples as a snapshot."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from examples import snapshots
from examples.management.commands import _asking as asking
from examples.management.commands._files import bars, ready
from examples.splitting import Refusal

STEPS = {"check": "check what is new", "compare": "find near duplicates", "write": "write"}


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Freeze all but the rejected examples and those not to be trained on, or those that fit the filters, as a "
        "snapshot that cannot change. Prints its number, its counts and its SHA-256."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", default="", help="what to call it; else the day and time")
        asking.add_filters(parser)
        parser.add_argument(
            "--split", default=snapshots.SPLIT, metavar="90/5/5", help="shares to train, validate, test"
        )
        parser.add_argument("--seed", type=int, default=0, help="of the split; the same seed gives the same split")
        parser.add_argument(
            "--system-prompt", action="store_true", help="SYSTEM_PROMPT stands in for examples that have none"
        )

    def handle(self, **options):
        ready()
        if not 0 <= options["seed"] < 10**18:
            raise CommandError("--seed must be a whole number from 0, of at most 18 digits.")
        try:
            with bars(STEPS) as progress:
                snapshot = snapshots.freeze(
                    options["name"],
                    asking.filters_of(options),
                    options["split"],
                    options["seed"],
                    settings.SYSTEM_PROMPT if options["system_prompt"] else "",
                    waits=True,
                    progress=progress,
                )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as error:
            raise CommandError(snapshots.no_room(error)) from None
        self.stdout.write(f"Snapshot {snapshot.pk}, “{snapshot.name}”: {snapshot.count:,} examples")
        for part in snapshot.parts:
            self.stdout.write(f"  {part}: {snapshot.number_in(part):,}")
        self.stdout.write(f"SHA-256 {snapshot.sha256}")
