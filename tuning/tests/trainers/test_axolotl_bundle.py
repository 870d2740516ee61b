"""The axolotl bundle, read by axolotl's own reader of chats with the settings that its YAML holds.

axolotl itself needs a graphics card and releases of its own of everything, so its training is not run here.
"""

import json

import pytest
import yaml
from transformers import AutoTokenizer

axolotl = pytest.importorskip("axolotl.prompt_strategies.chat_template", reason="axolotl could not be installed here.")

from axolotl.utils.dict import DictDefault  # noqa: E402

from examples.tests.trainers.test_trl import as_text, said  # noqa: E402
from examples.tests.trainers.tiny import read_text, trained_texts  # noqa: E402

from .conftest import EXAMPLES, in_order  # noqa: E402


@pytest.fixture(scope="module")
def parts(unzip, model):
    """Return (tokenizer, the parts as axolotl makes tokens of them)."""
    folder = unzip("axolotl", model=model)
    config = DictDefault(yaml.safe_load((folder / "axolotl.yaml").read_text()))
    tokenizer = AutoTokenizer.from_pretrained(model)
    found = []
    for entry in [*config.datasets, {**config.datasets[0], "path": "test.jsonl"}, *config.test_datasets]:
        strategy = axolotl.load(tokenizer, config, ds_cfg=entry)
        rows = map(json.loads, (folder / entry["path"]).read_text().splitlines())
        found.append([strategy.tokenize_prompt(row) for row in rows])
    return tokenizer, found


def test_it_reads_every_text_in_order(parts):
    tokenizer, found = parts
    assert in_order([[read_text(tokenizer, row) for row in part] for part in found], [as_text(one) for one in EXAMPLES])


def test_it_trains_on_answers_only(parts):
    tokenizer, found = parts
    answers = [[text for role, text in (said(*turn) for turn in one.turns) if role == "assistant"] for one in EXAMPLES]
    assert in_order([[trained_texts(tokenizer, row) for row in part] for part in found], answers)
