"""The resource API: pages, filters, changes that nobody loses, bulk verbs, exports, the schema."""

import json
import threading

import pytest
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from examples.models import Example
from examples.tests.making import make_example, upload
from trainingcenter.wsgi import application

pytestmark = pytest.mark.django_db
EXAMPLES = "/api/examples/"
NEW = {"instruction": "q", "response": "a"}


def send(client, method, address, body=None, **headers):
    body = None if body is None else json.dumps(body)
    return getattr(client, method)(address, body, content_type="application/json", headers=headers)


def ids(answer):
    return [example["id"] for example in answer.json()["results"]]


# Lists


@pytest.mark.parametrize("order", ["newest", "oldest", "longest", "shortest"])
def test_it_walks_through_all_pages_and_back(client, order):
    made = [make_example(response="x" * (1 + number % 3)).pk for number in range(11)]
    seen, address, pages = [], f"{EXAMPLES}?limit=3&order={order}", []
    while address:
        answer = client.get(address)
        pages.append(ids(answer))
        seen += ids(answer)
        address = answer.json()["next"]
    assert sorted(seen) == made
    assert [len(page) for page in pages] == [3, 3, 3, 2]
    assert ids(client.get(answer.json()["previous"])) == pages[2]
    keys = {"newest": lambda e: -e.pk, "oldest": lambda e: e.pk, "longest": lambda e: (-e.response_length, -e.pk)}
    keys["shortest"] = lambda e: (e.response_length, e.pk)
    assert seen == [example.pk for example in sorted(Example.objects.all(), key=keys[order])]


def test_it_lists_by_length(client):
    lengths = [make_example(response="x" * number).pk for number in (2, 3, 1)]
    assert ids(client.get(f"{EXAMPLES}?order=longest")) == [lengths[1], lengths[0], lengths[2]]


@pytest.mark.parametrize(
    "query",
    ["q=Setting", "q=sett room", "status=approved", "status=approved,rejected", "tag=Day1", "since=2020-01-01",
     "min_length=20&max_length=40", "max_length=40", "with_context=true", "source={source}"],
)  # fmt: skip
def test_it_filters(client, query):
    upload(client, [{"instruction": "one", "response": "two"}])
    other = Example.objects.get()
    Example.objects.update(created_at="2019-01-01T00:00:00Z", context="x" * 9, response="y" * 50)
    Example.objects.update(context="")
    found = make_example(context="c", tags="day1 day2")
    found.approve()
    if "source" in query:
        found, query = other, query.format(source=other.source_id)
    assert ids(client.get(EXAMPLES + "?" + query)) == [found.pk]


@pytest.mark.parametrize("query", ["status=x", "since=soon", "min_length=-1", "order=x", "limit=0", "limit=x", "after=x",
                                   "after=W10", "source=" + "9" * 30, "limit=501", "order=removed", "trash=maybe",
                                   "with_context=maybe", "status=,", "q=%20", "tag=%20", "zzz=1", "statsu=new"])  # fmt: skip
def test_it_refuses_a_query_that_means_nothing(client, query):
    answer = client.get(EXAMPLES + "?" + query)
    assert answer.status_code == 400
    assert answer.json()["success"] is False


def test_it_names_the_parameters_that_there_are(client):
    make_example()
    for address in (EXAMPLES, "/api/exports/jsonl/"):
        answer = client.get(address + "?statsu=new")
        assert (answer.status_code, "with_context" in answer.json()["error"]) == (400, True)


def test_figures_of_all_take_no_filter(client):
    assert client.get("/api/stats/").json()["stats"]["total_examples"] == 0
    answer = client.get("/api/stats/?tag=sleep")
    assert (answer.status_code, "takes no filter" in answer.json()["error"]) == (400, True)


def test_it_leaves_out_a_filter_without_a_value(client):
    assert ids(client.get(EXAMPLES + "?q=&tag=&status=&with_context=&order=")) == ids(client.get(EXAMPLES))


def test_it_asks_no_more_queries_for_more_rows(client):
    counts = []
    for _ in range(2):
        for _ in range(10):
            make_example()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(EXAMPLES)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 3


# One example


def test_it_creates_one_or_many(client):
    answer = send(client, "post", EXAMPLES, {**NEW, "tags": "x", "extra": {"a": 1}})
    assert (answer.status_code, answer.json()["extra"]) == (201, {"a": 1})
    assert answer["Location"] == f"{EXAMPLES}{answer.json()['id']}/"
    assert len(send(client, "post", EXAMPLES, [NEW, NEW]).json()) == 2


