"""What is kept: examples and what happened to them, and the imports they came from."""

from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.imports import Import, Problem
from examples.models.review import Assignment, Event, Hold

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Event", "Example", "Hold", "Import", "Problem", "Status",
    "Text", "at", "utc",
]  # fmt: skip
