"""The pages round examples, as a person without JavaScript meets them."""

import io
import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from examples.models import Example, Import
from examples.tests.making import make_example
from trainingcenter import errors

pytestmark = pytest.mark.django_db
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."


def add(instruction="What should I bring?", response=ANSWER, **values):
    return make_example(instruction=instruction, response=response, **values)


def page(client, address="/training.html"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, text, name="questions.jsonl", **fields):
    file = io.BytesIO(text.encode())
    file.name = name
    return client.post("/training/upload/", {"file": file, **fields})


def row(instruction, response=ANSWER):
    return json.dumps({"instruction": instruction, "response": response}) + "\n"


# The training page


def test_it_says_what_to_do_where_there_is_nothing(client):
    html = page(client)
    assert "No examples yet" in html and "Nothing to download yet" in html and "0 % ready" in html


def test_it_links_to_the_chat_page_and_names_no_host(client):
    add()
    html = page(client)
    assert 'href="/"' in html
    assert not re.search(r'(href|src|action)="(https?:)?//', html)


def test_it_says_what_is_missing_and_ticks_what_is_met(client):
    add()
    html = page(client)
    assert "99 more examples to the minimum of 100, 499 more to the 500" in html
    assert html.count("○ Not yet") == 2 and html.count("✓ Met") == 1


def test_it_adds_an_example_as_typed(client):
    answer = client.post("/training/add/", {"instruction": " two\r\nlines ", "response": ANSWER}, follow=True)
    assert "Example saved." in answer.content.decode()
    assert Example.objects.get().instruction == " two\nlines "


def test_it_keeps_what_was_typed_and_says_beside_the_field_what_is_wrong(client):
    answer = client.post("/training/add/", {"instruction": "Kept?", "response": " "})
    html = answer.content.decode()
    assert answer.status_code == 400 and ">\nKept?</textarea>" in html
    assert re.search(r'id="id_response_error"><li>This is blank', html)
    assert re.search(r'<textarea name="response"[^>]*autofocus', html)


def test_it_says_that_an_example_is_there_twice(client):
    add()
    answer = client.post("/training/add/", {"instruction": "What should I bring?", "response": ANSWER}, follow=True)
    assert "it is there twice now" in answer.content.decode()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</article><style>*{}</style>", "=1+1", "{{ request }}"])
def test_it_shows_hostile_text_as_text(client, text):
    example = add(text, text, context=text, tags=text.replace(" ", ""))
    for html in (page(client), page(client, f"/training/examples/{example.pk}/")):
        assert html.count("<script") == 1 and "<style" not in html
        assert text.replace("<", "&lt;").replace(">", "&gt;") in html


def test_it_sends_the_beginning_of_a_very_long_text_and_a_link_to_the_whole(client):
    example = add("A" * 1_000_000, "B" * 1_000_000)
    html = page(client)
    assert len(html) < 40_000 and html.count("Read the whole text") == 2
    assert "A" * 1_000_000 in page(client, reverse("example", args=[example.pk]))


def test_it_folds_a_text_of_many_lines(client):
    add("short", "line\n" * 20)
    assert page(client).count('<details class="unfold"') == 1


def test_its_number_of_queries_does_not_grow(client, django_assert_num_queries):
    def bring(number):
        report = Import.objects.create(name=f"{number}.jsonl", finished_at="2026-01-01T00:00:00Z")
        add(f"What is {number}?", source_id=report.pk, row=number, tags="one two")

    bring(0)
    with django_assert_num_queries(3):
        page(client)
    for number in range(1, 60):
        bring(number)
    with django_assert_num_queries(3):
        html = page(client)
    assert html.count(".jsonl</bdi></a>, row") == 50


def test_it_shows_fifty_a_page_newest_first(client):
    for number in range(51):
        add(f"Question {number}")
    html = page(client)
    assert html.count("<article") == 50 and html.index("Question 50") < html.index("Question 49")
    older = re.search(r'rel="next" href="([^"#]+)', html)[1]
    html = page(client, f"/training.html{older}")
    assert html.count("<article") == 1 and "Question 0<" in html and 'rel="prev"' in html


