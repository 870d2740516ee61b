"""Models by their servers: what is sent, and what comes of each fault."""

import logging
import threading
import time

import httpx2
import pytest

from chat.backends import CutShort, Failed, NotSetUp, TooSlow, Wanted, _http, every
from chat.models import LanguageModel

TURNS = [{"role": "user", "content": "My secret question"}]
WORDS = "Let us take one slow breath together"


def row(**values):
    values = {"name": "Any", "backend": "openai_compatible", "model_id": "any", **values}
    return LanguageModel(**values)


def ask(model):
    """Return (what came, the Failed that ended it or None)."""
    said = []
    try:
        for text in model.kind.pieces(model, TURNS, Wanted()):
            said.append(text)
    except Failed as failure:
        return "".join(said), failure
    return "".join(said), None


FAULTS = {
    # mode: (the exception in a stream, and asked for in one piece; words of its sentence)
    "hang": (TooSlow, TooSlow, "said nothing for"),
    "refuse500": (Failed, Failed, "a fault of its own (500)"),
    "limit429": (Failed, Failed, "too many questions at once (429)"),
    "auth401": (Failed, Failed, "does not accept the key"),
    "garbage": (Failed, Failed, "no answer of a chat model"),
    "html": (Failed, Failed, "no answer of a chat model"),
    "empty": (Failed, Failed, "no answer of a chat model"),
    "nullmsg": (Failed, Failed, "no answer of a chat model"),
    "huge": (CutShort, CutShort, "longer than 2 MB"),
    "drop": (TooSlow, TooSlow, "said nothing for"),  # it leaves the connection open
    "dropstream": (Failed, Failed, "broke off"),
    "stallstream": (TooSlow, TooSlow, "said nothing for"),
    "redirect": (Failed, Failed, "another address, which is not followed"),
    "wronglen": (Failed, Failed, "broke off"),
    "reset": (TooSlow, TooSlow, "said nothing for"),  # this one too
}


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize("mode", FAULTS)
def test_it_says_what_went_wrong_and_what_to_do(faulty, patient, mode, streams):
    if mode == "huge":
        patient()
    expected = FAULTS[mode][0 if streams else 1]
    said, failure = ask(row(model_id=mode, base_url=f"{faulty}/v1", streams=streams))
    assert type(failure) is expected and FAULTS[mode][2] in str(failure)
    assert all(secret not in str(failure) for secret in ("sk-SECRET", "/srv/", "127.0.0.1", "secret question"))
    if mode in ("dropstream", "stallstream"):
        assert said.startswith("Let us take one" if streams else "")


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize("mode", ["ok", "badsse", "unicode"])
def test_it_reads_what_is_an_answer(faulty, quick, mode, streams):
    said, failure = ask(row(model_id=mode, base_url=f"{faulty}/v1", streams=streams))
    assert failure is None
    assert said.startswith("café 🧠 \u2028 <img" if mode == "unicode" and not streams else WORDS)


@pytest.mark.parametrize("mode", ["hang", "stallstream", "slow"])
def test_it_ends_at_once_however_silent_the_model_is(faulty, mode):
    wanted, model = Wanted(), row(model_id=mode, base_url=f"{faulty}/v1")
    threading.Timer(0.5, wanted.ending.end).start()
    began = time.monotonic()
    with pytest.raises(Failed):
        list(model.kind.pieces(model, TURNS, wanted))
    assert time.monotonic() - began < 10  # not the 60 seconds of a silence


def test_it_asks_nobody_once_it_is_ended(own):
    wanted = Wanted()
    wanted.ending.end()
    model = row(base_url=own.address)
    with pytest.raises(Failed):
        list(model.kind.pieces(model, TURNS, wanted))


def test_it_waits_for_a_slow_model(faulty, patient):
    patient()
    said, failure = ask(row(model_id="slow", base_url=f"{faulty}/v1"))
    assert failure is None and said.startswith(WORDS)


def test_it_keeps_two_megabytes_of_an_answer(faulty, patient):
    patient()
    said, _failure = ask(row(model_id="huge", base_url=f"{faulty}/v1"))
    assert 1_900_000 < len(said) <= 2_000_000 and said.startswith("word word")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "http://nowhere.invalid/v1"])
