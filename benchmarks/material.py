"""What is measured on: files of examples, made on the spot and always the same, and data folders filled with them."""

import random
import shutil
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import orjson

from benchmarks import children

INSTRUCTION, CONTEXT, RESPONSE = (60, 140), 200, 600  # characters; an index by length must not be in order of the ids
FEW = 1000
RARE = "quetzalcoatlus"
WITH_CONTEXT = 4  # every fourth example
SEED = 20
CHECKED = 100_000
TAKEN_FOR_CHECKED = """
from examples import checking, models
checking.places()
models.Checked.objects.update(up_to=checking.newest())
"""


class Workshop:
    """A folder to work in, removed at the end, with files and filled data folders made once and shared by the parts."""

    def __init__(self, rows):
        self.rows = rows
        self.folder = Path(__file__).resolve().parent / "work"
        self.made = {}

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        return self

    def __exit__(self, *exception):
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, rows, shape="fields"):
        """Return the path of a file of JSON lines, of `fields` or of `messages`."""
        path = self.folder / f"{shape}-{rows}.jsonl"
        if not path.exists():
            write_lines(path, rows, shape)
        return path

    def empty(self, name):
        """Return a fresh data folder with a migrated, empty database."""
        template = self.folder / "template"
        if not template.exists():
            template.mkdir()
            children.run("manage.py", "migrate", "--verbosity=0", data=template)
        data = self.folder / name
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir()
        with closing(connect(database(template))) as old, closing(connect(database(data))) as new:
            old.backup(new)
        return data

    def keep(self, rows, data):
        """Share a folder that holds `rows` imported and indexed examples with the parts that come later."""
        self.made[rows] = data

    def filled(self, rows):
        """Return a data folder with so many examples, their words indexed, and checked; more than CHECKED are taken for
        checked, since that takes ten minutes of a million."""
        if rows not in self.made:
            data = self.empty(f"filled-{rows}")
            children.run("manage.py", "import_training", self.file(rows), data=data)
            children.run("manage.py", "index_examples", data=data)
            if rows <= CHECKED:
                children.run("manage.py", "check_examples", data=data, codes=(0, 3))
            else:
                take_for_checked(data)
                children.run("manage.py", "find_duplicates", data=data)  # the product would, beside what is measured
            self.keep(rows, data)
        return self.made[rows]

    def settled(self, rows):
        """Return a data folder with so many examples, compared with each other and taken for checked: in made-up words
        next to nothing is found."""
        if rows in self.made:
            data = self.made[rows]
        else:
            data = self.empty(f"settled-{rows}")
            children.run("manage.py", "import_training", self.file(rows), data=data)
            take_for_checked(data)
        children.run("manage.py", "find_duplicates", data=data)
        return data


def take_for_checked(data):
    children.run("manage.py", "shell", "--command", TAKEN_FOR_CHECKED, data=data)


def database(data):
    return data / "trainingcenter.sqlite3"


def write_lines(path, rows, shape):
    write = SHAPES[shape]
    with open(path, "wb", buffering=1 << 20) as file:
        for texts in examples(rows):
            file.write(orjson.dumps(write(*texts)) + b"\n")


def examples(rows):
    """Yield (instruction, context, response); each instruction has its number, one response has RARE."""
    chance = random.Random(SEED)
    pool, starts = text_pool(chance)
    for number in range(1, rows + 1):
        at, context_at, response_at = chance.choices(starts, k=3)
        head = f"Question {number}: "
        instruction = head + pool[at : at + chance.randint(*INSTRUCTION) - len(head)]
        context = pool[context_at : context_at + CONTEXT] if number % WITH_CONTEXT == 0 else ""
        response = pool[response_at : response_at + RESPONSE - 1] + "."
        if number == rows // 3:
            response = f"{RARE} {response}"[:RESPONSE]
        yield instruction, context, response


def text_pool(chance):
    """Return a long text of made-up words, common and rare as in a language, and where its words start."""
    letters = "eeeeaaaiioottnnssrrlldhcumpfgbvkyw"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(20_000)]
    words[50], words[400], words[3000] = "größer", "déjà", "🙂"
    weights = [1 / (rank + 3) for rank in range(len(words))]
    pool = " ".join(chance.choices(words, weights, k=400_000))
    starts = [place + 1 for place in range(len(pool) - RESPONSE - 2) if pool[place] == " "]
    return pool, starts


def as_fields(instruction, context, response):
    return {"instruction": instruction, "context": context, "response": response}


def as_messages(instruction, context, response):
    system = [{"role": "system", "content": f"<context>\n{context}\n</context>"}] if context else []
    return {
        "messages": [
            *system, {"role": "user", "content": instruction}, {"role": "assistant", "content": response}
        ]
    }  # fmt: skip


SHAPES = {"fields": as_fields, "messages": as_messages}
