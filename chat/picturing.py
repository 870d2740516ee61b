"""Pictures of a PDF's pages, with the places of a passage on them; each is drawn once, in a child process."""

import json
import os
import secrets
from dataclasses import dataclass, field

from django.conf import settings

from chat import reading
from chat.reasons import Unreadable


@dataclass
class Picture:
    """A page as a picture of `width` and `height` pixels. `boxes` are [left, top, width, height] of what is marked;
    `exact` says whether the passage was found on the page. `failed` is a sentence where there is no picture."""

    width: int = 0
    height: int = 0
    boxes: list = field(default_factory=list)
    exact: bool = False
    failed: str = ""


def name_of(document, number):
    return f"{document.stored}-{number}.png"


def look(document, number, passage=None):
    """Return the Picture of a page, with a passage marked."""
    start, end = document.page_span(number)
    span = [passage.start - start, passage.end - start] if passage else None
    target = settings.DOCUMENTS_DIR / name_of(document, number)
    kept = settings.DOCUMENTS_DIR / f"{document.stored}-{number}-{'-'.join(map(str, span or ['whole']))}.json"
    try:
        width, height, boxes = json.loads(kept.read_bytes())
        if not target.exists():
            raise FileNotFoundError
    except (OSError, ValueError):
        try:
            width, height, boxes = drawn(document, number, target, kept, span, document.text[start:end])
        except Unreadable as error:
            return Picture(failed=str(error))
    return Picture(width, height, boxes or [], bool(boxes))


def drawn(document, number, target, kept, span, text):
    """Draw a page, keep it and its figures, and return these. A picture is whole or not there."""
    unfinished = settings.DOCUMENTS_DIR / f"{document.stored}-{secrets.token_hex(8)}.part"
    try:
        found = reading.picture(document.path, number, unfinished, text.removesuffix("\n\n"), span)
        os.replace(unfinished, target)
        written = unfinished.with_suffix(".figures")
        written.write_text(json.dumps(found))
        os.replace(written, kept)
    finally:
        unfinished.unlink(missing_ok=True)
    return found
