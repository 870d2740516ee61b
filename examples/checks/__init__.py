"""What is to be said of an example before it is trained on: one module a check, found by looking into this folder.

There are two sorts. A `Check` is answered by the database from columns, at any moment, for all examples at once. A
`TextCheck` reads texts; what it finds is kept beside the example (models/findings.py), made when the example is saved
and made again when the check's version goes up. Both are asked in the same words.
"""

import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, reduce
from operator import or_

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainingcenter.discovery import discover

SEVERITIES = {"block": _("Blocks the export"), "review": _("To be reviewed"), "hint": _("A hint")}
# The same in a word, before what was found.
SEVERITY_WORDS = {"block": _("Blocked"), "review": _("Review"), "hint": _("Hint")}
# How certain a finding of personal data is.
TIERS = {"sure": _("Sure"), "maybe": _("Maybe")}
# The check whose findings the gate asks for; see gating.py.
PERSONAL = "privacy"
# The check that tells how the answer sounds all through; see models/voices.py.
VOICED = "tone"


@dataclass(frozen=True)
class Finding:
    """What a check says of an example. `start` and `end` are code points in the text of `field`, for `history` in the
    content of the turn whose number, from 1, is the value `turn`, for `extra` in the text at the value `path`; both are
    0 where it speaks of the whole. `reason` is a key of the check's `reasons`, `values` what is filled into them, so
    that a stored finding is told in the language of whoever reads it. `kind` and `tier` (“sure” or “maybe”) are for
    personal data."""

    check: "Check"
    field: str
    reason: str
    start: int = 0
    end: int = 0
    values: dict = field(default_factory=dict)
    kind: str = ""
    tier: str = ""

    @property
    def certainty(self):
        """Its tier in a word, “” where it has none."""
        return TIERS.get(self.tier, "")

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
    translated lazily, with %(name)s for the values of a Finding.

    `condition` is a Q for all examples that it finds something in, and `flag` the same as it is asked of a few rows,
    one by one. `find(example)` gives the Findings of one example.
    """

    name = ""
    title = ""
    severity = "review"
    reasons = {}
    # Whether it may find something in an example that is in the trash.
    in_trash = True
    # Whether it reads earlier answers too, each with the question before it: a model is trained on them as well.
    of_earlier = False
    # What a finding is of, so that a person's word against it holds no longer than that stays the same: the sentence
    # round the words, or these alone; and other texts of the example.
    by_sentence, judged_by = False, ()

    @property
    def condition(self):
        raise NotImplementedError

    @property
    def flag(self):
        return self.condition

    @property
    def open(self):
        """A Q for the examples with a finding that nobody overruled."""
        return any_of(along_indexes([self]))

    @property
    def remaining(self):
        """The same, to be asked of one example after another."""
        return self.condition & ~Q(pk__in=kept(check_name=self.name, overruled_at__isnull=False))

    @property
    def severity_word(self):
        return SEVERITY_WORDS[self.severity]

    def prepare(self, batch):
        """Make in one go what `find` will ask of the examples of a Batch, where that is quicker."""

    def promising(self, batch):
        """Return the places of those of a prepared Batch that `find` may find something in."""
        return range(len(batch.examples))

    def find(self, example):
        raise NotImplementedError


class TextCheck(Check):
    """A check that reads the texts of one example and needs nothing else: no database, no other example. `find` must
    be quick on any text (no regular expression that looks back over what it has read). `version` goes up by one with
    each change of what it finds; then everything is checked anew, and so it is when `settled_by` changes: the value of
    a setting that decides what it finds, as text."""

    version = 1
    settled_by = ""

    def find_earlier(self, example):
        """Yield the Findings of earlier answers. Their place is in the content of the turn whose number, from 1, is the
        value `turn`."""
        for number, earlier in earlier_in(example):
            yield from (self.of_turn(one, number) for one in self.find(earlier))

    @staticmethod
    def of_turn(finding, number):
        return replace(finding, field="history", values=finding.values | {"turn": number})

    def voice(self, example):
        """Return “formal” or “casual”, “” for neither. Asked of the check VOICED, and kept beside the example."""
        return ""

    @property
    def condition(self):
        return Q(pk__in=kept(check_name=self.name))

    @property
    def open(self):
        return Q(pk__in=kept(check_name=self.name, overruled_at=None))


class Group:
    """Findings of several checks under one word of an address: of a severity, of a tier, any, or the overruled."""

    def __init__(self, name, title, severity="", **which):
        self.name, self.title, self.severity, self.which = name, title, severity, which

    @property
    def open(self):
        if self.which:
            return Q(pk__in=kept(**self.which))
        members = [check for check in every().values() if self.severity in ("", check.severity)]
        names = [check.name for check in members if isinstance(check, TextCheck)]
        found = [kept(check_name__in=names, overruled_at=None)] if names else []
        found += along_indexes([check for check in members if not isinstance(check, TextCheck)])
        return any_of(found)


def along_indexes(members):
    """Return subqueries of the examples in which some checks of columns find something: the live ones of each, and
    those in the trash. One OR would be asked of each example anew; indexes begin with whether an example is live."""
    examples = apps.get_model("examples", "Example").everything.order_by().values("pk")
    found = [examples.filter(check.remaining, removed_at=None) for check in members]
    if in_trash := [check.remaining for check in members if check.in_trash]:
        found.append(examples.filter(reduce(or_, in_trash), removed_at__gt=BEFORE_ALL))
    return found


def any_of(subqueries):
    first, *others = subqueries
    return Q(pk__in=first.union(*others, all=True) if others else first)


BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)  # asked for by a range, SQLite takes an index for the trash


ANY = Group("any", _("Any finding"))
GROUPS = {
    group.name: group
    for group in (
        ANY,
        *(Group(name, title, severity=name) for name, title in SEVERITIES.items()),
        Group("sure", _("Personal data, sure"), check_name=PERSONAL, tier="sure", overruled_at=None),
        Group("maybe", _("Personal data, maybe"), check_name=PERSONAL, tier="maybe", overruled_at=None),
        Group("overruled", _("Overruled"), overruled_at__isnull=False),
    )
}


def kept(**which):
    """Return a subquery of the examples that have such a finding beside them."""
    return apps.get_model("examples", "StoredFinding").objects.filter(**which).values("example")


@cache
def every():
    """Return {name: Check} of all checks, by name."""
    return discover(sys.modules[__name__], "CHECK")


def of_texts():
    """Return {name: TextCheck} of those whose findings are kept."""
    return {name: check for name, check in every().items() if isinstance(check, TextCheck)}


def of_columns():
    """Return {name: Check} of those that the database answers."""
    return {name: check for name, check in every().items() if not isinstance(check, TextCheck)}


def earlier_in(example):
    """Yield (the number of a turn, an unsaved example of its text and of what was asked before it) for each answer
    among the earlier turns."""
    question = []
    for number, role, text in said_in(example):
        if role == "user":
            question.append(text)
        elif role == "assistant":
            unsaved = apps.get_model("examples", "Example").unsaved
            yield number, unsaved(instruction="\n".join(question), context="", response=text)
            question = []


def asked_before(example):
    """Return what a person wrote since the last of the earlier answers: it belongs to the question."""
    texts = []
    for _number, role, text in said_in(example):
        if role == "user":
            texts.append(text)
        else:
            texts.clear()
    return "\n".join(texts)


def said_in(example):
    """Yield (number from 1, role, text) of the earlier turns that have text."""
    for number, turn in enumerate(example.history, start=1):
        text = turn.get("content")
        if isinstance(text, str) and text:
            yield number, turn.get("role"), text


def named(name):
    """Return the check or the group of this name, or None."""
    return every().get(name) or GROUPS.get(name)


def text_of(example, name, values=None):
    """Return a text of an example as a Finding of these values counts in it. Of earlier turns: the content of one, or
    of all with a line break between two, or what stands at a path of one."""
    values, value = values or {}, getattr(example, name)
    path = values.get("path", ())
    if path and name == "history":
        value = value[values["turn"] - 1]
    for step in path:
        value = value[step]
    if name == "history" and not path:
        turns = value[values["turn"] - 1 : values["turn"]] if "turn" in values else value
        value = "\n".join(turn["content"] for turn in turns if isinstance(turn.get("content"), str))
    return value if isinstance(value, str) else ""
