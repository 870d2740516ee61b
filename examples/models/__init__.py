"""What is kept: examples, what happened to them and what was found in them, the imports they came from, and what was
frozen."""

from examples.models.clusters import Cluster, Comparing, Member, Uncompared
from examples.models.example import BLANK, EMPTY_LIST, EMPTY_OBJECT, Example, Status, Text, at, utc
from examples.models.findings import Checked, StoredFinding
from examples.models.imports import Import, Problem
from examples.models.releases import Release
from examples.models.review import Assignment, Event, Hold
from examples.models.snapshots import Damaged, Frozen, Snapshot
from examples.models.voices import ClearVoice, Voice, Weighing

__all__ = [
    "BLANK", "EMPTY_LIST", "EMPTY_OBJECT", "Assignment", "Checked", "ClearVoice", "Cluster", "Comparing",
    "Damaged", "Event", "Example", "Frozen", "Hold", "Import", "Member", "Problem", "Release", "Snapshot", "Status",
    "StoredFinding", "Text", "Uncompared", "Voice", "Weighing", "at", "utc",
]  # fmt: skip
