"""Measure how well the passages that answer questions are found."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from chat import measuring, reindexing
from examples.management.commands._files import bar, ready


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Ask the questions of a file of JSON lines, {question, document, page or text}, and print how many were "
        "answered by the first passage (hit@1), by one of three (hit@3), and the mean reciprocal rank (MRR)."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.jsonl")
        parser.add_argument("--json", action="store_true", help="as JSON, with the questions that missed")

    def handle(self, file, **options):
        ready()
        reindexing.catch_up()
        try:
            questions = measuring.questions_in(Path(file).read_text("utf-8"))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}. Check the path.") from None
        except (measuring.Mistake, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}") from None
        missing = measuring.unknown(questions)
        if missing:
            raise CommandError(
                f"These documents are not here: {', '.join(missing)}. Bring them by add_documents first."
            )
        with bar(total=len(questions), desc="questions", unit=" questions") as progress:
            result = measuring.measure(questions, progress.update)
        if options["json"]:
            self.stdout.write(json.dumps({**vars(result), **measuring.circumstances()}, ensure_ascii=False))
            return
        self.stdout.write(
            f"Questions {result.asked:>8,}\n"
            f"hit@1     {result.hit_at_1:>8.2f}\n"
            f"hit@3     {result.hit_at_3:>8.2f}\n"
            f"MRR       {result.reciprocal_rank:>8.2f}"
        )
        for question in result.missed:
            self.stdout.write(f"Missed: {question}")
