"""The commands: what they print, where, and with which exit code."""

import io
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from examples.models import Example
from examples.tests.making import lines, make_example

pytestmark = pytest.mark.django_db
GOOD = {"instruction": "q", "response": "a"}


def run(*arguments):
    """Return (exit code, standard output, standard error) of a command."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(*arguments, stdout=out, stderr=err)
    except CommandError as error:
        err.write(str(error))
        code = error.returncode
    except SystemExit as ended:
        code = ended.code
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(*items, name="file.jsonl"):
        path = tmp_path / name
        path.write_text(lines(*items))
        return str(path)

    return write


def test_it_imports_files_and_says_so(file):
    code, out, err = run("import_training", file(GOOD), file({**GOOD, "response": "b"}, name="b.jsonl"))
    assert (code, err, Example.objects.count()) == (0, "", 2)
    assert "1 example added, 0 repeated and left out, 0 with problems (alpaca, utf-8)" in out


def test_it_says_what_was_found_in_what_came(file):
    _code, out, _err = run("import_training", file({**GOOD, "response": "Call me at 415-555-2671 tomorrow."}))
    assert "personal data sure in 1, maybe in 0." in out


def test_it_ends_with_3_where_rows_had_problems(file):
    code, _, err = run("import_training", file(GOOD, {"instruction": "x"}))
    assert code == 3
    assert "Row 2: “response” is missing" in err


def test_it_ends_with_1_where_a_file_gives_nothing_and_brings_the_others(file, tmp_path):
    code, _, err = run("import_training", str(tmp_path / "nowhere.json"), file({"x": "y"}), file(GOOD, name="c.jsonl"))
    assert (code, Example.objects.count()) == (1, 1)
    assert "nowhere.json: No such file or directory. Check the path." in err
    assert "2 of 3 files gave nothing" in err


def test_it_writes_nothing_on_a_dry_run(file):
    code, out, _ = run("import_training", "--dry-run", file(GOOD))
    assert (code, Example.objects.count()) == (0, 0)
    assert "1 example would be added" in out


def test_it_follows_format_map_and_keep_repeats(file, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Frage,Antwort\nq,a\n")
    arguments = ["import_training", str(path), "--format=csv", "--map=instruction=Frage", "--map=response=Antwort"]
    assert run(*arguments)[0] == run(*arguments, "--keep-repeats")[0] == 0
    assert Example.objects.count() == 2
    assert "Write it as field=column" in run("import_training", str(path), "--map=x")[2]


def test_it_exports_to_a_file_that_appears_whole(tmp_path):
    make_example()
    path = tmp_path / "out.jsonl"
    assert run("export_training", "jsonl", "--output", str(path))[0] == 0
    assert json.loads(path.read_text())["messages"][0]["content"] == "What is set?"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_it_exports_what_is_asked_for(tmp_path):
    make_example(instruction="one", tags="day1").approve()
    make_example(instruction="two")
    for chosen in (["--status=approved"], ["--tag=day1"], ["--search=one"]):
        path = tmp_path / "out.csv"
        assert run("export_training", "csv", "--output", str(path), *chosen)[0] == 0
        assert len(path.read_text().splitlines()) == 2
    assert "There are no examples" in run("export_training", "csv", "--since=2099-01-01")[2]


def test_it_splits_into_files_the_same_way_each_time(tmp_path):
    for number in range(40):
        make_example(instruction=f"{number}")
    for folder in ("a", "b"):
        run("export_training", "jsonl", "--split=80/10/10", "--seed=3", "--output", str(tmp_path / folder))
    names = [f"training-data-{part}.jsonl" for part in ("train", "validation", "test")]
    contents = [(tmp_path / "a" / name).read_bytes() for name in names]
    assert [content.count(b"\n") for content in contents] == [32, 4, 4]
    assert contents == [(tmp_path / "b" / name).read_bytes() for name in names]


def test_it_never_splits_repeats(tmp_path):
    for number in range(40):
        make_example(instruction=f"{number % 4}")
    run("export_training", "jsonl", "--split=50/50", "--output", str(tmp_path))
    train, validation = (set(path.read_bytes().splitlines()) for path in sorted(tmp_path.iterdir()))
    assert train
    assert not train & validation


def test_it_ends_with_3_where_a_format_cannot_hold_an_example(tmp_path):
    make_example()
    odd = make_example(history=[{"role": "user", "content": "Hello?"}])
    code, _, err = run("export_training", "alpaca", "--output", str(tmp_path / "out.json"))
    assert code == 3
    assert f"#{odd.pk}" in err


@pytest.mark.parametrize(
    "arguments",
    [["parquet"], ["jsonl"], ["jsonl", "--status=x"], ["jsonl", "--since=soon"], ["jsonl", "--split=90/5/5"], ["jsonl", "--output=/nowhere/x"]],
    ids=" ".join,
)  # fmt: skip
def test_it_refuses_an_export_in_a_sentence(arguments):
    if arguments != ["jsonl"]:
        make_example()
    code, out, err = run("export_training", *arguments)
    assert (code, out) == (1, "")
    assert err.endswith(".")


@pytest.mark.parametrize("seed", [-1, 10**18])
def test_it_refuses_a_seed_that_is_none_and_leaves_no_folder(tmp_path, seed):
    make_example()
    out = tmp_path / "parts"
    code, _, err = run("export_training", "jsonl", "--split=50/50", f"--seed={seed}", f"--output={out}")
    assert (code, out.exists()) == (1, False)
    assert "The seed must be a whole number from 0" in err


def test_it_shows_the_numbers():
    make_example(context="c")
    assert json.loads(run("training_stats", "--json")[1])["with_context"] == 1
    assert "Examples                           1\n" in run("training_stats")[1]


def piped(folder, *arguments, content=b"", **options):
    """Run a command in a process of its own, on a data folder."""
    environment = {**os.environ, "DATA_DIR": str(folder), "SECRET_KEY": "x" * 50}
    environment.pop("DATABASE_URL", None)
    options = {"input": content, "capture_output": True, **options}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=settings.BASE_DIR, env=environment, check=False, **options
    )


def test_it_writes_through_a_link_and_into_a_pipe(tmp_path):
    make_example()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    run("export_training", "jsonl", "--output", str(tmp_path / "link.jsonl"))
    assert (tmp_path / "link.jsonl").is_symlink() and (tmp_path / "real.jsonl").stat().st_size
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as pool:
        reading = pool.submit((tmp_path / "pipe").read_bytes)
        run("export_training", "jsonl", "--output", str(tmp_path / "pipe"))
        assert reading.result(10) == (tmp_path / "real.jsonl").read_bytes()


def test_it_names_the_path_that_cannot_be_written():
    make_example()
    code, _, err = run("export_training", "jsonl", "--output", "/nowhere/out.jsonl")
    assert code == 1 and err.startswith("/nowhere/out.jsonl: No such file")
    code, _, err = run("export_training", "jsonl", "--output", "/dev/full")
    assert code == 1 and err.startswith("/dev/full: No space left")


@pytest.mark.parametrize("name", ["a#b", "a?b", "a%20b", "a+b", "a b"])
def test_it_keeps_the_database_in_the_folder_whatever_its_name(tmp_path, name):
    piped(tmp_path / name, "migrate", "--verbosity=0")
    assert (tmp_path / name / "trainingcenter.sqlite3").exists()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_it_says_that_standard_input_can_be_read_once(tmp_path):
    code, _, err = run("import_training", "-", "-")
    assert code == 1 and "Write - once." in err


def test_it_ends_quietly_where_its_reader_has_enough(tmp_path):
    piped(tmp_path, "migrate", "--verbosity=0")
    many = lines(*({"instruction": f"q{number}", "response": "a" * 5000} for number in range(200)))
    piped(tmp_path, "import_training", "-", content=many.encode())
    reading, writing = os.pipe()
    os.close(reading)
    done = piped(tmp_path, "export_training", "jsonl", capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_it_reads_standard_input_and_writes_standard_output_clean(tmp_path):
    def pipe(*arguments, content=b""):
        done = piped(tmp_path, *arguments, content=content)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout

    pipe("migrate", "--verbosity=0")
    assert b"1 example added" in pipe("import_training", "-", content=lines(GOOD).encode())
    assert pipe("export_training", "jsonl").count(b"\n") == 1
