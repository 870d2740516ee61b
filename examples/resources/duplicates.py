"""/api/duplicates/: clusters of examples that say nearly the same, and what is done about them."""

from contextlib import contextmanager
from itertools import chain

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from examples import findings, merging, paging
from examples.api import failures, refusals_answered, yes_of
from examples.models import Cluster
from examples.resources.queries import ID, LARGEST_PAGE, only_known, whole_id, whole_of
from examples.serializers import (
    ClusterPage,
    ClusterSerializer,
    ExampleSerializer,
    KeepOne,
    Kept,
    Merge,
    Merged,
    Version,
)
from examples.texts import Refused, kind_of, strict_text
from trainingcenter.access import who
from trainingcenter.refusals import Conflict

PAGE, MEMBERS = 20, 20
KEY = ("size", "id")
KEPT = OpenApiParameter("kept", OpenApiTypes.BOOL, description="Those that were kept as they are instead.")
PAGING = [
    OpenApiParameter("after", OpenApiTypes.STR, description="From the answer's `next`."),
    OpenApiParameter("before", OpenApiTypes.STR, description="From the answer's `previous`."),
]
AFTER_ID = OpenApiParameter("after_id", OpenApiTypes.INT, description="Members with larger ids than this.")


class DuplicateViewSet(ViewSet):
    """Clusters of near duplicates. Each has a `version`; sent back with a verb, nothing is done where it changed."""

    @extend_schema(parameters=[KEPT, *PAGING], responses={200: ClusterPage, **failures(400)})
    def list(self, request):
        query = request.query_params
        only_known(query, KEPT, *PAGING)
        after, before = (paging.decoded(query.get(place), KEY) for place in paging.PLACES)
        rows, previous, following = Cluster.objects.shown(yes_of(query, "kept")).page(after, before, PAGE)
        places = [paging.address(query, *place) for place in (("after", following), ("before", previous))]
        following, previous = (place and request.build_absolute_uri(request.path + place) for place in places)
        return Response({"next": following, "previous": previous, "results": told(rows, MEMBERS)})

    @extend_schema(parameters=[ID, AFTER_ID], responses={200: ClusterSerializer, **failures(400, 404)})
    def retrieve(self, request, pk):
        only_known(request.query_params, AFTER_ID)
        after = whole_of(request.query_params, "after_id", "the id of an example")
        [cluster] = told([one(pk)], LARGEST_PAGE, after or 0)
        return Response(cluster)

    @extend_schema(parameters=[ID], request=KeepOne, responses={200: Kept, **failures(400, 404, 409)})
    @action(detail=True, methods=["post"], url_path="keep-one")
    def keep_one(self, request, pk):
        """Move all but one to the trash."""
        body = body_of(request)
        keep = body.get("keep")
        if type(keep) is not int:
            raise ParseError("“keep” must be the id of the example that stays.")
        with decided():
            _moment, moved, _approved = merging.keep_one(one(pk), keep, version_of(body))
        return Response({"success": True, "kept": 1, "removed": moved})

    @extend_schema(parameters=[ID], request=Version, responses={200: Kept, **failures(400, 404, 409)})
    @action(detail=True, methods=["post"], url_path="keep-all")
    def keep_all(self, request, pk):
        """Keep all, and list them no more unless another example comes to them."""
        cluster = one(pk)
        with decided():
            merging.keep_all(cluster, version_of(body_of(request)))
        return Response({"success": True, "kept": cluster.size, "removed": 0})

    @extend_schema(parameters=[ID], request=Merge, responses={200: Merged, **failures(400, 404, 409)})
    @action(detail=True, methods=["post"])
    def merge(self, request, pk):
        """Make one example of several: `into` gets the texts and tags, the others go to the trash."""
        body = body_of(request)
        into, others = body.get("into"), body.get("others")
        if type(into) is not int or not isinstance(others, list) or not all(type(pk) is int for pk in others):
            raise ParseError("“into” must be the id of the example that stays, “others” the ids of those that go.")
        if not 0 < len(others) <= LARGEST_PAGE:
            raise ParseError(f"“others” must be 1 to {LARGEST_PAGE} ids.")
        with decided():
            texts, tags = texts_of(body)
            example, _moment = merging.merge(
                one(pk), into, others, texts, tags, version=version_of(body), by=who(request)
            )
        removed = len(set(others) - {into})
        findings.with_marks([example])
        return Response({"success": True, "example": ExampleSerializer(example).data, "removed": removed})


@contextmanager
def decided():
    """Turn what keeps a decision from being carried out into a 400 or a 409 with its sentence."""
    try:
        with refusals_answered():
            yield
    except merging.Changed:
        raise Conflict("These duplicates changed since you read them, so nothing was done. Read them anew.") from None


def one(pk):
    return get_object_or_404(Cluster.objects.filter(size__gte=2), pk=whole_id(pk))


def told(some, most, after=0):
    """Return what is told of some clusters, each with so many members at most, of ids larger than one."""
    members = [list(one.members().filter(id__gt=after).select_related("reviewer")[:most]) for one in some]
    findings.with_marks([*chain.from_iterable(members)])
    return [
        {
            "id": cluster.pk,
            "size": cluster.size,
            "wordings": cluster.wordings,
            "kept": cluster.dismissed,
            "version": cluster.version,
            "members": ExampleSerializer(these, many=True).data,
        }
        for cluster, these in zip(some, members, strict=True)
    ]


def body_of(request):
    if not isinstance(request.data, dict):
        raise ParseError(f"The body must be a JSON object, and here it is {kind_of(request.data)}.")
    return request.data


def version_of(body):
    """Return the version that the caller read, or None. Raises a 400."""
    version = body.get("version")
    if version is not None and type(version) is not int:
        raise ParseError("“version” must be the whole number that the cluster had when you read it.")
    return version


def texts_of(body):
    """Return (texts, tags or None) that the merged example gets. Raises Refused."""
    texts = body.get("texts", {})
    if not isinstance(texts, dict) or not set(texts) <= set(merging.TEXTS):
        raise Refused(f"“texts” must be an object with some of {', '.join(merging.TEXTS)}.")
    for name, text in texts.items():
        strict_text(text, name)
    tags = body.get("tags")
    return {name: text or "" for name, text in texts.items()}, None if tags is None else strict_text(tags, "tags")
