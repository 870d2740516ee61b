"""`manage.py serve`: how it starts, what it keeps, how it stands crowds and the slow, how it ends."""

import os
import socket
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from trainingcenter.tests.servers import Server, manage, run

SUPERUSER = ("createsuperuser", "--noinput", "--username", "alice", "--email", "alice@example.org")
KEY = ("-c", "from trainingcenter.settings import SECRET_KEY; print(SECRET_KEY)")
SERVED = ("-c", "import trainingcenter.wsgi; from django.core.management import call_command; call_command('migrate')")


def test_it_says_where_to_go_and_nothing_else(server):
    assert (
        server.output
        == f"Training Center is ready: http://localhost:{server.port}/training.html\nStop it with Ctrl-C.\n"
    )


def test_it_names_a_host_that_it_answers_to(tmp_path):
    with Server(tmp_path, ALLOWED_HOSTS="training.example") as running:
        assert "https://training.example/training.html" in running.output


def test_ctrl_c_ends_it_without_a_trace(tmp_path):
    with Server(tmp_path) as running:
        running.post("/api/training/add-example", {"instruction": "a", "response": "b"})
        assert running.stop(wait=8) == 0
    assert running.output.count("\n") == 2
    assert {path.name for path in running.data.iterdir()} == {
        "trainingcenter.sqlite3",
        "secret_key",
        "import.lock",
        "uploads",
        "documents",
    }
    assert list(running.temporary.iterdir()) == []


def test_it_ends_though_a_client_still_hangs_on(tmp_path):
    with Server(tmp_path) as running, running.connect(b"POST /api/health HTTP/1.1\r\nContent-Le"):
        assert running.stop(wait=8) == 0


def test_a_port_in_use_is_told_in_one_sentence(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ended = manage(tmp_path, "serve", PORT=other.getsockname()[1])
    assert ended.returncode == 1
    assert ended.stderr.startswith("CommandError: Port ") and ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "settings",
    [{"PORT": "x"}, {"PORT": "0"}, {"PORT": "70000"}, {"THREADS": "0"}, {"DATA_DIR": "/dev/null/data"}],
    ids=str,
)
def test_a_setting_that_cannot_be_is_told_with_what_to_do(tmp_path, settings):
    ended = manage(tmp_path, "serve", **settings)
    assert ended.returncode == 1
    assert f"{next(iter(settings))} is " in ended.stderr and "Set " in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_secret_key_is_made_once_and_for_its_owner_alone(tmp_path):
    first, second = run(tmp_path, *KEY).stdout, run(tmp_path, *KEY).stdout
    assert len(first) > 50 and first == second
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


@pytest.fixture
def easy_going():
    """The umask of most shells, which lets everybody read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.parametrize("arguments", [("manage.py", "migrate"), ("manage.py", "training_stats"), SERVED], ids=str)
def test_the_database_is_its_owners_alone_in_a_folder_that_others_may_read(tmp_path, easy_going, arguments):
    (tmp_path / "data").mkdir()
    assert run(tmp_path, *arguments).returncode == 0
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert (modes.pop("uploads"), modes.pop("documents")) == (0o700, 0o700)
    assert "trainingcenter.sqlite3" in modes and set(modes.values()) == {0o600}


def test_starts_at_once_agree_on_the_secret_key(tmp_path):
    with ThreadPoolExecutor(4) as several:
        keys = set(several.map(lambda _: run(tmp_path, *KEY).stdout, range(4)))
    assert len(keys) == 1
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["documents", "secret_key", "uploads"]


def test_another_folder_gets_another_key(tmp_path):
    (tmp_path / "other").mkdir()
    assert run(tmp_path, *KEY).stdout != run(tmp_path / "other", *KEY).stdout


def test_it_answers_while_40_clients_never_finish_their_request(server):
    halves = [
        b"POST /api/training/add-example HTTP/1.1\r\nHost: localh",
        b'POST /api/training/add-example HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n{"instruction',
    ]
    hanging = [server.connect(half) for half in halves * 20]
    assert server.post("/api/training/add-example", {"instruction": "a", "response": "b"}, timeout=5).status == 200
    for connection in hanging:
        connection.close()


def test_it_answers_and_ends_while_more_clients_than_threads_never_read_their_answer(tmp_path):
    asked = b"GET /api/training/examples HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with Server(tmp_path, THREADS=3) as running:
        for _ in range(5):
            assert running.post("/api/examples/", [{"instruction": "a", "response": "x" * 9500}] * 1000).status == 201
        hanging = [running.connect(asked) for _ in range(4)]
        assert running.get("/api/health", timeout=30).status == 200
        assert running.stop(wait=4) == 0
        for connection in hanging:
            connection.close()
    assert running.output.count("\n") == 2


def test_more_connections_than_it_takes_do_not_end_it(tmp_path):
    with Server(tmp_path) as running:
        hanging = [running.connect(b"GET / HT") for _ in range(1100)]
        for connection in hanging:
            connection.close()
        assert running.get("/api/health").status == 200


def test_it_hands_an_error_of_http_on_as_json_on_every_address(tmp_path):
    with Server(tmp_path, BIND="localhost") as running:
        assert running.raw(b"GET\r\n\r\n").json["success"] is False


def test_a_crowd_loses_and_doubles_nothing(tmp_path):
    def add(number):
        return running.post(
            "/api/training/add-example", {"instruction": f"Question {number}", "response": "b"}, timeout=60
        )

    with Server(tmp_path) as running, ThreadPoolExecutor(30) as crowd:
        assert {answer.status for answer in crowd.map(add, range(300))} == {200}
        kept = [example["instruction"] for example in running.get("/api/training/examples").json["examples"]]
    assert sorted(kept) == sorted(f"Question {number}" for number in range(300))


@pytest.mark.parametrize("command", [SUPERUSER, ("changepassword", "alice"), ("clearsessions",), ("dumpdata",)])
def test_a_command_says_what_to_do_before_the_first_start(tmp_path, command):
    done = manage(tmp_path, *command, DJANGO_SUPERUSER_PASSWORD="correct horse battery")
    assert done.returncode == 1 and "Traceback" not in done.stderr and "make run" in done.stderr.splitlines()[-1]
    assert "manage.py migrate" in done.stderr


def test_a_command_of_the_product_brings_an_older_database_up_to_date(tmp_path):
    manage(tmp_path, "migrate", "chat", "0001")
    done = manage(tmp_path, "ask", "What should I wear?")
    assert "There are no documents to answer from yet" in done.stdout and "Traceback" not in done.stderr
