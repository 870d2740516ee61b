"""The Django admin: lists, filters, search, actions, forms, history."""

import json
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from examples import checking, formats
from examples.admin import lists
from examples.models import Assignment, Event, Example, Import
from examples.tests.making import make_example, upload

pytestmark = pytest.mark.django_db
LIST = "/admin/examples/example/"
IMPORTS = "/admin/examples/import/"
HOSTILE = "<script>alert(1)</script> \u202ereversed 👩‍👩‍👧‍👦 =1+1"
QUERIES = 9


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


@pytest.fixture
def bobs_client(client):
    """Bob may look, and no more."""
    bob = User.objects.create_user("bob", is_staff=True)
    bob.user_permissions.set(
        Permission.objects.filter(codename__startswith="view_", content_type__app_label="examples")
    )
    client.force_login(bob)
    return client


def act(client, action, *examples, query="", **values):
    chosen = {"action": action, "_selected_action": [example.pk for example in examples], **values}
    return client.post(LIST + query, chosen, follow=True)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def listed(client, query=""):
    """Return the ids in a list."""
    return [row.pk for row in client.get(LIST + query).context["cl"].result_list]


# The list


def test_it_needs_an_account(client):
    assert client.get(LIST).status_code == 302


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("?q=sett", {"instruction": "The setting?"}),
        ("?status__exact=new", {}),
        ("?with_context=yes", {"context": "At home"}),
        ("?with_context=no", {"instruction": "context?"}),
        ("?trainable__exact=0", {"trainable": False}),
        ("?shape__exact=pairs", {"history": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}),
        ("?tag=Safety", {"tags": "first safety"}),
        ("?length=short", {"response": "Short."}),
        ("?length=good", {"response": "a" * 50}),
        ("?length=long", {"response": "a" * 3001}),
        ("?tokens=1024", {"response": "a" * 5000}),
        ("?finding=length", {"response": "Short."}),
    ],
)
def test_it_filters_and_searches(alices_client, query, values):
    one = make_example(**values)
    make_example(**values).remove()
    others = {"instruction": "other?", "response": "b" * (20 if "good" in query else 60)}
    other = make_example(**others, **({"context": "somewhere"} if "=no" in query else {}))
    if "new" in query:
        other.reject()
    if "short" in query or "finding" in query:
        other.edit(response="c" * 70)
    assert listed(alices_client, query) == [one.pk]


def test_it_narrows_to_an_import_by_number_and_by_name(alices_client):
    upload(alices_client, [{"instruction": "q", "response": "a"}], "mine.json")
    make_example()
    number = Import.objects.get().pk
    assert listed(alices_client, f"?source={number}") == listed(alices_client, "?source=mine") != []
    assert listed(alices_client, "?source=yours") == listed(alices_client, f"?source={number + 1}") == []


def test_it_offers_the_largest_tags_alone(alices_client):
    for number in range(30):
        make_example(tags=f"common tag{number}")
    content = alices_client.get(LIST).content.decode()
    assert "common (30)" in content
    assert len(re.findall(r"<bdi>tag\d+ \(1\)", content)) == 9


def test_it_keeps_the_other_filters_beside_a_typed_one(alices_client):
    content = alices_client.get(LIST + "?status__exact=new&q=a").content.decode()
    form = re.search(r'<form method="get" class="typed-filter">.*?</form>', content, re.DOTALL)[0]
    assert 'name="status__exact" value="new"' in form


def test_it_lists_the_trash(alices_client):
    thrown, _kept = make_example(), make_example()
    thrown.remove()
    assert listed(alices_client, "?trash=yes") == [thrown.pk]


def test_its_dates_lead_from_years_to_days(alices_client):
    old, new = make_example(created_at="2024-11-30T12:00Z"), make_example(created_at="2025-02-03T12:00Z")
    years = alices_client.get(LIST).context["cl"].dates
    assert [choice["title"] for choice in years["choices"]] == [2024, 2025]
    assert listed(alices_client, years["choices"][0]["link"]) == [old.pk]
    months = alices_client.get(LIST + years["choices"][1]["link"]).context["cl"].dates
    assert [choice["title"] for choice in months["choices"]] == ["January", "February"]
    days = alices_client.get(LIST + months["choices"][1]["link"]).context["cl"].dates
    assert [choice["title"] for choice in days["choices"]] == ["February 1", "February 2", "February 3"]
    assert listed(alices_client, days["choices"][2]["link"]) == [new.pk]
    assert alices_client.get(LIST + days["choices"][2]["link"]).context["cl"].dates["back"]["title"] == "February 2025"


