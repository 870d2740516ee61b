"""Exports made by the product, for trainers that live in environments of their own (`make test-trainers`)."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from . import samples

ROOT = Path(__file__).parents[3]
SUFFIXES = {"jsonl": ".jsonl", "prompt-completion": ".jsonl"}

# Nothing is on a hub that these tests need, and a trainer that asks for one is to fail at once.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"


def manage(data_dir, *arguments):
    """Run manage.py with the product's python and a data folder of its own."""
    python = os.environ.get("TRAINING_CENTER_PYTHON", ".venv/bin/python")
    settings = {"DATA_DIR": str(data_dir), "READ_DOT_ENV": "false", "PATH": os.environ["PATH"]}
    done = subprocess.run([python, "manage.py", *arguments], cwd=ROOT, env=settings, capture_output=True, text=True)
    # 3 means: done, but for the rows that it names. Whether these are the right ones, the tests see in what comes out.
    if done.returncode not in (0, 3):
        pytest.fail(f"manage.py {' '.join(arguments)}: {done.stderr or done.stdout}", pytrace=False)


# What the checks found, overruled: trainers are to read every row, also those with a dose or a name in them.
OVERRULE = """
from django.utils import timezone
from examples.models import StoredFinding
StoredFinding.objects.update(overruled_at=timezone.now(), overruled_because="Read by a person.")
"""


def bring(data_dir, path):
    """Import a file with all of its rows, and overrule what the checks find in them."""
    # A tool dialogue or two stands twice in the real files; here each row is to come out again.
    manage(data_dir, "import_training", str(path), "--keep-repeats")
    manage(data_dir, "check_examples")
    manage(data_dir, "shell", "--no-imports", "-c", OVERRULE)


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("empty") / "data"
    manage(data_dir, "migrate")
    return data_dir


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """Return (path, Examples) of a source: one of samples.OWN, or the name of a real file."""
    folder = tmp_path_factory.mktemp("sources")

    @cache
    def find(name):
        if name in samples.OWN:
            examples, row = samples.OWN[name]
            path = folder / f"{name}.json"
            path.write_text(json.dumps([row(example) for example in examples], ensure_ascii=False), encoding="utf-8")
            return path, examples
        path = samples.REAL_FILES / name
        if not path.exists():
            pytest.skip(f"{path} is not here: it is one of other people's files and not part of this product.")
        return path, samples.read(path)

    return find


@pytest.fixture(scope="session")
def filled(source, empty, tmp_path_factory):
    """Return a data folder into which the source was imported."""

    @cache
    def fill(name):
        path, _ = source(name)
        data_dir = shutil.copytree(empty, tmp_path_factory.mktemp("filled") / "data")
        bring(data_dir, path)
        return data_dir

    return fill


@pytest.fixture(scope="session")
def export(source, filled, tmp_path_factory):
    """Return (path of the export, the Examples that must be in it) for a format and the name of a source."""

    @cache
    def write(format, name):
        _, examples = source(name)
        path = tmp_path_factory.mktemp("exports") / f"{format}{SUFFIXES.get(format, '.json')}"
        manage(filled(name), "export_training", format, "--output", str(path))
        return path, examples

    return write
