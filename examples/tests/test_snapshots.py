"""Freezing, comparing and what keeps a snapshot as it is."""

import hashlib
import json
import os
import time

import pytest
from django.db import DatabaseError, connection, transaction

from examples import exporting, snapshots
from examples.models import Damaged, Example, Frozen, Snapshot
from examples.splitting import Refusal
from examples.tests.making import make_example, texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def make_examples(number=40, **values):
    return [make_example(instruction=f"Question {place}?", **values) for place in range(number)]


def frozen(**values):
    return snapshots.freeze(**{"name": "First", "split": "80/10/10", **values})


def contents(snapshot, part=None):
    columns = ("id", "system", "history", "instruction", "context", "response", "extra")
    return [
        {**texts(example), "id": example.id, "extra": example.extra}
        for example in Example.from_rows(columns, snapshot.rows(columns, part))
    ]


def test_it_freezes_the_texts_themselves():
    history = [{"role": "user", "content": "And\u2028before?"}, {"role": "assistant", "content": "Yes."}]
    one = make_example(system="Be kind.", context="Day 1", history=history, extra={"big": 2**80, "x": "é"})
    make_examples(20)
    snapshot = frozen()
    one.edit(None, instruction="Something else?", response="No.")
    assert contents(snapshot)[0]["instruction"] == "What is set?"
    assert contents(snapshot)[0]["history"] == history
    assert contents(snapshot)[0]["extra"] == {"big": 2**80, "x": "é"}


def test_the_hash_of_the_whole_is_that_of_its_file():
    make_examples()
    snapshot = frozen()
    assert hashlib.sha256(snapshot.path.read_bytes()).hexdigest() == snapshot.sha256
    assert snapshot.path.stat().st_size == snapshot.size


def test_each_example_has_its_own_hash():
    make_examples()
    for line in frozen().lines():
        item = json.loads(line)
        text = line.split(b'"example":', 1)[1].removesuffix(b"}\n")
        assert hashlib.sha256(text).hexdigest() == item["sha256"]


def test_one_character_changes_both_hashes():
    examples = make_examples()
    before = frozen()
    examples[3].edit(None, response="The setting is your room!")
    after = frozen()
    assert before.sha256 != after.sha256
    changed = [pk for (pk, one, _), (_, other, _) in zip(before.marks(), after.marks(), strict=True) if one != other]
    assert changed == [examples[3].pk]


def test_the_same_examples_give_the_same_file():
    make_examples()
    one, other = frozen(), frozen(name="Second")
    assert one.path.read_bytes() == other.path.read_bytes()


def test_it_takes_what_an_export_takes():
    one, other, third, *_ = make_examples(30)
    one.reject()
    other.remove()
    Example.objects.filter(pk=third.pk).update(trainable=False)
    assert frozen().count == 27


def test_it_keeps_the_filter():
    for example in make_examples(30)[:20]:
        example.approve()
    snapshot = frozen(filters={"status": ["approved"], "q": ""})
    assert (snapshot.count, snapshot.filters) == (20, {"status": ["approved"]})


def test_each_example_is_in_one_part():
    make_examples()
    snapshot = frozen()
    parts = [contents(snapshot, part) for part in ("train", "validation", "test")]
    assert [len(part) for part in parts] == [32, 4, 4]
    assert sorted(example["id"] for part in parts for example in part) == [e["id"] for e in contents(snapshot)]


def test_it_counts_by_part_shape_and_length():
    make_examples(39)
    make_example(response="x" * 4000)
    counts = frozen().counts
    assert sum(numbers[0] for part in counts["parts"].values() for numbers in part.values()) == 40
    assert counts["lengths"]["single"] == {"16": 39, "1008": 1}
    assert counts["status"] == {"new": 40}


def test_an_empty_part_is_refused_and_leaves_no_file(settings):
    make_examples(5)
    with pytest.raises(Refusal, match="the part “validation” would be empty"):
        frozen()
    with pytest.raises(Refusal, match="no examples to freeze"):
        frozen(filters={"status": ["approved"]})
    assert not Snapshot.objects.exists()
    assert list((settings.DATA_DIR / "snapshots").iterdir()) == []


def test_it_cannot_be_changed():
    make_examples()
    snapshot = frozen()
    snapshot.name = "Another"
    for change in (
        snapshot.save,
        lambda: snapshot.save(update_fields=["name"]),
        snapshot.delete,
        Snapshot.objects.all().delete,
        lambda: Snapshot.objects.update(sha256="0"),
    ):
        with pytest.raises(Frozen):
            change()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE examples_snapshot SET sha256 = 'x'",
        "UPDATE examples_snapshot SET shares = '50/50'",
        "UPDATE examples_snapshot SET id = id + 1000",
        "DELETE FROM examples_snapshot",
    ],
)
def test_the_database_refuses_what_would_change_it(statement):
    make_examples()
    frozen()
    with pytest.raises(DatabaseError, match=r"[Ss]napshot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no REPLACE")
