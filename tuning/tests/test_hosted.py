"""The rules of Together, Fireworks and Mistral, held to before they are asked."""

import pytest

from examples import snapshots
from examples.tests.making import make_example
from tuning import destinations
from tuning.destinations import Refusal
from tuning.tests.making import TALK, bundle_of, make_snapshot

pytestmark = pytest.mark.django_db
HOSTS = ("together", "fireworks", "mistral")
each = pytest.mark.parametrize("name", HOSTS)


def turn(role, content, **more):
    return {"role": role, "content": content, **more}


GOOD = [turn("system", "Be kind."), turn("user", "May I?"), turn("assistant", "Yes.")]


@each
@pytest.mark.parametrize(
    ("item", "why"),
    [
        ({"messages": GOOD}, None),
        ({"messages": GOOD[1:]}, None),
        ({"messages": [*GOOD, turn("user", "And now?"), turn("assistant", "No.", weight=0)]}, None),
        ({"messages": GOOD, "tools": []}, "beside its turns"),
        ({"messages": [*GOOD, turn("tool", "{}"), turn("assistant", "No.")]}, "role"),
        ({"messages": [turn("user", " "), turn("assistant", "Yes.")]}, "without words"),
        ({"messages": [turn("user", None), turn("assistant", "Yes.")]}, "without words"),
        ({"messages": GOOD[:2]}, "question, answer"),
        ({"messages": [GOOD[1], GOOD[1], GOOD[2], GOOD[2]]}, "question, answer"),
        ({"messages": [GOOD[1], GOOD[0], *GOOD[1:]]}, "question, answer"),
        ({"messages": [*GOOD[:2], turn("assistant", "Yes.", weight=2)]}, "weight"),
        ({"messages": [*GOOD[:2], turn("assistant", "Yes.", weight=True)]}, "weight"),
    ],
)
def test_it_says_why_an_item_is_refused(name, item, why):
    found = destinations.named(name).why_not(item)
    assert found is None if why is None else why in found


@each
def test_it_takes_the_usual_examples_and_leaves_out_tools(name):
    make_example(instruction="Call?", extra={"tools": [{"type": "function", "function": {"name": "f"}}]})
    told = bundle_of(make_snapshot(), name).tell()
    assert (told.examples, [(shape.value, number) for shape, number, _ in told.refused]) == (40, [("tools", 1)])


@each
def test_it_names_the_example_that_the_host_would_refuse(name):
    blank = make_example(history=[{**TALK[0], "content": "  "}, TALK[1]])
    with pytest.raises(Refusal, match=rf"1 example \(the first: #{blank.pk}\) has a turn without words"):
        bundle_of(make_snapshot(), name).tell()


def test_fireworks_wants_three_examples():
    make_example()
    with pytest.raises(Refusal, match="takes 3 to 3,000,000 examples to train on, and there are 1"):
        bundle_of(snapshots.freeze("One", split="100/0"), "fireworks").tell()


def test_a_file_that_is_too_large_for_a_host_is_refused(monkeypatch):
    monkeypatch.setattr(destinations.named("mistral"), "largest", 2_000)
    with pytest.raises(Refusal, match="the train file would be larger"):
        bundle_of(make_snapshot(), "mistral").tell()


def test_mistral_says_that_it_validates_with_little():
    assert "5 %" in str(bundle_of(make_snapshot(), "mistral").tell().notes[0])