def test_it_says_that_a_server_is_not_there(quick, address):
    _said, failure = ask(row(base_url=address))
    assert "cannot be reached" in str(failure) and failure.status == 502


class Upstream:
    """Answers in the place of the network, and keeps the requests."""

    def __init__(self, monkeypatch, *answers):
        self.requests, self.answers = [], list(answers)
        transport = httpx2.MockTransport(self.answer)
        client = httpx2.Client(transport=transport, follow_redirects=False)
        monkeypatch.setattr(_http, "session", lambda: client)

    def answer(self, request):
        self.requests.append(request)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def events(*lines):
    body = "".join(f"{line}\n\n" for line in lines).encode()
    return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=body)


HELLO = events('data: {"choices": [{"delta": {"content": "Hello"}}]}', "data: [DONE]")


def test_it_asks_the_hub_with_the_token_of_the_variable(monkeypatch):
    upstream = Upstream(monkeypatch, HELLO)
    monkeypatch.setenv("CLINIC_TOKEN", "hf_abc")
    assert ask(row(backend="huggingface", model_id="org/model", key_name="CLINIC_TOKEN")) == ("Hello", None)
    [request] = upstream.requests
    assert request.url.host == "router.huggingface.co" and request.headers["authorization"] == "Bearer hf_abc"
    assert b'"model":"org/model"' in request.content and b'"max_tokens":800' in request.content


def test_it_sends_no_token_that_lies_about_to_a_server_without_a_key(monkeypatch):
    upstream = Upstream(monkeypatch, HELLO)
    monkeypatch.setenv("HF_TOKEN", "hf_abc")
    ask(row(base_url="http://localhost:1/v1"))
    assert "authorization" not in upstream.requests[0].headers and b"hf_abc" not in upstream.requests[0].content


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"backend": "huggingface", "key_name": "HF_TOKEN"}, "Set the variable HF_TOKEN"),
        ({"backend": "huggingface", "key_name": "OTHER_TOKEN"}, "begins with hf_"),
        ({"base_url": "http://localhost:1/v1", "key_name": "CHAT_API_KEY"}, "Set the variable CHAT_API_KEY"),
        ({"backend": "transformers", "model_id": "org/name"}, "folder is not there"),
        ({"backend": "passages"}, "No language model is set up"),
    ],
)
def test_it_says_what_is_to_be_set_up(monkeypatch, values, words):
    monkeypatch.setenv("OTHER_TOKEN", "sk-1")
    _said, failure = ask(row(**values))
    assert type(failure) is NotSetUp and failure.status == 503 and words in str(failure)


def busy(status=503, **headers):
    return httpx2.Response(status, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_it_tries_twice_more_where_the_server_is_busy(monkeypatch, quick):
    upstream = Upstream(monkeypatch, busy(503), busy(429), HELLO)
    assert ask(row(base_url="http://localhost:1/v1")) == ("Hello", None)
    assert len(upstream.requests) == 3


def test_it_gives_up_after_that(monkeypatch, quick):
    upstream = Upstream(monkeypatch, busy(503))
    assert ask(row(base_url="http://localhost:1/v1"))[1] is not None and len(upstream.requests) == 3


def test_it_waits_as_long_as_the_server_asks_and_not_all_day(monkeypatch, quick):
    waited = []
    monkeypatch.setattr(_http, "pause", lambda seconds, ending: waited.append(seconds))
    Upstream(monkeypatch, busy(429, retry_after="2"), HELLO)
    monkeypatch.setattr(_http, "LONGEST_WAIT", 10.0)
    ask(row(base_url="http://localhost:1/v1"))
    assert len(waited) == 1 and 2 <= waited[0] <= 2.5
    upstream = Upstream(monkeypatch, busy(429, retry_after="3600"))
    _said, failure = ask(row(base_url="http://localhost:1/v1"))
    assert len(upstream.requests) == 1 and "3600 seconds" in str(failure)


def test_it_does_not_try_again_what_was_refused(monkeypatch, quick):
    upstream = Upstream(monkeypatch, busy(401))
    ask(row(base_url="http://localhost:1/v1"))
    assert len(upstream.requests) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('data: {"error": {"message": "out of memory at /srv/x"}}', "a fault of its own"),
        ('data: {"choices": [{"delta": {}, "finish_reason": "length"}]}', "limit of tokens"),
    ],
)
def test_it_tells_how_a_stream_ended(monkeypatch, line, words):
    Upstream(monkeypatch, events('data: {"choices": [{"delta": {"content": "Hello"}}]}', line))
    said, failure = ask(row(base_url="http://localhost:1/v1"))
    assert said == "Hello" and words in str(failure) and "/srv" not in str(failure)


