"""Danger to oneself or to others: the words that show it, and whom to turn to. Checks and chat ask here."""

import re
from dataclasses import dataclass

DANGER = re.compile(r"\b(?:kill myself|end my life|suicid\w*|hurt myself|want to die)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Resource:
    """Somebody to turn to at once: `name` and the `number` to call or text."""

    name: str
    number: str


def danger_in(text):
    """Return [(start, end)], in code points, of the words by which a person shows danger to themselves or others."""
    return [match.span() for match in DANGER.finditer(text)]


def resources():
    """Return the Resources of the country in the settings."""
    return [Resource("Suicide & Crisis Lifeline", "988"), Resource("Emergency services", "911")]
