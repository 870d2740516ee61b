"""The pages of the documents."""

import pytest

from chat import indexing
from chat.models import Collection, Document, QuestionSet
from chat.tests.making import GUIDE, add, pdf, scan, upload

pytestmark = pytest.mark.django_db


def html(client, address, **data):
    answer = client.get(address, data)
    assert answer.status_code == 200
    return answer.content.decode()


def bring(client, *files):
    return client.post("/documents/upload/", {"file": list(files)}, follow=True).content.decode()


def act(client, document, verb, **more):
    return client.post(f"/documents/{document.pk}/act/", {"verb": verb, **more}, follow=True).content.decode()


def test_it_says_what_documents_are_for_where_there_are_none(client):
    assert "There is no document yet" in html(client, "/documents/")


def test_it_takes_several_in_at_once_and_names_those_that_it_cannot(client):
    page = bring(client, upload(GUIDE), upload(pdf("Hello"), "b.pdf"), upload(scan(), "scan.pdf"))
    assert "2 documents can be asked now" in page
    assert "“scan.pdf” was not taken in" in page and "OCR" in page
    assert Document.objects.count() == 2


def test_it_says_that_a_file_must_be_chosen(client):
    answer = client.post("/documents/upload/")
    assert answer.status_code == 400 and "Choose a document first" in answer.content.decode()


def test_a_large_one_is_read_in_the_background_and_shows_how_far_it_is(client, monkeypatch):
    monkeypatch.setattr(indexing, "SMALL", 10)
    assert "Waits to be read" in bring(client, upload(GUIDE))
    Document.objects.update(pages_done=3, pages_whole=9)
    assert "page 3 of 9" in html(client, "/documents/list/")
    assert "every 2s" in html(client, "/documents/")
    indexing.catch_up()
    assert "every 2s" not in html(client, "/documents/")


def test_it_lists_pages_passages_size_and_collections(client):
    document = add(pdf("Hello", "There"), "b.pdf")
    document.collections.add(Collection.objects.create(name="handouts"))
    page = html(client, "/documents/")
    assert "2 pages" in page and "2 passages" in page and "KB" in page and "handouts" in page and "not used yet" in page


def test_the_list_is_narrowed_to_a_collection(client):
    group = Collection.objects.create(name="handouts")
    add(GUIDE).collections.add(group)
    add(GUIDE, "other.md")
    page = html(client, "/documents/", collection=group.pk)
    assert "guide.md" in page and "other.md" not in page


def test_the_pages_ask_as_often_however_many_there_are(client, django_assert_max_num_queries):
    for number in range(12):
        add(GUIDE, f"{number}.md")
    for address in (
        "/documents/",
        f"/documents/{Document.objects.first().pk}/",
        "/documents/trash/",
        "/documents/?q=breakfast",
    ):
        with django_assert_max_num_queries(15):
            html(client, address)


def test_a_second_one_of_the_name_asks_what_to_do(client):
    add(GUIDE)
    page = bring(client, upload("# New\n\nOther words.", "guide.md"))
    assert "“guide.md” is here already" in page and "Replace it" in page
    assert Document.objects.live().count() == 1


@pytest.mark.parametrize(
    ("choice", "names", "words"),
    [("replace", ["guide.md"], "New words"), ("both", ["guide.md", "guide (2).md"], "New words"), ("cancel", ["guide.md"], "Old words")],
)  # fmt: skip
def test_it_does_what_is_chosen(client, choice, names, words):
    old = add("Old words.", "guide.md")
    bring(client, upload("New words.", "guide.md"))
    asking = Document.objects.asking().get()
    client.post(f"/documents/{asking.pk}/settle/", {"choice": choice})
    assert sorted(Document.objects.live().values_list("name", flat=True)) == sorted(names)
    assert Document.objects.live().latest("id").text.startswith(words)
    assert choice == "cancel" or choice == "both" or Document.objects.get().pk == old.pk
    assert not Document.objects.asking().exists()


