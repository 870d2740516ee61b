"""/api/examples/: a list by pages, one example, one verb, one verb for many."""

from functools import wraps

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import parse_etags
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from examples import clusters, findings, paging, replacing
from examples.api import failures, refusals_answered, yes_of
from examples.models import Example
from examples.resources.bodies import (
    BLANK,
    MOST_AT_ONCE,
    NEEDED,
    chosen,
    note_of,
    tag_of,
    texts_of,
    tier_of,
    values_of,
)  # fmt: skip
from examples.resources.queries import (
    FILTERS,
    ID,
    PAGING,
    filters_of,
    limit_of,
    only_known,
    order_of,
    whole_id,
)  # fmt: skip
from examples.serializers import (
    Bulk,
    ChangedCount,
    ExamplePage,
    ExampleSerializer,
    FindingSerializer,
    Key,
    Note,
    Overruling,
    Tier,
)  # fmt: skip
from examples.texts import Refused
from trainingcenter.access import MayActForGood, who
from trainingcenter.refusals import Changed, Conflict, NoPrecondition, NothingStored

IF_MATCH = OpenApiParameter("If-Match", OpenApiTypes.STR, OpenApiParameter.HEADER, description="The ETag you read.")
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", OpenApiTypes.STR, OpenApiParameter.HEADER, description="The ETag of what you have."
)


def changes(request):
    """The schema of a change."""
    return extend_schema(
        parameters=[ID, IF_MATCH],
        request=request,
        responses={200: ExampleSerializer, **failures(400, 404, 412, 413, 428)},
    )


def verb(request, *statuses):
    """Make a method a verb: POST /api/examples/:id/<its name>/, in one transaction. The schema names its request and
    the statuses with which it fails."""
    told = extend_schema(
        parameters=[ID, IF_MATCH], request=request, responses={200: ExampleSerializer, **failures(*statuses)}
    )
    return lambda view: told(action(detail=True, methods=["post"])(transaction.atomic(view)))


def against(request, says):
    """Make a method what is done against a finding: it is given the example, and answered with all findings of it."""
    told = extend_schema(
        parameters=[ID],
        request=request,
        responses={200: FindingSerializer(many=True), **failures(400, 404, 409)},
        description=says,
    )

    def made(change):
        @wraps(change)
        def view(self, request, pk):
            example = get_object_or_404(Example.objects.all(), pk=whole_id(pk))
            with refusals_answered():
                try:
                    change(self, request, example)
                except findings.NoSuchFinding as refusal:
                    raise Conflict(str(refusal)) from None
            return Response(FindingSerializer(findings.findings_of(example), many=True).data)

        return told(action(detail=True, methods=["post"])(view))

    return made


@extend_schema_view(create=extend_schema(tags=["examples"]))
class ExampleViewSet(ViewSet):
    """Examples. Reading one gives an ETag; changing one wants it back in If-Match, so that nobody's edit is lost."""

    @extend_schema(parameters=FILTERS + PAGING, responses={200: ExamplePage, **failures(400)})
    def list(self, request):
        query = request.query_params
        only_known(query, *FILTERS, *PAGING)
        in_trash = yes_of(query, "trash")
        order = order_of(query, in_trash)
        examples = live_or_trash(in_trash).matching(filters_of(query)).select_related("reviewer")
        rows, before, after = examples.page(order, *paging.keys(query, order), limit_of(query))
        findings.with_marks(rows)
        return Response(
            {
                "next": page_address(request, "after", after),
                "previous": page_address(request, "before", before),
                "results": ExampleSerializer(rows, many=True).data,
            }
        )

    @extend_schema(
        request=ExampleSerializer,
        responses={201: ExampleSerializer, **failures(400, 413)},
        description="One example, or a list of them: all are stored or, with the problems told, none.",
    )
    def create(self, request):
        many = isinstance(request.data, list)
        made = add_all(request.data if many else [request.data], by=who(request))
        findings.with_marks(made)
        data = ExampleSerializer(made if many else made[0], many=many).data
        headers = {} if many else {"ETag": made[0].etag, "Location": reverse("example-detail", args=[made[0].pk])}
        return Response(data, status=201, headers=headers)

    @extend_schema(parameters=[ID, IF_NONE_MATCH], responses={200: ExampleSerializer, 304: None, **failures(404)})
    def retrieve(self, request, pk):
        example = get_object_or_404(Example.everything.settled(), pk=whole_id(pk))
        if has_already(request, example):
            return Response(status=304, headers={"ETag": example.etag})
        return answer(example)

    @changes(ExampleSerializer)
    def update(self, request, pk):
        with refusals_answered():
            return answer(edited(request, pk, {**NEEDED, **BLANK}))

    @changes(ExampleSerializer(partial=True))
    def partial_update(self, request, pk):
        with refusals_answered():
            return answer(edited(request, pk, {}))

    @extend_schema(parameters=[ID, IF_MATCH], responses={204: None, **failures(404, 412)})
    @transaction.atomic
    def destroy(self, request, pk):
        for_change(request, pk).remove()
        return Response(status=204)

    @verb(None, 404, 412)
    def restore(self, request, pk):
        example = for_change(request, pk, in_trash=True)
        example.restore()
        return answer(example)

    @verb(Note, 400, 404, 412)
    def approve(self, request, pk):
        example = for_change(request, pk)
        with refusals_answered():
            example.approve(who(request), note_of(request.data))
        return answer(example)

    @verb(Note, 400, 404, 412)
    def reject(self, request, pk):
        example = for_change(request, pk)
        example.reject(who(request), note_of(request.data))
        return answer(example)

    @extend_schema(parameters=[ID], responses={200: FindingSerializer(many=True), **failures(404)})
    @action(detail=True)
    def findings(self, request, pk):
        example = get_object_or_404(Example.everything.settled(), pk=whole_id(pk))
        return Response(FindingSerializer(findings.findings_of(example), many=True).data)

    @against(
        Overruling, "Say that a finding is none, by its key, and why. All of the same words in the text go with it."
    )
    def overrule(self, request, example):
        findings.overrule(example, *texts_of(request.data, "key", "reason"), who(request))

    @against(Key, "Take an overruling back: the finding is open again.")
    def revive(self, request, example):
        findings.revive(example, *texts_of(request.data, "key"), who(request))

    @extend_schema(
        parameters=[ID, IF_MATCH],
        request=Tier,
        responses={200: ExampleSerializer, **failures(400, 404, 412)},
        description="Put placeholders in the place of possible identifiers; with the tier `sure`, of the sure ones.",
    )
    @action(detail=True, methods=["post"], url_path="replace-identifiers")
    @transaction.atomic
    def replace_identifiers(self, request, pk):
        sure = tier_of(request.data) == "sure"
        example = for_change(request, pk)
        with refusals_answered():
            replacing.replace(example, who(request), sure=sure)
        return answer(example)

    @extend_schema(
        parameters=[ID, IF_MATCH],
        request=None,
        responses={200: ExampleSerializer, **failures(401, 403, 404, 412)},
        description="Delete for good what stood in the texts before each edit.",
    )
    @action(detail=True, methods=["post"], url_path="empty-history", permission_classes=[MayActForGood])
    @transaction.atomic
    def empty_history(self, request, pk):
        example = for_change(request, pk)
        example.empty_history(who(request))
        return answer(example)

    @extend_schema(
        request=Bulk,
        responses={200: ChangedCount, **failures(400, 413)},
        description="One verb for many: for the `ids`, or for all that fit the `filter`.",
    )
    @action(detail=False, methods=["post"])
    def bulk(self, request):
        body = request.data
        if not isinstance(body, dict):
            raise ParseError("The body must be a JSON object with “verb”, and “ids” or “filter”.")
        name = body.get("verb")
        if not isinstance(name, str) or name not in VERBS:
            raise ParseError(f"“verb” must be one of {', '.join(VERBS)}.")
        with refusals_answered():
            changed = VERBS[name](chosen(live_or_trash(in_trash=name == "restore"), body), who(request), body)
        return Response({"success": True, "changed": changed})

    @extend_schema(request=None, responses={200: ChangedCount, **failures(401, 403)})
    @action(detail=False, methods=["post"], url_path="empty-trash", permission_classes=[MayActForGood])
    def empty_trash(self, request):
        return Response({"success": True, "changed": live_or_trash(in_trash=True).delete_for_good()})


