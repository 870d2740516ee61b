"""What is read of each kind of document, and what is said of files that cannot be read."""

import json
import os

import pytest

from chat import parsers, reading
from chat.reasons import REASONS, Unreadable, sentence
from chat.tests.making import GUIDE, form, pdf, scan, word, zipped


def read(tmp_path, data, name):
    path = tmp_path / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return reading.read(path, name)


def text_of(tmp_path, data, name):
    return "\n\n".join(page["text"] for page in read(tmp_path, data, name).pages)


def why(tmp_path, data, name="file.pdf"):
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, data, name)
    assert str(caught.value).count(" ") > 5  # a sentence
    return caught.value.problem["reason"]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (GUIDE, "x.md", "markdown"), (GUIDE, "x", "markdown"), (GUIDE, "x.txt", "text"), ("Just words.", "x.txt", "text"),
        ("Just words.", "x.pdf", "text"), ("<!doctype html><p>Hello", "x.txt", "html"), ("<p>Hello</p>", "x", "html"),
        ('{"a": "b"}', "x", "json"), ('[{"a": 1}]', "x.txt", "json"), ("{not json} but words", "x.txt", "text"),
        ("a,b\n1,2\n3,4\n", "x.csv", "csv"), ("a;b\n1;2\n3;4\n", "x", "csv"), ("One, two.\nThree.", "x.txt", "text"),
        (pdf("Hello"), "x.txt", "pdf"), (word(("Normal", "Hello")), "x.pdf", "docx"),
    ],
    ids=range(15),
)  # fmt: skip
def test_it_knows_a_kind_by_its_content(tmp_path, data, name, kind):
    assert read(tmp_path, data, name).kind == kind


def test_it_reads_a_pdf_page_by_page_with_its_headings(tmp_path):
    found = read(
        tmp_path, pdf([("Heading1", "Getting ready"), ("BodyText", "Eat early.")], "Rest.", title="A guide"), "x.pdf"
    )
    assert [(page["number"], page["text"]) for page in found.pages] == [
        (1, "Getting ready\n\nEat early."),
        (2, "Rest."),
    ]
    assert found.pages[0]["headings"] == [[0, 1, "Getting ready"]]
    assert found.title == "A guide"


def test_it_says_that_fields_of_a_form_are_not_read(tmp_path):
    assert read(tmp_path, form(""), "x.pdf").notes == []
    found = read(tmp_path, form("Call 555 at night"), "x.pdf")
    assert found.notes == [{"reason": "fields", "page": 2}] and found.pages[1]["text"] == "Whom to call:"


def test_it_joins_the_lines_of_a_paragraph_and_keeps_paragraphs_apart(tmp_path):
    long = "Rest in the evening and drink a glass of water before you go to bed. " * 4
    text = text_of(tmp_path, pdf([("BodyText", long), ("BodyText", "Then sleep.")]), "x.pdf")
    assert text == f"{long.strip()}\n\nThen sleep."


def test_it_reads_headings_lists_and_tables_of_word(tmp_path):
    data = word(("Title", "Care"), ("Heading 1", "Food"), ("List Bullet", "Bread"), ("List Bullet", "Soup"),
                [["Day", "Meal"], ["Monday", "Rice"]])  # fmt: skip
    [page] = read(tmp_path, data, "x.docx").pages
    assert page["text"] == "Care\n\nFood\n\n- Bread\n- Soup\n\nDay | Meal\nMonday | Rice"
    assert page["headings"] == [[0, 1, "Care"], [6, 1, "Food"]]


def run(words, looks=""):
    return f"<w:r>{looks and f'<w:rPr>{looks}</w:rPr>'}<w:t>{words}</w:t></w:r>"


def test_it_reads_fields_insertions_boxes_and_notes_of_word(tmp_path):
    box = f"<w:txbxContent><w:p>{run('Call the ward.')}</w:p></w:txbxContent>"
    data = word(
        f"<w:sdt><w:sdtContent><w:p>{run('Bring a blanket.')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p>{run('You may')}<w:ins>{run(' not')}</w:ins><w:del>{run(' always')}</w:del><w:sdt><w:sdtContent>"
        f"{run(' drive.')}</w:sdtContent></w:sdt><w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        notes=f"<w:footnote w:id='2'><w:p>{run('Until noon.')}</w:p></w:footnote>",
    )
    assert (
        text_of(tmp_path, data, "x.docx") == "Bring a blanket.\n\nYou may not drive.\n\nUntil noon.\n\nCall the ward."
    )