@pytest.mark.parametrize(
    "query", ["?created_at__year=x", "?created_at__year=2025&created_at__month=13", "?p=x", "?tag="]
)
def test_it_answers_an_address_that_says_nothing(alices_client, query):
    assert alices_client.get(LIST + query, follow=True).status_code == 200


@pytest.mark.parametrize("query", ["", "?q=set", "?tag=one&source=1&status__exact=new", "?trash=yes"])
def test_its_list_asks_no_more_with_more_rows(alices_client, django_assert_max_num_queries, query):
    for number in range(60):
        make_example(tags=f"one tag{number}", instruction=f"set {number}")
    with django_assert_max_num_queries(QUERIES + 2 * ("q=" in query)):
        alices_client.get(LIST + query)


def test_its_list_counts_up_to_a_limit_and_says_so(alices_client, monkeypatch):
    monkeypatch.setattr(lists, "MOST", 55)
    for _number in range(60):
        make_example()
    content = alices_client.get(LIST).content.decode()
    assert "There are more than 55." in content
    assert "Choose all that fit: more than 55" in content
    assert len(listed(alices_client, "?p=2")) == 5


def test_its_list_holds_the_beginnings_of_texts_alone(alices_client):
    make_example(instruction="x" * 1_000_000, response="y" * 1_000_000, tags="z" * 100_000)
    answer = alices_client.get(LIST)
    assert len(answer.content) < 60_000
    assert "x" * 120 + "…" in answer.content.decode()
    assert {"instruction", "response", "tags"} <= answer.context["cl"].result_list[0].get_deferred_fields()


def test_it_offers_no_select_of_people_or_imports(alices_client, alice):
    example = make_example(reviewer=alice)
    content = alices_client.get(f"{LIST}{example.pk}/change/").content.decode()
    assert re.findall(r"<select [^>]*name=\"(\w+)\"", content) == ["status"]


# Actions


def test_it_approves_many(alices_client, alice):
    first, second = make_example(), make_example()
    assert said(act(alices_client, "approve", first)) == ["1 example is approved."]
    assert Example.objects.get(status="approved", reviewer=alice) == first
    assert Example.objects.get(status="new") == second


def test_it_rejects_for_a_reason(alices_client):
    example = make_example()
    act(alices_client, "reject", example, reason="Too short.")
    assert Example.objects.get().note == example.events.get(kind="rejected").note == "Too short."


def test_it_takes_a_verdict_back(alices_client):
    example = make_example(status="approved")
    act(alices_client, "reopen", example)
    assert Example.objects.get().status == "new"


def test_it_says_how_many_wait_for_a_second_person(alices_client, alice, settings):
    settings.SECOND_APPROVER = True
    own, others = make_example(), make_example()
    own.events.create(kind="added", by=alice)
    others.events.create(kind="added", by=User.objects.create_user("carol"))
    answer = act(alices_client, "approve", own, others)
    assert said(answer) == [
        "1 example is approved.",
        "1 example has your approval and waits for a second person’s.",
    ]


def test_it_tags_and_untags(alices_client):
    example = make_example(tags="first")
    act(alices_client, "tag", example, tag="second")
    assert Example.objects.get().tags == "first second"
    act(alices_client, "untag", example, tag="FIRST")
    assert Example.objects.get().tags == "second"


@pytest.mark.parametrize(("word", "sentence"), [("", "Write a tag first."), ("two words", "A tag is one word.")])
def test_it_asks_for_a_tag_of_one_word(alices_client, word, sentence):
    example = make_example(tags="first")
    assert sentence in said(act(alices_client, "tag", example, tag=word))[0]
    assert Example.objects.get().tags == "first"


def test_it_moves_to_the_trash_and_restores(alices_client):
    example = make_example()
    act(alices_client, "move_to_trash", example)
    assert Example.objects.count() == 0
    act(alices_client, "restore", example, query="?trash=yes")
    assert Example.objects.count() == 1


def test_it_acts_on_all_that_fit_in_steps(alices_client, monkeypatch):
    monkeypatch.setattr("examples.querysets.STEP", 20)
    monkeypatch.setattr(lists, "MOST", 10)
    some = [make_example(context="here" if number % 2 else "") for number in range(110)]
    answer = act(alices_client, "approve", some[1], query="?with_context=yes", select_across="1")
    assert said(answer) == ["55 examples are approved."]
    assert Example.objects.filter(status="approved").count() == 55


