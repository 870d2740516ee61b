"""/api/snapshots/, /api/destinations/ and /api/runs/: freeze, compare, hand over, write down what came of it."""

from contextlib import contextmanager

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from examples import api as of_examples
from examples import gating, snapshots
from examples.api import body_object, failures
from examples.exporting import HeldBack, StillChecking
from examples.models import Damaged, Snapshot
from examples.resources.bodies import strict_filters
from examples.resources.queries import LARGEST_PAGE, filters_of, only_known, whole_of
from examples.texts import Refused, strict_text
from trainingcenter.access import MayActForGood, who
from trainingcenter.refusals import Conflict
from tuning import destinations, sending, serializers
from tuning.bundling import Bundle
from tuning.destinations import Refusal
from tuning.models import State, TrainingRun
from tuning.options import fields_of
from tuning.views.handing import zipped
from tuning.views.snapshots import frozen_file

BEFORE_ID = OpenApiParameter("before_id", OpenApiTypes.INT, description="Older ones than this.")
WITH = OpenApiParameter("with", OpenApiTypes.INT, description="The id of the earlier one; else the one before.")
MOST = OpenApiParameter("most", OpenApiTypes.INT, description="How many of each kind are told with their texts (50).")
PERSONAL = OpenApiParameter(
    "personal_data",
    OpenApiTypes.STR,
    enum=[gating.REFUSE, gating.ALLOW],
    description="Where it is sure: refuse with 409, or let it go.",
)
ZIP = {(200, "application/zip"): OpenApiTypes.BINARY}


@contextmanager
def refusals_answered():
    """Turn a refusal into a 400, and one of the gate, of this moment or a damaged snapshot into a 409, each with its
    sentence."""
    try:
        yield
    except HeldBack as refusal:
        raise SnapshotHeldBack(str(refusal), refusal.held) from None
    except StillChecking as refusal:
        raise Conflict(str(refusal)) from None
    except (Refusal, Refused) as refusal:
        raise ParseError(str(refusal)) from None
    except Damaged as damaged:
        raise Conflict(str(damaged)) from None


class SnapshotHeldBack(of_examples.HeldBack):
    """A 409 for a download that the gate refuses; a snapshot stays as it was frozen, so nothing is replaced in it."""

    ways = "Or download it with personal_data=allow."


def allowed(query):
    """Return whether the query lets personal data go. Raises a 400."""
    word = query.get("personal_data") or gating.REFUSE
    if word not in (gating.REFUSE, gating.ALLOW):
        raise ParseError("“personal_data” must be refuse or allow: a snapshot stays as it was frozen.")
    return word == gating.ALLOW


def options_in(query):
    return {name: value for name, value in query.dict().items() if name != PERSONAL.name}


def one(pk):
    return get_object_or_404(Snapshot.objects.select_related("by", "removed_by").prefetch_related("runs"), pk=pk)


def place_of(name):
    place = destinations.every().get(name)
    if place is None:
        raise NotFound(f"There is no destination “{name}”. There are {', '.join(destinations.every())}.")
    return place


def given(body, kinds):
    """Return what a body has of these keys, each of its kind. Raises a 400 that names the wrong one."""
    unknown = next((name for name in body if name not in kinds), None)
    if unknown is not None:
        raise ParseError(f"There is no “{unknown[:80]}” here. There are {', '.join(kinds)}.")
    for name, value in body.items():
        kind, words = kinds[name]
        if type(value) is not kind:
            raise ParseError(f"“{name}” must be {words}.")
    return body


TEXT, OBJECT, NUMBER, YES = (str, "text"), (dict, "an object"), (int, "a whole number"), (bool, "true or false")


