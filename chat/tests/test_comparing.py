"""Two models side by side."""

import pytest

from chat.models import LanguageModel, Turn
from chat.tests.asking import make_document
from chat.tests.own_server import OwnServer
from examples.models import Example

pytestmark = pytest.mark.django_db


@pytest.fixture
def tuned(model):
    with OwnServer(["Wear ", "something ", "warm [1]."]) as server:
        yield LanguageModel.objects.create(
            name="Tuned", backend="openai_compatible", model_id="tuned", base_url=server.address
        )


def compare(client, **fields):
    fields = {"message": "What should I wear?", "first": "Ours", "second": "Tuned", "use_documents": "on", **fields}
    return client.post("/chat/compare/", fields, follow=True)


def test_it_makes_a_preference_pair_of_the_better_answer(client, tuned):
    document = make_document("Wear comfortable clothes, and something warm.", "clothes.txt")
    address = compare(client).redirect_chain[-1][0]
    html = client.post(address, {"verb": "write"}, follow=True).content.decode()
    assert "Breathe slowly" in html and "something warm" in html
    answer = client.post(address, {"better": "second"}, follow=True)
    example = Example.objects.get()
    assert "It waits at the review desk" in answer.content.decode()
    assert (example.response, example.extra["rejected"]) == ("Wear something warm [1].", "Breathe slowly [1].")
    assert (example.status, example.tags, example.instruction) == ("new", "chat", "What should I wear?")
    kept = example.extra["_from"]
    assert (kept["model"], kept["compared"], kept["documents"]) == ("Tuned", "Ours", [document.pk])


def test_it_streams_both(client, tuned):
    html = compare(client).content.decode()
    assert html.count("sse-connect=") == 2 and Turn.objects.answers().filter(state="waiting").count() == 2


@pytest.mark.parametrize("headers", [{"Referer": "{}"}, {"HX-Request": "true", "HX-Current-URL": "{}"}])
def test_trying_again_asks_the_same_model_and_keeps_both_side_by_side(client, tuned, headers):
    address = compare(client).redirect_chain[-1][0]
    client.post(address, {"verb": "write"})
    second = Turn.objects.answers().latest("id")
    headers = {name: value.format(f"http://testserver{address}") for name, value in headers.items()}
    answer = client.post(f"/chat/turns/{second.pk}/act/", {"verb": "retry"}, headers=headers)
    assert address in (answer.headers.get("Location"), answer.headers.get("HX-Redirect"))
    further = Turn.objects.answers().latest("id")
    html = client.get(address).content.decode()
    assert further.pk != second.pk and further.model == tuned and "Breathe slowly" in html
    assert f'id="turn-{further.pk}"' in html and f'id="turn-{second.pk}"' not in html


def test_it_prefers_nothing_before_both_are_whole(client, tuned):
    address = compare(client).redirect_chain[-1][0]
    html = client.post(address, {"better": "first"}, follow=True).content.decode()
    assert "Both answers must be whole" in html and not Example.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"), [({"second": "Ours"}, "Choose another model"), ({"message": " "}, "This is blank")]
)
def test_it_asks_for_two_models_and_a_question(client, tuned, change, words):
    answer = compare(client, **change)
    assert answer.status_code == 400 and words in answer.content.decode() and not Turn.objects.exists()


def test_it_says_that_two_models_are_needed(client, model):
    assert "Two models are needed" in client.get("/chat/compare/").content.decode()


def test_it_names_whom_to_turn_to_at_once_and_asks_neither(client, tuned, own):
    html = compare(client, message="I want to end my life").content.decode()
    assert html.count('class="said-by-model crisis"') == 2 and "988" in html
    assert own.asked == [] and all(turn.crisis and turn.whole for turn in Turn.objects.answers())


@pytest.mark.parametrize("fields", [{"second": "Ours"}, {"first": "", "second": ""}, {"second": "nobody"}])
def test_it_names_whom_to_turn_to_where_it_cannot_ask(client, tuned, fields):
    answer = compare(client, message="I want to end my life", **fields)
    html = answer.content.decode()
    assert answer.status_code == 400 and html.index("988") < html.index('<form method="post" novalidate')
    assert "988" not in compare(client, **fields).content.decode()
