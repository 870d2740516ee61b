"""What belongs together never stands on both sides of a split."""

import json
from collections import defaultdict

import pytest
from hypothesis import given, strategies

from examples.splitting import Dealing, Refusal, shares


def dealt(examples, split=(80, 10, 10), seed=0, clusters=None):
    """Return the part of each example, given as (fingerprint, tags, origin)."""
    dealing = Dealing(clusters)
    for pk, (fingerprint, tags, origin) in enumerate(examples):
        dealing.add(pk, fingerprint, tags, json.dumps({"_from": origin} if origin else {}))
    return list(dealing.parts(split, seed))


def singles(number):
    return [(1_000_003 * place, "", None) for place in range(number)]


small = strategies.integers(0, 12)
examples = strategies.lists(
    strategies.tuples(
        strategies.integers(-20, 20),
        strategies.lists(strategies.sampled_from(["person:ann", "Person:Bo", "day", "person:"]), max_size=2).map(
            " ".join
        ),
        strategies.none()
        | strategies.fixed_dictionaries(
            {}, optional={"conversation": small | strategies.none(), "documents": strategies.lists(small, max_size=2)}
        ),
    ),
    min_size=1,
    max_size=40,
)


def groups(examples, clusters):
    """Return the examples by each thing that ties them together."""
    found = defaultdict(set)
    for pk, (fingerprint, tags, origin) in enumerate(examples):
        keys = [("mark", fingerprint), *(("cluster", clusters[pk]) for _ in [0] if pk in clusters)]
        keys += [("person", tag) for tag in tags.casefold().split() if tag.startswith("person:")]
        if origin:
            keys += [("document", one) for one in origin.get("documents", [])]
            if origin.get("conversation") is not None:
                keys.append(("conversation", origin["conversation"]))
        for key in keys:
            found[key].add(pk)
    return found.values()


@given(examples, strategies.dictionaries(strategies.integers(0, 39), small), strategies.integers(0, 9))
def test_it_never_separates_a_pair_that_belongs_together(examples, clusters, seed):
    padded = [*examples, *((10**9 + place, "", None) for place in range(200))]
    parts = dealt(padded, seed=seed, clusters=clusters)
    for group in groups(padded, clusters):
        assert len({parts[pk] for pk in group}) == 1


@given(strategies.permutations(range(60)), strategies.integers(0, 9))
def test_it_hangs_on_the_texts_and_not_on_their_order(order, seed):
    rows = singles(60)
    parts = dealt(rows, seed=seed)
    assert dealt([rows[place] for place in order], seed=seed) == [parts[place] for place in order]


@given(examples, strategies.randoms(use_true_random=False), strategies.integers(0, 9))
def test_what_belongs_together_falls_the_same_way_in_any_order(examples, random, seed):
    rows = [*examples, *singles(80)[1:]]
    parts = dealt(rows, seed=seed)
    order = list(range(len(rows)))
    random.shuffle(order)
    assert dealt([rows[place] for place in order], seed=seed) == [parts[place] for place in order]


def test_another_seed_deals_otherwise():
    assert dealt(singles(100), seed=1) != dealt(singles(100), seed=2)


@pytest.mark.parametrize(
    ("split", "counts"), [((90, 5, 5), [900, 50, 50]), ((80, 20), [800, 200, 0]), ((100, 0), [1000, 0, 0])]
)
def test_it_keeps_the_shares(split, counts):
    parts = dealt(singles(1000), split)
    assert [parts.count(number) for number in range(3)] == counts


def test_a_large_group_is_trained_on_and_the_others_share_the_rest():
    rows = [*singles(50), *((place, "person:ann", None) for place in range(50, 100))]
    parts = dealt(rows, (80, 10, 10))
    assert set(parts[50:]) == {0}
    assert [parts.count(number) for number in range(3)] == [80, 10, 10]


def test_what_hangs_together_over_a_third_stays_together():
    rows = [
        (1, "person:ann", None),
        (2, "person:ann", {"documents": [7]}),
        (3, "", {"documents": [7]}),
        *singles(90)[1:],
    ]
    for seed in range(20):
        assert len(set(dealt(rows, seed=seed)[:3])) == 1


def test_groups_too_few_for_the_parts_are_refused():
    rows = [(place, "person:ann", None) for place in range(50)]
    with pytest.raises(
        Refusal, match=r"of 50, those that belong together count as one, which leaves 1\. The part “validation”"
    ):
        dealt(rows)


@pytest.mark.parametrize("origin", [[], "x", {"documents": "7"}, {"conversation": {"a": 1}}, {"documents": [None, {}]}])
def test_an_origin_of_another_form_does_no_harm(origin):
    assert len(dealt([(5, "", origin), *singles(90)])) == 91


@pytest.mark.parametrize("text", ["", "90", "90/5", "0/50/50", "90/5/5/0", "a/b", "-5/105", "1000/0", "٩٠/١٠"])
def test_shares_that_are_none_are_refused(text):
    with pytest.raises(Refusal, match="add up to 100"):
        shares(text)
