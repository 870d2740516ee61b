"""Finding examples by their words, indexed or not yet."""

import pytest
from django.db import connection

from examples import search
from examples.models import Example
from examples.tests.making import make_example, upload

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="The word index is SQLite's.")


@pytest.fixture(params=["indexed", "not yet"])
def settle(request):
    """Return what brings the index up to date, or not."""
    return search.catch_up if request.param == "indexed" else lambda: None


def found(query):
    return [example.instruction for example in Example.objects.with_words(query).order_by("id")]


@pytest.mark.parametrize(
    ("query", "number"),
    [("integration", 1), ("INTEGR", 1), ("integration calm", 1), ("integration missing", 0), ('"calm"', 1), ("calm*", 1),
     ("don't", 1), ("AND", 1), ("NOT calm", 0), ("心理", 1), ("lm", 0), ("ÜBER", 1), ("e\u0301te\u0301", 1), ("don’t", 1), ("   ", 2), ("100%", 1), ("tagged", 1), ("earlier", 1)],
)  # fmt: skip
def test_it_finds_words_and_beginnings_of_words(settle, query, number):
    make_example(
        instruction="How does integration work?", response="Stay calm and don't hurry. 心理咨询 100% Über Été don’t", tags="tagged",
        history=[{"role": "user", "content": "earlier"}, {"role": "assistant", "content": "yes"}],
    )  # fmt: skip
    make_example(instruction="other")
    settle()
    assert len(found(query)) == number


@pytest.mark.parametrize(
    ("query", "number"), [("Worldling", 1), ("Tabbed", 1), ("role", 0), ("assistant", 0), ("[", 0)]
)
def test_it_finds_the_words_of_earlier_turns_and_not_their_keys(settle, query, number):
    turns = [{"role": "user", "content": "Hello\nWorldling"}, {"role": "assistant", "content": "tab\tTabbed"}]
    make_example(history=turns)
    settle()
    assert len(found(query)) == number


def test_it_finds_what_changed(settle):
    example = make_example(instruction="before")
    settle()
    example.edit(instruction="after")
    assert (found("before"), found("after")) == ([], ["after"])


def test_it_forgets_what_is_gone(settle):
    make_example(instruction="gone").remove()
    settle()
    assert found("gone") == []
    Example.everything.in_trash().delete_for_good()
    make_example(instruction="other")
    settle()
    assert found("gone") == []


@on_sqlite
def test_it_indexes_what_an_import_brought(client):
    upload(client, [{"instruction": f"word{number}", "response": "a"} for number in range(5)])
    assert search.catch_up(batch=2) == 5
    assert search.catch_up() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM examples_search WHERE examples_search MATCH 'word3'")
        assert cursor.fetchone() == (1,)


@on_sqlite
def test_its_index_stays_whole_through_changes():
    examples = [make_example(instruction=f"w{number}") for number in range(4)]
    search.catch_up()
    examples[0].edit(response="new")
    examples[1].remove()
    Example.everything.in_trash().delete_for_good()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO examples_search(examples_search, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize("tag", ["ärger", "ÄRGER", "music"])
def test_it_finds_a_tag_in_any_case(tag):
    make_example(tags="Ärger Music")
    assert Example.objects.tagged(tag).count() == 1
    assert Example.objects.all().untag(tag) == 1
