"""Finding by meaning, with a server of our own that speaks /v1/embeddings."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chat import embeddings, indexing, meaning, retrieval
from chat.models import Document, Passage, PassageVector
from chat.tests.making import GUIDE, add

pytestmark = pytest.mark.django_db
TOPICS = ("breakfast", "tulip", "home")


class Server(BaseHTTPRequestHandler):
    fault, asked = "", []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append((self.path, self.headers.get("Authorization"), body))
        if self.fault == "moved":
            self.send_response(307)
            self.send_header("Location", "/elsewhere/embeddings")
            self.end_headers()
            return
        rows = [
            {
                "index": place,
                "embedding": [
                    float(topic in text.lower() or (topic, "ientaculum") == ("breakfast", text)) for topic in TOPICS
                ],
            }
            for place, text in enumerate(body["input"])
        ]
        answer = {"broken": b"{", "short": b'{"data": []}'}.get(self.fault, json.dumps({"data": rows[::-1]}).encode())
        self.send_response(500 if self.fault == "fails" else 200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server(settings, monkeypatch):
    Server.fault, Server.asked = "", []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    settings.EMBEDDINGS, settings.EMBEDDINGS_MODEL = "openai", "tiny"
    settings.EMBEDDINGS_URL = f"http://127.0.0.1:{running.server_port}/v1"
    settings.EMBEDDINGS_KEY_VARIABLE = "OUR_KEY"
    monkeypatch.setenv("OUR_KEY", "sesame")
    yield Server
    running.shutdown()
    running.server_close()


def test_it_finds_by_meaning_what_words_do_not(server):
    add(GUIDE), add("# Garden\n\nTulips in spring.", "b.md")
    assert not retrieval.find("ientaculum")
    assert meaning.catch_up() == Passage.objects.count()
    assert [one.document.name for one in retrieval.find("ientaculum")] == ["guide.md"]


def test_it_sends_model_key_and_texts_and_asks_for_no_passage_twice(server):
    add(GUIDE)
    meaning.catch_up()
    [(path, key, body)] = server.asked
    assert (path, key, body["model"]) == ("/v1/embeddings", "Bearer sesame", "tiny")
    assert meaning.catch_up() == 0 and len(server.asked) == 1


def test_limits_hold_by_meaning_too(server):
    document = add(GUIDE)
    other = add("# Garden\n\nTulips in spring.", "b.md")
    meaning.catch_up()
    assert not retrieval.find("ientaculum", documents=[other.pk])
    Document.objects.filter(pk=document.pk).update(on=False)
    assert not retrieval.find("ientaculum")


@pytest.mark.parametrize("fault", ["fails", "broken", "short", "moved"])
def test_where_the_server_fails_words_are_enough_and_it_is_said(server, fault, client):
    add(GUIDE)
    server.fault = fault
    found = retrieval.find("light breakfast")
    assert found and found.notice.startswith("Found by words alone")
    assert "sesame" not in found.notice and "127.0.0.1" not in found.notice
    assert "Found by words alone" in client.get("/documents/", {"q": "light breakfast"}).content.decode()


def test_no_redirect_is_followed_with_the_key(server):
    add(GUIDE)
    server.fault = "moved"
    retrieval.find("light breakfast")
    assert [path for path, _key, _body in server.asked] == ["/v1/embeddings"]


def test_a_server_that_is_not_there_is_told(settings):
    settings.EMBEDDINGS, settings.EMBEDDINGS_URL = "openai", "http://127.0.0.1:9/v1"
    add(GUIDE)
    assert "could not be reached" in retrieval.find("light breakfast").notice


def test_the_background_asks_a_failing_server_again_later_only(server, monkeypatch):
    monkeypatch.setattr(indexing, "not_before", [-1.0])
    add(GUIDE)
    server.fault = "fails"
    indexing.catch_up_meaning()
    indexing.catch_up_meaning()
    assert len(server.asked) == 1


def test_numbers_go_with_their_passage(server):
    document = add(GUIDE)
    meaning.catch_up()
    document.delete_for_good()
    assert not PassageVector.objects.exists()
    assert retrieval.find("ientaculum") == []


def test_local_says_what_to_install(settings):
    settings.EMBEDDINGS, settings.EMBEDDINGS_MODEL = "local", "/nowhere"
    embeddings.local.loaded.cache_clear()
    with pytest.raises(embeddings.Failed, match="requirements-embeddings"):
        embeddings.chosen().embed(["x"])