def test_it_keeps_a_number_beyond_64_bits(client):
    number = 123456789012345678901234567890
    assert send(client, "post", EXAMPLES, {**NEW, "extra": {"id": number}}).json()["extra"] == {"id": number}
    assert client.get(EXAMPLES).json()["results"][0]["extra"] == {"id": number}


def test_it_creates_all_of_many_or_none(client):
    answer = send(client, "post", EXAMPLES, [NEW, {"instruction": "q"}, NEW, 7])
    assert answer.status_code == 400
    assert [problem["row"] for problem in answer.json()["problems"]] == [2, 4]
    assert Example.objects.count() == 0


@pytest.mark.parametrize(
    "body", [{**NEW, "status": 1, "colour": "red"}, {**NEW, "extra": []}, {**NEW, "trainable": "no"}, [], "x"]
)
def test_it_refuses_what_an_example_has_not(client, body):
    assert send(client, "post", EXAMPLES, body).status_code == 400


def test_it_changes_an_example_that_nobody_else_changed(client):
    example = make_example()
    tag = client.get(f"{EXAMPLES}{example.pk}/")["ETag"]
    answer = send(client, "patch", f"{EXAMPLES}{example.pk}/", {"response": "Better."}, if_match=tag)
    assert (answer.json()["response"], answer.json()["response_length"]) == ("Better.", 7)
    assert answer["ETag"] != tag
    stale = send(client, "patch", f"{EXAMPLES}{example.pk}/", {"response": "Worse."}, if_match=tag)
    assert stale.status_code == 412
    assert Example.objects.get().response == "Better."


def test_it_wants_to_know_what_was_read(client):
    example = make_example()
    assert send(client, "put", f"{EXAMPLES}{example.pk}/", NEW).status_code == 428


def test_it_replaces_the_whole_example(client):
    example = make_example(context="c", tags="t")
    tag = client.get(f"{EXAMPLES}{example.pk}/")["ETag"]
    answer = send(client, "put", f"{EXAMPLES}{example.pk}/", NEW, if_match=tag).json()
    assert (answer["instruction"], answer["context"], answer["tags"]) == ("q", "", "")
    assert send(client, "put", f"{EXAMPLES}{example.pk}/", {"response": "a"}, if_match="*").status_code == 400


def test_it_changes_nothing_where_the_text_is_refused(client):
    example = make_example()
    answer = send(client, "patch", f"{EXAMPLES}{example.pk}/", {"instruction": "new", "response": 7}, if_match="*")
    assert answer.status_code == 400
    assert Example.objects.get().instruction == "What is set?"


def test_it_is_not_sent_again_when_it_did_not_change(client):
    example = make_example()
    tag = client.get(f"{EXAMPLES}{example.pk}/")["ETag"]
    for marks in (tag, f"W/{tag}", f'"old", {tag}', "*"):
        assert client.get(f"{EXAMPLES}{example.pk}/", headers={"if-none-match": marks}).status_code == 304
    for marks in ('"old"', f"x{tag}", ""):
        assert client.get(f"{EXAMPLES}{example.pk}/", headers={"if-none-match": marks}).status_code == 200


def test_it_deletes_into_the_trash_and_restores(client):
    example = make_example()
    assert client.delete(f"{EXAMPLES}{example.pk}/", headers={"if-match": '"old"'}).status_code == 412
    assert client.delete(f"{EXAMPLES}{example.pk}/").status_code == 204
    assert ids(client.get(f"{EXAMPLES}?trash=true")) == [example.pk]
    assert send(client, "post", f"{EXAMPLES}{example.pk}/restore/").status_code == 200
    assert ids(client.get(EXAMPLES)) == [example.pk]


def test_it_approves_and_rejects_with_a_note(alices_client, alice):
    example = make_example()
    answer = send(alices_client, "post", f"{EXAMPLES}{example.pk}/reject/", {"note": "Gives a dose."}).json()
    assert (answer["status"], answer["note"], answer["reviewer"]) == ("rejected", "Gives a dose.", "alice")
    assert send(alices_client, "post", f"{EXAMPLES}{example.pk}/approve/").json()["status"] == "approved"


def test_it_keeps_who_added_and_edited_an_example(alices_client, alice):
    made = send(alices_client, "post", EXAMPLES, NEW).json()
    send(alices_client, "patch", f"{EXAMPLES}{made['id']}/", {"response": "b"}, if_match="*")
    assert [(event.kind, event.by) for event in Example.objects.get().events.all()] == [
        ("added", alice),
        ("edited", alice),
    ]


