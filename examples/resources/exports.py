"""/api/exports/: the formats that there are, and examples as a file."""

from django.conf import settings
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from examples import exporting, formats, gating
from examples.api import attachment, failures, refusals_answered, yes_of
from examples.resources.queries import FILTERS, filters_of, only_known
from examples.serializers import ExportFormat
from trainingcenter.access import who

CONTEXT_IN = ("system", "user")
OPTIONS = [
    OpenApiParameter("untrained", OpenApiTypes.BOOL, description="Also those not to be trained on."),
    OpenApiParameter("system_prompt", OpenApiTypes.BOOL, description="Write SYSTEM_PROMPT where there is none."),
    OpenApiParameter("context_in", OpenApiTypes.STR, enum=list(CONTEXT_IN)),
    OpenApiParameter("split", OpenApiTypes.STR, description="Such as 90/5/5."),
    OpenApiParameter("seed", OpenApiTypes.INT),
    OpenApiParameter("part", OpenApiTypes.STR, enum=list(exporting.PARTS)),
    OpenApiParameter(
        "personal_data",
        OpenApiTypes.STR,
        enum=[gating.REFUSE, gating.REPLACE, gating.ALLOW],
        description="Where it is sure: refuse with 409, replace it by placeholders, or let it go.",
    ),
]


class Exports(APIView):
    @extend_schema(responses={200: ExportFormat(many=True)}, summary="The formats that there are")
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
        parameters=FILTERS + OPTIONS,
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY, **failures(400, 409)},
        summary="Examples as a file",
    )
    def get(self, request, format_name):
        query = request.query_params
        with refusals_answered():
            format = formats.named(format_name)
            only_known(query, *FILTERS, *OPTIONS)
            examples = exporting.to_export(filters_of(query), format.name, yes_of(query, "untrained"))
            export = exporting.Export(format, examples, options_of(query), personal=personal_of(query))
            if query.get("split"):
                export.check()  # before it is dealt out: nothing cannot be
                export.part = part_of(query, export)
            return attachment(export, who(request))


def personal_of(query):
    """Return what is to be done about personal data. Raises a 400."""
    word = query.get("personal_data") or gating.REFUSE
    if word not in (gating.REFUSE, gating.REPLACE, gating.ALLOW):
        raise ParseError("“personal_data” must be refuse, replace or allow.")
    return word


def options_of(query):
    """Return how the file is to be written. Raises a 400."""
    context_in = query.get("context_in", "system")
    if context_in not in CONTEXT_IN:
        raise ParseError("“context_in” must be system or user.")
    return formats.Options(settings.SYSTEM_PROMPT if yes_of(query, "system_prompt") else "", context_in)


def part_of(query, export):
    """Return the part of a split that is asked for. Raises a 400, or exporting.Refusal."""
    seed = query.get("seed") or "0"
    if not seed.isascii() or not seed.isdigit() or len(seed) > 18:
        raise ParseError("“seed” must be a whole number from 0, of at most 18 digits.")
    parts = exporting.split(export.holdable, exporting.shares(query["split"]), int(seed))
    part = next((part for part in parts if part.name == query.get("part")), None)
    if part is None:
        raise ParseError(f"“part” must be one of {', '.join(part.name for part in parts)}.")
    return part
