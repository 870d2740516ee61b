"""The review desk in a real browser."""

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, HOSTILE, add, has_no_barrier


def heading(page):
    return page.locator("#desk-title")


def number(page):
    return int(heading(page).inner_text().split()[1].strip(","))


def decided(page, act):
    """Do something that brings another example, and wait for it: its heading has the keyboard."""
    before = number(page)
    act()
    expect(heading(page)).not_to_contain_text(f"Example {before}")
    expect(heading(page)).to_be_focused()
    return before


def press(page, key):
    return decided(page, lambda: page.keyboard.press(key))


@pytest.fixture
def twelve(empty):
    for count in range(12):
        add(empty, f"How do I prepare for visit {count}?", ANSWER)
    return empty


def test_it_reviews_ten_examples_with_keys_alone(twelve, open_page):
    page = open_page(twelve, "/review/")
    judged = [press(page, "a") for _ in range(9)]
    page.keyboard.press("r")
    page.keyboard.press("Space")
    judged.append(decided(page, lambda: page.keyboard.press("Enter")))
    assert len(set(judged)) == 10
    expect(page.locator("#messages")).to_contain_text(f"Example {judged[-1]} is rejected.")
    expect(page.locator(".pace")).to_contain_text("2 left · 10 in the last 10 minutes · about")
    page.goto("/training.html?status=rejected")
    expect(page.get_by_role("article")).to_have_count(1)


def test_it_rejects_with_a_reason_by_keys_and_undoes_it(few, open_page):
    page = open_page(few, "/review/")
    page.keyboard.press("r")
    expect(page.get_by_label("Medical advice")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("a dose is said")
    first = decided(page, lambda: page.keyboard.press("Enter"))
    press(page, "u")
    assert number(page) == first
    expect(page.locator("#thread")).to_contain_text("Wrong: a dose is said")
    expect(page.locator("#thread")).to_contain_text("Taken back")


def test_it_asks_for_a_reason_where_there_is_none(few, open_page):
    page = open_page(few, "/review/")
    page.keyboard.press("r")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    expect(page.get_by_label("Medical advice")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Medical advice")).to_be_hidden()


def test_it_edits_with_keys_and_leaves_with_escape(few, open_page):
    page = open_page(few, "/review/")
    page.keyboard.press("e")
    field = page.get_by_label("User question / input")
    expect(field).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("A better question, asked?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".desk-text")).to_contain_text("A better question, asked?")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("e")
    expect(field).to_be_focused()
    page.keyboard.type("Not kept")
    page.keyboard.press("Escape")
    expect(page.locator(".desk-text")).not_to_contain_text("Not kept")
    expect(page.get_by_role("button", name="Approve")).to_be_visible()


def test_keys_rest_while_somebody_types_holds_a_modifier_or_turned_them_off(few, open_page):
    page = open_page(few, "/review/")
    here = number(page)
    page.get_by_role("textbox", name="Comment").fill("")
    page.get_by_role("textbox", name="Comment").press_sequentially("assure")
    expect(page.get_by_role("textbox", name="Comment")).to_have_value("assure")
    heading(page).evaluate("title => title.focus()")
    page.keyboard.press("Control+a")
    page.keyboard.press("Shift+A")
    page.get_by_role("button", name="Keys are on").click()
    page.keyboard.press("a")
    page.reload()
    expect(page.get_by_role("button", name="Keys are off")).to_be_visible()
    page.keyboard.press("a")
    page.get_by_role("button", name="Keys are off").click()
    assert number(page) == here
    assert press(page, "a") == here


def test_it_steps_skips_and_shows_its_keys(few, open_page):
    page = open_page(few, "/review/")
    first = press(page, "j")
    second = press(page, "k")
    assert number(page) == first and second != first
    press(page, "s")
    assert number(page) == second
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys at the desk")
    expect(dialog).to_be_visible()
    above, below = dialog.locator("h2").bounding_box(), dialog.locator("dl").bounding_box()
    assert above["y"] + above["height"] <= below["y"], "they stand under each other"
    assert below["width"] > 300
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_it_keeps_a_comment_and_the_place(few, open_page):
    page = open_page(few, "/review/")
    here = number(page)
    page.get_by_role("textbox", name="Comment").fill("Who says so?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#thread .events")).to_contain_text("Who says so?")
    expect(page.get_by_role("textbox", name="Comment")).to_be_focused()
    assert number(page) == here


def test_two_browsers_get_different_examples_and_leaving_gives_one_back(few, open_page):
    page, other = open_page(few, "/review/"), open_page(few, "/review/")
    first = number(page)
    assert number(other) != first
    page.reload()
    assert number(page) == first
    page.goto("/training.html")
    third = open_page(few, "/review/")
    assert number(third) == first


def test_a_verdict_on_what_somebody_changed_meanwhile_is_told(few, open_page):
    page = open_page(few, "/review/")
    here = number(page)
    other = open_page(few, f"/training/examples/{here}/edit/")
    other.get_by_label("User question / input").fill("Changed meanwhile?")
    with other.expect_response(lambda answer: answer.request.method == "POST"):
        other.get_by_role("button", name="Save").click()
    page.keyboard.press("a")
    expect(page.locator("#messages")).to_contain_text("Somebody changed or judged")
    expect(page.locator(".desk-text")).to_contain_text("Changed meanwhile?")
    assert number(page) == here


def test_it_works_without_javascript(few, open_page):
    page = open_page(few, "/review/", java_script_enabled=False)
    first = number(page)
    page.get_by_role("button", name="Approve").click()
    assert number(page) != first
    page.locator("summary", has_text="Reject").click()
    page.get_by_label("Unclear").check()
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("is rejected.")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("User question / input").fill("Without scripts?")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".desk-text")).to_contain_text("Without scripts?")
    page.get_by_role("textbox", name="Comment").fill("Plain")
    page.get_by_role("button", name="Add the comment").click()
    expect(page.locator("#thread")).to_contain_text("Plain")
    page.get_by_role("link", name="Next").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Undone")


