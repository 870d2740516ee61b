"""Who sends an API request with “Authorization: Token …”: knox's answer, with nothing that falls over."""

from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed


class Token(TokenAuthentication):
    def authenticate_credentials(self, token):
        # Tokens are hexadecimal digits; knox fails with a UnicodeDecodeError on bytes that are no UTF-8.
        if not token.isalnum():
            raise AuthenticationFailed
        return super().authenticate_credentials(token)


class TokenScheme(KnoxTokenScheme):
    """Describes it in the schema."""

    target_class = "trainingcenter.authentication.Token"
