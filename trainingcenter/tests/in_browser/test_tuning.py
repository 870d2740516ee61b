"""From the examples to a bundle in a real browser: freeze, look at the difference, choose, read, download."""

import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, add, has_no_barrier


@pytest.fixture
def forty(empty):
    for number in range(40):
        add(empty, f"Question {number}", ANSWER)
    return empty


def freeze(page, name, shares="80/10/10"):
    page.goto("/tuning/")
    page.get_by_label("Name").fill(name)
    page.get_by_text("Shares, seed and system prompt").click()
    page.get_by_label("Shares").fill(shares)
    page.get_by_role("button", name="Freeze these examples").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_it_goes_from_the_examples_to_a_bundle(forty, open_page):
    page = open_page(forty)
    page.get_by_role("link", name="Fine-tuning", exact=True).click()
    expect(page.get_by_role("heading", name="Fine-tuning")).to_be_visible()
    freeze(page, "Before the review")
    expect(page.get_by_text("Frozen. These texts stay as they are")).to_be_visible()

    add(forty, "A longer one", "word " * 400)
    page.goto("/training.html?q=Question+7")
    page.get_by_role("article").get_by_role("button", name="Delete").first.click()
    expect(page.locator("#list").get_by_text("is in the trash now")).to_be_visible()
    freeze(page, "After the review")

    page.get_by_role("link", name="What changed since “Before the review”").click()
    figures = page.locator("dl.figures")
    expect(figures).to_contain_text(re.compile(r"The same\s*39\s*Added\s*1\s*Removed\s*1\s*Changed\s*0"))
    expect(page.locator("ins")).to_have_text("A longer one")
    expect(page.locator("del")).to_have_text("Question 7")

    page.get_by_role("link", name="After the review").click()
    page.get_by_role("link", name="Hugging Face Jobs").click()
    expect(page.get_by_text("The examples leave this computer for huggingface.co")).to_be_visible()
    page.get_by_label("Tokens of an example that are kept").fill("256")
    page.get_by_role("button", name="Say again what it does").click()
    expect(page.get_by_text("1 example would be cut at 256 tokens")).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the bundle").click()
    assert waiting.value.suggested_filename == "after-the-review-huggingface-jobs.zip"
    with zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes())) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
        rows = sum(len(bundle.read(path).splitlines()) for path in bundle.namelist() if path.startswith("data/"))
        assert "max_length: 256" in bundle.read("config.yaml").decode()
    assert (rows, manifest["limit"]) == (40, {"tokens": 256, "cut": 1})


def test_it_shows_how_far_a_freezing_is_and_ends_on_its_page(forty, open_page):
    page = open_page(forty, "/tuning/")
    page.get_by_label("Name").fill("Takes its time")
    with closing(sqlite3.connect(forty.data / "trainingcenter.sqlite3", isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")  # who freezes waits for whoever writes
        page.get_by_role("button", name="Freeze these examples").click()
        expect(page.get_by_text("Freezing. You can leave this page")).to_be_visible()
        expect(page.locator("#freeze").get_by_text(re.compile("Step [123] of 3: "))).to_be_visible()
        other = open_page(forty, "/tuning/")
        expect(other.locator("#snapshots").get_by_text(re.compile("Step [123] of 3: "))).to_be_visible()
        somebody.execute("ROLLBACK")
    expect(page.get_by_role("heading", level=1)).to_have_text("Takes its time")
    expect(page).to_have_url(re.compile(r"/tuning/snapshots/\d+/$"))
    expect(page.get_by_text("Frozen. These texts stay as they are")).to_be_visible()
    expect(other.get_by_role("link", name="Look at the snapshots")).to_be_visible()


def test_it_freezes_what_the_list_shows(forty, open_page):
    page = open_page(forty, "/training.html?q=Question+1#list")
    page.get_by_role("link", name="a snapshot of what the list shows").click()
    expect(page.get_by_label("Those that the list showed")).to_be_checked()
    expect(page.get_by_text("With the words “Question 1”")).to_be_visible()
    freezing = page.get_by_role("button", name="Freeze these examples")
    page.get_by_text("Shares, seed and system prompt").click()
    page.get_by_label("Shares").fill("100/0")
    freezing.click()
    expect(page.locator("dl.figures")).to_contain_text(re.compile(r"Examples\s*11"))


def test_it_works_without_javascript_and_keeps_what_was_typed(forty, open_page):
    page = open_page(forty, "/tuning/", java_script_enabled=False)
    page.get_by_label("Name").fill("Typed")
    page.get_by_text("Shares, seed and system prompt").click()
    page.get_by_label("Shares").fill("90")
    page.get_by_role("button", name="Freeze these examples").click()
    expect(page.get_by_text("add up to 100")).to_be_visible()
    assert page.get_by_label("Name").input_value() == "Typed"
    page.get_by_label("Shares").fill("80/20")
    page.get_by_role("button", name="Freeze these examples").click()
    page.get_by_role("link", name="Files alone").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the bundle").click()
    assert waiting.value.suggested_filename == "typed-files.zip"


def test_the_pages_have_no_barrier_and_fit_a_telephone(forty, chromium):
    add(forty, HOSTILE, HOSTILE * 3, system=HOSTILE)
    page = chromium.new_page(
        base_url=f"http://localhost:{forty.port}", viewport={"width": 390, "height": 844}, bypass_csp=True,
        reduced_motion="reduce",
    )  # fmt: skip
    freeze(page, "First")
    snapshot = page.url
    add(forty, "New", ANSWER)
    freeze(page, "Second")
    for address in (
        "/tuning/",
        page.url,
        f"{page.url}compare/",
        f"{page.url}for/huggingface-jobs/",
        f"{snapshot}for/files/",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        has_no_barrier(page)
    page.context.close()