@pytest.fixture
def looked_at(chromium):
    """Open a page for axe, which writes styles, asks for style sheets anew, and must not meet a colour on its way."""
    contexts = []

    def opened(server, width=1280):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, base_url=f"http://localhost:{server.port}",
            bypass_csp=True, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto("/review/")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_it_has_no_barrier_in_any_state(few, looked_at):
    add(few, HOSTILE, HOSTILE, context="x" * 2000)
    add(few, "Question 0", "Yes.")
    page = looked_at(few)
    has_no_barrier(page)
    page.keyboard.press("r")
    expect(page.get_by_label("Medical advice")).to_be_focused()
    has_no_barrier(page)
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    has_no_barrier(page)
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.get_by_label("User question / input")).to_be_focused()
    has_no_barrier(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Approve")).to_be_visible()
    page.keyboard.press("?")
    has_no_barrier(page)
    page.goto("/review/?finding=any")
    expect(page.locator(".desk-findings")).to_be_visible()
    has_no_barrier(page)
    page.goto("/review/?tag=nowhere")
    expect(heading(page)).to_have_text("Nothing is left here")
    has_no_barrier(page)


def test_long_texts_beside_the_desk_are_reached_by_the_keyboard(empty, looked_at):
    long = " ".join(f"{ANSWER} It is day {number}." for number in range(30))
    add(empty, "How was it?", f"{long} Write to jane.roe@clinic.example.")
    add(empty, "How was it?", f"{long} Rest well.")
    page = looked_at(empty)
    expect(page.locator(".like .text").last).to_be_visible()
    expect(page.locator(".like .text").last).to_have_css("display", "block")  # words, not columns of words
    has_no_barrier(page)
    page.keyboard.press("p")
    expect(page.locator(".events .text").last).to_contain_text("jane.roe")
    has_no_barrier(page)


@pytest.mark.parametrize("width", [390, 640])
def test_it_fits_a_telephone_and_twice_the_size(few, looked_at, width):
    add(few, HOSTILE + "w" * 3000, HOSTILE)
    page = looked_at(few, width)
    for _ in range(6):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        bar = page.locator(".desk-bar").bounding_box()
        assert bar["y"] + bar["height"] <= 900
        for control in page.locator(".desk-bar").locator("button, a, summary").all():
            assert not control.is_visible() or control.bounding_box()["height"] >= 40
        page.get_by_role("button", name="Approve").click()
        expect(page.locator("#messages")).to_contain_text("is approved")
        page.locator("#messages").evaluate("place => place.replaceChildren()")
    has_no_barrier(page)
    page.goto("/review/?finding=any")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# Placeholders

TOLD = "My name is Dana Whitfield, call me on 415-555-0137."


@pytest.fixture
def told(empty):
    add(empty, TOLD, f"Thank you, Dana. {ANSWER}")
    return empty


def test_the_key_puts_a_placeholder_at_the_first_finding_and_at_the_one_with_the_keyboard(told, open_page):
    page = open_page(told, "/review/")
    text = page.locator(".desk-text")
    page.locator(".desk-text .mark-number").nth(1).click()
    page.keyboard.press("p")
    expect(text).to_contain_text(", call me on [PHONE_1].")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("p")
    expect(text).to_contain_text("My name is [NAME_1]")
    expect(text).to_contain_text("Thank you, [NAME_1].")
    expect(page.locator("#messages")).to_contain_text("its history keeps what was there")


def test_the_key_overrules_the_finding_with_the_keyboard(told, open_page):
    page = open_page(told, "/review/")
    page.locator(".desk-text .mark-number").nth(1).click()
    page.keyboard.press("o")
    expect(page.locator("#finding-2").get_by_label("Why is it none?")).to_be_focused()
    page.keyboard.type("The clinic's own number.")
    page.keyboard.press("Enter")
    expect(page.locator(".overruled summary")).to_have_text("1 overruled")
    page.keyboard.press("o")
    expect(page.locator("#finding-1").get_by_label("Why is it none?")).to_be_focused()


def test_the_button_puts_placeholders_everywhere(told, open_page):
    page = open_page(told, "/review/")
    page.get_by_role("button", name="Placeholders for all of them").click()
    expect(page.locator(".desk-text")).to_contain_text("My name is [NAME_1], call me on [PHONE_1].")
    expect(page.locator("#findings-title ~ p")).to_contain_text("No pattern matched")


def test_findings_of_personal_data_have_no_barrier(told, looked_at):
    has_no_barrier(looked_at(told))
