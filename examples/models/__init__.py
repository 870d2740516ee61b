"""What is kept: examples, what happened to them and what was found in them, and the imports they came from."""

from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.findings import Checked, StoredFinding
from examples.models.imports import Import, Problem
from examples.models.releases import Release
from examples.models.review import Assignment, Event, Hold

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Checked", "Event", "Example", "Hold", "Import", "Problem",
    "Release", "Status", "StoredFinding", "Text", "at", "utc",
]  # fmt: skip