def test_it_approves_nothing_for_nobody_where_two_people_must_stand_behind_it(client, settings):
    settings.SECOND_APPROVER = True
    example = make_example()
    for answer in (
        send(client, "post", f"{EXAMPLES}{example.pk}/approve/"),
        bulk(client, verb="approve", filter={}),
    ):
        assert (answer.status_code, "sign in" in answer.json()["error"]) == (400, True)


@pytest.mark.parametrize("pk", ["0", "999", "x", "9" * 40])
def test_it_answers_404_for_what_is_not_there(client, pk):
    assert client.get(f"{EXAMPLES}{pk}/").status_code == 404


# Many at once


def bulk(client, **body):
    return send(client, "post", EXAMPLES + "bulk/", body)


@pytest.mark.parametrize(
    ("verb", "more", "left"),
    [("approve", {}, {"status": "approved"}), ("reject", {"note": "n"}, {"status": "rejected", "note": "n"}),
     ("tag", {"tag": "new"}, {"tags": "old new"}), ("untag", {"tag": "OLD"}, {"tags": ""})],
)  # fmt: skip
def test_it_does_a_verb_for_many(client, verb, more, left):
    first, _ = make_example(tags="old"), make_example(tags="old")
    assert bulk(client, verb=verb, ids=[first.pk], **more).json()["changed"] == 1
    assert Example.objects.get(**left, pk=first.pk)
    assert bulk(client, verb=verb, filter={"q": "set"}, **more).json()["changed"] >= 1
    assert Example.objects.filter(**left).count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_tag_at_one_moment_neither_loses_a_tag():
    for _ in range(300):
        make_example()
    start = threading.Barrier(2)

    def tag(word):
        start.wait()
        try:
            bulk(Client(headers={"host": "localhost:3000"}), verb="tag", tag=word, filter={})
        finally:
            connection.close()

    threads = [threading.Thread(target=tag, args=(word,)) for word in ("calm", "sleep")]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert {frozenset(example.tag_list) for example in Example.objects.all()} == {frozenset({"calm", "sleep"})}


def test_it_deletes_and_restores_many(client):
    make_example(), make_example(status="rejected")
    assert bulk(client, verb="delete", filter={"status": "rejected"}).json()["changed"] == 1
    assert bulk(client, verb="delete", filter={}).json()["changed"] == 1
    assert bulk(client, verb="restore", filter={}).json()["changed"] == 2


@pytest.mark.parametrize(
    "body",
    [{}, {"verb": "explode", "ids": []}, {"verb": "approve"}, {"verb": "approve", "ids": [], "filter": {}}, {"verb": ["x"]},
     {"verb": "approve", "ids": ["x"]}, {"verb": "approve", "ids": [True]}, {"verb": "delete", "filter": {"statsu": "new"}},
     {"verb": "tag", "ids": [1]}, {"verb": "tag", "ids": [1], "tag": "two words"}, {"verb": "approve", "ids": [1], "note": 7},
     {"verb": "delete", "filter": []}, {"verb": "delete", "filter": {"status": "x"}},
     {"verb": "delete", "filter": {"status": ","}}, {"verb": "delete", "filter": {"with_context": "no idea"}},
     {"verb": "delete", "filter": {"tag": " "}}, {"verb": "delete", "filter": {"q": "\t"}}],
    ids=repr,
)  # fmt: skip
def test_it_refuses_a_bulk_verb_that_is_not_clear(client, body):
    make_example()
    assert bulk(client, **body).status_code == 400
    assert Example.objects.filter(status="new").count() == 1


def test_it_empties_the_trash_for_an_account_only(client, alices_client):
    make_example().remove()
    kept = make_example()
    assert client.post(EXAMPLES + "empty-trash/").status_code in (401, 403)
    assert alices_client.post(EXAMPLES + "empty-trash/").json()["changed"] == 1
    assert list(Example.everything.all()) == [kept]


def test_it_takes_a_list_that_calls_itself_a_form(alice, settings):
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.force_login(alice)
    options = {"content_type": "application/x-www-form-urlencoded"}
    assert client.post(EXAMPLES, json.dumps([NEW]), **options).status_code == 403
    client.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32
    assert client.post(EXAMPLES, json.dumps([NEW]), headers={"x-csrftoken": token}, **options).status_code == 201


# Imports and exports


