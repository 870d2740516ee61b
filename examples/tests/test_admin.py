"""The Django admin: lists, filters, search, actions."""

import json

import pytest

from examples.models import Example, Import
from examples.tests.making import make_example, upload

pytestmark = pytest.mark.django_db
LIST = "/admin/examples/example/"


def act(client, action, *examples):
    return client.post(LIST, {"action": action, "_selected_action": [example.pk for example in examples]}, follow=True)


def test_it_needs_an_account(client):
    assert client.get(LIST).status_code == 302


@pytest.mark.parametrize(
    "query", ["", "?q=set", "?status__exact=new", "?with_context=no", "?trainable__exact=1", "?shape__exact=single"]
)
def test_it_lists_filters_and_searches(alices_client, query):
    make_example()
    make_example(instruction="in the trash").remove()
    content = alices_client.get(LIST + query).content.decode()
    assert "What is" in content
    assert "in the trash</a>" not in content


def test_it_lists_the_trash(alices_client):
    make_example(instruction="thrown away").remove()
    assert "thrown away" in alices_client.get(LIST + "?trash=yes").content.decode()


@pytest.mark.parametrize(("action", "status"), [("approve", "approved"), ("reject", "rejected")])
def test_it_reviews_many(alices_client, alice, action, status):
    first, second = make_example(), make_example()
    act(alices_client, action, first)
    assert Example.objects.get(status=status, reviewer=alice) == first
    assert Example.objects.get(status="new") == second


def test_it_moves_to_the_trash_and_restores(alices_client):
    example = make_example()
    act(alices_client, "move_to_trash", example)
    assert Example.objects.count() == 0
    alices_client.post(LIST + "?trash=yes", {"action": "restore", "_selected_action": [example.pk]})
    assert Example.objects.count() == 1


def test_it_exports_the_chosen(alices_client):
    first, _ = make_example(instruction="one"), make_example(instruction="two")
    answer = alices_client.post(LIST, {"action": "export_chat", "_selected_action": [first.pk]})
    (item,) = json.loads(b"".join(answer.streaming_content))
    assert item["messages"][0]["content"] == "one"


def form(example, **values):
    fields = ("instruction", "context", "response", "system", "tags", "status", "note")
    return {
        **{name: getattr(example, name) for name in fields}, "history": json.dumps(example.history), "extra": "{}",
        "trainable": "on", **values,
    }  # fmt: skip


def test_it_changes_a_text_as_it_was_typed(alices_client):
    example = make_example()
    alices_client.post(f"{LIST}{example.pk}/change/", form(example, response="  Two\r\nlines "))
    changed = Example.objects.get()
    assert changed.response == "  Two\nlines "
    assert changed.fingerprint != example.fingerprint


def test_it_keeps_who_changed_the_status(alices_client, alice):
    example = make_example()
    alices_client.post(f"{LIST}{example.pk}/change/", form(example, status="approved", note="Good."))
    changed = Example.objects.get()
    assert (changed.status, changed.reviewer, changed.note) == ("approved", alice, "Good.")


def test_it_adds_an_example(alices_client):
    alices_client.post(f"{LIST}add/", form(Example(instruction="new", response="a", status="new")))
    assert Example.objects.get().instruction == "new"


@pytest.mark.parametrize("values", [{"response": " "}, {"history": "[7]"}, {"instruction": "\0"}])
def test_it_refuses_a_bad_text_in_a_sentence(alices_client, values):
    example = make_example()
    answer = alices_client.post(f"{LIST}{example.pk}/change/", form(example, **values))
    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()
    assert Example.objects.get().response == example.response


def test_it_shows_an_import_with_its_problems_and_undoes_it(alices_client):
    upload(alices_client, [{"instruction": "q", "response": "a"}, {"instruction": "x"}], "mine.json")
    report = Import.objects.get()
    content = alices_client.get(f"/admin/examples/import/{report.pk}/change/").content.decode()
    assert "mine.json" in content
    assert "is missing or blank" in content
    alices_client.post("/admin/examples/import/", {"action": "undo", "_selected_action": [report.pk]})
    assert Example.objects.count() == 0


def test_it_shows_hostile_text_as_text(alices_client):
    example = make_example(instruction="<script>alert(1)</script>")
    for address in (LIST, f"{LIST}{example.pk}/change/"):
        content = alices_client.get(address).content.decode()
        assert "<script>alert(1)" not in content
        assert "&lt;script&gt;alert(1)" in content
