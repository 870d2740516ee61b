"""The gate before a snapshot's file and its bundles, with checks that find something."""

import re
from io import BytesIO

import pytest

from examples import checking, findings, snapshots
from examples.models import Example, Release
from examples.tests.making import make_example
from examples.tests.test_findings import put  # noqa: F401  (a fixture)
from tuning import destinations
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
    with pytest.raises(Refusal, match="A finding blocks 1 example"):
        made(bundle_of(snapshot, "fireworks"))
    with pytest.raises(Refusal, match=r"^A finding blocks 1 example"):
        made(bundle_of(snapshot, "files"))


@pytest.fixture
def frozen():
    make_examples()
    make_example(response="Call me at 415-555-2671, and rest well until then, please.")
    return snapshots.freeze("First set", split="80/10/10")


EVERY = ["file/", *(f"bundle/{name}/" for name in destinations.every())]


@pytest.mark.parametrize("path", EVERY)
def test_no_download_of_a_snapshot_gives_a_number_unasked(client, frozen, path):
    address, pk = f"/api/snapshots/{frozen.pk}/{path}", Example.objects.last().pk
    answer = client.get(address)
    body = answer.json()
    assert answer.status_code == 409 and (body["sure"], body["ids"]) == (1, [pk])
    assert "personal_data=allow" in body["error"] and not Release.objects.exists()
    assert client.get(f"{address}?personal_data=replace").status_code == 400


@pytest.mark.parametrize("path", EVERY)
def test_it_gives_it_when_told_and_writes_it_down(alices_client, alice, frozen, path):
    answer = alices_client.get(f"/api/snapshots/{frozen.pk}/{path}?personal_data=allow")
    assert answer.status_code == 200 and b"415-555-2671" in answer.getvalue()
    assert answer["X-Training-Center-Findings"] == "personal-data-sure=1, personal-data-maybe=0, blocked=0"
    release = Release.objects.get()
    assert (release.by, release.way, release.sure) == (alice, "API", 1)
    assert release.what.endswith(f", snapshot {frozen.pk}")


@pytest.mark.parametrize("path", ["file/", "for/trl/bundle/", "for/mistral/bundle/"])
def test_the_page_asks_first_and_an_address_alone_is_no_answer(alices_client, alice, frozen, path):
    address = f"/tuning/snapshots/{frozen.pk}/{path}"
    answer = alices_client.get(f"{address}?personal_data=allow")
    html = answer.content.decode()
    assert answer.status_code == 409 and "Download with what was found" in html and "Possible identifiers" in html
    assert re.search(f'<form method="post" action="{address}', html) and not Release.objects.exists()
    answer = alices_client.post(address, {"personal_data": "allow", "known": "yes"})
    assert b"415-555-2671" in answer.getvalue() and "sure=1" in answer["X-Training-Center-Findings"]
    assert Release.objects.get().by == alice


def test_the_pages_say_beforehand_that_a_download_asks(client, frozen):
    for path in ("", "for/trl/", "for/together/"):
        html = client.get(f"/tuning/snapshots/{frozen.pk}/{path}").content.decode()
        assert "Identifiers of people are in 1 example." in html and "The download asks first." in html


def test_a_page_does_not_stand_still_while_much_of_a_snapshot_is_to_be_checked(client, monkeypatch):
    snapshot = make_snapshot()
    monkeypatch.setattr(checking, "AT_ONCE", 3)
    monkeypatch.setattr(checking, "check_now", lambda examples, progress=None: 4)
    answer = client.get(f"/api/snapshots/{snapshot.pk}/bundle/trl/")
    assert answer.status_code == 409 and "still to be checked" in answer.json()["error"]
