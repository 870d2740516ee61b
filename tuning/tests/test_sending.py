"""Sending to the Hub and its Jobs, against a server on this machine that speaks its protocol."""

import ast
import json
import os
import re
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from huggingface_hub import constants

from examples import gating
from examples.gating import Held
from examples.models import Damaged
from examples.tests.making import make_example
from tuning import sending
from tuning.destinations import Refusal
from tuning.models import TrainingRun
from tuning.tests.hub_server import TOKEN, Hub
from tuning.tests.making import bundle_of, made, make_snapshot, unzipped

pytestmark = pytest.mark.django_db
both = pytest.mark.parametrize("name", ["huggingface-hub", "huggingface-jobs"])


@pytest.fixture
def server(monkeypatch):
    with Hub() as running:
        monkeypatch.setattr(constants, "ENDPOINT", running.url)
        monkeypatch.setenv("HF_TOKEN", TOKEN)
        yield running
        assert running.unknown == []


@pytest.fixture
def without_xet(monkeypatch):
    """What needs hf_xet's own storage is sent by the older protocol, which the server speaks."""
    monkeypatch.setattr("huggingface_hub._commit_api.is_xet_available", lambda: False)
    monkeypatch.setattr("huggingface_hub.hf_api.is_xet_available", lambda: False)


def test_it_uploads_the_bundle_to_a_private_data_set(server):
    bundle = bundle_of(make_snapshot(), "huggingface-hub")
    run = sending.send(bundle, confirmed=True)
    there = server.repositories["dataset", "clinic/first-set"]
    assert there["private"] is True
    assert there["files"] == unzipped(bundle)
    assert (run.state, run.url) == ("finished", f"{server.url}/datasets/clinic/first-set")


@pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")  # huggingface_hub's own, in its older protocol
@pytest.mark.usefixtures("without_xet")
def test_it_uploads_large_files_too(server):
    for place in range(15):
        make_example(instruction=f"Long {place}?", response="word " * 200_000)
    bundle = bundle_of(make_snapshot(), "huggingface-hub", dataset="clinic/large")
    sending.send(bundle, confirmed=True)
    assert server.objects
    assert server.repositories["dataset", "clinic/large"]["files"] == unzipped(bundle)


def test_it_starts_a_job_on_the_private_data_set(server):
    bundle = bundle_of(make_snapshot(), "huggingface-jobs", flavor="l4x1", epochs="2")
    run = sending.send(bundle, confirmed=True)
    [(number, job)] = server.jobs.items()
    assert job["command"][:4] == ["uv", "run", "bash", "-c"]
    assert "uv run /bundle/train.py --data /bundle" in job["command"][4]
    assert "--push-to clinic/first-set-adapter" in job["command"][4]
    assert job["volumes"] == [{"type": "dataset", "source": "clinic/first-set-for-training", "mountPath": "/bundle"}]
    assert (job["flavor"], job["secrets"]) == ("l4x1", {"HF_TOKEN": TOKEN})
    assert job["timeoutSeconds"] >= 2 * 60 * bundle.destination.minutes(bundle)
    assert server.repositories["model", "clinic/first-set-adapter"]["private"] is True
    assert (run.state, run.job, run.model) == ("running", f"clinic/{number}", "clinic/first-set-adapter")
    assert "train.py" in server.repositories["dataset", "clinic/first-set-for-training"]["files"]


def test_a_training_leaves_the_data_set_of_the_same_snapshot_alone(server):
    snapshot = make_snapshot()
    sending.send(bundle_of(snapshot, "huggingface-hub"), confirmed=True)
    before = dict(server.repositories["dataset", "clinic/first-set"]["files"])
    sending.send(bundle_of(snapshot, "huggingface-jobs"), confirmed=True)
    assert server.repositories["dataset", "clinic/first-set"]["files"] == before


