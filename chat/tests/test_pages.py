"""The pages of the chat, as a person without JavaScript meets them, and what htmx gets of them."""

import json
import re
import threading
import time

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from chat import answering, conversing, drafting, failures, waiting
from chat.models import Collection, Conversation, LanguageModel, SystemPrompt, Turn
from chat.tests.asking import answered, make_document, write
from examples.models import Example

pytestmark = pytest.mark.django_db
QUERIES = 15


def page(client, address="/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def ask(client, message="What should I wear?", **fields):
    return client.post("/chat/ask/", {"message": message, "use_documents": "on", **fields}, follow=True)


def htmx(client, address, **fields):
    return client.post(address, fields, headers={"HX-Request": "true"})


def act(client, turn, verb, **fields):
    return client.post(f"/chat/turns/{turn.pk}/act/", {"verb": verb, **fields}, follow=True)


# Asking


@pytest.mark.parametrize("address", ["/", "/index.html"])
def test_it_says_that_no_model_is_set_up_and_what_to_do(client, address):
    html = page(client, address)
    assert "No model is set up yet" in html and "What you can do now" in html and 'href="/models/"' in html


def test_it_leads_to_the_training_page_and_says_what_it_is_not(client):
    html = page(client)
    assert 'href="/training.html">🧠 Model Training</a>' in html and "no medical or psychological advice" in html


def test_it_answers_a_plain_form_with_citations_that_open_the_document(client, model):
    document = make_document()
    html = ask(client).content.decode()
    passage = Turn.objects.answers().get().sources[0]["passage"]
    assert f'Breathe slowly <a class="cite" href="/documents/{document.pk}/?passage={passage}"' in html
    assert "preparing.txt" in html and "Ours" in html


def test_it_keeps_what_an_answer_came_from(client, model):
    document = make_document()
    ask(client)
    turn = Turn.objects.answers().get()
    assert turn.whole and turn.model == model and turn.model_name == "Ours" and turn.searched
    assert turn.prompt == SystemPrompt.objects.get() and turn.sources[0]["document"] == document.pk
    assert turn.sources[0]["text"] in document.text


def test_it_quotes_where_there_is_no_model(client):
    make_document()
    html = ask(client).content.decode()
    assert "word for word" in html and "comfortable clothes" in html and "No language model is set up here yet" in html


def test_it_says_what_to_do_where_there_is_neither(client):
    html = ask(client, use_documents="").content.decode()
    assert "<strong>Failed:</strong> No language model is set up" in html and "Try again" in html


def test_it_refuses_a_blank_question_and_keeps_the_choices(client, model):
    answer = ask(client, "  \n", context="integration")
    assert answer.status_code == 400 and not Conversation.objects.exists()
    assert "This is blank" in answer.content.decode()
    assert re.search(r'<option value="integration" selected>', answer.content.decode())


def test_it_goes_on_with_what_was_said(client, model, own):
    ask(client, "First question")
    conversation = Conversation.objects.get()
    ask(client, "Second question", conversation=conversation.pk)
    said = [turn["content"] for turn in own.said[1:]]
    assert said == [
        "First question",
        "There are no documents to answer from yet. Add some under Documents.\n\nBreathe slowly.",
        "Second question",
    ]


def test_it_asks_with_session_model_and_collections(client, model, own):
    second = LanguageModel.objects.create(name="Two", backend="openai_compatible", model_id="two", base_url=own.address)
    make_document("Wear comfortable clothes, says the old leaflet.", "old.txt")
    new = make_document("Wear warm and comfortable clothes, says the new leaflet.", "new.txt")
    new.collections.add(protocols := Collection.objects.create(name="protocols"))
    ask(client, "Which clothes are comfortable?", model="Two", context="integration", collections=[protocols.pk])
    assert own.asked[0]["model"] == "two" and "making sense" in own.said[0]["content"]
    turn = Turn.objects.answers().get()
    assert turn.model == second and [source["filename"] for source in turn.sources] == ["new.txt"]
    assert Conversation.objects.get().collections.get() == protocols


def test_it_shows_crisis_resources_and_asks_no_model(client, model, own):
    html = ask(client, "I want to end my life").content.decode()
    assert 'class="said-by-model crisis"' in html and "988" in html and own.asked == []
    act(client, Turn.objects.answers().get(), "anyway")
    turn = Turn.objects.answers().last()
    assert turn.crisis and "988" in turn.content and turn.content.endswith("Breathe slowly.") and len(own.asked) == 1


HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(1)> [click](javascript:alert(1)) ![p](http://evil.example/p.png) <http://evil.example> &lt;b&gt;\n\n```"[1]<b>\n</pre><script>\n```\n\n# Title\n\n[1]: http://evil.example'


def test_it_shows_what_a_model_writes_as_text(client, model, own):
    make_document()
    own.words = [HOSTILE]
    html = ask(client, "Which clothes are comfortable?").content.decode()
    answer = html.partition('class="text answer">')[2].partition("<footer>")[0]
    assert not re.search(r"<(script|img|b|h1)\b", answer) and "evil.example</a>" not in answer
    links = re.findall(r'href="([^"]*)"', answer)
    assert links and all(link.startswith("/documents/") for link in links)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer


def test_it_shows_the_beginning_of_a_very_long_answer_as_plain_text(client, model, own):
    own.words = ["> " * 200 + "word <b>\n\n" * 20_000]
    html = ask(client).content.decode()
    assert "&lt;b&gt;" in html and "more characters are not shown here" in html and len(html) < 600_000


def test_it_names_the_model_that_answers_by_default(client, model):
    assert "The default: Ours</option>" in page(client, "/")


def test_it_says_what_did_not_fit(client, model, own):
    for number in range(3):
        make_document(
            f"{'abc'[number] * 5} Wear comfortable clothes for the session. " + "Words and words. " * 40,
            f"{number}.txt",
        )
    model.token_limit = 1400
    model.save()
    html = ask(client, "Which clothes are comfortable for the session?").content.decode()
    assert "did not fit the model’s limit" in html and Turn.objects.answers().get().left_out["passages"] >= 1


# Watching


def stream(client, turn):
    return b"".join(client.get(f"/chat/turns/{turn.pk}/stream/").streaming_content).decode()


def test_it_streams_an_answer_and_its_whole_at_the_end(client, model):
    make_document()
    answer = htmx(client, "/chat/ask/", message="What should I wear?", use_documents="on")
    conversation = Conversation.objects.get()
    assert answer["HX-Redirect"] == f"/chat/{conversation.pk}/"
    turn = conversation.tip
    assert f'sse-connect="/chat/turns/{turn.pk}/stream/"' in page(client, answer["HX-Redirect"])
    events = stream(client, turn)
    assert events.startswith("event: piece\ndata: Breathe\n\nevent: piece\ndata:  slowly") and "event: final" in events
    assert 'class="cite"' in events.partition("event: final")[2]


def test_it_streams_lines_and_hostile_words_as_text(client, model, own):
    own.words = ["one\n\ntwo\r\n<script>alert(1)</script>"]
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    assert "data: one\ndata: \ndata: two\ndata: &lt;script&gt;" in stream(client, turn)


def test_it_writes_an_answer_once_however_often_it_is_asked_for(client, model, own):
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    first, second = stream(client, turn), stream(client, turn)
    assert "event: piece" in first and "event: piece" not in second and "event: final" in second and len(own.asked) == 1


def test_it_finishes_for_somebody_who_left(client, model, own):
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    assert conversing.claim(turn)
    texts = conversing.write(turn)
    next(texts)
    texts.close()
    turn.refresh_from_db()
    assert turn.whole and turn.content == "Breathe slowly."


def test_it_stops_and_keeps_what_came(client, model, own, monkeypatch):
    monkeypatch.setattr(conversing, "LOOK", 0)
    own.words = ["word "] * 50
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    events = iter(client.get(f"/chat/turns/{turn.pk}/stream/").streaming_content)
    next(events)
    conversing.stop(turn, patience=0)
    rest = b"".join(events).decode()
    turn.refresh_from_db()
    assert turn.state == "stopped" and 1 <= turn.content.count("word") < 10 and "Stopped:" in rest


def test_it_stops_at_once_and_keeps_what_came_where_the_model_is_silent(client, model, own):
    own.words = ["Breathe ", "out "]
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    events = iter(client.get(f"/chat/turns/{turn.pk}/stream/").streaming_content)
    next(events)  # and nobody asks for more: as if the model said nothing
    turn.refresh_from_db()
    conversing.stop(turn, patience=0)
    assert (turn.state, turn.content, turn.model_name) == ("stopped", "Breathe", "Ours")
    list(events)


def test_it_gives_signs_of_life_while_the_model_is_silent(client, model, own, monkeypatch):
    monkeypatch.setattr(waiting, "BEAT", 0.05)
    own.pause = 0.4
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    said = stream(client, turn)
    assert said.count(":\n\n") > 5 and said.count("event: piece") == 3 and "Breathe slowly." in said


def test_it_leaves_a_silent_model_when_the_reader_has_left(client, model, own, monkeypatch):
    monkeypatch.setattr(waiting, "BEAT", 0.05)
    monkeypatch.setattr(conversing, "AWAY", 0.2)
    monkeypatch.setattr(answering, "PLACES", places := threading.BoundedSemaphore(1))
    own.pause = 30
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    assert conversing.claim(turn)
    texts, began = conversing.write(turn), time.monotonic()
    assert next(texts) == ""
    texts.close()
    turn.refresh_from_db()
    assert time.monotonic() - began < 10 and places.acquire(blocking=False)
    assert turn.state == "stopped" and turn.why.startswith("Nobody read on")


@pytest.mark.django_db(transaction=True)
def test_it_waits_for_a_silent_model_where_the_reader_has_come_back(client, model, own, monkeypatch):
    monkeypatch.setattr(waiting, "BEAT", 0.05)
    monkeypatch.setattr(conversing, "AWAY", 1.5)
    own.pause = 0.8
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False), "Hello")
    assert conversing.claim(turn) and client.get(f"/chat/turns/{turn.pk}/").status_code == 200
    texts = conversing.write(turn)
    assert next(texts) == ""
    own.pause = 2.5
    leaving = threading.Thread(target=lambda: (texts.close(), connection.close()))
    leaving.start()
    while leaving.is_alive():
        client.get(f"/chat/turns/{turn.pk}/")
        leaving.join(timeout=0.3)
    turn.refresh_from_db()
    assert turn.whole and turn.content == "Breathe slowly."


