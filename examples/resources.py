"""The resource API: /api/examples/, /api/imports/, /api/exports/, /api/stats/, for programs of your own."""

import base64
import json

from django.conf import settings
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet

from examples import exporting, formats
from examples import serializers as shapes
from examples.api import FAILURES, TRUE, Refusing, TrainingStats, attachment, problems_of, uploaded
from examples.forms import FilterForm
from examples.models import Example, Import
from examples.querysets import ORDERS
from examples.texts import Refused, kind_of, sound, strict_text
from trainingcenter.access import MayActForGood, who
from trainingcenter.refusals import Changed, NoPrecondition

PAGE, LARGEST_PAGE = 50, 500
MOST_AT_ONCE = 10_000
LONGEST_TAG = 100
FILTERS = [
    OpenApiParameter("q", OpenApiTypes.STR, description="Words, or beginnings of words, that are all in the example."),
    OpenApiParameter("status", OpenApiTypes.STR, description="new, approved, rejected; several with commas."),
    OpenApiParameter("tag", OpenApiTypes.STR),
    OpenApiParameter("source", OpenApiTypes.INT, description="The id of an import."),
    OpenApiParameter("since", OpenApiTypes.DATETIME, description="Made at or after this time."),
    OpenApiParameter("min_length", OpenApiTypes.INT, description="Of the response, in characters."),
    OpenApiParameter("max_length", OpenApiTypes.INT),
    OpenApiParameter("with_context", OpenApiTypes.BOOL),
]
PAGING = [
    OpenApiParameter("order", OpenApiTypes.STR, enum=list(ORDERS)),
    OpenApiParameter("limit", OpenApiTypes.INT, description=f"1 to {LARGEST_PAGE}, else {PAGE}."),
    OpenApiParameter("after", OpenApiTypes.STR, description="From the answer's `next`."),
    OpenApiParameter("before", OpenApiTypes.STR, description="From the answer's `previous`."),
    OpenApiParameter("trash", OpenApiTypes.BOOL, description="List the trash instead."),
]
IF_MATCH = OpenApiParameter("If-Match", OpenApiTypes.STR, OpenApiParameter.HEADER, description="The ETag you read.")
ID = OpenApiParameter("id", OpenApiTypes.INT, OpenApiParameter.PATH)


def filters_of(data):
    """Return the cleaned filters of a query or a JSON object. Raises a 400 that names the wrong one."""
    form = FilterForm(data)
    if not form.is_valid():
        raise ParseError(form.sentence())
    return form.cleaned_data


def encoded(key):
    """Return a page's key as one word for an address."""
    return None if key is None else base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def decoded(word, columns):
    """Return the key of a page. Raises a 400 for anything that `encoded` did not write."""
    if not word:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (ValueError, RecursionError):
        key = None
    whole = isinstance(key, list) and all(type(part) is int and abs(part) < 2**63 for part in key)
    if not whole or len(key) != len(columns):
        raise ParseError("“after” or “before” is not from a page of this order. Start from the first page.")
    return tuple(key)


def number_of(text, least, most, default):
    """Return a whole number of a query within its bounds. Raises a 400."""
    if text in (None, ""):
        return default
    if not text.isascii() or not text.isdigit() or not least <= int(text[:10]) <= most:
        raise ParseError(f"“limit” must be a whole number from {least} to {most}.")
    return int(text)


def whole_id(pk):
    """Return an id for the database, or one that nothing has."""
    return int(pk) if pk.isascii() and pk.isdigit() and len(pk) < 19 else 0


