"""The documented API of the documents under /api/therapy/, exactly as docs/api.md has it."""

import json

from django.conf import settings
from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.response import Response
from rest_framework.views import APIView

from chat import indexing, parsers
from chat.models import Document
from chat.reasons import Unreadable
from examples.api import failures
from trainingcenter.access import who
from trainingcenter.refusals import TooLarge

MB = 1024 * 1024


class FileToUpload(serializers.Serializer):
    file = serializers.FileField(help_text="PDF, DOCX, MD, TXT, HTML, JSON or CSV; what it is, its content says.")


class UploadedDocument(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()
    filename = serializers.CharField(help_text="Its name here: with a number where the name was taken.")
    size = serializers.IntegerField(help_text="Bytes.")
    extracted_text_length = serializers.IntegerField(help_text="Characters.")
    passages = serializers.IntegerField(help_text="The pieces that it can be cited by.")
    type = serializers.CharField()
    id = serializers.IntegerField()
    pages = serializers.IntegerField(help_text="0 for a kind that has none.")
    notes = serializers.ListField(child=serializers.CharField(), help_text="Pages that were not read, and such.")
    possible_identifiers = serializers.DictField(help_text="Kind of personal data that may be in it, and how often.")


class ListedDocument(serializers.Serializer):
    filename = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    uploaded = serializers.DateTimeField()
    id = serializers.IntegerField()
    type = serializers.CharField()
    state = serializers.CharField()
    on = serializers.BooleanField(help_text="Off: kept, but no answer relies on it.")
    pages = serializers.IntegerField()
    passages = serializers.IntegerField()
    collections = serializers.ListField(child=serializers.CharField())


class ListedDocuments(serializers.Serializer):
    success = serializers.BooleanField()
    documents = ListedDocument(many=True)
    count = serializers.IntegerField()


class RemovedDocument(serializers.Serializer):
    success = serializers.BooleanField()
    message = serializers.CharField()


class KnowledgeBaseTexts(serializers.Serializer):
    success = serializers.BooleanField()
    knowledge_base = serializers.DictField(child=serializers.CharField(), help_text="Name of the file → its text.")
    document_count = serializers.IntegerField()


class UploadDocument(APIView):
    @extend_schema(
        request={"multipart/form-data": FileToUpload},
        responses={200: UploadedDocument, **failures(400, 413)},
        summary="Bring a document that answers may rely on",
    )
    def post(self, request):
        file = file_of(request)
        try:
            document = indexing.add(file, file.name, by=who(request))
        except Unreadable as error:
            raise ParseError(f"“{indexing.proper(file.name)}” was not taken in. {error}") from None
        except indexing.TooLarge as error:
            raise TooLarge(str(error)) from None
        return Response(
            {
                "success": True,
                "message": f"“{document.name}” can be asked now: {counted(document.passage_count)}.",
                "filename": document.name,
                "size": document.size,
                "extracted_text_length": document.length,
                "passages": document.passage_count,
                "type": document.kind,
                "id": document.pk,
                "pages": document.pages,
                "notes": document.remarks,
                "possible_identifiers": document.identifiers,
            }
        )


def counted(number):
    return "1 passage" if number == 1 else f"{number:,} passages"


def file_of(request):
    """Return the file in a request. Raises a 400, or a 413 before anything of it is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.MAX_DOCUMENT_MB * MB + MB // 2:
        raise TooLarge(str(indexing.TooLarge()))
    files = request.FILES.getlist("file") if request.content_type.startswith("multipart/") else []
    if len(files) != 1:
        count = "No file came" if not files else f"{len(files)} files came at once"
        endings = ", ".join(parsers.suffixes())
        raise ParseError(f"{count}. Send one file as form data under the name “file”: {endings}.")
    return files[0]


class Documents(APIView):
    @extend_schema(responses={200: ListedDocuments}, summary="All documents, oldest first")
    def get(self, request):
        documents = Document.objects.live().briefly().prefetch_related("collections").order_by("id")
        listed = [
            {
                "filename": document.name,
                "size": document.size,
                "uploaded": document.created_at.isoformat(),
                "id": document.pk,
                "type": document.kind,
                "state": document.state,
                "on": document.on,
                "pages": document.pages,
                "passages": document.passage_count,
                "collections": [collection.name for collection in document.collections.all()],
            }
            for document in documents
        ]
        return Response({"success": True, "documents": listed, "count": len(listed)})


class OneDocument(APIView):
    @extend_schema(
        parameters=[OpenApiParameter("filename", OpenApiTypes.STR, OpenApiParameter.PATH)],
        responses={200: RemovedDocument, **failures(404)},
        summary="Move a document to the trash",
    )
    def delete(self, request, filename):
        document = Document.objects.live().filter(name=filename).first()
        if document is None:
            raise NotFound(f"There is no document “{filename[:200]}”. GET /api/therapy/documents lists all.")
        document.remove()
        return Response({"success": True, "message": f"“{document.name}” is in the trash now."})


class KnowledgeBase(APIView):
    @extend_schema(responses={200: KnowledgeBaseTexts}, summary="The texts that answers may rely on")
    def get(self, request):
        return StreamingHttpResponse(texts(), content_type="application/json")


def texts():
    """Yield the JSON of all texts, one at a time in memory."""
    yield '{"success": true, "knowledge_base": {'
    count = 0
    for name, text in Document.objects.usable().order_by("id").values_list("name", "text").iterator(chunk_size=1):
        yield f"{', ' if count else ''}{json.dumps(name)}: {json.dumps(text)}"
        count += 1
    yield f'}}, "document_count": {count}}}'
