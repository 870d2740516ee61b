"""The admin in a real browser: under the strict CSP, by keyboard, and as axe sees it."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, add, has_no_barrier
from trainingcenter.tests.servers import manage

LIST = "/admin/examples/example/"
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def admin(server):
    name = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    options = ("--noinput", "--username", "alice", "--email", "alice@example.org")
    assert manage(server.folder, "createsuperuser", *options, **name).returncode == 0
    return server


@pytest.fixture
def open_admin(admin, few, open_page):
    def opened(path=LIST, **options):
        page = open_page(few, f"/admin/login/?next={path}", **options)
        sign_in(page)
        return page

    return opened


def sign_in(page):
    page.get_by_label("Username").fill("alice")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    # Not the link home, which the page to log in has too.
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def run(page, action):
    page.locator("select[name=action]").select_option(label=action)
    page.get_by_role("button", name="Go").click()


def test_it_searches_filters_and_approves_all_that_fit(open_admin):
    page = open_admin()
    page.get_by_label("Search", exact=True).fill("Question 3")
    page.keyboard.press("Enter")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    page.goto(LIST)
    page.get_by_label("A tag, one whole word").fill("safety")
    page.keyboard.press("Enter")
    page.get_by_label("Select all objects on this page").check()
    run(page, "Approve")
    expect(page.get_by_text("5 examples are approved.")).to_be_visible()


def test_it_works_by_keyboard_alone(open_admin):
    page = open_admin()
    page.get_by_label("Choose example").first.focus()
    page.keyboard.press("Space")
    page.get_by_label("Reason:").fill("Too short.")
    page.locator("select[name=action]").focus()
    page.keyboard.type("Reject")
    page.get_by_role("button", name="Go").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 example is rejected.")).to_be_visible()


def test_two_people_do_not_save_over_each_other(open_admin):
    mine = open_admin()
    mine.locator(".field-question a").first.click()
    theirs = mine.context.new_page()
    theirs.goto(mine.url)
    theirs.get_by_label("Response").fill("Theirs.")
    theirs.get_by_role("button", name="Save", exact=True).click()
    mine.get_by_label("Response").fill("Mine.")
    mine.get_by_role("button", name="Save", exact=True).click()
    expect(mine.get_by_text("Somebody changed this example while you had it open.")).to_be_visible()
    expect(mine.get_by_text("Saved meanwhile: Theirs.")).to_be_visible()
    expect(mine.get_by_label("Response")).to_have_value("Mine.")
    mine.get_by_role("button", name="Save", exact=True).click()
    expect(mine.get_by_text("was changed successfully")).to_be_visible()


def correct(page, tmp_path, **values):
    """Export all by the list's action, change the first row, bring it back, and look."""
    page.get_by_label("Select all objects on this page").check()
    page.locator("select[name=action]").select_option(label="Export to correct in a spreadsheet (CSV)")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Go").click()
    with open(waiting.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= values
    mended = tmp_path / "mended.csv"
    with open(mended, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    page.goto(LIST)
    page.get_by_role("link", name="Bring corrections").click()
    page.get_by_label("File").set_input_files(mended)
    page.get_by_role("button", name="Look at the changes").click()


def test_it_takes_corrections_out_and_back(open_admin, tmp_path):
    page = open_admin()
    correct(page, tmp_path, response="'=1+1 is no formula here, it is an answer.")
    expect(page.get_by_text("1 example changes.")).to_be_visible()
    expect(page.locator("ins")).to_contain_text("=1+1")
    page.get_by_role("button", name="Make these corrections").click()
    expect(page.get_by_text("1 example is corrected.")).to_be_visible()
    page.locator(".field-question a").last.click()
    expect(page.get_by_label("Response")).to_have_value("=1+1 is no formula here, it is an answer.")
    expect(page.get_by_role("row", name="Edited")).to_contain_text(ANSWER)


def test_it_exports_what_was_chosen(open_admin):
    page = open_admin()
    page.get_by_label("Choose example").first.check()
    page.locator("select[name=action]").select_option(value="export_jsonl")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Go").click()
    (line,) = Path(waiting.value.path()).read_text().splitlines()
    assert json.loads(line)["messages"][-1]["content"] == ANSWER


def test_it_works_without_javascript(open_admin):
    page = open_admin(java_script_enabled=False)
    page.get_by_label("Choose example").first.check()
    page.get_by_label("Tag:").fill("mended")
    run(page, "Add the tag beside")
    expect(page.get_by_text("The tags of 1 example changed.")).to_be_visible()


@pytest.mark.parametrize("path", [LIST, f"{LIST}add/", f"{LIST}corrections/", "/admin/examples/import/"])
def test_it_never_scrolls_sideways_on_a_phone(open_admin, few, path):
    add(few, HOSTILE * 3, "A" * 100_000, context="x" * 3000, tags="t" * 500)
    page = open_admin(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def listed(page, tmp_path):
    page.goto(LIST)


def nothing_found(page, tmp_path):
    page.goto(f"{LIST}?q=nowhere&tag=none")


def in_year(page, tmp_path):
    page.goto(LIST)
    page.locator(".toplinks a").first.click()
    expect(page.get_by_role("link", name="All dates")).to_be_visible()


def one(page, tmp_path):
    page.goto(LIST)
    page.locator(".field-question a").first.click()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()


def mistaken(page, tmp_path):
    page.goto(f"{LIST}add/")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Please correct the errors below.")).to_be_visible()


def refused_action(page, tmp_path):
    page.goto(LIST)
    page.get_by_label("Choose example").first.check()
    run(page, "Add the tag beside")
    expect(page.get_by_text("Write a tag first.")).to_be_visible()


def without_a_file(page, tmp_path):
    page.goto(f"{LIST}corrections/")
    page.get_by_role("button", name="Look at the changes").click()
    expect(page.get_by_text("Choose a file first.")).to_be_visible()


def corrections(page, tmp_path):
    page.goto(LIST)
    correct(page, tmp_path, response=HOSTILE)
    expect(page.get_by_text("1 example changes.")).to_be_visible()


def refused_corrections(page, tmp_path):
    page.goto(LIST)
    correct(page, tmp_path, response=" ")
    expect(page.get_by_text("1 row is left out.")).to_be_visible()


def an_import(page, tmp_path):
    page.goto("/admin/examples/import/")
    page.locator(".field-called a").first.click()
    expect(page.get_by_role("heading", name="Rows with a problem")).to_be_visible()


def events(page, tmp_path):
    page.goto("/admin/examples/event/")


def assignments(page, tmp_path):
    page.goto("/admin/examples/assignment/")


STATES = [
    listed, nothing_found, in_year, one, mistaken, refused_action, without_a_file, corrections, refused_corrections,
    an_import, events, assignments,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_it_has_no_barrier_that_axe_finds(admin, few, chromium, state, tmp_path):
    add(few, HOSTILE, ANSWER * 20, tags=HOSTILE)
    few.post(
        "/api/training/upload",
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n'
        + json.dumps([{"instruction": HOSTILE, "response": "a"}, {"instruction": HOSTILE}]).encode()
        + b"\r\n--b--\r\n",
        Content_Type="multipart/form-data; boundary=b",
    )
    context = chromium.new_context(
        base_url=f"http://localhost:{few.port}", bypass_csp=True, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    sign_in(page)
    state(page, tmp_path)
    has_no_barrier(page)
    context.close()
