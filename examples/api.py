"""The documented API under /api/training/, exactly as docs/api.md has it. `resources` has the other one."""

import json
import re
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from examples import clusters, exporting, formats, gating, importing, serializers, stats
from examples.forms import YES_OR_NO
from examples.models import EMPTY_LIST, Example, utc
from examples.texts import Refused, kind_of, sound
from trainingcenter.access import who
from trainingcenter.refusals import Conflict, NothingStored, TooLarge

COLUMNS = ("id", "instruction", "context", "response", "created_at", "system", "history", "tags", "status")


def failures(*statuses):
    """Return what the schema says of these statuses."""
    return dict.fromkeys(statuses, serializers.Failure)


@contextmanager
def refusals_answered():
    """Turn the refusal of a text, a file or an export into a 400, and one of this moment into a 409, each with its
    sentence."""
    try:
        yield
    except exporting.HeldBack as refusal:
        raise HeldBack(str(refusal), refusal.held) from None
    except exporting.StillChecking as refusal:
        raise Conflict(str(refusal)) from None
    except (Refused, formats.Unreadable, exporting.Refusal) as refusal:
        raise ParseError(str(refusal)) from None


def yes_of(asked, name):
    """Return whether a query or a form says yes to something. Raises a 400 for a word that is neither yes nor no."""
    try:
        return YES_OR_NO[(asked.get(name) or "false").strip().lower()]
    except KeyError:
        raise ParseError(f"“{name}” must be true or false.") from None


class HeldBack(Conflict):
    """A 409 for an export that the gate refuses."""

    ways = "Or export with personal_data=replace for placeholders, or personal_data=allow."

    def __init__(self, sentence, held):
        super().__init__(f"{sentence} {self.ways}")
        self.extra = {"sure": held.sure, "maybe": held.maybe, "blocked": held.blocked, "ids": list(held.first)}


def attachment(export, by=None, way="API"):
    """Return the download of an export, streamed. Raises exporting.Refusal before the first byte.

    X-Training-Center-Left-Out counts the examples that the format cannot hold, and -Ids names the first of them;
    X-Training-Center-Findings has what checks say of those that leave.
    """
    export.check()
    export.note(by, way)
    response = StreamingHttpResponse(export.pieces(), content_type=export.format.media_type)
    response["Content-Disposition"] = f'attachment; filename="{export.filename}"'
    refused = export.refused.count()
    if refused:
        response["X-Training-Center-Left-Out"] = str(refused)
        ids = export.refused.values_list("id", flat=True)[:100]
        response["X-Training-Center-Left-Out-Ids"] = ",".join(map(str, ids))
    response["X-Training-Center-Findings"] = export.findings
    return response


def listed(example, index):
    """Return an example as GET examples lists it."""
    values = {name: getattr(example, name) for name in COLUMNS}
    return {"index": index, **values, "created_at": example.created_at.isoformat()}


class Examples(APIView):
    @extend_schema(responses={200: serializers.AllExamples}, summary="All examples, oldest first")
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
        request=serializers.NewExample,
        responses={200: serializers.Added, **failures(400, 413)},
        summary="Add an example, repeat or not",
    )
    def post(self, request):
        with refusals_answered(), transaction.atomic():
            example = example_of(body_object(request)).add(by=who(request))
            clusters.compare(example.pk)
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


def body_object(request):
    if not isinstance(request.data, dict):
        raise ParseError(f"The body must be a JSON object, and here it is {kind_of(request.data)}.")
    return request.data


def example_of(body):
    """Return the unsaved example of a body; a key that no field holds is kept in `extra`. Raises Refused."""
    sound(body)
    values = {"instruction": None, "response": None, "extra": {}}
    for name, value in body.items():
        if name in ("instruction", "response"):
            values[name] = value
        elif name in ("context", "system", "tags"):
            values[name] = "" if value is None else value
        elif name == "history":
            values[name] = formats.read_history(value)
        elif name not in GIVEN:
            values["extra"][name] = value
    return Example.unsaved(**values)


# What GET examples says of an example and nobody can set: sent back, it is no text of the example's.
GIVEN = ("id", "index", "created_at", "status")


class OneExample(APIView):
    @extend_schema(
        responses={200: serializers.Removed, **failures(400, 404, 409)},
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
            raise NotFound(f"There is no example {index[:50]}: the list has {total}, counted from 0.")
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
    if not re.fullmatch(r"-?[0-9]+", text):
        raise ParseError(f"The {name} “{text[:50]}” is no whole number. Send one such as 0.")
    try:
        return int(text)
    except ValueError:  # of more digits than Python reads, and so beyond any list
        return 2**63


class Clear(APIView):
    @extend_schema(request=None, responses={200: serializers.Cleared}, summary="Move all examples to the trash")
    def post(self, request):
        cleared = Example.objects.remove()
        return Response({"success": True, "message": "All training examples are in the trash now.", "cleared": cleared})


class Download(APIView):
    @extend_schema(
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, **failures(400)},
        summary="All examples but the rejected, as a file",
    )
    def get(self, request, format_name):
        with refusals_answered():
            format = formats.named(format_name)
            examples = exporting.to_export(format=format.name)
            return attachment(exporting.Export(format, examples, personal=gating.OPEN))


class UploadFile(APIView):
    @extend_schema(
        request={"multipart/form-data": serializers.Upload},
        responses={200: serializers.Uploaded, **failures(400, 413)},
        summary="Import a file",
    )
    def post(self, request):
        report = uploaded(request)
        return Response(
            {
                "success": True,
                "message": told(report),
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


def told(report):
    """Return what an import did, or a dry run would do, as one sentence."""
    examples = "1 example" if report.added == 1 else f"{report.added:,} examples"
    would = "would be " if report.pk is None else ""
    skipped = f", {report.repeated:,} repeated and left out" if report.repeated else ""
    problems = f", {report.problem_count:,} with problems" if report.problem_count else ""
    return f"{examples} {would}added{skipped}{problems}."


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
            keep_repeats=yes_of(chosen, "keep_repeats"),
            dry_run=yes_of(chosen, "dry_run"),
            by=who(request),
        )
    except importing.Nothing as nothing:
        raise NothingStored(str(nothing), **problems_of(nothing.report)) from None
    except formats.Unreadable as error:
        raise NothingStored(str(error)) from None
    except importing.Busy as busy:
        raise Conflict(str(busy)) from None


class TrainingStats(APIView):
    @extend_schema(responses={200: serializers.Stats}, summary="How many, how long, how ready")
    def get(self, request):
        return Response({"success": True, "stats": stats.gather()})


class Health(APIView):
    """Open to everybody, in the shared mode too: it tells nothing but that the service answers."""

    permission_classes = ()

    @extend_schema(responses={200: OpenApiResponse(OpenApiTypes.OBJECT)}, summary="Whether the service answers")
    def get(self, request):
        return Response({"status": "online", "service": "Training Center"})
