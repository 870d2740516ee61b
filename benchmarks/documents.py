"""Documents: reading and indexing 1,000 pages, and a question of 15 words over 100,000 passages."""

import subprocess
import sys
from contextlib import closing
from sqlite3 import connect
from statistics import median

import pypdfium2

from benchmarks import handbook
from benchmarks.children import ROOT, environment, run, seconds
from benchmarks.figures import Figure

PAGES, PASSAGES = 1000, 100_000
INDEXED_IN, ANSWERED_IN = 20.0, 0.050  # seconds
QUESTION = "what may i eat and drink in the morning before somebody drives me home from the clinic"
ROUNDS = 31
# The least that reading costs: pdfium's text of each page, in a process of its own.
EXTRACT = "import pypdfium2, sys; [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sys.argv[1])]"
ASK = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "trainingcenter.settings"
import django
django.setup()
from chat import retrieval
for _round in range({rounds}):
    started = time.perf_counter()
    assert retrieval.find({question!r})
    print(time.perf_counter() - started, flush=True)
"""


def measure(workshop):
    folder = workshop.folder / "documents"
    folder.mkdir(exist_ok=True)
    book = folder / "book.pdf"
    pages = written(book)
    ours = run("manage.py", "add_documents", book, data=folder)
    bare = run("-c", EXTRACT, book, data=folder)
    yield Figure(
        f"{pages:,} pages read and indexed",
        f"{ours.wall:.1f} s, the extractor alone {bare.wall:.1f} s: {ours.wall / bare.wall:.2f} ×",
        limit=f"{INDEXED_IN:.0f} s",
        holds=ours.wall <= INDEXED_IN,
    )
    count = multiplied(folder / "trainingcenter.sqlite3")
    waits, floor = asked(folder), bare_query(folder / "trainingcenter.sqlite3")
    yield Figure(
        f"a question of 16 words over {count:,} passages",
        f"median {waits * 1000:.1f} ms, a bare FTS5 query {floor * 1000:.1f} ms: {waits / floor:.2f} ×",
        limit=f"{ANSWERED_IN * 1000:.0f} ms",
        holds=waits <= ANSWERED_IN,
    )


def written(book):
    """Write the handbook so often that it has 1,000 pages, and return how many it has."""
    handbook.write_pdf(book)
    once = len(pypdfium2.PdfDocument(book))
    handbook.write_pdf(book, times=-(-PAGES // once))
    return len(pypdfium2.PdfDocument(book))


def multiplied(path):
    """Let there be 100,000 passages, with other words in each copy, and return how many there are."""
    with closing(connect(path)) as db, db:
        [(there,)] = db.execute("SELECT COUNT(*) FROM chat_passage")
        for copy in range(1, -(-PASSAGES // there)):
            db.execute(
                'INSERT INTO chat_passage (document_id, number, title, heading, text, page, start, "end", language,'
                " title_words, heading_words, text_words) "
                "SELECT document_id, number + ?, title, heading,"
                " text || ' copy' || ? || ' word' || (id * 7919 % 5003), "
                'page, start, "end", language, title_words, heading_words,'
                " text_words || ' copy' || ? || ' word' || (id * 7919 % 5003) FROM chat_passage WHERE id <= ?",
                [copy * 1_000_000, copy, copy, there],
            )
        [(count,)] = db.execute("SELECT COUNT(*) FROM chat_passage")
    return count


def asked(folder):
    command = ASK.format(rounds=ROUNDS, question=QUESTION)
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=True
    )
    return median(float(line) for line in done.stdout.split()[1:])


def bare_query(path):
    """Return how long FTS5 takes for the same words in an OR, by rank."""
    match = " OR ".join(f'"{word}"' for word in sorted(set(QUESTION.split())))
    ask = "SELECT rowid FROM chat_words WHERE chat_words MATCH ? ORDER BY rank LIMIT 80"
    with closing(connect(path)) as db:
        return median([seconds(lambda: db.execute(ask, [match]).fetchall()) for _round in range(7)])
