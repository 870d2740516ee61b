"""Bringing a file by the command, against orjson, the same hash and executemany into the same table."""

import shutil

from benchmarks import children, floors
from benchmarks.figures import Figure, at_most, ratio, shown
from benchmarks.material import CHECKED, database, take_for_checked

MOST, MEMORY, NOISE = 2.0, 200, 1.05
STEADY = 1_000_000  # from here on memory must be what it is at a tenth
SHORT = 200_000


def measure(workshop):
    messages, peak = compared(workshop, "messages")
    yield from messages
    yield steady(workshop, peak)
    yield from compared(workshop, "fields")[0]
    yield from repeated(workshop)
    yield from behind(workshop)


def compared(workshop, shape):
    """Return (the figures of importing one shape of file, the peak). The last folder filled is kept for other parts."""
    rows, times = workshop.rows, 3 if workshop.rows <= SHORT else 1
    name = f"import of {rows:,}, {shape}"
    floor, product = [], []
    for _ in range(times):
        floor.append(floor_of(workshop, shape))
        data = workshop.empty("imported")
        product.append(children.run("manage.py", "import_training", workshop.file(rows, shape), data=data))
    bare, ours = children.middle(floor), children.middle(product)
    workshop.keep(rows, data)
    figures = [
        ratio(f"{name}: CPU", ours.cpu, bare.cpu, MOST, "s"),
        Figure(f"{name}: wall", shown(ours.wall, "s"), f"floor {shown(bare.wall, 's')}"),
        at_most(f"{name}: peak memory", ours.peak, MEMORY, "MB"),
    ]
    return figures, ours.peak


def floor_of(workshop, shape):
    folder = workshop.empty("floor")
    target = folder / "floor.sqlite3"
    floors.prepare(database(folder), target)
    spent = children.run("-m", "benchmarks.floors", "import", workshop.file(workshop.rows, shape), target, data=folder)
    shutil.rmtree(folder)
    return spent


def steady(workshop, large):
    """Return the figure of memory at all rows beside that at a tenth of them."""
    data = workshop.empty("tenth")
    file = workshop.file(workshop.rows // 10, "messages")
    small = children.run("manage.py", "import_training", file, data=data).peak
    shutil.rmtree(data)
    figure = Figure("import: memory beside a tenth of the rows", shown(large, "MB"), f"{small:,.0f} MB")
    if workshop.rows >= STEADY:
        figure.limit, figure.holds = "the same (5 % noise)", large <= small * NOISE
    return figure


def repeated(workshop):
    """Return the figure of bringing a file whose rows are all there already; the store is as before."""
    data = workshop.made[workshop.rows]
    spent = children.run("manage.py", "import_training", workshop.file(workshop.rows, "fields"), data=data)
    return [
        Figure("the same file once more: CPU", shown(spent.cpu, "s"), "all rows are repeats"),
        Figure("the same file once more: peak memory", shown(spent.peak, "MB")),
    ]


def behind(workshop):
    """Yield the figures of what follows an import in the background."""
    spent = children.run("manage.py", "index_examples", data=workshop.made[workshop.rows])
    yield Figure("index_examples: wall", shown(spent.wall, "s"), f"CPU {spent.cpu:,.2f} s, {spent.peak:,.0f} MB")
    few = min(workshop.rows, CHECKED)
    data = workshop.empty("checked")
    children.run("manage.py", "import_training", workshop.file(few), data=data)
    spent = children.run("manage.py", "check_examples", data=data, codes=(0, 3))
    shutil.rmtree(data)
    yield Figure(
        f"check_examples of {few:,}: wall", shown(spent.wall, "s"), f"CPU {spent.cpu:,.2f} s, {spent.peak:,.0f} MB"
    )
    take_for_checked(workshop.made[workshop.rows])
