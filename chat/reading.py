"""Reading a file as text in a child process that has limits of its own on memory, work and time."""

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress

from django.conf import settings

from chat.reasons import Unreadable

PATIENCE = 300  # seconds that a child may take in all
MOST_FALLS = 20  # pages that may end the child before the file is given up


class Reading:
    """What was read: `kind`, `pages` as the parser gave them, `notes` and `title`."""

    def __init__(self):
        self.kind, self.title, self.pages, self.notes = "", "", [], []

    def take(self, said):
        if "kind" in said:
            self.kind = said["kind"]
        elif "page" in said:
            self.pages.append(said["page"])
            self.title = self.title or said["page"]["title"]
        elif "note" in said:
            self.notes.append(said["note"])


def read(path, name, progress=None):
    """Return the Reading of a file. `progress` is called with (pages done, pages in all). Raises Unreadable.

    Where a page ends the process, it is named, and a new one goes on after it.
    """
    reading, first = Reading(), 1
    suffix = os.path.splitext(name)[1]
    for _fall in range(MOST_FALLS):
        whole = False
        for said in asked(do="read", path=str(path), suffix=suffix, first=first):
            reading.take(said)
            whole = whole or "done" in said
            if progress and "page" in said and said["page"]["whole"]:
                progress(said["page"]["number"], said["page"]["whole"])
        if whole:
            return checked(reading)
        last = reading.pages[-1] if reading.pages else None
        if not last or not last["whole"]:
            raise Unreadable("failed")
        first = last["number"] + 2
        reading.notes.append({"reason": "page", "page": last["number"] + 1})
        reading.pages.append({**last, "number": last["number"] + 1, "text": "", "headings": []})
        if first > last["whole"]:
            return checked(reading)
    raise Unreadable("failed")


def checked(reading):
    """Return the reading. Raises Unreadable where there is no text in it; names pages without text."""
    failed = {note["page"] for note in reading.notes if note["reason"] == "page"}
    empty = [page["number"] for page in reading.pages if not page["text"].strip() and page["number"] not in failed]
    if all(not page["text"].strip() for page in reading.pages):
        if not reading.pages:
            raise Unreadable("no_text")
        if failed and not empty:
            raise Unreadable("cut")
        raise Unreadable("scanned" if reading.kind == "pdf" else "no_text")
    if len(empty) == 1:
        reading.notes.append({"reason": "page_empty", "page": empty[0]})
    elif empty:
        reading.notes.append({"reason": "pages_empty", "count": len(empty), "page": empty[0]})
    return reading


def picture(path, number, target, text, span):
    """Draw a page of a PDF into the file `target` and return (width, height, boxes); see parsers.pdf.picture. Raises
    Unreadable."""
    for said in asked(do="picture", path=str(path), page=number, target=str(target), text=text, span=span):
        if "picture" in said:
            return said["picture"]
    raise Unreadable("failed")


def asked(**question):
    """Yield what a child answers, line by line. Raises Unreadable for a problem that it tells, and for its time-out."""
    with child() as (process, late):
        try:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                said = json.loads(line)
                if "problem" in said:
                    raise Unreadable(**said["problem"])
                yield said
        except (BrokenPipeError, ValueError):
            pass  # it ended in the midst of a line
        if late.is_set():
            raise Unreadable("time")


@contextmanager
def child():
    """Start a child; it is ended after PATIENCE, and in any case at the end."""
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "chat.parsers._child"], cwd=settings.BASE_DIR, env=environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    late = threading.Event()

    def end():
        late.set()
        process.kill()

    timer = threading.Timer(PATIENCE, end)
    timer.start()
    try:
        yield process, late
    finally:
        timer.cancel()
        process.kill()
        with suppress(BrokenPipeError):  # what it ended too early to take is written once more here
            process.stdin.close()
        process.stdout.close()
        process.wait()
