"""Possible identifiers of people in a text, for the privacy check, the gate, the chat and the documents alike."""

from dataclasses import dataclass


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
    return []
