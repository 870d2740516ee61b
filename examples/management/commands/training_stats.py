"""Show how many examples there are and how ready they are."""

import json

from django.core.management.base import BaseCommand

from examples import stats
from examples.management.commands._files import ready


class Command(BaseCommand):
    requires_system_checks = ()  # they would load all pages and API first, which a script waits for
    help = "Show how many examples there are, how long they are, and how ready for training."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="as JSON, as the API gives it")

    def handle(self, **options):
        ready()
        figures = stats.gather()
        if options["json"]:
            self.stdout.write(json.dumps(figures))
            return
        readiness = figures["readiness"]
        yes = {True: "yes", False: "no"}
        self.stdout.write(
            f"Examples                {figures['total_examples']:>12,}\n"
            f"With context            {figures['with_context']:>12,}\n"
            f"Average question        {figures['avg_instruction_length']:>12,} characters\n"
            f"Average answer          {figures['avg_response_length']:>12,} characters\n"
            f"Readiness               {readiness['percent']:>12} %\n"
            f"At least {stats.MINIMUM} examples   {yes[readiness['min_examples']]:>12}\n"
            f"Recommended {stats.RECOMMENDED}         {yes[readiness['recommended_examples']]:>12}\n"
            f"All answers {stats.SHORTEST} to {stats.LONGEST}  {yes[readiness['quality_check']]:>12}"
        )
