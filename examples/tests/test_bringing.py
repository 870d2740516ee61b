"""Bringing files by the pages: upload, look, import, report, undo, as a person without JavaScript meets them."""

import csv
import fcntl
import io
import json
import os
import re
import time

import pytest
from django.test import Client

from examples import importing, staging
from examples.models import Example, Import, Problem
from examples.tests.making import lines, make_example

pytestmark = pytest.mark.django_db
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."
GERMAN = "Nr;Frage des Patienten;Ideale Antwort\n1;Darf ich fahren?;Heute nicht, morgen wieder.\n"


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.UPLOAD_DIR = tmp_path
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    return tmp_path


def item(instruction, response=ANSWER, **more):
    return {"instruction": instruction, "response": response, **more}


def named(text, name):
    file = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    file.name = name
    return file


def send(client, *files, **options):
    """Post files, each (text, name), and return the answer."""
    return client.post("/training/upload/", {"file": [named(text, name) for text, name in files]}, **options)


def page(client, address="/training/preview/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def waiting(client, text, name="questions.jsonl"):
    """Let a file wait, look at it, and return its token and the page."""
    answer = send(client, (text, name))
    assert answer["Location"] == "/training/preview/"
    html = page(client)
    return re.findall(r'id="file-(\w+)"', html)[-1], html


def bring(client, token, **fields):
    return client.post(f"/training/preview/{token}/import/", fields)


def brought(client, text, name="questions.jsonl"):
    """Bring a file to the end and return its Import."""
    token, _html = waiting(client, text, name)
    assert bring(client, token).status_code == 302
    return Import.objects.latest("id")


def figures(html):
    """Return (good, here already, with a problem) of the only file on a page."""
    return tuple(re.findall(r"<dd>([\d,]+)</dd>", html))


def turned(html, way):
    """Return the address of the next page, or the one before."""
    return re.search(rf'rel="{way}" href="([^"#]+)', html)[1]


def places(html):
    """Return {field: chosen column} of the only file on a page."""
    return dict(re.findall(r'name="column_(\w+)".*?<option value="\d*" selected>([^<]*)<', html, re.DOTALL))


# Upload


def test_it_shows_what_is_in_a_file_and_saves_nothing(client):
    make_example(**item("Here?"))
    _token, html = waiting(client, lines(item("One?"), item("Here?"), item("Two?", "")))
    assert figures(html) == ("1", "1", "1") and "As found: Alpaca" in html and "As found: utf-8" in html
    assert "One?" in html and "<strong>Row 3</strong> “response” is missing" in html
    assert re.search(r"data-begins>\s*Import 1 example\s*</button>", html)
    assert Example.objects.count() == 1 and not Import.objects.exists()


def test_it_takes_several_files_and_counts_them_together(client):
    send(client, (lines(item("One?")), "one.jsonl"), (lines(item("Two?"), item("Three?")), "two.jsonl"))
    html = page(client)
    assert "one.jsonl" in html and "two.jsonl" in html and "Import all 3 examples" in html
    answer = client.post("/training/preview/import/", follow=True)
    assert ": 3 examples." in answer.content.decode() and Example.objects.count() == 3


def test_it_counts_a_file_that_was_brought_twice_once(client):
    twice, other = lines(item("One?"), item("Two?")), (lines(item("Three?")), "two.jsonl")
    send(client, (twice, "one.jsonl"), (twice, "one.jsonl"), (twice, "copy.jsonl"), other)
    assert "Import all 3 examples" in page(client)
    answer = client.post("/training/preview/import/", follow=True)
    assert ": 3 examples." in answer.content.decode() and Example.objects.count() == 3


@pytest.mark.parametrize("name", ["leaflet.pdf", "notes.txt", "notes.md", "letter.docx"])
def test_it_says_where_documents_belong(client, name):
    content = (
        b"%PDF-1.7" if name.endswith("pdf") else b"PK\x03\x04" if name.endswith("docx") else b"Dear all, bring water"
    )
    answer = send(client, (content, name), (lines(item("One?")), "one.jsonl"), follow=True)
    assert f"“{name}” is a document." in answer.content.decode()
    answer = send(client, (content, name))
    assert answer.status_code == 400 and "examples come as JSON, JSONL or CSV" in answer.content.decode()


def test_it_takes_examples_whatever_their_file_is_called(client):
    assert figures(waiting(client, lines(item("One?")), "notes.txt")[1]) == ("1", "0", "0")


def test_it_says_what_is_wrong_with_an_upload(client, settings):
    settings.MAX_UPLOAD_MB = 0
    for answer, words in [
        (client.post("/training/upload/"), "Choose a file first."),
        (send(client, (b"", "empty.csv")), "“empty.csv” is empty."),
        (send(client, (b"x", "large.csv")), "“large.csv” is too large: 0 MB is the most."),
    ]:
        assert answer.status_code == 400 and words in answer.content.decode()


def test_it_answers_htmx_with_the_box_or_the_next_address(client):
    headers = {"HX-Request": "true"}
    answer = send(client, (b"", "empty.csv"), headers=headers)
    assert answer.status_code == 400 and b"<html" not in answer.content
    answer = send(client, (lines(item("One?")), "one.jsonl"), headers=headers)
    assert answer["HX-Redirect"] == "/training/preview/"


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>.jsonl", "\u202egnp.csv", "a&b;'c.jsonl", "n" * 250 + ".jsonl", "=1+1"]
)
def test_it_shows_hostile_names_and_contents_as_text(client, name):
    _token, html = waiting(client, lines(item("<script>x</script>", "<style>*{}</style>\u202e" + "A" * 100_000)), name)
    assert "<script>x" not in html and "<script>alert" not in html and "<style>" not in html and len(html) < 60_000