@pytest.mark.django_db(transaction=True)
def test_stopping_frees_the_place_of_a_model_that_says_nothing(client, faulty):
    silent = LanguageModel.objects.create(
        name="Silent", backend="openai_compatible", model_id="hang", base_url=f"{faulty}/v1", is_default=True
    )
    turn = conversing.ask(Conversation.objects.create(title="Any", use_documents=False, model=silent), "Hello")
    threading.Timer(1, lambda: (conversing.stop(turn), connection.close())).start()
    began = time.monotonic()
    assert "Stopped:" in b"".join(client.get(f"/chat/turns/{turn.pk}/stream/").streaming_content).decode()
    assert time.monotonic() - began < 15  # not the 60 seconds of a silence


def test_it_stops_what_has_not_begun(client, model):
    turn = conversing.ask(Conversation.objects.create(title="Any"), "Hello")
    assert "Stopped:" in act(client, turn, "stop").content.decode()


def test_it_marks_what_broke_off_and_keeps_it(client, faulty, quick):
    LanguageModel.objects.create(
        name="x", backend="openai_compatible", model_id="dropstream", base_url=f"{faulty}/v1", is_default=True
    )
    html = ask(client, use_documents="").content.decode()
    turn = Turn.objects.answers().get()
    assert turn.state == "incomplete" and turn.content == "Let us take one"
    assert "<strong>Incomplete:</strong> The connection to the model broke off" in html


