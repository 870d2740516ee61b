"""Near duplicates side by side, and deciding on them, in a real browser."""

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import HOSTILE, add, has_no_barrier

ANSWER = (
    "Most people rest at home on the day after a session. Drink water, eat something light, and write down what you "
    "remember. Call the clinic if you feel unwell."
)


@pytest.fixture
def twins(empty):
    """Three examples that say nearly the same, and one that says something else."""
    for word in ("rest", "sleep", "stay"):
        add(empty, "What do I do on the day after?", ANSWER.replace("rest", word), tags=word)
    add(empty, "Is it cold in the room?", "No, but you may ask for a blanket at any time if you like one.")
    return empty


def columns(page):
    return page.get_by_role("article")


def test_it_leads_from_the_training_page_to_them_and_keeps_one(twins, open_page):
    page = open_page(twins)
    page.get_by_role("link", name="1 group of duplicates").click()
    expect(columns(page)).to_have_count(3)
    expect(page.get_by_role("deletion").first).to_have_text("rest")
    expect(page.get_by_role("insertion").first).to_have_text("sleep")
    columns(page).nth(1).get_by_role("button", name="Keep this one").click()
    expect(page.get_by_text("In the trash now: 2 examples.")).to_be_visible()
    expect(page.get_by_role("heading", name="No duplicates")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(columns(page)).to_have_count(3)


def test_it_keeps_all_by_the_keyboard_and_shows_them_again(twins, open_page):
    page = open_page(twins, "/duplicates/")
    page.get_by_role("button", name="Keep all").focus()
    page.keyboard.press("Enter")
    expect(columns(page)).to_have_count(0)
    page.get_by_role("link", name="1 group was kept as it is").click()
    page.get_by_role("button", name="Decide once more").click()
    page.goto("/duplicates/")
    expect(columns(page)).to_have_count(3)


@pytest.mark.parametrize("scripts", [True, False])
def test_it_merges_with_scripts_and_without(twins, open_page, scripts):
    page = open_page(twins, "/duplicates/", java_script_enabled=scripts)
    page.get_by_role("link", name="Merge").click()
    expect(page.get_by_label("Tags")).to_have_value("rest sleep stay")
    page.get_by_label("In your words", exact=True).check()
    page.get_by_label("Answer, in your words").fill("Rest at home, and call us if you feel unwell.")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("In the trash now: 2 examples.")).to_be_visible()
    page.goto("/training.html")
    expect(columns(page)).to_have_count(2)
    expect(page.get_by_text("Rest at home, and call us if you feel unwell.")).to_be_visible()


@pytest.fixture
def quiet_page(chromium, server):
    """Open pages for axe: where it may write styles, and nothing moves."""
    made = []

    def opened(width=1280):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, base_url=f"http://localhost:{server.port}", bypass_csp=True,
            color_scheme="light", reduced_motion="reduce",
        )  # fmt: skip
        made.append(context)
        return context.new_page()

    yield opened
    for context in made:
        context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_its_pages_have_no_barrier_and_fit(twins, quiet_page, width):
    for word in ("rest", "sleep"):
        add(twins, f"What then? {HOSTILE}", f"{HOSTILE} {ANSWER.replace('rest', word)} {'W' * 2000}")
    page = quiet_page(width)
    page.goto("/duplicates/")
    merging = page.get_by_role("link", name="Merge").first.get_attribute("href")
    for address in ("/duplicates/", "/duplicates/?kept=yes", merging.removesuffix("merge/"), merging):
        page.goto(address)
        has_no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_an_empty_page_says_what_it_is_for(empty, quiet_page):
    page = quiet_page()
    page.goto("/duplicates/")
    expect(page.get_by_text("Here examples that say nearly the same come together")).to_be_visible()
    has_no_barrier(page)
