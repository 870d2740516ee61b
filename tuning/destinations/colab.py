"""Google Colab: a notebook on a computer of Google's, with the same script as TRL's."""

import ast
import json

from django.utils.translation import gettext_lazy as _

from tuning.destinations import _local, _notebook, trl
from tuning.destinations._local import hold

NOTEBOOK = "training-center.ipynb"
INTRODUCTION = """\
# Train on your examples

Choose a computer with a graphics card first: **Runtime → Change runtime type → T4 GPU**. Then **Runtime → Run all**,
and give the ZIP file of the bundle when you are asked for it. It goes to Google's computer, which throws it away when
you disconnect; the last cell gives you the trained adapter.
"""
CARD = """\
# Is there a graphics card?
import torch

if torch.cuda.is_available():
    card = torch.cuda.get_device_properties(0)
    print(f"{card.name}, {card.total_memory / 1e9:.0f} GB")
else:
    print("There is no graphics card here. Only a very small model can be trained without one: choose Runtime → "
          "Change runtime type → T4 GPU, and run all again.")
"""
UPLOAD = """\
# The bundle: where it is not unpacked here yet, you are asked for the ZIP file
import os
import zipfile

if not os.path.exists("manifest.json"):
    from google.colab import files

    for name in files.upload():
        zipfile.ZipFile(name).extractall(".")
assert os.path.exists("train.py"), "This is not the ZIP file of the bundle. Run this cell again and choose that one."
"""
INSTALL = """\
# What train.py needs. torch is there, in the build that fits Colab's cards
import subprocess
import sys

with open("requirements.txt") as file:
    wanted = [line.strip() for line in file if not line.startswith("torch==")]
if torch.cuda.is_available():
    with open("requirements-4bit.txt") as file:
        wanted += file.read().split()
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *wanted], check=True)
"""
TOKEN = """\
# For a model that asks for it, such as Llama: accept its licence on its page at huggingface.co, make a token in your
# settings there, and store it in Colab under the key (left) as HF_TOKEN
try:
    from google.colab import userdata

    os.environ["HF_TOKEN"] = userdata.get("HF_TOKEN")
except Exception as missing:
    print(f"No token is used ({type(missing).__name__}). Models that are open to all need none.")
"""
RUN = """\
# {title}
def run(*words):
    command = [sys.executable, "-u", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout:
            print(line, end="")
    if process.returncode:
        raise SystemExit(f"{{words[0]}} ended with {{process.returncode}}. What it said above tells why.")


run("train.py", "--check")
"""
TRAIN = """\
# The training. If Colab ends it, connect again, upload `output` again too, and run all: it goes on from its checkpoint
run("train.py")
"""
ASK = """\
# Ask it
run("ask.py", "--max-tokens", "200", "What can you help me with?")
"""
TAKE = """\
# The trained adapter, as a ZIP file to keep
import shutil

print(shutil.make_archive("adapter", "zip", "output/adapter"))
if "google.colab" in sys.modules:
    from google.colab import files

    files.download("adapter.zip")
"""


class Colab(_local.Local):
    name = "colab"
    title = _("Google Colab")
    whom = _("For those without a graphics card, and with a Google account: a notebook to run from top to bottom.")
    leaves = _("The examples leave this computer: you upload them to Google.")
    goes_out = True
    format = "prompt-completion"
    fields = trl.TRL.fields
    steps = (
        f"Unzip the bundle, open <https://colab.research.google.com> and choose File → Upload notebook: `{NOTEBOOK}`.",
        "Runtime → Change runtime type → T4 GPU.",
        "For a model that asks for it, such as Llama: store a token of huggingface.co under the key as `HF_TOKEN`.",
        "Runtime → Run all, and give the ZIP of the bundle when you are asked. From here on, Google has the data.",
        "Keep `adapter.zip`, which is downloaded at the end.",
    )
    limit = trl.DESTINATION.limit
    notes = trl.DESTINATION.notes

    def files(self, bundle):
        yield NOTEBOOK, notebook()
        yield from trl.DESTINATION.files(bundle)

    def check(self, archive):
        trl.DESTINATION.check(archive)
        found = json.loads(archive.read(NOTEBOOK))
        hold(found["nbformat"] == 4, NOTEBOOK)
        for cell in found["cells"]:
            if cell["cell_type"] == "code":
                ast.parse("".join(cell["source"]))


def notebook():
    code = [CARD, UPLOAD, INSTALL, TOKEN, RUN.format(title="What is trained on, and whether anything is too long")]
    code += [TRAIN, ASK, TAKE]
    return _notebook.write(("markdown", INTRODUCTION), *(("code", text) for text in code))


DESTINATION = Colab()
