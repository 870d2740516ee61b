"""The review desk, as a person without JavaScript meets it, and what stands behind it."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.utils import timezone

from examples import checking, likeness, marking, review, search
from examples.checks import Check, Finding
from examples.findings import Told
from examples.models import Event, Example, Hold
from examples.tests.making import make_example

pytestmark = pytest.mark.django_db
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."
QUERIES = 15


def make(number=3, **values):
    return [make_example(instruction=f"Question {count}?", **{"response": ANSWER, **values}) for count in range(number)]


def browser(user=None):
    client = Client(headers={"host": "localhost:3000"})
    if user:
        client.force_login(user)
    return client


def person(name):
    return get_user_model().objects.create_user(name, password="correct horse battery")


def shown(answer):
    """Return the example that an answer has on the desk."""
    return answer.context["example"]


def open_desk(client, address="/review/"):
    return shown(client.get(address))


def send(client, verb, example, queue="", follow=True, **fields):
    sent = {"verb": verb, "id": example.pk, "etag": example.etag, "queue": queue, **fields}
    return client.post("/review/act/", sent, follow=follow)


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


# Queues


def test_it_gives_the_oldest_new_example_and_says_how_many_are_left(client):
    first, *_ = make(3)
    answer = client.get("/review/")
    assert shown(answer) == first
    assert answer.context["pace"] == ["3 left"]


def test_it_goes_through_a_filter_in_the_address(client):
    make(2)
    safe = make_example(tags="safety")
    answer = client.get("/review/?status=new&tag=safety")
    assert shown(answer) == safe and answer.context["pace"] == ["1 left"]
    assert "Tagged “safety”" in answer.content.decode()


def test_it_gives_what_any_check_or_one_check_finds(client):
    make(2)
    short = make_example(response="Yes.")
    assert open_desk(client, "/review/?finding=any") == short
    assert open_desk(client, "/review/?finding=length") == short
    assert open_desk(client, "/review/?finding=tokens") is None


def test_it_says_what_is_wrong_with_a_filter(client):
    make(1)
    assert '<option value="any" selected>' in client.get("/review/?finding=any").content.decode()
    assert '<option value="sure" selected>' in client.get("/review/?finding=sure").content.decode()
    answer = client.get("/review/?finding=nothing")
    assert shown(answer) is None and "There is no check “nothing”." in answer.content.decode()


def test_a_queue_of_approved_ones_gives_each_once(client):
    make(2)
    Example.objects.approve(at=timezone.now() - 2 * review.AGAIN)
    first = open_desk(client, "/review/?status=approved")
    second = shown(send(client, "approve", first, "status=approved"))
    assert second.pk != first.pk
    assert shown(send(client, "approve", second, "status=approved")) is None


def test_it_counts_a_long_queue_up_to_a_thousand(client, monkeypatch):
    monkeypatch.setattr(review, "MOST", 2)
    make(4)
    assert client.get("/review/").context["pace"] == ["2+ left"]


def test_it_says_when_nothing_is_left(client):
    html = client.get("/review/").content.decode()
    assert "Nothing is left here" in html and "Review what is flagged" in html


def test_an_address_that_is_none_is_not_there(client):
    assert client.get("/review/?at=x").status_code == 404


# Verdicts


def test_it_approves_and_gives_the_next(client):
    first, second, _third = make(3)
    answer = send(client, "approve", open_desk(client))
    first.refresh_from_db()
    assert first.status == "approved" and shown(answer) == second
    assert "is approved" in said(answer)
    assert answer.context["pace"][:2] == ["2 left", "1 in the last 10 minutes"]


def test_it_rejects_with_a_reason_and_words(client):
    first, *_ = make(1)
    send(client, "reject", open_desk(client), reason="medical", note="a dose")
    first.refresh_from_db()
    assert (first.status, first.note) == ("rejected", "Medical advice: a dose")


def test_it_asks_for_a_reason_and_keeps_what_was_chosen(client):
    first, *_ = make(1)
    answer = send(client, "reject", open_desk(client), reason="other")
    assert answer.status_code == 400 and "Say why" in answer.content.decode()
    assert answer.context["rejecting"]["reason"] == "other"
    first.refresh_from_db()
    assert first.status == "new"


def test_a_verdict_on_what_was_changed_meanwhile_is_told_and_not_given(client):
    first, *_ = make(1)
    stale = open_desk(client)
    first.edit(instruction="Changed?")
    answer = send(client, "approve", stale)
    first.refresh_from_db()
    assert answer.status_code == 409 and first.status == "new"
    assert "changed or judged" in said(answer) and shown(answer).instruction == "Changed?"


def test_two_verdicts_on_one_example_the_second_is_told(client):
    first, *_ = make(1)
    stale = open_desk(client)
    Example.objects.get(pk=first.pk).reject(note="No.")
    assert send(client, "approve", stale).status_code == 409
    assert Example.objects.get().status == "rejected"


def test_it_undoes_the_last_verdict_of_the_session_alone(client):
    make(3)
    send(client, "approve", open_desk(client))
    second = shown(client.get("/review/"))
    send(client, "reject", second, reason="tone")
    answer = send(client, "undo", second)
    assert shown(answer) == second and shown(answer).status == "new"
    assert Example.objects.filter(status="approved").count() == 1
    assert "nothing" not in said(answer) and "no verdict" in said(send(browser(), "undo", second))


def test_it_undoes_nothing_that_was_judged_again(client):
    first, *_ = make(1)
    send(client, "approve", open_desk(client))
    Example.objects.get(pk=first.pk).reject(note="No.")
    assert "nothing was undone" in said(send(client, "undo", first))
    assert Example.objects.get().status == "rejected"


def test_what_was_skipped_comes_back_after_the_others(client):
    first, second, third = make(3)
    assert shown(send(client, "skip", first)) == second
    assert shown(send(client, "approve", second)) == third
    assert shown(send(client, "approve", third)) == first
    assert open_desk(browser(), "/review/?status=new") is None  # since `client` has it


def test_it_steps_to_the_next_and_back_and_stays_at_the_ends(client):
    first, second, _third = make(3)
    assert open_desk(client) == first
    assert open_desk(client, f"/review/?after={first.pk}") == second
    assert open_desk(client, f"/review/?before={second.pk}") == first
    answer = client.get(f"/review/?before={first.pk}")
    assert shown(answer) == first and "This is the first one." in said(answer)


# Two reviewers


def test_two_browsers_get_different_examples(client):
    first, second, _third = make(3)
    other = browser()
    assert (open_desk(client), open_desk(other)) == (first, second)
    assert (open_desk(client), open_desk(other)) == (first, second)


def test_what_somebody_left_or_held_for_too_long_is_given_to_others(client):
    first, *_ = make(1)
    answer = client.get("/review/")
    assert open_desk(browser()) is None
    client.post("/review/act/", {"verb": "leave", "id": first.pk, "until": answer.context["until"]})
    other = browser()
    assert open_desk(other) == first
    Hold.objects.update(until=timezone.now())
    assert open_desk(client) == first and open_desk(other) is None


def test_leaving_a_page_gives_nothing_back_that_was_taken_anew(client):
    first, *_ = make(1)
    old = client.get("/review/").context["until"]
    client.get("/review/")
    client.post("/review/act/", {"verb": "leave", "id": first.pk, "until": old})
    assert open_desk(browser()) is None


def test_work_at_it_holds_it_longer(client):
    first, *_ = make(1)
    client.get("/review/")
    until = Hold.objects.get().until
    answer = client.post("/review/act/", {"verb": "stay", "id": first.pk})
    assert int(answer.content) and Hold.objects.get().until > until
    assert browser().post("/review/act/", {"verb": "stay", "id": first.pk}).content == b""


def test_one_that_another_has_is_not_shown_by_its_address(client):
    first, second = make(2)
    open_desk(browser())
    answer = client.get(f"/review/?at={first.pk}")
    assert shown(answer) == second and "in front of somebody else" in said(answer)


@pytest.mark.django_db(transaction=True)
def test_twenty_who_take_at_one_moment_get_twenty_examples():
    make(25)
    taken, start = [], threading.Barrier(20)

    def take(number):
        start.wait()
        try:
            taken.append(review.Queue({}, f"session:{number}").give()[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 20 == len(set(taken)) and None not in taken
    assert Hold.objects.count() == 20


# Editing, comments, assignment


def test_it_edits_and_shows_what_changed(client):
    first, *_ = make(1)
    form = client.get(f"/review/{first.pk}/edit/").context["form"]
    assert form.initial["instruction"] == "Question 0?"
    texts = {"instruction": "A better question?", "response": ANSWER, "etag": first.etag}
    answer = client.post(f"/review/{first.pk}/edit/", texts, follow=True)
    assert shown(answer).instruction == "A better question?"
    assert "<del>Question 0</del><ins>A better question</ins>?" in answer.content.decode()


def test_an_edit_that_somebody_was_quicker_than_is_kept_and_not_saved(client):
    first, *_ = make(1)
    texts = {"instruction": "Mine?", "response": ANSWER, "etag": first.etag}
    first.edit(instruction="Theirs?")
    answer = client.post(f"/review/{first.pk}/edit/", texts)
    assert answer.status_code == 409 and ">\nMine?</textarea>" in answer.content.decode()
    assert Example.objects.get().instruction == "Theirs?"


def test_an_edit_of_what_somebody_deleted_meanwhile_is_kept(client):
    first, *_ = make(1)
    texts = {"instruction": "Mine?", "response": ANSWER, "etag": first.etag, "queue": "status=new"}
    first.remove()
    answer = client.post(f"/review/{first.pk}/edit/", texts, headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert (answer.status_code, answer["HX-Retarget"]) == (409, "#main")
    assert ">\nMine?</textarea>" in html and "went to the trash meanwhile" in html and "/review/?status=new" in html


def test_it_keeps_a_comment_and_leaves_the_example_as_it_was(client):
    first, *_ = make(1)
    answer = send(client, "comment", first, words="Who said so? <script>")
    assert "Who said so? &lt;script&gt;" in answer.content.decode()
    assert Example.objects.get().etag == first.etag
    assert "This is empty." in said(send(client, "comment", first, words=" "))


def test_it_assigns_to_somebody_who_then_has_it_alone(alices_client):
    bob, (first, second) = person("bob"), make(2)
    assert open_desk(alices_client) == first
    assert shown(send(alices_client, "assign", first, to=bob.pk)) == second
    bobs = browser(bob)
    assert open_desk(bobs, "/review/?assigned=me") == first
    assert Event.objects.get(kind="assigned").note == "bob"
    assert shown(send(bobs, "assign", first, "assigned=me", to="")) == first
    assert open_desk(bobs, "/review/?assigned=me") is None


def test_there_is_nobody_to_assign_to_without_accounts(client):
    make(1)
    assert 'name="to"' not in client.get("/review/").content.decode()


def test_it_shows_who_did_what_on_the_examples_own_page(alices_client):
    first, *_ = make(1)
    send(alices_client, "approve", open_desk(alices_client))
    html = alices_client.get(f"/training/examples/{first.pk}/").content.decode()
    assert "<strong>Approved</strong>" in html and "<bdi>alice</bdi>" in html


# A second person


def test_an_approval_waits_for_a_second_person_who_is_given_it(settings, alice, alices_client):
    settings.SECOND_APPROVER = True
    first, second = make(2)
    answer = send(alices_client, "approve", open_desk(alices_client))
    assert "waits for a second person" in said(answer) and shown(answer) == second
    assert alices_client.get("/review/").context["pace"][0] == "1 left"
    bobs = browser(person("bob"))
    answer = bobs.get("/review/")
    assert shown(answer) == first and "Waits for a second person" in answer.content.decode()
    send(bobs, "approve", first)
    first.refresh_from_db()
    assert first.status == "approved"


def test_nobody_is_given_what_they_wrote_themselves(settings, alice, alices_client):
    settings.SECOND_APPROVER = True
    Example(instruction="Mine?", response=ANSWER).add(by=alice)
    assert open_desk(alices_client) is None
    assert open_desk(browser(person("bob"))).instruction == "Mine?"


def test_a_first_approval_that_was_taken_back_counts_no_more(settings, alice, alices_client):
    settings.SECOND_APPROVER = True
    first, *_ = make(1)
    send(alices_client, "approve", open_desk(alices_client))
    assert shown(send(alices_client, "undo", first)) == first
    bobs = browser(person("bob"))
    Hold.objects.all().delete()
    send(bobs, "approve", first)
    first.refresh_from_db()
    assert first.status == "new"


def test_an_open_workstation_is_told_to_sign_in_for_two_approvals(settings, client):
    settings.SECOND_APPROVER = True
    make(1)
    answer = send(client, "approve", open_desk(client))
    assert answer.status_code == 409 and "sign in before you approve" in said(answer)


# Pace


def test_it_says_how_long_the_rest_takes():
    now = timezone.now()
    for example, minutes in zip(make(4), (8, 6, 4, 2), strict=True):
        Event.objects.create(
            example=example, kind="approved", before="new", at=now - timezone.timedelta(minutes=minutes)
        )
    pace = review.pace(14)
    assert pace.done == 4 and round(pace.to_go.total_seconds() / 60) == 28


def test_verdicts_on_many_at_one_moment_are_no_pace():
    make(5)
    Example.objects.approve()
    pace = review.pace(100)
    assert pace.done == 1 and pace.to_go is None


# Findings in the text


def finding(start, end, severity="review"):
    check = Check()
    check.severity, check.reasons = severity, {"why": ("Why.", "What to do.")}
    return Finding(check, "response", "why", start, end)


def cut(text, *spans):
    found, _more = marking.numbered([finding(*span) for span in spans])
    return [(piece.text, piece.numbers, piece.ending) for piece in marking.pieces(text, found)]


def test_it_cuts_a_text_where_findings_overlap():
    assert cut("one two three", (0, 7), (4, 13)) == [("one ", [1], []), ("two", [1, 2], [1]), (" three", [2], [2])]


def test_it_cuts_nothing_beyond_the_text_or_of_the_whole():
    assert cut("short", (2, 900), (7, 9), (0, 0)) == [("sh", [], []), ("ort", [2], [2])]


def test_the_gravest_finding_gives_the_mark():
    found, _more = marking.numbered([finding(0, 4, "hint"), finding(0, 4, "block")])
    assert marking.pieces("text", found)[0].severity == "block"


def test_it_numbers_no_more_than_a_page_can_show():
    found, more = marking.numbered([finding(number, number + 1) for number in range(100)])
    assert (len(found), more) == (60, 40)


def test_it_marks_words_in_hostile_text_as_text(client, monkeypatch):
    monkeypatch.setattr("examples.findings.findings_of", lambda example: [Told(**vars(finding(0, 8)))])
    make_example(response="<script>alert(1)</script>")
    html = client.get("/review/").content.decode()
    assert '<mark class="found review">&lt;script&gt;</mark>' in html and 'id="finding-1"' in html
    assert "<script>alert" not in html


# Nearly the same


LONG = "Most people feel calm within an hour, eat lightly the evening before, and rest for the day that follows it."


def test_it_finds_what_differs_in_a_word_and_shows_the_word():
    one = make_example(instruction="How will I feel after the treatment?", response=LONG)
    make_example(instruction="How will I feel after the treatment?", response=LONG.replace("calm", "tired"))
    make_example(instruction="Something else?", response="Nothing of that at all.")
    search.catch_up()
    [like] = likeness.alike(one)
    assert like.question_percent == 100 and like.answer_percent > 75
    assert ("gone", "calm") in like.answer and ("new", "tired") in like.answer


def test_it_finds_what_the_word_index_does_not_hold_yet():
    one = make_example(instruction="May I drive on that day?", response=LONG)
    make_example(instruction="May I drive on this day?", response=LONG)
    assert [like.answer_percent for like in likeness.alike(one)] == [100]


def test_it_finds_repeats_whatever_their_case():
    one = make_example(response=LONG)
    make_example(response=LONG.upper())
    search.catch_up()
    assert [like.answer_percent for like in likeness.alike(one)] == [100]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="without the word index, lengths alone lead to candidates")
def test_the_same_question_with_another_answer_is_shown_as_such():
    make_example(instruction="May I drive on the day of the treatment?", response=LONG)
    other = make_example(
        instruction="May I drive on the day of the treatment?", response="No, somebody takes you home."
    )
    search.catch_up()
    [like] = likeness.alike(other)
    assert (like.question_percent, like.answer) == (100, [("same", LONG)])


@pytest.mark.parametrize("text", ["", "…", "a " * 5000, "漢字" * 2000, "\u202e" * 500, "x" * 100_000])
def test_it_compares_any_text(text):
    one = make_example(response=text or "-")
    make_example(response=text + ".")
    search.catch_up()
    likeness.alike(one)


def test_differences_leave_long_stretches_out_and_white_space_alone():
    before = "word " * 200 + "one  end"
    assert likeness.differences(before, "word " * 200 + "two end")[1:] == [
        ("gone", "one"),
        ("new", "two"),
        ("same", "  end"),
    ]
    assert len(likeness.differences(before, before + "!")[0][1]) < 200


# The page


def test_htmx_gets_the_desk_and_what_is_said_and_nothing_else(client):
    make(2)
    answer = client.post(
        "/review/act/",
        {"verb": "approve", "id": open_desk(client).pk, "etag": open_desk(client).etag, "queue": ""},
        headers={"HX-Request": "true", "HX-Target": "desk"},
    )
    html = client.get(answer.url, headers={"HX-Request": "true"}).content.decode()
    assert html.lstrip().startswith("<section") and "<html" not in html
    assert "data-focus" in html and "is approved" in html


@pytest.mark.parametrize("address", ["/review/", "/review/?finding=any", "/review/?q=question", "/review/?assigned=me"])
def test_it_asks_no_more_of_the_database_for_more_examples(alices_client, address, django_assert_max_num_queries):
    checking.places()  # as a server notes at its start
    alices_client.get(address)
    for number in (3, 40):
        make(number, response="Short.")
        with django_assert_max_num_queries(QUERIES):
            alices_client.get(address)


def test_it_unfolds_a_system_prompt_that_something_was_found_in(client):
    plain = make_example(system="You help.", response=ANSWER)
    told = make_example(system="Write to jane.roe@clinic.example.", response=ANSWER)
    folded = '<details class="folded-text"><summary>System prompt'
    assert folded in client.get(f"/review/?at={plain.pk}").content.decode()
    assert folded not in client.get(f"/review/?at={told.pk}").content.decode()


def test_a_verdict_asks_no_more_of_the_database_for_more_examples(client, django_assert_max_num_queries):
    for number in (2, 40):
        make(number)
        example = open_desk(client)
        with django_assert_max_num_queries(QUERIES):
            send(client, "approve", example, follow=False)
