"""The chat in a real browser: from a document to a corrected answer in the review queue; without a model; in danger."""

import contextlib
import re
from io import BytesIO

import pytest
from playwright.sync_api import expect
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen import canvas

from chat.tests.own_server import OwnServer
from trainingcenter.tests.in_browser.acting import has_no_barrier
from trainingcenter.tests.servers import Server

PAGES = 60
WORDS = ["Wear ", "**comfortable ", "clothes** ", "[1]", "[7]", ".\n\n", "- Bring ", "somebody ", "along."]


@pytest.fixture(scope="module")
def model():
    with OwnServer(WORDS, pause=0.15) as model:
        yield model


@pytest.fixture(scope="module")
def chatting(model, tmp_path_factory):
    with Server(tmp_path_factory.mktemp("chatting"), CHAT_BASE_URL=model.address, CHAT_MODEL="ours") as server:
        yield server


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A server without any model."""
    with Server(tmp_path_factory.mktemp("alone")) as server:
        yield server


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """A PDF of sixty pages; what to wear stands on page 42."""
    file = BytesIO()
    pdf = canvas.Canvas(file, pagesize=A5)
    for number in range(1, PAGES + 1):
        pdf.drawString(40, 500, f"Chapter {number}: about topic number {number} of the guide.")
        if number == 42:
            pdf.drawString(40, 460, "Wear comfortable clothes to the session,")
            pdf.drawString(40, 440, "and bring somebody who takes you home.")
        pdf.showPage()
    pdf.save()
    path = tmp_path_factory.mktemp("guide") / "guide.pdf"
    path.write_bytes(file.getvalue())
    return path


def bring(page, path):
    page.goto("/documents/")
    page.locator('input[type="file"]').set_input_files(path)
    send = page.get_by_role("button", name=re.compile("Bring|Upload|Add", re.I))
    if send.count():
        send.first.click()
    expect(page.get_by_text(path.name).first).to_be_visible()


def ask(page, words, by="Enter"):
    field = page.locator("#composer").get_by_label("Your message")
    field.fill(words)
    field.press(by)


def answers(page):
    return page.get_by_role("article", name="Answer")


def test_it_goes_from_a_document_to_an_example_in_the_review_queue(chatting, guide, open_page):
    page = open_page(chatting, "/")
    bring(page, guide)
    page.goto("/")
    ask(page, "Which clothes should I wear to the session?")
    coming = page.locator(".coming")
    expect(coming).to_contain_text("Wear")
    expect(coming).not_to_contain_text("along.")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    answer = answers(page).last
    expect(answer.locator("strong")).to_have_text("comfortable clothes")
    expect(answer).to_contain_text("1 invented citation was taken out")
    expect(answer.locator(".sources")).to_contain_text("guide.pdf, page 42")
    answer.get_by_role("link", name="[1]").click()
    expect(page).to_have_url(re.compile(r"/documents/\d+/\?passage=\d+"))
    expect(page.get_by_role("heading", name=re.compile(r"Page 42 of 60"))).to_be_visible()
    expect(page.locator("mark").first).to_contain_text("comfortable clothes")
    page.go_back()
    answers(page).last.get_by_role("link", name="Use as example").click()
    expect(page.get_by_label("Context", exact=True)).to_have_value(re.compile("comfortable clothes"))
    page.get_by_label("Expected AI response").fill("Wear clothes that you can rest in, and let somebody take you home.")
    page.get_by_role("button", name="Save for review").click()
    expect(page.locator("#messages")).to_contain_text("It waits at the review desk")
    page.goto("/review/")
    expect(page.locator("#main")).to_contain_text("Wear clothes that you can rest in")


def test_it_quotes_the_documents_without_a_model(alone, guide, open_page):
    page = open_page(alone, "/")
    expect(page.get_by_role("heading", name="No model is set up yet")).to_be_visible()
    bring(page, guide)
    page.goto("/")
    ask(page, "Which clothes should I wear to the session?")
    answer = answers(page).last
    expect(answer.locator("blockquote")).to_contain_text("comfortable clothes")
    expect(answer).to_contain_text("No language model is set up here yet")
    expect(answer.get_by_role("link", name="[1]")).to_be_visible()


@pytest.mark.parametrize("place", ["chatting", "alone"])
def test_it_names_whom_to_turn_to_at_once(place, request, open_page):
    page = open_page(request.getfixturevalue(place), "/")
    ask(page, "I cannot go on, I want to die")
    expect(answers(page).last).to_contain_text("Please talk to a person now", timeout=3000)
    expect(answers(page).last).to_contain_text("988")


def test_it_stops_and_tries_again(chatting, model, open_page):
    page = open_page(chatting, "/")
    page.get_by_label("Use uploaded documents").uncheck()
    ask(page, "Hello")
    expect(page.locator(".coming")).to_contain_text("Wear")
    page.get_by_role("button", name="Stop").click()
    expect(answers(page).last).to_contain_text("Stopped:")
    page.get_by_role("button", name="Try again").click()
    expect(answers(page).last).to_contain_text("along.")
    expect(answers(page).last).to_contain_text("2 of 2")
    page.get_by_role("link", name="The version before").click()
    expect(answers(page).last).to_contain_text("Stopped:")


def test_it_edits_a_question_and_goes_on_with_the_keyboard_alone(chatting, open_page):
    page = open_page(chatting, "/")
    page.get_by_label("Use uploaded documents").uncheck()
    ask(page, "First words")
    expect(answers(page).last).to_contain_text("along.")
    page.get_by_role("article", name="You").locator("summary").press("Enter")
    page.get_by_role("article", name="You").get_by_label("Your message").fill("Better words")
    page.get_by_role("button", name="Ask it so").press("Enter")
    expect(page.get_by_role("article", name="You")).to_contain_text("Better words")
    expect(answers(page).last).to_contain_text("along.")
    ask(page, "And then?")
    expect(page.locator("#composer").get_by_label("Your message")).to_be_focused()
    expect(page.locator("#composer").get_by_label("Your message")).to_have_value("")
    expect(answers(page)).to_have_count(2)
    expect(answers(page).last).to_contain_text("along.")


def test_it_rates_an_answer_and_copies_it(chatting, open_page):
    page = open_page(chatting, "/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Use uploaded documents").uncheck()
    ask(page, "Hello")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Wear **comfortable clothes**")
    answers(page).locator("summary", has_text="Rate").click()
    page.get_by_label("Why? (optional)").fill("Too short")
    page.get_by_role("button", name="👎 Poor").click()
    expect(answers(page).locator("summary", has_text="👎 Poor answer")).to_be_visible()
    page.goto("/chat/rated/?rating=down")
    expect(page.get_by_role("article")).to_contain_text("Too short")


def test_it_finds_conversations_as_one_types(chatting, open_page):
    page = open_page(chatting, "/")
    ask(page, "About elephants")
    expect(page).to_have_url(re.compile(r"/chat/\d+/"))
    page.get_by_label("Search conversations").press_sequentially("elephants")
    expect(page.locator(".talks li")).to_have_count(1)


def test_it_works_without_javascript(chatting, open_page):
    page = open_page(chatting, "/", java_script_enabled=False)
    page.locator("#composer").get_by_label("Your message").fill("Hello")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(answers(page).last).to_contain_text("along.")
    page.get_by_role("button", name="Try again").click()
    expect(answers(page).last).to_contain_text("2 of 2")


@pytest.fixture
def looked_at(chromium):
    """Open a page for axe, which writes styles, asks for style sheets anew, and must not meet a colour on its way."""
    with contextlib.ExitStack() as contexts:

        def opened(server, width):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, base_url=f"http://localhost:{server.port}",
                bypass_csp=True, reduced_motion="reduce",
            )  # fmt: skip
            contexts.callback(context.close)
            page = context.new_page()
            page.goto("/")
            return page

        yield opened


@pytest.mark.parametrize("width", [1280, 390])
def test_it_has_no_barrier(chatting, alone, looked_at, width):
    has_no_barrier(looked_at(alone, width))
    page = looked_at(chatting, width)
    has_no_barrier(page)
    ask(page, "Hello, how are you?", by="Control+Enter")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".coming")).to_contain_text("Wear")
    has_no_barrier(page)
    expect(answers(page).last).to_contain_text("along.")
    answers(page).last.locator("summary", has_text="Rate").click()
    has_no_barrier(page)
    ask(page, "I want to die", by="Control+Enter")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(answers(page).last).to_contain_text("988")
    has_no_barrier(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for address in ("/models/", "/chat/prompt/", "/chat/rated/"):
        page.goto(address)
        has_no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
