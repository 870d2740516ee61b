"""Finding near duplicates by the command: how long, how much memory, how many planted copies, how many false pairs."""

import random
import shutil
import sys
from contextlib import closing
from itertools import accumulate, pairwise
from sqlite3 import connect

import orjson
from rensa import RMinHash

from benchmarks import children
from benchmarks.figures import Figure, at_most, ratio, shown
from benchmarks.material import database

SEED, WORDS = 7, 20_000
QUESTION, ANSWER = (8, 25), (60, 140)  # words
PLANTED, CHANGED = 10, 0.05  # one copy for every so many examples, with so much of the words of each text changed
FOUND, FALSE = 0.95, 0.01
LIMITS = {100_000: 15, 1_000_000: 240}  # seconds
MEMORY = 4_000
RATIO = 4.0


def measure(workshop):
    rows = workshop.rows
    file, data = workshop.folder / f"planted-{rows}.jsonl", workshop.empty("duplicates")
    write(file, rows)
    children.run("manage.py", "import_training", file, data=data)
    floor = children.run("-m", "benchmarks.duplicates", database(data), data=data)
    spent = children.run("manage.py", "find_duplicates", data=data)
    name = f"near duplicates of {rows:,}"
    yield ratio(f"{name}: CPU", spent.cpu, floor.cpu, RATIO, "s")
    limit = LIMITS.get(rows)
    wall = Figure(f"{name}: wall", shown(spent.wall, "s"), f"floor {shown(floor.wall, 's')}")
    if limit:
        wall.limit, wall.holds = f"{limit} s", spent.wall <= limit
    yield wall
    yield at_most(f"{name}: peak memory", spent.peak, MEMORY, "MB")
    yield from found(data, rows)
    again = children.run("manage.py", "find_duplicates", data=data)
    yield Figure("the same scan once more: wall", shown(again.wall, "s"), f"CPU {shown(again.cpu, 's')}")
    shutil.rmtree(data)
    file.unlink()


def found(data, rows):
    """Yield the figures of the planted copies that were found and of the pairs that are none."""
    with closing(connect(database(data))) as base:
        pairs = base.execute(
            "SELECT cluster_id, e.row FROM examples_member m JOIN examples_example e ON e.id = m.example_id"
            " WHERE cluster_id IS NOT NULL ORDER BY cluster_id"
        ).fetchall()
        size = (
            base.execute("SELECT SUM(pgsize) FROM dbstat WHERE name = 'examples_band'").fetchone()[0]
            if has_dbstat(base)
            else None
        )
    clusters = {}
    for cluster, row in pairs:
        clusters.setdefault(cluster, []).append(origin(row))
    planted = rows // (PLANTED + 1)
    # A cluster of an original and its copy is one pair; whatever else is in it makes false ones.
    right = sum(len(set(group)) < len(group) for group in clusters.values())
    told = sum(len(group) * (len(group) - 1) // 2 for group in clusters.values())
    false = told - sum(len(group) - len(set(group)) for group in clusters.values())
    yield Figure(
        f"planted copies found, {CHANGED:.0%} of the words changed", f"{right / planted:.2%}",
        f"{right:,} of {planted:,}", f"{FOUND:.0%}", right >= FOUND * planted,
    )  # fmt: skip
    yield Figure(
        "pairs told that are none", f"{false / max(1, told):.2%}", f"{false:,} of {told:,}", f"{FALSE:.0%}",
        false <= FALSE * told,
    )  # fmt: skip
    if size:
        yield Figure("table of bands", shown(size / 1e6, "MB"))


def has_dbstat(base):
    return any("DBSTAT" in option for (option,) in base.execute("PRAGMA compile_options"))


def write(path, rows):
    """Write so many examples, of words drawn anew for each: after every PLANTED of them a copy of one of these."""
    with open(path, "wb", buffering=1 << 20) as file:
        for question, answer in examples(rows):
            file.write(orjson.dumps({"instruction": " ".join(question), "response": " ".join(answer)}) + b"\n")


def examples(rows):
    chance = random.Random(SEED)
    letters = "eeeeaaaiioottnnssrrlldhcumpfgbvkyw"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(WORDS)]
    weights, block = list(accumulate(1 / (rank + 3) for rank in range(WORDS))), []
    for row in range(1, rows + 1):
        if row % (PLANTED + 1) == 0:
            texts = [changed(text, words, chance) for text in block[origin(row) % (PLANTED + 1) - 1]]
            block = []
        else:
            texts = [chance.choices(words, cum_weights=weights, k=chance.randint(*span)) for span in (QUESTION, ANSWER)]
            block.append(texts)
        yield texts


def origin(row):
    """Return the row that a row is a copy of: its own where it is none."""
    block, place = divmod(row, PLANTED + 1)
    return row if place else row - PLANTED + block % PLANTED


def changed(text, words, chance):
    text = list(text)
    for place in chance.sample(range(len(text)), max(1, round(CHANGED * len(text)))):
        text[place] = chance.choice(words)
    return text


def floor(path):
    """Read the texts and take the MinHashes of their words and word pairs once: the least that a scan must do."""
    with closing(connect(path)) as base:
        rows = base.execute("SELECT id, instruction, response FROM examples_example ORDER BY id")
        while some := rows.fetchmany(5000):
            words = [text.casefold().split() for row in some for text in row[1:]]
            pairs = [list(map(" ".join, pairwise(text))) for text in words[1::2]]
            RMinHash.digests_from_token_sets(pairs, 36, 1)
            RMinHash.digests_from_token_sets(words[::2], 24, 2)


if __name__ == "__main__":
    floor(sys.argv[1])
