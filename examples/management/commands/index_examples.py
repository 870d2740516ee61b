"""Bring the word index up to date; the running product does so by itself."""

from django.core.management.base import BaseCommand

from examples import search
from examples.management.commands._files import bar, ready


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = "Index the words of all examples that are not indexed yet. The running product does so in the background."

    def handle(self, **options):
        ready()
        with bar(desc="index", unit=" examples") as progress:
            number = search.catch_up(progress=progress.update)
        self.stdout.write(f"{number:,} examples indexed.")
