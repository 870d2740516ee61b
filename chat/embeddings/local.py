"""A sentence-transformers model on this machine: a folder, or a name that the library has fetched before."""

import threading
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _

from chat.embeddings._failed import Failed

alone = threading.Lock()


class Local:
    name = "local"

    def embed(self, texts):
        with alone:  # one at a time: the model uses all cores by itself
            return loaded(settings.EMBEDDINGS_MODEL).encode(list(texts), show_progress_bar=False).tolist()


@cache
def loaded(name):
    """Return the model, which is loaded once. Raises Failed."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        words = _("sentence-transformers is missing. Run: .venv/bin/python -m pip install -r %(file)s")
        raise Failed(words % {"file": "requirements-embeddings.txt"}) from None
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError):
        raise Failed(_("EMBEDDINGS_MODEL is no folder with a model on this machine. Set it to one.")) from None


EMBEDDER = Local()