def test_it_says_why_an_answer_failed_in_the_language_of_who_reads_it(client, model):
    model.base_url = "http://127.0.0.1:9/v1"
    model.save()
    german = Client(headers={"host": "localhost:3000", "accept-language": "de"})
    assert "ist nicht erreichbar" in ask(german, use_documents="").content.decode()
    turn = Turn.objects.answers().get()
    assert turn.problem == {"reason": "not_reached"} and "cannot be reached" in page(
        client, f"/chat/{turn.conversation_id}/"
    )
    for format in ("md", "json"):
        assert "cannot be reached" in page(client, f"/chat/{turn.conversation_id}/export/{format}/")


@pytest.mark.django_db(transaction=True)
def test_it_keeps_the_sentences_of_older_answers():
    executor = MigrationExecutor(connection)
    executor.migrate([("chat", "0002_conversations")])
    old = executor.loader.project_state([("chat", "0002_conversations")]).apps
    conversation = old.get_model("chat", "Conversation").objects.create(title="Any")
    for problem in ("Das Modell schwieg, zu 100%.", ""):
        old.get_model("chat", "Turn").objects.create(conversation=conversation, role="assistant", problem=problem)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert [turn.why for turn in Turn.objects.all()] == ["Das Modell schwieg, zu 100%.", ""]


