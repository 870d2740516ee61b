"""Ten examples of ours to look at and to try things out with: brought in like a file, and taken away in one step."""

from pathlib import Path

from examples import importing
from examples.models import Example, Import

FILE = Path(__file__).with_name("samples.json")
# What the import is called, by which its examples are found again; and the tag that each of them has.
NAME, TAG = "ten-sample-examples.json", "sample"


def load(by=None):
    """Bring in the samples that are not there, and return how many that were. Raises importing.Busy."""
    with FILE.open("rb") as file:
        report = importing.bring(file, NAME, by=by)
    if not report.added:  # so nobody needs to know of it
        report.delete()
    return report.added


def remove(at):
    """Move what came as a sample and is still tagged as one to the trash, and return how many that were."""
    return Example.objects.filter(source__in=sources()).tagged(TAG).remove(at=at)


def count():
    """Return how many examples came as samples, edited or not."""
    found = sources()
    if not found:
        return 0
    condition = f"source_id IS NOT NULL AND source_id IN ({', '.join(map(str, found))})"
    [(number,)] = Example.objects.along("example_source", ("COUNT(*)", condition, ""))
    return number


def sources():
    return list(Import.objects.filter(name=NAME).values_list("id", flat=True))
