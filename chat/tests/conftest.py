"""Servers that the tests' models are at: the faulty one, where it is there, and a small one of our own."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chat.backends import _http
from chat.models import LanguageModel
from chat.tests.own_server import OwnServer
from trainingcenter.tests.servers import free_port

FAULTY = Path(__file__).resolve().parents[3] / "shared" / "tools" / "fake_llm.py"


@pytest.fixture(autouse=True)
def no_settings(settings, monkeypatch):
    settings.CHAT_MODEL = settings.CHAT_BASE_URL = ""
    for name in ("HF_TOKEN", "CHAT_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def faulty():
    """The address of a server with faults, chosen by the name of the model."""
    if not FAULTY.exists():
        pytest.skip(f"{FAULTY} is not here: the server with faults is no part of this product.")
    port = free_port()
    process = subprocess.Popen([sys.executable, str(FAULTY), str(port)], stderr=subprocess.DEVNULL)
    for _attempt in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture
def quick(monkeypatch):
    """Let no test wait as long as a person would."""
    monkeypatch.setattr(_http, "SILENCE", 1.5)
    monkeypatch.setattr(_http, "WHOLE", 25.0)
    monkeypatch.setattr(_http, "LONGEST_WAIT", 2.0)
    monkeypatch.setattr(_http, "pause", lambda seconds, ending: False)
    forget = _http.session.cache_clear
    forget()
    yield
    forget()


@pytest.fixture
def patient(monkeypatch, quick):
    """Return what lets a test wait for a server that has much to do first."""

    def wait():
        monkeypatch.setattr(_http, "SILENCE", 30.0)
        monkeypatch.setattr(_http, "WHOLE", 60.0)
        _http.session.cache_clear()

    return wait


@pytest.fixture
def own():
    """A server of ours that answers what it is told to, and keeps what it was asked."""
    with OwnServer() as server:
        yield server


@pytest.fixture
def model(own, db):
    return LanguageModel.objects.create(
        name="Ours", backend="openai_compatible", model_id="ours", base_url=own.address, is_default=True
    )


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Each test keeps its documents in a folder of its own."""
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    settings.DOCUMENTS_DIR.mkdir()
