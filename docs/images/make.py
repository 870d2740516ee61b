"""Draw the pictures of the README and of docs/using.md: make screenshots

Starts the product with a data folder of its own, adds the examples below, and photographs its pages with Debian's
chromium.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# File: (address, light or dark).
PICTURES = {
    "training.png": ("/training.html", "light"),
    "training-dark.png": ("/training.html", "dark"),
    "review.png": ("/review/", "light"),
    "dashboard.png": ("/training/dashboard/", "light"),
    "bringing.png": ("/training/preview/", "light"),
    "documents.png": ("/documents/", "light"),
}
HANDBOOK = ROOT / "benchmarks" / "data" / "handbook"
QUESTION = "Am I allowed to drive home afterwards?"
# A file whose columns have names of their own, for the page that looks at it.
COLUMNS = """Patient asks;We say;Phase
May I work on the day after?;Plan a quiet day. Whether and what you work, talk over with your team.;Aftercare
What do I do with a heavy feeling afterwards?;Tell the team before you leave, and call if it stays at home.;Integration
May somebody be with me?;;Preparation
"""

# Question, context, answer, tags.
EXAMPLES = [
    (
        "What should I bring to my first session?",
        "First visit, preparation",
        "Wear comfortable clothes and bring a warm layer. Many people like to bring an eye mask, a playlist agreed "
        "with their therapist, and a notebook for afterwards. Arrange for somebody to take you home: you must not "
        "drive until the next day, after a night’s sleep.",
        "preparation",
    ),
    (
        "Can I eat before the treatment?",
        "Preparation, the day before",
        "Your clinic tells you the exact hours, and its advice comes first. Most ask you not to eat for several "
        "hours beforehand, because some people feel sick during a session. Ask your team about water, and about the "
        "medicines that you take every day.",
        "preparation safety",
    ),
    (
        "I felt nothing special in my second session. Did it fail?",
        "Integration",
        "A quiet session is no failure. Sessions differ, and what helps is often noticed in the days between: sleep, "
        "appetite, a little more room around a difficult thought. Write down what you notice and take it to your "
        "next integration talk. If your mood gets worse, call your team before the appointment.",
        "integration",
    ),
    (
        "What is set and setting?",
        "",
        "Set is what you bring along: your mood, your hopes, your worries. Setting is what is around you: the room, "
        "the music, the people. Both colour the experience, and so your therapist prepares both with you.",
        "preparation words",
    ),
    (
        "I take blood pressure medicine. Can I have ketamine?",
        "Before treatment, medical history",
        "Tell your prescriber before anything else, with the name and dose of your medicine. Ketamine can raise "
        "blood pressure for a short time, so your team measures it before, during and after a session, and decides "
        "with you whether treatment is right for you. Do not stop or change a medicine on your own.",
        "safety",
    ),
    (
        "How do I talk to my family about the treatment?",
        "Integration",
        "Say as much as feels right, and begin with what you need: a ride home, a quiet evening, no big questions "
        "until the next day. You may share what you learned later, or keep it to yourself.",
        "integration",
    ),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        settings = {**os.environ, "DATA_DIR": folder, "PORT": str(port), "READ_DOT_ENV": "false"}
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL
        )
        try:
            address = f"http://localhost:{port}"
            wait_for(address)
            for instruction, context, response, tags in reversed(EXAMPLES):
                add(address, {"instruction": instruction, "context": context, "response": response, "tags": tags})
            draw(address)
        finally:
            server.terminate()
            server.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address):
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/api/health").close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The product did not start.")


def add(address, example):
    headers = {"Content-Type": "application/json"}
    urllib.request.urlopen(
        urllib.request.Request(f"{address}/api/training/add-example", json.dumps(example).encode(), headers)
    ).close()


def draw(address):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
        page = context.new_page()
        page.goto("/training.html")
        file = {"name": "questions.csv", "mimeType": "text/csv", "buffer": COLUMNS.encode()}
        page.locator("#bring input[type=file]").set_input_files(file)
        page.locator("#bring button[type=submit]").first.click()
        page.wait_for_url("**/training/preview/*")
        page.goto("/documents/")
        files = sorted(HANDBOOK.glob("*.md"))[:4]
        page.locator("input[type=file]").first.set_input_files(files)
        page.get_by_role("button", name="Bring them").click()
        page.get_by_text(files[-1].name).first.wait_for()
        page.goto("/tuning/")
        page.get_by_label("Name").fill("Before the first training")
        page.locator("summary", has_text="Shares").click()
        page.get_by_label("Shares").fill("60/20/20")
        page.get_by_role("button", name="Freeze these examples").click()
        page.get_by_role("heading", name="Before the first training").wait_for()
        page.screenshot(path=HERE / "tuning.png")
        page.goto("/")
        page.get_by_placeholder("Ask something").fill(QUESTION)
        page.get_by_role("button", name="Ask").click()
        page.locator("text=Arranging your way home").first.wait_for()
        page.wait_for_load_state("networkidle")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=HERE / "chat.png")
        for name, (path, scheme) in PICTURES.items():
            page.emulate_media(color_scheme=scheme)
            page.goto(path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=HERE / name)
        browser.close()


if __name__ == "__main__":
    main()