def test_it_has_a_sentence_for_every_failure(model):
    for reason in failures.REASONS:
        turn = Turn(
            problem={"reason": reason, "seconds": 60.0, "status": 500, "name": "X", "command": "y", "text": "z"}
        )
        assert "%" not in turn.why and (turn.why == failures.sentence({})) == (reason == "unknown")
    assert Turn(problem={"reason": "of another version"}).why == "This answer is not whole. Try again."


def test_it_marks_what_a_process_left_behind(client, model):
    turn = conversing.ask(Conversation.objects.create(title="Any"), "Hello")
    Turn.objects.filter(pk=turn.pk).update(state="writing", began_at="2026-01-01T00:00:00Z")
    assert "The product was stopped while" in page(client, f"/chat/{turn.conversation_id}/")


def test_it_holds_up_nobody_where_all_places_are_taken(client, model, monkeypatch):
    monkeypatch.setattr(answering, "PLACES", threading.BoundedSemaphore(1))
    with answering.a_place():
        html = ask(client, use_documents="").content.decode()
    assert "Too many answers are being written" in html


# Branches


def test_it_asks_an_edited_question_as_a_branch(client, model):
    first = answered("First", use_documents=False)
    htmx(client, "/chat/ask/", conversation=first.conversation_id, edits=first.parent_id, message="Better")
    conversation = first.conversation
    conversation.refresh_from_db()
    write(conversation.tip)
    html = page(client, f"/chat/{conversation.pk}/")
    assert "Better" in html and ">First<" not in html and "2 of 2" in html
    html = page(client, f"/chat/{conversation.pk}/?at={first.parent_id}")
    assert ">First<" in html and "1 of 2" in html and f"?at={conversation.tip.parent_id}" in html


def test_it_tries_again_beside_what_it_said(client, model, own):
    first = answered(use_documents=False)
    own.words = ["Another."]
    html = act(client, first, "retry").content.decode()
    assert "Another." in html and "2 of 2" in html
    assert "Breathe slowly." in page(client, f"/chat/{first.conversation_id}/?at={first.pk}")


def test_it_goes_on_from_the_branch_that_is_shown(client, model, own):
    first = answered("First", use_documents=False)
    second = write(conversing.again(first))
    ask(client, "Further", conversation=first.conversation_id, below=first.pk, use_documents="")
    assert Turn.objects.get(content="Further").parent == first != second


def test_it_leaves_out_a_question_that_was_not_answered(client, model, own):
    first = answered("First", use_documents=False)
    Turn.objects.filter(pk=first.pk).update(content="", state="failed")
    ask(client, "Second", conversation=first.conversation_id, use_documents="")
    assert [turn["content"] for turn in own.said[1:]] == ["Second"]


# Conversations


def test_it_renames_deletes_and_brings_back(client, model):
    conversation = answered().conversation
    address = f"/chat/{conversation.pk}/act/"
    client.post(address, {"verb": "rename", "title": "About <b>clothes"})
    assert "About &lt;b&gt;clothes" in page(client)
    answer = client.post(address, {"verb": "delete"}, follow=True)
    assert "is deleted" in answer.content.decode() and client.get(f"/chat/{conversation.pk}/").status_code == 404
    client.post(address, {"verb": "restore"})
    assert client.get(f"/chat/{conversation.pk}/").status_code == 200