def test_it_finds_words_and_statuses(client):
    add("About sleep").approve()
    add("About food")
    assert "About food" not in page(client, "/training.html?q=sleep")
    assert "About food" not in page(client, "/training.html?status=approved")
    assert "Nothing fits" in page(client, "/training.html?q=water")


def test_it_answers_a_wrong_filter_with_a_sentence(client):
    assert "Write a date" in page(client, "/training.html?since=soon")


def test_it_says_how_many_conversations_a_format_leaves_out(client):
    turns = [{"role": "user", "content": "Hello"}, {"role": "user", "content": "Are you there?"}]
    add(history=turns)
    html = page(client)
    assert "Leaves out 1 conversation that it cannot hold" in html and "A conversation:" in html


# Delete and restore


def test_it_deletes_by_id_keeps_the_list_as_it_was_and_offers_undo(client):
    example = add("About sleep")
    answer = client.post(f"/training/examples/{example.pk}/delete/", {"state": "?q=sleep"}, follow=True)
    assert answer.redirect_chain[0][0] == "/training.html?q=sleep#list"
    assert f'action="/training/examples/{example.pk}/restore/"' in answer.content.decode()
    assert not Example.objects.exists()


def test_it_takes_a_second_click_on_delete_as_no_mistake(client):
    example = add()
    for _ in range(2):
        assert client.post(f"/training/examples/{example.pk}/delete/").status_code == 302


def test_it_goes_nowhere_else_after_deleting(client):
    example = add()
    answer = client.post(f"/training/examples/{example.pk}/delete/", {"state": "//example.org/"})
    assert answer["Location"] == "/training.html#list"


def test_it_marks_what_came_back(client):
    example = add()
    example.remove()
    answer = client.post(f"/training/examples/{example.pk}/restore/", follow=True)
    assert "Saved just now" in answer.content.decode() and Example.objects.exists()


def test_it_leads_from_the_address_of_a_form_to_the_training_page(client):
    assert client.get("/training/examples/1/delete/")["Location"] == "/training.html"


# Imports


def test_it_reports_what_became_of_each_row(client):
    html = send(client, row("One?") + row("One?", "") + "no json\n").headers["Location"]
    html = page(client, html)
    assert "questions.jsonl" in html and "<strong>Row 2</strong>" in html and "<strong>Row 3</strong>" in html
    assert "no json" in html and "Undo this import" in html


def test_it_shows_no_problem_row_in_full_length(client):
    answer = send(client, row("One?") + "x" * 90_000 + "\n", follow=True)
    assert len(page(client, answer["Location"])) < 10_000


def test_it_lists_the_problems_of_a_file_that_gives_nothing(client):
    answer = send(client, row("One?", ""))
    html = answer.content.decode()
    assert answer.status_code == 400 and "Nothing was imported." in html and "<strong>Row 1</strong>" in html


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({}, "Choose a file first."),
        ({"file": io.BytesIO(b"")}, "The file is empty."),
        ({"file": io.BytesIO(b"a,b\n1,2\n")}, "No column is named like"),
        ({"file": io.BytesIO(b"a,b\n1,2\n"), "mapping": "what"}, "Write the mapping as field=column"),
        ({"file": io.BytesIO(b"a,b\n1,2\n"), "encoding": "klingon"}, "klingon"),
    ],
)
def test_it_says_what_is_wrong_with_a_file(client, fields, sentence):
    if "file" in fields:
        fields["file"].seek(0)
        fields["file"].name = "questions.csv"
    answer = client.post("/training/upload/", fields)
    assert answer.status_code == 400 and sentence in answer.content.decode()


def test_it_takes_the_columns_that_a_person_names(client):
    send(client, "Frage,Antwort\nWas?,Das.\n", "fragen.csv", mapping="instruction=Frage, response=Antwort")
    assert Example.objects.get().response == "Das."


def test_it_undoes_one_import_and_no_other(client):
    add("Mine")
    send(client, row("One?") + row("Two?"))
    answer = client.post(f"/training/imports/{Import.objects.get().pk}/undo/", follow=True)
    assert "In the trash now: 2 examples" in answer.content.decode()
    assert Example.objects.get().instruction == "Mine"


