"""API tokens: made with name and password, kept as a digest only, taken back by their holder."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from knox.models import get_token_model
from rest_framework.authentication import BasicAuthentication
from rest_framework.response import Response
from rest_framework.views import APIView

from trainingcenter.access import MayActForGood
from trainingcenter.authentication import Session, Token


class Tokens(APIView):
    authentication_classes = (BasicAuthentication, Session)
    permission_classes = (MayActForGood,)

    @extend_schema(request=None, responses={201: OpenApiTypes.OBJECT}, summary="Make an API token, shown this once")
    def post(self, request):
        made, token = get_token_model().objects.create(user=request.user)
        expiry = made.expiry.isoformat() if made.expiry else None
        return Response({"success": True, "token": token, "expiry": expiry}, status=201)


class Current(APIView):
    authentication_classes = (Token,)
    permission_classes = (MayActForGood,)

    @extend_schema(responses={204: None}, summary="Take back the token that this call is made with")
    def delete(self, request):
        request.auth.delete()
        return Response(status=204)
