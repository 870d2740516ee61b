"""The documented API, as docs/api.md has it."""

import json

import pytest

from examples.models import Example
from examples.tests.making import make_example, upload

pytestmark = pytest.mark.django_db
TRAINING = "/api/training/"


def post(client, address, body):
    return client.post(address, body if isinstance(body, bytes) else json.dumps(body), content_type="application/json")


def body(response):
    return json.loads(b"".join(response.streaming_content) if response.streaming else response.content)


def test_it_lists_examples_oldest_first(client):
    first, second = make_example(context="c", tags="x y"), make_example(instruction="Second?")
    answer = body(client.get(TRAINING + "examples"))
    assert (answer["success"], answer["count"]) == (True, 2)
    assert [(e["index"], e["id"]) for e in answer["examples"]] == [(0, first.pk), (1, second.pk)]
    assert answer["examples"][0] == {
        "index": 0, "id": first.pk, "instruction": "What is set?", "context": "c",
        "response": "The setting is your room.",
        "system": "", "history": [], "tags": "x y", "status": "new", "created_at": first.created_at.isoformat(),
    }  # fmt: skip


def test_it_lists_nothing_as_an_empty_list(client):
    assert body(client.get(TRAINING + "examples")) == {"success": True, "examples": [], "count": 0}


def test_it_adds_an_example_as_it_was_sent(client):
    sent = {"instruction": " What?\r\n", "context": "\t", "response": "\u2028 Because. 🧠"}
    answer = post(client, TRAINING + "add-example", sent).json()
    assert answer["success"] is True
    assert answer["total_examples"] == 1
    assert {name: answer["example"][name] for name in sent} == sent
    (listed,) = body(client.get(TRAINING + "examples"))["examples"]
    assert answer["example"] == listed


def test_it_adds_a_repeat_and_says_so(client):
    for total, repeated in ((1, False), (2, True)):
        answer = post(client, TRAINING + "add-example", {"instruction": "q", "response": "a"}).json()
        assert (answer["total_examples"], answer["repeated"]) == (total, repeated)


def test_it_takes_system_history_and_tags_too(client):
    sent = {"instruction": "q", "response": "a", "system": "s", "tags": "t", "history": [["1", "2"]], "note": 7}
    example = post(client, TRAINING + "add-example", sent).json()["example"]
    assert (example["system"], example["tags"], len(example["history"])) == ("s", "t", 2)
    assert Example.objects.get().extra == {"note": 7}


@pytest.mark.parametrize("name", ["context", "system", "tags", "history"])
def test_it_takes_null_for_nothing(client, name):
    answer = post(client, TRAINING + "add-example", {"instruction": "q", "response": "a", name: None})
    assert answer.json()["example"][name] == ([] if name == "history" else "")


def test_it_keeps_who_added_an_example(alices_client, alice):
    post(alices_client, TRAINING + "add-example", {"instruction": "q", "response": "a"})
    assert [(event.kind, event.by) for event in Example.objects.get().events.all()] == [("added", alice)]


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"instruction": "q"}, {"response": "a"}, {"instruction": " ", "response": "a"},
        {"instruction": "q", "response": ""}, {"instruction": 7, "response": "a"}, {"instruction": "q", "response": ["a"]}, 
        {"instruction": None, "response": "a"},
        {"instruction": "q", "response": "a", "context": 7}, {"instruction": "q\0", "response": "a"},
        {"instruction": "q", "response": "a", "tags": ["x"]}, {"instruction": "q", "response": "a", "history": "x"},
        [], "text", 7, None, b"", b"{", b"nonsense", b'{"instruction": "\\ud800", "response": "a"}', b"\xff",
        b'{"instruction": "q", "response": "a", "x": NaN}', b"[" * 200_000,
        b'{"instruction": "q", "response": "a", "x": ' + b"[" * 500 + b"]" * 500 + b"}",
    ],
    ids=repr,
)  # fmt: skip
def test_it_refuses_what_is_no_example(client, sent):
    answer = post(client, TRAINING + "add-example", sent)
    assert answer.status_code == 400
    assert answer.json()["success"] is False
    assert len(answer.json()["error"]) > 20
    assert Example.everything.count() == 0


def test_it_passes_a_byte_order_mark_by(client):
    assert (
        post(client, TRAINING + "add-example", b'\xef\xbb\xbf{"instruction": "q", "response": "a"}').status_code == 200
    )


