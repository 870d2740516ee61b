"""/api/stats/."""

from examples.api import TrainingStats


class StatsView(TrainingStats):
    """The same figures as the documented call gives."""
