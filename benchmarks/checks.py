"""`make bench-checks`: how often the checks are right on labelled rows, and how many examples a second they read."""

import argparse
import csv
import hashlib
import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import django

from benchmarks import handbook, measuring_privacy
from benchmarks.figures import Figure, at_most, say, table

ROWS = Path(__file__).resolve().parent / "rows"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "checks"
ANSWERS = SHARED.parent / "counselchat_icr.csv"
# What the rows call the two findings of the check `length`.
LENGTHS = {"short": "too_short", "long": "too_long"}
ELSEWHERE = {"privacy"}  # measured by spans
EXAMPLES, CHARACTERS, STEP, TURNS = 2000, 600, 100, 25
UNSEEN = {"unseen": 0.6}  # recall of halves that nobody looked at
# Times the floor: 5,000 examples a second where the floor is at 87,500.
MOST = 17.5


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all)")
    parts = parser.parse_args().parts
    if unknown := set(parts) - PARTS.keys():
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingcenter.settings")
    django.setup()
    found = []
    for name in parts or PARTS:
        say(f"{name} …")
        for figure in PARTS[name]():
            found.append(figure)
            say(f"  {figure}")
    print(table(found))
    return 1 if any(figure.holds is False for figure in found) else 0


def quality():
    """Figures of precision and recall for each set of rows, by check and over all."""
    own, medical = rows_in(ROWS / "quality.jsonl"), rows_in(ROWS / "quality-medical.jsonl")
    sets = {
        "rows of others": (rows_in(SHARED / "quality.jsonl"), 0.85, 0.90),
        "own rows": ([row for row in own if not kept_aside(row)], None, None),
        "own rows, kept aside": ([row for row in own if kept_aside(row)], 0.6, None),
        # Each written before anything was changed for it; what was found then stands in the README.
        **{f"written later, {n}": (rows_in(ROWS / f"quality-later-{n}.jsonl"), 0.6, None) for n in (1, 2, 3)},
        **{f"crisis, {n}": (rows_in(ROWS / f"crisis-{n}.jsonl"), None, None) for n in (1, 2)},
        **{f"crisis, another hand, {name}": (rows, None, None) for name, rows in halves(ROWS / "crisis-blind.jsonl")},
        # Of each half was never read, neither before nor since; what was found at first stands in the README.
        **{
            f"crisis, {n}, {name}": (rows, UNSEEN.get(name), None)
            for n in (3, 4)
            for name, rows in halves(ROWS / f"crisis-{n}.jsonl")
        },
        **{
            f"written later, 4, {name}": (rows, UNSEEN.get(name), None)
            for name, rows in halves(ROWS / "quality-4.jsonl")
        },
        **{
            f"own rows, {n}, {name}": (rows, UNSEEN.get(name), None)
            for n in (5, 6)
            for name, rows in halves(ROWS / f"quality-{n}.jsonl")
        },
        "own rows, 7": (rows_in(ROWS / "quality-7.jsonl"), 0.6, None),
        # By three more hands that had seen no rule, and never read; 8 and 9 told where the learned weights count from.
        **{f"other hands, {n}": (rows_in(ROWS / f"quality-{n}.jsonl"), 0.6, None) for n in (8, 9, 10, 12)},
        # Of 11 one half was read to widen rules, and the other never.
        **{
            f"other hands, 11, {name}": (rows, UNSEEN.get(name), None)
            for name, rows in halves(ROWS / "quality-11.jsonl")
        },
        "medical, read": ([row for row in medical if not unread(row)], None, None),
        "medical, never read": ([row for row in medical if unread(row)], 0.6, None),
    }
    for name, (rows, recall, precision) in sets.items():
        if not rows:
            say(f"  {name}: skipped, the file is not there")
            continue
        yield from Score(rows).figures(name, recall, precision)


def rows_in(path):
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def halves(path):
    """The half that was looked at while rules were widened, and the one that was not."""
    odd = [digest_of(row) % 2 for row in rows_in(path)]
    yield "looked at", [row for row, half in zip(rows_in(path), odd, strict=True) if not half]
    yield "unseen", [row for row, half in zip(rows_in(path), odd, strict=True) if half]


def kept_aside(row):
    """Every third, by its id: decided before there was a rule, and never read while rules were written."""
    return digest_of(row) % 3 == 0


def unread(row):
    return digest_of(row) % 2 == 1