@extend_schema_view(create=extend_schema(tags=["examples"]))
class ExampleViewSet(ViewSet):
    """Examples. Reading one gives an ETag; changing one wants it back in If-Match, so that nobody's edit is lost."""

    @extend_schema(parameters=FILTERS + PAGING, responses={200: shapes.ExamplePage, **FAILURES})
    def list(self, request):
        query = request.query_params
        in_trash = query.get("trash", "").lower() in TRUE
        order = query.get("order") or ("removed" if in_trash else "newest")
        if order not in ORDERS:
            raise ParseError(f"“order” must be one of {', '.join(ORDERS)}.")
        columns, _ = ORDERS[order]
        examples = Example.everything.in_trash() if in_trash else Example.objects.all()
        rows, before, after = (
            examples.matching(filters_of(query))
            .select_related("reviewer")
            .page(
                order,
                decoded(query.get("after"), columns),
                decoded(query.get("before"), columns),
                number_of(query.get("limit"), 1, LARGEST_PAGE, PAGE),
            )
        )
        return Response(
            {
                "next": self.address(request, "after", after),
                "previous": self.address(request, "before", before),
                "results": shapes.ExampleSerializer(rows, many=True).data,
            }
        )

    def address(self, request, name, key):
        if key is None:
            return None
        query = request.query_params.copy()
        query.pop("after", None)
        query.pop("before", None)
        query[name] = encoded(key)
        return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")

    @extend_schema(
        request=shapes.ExampleSerializer,
        responses={201: shapes.ExampleSerializer, **FAILURES},
        description="One example, or a list of them: all are stored or, with the problems told, none.",
    )
    def create(self, request):
        many = isinstance(request.data, list)
        items = request.data if many else [request.data]
        if not 0 < len(items) <= MOST_AT_ONCE:
            raise ParseError(f"Send 1 to {MOST_AT_ONCE:,} examples at once; bring more as a file.")
        made, problems = [], []
        with transaction.atomic():
            for number, item in enumerate(items):
                try:
                    made.append(Example.unsaved(**values_of(item, new=True)).add())
                except Refused as refusal:
                    problems.append({"row": number + 1, "message": str(refusal)})
            if problems:
                transaction.set_rollback(True)
        if problems:
            raise Refusing(problems[0]["message"], problems=problems, problem_count=len(problems))
        data = shapes.ExampleSerializer(made if many else made[0], many=many).data
        headers = {} if many else {"ETag": made[0].etag, "Location": reverse("example-detail", args=[made[0].pk])}
        return Response(data, status=201, headers=headers)

    @extend_schema(parameters=[ID], responses={200: shapes.ExampleSerializer, 404: shapes.Failure})
    def retrieve(self, request, pk):
        example = get_object_or_404(Example.everything.settled(), pk=whole_id(pk))
        if request.headers.get("If-None-Match") == example.etag:
            return Response(status=304, headers={"ETag": example.etag})
        return answer(example)

    @extend_schema(
        parameters=[ID, IF_MATCH],
        request=shapes.ExampleSerializer,
        responses={200: shapes.ExampleSerializer, **dict.fromkeys((400, 404, 412, 428), shapes.Failure)},
    )
    def update(self, request, pk):
        return self.change(request, pk, whole=True)

    @extend_schema(
        parameters=[ID, IF_MATCH],
        request=shapes.ExampleSerializer(partial=True),
        responses={200: shapes.ExampleSerializer, **dict.fromkeys((400, 404, 412, 428), shapes.Failure)},
    )
    def partial_update(self, request, pk):
        return self.change(request, pk, whole=False)

    @transaction.atomic
    def change(self, request, pk, whole):
        example = self.mine(request, pk, precondition=True)
        try:
            values = values_of(request.data, new=whole)
            if whole:
                values = {**BLANK_TEXTS, **values}
            example.edit(**values)
        except Refused as refusal:
            raise ParseError(str(refusal)) from None
        return answer(example)

    @extend_schema(parameters=[ID, IF_MATCH], responses={204: None, **dict.fromkeys((404, 412), shapes.Failure)})
    @transaction.atomic
    def destroy(self, request, pk):
        self.mine(request, pk).remove()
        return Response(status=204)

    def mine(self, request, pk, precondition=False, among=None):
        """Return the example for a change, locked, if nobody changed it since the caller read it."""
        examples = Example.objects.all() if among is None else among
        example = get_object_or_404(examples.select_for_update(of=("self",)), pk=whole_id(pk))
        expected = request.headers.get("If-Match")
        if expected is None and precondition:
            raise NoPrecondition
        if (
            expected is not None
            and expected.strip() != "*"
            and example.etag not in [mark.strip() for mark in expected.split(",")]
        ):
            raise Changed
        return example

    @extend_schema(parameters=[ID], request=None, responses={200: shapes.ExampleSerializer, 404: shapes.Failure})
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def restore(self, request, pk):
        example = self.mine(request, pk, among=Example.everything.in_trash())
        example.restore()
        return answer(example)

    @extend_schema(parameters=[ID], request=None, responses={200: shapes.ExampleSerializer, 404: shapes.Failure})
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def approve(self, request, pk):
        example = self.mine(request, pk)
        example.approve(who(request), note_of(request))
        return answer(example)

    @extend_schema(parameters=[ID], request=None, responses={200: shapes.ExampleSerializer, 404: shapes.Failure})
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def reject(self, request, pk):
        example = self.mine(request, pk)
        example.reject(who(request), note_of(request))
        return answer(example)

    @extend_schema(
        request=shapes.Bulk,
        responses={200: shapes.Changed, **FAILURES},
        description="One verb for many: for the `ids`, or for all that fit the `filter`.",
    )
    @action(detail=False, methods=["post"])
    def bulk(self, request):
        body = request.data
        if not isinstance(body, dict):
            raise ParseError("The body must be a JSON object with “verb”, and “ids” or “filter”.")
        try:
            verb = VERBS[body.get("verb")]
        except (KeyError, TypeError):
            raise ParseError(f"“verb” must be one of {', '.join(VERBS)}.") from None
        trash = body["verb"] == "restore"
        examples = Example.everything.in_trash() if trash else Example.objects.all()
        changed = verb(self.chosen(examples, body), request, body)
        return Response({"success": True, "changed": changed})

    def chosen(self, examples, body):
        ids, filters = body.get("ids"), body.get("filter")
        if (ids is None) == (filters is None):
            raise ParseError("Send either “ids” or “filter”. An empty filter {} is all examples.")
        if filters is not None:
            if not isinstance(filters, dict):
                raise ParseError(f"“filter” must be an object, and here it is {kind_of(filters)}.")
            unknown = set(filters) - set(FilterForm.base_fields)
            if unknown:  # a filter that is misspelt must not choose everything
                raise ParseError(
                    f"There is no filter “{sorted(unknown)[0]}”. There are {', '.join(FilterForm.base_fields)}."
                )
            for name, value in filters.items():
                values = value if name == "status" and isinstance(value, list) else [value]
                if not values or not all(isinstance(part, (str, int)) and part != "" for part in values):
                    raise ParseError(
                        f"The filter “{name}” must be text or a number, and not empty. Leave it out for all."
                    )
            return examples.matching(filters_of(filters))
        if not isinstance(ids, list) or not all(type(number) is int and 0 < number < 2**63 for number in ids):
            raise ParseError("“ids” must be a list of whole numbers from 1.")
        if len(ids) > MOST_AT_ONCE:
            raise ParseError(f"Send at most {MOST_AT_ONCE:,} ids at once, or a filter.")
        return examples.filter(id__in=ids)

    @extend_schema(request=None, responses={200: shapes.Changed, 401: shapes.Failure, 403: shapes.Failure})
    @action(detail=False, methods=["post"], url_path="empty-trash", permission_classes=[MayActForGood])
    def empty_trash(self, request):
        return Response({"success": True, "changed": Example.everything.in_trash().delete_for_good()})