class Snapshots(APIView):
    @extend_schema(
        parameters=[BEFORE_ID],
        responses={200: serializers.SnapshotSerializer(many=True), **failures(400)},
        summary="The snapshots, the latest first",
    )
    def get(self, request):
        only_known(request.query_params, BEFORE_ID)
        found = Snapshot.objects.select_related("by", "removed_by").prefetch_related("runs")
        before = whole_of(request.query_params, "before_id", "the id of a snapshot")
        found = found if before is None else found.filter(pk__lt=before)
        return Response(serializers.SnapshotSerializer(found[:LARGEST_PAGE], many=True).data)

    @extend_schema(
        request=serializers.NewSnapshot,
        responses={201: serializers.SnapshotSerializer, **failures(400, 409)},
        summary="Freeze examples",
    )
    def post(self, request):
        kinds = {"name": TEXT, "filters": OBJECT, "shares": TEXT, "seed": NUMBER, "default_system": TEXT}
        asked = given(body_object(request), kinds)
        if not 0 <= asked.get("seed", 0) < 10**18:
            raise ParseError("“seed” must be a whole number from 0, of at most 18 digits.")
        with refusals_answered():
            for name in ("name", "default_system"):
                strict_text(asked.get(name), name)
            filters = filters_of(strict_filters(asked.get("filters", {})))
            try:
                frozen = snapshots.freeze(
                    asked.get("name", ""), filters, asked.get("shares", snapshots.SPLIT),
                    asked.get("seed", 0), asked.get("default_system", ""), who(request),
                )  # fmt: skip
            except OSError as error:
                raise Conflict(snapshots.no_room(error)) from None
        return Response(serializers.SnapshotSerializer(frozen).data, status=201)


class OneSnapshot(APIView):
    def get_permissions(self):
        return [MayActForGood()] if self.request.method == "DELETE" else super().get_permissions()

    @extend_schema(responses={200: serializers.SnapshotSerializer, **failures(404)}, summary="One snapshot")
    def get(self, request, pk):
        return Response(serializers.SnapshotSerializer(one(pk)).data)

    @extend_schema(
        responses={200: serializers.SnapshotSerializer, **failures(403, 404, 409)},
        summary="Delete the texts of a snapshot for good; what is known of them stays",
    )
    def delete(self, request, pk):
        found = one(pk)
        if found.removed_at is not None:
            raise Conflict("The texts of this snapshot are gone already.")
        found.delete_for_good(request.user)
        return Response(serializers.SnapshotSerializer(found).data)


class SnapshotFile(APIView):
    @extend_schema(
        parameters=[PERSONAL],
        responses={(200, "application/jsonl"): OpenApiTypes.BINARY, **failures(400, 404, 409)},
        summary="The file of a snapshot, whose SHA-256 is the snapshot's",
    )
    def get(self, request, pk):
        only_known(request.query_params, PERSONAL)
        found = one(pk)
        with refusals_answered():
            return frozen_file(found, allowed(request.query_params), who(request), "API")


class Compare(APIView):
    @extend_schema(
        parameters=[WITH, MOST],
        responses={200: serializers.DifferenceSerializer, **failures(400, 404, 409)},
        summary="What was added, removed and changed since an earlier snapshot",
    )
    def get(self, request, pk):
        only_known(request.query_params, WITH, MOST)
        after = one(pk)
        asked = whole_of(request.query_params, "with", "the id of a snapshot")
        before = one(asked) if asked is not None else Snapshot.objects.kept().filter(pk__lt=pk).first()
        if before is None:
            raise NotFound("There is no earlier snapshot. Name one with “with”.")
        most = whole_of(request.query_params, "most", "a whole number")
        with refusals_answered():
            found = snapshots.compare(before, after, min(LARGEST_PAGE, 50 if most is None else most))
        first = {
            kind: [{"id": pk, "before": old, "after": new} for pk, old, new in rows]
            for kind, rows in found.first.items()
        }
        counts = {kind: getattr(found, kind) for kind in ("same", "added", "removed", "changed")}
        return Response({"before": before.pk, "after": after.pk, **counts, "first": first})


# Destinations


class Destinations(APIView):
    @extend_schema(
        responses={200: serializers.DestinationSerializer(many=True)}, summary="The destinations, and their options"
    )
    def get(self, request):
        names = ("name", "title", "whom", "leaves", "goes_out", "format")
        every = [
            {
                **{name: getattr(one, name) for name in names},
                "sends": bool(one.sends),
                "options": [vars(field) for field in fields_of(one)],
            }
            for one in destinations.every().values()
        ]
        return Response(serializers.DestinationSerializer(every, many=True).data)