class Score:
    """What the checks found of what labelled rows say that they must; `ok_if` may be found or not."""

    def __init__(self, rows):
        self.hits, self.misses, self.wrong = Counter(), Counter(), Counter()
        self.clean = self.flagged = 0
        # Rows about danger have short answers, and nobody labelled these.
        unlabelled = set(LENGTHS.values()).difference(*(row["labels"] for row in rows))
        for row in rows:
            found, labels = names_found(row) - unlabelled, set(row["labels"]) - ELSEWHERE
            self.hits.update(found & labels)
            self.misses.update(labels - found)
            self.wrong.update(found - labels - set(row["ok_if"]))
            if not row["labels"]:
                self.clean += 1
                self.flagged += bool(found - set(row["ok_if"]))

    def figures(self, name, recall, precision):
        for check in sorted({*self.hits, *self.misses, *self.wrong}):
            hits, misses, wrong = self.hits[check], self.misses[check], self.wrong[check]
            yield Figure(f"{name}: {check}", f"{hits} of {hits + misses} found", f"{wrong} wrongly")
        hits, misses, wrong = (sum(counter.values()) for counter in (self.hits, self.misses, self.wrong))
        yield at_least(f"{name}: recall", hits / (hits + misses), recall)
        yield at_least(f"{name}: precision", hits / (hits + wrong), precision)
        yield at_most(f"{name}: clean rows flagged", self.flagged / max(1, self.clean), 0.15, "of all")


def at_least(what, value, least):
    return Figure(what, f"{value:.3f}", "", f"{least}" if least else "", value >= least if least else None)


def learned():
    """Figures of danger and of what leads there, of the tenth of rows/learned that nothing was learned from."""
    from examples import crisis
    from examples.checks import named
    from examples.models import Example

    def leads(row):
        example = Example.unsaved(instruction=row["question"], context="", response=row["answer"])
        return bool(list(named("self_harm_method").find(example)))

    for name, key, found in (
        ("danger", "danger", lambda row: bool(crisis.danger_in(row["text"]))),
        ("leading", "bad", leads),
    ):
        rows = [row for path in sorted((ROWS / "learned").glob(f"{name}-*.jsonl")) for row in rows_in(path)]
        of = {answer: [found(row) for row in rows if aside(row) and row[key] is answer] for answer in (True, False)}
        yield at_least(f"learned, kept aside: {name}: recall", sum(of[True]) / len(of[True]), None)
        yield at_most(f"learned, kept aside: {name}: clean rows flagged", sum(of[False]) / len(of[False]), 1, "of all")
        # In which nobody is in danger, half of them in words of danger; nothing was learned of these.
        ordinary = [found(row) for row in rows_in(ROWS / f"ordinary-{name}.jsonl")]
        yield at_most(f"ordinary: {name}: flagged", sum(ordinary) / len(ordinary), 0.15, "of all")
    yield from advice()
    short = [bool(crisis.danger_in(row["text"])) for row in rows_in(ROWS / "ordinary-short.jsonl")]
    yield at_most("ordinary: danger in few words: flagged", sum(short) / len(short), 0.15, "of all")


def advice():
    """Figures of the checks of advice, of the same tenth: half of its clean answers are twins of careless ones."""
    from examples import batches, checks
    from examples.learned import MANY
    from examples.models import Example

    rows = [row for path in sorted((ROWS / "learned").glob("advice-*.jsonl")) for row in rows_in(path) if aside(row)]
    examples = [Example.unsaved(instruction=row["question"], context="", response=row["answer"]) for row in rows]
    found = batches.findings_in_all(examples, [checks.named(label) for label in MANY["advice"]])
    names = [{finding.check.name for finding in told} for told in found]
    for label in MANY["advice"]:
        hits = [label in told for row, told in zip(rows, names, strict=True) if label in row["labels"]]
        yield at_least(f"learned, kept aside: advice, {label}: recall", sum(hits) / len(hits), 0.5)
    wrong = [bool(told) for row, told in zip(rows, names, strict=True) if not row["labels"] and not row["may"]]
    yield at_most("learned, kept aside: advice: clean rows flagged", sum(wrong) / len(wrong), 0.15, "of all")


def aside(row):
    """Every tenth of the rows in rows/learned, by its id: weights are made without it."""
    return "id" in row and digest_of(row) % 10 == 0


def digest_of(row):
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16)


def personal_data():
    """Figures of the two tiers for each set of rows with labelled spans."""
    own = measuring_privacy.read(ROWS / "personal_data.txt")
    others, written = SHARED / "personal_data.jsonl", ROWS / "personal_data_others.jsonl"
    sets = {
        "rows of others": (measuring_privacy.read(others) if others.exists() else [], 0.85, 0.97, 1 / 3),
        "own rows, kept aside": ([row for row in own if row.held_out], None, None, None),
        "own rows, later": (measuring_privacy.read(ROWS / "personal_data_fresh.txt"), None, None, None),
        "rows by another hand": (measuring_privacy.read(written), 0.85, 0.97, 1 / 3),
    }
    for name, (rows, recall, precision, flagged) in sets.items():
        if not rows:
            say(f"  {name}: skipped, the file is not there")
            continue
        score = measuring_privacy.score(rows)
        yield at_least(f"{name}: recall of both tiers", score.recall, recall)
        yield at_least(f"{name}: precision where sure", score.precision("sure"), precision)
        share = score.flagged["maybe"] / max(1, score.clean)
        yield at_most(f"{name}: clean rows flagged as maybe", share, flagged or 1, "of all")


