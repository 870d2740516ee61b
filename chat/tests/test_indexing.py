"""Documents come in whole or not at all, are read anew safely, and keep the ids of their passages."""

import fcntl
import os
import stat

import pytest
from django.db import connection

from chat import indexing, reindexing, retrieval
from chat.models import Document, Passage, State
from chat.reasons import Unreadable
from chat.tests.making import GUIDE, add, pdf, scan

pytestmark = pytest.mark.django_db


def test_the_file_is_kept_under_a_name_that_says_nothing_for_its_owner_alone(settings):
    document = add(GUIDE)
    [file] = settings.DOCUMENTS_DIR.iterdir()
    assert (file.name, file.read_text()) == (document.stored, GUIDE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert indexing.digest(file) == document.sha256


def test_of_a_file_that_cannot_be_read_nothing_is_kept(settings):
    with pytest.raises(Unreadable):
        add(scan(), "scan.pdf")
    assert not Document.objects.exists() and not list(settings.DOCUMENTS_DIR.iterdir())


def test_of_a_file_that_is_too_large_nothing_is_kept(settings):
    settings.MAX_DOCUMENT_MB = 1
    with pytest.raises(indexing.TooLarge):
        add(b"x" * 1_100_000, "x.txt")
    assert not list(settings.DOCUMENTS_DIR.iterdir())


def test_a_second_one_of_the_same_name_gets_a_number():
    assert [add(GUIDE, "guide.pdf").name for _time in range(3)] == ["guide.pdf", "guide (2).pdf", "guide (3).pdf"]


def test_a_name_is_free_again_in_the_trash_and_a_number_given_on_the_way_back():
    first = add(GUIDE)
    first.remove()
    add(GUIDE)
    first.restore()
    assert first.name == "guide (2).md"


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.md", "b.md"), ("a\nb\x00.md", "a b .md"), ("", "document")],
)
def test_a_name_has_no_folders_and_nothing_odd(given, kept):
    assert indexing.proper(given) == kept


def test_what_waits_is_read_later():
    document = add(GUIDE, at_once=False)
    assert (document.state, document.passages.count(), retrieval.find("light breakfast")) == ("waiting", 0, [])
    assert indexing.catch_up() == 1
    document.refresh_from_db()
    assert document.state == "ready" and retrieval.find("light breakfast")
    assert indexing.catch_up() == 0


def test_one_that_fails_in_the_background_says_why():
    document = add(scan(), "scan.pdf", at_once=False)
    indexing.catch_up()
    document.refresh_from_db()
    assert document.state == "failed" and "OCR" in document.why


def test_one_that_another_process_reads_is_left_to_it():
    document = add(GUIDE, at_once=False)
    with open(document.path, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert indexing.catch_up() == 0
    assert indexing.catch_up() == 1


def test_reading_anew_keeps_the_ids_of_passages():
    document = add(GUIDE)
    before = list(document.passages.values_list("id", flat=True))
    indexing.ask_again(Document.objects.all())
    indexing.catch_up()
    assert list(document.passages.values_list("id", flat=True)) == before


def test_replacing_keeps_the_passages_whose_text_is_still_there():
    long = "".join(f"\n\n## Part {part}\n\n" + f"Words of part {part}. " * 30 for part in range(3))
    document = add(long)
    kept = document.passages.get(text__contains="Part 2")
    newer = add(long.replace("Words of part 0", "Other words of 0"), ask=True)
    assert newer.state == State.ASKING
    document = indexing.replace(document, newer)
    indexing.catch_up()
    document.refresh_from_db()
    kept.refresh_from_db()
    assert document.state == "ready" and document.text[kept.start : kept.end] == kept.text
    assert document.passages.filter(text__contains="Other words of 0").exists()
    assert not document.passages.filter(text__contains="Words of part 0").exists()
    assert [path.name for path in document.path.parent.iterdir()] == [document.stored]


def test_the_words_of_passages_that_went_are_found_no_more():
    document = add(GUIDE)
    newer = add("# Other\n\nNothing of that kind, only tulips.", ask=True)
    indexing.replace(document, newer)
    indexing.catch_up()
    assert not retrieval.find("light breakfast") and retrieval.find("tulips")


def test_a_reading_that_breaks_off_leaves_what_was_there(monkeypatch):
    document = add(GUIDE)
    before = list(document.passages.values_list("id", "text"))
    indexing.ask_again(Document.objects.all())
    monkeypatch.setattr(Passage.objects, "bulk_create", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        indexing.catch_up()
    monkeypatch.undo()
    assert list(document.passages.values_list("id", "text")) == before
    assert indexing.catch_up() == 1


def test_it_counts_possible_identifiers(monkeypatch):
    class Found:
        kind = "EMAIL"

    monkeypatch.setattr(indexing, "identifiers_in", lambda text: [Found, Found])
    assert add(GUIDE).identifiers == {"EMAIL": 2}


def test_gone_for_good_is_gone_with_all_files(settings):
    document = add(pdf("Hello there"), "x.pdf")
    (settings.DOCUMENTS_DIR / f"{document.stored}-1.png").write_bytes(b"x")
    document.delete_for_good()
    document.drop_files()
    assert not Passage.objects.exists() and not list(settings.DOCUMENTS_DIR.iterdir())


def test_what_a_crash_left_is_swept_after_a_day(settings):
    document = add(GUIDE)
    asking = add(GUIDE, ask=True)
    for name, age in (("a" * 32, 2), ("b" * 32 + ".part", 2), ("c" * 32, 0), (document.stored, 3)):
        path = settings.DOCUMENTS_DIR / name
        path.touch()
        os.utime(path, (path.stat().st_mtime - age * 86_400,) * 2)
    Document.objects.filter(pk=asking.pk).update(created_at="2020-01-01T00:00Z")
    indexing.sweep()
    left = {path.name for path in settings.DOCUMENTS_DIR.iterdir()}
    assert left >= {document.stored, "c" * 32} and not left & {"a" * 32, "b" * 32 + ".part"}
    assert not Document.objects.asking().exists()


def test_the_index_is_true_to_the_passages():
    document = add(GUIDE)
    Passage.objects.update(heading="zebras")
    reindexing.index_again(document.pk)
    assert retrieval.find("zebras")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO chat_words(chat_words, rank) VALUES ('integrity-check', 1)")
