"""Findings in the text: each gets a number, and the words it speaks of are cut out so that a page can mark them."""

from dataclasses import dataclass, field
from itertools import pairwise

from examples import checks, placeholders

# The order in which a page shows the texts, so that the numbers rise from top to bottom.
ORDER = ("system", "history", "instruction", "context", "response")
# A page marks no more than these: a text made of telephone numbers has thousands.
MOST = 60
WEIGHT = ("hint", "review", "block")


@dataclass(frozen=True)
class Numbered:
    """A Finding and its number on the page."""

    number: int
    finding: checks.Finding

    @property
    def whole(self):
        """Whether it speaks of a whole text, and of no words in it."""
        return self.finding.end <= self.finding.start

    @property
    def hidden_in(self):
        """Where the words are that no text on the page shows: keys and numbers, such as “history.1.name”; else “”."""
        values = self.finding.values
        steps = [self.finding.field, values.get("turn"), *values["path"]] if "path" in values else ()
        return ".".join(str(step) for step in steps if step is not None)

    @property
    def address(self):
        """Its place as text where a placeholder can be put there, else “”."""
        return placeholders.address_of(self.finding) if self.finding.kind else ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same findings: their numbers, the gravest severity, and which of them end with it."""

    text: str
    numbers: list = field(default_factory=list)
    severity: str = ""
    ending: list = field(default_factory=list)


def numbered(findings):
    """Return (at most MOST Numbered in the order of the page, how many more there are)."""

    def place(finding):
        place = ORDER.index(finding.field) if finding.field in ORDER else len(ORDER)
        return place, finding.values.get("turn", 0), finding.start, finding.end

    ordered = sorted(findings, key=place)
    return [Numbered(*pair) for pair in enumerate(ordered[:MOST], 1)], max(0, len(ordered) - MOST)


@dataclass(frozen=True)
class Turn:
    """An earlier turn on a page: its role, its content in pieces, and how many characters are not shown."""

    role: str
    pieces: list
    rest: int


def turns(history, found, longest=None):
    """Return the Turns of a history with their findings marked, each cut after `longest` characters."""
    shown = []
    for number, turn in enumerate(history, 1):
        content = turn.get("content")
        text = content if isinstance(content, str) else "" if content is None else str(content)
        here = [one for one in found if one.finding.field == "history" and one.finding.values.get("turn") == number]
        here = [one for one in here if "path" not in one.finding.values]
        rest = max(0, len(text) - longest) if longest else 0
        shown.append(Turn(turn.get("role", ""), pieces(text[:longest], here), rest))
    return shown


def pieces(text, found):
    """Cut a text where findings begin and end; they may overlap, and reach beyond a text that was cut short."""
    spans = [(one.finding.start, min(one.finding.end, len(text)), one) for one in found if not one.whole]
    spans = [span for span in spans if 0 <= span[0] < span[1]]
    cuts = sorted({0, len(text), *(start for start, _end, _one in spans), *(end for _start, end, _one in spans)})
    cut = []
    for start, end in pairwise(cuts):
        over = [(last, one) for first, last, one in spans if first <= start and last >= end]
        severities = [one.finding.check.severity for _last, one in over]
        cut.append(
            Piece(
                text[start:end],
                [one.number for _last, one in over],
                max(severities, key=WEIGHT.index) if over else "",
                [one.number for last, one in over if last == end],
            )
        )
    return cut
