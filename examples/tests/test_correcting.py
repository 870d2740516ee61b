"""Small corrections: out to a spreadsheet, and back."""

import csv
import io
import json

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from examples import correcting
from examples.models import Example
from examples.tests.making import make_example, texts

pytestmark = pytest.mark.django_db
LIST = "/admin/examples/example/"
BRING = f"{LIST}corrections/"
EXACT = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'quoted'", "' ", "=cmd|' /C calc'!A0",
    "＝1", " two  spaces ", "a\r\nb\rc\n", '"quoted", and; more', "\ufeffmark", "👩‍👩‍👧‍👦 \u202e", "007", "<script>alert(1)</script>",
]  # fmt: skip


def out(client, kind="csv", *examples):
    chosen = [example.pk for example in examples or Example.objects.all()]
    answer = client.post(LIST, {"action": f"correct_{kind}", "_selected_action": chosen})
    return b"".join(answer.streaming_content)


def bring(client, content):
    """Bring a file and return the page that shows what it would do, or why it is none."""
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(BRING, {"file": SimpleUploadedFile("mended.csv", content)}, follow=True)


def make(client, look):
    return client.post(look.redirect_chain[-1][0], {}, follow=True)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def in_json(client):
    return json.loads(out(client, "json"))


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_every_text_comes_back_as_it_went(alices_client, kind):
    for text in EXACT:
        make_example(instruction=text, response=text, context=text, system=text)
    before = [texts(example) for example in Example.objects.order_by("id")]
    content = out(alices_client, kind)
    Example.objects.update(instruction="other", response="other", context="other", system="other")
    make(alices_client, bring(alices_client, content))
    assert [texts(example) for example in Example.objects.order_by("id")] == before


def test_what_comes_back_as_it_went_changes_nothing(alices_client):
    for text in EXACT:
        make_example(response=text)
    report = bring(alices_client, out(alices_client)).context["report"]
    assert (report.rows, report.same, report.changed, report.problems) == (len(EXACT), len(EXACT), [], [])


def test_no_text_begins_as_a_formula_in_a_spreadsheet(alices_client):
    for text in EXACT:
        make_example(response=text)
    rows = list(csv.DictReader(io.StringIO(out(alices_client).decode("utf-8-sig"), newline="")))
    assert not [row for row in rows if row["response"].startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_it_shows_the_changes_before_it_makes_them(alices_client, alice):
    example = make_example(response="The settign is your room.", tags="one")
    rows = in_json(alices_client)
    rows[0] |= {"response": "The setting is your room.", "tags": "one two"}
    look = bring(alices_client, rows)
    content = look.content.decode()
    assert "The sett" in content and "<del>ig</del><ins>i</ins>" not in content
    assert "<del>" in content and "1 example changes." in content
    assert Example.objects.get().response == example.response
    assert said(make(alices_client, look)) == ["1 example is corrected."]
    mended = Example.objects.get()
    assert (mended.response, mended.tags) == ("The setting is your room.", "one two")
    assert mended.fingerprint != example.fingerprint
    assert example.events.get(kind="edited", by=alice).changes == {"response": example.response, "tags": "one"}
    assert LogEntry.objects.get().object_id == str(example.pk)


def test_it_takes_what_a_spreadsheet_saved_with_semicolons(alices_client):
    example = make_example()
    text = f"id;version;instruction;response\n{example.pk};{example.etag[1:-1]};Where?;At home: ä\n"
    make(alices_client, bring(alices_client, text.encode("cp1252")))
    mended = Example.objects.get()
    assert (mended.instruction, mended.response) == ("Where?", "At home: ä")


def test_it_can_be_left_without_a_change(alices_client):
    make_example()
    rows = in_json(alices_client)
    rows[0]["response"] = "Another."
    look = bring(alices_client, rows)
    alices_client.post(look.redirect_chain[-1][0], {"cancel": "yes"})
    assert Example.objects.get().response != "Another."
    assert said(make(alices_client, look)) == ["This file is no longer here. Bring it again."]


def one(client, **values):
    """Return the sentence about one row with these values."""
    rows = in_json(client)
    rows[0] |= values
    ((_row, sentence),) = bring(client, rows).context["report"].problems
    return sentence


def test_it_leaves_out_what_somebody_changed_meanwhile(alices_client):
    make_example()
    rows = in_json(alices_client)
    rows[0]["response"] = "Mine."
    look = bring(alices_client, rows)
    Example.objects.get().edit(response="Theirs.")
    answer = make(alices_client, look)
    assert "Somebody changed example" in answer.content.decode()
    assert said(answer) == ["0 examples are corrected."]
    assert Example.objects.get().response == "Theirs."


def test_it_says_why_a_row_is_left_out(alices_client):
    example = make_example()
    assert "is missing or blank" in one(alices_client, response=" ")
    assert "must be text" in one(alices_client, response=7)
    assert "There is no example 0" in one(alices_client, id=0)
    assert "is no number of an example" in one(alices_client, id="x")
    assert "NUL" in one(alices_client, response="\0")
    rows = in_json(alices_client) * 2
    ((row, sentence),) = bring(alices_client, rows).context["report"].problems
    assert row == 2 and f"Example {example.pk} is in row 1 already." in sentence


def test_it_knows_what_a_spreadsheet_cut(alices_client):
    make_example(response="word " * 10_000)
    assert "was cut, as a spreadsheet cuts long texts" in one(alices_client, response=("word " * 10_000)[:32_767])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"instruction,response\nq,a\n", "Row 1 has no “id” and “version”."),
        (b"no file of examples", "no CSV"),
        (b"", "The file is empty."),
        (b'[{"id": 1, "version": "1-1"}, ', "cut off"),
    ],
)
def test_it_refuses_a_file_of_something_else_in_a_sentence(alices_client, content, sentence):
    answer = bring(alices_client, content)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_it_takes_so_many_rows_and_no_more(alices_client, monkeypatch):
    for _number in range(3):
        make_example()
    rows = in_json(alices_client)
    monkeypatch.setattr(correcting, "MOST", 2)
    assert "The file has more than 2 rows." in bring(alices_client, rows).content.decode()
    chosen = {"action": "correct_csv", "_selected_action": [row["id"] for row in rows]}
    assert "More than 2 examples are chosen." in said(alices_client.post(LIST, chosen, follow=True))[0]


def test_a_file_belongs_to_who_brought_it(alices_client, django_user_model):
    make_example()
    rows = in_json(alices_client)
    rows[0]["response"] = "Another."
    address = bring(alices_client, rows).redirect_chain[-1][0]
    alices_client.force_login(django_user_model.objects.create_superuser("carol"))
    assert said(alices_client.post(address, {}, follow=True)) == ["This file is no longer here. Bring it again."]
    assert Example.objects.get().response != "Another."


def test_it_makes_corrections_once(alices_client):
    make_example()
    rows = in_json(alices_client)
    rows[0]["response"] = "Another."
    look = bring(alices_client, rows)
    make(alices_client, look)
    assert said(make(alices_client, look)) == ["This file is no longer here. Bring it again."]


@pytest.mark.parametrize(
    ("before", "text", "gone", "come"),
    [("abc", "abXc", "", "X"), ("abXc", "abc", "X", ""), ("aaa", "aaaa", "", "a"), ("one", "two", "one", "two")],
)
def test_a_difference_is_what_is_not_alike(before, text, gone, come):
    change = correcting.difference("response", before, text)
    assert (change.gone, change.come) == (gone, come)
    assert change.before + change.gone + change.after == before
