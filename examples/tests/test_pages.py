"""The pages round examples, as a person without JavaScript meets them."""

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
QUERIES = 10
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."


def add(instruction="What should I bring?", response=ANSWER, **values):
    return make_example(instruction=instruction, response=response, **values)


def page(client, address="/training.html"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


# The training page


def test_it_says_what_to_do_where_there_is_nothing(client):
    html = page(client)
    assert "Welcome" in html and "Nothing to download yet" in html and "0 % ready" in html


def test_it_links_to_the_chat_page_and_to_the_two_next_steps_elsewhere_alone(client):
    add()
    html = page(client)
    assert 'href="/"' in html
    elsewhere = re.findall(r'<(\w+)[^>]* (?:href|src|action)="((?:https?:)?//[^"]*)"', html)
    assert elsewhere == [("a", "https://huggingface.co/autotrain"), ("a", "https://colab.research.google.com/")]


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
        assert "<script>" not in html and "<style" not in html
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
    with django_assert_num_queries(QUERIES):
        page(client)
    for number in range(1, 60):
        bring(number)
    with django_assert_num_queries(QUERIES):
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


def test_it_tells_files_of_one_name_apart(client):
    add()
    for day in (1, 2):
        Import.objects.create(name="answers.csv", added=1, finished_at=f"2026-05-0{day}T09:00:00Z")
    html = page(client)
    assert "answers.csv, 1 May 2026, 09:00<" in html and "answers.csv, 2 May 2026, 09:00<" in html


def test_it_answers_a_wrong_filter_with_a_sentence(client):
    assert "Write a date" in page(client, "/training.html?since=soon")


def test_it_says_how_many_conversations_a_format_leaves_out(client):
    turns = [{"role": "user", "content": "Hello"}, {"role": "user", "content": "Are you there?"}]
    add(history=turns)
    html = page(client)
    assert "Leaves out 1 conversation that it cannot hold" in html and "A conversation:" in html


# Delete and restore


def act(client, example, verb, **more):
    sent = {"verb": verb, "etag": Example.everything.get(pk=example.pk).etag, **more}
    return client.post(f"/training/examples/{example.pk}/act/", sent)


def htmx(client, address, target="found", **fields):
    headers = {"HX-Request": "true", "HX-Target": target}
    return client.post(address, fields, headers=headers) if fields else client.get(address, headers=headers)


def test_it_deletes_by_id_keeps_the_list_as_it_was_and_offers_undo(client):
    example = add("About sleep")
    answer = act(client, example, "delete", next="/training.html?q=sleep")
    assert answer["Location"] == "/training.html?q=sleep#list" and not Example.objects.exists()
    undo = re.search(r'name="undo" value="([^"]+)"', page(client, "/training.html"))[1]
    client.post("/training/undo/", {"undo": undo}, follow=True)
    assert Example.objects.get() == example
    again = client.post("/training/undo/", {"undo": undo}, follow=True).content.decode()
    assert "Nothing was left to undo" in again and "Undone" not in again


def test_it_takes_a_second_click_on_delete_as_no_mistake(client):
    example = add()
    for _ in range(2):
        assert act(client, example, "delete").status_code == 302


@pytest.mark.parametrize("place", ["//example.org/", "https://example.org/training.html", "/admin/"])
def test_it_goes_nowhere_else_after_deleting(client, place):
    assert act(client, add(), "delete", next=place)["Location"] == "/training.html#list"


def test_it_puts_the_way_back_in_the_place_of_what_was_deleted(client):
    example = add()
    answer = htmx(client, f"/training/examples/{example.pk}/act/", verb="delete").content.decode()
    assert f'id="example-{example.pk}"' in answer and 'value="restore" data-focus' in answer
    answer = htmx(client, f"/training/examples/{example.pk}/act/", verb="restore").content.decode()
    assert "Saved just now" in answer and Example.objects.exists()


def test_it_marks_what_came_back(client):
    example = add()
    example.remove()
    act(client, example, "restore")
    assert "Saved just now" in page(client) and Example.objects.exists()


@pytest.mark.parametrize("place", ["examples/1/act/", "examples/", "undo/", "add/"])
def test_it_leads_from_the_address_of_a_form_to_the_training_page(client, place):
    assert client.get(f"/training/{place}")["Location"] == "/training.html"


@pytest.mark.parametrize("undo", ["", "removed", "removed:x", "removed:99999999999999999", "all:1"])
def test_it_undoes_nothing_that_no_message_spoke_of(client, undo):
    assert client.post("/training/undo/", {"undo": undo}).status_code == 404


# Changing one


def test_it_approves_rejects_and_opens_again_and_keeps_who_did_it(alices_client, alice):
    example = add()
    for verb, status in (("approve", "approved"), ("reject", "rejected"), ("reopen", "new")):
        act(alices_client, example, verb)
        example.refresh_from_db()
        assert (example.status, example.reviewer) == (status, alice)
    kinds = list(example.events.values_list("kind", "by", "before"))
    assert kinds == [("approved", alice.pk, "new"), ("rejected", alice.pk, "approved"), ("new", alice.pk, "rejected")]


@pytest.mark.parametrize("verb", ["approve", "reject", "reopen"])
@pytest.mark.parametrize("address", ["/training.html", "/training/examples/{}/"])
def test_it_gives_no_verdict_on_a_text_that_was_not_on_the_page(client, verb, address):
    example = add(status="rejected" if verb == "reopen" else "new")
    seen = re.search(r'name="etag" value="([^"]+)"', page(client, address.format(example.pk)))[1].replace("&quot;", '"')
    example.edit(response="Take twice as much.")
    answer = act(client, example, verb, etag=seen)
    html = page(client, answer["Location"])
    assert "Decide once more." in html and "Take twice as much." in html
    assert Example.objects.get().status == example.status


def test_it_gives_no_verdict_on_what_is_in_the_trash(client):
    example = add()
    seen = example.etag
    example.remove()
    answer = htmx(client, f"/training/examples/{example.pk}/act/", verb="approve", etag=seen).content.decode()
    assert "Decide once more." in answer and 'value="restore"' in answer and "Saved just now" not in answer
    assert Example.everything.get().status == "new"


def test_it_takes_a_second_click_on_approve_as_no_mistake(client):
    example = add()
    for _ in range(2):
        answer = act(client, example, "approve", etag=example.etag)
    assert "is approved" in page(client, answer["Location"]) and Example.objects.get().events.count() == 1


def test_it_undoes_a_verdict(client):
    example = add()
    act(client, example, "approve")
    undo = re.search(r'value="(judged:\d+)"', page(client))[1]
    client.post("/training/undo/", {"undo": undo})
    example.refresh_from_db()
    assert example.status == "new"


def test_it_waits_for_a_second_person_where_two_are_asked_for(alices_client, django_user_model, settings):
    settings.SECOND_APPROVER = True
    example = add()
    act(alices_client, example, "approve")
    assert "waits for a second person" in page(alices_client)
    act(alices_client, example, "approve")
    assert Example.objects.get().status == "new"
    example.approve(django_user_model.objects.create_user("bob"))
    assert example.status == "approved"


def test_it_copies_an_example_as_a_new_one(client):
    example = add(
        "Twice?", tags="one two", history=[{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]
    )
    example.approve()
    act(client, example, "duplicate")
    copy = Example.objects.latest("id")
    assert (copy.instruction, copy.history, copy.tags, copy.status) == ("Twice?", example.history, "one two", "new")


def test_it_tags_one_and_takes_the_tag_away(client):
    example = add()
    act(client, example, "tag", tag="music")
    assert Example.objects.get().tags == "music"
    act(client, example, "tag", tag="two words")
    assert "A tag is one word." in page(client) and Example.objects.get().tags == "music"
    act(client, example, "untag", tag="Music")
    assert Example.objects.get().tags == ""


def edited(client, example, **more):
    etag = re.search(r'name="etag" value="(.*?)"', page(client, f"/training/examples/{example.pk}/edit/"))[1]
    return edited_as(client, example, **{"etag": etag.replace("&quot;", '"'), **more})


def edited_as(client, example, **more):
    fields = {"instruction": "Better?", "response": ANSWER, "etag": example.etag, **more}
    return client.post(f"/training/examples/{example.pk}/edit/", fields)


def test_it_saves_what_was_edited_and_keeps_what_stood_there(client):
    example = add("Worse?")
    assert edited(client, example, next="/training.html?q=better")["Location"] == "/training.html?q=better#list"
    example.refresh_from_db()
    assert example.instruction == "Better?" and example.events.get().changes == {"instruction": "Worse?"}


def test_it_overwrites_nobodys_edit_unasked(client):
    example = add()
    stale = example.etag
    example.edit(response="Somebody else was quicker, and wrote this answer instead of the first.")
    answer = edited(client, example, etag=stale)
    html = answer.content.decode()
    assert answer.status_code == 409 and "changed this example meanwhile" in html and "Better?</textarea>" in html
    assert Example.objects.get().response.startswith("Somebody")


def test_what_was_typed_outlives_that_somebody_deletes_the_example(client):
    example = add("Worse?")
    example.remove()
    answer = edited_as(client, example)
    html = answer.content.decode()
    assert answer.status_code == 409 and "went to the trash meanwhile" in html and "Better?</textarea>" in html
    Example.everything.restore()
    etag = Example.objects.get().etag
    assert edited_as(client, example, etag=etag).status_code == 302
    assert Example.objects.get().instruction == "Better?"


def test_it_keeps_earlier_turns_as_they_were_typed(client):
    turns = {
        "turn_role": ["user", "assistant", "user", "assistant"],
        "turn_content": ["Hello", "Good morning", " ", ""],
    }
    client.post("/training/add/", {"instruction": "And now?", "response": ANSWER, **turns})
    example = Example.objects.get()
    assert example.history == [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Good morning"}]
    assert ">\nGood morning</textarea>" in page(client, f"/training/examples/{example.pk}/edit/")


def test_it_leaves_turns_that_call_tools_as_they_are(client):
    turns = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi", "name": "guide"}]
    example = add(history=turns)
    edited(client, example)
    assert Example.objects.get().history == turns


def test_it_shows_one_that_is_edited_by_nobody_in_the_trash(client):
    example = add()
    example.remove()
    assert client.get(f"/training/examples/{example.pk}/edit/").status_code == 404


# Changing many


def test_it_changes_the_ticked_ones_and_no_other(client):
    examples = [add(f"Question {number}") for number in range(3)]
    client.post(
        "/training/examples/", {"verb": "approve", "scope": "chosen", "ids": [examples[0].etag, examples[2].etag]}
    )
    assert list(Example.objects.order_by("id").values_list("status", flat=True)) == ["approved", "new", "approved"]


@pytest.mark.parametrize("verb", ["approve", "reject", "delete"])
def test_it_changes_all_that_fit_and_undoes_it(client, verb):
    for number in range(60):
        add(f"About {'sleep' if number % 2 else 'food'} {number}")
    fields = {"verb": verb, "scope": "all", "q": "sleep", "sure": "30"}
    answer = client.post("/training/examples/", fields, follow=True)
    assert "30 examples" in answer.content.decode()
    undo = re.search(r'name="undo" value="([^"]+)"', answer.content.decode())[1]
    client.post("/training/undo/", {"undo": undo})
    assert Example.objects.filter(status="new").count() == 60


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_it_says_how_many_get_a_verdict_unseen(client, verb):
    for number in range(60):
        add(f"About {'sleep' if number < 59 else 'food'} {number}")
    fields = dict(
        re.findall(r'<input type="hidden" name="(shown|q)" value="([^"]+)"', page(client, "/training.html?q=sleep"))
    )
    assert fields == {"shown": "50", "q": "sleep"}
    html = client.post("/training/examples/", {**fields, "verb": verb, "scope": "all"}).content.decode()
    assert "shows 50 of 59. The other 9 get your verdict too" in html and "/review/?q=sleep" in html
    assert not Example.objects.exclude(status="new").exists()
    again = dict(re.findall(r'name="(\w+)" value="([^"]*)"', html[html.index('action="/training/examples/"') :]))
    add("About sleep, brought meanwhile")
    assert "50 of 60" in client.post("/training/examples/", again).content.decode()
    client.post("/training/examples/", {**again, "sure": "60"})
    assert Example.objects.exclude(status="new").count() == 60


def test_it_asks_nothing_where_all_are_on_the_page(client):
    add("About sleep")
    client.post("/training/examples/", {"verb": "approve", "scope": "all", "shown": "1"})
    assert Example.objects.get().status == "approved"


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_it_gives_none_of_many_a_verdict_on_a_text_that_was_not_on_the_page(client, verb):
    other, same = add("About sleep"), add("About food")
    seen = [value.replace("&quot;", '"') for value in re.findall(r'name="ids" value="([^"]+)"', page(client))]
    other.edit(response="Take twice as much.")
    answer = client.post("/training/examples/", {"verb": verb, "scope": "chosen", "ids": seen}, follow=True)
    assert "nothing was done: 1 example." in answer.content.decode()
    assert Example.objects.get(pk=other.pk).status == "new" != Example.objects.get(pk=same.pk).status


def test_it_tags_many(client):
    add("About sleep")
    add("About food")
    client.post("/training/examples/", {"verb": "tag", "scope": "all", "q": "sleep", "tag_word": "rest"})
    assert list(Example.objects.order_by("id").values_list("tags", flat=True)) == ["rest", ""]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"verb": "approve"},
        {"verb": "approve", "ids": ["²", "x", '"-1"']},
        {"verb": "eat", "scope": "all"},
        {"verb": "delete", "scope": "all", "source": "x"},
        {"verb": "delete", "scope": "all", "q": " "},
        {"verb": "delete", "scope": "all", "status": ","},
    ],
)
def test_it_changes_nothing_where_it_is_not_clear_what(client, fields):
    add()
    answer = client.post("/training/examples/", fields, follow=True)
    assert 'class="message wrong"' in answer.content.decode()
    assert Example.objects.get().status == "new"


