"""What is to be said of an example before it is trained on: one module a check, found by looking into this folder.

A check tells two things of its own: `find(example)`, the Findings of one example, and `condition`, a Q for all examples
that it finds something in, answered by the database without reading their texts.
"""

import sys
from dataclasses import dataclass
from functools import cache

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainingcenter.discovery import discover

SEVERITIES = {"block": _("Blocks the export"), "review": _("To be reviewed"), "hint": _("A hint")}


@dataclass(frozen=True)
class Finding:
    """What a check says of an example. `start` and `end` are code points in the text of `field`; both are 0 where it
    speaks of the whole text. `message` is one sentence with the reason, `remedy` one with what to do."""

    check: "Check"
    field: str
    message: str
    remedy: str
    start: int = 0
    end: int = 0


class Check:
    """One of several. `name` is its word in addresses, `title` its word on pages."""

    name = ""
    title = ""
    severity = "review"

    @property
    def condition(self):
        raise NotImplementedError

    @property
    def flag(self):
        """The condition as it is asked of a few rows, one by one."""
        return self.condition

    def find(self, example):
        raise NotImplementedError


class Any(Check):
    """All checks together: what is flagged."""

    name, title = "any", _("Any finding")

    @property
    def condition(self):
        found = Q(pk__in=[])
        for check in every().values():
            found |= check.condition
        return found

    def find(self, example):
        return [finding for check in every().values() for finding in check.find(example)]


@cache
def every():
    """Return {name: Check} of all checks, by name."""
    return discover(sys.modules[__name__], "CHECK")


def named(name):
    """Return the check of this name, `any` for all of them, or None."""
    return Any() if name == Any.name else every().get(name)


def findings(example):
    """Return all Findings of an example, those of the same field in the order of the text."""
    return Any().find(example)