def test_it_finds_conversations_by_all_their_words(client, model):
    answered("About sleep and food")
    answered("About sleep")
    Conversation.objects.filter(pk=Conversation.objects.last().pk).update(title="The other")
    html = page(client, "/?q=food+breathe")
    assert html.count('<li><a href="/chat/') == 1
    assert "No conversation has these words" in page(client, "/?q=nowhere")


def test_it_finds_conversations_in_capitals_or_not_with_any_letters(client, model):
    answered("Übelkeit nach dem Essen? (École)")
    for words in ("übelkeit", "ÜBELKEIT", "école)", "essen"):
        assert page(client, f"/?q={words}").count('<li><a href="/chat/') == 1


def test_it_lists_forty_and_leads_to_older_ones(client):
    for number in range(41):
        Conversation.objects.create(title=f"Talk {number}")
    html = page(client)
    assert html.count('<li><a href="/chat/') == 40
    older = re.search(r'href="(/\?before=[^"]+)"', html)[1]
    assert page(client, older).count('<li><a href="/chat/') == 1


def test_it_writes_a_conversation_as_markdown_and_json(client, model):
    make_document()
    turn = answered(use_documents=True)
    text = client.get(f"/chat/{turn.conversation_id}/export/md/").content.decode()
    assert "## You, " in text and "Breathe slowly [1]." in text and "[1] preparing.txt" in text
    whole = json.loads(client.get(f"/chat/{turn.conversation_id}/export/json/").content)
    assert [one["role"] for one in whole["turns"]] == ["user", "assistant"] and whole["turns"][1]["model"] == "Ours"
    assert client.get(f"/chat/{turn.conversation_id}/export/exe/").status_code == 404


def test_it_shows_nobody_the_conversation_of_another(settings, model, django_user_model, alice):
    settings.SHARED, settings.ALLOWED_HOSTS = True, ["testserver"]
    turn = answered(by=alice)
    charlie = Client()
    charlie.force_login(django_user_model.objects.create_user("charlie"))
    for address in (
        f"/chat/{turn.conversation_id}/",
        f"/chat/turns/{turn.pk}/",
        f"/chat/turns/{turn.pk}/stream/",
        f"/chat/turns/{turn.pk}/example/",
    ):
        assert charlie.get(address).status_code == 404
    assert "/chat/" + str(turn.conversation_id) not in charlie.get("/").content.decode()


def test_its_number_of_queries_does_not_grow(client, model, django_assert_max_num_queries):
    turn = answered()
    for number in range(30):
        turn = write(conversing.ask(turn.conversation, f"Question {number}", turn))
        Conversation.objects.create(title=f"Talk {number}")
    with django_assert_max_num_queries(QUERIES):
        page(client, f"/chat/{turn.conversation_id}/")


