"""The data files of every local bundle, read by `datasets` as a trainer reads them."""

import json

import pytest
from datasets import load_dataset

from examples.tests.trainers.samples import ROWS
from examples.tests.trainers.test_datasets import filled_in

from .conftest import EXAMPLES, in_order

SHAPES = {
    "trl": "prompt-completion",
    "unsloth": "prompt-completion",
    "colab": "prompt-completion",
    "llamafactory": "sharegpt",
    "axolotl": "jsonl",
    "mlx": "jsonl",
}


@pytest.mark.parametrize("destination", SHAPES)
def test_it_loads_each_part_with_the_texts_as_they_were(unzip, tmp_path, destination):
    folder = unzip(destination)
    manifest = json.loads((folder / "manifest.json").read_text())
    paths = {file["part"]: str(folder / path) for path, file in manifest["files"].items() if "part" in file}
    assert set(paths) == {"train", "validation", "test"}
    wanted = [ROWS[SHAPES[destination]](example) for example in EXAMPLES]
    parts = [
        [filled_in(row) for row in load_dataset("json", data_files=path, split="train", cache_dir=str(tmp_path))]
        for path in paths.values()
    ]
    assert in_order(parts, wanted)
