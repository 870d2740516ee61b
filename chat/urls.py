"""The addresses of the chat."""

from django.urls import path

from chat import views

urlpatterns = [
    path("", views.chat, name="chat"),
    path("index.html", views.chat),
]
