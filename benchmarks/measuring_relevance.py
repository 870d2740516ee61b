"""`python -m benchmarks.measuring_relevance [--misses] [NAME …]`: whether questions that a document answers find the
answer, and whether those that it does not are refused.

The documents of `data/relevance` are asked one at a time, each in a database of its own, by words alone. A question is
`answered` (with words of the text that answers it), `off` (about something else) or `near` (about the same matter, but
not answered). Half of them, by their SHA-256, were not looked at while the rule was found: `--misses` never shows them.

The handbook and `docs/` are larger, so that more words are there by chance. They are asked what is off for the others.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from hashlib import sha256
from pathlib import Path

from benchmarks import handbook
from benchmarks.children import ROOT, environment

DATA = Path(__file__).parent / "data" / "relevance"
SMALL = ("bread", "canoe", "knee")
KINDS = ("answered", "off", "near")


def texts(name):
    """Return the files of a document."""
    folder = {"handbook": DATA.parent / "handbook", "docs": ROOT / "docs"}.get(name)
    return sorted(folder.glob("*.md")) if folder else [DATA / f"{name}.md"]


def questions(name):
    """Return the rows of a document, {question, kind, text}."""
    if name == "handbook":
        return [{**row, "kind": "answered"} for row in rows(handbook.QUESTIONS)] + off()
    return rows(DATA / f"{name}.jsonl") + (off() if name == "docs" else [])


def off():
    return [row for name in SMALL for row in rows(DATA / f"{name}.jsonl") if row["kind"] == "off"]


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def unseen(question):
    """Return whether a question is of the half that no rule was found by."""
    return sha256(question.encode()).digest()[0] % 2 == 0


def asked(name):
    """Ask the questions of a document, and yield (row, whether anything was found, whether it is the answer)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.measuring_relevance", "--inside", name]
        # Whatever is set outside, the database is a new one, and no embedding model is asked.
        done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        yield json.loads(line)


def inside(name):
    """Ask them in this process, whose database is empty, and print a line each."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "trainingcenter.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from chat import indexing, retrieval

    call_command("migrate", verbosity=0)
    for path in texts(name):
        indexing.bring(path)
    for row in questions(name):
        found = retrieval.find(row["question"], most=3)
        print(json.dumps([row, bool(found), any(row.get("text", "\0") in one.text for one in found)]))


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.measuring_relevance", description=__doc__)
    parser.add_argument("names", nargs="*", help="documents; all where none is named")
    parser.add_argument("--misses", action="store_true", help="show the mistakes of the half that is looked at")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = options.names or [*SMALL, "handbook", "docs"]
    if options.inside:
        inside(*names)
        return
    whole, right, hits = Counter(), Counter(), Counter()
    for name in names:
        for row, found, hit in asked(name):
            place = name, row["kind"], unseen(row["question"])
            fine = found == (row["kind"] == "answered")
            whole[place] += 1
            right[place] += fine
            hits[place] += hit
            if options.misses and not fine and not place[2]:
                print(f"{name}, {row['kind']}: {row['question']}")
    print("| document | half | answered: kept | the right passage | off: refused | near: refused |")
    print("|---|---|---|---|---|---|")
    for name in [*names, "all"]:
        for half in (False, True):
            counts = [total(each, name, half) for each in (right, hits, whole)]
            kept, refused, near = (f"{counts[0][kind]} of {counts[2][kind]}" for kind in KINDS)
            right_one = f"{counts[1]['answered']} of {counts[2]['answered']}"
            print(f"| {name} | {'unseen' if half else 'looked at'} | {kept} | {right_one} | {refused} | {near} |")


def total(counts, name, half):
    found = Counter()
    for (one, kind, which), count in counts.items():
        if which == half and name in (one, "all"):
            found[kind] += count
    return found


if __name__ == "__main__":
    main()
