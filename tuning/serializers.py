"""How snapshots and trainings look in the API."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from examples.models import Snapshot
from tuning.models import State, TrainingRun


class SnapshotSerializer(serializers.ModelSerializer):
    """What was frozen. `parts` counts the examples of each part, `filters` is what was asked for."""

    by = serializers.SlugRelatedField(slug_field="username", read_only=True)
    removed_by = serializers.SlugRelatedField(slug_field="username", read_only=True)
    parts = serializers.SerializerMethodField()
    tokens = serializers.IntegerField(read_only=True)
    runs = serializers.SerializerMethodField()

    class Meta:
        model = Snapshot
        fields = (
            "id", "name", "sha256", "count", "tokens", "size", "filters", "seed", "shares", "parts", "counts",
            "default_system", "made_at", "by", "runs", "removed_at", "removed_by",
        )  # fmt: skip

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField()))
    def get_parts(self, snapshot):
        return {part: snapshot.number_in(part) for part in snapshot.parts}

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_runs(self, snapshot):
        """The ids of the trainings that came from it."""
        return sorted(run.pk for run in snapshot.runs.all())


class NewSnapshot(serializers.Serializer):
    """What to freeze; all of it may be left out."""

    name = serializers.CharField(required=False)
    filters = serializers.DictField(required=False, help_text="As the list's query; {} is all but the rejected.")
    shares = serializers.CharField(required=False, help_text="Such as 90/5/5.")
    seed = serializers.IntegerField(required=False)
    default_system = serializers.CharField(required=False)


class RunSerializer(serializers.ModelSerializer):
    """One training. `sha256` is the snapshot's, as it was when the training began."""

    by = serializers.SlugRelatedField(slug_field="username", read_only=True)

    class Meta:
        model = TrainingRun
        fields = (
            "id", "snapshot", "sha256", "destination", "options", "state", "model", "job", "url", "note", "by",
            "started_at", "finished_at",
        )  # fmt: skip


class NewRun(serializers.Serializer):
    """A training that begins. `sha256`, where given, must be the snapshot's: that of the bundle's manifest."""

    destination = serializers.CharField()
    sha256 = serializers.CharField(required=False)
    options = serializers.DictField(required=False)


class RunChange(serializers.Serializer):
    state = serializers.ChoiceField(choices=[state for state in State.values if state != State.RUNNING])
    model = serializers.CharField(required=False)
    note = serializers.CharField(required=False)


class Sending(serializers.Serializer):
    options = serializers.DictField(required=False)
    confirm = serializers.BooleanField(help_text="true: that the examples leave this computer is wanted.")


class OptionSerializer(serializers.Serializer):
    name = serializers.CharField()
    label = serializers.CharField()
    default = serializers.JSONField()
    kind = serializers.CharField()
    help = serializers.CharField()
    choices = serializers.DictField(allow_null=True)


class DestinationSerializer(serializers.Serializer):
    name = serializers.CharField()
    title = serializers.CharField()
    whom = serializers.CharField()
    leaves = serializers.CharField()
    goes_out = serializers.BooleanField()
    sends = serializers.BooleanField(help_text="Whether it can be sent to from here.")
    format = serializers.CharField()
    options = OptionSerializer(many=True)


class LeftOut(serializers.Serializer):
    shape = serializers.CharField()
    examples = serializers.IntegerField()
    first = serializers.ListField(child=serializers.IntegerField())


class ToldSerializer(serializers.Serializer):
    """What a bundle would do to the examples."""

    options = serializers.DictField()
    examples = serializers.IntegerField()
    tokens = serializers.IntegerField(help_text="An estimate, four characters each.")
    parts = serializers.DictField(child=serializers.IntegerField())
    limit = serializers.IntegerField(allow_null=True)
    cut = serializers.IntegerField()
    left_out = LeftOut(many=True)
    notes = serializers.ListField(child=serializers.CharField())


class Change(serializers.Serializer):
    id = serializers.IntegerField()
    before = serializers.DictField(allow_null=True)
    after = serializers.DictField(allow_null=True)


class DifferenceSerializer(serializers.Serializer):
    """What leads from the snapshot `before` to the one `after`, and the first of each kind."""

    before = serializers.IntegerField()
    after = serializers.IntegerField()
    same = serializers.IntegerField()
    added = serializers.IntegerField()
    removed = serializers.IntegerField()
    changed = serializers.IntegerField()
    first = serializers.DictField(child=Change(many=True))