def test_none_is_put_in_its_place():
    make_examples()
    frozen()
    with pytest.raises(DatabaseError, match="cannot change"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REPLACE INTO examples_snapshot SELECT * FROM examples_snapshot")


def test_a_file_that_was_changed_or_lost_is_noticed():
    make_examples()
    snapshot = frozen()
    data = snapshot.path.read_bytes()
    snapshot.path.chmod(0o600)
    snapshot.path.write_bytes(data.replace(b"your room", b"your rool", 1))
    with pytest.raises(Damaged, match="was changed"):
        snapshot.verify()
    snapshot.path.unlink()
    with pytest.raises(Damaged, match="is not there"):
        list(snapshot.lines())


def test_deleting_for_good_needs_an_account_and_keeps_what_is_known(alice):
    make_examples()
    snapshot = frozen()
    with pytest.raises(Frozen, match="account"):
        snapshot.delete_for_good(None)
    snapshot.delete_for_good(alice)
    kept = Snapshot.objects.get()
    assert (kept.count, kept.removed_by, kept.path.exists()) == (40, alice, False)
    with pytest.raises(Damaged, match="deleted for good"):
        kept.opened()
    with pytest.raises(DatabaseError), transaction.atomic():
        Snapshot.objects.update(removed_at=None)


def test_what_a_power_cut_left_is_swept_away_after_a_day(settings):
    make_examples()
    kept = frozen()
    folder = settings.DATA_DIR / "snapshots"
    for name, age in (("old.part", 100_000), ("young.part", 10)):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (time.time() - age,) * 2)
    frozen()
    assert not (folder / "old.part").exists()
    assert (folder / "young.part").exists() and kept.path.exists()


def test_its_name_has_nothing_unseen():
    make_examples()
    assert frozen(name=" May\x07\n\u202e\x7f ‘24 👩‍⚕️ ").name == "May ‘24 👩‍⚕️"


def test_it_estimates_the_tokens_of_any_script():
    for place in range(10):
        make_example(instruction=f"{place:04}", response="1234" * 10)
        make_example(instruction=f"{place:04}", response="焦虑的人" * 10)
    assert frozen(split="100/0/0").tokens == 10 * (11 + 31)


def test_the_default_system_prompt_counts_where_it_stands_in():
    make_example(instruction="1234", response="1234")
    make_example(instruction="1234", response="5678", system="Be kind!")
    snapshot = frozen(split="100/0/0", default_system="ä" * 1000)
    assert (snapshot.tokens, snapshot.counts["lengths"]) == (502 + 4, {"single": {"8": 1, "504": 1}})


def test_a_large_one_is_on_the_disk_before_its_end_on_a_mac_too(monkeypatch):
    monkeypatch.delattr(os, "fdatasync", raising=False)  # macOS has none
    monkeypatch.setattr(snapshots, "TOGETHER", 0)
    monkeypatch.setattr(snapshots, "SYNC", 0)
    make_examples()
    frozen().verify()


# Near duplicates


def make_near_duplicates(pairs=12):
    """Store pairs that say nearly the same, as an import does: what they have in common is found later."""
    for place in range(pairs):
        said = " ".join(f"word{place}x{number}" for number in range(60))
        for ending in ("Rest today.", "Rest tonight."):
            make_example(instruction=f"What about matter {place}? {ending}", response=f"{said} {ending}")


def near_pairs(parts):
    """Return the parts that each pair stands in, of [(part, example)]."""
    found = {}
    for part, example in parts:
        found.setdefault(example.response.split()[0], set()).add(part)
    return list(found.values())


def test_what_was_not_compared_yet_is_compared_before_it_is_dealt_out():
    make_near_duplicates()
    snapshot = frozen(split="40/30/30", seed=1)
    columns = ("id", "history", "extra", "response")
    rows = [(part, one) for part in snapshot.parts for one in Example.from_rows(columns, snapshot.rows(columns, part))]
    assert len(rows) == 24 and all(len(parts) == 1 for parts in near_pairs(rows))


def test_the_split_of_an_export_compares_first_too():
    make_near_duplicates()
    every = {example.pk: example for example in Example.objects.all()}
    rows = [
        (part.name, every[pk]) for part in exporting.split(Example.objects.all(), [40, 30, 30], 1) for pk in part.ids
    ]
    assert len(rows) == 24 and all(len(parts) == 1 for parts in near_pairs(rows))


# Comparing


def test_it_tells_what_was_added_removed_and_changed():
    one, other, *_ = make_examples()
    before = frozen()
    one.edit(None, response="The setting is the room that you lie in.")
    other.remove()
    new = make_example(instruction="New?")
    found = snapshots.compare(before, frozen())
    assert (found.same, found.added, found.removed, found.changed) == (38, 1, 1, 1)
    [(pk, old, now)] = found.first["changed"]
    assert (pk, old["response"]) == (one.pk, "The setting is your room.")
    [(name, pieces)] = snapshots.changes(old, now)
    assert name == "response" and ("gone", "your") in pieces
    assert [found.first[kind][0][0] for kind in ("added", "removed")] == [new.pk, other.pk]


def test_a_damaged_one_is_not_compared():
    make_examples()
    before, after = frozen(), frozen()
    before.path.chmod(0o600)
    before.path.write_bytes(before.path.read_bytes().replace(b"your room", b"your rool", 1))
    with pytest.raises(Damaged, match="was changed"):
        snapshots.compare(before, after)
