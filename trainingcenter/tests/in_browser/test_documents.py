"""Documents in a real browser: a PDF is uploaded, listed, read, searched, and its passage marked."""

import pytest

from chat.tests.making import GUIDE, pdf
from trainingcenter.tests.in_browser.acting import has_no_barrier


@pytest.fixture(scope="module")
def book():
    pages = [
        [("Heading1", f"Chapter {number}"), ("BodyText", f"Page {number} speaks of topic {number * 7919}. " * 12)]
        for number in range(1, 60)
    ]
    return pdf(*pages, [("Heading1", "The last chapter"), ("BodyText", "A light breakfast is eaten six hours before.")])


def bring(page, *files):
    page.set_input_files('input[type="file"]', [{"name": name, "mimeType": "", "buffer": data} for name, data in files])
    page.click("text=Bring them")


def test_a_book_is_uploaded_read_searched_and_cited(server, open_page, book):
    page = open_page(server, "/documents/")
    bring(page, ("book.pdf", book))
    page.wait_for_selector("text=60 pages")
    page.fill("#question", "When may I have breakfast?")
    page.click("text=Find passages")
    page.click("#ask li a")
    page.wait_for_selector("text=Page 60 of 60")
    assert page.locator("svg.sheet rect").count() >= 1
    assert "light breakfast" in page.locator("mark#passage").inner_text()
    assert (
        page.evaluate(
            "fetch(document.querySelector('svg image').href.baseVal).then(r => r.headers.get('content-type'))"
        )
        == "image/png"
    )
    page.fill("#words", "topic 55433")
    page.click("#search button")
    page.click("#search li a")
    page.wait_for_selector("text=Page 7 of 60")
    page.click("text=← Previous >> nth=0")
    page.wait_for_selector("text=Page 6 of 60")


def test_a_second_one_of_the_name_asks_and_is_replaced(server, open_page):
    page = open_page(server, "/documents/")
    bring(page, ("guide.md", GUIDE.encode()))
    page.wait_for_selector("text=can be asked now")
    bring(page, ("guide.md", b"# New\n\nOther words."))
    page.click("text=Replace it")
    page.get_by_role("link", name="guide.md").click()
    assert "Other words" in page.locator(".page-text").inner_text()


def test_it_is_deleted_with_a_way_back_and_fits_a_phone(server, open_page):
    page = open_page(server, "/documents/", width=390)
    bring(page, ("note.md", GUIDE.encode()))
    page.click("[aria-label='Delete note.md']")
    page.click("text=Undo")
    page.get_by_role("link", name="note.md").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "path", ["/documents/?q=breakfast", "/documents/collections/", "/documents/questions/", "/documents/trash/", None]
)
@pytest.mark.parametrize("width", [1280, 390])
def test_it_has_no_barrier_that_axe_finds(server, chromium, path, width):
    with chromium.new_context(
        viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(f"http://localhost:{server.port}{path or '/documents/?q=breakfast'}")
        if path is None:
            page.locator("#ask li a").first.click()
        has_no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
