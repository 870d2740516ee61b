"""Why no numbers came."""

import os

from django.conf import settings


class Failed(Exception):
    """The model could not be asked. Its text is a sentence that says what to do, and has no address and no key in it."""


def key():
    """Return the key that the environment has under the name EMBEDDINGS_KEY_VARIABLE, or an empty text."""
    return os.environ.get(settings.EMBEDDINGS_KEY_VARIABLE, "")