BLANK_TEXTS = {"context": "", "system": "", "tags": "", "history": [], "extra": {}}
VERBS = {
    "approve": lambda examples, request, body: examples.approve(who(request), note_of(request)),
    "reject": lambda examples, request, body: examples.reject(who(request), note_of(request)),
    "delete": lambda examples, request, body: examples.remove(),
    "restore": lambda examples, request, body: examples.restore(),
    "tag": lambda examples, request, body: examples.tag(tag_of(body)),
    "untag": lambda examples, request, body: examples.untag(tag_of(body)),
}


def tag_of(body):
    tag = body.get("tag")
    if not isinstance(tag, str) or len(tag.split()) != 1 or len(tag) > LONGEST_TAG:
        raise ParseError(f"“tag” must be one word of at most {LONGEST_TAG} characters.")
    return sound_text(tag.strip(), "tag")


def note_of(request):
    note = request.data.get("note", "") if isinstance(request.data, dict) else ""
    if not isinstance(note, str):
        raise ParseError(f"“note” must be text, and here it is {kind_of(note)}.")
    return sound_text(note, "note")


def sound_text(text, name):
    try:
        return strict_text(text, name)
    except Refused as refusal:
        raise ParseError(str(refusal)) from None


def values_of(item, new):
    """Return the fields of an example in a JSON body. Raises Refused, for a key that cannot be set too."""
    if not isinstance(item, dict):
        raise Refused(f"An example must be a JSON object, and here it is {kind_of(item)}.")
    sound(item)
    values = {}
    for name, value in item.items():
        if name in ("instruction", "context", "response", "system", "tags"):
            values[name] = "" if value is None and name not in ("instruction", "response") else value
        elif name == "history":
            values[name] = formats.read_history(value)
        elif name == "extra":
            if not isinstance(value, dict):
                raise Refused(f"“extra” must be an object, and here it is {kind_of(value)}.")
            values[name] = value
        elif name == "trainable":
            if not isinstance(value, bool):
                raise Refused(f"“trainable” must be true or false, and here it is {kind_of(value)}.")
            values[name] = value
        elif name not in shapes.ExampleSerializer.Meta.fields:
            raise Refused(f"An example has no “{name}”. Put it into “extra”.")
    if new:
        values = {"instruction": None, "response": None, **values}
    return values


def answer(example):
    return Response(shapes.ExampleSerializer(example).data, headers={"ETag": example.etag})


