"""The documented API under /api/training/, exactly as docs/api.md has it. `resources` has the other one."""

import json
import re

from django.conf import settings
from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from examples import exporting, formats, importing, stats
from examples import serializers as shapes
from examples.models import EMPTY_LIST, Example, utc
from examples.texts import Refused, kind_of, sound
from trainingcenter.access import who
from trainingcenter.refusals import Conflict, TooLarge

COLUMNS = ("id", "instruction", "context", "response", "created_at", "system", "history", "tags", "status")
TRUE = {"1", "true", "yes", "on"}
FAILURES = {400: shapes.Failure}


class Refusing(ParseError):
    """A 400 with more than its sentence; `extra` goes beside it."""

    def __init__(self, sentence, **extra):
        super().__init__(sentence)
        self.extra = extra


def attachment(export):
    """Return the download of an export, streamed. Raises exporting.Refusal before the first byte.

    X-Training-Center-Left-Out counts the examples that the format cannot hold, and -Ids names the first of them.
    """
    export.check()
    response = StreamingHttpResponse(export.pieces(), content_type=export.format.media_type)
    response["Content-Disposition"] = f'attachment; filename="{export.filename}"'
    refused = export.refused.count()
    if refused:
        response["X-Training-Center-Left-Out"] = str(refused)
        ids = export.refused.values_list("id", flat=True)[:100]
        response["X-Training-Center-Left-Out-Ids"] = ",".join(map(str, ids))
    return response


def listed(example, index):
    """Return an example as GET examples lists it."""
    values = {name: getattr(example, name) for name in COLUMNS}
    return {"index": index, **values, "created_at": example.created_at.isoformat()}


class Examples(APIView):
    @extend_schema(responses={200: shapes.AllExamples}, summary="All examples, oldest first")
    def get(self, request):
        return StreamingHttpResponse(exporting.gathered(every_example()), content_type="application/json")


def every_example():
    """Yield the JSON of all examples, oldest first, however many they are."""
    yield b'{"success": true, "examples": ['
    index = -1
    for index, row in enumerate(Example.objects.order_by("id").raw_rows(COLUMNS)):
        values = dict(zip(COLUMNS, row, strict=True))
        values["created_at"] = utc(values["created_at"]).isoformat()
        values["history"] = [] if values["history"] == EMPTY_LIST else json.loads(values["history"])
        yield (b"," if index else b"") + formats.as_json({"index": index, **values})
    yield b'], "count": %d}' % (index + 1)


class AddExample(APIView):
    @extend_schema(
        request=shapes.NewExample, responses={200: shapes.Added, **FAILURES}, summary="Add an example, repeat or not"
    )
    def post(self, request):
        body = body_object(request)
        try:
            sound(body)
            known = {name: body[name] for name in ("instruction", "context", "response") if name in body}
            extra = {name: value for name, value in body.items() if name not in known}
            example = Example.unsaved(**{"context": "", **known, "extra": {}})
            example.context = "" if example.context is None else example.context
            example.instruction, example.response = known.get("instruction"), known.get("response")
            example = with_more(example, extra).add()
        except Refused as refusal:
            raise ParseError(str(refusal)) from None
        total = Example.objects.count_live()
        return Response(
            {
                "success": True,
                "message": "Training example added.",
                "total_examples": total,
                "example": listed(example, total - 1),
                "repeated": example.has_repeats(),
            }
        )


def with_more(example, extra):
    """Take the other keys of a new example that have a field of their own; the rest is kept in `extra`."""
    for name in ("system", "tags"):
        if name in extra:
            setattr(example, name, extra.pop(name))
    if "history" in extra:
        example.history = formats.read_history(extra.pop("history"))
    example.extra = {
        name: value for name, value in extra.items() if name not in ("id", "index", "created_at", "status")
    }
    return example


def body_object(request):
    if not isinstance(request.data, dict):
        raise ParseError(f"The body must be a JSON object, and here it is {kind_of(request.data)}.")
    return request.data


