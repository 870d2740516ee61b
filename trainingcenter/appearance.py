"""Light, dark or as the system has it: the person's choice, kept in a cookie, so that a page comes in it at once."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

THEMES = ("system", "light", "dark")
COOKIE = "theme"
YEAR = 365 * 24 * 3600  # seconds


@require_POST
def choose(request):
    """Keep the posted theme and go back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/training.html"
    answer = HttpResponseRedirect(back)
    theme = request.POST.get("theme")
    if theme in THEMES:
        answer.set_cookie(COOKIE, theme, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return answer


def theme(request):
    """Template context: the chosen theme."""
    chosen = request.COOKIES.get(COOKIE)
    return {"theme": chosen if chosen in THEMES else "system"}
