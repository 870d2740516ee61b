"""The commands of the documents."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from chat.models import Collection, Document
from chat.tests.making import GUIDE, add, pdf, scan

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err)
        code = 0
    except SystemExit as stopped:
        code = stopped.code
    except CommandError as error:
        code = error.returncode
        err.write(str(error))
    return code, out.getvalue(), err.getvalue()


def test_it_brings_files_and_folders_into_a_collection(tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "guide.md").write_text(GUIDE)
    (tmp_path / "more" / "b.pdf").write_bytes(pdf("Hello"))
    (tmp_path / "more" / "left.exe").write_bytes(b"x")
    code, out, err = run("add_documents", str(tmp_path), "--collection", "protocols")
    assert (code, err) == (0, "") and "1 pages, 1 passages" in out
    assert Collection.objects.get().documents.count() == 2


def test_what_is_here_already_is_left_out(tmp_path):
    (tmp_path / "guide.md").write_text(GUIDE)
    run("add_documents", str(tmp_path / "guide.md"))
    assert "is here already" in run("add_documents", str(tmp_path / "guide.md"))[1]
    assert Document.objects.count() == 1


def test_what_cannot_be_read_is_named_and_the_others_come_in(tmp_path):
    (tmp_path / "guide.md").write_text(GUIDE)
    (tmp_path / "scan.pdf").write_bytes(scan())
    code, _out, err = run("add_documents", str(tmp_path), str(tmp_path / "none.md"))
    assert code == 3 and "scan.pdf: The pages of this PDF are pictures" in err and "none.md: No such file" in err
    assert Document.objects.count() == 1


@pytest.mark.parametrize("arguments", [[], ["/nowhere/at/all.md"]])
def test_nothing_is_an_error(arguments):
    assert run("add_documents", *arguments)[0] == 1


def test_all_are_read_anew():
    document = add(GUIDE)
    Document.objects.update(text="broken")
    assert "1 documents read anew" in run("add_documents", "--again")[1]
    document.refresh_from_db()
    assert document.text == GUIDE


def questions(tmp_path, *items):
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(item) for item in items))
    return str(path)


def test_it_measures_by_page_and_by_text(tmp_path):
    first = [("Heading1", "Morning"), ("BodyText", "Breakfast is early.")]
    add(pdf(first, [("Heading1", "Evening"), ("BodyText", "Rest in the evening.")]), "b.pdf")
    path = questions(
        tmp_path,
        {"question": "When is breakfast?", "document": "b.pdf", "page": 1},
        {"question": "When do I rest?", "document": "b.pdf", "text": "Rest in the evening."},
        {"question": "When do I rest?", "document": "b.pdf", "page": 1},
    )
    code, out, _err = run("measure_retrieval", path)
    assert code == 0 and [line.split()[-1] for line in out.splitlines()[:4]] == ["3", "0.67", "0.67", "0.67"]
    assert "Missed: When do I rest?" in out
    assert json.loads(run("measure_retrieval", path, "--json")[1])["hit_at_3"] == pytest.approx(2 / 3)


@pytest.mark.parametrize("items", [[], [{"question": "x"}], [{"question": "x", "document": "gone.md", "page": 1}]])
def test_it_refuses_what_cannot_be_measured(tmp_path, items):
    code, _out, err = run("measure_retrieval", questions(tmp_path, *items))
    assert code == 1 and err.endswith((".", "}"))
