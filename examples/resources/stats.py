"""/api/stats/."""

from drf_spectacular.utils import extend_schema

from examples import serializers
from examples.api import TrainingStats
from examples.resources.queries import only_known


class StatsView(TrainingStats):
    """The same figures as the documented call gives: of all examples, so that it takes no filter."""

    @extend_schema(responses={200: serializers.Stats}, summary="How many, how long, how ready")
    def get(self, request):
        only_known(request.query_params)
        return super().get(request)