def test_the_job_is_asked_for_with_settings_that_its_script_has():
    files = unzipped(bundle_of(make_snapshot(), "huggingface-jobs"))
    classes = [node for node in ast.parse(files["train.py"]).body if isinstance(node, ast.ClassDef)]
    [settings] = [node for node in classes if node.name == "Settings"]
    known = {line.target.id for line in settings.body if isinstance(line, ast.AnnAssign)}
    words = re.search(r'words = f"(.*)"', files["hub.py"].decode())[1]
    assert {name.replace("-", "_") for name in re.findall(r"--([\w-]+)", words)} <= known
    assert {line.partition(b":")[0].decode() for line in files["config.yaml"].splitlines()} <= known


def test_it_asks_how_a_job_stands_and_ends_it(server):
    run = sending.send(bundle_of(make_snapshot(), "huggingface-jobs"), confirmed=True)
    assert sending.look(run).state == "running"
    server.stages[run.job.partition("/")[2]] = "ERROR"
    assert sending.look(run).state == "failed"
    other = sending.send(bundle_of(run.snapshot, "huggingface-jobs"), confirmed=True)
    assert sending.stop(other).state == "stopped"
    assert server.stages[other.job.partition("/")[2]] == "CANCELED"


# Nothing is sent without a token, a yes, the gate, and a private repository


@both
def test_nothing_is_sent_without_a_token(server, monkeypatch, name):
    monkeypatch.delenv("HF_TOKEN")
    with pytest.raises(Refusal, match="Set the variable HF_TOKEN"):
        sending.send(bundle_of(make_snapshot(), name), confirmed=True)
    assert server.requests == [] and not TrainingRun.objects.exists()


@both
@pytest.mark.parametrize("answer", [False, None, "true", 1])
def test_nothing_is_sent_without_a_yes(server, name, answer):
    with pytest.raises(Refusal, match="Nothing was sent"):
        sending.send(bundle_of(make_snapshot(), name), confirmed=answer)
    assert server.requests == []


@both
@pytest.mark.parametrize("held", [Held(1, 0, 0, (7,)), Held(0, 0, 1, (7,))])
def test_nothing_is_sent_with_personal_data_in_it(server, monkeypatch, name, held):
    snapshot = make_snapshot()
    monkeypatch.setattr(gating, "held_back", lambda examples: held)
    with pytest.raises(Refusal, match=r"would leave this computer for .*: #7.* Then freeze a new snapshot"):
        sending.send(bundle_of(snapshot, name), confirmed=True)
    assert server.requests == []


@both
def test_what_was_found_at_freezing_holds_it_back_for_good(server, monkeypatch, name):
    with monkeypatch.context() as then:
        then.setattr(gating, "held_back", lambda examples, progress=None: Held(1, 0, 0, (7,)))
        snapshot = make_snapshot()
    with pytest.raises(Refusal, match=r"#7.* Then freeze a new snapshot"):
        sending.send(bundle_of(snapshot, name), confirmed=True)
    assert server.requests == []


@both
def test_nothing_is_sent_to_a_public_repository(server, name):
    server.repository("dataset", "clinic/public", private=False)
    with pytest.raises(Refusal, match="public, so nothing was uploaded"):
        sending.send(bundle_of(make_snapshot(), name, dataset="clinic/public"), confirmed=True)
    assert server.repositories["dataset", "clinic/public"]["files"] == {} and not server.jobs
    assert TrainingRun.objects.get().state == "failed"


@both
def test_nothing_is_sent_of_a_damaged_snapshot(server, name):
    bundle = bundle_of(make_snapshot(), name)
    bundle.snapshot.path.chmod(0o600)
    bundle.snapshot.path.write_bytes(bundle.snapshot.path.read_bytes().replace(b"Answer 3", b"Answer 4", 1))
    with pytest.raises(Damaged):
        sending.send(bundle, confirmed=True)
    assert server.requests == []


