"""Bringing files: all or nothing, repeats, dry runs, problems, undo; the same by page, API and command."""

import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.html import escape

from examples import findings, formats, importing
from examples.models import Example, Import, Problem
from examples.tests.making import DATA, digest, lines, make_example, stored, upload

pytestmark = pytest.mark.django_db
GOOD = {"instruction": "q", "context": "c", "response": "a"}
ROOT = Path(settings.BASE_DIR)


def numbered(number, start=0):
    return [{"instruction": f"q{i}", "response": f"a{i}"} for i in range(start, start + number)]


def test_it_tells_what_it_did(client):
    make_example(**GOOD)
    answer = upload(client, lines(GOOD, *numbered(2), {"instruction": "x"}), "mine.jsonl").json()
    assert (answer["examples_added"], answer["duplicates_skipped"], answer["problem_count"]) == (2, 1, 1)
    assert answer["total_examples"] == 3
    assert answer["problems"] == [{"row": 4, "message": "“response” is missing or blank. Add it and bring it again."}]


def test_it_keeps_the_import_with_its_problems(client):
    upload(client, lines(*numbered(2), {"instruction": "x"}), "mine.jsonl")
    report = Import.objects.get()
    assert (report.name, report.format, report.encoding, report.rows) == ("mine.jsonl", "alpaca", "utf-8", 3)
    assert [(p.row, p.item) for p in report.problems.all()] == [(3, '{"instruction": "x"}')]
    assert [(e.row, e.source_id) for e in Example.objects.order_by("id")] == [(1, report.pk), (2, report.pk)]


def test_it_changes_nothing_when_a_file_comes_twice(client):
    upload(client, numbered(3))
    before = stored()
    answer = upload(client, numbered(3)).json()
    assert (answer["examples_added"], answer["duplicates_skipped"]) == (0, 3)
    assert stored() == before


def test_it_keeps_rows_that_repeat_within_the_file(client):
    assert upload(client, [GOOD, GOOD]).json()["examples_added"] == 2


def test_it_brings_repeats_in_where_asked(client):
    upload(client, [GOOD])
    assert upload(client, [GOOD], keep_repeats="true").json()["examples_added"] == 1


@pytest.mark.parametrize("change", [{"instruction": "Q"}, {"response": "a "}, {"context": ""}, {"system": "s"}])
def test_it_takes_nothing_for_a_repeat_that_differs_in_a_letter(client, change):
    upload(client, [GOOD])
    assert upload(client, [{**GOOD, **change}]).json()["examples_added"] == 1


def test_it_brings_in_again_what_is_in_the_trash(client):
    upload(client, [GOOD])
    Example.objects.remove()
    assert upload(client, [GOOD]).json()["examples_added"] == 1


def test_it_writes_nothing_on_a_dry_run(client):
    make_example(**GOOD)
    answer = upload(client, [GOOD, *numbered(2), {}], dry_run="true").json()
    assert (answer["examples_added"], answer["duplicates_skipped"], answer["problem_count"]) == (2, 1, 1)
    assert (Example.everything.count(), Import.objects.count(), Problem.objects.count()) == (1, 0, 0)


def test_it_imports_nothing_of_a_file_that_turns_out_unreadable(client):
    content = json.dumps(numbered(25_000))[:-1] + ", {cut"
    answer = upload(client, content)
    assert answer.status_code == 400
    assert "line 1, column" in answer.json()["error"]
    assert (Example.everything.count(), Import.objects.count()) == (0, 0)


def test_it_refuses_a_file_without_a_good_row_and_names_the_problems(client):
    answer = upload(client, [{"instruction": "x"}, {"response": "y"}])
    assert answer.status_code == 400
    assert [problem["row"] for problem in answer.json()["problems"]] == [1, 2]
    assert (Import.objects.count(), Problem.objects.count()) == (0, 0)


def test_it_says_that_turns_after_the_answer_are_kept_apart(client):
    roles = ("user", "assistant", "user")
    item = {"messages": [{"role": role, "content": "x"} for role in roles]}
    assert "1 conversation goes on after the last answer" in upload(client, [item]).json()["notes"][0]


def test_it_takes_a_mapping_in_the_request(client):
    answer = upload(client, "Frage,Antwort\nq,a\n", mapping='{"instruction": "Frage", "response": "Antwort"}')
    assert answer.json()["examples_added"] == 1
    assert upload(client, "Frage,Antwort\nq2,a\n", mapping="instruction=Frage, response=Antwort").status_code == 200


