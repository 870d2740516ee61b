"""What a person waits for with many examples there, beside the same with few: list pages, search, adding one, stats."""

import base64
import itertools
import json
from contextlib import closing
from sqlite3 import connect
from statistics import median
from urllib.parse import quote

from benchmarks.children import Client, Server, seconds
from benchmarks.figures import Figure, nearly_same, ratio
from benchmarks.material import FEW, RARE, RESPONSE, database

MOST, LEAST = 3, 0.05  # times as long, or seconds
STATS = 2.0
ROUNDS, STATS_ROUNDS = 25, 9
FEWEST, PATIENCE = 3, 10  # fewer rounds where they take more seconds than this
# What GET stats must read at least. The floor has the lengths in a file of its own, under an index that covers the
# question, so that it does not depend on the product's indexes.
COLUMNS = "removed_at, response_length, instruction_length, context_length"
LENGTHS = f"""CREATE TABLE lengths AS SELECT {COLUMNS} FROM product.examples_example ORDER BY id;
    CREATE INDEX covering ON lengths ({COLUMNS});"""
COUNT_AND_SUM = """SELECT COUNT(*), SUM(instruction_length), SUM(response_length), SUM(context_length > 0),
    MIN(response_length), MAX(response_length) FROM lengths WHERE removed_at IS NULL"""


def measure(workshop):
    large, small = workshop.filled(workshop.rows), workshop.filled(FEW)
    with Server(large) as much, Server(small) as little, Client(much.port) as many, Client(little.port) as few:
        for name, path, limited in paths():
            try:
                yield beside(name, many, few, path, workshop.rows, limited)
            except RuntimeError as error:
                yield Figure(name, str(error)[:60], holds=False)
        yield adding(many, few)
        yield searching_at_once(many, few)
        yield counting(many, workshop, database(large))


def paths():
    """Yield (name, a function of the number of rows that gives the address, whether it has a limit)."""
    yield "list, first page", lambda rows: "/api/examples/?limit=50", True
    yield "list, page in the middle", lambda rows: f"/api/examples/?limit=50&after={key(rows // 2)}", True
    yield "list, last page", lambda rows: f"/api/examples/?limit=50&after={key(51)}", True
    yield "list by length, first page", lambda rows: "/api/examples/?limit=50&order=longest", True
    yield (
        "list by length, page in the middle",
        lambda rows: f"/api/examples/?limit=50&order=shortest&after={key(RESPONSE, rows // 2)}",
        True,
    )
    yield "list of one status", lambda rows: f"/api/examples/?limit=50&status=new&after={key(rows // 2)}", True
    yield "list of an empty status", lambda rows: "/api/examples/?limit=50&status=approved", True
    yield "/training.html", lambda rows: "/training.html", True
    yield "/training.html, page in the middle", lambda rows: f"/training.html?after={key(rows // 2)}", True
    yield "search for a rare word", lambda rows: f"/api/examples/?q={RARE}", True
    yield "search for a word that is nowhere", lambda rows: "/api/examples/?q=nowheretobefound", True
    yield "search for a common word", lambda rows: f"/api/examples/?q={quote('question')}", False
    yield "list of a tag that is nowhere", lambda rows: "/api/examples/?tag=nowhere", False


def key(*parts):
    """Return the key of a page, as the API's `next` has it (examples.paging.encoded)."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def beside(name, many, few, path, rows, limited):
    """Ask both servers in turn, so that what else the machine does falls on both."""
    waits = [], []
    for number in range(ROUNDS + 2):
        for client, size, wait in ((many, rows, waits[0]), (few, FEW, waits[1])):
            taken = seconds(client.get, path(size))
            if number >= 2:
                wait.append(taken)
        if len(waits[0]) >= FEWEST and sum(waits[0]) > PATIENCE:
            break
    figure = nearly_same(name, median(waits[0]), median(waits[1]), MOST, LEAST)
    if not limited:
        figure.limit, figure.holds = "", None
    return figure


def adding(many, few):
    numbers = itertools.count(1)
    waits = [], []
    for _ in range(ROUNDS):
        for client, wait in ((many, waits[0]), (few, waits[1])):
            wait.append(seconds(client.post, "/api/training/add-example", item(next(numbers))))
        if len(waits[0]) >= FEWEST and sum(waits[0]) > PATIENCE:
            break
    return nearly_same("add an example", median(waits[0]), median(waits[1]), MOST, LEAST)


def searching_at_once(many, few):
    """Search while the newest example is not in the word index yet."""
    waits = [], []
    for number in range(5):
        for client, wait in ((many, waits[0]), (few, waits[1])):
            client.post("/api/training/add-example", item(f"before a search {number}"))
            wait.append(seconds(client.get, f"/api/examples/?q={RARE}"))
    return nearly_same("search right after an add", median(waits[0]), median(waits[1]), MOST, LEAST)


def item(number):
    return {"instruction": f"Added {number}", "response": "An answer. " * 55}


def counting(client, workshop, path):
    """GET stats against the bare statement over the same lengths, in turn."""
    ours, bare = [], []
    with closing(connect(workshop.folder / "lengths.sqlite3")) as db:
        db.execute("ATTACH ? AS product", [str(path)])
        db.executescript(LENGTHS)
        plan = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {COUNT_AND_SUM}"))
        assert "COVERING INDEX" in plan, plan
        for _ in range(STATS_ROUNDS):
            bare.append(seconds(lambda: db.execute(COUNT_AND_SUM).fetchone()))
            ours.append(seconds(client.get, "/api/training/stats"))
    return ratio("stats", median(ours), median(bare), STATS, "ms")
