"""The documented chat calls, as a program meets them."""

import json

import pytest

from chat.backends import _http
from chat.models import LanguageModel
from chat.tests.asking import make_document

pytestmark = pytest.mark.django_db
CALLS = {
    "/api/therapy/chat": {"message": "How do I prepare?"},
    "/api/therapy/chat-with-docs": {"message": "What should I wear to the session?"},
    "/api/chat-with-context": {"message": "How do I prepare?", "context": "First visit"},
    "/api/generate": {"prompt": "How do I prepare?"},
}
DOCS = "/api/therapy/chat-with-docs"


def post(client, path, body):
    answer = client.post(path, json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


@pytest.mark.parametrize("path", CALLS)
def test_it_answers_as_documented(client, model, path):
    status, answer = post(client, path, CALLS[path])
    assert status == 200 and answer["success"] is True and answer["crisis"] is False
    assert answer["model"] == "Ours" and answer["response"].endswith("Breathe slowly.")
    assert "no medical" in answer["disclaimer"]


@pytest.mark.parametrize("path", CALLS)
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"message": None, "prompt": None}, "is missing or blank"),
        ({"message": "  ", "prompt": ""}, "is missing or blank"),
        ({"message": 5, "prompt": 5}, "must be text"),
        ({"max_tokens": "many"}, "must be a whole number"),
        ({"max_tokens": 0}, "must be a whole number"),
        ({"temperature": 9}, "a number from 0 to 2"),
        ({"temperature": True}, "a number from 0 to 2"),
        ({"model": "gpt-9"}, "No model is called “gpt-9” here. There is Ours."),
        ({"model": "http://127.0.0.1:9/v1"}, "No model is called"),
    ],
)
def test_it_refuses_what_it_cannot_take(client, model, own, path, change, words):
    status, answer = post(client, path, {**CALLS[path], **change})
    assert (status, answer["success"]) == (400, False) and words in answer["error"]
    assert own.asked == []