def test_it_refuses_thirty_megabytes_of_text(client):
    answer = post(client, TRAINING + "add-example", {"instruction": "q", "response": "x" * 30_000_000})
    assert answer.status_code == 413
    assert answer.json()["success"] is False


def test_it_moves_an_example_to_the_trash_by_its_place(client):
    first, second, third = make_example(), make_example(), make_example()
    answer = client.delete(TRAINING + "examples/1")
    assert answer.json()["remaining_examples"] == 2
    assert list(Example.objects.order_by("id")) == [first, third]
    assert list(Example.everything.in_trash()) == [second]


def test_it_leaves_an_example_that_is_not_the_one_meant(client):
    first, second = make_example(), make_example()
    assert client.delete(f"{TRAINING}examples/0?id={second.pk}").status_code == 409
    assert client.delete(f"{TRAINING}examples/0?id={first.pk}").status_code == 200


@pytest.mark.parametrize(
    ("index", "status"),
    [
        ("0", 200),
        ("1", 404),
        ("-1", 404),
        ("9" * 34, 404),
        ("9" * 5000, 404),
        ("0" * 5000 + "1", 404),
        ("abc", 400),
        ("1.0", 400),
        ("٠", 400),
        ("0?id=x", 400),
        ("", 405),
    ],
)
def test_it_answers_an_index(client, index, status):
    make_example()
    answer = client.delete(f"{TRAINING}examples/{index}")
    assert answer.status_code == status
    assert answer.json()["success"] is (status == 200)


def test_it_clears_into_the_trash(client):
    make_example()
    make_example()
    assert post(client, TRAINING + "clear", {}).json()["cleared"] == 2
    assert body(client.get(TRAINING + "examples"))["count"] == 0
    assert Example.everything.in_trash().count() == 2


@pytest.mark.parametrize(
    ("format", "filename", "media_type"),
    [
        ("jsonl", "training-data.jsonl", "application/jsonl"),
        ("alpaca", "training-data-alpaca.json", "application/json"),
        ("chat", "training-data-chat.json", "application/json"),
        ("sharegpt", "training-data-sharegpt.json", "application/json"),
        ("prompt-completion", "training-data-prompt-completion.jsonl", "application/jsonl"),
        ("csv", "training-data.csv", "text/csv; charset=utf-8"),
        ("archive", "training-center.json", "application/json"),
    ],
)
def test_it_downloads_a_file_under_its_name(client, format, filename, media_type):
    make_example()
    answer = client.get(f"{TRAINING}download/{format}")
    assert answer["Content-Disposition"] == f'attachment; filename="{filename}"'
    assert answer["Content-Type"] == media_type
    assert b"What is set?" in b"".join(answer.streaming_content)


def test_it_leaves_out_the_rejected_and_what_is_not_to_be_trained_on(client):
    make_example(instruction="kept")
    make_example(instruction="rejected").reject()
    make_example(instruction="untrained", trainable=False)
    make_example(instruction="trash").remove()
    content = b"".join(client.get(TRAINING + "download/jsonl").streaming_content)
    assert [json.loads(line)["messages"][0]["content"] for line in content.splitlines()] == ["kept"]


def test_it_names_the_examples_that_a_format_cannot_hold(client):
    make_example()
    odd = make_example(history=[{"role": "user", "content": "Hello?"}])
    answer = client.get(TRAINING + "download/alpaca")
    assert (answer["X-Training-Center-Left-Out"], answer["X-Training-Center-Left-Out-Ids"]) == ("1", str(odd.pk))
    assert len(json.loads(b"".join(answer.streaming_content))) == 1


def test_it_names_an_example_whose_earlier_answer_is_not_to_be_trained_on(client):
    turns = [{"role": "user", "content": "u1"}, {"role": "assistant", "content": "BAD", "weight": 0}]
    make_example(history=turns)
    for name, status in (("alpaca", 400), ("jsonl", 200), ("csv", 200)):
        assert client.get(TRAINING + f"download/{name}").status_code == status


def test_it_refuses_a_download_of_examples_that_the_format_cannot_hold(client):
    odd = make_example(history=[{"role": "user", "content": "Hello?"}])
    answer = client.get(TRAINING + "download/alpaca")
    assert answer.status_code == 400
    assert f"#{odd.pk}" in answer.json()["error"]


