"""Ask a question as the chat does, and write the answer as it comes."""

import sys

from django.core.management.base import BaseCommand, CommandError

from chat import answering, reindexing
from chat.backends import CutShort
from chat.models import Collection, LanguageModel
from chat.showing import place_of
from examples.management.commands._files import ready
from examples.texts import Refused, strict_text


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Ask a question as the chat does: from the documents, or with --no-documents from the model alone."

    def add_arguments(self, parser):
        parser.add_argument("question", metavar="QUESTION")
        parser.add_argument("--model", metavar="NAME", help="a model that is set up here; else the default")
        parser.add_argument("--session", default="", metavar="CONTEXT", help="general, pre-session, integration …")
        parser.add_argument("--collection", action="append", metavar="NAME", help="documents of this collection alone")
        parser.add_argument("--no-documents", action="store_true", help="leave the documents alone")

    def handle(self, question, model, session, collection, no_documents, **options):
        ready()
        reindexing.catch_up()
        try:
            strict_text(question, "QUESTION", required=True)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        answer = answering.Answer(
            answering.Question(
                question,
                session=session,
                use_documents=not no_documents,
                collections=[named(Collection, "collection", name).pk for name in collection] if collection else None,
                model=named(LanguageModel, "model", model) if model else None,
            )
        )
        for text in answer.pieces():
            self.stdout.write(text, ending="")
            self.stdout.flush()
        self.stdout.write("")
        for number, source in enumerate(answer.sources, 1):
            self.stdout.write(f"[{number}] {place_of(source)}")
        if answer.failure is not None:
            self.stderr.write(str(answer.failure))
            if not isinstance(answer.failure, CutShort):
                sys.exit(1)


def named(kind, what, name):
    """Return the row of this name. Raises CommandError, with the names that there are."""
    rows = kind.objects.known() if hasattr(kind.objects, "known") else kind.objects.all()
    found = rows.filter(name=name).first()
    if found is None:
        names = ", ".join(rows.values_list("name", flat=True)[:20])
        raise CommandError(f"No {what} is called “{name}”. There is {names or 'none'}.")
    return found