@pytest.mark.parametrize("format", formats.every().values(), ids=lambda format: format.name)
def test_it_exports_the_chosen_in_each_format(alices_client, format):
    first, _other = make_example(instruction="one"), make_example(instruction="two")
    answer = alices_client.post(LIST, {"action": f"export_{format.name}", "_selected_action": [first.pk]})
    content = b"".join(answer.streaming_content)
    assert b"one" in content and b"two" not in content
    assert format.filename in answer["Content-Disposition"]


def test_it_exports_rejected_ones_where_they_are_asked_for(alices_client):
    example = make_example(status="rejected")
    assert "There are no examples" in said(act(alices_client, "export_jsonl", example))[0]
    chosen = {"action": "export_jsonl", "_selected_action": [example.pk]}
    answer = alices_client.post(LIST + "?status__exact=rejected", chosen)
    assert len(b"".join(answer.streaming_content).splitlines()) == 1


def test_who_may_look_may_not_act(bobs_client):
    example = make_example()
    content = bobs_client.get(LIST).content.decode()
    assert 'value="approve"' not in content and 'value="export_jsonl"' in content
    act(bobs_client, "approve", example)
    assert Example.objects.get().status == "new"
    assert bobs_client.get(f"{LIST}{example.pk}/change/").status_code == 200
    assert bobs_client.get(f"{LIST}corrections/").status_code == 403


# One example


def form(example, **values):
    fields = ("instruction", "context", "response", "system", "tags", "status", "note")
    return {
        **{name: getattr(example, name) for name in fields}, "history": json.dumps(example.history), "extra": "{}",
        "trainable": "on", "etag": example.etag if example.pk else "", **values,
    }  # fmt: skip


def save(client, example, **values):
    return client.post(f"{LIST}{example.pk}/change/", form(example, **values), follow=True)


def test_it_changes_a_text_as_it_was_typed(alices_client, alice):
    example = make_example()
    save(alices_client, example, response="  Two\r\nlines ")
    changed = Example.objects.get()
    assert changed.response == "  Two\nlines "
    assert changed.fingerprint != example.fingerprint
    assert example.events.get(kind="edited", by=alice).changes == {"response": example.response}


def test_it_leaves_line_ends_alone_that_nobody_changed(alices_client):
    example = make_example(response="Two\r\nlines\rmore")
    save(alices_client, example, response="Two\r\nlines\r\nmore", tags="one")
    assert Example.objects.get().response == "Two\r\nlines\rmore"


def test_it_keeps_who_changed_the_status(alices_client, alice):
    example = make_example()
    save(alices_client, example, status="approved", note="Good.")
    changed = Example.objects.get()
    assert (changed.status, changed.reviewer, changed.note) == ("approved", alice, "Good.")


def test_it_says_that_a_second_approval_is_needed(alices_client, alice, settings):
    settings.SECOND_APPROVER = True
    example = make_example()
    example.events.create(kind="added", by=alice)
    assert "Your approval is kept. A second person’s is needed." in said(
        save(alices_client, example, status="approved")
    )
    assert Example.objects.get().status == "new"


def test_it_adds_an_example_that_is_new_before_it_is_judged(alices_client, settings):
    settings.SECOND_APPROVER = True
    alices_client.post(f"{LIST}add/", form(Example(instruction="new", response="a", status="approved")))
    assert (Example.objects.get().instruction, Example.objects.get().status) == ("new", "new")


@pytest.mark.parametrize("values", [{"response": " "}, {"history": "[7]"}, {"instruction": "\0"}])
def test_it_refuses_a_bad_text_in_a_sentence(alices_client, values):
    example = make_example()
    answer = save(alices_client, example, **values)
    assert "errornote" in answer.content.decode()
    assert Example.objects.get().response == example.response


def test_it_does_not_save_over_what_somebody_else_saved(alices_client):
    opened = make_example()
    Example.objects.get().edit(response="Theirs.")
    answer = save(alices_client, opened, response="Mine.")
    content = answer.content.decode()
    assert Example.objects.get().response == "Theirs."
    assert "Somebody changed this example while you had it open." in content
    assert "Saved meanwhile: Theirs." in content and "Mine.</textarea>" in content
    save(
        alices_client,
        opened,
        response="Mine.",
        etag=re.search(r'name="etag" value="([^"]+)"', content)[1].replace("&quot;", '"'),
    )
    assert Example.objects.get().response == "Mine."


def test_a_form_without_its_version_saves_nothing(alices_client):
    example = make_example()
    save(alices_client, example, response="Mine.", etag="")
    assert Example.objects.get().response == example.response


