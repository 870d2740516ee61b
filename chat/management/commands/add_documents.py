"""Bring documents that answers may rely on."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from chat import indexing, parsers
from chat.models import Collection, Document
from chat.reasons import Unreadable
from examples.management.commands._files import bar, ready

SOME_FAILED = 3


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Bring documents (PDF, DOCX, MD, TXT, HTML, JSON, CSV) that the chat answers from: files, and folders with all "
        "that is in them. A file that is here already, byte by byte under its name, is left out. Exit code 0: all are "
        "in; 3: some could not be read, named on standard error; 1: none is in."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
        parser.add_argument("--collection", help="put them into this collection; it is made where it is not there")
        parser.add_argument("--again", action="store_true", help="read all documents anew, after bringing these")

    def handle(self, paths, collection, again, **options):
        ready()
        if not paths and not again:
            raise CommandError("Name files or folders to bring, or --again to read all documents anew.")
        files = list(files_in(paths))
        if paths and not files:
            raise CommandError(f"No document is there. Known are files that end in {', '.join(parsers.suffixes())}.")
        group = Collection.objects.get_or_create(name=collection)[0] if collection else None
        with bar(total=len(files), desc="documents", unit=" files") as progress:
            failed = sum(not self.bring(path, group, progress) for path in files)
        if again:
            failed += self.read_again()
        if files and failed >= len(files) and not again:
            raise CommandError(f"None of {len(files)} files came in.", returncode=1)
        if failed:
            sys.exit(SOME_FAILED)

    def bring(self, path, group, progress):
        """Bring a file and return whether it is here now."""
        progress.set_postfix_str(path.name)
        try:
            document = same(path)
            known = document is not None
            document = document or indexing.bring(path)
        except (Unreadable, indexing.TooLarge, OSError) as error:
            progress.clear()
            why = f"{error.strerror}. Check the path." if isinstance(error, OSError) else error
            self.stderr.write(f"{path}: {why}")
            return False
        finally:
            progress.update()
        if group:
            document.collections.add(group)
        progress.clear()
        pages = f"{document.pages:,} pages, " if document.pages else ""
        told = "is here already" if known else f"{pages}{document.passage_count:,} passages"
        self.stdout.write(f"{path}: {told}{'' if document.name == path.name else f', as “{document.name}”'}.")
        for remark in document.remarks:
            self.stdout.write(f"  {remark}")
        return True

    def read_again(self):
        """Read all documents anew and return how many could not be."""
        documents = Document.objects.live()
        number = indexing.ask_again(documents)
        with bar(total=number, desc="read anew", unit=" documents") as progress:
            for document in documents.waiting().briefly().order_by("id"):
                try:
                    indexing.read_one(document)
                except indexing.Busy:
                    continue  # the running product does it
                finally:
                    progress.update()
        bad = list(documents.filter(state="failed").briefly())
        for document in bad:
            self.stderr.write(f"{document.name}: {document.why}")
        self.stdout.write(f"{number - len(bad):,} documents read anew.")
        return len(bad)


def files_in(paths):
    """Yield the files named, and of folders those that may be documents."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*")
                if file.is_file() and file.suffix.lower() in parsers.suffixes()
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
            )  # fmt: skip
        else:
            yield path


def same(path):
    """Return the document that this file already is, or None."""
    live = Document.objects.live().briefly().filter(name=indexing.proper(path.name), size=path.stat().st_size)
    return live.filter(sha256=indexing.digest(path)).first() if live else None