def test_its_list_of_imports_asks_no_more_with_more_of_them(client, alice, django_assert_num_queries):
    for number in range(3):
        Import.objects.create(name=f"{number}.csv", added=1, by=alice, finished_at="2026-01-01T00:00:00Z")
    with django_assert_num_queries(1):
        html = page(client, "/training/imports/")
    assert html.count("Undo this import") == 3


# Download


def test_it_downloads_what_is_chosen(client):
    add("Good?").approve()
    add("New?")
    answer = client.get("/training/download/?format=jsonl&which=approved")
    lines = b"".join(answer.streaming_content).splitlines()
    assert len(lines) == 1 and json.loads(lines[0])["messages"][0]["content"] == "Good?"


def test_it_says_why_there_is_nothing_to_download(client):
    answer = client.get("/training/download/?which=approved", follow=True)
    assert "There are no examples to download." in answer.content.decode()


# The trash


def test_it_lists_the_trash_and_restores_one_and_all(client, django_assert_num_queries):
    for number in range(3):
        add(f"Question {number}").remove()
    with django_assert_num_queries(2):
        html = page(client, "/training/trash/")
    assert "3 examples in the trash" in html and html.count("<article") == 3
    pk = Example.everything.first().pk
    assert client.post(f"/training/examples/{pk}/restore/", {"place": "trash"})["Location"] == "/training/trash/"
    answer = client.post("/training/trash/", follow=True)
    assert "Back from the trash: 2 examples." in answer.content.decode()


def test_it_turns_the_pages_of_the_trash_latest_removed_first(client):
    examples = [add(f"Question {number}") for number in range(51)]
    Example.objects.exclude(pk=examples[0].pk).remove()
    examples[0].remove()
    html = page(client, "/training/trash/")
    assert html.count("<article") == 50 and html.index("Question 0<") < html.index("Question 50<")
    older = re.search(r'rel="next" href="([^"#]+)', html)[1]
    assert page(client, f"/training/trash/{older}").count("<article") == 1


def test_it_empties_the_trash_for_nobody_without_an_account(client):
    add().remove()
    assert client.post("/training/trash/empty/")["Location"].startswith("/accounts/login/")
    assert Example.everything.exists()


def test_it_asks_once_more_before_it_empties_the_trash(alices_client):
    add().remove()
    assert "There is no way to get it back." in page(alices_client, "/training/trash/empty/")
    answer = alices_client.post("/training/trash/empty/", follow=True)
    assert "The trash is empty" in answer.content.decode() and not Example.everything.exists()


# Accounts and mistakes


def test_it_says_who_is_signed_in_and_lets_them_go(alices_client):
    html = page(alices_client)
    assert "Signed in as <bdi>alice</bdi>" in html and 'action="/accounts/logout/"' in html
    alices_client.post("/accounts/logout/")
    assert "Signed in" not in page(alices_client)


def test_it_says_that_a_password_is_wrong_and_keeps_where_one_was_going(client, alice):
    typed = {"username": "alice", "password": "wrong", "next": "/training/trash/empty/"}
    html = client.post("/accounts/login/", typed).content.decode()
    assert "Please enter a correct username" in html and 'name="next" value="/training/trash/empty/"' in html


def test_it_answers_an_address_that_is_not_there_with_a_page(client):
    answer = client.get("/training/examples/9/")
    assert answer.status_code == 404 and "Nothing is here" in answer.content.decode()


def test_it_refuses_with_a_page_that_needs_nothing_else(client):
    answer = Client(headers={"host": "example.org"}).get("/training.html")
    html = answer.content.decode()
    assert answer.status_code == 400 and "localhost" in html
    assert not re.search(r"<link|<script|<img|href=|src=|style", html)


def test_it_says_that_something_went_wrong_without_asking_the_database(rf, django_assert_num_queries):
    request = rf.get("/training.html")
    request.user = SimpleLazyObject(pytest.fail)
    with django_assert_num_queries(0):
        answer = errors.server_error(request)
    assert answer.status_code == 500 and "What you had saved is safe" in answer.content.decode()