def test_it_gives_the_progress_in_bytes():
    seen = []
    content = lines(*numbered(30_000)).encode()
    importing.bring(io.BytesIO(content), "x", progress=lambda done, size: seen.append((done, size)))
    assert seen[-1] == (len(content), len(content))
    assert len(seen) > 1


# Undo


def test_it_takes_back_just_its_own_rows(client):
    mine = make_example()
    upload(client, numbered(3))
    answer = client.post(f"/api/imports/{Import.objects.get().pk}/undo/")
    assert answer.json()["changed"] == 3
    assert list(Example.objects.all()) == [mine]
    assert Example.everything.in_trash().count() == 3


def test_it_takes_nothing_back_twice(client):
    upload(client, numbered(3))
    address = f"/api/imports/{Import.objects.get().pk}/undo/"
    client.post(address)
    Example.everything.in_trash().filter(row=1).restore()
    assert client.post(address).json()["changed"] == 1
    assert client.post("/api/imports/999/undo/").status_code == 404


# The archive


def archived(client):
    return b"".join(client.get("/api/training/download/archive").streaming_content)


def test_it_archives_everything_and_brings_it_back(client, alice):
    make_example(tags="a b", extra={"tools": "[]"}, history=[{"role": "user", "content": "é"}]).approve(alice, "good")
    make_example().reject(alice)
    make_example(trainable=False)
    upload(client, [GOOD], "first.json")
    before = archived(client)
    Example.everything.all().delete()
    assert upload(client, before).json()["examples_added"] == 4
    assert archived(client) == before


@pytest.mark.parametrize("taken", [False, True])
def test_what_was_overruled_comes_back_with_the_archive(client, alice, taken):
    example = make_example(response="Call our desk at 415-555-0137 whenever you like, and rest.")
    short = make_example(response="Rest.")
    for one in (example, short):
        findings.overrule(one, findings.open_findings(one)[0].key, "Our desk.", by=alice)
    content = archived(client)
    Example.everything.all().delete()
    if taken:
        Example.unsaved(
            id=example.pk, instruction="other", response="An answer of another example, and long enough."
        ).add()
    assert upload(client, content).json()["examples_added"] == 2
    back = Example.objects.get(response=example.response)
    (told,) = (one for one in findings.findings_of(back) if one.overruled_at)
    assert (told.overruled_by, told.overruled_because) == ("alice", "Our desk.")
    assert not findings.open_findings(Example.objects.get(response="Rest."))
    assert client.get("/api/exports/jsonl/").status_code == 200
    back.edit(response="Call 212-555-0199, any time, and somebody will answer you.")
    assert client.get("/api/exports/jsonl/").status_code == 409


@pytest.mark.parametrize(
    "wrong", [5, [5], [{}], [{"check": "privacy", "field": "response", "reason": "x", "mark": "y"}]]
)
def test_it_refuses_what_an_archive_cannot_say_of_findings(client, wrong):
    make_example()
    (item,) = json.loads(archived(client))["examples"]
    rows = [{**item, "instruction": "new", "id": None, "overruled": wrong}]
    assert upload(client, {"examples": rows}).status_code == 400


def test_it_takes_what_is_there_for_a_repeat_of_an_archive_too(client):
    upload(client, numbered(3))
    content = archived(client)
    Example.everything.all().delete()
    upload(client, numbered(3))
    assert upload(client, content).json()["duplicates_skipped"] == 3


def test_it_leaves_an_edited_example_as_it_is_when_its_archive_comes(client):
    example = make_example()
    content = archived(client)
    example.edit(response="Better.")
    assert upload(client, content).json()["duplicates_skipped"] == 1
    assert [text["response"] for text in stored()] == ["Better."]


@pytest.mark.parametrize("key", ["rejected", "label", "tools"])
def test_it_takes_another_judgement_of_the_same_texts_for_another_example(client, key):
    upload(client, [{**GOOD, key: "one"}])
    assert upload(client, [{**GOOD, key: "two"}]).json()["examples_added"] == 1
    assert upload(client, [{**GOOD, key: "two", "id": 7}, GOOD]).json()["duplicates_skipped"] == 2


