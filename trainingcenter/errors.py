"""Answers to what went wrong: under /api/ always {"success": false, "error": "<a sentence>"}, elsewhere a page."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import DisallowedHost, RequestDataTooBig, SuspiciousOperation
from django.http import JsonResponse
from django.shortcuts import render
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from trainingcenter import access
from trainingcenter.parsing import JSONAnswer
from trainingcenter.refusals import LockedOut, TooLarge


def answer_for_exception(exc, context):
    """DRF's exception handler. What DRF does not know stays a 500, which is logged and answered by `server_error`."""
    if isinstance(exc, exceptions.NotAuthenticated) and asks_for_page(context["request"]):
        return redirect_to_login(context["request"].get_full_path())
    if isinstance(exc, RequestDataTooBig):
        exc = TooLarge(f"Send at most {settings.MAX_BODY_MB} MB at once.")
    elif isinstance(exc, SuspiciousOperation):
        exc = exceptions.ParseError("The request could not be read. Check its form and send it again.")
    elif getattr(context["request"], "axes_locked_out", False):  # axes' middleware does not see DRF's requests
        exc = LockedOut()
    response = exception_handler(exc, context)
    if response is None:
        return None
    set_rollback()
    # Whatever the address gives otherwise (the schema YAML, the docs a page) and the caller accepts: errors are JSON.
    context["request"].accepted_renderer = JSONAnswer()
    context["request"].accepted_media_type = JSONAnswer.media_type
    headers = {name: value for name, value in response.items() if name in ("WWW-Authenticate", "Retry-After", "Allow")}
    body = {"success": False, "error": sentence_of(exc)}
    body.update(getattr(exc, "extra", {}))
    return Response(body, status=response.status_code, headers=headers)


def asks_for_page(request):
    """Return whether a browser opens what is a page though it stands under /api/: the docs."""
    renderer = getattr(request, "accepted_renderer", None)  # none yet where the request itself was refused
    return getattr(renderer, "format", None) == "html" and "text/html" in request.headers.get("Accept", "")


def sentence_of(exc):
    """Return one sentence for a DRF or Django exception."""
    if isinstance(exc, exceptions.MethodNotAllowed):
        return f"{exc.detail} Look at /api/docs/ for what this address takes."
    if isinstance(exc, exceptions.NotAuthenticated):
        return "Sign in, or send “Authorization: Token …” with an API token."
    if isinstance(exc, exceptions.AuthenticationFailed):
        return "The name and password, or the API token, are not right or not valid any more. Check them."
    if isinstance(exc, exceptions.NotAcceptable):
        return "This address cannot answer in the form that “Accept” asks for. Send “Accept: application/json”."
    detail = getattr(exc, "detail", None)
    if detail is None:
        return "There is nothing here under that name or number."
    if str(detail).startswith("CSRF Failed"):
        return "The request had no CSRF token of this site. Load the page again, or send an API token."
    if isinstance(detail, dict):
        return " ".join(f"“{name}”: {first(value)}" for name, value in detail.items())
    return first(detail)


def first(detail):
    return str(detail[0]) if isinstance(detail, list) else str(detail)


def answer(request, status, sentence):
    """Answer outside of DRF, by the kind of reader."""
    if access.is_api(request.path):
        return JsonResponse({"success": False, "error": sentence}, status=status)
    return render(request, "error.html", {"sentence": sentence, "status": status}, status=status)


def bad_request(request, exception=None):
    if isinstance(exception, RequestDataTooBig):
        return answer(request, 413, f"Send at most {settings.MAX_BODY_MB} MB of text at once; bring more as a file.")
    if isinstance(exception, DisallowedHost):
        return answer(request, 400, "This instance does not go by that host name. List the name in ALLOWED_HOSTS.")
    return answer(request, 400, "The request could not be read. Check its form and send it again.")


def forbidden(request, exception=None):
    return answer(request, 403, "This needs an account that may do it. Sign in with one.")


def not_found(request, exception=None):
    return answer(request, 404, "There is nothing at this address. Check it, or start from the training page.")


def server_error(request):
    return answer(
        request, 500, "Something went wrong here, and it was noted. What you had saved is safe; try again in a moment."
    )


def csrf_failed(request, reason=""):
    return answer(request, 403, "The form was too old or came from elsewhere. Load the page again and send it again.")


def locked_out(request, credentials=None, *args, **kwargs):
    return answer(request, LockedOut.status_code, LockedOut.default_detail)
