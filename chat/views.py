"""The chat page. No model can be set up yet, and it says so."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def chat(request):
    return render(request, "chat/chat.html")
