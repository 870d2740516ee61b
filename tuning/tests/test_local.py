"""The destinations on a computer of one's own: their configuration says what was chosen, and a bad bundle is seen."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
import yaml

from examples.tests.making import make_example
from tuning import destinations
from tuning.destinations import Refusal, _local
from tuning.tests.making import bundle_of, made, make_snapshot, unzipped

pytestmark = pytest.mark.django_db
LOCAL = [name for name, one in destinations.every().items() if isinstance(one, _local.Local)]
CONFIGS = {
    "trl": ("config.yaml", "model", "max_length"),
    "colab": ("config.yaml", "model", "max_length"),
    "unsloth": ("config.yaml", "model", "max_length"),
    "llamafactory": ("train.yaml", "model_name_or_path", "cutoff_len"),
    "axolotl": ("axolotl.yaml", "base_model", "sequence_len"),
    "mlx": ("lora.yaml", "model", "max_seq_length"),
}
HOSTILE = "a: \"b\"\n# {evil}: 'x'"


def test_each_of_them_is_held_here():
    assert set(CONFIGS) == set(LOCAL)


@pytest.mark.parametrize("name", CONFIGS)
def test_its_configuration_says_what_was_chosen_whatever_that_is(name):
    path, model, limit = CONFIGS[name]
    bundle = bundle_of(make_snapshot(), name, model=HOSTILE, max_length=777)
    settings = yaml.safe_load(unzipped(bundle)[path])
    assert (settings[model], settings[limit]) == (HOSTILE, 777)
    assert bundle.check(BytesIO(made(bundle)))


@pytest.mark.parametrize("name", CONFIGS)
def test_a_configuration_that_is_not_what_was_chosen_is_seen(name):
    path = CONFIGS[name][0]
    bundle = bundle_of(make_snapshot(), name)
    files = unzipped(bundle)
    files[path] = files[path].replace(b"2048", b"1024")
    changed = BytesIO()
    with ZipFile(changed, "w") as archive:
        for one, content in files.items():
            archive.writestr(one, content)
    with ZipFile(changed) as archive, pytest.raises(Refusal, match=path):
        bundle.destination.check(archive)


@pytest.mark.parametrize("name", LOCAL)
def test_it_says_how_many_examples_are_longer_than_it_keeps(name):
    make_example(instruction="Long?", response="word " * 400)
    bundle = bundle_of(make_snapshot(), name, max_length=100)
    told = bundle.tell()
    assert told.cut == 1 or "1 example has" in " ".join(map(str, told.notes))


def test_llamafactory_is_told_of_tools_only_where_there_are_some():
    bundle = bundle_of(make_snapshot(), "llamafactory")
    info = json.loads(unzipped(bundle)["dataset_info.json"])
    assert set(info) == {"training_center_train", "training_center_validation", "training_center_test"}
    assert all("tools" not in entry["columns"] for entry in info.values())


def test_mlx_never_takes_more_at_once_than_the_smallest_part_has():
    settings = yaml.safe_load(unzipped(bundle_of(make_snapshot(6, split="80/10/10"), "mlx"))["lora.yaml"])
    assert settings["batch_size"] == 1
