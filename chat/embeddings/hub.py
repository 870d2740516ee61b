"""A model on the Hugging Face Hub, by its inference providers. The texts of the documents are sent there."""

import httpx2
from django.conf import settings
from django.utils.translation import gettext as _
from huggingface_hub import InferenceClient
from huggingface_hub.errors import HfHubHTTPError, InferenceTimeoutError

from chat.embeddings._failed import Failed, key

SILENCE = 60.0  # seconds
USUAL = "sentence-transformers/all-MiniLM-L6-v2"


class Hub:
    name = "hub"

    def embed(self, texts):
        # Without a token of the settings it would take the one of whoever runs this.
        client = InferenceClient(token=key() or "-", timeout=SILENCE)
        try:
            return client.feature_extraction(list(texts), model=settings.EMBEDDINGS_MODEL or USUAL).tolist()
        except HfHubHTTPError as error:
            words = _("The Hub answered with %(status)s. Check EMBEDDINGS_MODEL and the token.")
            raise Failed(words % {"status": getattr(error.response, "status_code", "?")}) from None
        except (InferenceTimeoutError, httpx2.HTTPError, ValueError, StopIteration):
            raise Failed(
                _("The Hub could not be asked for embeddings. Check the connection, then try again.")
            ) from None


EMBEDDER = Hub()
