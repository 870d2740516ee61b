"""Find all near duplicates; the running product compares what is new by itself."""

import argparse

from django.conf import settings
from django.core.management.base import BaseCommand

from examples import scanning
from examples.management.commands._files import bar, ready

STEPS = {"read": "read", "compare": "compare", "write": "remember", "keep": "keep"}


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Find the examples that say nearly the same and keep them as clusters, shown at /duplicates/. The running "
        "product compares new examples by itself; this scans all of them anew, and may be broken off and repeated. "
        "Exit code 0: it is done, whatever was found; 1: it is not."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--threshold",
            type=threshold,
            metavar="SHARE",
            help="how much of the words must be the same, 0.5 to 1; from then on for new examples too. "
            "Without it DUPLICATE_LIKENESS is taken.",
        )

    def handle(self, **options):
        ready()
        bars = {}

        def moved(what, done, total):
            if what not in bars:
                for one in bars.values():
                    one.close()
                bars[what] = bar(desc=STEPS[what], total=total)
            bars[what].update(done)

        try:
            report = scanning.scan(options["threshold"], progress=moved)
        finally:
            for one in bars.values():
                one.close()
        share = options["threshold"] or settings.DUPLICATE_LIKENESS
        kept = f" {report.kept:,} of the clusters were kept as they are." if report.kept else ""
        self.stdout.write(
            f"{report.examples:,} examples scanned: {report.members:,} of them are in {report.clusters:,} clusters of "
            f"near duplicates (at least {share:.0%} of the words the same).{kept}"
        )


def threshold(word):
    try:
        share = float(word)
    except ValueError:
        share = 0
    if not 0.5 <= share <= 1:
        raise argparse.ArgumentTypeError(f"“{word}” is no share from 0.5 to 1. Write one such as 0.85.")
    return share
