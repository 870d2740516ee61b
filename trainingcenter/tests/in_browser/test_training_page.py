"""The training page in a real browser."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, add, has_no_barrier


def test_it_adds_an_example_by_keyboard_alone(empty, open_page):
    page = open_page(empty)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.get_by_label("User question / input").evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("What should I bring?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(ANSWER)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("Example saved.")
    expect(page.get_by_role("article")).to_contain_text("Saved just now")
    expect(page.get_by_label("User question / input")).to_be_focused()


def test_it_shows_a_mistake_beside_its_field_and_puts_the_cursor_there(empty, open_page):
    page = open_page(empty)
    page.get_by_label("User question / input").fill("Kept?")
    page.get_by_role("button", name="Add example").click()
    answer = page.get_by_label("Expected AI response")
    expect(answer).to_be_focused()
    expect(answer).to_have_accessible_description("This is empty. Write a few words.")
    expect(page.get_by_label("User question / input")).to_have_value("Kept?")


def test_it_says_that_it_is_busy_and_sends_a_form_once(empty, open_page):
    page = open_page(empty)
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_label("User question / input").fill("Once?")
    page.get_by_label("Expected AI response").fill(ANSWER)
    page.route("**/training/add/", lambda route: (time.sleep(0.5), route.continue_()))
    twice = "button => { button.click(); setTimeout(() => button.click(), 100); return button.form.innerText }"
    assert "Saving …" in page.get_by_role("button", name="Add example").evaluate(twice)
    expect(page.get_by_role("article")).to_have_count(1)
    assert sent.count("POST") == 1


def test_it_deletes_and_undoes_in_place(few, open_page):
    page = open_page(few)
    name = page.get_by_role("article").nth(1).get_by_role("heading").first.inner_text()
    page.get_by_role("button", name=f"Delete {name.lower()}").click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(page.locator("#messages")).to_contain_text("is in the trash now")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").nth(1)).to_contain_text("Saved just now")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_focused()


def test_it_downloads_a_file_that_holds_what_was_added(few, open_page):
    page = open_page(few)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download training data").click()
    text = Path(waiting.value.path()).read_text()
    assert waiting.value.suggested_filename == "training-data.jsonl"
    assert [json.loads(line)["messages"][-1]["content"] for line in text.splitlines()] == [ANSWER] * 5


def test_it_folds_a_long_text_and_unfolds_it_by_keyboard(empty, open_page):
    add(empty, "Short?", "word " * 300)
    page = open_page(empty)
    text = page.get_by_role("article").locator(".text").last
    folded = text.bounding_box()["height"]
    page.locator("summary", has_text="Show more").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Show less")).to_be_visible()
    assert text.bounding_box()["height"] > folded * 2


def test_it_works_without_javascript(few, open_page):
    page = open_page(few, java_script_enabled=False)
    page.get_by_role("button", name="Delete example").first.click()
    expect(page.get_by_role("article")).to_have_count(4)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("article")).to_have_count(5)


@pytest.mark.parametrize("path", ["/training.html", "/", "/training/imports/", "/training/trash/", "/accounts/login/"])
def test_it_never_scrolls_sideways_on_a_phone(few, open_page, path):
    add(few, HOSTILE * 3, "A" * 100_000, context="https://example.org/" + "x" * 3000, tags="t" * 500)
    page = open_page(few, path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator(".text").evaluate_all("texts => texts.every(text => text.scrollWidth <= text.clientWidth)")


def test_it_keeps_hostile_text_in_its_own_example(few, open_page):
    add(few, HOSTILE, HOSTILE, context=HOSTILE)
    page = open_page(few)
    expect(page.get_by_role("article").first).to_contain_text("<script>alert(1)</script>")
    direction = page.get_by_role("article").nth(1).evaluate("element => getComputedStyle(element).direction")
    assert direction == "ltr" and page.get_by_role("article").count() == 6


def test_it_has_controls_that_a_finger_can_touch(few, open_page):
    page = open_page(few, width=390)
    for button in page.get_by_role("button").all():
        if button.is_visible():
            assert button.bounding_box()["height"] >= 40


def empty_page(page, server):
    page.goto("/training.html")


def mistaken(page, server):
    page.goto("/training.html")
    page.get_by_role("button", name="Add example").click()
    expect(page.get_by_label("Expected AI response")).to_have_attribute("aria-invalid", "true")


def with_few(page, server):
    add(server, HOSTILE, ANSWER * 20, context="First visit", tags="preparation")
    page.goto("/training.html")
    page.get_by_text("System prompt, tags, earlier turns").click()


def after_deleting(page, server):
    with_few(page, server)
    page.get_by_role("button", name="Delete example").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()


def nothing_found(page, server):
    page.goto("/training.html?q=nowhere&tag=none")


def one_example(page, server):
    with_few(page, server)
    page.get_by_role("article").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Example")


def at(path):
    def open_it(page, server):
        page.goto(path)

    open_it.__name__ = path
    return open_it


STATES = [
    empty_page, mistaken, with_few, after_deleting, nothing_found, one_example,
    at("/"), at("/training/imports/"), at("/training/trash/"), at("/accounts/login/"), at("/nowhere/"),
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_it_has_no_barrier_that_axe_finds(empty, chromium, state):
    # axe measures colours by styles that it writes into the page, which the CSP would refuse.
    context = chromium.new_context(
        base_url=f"http://localhost:{empty.port}", bypass_csp=True, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    state(page, empty)
    has_no_barrier(page)
    context.close()