VERBS = {
    "approve": lambda examples, by, body: examples.approve(by, note_of(body)),
    "reject": lambda examples, by, body: examples.reject(by, note_of(body)),
    "delete": lambda examples, by, body: examples.remove(),
    "restore": lambda examples, by, body: examples.restore(),
    "tag": lambda examples, by, body: examples.tag(tag_of(body)),
    "untag": lambda examples, by, body: examples.untag(tag_of(body)),
}


def live_or_trash(in_trash):
    return Example.everything.in_trash() if in_trash else Example.objects.all()


def page_address(request, place, key):
    address = paging.address(request.query_params, place, key)
    return address and request.build_absolute_uri(request.path + address)


def answer(example):
    findings.with_marks([example])
    return Response(ExampleSerializer(example).data, headers={"ETag": example.etag})


def has_already(request, example):
    """Return whether the caller has the example as it is: If-None-Match is *, or has its ETag, weak or strong."""
    marks = parse_etags(request.headers.get("If-None-Match", ""))
    return any(mark == "*" or mark.removeprefix("W/") == example.etag for mark in marks)


def add_all(items, by):
    """Store all of these and return them. Raises a 400 that names the wrong ones, and then none is stored."""
    if not 0 < len(items) <= MOST_AT_ONCE:
        raise ParseError(f"Send 1 to {MOST_AT_ONCE:,} examples at once; bring more as a file.")
    made, problems = [], []
    with transaction.atomic():
        for row, item in enumerate(items, start=1):
            try:
                made.append(Example.unsaved(**{**NEEDED, **values_of(item)}).add(by=by))
            except Refused as refusal:
                problems.append({"row": row, "message": str(refusal)})
        if problems:
            raise NothingStored(problems[0]["message"], problems, len(problems))
        if len(made) <= clusters.BATCH:  # more are compared in the background
            clusters.compare(*(example.pk for example in made))
    return made


@transaction.atomic
def edited(request, pk, absent):
    """Return the example as the body changes it; `absent` are the values of what is not in the body. Raises Refused."""
    example = for_change(request, pk, must_match=True)
    example.edit(by=who(request), **{**absent, **values_of(request.data)})
    clusters.compare(example.pk)
    return example


def for_change(request, pk, must_match=False, in_trash=False):
    """Return an example for a change, locked to the end of the transaction. Raises a 412 where somebody changed it
    since the caller read it, and a 428 where the caller must say what was read and does not."""
    example = get_object_or_404(live_or_trash(in_trash).select_for_update(of=("self",)), pk=whole_id(pk))
    expected = request.headers.get("If-Match")
    if expected is None:
        if must_match:
            raise NoPrecondition
    elif expected.strip() != "*" and example.etag not in [mark.strip() for mark in expected.split(",")]:
        raise Changed
    return example
