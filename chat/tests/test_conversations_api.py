"""/api/conversations/, as a program meets it."""

import json

import pytest
from django.test import Client

from chat import conversing
from chat.models import Conversation
from chat.tests.asking import write

pytestmark = pytest.mark.django_db
ALL = "/api/conversations/"


@pytest.fixture
def conversation(model):
    begun = Conversation.objects.create(title="Clothes", use_documents=False)
    write(conversing.ask(begun, "What should I wear?"))
    return begun


def rename(client, conversation, body):
    address = f"{ALL}{conversation.pk}/"
    return client.patch(address, json.dumps(body), content_type="application/json")


def test_it_lists_conversations_the_last_used_first(client, conversation):
    Conversation.objects.create(title="Later")
    found = client.get(ALL).json()
    assert [one["title"] for one in found["results"]] == ["Later", "Clothes"] and found["next"] is None
    assert found["results"][1]["messages"] == 2


def test_its_pages_hold_each_once(client, db):
    for number in range(5):
        Conversation.objects.create(title=f"Number {number}")
    address, seen = f"{ALL}?limit=2", []
    while address:
        page = client.get(address).json()
        seen += [one["title"] for one in page["results"]]
        address = page["next"] and ALL + page["next"]
    assert seen == [f"Number {number}" for number in (4, 3, 2, 1, 0)]


def test_it_asks_the_database_as_often_for_many(client, db, django_assert_max_num_queries):
    for number in range(30):
        conversing.ask(Conversation.objects.create(title=f"Number {number}"), "Hello")
    with django_assert_max_num_queries(3):
        assert len(client.get(ALL).json()["results"]) == 30


def test_it_finds_by_words(client, conversation):
    Conversation.objects.create(title="Other")
    assert [one["id"] for one in client.get(f"{ALL}?q=wear").json()["results"]] == [conversation.pk]


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "before_id=x", "before_id=999", "word=wear"])
def test_it_refuses_an_address_that_means_nothing(client, conversation, query):
    answer = client.get(f"{ALL}?{query}")
    assert answer.status_code == 400 and answer.json()["success"] is False and answer.json()["error"]


def test_it_reads_one_with_the_messages_of_all_branches(client, conversation):
    write(conversing.again(conversation.turns.answers().get()))
    found = client.get(f"{ALL}{conversation.pk}/").json()
    question, first, second = found["turns"]
    assert question["content"] == "What should I wear?" and first["parent"] == second["parent"] == question["id"]
    assert first["state"] == "done" and first["model"] == "Ours" and first["sources"] == []


def test_it_names_one(client, conversation):
    assert rename(client, conversation, {"title": " What to wear "}).json()["title"] == "What to wear"
    conversation.refresh_from_db()
    assert conversation.title == "What to wear"


@pytest.mark.parametrize("body", [{}, {"title": " "}, {"title": 7}, {"title": "x" * 201}, {"context": "general"}, []])
def test_it_refuses_a_name_that_is_none(client, conversation, body):
    answer = rename(client, conversation, body)
    assert answer.status_code == 400 and answer.json()["error"]


def test_it_deletes_one_with_a_way_back(client, conversation):
    address = f"{ALL}{conversation.pk}/"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == client.delete(address).status_code == 404
    assert client.post(f"{address}restore/").status_code == client.get(address).status_code == 200


def test_it_exports_one(client, conversation):
    as_json = client.get(f"{ALL}{conversation.pk}/export/json/")
    assert len(json.loads(as_json.content)["turns"]) == 2 and "attachment" in as_json["Content-Disposition"]
    assert "Breathe slowly." in client.get(f"{ALL}{conversation.pk}/export/md/").content.decode()
    unknown = client.get(f"{ALL}{conversation.pk}/export/pdf/")
    assert unknown.status_code == 404 and "json, md" in unknown.json()["error"]


def test_in_the_shared_mode_each_sees_their_own(settings, django_user_model, conversation):
    settings.SHARED = True
    alice, bob = (django_user_model.objects.create_user(name, password="x") for name in ("ann", "ben"))
    Conversation.objects.update(by=alice)
    clients = {user: Client() for user in (alice, bob)}
    for user, client in clients.items():
        client.force_login(user)
    address = f"{ALL}{conversation.pk}/"
    assert len(clients[alice].get(ALL).json()["results"]) == 1 and clients[alice].get(address).status_code == 200
    assert clients[bob].get(ALL).json()["results"] == []
    others = [clients[bob].get(address), clients[bob].delete(address), rename(clients[bob], conversation, {"title": "x"}),
              clients[bob].post(f"{address}restore/"), clients[bob].get(f"{address}export/json/")]  # fmt: skip
    assert [answer.status_code for answer in others] == [404] * 5
