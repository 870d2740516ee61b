"""The documented API of the documents, as docs/api.md has it."""

import json
from urllib.parse import quote

import pytest

from chat.models import Document
from chat.tests.making import GUIDE, add, pdf, scan, upload

pytestmark = pytest.mark.django_db
THERAPY = "/api/therapy/"


def bring(client, data=GUIDE, name="guide.md"):
    return client.post(f"{THERAPY}upload", {"file": upload(data, name)})


def texts(client):
    return json.loads(b"".join(client.get(f"{THERAPY}knowledge-base").streaming_content))


def failed(response, status):
    told = response.json()
    return response.status_code == status and told["success"] is False and told["error"].endswith((".", "?"))


def test_it_takes_a_document_in(client):
    answer = bring(client).json()
    assert answer["success"] is True and answer["message"]
    assert (answer["filename"], answer["type"], answer["size"]) == ("guide.md", "markdown", len(GUIDE))
    assert (answer["extracted_text_length"], answer["passages"]) == (
        len(GUIDE),
        Document.objects.get().passages.count(),
    )


def test_it_gives_a_second_one_of_the_name_a_number(client):
    assert [bring(client).json()["filename"] for _time in range(2)] == ["guide.md", "guide (2).md"]


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.md"), (scan(), "a.pdf"), (b"MZ\0\0", "a.exe"), (pdf("x")[:200], "a.pdf"), (pdf("x", password="y"), "a.pdf")]
)  # fmt: skip
def test_it_refuses_what_cannot_be_read_and_keeps_nothing(client, data, name):
    assert failed(bring(client, data, name), 400)
    assert not Document.objects.exists()


def test_it_refuses_a_call_without_a_file(client):
    assert failed(client.post(f"{THERAPY}upload"), 400)
    assert failed(client.post(f"{THERAPY}upload", {"a": 1}, content_type="application/json"), 400)
    assert failed(client.post(f"{THERAPY}upload", {"file": [upload("a"), upload("b")]}), 400)


def test_it_refuses_what_is_too_large(client, settings):
    settings.MAX_DOCUMENT_MB = 1
    assert failed(bring(client, b"x" * 1_100_000), 413)
    assert failed(bring(client, b"x" * 2_000_000), 413)


def test_it_lists_documents_oldest_first(client):
    first = add(GUIDE)
    add("Words.", "b.txt")
    answer = client.get(f"{THERAPY}documents").json()
    assert (answer["success"], answer["count"]) == (True, 2)
    assert [document["filename"] for document in answer["documents"]] == ["guide.md", "b.txt"]
    listed = answer["documents"][0]
    assert (listed["id"], listed["size"], listed["uploaded"]) == (first.pk, len(GUIDE), first.created_at.isoformat())


def test_the_list_asks_as_often_however_long_it_is(client, django_assert_num_queries):
    for _number in range(5):
        add(GUIDE)
    with django_assert_num_queries(2):
        client.get(f"{THERAPY}documents")


@pytest.mark.parametrize("name", ["guide.md", "a b (ü) 100%.md"])
def test_it_moves_one_to_the_trash_by_its_name(client, name):
    document = add(GUIDE, name)
    answer = client.delete(f"{THERAPY}documents/{quote(name)}")
    assert (answer.status_code, answer.json()["success"]) == (200, True)
    document.refresh_from_db()
    assert document.removed_at and client.get(f"{THERAPY}documents").json()["count"] == 0
    assert failed(client.delete(f"{THERAPY}documents/{quote(name)}"), 404)


def test_it_gives_the_texts_that_answers_may_rely_on(client):
    add(GUIDE), add('Said "so" \\ \u2028 🧠.', "b.txt")
    off = add("Off.", "off.txt")
    Document.objects.filter(pk=off.pk).update(on=False)
    assert texts(client) == {
        "success": True, "document_count": 2,
        "knowledge_base": {"guide.md": GUIDE, "b.txt": 'Said "so" \\ \u2028 🧠.'},
    }  # fmt: skip


def test_without_documents_it_gives_an_empty_object(client):
    assert texts(client) == {"success": True, "knowledge_base": {}, "document_count": 0}


def test_each_call_answers_with_a_slash_too(client):
    assert client.get(f"{THERAPY}documents/").json()["success"]
    assert client.post(f"{THERAPY}upload/", {"file": upload(GUIDE)}).json()["success"]
    assert client.delete(f"{THERAPY}documents/guide.md/").json()["success"]
    assert client.get(f"{THERAPY}knowledge-base/").status_code == 200


@pytest.mark.parametrize("address", ["/api/therapy/upload", "/documents/upload/"])
@pytest.mark.parametrize(
    ("encoding", "name"), [("latin-1", "Müller.txt"), ("cp1252", "Müller – neu.txt"), ("utf-8", "Müller 🧠.txt")]
)
def test_it_takes_a_name_that_is_not_utf8(client, address, encoding, name):
    part = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\nWear wool.\r\n--x--\r\n'
    client.post(address, part.encode(encoding), content_type="multipart/form-data; boundary=x")
    assert Document.objects.get().name == name