def waiting_for_a_deleted_one(client):
    old = add("Old words.", "guide.md")
    bring(client, upload("New words.", "guide.md"))
    old.remove()
    return Document.objects.asking().get()


def test_it_says_what_is_there_where_the_earlier_one_was_deleted_meanwhile(client):
    waiting_for_a_deleted_one(client)
    page = html(client, "/documents/")
    assert "waits to be taken in" in page and "Take it in" in page
    assert "is here already" not in page and "Replace it" not in page


@pytest.mark.parametrize("choice", ["replace", "both"])  # also from a page that was opened before
def test_nothing_is_lost_where_the_earlier_one_was_deleted_meanwhile(client, choice):
    asking = waiting_for_a_deleted_one(client)
    page = client.post(f"/documents/{asking.pk}/settle/", {"choice": choice}, follow=True).content.decode()
    assert "was deleted meanwhile" in page
    assert (Document.objects.live().get().text, Document.objects.in_trash().get().text) == ("New words.", "Old words.")


def test_what_is_not_taken_in_is_not_said_to_stay(client):
    asking = waiting_for_a_deleted_one(client)
    page = client.post(f"/documents/{asking.pk}/settle/", {"choice": "cancel"}, follow=True).content.decode()
    assert "was not taken in" in page and "stays as it was" not in page


def test_it_is_switched_off_and_on(client):
    document = add(GUIDE)
    assert "Switched off" in act(client, document, "off")
    assert "Nothing in your documents" in html(client, "/documents/", q="light breakfast")
    act(client, document, "on")
    assert "Before the visit" in html(client, "/documents/", q="light breakfast")


def test_it_is_read_anew(client):
    document = add(GUIDE)
    Document.objects.update(text="broken", state="failed")
    assert "was read anew" in act(client, document, "again")
    document.refresh_from_db()
    assert document.text == GUIDE


def test_it_is_deleted_with_a_way_back(client):
    document = add(GUIDE)
    page = act(client, document, "delete")
    assert "is in the trash" in page and "Undo" in page and "There is no document yet" in page
    client.post("/documents/undo/", {"undo": document.pk})
    assert Document.objects.live().count() == 1


def test_emptying_the_trash_needs_an_account(client, alices_client, settings):
    document = add(GUIDE)
    document.remove()
    assert "/accounts/login/" in client.post("/documents/trash/empty/").url
    assert "1 document and its file" in html(alices_client, "/documents/trash/empty/")
    alices_client.post("/documents/trash/empty/")
    assert not Document.objects.exists()


def test_collections_are_made_renamed_filled_and_deleted(client):
    client.post("/documents/collections/", {"name": "protocols"})
    group = Collection.objects.get()
    document = add(GUIDE)
    act(client, document, "collections", collection=[group.pk])
    assert "1 document" in html(client, "/documents/collections/")
    client.post(f"/documents/collections/{group.pk}/", {"name": "rules"})
    assert "rules" in html(client, "/documents/")
    assert (
        "There is a collection of this name"
        in client.post("/documents/collections/", {"name": "rules"}).content.decode()
    )
    client.post(f"/documents/collections/{group.pk}/", {"verb": "delete"})
    assert not Collection.objects.exists() and Document.objects.exists()


def test_a_citation_marks_its_passage(client):
    document = add(GUIDE)
    passage = (
        document.passages.get(text__contains="second day") if document.passages.count() > 1 else document.passages.get()
    )
    page = html(client, f"/documents/{document.pk}/", passage=passage.pk)
    assert '<mark id="passage">' in page and "second day" in page.partition("<mark")[2].partition("</mark>")[0]


def test_a_citation_of_a_pdf_shows_its_page_with_the_passage_marked(client):
    document = add(pdf("First page.", "The second page says to rest."), "b.pdf")
    passage = document.passages.get(page=2)
    page = html(client, f"/documents/{document.pk}/", passage=passage.pk)
    assert "Page 2 of 2" in page and "<rect" in page and "page-2.png" in page
    picture = client.get(f"/documents/{document.pk}/page-2.png")
    assert picture["Content-Type"] == "image/png" and b"".join(picture.streaming_content).startswith(b"\x89PNG")


