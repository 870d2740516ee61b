"""The addresses of the chat."""

from django.urls import include, path

from chat import views

urlpatterns = [
    path("", views.chat, name="chat"),
    path("index.html", views.chat),
    path("", include("chat.document_urls")),
]
