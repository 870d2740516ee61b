"""The LLaMA-Factory bundle, read and trained on by LLaMA-Factory with the settings that its YAML holds."""

import json
import os

import pytest
import yaml

from examples.tests.trainers.test_llamafactory import messages as _messages  # noqa: F401  (its stand-in for torchaudio)
from examples.tests.trainers.test_llamafactory import said
from examples.tests.trainers.tiny import chatml, read_text, trained_texts

from .conftest import EXAMPLES, PLAIN, in_order

# What a processor, a model of two layers and an environment without matplotlib need otherwise than a card and Llama.
HERE = {"use_cpu": True, "bf16": False, "template": "qwen", "plot_loss": False}


@pytest.fixture(scope="module")
def settings(unzip, model):
    def settings_of(examples):
        folder = unzip("llamafactory", examples=examples, model=model, four_bit="no", epochs=1)
        os.chdir(folder)  # its dataset_dir is the folder of the bundle
        return {**yaml.safe_load((folder / "train.yaml").read_text()), **HERE}

    return settings_of


@pytest.fixture(scope="module", params=["plain", "tools"])
def read(request, settings):
    """Return (tokenizer, {part: rows} as LLaMA-Factory would train on them, the Examples)."""
    from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
    from llamafactory.hparams import get_train_args
    from llamafactory.model import load_tokenizer

    chosen = settings(request.param)
    found = {}
    for part in ("train", "validation", "test"):
        one = {name: value for name, value in chosen.items() if not name.startswith("eval_")}
        model_args, data_args, training_args, *_ = get_train_args({**one, "dataset": f"training_center_{part}"})
        tokenizer = load_tokenizer(model_args)["tokenizer"]
        template = get_template_and_fix_tokenizer(tokenizer, data_args)
        rows = get_dataset(template, model_args, data_args, training_args, stage="sft", tokenizer=tokenizer)
        found[part] = rows["train_dataset"]
    return tokenizer, found, {"plain": PLAIN, "tools": EXAMPLES}[request.param]


def test_it_reads_every_text_in_order(read):
    tokenizer, found, examples = read
    plain = [one for one in examples if not one.tools]
    texts = [[read_text(tokenizer, row) for row in rows] for rows in found.values()]
    assert sum(map(len, texts)) == len(examples)
    wanted = [chatml(one.messages) for one in plain]
    assert in_order([[text for text in part if text in wanted] for part in texts], wanted)
    for one in (one for one in examples if one.tools):
        turns = chatml(said(*turn) for turn in one.turns)
        [text] = [text for part in texts for text in part if text.endswith(turns)]
        assert all(json.dumps(tool, ensure_ascii=False) in text for tool in json.loads(one.tools))
        assert all(words in text for role, words in one.messages if role == "system")


def test_it_trains_on_the_last_answer_only(read):
    tokenizer, found, examples = read
    trained = [[trained_texts(tokenizer, row) for row in rows] for rows in found.values()]
    assert in_order(trained, [[one.turns[-1][1]] for one in examples])


def test_it_trains_by_its_own_file(settings):
    from llamafactory.train.tuner import run_exp

    chosen = settings("plain")
    run_exp({**chosen, "max_steps": 2})
    assert json.loads(open("output/train_results.json").read())["train_loss"] > 0
    assert os.path.exists("output/adapter_config.json")
