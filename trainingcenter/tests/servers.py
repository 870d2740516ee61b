"""The product in a process of its own, with its own data folder, for tests that need the real door."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(folder, **settings):
    """Return an environment that takes nothing from the developer's own settings."""
    (folder / "temporary").mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder / "temporary"),
        "READ_DOT_ENV": "false",
        "DATA_DIR": str(folder / "data"),
        "PYTHONDONTWRITEBYTECODE": "1",
        **{name: str(value) for name, value in settings.items()},
    }


def manage(folder, *arguments, **settings):
    """Run a command of manage.py to its end and return it, with what it wrote as text."""
    return run(folder, "manage.py", *arguments, **settings)


def run(folder, *arguments, **settings):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment(folder, **settings), capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def cookies(self):
        return {
            pair.split("=", 1)[0]: pair.split("=", 1)[1].split(";")[0]
            for pair in self.headers.get_all("Set-Cookie", [])
        }


class Server:
    """`manage.py serve` from entering to leaving the `with` block, which stops it by Ctrl-C (SIGINT)."""

    def __init__(self, folder, **settings):
        self.folder, self.settings, self.port = Path(folder), settings, free_port()
        self.data, self.temporary = self.folder / "data", self.folder / "temporary"

    def __enter__(self):
        # Into a file, because a pipe that nobody reads holds 64 KB, and then the server waits.
        self.written = open(self.folder / "written", "w+")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT, env=environment(self.folder, PORT=self.port, **self.settings),
            stdin=subprocess.DEVNULL, stdout=self.written, stderr=subprocess.STDOUT,
        )  # fmt: skip
        deadline = time.monotonic() + 40
        while not (self.answers() and "ready" in self.output):  # it can be reached a moment before it says so
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"The server did not come up: {self.output}")
            time.sleep(0.1)
        return self

    def __exit__(self, *exception):
        self.stop()

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    @property
    def output(self):
        """What it has written so far, to standard output and standard error."""
        return (self.folder / "written").read_text()

    def stop(self, wait=15):
        """Stop it as Ctrl-C does and return its exit code; None where it did not end in time and had to be killed."""
        if self.process.returncode is not None:
            return self.process.returncode
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(wait)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None
        finally:
            self.written.close()

    def ask(self, method, path, body=None, timeout=20, **headers):
        """Send one request and return its Answer. Header names with _ for -; `Host` replaces the usual one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = {"Host": f"localhost:{self.port}"} | {name.replace("_", "-"): text for name, text in headers.items()}
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body=None, **headers):
        return self.ask("POST", path, body, **headers)

    def connect(self, data=b"", timeout=20):
        """Return an open connection with these bytes sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        connection.sendall(data)
        return connection

    def raw(self, data, timeout=20):
        """Send bytes as they are and return the Answer."""
        with self.connect(data, timeout) as connection:
            response = http.client.HTTPResponse(connection)
            response.begin()
            return Answer(response.status, response.headers, response.read())