# Who may see a file that waits


def test_it_shows_a_file_to_nobody_else(client, alices_client):
    token, _html = waiting(client, lines(item("One?")))
    bob = Client(headers={"host": "localhost:3000"})
    waiting(bob, lines(item("Bob’s?")))
    for other in (bob, alices_client):
        assert token not in page(other)
        assert other.get(f"/training/preview/{token}/").status_code == 404
        for verb in ("", "count/", "import/", "cancel/"):
            assert other.post(f"/training/preview/{token}/{verb}").status_code == 404
    assert figures(page(client)) == ("1", "0", "0")


@pytest.mark.parametrize("token", ["x", "..", "0" * 32, "%2e%2e%2fsecret_key"])
def test_it_finds_no_file_by_a_name_that_was_never_given(client, token):
    waiting(client, lines(item("One?")))
    assert client.post(f"/training/preview/{token}/import/").status_code == 404


def test_it_lets_a_file_go(client, uploads):
    token, _html = waiting(client, lines(item("One?")), "mine.jsonl")
    answer = client.post(f"/training/preview/{token}/cancel/", follow=True)
    assert "“mine.jsonl” was let go." in answer.content.decode() and not list(uploads.iterdir())


def test_it_lets_a_file_go_after_a_day_but_none_that_is_imported(client, uploads):
    old, held, _new = (waiting(client, lines(item(name)))[0] for name in ("old", "held", "new"))
    for token in (old, held):
        for path in uploads.glob(f"{token}.*"):
            os.utime(path, (time.time() - staging.KEPT - 1,) * 2)
    with open(uploads / f"{held}.waiting") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        staging.sweep()
    assert len(list(uploads.glob("*.waiting"))) == 2 and not list(uploads.glob(f"{old}.*"))


# Reading it in another way


def test_it_guesses_what_unknown_columns_mean_and_shows_the_guess(client):
    token, html = waiting(client, GERMAN, "fragen.csv")
    assert "so this is a guess" in html and figures(html) == ("1", "0", "0")
    assert places(html)["instruction"] == "Frage des Patienten" and places(html)["response"] == "Ideale Antwort"
    bring(client, token)
    assert Example.objects.get().response == "Heute nicht, morgen wieder."
    assert Import.objects.get().mapping == {"instruction": "Frage des Patienten", "response": "Ideale Antwort"}


@pytest.mark.parametrize(
    "question, answer",
    [("pregunta", "respuesta"), ("Question posée", "Réponse"), ("patient says", "therapist"), ("a", "b")],
)
def test_it_guesses_in_several_languages_and_by_the_longest_text(client, question, answer):
    _token, html = waiting(client, json.dumps([{"no": "17", answer: ANSWER, question: "May I drive?"}]), "data.json")
    assert (places(html)["instruction"], places(html)["response"]) == (question, answer)


def test_it_takes_the_columns_that_a_person_chooses(client):
    token, _html = waiting(client, "x,y,z\nlong long long text,Short?,Topic\n", "data.csv")
    fields = {"format": "", "encoding": "", "column_instruction": "1", "column_response": "0", "column_context": "2"}
    client.post(f"/training/preview/{token}/", fields)
    html = page(client)
    assert (places(html)["instruction"], places(html)["context"]) == ("y", "z")
    bring(client, token, **fields)
    assert Example.objects.get().context == "Topic"