def test_it_shows_the_beginning_of_a_text_too_long_to_edit_and_saves_the_rest(alices_client):
    example = make_example(response="y" * 8_000_000)
    answer = alices_client.get(f"{LIST}{example.pk}/change/")
    assert "The first 10,000 of 8,000,000 characters." in answer.content.decode()
    assert len(answer.content) < 100_000
    values = form(example, tags="long")
    del values["response"]
    alices_client.post(f"{LIST}{example.pk}/change/", values)
    assert (Example.objects.get().tags, Example.objects.get().response_length) == ("long", 8_000_000)


def test_it_shows_what_happened_to_an_example(alices_client, alice):
    example = make_example()
    example.edit(by=alice, response="Another answer.")
    example.comment(alice, "Look at " + HOSTILE)
    example.edit(by=alice, response="z" * 100_000)
    example.edit(by=alice, response="short")
    content = alices_client.get(f"{LIST}{example.pk}/change/").content.decode()
    assert "The setting is your room." in content
    assert "Look at &lt;script&gt;" in content
    assert "Long texts" in content and "z" * 1000 not in content


def test_its_change_page_asks_no_more_with_a_long_history(alices_client, alice):
    example = make_example()
    checking.catch_up()
    asked = []
    for edits in (1, 30):
        for number in range(edits):
            example.edit(by=alice, response=f"Answer {number} of {edits}")
        address = f"{LIST}{example.pk}/change/"
        alices_client.get(address)  # the first page of a process asks for what it keeps
        with CaptureQueriesContext(connection) as queries:
            alices_client.get(address)
        asked.append(len(queries))
    assert asked[1] <= asked[0] <= 15


@pytest.mark.parametrize("address", ["", "{}/change/", "{}/history/"])
def test_it_shows_hostile_text_as_text(alices_client, address):
    example = make_example(instruction=HOSTILE, response=HOSTILE, context=HOSTILE, tags=HOSTILE)
    save(alices_client, example, note=HOSTILE)
    content = alices_client.get(LIST + address.format(example.pk)).content.decode()
    assert "<script>alert(1)" not in content
    assert "&lt;script&gt;alert(1)" in content


# Imports, events, assignments


def test_it_shows_an_import_with_its_problems_and_undoes_it(alices_client):
    upload(alices_client, [{"instruction": "q", "response": "a"}, {"instruction": HOSTILE}], "mine.json")
    report = Import.objects.get()
    content = alices_client.get(f"{IMPORTS}{report.pk}/change/").content.decode()
    assert "mine.json" in content and "is missing or blank" in content
    assert "<script>alert(1)" not in content and "&lt;script&gt;alert(1)" in content
    assert f"/training/imports/{report.pk}/" in content
    alices_client.post(IMPORTS, {"action": "undo", "_selected_action": [report.pk]})
    assert Example.objects.count() == 0


def test_it_shows_the_first_problems_of_many_in_few_queries(alices_client, django_assert_max_num_queries):
    upload(alices_client, [{"instruction": "q", "response": "a"}, *([{"instruction": "x" * 5000}] * 210)], "mine.json")
    with django_assert_max_num_queries(7):
        answer = alices_client.get(f"{IMPORTS}{Import.objects.get().pk}/change/")
    assert "The first 200 of 210." in answer.content.decode()
    assert len(answer.content) < 300_000


def test_imports_and_events_cannot_be_changed(alices_client):
    upload(alices_client, [{"instruction": "q", "response": "a"}], "mine.json")
    report = Import.objects.get()
    assert alices_client.post(f"{IMPORTS}{report.pk}/change/", {"name": "yours"}).status_code == 403
    event = Event.objects.create(example=Example.objects.get(), kind="commented")
    assert alices_client.post(f"/admin/examples/event/{event.pk}/change/", {"note": "!"}).status_code == 403


def test_who_may_look_may_not_undo_an_import(bobs_client):
    upload(bobs_client, [{"instruction": "q", "response": "a"}], "mine.json")
    bobs_client.post(IMPORTS, {"action": "undo", "_selected_action": [Import.objects.get().pk]})
    assert Example.objects.count() == 1


def test_it_lists_events_and_assignments(alices_client, alice, django_assert_max_num_queries):
    for _number in range(10):
        example = make_example()
        example.comment(alice, HOSTILE)
        Assignment.objects.create(example=example, to=alice)
    for path, query in (("event", "?by=alice&kind__exact=commented"), ("assignment", "?to=alice")):
        with django_assert_max_num_queries(7):
            answer = alices_client.get(f"/admin/examples/{path}/{query}")
        assert len(answer.context["cl"].result_list) == 10
        assert "<script>alert(1)" not in answer.content.decode()