def test_it_lists_imports_with_their_problems(client):
    upload(client, [NEW, {"instruction": "x"}], "mine.json")
    (report,) = client.get("/api/imports/").json()
    assert (report["name"], report["added"], report["problem_count"]) == ("mine.json", 1, 1)
    (problem,) = client.get(f"/api/imports/{report['id']}/problems/").json()
    assert (problem["row"], problem["item"]) == (2, '{"instruction": "x"}')
    assert client.get(f"/api/imports/{report['id']}/problems/?after_row=2").json() == []
    assert client.get(f"/api/imports/{report['id']}/problems/?after_row=x").status_code == 400


def test_an_import_says_what_was_found_in_it(client):
    make_example(response="Call me at 415-555-2671 tomorrow.")
    rows = [
        {"instruction": "Whom?", "response": f"Call Dr. Smith at 415-555-{number}, or rest."} for number in (2671, 2672)
    ]
    file = SimpleUploadedFile("a.json", json.dumps([*rows, NEW]).encode())
    told = client.post("/api/imports/", {"file": file}).json()
    found = told["findings"]
    assert found["personal_data_sure"] == 2 and not found["waiting"] and found["review"] >= 2
    assert client.get(f"/api/imports/{told['id']}/").json()["findings"] == found
    file.seek(0)
    assert client.post("/api/imports/", {"file": file, "dry_run": "1"}).json()["findings"] is None


def test_it_exports_what_fits_the_filter(client):
    make_example(instruction="one").approve()
    make_example(instruction="two")
    answer = client.get("/api/exports/jsonl/?status=approved&context_in=user")
    assert b"".join(answer.streaming_content).count(b"\n") == 1
    told = {format["name"]: format["dataset_info"] for format in client.get("/api/exports/").json()}
    assert told["alpaca"]["training_center"]["columns"]["history"] == "history"
    assert told["jsonl"] is None


def test_it_exports_the_parts_of_a_split_without_overlap(client):
    upload(client, [{"instruction": f"{number}", "response": "a"} for number in range(100)])
    found = []
    for part in ("train", "validation", "test"):
        answer = client.get(f"/api/exports/jsonl/?split=90/5/5&seed=7&part={part}")
        assert f"training-data-{part}.jsonl" in answer["Content-Disposition"]
        found.append(b"".join(answer.streaming_content).splitlines())
    assert [len(lines) for lines in found] == [90, 5, 5]
    assert len(set().union(*found)) == 100


@pytest.mark.parametrize(
    "query",
    ["split=1/2", "split=90/10", "split=90/10&part=test", "seed=x&split=90/10", "context_in=x", "untrained=maybe"],
)
def test_it_refuses_an_export_that_is_not_clear(client, query):
    make_example()
    assert client.get(f"/api/exports/jsonl/?{query}").status_code == 400


def test_it_says_that_there_is_nothing_to_split(client):
    answer = client.get("/api/exports/jsonl/?split=90/5/5&part=train")
    assert answer.status_code == 400 and "There are no examples to download." in answer.json()["error"]


def test_it_writes_the_system_prompt_only_when_asked(client, settings):
    settings.SYSTEM_PROMPT = "Be kind."
    make_example()
    assert b"Be kind." not in b"".join(client.get("/api/exports/jsonl/").streaming_content)
    assert b"Be kind." in b"".join(client.get("/api/exports/jsonl/?system_prompt=1").streaming_content)


@pytest.mark.parametrize(("address", "fields"), [("?dry_run=1", {}), ("", {"dryrun": "1"})])
def test_it_brings_nothing_where_it_does_not_know_a_field(client, address, fields):
    file = SimpleUploadedFile("data.json", json.dumps([NEW]).encode())
    answer = client.post(f"/api/imports/{address}", {"file": file, **fields})
    assert (answer.status_code, Example.objects.count()) == (400, 0)


# The schema


def test_its_schema_is_valid_and_has_a_page(client):
    schema = schemathesis.openapi.from_wsgi("/api/schema/?format=json", application, headers={"Host": "localhost"})
    schema.validate()
    assert {"/api/training/upload", "/api/examples/bulk/"} <= {
        operation.ok().path for operation in schema.get_all_operations()
    }
    page = client.get("/api/docs/")
    assert page.status_code == 200 and "<style" not in page.content.decode()


def test_its_schema_says_how_a_verb_fails(client):
    paths = client.get("/api/schema/?format=json").json()["paths"]
    for name in ("approve", "reject", "restore"):
        verb = paths[f"/api/examples/{{id}}/{name}/"]["post"]
        assert "412" in verb["responses"] and "If-Match" in [one["name"] for one in verb["parameters"]]
    assert "413" in paths["/api/training/add-example"]["post"]["responses"]
