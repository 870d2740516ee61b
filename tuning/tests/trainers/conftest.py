"""Bundles made by the product from one frozen set, for the trainers that are to read them (`make test-trainers`)."""

import json
import os
import random
from functools import cache
from itertools import chain
from zipfile import ZipFile

import pytest

from examples.tests.trainers import samples
from examples.tests.trainers.conftest import ROOT, manage
from examples.tests.trainers.tiny import make_model, make_tokenizer

__all__ = ["ROOT"]
os.environ |= {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "1"}


def environment(data_dir):
    """Return what a command of the product needs to find the data folder of a test, and nobody else's settings."""
    return {"DATA_DIR": str(data_dir), "READ_DOT_ENV": "false", "PATH": os.environ["PATH"]}


def made_up(number=24):
    """Return questions that have nothing in common, so that a split may part them."""
    rng = random.Random(5)
    words = ["".join(rng.choices("abcdefghijklmnop", k=rng.randint(2, 8))) for _ in range(400)]
    say = lambda length: " ".join(rng.choices(words, k=length))  # noqa: E731
    return [samples.example(say(9) + "?", say(24) + ".", context=say(7) * (place % 2)) for place in range(number)]


EXAMPLES = [*samples.TOOLS, *made_up()]
PLAIN = [*samples.PLAIN, *made_up()]
SETS = {"plain": PLAIN, "tools": EXAMPLES}


@pytest.fixture(scope="session")
def frozen(tmp_path_factory):
    """Return a data folder in which the examples of a set are frozen as a snapshot."""

    @cache
    def freeze(name="tools"):
        folder = tmp_path_factory.mktemp("frozen")
        rows = folder / "rows.json"
        rows.write_text(json.dumps([samples.as_sharegpt(example) for example in SETS[name]], ensure_ascii=False))
        manage(folder / "data", "migrate")
        manage(folder / "data", "import_training", str(rows), "--keep-repeats")
        manage(folder / "data", "freeze_examples", "First set", "--split", "60/20/20", "--seed", "3")
        return folder / "data"

    return freeze


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """A folder with a tiny random Llama and a tokenizer learned from the examples."""
    folder = tmp_path_factory.mktemp("model")
    tokenizer = make_tokenizer(text for example in EXAMPLES for _, text in example.messages)
    tokenizer.save_pretrained(folder)
    make_model(tokenizer).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def unzip(frozen, tmp_path_factory):
    """Return an empty folder into which a new bundle of a destination was unpacked."""

    def make(destination, examples="tools", **options):
        folder = tmp_path_factory.mktemp(destination)
        path = folder.with_suffix(".zip")
        words = [f"--option={name}={value}" for name, value in options.items()]
        manage(frozen(examples), "make_bundle", destination, "--output", str(path), "--allow-personal-data", *words)
        ZipFile(path).extractall(folder)
        return folder

    return make


def in_order(texts, wanted):
    """Return whether texts, read from several files, are those that are wanted, each once and in order in its file."""
    places = [[wanted.index(text) for text in part] for part in texts]
    return sorted(chain(*places)) == list(range(len(wanted))) and all(part == sorted(part) for part in places)
