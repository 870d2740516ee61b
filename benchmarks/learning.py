"""`python -m benchmarks.learning`: make the weights of examples.learned from the rows in rows/learned.

A logistic regression over words and pairs of them, each weighed by how rare it is among the rows; the penalty on large
weights is what keeps it from learning rows by heart. With --hands it also tells what is found of each writer's rows by
weights made of the others', which is what to expect of somebody else's; the rows kept aside by their id are never
learned from.
"""

import argparse
import hashlib
import json
import os
import re
from collections import Counter
from itertools import chain, pairwise
from math import log, sqrt
from pathlib import Path

import django
import numpy

from benchmarks import checks
from benchmarks.checks import rows_in

ROWS = Path(__file__).resolve().parent / "rows" / "learned"
WITHOUT = 4
PENALTY = 3.0  # its inverse, as scikit-learn has it
SMALLEST = 5  # of the weights that are kept, in the whole numbers of the file; smaller ones change nothing
DANGERS = {"no_crisis", "self_harm_method"}
COMMON = 2  # rows with a word, from which on it is kept whatever its weight
QUESTION = 0.7  # what a word of the question counts beside one of the answer


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning")
    parser.add_argument("--hands", action="store_true", help="tell what weights of the other writers' rows find")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingcenter.settings")
    django.setup()
    from examples.learned import MANY, WEIGHTS

    for name, labels in MANY.items():
        rows = [Row(name, path.stem, one) for path in files(name) for one in augmented(name, rows_in(path))]
        rows += [Row(name, "rows of the checks", one) for one in of_checks(name)]
        each = []
        for label, many in labels.items():
            told = [row for row in rows if row.is_told(label)]
            if asked.hands:
                by_hand(label, many, told)
            each.append(Learned(label, [row for row in told if not row.aside], many))
            tell(f"{name}, {label}: kept aside", [row for row in told if row.aside], each[-1])
        kept = together([learned.weights() for learned in each]) | {"rows": digest(name)}
        (WEIGHTS / f"{name}.json").write_bytes(packed(kept))
        print(f"{name}: {len(rows)} rows, {sum(len(one) for one in kept.values() if isinstance(one, dict))} weights")


def augmented(name, rows):
    """Yield rows, and a fourth of those of advice a second time without their questions: many answers have none."""
    for row in rows:
        yield row
        if name == "advice" and "id" in row and checks.digest_of(row) % WITHOUT == 1 and not checks.aside(row):
            yield row | {"question": ""}


class Row:
    """A labelled text, or an answer with its question, as the windows that it is judged by."""

    def __init__(self, name, hand, kept):
        from examples.reading import read

        self.hand, self.aside = hand, checks.aside(kept)
        self.labels, self.may = kept.get("labels", ()), kept.get("may", ())
        if "labels" not in kept and kept.get("danger", kept.get("bad")):
            self.labels = (name,)
        reading = read(kept.get("text", kept.get("answer")))
        sentences = [words_of(reading.plain[start:end], name) for start, end in reading.sentences]
        self.question = Counter(words_of(read(kept["question"]).plain, name)) if "question" in kept else Counter()
        self.whole = features(*counted(sentences), self.question)
        twos = [sentences[n : n + 2] for n in range(max(1, len(sentences) - 1))]
        self.windows = [features(*counted(two), self.question) for two in twos]

    def is_told(self, label):
        """Whether it says of a label that it holds or not, and not that one may argue about it."""
        return label in self.labels or label not in self.may


def files(name):
    return sorted(ROWS.glob(f"{name}-*.jsonl"))


def of_checks(name):
    """Yield what can be learned of the rows by which the checks are measured, without those that nobody may look at."""
    from examples.crisis import help_in

    for row in looked_at():
        near = row["near"]
        said = {*row["labels"], *row["ok_if"], *([near] if isinstance(near, str) else near)}
        if name == "danger" and ("no_crisis" in row["labels"] or not (said & DANGERS or help_in(row["response"]))):
            yield {"text": row["instruction"], "danger": "no_crisis" in row["labels"]}
        answer = {"question": row["instruction"], "answer": row["response"]}
        if name == "leading" and ("self_harm_method" in row["labels"] or "self_harm_method" not in row["ok_if"]):
            yield answer | {"bad": "self_harm_method" in row["labels"]}
        if name == "advice":
            yield answer | {"labels": row["labels"], "may": row["ok_if"]}


def looked_at():
    """Yield the rows of the checks that rules were written by."""
    for name in ("crisis-1", "crisis-2", "quality-later-1", "quality-later-2", "quality-later-3"):
        yield from rows_in(checks.ROWS / f"{name}.jsonl")
    for name in ("crisis-blind", "crisis-3", "crisis-4", "quality-4", "quality-5", "quality-6"):
        yield from dict(checks.halves(checks.ROWS / f"{name}.jsonl"))["looked at"]
    yield from (row for row in rows_in(checks.ROWS / "quality.jsonl") if not checks.kept_aside(row))
    yield from (row for row in rows_in(checks.ROWS / "quality-medical.jsonl") if not checks.unread(row))