def test_it_clears_all_after_their_number_was_typed(client):
    for number in range(3):
        add(f"Question {number}")
    answer = client.post("/training/clear/", {"number": "2"})
    assert answer.status_code == 400 and "There are 3 examples." in answer.content.decode()
    html = client.post("/training/clear/", {"number": "3"}, follow=True).content.decode()
    assert not Example.objects.exists() and "3 examples" in html
    client.post("/training/undo/", {"undo": re.search(r'value="(removed:\d+)"', html)[1]})
    assert Example.objects.count() == 3


# The list as a part of the page


def test_it_gives_the_list_alone_and_an_address_for_the_bar(client):
    add("About sleep")
    answer = htmx(client, "/training.html?q=sleep&status=&order=")
    assert answer["HX-Push-Url"] == "/training.html?q=sleep" and "<html" not in answer.content.decode()


def test_it_says_how_many_fit_and_what_is_asked_for(client):
    for number in range(3):
        add(f"About sleep {number}", tags="rest")
    html = page(client, "/training.html?q=sleep&tag=rest&min_tokens=2&context=none&finding=any")
    assert "No example fits." in html
    html = page(client, "/training.html?q=sleep&tag=rest")
    assert "3 examples fit." in html and "With the words “sleep”" in html and "Tagged “rest”" in html
    assert 'href="/training.html?tag=rest#list"' in html


