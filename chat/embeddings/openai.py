"""Any server that speaks OpenAI's /v1/embeddings: vLLM, Ollama, llama.cpp, text-embeddings-inference, OpenAI."""

import httpx2
import orjson
from django.conf import settings
from django.utils.translation import gettext as _

from chat.embeddings._failed import Failed, key

CONNECT, SILENCE = 5.0, 60.0  # seconds
MOST_BYTES = 64 * 1024 * 1024  # of an answer


class OpenAI:
    name = "openai"

    def embed(self, texts):
        if not settings.EMBEDDINGS_URL:
            raise Failed(
                _("EMBEDDINGS_URL is empty. Set it to the server's address, such as http://localhost:8080/v1.")
            )
        headers = {"Authorization": f"Bearer {key()}"} if key() else {}
        body = {"model": settings.EMBEDDINGS_MODEL, "input": list(texts), "encoding_format": "float"}
        try:
            # A redirect is not followed: it would take the key and the texts to an address that nobody has set.
            limits = httpx2.Timeout(SILENCE, connect=CONNECT)
            with (
                httpx2.Client(timeout=limits, follow_redirects=False) as client,
                client.stream("POST", address(), json=body, headers=headers) as answer,
            ):
                return rows_of(answer, len(texts))
        except httpx2.TimeoutException:
            words = _("The embedding server did not answer in time. See whether it runs and is not overloaded.")
            raise Failed(words) from None
        except (httpx2.HTTPError, httpx2.InvalidURL):
            words = _("The embedding server could not be reached. See whether it runs, and check EMBEDDINGS_URL.")
            raise Failed(words) from None


def address():
    base = settings.EMBEDDINGS_URL.rstrip("/")
    return base if base.endswith("/embeddings") else f"{base}/embeddings"


def rows_of(answer, count):
    """Return the rows of an answer in the order of the texts. Raises Failed."""
    if answer.status_code != 200:
        words = _("The embedding server answered with %(status)s. Check EMBEDDINGS_MODEL, and that the key is right.")
        raise Failed(words % {"status": answer.status_code})
    body = b""
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            raise Failed(_("The embedding server sent more than is safe to read. Check that EMBEDDINGS_URL is right."))
    try:
        rows = sorted(orjson.loads(body)["data"], key=lambda row: row["index"])
        found = [[float(number) for number in row["embedding"]] for row in rows]
    except (ValueError, KeyError, TypeError):
        raise Failed(_("The embedding server sent no embeddings. Check that EMBEDDINGS_URL ends in /v1.")) from None
    if len(found) != count or len({len(row) for row in found}) != 1:
        raise Failed(_("The embedding server sent rows that do not fit together. Choose another model."))
    return found


EMBEDDER = OpenAI()
