"""freeze_examples, compare_snapshots and make_bundle: what they print, and with which exit code."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings

from examples import gating
from examples.gating import Held
from examples.models import Example, Release, Snapshot
from examples.tests.test_commands import run
from tuning.tests.making import bundle_of, made, make_examples, make_snapshot

pytestmark = pytest.mark.django_db


def test_it_freezes_by_filters_and_says_what(settings):
    settings.SYSTEM_PROMPT = "Be brief."
    make_examples()
    code, out, _err = run("freeze_examples", "May", "--search", "Question", "--split=80/20", "--system-prompt")
    snapshot = Snapshot.objects.get()
    assert code == 0 and f"Snapshot {snapshot.pk}, “May”: 38 examples" in out and snapshot.sha256 in out
    assert (snapshot.filters, snapshot.default_system) == ({"q": "Question"}, "Be brief.")


@pytest.mark.parametrize("arguments", [["--split=1/2"], ["--seed=-1"], ["--status=x"], ["--tag=nowhere"]])
def test_a_wrong_freeze_is_a_sentence(arguments):
    make_examples()
    code, _out, err = run("freeze_examples", *arguments)
    assert code == 1 and err and not Snapshot.objects.exists()


def test_a_system_prompt_with_personal_data_holds_back_what_was_frozen_with_it(settings, tmp_path):
    settings.SYSTEM_PROMPT = "You work for Ann, 415-555-0137."
    make_examples()
    assert run("freeze_examples", "--system-prompt")[0] == 0
    pk, file = str(Snapshot.objects.get().pk), tmp_path / "bundle.zip"
    code, _out, err = run("make_bundle", "trl", "--snapshot", pk, "--output", str(file))
    assert code == 1 and "SYSTEM_PROMPT" in err and not file.exists()
    code, _out, _err = run("make_bundle", "trl", "--snapshot", pk, "--output", str(file), "--allow-personal-data")
    assert code == 0 and file.exists() and Release.objects.get().how == Release.How.ALLOWED


def test_it_compares_two():
    before = make_snapshot()
    Example.objects.order_by("id").first().edit(None, response="Answer 0, and warmly.")
    run("freeze_examples", "--split=80/10/10")
    after = Snapshot.objects.first()
    _code, out, _err = run("compare_snapshots", str(before.pk), str(after.pk))
    assert "changed: 1" in out and "[-“kindly”-]{+warmly+}" in out
    assert run("compare_snapshots", str(before.pk), "999")[0] == 1


def test_it_writes_a_bundle_and_reads_it_back(tmp_path):
    snapshot = make_snapshot()
    path = tmp_path / "bundle.zip"
    code, _out, err = run("make_bundle", "huggingface-jobs", "--output", str(path), "--option", "max_length=4096")
    assert code == 0 and "40 examples, about" in err and "0 are cut at 4,096 tokens" in err
    assert "Read back: 40 examples are as they were frozen." in err
    assert path.read_bytes() == made(bundle_of(snapshot, "huggingface-jobs", max_length=4096))


@pytest.mark.parametrize(("arguments", "says"), [
    (["nowhere"], "There is no destination “nowhere”"),
    (["files", "--snapshot=999"], "There is no snapshot 999"),
    (["files", "--option=licence"], "is no option"),
    (["files", "--option=licence=mine"], "must be one of"),
    (["files", "--output=/nowhere/x.zip"], "/nowhere/x.zip: No such file"),
    (["files", "--output=/dev/full"], "/dev/full: No space left on device. Check the path."),
])  # fmt: skip
def test_a_wrong_bundle_is_a_sentence(arguments, says):
    make_snapshot()
    code, _out, err = run("make_bundle", *arguments)
    assert code == 1 and says in err


@pytest.mark.parametrize("name", ["together", "trl"])
def test_it_passes_the_gate_unless_it_is_let_go_in_so_many_words(tmp_path, monkeypatch, caplog, name):
    monkeypatch.setattr(gating, "held_back", lambda examples, progress=None: Held(1, 0, 0, (5,)))
    make_snapshot()
    path = tmp_path / "bundle.zip"
    code, _out, err = run("make_bundle", name, "--output", str(path))
    assert code == 1 and "#5" in err and "--allow-personal-data" in err and not path.exists()
    assert run("make_bundle", name, "--output", str(path), "--allow-personal-data")[0] == 0
    assert "run by" in caplog.text and ZipFile(path).testzip() is None
    assert Release.objects.get().what.startswith((f"{name.capitalize()}, snapshot", f"{name.upper()}, snapshot"))


def program(data, *words, **environment):
    return subprocess.run(
        [sys.executable, *words], cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=120,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(data), "READ_DOT_ENV": "false", **environment},
    )  # fmt: skip


KILLED = """
import os, signal, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "trainingcenter.settings"
django.setup()
from examples import snapshots
def killed(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(snapshots.os, sys.argv[1], killed)
snapshots.freeze("Killed", split="100/0")
"""


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_killed_in_the_middle_it_leaves_no_snapshot(tmp_path, where):
    data = tmp_path / "killed"
    file = tmp_path / "some.jsonl"
    file.write_text('{"instruction": "May I eat?", "response": "Ask your clinic."}\n')
    program(data, "manage.py", "import_training", str(file))
    assert program(data, "-c", KILLED, where).returncode == -9
    [left] = (data / "snapshots").iterdir()
    os.utime(left, (0, 0))
    done = program(data, "manage.py", "freeze_examples", "--split=100/0")
    assert "Snapshot 1," in done.stdout, done.stderr
    assert [path.suffix for path in Path(data / "snapshots").iterdir()] == [".jsonl"]
