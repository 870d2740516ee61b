"""/api/stats/."""

from examples.api import TrainingStats
from examples.resources.queries import only_known


class StatsView(TrainingStats):
    """The same figures as the documented call gives: of all examples, so that it takes no filter."""

    def get(self, request):
        only_known(request.query_params)
        return super().get(request)
