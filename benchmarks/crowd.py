"""Fifty clients that add at once, and forty that never finish their request."""

import socket
import threading
import time
from collections import Counter
from contextlib import ExitStack, closing
from sqlite3 import connect
from statistics import median

from benchmarks.children import Client, Server, seconds
from benchmarks.figures import Figure, shown
from benchmarks.material import FEW, database

CLIENTS, EACH = 50, 20
STUCK, HEALTH, WAIT = 40, 100, 1.0
# Cut in the headers, and cut in the body.
HALVES = (
    b"GET /api/training/stats HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    b"POST /api/training/add-example HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    b'Content-Length: 1000\r\n\r\n{"instruction": "',
)


def measure(workshop):
    data = workshop.filled(FEW)
    with Server(data) as server, ExitStack() as stack:
        yield from adding(server.port, data, "free")
        for number in range(STUCK):
            stuck = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
            stuck.sendall(HALVES[number % 2])
        time.sleep(0.5)  # until the server has taken them all
        yield answering(server.port)
        yield from adding(server.port, data, f"beside {STUCK} stuck")


def answering(port):
    waits = []
    with Client(port, timeout=10) as kept:
        for _ in range(HEALTH // 2):
            waits.append(seconds(kept.get, "/api/health"))
            with Client(port, timeout=10) as fresh:
                waits.append(seconds(fresh.get, "/api/health"))
    longest = max(waits)
    return Figure(
        f"health beside {STUCK} requests never finished, {HEALTH} times: longest",
        shown(longest, "ms"),
        f"median {shown(median(waits), 'ms')}",
        shown(WAIT, "ms"),
        longest <= WAIT,
    )


def adding(port, data, name):
    """Return the figures of many clients that add at once; what came is counted in the database itself."""
    waits, refused = [], []
    begin = threading.Barrier(CLIENTS)

    def client(number):
        begin.wait()
        with Client(port) as connection:
            for turn in range(EACH):
                item = {"instruction": f"{name} {number} {turn}", "response": "An answer. " * 55}
                try:
                    waits.append(seconds(connection.post, "/api/training/add-example", item))
                except (OSError, RuntimeError) as error:
                    refused.append(str(error))
                    connection.connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - started
    with closing(connect(f"file:{database(data)}?mode=ro", uri=True)) as db:
        there = Counter(
            text for (text,) in db.execute(
                "SELECT instruction FROM examples_example WHERE instruction LIKE ? AND removed_at IS NULL",
                [f"{name} %"],
            )
        )  # fmt: skip
    all_of_them = CLIENTS * EACH
    lost, doubled = all_of_them - len(there), sum(there.values()) - len(there)
    say = f", first: {refused[0]}" if refused else ""
    return [
        Figure(
            f"{all_of_them:,} adds from {CLIENTS} clients, {name}",
            f"{lost} lost, {doubled} doubled, {len(refused)} refused{say}",
            "",
            "none",
            not (lost or doubled or refused),
        ),
        Figure("the same: a second, longest wait", f"{all_of_them / wall:,.0f}, {shown(max(waits, default=0), 'ms')}"),
    ]
