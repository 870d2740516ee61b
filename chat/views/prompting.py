"""The system prompt: the version that counts, those before it, and with an account a new one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chat import prompts
from chat.chat_forms import PromptForm
from chat.models import SystemPrompt
from chat.views.models import with_account
from trainingcenter.access import who

LISTED = 50


@require_http_methods(["GET", "POST"])
def prompt(request):
    if request.method == "POST":
        return with_account(keep)(request)
    current = prompts.current()
    chosen = request.GET.get("from", "")
    start = SystemPrompt.objects.filter(pk=chosen).first() if chosen.isdecimal() and len(chosen) < 19 else None
    return shown(request, PromptForm(initial={"text": (start or current).text}))


def keep(request):
    form = PromptForm(request.POST)
    if not form.is_valid():
        return shown(request, form, 400)
    text = form.cleaned_data["text"]
    if text == prompts.current().text:
        messages.success(request, _("Nothing was changed, so there is no new version."))
    else:
        SystemPrompt.objects.create(text=text, note=form.cleaned_data["note"], by=who(request))
        messages.success(request, _("The new version counts from the next question on."))
    return redirect("prompt")


def shown(request, form, status=200):
    context = {
        "form": form,
        "current": prompts.current(),
        "versions": SystemPrompt.objects.select_related("by")[:LISTED],
        "may": who(request) is not None,
    }
    return render(request, "chat/prompt.html", context, status=status)
