"""/api/imports/: files that were brought in, each with its problems; bringing one; undoing one."""

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from examples.api import failures, problems_of, uploaded
from examples.models import Import
from examples.resources.queries import ID, LARGEST_PAGE, only_known, whole_id, whole_of
from examples.serializers import ChangedCount, CheckedImportSerializer, ImportSerializer, ProblemSerializer, Upload

BEFORE_ID = OpenApiParameter("before_id", OpenApiTypes.INT, description="Older ones than this.")
AFTER_ROW = OpenApiParameter("after_row", OpenApiTypes.INT, description="Of rows below this one.")
FIELDS = [OpenApiParameter(name) for name in Upload().fields]


class ImportViewSet(ViewSet):
    """Files that were brought in, each with its problems."""

    @extend_schema(parameters=[BEFORE_ID], responses={200: ImportSerializer(many=True), **failures(400)})
    def list(self, request):
        only_known(request.query_params, BEFORE_ID)
        imports = Import.objects.finished().select_related("by")
        before = whole_of(request.query_params, "before_id", "the id of an import")
        if before is not None:
            imports = imports.filter(id__lt=before)
        return Response(ImportSerializer(imports[:LARGEST_PAGE], many=True).data)

    @extend_schema(
        request={"multipart/form-data": Upload},
        responses={201: CheckedImportSerializer, 200: CheckedImportSerializer, **failures(400, 413)},
        description="Import a file; with `dry_run` nothing is written and the answer is 200.",
    )
    def create(self, request):
        if request.query_params:
            raise ParseError("Send the fields as form data beside the file, not in the address.")
        only_known(request.POST, *FIELDS)
        report = uploaded(request)
        data = {**CheckedImportSerializer(report).data, **problems_of(report)}
        return Response(data, status=200 if report.pk is None else 201)

    @extend_schema(parameters=[ID], responses={200: CheckedImportSerializer, **failures(404)})
    def retrieve(self, request, pk):
        return Response(CheckedImportSerializer(one(pk)).data)

    @extend_schema(
        parameters=[ID, AFTER_ROW],
        responses={200: ProblemSerializer(many=True), **failures(400, 404)},
    )
    @action(detail=True)
    def problems(self, request, pk):
        problems = one(pk).problems.all()
        only_known(request.query_params, AFTER_ROW)
        after = whole_of(request.query_params, "after_row", "the number of a row")
        if after is not None:
            problems = problems.filter(row__gt=min(after, 2**31 - 1))
        return Response(ProblemSerializer(problems[:LARGEST_PAGE], many=True).data)

    @extend_schema(
        parameters=[ID],
        request=None,
        responses={200: ChangedCount, **failures(404)},
        description="Move this import's examples, and no others, to the trash.",
    )
    @action(detail=True, methods=["post"])
    def undo(self, request, pk):
        return Response({"success": True, "changed": one(pk).undo()})


def one(pk):
    return get_object_or_404(Import.objects.finished(), pk=whole_id(pk))
