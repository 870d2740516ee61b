"""Numbers, pictures, the download and the first steps in a real browser."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from examples import formats
from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, add, has_no_barrier


def questions(content, name):
    return [found.instruction for _row, found in formats.open_file(io.BytesIO(content), name).rows()]


def downloaded(page):
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download training data").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_it_loads_the_pictures_after_the_page_and_leads_to_the_examples(few, open_page):
    add(few, "Short?", "Yes.")
    page = open_page(few)
    expect(page.get_by_text("Every answer has 50 to 3,000 characters")).to_be_visible()
    page.get_by_text("Pictures", exact=True).click()
    bar = page.get_by_role("link", name="Up to 49 characters: 1 example")
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("article")).to_contain_text("Short?")


def test_it_holds_the_examples_against_another_trainer(few, open_page):
    add(few, "Long?", "word " * 500)
    page = open_page(few)
    page.get_by_text("Pictures", exact=True).click()
    expect(page.get_by_text("All fit into the 1,024 tokens that TRL keeps")).to_be_visible()
    page.get_by_role("link", name="axolotl 512").click()
    expect(page.get_by_text("512 tokens that axolotl keeps")).to_be_visible()
    expect(page.get_by_role("link", name="axolotl 512")).to_be_focused()
    assert page.url.endswith("/training.html")


def test_it_shows_the_pictures_with_the_first_example(empty, open_page):
    page = open_page(empty)
    expect(page.get_by_text("Pictures", exact=True)).to_be_hidden()
    page.get_by_label("User question / input").fill("First?")
    page.get_by_label("Expected AI response").fill(ANSWER)
    page.get_by_role("button", name="Add example").click()
    expect(page.locator("#numbers")).to_contain_text("99 more to the minimum")
    expect(page.get_by_text("Pictures", exact=True)).to_be_visible()


def test_it_moves_the_numbers_with_what_is_deleted(few, open_page):
    page = open_page(few)
    page.get_by_label("Choose example").first.check()
    page.locator("#bulk").get_by_role("button", name="Delete").click()
    expect(page.locator("#numbers")).to_contain_text("96 more to the minimum")


def test_it_shows_all_without_javascript(few, open_page):
    page = open_page(few, java_script_enabled=False)
    page.get_by_role("link", name="All numbers and pictures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Numbers and pictures")
    page.get_by_role("link", name="74 characters").or_(
        page.get_by_role("link", name="50 to 249 characters")
    ).first.click()
    expect(page.get_by_role("article")).to_have_count(5)


@pytest.mark.parametrize("name", formats.every())
def test_it_downloads_each_format_and_reads_it_back(few, open_page, name):
    page = open_page(few, java_script_enabled=False)
    page.locator(f"#format-{name}").check()
    filename, content = downloaded(page)
    assert filename == formats.named(name).filename
    assert questions(content, name) == [f"Question {number}" for number in range(5)]


def test_it_downloads_three_parts(empty, open_page):
    for number in range(30):
        add(empty, f"Question {number}", ANSWER)
    page = open_page(empty)
    page.get_by_label("80 %, 10 % and 10 %").check()
    page.get_by_label("Seed").fill("3")
    filename, content = downloaded(page)
    assert filename == "training-data-80-10-10-seed-3.zip"
    bundle = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: questions(bundle.read(name), "jsonl") for name in bundle.namelist()}
    assert {name: len(part) for name, part in parts.items()} == {
        "train.jsonl": 24,
        "validation.jsonl": 3,
        "test.jsonl": 3,
    }
    assert len(set().union(*parts.values())) == 30


def test_it_downloads_what_the_list_shows_after_typing(few, open_page):
    page = open_page(few)
    choice = page.get_by_label("Those that the list shows now")
    expect(choice).to_have_count(0)
    page.get_by_label("Search", exact=True).press_sequentially("Question 3", delay=20)
    choice.check()
    expect(choice).to_have_accessible_description("With the words “Question 3”. The rejected are left out, unless the filter asks for them.")  # fmt: skip
    assert questions(downloaded(page)[1], "jsonl") == ["Question 3"]


def test_it_says_why_there_is_nothing_to_download(few, open_page):
    page = open_page(few)
    page.get_by_label("The approved alone").check()
    page.get_by_role("button", name="Download training data").click()
    expect(page.locator("#messages")).to_contain_text("There are no examples to download.")


def test_it_loads_the_samples_and_takes_them_away_again(empty, open_page):
    page = open_page(empty)
    page.get_by_role("button", name="Load ten sample examples").click()
    expect(page.get_by_role("article")).to_have_count(10)
    page.get_by_role("button", name="Remove the samples").click()
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("article")).to_have_count(10)


def nothing(page, server):
    server.post("/api/training/clear")
    page.goto("/training.html")


def nothing_to_draw(page, server):
    server.post("/api/training/clear")
    page.goto("/training/dashboard/")


def dashboard(page, server):
    add(server, HOSTILE, "A" * 9000, context=HOSTILE[:100], tags="t" * 500)
    page.goto("/training/dashboard/?trainer=axolotl")
    for summary in page.get_by_text("As a table").all():
        summary.click()


def unfolded(page, server):
    page.goto("/training.html?tag=safety")
    page.get_by_text("Pictures", exact=True).click()
    page.get_by_text("For LLaMA-Factory").click()
    expect(page.get_by_role("heading", name="The largest tags")).to_be_visible()


def guide(page, server):
    page.goto("/training/guide/")


STATES = [nothing, nothing_to_draw, dashboard, unfolded, guide]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_it_has_no_barrier(few, chromium, state):
    context = chromium.new_context(
        base_url=f"http://localhost:{few.port}", bypass_csp=True, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    state(page, few)
    has_no_barrier(page)
    context.close()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_it_never_scrolls_sideways_on_a_phone(few, open_page, state):
    page = open_page(few, width=390)
    state(page, few)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
