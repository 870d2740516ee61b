"""What is kept: examples and what happened to them, and the imports they came from."""

from examples.models.clusters import Cluster, Comparing, Member, Uncompared
from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.imports import Import, Problem
from examples.models.review import Assignment, Event, Hold

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Cluster", "Comparing", "Event", "Example", "Hold", "Import",
    "Member", "Problem", "Status", "Text", "Uncompared", "at", "utc",
]  # fmt: skip
