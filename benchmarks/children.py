"""Running the product and the floors in processes of their own, and measuring these."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
START, STOP = 30, 15  # seconds


@dataclass
class Spent:
    """What a process took: CPU seconds (user and system), wall seconds, peak memory in MB of 10^6 bytes."""

    cpu: float
    wall: float
    peak: float


def environment(data, **more):
    """Return the environment of a child: the product's defaults on this data folder, whatever is set outside."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "DATA_DIR": str(data), "SECRET_KEY": "benchmark", "READ_DOT_ENV": "false", **more}


def run(*command, data, codes=(0,)):
    """Run `python command…` to its end and return what it Spent. Raises where it ends with another of these codes."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *map(str, command)], cwd=ROOT, env=environment(data), stdout=subprocess.DEVNULL
    )
    # Before any wait of subprocess's own, which would throw the figures away. The peak counts what this process held
    # when it forked too, so this process stays small.
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in codes:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {child.returncode}.")
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6)


def middle(runs):
    """Return the Spent of several runs: medians, and the highest peak."""
    return Spent(median(one.cpu for one in runs), median(one.wall for one in runs), max(one.peak for one in runs))


class Server:
    """`manage.py serve` on a data folder and a free port, while a `with` block runs."""

    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.port = free_port()
        self.child = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment(self.data, PORT=str(self.port)),
            stdout=subprocess.DEVNULL,
        )
        try:
            self.wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait_until_ready(self):
        deadline = time.monotonic() + START
        while time.monotonic() < deadline:
            if self.child.poll() is not None:
                raise RuntimeError(f"The server ended with {self.child.returncode} before it answered.")
            try:
                with Client(self.port, timeout=5) as client:
                    client.get("/api/health")
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"The server did not answer within {START} seconds.")

    def __exit__(self, *exception):
        self.child.send_signal(signal.SIGINT)
        try:
            self.child.wait(STOP)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Client:
    """One connection to a server, kept open between requests."""

    def __init__(self, port, timeout=60):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.connection.close()

    def get(self, path, headers=None):
        self.connection.request("GET", path, headers=headers or {})
        return self.answer()

    def post(self, path, value):
        self.connection.request("POST", path, json.dumps(value).encode(), {"Content-Type": "application/json"})
        return self.answer()

    def answer(self):
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"The server answered {response.status}: {body[:200]!r}")
        return body


def seconds(call, *arguments):
    """Return how long a call takes."""
    started = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - started
