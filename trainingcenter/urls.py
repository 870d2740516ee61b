"""Where everything stands. The gate has let a request through before it comes here."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from trainingcenter import appearance, tokens
from trainingcenter.errors import not_found

# A page: there is nothing to tell of it but itself, and DRF's answer to OPTIONS falls over its template.
docs = SpectacularSwaggerSplitView.as_view(
    url_name="schema", http_method_names=["get", "head"], template_name="api_docs.html"
)

admin.autodiscover()

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/login/", LoginView.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("theme/", login_not_required(appearance.choose), name="theme"),
    path("language/", login_not_required(set_language), name="language"),
    path("api/tokens/", tokens.Tokens.as_view(), name="tokens"),
    path("api/tokens/current/", tokens.Current.as_view(), name="token-current"),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", docs, name="docs"),
    path("", include("examples.urls")),
    path("", include("chat.urls")),
    path("", include("tuning.urls")),
    re_path(r"^api(/.*)?$", login_not_required(csrf_exempt(not_found))),
]

handler400 = "trainingcenter.errors.bad_request"
handler403 = "trainingcenter.errors.forbidden"
handler404 = "trainingcenter.errors.not_found"
handler500 = "trainingcenter.errors.server_error"
