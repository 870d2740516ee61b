"""Say what leads from one snapshot to another."""

from django.core.management.base import BaseCommand, CommandError

from examples import snapshots
from examples.management.commands._files import ready
from examples.models import Damaged, Snapshot

MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Say which examples were added, removed and changed between two snapshots, and in which words."

    def add_arguments(self, parser):
        parser.add_argument("before", type=int, help="the number of the earlier snapshot")
        parser.add_argument("after", type=int, help="the number of the later one")
        parser.add_argument("--most", type=int, default=20, help="how many of each kind are told one by one (20)")

    def handle(self, **options):
        ready()
        before, after = self.named(options["before"]), self.named(options["after"])
        try:
            found = snapshots.compare(before, after, max(0, options["most"]))
        except Damaged as damaged:
            raise CommandError(str(damaged)) from None
        for kind in ("same", "added", "removed", "changed"):
            self.stdout.write(f"{kind}: {getattr(found, kind):,}")
        for kind, sign in (("added", "+"), ("removed", "-")):
            for pk, old, new in found.first[kind]:
                self.stdout.write(f"{sign} #{pk} {(new or old)['instruction'][:100]}")
        for pk, old, new in found.first["changed"]:
            for name, pieces in snapshots.changes(old, new):
                words = "".join(MARKS[kind].format(text) for kind, text in pieces)
                self.stdout.write(f"~ #{pk} {name}: {words}")

    def named(self, pk):
        snapshot = Snapshot.objects.filter(pk=pk).first()
        if snapshot is None:
            raise CommandError(f"There is no snapshot {pk}. Make one with freeze_examples.")
        return snapshot
