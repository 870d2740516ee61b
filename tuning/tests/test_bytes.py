"""The same snapshot gives the same bytes after an upgrade: what was frozen and written once is written so again.

Where a digest here must change on purpose, so must the `version` of its destination, or FORMAT or BUNDLE. But for what is
counted while freezing, and stands in the manifest: a snapshot keeps what was counted of it.
"""

import hashlib
from datetime import UTC, datetime

import pytest

from examples import snapshots
from examples.models import Example
from examples.models.snapshots import FORMAT
from tuning import destinations
from tuning.bundling import BUNDLE
from tuning.tests.making import TALK, bundle_of, made, unzipped

pytestmark = pytest.mark.django_db
FROZEN = "training-center-snapshot/1", "9ad71b87a3fdc49ae96be605c1e1f83152322514ce0111e992d006f988798ac8"
ZIPPED = "training-center-bundle/1", 1, "608132938ff1e34c40361f84e139f7f447b57016d7484b235ac06404aad5ca68"
# By the format of the data files.
DATA = {
    "jsonl": "00c1d9225a10011d6dd38270b9973ae2ef989db0bbe86abfe6715209e260a4cb",
    "prompt-completion": "66b61a37cb8d959c1cd73cc9757f06e1ca47a1cea30b9c23092d1353624c63da",
    "sharegpt": "576e0068bdb76e81c75123f4f1ea3816fb8bad7fb11ccf0eaceafdf9808da94b",
}


def frozen():
    for place in range(1, 31):
        Example.unsaved(id=place, instruction=f"Question {place}?", response=f"Answer\u2028{place} é.").add()
    extra = {"_from": {"conversation": 4}, "score": 2**70}
    Example.unsaved(
        id=31, system="Kind.", context="Day 1", history=TALK, instruction="Now?", response="No.", extra=extra
    ).add()
    Example.unsaved(id=32, instruction="Tagged?", response="Yes.", tags="person:ann day").add()
    snapshot = snapshots.freeze("Fixed", split="80/10/10", seed=5, default_system="Be brief.")
    snapshot.made_at = datetime(2026, 11, 26, 6, tzinfo=UTC)
    return snapshot


def test_what_is_frozen_has_the_same_hash_as_ever():
    assert (FORMAT, frozen().sha256) == FROZEN


def test_a_bundle_is_the_same_bytes_as_ever():
    bundle = bundle_of(frozen(), "files")
    assert (BUNDLE, bundle.destination.version, hashlib.sha256(made(bundle)).hexdigest()) == ZIPPED


@pytest.mark.parametrize("name", destinations.every())
def test_the_data_files_are_the_same_bytes_as_ever(name):
    bundle = bundle_of(frozen(), name)
    files = unzipped(bundle)
    data = b"".join(files[bundle.destination.paths[part]] for part in bundle.parts)
    assert hashlib.sha256(data).hexdigest() == DATA[bundle.destination.format]