def test_it_marks_what_a_check_finds(client):
    add("Short?", "Yes.")
    add("Long?", "word " * 1200)
    html = page(client)
    assert html.count("Length of the answer</a>") == 2 and html.count("Too long for the trainer</a>") == 1
    assert "2 examples fit." in page(client, "/training.html?finding=length")


def test_it_offers_contexts_and_tags_that_were_used(client):
    add(context="First visit", tags="music")
    assert "<option>First visit</option>" in page(client)
    assert '<option value="music">1</option>' in page(client, "/training/tags/")


def test_it_answers_htmx_with_the_card_the_form_and_the_numbers(client):
    answer = htmx(client, "/training/add/", "add", instruction="New?", response=ANSWER)
    html = answer.content.decode()
    assert answer["HX-Trigger"] == "example-saved" and "Saved just now" in html and 'id="numbers"' in html
    answer = htmx(client, "/training/add/", "add", instruction="Kept?", response="")
    assert answer.status_code == 400 and "Kept?</textarea>" in answer.content.decode()


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
    with django_assert_num_queries(4):
        html = page(client, "/training/trash/")
    assert "3 examples in the trash" in html and html.count("<article") == 3
    pk = Example.everything.first().pk
    answer = client.post(f"/training/examples/{pk}/act/", {"verb": "restore", "next": "/training/trash/"})
    assert answer["Location"] == "/training/trash/"
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