@pytest.mark.parametrize(
    "address", ["/chat/99/", "/chat/turns/99/", "/chat/turns/99/stream/", "/chat/turns/99/example/"]
)
def test_it_knows_no_conversation_that_is_not_there(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/chat/ask/", "/chat/1/act/", "/chat/turns/1/act/"])
def test_it_leads_from_the_address_of_a_form_to_the_chat(client, address):
    assert client.get(address)["Location"] == "/"


def test_it_takes_no_verb_that_there_is_not(client, model):
    turn = answered()
    assert client.post(f"/chat/turns/{turn.pk}/act/", {"verb": "x"}).status_code == 404
    assert client.post(f"/chat/{turn.conversation_id}/act/", {"verb": "x"}).status_code == 404


# Rating


def test_it_keeps_a_rating_with_its_reason_and_lists_it(client, model):
    turn = answered()
    act(client, turn, "rate", rating="-1", reason="Too short <b>")
    assert "Too short &lt;b&gt;" in page(client, "/chat/rated/?rating=down")
    assert "No answer is rated here" in page(client, "/chat/rated/?rating=up")
    act(client, turn, "rate", rating="0")
    assert "No answer is rated here" in page(client, "/chat/rated/")


# Models


FIELDS = {
    "name": "Ollama",
    "backend": "openai_compatible",
    "model_id": "llama3.1",
    "base_url": "http://localhost:11434/v1",
    "token_limit": "4096",
    "streams": "on",
}


def test_it_asks_for_an_account_before_a_model_is_changed(client, model):
    assert "createsuperuser" in page(client, "/models/")
    assert client.get("/models/add/")["Location"].startswith("/accounts/login/")
    for address in ("/models/add/", f"/models/{model.pk}/", f"/models/{model.pk}/act/"):
        assert client.post(address, {**FIELDS, "verb": "delete"})["Location"].startswith("/accounts/login/")
    assert LanguageModel.objects.get() == model


def test_it_adds_changes_and_deletes_a_model(alices_client):
    alices_client.post("/models/add/", FIELDS)
    model = LanguageModel.objects.get()
    assert model.is_default and "llama3.1" in page(alices_client, "/models/")
    alices_client.post(f"/models/{model.pk}/", {**FIELDS, "name": "Renamed"})
    assert LanguageModel.objects.get().name == "Renamed"
    alices_client.post(f"/models/{model.pk}/act/", {"verb": "delete"})
    assert not LanguageModel.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"key_name": "sk-abcdef"}, "never the key itself"),
        ({"key_name": "SECRET_KEY"}, "never the key itself"),
        ({"key_name": "PATH"}, "never the key itself"),
        ({"base_url": "file:///etc/passwd"}, "begins with http"),
        ({"base_url": "http://me:pass@host/v1"}, "begins with http"),
        ({"base_url": "http://host/v1?key=1"}, "begins with http"),
        ({"base_url": ""}, "This kind of model needs it"),
        ({"backend": "other"}, "not one of the available choices"),
        ({"token_limit": "5"}, "Write a number from 256"),
    ],
)
def test_it_refuses_a_model_that_cannot_be(alices_client, change, words):
    answer = alices_client.post("/models/add/", {**FIELDS, **change})
    assert answer.status_code == 400 and words in answer.content.decode() and not LanguageModel.objects.exists()


def test_it_shows_the_name_of_a_key_and_never_the_key(alices_client, monkeypatch):
    monkeypatch.setenv("OLLAMA_API_KEY", "sk-very-secret")
    alices_client.post("/models/add/", {**FIELDS, "key_name": "OLLAMA_API_KEY"})
    html = page(alices_client, "/models/") + page(alices_client, f"/models/{LanguageModel.objects.get().pk}/")
    assert "OLLAMA_API_KEY" in html and "which is set" in html and "sk-very-secret" not in html


def test_it_tries_a_model(alices_client, model, own):
    html = alices_client.post(f"/models/{model.pk}/act/", {"verb": "try"}).content.decode()
    assert "Breathe slowly" in html and "tokens/s" in html
    model.base_url = "http://127.0.0.1:9/v1"
    model.save()
    html = alices_client.post(f"/models/{model.pk}/act/", {"verb": "try"}).content.decode()
    assert "It did not work:" in html and "cannot be reached" in html


def test_it_has_one_default(alices_client, model):
    alices_client.post("/models/add/", FIELDS)
    second = LanguageModel.objects.get(name="Ollama")
    alices_client.post(f"/models/{second.pk}/act/", {"verb": "first"})
    assert [one.name for one in LanguageModel.objects.filter(is_default=True)] == ["Ollama"]


