"""How examples and imports look in the API. Shapes only: the rules are the model's."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from examples import findings
from examples.checks import SEVERITIES
from examples.models import Example, Import, Problem

TEXTS = ("instruction", "context", "response", "system", "history", "extra", "tags")


class MarkSerializer(serializers.Serializer):
    check = serializers.CharField()
    severity = serializers.ChoiceField(list(SEVERITIES))
    tier = serializers.CharField()
    number = serializers.IntegerField()


class ExampleSerializer(serializers.ModelSerializer):
    """An example. `history` is a list of earlier turns {"role", "content", …}, `extra` an object of other keys."""

    history = serializers.ListField(child=serializers.DictField(), required=False)
    extra = serializers.DictField(required=False)
    reviewer = serializers.SlugRelatedField(slug_field="username", read_only=True)
    findings = serializers.SerializerMethodField(help_text="What is open, one for a check and tier.")

    @extend_schema_field(MarkSerializer(many=True))
    def get_findings(self, example):
        return [
            {"check": mark.check.name, "severity": mark.check.severity, "tier": mark.tier, "number": mark.number}
            for mark in getattr(example, "found", ())
        ]

    class Meta:
        model = Example
        fields = (
            "id", "instruction", "context", "response", "system", "history", "extra", "tags", "status", "reviewer",
            "reviewed_at", "note", "source", "row", "trainable", "shape", "instruction_length", "context_length",
            "response_length", "findings", "created_at", "updated_at", "removed_at",
        )  # fmt: skip
        read_only_fields = tuple(set(fields) - set(TEXTS) - {"trainable"})
        extra_kwargs = {"instruction": {"trim_whitespace": False}, "response": {"trim_whitespace": False}}


class FindingSerializer(serializers.Serializer):
    """What a check says of an example. `start` and `end` are code points in the text of `field`, both 0 for all of it;
    in `history` in the turn of the number `values.turn`. `key` names it when it is overruled or taken back."""

    key = serializers.CharField()
    check = serializers.CharField(source="check.name")
    title = serializers.CharField(source="check.title")
    severity = serializers.ChoiceField(list(SEVERITIES), source="check.severity")
    tier = serializers.CharField()
    kind = serializers.CharField()
    field = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    values = serializers.DictField()
    message = serializers.CharField()
    remedy = serializers.CharField()
    overruled_by = serializers.CharField()
    overruled_at = serializers.DateTimeField(allow_null=True)
    overruled_because = serializers.CharField()


class ProblemSerializer(serializers.ModelSerializer):
    class Meta:
        model = Problem
        fields = ("row", "message", "item")


class ImportSerializer(serializers.ModelSerializer):
    """A file that was brought in. `rows` = `added` + `repeated` + `problem_count`."""

    by = serializers.SlugRelatedField(slug_field="username", read_only=True)

    class Meta:
        model = Import
        fields = (
            "id", "name", "format", "encoding", "guessed", "mapping", "size", "sha256", "rows", "added", "repeated",
            "problem_count", "turns_after", "notes", "by", "started_at", "finished_at", "undone_at",
        )  # fmt: skip
        read_only_fields = fields


class Found(serializers.Serializer):
    """How many examples have an open finding of each severity, and of personal data."""

    block = serializers.IntegerField()
    review = serializers.IntegerField()
    hint = serializers.IntegerField()
    personal_data_sure = serializers.IntegerField()
    personal_data_maybe = serializers.IntegerField()
    waiting = serializers.BooleanField(help_text="Whether some of them are still to be checked.")


class CheckedImportSerializer(ImportSerializer):
    """One import, and what checks find in its examples; null where nothing was written."""

    findings = serializers.SerializerMethodField()

    class Meta(ImportSerializer.Meta):
        fields = read_only_fields = (*ImportSerializer.Meta.fields, "findings")

    @extend_schema_field(Found(allow_null=True))
    def get_findings(self, report):
        return findings.in_brief(report)


# For the schema only: what the documented calls take and give.


class Failure(serializers.Serializer):
    success = serializers.BooleanField(default=False)
    error = serializers.CharField(help_text="One sentence: what is wrong and what to do.")


class NewExample(serializers.Serializer):
    instruction = serializers.CharField()
    context = serializers.CharField(required=False, allow_null=True)
    response = serializers.CharField()


class ListedExample(serializers.Serializer):
    index = serializers.IntegerField()
    id = serializers.IntegerField()
    instruction = serializers.CharField()
    context = serializers.CharField()
    response = serializers.CharField()
    system = serializers.CharField()
    history = serializers.ListField(child=serializers.DictField())
    tags = serializers.CharField()
    status = serializers.CharField()
    created_at = serializers.DateTimeField()


class AllExamples(serializers.Serializer):
    success = serializers.BooleanField()
    examples = ListedExample(many=True)
    count = serializers.IntegerField()


class Added(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()
    total_examples = serializers.IntegerField()
    example = ListedExample()
    repeated = serializers.BooleanField(help_text="Whether the same example was there already.")


class Removed(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()
    remaining_examples = serializers.IntegerField()


class Cleared(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()
    cleared = serializers.IntegerField()


class Upload(serializers.Serializer):
    file = serializers.FileField()
    format = serializers.CharField(required=False)
    mapping = serializers.CharField(required=False, help_text='JSON, such as {"instruction": "Question"}.')
    encoding = serializers.CharField(required=False)
    keep_repeats = serializers.BooleanField(required=False)
    dry_run = serializers.BooleanField(required=False)


class RowProblem(serializers.Serializer):
    row = serializers.IntegerField()
    message = serializers.CharField()


class Uploaded(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()
    examples_added = serializers.IntegerField()
    total_examples = serializers.IntegerField()
    duplicates_skipped = serializers.IntegerField()
    problems = RowProblem(many=True)
    problem_count = serializers.IntegerField()
    format = serializers.CharField()
    encoding = serializers.CharField()
    notes = serializers.ListField(child=serializers.CharField())
    import_id = serializers.IntegerField(allow_null=True)


class Readiness(serializers.Serializer):
    min_examples = serializers.BooleanField()
    recommended_examples = serializers.BooleanField()
    quality_check = serializers.BooleanField()
    percent = serializers.IntegerField()


class Figures(serializers.Serializer):
    total_examples = serializers.IntegerField()
    avg_instruction_length = serializers.IntegerField()
    avg_response_length = serializers.IntegerField()
    with_context = serializers.IntegerField()
    shortest_response = serializers.IntegerField()
    longest_response = serializers.IntegerField()
    readiness = Readiness()


class Stats(serializers.Serializer):
    success = serializers.BooleanField()
    stats = Figures()


class Bulk(serializers.Serializer):
    verb = serializers.ChoiceField(choices=["approve", "reject", "delete", "restore", "tag", "untag"])
    ids = serializers.ListField(child=serializers.IntegerField(), required=False)
    filter = serializers.DictField(required=False, help_text="As the list's query; {} is all.")
    tag = serializers.CharField(required=False)
    note = serializers.CharField(required=False)


class Note(serializers.Serializer):
    note = serializers.CharField(required=False)


class Overruling(serializers.Serializer):
    key = serializers.CharField()
    reason = serializers.CharField()


class Key(serializers.Serializer):
    key = serializers.CharField()


class Tier(serializers.Serializer):
    tier = serializers.ChoiceField(["sure"], required=False)


class ChangedCount(serializers.Serializer):
    success = serializers.BooleanField()
    changed = serializers.IntegerField(help_text="How many examples.")


class ExportFormat(serializers.Serializer):
    name = serializers.CharField()
    title = serializers.CharField()
    readers = serializers.CharField()
    filename = serializers.CharField()
    media_type = serializers.CharField()
    dataset_info = serializers.DictField(allow_null=True, help_text="For LLaMA-Factory, where it reads the format.")
    url = serializers.CharField()


class ExamplePage(serializers.Serializer):
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ExampleSerializer(many=True)


class ClusterSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    size = serializers.IntegerField(help_text="How many examples, without those in the trash.")
    wordings = serializers.IntegerField(help_text="How many different ones: 1 where all are repeats.")
    kept = serializers.BooleanField(help_text="Whether all of them were kept as they are.")
    version = serializers.IntegerField(help_text="Another with each change of who is in it.")
    members = ExampleSerializer(many=True, help_text="The first of them, by id.")


class ClusterPage(serializers.Serializer):
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ClusterSerializer(many=True)


class Version(serializers.Serializer):
    version = serializers.IntegerField(required=False, help_text="Of the cluster, as you read it.")


class KeepOne(Version):
    keep = serializers.IntegerField(help_text="The id of the example that stays.")


class Merge(Version):
    into = serializers.IntegerField(help_text="The id of the example that stays.")
    others = serializers.ListField(child=serializers.IntegerField(), help_text="The ids of those that go.")
    texts = serializers.DictField(
        child=serializers.CharField(),
        required=False,
        help_text="What it gets: instruction, context, response, system; what is left out stays as it is.",
    )
    tags = serializers.CharField(required=False, help_text="Left out: the tags of all of them.")


class Kept(serializers.Serializer):
    success = serializers.BooleanField()
    kept = serializers.IntegerField()
    removed = serializers.IntegerField()


class Merged(serializers.Serializer):
    success = serializers.BooleanField()
    example = ExampleSerializer()
    removed = serializers.IntegerField()