def test_it_imports_nothing_that_was_read_otherwise_than_it_was_looked_at(client):
    token, _html = waiting(client, GERMAN, "fragen.csv")
    answer = bring(client, token, format="", encoding="", column_instruction="2", column_response="1")
    assert answer.status_code == 409 and "You changed how the file is read." in answer.content.decode()
    assert not Example.objects.exists() and places(answer.content.decode())["instruction"] == "Ideale Antwort"


def test_it_says_which_columns_are_missing_and_offers_them(client):
    token, _html = waiting(client, GERMAN, "fragen.csv")
    client.post(f"/training/preview/{token}/", {"format": "", "encoding": "", "column_instruction": "1"})
    html = page(client)
    assert "No column is named like the response." in html and "Read like this, there is nothing to import." in html
    assert re.search(r"data-begins disabled", html)


def test_it_reads_in_another_encoding_and_format(client):
    token, html = waiting(client, "instruction,response\nWarum?,größer\n".encode("cp437"), "dos.csv")
    assert "The encoding was guessed as" in html
    client.post(f"/training/preview/{token}/", {"format": "jsonl", "encoding": "windows-1252"})
    html = page(client)
    assert "The file is a CSV, and" in html and 'value="windows-1252" selected' in html
    answer = client.post(f"/training/preview/{token}/", {"format": "nonsense", "encoding": ""})
    assert answer.status_code == 400 and "nonsense is not one of the available choices" in answer.content.decode()


def test_it_keeps_repeats_where_asked(client):
    make_example(**item("Here?"))
    token, html = waiting(client, lines(item("Here?")))
    assert "What is good in it is here already" in html
    fields = {"format": "", "encoding": "", "keep_repeats": "on"}
    client.post(f"/training/preview/{token}/", fields)
    assert figures(page(client)) == ("1", "0", "0")
    bring(client, token, **fields)
    assert Example.objects.count() == 2