def test_it_refuses_a_download_of_nothing_or_of_an_unknown_format(client):
    assert "no examples" in client.get(TRAINING + "download/jsonl").json()["error"]
    answer = client.get(TRAINING + "download/parquet")
    assert answer.status_code == 400
    for name in ("jsonl", "alpaca", "chat", "sharegpt", "prompt-completion", "csv", "archive"):
        assert name in answer.json()["error"]


@pytest.mark.parametrize("field", ["dry_run", "keep_repeats"])
def test_it_brings_nothing_where_it_is_not_clear_whether_it_should(client, field):
    answer = upload(client, [{"instruction": "q", "response": "a"}], **{field: "maybe"})
    assert (answer.status_code, answer.json()["error"]) == (400, f"“{field}” must be true or false.")
    assert not Example.objects.exists()


@pytest.mark.parametrize(("number", "words"), [(1, "1 example added."), (2, "2 examples added.")])
def test_it_says_how_many_it_added(client, number, words):
    items = [{"instruction": f"{row}", "response": "a"} for row in range(number)]
    assert upload(client, items, dry_run="yes").json()["message"] == words.replace("added", "would be added")
    assert upload(client, items).json()["message"] == words


@pytest.mark.parametrize("content", [b"", b"nonsense", b"%PDF-1.4", b"[", b"[]", b"{}", b"\x00" * 100])
def test_it_refuses_a_file_that_gives_nothing(client, content):
    answer = upload(client, content)
    assert answer.status_code == 400
    assert answer.json()["success"] is False


def test_it_refuses_an_upload_without_one_file(client):
    assert client.post(TRAINING + "upload", {"other": "x"}).status_code == 400
    assert post(client, TRAINING + "upload", {"file": "x"}).status_code == 400
    assert (
        client.post(TRAINING + "upload", b"--x\r\nbroken", content_type="multipart/form-data; boundary=x").status_code
        == 400
    )


def test_it_refuses_a_file_that_is_too_large(client, settings):
    settings.MAX_UPLOAD_MB = 1
    answer = upload(client, b"x" * 2_000_000)
    assert answer.status_code == 413
    assert "1 MB" in answer.json()["error"]


def stats(client):
    return client.get(TRAINING + "stats").json()["stats"]


def test_it_counts_nothing(client):
    assert stats(client) == {
        "total_examples": 0, "avg_instruction_length": 0, "avg_response_length": 0, "with_context": 0,
        "shortest_response": 0, "longest_response": 0,
        "readiness": {"min_examples": False, "recommended_examples": False, "quality_check": False, "percent": 0},
    }  # fmt: skip


def test_it_counts_code_points_and_rounds_half_up(client):
    make_example(instruction="🧠", response="ab", context="c")
    make_example(instruction="ab", response="abc").reject()
    make_example(instruction="trash" * 9).remove()
    found = stats(client)
    assert (found["total_examples"], found["with_context"]) == (2, 1)
    assert (found["avg_instruction_length"], found["avg_response_length"]) == (2, 3)


@pytest.mark.parametrize(
    ("number", "percent", "enough", "recommended"),
    [
        (1, 0, False, False), (3, 1, False, False), (99, 20, False, False), (100, 20, True, False),
        (499, 100, True, False), (500, 100, True, True), (501, 100, True, True),
    ],
)  # fmt: skip
def test_it_says_how_ready_the_set_is(client, number, percent, enough, recommended):
    upload(client, [{"instruction": f"{i}", "response": "x" * 50} for i in range(number)])
    assert stats(client)["readiness"] == {
        "min_examples": enough, "recommended_examples": recommended, "quality_check": True, "percent": percent,
    }  # fmt: skip


@pytest.mark.parametrize(("length", "good"), [(49, False), (50, True), (3000, True), (3001, False)])
def test_it_checks_the_length_of_every_response(client, length, good):
    make_example(response="x" * 100)
    make_example(response="🧠" * length)
    assert stats(client)["readiness"]["quality_check"] is good


def test_it_answers_with_and_without_a_slash_at_the_end(client):
    assert client.get(TRAINING + "stats/").status_code == client.get(TRAINING + "stats").status_code == 200


def test_it_says_that_it_is_online(client):
    assert client.get("/api/health").json()["status"] == "online"
