"""Which examples say nearly the same as another, and in which words two texts differ.

Candidates come from what is quick at any number of examples, about 200 of them, and are then compared word pair by word
pair. docs/using.md says what that finds and what it does not.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from django.db import connection
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left

from examples import search
from examples.models import Example
from examples.sketches import FEWEST_WORDS, READ, WORD, percent, words_of

# Of the word pairs of two texts, how many both have: from here on they are alike.
ALIKE = 0.6
# Below this, two texts have nothing to do with each other, and their differences tell nothing.
ANOTHER = 0.3
# Characters of each text that are compared: the beginning tells, and a page cannot wait for a megabyte.
COMPARED = 1500
CANDIDATES, CANDIDATES_A_GROUP, GROUPS, GROUP, ENOUGH = 200, 40, 3, 5, 30
# Examples of nearly equal lengths whose lengths are looked at, in the index.
LOOKED_AT = 5000
PROBED, PROBE = 30, 200


@dataclass(frozen=True)
class Like:
    """Another example that is like one: how many of 100 words of its question and of its answer are the same, the same
    figure as the check `near_repeat` gives, and both texts as `differences` has them; a text that is another altogether
    as it is."""

    example: Example
    question_percent: int
    answer_percent: int
    question: list
    answer: list


def alike(example, most=3):
    """Return at most `most` Likes of a saved example, the likest first. Two statements at any number of examples."""
    found = Example.objects.filter(id__in=candidates(example)).exclude(pk=example.pk)
    beginnings = {f"{name}_beginning": Left(name, READ) for name in ("instruction", "response")}
    rows = found.annotate(**beginnings).values_list("id", "fingerprint", *beginnings, "status")
    question, answer = example.instruction[:COMPARED], example.response[:COMPARED]
    pairs, more, few = pairs_of(question), pairs_of(answer), len(words_of(answer)) < FEWEST_WORDS
    ranked = []
    for pk, fingerprint, other_question, other_answer, status in rows:
        others, others_more = pairs_of(other_question[:COMPARED]), pairs_of(other_answer[:COMPARED])
        whole, same = share((pairs, others), (more, others_more)), [share((pairs, others)), share((more, others_more))]
        if fingerprint == example.fingerprint:
            whole, same = 1, [1, 1]
        if max(whole, same[0], 0 if few else same[1]) >= ALIKE:
            ranked.append((whole, pk, status, same, other_question, other_answer))
    ranked.sort(key=lambda row: (-row[0], row[1]))
    return [
        Like(
            Example.unsaved(pk=pk, id=pk, status=status),
            percent(example.instruction, other_question),
            percent(example.response, other_answer),
            shown(question, other_question[:COMPARED], same[0]),
            shown(answer, other_answer[:COMPARED], same[1]),
        )
        for _whole, pk, status, same, other_question, other_answer in ranked[:most]
    ]


def shown(text, other, same):
    return differences(text, other) if same >= ANOTHER else [("same", other)]


def share(*texts):
    """Return how many of the word pairs of two texts both have, 0 to 1 (Jaccard); several texts count together."""
    both = sum(len(one & other) for one, other in texts)
    either = sum(len(one | other) for one, other in texts)
    return both / either if either else 0


def pairs_of(text):
    words = words_of(text)
    return set(pairwise(words)) or set(words)


# Candidates


def candidates(example):
    """Return an expression for the ids to compare: those of the same fingerprint, and those with the rarest words of
    its question or of its answer. What the word index does not hold (all of it on PostgreSQL), by nearly equal lengths.
    """
    live = Example.objects.order_by()
    parts = [live.filter(fingerprint=example.fingerprint).values("id")[:CANDIDATES_A_GROUP].query.sql_with_params()]
    if search.indexed():
        waiting = live.filter(id__gt=RawSQL(f"SELECT indexed_to FROM {search.STATE}", []))
        parts.append(of_length_like(example, waiting, CANDIDATES_A_GROUP))
        match = f"SELECT rowid AS id FROM {search.TABLE} WHERE {search.TABLE} MATCH %s LIMIT {CANDIDATES_A_GROUP}"
        parts += [(match, [" ".join(f'"{word}"' for word in group)]) for group in telling_words(example)]
    else:
        parts.append(of_length_like(example, live, CANDIDATES))
    sql = " UNION ALL ".join(f"SELECT id FROM ({text}) AS part{place}" for place, (text, _values) in enumerate(parts))
    return RawSQL(sql, [value for _text, values in parts for value in values])


def of_length_like(example, among, most):
    """Return SQL for those whose question is within a tenth of its length and whose answer within a twentieth, the
    nearest first, among at most LOOKED_AT."""
    question, answer = len(example.instruction), len(example.response)
    found = among.filter(
        response_length__range=(answer - answer // 20 - 2, answer + answer // 20 + 2),
        instruction_length__range=(question - question // 10 - 2, question + question // 10 + 2),
    )
    sql, params = found.values("id", "instruction_length", "response_length")[:LOOKED_AT].query.sql_with_params()
    distance = "ABS(instruction_length - %s) + ABS(response_length - %s)"
    return f"SELECT id FROM ({sql}) AS near ORDER BY {distance} LIMIT {most}", [*params, question, answer]


def telling_words(example):
    """Return groups of words, each of which few examples have together: some of its question, some of its answer.

    An example that differs in one word misses one group and is found by another. How common a word is, the first PROBE
    of the examples with it tell, by how far they reach.
    """
    texts = [spread(text) for text in (example.instruction, example.response)]
    words = list(dict.fromkeys(word for text in texts for word in text))
    if not words:
        return []
    probe = (
        f"SELECT COUNT(*), MAX(rowid) FROM"
        f" (SELECT rowid FROM {search.TABLE} WHERE {search.TABLE} MATCH %s LIMIT {PROBE})"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"{' UNION ALL '.join([probe] * len(words))} UNION ALL SELECT 0, indexed_to FROM {search.STATE}",
            [f'"{word}"' for word in words],
        )
        *found, (_none, last) = cursor.fetchall()
    common = {
        word: count if count < PROBE else count * max(1, last) / reach
        for word, (count, reach) in zip(words, found, strict=True)
        if count
    }
    return [group for text in texts for group in grouped([word for word in text if word in common], common, last)]


def spread(text):
    """Return up to PROBED different words from all over the beginning of a text."""
    words = [word for word in dict.fromkeys(WORD.findall(text[:COMPARED].casefold())) if 2 < len(word) <= 40]
    return words[:: max(1, len(words) // PROBED)][:PROBED] if len(words) > PROBED else words


def grouped(words, common, last):
    """Return GROUPS groups of the rarest words, each as large as it takes for few examples to have all of it."""
    waiting, groups = sorted(words, key=common.get), []
    while waiting and len(groups) < GROUPS:
        group, expected = [], max(1, last)
        while waiting and (not group or expected > ENOUGH) and len(group) < GROUP:
            word = waiting.pop(0)
            group.append(word)
            expected *= min(1, common[word] / max(1, last))
        groups.append(group)
    return groups


# Differences

PIECE = re.compile(r"\w+|\s+|[^\w\s]")
MOST_PIECES = 400
AROUND = 160


def differences(before, after, around=AROUND):
    """Return [(kind, text)] that lead from one text to the other: “same”, “gone” or “new”.

    Long stretches that are the same are cut to `around` characters, with “…”; where very much differs, it is told as
    one change.
    """
    one, other = PIECE.findall(before), PIECE.findall(after)
    # White space of any length is the same.
    words, others = ([" " if piece.isspace() else piece for piece in pieces] for pieces in (one, other))
    least = min(len(one), len(other))
    start = next((place for place in range(least) if words[place] != others[place]), least)
    end = next((place for place in range(least - start) if words[-1 - place] != others[-1 - place]), least - start)
    head, tail = one[:start], one[len(one) - end :]
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    words, others = words[start : len(words) - end], others[start : len(others) - end]
    if max(len(one), len(other)) > MOST_PIECES:
        changes = [("replace", 0, len(one), 0, len(other))]
    else:
        changes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    found = [("same", "".join(head))]
    for kind, first, last, new_first, new_last in changes:
        if kind == "equal":
            found.append(("same", "".join(one[first:last])))
        else:
            found += [("gone", "".join(one[first:last])), ("new", "".join(other[new_first:new_last]))]
    found.append(("same", "".join(tail)))
    return shortened([(kind, text) for kind, text in joined(found) if text], around)


def joined(pieces):
    """Join neighbours of one kind; a space alone between two changes belongs to them."""
    pieces = [list(piece) for piece in pieces if piece[1]]
    for place in range(1, len(pieces) - 1):
        kind, text = pieces[place]
        if kind == "same" and not text.strip() and pieces[place - 1][0] != "same" != pieces[place + 1][0]:
            pieces[place] = ["both", text]
    gone, new = "", ""
    for kind, text in [*pieces, ["same", ""]]:
        if kind in ("gone", "both"):
            gone += text
        if kind in ("new", "both"):
            new += text
        if kind == "same":
            yield from (("gone", gone), ("new", new), ("same", text))
            gone = new = ""


def shortened(pieces, around):
    last = len(pieces) - 1
    found = []
    for place, (kind, text) in enumerate(pieces):
        if kind == "same" and last and len(text) > 2 * around:
            start = "" if place == 0 else text[:around]
            end = "" if place == last else text[-around:]
            text = f"{start} … {end}"
        found.append((kind, text if len(text) <= 3 * COMPARED else f"{text[: 3 * COMPARED]}…"))
    return found
