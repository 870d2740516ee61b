"""Possible identifiers of people in a text, for the privacy check, the gate, the chat and the documents alike.

The kinds are those of docs/checks.md. What is found by a form that hardly anything else has is “sure”; what needs a
reader to tell is “maybe”. That nothing is found proves nothing.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.conf import settings

from examples.identifiers import addresses, ages, contacts, dates, names, numbers, phones, recognition
from examples.identifiers.folding import folded
from examples.identifiers.looks import look_at, mask_of
from examples.identifiers.reading import Reading
from examples.tokens import tokens_in, tokens_in_all

# Each says in WANTED what a text has where it may find something.
SOURCES = (contacts, numbers, phones, addresses, dates, ages, names)
FINDERS = [(source.WANTED.bit, source.found_in) for source in SOURCES]
WANTED = reduce(or_, [wanted for wanted, _found_in in FINDERS])
# A text is read in pieces of at most so many characters, so that no pattern is ever given more.
LONGEST_PIECE = 4000
# A placeholder, as examples.placeholders writes it, is no finding.
PLACEHOLDER = re.compile(r"\[[A-Z][A-Z0-9]{1,20}_[0-9]{1,6}\]")


@dataclass(frozen=True)
class Identifier:
    """A span of a text, in code points, that may tell who somebody is. `kind` is one of the types of
    docs/checks.md, in capitals; `tier` is “sure” or “maybe”."""

    start: int
    end: int
    kind: str
    tier: str


def identifiers_in(text):
    """Return the Identifiers of a text in its order, none over another."""
    text, places = folded(text)
    found = seen_in(text)
    if not places:
        return found
    return [Identifier(places[one.start][0], places[one.end - 1][1], one.kind, one.tier) for one in found]


def may_be_in(texts):
    """Return, for each of several texts, whether any identifier may be in it: a first look at all of them at once.
    Long ones are not looked at, and may."""
    if settings.NER_MODEL:
        return [True] * len(texts)
    seen = [folded(text)[0] if len(text) <= LONGEST_PIECE else None for text in texts]
    several = tokens_in_all([text for text in seen if text is not None])
    look_at(several)
    told = iter([mask_of(tokens) & WANTED != 0 for tokens in several])
    return [text is None or next(told) for text in seen]


def seen_in(text):
    """The same of a text as it is looked at."""
    if len(text) <= LONGEST_PIECE:
        return [Identifier(*span) for span in spans_in(text)]
    found = []
    for first, last in pieces_of(text):
        spans = spans_in(text[first:last])
        found += [Identifier(first + start, first + end, kind, tier) for start, end, kind, tier in spans]
    return found


def spans_in(piece):
    mask = mask_of(tokens_in(piece))
    if not (mask & WANTED or settings.NER_MODEL):
        return []
    reading, spans = Reading(piece), []
    for wanted, found_in in FINDERS:
        if mask & wanted:
            spans += found_in(reading)
    if settings.NER_MODEL:
        spans += recognition.found_in(reading)
    if not spans:
        return spans
    held = [match.span() for match in PLACEHOLDER.finditer(piece)] if "[" in piece else []
    return apart(spans, held)


def apart(spans, held):
    """Return the spans in order that lie over no other and over none that is held: what is sure comes before what may
    be, a longer one before a shorter one, and else what was found first."""
    starts = sorted(start for start, _end in held)
    ends = dict(held)
    kept = []
    for span in sorted(spans, key=lambda span: (span[3] != "sure", span[0] - span[1])):
        start, end = span[0], span[1]
        place = bisect_right(starts, start)
        if place and ends[starts[place - 1]] > start:
            continue
        if place < len(starts) and starts[place] < end:
            continue
        starts.insert(place, start)
        ends[start] = end
        kept.append(span)
    return sorted(kept)


def pieces_of(text):
    """Yield (start, end) of the pieces: cut at the last end of a line, of a sentence, or of a word that fits."""
    start = 0
    while start < len(text):
        end = min(start + LONGEST_PIECE, len(text))
        if end < len(text):
            least = start + LONGEST_PIECE // 2
            cuts = (text.rfind(mark, least, end) + len(mark) for mark in ("\n", ". ", " "))
            end = next((cut for cut in cuts if cut > least), end)
        yield start, end
        start = end