@pytest.mark.parametrize(("path", "status", "says"), [
    ("/api/whoami-v2", 401, "refused the token"),
    ("/api/datasets/clinic/first-set-for-training/commit", 403, "must have the right to write"),
    ("/api/jobs/clinic", 402, "wants credit first"),
    ("/api/repos/create", 418, "answered 418"),
])  # fmt: skip
def test_a_failure_is_a_sentence_without_the_token_and_leaves_no_copy(server, settings, path, status, says):
    server.fail[path] = status
    with pytest.raises(Refusal, match=says) as refusal:
        sending.send(bundle_of(make_snapshot(), "huggingface-jobs"), confirmed=True)
    run = TrainingRun.objects.get()
    assert run.state == "failed" and run.note == str(refusal.value) and TOKEN not in run.note
    assert not list(settings.DATA_DIR.glob("sending-*"))


def test_a_server_that_is_not_there_is_a_sentence(monkeypatch):
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    with pytest.raises(Refusal, match="could not be reached"):
        sending.send(bundle_of(make_snapshot(), "huggingface-hub"), confirmed=True)


@both
@pytest.mark.parametrize("wrong", ["a/b/c", "-x", "a..b", "x.git", "two words", "ü"])
def test_a_name_that_the_hub_has_not_is_refused(name, wrong):
    with pytest.raises(Refusal, match="no name on the Hub"):
        bundle_of(make_snapshot(), name, dataset=wrong).tell()


# By the script in the bundle, on another computer


def script(folder, server, *arguments, answer="", **environment):
    return subprocess.run(
        [sys.executable, "hub.py", *arguments],
        cwd=folder, input=answer, text=True, capture_output=True, timeout=60,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "HF_ENDPOINT": server.url, **environment},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    bundle = bundle_of(make_snapshot(), "huggingface-jobs")
    ZipFile(BytesIO(made(bundle))).extractall(tmp_path / "unzipped")
    return tmp_path / "unzipped"


def test_the_script_in_the_bundle_does_the_same(server, folder):
    done = script(folder, server, "train", "--yes", HF_TOKEN=TOKEN)
    assert done.returncode == 0, done.stderr
    [number] = server.jobs
    assert number in done.stdout and "leave this computer" in done.stdout and TOKEN not in done.stdout + done.stderr
    assert "manifest.json" in server.repositories["dataset", "clinic/first-set-for-training"]["files"]
    assert script(folder, server, "look", f"clinic/{number}", HF_TOKEN=TOKEN).stdout == "RUNNING\n"


def test_the_script_sends_the_files_of_the_bundle_and_nothing_else_in_the_folder(server, folder):
    for path in (".env", "notes.txt", "env/lib/site.py", "data/other.jsonl"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("KEY=secret")
    bundled = {*json.loads((folder / "manifest.json").read_text())["files"], "manifest.json"}
    done = script(folder, server, "upload", "--yes", HF_TOKEN=TOKEN)
    assert done.returncode == 0, done.stderr
    [there] = server.repositories.values()
    assert set(there["files"]) == bundled


def test_the_script_sends_nothing_that_is_not_what_was_frozen(server, folder):
    with open(folder / "data" / "train.jsonl", "a") as file:
        file.write("{}\n")
    done = script(folder, server, "train", "--yes", HF_TOKEN=TOKEN)
    assert "data/train.jsonl is not what was frozen" in done.stderr
    assert server.repositories == {} and server.jobs == {}


def test_the_script_says_what_to_do_where_the_hub_refuses(server, folder):
    done = script(folder, server, "upload", "--yes", HF_TOKEN="hf_wrong")
    assert "Check the token's rights" in done.stderr and "Traceback" not in done.stderr


def test_the_script_sends_nothing_without_a_token_or_a_yes(server, folder):
    assert "Set HF_TOKEN" in script(folder, server, "upload", "--yes").stderr
    assert "Nothing was sent." in script(folder, server, "train", answer="no\n", HF_TOKEN=TOKEN).stderr
    assert {path for _method, path in server.requests} <= {"/api/whoami-v2", "/api/agent-harnesses"}
    assert json.loads((folder / "hub.json").read_text())["flavor"] == "a10g-large"