def test_it_leaves_out_what_word_hides_or_says_twice(tmp_path):
    contents = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    shown = run(" too", "<w:vanish w:val='0'/>")
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    data = word(
        *(f"<w:sdt>{kind}<w:sdtContent><w:p>{run('Away')}</w:p></w:sdtContent></w:sdt>" for kind in (contents, prompt)),
        f"<w:p>{run('Seen')}{run(' hidden', '<w:vanish/>')}{shown}</w:p>",
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('Gone')}</w:p></w:tc></w:tr></w:tbl>",
    )
    assert text_of(tmp_path, data, "x.docx") == "Seen too"


def test_it_reads_of_html_what_a_reader_sees(tmp_path):
    html = """<html><head><title>T</title><style>x{}</style></head><body><h1>Care</h1><script>alert(1)</script>
    <p>Seen <b>words</b>.</p><p hidden>Hidden</p><p style="display: none">Gone</p><template>No</template><ul><li>One<li>Two</ul>
    <div aria-hidden=true>x</div><img src=http://127.0.0.1:9/x.png></body></html>"""
    [page] = read(tmp_path, html, "x.html").pages
    assert page["text"] == "Care\n\nSeen words.\n\nOne\nTwo"
    assert page["headings"] == [[0, 1, "Care"]]


def test_it_reads_a_deep_html_without_falling(tmp_path):
    assert "end" in text_of(tmp_path, "<div>" * 1_000 + "end", "x.html")


def test_it_reads_json_as_keys_and_values(tmp_path):
    items = [{"question": "May I eat?", "answer": {"short": "No", "days": [1, 2]}, "sure": True, "none": None}]
    assert (
        text_of(tmp_path, json.dumps(items), "x.json")
        == "question: May I eat?\nanswer short: No\nanswer days: 1\nanswer days: 2\nsure: yes"
    )


def test_it_tells_a_key_that_comes_twice_in_json_twice_and_numbers_as_written(tmp_path):
    data = '{"advice": "Eat little", "advice": "Drink", "id": %s, "share": 0.50}' % ("1" * 5000)
    assert text_of(tmp_path, data, "x.json").split("\n") == [
        "advice: Eat little", "advice: Drink", f"id: {'1' * 5000}", "share: 0.50"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    ["<span>Rest.</span><script>x()</script>", "<meta charset='utf-8'><title>T</title><p>Rest.", "Rest.&nbsp;<br>"],
    ids=range(3),
)
def test_it_reads_a_piece_of_html_as_html_where_its_name_says_so(tmp_path, html):
    assert text_of(tmp_path, html, "x.html") == "Rest."


def test_words_in_a_file_that_is_called_html_are_text(tmp_path):
    assert read(tmp_path, "1 < 2, and 3 > 2", "x.html").kind == "text"


def test_it_reads_json_lines_and_names_a_bad_one(tmp_path):
    found = read(tmp_path, '{"a": "one"}\n{"a": \n{"a": "two"}', "x.jsonl")
    assert found.pages[0]["text"] == "a: one\n\na: two"
    assert found.notes == [{"reason": "row", "line": 2}]


def test_it_reads_a_row_of_csv_with_its_columns(tmp_path):
    assert text_of(tmp_path, 'Day;Meal\n1;"Rice; peas"\n2;\n', "x.csv") == "Day: 1\nMeal: Rice; peas\n\nDay: 2"


