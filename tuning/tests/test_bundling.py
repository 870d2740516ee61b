"""Every destination's bundle: written, read back, and the same bytes each time."""

import hashlib
import json
import re
import zipfile
from io import BytesIO
from zipfile import ZipFile

import pytest
import yaml
from django.utils import translation

from examples.models import Damaged, Example
from examples.tests.making import make_example
from tuning import destinations
from tuning.destinations import Refusal
from tuning.options import COMMON, clean
from tuning.tests.making import bundle_of, made, make_snapshot, unzipped

pytestmark = pytest.mark.django_db
each = pytest.mark.parametrize("name", destinations.every())


@each
def test_it_is_read_back_as_it_was_frozen(name):
    bundle = bundle_of(make_snapshot(), name)
    assert bundle.check(BytesIO(made(bundle))) == bundle.count()


@each
def test_it_is_the_same_bytes_again_in_any_language_and_after_the_examples_changed(name):
    bundle = bundle_of(make_snapshot(), name)
    first = made(bundle)
    Example.objects.all().remove()
    with translation.override("de"):
        assert made(bundle_of(bundle.snapshot, name)) == first


@each
def test_its_manifest_has_the_counts_and_the_hash_of_each_file(name):
    bundle = bundle_of(make_snapshot(), name)
    files = unzipped(bundle)
    manifest = json.loads(files.pop("manifest.json"))
    assert {path: hashlib.sha256(data).hexdigest() for path, data in files.items()} == {
        path: known["sha256"] for path, known in manifest["files"].items()
    }
    assert manifest["snapshot"]["sha256"] == bundle.snapshot.sha256
    assert sum(manifest["written"]["parts"].values()) == manifest["written"]["examples"] == 40
    assert manifest["snapshot"]["seed"] == 7


@each
def test_its_card_declares_the_parts_and_is_private_by_default(name):
    bundle = bundle_of(make_snapshot(), name)
    card = unzipped(bundle)["README.md"].decode()
    assert card.startswith('---\nlicense: "other"\n')
    assert "these data are private" in card
    assert all(json.dumps(bundle.destination.paths[part]) in card for part in bundle.parts)
    assert (
        'license: "cc-by-4.0"' in unzipped(bundle_of(bundle.snapshot, name, licence="cc-by-4.0"))["README.md"].decode()
    )


@each
def test_it_says_in_a_line_whether_data_leaves(name):
    destination = destinations.named(name)
    assert destination.whom and destination.leaves and destination.title


def test_a_letter_changed_in_the_zip_is_found():
    bundle = bundle_of(make_snapshot(), "files")
    data = made(bundle)
    with pytest.raises((Refusal, zipfile.BadZipFile)):
        bundle.check(BytesIO(data.replace(b"Answer 3,", b"Answer 4,")))
    with pytest.raises(Refusal, match="no ZIP"):
        bundle.check(BytesIO(data[:-30]))


def test_what_is_read_otherwise_than_frozen_is_found(monkeypatch):
    bundle = bundle_of(make_snapshot(), "files")
    data = made(bundle)
    monkeypatch.setattr(bundle.snapshot, "default_system", "Be brief.")
    monkeypatch.setattr(bundle, "writing", type(bundle.writing)("Be brief.", "system"))
    with pytest.raises(Refusal, match="does not read as it was frozen"):
        bundle.check(BytesIO(data))


@each
@pytest.mark.parametrize("split", ["100/0/0", "90/10", "80/10/10"])
def test_its_steps_name_no_file_that_is_not_in_it(name, split):
    files = unzipped(bundle_of(make_snapshot(split=split), name))
    steps = files["HOW-TO.md"].decode()
    named = re.findall(r"\b(?:data/)?(?:train|valid|validation|test)\.jsonl?\b", steps)
    assert set(named) <= set(files)


HOSTILE = 'a: b\x7f \x80 \ufeff\uffff # "q" \\ \U0001f600 </script> `id` $(id) \'; --- '


@each
def test_no_name_breaks_out_of_a_yaml_file(name):
    bundle = bundle_of(make_snapshot(name=HOSTILE), name)
    texts = {"model": HOSTILE} if "model" in bundle.options and name != "huggingface-jobs" else {}
    bundle = bundle_of(bundle.snapshot, name, **texts)
    files = unzipped(bundle)
    assert yaml.safe_load(files["README.md"].split(b"---\n")[1])["pretty_name"] == bundle.snapshot.name
    settings = [yaml.safe_load(data) for path, data in files.items() if path.endswith(".yaml")]
    assert all(not texts or HOSTILE.strip() in one.values() for one in settings)
    assert bundle.check(BytesIO(made(bundle))) == 40


def test_it_is_not_made_from_a_damaged_snapshot():
    bundle = bundle_of(make_snapshot(), "files")
    bundle.snapshot.path.chmod(0o600)
    bundle.snapshot.path.write_bytes(bundle.snapshot.path.read_bytes().replace(b"Answer 3", b"Answer 4", 1))
    for act in (made, type(bundle).tell):
        with pytest.raises(Damaged, match="was changed"):
            act(bundle)


def test_it_writes_the_default_system_prompt_and_the_context_where_asked():
    snapshot = make_snapshot(default_system="Be brief.")
    bundle = bundle_of(snapshot, "files", context_in="user")
    files = unzipped(bundle)
    rows = [json.loads(line)["messages"] for part in bundle.parts for line in files[f"{part}.jsonl"].splitlines()]
    assert {row[0]["content"] for row in rows} == {"Be brief.", "Answer kindly."}
    assert sum("<context>\n" in row[-2]["content"] for row in rows) == 2
    assert bundle.check(BytesIO(made(bundle))) == 40


def test_it_tells_what_a_limit_would_cut_and_what_the_format_cannot_hold(monkeypatch):
    make_example(response="x" * 4_100)
    odd = make_example(history=[{"role": "assistant", "content": "Hello."}])
    bundle = bundle_of(make_snapshot(), "files")
    monkeypatch.setattr(type(bundle.destination), "limit", lambda self, options: 1024)
    told = bundle.tell()
    assert (told.examples, told.limit, told.cut) == (41, 1024, 1)
    assert [(shape.value, number, first) for shape, number, first in told.refused] == [("free", 1, [odd.pk])]


def test_two_bundles_of_a_zip_differ_in_nothing_that_a_clock_gives():
    bundle = bundle_of(make_snapshot(), "files")
    with ZipFile(BytesIO(made(bundle))) as archive:
        assert {(one.date_time, one.compress_type, one.create_system) for one in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0, 3)
        }


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"color": "red"}, "has no option “color”"),
        ({"licence": "mine"}, "“licence” must be one of private, "),
        ({"context_in": ["user"]}, "must be one of"),
    ],
)
def test_an_option_that_is_none_is_refused(given, says):
    with pytest.raises(Refusal, match=says):
        clean(destinations.named("files"), given)


def test_every_option_has_a_default_that_its_kind_takes():
    for destination in destinations.every().values():
        assert set(clean(destination, {})) == {field.name for field in (*destination.fields, *COMMON)}
