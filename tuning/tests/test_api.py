"""Snapshots, destinations and trainings over the API."""

import hashlib
import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from examples import gating, snapshots
from examples.gating import Held
from examples.models import Example, Snapshot
from tuning import destinations
from tuning.tests.making import bundle_of, made, make_examples, make_snapshot

pytestmark = pytest.mark.django_db


def post(client, address, **values):
    return client.post(f"/api/{address}", json.dumps(values), content_type="application/json")


def patch(client, address, **values):
    return client.patch(f"/api/{address}", json.dumps(values), content_type="application/json")


def test_it_freezes_lists_and_shows(client):
    make_examples()
    answer = post(client, "snapshots/", name="One", filters={"q": "Question"}, shares="80/20", seed=3)
    assert answer.status_code == 201
    one = answer.json()
    assert (one["count"], one["parts"], one["filters"]) == (38, {"train": 30, "validation": 8}, {"q": "Question"})
    assert client.get("/api/snapshots/").json() == [client.get(f"/api/snapshots/{one['id']}/").json()] == [one]
    assert client.get(f"/api/snapshots/?before_id={one['id']}").json() == []


def test_no_room_for_a_snapshot_is_a_sentence_by_each_way(client, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    make_examples()
    monkeypatch.setattr("examples.snapshots.Writing.put_all", full)
    answer = post(client, "snapshots/", shares="100/0")
    sentence = answer.json()["error"]
    assert answer.status_code == 409 and "could not be written: No space left on device. Make room" in sentence
    page = client.post("/tuning/freeze/", {"which": "all", "split": "100/0", "seed": "7"})
    assert page.status_code == 400 and sentence in page.content.decode()
    with pytest.raises(CommandError, match=re.escape(sentence)):
        call_command("freeze_examples", split="100/0")
    assert not Snapshot.objects.exists() and not [*snapshots.folder().iterdir()]


@pytest.mark.parametrize("body", [
    {"shares": "1/2"}, {"seed": -1}, {"seed": True}, {"seed": "1"}, {"filters": []}, {"filters": {"status": "x"}},
    {"name": 5}, {"name": "a\x00b"}, {"split": "90/10"}, {"filters": {"q": "nowhere"}},
    {"name": "x" * 101}, {"filters": {"staus": "new"}},
])  # fmt: skip
def test_a_wrong_freeze_is_a_sentence(client, body):
    make_examples()
    answer = post(client, "snapshots/", **body)
    assert answer.status_code == 400 and answer.json()["success"] is False and answer.json()["error"]
    assert not Snapshot.objects.exists()


def test_its_file_has_its_hash(client):
    snapshot = make_snapshot()
    data = client.get(f"/api/snapshots/{snapshot.pk}/file/").getvalue()
    assert hashlib.sha256(data).hexdigest() == snapshot.sha256


def test_it_compares(client):
    make_snapshot()
    Example.objects.order_by("id").first().edit(None, response="Another.")
    answer = post(client, "snapshots/", shares="80/10/10").json()
    found = client.get(f"/api/snapshots/{answer['id']}/compare/").json()
    assert (found["same"], found["changed"]) == (39, 1)
    assert found["first"]["changed"][0]["after"]["response"] == "Another."
    assert client.get(f"/api/snapshots/{found['before']}/compare/").status_code == 404


def test_it_lists_the_destinations_with_their_options(client):
    found = {one["name"]: one for one in client.get("/api/destinations/").json()}
    assert set(found) == set(destinations.every())
    assert "licence" in {option["name"] for option in found["files"]["options"]}


@pytest.mark.parametrize("name", destinations.every())
def test_it_tells_and_gives_the_bundle(client, name):
    snapshot = make_snapshot()
    told = client.get(f"/api/snapshots/{snapshot.pk}/tell/{name}/?licence=mit").json()
    assert (told["examples"], told["options"]["licence"]) == (40, "mit")
    data = client.get(f"/api/snapshots/{snapshot.pk}/bundle/{name}/?licence=mit").getvalue()
    assert data == made(bundle_of(snapshot, name, licence="mit")) and ZipFile(BytesIO(data)).namelist()


@pytest.mark.parametrize(("path", "status"), [
    ("bundle/nowhere/", 404), ("bundle/files/?licence=x", 400), ("bundle/files/?colour=x", 400), ("tell/nowhere/", 404),
])  # fmt: skip
def test_a_wrong_bundle_is_a_sentence(client, path, status):
    answer = client.get(f"/api/snapshots/{make_snapshot().pk}/{path}")
    assert answer.status_code == status and answer.json()["error"]


def test_the_gate_stands_before_what_leaves(client, monkeypatch):
    monkeypatch.setattr(gating, "held_back", lambda examples, progress=None: Held(1, 0, 0, (5,)))
    answer = client.get(f"/api/snapshots/{make_snapshot().pk}/bundle/mistral/")
    assert answer.status_code == 409 and "#5" in answer.json()["error"]


def test_a_damaged_snapshot_is_a_conflict(client):
    snapshot = make_snapshot()
    snapshot.path.unlink()
    for path in ("file/", "bundle/files/"):
        answer = client.get(f"/api/snapshots/{snapshot.pk}/{path}")
        assert answer.status_code == 409 and "is not there" in answer.json()["error"]
    assert post(client, f"snapshots/{snapshot.pk}/runs/", destination="files").status_code == 409


def test_sending_and_deleting_need_an_account(client, alices_client):
    snapshot = make_snapshot()
    assert post(client, f"snapshots/{snapshot.pk}/send/huggingface-hub/", confirm=True).status_code in (401, 403)
    assert client.delete(f"/api/snapshots/{snapshot.pk}/").status_code in (401, 403)
    answer = post(alices_client, f"snapshots/{snapshot.pk}/send/huggingface-hub/", confirm=False)
    assert answer.status_code == 400
    assert post(alices_client, f"snapshots/{snapshot.pk}/send/files/", confirm=True).status_code == 400
    gone = alices_client.delete(f"/api/snapshots/{snapshot.pk}/").json()
    assert gone["removed_by"] == "alice" and gone["count"] == 40
    assert alices_client.delete(f"/api/snapshots/{snapshot.pk}/").status_code == 409


def test_a_training_begins_from_the_snapshot_that_it_names_and_ends_once(client):
    snapshot = make_snapshot()
    wrong = post(client, f"snapshots/{snapshot.pk}/runs/", destination="files", sha256="0" * 64)
    assert wrong.status_code == 409 and "not of the snapshot" in wrong.json()["error"]
    run = post(client, f"snapshots/{snapshot.pk}/runs/", destination="files", sha256=snapshot.sha256).json()
    assert (run["state"], run["sha256"]) == ("running", snapshot.sha256)
    assert client.get(f"/api/snapshots/{snapshot.pk}/").json()["runs"] == [run["id"]]
    done = patch(client, f"runs/{run['id']}/", state="finished", model="/models/one", note="loss 1.2").json()
    assert (done["state"], done["model"]) == ("finished", "/models/one") and done["finished_at"]
    assert patch(client, f"runs/{run['id']}/", state="failed").status_code == 409
    assert client.get(f"/api/snapshots/{snapshot.pk}/runs/").json() == [client.get(f"/api/runs/{run['id']}/").json()]


@pytest.mark.parametrize("body", [{}, {"state": "running"}, {"state": 1}, {"state": "failed", "model": "x" * 201}])
def test_a_wrong_end_is_a_sentence(client, body):
    run = post(client, f"snapshots/{make_snapshot().pk}/runs/", destination="files").json()
    assert patch(client, f"runs/{run['id']}/", **body).status_code == 400
