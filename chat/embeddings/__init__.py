"""Models that turn a text into numbers for what it means: one module a way to reach them, chosen by EMBEDDINGS.

Each has an EMBEDDER with a `name` and `embed(texts)`, which returns a row of numbers a text, or raises Failed.
"""

import sys
from functools import cache

from django.conf import settings

from chat.embeddings._failed import Failed
from trainingcenter.discovery import discover

__all__ = ["Failed", "chosen", "every", "model"]


@cache
def every():
    """Return {name: embedder}."""
    return discover(sys.modules[__name__], "EMBEDDER")


def chosen():
    """Return the embedder of the settings, or None where passages are found by words alone."""
    return every().get(settings.EMBEDDINGS)


def model():
    """Return a name for what makes the numbers: those of different models cannot be compared."""
    return f"{settings.EMBEDDINGS} {settings.EMBEDDINGS_MODEL}"[:200]
