"""Giving examples out as JSONL, by the command and over HTTP, against a bare cursor with orjson."""

import hashlib
import time

from benchmarks import children
from benchmarks.children import Client, Server
from benchmarks.figures import Figure, at_most, ratio, shown
from benchmarks.material import database

MOST, MEMORY, FIRST_BYTE = 1.6, 150, 0.5
TIMES = 5


def measure(workshop):
    data = workshop.filled(workshop.rows)
    name = f"export of {workshop.rows:,} to JSONL"
    plain, written = workshop.folder / "floor.jsonl", workshop.folder / "product.jsonl"
    floor, product = [], []
    for _ in range(TIMES):
        for path in (plain, written):  # each time a new file: a system that gives a gigabyte back takes its time
            path.unlink(missing_ok=True)
        floor.append(children.run("-m", "benchmarks.floors", "export", database(data), plain, data=data))
        product.append(children.run("manage.py", "export_training", "jsonl", "--output", written, data=data))
    bare, ours = children.middle(floor), children.middle(product)
    same = digest(plain) == digest(written)
    plain.unlink()
    written.unlink()
    yield ratio(f"{name}: CPU", ours.cpu, bare.cpu, MOST, "s")
    yield Figure(f"{name}: wall", shown(ours.wall, "s"), f"floor {shown(bare.wall, 's')}")
    yield at_most(f"{name}: peak memory", ours.peak, MEMORY, "MB")
    yield Figure(f"{name}: same bytes as the floor's", "yes" if same else "no", "", "yes", same)
    yield at_most(f"download of {workshop.rows:,}: first byte, longest of 5", first_byte(data), FIRST_BYTE, "s")


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def first_byte(data):
    """Return the longest of several waits for the first byte of a download."""
    waits = []
    with Server(data) as server:
        for _ in range(5):
            with Client(server.port) as client:
                started = time.perf_counter()
                client.connection.request("GET", "/api/training/download/jsonl")
                client.connection.getresponse().read(1)
                waits.append(time.perf_counter() - started)
    return max(waits)