class ImportViewSet(ViewSet):
    """Files that were brought in, each with its problems."""

    @extend_schema(
        parameters=[OpenApiParameter("before_id", OpenApiTypes.INT, description="Older ones than this.")],
        responses={200: shapes.ImportSerializer(many=True)},
    )
    def list(self, request):
        imports = Import.objects.finished().select_related("by")
        before = request.query_params.get("before_id")
        if before:
            if not whole_id(before):
                raise ParseError("“before_id” must be the id of an import.")
            imports = imports.filter(id__lt=whole_id(before))
        return Response(shapes.ImportSerializer(imports[:LARGEST_PAGE], many=True).data)

    @extend_schema(
        request={"multipart/form-data": shapes.Upload},
        responses={
            201: shapes.ImportSerializer,
            200: shapes.ImportSerializer,
            400: shapes.Failure,
            413: shapes.Failure,
        },
        description="Import a file; with `dry_run` nothing is written and the answer is 200.",
    )
    def create(self, request):
        report = uploaded(request)
        data = {**shapes.ImportSerializer(report).data, **problems_of(report)}
        return Response(data, status=200 if report.pk is None else 201)

    @extend_schema(parameters=[ID], responses={200: shapes.ImportSerializer, 404: shapes.Failure})
    def retrieve(self, request, pk):
        return Response(shapes.ImportSerializer(self.one(pk)).data)

    @extend_schema(
        parameters=[ID, OpenApiParameter("after_row", OpenApiTypes.INT)],
        responses={200: shapes.ProblemSerializer(many=True), 404: shapes.Failure},
    )
    @action(detail=True)
    def problems(self, request, pk):
        problems = self.one(pk).problems.all()
        after = request.query_params.get("after_row")
        if after:
            problems = problems.filter(row__gt=min(whole_id(after), 2**31 - 1))
        return Response(shapes.ProblemSerializer(problems[:LARGEST_PAGE], many=True).data)

    @extend_schema(
        parameters=[ID], request=None, responses={200: shapes.Changed, 404: shapes.Failure},
        description="Move this import's examples, and no others, to the trash.",
    )  # fmt: skip
    @action(detail=True, methods=["post"])
    def undo(self, request, pk):
        return Response({"success": True, "changed": self.one(pk).undo()})

    def one(self, pk):
        return get_object_or_404(Import.objects.finished(), pk=whole_id(pk))


class Exports(APIView):
    @extend_schema(responses={200: shapes.ExportFormat(many=True)}, summary="The formats that there are")
    def get(self, request):
        return Response(
            [
                {
                    "name": format.name,
                    "title": format.title,
                    "readers": format.readers,
                    "filename": format.filename,
                    "media_type": format.media_type,
                    "dataset_info": format.dataset_info(),
                    "url": request.build_absolute_uri(reverse("export", args=[format.name])),
                }
                for format in formats.every().values()
            ]
        )


class ExportFile(APIView):
    @extend_schema(
        parameters=[
            *FILTERS,
            OpenApiParameter("untrained", OpenApiTypes.BOOL, description="Also those not to be trained on."),
            OpenApiParameter(
                "system_prompt", OpenApiTypes.BOOL, description="Write SYSTEM_PROMPT where there is none."
            ),
            OpenApiParameter("context_in", OpenApiTypes.STR, enum=["system", "user"]),
            OpenApiParameter("split", OpenApiTypes.STR, description="Such as 90/5/5."),
            OpenApiParameter("seed", OpenApiTypes.INT),
            OpenApiParameter("part", OpenApiTypes.STR, enum=list(exporting.PARTS)),
        ],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, **FAILURES},
        summary="Examples as a file",
    )
    def get(self, request, format_name):
        query = request.query_params
        try:
            format = formats.named(format_name)
            examples = exporting.to_export(filters_of(query), format.name, query.get("untrained", "").lower() in TRUE)
            if query.get("context_in", "system") not in ("system", "user"):
                raise ParseError("“context_in” must be system or user.")
            wants_prompt = query.get("system_prompt", "").lower() in TRUE
            options = formats.Options(settings.SYSTEM_PROMPT if wants_prompt else "", query.get("context_in", "system"))
            export = exporting.Export(format, examples, options)
            if query.get("split"):
                export.part = self.part(export, query)
            return attachment(export)
        except (formats.Unreadable, exporting.Refusal) as error:
            raise ParseError(str(error)) from None

    def part(self, export, query):
        seed = query.get("seed") or "0"
        if not seed.isascii() or not seed.isdigit() or len(seed) > 18:
            raise ParseError("“seed” must be a whole number from 0, of at most 18 digits.")
        parts = exporting.split(export.holdable, exporting.shares(query["split"]), int(seed))
        part = next((part for part in parts if part.name == query.get("part")), None)
        if part is None:
            raise ParseError(f"“part” must be one of {', '.join(part.name for part in parts)}.")
        return part


class StatsView(TrainingStats):
    """The same figures as the documented call gives."""