class Tell(APIView):
    @extend_schema(
        responses={200: serializers.ToldSerializer, **failures(400, 404, 409)},
        summary="What a destination does to the examples; options in the query",
    )
    def get(self, request, pk, name):
        with refusals_answered():
            bundle = Bundle(one(pk), place_of(name), request.query_params.dict())
            told = bundle.tell()
        left_out = [{"shape": shape.value, "examples": number, "first": first} for shape, number, first in told.refused]
        names = ("examples", "tokens", "parts", "limit", "cut")
        values = {name: getattr(told, name) for name in names} | {"notes": list(map(str, told.notes))}
        return Response({"options": bundle.options, **values, "left_out": left_out})


class BundleFile(APIView):
    @extend_schema(
        parameters=[PERSONAL],
        responses={**ZIP, **failures(400, 404, 409)},
        summary="A snapshot as a destination's bundle; options in the query",
    )
    def get(self, request, pk, name):
        query = request.query_params
        with refusals_answered():
            return zipped(
                Bundle(one(pk), place_of(name), options_in(query), allowed(query), who(request), way="API", waits=False)
            )


class Send(APIView):
    permission_classes = (MayActForGood,)

    @extend_schema(
        request=serializers.Sending,
        responses={201: serializers.RunSerializer, **failures(400, 403, 404, 409)},
        summary="Send a bundle to its destination from here; needs an account",
    )
    def post(self, request, pk, name):
        asked = given(body_object(request), {"options": OBJECT, "confirm": YES})
        with refusals_answered():
            bundle = Bundle(one(pk), place_of(name), asked.get("options", {}), by=request.user, waits=False)
            run = sending.send(bundle, asked.get("confirm"), request.user)
        return Response(serializers.RunSerializer(run).data, status=201)


# Runs


class Runs(APIView):
    @extend_schema(
        responses={200: serializers.RunSerializer(many=True), **failures(404)},
        summary="The trainings that came from a snapshot",
    )
    def get(self, request, pk):
        runs = one(pk).runs.select_related("by")[:LARGEST_PAGE]
        return Response(serializers.RunSerializer(runs, many=True).data)

    @extend_schema(
        request=serializers.NewRun,
        responses={201: serializers.RunSerializer, **failures(400, 404, 409)},
        summary="Begin a training; refused where the snapshot is not what was frozen",
    )
    def post(self, request, pk):
        asked = given(body_object(request), {"destination": TEXT, "sha256": TEXT, "options": OBJECT})
        place = place_of(asked.get("destination", ""))
        with refusals_answered():
            run = TrainingRun.start(
                one(pk), place.name, asked.get("options", {}), asked.get("sha256", ""), by=who(request)
            )
        return Response(serializers.RunSerializer(run).data, status=201)


class OneRun(APIView):
    @extend_schema(responses={200: serializers.RunSerializer, **failures(404)}, summary="One training")
    def get(self, request, pk):
        return Response(serializers.RunSerializer(get_object_or_404(TrainingRun, pk=pk)).data)

    @extend_schema(
        request=serializers.RunChange,
        responses={200: serializers.RunSerializer, **failures(400, 404, 409)},
        summary="Write down how a training ended, and the model that came of it",
    )
    def patch(self, request, pk):
        run = get_object_or_404(TrainingRun, pk=pk)
        asked = given(body_object(request), {"state": TEXT, "model": TEXT, "note": TEXT})
        ends = [state for state in State.values if state != State.RUNNING]
        if asked.get("state") not in ends:
            raise ParseError(f"“state” must be one of {', '.join(ends)}.")
        if len(asked.get("model", "")) > 200:
            raise ParseError("“model” must have at most 200 characters.")
        if run.state != State.RUNNING:
            raise Conflict(f"This training has ended already: it is {run.state}.")
        with refusals_answered():
            for name in ("model", "note"):
                strict_text(asked.get(name), name)
        run.end(asked["state"], asked.get("model", ""), asked.get("note", ""))
        return Response(serializers.RunSerializer(run).data)
