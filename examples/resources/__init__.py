"""The resource API for programs of your own: /api/examples/ and what stands beside it."""

from examples.resources.duplicates import DuplicateViewSet
from examples.resources.examples import ExampleViewSet
from examples.resources.exports import ExportFile, Exports
from examples.resources.imports import ImportViewSet
from examples.resources.stats import StatsView

__all__ = ["DuplicateViewSet", "ExampleViewSet", "ExportFile", "Exports", "ImportViewSet", "StatsView"]