def test_it_answers_htmx_with_the_file_alone(client):
    token, _html = waiting(client, GERMAN, "fragen.csv")
    answer = client.post(f"/training/preview/{token}/", {"format": ""}, headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert "<html" not in html and html.count("<section") == 1 and 'hx-swap-oob="innerHTML:#told"' in html


def test_it_counts_a_long_file_when_asked_and_says_so_before(client, monkeypatch):
    monkeypatch.setattr("examples.views.bringing.COUNTED_AT_ONCE", 0)
    rows = [item(f"Question {number}?") for number in range(5_010)]
    token, html = waiting(client, lines(*rows))
    assert "Only the first 5,000 rows were looked at." in html and "Import at least 5,000 examples" in html
    client.post(f"/training/preview/{token}/count/")
    html = page(client)
    assert "These are all of its 5,010 rows." in html and "Import 5,010 examples" in html


def test_it_finds_by_counting_that_a_file_ends_too_early(client):
    text = json.dumps([item(f"Question {number}?") for number in range(5_010)])[:-1]
    token, _html = waiting(client, text, "cut.json")
    answer = client.post(f"/training/preview/{token}/count/")
    assert answer.status_code == 400 and "The file ends too early" in answer.content.decode()
    assert "data-begins disabled" in page(client)


@pytest.mark.parametrize("text", [b"a", b"\x00\x01\x02", b"PK\x03\x04", b'{"a": ', b'"unclosed', b" \n", b"[]", b"{}"])
def test_it_shows_why_a_file_cannot_be_read(client, text):
    token, html = waiting(client, text, "odd.json")
    assert 'class="wrong"' in html or "No row of it is good" in html
    assert bring(client, token).status_code == 400 and not Import.objects.exists()


# Import


def test_it_imports_once_though_the_form_is_sent_twice(client, uploads):
    token, _html = waiting(client, lines(item("One?")))
    first, second = bring(client, token), bring(client, token)
    assert first["Location"] == second["Location"] == f"/training/imports/{Import.objects.get().pk}/"
    assert Example.objects.count() == 1 and not list(uploads.glob("*.waiting"))


def test_it_says_that_a_file_is_being_imported(client, uploads):
    token, _html = waiting(client, lines(item("One?")))
    with open(uploads / f"{token}.waiting") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        answer = bring(client, token)
    assert answer.status_code == 409 and "is being imported just now" in answer.content.decode()
    assert not Example.objects.exists()


def test_it_keeps_the_file_where_too_many_wait_already(client, monkeypatch):
    token, _html = waiting(client, lines(item("One?")))
    with monkeypatch.context() as patched:
        patched.setattr(importing.WAITING, "acquire", lambda blocking: False)
        answer = bring(client, token)
        both = client.post("/training/preview/import/", follow=True)
    assert answer.status_code == 409 and "Several files are being imported just now." in answer.content.decode()
    assert "“questions.jsonl” did not come in. Several files" in both.content.decode()
    assert bring(client, token).status_code == 302


def test_it_reports_on_a_file_that_gives_nothing_and_offers_to_read_it_anew(client):
    token, _html = waiting(client, lines(item("One?", "")))
    answer = bring(client, token)
    html = answer.content.decode()
    assert answer.status_code == 400 and "Nothing was imported." in html and "<strong>Row 1</strong>" in html
    assert f'id="file-{token}"' in html and "Look again" in html and not Import.objects.exists()


def test_it_tells_how_far_an_import_has_come(client, monkeypatch):
    token, _html = waiting(client, lines(item("One?")))
    told = []

    def slowly(*args, progress, **options):
        progress(50, 200)
        told.append(page(client, f"/training/preview/progress/{token}/?said=0"))
        told.append(Client(headers={"host": "localhost:3000"}).get(f"/training/preview/progress/{token}/"))
        raise importing.Busy("Full.")

    with monkeypatch.context() as patched:
        patched.setattr(importing, "bring", slowly)
        bring(client, token)
    assert re.search(r"50\sbytes of \d+\sbytes, \d+ %", told[0]) and "hx-swap-oob" in told[0]
    assert "Beginning, or waiting" in told[1].content.decode()
    assert "Beginning, or waiting" in page(client, f"/training/preview/progress/{token}/")


# The report


def problems(client, number=3, **more):
    report = Import.objects.create(name="bad.jsonl", format="alpaca", finished_at="2026-01-01T00:00:00Z", **more)
    report.problem_count = len(
        Problem.objects.bulk_create(
            Problem(source=report, row=row, message=f"Reason {row % 2}", item=f'{{"q": "item {row}"}}')
            for row in range(1, number + 1)
        )
    )
    report.save()
    return report


def test_it_reports_what_became_of_each_row(client):
    report = brought(client, lines(item("One?"), item("One?", "")) + "no json\n")
    html = page(client, f"/training/imports/{report.pk}/")
    assert "questions.jsonl" in html and "<strong>Row 2</strong>" in html and "<strong>Row 3</strong>" in html
    assert "no json" in html and "Undo this import" in html


def test_it_turns_the_pages_of_problems_by_a_hundred(client, django_assert_num_queries):
    report = problems(client, 250)
    with django_assert_num_queries(2):
        html = page(client, f"/training/imports/{report.pk}/")
    assert html.count("<strong>Row ") == 100 and 'rel="prev"' not in html
    for first in ("Row 101<", "Row 201<"):
        html = page(client, f"/training/imports/{report.pk}/{turned(html, 'next')}")
        assert first in html
    assert 'rel="next"' not in html
    html = page(client, f"/training/imports/{report.pk}/{turned(html, 'prev')}")
    assert "Row 101<" in html and "Row 200<" in html


@pytest.mark.parametrize("query, rows", [("reason 1", 2), ("ITEM 2", 1), ("3", 1), ("nothing", 0)])
def test_it_finds_words_in_reasons_and_items_and_row_numbers(client, query, rows):
    report = problems(client)
    html = page(client, f"/training/imports/{report.pk}/?q={query}")
    assert html.count("<strong>Row ") == rows
    answer = client.get(
        f"/training/imports/{report.pk}/?q={query}", headers={"HX-Request": "true", "HX-Target": "problems"}
    )
    assert answer.content.decode().lstrip().startswith("<section id=") and b"<html" not in answer.content


@pytest.mark.parametrize("query", ["after=x", "before=-1", "after=99999999999999999999"])
def test_it_knows_no_page_by_a_key_that_is_none(client, query):
    assert client.get(f"/training/imports/{problems(client).pk}/?{query}").status_code == 404
    assert client.get(f"/training/imports/?{query}").status_code == 404


def test_it_shows_no_problem_row_in_full_length(client):
    report = brought(client, lines(item("One?")) + "x" * 150_000 + "\n")
    html = page(client, f"/training/imports/{report.pk}/")
    assert len(html) < 12_000 and "longer than 100,000 characters" in html


def test_it_gives_the_problems_as_a_csv_that_no_spreadsheet_runs(client):
    report = problems(client, 2)
    Problem.objects.filter(row=1).update(item='=cmd|"/c calc"!A1', message="@SUM(1)")
    answer = client.get(f"/training/imports/{report.pk}/problems.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["row", "reason", "item"],
        ["1", "'@SUM(1)", '\'=cmd|"/c calc"!A1'],
        ["2", "Reason 0", '{"q": "item 2"}'],
    ]
    assert answer["Content-Disposition"] == f'attachment; filename="import-{report.pk}-problems.csv"'


def bad_rows(client, report):
    answer = client.get(f"/training/imports/{report.pk}/bad-rows/")
    return answer["Content-Disposition"], b"".join(answer.streaming_content).decode()


def test_it_gives_the_bad_rows_of_a_json_file_to_mend_and_bring_again(client):
    report = brought(client, json.dumps([item("One?"), item("Two?", "")]), "data.json")
    name, text = bad_rows(client, report)
    assert name.endswith('bad-rows.jsonl"') and json.loads(text) == item("Two?", "")
    assert brought(client, text.replace('""', '"Mended."')).added == 1


def test_it_gives_the_bad_rows_of_a_csv_with_its_header(client):
    text = 'Nr;Frage;Antwort\n1;"Zwei\nZeilen";Gut.\n2;"Noch\neine";\n3;Drei;a;b\n'
    report = brought(client, text, "fragen.csv")
    name, bad = bad_rows(client, report)
    assert name.endswith('bad-rows.csv"') and bad == 'Nr;Frage;Antwort\n2;"Noch\neine";\n3;Drei;a;b\n'
    assert brought(client, bad.replace('eine";', 'eine";Jetzt.'), "mended.csv").added == 1


def test_it_reads_the_bad_rows_of_many_in_small_steps(client, django_assert_max_num_queries):
    report = problems(client, 1_000)
    with django_assert_max_num_queries(8):
        assert bad_rows(client, report)[1].count("\n") == 1_000


# The list of imports, and undo


def test_it_undoes_one_import_and_no_other_and_undoes_that(client):
    make_example(**item("Mine"))
    report = brought(client, lines(item("One?"), item("Two?")))
    html = client.post(f"/training/imports/{report.pk}/undo/", follow=True).content.decode()
    assert "In the trash now: 2 examples of “questions.jsonl”." in html
    assert Example.objects.get().instruction == "Mine"
    again = client.post(f"/training/imports/{report.pk}/undo/", follow=True).content.decode()
    assert "was left to undo" in again and "In the trash now: 0" not in again
    client.post("/training/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', html)[1]})
    report.refresh_from_db()
    assert Example.objects.count() == 3 and report.undone_at is None
    assert "Undo this import" in page(client, "/training/imports/")


def from_the_trash_page(client, example):
    client.post("/training/trash/")


def from_its_card(client, example):
    client.post(f"/training/examples/{example.pk}/act/", {"verb": "restore"})


def by_the_api(client, example):
    client.post(f"/api/examples/{example.pk}/restore/")


@pytest.mark.parametrize("restore", [from_the_trash_page, from_its_card, by_the_api])
def test_an_import_of_which_something_came_back_can_be_undone_again(client, restore):
    report = f"/training/imports/{brought(client, lines(item('One?'))).pk}/"
    example = Example.objects.get()
    client.post(f"{report}undo/")
    assert "was taken back" in client.get(report).content.decode()
    restore(client, example)
    html = client.get(report).content.decode()
    assert "was taken back" not in html and f'action="{report}undo/"' in html
    client.post(f"{report}undo/")
    assert not Example.objects.exists()


def test_its_list_of_imports_asks_no_more_with_more_of_them(client, alice, django_assert_num_queries):
    for number in range(53):
        Import.objects.create(name=f"{number}.csv", added=1, by=alice, finished_at="2026-01-01T00:00:00Z")
    with django_assert_num_queries(1):
        html = page(client, "/training/imports/")
    assert html.count("Undo this import") == 50 and html.index("52.csv") < html.index("51.csv")
    html = page(client, f"/training/imports/{turned(html, 'next')}")
    assert html.count("Undo this import") == 3 and 'rel="prev"' in html


def test_the_look_asks_the_database_a_few_questions_however_long_the_file(client, django_assert_max_num_queries):
    make_example(**item("Here?"))
    waiting(client, lines(*(item(f"Question {number}?") for number in range(2_000))))
    with django_assert_max_num_queries(8):
        page(client)
