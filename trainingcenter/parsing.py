"""How the API reads a request and writes an answer: JSON by orjson, forms as Django reads them."""

import json
import re
from codecs import BOM_UTF8

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.renderers import BaseRenderer

from trainingcenter.refusals import TooLarge

LONG_NUMBER = re.compile(rb"\d{19}")


class JSONBody(BaseParser):
    """Reads a body as JSON whatever its Content-Type says: the documented tools are not strict about it.

    Errors: 413 over MAX_BODY_MB, 400 for what is no JSON (NaN, lone surrogates and very deep nesting included).
    """

    media_type = "*/*"

    def parse(self, stream, media_type=None, parser_context=None):
        limit = settings.MAX_BODY_MB * 1024 * 1024
        body = stream.read(limit + 1) if stream is not None else b""
        if len(body) > limit:
            raise TooLarge(f"Send at most {settings.MAX_BODY_MB} MB at once; bring more as a file.")
        body = body.removeprefix(BOM_UTF8)  # which some editors put before a text, and RFC 8259 lets a reader pass by
        try:
            found = orjson.loads(body)
            # orjson makes a float of a whole number beyond 64 bits; Python keeps it.
            return json.loads(body) if LONG_NUMBER.search(body) else found
        except (ValueError, RecursionError) as error:
            raise ParseError(f"The body is not valid JSON: {error}. Send a JSON object.") from None


class FormBody(MultiPartParser):
    """Reads multipart form data, which is how files come."""


class JSONAnswer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data, accepted_media_type=None, renderer_context=None):
        if data is None:
            return b""
        try:
            return orjson.dumps(data, default=str)
        except TypeError:  # a whole number beyond 64 bits
            return json.dumps(data, default=str, ensure_ascii=False).encode()
