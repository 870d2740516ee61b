"""What answers: one module a kind of model, found by looking into this folder.

A backend gets the turns of a conversation and yields its answer piece by piece. Everything that can go wrong comes as
one of the exceptions here: a sentence for the person who asked, which names no address, no key and no text of theirs.
"""

import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from chat import failures
from trainingcenter.discovery import discover


class Failed(Exception):
    """Why a model gave no answer, or broke off in the middle of it: a key of failures.REASONS, with values. Its text is
    a sentence for whoever reads it; `status` is what an API call is answered with."""

    status = 502

    def __init__(self, reason, **values):
        self.problem = {"reason": reason, **values}
        super().__init__(reason)

    def __str__(self):
        return failures.sentence(self.problem)


class NotSetUp(Failed):
    """Something is to be set up first, or the place is full."""

    status = 503


class TooSlow(Failed):
    """Nothing came in time."""

    status = 504


class CutShort(Failed):
    """The answer reached a limit. What came before is an answer, but not a whole one."""

    status = 200


class Ending:
    """Lets another thread end an answer at once, even while its model says nothing."""

    def __init__(self):
        self.over, self.cut, self.alone = threading.Event(), None, threading.Lock()

    def end(self):
        with self.alone:
            self.over.set()
            if self.cut:
                self.cut()

    @contextmanager
    def ends_by(self, cut):
        """Call `cut` where it is ended while this lasts, or was before."""
        self.set(cut)
        try:
            yield
        finally:
            self.set(None)

    def set(self, cut):
        with self.alone:
            self.cut = cut
            if cut and self.over.is_set():
                cut()


@dataclass(frozen=True)
class Wanted:
    """What is asked of a model beside the turns: the most tokens, how freely it may choose its words (0 to 2), and what
    another thread can end it by."""

    max_tokens: int = 800
    temperature: float = 0.7
    ending: Ending = field(default_factory=Ending)


class Backend:
    """One kind of model. `needs` are the fields of a LanguageModel that must be filled, `takes` those that may be."""

    name = ""
    title = ""
    needs = ()
    takes = ()

    def pieces(self, model, turns, wanted, passages=()):
        """Yield the answer to [{"role", "content"}, …] as texts. `passages` are what the turns quote already,
        {"filename", "page", "heading", "text", …} each, by their numbers from 1. Raises Failed, before the first text
        or between two."""
        raise NotImplementedError


@cache
def every():
    """Return {name: Backend} of all kinds, by name."""
    return discover(sys.modules[__name__], "BACKEND")


def choices():
    """Return (name, title) of each kind, for a form."""
    return [(backend.name, backend.title) for backend in every().values()]
