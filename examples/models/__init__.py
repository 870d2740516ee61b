"""What is kept: examples and what happened to them, the imports they came from, and what was frozen."""

from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.imports import Import, Problem
from examples.models.review import Assignment, Event, Hold
from examples.models.snapshots import Damaged, Frozen, Snapshot

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Damaged", "Event", "Example", "Frozen", "Hold", "Import",
    "Problem", "Snapshot", "Status", "Text", "at", "utc",
]  # fmt: skip
