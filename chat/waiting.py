"""Texts that may be long in coming, with a sign of life meanwhile: by it one notices that nobody reads any more."""

import contextvars
import threading
from queue import Empty, SimpleQueue

# Seconds between two signs.
BEAT = 2.0


def with_beats(texts, end):
    """Yield the texts of a generator, and an empty one wherever none came for BEAT seconds. A thread of its own goes
    through the generator; `end` is called to end that where this is closed before."""
    came, context = SimpleQueue(), contextvars.copy_context()  # the language is part of the context
    reader = threading.Thread(target=context.run, args=(read, texts, came), daemon=True)
    reader.start()
    whole = False
    try:
        while not whole:
            try:
                text, failure, whole = came.get(timeout=BEAT)
            except Empty:
                yield ""
                continue
            if failure:
                raise failure
            if text:
                yield text
    finally:
        if not whole:
            end()
        reader.join(timeout=BEAT)


def read(texts, came):
    """Put (text, exception or None, whether it is the end) of each."""
    try:
        for text in texts:
            came.put((text, None, False))
        came.put(("", None, True))
    except Exception as failure:  # noqa: BLE001  (it is raised again where the texts are wanted)
        came.put(("", failure, True))
