"""/api/conversations/: the conversations of the chat page, as programs read, name, delete and export them."""

import json

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from chat import conversing, showing
from chat.models import Conversation, Turn
from examples.api import body_object, failures, refusals_answered
from examples.resources.queries import LARGEST_PAGE, PAGE, limit_of, only_known, whole_of
from examples.texts import strict_text
from trainingcenter.access import who

LONGEST_TITLE = 200
PAGING = [
    OpenApiParameter("q", OpenApiTypes.STR, description="Words that are all in its name or in what was said."),
    OpenApiParameter("before_id", OpenApiTypes.INT, description="Those that were last used before this one."),
    OpenApiParameter("limit", OpenApiTypes.INT, description=f"1 to {LARGEST_PAGE}, else {PAGE}."),
]
ADDRESS_FORMAT = OpenApiParameter("format_name", OpenApiTypes.STR, OpenApiParameter.PATH, enum=["json", "md"])


class Brief(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField()
    session_context = serializers.CharField(help_text="Such as general, pre-session, integration.")
    use_documents = serializers.BooleanField()
    messages = serializers.IntegerField(help_text="In all branches.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField(help_text="When something was last asked or answered.")


class Page(serializers.Serializer):
    next = serializers.CharField(allow_null=True, help_text="“?…” of the next page, or null.")
    results = Brief(many=True)


class Message(serializers.Serializer):
    """A message; from `state` on, what an answer alone has."""

    id = serializers.IntegerField()
    parent = serializers.IntegerField(allow_null=True, help_text="The message before it; of branches each has its own.")
    role = serializers.ChoiceField(choices=("user", "assistant"))
    content = serializers.CharField()
    created_at = serializers.DateTimeField()
    state = serializers.CharField(required=False, help_text="done, stopped, incomplete, failed, waiting or writing.")
    problem = serializers.CharField(required=False, help_text="Why it is not whole.")
    crisis = serializers.BooleanField(required=False)
    model = serializers.CharField(required=False, allow_null=True)
    prompt = serializers.IntegerField(required=False, allow_null=True, help_text="The version of the system prompt.")
    sources = serializers.ListField(child=serializers.DictField(), required=False)
    left_out = serializers.DictField(child=serializers.IntegerField(), required=False)
    invented_citations = serializers.IntegerField(required=False)
    rating = serializers.IntegerField(required=False, help_text="1 up, -1 down, 0 not rated.")
    reason = serializers.CharField(required=False)
    example = serializers.IntegerField(required=False, allow_null=True, help_text="The id of the example made of it.")


class Whole(Brief):
    turns = Message(many=True, help_text="All branches, in the order of their making.")


class NewTitle(serializers.Serializer):
    title = serializers.CharField(max_length=LONGEST_TITLE)


def mine(request, **which):
    """Return the conversations that the caller may see, with how many messages each has."""
    each = Turn.objects.filter(conversation=OuterRef("pk")).order_by().values("conversation")
    messages = Coalesce(Subquery(each.annotate(number=Count("pk")).values("number")), 0)
    return Conversation.objects.of(who(request)).filter(**which).annotate(messages=messages)


def brief(conversation):
    return {
        "id": conversation.pk,
        "title": conversation.title,
        "session_context": conversation.context,
        "use_documents": conversation.use_documents,
        "messages": conversation.messages,
        "created_at": conversation.created_at.isoformat(),
        "updated_at": conversation.updated_at.isoformat(),
    }


class Conversations(APIView):
    @extend_schema(
        parameters=PAGING,
        responses={200: Page, **failures(400)},
        operation_id="conversations_list",
        summary="The conversations, the last used first",
    )
    def get(self, request):
        only_known(request.query_params, *PAGING)
        limit, before = limit_of(request.query_params), whole_of(request.query_params, "before_id", "an id")
        found = mine(request, removed_at=None).with_words(request.query_params.get("q", "")[:200])
        if before is not None:
            last = mine(request).filter(pk=before).first()
            if last is None:
                raise ParseError(f"There is no conversation {before} to begin after. Start from the first page.")
            found = found.filter(Q(updated_at__lt=last.updated_at) | Q(updated_at=last.updated_at, pk__lt=before))
        rows = list(found[: limit + 1])
        return Response(
            {"next": following(request, rows[limit - 1]) if len(rows) > limit else None,
             "results": [brief(one) for one in rows[:limit]]}
        )  # fmt: skip


def following(request, last):
    query = request.query_params.copy()
    query["before_id"] = last.pk
    return f"?{query.urlencode()}"


class OneConversation(APIView):
    @extend_schema(
        responses={200: Whole, **failures(404)},
        operation_id="conversations_retrieve",
        summary="A conversation with its messages",
    )
    def get(self, request, pk):
        found = get_object_or_404(mine(request, removed_at=None), pk=pk)
        turns = conversing.turns_of(found).values()
        return Response({**brief(found), "turns": [showing.turn_object(turn) for turn in turns]})

    @extend_schema(request=NewTitle, responses={200: Brief, **failures(400, 404)}, summary="Name a conversation")
    def patch(self, request, pk):
        found = get_object_or_404(mine(request, removed_at=None), pk=pk)
        found.title = title_of(body_object(request))
        found.save(update_fields=["title"])
        return Response(brief(found))

    @extend_schema(responses={204: None, **failures(404)}, summary="Move a conversation to the trash")
    def delete(self, request, pk):
        get_object_or_404(mine(request, removed_at=None), pk=pk).remove()
        return Response(status=204)


def title_of(body):
    """Return the new name that a body holds. Raises a 400."""
    unknown = next((name for name in body if name != "title"), None)
    if unknown is not None:
        raise ParseError(f"“{unknown[:80]}” cannot be changed. Send “title” alone.")
    with refusals_answered():
        title = strict_text(body.get("title"), "title", required=True).strip()
    if len(title) > LONGEST_TITLE:
        raise ParseError(f"“title” has {len(title):,} characters; {LONGEST_TITLE} are the most.")
    return title


class RestoreConversation(APIView):
    @extend_schema(
        request=None, responses={200: Brief, **failures(404)}, summary="Take a conversation out of the trash"
    )
    def post(self, request, pk):
        found = get_object_or_404(mine(request), pk=pk)
        found.restore()
        return Response(brief(found))


class ConversationFile(APIView):
    @extend_schema(
        parameters=[ADDRESS_FORMAT],
        responses={
            (200, "application/json"): OpenApiTypes.BINARY,
            (200, "text/markdown"): OpenApiTypes.BINARY,
            **failures(404),
        },
        summary="A conversation as a file: all branches as JSON, the latest one as Markdown",
    )
    def get(self, request, pk, format_name):
        found = get_object_or_404(mine(request, removed_at=None).select_related("tip"), pk=pk)
        writer = FILES.get(format_name)
        if writer is None:
            raise NotFound(f"There is no format “{format_name[:40]}” here. There are {', '.join(FILES)}.")
        content_type, write = writer
        response = HttpResponse(write(found), content_type=content_type)
        response["Content-Disposition"] = f'attachment; filename="conversation-{found.pk}.{format_name}"'
        return response


def as_json(conversation):
    turns = conversing.turns_of(conversation).values()
    return json.dumps(showing.as_object(conversation, turns), ensure_ascii=False)


def as_markdown(conversation):
    turns = conversing.turns_of(conversation)
    end = turns.get(conversation.tip_id) or next(reversed(turns.values()), None)
    return showing.as_markdown(conversation, conversing.branch(turns, end))


FILES = {"json": ("application/json", as_json), "md": ("text/markdown; charset=utf-8", as_markdown)}