def test_it_finds_headings_of_markdown_but_not_in_code(tmp_path):
    [page] = read(tmp_path, "# One *two*\n\n```\n# no\n```\n\nThree\n=====\ntext", "x.md").pages
    assert [(level, title) for _offset, level, title in page["headings"]] == [(1, "One two"), (1, "Three")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_it_reads_other_encodings(tmp_path, encoding):
    assert (
        text_of(tmp_path, "Für später: drink water.".encode(encoding), "x.txt").lstrip("\ufeff")
        == "Für später: drink water."
    )


@pytest.mark.parametrize(
    ("name", "text"), [("x.csv", "Day,Meal\n1,Rice\n"), ("x.json", '{"Meal": "Rice"}'), ("x.html", "<p>Meal: Rice</p>")]
)
def test_it_reads_utf16_without_its_mark_of_every_kind(tmp_path, name, text):
    assert "Meal: Rice" in text_of(tmp_path, text.encode("utf-16-le"), name)


def test_it_reads_utf16_of_other_alphabets_without_its_mark(tmp_path):
    text = "Пожалуйста, не ешьте ничего за четыре часа до сеанса. " * 3000
    assert text_of(tmp_path, text.encode("utf-16-be"), "x.txt").strip() == text.strip()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize(
    "text", ["急诊室在一楼。请带上您的医保卡。护士站在二楼。", "一楼在左边\n二楼在右边\n三楼的药房晚上关门\n"]
)
def test_it_reads_chinese_in_utf16_without_its_mark(tmp_path, encoding, text):
    assert text_of(tmp_path, text.encode(encoding), "x.txt") == text


def test_it_leaves_out_what_no_database_holds(tmp_path):
    assert text_of(tmp_path, "a\r\nb\x07c", "x.txt") == "a\nbc"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b" \n ", "empty"), (pdf("Hello")[:300], "cut"), (b"%PDF-1.7\n%%EOF", "cut"),
        (pdf("Hello", password="secret"), "encrypted"), (scan(), "scanned"), (word(("Normal", "x"))[:900], "cut"),
        (word(("Normal", "")), "no_text"), (zipped(xl__workbook_xml="x"), "sheet"), (zipped(ppt__a="x"), "slides"),
        (zipped(mimetype="x"), "open_document"), (zipped(readme="x"), "zip"), (b"\xd0\xcf\x11\xe0" + b"\0" * 999, "old_word"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"), (b"{\\rtf1 Hello}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "picture"), (b"MZ\x00\x01\x02" * 99, "unknown"), (b'[{"a": 1}, {"b"', "json_broken"),
        (b"[" * 5000 + b"]" * 5000, "deep"), (b"<html><script>x</script></html>", "no_text"),
        (zipped(word__document_xml="<w:document/>"), "cut"), (zipped(word__document_xml="x" * 70_000_000), "bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_it_says_what_to_do_with_a_file_that_it_cannot_read(tmp_path, data, reason):
    name = "x.json" if data.startswith(b"[") else "x.pdf"
    assert why(tmp_path, data, name) == reason


def test_a_word_file_with_entities_does_not_grow(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]><w:document>&j;</w:document>"  # fmt: skip
    data = zipped(**{"[Content_Types]_xml": "<Types/>", "word__document_xml": bomb})
    assert why(tmp_path, data, "x.docx") in ("cut", "no_text", "failed")


def test_a_page_that_ends_the_process_is_named_and_loses_no_other(tmp_path, monkeypatch):
    real = reading.asked

    def falling(**question):
        for said in real(**question):
            if said.get("page", {}).get("number") == 2 and question["first"] < 3:
                return  # as if the child had died
            yield said

    monkeypatch.setattr(reading, "asked", falling)
    found = read(tmp_path, pdf("One.", "Two.", "Three."), "x.pdf")
    assert [page["text"] for page in found.pages] == ["One.", "", "Three."]
    assert found.notes == [{"reason": "page", "page": 2}]


def test_pages_without_text_are_named(tmp_path):
    found = read(tmp_path, pdf("One.", [("BodyText", "&nbsp;")], "Three."), "x.pdf")
    assert found.notes == [{"reason": "page_empty", "page": 2}]
    assert "Page 2" in sentence(found.notes[0])


def test_what_takes_too_long_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE", 0)
    assert why(tmp_path, pdf("Hello")) == "time"


def test_what_takes_too_much_memory_is_stopped(tmp_path):
    assert why(tmp_path, b'["' + b"x" * 150_000_000 + b'"]', "x.json") in ("memory", "too_long")


def test_the_child_knows_nothing_of_the_product(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "never")
    with reading.child() as (process, _late):
        assert b"never" not in open(f"/proc/{process.pid}/environ", "rb").read()


def test_a_picture_marks_the_words_that_are_asked_for(tmp_path):
    path, target = tmp_path / "file", tmp_path / "page.png"
    path.write_bytes(pdf("First words. Second words."))
    text = "First words. Second words."
    width, height, [box] = reading.picture(path, 1, target, text, [13, 19])
    assert target.read_bytes().startswith(b"\x89PNG") and width and height
    [whole] = reading.picture(path, 1, target, text, [0, len(text)])[2]
    assert whole[0] < box[0] < whole[0] + whole[2] and box[2] < whole[2] / 2


def test_a_picture_marks_nothing_where_the_page_reads_otherwise(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(pdf("First words."))
    assert reading.picture(path, 1, tmp_path / "x", "Other words.", [0, 5])[2] is None


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_is_a_sentence(reason):
    values = dict.fromkeys(("page", "count", "encoding", "line", "most"), 1)
    assert sentence({"reason": reason, **values}).endswith(".")


def test_each_kind_has_what_the_pages_and_the_docs_name():
    assert set(parsers.every()) == {"csv", "docx", "html", "json", "markdown", "pdf", "text"}
    assert {".pdf", ".docx", ".md", ".txt", ".html", ".json", ".csv"} <= set(parsers.suffixes())


@pytest.mark.parametrize("size", [10, 1000])
def test_noise_is_refused_or_read_and_never_a_fault(tmp_path, size):
    for start in (b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"{", b"", b"\xff\xfe"):
        try:
            read(tmp_path, start + os.urandom(size), "x")
        except Unreadable as error:
            assert str(error)
