"""The language of the pages: the person's choice, else their browser's. The API speaks English to every program."""

from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from trainingcenter.access import is_api


class Language(LocaleMiddleware):
    def process_request(self, request):
        if is_api(request.path):
            translation.activate("en")
            request.LANGUAGE_CODE = "en"
        else:
            super().process_request(request)