def names_found(row):
    from examples import checks
    from examples.models import Example

    example = Example.unsaved(**{name: row[name] for name in ("instruction", "context", "response")})
    asked = [
        check for check in checks.every().values() if isinstance(check, checks.TextCheck) or check.name == "length"
    ]
    found = (finding for check in asked for finding in check.find(example))
    return {LENGTHS.get(finding.reason, finding.check.name) for finding in found} - ELSEWHERE


def speed():
    """Examples a second of CPU time of all checks that read texts, beside the least that a reader of words does: each
    text in lower case, as a set of words. First every text is read for the first time, after as many others."""
    from examples import batches, checks

    asked = list(checks.of_texts().values())
    sources = {"examples made of rows": made_of_rows, "what a clinic tells": told, "what therapists wrote": written}
    for name, source in sources.items():
        examples = list(source())
        if not examples:
            say(f"  {name}: skipped, the file is not there")
            continue
        half, number = examples[len(examples) // 2 :], len(examples) - len(examples) // 2
        batches.findings_in_all(examples[:-number], asked)
        first = timed(lambda half=half: batches.findings_in_all(half, asked)) / number
        spent, floor = least(lambda half=half: batches.findings_in_all(half, asked), lambda half=half: words_of(half))
        for check in asked:
            [alone] = least(lambda half=half, check=check: batches.findings_in_all(half, [check]))
            yield Figure(f"{name}: {check.name} alone", f"{alone / number * 1e6:,.0f} µs")
        yield Figure(f"{name}: all checks, read for the first time", f"{1 / first:,.0f} examples a second")
        yield Figure(
            f"{name}: all checks",
            f"{number / spent:,.0f} examples a second",
            f"floor {number / floor:,.0f}: {spent / floor:.1f} ×",
            f"{MOST} ×",
            spent <= MOST * floor,
        )


def words_of(examples):
    for one in examples:
        {*one.instruction.lower().split(), *one.response.lower().split()}


def made_of_rows():
    """Yield examples of CHARACTERS characters, of sentences of clean rows; no two are the same."""
    from examples.models import Example

    clean = [row for row in rows_in(ROWS / "quality.jsonl") if not row["labels"] and not row["ok_if"]]
    chance = random.Random(20)
    for _ in range(EXAMPLES):
        answer = ""
        while len(answer) < CHARACTERS:
            answer += chance.choice(clean)["response"] + " "
        question = f"{chance.choice(clean)['instruction']} {chance.choice(clean)['instruction']}"
        yield Example.unsaved(instruction=question, context="", response=answer[:CHARACTERS])


def told():
    """Yield examples of CHARACTERS characters, of the handbook of our invented clinic and questions about it. Each
    begins STEP after the one before, so that there are as many as a batch takes."""
    from examples.models import Example

    questions = [row["question"] for row in rows_in(handbook.QUESTIONS)]
    text, chance = handbook.text(), random.Random(21)
    for start in range(0, len(text) - CHARACTERS, STEP):
        question = " ".join(chance.sample(questions, 2))
        yield Example.unsaved(instruction=question, context="", response=text[start : start + CHARACTERS])


def written():
    """Yield examples of up to CHARACTERS characters from answers of therapists, where they are there; again each begins
    STEP after the one before."""
    from examples.models import Example

    if not ANSWERS.exists():
        return
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        question, answer = row["instruction"][:200], row["response"]
        for start in range(0, len(answer), STEP):
            if len(piece := answer[start : start + CHARACTERS]) > CHARACTERS // 2:
                yield Example.unsaved(instruction=question, context="", response=piece)


def timed(work):
    """Return the CPU seconds that a piece of work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def least(*works):
    """Return the CPU seconds of each piece of work, the least of TURNS: what other programs on the machine add is left
    out as far as can be. Texts are read anew in each turn."""
    from examples import vocabulary

    found = []
    for _ in range(TURNS):
        vocabulary.forget()
        found.append([timed(work) for work in works])
    return [min(one) for one in zip(*found, strict=True)]


PARTS = {"quality": quality, "learned": learned, "personal-data": personal_data, "speed": speed}

if __name__ == "__main__":
    sys.exit(main())
