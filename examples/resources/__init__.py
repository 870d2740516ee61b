"""The resource API: /api/examples/, /api/imports/, /api/exports/, /api/stats/, for programs of your own."""

from examples.resources.examples import ExampleViewSet
from examples.resources.exports import ExportFile, Exports
from examples.resources.imports import ImportViewSet
from examples.resources.stats import StatsView

__all__ = ["ExampleViewSet", "ExportFile", "Exports", "ImportViewSet", "StatsView"]
