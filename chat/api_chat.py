"""The documented chat calls under /api/, exactly as docs/api.md has them."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from chat import answering, backends
from chat.models import Document, LanguageModel
from examples.api import body_object, failures, refusals_answered
from examples.texts import kind_of, strict_text

# More than any answer here is good for; a model's own limit may be lower.
MOST_TOKENS, MOST_PASSAGES, MOST_TURNS = 16_000, 20, 500
PREVIEW = 200
ROLES = ("user", "assistant")


class ModelFailed(APIException):
    """A model gave no answer: 502 where it failed, 503 where something is to be set up, 504 where it is too slow. What
    came before it broke off goes beside the sentence."""

    def __init__(self, failure):
        super().__init__(str(failure))
        self.status_code = failure.status
        given = getattr(failure, "answer", None)
        self.extra = {"partial_response": given.text} if given and given.spoken and given.text else {}


# For the schema


class Ask(serializers.Serializer):
    message = serializers.CharField()
    session_context = serializers.CharField(required=False, help_text="Such as general, pre-session, integration.")
    max_tokens = serializers.IntegerField(required=False, default=800, min_value=1, max_value=MOST_TOKENS)
    temperature = serializers.FloatField(required=False, default=0.7, min_value=0, max_value=2)
    model = serializers.CharField(required=False, help_text="The name of a model that is set up here.")


class AskDocuments(Ask):
    use_knowledge_base = serializers.BooleanField(required=False, default=True)
    max_tokens = serializers.IntegerField(required=False, default=1000, min_value=1, max_value=MOST_TOKENS)
    top_chunks = serializers.IntegerField(required=False, default=3, min_value=1, max_value=MOST_PASSAGES)


class AskWithContext(serializers.Serializer):
    message = serializers.CharField()
    context = serializers.CharField(required=False)
    system_prompt = serializers.CharField(required=False)
    max_tokens = serializers.IntegerField(required=False, default=1000, min_value=1, max_value=MOST_TOKENS)
    temperature = serializers.FloatField(required=False, default=0.7, min_value=0, max_value=2)
    model = serializers.CharField(required=False)


class PlainTurn(serializers.Serializer):
    role = serializers.ChoiceField(choices=ROLES)
    content = serializers.CharField()


class Generate(serializers.Serializer):
    prompt = serializers.CharField()
    conversation_history = PlainTurn(many=True, required=False)
    max_tokens = serializers.IntegerField(required=False, default=500, min_value=1, max_value=MOST_TOKENS)
    temperature = serializers.FloatField(required=False, default=0.7, min_value=0, max_value=2)
    model = serializers.CharField(required=False)


class Answered(serializers.Serializer):
    success = serializers.BooleanField()
    response = serializers.CharField()
    model = serializers.CharField(allow_null=True, help_text="null: no model was asked.")
    disclaimer = serializers.CharField()
    crisis = serializers.BooleanField(help_text="The message shows danger: the response names whom to turn to.")
    incomplete = serializers.CharField(allow_null=True, help_text="Why the answer is not whole, else null.")
    left_out = serializers.DictField(
        child=serializers.IntegerField(), help_text="How many passages and turns did not fit the model's limit."
    )


class AnsweredWithContext(Answered):
    context_used = serializers.BooleanField()


class Source(serializers.Serializer):
    number = serializers.IntegerField(help_text="As the response cites it: [1].")
    filename = serializers.CharField()
    page = serializers.IntegerField(allow_null=True)
    chunkIndex = serializers.IntegerField()
    totalChunks = serializers.IntegerField()
    startChar = serializers.IntegerField()
    endChar = serializers.IntegerField()
    preview = serializers.CharField()
    passage_id = serializers.IntegerField()


class AnsweredFromDocuments(Answered):
    knowledge_base_used = serializers.BooleanField()
    documents_count = serializers.IntegerField()
    chunks_used = serializers.IntegerField()
    context_tokens = serializers.IntegerField(help_text="Of the passages, estimated.")
    sources = Source(many=True)
    invented_citations = serializers.IntegerField(help_text="Citations of nothing that were taken out.")


def call(request, answered):
    """Make a method one of the documented calls, for the schema."""
    return extend_schema(request=request, responses={200: answered, **failures(400, 413, 502, 503, 504)})


# The calls


class Chat(APIView):
    @call(Ask, Answered)
    def post(self, request):
        """Answer a message."""
        body = Body(request)
        asked = answering.Question(
            body.text("message", required=True), session=body.text("session_context"), **body.choices(max_tokens=800)
        )
        return Response(told(answered(asked)))


class ChatWithDocs(APIView):
    @call(AskDocuments, AnsweredFromDocuments)
    def post(self, request):
        """Answer a message from the documents, with the passages that the answer relies on."""
        body = Body(request)
        use = body.yes("use_knowledge_base", True)
        asked = answering.Question(
            body.text("message", required=True),
            session=body.text("session_context"),
            use_documents=use,
            most=body.whole("top_chunks", 3, MOST_PASSAGES),
            **body.choices(max_tokens=1000),
        )
        if not use and (asked.model or LanguageModel.objects.default()) is None:
            asked.use_documents = True  # without a model there is nothing but passages to answer with
        given = answered(asked)
        return Response(
            {
                **told(given),
                "knowledge_base_used": bool(given.found),
                "documents_count": Document.objects.usable().count(),
                "chunks_used": len(given.found),
                "context_tokens": given.context_tokens if given.found else 0,
                "sources": [source(number, found) for number, found in enumerate(given.found, 1)],
                "invented_citations": given.invented,
            }
        )


class ChatWithContext(APIView):
    @call(AskWithContext, AnsweredWithContext)
    def post(self, request):
        """Answer a message from a context that the caller brings."""
        body = Body(request)
        context, system = body.text("context"), body.text("system_prompt")
        asked = answering.Question(
            body.text("message", required=True), context=context, system=system or None, **body.choices(max_tokens=1000)
        )
        return Response({**told(answered(asked)), "context_used": bool(context.strip())})


class GenerateText(APIView):
    @call(Generate, Answered)
    def post(self, request):
        """Go on with a conversation that the caller keeps."""
        body = Body(request)
        asked = answering.Question(
            body.text("prompt", required=True),
            history=body.turns("conversation_history"),
            **body.choices(max_tokens=500),
        )
        return Response(told(answered(asked)))


def answered(asked):
    """Return the Answer. Raises ModelFailed."""
    try:
        return answering.answer(asked)
    except backends.Failed as failure:
        raise ModelFailed(failure) from None


def told(given):
    return {
        "success": True,
        "response": given.text,
        "model": given.model_name,
        "disclaimer": str(answering.DISCLAIMER),
        "crisis": given.crisis,
        "incomplete": str(given.failure) if given.failure else None,
        "left_out": given.left_out,
    }


def source(number, found):
    return {
        "number": number,
        "filename": found.document.name,
        "page": found.page,
        "chunkIndex": found.passages[0].number,
        "totalChunks": found.document.passage_count,
        "startChar": found.start,
        "endChar": found.end,
        "preview": found.text[:PREVIEW],
        "passage_id": found.passage.pk,
    }


class Body:
    """The JSON body of a call, read strictly: each method returns one value or raises a 400."""

    def __init__(self, request):
        self.values = body_object(request)

    def text(self, name, required=False):
        with refusals_answered():
            return strict_text(self.values.get(name), name, required=required)

    def yes(self, name, default):
        value = self.values.get(name)
        if value is not None and not isinstance(value, bool):
            raise ParseError(f"“{name}” must be true or false, and here it is {kind_of(value)}.")
        return default if value is None else value

    def whole(self, name, default, most):
        value = self.values.get(name)
        if value is None:
            return default
        if type(value) is not int or not 1 <= value <= most:
            raise ParseError(f"“{name}” must be a whole number from 1 to {most:,}.")
        return value

    def temperature(self):
        value = self.values.get("temperature")
        if value is None:
            return 0.7
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 2:
            raise ParseError("“temperature” must be a number from 0 to 2.")
        return value

    def turns(self, name):
        """Return earlier turns, oldest first."""
        turns = self.values.get(name)
        if turns is None:
            return []
        if not isinstance(turns, list) or len(turns) > MOST_TURNS:
            raise ParseError(f"“{name}” must be a list of at most {MOST_TURNS} turns.")
        found = []
        for number, turn in enumerate(turns, 1):
            if not isinstance(turn, dict) or turn.get("role") not in ROLES:
                raise ParseError(
                    f"Turn {number} of “{name}” must be an object with “role”, user or assistant, and “content”."
                )
            with refusals_answered():
                found.append(
                    {"role": turn["role"], "content": strict_text(turn.get("content"), "content", required=True)}
                )
        return found

    def choices(self, max_tokens):
        """Return what each call can choose. A model is chosen by its name here, never by an address."""
        name = self.text("model")
        model = None
        if name:
            model = LanguageModel.objects.known().filter(name=name).first()
            if model is None:
                names = ", ".join(LanguageModel.objects.values_list("name", flat=True)[:20])
                known = f"There is {names}." if names else "None is set up yet: open /models/."
                raise ParseError(f"No model is called “{name[:100]}” here. {known}")
        return {
            "model": model,
            "max_tokens": self.whole("max_tokens", max_tokens, MOST_TOKENS),
            "temperature": self.temperature(),
        }
