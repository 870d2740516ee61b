"""A real browser at the server that people run. Every test of this folder needs Debian's chromium."""

import contextlib

import pytest
from playwright.sync_api import expect, sync_playwright

from trainingcenter.tests.in_browser.acting import ANSWER, CHROMIUM, OPTIONS, add
from trainingcenter.tests.servers import Server

# Milliseconds. Beside another process of tests, a first answer took longer than the five seconds that are usual.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items):
    without = pytest.mark.skip(reason="/usr/bin/chromium is not here: apt-get install chromium")
    for item in items:
        if "in_browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM.exists():
                item.add_marker(without)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def empty(server):
    server.post("/api/training/clear")
    return server


@pytest.fixture
def few(empty):
    for number in range(5):
        add(empty, f"Question {number}", ANSWER, context="First visit", tags="preparation safety")
    return empty


@pytest.fixture
def open_page(chromium):
    """Open pages; at the end of the test, none of them may have complained on its console or met a refusal of the CSP."""
    complaints = []
    with contextlib.ExitStack() as contexts:

        def opened(server, path="/training.html", width=1280, **options):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, base_url=f"http://localhost:{server.port}", **options
            )
            contexts.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield opened
    assert [text for text in complaints if not any(known in text for known in KNOWN)] == []


# What chromium and htmx note on the console though nothing is wrong: a form that comes back with mistakes, a request
# that a newer one replaces, and one that the test itself breaks off.
KNOWN = ("status of 400", "status of 409", "htmx:afterRequest", "htmx:sendAbort", "htmx:sendError", "ERR_FAILED")
