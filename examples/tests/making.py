"""Examples and files for the tests."""

import hashlib
import json
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from examples.models import Example

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
TEXTS = ("system", "history", "context", "instruction", "response")


def make_example(**values):
    return Example.unsaved(**{"instruction": "What is set?", "response": "The setting is your room.", **values}).add()


def upload(client, content, name="data.json", **fields):
    """Bring a file by the documented API; `content` is bytes, text, or something to write as JSON."""
    if not isinstance(content, (str, bytes)):
        content = json.dumps(content, ensure_ascii=False)
    content = content.encode() if isinstance(content, str) else content
    return client.post("/api/training/upload", {"file": SimpleUploadedFile(name, content), **fields})


def lines(*items):
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def texts(example):
    return {name: getattr(example, name) for name in TEXTS}


def stored():
    """Return the five texts of every example, oldest first."""
    return [texts(example) for example in Example.objects.order_by("id")]


def digest(examples):
    """Return the digest that the manifest of the shared data gives."""
    rows = [
        {**texts(example), "history": [[turn["role"], turn["content"]] for turn in example.history]}
        for example in examples
    ]
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(format, examples):
    """Return unsaved examples as the database rows that a format writes."""

    def stored(example, column):
        value = example.__dict__.get(column)
        return json.dumps(value) if column in ("history", "extra") else value

    return [[stored(example, column) for column in format.columns] for example in examples]