def test_it_doubles_nothing_when_an_archive_comes_again(client):
    make_example()
    make_example()
    content = archived(client)
    assert upload(client, content).json()["duplicates_skipped"] == 2
    Example.objects.all().delete()
    make_example(instruction="other")
    for added in (2, 0):
        assert upload(client, content).json()["examples_added"] == added


def test_it_brings_an_archive_where_its_ids_are_taken(client):
    for name in ("one", "two", "three"):
        make_example(instruction=name)
    content = archived(client)
    Example.everything.all().delete()
    Example.unsaved(id=1, instruction="other", response="a").add()
    assert upload(client, content).json()["examples_added"] == 3
    assert post_one(client).status_code == 200
    assert upload(client, content).json()["duplicates_skipped"] == 3


def post_one(client):
    return client.post("/api/training/add-example", GOOD, content_type="application/json")


@pytest.mark.parametrize("high", [2**63 - 1, 2**53 - 1])
def test_it_gives_a_new_id_for_one_that_would_use_up_all_numbers(client, high):
    first = make_example().pk
    content = json.loads(archived(client))
    content["examples"][0] |= {"id": high, "instruction": "other"}
    assert upload(client, content).json()["examples_added"] == 1
    assert post_one(client).json()["example"]["id"] < first + 100
    assert upload(client, archived(client)).json()["duplicates_skipped"] == 3


def test_it_reads_every_id_that_it_writes(client):
    Example.unsaved(id=2**63 - 1, instruction="q", response="a").add()
    assert upload(client, archived(client)).json()["duplicates_skipped"] == 1


@pytest.mark.parametrize(
    "wrong",
    [{"reviewer": ["x"]}, {"reviewer": 5}, {"status": ["new"]}, {"note": 5}, {"tags": ["x"]}, {"reviewed_at": ["x"]},
     {"source": 5}, {"row": "1"}, {"row": -1}, {"trainable": "no"}, {"trainable": None}, {"history": ""}, {"id": 2**63}],
    ids=str,
)  # fmt: skip
def test_it_refuses_a_key_of_the_archive_that_it_would_not_write(client, wrong):
    make_example()
    content = json.loads(archived(client))
    content["examples"][0] |= wrong
    (problem,) = upload(client, content).json()["problems"]
    assert f"“{next(iter(wrong))}” must be" in problem["message"]


def test_it_writes_no_origin_that_it_would_not_read(client):
    make_example(extra={"_origin": {"source": 5, "row": "x"}})
    assert upload(client, archived(client)).json()["duplicates_skipped"] == 1


def test_it_finds_the_words_of_an_archive_that_brought_its_ids(client):
    from examples import search

    make_example(instruction="archived wisdom")
    content = archived(client)
    make_example()
    search.catch_up()
    Example.everything.filter(instruction="archived wisdom").delete()
    upload(client, content)
    assert [e.instruction for e in Example.objects.with_words("wisdom")] == ["archived wisdom"]


# The files that other people made

MANIFEST = json.loads((DATA / "manifest.json").read_text())["files"] if (DATA / "manifest.json").exists() else []
FOREIGN = pytest.mark.parametrize(
    "file",
    MANIFEST or [pytest.param(None, marks=pytest.mark.skip("The shared data do not lie beside this clone."))],
    ids=lambda file: file["file"] if file else "none",
)


def by_api(client, path, mapping):
    answer = upload(client, path.read_bytes(), path.name, mapping=json.dumps(mapping))
    return answer.status_code == 200


def by_page(client, path, mapping):
    with path.open("rb") as file:
        client.post("/training/upload/", {"file": file})
    page = client.get("/training/preview/").content.decode()
    [token] = re.findall(r'id="file-(\w+)"', page)
    if mapping:
        chosen = {}
        for field, column in mapping.items():
            select = re.search(rf'name="column_{field}".*?</select>', page, re.DOTALL)[0]
            chosen[f"column_{field}"] = re.search(rf'value="(\d+)"[^>]*>{re.escape(escape(column))}<', select)[1]
        client.post(f"/training/preview/{token}/", chosen)
    return client.post(f"/training/preview/{token}/import/").status_code == 302


def by_command(client, path, mapping):
    pairs = [f"--map={field}={column}" for field, column in mapping.items()]
    try:
        call_command("import_training", str(path), *pairs, stdout=io.StringIO(), stderr=io.StringIO())
    except SystemExit as ended:
        return ended.code == 3
    except Exception as error:  # noqa: BLE001  (CommandError, by whatever it is raised from)
        assert error.returncode == 1
        return False
    return True


