"""Files that wait: uploaded and looked at, but not imported yet. Nothing of them is in the database.

Each lies in UPLOAD_DIR under a random name with a small JSON beside it: whose it is, what it is called, how to read it.
It goes when it is imported or cancelled, and after a day. The JSON stays for that day, so that a form which is sent
twice is answered with the one import that it made.
"""

import fcntl
import json
import os
import re
import secrets
import tempfile
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from django.conf import settings

KEPT = 24 * 3600  # seconds
TOKEN = re.compile(r"[0-9a-f]{32}")
OURS = ("waiting", "json", "progress")
PROGRESS_EVERY = 0.3  # seconds
SILENT = 300  # seconds


class Gone(Exception):
    """There is no such file, it is somebody else's, or its day is over."""


class Taken(Exception):
    """The file is being imported just now."""


@dataclass
class Staged:
    """A file that waits.

    asked: how a person wants it read: format, encoding, mapping (None where nobody has said yet), keep_repeats.
    counts: of the last look: good, repeated, unreadable, and whole, whether all rows were counted.
    header: the first line of a CSV. sha256: of the file, empty before it was looked at. report: the id of the Import
    that was made of it, 0 before.
    """

    token: str
    name: str
    size: int
    owner: str
    at: float
    asked: dict = field(default_factory=dict)
    counts: dict = field(default_factory=dict)
    header: str = ""
    sha256: str = ""
    report: int = 0

    @property
    def path(self):
        return path_of(self.token, "waiting")

    def save(self):
        write(path_of(self.token, "json"), asdict(self))

    def drop(self):
        for kind in OURS:
            path_of(self.token, kind).unlink(missing_ok=True)

    @contextmanager
    def held(self):
        """Open the file for its import, which one request alone can. Raises Taken, or Gone where it was imported."""
        with opened(self) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Taken from None
            if not self.path.exists():
                raise Gone
            yield file

    def imported(self, report):
        """Note the Import, and let the file go."""
        self.report = report
        self.save()
        self.path.unlink(missing_ok=True)


def path_of(token, kind):
    return settings.UPLOAD_DIR / f"{token}.{kind}"


def write(path, values):
    """Write a small JSON that is whole or not there. What a power cut leaves is deleted at the next start."""
    with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".upload", delete=False) as file:
        json.dump(values, file)
    os.replace(file.name, path)


def opened(staged):
    """Open a file that waits. Raises Gone."""
    try:
        return open(staged.path, "rb")
    except FileNotFoundError:
        raise Gone from None


def stage(upload, owner):
    """Keep an uploaded file, without copying it, and return it Staged."""
    sweep()
    staged = Staged(secrets.token_hex(16), upload.name, upload.size, owner, time.time())
    os.rename(upload.temporary_file_path(), staged.path)
    staged.save()
    return staged


def find(token, owners):
    """Return the file of this name if it belongs to one of these owners, imported since or not. Raises Gone."""
    staged = read(token)
    if staged is None or staged.owner not in owners:
        raise Gone
    return staged


def read(token):
    """Return what the JSON beside a file says, or None."""
    if not TOKEN.fullmatch(token):
        return None
    try:
        return Staged(**json.loads(path_of(token, "json").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def waiting(owners):
    """Return the files of these owners that wait, the first brought first."""
    found = [read(path.stem) for path in settings.UPLOAD_DIR.glob("*.json")] if owners else []
    mine = [staged for staged in found if staged and staged.owner in owners and not staged.report]
    return sorted((staged for staged in mine if staged.path.exists()), key=lambda staged: (staged.at, staged.token))


def sweep():
    """Delete what has waited for a day, but for a file that is being imported."""
    for kind in OURS:
        for path in settings.UPLOAD_DIR.glob(f"*.{kind}"):
            try:
                if not TOKEN.fullmatch(path.stem) or time.time() - path.stat().st_mtime < KEPT:
                    continue
                if kind == "waiting":
                    with open(path, "rb") as file:
                        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink(missing_ok=True)
            except (BlockingIOError, FileNotFoundError):
                continue


class Progress:
    """How far something has come, told in a file that other requests read. `whole` is in bytes."""

    def __init__(self, token, owner, whole=0):
        self.path, self.owner, self.whole = path_of(token, "progress"), owner, whole
        self.before, self.told, self.what = 0, 0, None

    def __call__(self, done, _size):
        self.step("", min(self.before + done, self.whole), self.whole)

    def step(self, what, done, whole):
        """Tell how far a step has come, in whatever it counts."""
        if what != self.what or time.monotonic() - self.told >= PROGRESS_EVERY:
            self.what, self.told = what, time.monotonic()
            write(self.path, {"owner": self.owner, "what": what, "done": done, "whole": whole})

    def next(self, size):
        """A file of this size is done."""
        self.before += size

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.path.unlink(missing_ok=True)


def progress(token, owners):
    """Return {what, done, whole} of what is under way, or None where nothing is or has been told yet."""
    if not TOKEN.fullmatch(token):
        return None
    try:
        told = json.loads(path_of(token, "progress").read_bytes())
    except (OSError, ValueError):
        return None
    return told if told["owner"] in owners else None


def under_way(owner):
    """Return the tokens of what this owner has under way. What says nothing for a while was cut
    off: the product was stopped."""
    found = [path for path in settings.UPLOAD_DIR.glob("*.progress") if TOKEN.fullmatch(path.stem)]
    found = [path for path in found if time.time() - modified(path) < SILENT and progress(path.stem, [owner])]
    return [path.stem for path in sorted(found)]


def modified(path):
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0
