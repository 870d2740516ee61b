"""`python -m benchmarks.measuring_privacy [FILE.jsonl …]`: how much of the personal data in labelled rows is found.

A span counts as found where something found overlaps it, whatever its kind; something found counts as right where it
overlaps a labelled span. Rows are lines of JSON, {id, text, spans: [{start, end, type}]}, or those of `rows/`.
"""

import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

ROWS = Path(__file__).parent / "rows"
LABEL = re.compile(r"\[\[([A-Z0-9]+)\|(.*?)\]\](?!\])")


@dataclass
class Row:
    """A text and its labelled spans, as (start, end, kind)."""

    id: str
    text: str
    spans: list

    @property
    def held_out(self):
        """Whether it is of the third that no rule was written by. Decided by its id, before there was a rule."""
        return blake2b(self.id.encode(), digest_size=2).digest()[0] % 3 == 0


@dataclass
class Score:
    """Counts over rows: per tier how many were found and how many of these are right, per kind how many are labelled
    and how many of these were found; clean rows, and how many of them are flagged at each tier."""

    found: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    labelled: Counter = field(default_factory=Counter)
    met: Counter = field(default_factory=Counter)
    of_kind: int = 0
    clean: int = 0
    flagged: Counter = field(default_factory=Counter)

    @property
    def recall(self):
        return share(self.met.total(), self.labelled.total())

    def precision(self, tier):
        return share(self.right[tier], self.found[tier])


def share(part, whole):
    return part / whole if whole else 1.0


def read(path):
    """Return the Rows of a file."""
    lines = [line for line in Path(path).read_text().splitlines() if line.strip()]
    if path.suffix == ".jsonl":
        rows = map(json.loads, lines)
        return [Row(row["id"], row["text"], [(s["start"], s["end"], s["type"]) for s in row["spans"]]) for row in rows]
    return [marked(*line.split(" ", 1)) for line in lines]


def marked(pk, text):
    """Return the Row of a text with its labels in it: “Ask [[NAME|Dana]].”"""
    spans, plain, end = [], "", 0
    for label in LABEL.finditer(text):
        plain += text[end : label.start()]
        spans.append((len(plain), len(plain) + len(label[2]), label[1]))
        plain, end = plain + label[2], label.end()
    return Row(pk, plain + text[end:], spans)


def score(rows, misses=None):
    """Return the Score of what is found in the rows; `misses` is a list that gets a line for each mistake."""
    from examples.identifiers import identifiers_in

    total = Score()
    for row in rows:
        found = identifiers_in(row.text)
        for one in found:
            hits = [kind for start, end, kind in row.spans if start < one.end and one.start < end]
            total.found[one.tier] += 1
            total.right[one.tier] += bool(hits)
            if not hits and misses is not None:
                misses.append(f"{row.id} {one.tier} {one.kind} “{row.text[one.start : one.end]}” in: {row.text}")
        for start, end, kind in row.spans:
            kinds = [one.kind for one in found if start < one.end and one.start < end]
            total.labelled[kind] += 1
            total.met[kind] += bool(kinds)
            total.of_kind += kind in kinds
            if not kinds and misses is not None:
                misses.append(f"{row.id} missed {kind} “{row.text[start:end]}” in: {row.text}")
        if not row.spans:
            total.clean += 1
            total.flagged.update({one.tier for one in found})
    return total


def table(title, total):
    """Return the figures as lines."""
    kinds = ", ".join(f"{kind} {total.met[kind]}/{number}" for kind, number in sorted(total.labelled.items()))
    return "\n".join(
        [
            f"{title}: {total.labelled.total()} labelled spans, {total.clean} clean rows",
            *(f"  {tier}: precision {total.precision(tier):.3f} of {total.found[tier]}" for tier in ("sure", "maybe")),
            f"  recall of both {total.recall:.3f}; of what was found, {total.of_kind} with the label's kind",
            f"  clean rows flagged: sure {total.flagged['sure']}, maybe {total.flagged['maybe']} of {total.clean}",
            f"  by kind: {kinds}",
        ]
    )


def main(arguments):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingcenter.settings")
    import django

    django.setup()
    telling = "--misses" in arguments
    paths = [Path(name) for name in arguments if name != "--misses"]
    sets = [(path.name, read(path)) for path in paths]
    if not paths:
        own = read(ROWS / "personal_data.txt")
        sets = [("rows written by", [row for row in own if not row.held_out])]
        sets.append(("rows kept aside", [row for row in own if row.held_out]))
        sets += [(path.name, read(path)) for path in sorted(ROWS.glob("personal_data_*.txt"))]
    for title, rows in sets:
        misses = [] if telling and title != "rows kept aside" else None
        print(table(title, score(rows, misses)))
        for line in misses or ():
            print("   ", line)


if __name__ == "__main__":
    main(sys.argv[1:])
