"""What is to be said of an example before it is trained on: one module a check, found by looking into this folder.

A check tells two things of its own: `find(example)`, the Findings of one example, and `condition`, a Q for all examples
that it finds something in, answered by the database without reading their texts.
"""

import sys
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainingcenter.discovery import discover

SEVERITIES = {"block": _("Blocks the export"), "review": _("To be reviewed"), "hint": _("A hint")}


@dataclass(frozen=True)
class Finding:
    """What a check says of an example. `start` and `end` are code points in the text of `field`; both are 0 where it
    speaks of the whole text. `reason` is a key of the check's `reasons`, `values` what is filled into them, so that a
    stored finding is told in the language of whoever reads it. `kind` and `tier` (“sure” or “maybe”) are for personal
    data."""

    check: "Check"
    field: str
    reason: str
    start: int = 0
    end: int = 0
    values: dict = field(default_factory=dict)
    kind: str = ""
    tier: str = ""

    @property
    def message(self):
        """One sentence with the reason."""
        return str(self.check.reasons[self.reason][0]) % self.values

    @property
    def remedy(self):
        """One sentence with what to do."""
        return str(self.check.reasons[self.reason][1]) % self.values


class Check:
    """One of several. `name` is its word in addresses, `title` its word on pages, `reasons` {key: (message, remedy)},
    translated lazily, with %(name)s for the values of a Finding."""

    name = ""
    title = ""
    severity = "review"
    reasons = {}

    @property
    def condition(self):
        raise NotImplementedError

    @property
    def flag(self):
        """The condition as it is asked of a few rows, one by one."""
        return self.condition

    def find(self, example):
        raise NotImplementedError


class TextCheck(Check):
    """
    A check that reads the texts of one example and needs nothing else: no database, no other example. `find` must
    be quick on any text (no regular expression that looks back over what it has read). `version` goes up by one
    with each change of what it finds.
    """

    version = 1

    @property
    def condition(self):
        return Q(pk__in=[])


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
