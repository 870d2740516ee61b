"""`make bench`: measure, print a table, and exit with 1 where a limit does not hold."""

import argparse
import os
import signal
import sys
import time

from benchmarks import crowd, exporting, figures, importing, pages, reading, snapshots
from benchmarks.material import Workshop

PARTS = {
    "import": importing,
    "export": exporting,
    "reading": reading,
    "pages": pages,
    "crowd": crowd,
    "snapshots": snapshots,
}


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all where none is named")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many examples (1,000,000)")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part “{part}”; there are {', '.join(PARTS)}")
    if options.rows < 1000:
        parser.error("--rows must be 1000 or more")
    # A shell that starts this in the background has SIGINT ignored, and the servers would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    found, load = [], os.getloadavg()[0]
    with Workshop(options.rows) as workshop:
        for name in options.parts or PARTS:
            figures.say(f"{name} …")
            started = time.perf_counter()
            for figure in PARTS[name].measure(workshop):
                found.append(figure)
                figures.say(f"  {figure}")
            figures.say(f"{name} took {time.perf_counter() - started:,.0f} s")
    print(figures.table(found))
    print(f"\nOther work on the machine when this started: a load of {load:.1f} on {os.cpu_count()} cores.")
    return 1 if any(figure.holds is False for figure in found) else 0


sys.exit(main())
