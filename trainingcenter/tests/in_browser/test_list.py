"""The list on the training page, and what a person does with it, in a real browser."""

import pytest
from playwright.sync_api import expect

from trainingcenter.tests.in_browser.acting import ANSWER, add, has_no_barrier


def cards(page):
    return page.get_by_role("article")


def first_number(page):
    return cards(page).first.get_by_role("heading").first.inner_text().split()[-1]


def test_it_searches_as_a_person_types_and_keeps_it_in_the_address(few, open_page):
    page = open_page(few)
    page.get_by_label("Search", exact=True).press_sequentially("Question 3", delay=20)
    expect(cards(page)).to_have_count(1)
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    assert page.url.endswith("/training.html?q=Question+3")
    page.reload()
    expect(cards(page)).to_have_count(1)
    page.get_by_role("link", name="With the words “Question 3”").click()
    expect(cards(page)).to_have_count(5)
    expect(page.get_by_label("Search", exact=True)).to_have_value("")


def test_it_narrows_by_status_tag_and_finding(few, open_page):
    add(few, "Short?", "Yes.")
    page = open_page(few)
    page.get_by_text("More filters").click()
    page.get_by_label("Finding").select_option("length")
    expect(cards(page)).to_have_count(1)
    page.get_by_label("Finding").select_option("")
    expect(cards(page)).to_have_count(6)
    page.get_by_label("Tag", exact=True).first.fill("nowhere")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No example fits.")).to_be_visible()
    page.go_back()
    expect(cards(page)).to_have_count(6)


def test_it_goes_on_typing_where_a_person_was_after_a_reload(few, open_page):
    page = open_page(few)
    page.get_by_label("User question / input").fill("Half a thought 👩‍⚕️")
    page.get_by_text("System prompt, tags, earlier turns").click()
    page.get_by_role("button", name="Add two more turns").click()
    page.get_by_label("Turn 4", exact=True).fill("Earlier")
    page.reload()
    expect(page.get_by_label("User question / input")).to_have_value("Half a thought 👩‍⚕️")
    expect(page.get_by_label("Turn 4", exact=True)).to_have_value("Earlier")
    page.get_by_label("Expected AI response").fill(ANSWER)
    page.keyboard.press("Control+Enter")
    expect(cards(page).first).to_contain_text("Saved just now")
    expect(page.get_by_label("User question / input")).to_have_value("")
    page.reload()
    expect(page.get_by_label("User question / input")).to_have_value("")


def test_it_counts_along_as_the_server_does(empty, open_page):
    page = open_page(empty)
    answer = page.get_by_label("Expected AI response")
    answer.fill("👍" * 10)
    expect(page.get_by_text("10 characters, 40 more to the least of 50")).to_be_visible()
    answer.fill("a" * 100)
    expect(page.get_by_text("100 characters, about 25 tokens")).to_be_visible()
    answer.fill("a" * 3001)
    expect(page.get_by_text("3,001 characters, 1 over the most of 3,000")).to_be_visible()


def test_it_moves_the_numbers_with_what_is_saved(empty, open_page):
    page = open_page(empty)
    for number in range(2):
        page.get_by_label("User question / input").fill(f"Question {number}")
        page.get_by_label("Expected AI response").fill(ANSWER)
        page.get_by_role("button", name="Add example").click()
        expect(cards(page)).to_have_count(number + 1)
    expect(page.locator("#numbers")).to_contain_text("98 more")


def test_it_edits_in_place_and_leaves_the_rest_alone(few, open_page):
    page = open_page(few)
    number = first_number(page)
    page.get_by_role("link", name=f"Edit example {number}").click()
    field = cards(page).first.get_by_label("User question / input")
    expect(field).to_be_focused()
    field.fill("A better question?")
    page.keyboard.press("Control+Enter")
    expect(cards(page).first).to_contain_text("A better question?")
    expect(cards(page)).to_have_count(5)
    page.get_by_role("link", name=f"Edit example {number}").click()
    cards(page).first.get_by_label("User question / input").fill("Not kept")
    page.get_by_role("link", name="Leave it as it was").click()
    expect(cards(page).first).to_contain_text("A better question?")


def test_it_shows_a_mistake_in_an_edit_beside_its_field(few, open_page):
    page = open_page(few)
    page.get_by_role("link", name=f"Edit example {first_number(page)}").click()
    answer = cards(page).first.get_by_label("Expected AI response")
    answer.fill("")
    page.keyboard.press("Control+Enter")
    expect(answer).to_be_focused()
    expect(answer).to_have_accessible_description("This is empty. Write a few words.")


