"""The addresses of the chat. The documented calls answer with and without a slash at their end, as tools write both."""

from django.urls import include, path

from chat import api_chat, views

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
    path("", views.chat, name="chat"),
    path("index.html", views.chat),
]
