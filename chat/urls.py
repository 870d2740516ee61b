"""The addresses of the chat. The documented calls answer with and without a slash at their end, as tools write both."""

from django.urls import include, path

from chat import api_chat, api_conversations
from chat.views import chatting, comparing, examples, models, prompting

documented = [
    path(f"{address}{end}", view)
    for address, view in (
        ("therapy/chat", api_chat.Chat.as_view()),
        ("therapy/chat-with-docs", api_chat.ChatWithDocs.as_view()),
        ("chat-with-context", api_chat.ChatWithContext.as_view()),
        ("generate", api_chat.GenerateText.as_view()),
    )
    for end in ("", "/")
]

urlpatterns = [
    path("api/", include(documented)),
    path("api/conversations/", api_conversations.Conversations.as_view(), name="api-conversations"),
    path("api/conversations/<int:pk>/", api_conversations.OneConversation.as_view(), name="api-conversation"),
    path("api/conversations/<int:pk>/restore/", api_conversations.RestoreConversation.as_view()),
    path("api/conversations/<int:pk>/export/<str:format_name>/", api_conversations.ConversationFile.as_view()),
    path("", include("chat.document_urls")),
    path("", chatting.new, name="chat"),
    path("index.html", chatting.new),
    path("chat/ask/", chatting.ask, name="ask"),
    path("chat/rated/", chatting.rated, name="rated"),
    path("chat/compare/", comparing.compare, name="compare"),
    path("chat/compare/<int:pk>/", comparing.pair, name="compare-pair"),
    path("chat/prompt/", prompting.prompt, name="prompt"),
    path("chat/<int:pk>/", chatting.conversation, name="conversation"),
    path("chat/<int:pk>/act/", chatting.act, name="conversation-act"),
    path("chat/<int:pk>/export/<str:format>/", chatting.export, name="conversation-export"),
    path("chat/turns/<int:pk>/", chatting.turn, name="turn"),
    path("chat/turns/<int:pk>/stream/", chatting.stream, name="turn-stream"),
    path("chat/turns/<int:pk>/act/", chatting.act_on_turn, name="turn-act"),
    path("chat/turns/<int:pk>/example/", examples.use, name="turn-example"),
    path("documents/<int:pk>/draft/", examples.draft, name="document-draft"),
    path("models/", models.models, name="models"),
    path("models/add/", models.add, name="model-add"),
    path("models/<int:pk>/", models.edit, name="model-edit"),
    path("models/<int:pk>/act/", models.act, name="model-act"),
]