class OneExample(APIView):
    @extend_schema(
        responses={200: shapes.Removed, 400: shapes.Failure, 404: shapes.Failure, 409: shapes.Failure},
        parameters=[
            OpenApiParameter("index", OpenApiTypes.INT, OpenApiParameter.PATH, description="From 0, oldest first."),
            OpenApiParameter("id", OpenApiTypes.INT, description="The id that the caller believes to be there."),
        ],
        summary="Move an example to the trash, by its place in the list",
    )
    def delete(self, request, index):
        place = whole_number(index, "index")
        expected = request.query_params.get("id")
        expected = None if expected is None else whole_number(expected, "id")
        total = Example.objects.count_live()
        if not 0 <= place < total:
            raise NotFound(f"There is no example {index}: there are {total}, counted from 0.")
        example = Example.objects.order_by("id")[place : place + 1].first()
        if example is None:
            raise NotFound(f"There is no example {index} any more. Load the list again.")
        if expected is not None and example.pk != expected:
            raise Conflict(f"Example {index} is not the one with id {expected} any more. Load the list again.")
        # Counted as removed only by the one who removed it, when two call at once.
        if not Example.objects.filter(pk=example.pk).remove():
            raise Conflict(f"Example {index} was removed by somebody else just now. Load the list again.")
        return Response(
            {
                "success": True,
                "message": "Training example moved to the trash.",
                "remaining_examples": Example.objects.count_live(),
            }
        )


def whole_number(text, name):
    if not re.fullmatch(r"-?[0-9]{1,30}", text):
        raise ParseError(f"The {name} “{text[:50]}” is no whole number. Send one such as 0.")
    return int(text)


class Clear(APIView):
    @extend_schema(request=None, responses={200: shapes.Cleared}, summary="Move all examples to the trash")
    def post(self, request):
        cleared = Example.objects.remove()
        return Response({"success": True, "message": "All training examples are in the trash now.", "cleared": cleared})


class Download(APIView):
    @extend_schema(
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, **FAILURES},
        summary="All examples but the rejected, as a file",
    )
    def get(self, request, format_name):
        try:
            format = formats.named(format_name)
            return attachment(exporting.Export(format, exporting.to_export(format=format.name)))
        except (formats.Unreadable, exporting.Refusal) as error:
            raise ParseError(str(error)) from None


class UploadFile(APIView):
    @extend_schema(
        request={"multipart/form-data": shapes.Upload},
        responses={200: shapes.Uploaded, 400: shapes.Failure, 413: shapes.Failure},
        summary="Import a file",
    )
    def post(self, request):
        report = uploaded(request)
        skipped = f", {report.repeated:,} repeated and left out" if report.repeated else ""
        problems = f", {report.problem_count:,} with problems" if report.problem_count else ""
        would = "would be " if report.pk is None else ""
        return Response(
            {
                "success": True,
                "message": f"{report.added:,} examples {would}added{skipped}{problems}.",
                "examples_added": report.added,
                "total_examples": Example.objects.count_live(),
                "duplicates_skipped": report.repeated,
                **problems_of(report),
                "format": report.format,
                "encoding": report.encoding,
                "notes": report.notes,
                "import_id": report.pk,
            }
        )


def problems_of(report):
    return {
        "problems": [{"row": problem.row, "message": problem.message} for problem in report.listed],
        "problem_count": report.problem_count,
    }


def uploaded(request):
    """Return the report of importing the file in a request. Raises a 400 with the problems, or a 413."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.MAX_UPLOAD_MB * 1024 * 1024:
        raise TooLarge(
            f"The file is too large: {settings.MAX_UPLOAD_MB} MB is the most. Split it, or raise MAX_UPLOAD_MB."
        )
    files = request.FILES.getlist("file") if request.content_type.startswith("multipart/") else []
    if len(files) != 1:
        count = "No file came" if not files else f"{len(files)} files came at once"
        raise ParseError(f"{count}. Send one file as form data under the name “file”.")
    file = files[0]
    chosen = request.data
    try:
        return importing.bring(
            file.file,
            file.name,
            format=chosen.get("format") or None,
            mapping=formats.mapping_of(chosen.get("mapping")),
            encoding=chosen.get("encoding") or None,
            keep_repeats=str(chosen.get("keep_repeats", "")).lower() in TRUE,
            dry_run=str(chosen.get("dry_run", "")).lower() in TRUE,
            by=who(request),
        )
    except importing.Nothing as nothing:
        raise Refusing(str(nothing), **problems_of(nothing.report)) from None
    except formats.Unreadable as error:
        raise Refusing(str(error), problems=[], problem_count=0) from None
    except importing.Busy as busy:
        raise Conflict(str(busy)) from None


class TrainingStats(APIView):
    @extend_schema(responses={200: shapes.Stats}, summary="How many, how long, how ready")
    def get(self, request):
        return Response({"success": True, "stats": stats.gather()})


class Health(APIView):
    """Open to everybody, in the shared mode too: it tells nothing but that the service answers."""

    permission_classes = ()

    @extend_schema(responses={200: OpenApiResponse(OpenApiTypes.OBJECT)}, summary="Whether the service answers")
    def get(self, request):
        return Response({"status": "online", "service": "Training Center"})