def test_no_other_becomes_the_default_where_it_is_deleted_or_saved(client, alices_client, model, own):
    for name in ("A", "B"):
        alices_client.post("/models/add/", {**FIELDS, "name": name, "base_url": own.address})
    html = alices_client.post(f"/models/{model.pk}/act/", {"verb": "delete"}, follow=True).content.decode()
    assert "No model is the default, so none answers" in html
    alices_client.post(f"/models/{LanguageModel.objects.get(name='A').pk}/", {**FIELDS, "name": "A"})
    assert not LanguageModel.objects.filter(is_default=True).exists()
    html = ask(client, use_documents="").content.decode()
    assert "Several language models are set up here" in html and own.asked == []
    assert (
        '<a href="/models/">Choose the default</a>' in html
        and "None is chosen" in html
        and "Several language models are" in page(client)
    )


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({"HF_TOKEN": "hf_x"}, ("huggingface", "meta-llama/Llama-3.1-8B-Instruct", "", "HF_TOKEN")),
        ({"HF_TOKEN": "hf_x", "CHAT_MODEL": "a/b"}, ("huggingface", "a/b", "", "HF_TOKEN")),
        (
            {"CHAT_BASE_URL": "http://l/v1", "CHAT_MODEL": "m", "HF_TOKEN": "hf_x"},
            ("openai_compatible", "m", "http://l/v1", ""),
        ),
        (
            {"CHAT_BASE_URL": "http://l/v1", "CHAT_MODEL": "m", "CHAT_API_KEY": "k"},
            ("openai_compatible", "m", "http://l/v1", "CHAT_API_KEY"),
        ),
        (
            {"CHAT_BASE_URL": "https://x.endpoints.huggingface.cloud/v1", "HF_TOKEN": "hf_x"},
            (
                "openai_compatible",
                "meta-llama/Llama-3.1-8B-Instruct",
                "https://x.endpoints.huggingface.cloud/v1",
                "HF_TOKEN",
            ),
        ),
    ],
)
def test_it_sets_up_the_first_model_by_environment(client, settings, monkeypatch, named, expected):
    for name, value in named.items():
        monkeypatch.setenv(name, value)
        setattr(settings, name, value)
    page(client, "/models/")
    model = LanguageModel.objects.get()
    assert (model.backend, model.model_id, model.base_url, model.key_name) == expected and model.is_default


def test_it_follows_the_environment_and_leaves_other_models_alone(client, settings, model):
    settings.CHAT_BASE_URL, settings.CHAT_MODEL = "http://l/v1", "m"
    page(client, "/models/")
    assert LanguageModel.objects.get() == model
    model.delete()
    page(client, "/models/")
    settings.CHAT_MODEL = "other"
    assert "other" in page(client, "/models/") and LanguageModel.objects.get().model_id == "other"


# System prompt


def test_it_keeps_versions_of_the_system_prompt(client, alices_client, model, own):
    assert "You give no diagnosis" in page(client, "/chat/prompt/")
    assert client.post("/chat/prompt/", {"text": "x"})["Location"].startswith("/accounts/login/")
    alices_client.post("/chat/prompt/", {"text": "Answer in rhyme.", "note": "for fun"})
    html = page(client, "/chat/prompt/")
    assert SystemPrompt.objects.count() == 2 and "for fun" in html and "alice" in html
    turn = answered(use_documents=False)
    assert own.said[0]["content"] == "Answer in rhyme." and turn.prompt.text == "Answer in rhyme."


# Examples


def use(client, turn, **fields):
    values = {
        "instruction": "What should I wear?",
        "context": "",
        "response": "Wear something warm.",
        "tags": "chat",
        "system": "",
    }
    return client.post(f"/chat/turns/{turn.pk}/example/", {**values, **fields}, follow=True)


def test_it_makes_a_preference_pair_of_a_corrected_answer(client, model):
    document = make_document()
    turn = answered()
    html = page(client, f"/chat/turns/{turn.pk}/example/")
    assert "Breathe slowly [1]." in html and "comfortable clothes" in html
    answer = use(client, turn)
    example = Example.objects.get()
    assert (example.instruction, example.response, example.tags, example.status) == (
        "What should I wear?",
        "Wear something warm.",
        "chat",
        "new",
    )
    assert example.extra["rejected"] == "Breathe slowly [1]."
    kept = example.extra["_from"]
    assert kept["conversation"] == turn.conversation_id and kept["documents"] == [document.pk]
    assert (
        kept["passages"] == [turn.sources[0]["passage"]]
        and kept["model"] == "Ours"
        and kept["prompt"] == turn.prompt_id
    )
    assert f"Example {example.pk}" in answer.content.decode()
    assert f"Example {example.pk}" in page(client, "/review/")


