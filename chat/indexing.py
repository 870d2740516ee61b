"""From a file to a document with passages: keeping it, reading it, and swapping its passages in one transaction.

What waits to be read is what has the state “waiting”. Reading holds a lock on the file, which ends with the process
that holds it, and everything that a reader sees changes in one transaction at the end. So a process that is killed
leaves a document that waits, and the next one reads it.
"""

import fcntl
import hashlib
import logging
import math
import os
import secrets
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chat import embeddings, meaning, reading, splitting, tokens
from chat.models import Document, Passage, State
from chat.reasons import Unreadable
from examples.identifiers import identifiers_in

logger = logging.getLogger(__name__)
SMALL = 2 * 1024 * 1024  # bytes: a smaller file is read at once, while the person waits
BETWEEN_PAGES = "\n\n"
PROGRESS_EVERY = 0.5  # seconds
ASKED_FOR = 24 * 3600  # seconds that a file waits for “replace or keep both”
SWEEP_EVERY = 3600  # seconds
ASK_AGAIN = 60  # seconds
BATCH = 1000


class Busy(Exception):
    """The document is being read by another process just now."""


class TooLarge(Exception):
    """A file is larger than MAX_DOCUMENT_MB. Its text is a sentence that says what to do."""

    def __str__(self):
        return f"A document may have {settings.MAX_DOCUMENT_MB} MB. Split it, or raise MAX_DOCUMENT_MB."


def add(file, name, by=None, at_once=True, ask=False, progress=None):
    """Keep a file (binary, at its beginning) and return its Document. Where the name is taken it gets a number; with
    `ask` it is kept with the state “asking” instead. `at_once` reads it now, and raises Unreadable, keeping nothing;
    else it is read in the background. Raises TooLarge."""
    stored, sha256, size = keep(file)
    document = Document(name=proper(name), stored=stored, sha256=sha256, size=size, by=by)
    if ask and Document.objects.live().filter(name=document.name).exists():
        document.state = State.ASKING
        document.save()
        return document
    try:
        with held(document):  # before others can see it, so that nobody else reads it meanwhile
            document.save_under_free_name()
            if at_once:
                take_in(document, progress)
    except BaseException:
        if document.pk:
            document.delete()
        document.drop_files()
        raise
    return document


def replace(document, newer):
    """Put the file of `newer`, which asks, in the place of a document's, whose passages stay citable where their text
    is still there. Return the document, which waits to be read."""
    old = document.stored
    with transaction.atomic():
        newer.delete()
        for name in ("stored", "sha256", "size"):
            setattr(document, name, getattr(newer, name))
        document.state, document.problem = State.WAITING, {}
        document.save()
    Document(stored=old).drop_files()
    return document


def ask_again(documents):
    """Let documents be read anew. Return how many."""
    return documents.filter(removed_at=None).update(state=State.WAITING, problem={}, pages_done=0, pages_whole=0)


def proper(name):
    """Return a file's name without its folders and without what no name should have."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split()) or "document"
    stem, suffix = os.path.splitext(name)
    return stem[: 200 - len(suffix)] + suffix[:50]


def keep(file):
    """Copy a file into DOCUMENTS_DIR under a name that says nothing, whole or not at all. Return (name, SHA-256, size).
    Raises TooLarge."""
    stored, digest, size = secrets.token_hex(16), hashlib.sha256(), 0
    path = settings.DOCUMENTS_DIR / stored
    unfinished = path.with_suffix(".part")
    try:
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            while piece := file.read(1 << 20):
                size += len(piece)
                if size > settings.MAX_DOCUMENT_MB * 1024 * 1024:
                    raise TooLarge
                digest.update(piece)
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return stored, digest.hexdigest(), size


def digest(path):
    """Return the SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def held(document):
    """Hold a document for reading, in all processes. Raises Busy, or Unreadable where its file is gone."""
    try:
        file = open(document.path, "rb")
    except FileNotFoundError:
        raise Unreadable("gone") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield


def take_in(document, progress=None):
    """Read a document that is held, and put its text and passages in the place of what was there. Raises Unreadable."""
    found = reading.read(document.path, document.name, Progress(document, progress))
    text, starts, headings = put_together(found)
    pieces = splitting.split(text, starts, headings, found.kind)
    document.title = found.title[:255] if found.title != document.name else ""
    document.kind, document.text, document.length = found.kind, text, len(text)
    document.page_starts, document.headings, document.pages = starts, headings, len(starts)
    document.notes, document.problem, document.state = found.notes, {}, State.READY
    document.identifiers = dict(Counter(one.kind for one in identifiers_in(text)))
    document.read_at, document.indexed_by = timezone.now(), tokens.VERSION
    with transaction.atomic():
        document.passage_count = swap(document, pieces)
        document.save(update_fields=[field.name for field in document._meta.concrete_fields if field.name in READ])


