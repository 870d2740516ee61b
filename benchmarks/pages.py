"""The pages with 100,000 examples there, beside the same with 1,000: what a person waits for at each click."""

import zlib
from statistics import median

from benchmarks.children import Client, Server, seconds
from benchmarks.figures import Figure
from benchmarks.material import FEW, RARE
from benchmarks.reading import key

ROWS = 100_000
MOST = 0.150  # seconds, at the median
VIEW = 150  # KB of HTML, compressed, of the first view
ROUNDS = 15
LIST = {"HX-Request": "true", "HX-Target": "found"}
HTMX = {"HX-Request": "true"}
# Name, address, headers of a partial answer.
PAGES = [
    ("training page", "/training.html", {}),
    ("training page, in the middle", f"/training.html?after={key(ROWS // 2)}", {}),
    ("the list alone", "/training.html", LIST),
    ("the list: a rare word", f"/training.html?q={RARE}", LIST),
    ("the list: a common word", "/training.html?q=question", LIST),
    ("the list: approved", "/training.html?status=approved", LIST),
    ("the list: a tag", "/training.html?tag=nowhere", LIST),
    ("the list: a finding", "/training.html?finding=any", LIST),
    ("the list: longest first", "/training.html?order=longest", LIST),
    ("the list: without context", "/training.html?with_context=false", LIST),
    ("tags to choose from", "/training/tags/", HTMX),
    ("numbers", "/training/numbers/", HTMX),
    ("dashboard", "/training/dashboard/", {}),
    ("what holds back", "/training/holding-back/", {}),
    ("what the gate will say", "/training/download/findings/", {}),
    ("findings of an import", "/training/imports/1/findings/", {}),
    ("guide", "/training/guide/", {}),
    ("one example", f"/training/examples/{FEW // 2}/", {}),
    ("editing one in place", f"/training/examples/{FEW // 2}/edit/", HTMX),
    ("imports", "/training/imports/", {}),
    ("report of an import", "/training/imports/1/", {}),
    ("trash", "/training/trash/", {}),
    ("review desk", "/review/", {}),
    ("review desk, flagged", "/review/?finding=any", {}),
    ("review desk, blocked", "/review/?finding=block", {}),
]


def measure(workshop):
    with (
        Server(workshop.filled(ROWS)) as much,
        Server(workshop.filled(FEW)) as little,
        Client(much.port) as many,
        Client(little.port) as few,
    ):
        for name, path, headers in PAGES:
            yield page(name, path, headers, many, few)
        size = len(zlib.compress(many.get("/training.html"))) / 1000
        yield Figure("first view, compressed", f"{size:.0f} KB", "", f"{VIEW} KB", size <= VIEW)


def page(name, path, headers, many, few):
    waits = [], []
    try:
        for number in range(ROUNDS + 2):
            for client, wait in ((many, waits[0]), (few, waits[1])):
                taken = seconds(client.get, path, headers)
                if number >= 2:
                    wait.append(taken)
    except RuntimeError as error:
        return Figure(name, str(error)[:60], holds=False)
    large, small = median(waits[0]), median(waits[1])
    return Figure(
        name,
        f"{large * 1000:,.1f} ms",
        f"at 1,000 rows {small * 1000:,.1f} ms: {large / small:.2f} ×",
        f"{MOST * 1000:.0f} ms",
        large <= MOST,
    )
