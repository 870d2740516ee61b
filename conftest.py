"""What all tests share: callers that the gate lets in."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client


@pytest.fixture
def client():
    """A browser or program on this computer."""
    return Client(headers={"host": "localhost:3000"})


@pytest.fixture(scope="module")
def what_migrations_bring(django_db_setup, django_db_blocker):
    """For modules in which a test has transactions of its own, which empties all tables at its end: the modules after
    it find the session contexts again that a migration brings."""
    yield
    with django_db_blocker.unblock():
        if not apps.get_model("chat", "SessionContext").objects.exists():
            import_module("chat.migrations.0002_conversations").bring_contexts(apps, None)


@pytest.fixture
def alice(django_user_model):
    return django_user_model.objects.create_superuser("alice", password="correct horse battery")


@pytest.fixture
def alices_client(alice):
    client = Client(headers={"host": "localhost:3000"})
    client.force_login(alice)
    return client
