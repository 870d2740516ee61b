"""What all tests share: callers that the gate lets in."""

import pytest
from django.test import Client


@pytest.fixture
def client():
    """A browser or program on this computer."""
    return Client(headers={"host": "localhost:3000"})


@pytest.fixture
def alice(django_user_model):
    return django_user_model.objects.create_superuser("alice", password="correct horse battery")


@pytest.fixture
def alices_client(alice):
    client = Client(headers={"host": "localhost:3000"})
    client.force_login(alice)
    return client
