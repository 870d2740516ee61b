"""Make the findings of all examples; the running product does so by itself."""

import sys

from django.core.management.base import BaseCommand

from examples import checking, checks, findings
from examples.management.commands._files import bar, ready
from examples.models import Checked

HELD_BACK = 3


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = (
        "Check the texts of all examples that are not checked yet, or with --all of every one, and say what was found. "
        "The running product does so in the background. Exit code 0: nothing that was found holds an example back; "
        "3: something does: a finding that blocks, or personal data that is sure."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="check what is checked already too")

    def handle(self, **options):
        ready()
        up_to = checking.settled_id(wait=True)
        if options["all"]:
            Checked.objects.update(up_to=0)
        with bar(desc="check", unit=" examples") as progress:
            number = checking.catch_up(progress=progress.update, up_to=up_to)
        self.stdout.write(f"{examples(number)} checked.")
        held = False
        for (name, tier), found in findings.counts().items():
            check = checks.every()[name]
            words = ", ".join(filter(None, (check.severity, tier)))
            self.stdout.write(f"  {check.title} ({name}; {words}): {examples(found)}")
            held = held or check.severity == "block" or (name, tier) == (checks.PERSONAL, "sure")
        if held:
            sys.exit(HELD_BACK)


def examples(number):
    return f"{number:,} example{'' if number == 1 else 's'}"
