"""Why no numbers came."""

import os

from django.conf import settings


class Failed(Exception):
    """The model could not be asked. Its text is a sentence that says what to do, without address and key."""


def key():
    """Return the key, from the variable that EMBEDDINGS_KEY_VARIABLE names, or an empty text."""
    return os.environ.get(settings.EMBEDDINGS_KEY_VARIABLE, "")