READ = {
    "title", "kind", "text", "length", "page_starts", "headings", "pages", "notes", "problem", "state", "identifiers",
    "read_at", "passage_count", "languages", "indexed_by",
}  # fmt: skip


def put_together(found):
    """Return (text, page_starts, headings) of what was read, with all offsets in the one text."""
    parts, starts, headings, length = [], [], [], 0
    for page in found.pages:
        if page["number"]:
            starts.append(length)
        headings += [[length + offset, level, title] for offset, level, title in page["headings"]]
        parts.append(page["text"])
        length += len(page["text"]) + len(BETWEEN_PAGES)
    return BETWEEN_PAGES.join(parts), starts, headings


def swap(document, pieces):
    """Make these the document's passages. One whose text is there already keeps its row, and with it its id."""
    before = {}
    for passage in document.passages.order_by("-number"):
        before.setdefault(passage.text, []).append(passage)
    fresh, kept, languages, language = [], [], set(), tokens.language_of(document.text)
    for number, piece in enumerate(pieces):
        text = document.text[piece.start : piece.end]
        values = {"number": number, "title": document.title, "heading": piece.heading, "page": piece.page,
                  "start": piece.start, "end": piece.end}  # fmt: skip
        same = before.get(text)
        if same:
            passage = same.pop()
            before_that = vars(passage).copy()
            passage.__dict__.update(values)
        else:
            passage, before_that = Passage(document=document, text=text, **values), None
            fresh.append(passage)
        passage.put_in_words(language)
        languages.add(passage.language)
        kept += [passage] if before_that not in (None, vars(passage)) else []
    gone = [passage.pk for rest in before.values() for passage in rest]
    for start in range(0, len(gone), BATCH):
        document.passages.filter(pk__in=gone[start : start + BATCH]).delete_with_vectors()
    Passage.objects.bulk_update(kept, [*PLACE, *Passage.WORDS], batch_size=BATCH)
    Passage.objects.bulk_create(fresh, batch_size=BATCH)
    document.languages = " ".join(sorted(languages))
    return len(pieces)


PLACE = ("number", "title", "heading", "page", "start", "end")


class Progress:
    """Tells how many pages are done, in the row of the document, which other requests read."""

    def __init__(self, document, also=None):
        self.row, self.also, self.told = Document.objects.filter(pk=document.pk), also, time.monotonic()

    def __call__(self, done, whole):
        if self.also:
            self.also(done, whole)
        if time.monotonic() - self.told >= PROGRESS_EVERY:
            self.told = time.monotonic()
            self.row.update(pages_done=done, pages_whole=whole)


def read_one(document, progress=None):
    """Read a document that waits. Return whether it was read; one that cannot be says why. Raises Busy."""
    try:
        with held(document):
            document.refresh_from_db()
            take_in(document, progress)
        return True
    except Unreadable as error:
        # Passages of an earlier reading stay: answers given with them can still be looked up.
        Document.objects.filter(pk=document.pk).update(state=State.FAILED, problem=error.problem)
        return False


def catch_up(stop=None, progress=None):
    """Read every document that waits, and return how many were read. May run beside itself."""
    now_and_then()
    done = 0
    for document in Document.objects.waiting().briefly().order_by("id"):
        if stop and stop.is_set():
            break
        try:
            done += read_one(document, progress)
        except (Busy, Document.DoesNotExist):
            continue
    return done


def catch_up_meaning(stop=None):
    """Make the numbers of the passages that have none; a server that fails is asked again after a while."""
    if time.monotonic() < not_before[0]:
        return
    try:
        meaning.catch_up(stop)
    except embeddings.Failed as error:
        not_before[0] = time.monotonic() + ASK_AGAIN
        logger.warning("No embeddings: %s", error)


not_before = [-math.inf]


def now_and_then():
    """Sweep once an hour."""
    if time.monotonic() - last_sweep[0] > SWEEP_EVERY:
        last_sweep[0] = time.monotonic()
        sweep()


last_sweep = [-math.inf]


def sweep():
    """Delete files that nobody has said anything to for a day, and those that a crash left without a document."""
    long_ago = time.time() - ASKED_FOR
    old = timezone.now() - timedelta(seconds=ASKED_FOR)
    for document in Document.objects.asking().filter(created_at__lt=old):
        document.delete_for_good()
    known = set(Document.objects.values_list("stored", flat=True))
    for path in settings.DOCUMENTS_DIR.iterdir():
        if path.name[:32] not in known and path.stat().st_mtime < long_ago:
            path.unlink(missing_ok=True)


def bring(path, by=None, progress=None):
    """Add a file by its path, as `add`."""
    with open(path, "rb") as file:
        return add(file, path.name, by=by, progress=progress)
