"""Bringing files in a real browser: drop, look, map, import, read the report, undo."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, has_no_barrier, row

GERMAN = f"Nr;Frage;Rat\n1;Darf ich heute fahren?;{ANSWER}\n2;Darf ich essen?;Frag deine Klinik.\n3;Und trinken?;\n"
DROP = """(box, files) => {
  const dropped = new DataTransfer();
  for (const [name, text] of files) dropped.items.add(new File([text], name));
  for (const type of ["dragenter", "dragover", "drop"]) {
    box.dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }));
    if (type === "dragover" && !box.classList.contains("dragging")) throw Error("It does not show that it takes files.");
  }
}"""


def drop(page, *files):
    page.locator("#bring").evaluate(DROP, list(files))


def choose(page, *files):
    payloads = [{"name": name, "mimeType": "", "buffer": text.encode()} for name, text in files]
    page.get_by_label("Files").set_input_files(payloads)
    page.get_by_role("button", name="Look at the files").click()


def rows(number):
    return "".join(row(instruction=f"Question {one}?", response=ANSWER) for one in range(number))


def title(page):
    return page.get_by_role("heading", level=1)


def test_it_drops_maps_looks_imports_reports_and_undoes(empty, open_page):
    page = open_page(empty)
    drop(page, ("fragen.csv", GERMAN))
    expect(title(page)).to_have_text("Look before it comes in")
    expect(page.get_by_text("so this is a guess")).to_be_visible()
    page.wait_for_load_state()  # what is chosen before the scripts are there waits for the button
    page.get_by_label("Context").focus()
    page.get_by_label("Context").select_option("Nr")
    expect(page.locator(".cards").get_by_text("Context")).to_have_count(2)
    expect(page.get_by_label("Context")).to_be_focused()
    expect(page.locator("#told")).to_have_text("fragen.csv: 2 good, 0 here already, 1 with a problem.")
    page.get_by_role("button", name="Import 2 examples").click()
    expect(title(page)).to_have_text("Came in: fragen.csv")
    expect(page.get_by_role("listitem").filter(has_text="Row 3")).to_contain_text("“Rat” is missing")
    page.get_by_text("What stands there").click()
    expect(page.get_by_text("3;Und trinken?;")).to_be_visible()
    page.get_by_role("button", name="Undo this import").click()
    expect(page.locator("#messages")).to_contain_text("In the trash now: 2 examples of “fragen.csv”.")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("Undone: 2 examples.")
    expect(page.get_by_role("button", name="Undo this import")).to_be_visible()


def test_it_brings_two_files_and_says_where_a_document_belongs(empty, open_page):
    page = open_page(empty)
    choose(page, ("one.jsonl", rows(2)), ("two.csv", "question,answer\nWhy?,Because of that.\n"), ("x.pdf", "%PDF-1.7"))
    expect(page.locator("#messages")).to_contain_text("“x.pdf” is a document.")
    page.get_by_role("button", name="Import all 3 examples").click()
    expect(page.locator("#messages")).to_contain_text("2 files came in: 3 examples.")
    expect(page.locator(".imports > li").first).to_contain_text("two.csv")


def test_it_says_beside_the_field_what_cannot_be_brought(empty, open_page):
    page = open_page(empty)
    drop(page, ("empty.csv", ""))
    field = page.get_by_label("Files")
    expect(field).to_have_accessible_description("“empty.csv” is empty. Choose a file with examples.")
    expect(field).to_be_focused()
    choose(page, ("good.jsonl", rows(1)))
    expect(page.get_by_role("button", name="Import 1 example")).to_be_visible()


def test_it_sends_nothing_that_is_too_large(empty, open_page):
    page = open_page(empty)
    page.locator("#bring").evaluate("box => { box.dataset.most = 0 }")
    choose(page, ("good.jsonl", rows(1)))
    expect(page.get_by_role("alert").filter(has_text="Together the files are larger")).to_be_visible()
    expect(title(page)).to_have_text("Training examples")


def test_it_stays_where_a_file_is_dropped_beside_the_box(empty, open_page):
    page = open_page(empty)
    refused = page.evaluate("""() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(["x"], "x.txt"));
      return !document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
    }""")
    assert refused and page.url.endswith("/training.html")


def test_it_counts_a_long_file_by_itself_and_shows_how_far_it_is(empty, open_page):
    page = open_page(empty)
    choose(page, ("long.jsonl", rows(6_000)))
    expect(page.get_by_role("button", name="Import 6,000 examples")).to_be_visible()
    page.route("**/import/", lambda route: (page.wait_for_timeout(4_000), route.continue_()))
    page.route("**/progress/**", lambda route: route.fulfill(body=GOING, content_type="text/html"))
    page.get_by_role("button", name="Import 6,000 examples").click()
    expect(page.get_by_role("progressbar", name="Read so far")).to_have_attribute("value", "60")
    expect(page.get_by_role("heading", name="long.jsonl", level=2)).to_be_visible()
    expect(title(page)).to_have_text("Came in: long.jsonl")


GOING = '<progress max="100" value="60" aria-label="Read so far"></progress><p>34 MB of 57 MB, 60 %</p>'


def test_it_finds_among_problems_as_one_types_and_downloads_them(empty, open_page):
    page = open_page(empty)
    choose(page, ("bad.jsonl", rows(1) + "".join(row(instruction=f"=Bad {one}") for one in range(150))))
    page.get_by_role("button", name="Import 1 example").click()
    expect(page.locator(".problems > li")).to_have_count(100)
    page.get_by_label("Find in reasons").fill("Bad 149")
    expect(page.get_by_text("1 row fits.")).to_be_visible()
    expect(page.locator(".problems > li")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the list").click()
    table = list(csv.reader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert len(table) == 151 and table[1][0] == "2"
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the bad rows").click()
    mended = Path(waiting.value.path()).read_text().replace("}", ', "response": "Mended now."}')
    page.goto("/training.html")
    drop(page, ("mended.jsonl", mended))
    expect(page.get_by_role("button", name="Import 150 examples")).to_be_visible()


def test_it_brings_a_file_without_javascript(empty, open_page):
    page = open_page(empty, java_script_enabled=False)
    choose(page, ("fragen.csv", GERMAN))
    page.get_by_label("Context").select_option("Nr")
    page.get_by_role("button", name="Look again").last.click()
    expect(page.locator(".cards").get_by_text("Context")).to_have_count(2)
    page.get_by_role("button", name="Import 2 examples").click()
    expect(title(page)).to_have_text("Came in: fragen.csv")
    page.get_by_role("button", name="Undo this import").click()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("Undone: 2 examples.")


def test_it_shows_a_hostile_file_as_text_on_a_phone(empty, open_page):
    page = open_page(empty, width=390)
    name = "<img src=x onerror=alert(1)>\u202e" + "n" * 150 + ".csv"
    text = io.StringIO()
    csv.writer(text).writerows([[f"frage {HOSTILE}", "rat " + "c" * 500], [HOSTILE, "A" * 50_000], [HOSTILE, ""]])
    choose(page, (name, text.getvalue()))
    expect(page.locator(".cards").first).to_contain_text("<script>alert(1)</script>")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="Import 1 example").click()
    expect(title(page)).to_contain_text("Came in: <img")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


# Barriers


def looked(page):
    choose(page, ("fragen.csv", GERMAN), ("one.jsonl", rows(2)))
    expect(page.get_by_role("button", name=re.compile("Import all"))).to_be_visible()


def looked_at_what_cannot_be_read(page):
    choose(page, ("odd.csv", "a,b\n,\n"))
    expect(page.get_by_role("button", name="Import the file", exact=True)).to_be_disabled()


def refused(page):
    choose(page, ("x.pdf", "%PDF-1.7"))
    expect(page.get_by_text("“x.pdf” is a document.")).to_be_visible()


def reported(page):
    choose(page, ("bad.jsonl", rows(1) + row(instruction=HOSTILE) * 120))
    page.get_by_role("button", name="Import 1 example").click()
    expect(title(page)).to_have_text("Came in: bad.jsonl")
    page.get_by_text("What stands there").first.click()


def found_none(page):
    reported(page)
    page.get_by_label("Find in reasons").fill("nowhere at all")
    expect(page.get_by_text("No row fits.")).to_be_visible()


def undone(page):
    reported(page)
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_visible()


def nothing_waits(page):
    page.goto("/training/preview/")


STATES = [looked, looked_at_what_cannot_be_read, refused, reported, found_none, undone, nothing_waits]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_it_has_no_barrier_that_axe_finds(empty, chromium, state):
    context = chromium.new_context(
        base_url=f"http://localhost:{empty.port}", bypass_csp=True, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/training.html")
    state(page)
    has_no_barrier(page)
    context.close()
