"""The MLX-LM bundle, read by MLX-LM's own loader and trained on by its own command, on a processor."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
import yaml
from mlx_lm.tuner.datasets import load_dataset
from transformers import AutoTokenizer

from examples.tests.trainers.test_trl import as_text, said
from examples.tests.trainers.tiny import END

from .conftest import EXAMPLES, in_order


@pytest.fixture(scope="module")
def folder(unzip, model):
    return unzip("mlx", model=model, max_length=512, epochs=1)


@pytest.fixture(scope="module")
def parts(folder, model):
    """Return (tokenizer, the three sets as MLX-LM makes tokens of them)."""
    settings = SimpleNamespace(**{**yaml.safe_load((folder / "lora.yaml").read_text()), "data": str(folder / "data")})
    tokenizer = AutoTokenizer.from_pretrained(model)
    sets = load_dataset(settings, tokenizer)
    return tokenizer, [[found.process(found[place]) for place in range(len(found))] for found in sets]


def test_it_reads_every_text_in_order(parts):
    tokenizer, sets = parts
    assert all(sets)
    assert in_order([[tokenizer.decode(ids) for ids, _ in one] for one in sets], [as_text(one) for one in EXAMPLES])


def test_it_trains_on_the_last_answer_only(parts):
    tokenizer, sets = parts
    trained = [[tokenizer.decode(ids[start:]) for ids, start in one] for one in sets]
    assert in_order(trained, [said(*one.turns[-1])[1] + END + "\n" for one in EXAMPLES])


def test_it_trains(folder):
    words = [sys.executable, "-m", "mlx_lm", "lora", "--config", "lora.yaml", "--iters", "2"]
    done = subprocess.run(words, cwd=folder, env={**os.environ, "HF_HUB_OFFLINE": "1"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Test loss" in done.stdout and (folder / "adapters" / "adapters.safetensors").exists()
