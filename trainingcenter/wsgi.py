"""The WSGI application, for `manage.py serve` and for any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.umask(0o077)  # as manage.py does: what is kept here is for the owner's eyes alone
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingcenter.settings")

application = get_wsgi_application()