def test_it_approves_many_at_once_and_undoes_it(few, open_page):
    page = open_page(few)
    page.get_by_label("Choose example").nth(0).check()
    page.get_by_label("Choose example").nth(1).check()
    expect(page.get_by_text("Chosen: 2")).to_be_visible()
    page.locator("#bulk").get_by_role("button", name="Approve").click()
    expect(page.locator("#cards .status.approved")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#cards .status.approved")).to_have_count(0)


def test_it_keeps_the_keyboard_after_a_change_of_many_and_the_bar_after_a_mistake(few, open_page):
    page = open_page(few)
    page.get_by_text("Choose several").click()
    page.locator("#bulk").get_by_role("button", name="Reject").click()
    expect(page.locator("#messages")).to_contain_text("No example is chosen.")
    expect(page.get_by_label("All in the list")).to_be_visible()
    page.get_by_label("All in the list").check()
    page.locator("#bulk").get_by_role("button", name="Reject").press("Enter")
    expect(page.locator("#cards .status.rejected")).to_have_count(5)
    expect(page.locator("#bulk summary")).to_be_focused()


def test_it_moves_the_numbers_with_what_is_deleted(few, open_page):
    page = open_page(few)
    page.get_by_role("button", name=f"Delete example {first_number(page)}").click()
    expect(page.locator("#numbers")).to_contain_text("96 more")


def test_it_offers_the_download_with_the_first_example(empty, open_page):
    page = open_page(empty)
    page.get_by_label("User question / input").fill("The first?")
    page.get_by_label("Expected AI response").fill(ANSWER)
    page.get_by_role("button", name="Add example").click()
    expect(page.get_by_role("button", name="Download training data")).to_be_visible()
    expect(page.get_by_label("User question / input")).to_be_focused()


def test_it_says_what_is_wrong_with_a_filter_by_the_name_of_its_field(few, open_page):
    page = open_page(few, "/training.html?min_length=abc")
    expect(page.get_by_role("alert").first).to_have_text("Answer from (characters): Enter a whole number.")
    expect(page.get_by_text("Nothing fits")).to_have_count(0)


def test_it_deletes_all_that_fit(few, open_page):
    add(few, "Something else?", ANSWER)
    page = open_page(few, "/training.html?q=Question")
    page.get_by_text("Choose several").click()
    page.get_by_label("All 5 that fit").check()
    page.locator("#bulk").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Nothing fits")).to_be_visible()
    page.get_by_role("link", name="Show all").first.click()
    expect(cards(page)).to_have_count(1)


def test_it_copies_and_tags(few, open_page):
    page = open_page(few)
    number = first_number(page)
    page.get_by_role("button", name=f"Duplicate example {number}").click()
    expect(cards(page)).to_have_count(6)
    page.locator("summary", has_text=f"Tag example {first_number(page)}").click()
    cards(page).first.get_by_label("Tag", exact=True).fill("music")
    page.keyboard.press("Enter")
    expect(cards(page).first.get_by_role("link", name="music")).to_be_visible()
    expect(cards(page).first).to_contain_text("New")


def test_it_tags_and_judges_nothing_by_enter_in_the_field_for_a_tag(few, open_page):
    page = open_page(few)
    page.get_by_text("Choose several").click()
    page.get_by_label("All in the list").check()
    page.locator("#bulk-tag").fill("quiet")
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("Tagged: 5 examples.")
    expect(page.locator("#cards .status.approved")).to_have_count(0)


def test_it_puts_a_context_that_was_used_into_the_field(few, open_page):
    page = open_page(few)
    page.get_by_label("A context used before").select_option("First visit")
    expect(page.get_by_label("Context", exact=True).first).to_have_value("First visit")


def test_it_turns_pages_and_comes_back(empty, open_page):
    for number in range(60):
        add(empty, f"Question {number}", ANSWER)
    page = open_page(empty)
    page.get_by_role("link", name="Older →").click()
    expect(cards(page)).to_have_count(10)
    page.go_back()
    expect(cards(page)).to_have_count(50)


def test_it_says_so_where_nothing_answers(few, open_page):
    page = open_page(few)
    page.route("**/training/add/", lambda route: route.abort())
    page.get_by_label("User question / input").fill("Kept?")
    page.get_by_label("Expected AI response").fill(ANSWER)
    with page.expect_console_message(lambda message: "ERR_FAILED" in message.text):
        page.get_by_role("button", name="Add example").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing came back from the product.")
    expect(page.get_by_label("User question / input")).to_have_value("Kept?")


def test_it_keeps_the_chosen_theme(few, open_page):
    page = open_page(few, color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Light").click()
    expect(page.get_by_role("button", name="Dark")).to_be_visible()
    assert page.evaluate(paper) != dark
    page.goto("/training/trash/")
    assert page.evaluate(paper) != dark


def test_it_clears_all_with_a_way_back(few, open_page):
    page = open_page(few)
    page.get_by_role("link", name="Clear all examples").click()
    page.get_by_label("Type the number of examples").fill("5")
    page.get_by_role("button", name="Move all to the trash").click()
    expect(page.locator("#messages")).to_contain_text("In the trash now: 5 examples.")
    page.get_by_role("button", name="Undo").click()
    expect(cards(page)).to_have_count(5)


def editing(page):
    page.goto("/training.html")
    page.get_by_role("link", name=f"Edit example {first_number(page)}").click()
    expect(cards(page).first.get_by_label("User question / input")).to_be_focused()


def choosing(page):
    page.goto("/training.html?q=Question")
    page.get_by_label("Choose example").first.check()
    page.get_by_text("More filters").click()


def clearing(page):
    page.goto("/training/clear/")
    page.get_by_label("Type the number of examples").fill("1")
    page.get_by_role("button", name="Move all to the trash").click()
    expect(page.get_by_role("alert").first).to_be_visible()


@pytest.mark.parametrize("state", [editing, choosing, clearing], ids=lambda state: state.__name__)
def test_it_has_no_barrier_while(few, chromium, state):
    context = chromium.new_context(
        base_url=f"http://localhost:{few.port}", bypass_csp=True, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    state(page)
    has_no_barrier(page)
    context.close()


def test_it_works_at_twice_the_size(few, open_page):
    page = open_page(few, width=640)
    assert page.evaluate("document.documentElement.scrollWidth") == 640