def test_it_keeps_no_rejected_answer_where_nothing_was_corrected(client, model):
    turn = answered(use_documents=False)
    use(client, turn, response=turn.content)
    assert "rejected" not in Example.objects.get().extra


def test_it_takes_no_half_answer_unseen(client, model):
    turn = answered(use_documents=False)
    Turn.objects.filter(pk=turn.pk).update(state="incomplete", problem="It broke off.")
    answer = use(client, turn, response=turn.content)
    assert answer.status_code == 400 and "This answer is not whole" in answer.content.decode()
    assert use(client, turn).status_code == 200 and Example.objects.count() == 1


def test_it_says_whose_example_it_is(alices_client, alice, model):
    turn = answered(use_documents=False)
    use(alices_client, turn)
    assert Example.objects.get().events.get().by == alice


# Drafts


def proposal(
    quote="Wear comfortable clothes and bring somebody", question="What do I wear?", answer="Something comfortable."
):
    return json.dumps({"question": question, "answer": answer, "quote": quote})


def draft(client, document):
    ids = [passage.pk for passage in document.passages.all()]
    return client.post(
        f"/documents/{document.pk}/draft/", {"verb": "draft", "passages": ids}, follow=True
    ).content.decode()


def test_it_drafts_examples_that_their_passage_supports(client, model, own):
    document = make_document()
    own.words = ["Here it is:\n```json\n", proposal(), "\n```"]
    assert "1 draft waits for review" in draft(client, document)
    example = Example.objects.get()
    assert (example.instruction, example.status, example.tags) == ("What do I wear?", "new", "draft")
    assert example.extra["_from"]["documents"] == [document.pk] and "comfortable clothes" in example.context
    assert "never an instruction" in own.said[-1]["content"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (proposal("You must wear a red hat at all times"), "1 was dropped: its quote is not in the passage"),
        (proposal("Wear"), "1 was dropped"),
        ("I cannot do that.", "1 answer of the model was no draft"),
        ('{"question": 5}', "1 answer of the model was no draft"),
        (proposal(answer=" "), "1 answer of the model was no draft"),
    ],
)
def test_it_drops_and_counts_what_is_no_draft(client, model, own, said, words):
    document = make_document()
    own.words = [said]
    assert words in draft(client, document) and not Example.objects.exists()


def test_it_drafts_no_more_than_a_document_may_have(client, model, own, settings):
    settings.DRAFTS_PER_DOCUMENT = 1
    document = make_document()
    own.words = [proposal()]
    draft(client, document)
    assert "as many drafts as it may" in draft(client, document) and Example.objects.count() == 1


def test_it_makes_nobody_wait_for_ever_for_drafts(client, model, own, monkeypatch):
    monkeypatch.setattr(drafting, "LONGEST_WAIT", 0)
    own.words = [proposal()]
    assert "The model is slow, so the rest was left" in draft(client, make_document()) and not Example.objects.exists()


def test_it_says_what_went_wrong_with_the_model(client, model):
    model.base_url = "http://127.0.0.1:9/v1"
    model.save()
    assert "cannot be reached" in draft(client, make_document())


def test_it_lets_a_person_write_where_there_is_no_model(client):
    document = make_document()
    passage = document.passages.get()
    html = page(client, f"/documents/{document.pk}/draft/")
    assert "No model that could propose drafts is set up" in html and "comfortable clothes" in html
    fields = {"verb": "write", "passage": passage.pk, "instruction": "What do I wear?", "response": "Something warm."}
    client.post(f"/documents/{document.pk}/draft/", fields)
    example = Example.objects.get()
    assert (
        example.tags == "chat"
        and example.extra["_from"]["passages"] == [passage.pk]
        and passage.text in example.context
    )
    answer = client.post(f"/documents/{document.pk}/draft/", {**fields, "response": ""})
    assert answer.status_code == 400 and "This is empty" in answer.content.decode()


def test_no_patient_words_are_logged(client, model, own, caplog):
    caplog.set_level("INFO")
    own.words = ["secret words"]
    ask(client, "My secret illness")
    assert "secret" not in caplog.text
