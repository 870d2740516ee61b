"""What all tests share: callers that the gate lets in."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client


@pytest.fixture
def client():
    """A browser or program on this computer."""
    return Client(headers={"host": "localhost:3000"})


@pytest.fixture(scope="module", autouse=True)
def what_migrations_bring(request, django_db_blocker):
    """A test with transactions of its own empties all tables at its end. The modules after it find the session contexts
    again that a migration brings."""
    yield
    if any(has_transactions(item) for item in request.session.items if item.path == request.path):
        with django_db_blocker.unblock():
            if not apps.get_model("chat", "SessionContext").objects.exists():
                import_module("chat.migrations.0002_conversations").bring_contexts(apps, None)


def has_transactions(item):
    return any(marker.kwargs.get("transaction") for marker in item.iter_markers("django_db"))


@pytest.fixture
def alice(django_user_model):
    return django_user_model.objects.create_superuser("alice", password="correct horse battery")


@pytest.fixture
def alices_client(alice):
    client = Client(headers={"host": "localhost:3000"})
    client.force_login(alice)
    return client