@FOREIGN
@pytest.mark.parametrize("bring", [by_api, by_page, by_command])
def test_it_imports_other_peoples_files_as_their_manifest_says(client, file, bring):
    came = bring(client, DATA / file["file"], file.get("column_mapping", {}))
    examples = list(Example.objects.order_by("id"))
    assert came == (file["expected_outcome"] != "refuse")
    assert len(examples) == file["expected_examples"]
    if "expected_sha256" in file:
        assert digest(examples) == file["expected_sha256"]
    if came:
        problems = list(Problem.objects.values_list("row", flat=True))
        assert problems == [row for row, _ in file["rejected"]]
        assert sum(bool(example.history) for example in examples) == file["with_history"]
        assert Import.objects.get().turns_after == file.get("trailing_turns_after_last_answer", 0)


@FOREIGN
@pytest.mark.parametrize("format", ["jsonl", "chat", "archive", "csv"])
def test_it_gives_other_peoples_files_back_word_for_word(client, file, format):
    if file["expected_outcome"] == "refuse":
        pytest.skip("Nothing comes in.")
    by_api(client, DATA / file["file"], file.get("column_mapping", {}))
    Example.objects.exclude(shape__in=formats.named(format).carries).delete()
    before = stored()
    content = b"".join(client.get(f"/api/training/download/{format}").streaming_content)
    Example.everything.all().delete()
    upload(client, content)
    assert stored() == before


# Kills and crowds, with real processes on a real database file


@pytest.fixture
def product(tmp_path):
    """Return a function that starts a command on a data folder of its own."""
    environment = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": "", "SECRET_KEY": "x" * 50}
    del environment["DATABASE_URL"]

    def start(*arguments, **options):
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options,
        )  # fmt: skip

    def run(*arguments):
        process = start(*arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return out

    start.run = run
    run("migrate", "--verbosity=0")
    return start


def total(product):
    return json.loads(product.run("training_stats", "--json"))["total_examples"]


def wait_for_rows(tmp_path, number, process):
    """Wait until an import has written so many rows to the file, seen or not."""
    with closing(sqlite3.connect(tmp_path / "data" / "trainingcenter.sqlite3", timeout=20)) as database:
        while database.execute("SELECT COUNT(*) FROM examples_example").fetchone()[0] < number:
            assert process.poll() is None
            time.sleep(0.02)


@pytest.mark.parametrize("written", [1, 12_000, 36_000])
def test_it_leaves_nothing_when_it_is_killed(product, tmp_path, written):
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*numbered(60_000)))
    process = product("import_training", str(file))
    wait_for_rows(tmp_path, written, process)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert total(product) == 0
    product.run("import_training", str(file))
    assert total(product) == 60_000
    assert len(product.run("export_training", "jsonl").splitlines()) == 60_000


def test_it_leaves_nothing_when_it_is_interrupted(product, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*numbered(100_000)))
    process = product("import_training", str(file))
    wait_for_rows(tmp_path, 1, process)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert total(product) == 0


def test_two_imports_of_one_file_at_once_bring_it_once(product, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*numbered(20_000)))
    both = [product("import_training", str(file)) for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    assert total(product) == 20_000


@pytest.mark.django_db(transaction=True)
def test_others_read_and_write_while_a_file_comes_in(client):
    content = lines(*numbered(40_000)).encode()

    def bring():
        importing.bring(io.BytesIO(content), "many.jsonl")
        connection.close()

    importer = threading.Thread(target=bring)
    importer.start()
    added = 0
    while importer.is_alive():
        assert client.post("/api/training/add-example", GOOD, content_type="application/json").status_code == 200
        added += 1
        seen = client.get("/api/training/stats").json()["stats"]["total_examples"]
        assert seen in (added, added + 40_000)
    importer.join()
    assert Example.objects.count_live() == Example.objects.count() == added + 40_000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/api/training/download/jsonl", "/api/exports/archive/", "/api/training/examples"])
def test_a_download_that_nobody_reads_yet_keeps_its_thread_from_no_writing(client, address):
    def add():
        assert client.post("/api/training/add-example", GOOD, content_type="application/json").status_code == 200
        if threading.current_thread() is not threading.main_thread():
            connection.close()

    add()
    unread = client.get(address)
    other = threading.Thread(target=add)
    other.start()
    other.join()
    add()
    assert Example.objects.count() == 3
    unread.close()
