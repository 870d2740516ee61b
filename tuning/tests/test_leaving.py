"""The gate before what leaves, with checks that find something."""

from io import BytesIO

import pytest

from examples import findings, snapshots
from examples.models import Example
from examples.tests.making import make_example
from examples.tests.test_findings import put  # noqa: F401  (a fixture)
from tuning.destinations import Refusal
from tuning.tests.making import bundle_of, made, make_examples, make_snapshot

pytestmark = pytest.mark.django_db


def test_what_a_finding_blocks_is_not_frozen_and_counted(put):  # noqa: F811
    put("danger", "Answer 3,", severity="block")
    snapshot = make_snapshot()
    assert (snapshot.count, snapshot.counts["findings"]["blocked"]) == (39, 1)
    bundle = bundle_of(snapshot, "together")
    assert bundle.check(BytesIO(made(bundle))) == 39


def test_it_leaves_once_the_finding_is_settled_and_a_new_snapshot_is_frozen(put):  # noqa: F811
    put("privacy", r"\d{4,}", tier="sure", kind="PHONE")
    make_examples()
    one = make_example(response="Call 5550199.")
    before = snapshots.freeze("Before", split="80/10/10")
    with pytest.raises(Refusal, match=rf"#{one.pk}\."):
        made(bundle_of(before, "mistral"))
    for found in findings.open_findings(one):
        findings.overrule(one, found.key, "Made up.")
    with pytest.raises(Refusal, match="Then freeze a new snapshot"):
        made(bundle_of(before, "mistral"))
    assert made(bundle_of(snapshots.freeze("After", split="80/10/10"), "mistral"))


def test_what_is_found_after_the_freezing_holds_it_back_too(put):  # noqa: F811
    snapshot = make_snapshot()
    assert made(bundle_of(snapshot, "fireworks"))
    seventh = Example.objects.get(instruction="Question 7?")
    put("privacy", "Answer 7,", tier="sure", kind="NAME")
    seventh.edit(None, tags="read")  # which checks it anew
    with pytest.raises(Refusal, match="would leave this computer for Fireworks"):
        made(bundle_of(snapshot, "fireworks"))
    put("privacy", "nowhere", tier="sure", kind="NAME")
    put("danger", "Answer 7,", severity="block")
    seventh.edit(None, tags="")
    with pytest.raises(Refusal, match="A finding blocks 1 of them"):
        made(bundle_of(snapshot, "fireworks"))
    assert Example.objects.count() == 40 and made(bundle_of(snapshot, "files"))
