"""The addresses of the documents: the documented calls under /api/therapy/, and the pages."""

from django.urls import include, path

from chat import api_documents as api
from chat.document_pages import changing, collections, listing, questions, reading, trash

# Tools call these with and without a slash at the end.
documented = [
    path(route + end, view)
    for route, view in (
        ("upload", api.UploadDocument.as_view()),
        ("documents", api.Documents.as_view()),
        ("documents/<str:filename>", api.OneDocument.as_view()),
        ("knowledge-base", api.KnowledgeBase.as_view()),
    )
    for end in ("", "/")
]

urlpatterns = [
    path("api/therapy/", include(documented)),
    path("documents/", listing.documents, name="documents"),
    path("documents/list/", listing.rows, name="document-rows"),
    path("documents/upload/", listing.upload, name="document-upload"),
    path("documents/undo/", changing.undo, name="document-undo"),
    path("documents/trash/", trash.trash, name="document-trash"),
    path("documents/trash/empty/", trash.empty_trash, name="empty-document-trash"),
    path("documents/collections/", collections.collections, name="collections"),
    path("documents/collections/<int:pk>/", collections.change, name="collection"),
    path("documents/questions/", questions.sets, name="question-sets"),
    path("documents/questions/<int:pk>/", questions.one, name="question-set"),
    path("documents/<int:pk>/", reading.document, name="document"),
    path("documents/<int:pk>/act/", changing.act, name="document-act"),
    path("documents/<int:pk>/settle/", changing.settle, name="document-settle"),
    path("documents/<int:pk>/page-<int:number>.png", reading.picture, name="document-picture"),
]
