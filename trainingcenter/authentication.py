"""Who sends an API request, by “Authorization: Token …” or by session: the answers of knox and of DRF, with nothing
that falls over."""

from django.http import QueryDict
from drf_spectacular.authentication import SessionScheme
from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed


class Token(TokenAuthentication):
    def authenticate_credentials(self, token):
        # Tokens are hexadecimal digits; knox fails with a UnicodeDecodeError on bytes that are no UTF-8.
        if not token.isalnum():
            raise AuthenticationFailed
        return super().authenticate_credentials(token)


class Session(SessionAuthentication):
    def enforce_csrf(self, request):
        # JSON that calls itself a form, as curl sends it, is no form in which Django could look for its token.
        if request.method == "POST" and not isinstance(request.POST, QueryDict):
            request = request._request
            request.POST = QueryDict()
        super().enforce_csrf(request)


class TokenScheme(KnoxTokenScheme):
    """Describes it in the schema."""

    target_class = "trainingcenter.authentication.Token"


class OurSessionScheme(SessionScheme):
    """Describes it in the schema."""

    target_class = "trainingcenter.authentication.Session"