def test_where_the_page_reads_otherwise_it_says_so_and_marks_nothing(client):
    document = add(pdf("The page says to rest."), "b.pdf")
    Document.objects.update(text=document.text.replace("rest", "jump"))
    page = html(client, f"/documents/{document.pk}/", passage=document.passages.get().pk)
    assert "was not found on the picture" in page and "<rect" not in page


def test_a_citation_of_a_passage_that_is_gone_says_so(client):
    document = add(GUIDE)
    assert "read anew since that answer" in html(client, f"/documents/{document.pk}/", passage=999_999)


@pytest.mark.parametrize(
    "address",
    ["?passage=x", "?passage=99999999999999999999999", "?page=0", "?page=-1", "?page=99", "?q=%00", "?picture=1"],
)
def test_odd_addresses_show_the_document(client, address):
    document = add(pdf("Hello"), "b.pdf")
    assert "Hello" in html(client, f"/documents/{document.pk}/{address}")


def test_there_is_no_picture_of_what_is_not_there(client):
    document = add(pdf("Hello"), "b.pdf")
    other = add(GUIDE)
    for address in (f"{document.pk}/page-2.png", f"{document.pk}/page-0.png", f"{other.pk}/page-1.png"):
        assert client.get(f"/documents/{address}").status_code == 404


def test_it_is_searched(client):
    document = add(GUIDE)
    page = html(client, f"/documents/{document.pk}/", q="break second")
    assert '<mark class="hit">breakfast</mark>' in page
    assert "No passage has all of these words" in html(client, f"/documents/{document.pk}/", q="zebra")


def test_it_is_searched_in_capitals_or_not_with_any_letters(client):
    document = add("Übelkeit vergeht.")
    for words in ("übelkeit", "ÜBELKEIT"):
        page = html(client, f"/documents/{document.pk}/", q=words)
        assert '<mark class="hit">Übelkeit</mark>' in page and "No passage has all" not in page


def test_hostile_text_is_shown_as_text(client):
    document = add("<script>alert(1)</script> & words\n\n# <b>x</b>\n\nwords", "<img src=x>.md")
    for address in ("/documents/", f"/documents/{document.pk}/?q=alert", "/documents/?q=words"):
        page = html(client, address)
        assert "<script>alert" not in page and "<img src=x>" not in page and "<b>x" not in page


LINES = '{"question": "When is breakfast?", "document": "guide.md", "text": "Eat a light breakfast six hours before."}'


def test_a_set_of_questions_is_kept_asked_and_compared(client):
    add(GUIDE)
    page = client.post("/documents/questions/", {"name": "First", "lines": LINES}, follow=True).content.decode()
    assert "Ask 1 question" in page
    kept = QuestionSet.objects.get()
    for _time in range(2):
        page = client.post(f"/documents/questions/{kept.pk}/", {"verb": "ask"}, follow=True).content.decode()
    assert page.count('<th scope="row">') == 2 and "1.00" in page
    Document.objects.update(on=False)
    page = client.post(f"/documents/questions/{kept.pk}/", {"verb": "ask"}, follow=True).content.decode()
    assert "0.00" in page and "guide.md" in page and "1 question missed" in page


@pytest.mark.parametrize(
    "lines", ["", "{", "[]", '{"question": 1}', '{"question": "a", "document": "b"}', '{"question": "a", "page": 0}']
)
def test_a_set_that_is_no_set_is_refused_with_its_line(client, lines):
    answer = client.post("/documents/questions/", {"name": "First", "lines": lines})
    assert answer.status_code == 400 and not QuestionSet.objects.exists()


def test_each_page_has_its_place_in_the_bar(client):
    assert 'href="/documents/" aria-current="page"' in html(client, "/documents/")