def digest(name):
    """Of the files that weights are made of."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files(name))).hexdigest()


def words_of(sentence, name):
    """Return its words as a file has them, with the marks of its ends."""
    from examples import learned

    words = chain.from_iterable(map(learned.words_of, sentence.split()))
    return [learned.FIRST, *(map(learned.kind, words) if name in learned.MARKED else words), learned.LAST]


def counted(sentences):
    """Return (Counter of words, of pairs of neighbours, of pairs with one word between) of lists of words."""
    words, pairs, gaps = Counter(), Counter(), Counter()
    for sentence in sentences:
        words.update(sentence)
        pairs.update(pairwise(sentence))
        gaps.update(zip(sentence, sentence[2:], strict=False))
    return words, pairs, gaps


def features(words, pairs, gaps, question):
    """Return {feature: what it counts}."""
    size = sqrt(sum(words.values()))
    asked = sqrt(sum(question.values()) or 1) / QUESTION
    found = {}
    for kind, counts, by in (("words", words, size), ("pairs", pairs, size), ("gaps", gaps, size)):
        found |= {(kind, key if kind == "words" else " ".join(key)): n / by for key, n in counts.items()}
    return found | {("of_question", key): n / asked for key, n in question.items()}


class Learned:
    """Weights of a label that were learned from Rows: at first of their whole texts, then of the windows that tell
    most."""

    def __init__(self, label, rows, many):
        self.label, self.many = label, many
        self.seen = seen = Counter(feature for row in rows for feature in row.whole)
        self.features = {feature: number for number, feature in enumerate(sorted(seen))}
        self.rarity = numpy.array([log(len(rows) / seen[feature]) for feature in self.features])
        clean = [
            (window, 0, 1 / sqrt(len(row.windows))) for row in rows if label not in row.labels for window in row.windows
        ]
        self.fit([(row.whole, 1, 1) for row in rows if label in row.labels] + clean)
        self.fit([(row.windows[self.odds(row.windows).argmax()], 1, 1) for row in rows if label in row.labels] + clean)

    def fit(self, windows):
        from sklearn.linear_model import LogisticRegression

        counts, answers, weights = zip(*windows, strict=True)
        self.model = LogisticRegression(C=PENALTY, max_iter=5000, class_weight="balanced")
        self.model.fit(self.matrix(counts), answers, sample_weight=weights)

    def matrix(self, windows):
        from scipy.sparse import csr_matrix

        places = [
            (row, self.features[feature], count * self.rarity[self.features[feature]])
            for row, window in enumerate(windows)
            for feature, count in window.items()
            if feature in self.features
        ]
        rows, columns, values = zip(*places, strict=True) if places else ((), (), ())
        return csr_matrix((values, (rows, columns)), shape=(len(windows), len(self.features)))

    def odds(self, windows):
        return self.model.decision_function(self.matrix(windows))

    def judged(self, rows):
        return numpy.array([self.odds(row.windows).max() - self.many * log(len(row.windows)) for row in rows])

    def weights(self):
        from examples.learned import SCALE

        kept = {kind: {} for kind in ("words", "pairs", "gaps", "of_question")}
        values = self.model.coef_[0] * self.rarity * SCALE
        for (kind, key), value in zip(self.features, values, strict=True):
            value = round(value * (QUESTION if kind == "of_question" else 1))
            if abs(value) >= SMALLEST or (kind == "words" and self.seen[kind, key] >= COMMON):
                kept[kind][key] = value
        return {"base": round(self.model.intercept_[0] * SCALE), **kept}


def together(each):
    """Return the weights of several labels as one: of each word a list of them, or the number where there is one."""
    if len(each) == 1:
        return each[0]
    kept = {"base": [one["base"] for one in each]}
    for kind in ("words", "pairs", "gaps", "of_question"):
        keys = dict.fromkeys(chain.from_iterable(one[kind] for one in each))
        kept[kind] = {key: [one[kind].get(key, 0) for one in each] for key in keys}
    return kept


def by_hand(label, many, rows):
    for hand in sorted({row.hand for row in rows}):
        learned = Learned(label, [row for row in rows if row.hand != hand], many)
        tell(f"{hand} by the others", [row for row in rows if row.hand == hand], learned)


def tell(name, rows, learned):
    from sklearn.metrics import roc_auc_score

    answers = numpy.array([learned.label in row.labels for row in rows])
    odds = learned.judged(rows)
    at = " ".join(
        f"{least:+.1f}: {(odds[answers] > least).mean():.2f} and {(odds[~answers] > least).mean():.2f}"
        for least in (-0.5, 0, 0.5, 1.0)
    )
    print(f"  {name}: {len(rows)} rows, area {roc_auc_score(answers, odds):.3f}; found, and wrongly, at {at}")


def packed(kept):
    """As JSON with a line for each weight, or list of them, so that changes can be read."""
    lines = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"), indent=0)
    return LISTS.sub(lambda match: match[0].replace("\n", ""), lines).encode() + b"\n"


LISTS = re.compile(r"\[[-\d,\n]*\]")


if __name__ == "__main__":
    main()
