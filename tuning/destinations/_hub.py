"""What the destinations on the Hugging Face Hub have in common: hub.py, which goes with the bundle and is used here."""

import json
import re
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from tuning import hub
from tuning.destinations import Destination, Field, Refusal

SCRIPT = Path(hub.__file__)
# Of a repository, as the Hub has it: huggingface_hub's own check.
NAME = re.compile(r"([A-Za-z0-9][\w.-]{0,95}/)?[A-Za-z0-9]([\w.-]{0,94}[A-Za-z0-9_])?")


class OnTheHub(Destination):
    """A destination that this product can send to by itself, with a token."""

    goes_out = True
    needs = "HF_TOKEN"
    dataset = Field(
        "dataset", _("Name of the data set on the Hub"), "", "text",
        _("OWNER/NAME, or a name under your own account; empty for the snapshot’s name. It is made private."),
    )  # fmt: skip

    def refuse(self, bundle):
        for name, value in bundle.options.items():
            if name in ("dataset", "model_repository") and value and not proper(value):
                raise Refusal(
                    f"“{value}” is no name on the Hub. Write OWNER/NAME, with letters, figures, “-”, “_” and “.”."
                )

    def asked(self, bundle):
        """Return what hub.py is to do, as hub.json has it."""
        return {"dataset": bundle.options["dataset"] or bundle.snapshot.slug, "sha256": bundle.snapshot.sha256}

    def files(self, bundle):
        yield "hub.py", SCRIPT.read_bytes()
        yield "hub.json", json.dumps(self.asked(bundle), indent=2, sort_keys=True) + "\n"

    def check(self, archive):
        if archive.read("hub.py") != SCRIPT.read_bytes():
            raise Refusal("hub.py in the bundle is not the one of this version. Make the bundle again.")


def proper(name):
    return NAME.fullmatch(name) and "--" not in name and ".." not in name and not name.endswith(".git")
