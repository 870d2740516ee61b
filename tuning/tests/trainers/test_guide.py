"""The steps of docs/fine-tuning.md for TRL, as they stand there, from the frozen examples to an answer."""

import re
import subprocess
import sys
from importlib.metadata import version

from .conftest import ROOT, environment

# What is there already in the environment of the tests, or is for a card.
INSTALLING = re.compile(r"^.*(-m venv|pip install).*\n", re.MULTILINE)


def steps():
    """Return the commands of the guide for TRL."""
    text = (ROOT / "docs" / "fine-tuning.md").read_text()
    section = text.partition("\n## TRL\n")[2].partition("\n### ")[0]
    return "".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL))


def test_its_steps_lead_from_a_snapshot_to_an_answer(frozen, model, tmp_path):
    commands = steps()
    assert all(word in commands for word in ("make_bundle trl", "train.py --check", "train.py\n", "ask.py"))
    for name in (
        "manage.py",
        ".venv",
        *(path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."),
    ):
        (tmp_path / name).symlink_to(ROOT / name)
    commands = INSTALLING.sub("", commands).replace("meta-llama/Llama-3.1-8B-Instruct", str(model))
    commands = commands.replace("cd trl\n", f"cd trl\nln -s {sys.prefix} env\n")
    done = subprocess.run(
        ["bash", "-e", "-x"], input=commands, cwd=tmp_path, text=True, capture_output=True,
        env={**environment(frozen()), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Read back: " in done.stderr and "Finished." in done.stdout
    assert (tmp_path / "trl" / "output" / "adapter" / "README.md").exists()


def test_what_it_installs_is_what_is_tested(unzip):
    pins = (unzip("trl") / "requirements.txt").read_text().split()
    assert len(pins) == 6
    for pin in pins:
        name, _, wanted = pin.partition("==")
        assert version(name).partition("+")[0] == wanted
