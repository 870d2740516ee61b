"""Who may reach this instance and what they may do: the gate, the two modes, the permissions.

Open mode is one person's workstation: loopback only, no sign-in. Allowing any other host name makes it the shared
mode, with sign-in and tokens. docs/security.md says what each protects against.
"""

import ipaddress
import re

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string

LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"]
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}

# A header that only something between us and the caller adds. Matched on the WSGI name.
FORWARDING = re.compile(
    r"HTTP_(FORWARDED|X_FORWARDED(_\w+)?|X_REAL_IP|X_CLIENT_IP|X_CLUSTER_CLIENT_IP|VIA|CF_CONNECTING_IP|TRUE_CLIENT_IP)"
)
NAME = r"(?P<name>\[[0-9A-Fa-f:.]+\]|[0-9A-Za-z.-]+)"
HOST = re.compile(NAME + r"(:\d{1,5})?")


def is_loopback_name(name):
    """Return whether a host name (an IPv6 address in brackets) can mean no machine but this one."""
    if name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def is_shared(allowed_hosts):
    """Return whether these host names make sign-in compulsory: any name that is not loopback does."""
    return any(not is_loopback_name(host) for host in allowed_hosts)


def faults():
    """Yield (sentence, hint) for each setting that would leave this instance open to people it should not be open to.

    The system check and the gate's start both ask this: WSGI servers do not run system checks.
    """
    if not settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS is empty, so no address leads here.", "Leave it out for this computer alone."
    for host in settings.ALLOWED_HOSTS:
        if "*" in host or host.startswith("."):
            yield (
                f"ALLOWED_HOSTS has “{host}”, which stands for names that nobody has listed.",
                "Write out each host name that leads here, with commas between them.",
            )
        elif not re.fullmatch(NAME, host):
            yield (
                f"ALLOWED_HOSTS has “{host}”, which is no host name.",
                "Write the name alone, without http:// and port; an IPv6 address in brackets.",
            )
    if not settings.SHARED and not is_loopback_name(settings.BIND):
        yield (
            f"BIND is {settings.BIND}, which other computers can reach, but nobody has to sign in.",
            "Set BIND=127.0.0.1, or list the host name in ALLOWED_HOSTS so that sign-in is turned on.",
        )


class Gate:
    """The first middleware. It refuses to start where `faults()` finds one, and in open mode refuses every request
    that could come from another machine or from another web site."""

    def __init__(self, get_response):
        self.get_response = get_response
        for sentence, hint in faults():
            raise ImproperlyConfigured(f"{sentence} {hint}")

    def __call__(self, request):
        refusal = None if settings.SHARED else refusal_of(request.META, request.method, request.path)
        if refusal:
            return refused(request.path, *refusal)
        return self.get_response(request)


def refusal_of(meta, method, path):
    """Return (status, sentence) where the open mode must refuse this request, else None. `meta` is a WSGI environ."""
    host = HOST.fullmatch(meta.get("HTTP_HOST", ""))
    if not host or not is_loopback_name(host["name"]):
        return 400, (
            "This instance answers to localhost only. Open http://localhost with its port, or list the host name in "
            "ALLOWED_HOSTS to share it with sign-in."
        )
    # A Unix socket has no peer address; only this machine can hold one.
    if meta.get("REMOTE_ADDR") and not is_loopback_name(meta["REMOTE_ADDR"]):
        return 403, "This instance answers this computer only. Set ALLOWED_HOSTS to share it with sign-in."
    if any(FORWARDING.fullmatch(name) for name in meta):
        return 403, "A proxy is in front of this instance: turn sign-in on by listing its host name in ALLOWED_HOSTS."
    site = meta.get("HTTP_SEC_FETCH_SITE", "none")
    if method not in SAFE_METHODS:
        origin = meta.get("HTTP_ORIGIN")
        if site not in ("same-origin", "none") or (origin is not None and origin != own_origin(meta)):
            return 403, "Another web site sent this request, so nothing was done. Use the pages of this instance."
    elif site not in ("same-origin", "none") and is_api(path):
        return 403, "Another web site asked for this data, so it was not given. Use the pages of this instance."
    return None


def own_origin(meta):
    return f"{meta.get('wsgi.url_scheme', 'http')}://{meta['HTTP_HOST']}"


def is_api(path):
    return path == "/api" or path.startswith("/api/")


def refused(path, status, sentence):
    """Answer a refusal in the shape its reader expects: JSON under /api/, else a page that needs nothing else."""
    if is_api(path):
        response = JsonResponse({"success": False, "error": sentence}, status=status)
    else:
        response = HttpResponse(render_to_string("refused.html", {"sentence": sentence}), status=status)
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "DENY"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return response


class MayUse:
    """API permission: anybody in open mode (the gate has seen to who that is), a signed-in person in shared mode."""

    def has_permission(self, request, view):
        return not settings.SHARED or bool(request.user and request.user.is_authenticated)

    def has_object_permission(self, request, view, obj):
        return True


class MayActForGood(MayUse):
    """API permission for what cannot be undone: a signed-in person in both modes."""

    message = "This cannot be undone, so it needs an account. Sign in, or send an API token."

    def has_permission(self, request, view):
        return bool(request.user and request.user.is_authenticated)


def who(request):
    """Return the signed-in user, or None for a person at an open workstation."""
    return request.user if request.user.is_authenticated else None


def mode(request):
    """Template context: whether people sign in here."""
    return {"shared": settings.SHARED}