@pytest.mark.parametrize(
    "piece", ["[]", "7", '{"choices": 1}', '{"choices": [{"delta": {"content": 5}}]}', '{"choices": [null]}']
)
def test_it_passes_over_what_is_no_piece_of_an_answer(monkeypatch, piece):
    Upstream(
        monkeypatch,
        events(f"data: {piece}", 'data: {"choices": [{"delta": {"content": "Hello\\u0000"}}]}', "data: [DONE]"),
    )
    assert ask(row(base_url="http://localhost:1/v1")) == ("Hello", None)


def test_it_ends_an_answer_that_comes_drop_by_drop(own, monkeypatch):
    own.words, own.pause = ["drop "] * 100, 0.1
    monkeypatch.setattr(_http, "WHOLE", 1.0)
    began = time.monotonic()
    said, failure = ask(row(base_url=own.address))
    assert type(failure) is TooSlow and "was stopped" in str(failure)
    assert 0.9 < time.monotonic() - began < 3 and said.startswith("drop drop")


def test_it_logs_no_key_no_address_and_no_question(faulty, quick, monkeypatch, caplog):
    monkeypatch.setenv("CHAT_API_KEY", "sk-SECRET")
    caplog.set_level(logging.INFO)
    for mode in ("ok", "refuse500", "auth401", "html", "reset"):
        ask(row(model_id=mode, base_url=f"{faulty}/v1", key_name="CHAT_API_KEY"))
    assert not any(word in caplog.text for word in ("sk-SECRET", "127.0.0.1", "secret", "boom"))


def test_each_kind_has_its_words():
    assert set(every()) == {"huggingface", "openai_compatible", "transformers", "passages"}
    assert all(str(backend.title) for backend in every().values())


@pytest.mark.parametrize("streams", [True, False])
def test_it_keeps_what_a_model_thinks_first_out_of_its_answer(own, streams):
    own.words = ["\n<thi", "nk>They ask [1].", " </thi", "nk>\n\n", "Breathe. <think> is a tag."]
    said, failure = ask(row(base_url=own.address, streams=streams))
    assert (said.strip(), failure) == ("Breathe. <think> is a tag.", None)


@pytest.mark.parametrize("words", [["<think>They ask"], ["", " "]])
@pytest.mark.parametrize("ends", ["stop", "length"])
def test_an_answer_of_thoughts_alone_is_none(own, words, ends):
    own.words, own.ends = words, ends
    said, failure = ask(row(base_url=own.address))
    assert said.strip() == "" and type(failure) is Failed


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize(("ends", "words"), [("content_filter", "held back"), ("length", "limit of tokens")])
def test_it_keeps_what_came_of_an_answer_that_is_cut_short(own, streams, ends, words):
    own.ends = ends
    said, failure = ask(row(base_url=own.address, streams=streams))
    assert said == "Breathe slowly [1]." and type(failure) is CutShort and words in str(failure)


def test_it_says_nothing_half_where_words_only_begin_like_a_thought(own):
    own.words = ["<th"]
    assert ask(row(base_url=own.address)) == ("<th", None)


@pytest.mark.parametrize("streams", [True, False])
def test_it_joins_a_character_that_comes_in_halves(own, streams):
    own.words = ["Good \ud83e", "\udde0", " night", "\udde0."]
    assert ask(row(base_url=own.address, streams=streams)) == ("Good 🧠 night�.", None)
