"""Starting train.py as a person does, and stopping it as life does."""

import json
import os
import signal
import subprocess
import sys
import time

import psutil

LAUNCH = [
    sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2", "--num_machines", "1",
    "--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0",
]  # fmt: skip
ENVIRONMENT = {**os.environ, "HF_HUB_OFFLINE": "1"}


def run(folder, *words, script="train.py", launch=(sys.executable,), code=0):
    """Run a script in a folder to its end, and return all that it said."""
    done = subprocess.run(
        [*launch, script, *words], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def run_until(folder, step, number, *words, launch=(sys.executable,)):
    """Start train.py, send it a signal after a step, and return what it had said when it had ended."""
    process = subprocess.Popen(
        [*launch, "train.py", *words],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    end = time.time() + 120
    while not any(line["step"] >= step for line in metrics(folder)):
        assert process.poll() is None, process.stdout.read()
        assert time.time() < end, "It takes too long."
        time.sleep(0.05)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(number)
    if number == signal.SIGKILL:
        for worker in workers:
            worker.kill()
    said = process.communicate(timeout=120)[0]
    psutil.wait_procs(workers, timeout=60)
    return process.returncode, said


def metrics(folder, event=None):
    path = folder / "output" / "metrics.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    found = [json.loads(line) for line in lines if line.endswith("}")]
    return [line for line in found if event in (None, line["event"])]


def steps(folder):
    return [line["step"] for line in metrics(folder, "step")]
