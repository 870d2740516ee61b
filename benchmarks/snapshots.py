"""Freezing examples against their export as JSONL, and a bundle of them: its time and its memory."""

from benchmarks import children
from benchmarks.figures import Figure, at_most, ratio, shown

MOST, MEMORY, BUNDLE_MEMORY = 2, 300, 150
TIMES = 5


def measure(workshop):
    data = workshop.settled(workshop.rows)
    written = workshop.folder / "export.jsonl"
    exports, freezings = [], []
    for _ in range(TIMES):
        written.unlink(missing_ok=True)  # a new file, as the other one is
        exports.append(children.run("manage.py", "export_training", "jsonl", "--output", written, data=data))
        freezings.append(children.run("manage.py", "freeze_examples", data=data))
    written.unlink()
    export, freezing = children.middle(exports), children.middle(freezings)
    name = f"freezing {workshop.rows:,} against their export to JSONL"
    yield ratio(f"{name}: wall", freezing.wall, export.wall, MOST, "s")
    # Of two threads, one of which hashes and writes.
    yield Figure(f"{name}: CPU", shown(freezing.cpu, "s"), f"floor {shown(export.cpu, 's')}")
    yield at_most(f"freezing {workshop.rows:,}: peak memory", freezing.peak, MEMORY, "MB")
    zipped = workshop.folder / "bundle.zip"
    large = children.run("manage.py", "make_bundle", "files", "--output", zipped, data=data)
    size = zipped.stat().st_size / 1e6
    zipped.unlink()
    yield Figure(f"bundle of {workshop.rows:,}, written and read back", shown(large.wall, "s"), f"{size:,.0f} MB")
    yield at_most(f"bundle of {workshop.rows:,}: peak memory", large.peak, BUNDLE_MEMORY, "MB")
    before, after = 1, 2
    compared = children.run("manage.py", "compare_snapshots", before, after, data=data)
    yield Figure(f"comparing two snapshots of {workshop.rows:,}", shown(compared.wall, "s"), f"{compared.peak:,.0f} MB")
