"""What is kept: examples, what happened to them and what was found in them, the imports they came from, and what was
frozen."""

from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.findings import Checked, StoredFinding
from examples.models.imports import Import, Problem
from examples.models.releases import Release
from examples.models.review import Assignment, Event, Hold
from examples.models.snapshots import Damaged, Frozen, Snapshot

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Checked", "Damaged", "Event", "Example", "Frozen", "Hold",
    "Import", "Problem", "Release", "Snapshot", "Status", "StoredFinding", "Text", "at", "utc",
]  # fmt: skip
