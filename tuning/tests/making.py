"""Snapshots and bundles for the tests."""

from io import BytesIO
from zipfile import ZipFile

from examples import snapshots
from examples.tests.making import make_example
from tuning import destinations
from tuning.bundling import Bundle

TALK = [{"role": "user", "content": "May I drive?"}, {"role": "assistant", "content": "Not today."}]


def make_examples(number=38):
    """Store examples of all the usual kinds."""
    for place in range(number):
        make_example(instruction=f"Question {place}?", response=f"Answer {place}, and “kindly”.")
    make_example(system="Answer kindly.", context="The day before", history=TALK, instruction="May I eat?")
    make_example(instruction="And </context> <script>?", context="a <context> in it", response="=1+1\n{{name}}")


def make_snapshot(number=38, **values):
    make_examples(number)
    return snapshots.freeze(**{"name": "First set", "split": "80/10/10", "seed": 7, **values})


def bundle_of(snapshot, name, **options):
    return Bundle(snapshot, destinations.named(name), options)


def made(bundle):
    """Return a bundle's bytes."""
    return b"".join(bundle.pieces())


def unzipped(bundle):
    """Return {path: bytes} of a bundle."""
    with ZipFile(BytesIO(made(bundle))) as archive:
        return {path: archive.read(path) for path in archive.namelist()}
