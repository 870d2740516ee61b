"""The least that the same work can cost in Python: bare orjson and sqlite3, no checks. Run as a child process.

python -m benchmarks.floors import FILE DATABASE     python -m benchmarks.floors export DATABASE FILE
"""

import sys
from contextlib import closing
from itertools import islice
from sqlite3 import connect

import orjson

from examples.texts import fingerprint

BATCH = 50_000
NOW = "2026-01-01 12:00:00.000000"
INSERT = """INSERT INTO examples_example (system, history, instruction, context, response, extra, tags, status,
    reviewer_id, reviewed_at, note, source_id, "row", trainable, fingerprint, shape, created_at, updated_at, removed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
OPEN, CLOSE = "<context>\n", "\n</context>"


def schema(of):
    """Return the statements that make the table of examples, what it refers to, and its indexes, of a database."""
    with closing(connect(of)) as database:
        return [
            statement
            for (statement,) in database.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name IN ('examples_example', 'examples_import', 'auth_user')"
                " AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC, rowid"
            )
        ]


def prepare(template, path):
    """Make a database with the same table as a migrated one, and one import for the rows to belong to."""
    with closing(connect(path)) as database:
        for statement in schema(template):
            database.execute(statement)
        columns = [
            name for _, name, _, filled, _, _ in database.execute("PRAGMA table_info(examples_import)") if filled
        ]
        database.execute(
            f"INSERT INTO examples_import ({', '.join(columns)}) VALUES ({', '.join(['1'] * len(columns))})"
        )
        database.commit()


def bring(path, target):
    """JSON lines into the table: orjson, the product's hash, executemany."""
    with closing(connect(target, isolation_level=None)) as database, open(path, "rb") as file:
        # The page cache is the product's too: with SQLite's own of 2 MB this floor would be higher.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-49152"):
            database.execute(f"PRAGMA {pragma}")
        lines = enumerate(file, start=1)
        while batch := [row_of(number, orjson.loads(line)) for number, line in islice(lines, BATCH)]:
            database.execute("BEGIN IMMEDIATE")
            database.executemany(INSERT, batch)
            database.execute("COMMIT")


def row_of(number, item):
    if "messages" in item:
        *before, question, answer = item["messages"]
        context = before[0]["content"][len(OPEN) : -len(CLOSE)] if before else ""
        instruction, response = question["content"], answer["content"]
    else:
        instruction, context, response = item["instruction"], item["context"], item["response"]
    mark = fingerprint(("", "", context, instruction, response))
    return (
        "", "[]", instruction, context, response, "{}", "", "new",
        None, None, "", 1, number, True, mark, "single", NOW, NOW, None,
    )  # fmt: skip


def give(source, path):
    """The table as lines of messages: a cursor over the texts that an example has, orjson, a file."""
    with closing(connect(source)) as database, open(path, "wb", buffering=1 << 16) as file:
        for _system, _history, instruction, context, response, _extra in database.execute(
            "SELECT system, history, instruction, context, response, extra FROM examples_example"
            " WHERE removed_at IS NULL ORDER BY id"
        ):
            messages = [{"role": "user", "content": instruction}, {"role": "assistant", "content": response}]
            if context:
                messages.insert(0, {"role": "system", "content": f"{OPEN}{context}{CLOSE}"})
            file.write(orjson.dumps({"messages": messages}) + b"\n")


if __name__ == "__main__":
    {"import": bring, "export": give}[sys.argv[1]](*sys.argv[2:])
