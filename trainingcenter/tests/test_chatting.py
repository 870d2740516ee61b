"""Many who chat at once, at the server that people run: answers come in, and pages stay quick."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from chat.tests.own_server import OwnServer
from trainingcenter.tests.servers import Server

AT_ONCE = 30
QUICK = 2.0  # seconds, on a computer that has other things to do; alone it is a tenth of that


@pytest.fixture(scope="module")
def slow():
    with OwnServer(["word "] * 20, pause=0.2) as model:
        yield model


@pytest.fixture(scope="module")
def chatting(slow, tmp_path_factory):
    with Server(tmp_path_factory.mktemp("chatting"), CHAT_BASE_URL=slow.address, CHAT_MODEL="slow") as server:
        yield server


def token_of(server):
    page = server.get("/")
    return {"Cookie": f"trainingcenter_csrf={page.cookies['trainingcenter_csrf']}"}, re.search(
        r'name="csrfmiddlewaretoken" value="(\w+)"', page.body.decode()
    )[1]


def begun(server, text="Hello"):
    """Ask a question as htmx does, and return the address of its stream."""
    cookie, token = token_of(server)
    body = f"message={text}&csrfmiddlewaretoken={token}".encode()
    kind = "application/x-www-form-urlencoded"
    answer = server.post("/chat/ask/", body, Content_Type=kind, HX_Request="true", **cookie)
    html = server.get(answer.headers["HX-Redirect"]).body.decode()
    return re.search(r'sse-connect="([^"]+)"', html)[1]


def seconds(act):
    began = time.monotonic()
    act()
    return time.monotonic() - began


def test_thirty_streams_are_served_while_pages_stay_quick(chatting):
    addresses = [begun(chatting, f"Question {number}") for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        streams = [pool.submit(chatting.ask, "GET", address, None, 60) for address in addresses]
        time.sleep(1)
        pages = [seconds(lambda: chatting.get("/training.html")) for _ in range(10)]
        assert not any(stream.done() for stream in streams), "The streams ended before the pages were asked for."
        answers = [stream.result() for stream in streams]
    assert max(pages) < QUICK, pages
    for answer in answers:
        assert answer.body.count(b"event: piece") == 20 and b"event: final" in answer.body


def test_an_answer_comes_word_by_word(chatting):
    address = begun(chatting)
    with chatting.connect(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()) as connection:
        began, first, whole = time.monotonic(), None, b""
        while b"event: final" not in whole:
            whole += connection.recv(65536)
            if first is None and b"event: piece" in whole:
                first = time.monotonic() - began
        assert first < (time.monotonic() - began) / 2


def test_a_model_that_hangs_holds_up_nobody(chatting, slow):
    addresses = [begun(chatting, f"Question {number}") for number in range(10)]
    slow.pause, kept = 30, slow.pause
    try:
        with ThreadPoolExecutor(10) as pool:
            for address in addresses:
                pool.submit(
                    lambda address=address: chatting.connect(
                        f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
                    )
                )
        time.sleep(1)
        assert max(seconds(lambda: chatting.get("/")) for _ in range(5)) < QUICK
        body = json.dumps({"message": "I want to die"}).encode()
        assert seconds(lambda: chatting.post("/api/therapy/chat", body, Content_Type="application/json")) < QUICK
    finally:
        slow.pause = kept


def test_nothing_is_logged_of_it(chatting):
    assert "Question" not in chatting.output and "127.0.0.1" not in chatting.output


def test_who_leaves_frees_the_place_of_a_model_that_says_nothing(chatting, slow):
    address = begun(chatting, "Hello again")
    slow.pause, kept = 50, slow.pause
    try:
        connection = chatting.connect(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(1)
        connection.close()
        time.sleep(30)  # and not the 60 seconds of a silence; a page that asks meanwhile would keep it going
        assert b"Nobody read on" in chatting.get(address.removesuffix("stream/")).body
    finally:
        slow.pause = kept