@pytest.mark.parametrize("body", ["[]", "7", "not json"])
def test_it_refuses_a_body_that_is_no_object(client, model, body):
    answer = client.post("/api/therapy/chat", body, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["error"]


def test_it_lets_no_caller_choose_where_a_question_goes(client, model, own):
    body = {**CALLS["/api/therapy/chat"], "base_url": "http://127.0.0.1:9", "provider": "x", "api_key": "sk"}
    assert post(client, "/api/therapy/chat", body)[0] == 200 and len(own.asked) == 1
    assert "sk" not in json.dumps(own.asked) and "Authorization" not in own.headers


@pytest.mark.parametrize("path", [path for path in CALLS if path != DOCS])
def test_it_says_how_to_set_up_a_model(client, path):
    status, answer = post(client, path, CALLS[path])
    assert status == 503 and answer["success"] is False
    assert "No language model is set up" in answer["error"] and "/models/" in answer["error"]


def test_it_quotes_the_documents_where_no_model_is_set_up(client):
    make_document()
    status, answer = post(client, DOCS, CALLS[DOCS])
    assert status == 200 and answer["model"] is None and answer["knowledge_base_used"] is True
    assert (
        "> Wear comfortable clothes" in answer["response"].replace("\n>\n", "\n") or "comfortable" in answer["response"]
    )
    assert "[1]" in answer["response"] and "No language model is set up" in answer["response"]
    assert answer["documents_count"] == 1 and answer["chunks_used"] == len(answer["sources"]) >= 1


@pytest.mark.parametrize("path", CALLS)
def test_it_asks_none_of_several_models_where_none_is_the_default(client, own, path):
    for name in ("A elsewhere", "B here"):
        LanguageModel.objects.create(name=name, backend="openai_compatible", model_id="any", base_url=own.address)
    make_document()
    status, answer = post(client, path, CALLS[path])
    words = answer["response"] if path == DOCS else answer["error"]
    assert (status, own.asked) == (200 if path == DOCS else 503, [])
    assert "none is the default" in words and "/models/" in words
    assert post(client, path, {**CALLS[path], "model": "B here"})[1]["model"] == "B here"


def test_it_asks_the_only_model_there_is(client, own):
    LanguageModel.objects.create(name="Only", backend="openai_compatible", model_id="any", base_url=own.address)
    assert post(client, "/api/therapy/chat", CALLS["/api/therapy/chat"])[1]["model"] == "Only"


def test_it_says_so_where_nothing_fits_and_no_model_is_set_up(client):
    make_document()
    status, answer = post(client, DOCS, {"message": "Who won the football cup?"})
    assert status == 200 and answer["model"] is None and answer["sources"] == []
    assert "I found nothing about this" in answer["response"] and "No language model" in answer["response"]


def test_it_tells_where_each_passage_stands(client, model):
    document = make_document()
    _status, answer = post(client, DOCS, CALLS[DOCS])
    [source] = answer["sources"]
    assert document.text[source["startChar"] : source["endChar"]].startswith(source["preview"][:50])
    assert source["filename"] == "preparing.txt" and source["totalChunks"] == document.passage_count
    assert document.passages.filter(pk=source["passage_id"], number=source["chunkIndex"]).exists()
    assert answer["context_tokens"] > 10 and "[1]" in answer["response"]


def test_it_tells_what_did_not_fit_the_limit(client, model, own):
    LanguageModel.objects.update(token_limit=1200)
    history = [{"role": "user", "content": "word " * 500}, {"role": "assistant", "content": "Yes."}]
    body = {"prompt": "How do I prepare?", "conversation_history": history}
    assert post(client, "/api/generate", body)[1]["left_out"] == {"turns": 2}
    assert post(client, "/api/generate", {"prompt": "How do I prepare?"})[1]["left_out"] == {}


def test_it_says_so_where_no_passage_has_room(client, model, own):
    make_document()
    LanguageModel.objects.update(token_limit=1100)
    status, answer = post(client, DOCS, CALLS[DOCS])
    assert status == 200 and answer["left_out"] == {"passages": 1} and answer["sources"] == []
    assert answer["response"].startswith("Passages of your documents fit this question, but there is no room")


def test_quotes_need_no_room_in_a_model(client, model):
    make_document()
    LanguageModel.objects.update(backend="passages", token_limit=256)
    assert "word for word" in post(client, DOCS, CALLS[DOCS])[1]["response"]


def test_it_takes_invented_citations_out_and_counts_them(client, model, own):
    make_document()
    own.words = ["Rest [", "1", "][7", "]. Then go [2, 1]."]
    _status, answer = post(client, DOCS, CALLS[DOCS])
    assert answer["response"] == "Rest [1]. Then go [1]." and answer["invented_citations"] == 2


def test_it_says_that_nothing_fits_and_asks_the_model_to_say_so(client, model, own):
    make_document()
    _status, answer = post(client, DOCS, {"message": "Who won the football cup?"})
    assert answer["response"].startswith("I found nothing about this in the documents.")
    assert answer["knowledge_base_used"] is False and "Nothing in the documents" in own.said[0]["content"]


def test_it_leaves_the_documents_alone_where_it_is_asked_to(client, model, own):
    make_document()
    _status, answer = post(client, DOCS, {**CALLS[DOCS], "use_knowledge_base": False})
    assert answer["knowledge_base_used"] is False and "comfortable" not in json.dumps(own.said)


def test_it_takes_no_more_passages_than_it_is_told(client, model):
    for number in range(4):
        make_document(
            f"Wear something warm and comfortable, says leaflet {'abcd'[number] * 9} of the clinic.", f"{number}.txt"
        )
    assert post(client, DOCS, {**CALLS[DOCS], "top_chunks": 2})[1]["chunks_used"] <= 2


def test_it_passes_on_tokens_temperature_and_the_session(client, model, own):
    body = {"message": "Hello", "max_tokens": 33, "temperature": 0.2, "session_context": "Pre-Session"}
    post(client, "/api/therapy/chat", body)
    assert (own.asked[0]["max_tokens"], own.asked[0]["temperature"]) == (33, 0.2)
    assert "preparing for a session" in own.said[0]["content"]
    post(client, "/api/therapy/chat", {**body, "session_context": "third week"})
    assert "third week" in own.said[0]["content"]


def test_it_asks_with_the_callers_context_and_system_prompt(client, model, own):
    body = {"message": "Why?", "context": "First visit", "system_prompt": "Be brief."}
    _status, answer = post(client, "/api/chat-with-context", body)
    assert answer["context_used"] is True
    assert own.said == [
        {"role": "system", "content": "Be brief.\n\n<context>\nFirst visit\n</context>"},
        {"role": "user", "content": "Why?"},
    ]


def test_it_goes_on_with_the_callers_conversation(client, model, own):
    history = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Good day"}]
    post(client, "/api/generate", {"prompt": "And now?", "conversation_history": history})
    assert own.said[1:] == [*history, {"role": "user", "content": "And now?"}]


@pytest.mark.parametrize("history", ["x", [5], [{"role": "system", "content": "x"}], [{"role": "user", "content": 5}]])
def test_it_refuses_a_conversation_that_is_none(client, model, history):
    assert post(client, "/api/generate", {"prompt": "Go on", "conversation_history": history})[0] == 400


def test_it_chooses_a_model_by_its_name(client, model, own):
    LanguageModel.objects.create(name="Second", backend="openai_compatible", model_id="two", base_url=own.address)
    _status, answer = post(client, "/api/therapy/chat", {"message": "Hello", "model": "Second"})
    assert answer["model"] == "Second" and own.asked[0]["model"] == "two"


# Danger


@pytest.mark.parametrize("path", CALLS)
@pytest.mark.parametrize("with_model", [True, False])
def test_it_names_whom_to_turn_to_at_once_and_asks_no_model(client, own, path, with_model):
    if with_model:
        LanguageModel.objects.create(name="Ours", backend="openai_compatible", model_id="x", base_url=own.address)
    status, answer = post(client, path, {**CALLS[path], "message": "I want to die", "prompt": "I want to die"})
    assert status == 200 and answer["crisis"] is True and answer["model"] is None
    assert "988" in answer["response"] and own.asked == []


def test_it_hears_danger_at_the_end_of_a_long_message_too(client, model, own):
    text = "I walked by the river and thought of nothing. " * 1000
    for message in (f"{text}I want to kill myself.", f"{text}I want to kill myself. {text}"):
        status, answer = post(client, "/api/therapy/chat", {"message": message})
        assert (status, answer["crisis"], own.asked) == (200, True, [])


@pytest.mark.parametrize(
    ("message", "crisis"),
    [
        ("我不想活了", True), ("死にたいです", True), ("죽고 싶어요", True), ("อยากตาย", True), ("Я хочу умереть.", True),
        ("أريد أن أموت", True), ("Am liebsten wäre ich nicht mehr da", True),
        ("自杀的预警信号是什么？", False), ("想死你了", False), ("祖父は去年死にました", False), ("ตายาย", False),
    ],
)  # fmt: skip
def test_it_hears_danger_in_the_languages_that_documents_may_be_in(client, model, own, message, crisis):
    status, answer = post(client, "/api/therapy/chat", {"message": message})
    assert (status, answer["crisis"], len(own.asked)) == (200, crisis, 0 if crisis else 1)


# Faults


FAULTS = {
    "hang": 504, "stallstream": 504, "refuse500": 502, "limit429": 502, "auth401": 502, "garbage": 502, "html": 502,
    "empty": 502, "nullmsg": 502, "redirect": 502, "wronglen": 502, "dropstream": 502, "reset": 504, "drop": 504,
    "ok": 200, "badsse": 200, "unicode": 200, "huge": 200,
}  # fmt: skip


@pytest.mark.parametrize("mode", FAULTS)
@pytest.mark.parametrize("path", ["/api/therapy/chat", DOCS])
def test_it_answers_each_fault_with_its_status_and_a_sentence(client, faulty, patient, mode, path):
    if mode == "huge":
        patient()
    LanguageModel.objects.create(name=mode, backend="openai_compatible", model_id=mode, base_url=f"{faulty}/v1")
    status, answer = post(client, path, CALLS[path])
    assert status == FAULTS[mode] and answer["success"] is (status == 200)
    sentence = answer["incomplete"] or "." if status == 200 else answer["error"]
    assert sentence.endswith(".") and not any(word in sentence for word in ("sk-", "/srv", "127.0.0.1", "Traceback"))
    if mode == "dropstream":
        assert answer["partial_response"].endswith("Let us take one")
    if mode == "huge":
        assert "2 MB" in answer["incomplete"]


def test_it_is_too_slow_after_a_whole_while(client, model, own, monkeypatch):
    own.words, own.pause = ["word "] * 200, 0.05
    monkeypatch.setattr(_http, "WHOLE", 2)
    status, answer = post(client, "/api/therapy/chat", {"message": "Hello"})
    assert status == 504 and "was stopped" in answer["error"] and answer["partial_response"].startswith("word")


def test_it_needs_a_token_in_the_shared_mode(settings, model):
    from django.test import Client

    settings.SHARED, settings.ALLOWED_HOSTS = True, ["training.example"]
    stranger = Client(headers={"host": "training.example"})
    status, answer = post(stranger, "/api/therapy/chat", {"message": "Hello"})
    assert status in (401, 403) and answer["success"] is False


def test_it_is_in_the_schema(client):
    from drf_spectacular.generators import SchemaGenerator

    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    assert set(CALLS) <= set(paths)
    assert set(paths[DOCS]["post"]["responses"]) >= {"200", "400", "502", "503", "504"}
