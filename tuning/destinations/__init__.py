"""What examples are handed to: one module a destination, found by looking into this folder.

A destination writes a bundle: the files of a snapshot in the shape and under the names that its trainer reads, beside
them its configuration, a script and how to run it. `tuning.bundling` adds README.md (the card of the data set) and
manifest.json, makes the ZIP, and reads it back.
"""

import sys
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from examples import formats
from examples.exporting import PARTS, Refusal
from trainingcenter.discovery import discover

__all__ = ["PARTS", "STAYS", "Destination", "Field", "Refusal", "Sent", "every", "named"]


@dataclass(frozen=True)
class Field:
    """An option that a person may set, on the page, in the API and by --option of the command.

    kind: text, number, choice (of `choices`, {value: label}), yes. `most` and `least` are for numbers.
    """

    name: str
    label: str
    default: object = ""
    kind: str = "text"
    help: str = ""
    choices: dict | None = None
    least: float = 0
    most: float = 10**9
    required: bool = False


@dataclass(frozen=True)
class Sent:
    """What came of sending: the id of a job as OWNER/ID, where to look, the name that the model will have."""

    job: str = ""
    url: str = ""
    model: str = ""


class Destination:
    """One of several. Adding one is adding a module beside this with a `DESTINATION = SomeDestination()`.

    name, title: for addresses, for people.
    whom: one line for whom it is. leaves: one line on whether data leaves this machine, and where to.
    goes_out: whether it does, which the gate before the bundle says, as the page does.
    first: whether a person who does not know which should begin with it.
    sends: what the button says that sends the bundle from here (`send`); empty where it is only downloaded.
    needs: the environment's variable with the key for that.
    version: goes up by one with each change of what the bundle holds; a test holds the bytes of each version.
    format: the name in examples.formats of its data files. paths: {part: path in the bundle}.
    carries: the Shapes of conversation that it can hold, where they are fewer than the format's.
    fields: its options beside those that all have (options.COMMON: licence, context_in).
    steps: what to do next, in order, as lines of Markdown, or as (part, line) where it needs a part that not every
    snapshot has; shown on the page and written into HOW-TO.md.
    """

    name = title = whom = leaves = ""
    goes_out = first = False
    sends = needs = ""
    version = 1
    format = "jsonl"
    paths = {part: f"{part}.jsonl" for part in PARTS}
    carries = None
    fields = ()
    steps = ()

    def limit(self, options):
        """Return how many tokens of an example it keeps under these options, or None where it cuts none."""
        return

    def refuse(self, bundle):
        """Raise Refusal where it cannot take this snapshot under these options, before the first byte."""

    def notes(self, bundle):
        """Return what else a person should know before, as sentences."""
        return []

    def next_steps(self, bundle):
        """Return the steps, without those for a part that the bundle has not."""
        steps = [(None, step) if isinstance(step, (str, Promise)) else step for step in self.steps]
        return [step for part, step in steps if part is None or part in bundle.parts]

    def data(self, bundle, part):
        """Yield the bytes of a data file, piece by piece. `bundle.rows(part, columns)` gives the examples of a part as
        raw rows, as Format.write takes them, without those of a shape that the format does not carry."""
        format = formats.named(self.format)
        return format.write(bundle.rows(part, format.columns), bundle.writing)

    def files(self, bundle):
        """Yield (path in the bundle, its text, bytes, or an iterable of bytes) for all but the data files, README.md,
        HOW-TO.md and manifest.json.

        The same snapshot and options give the same bytes on any machine, at any time: no clock, no random number, no
        set in whatever order, no version of anything installed."""
        return ()

    def read(self, part, file):
        """Yield an unsaved Example for each item of a data file as the trainer understands it; `file` is binary and
        seekable. The bundle is checked by comparing their texts with those of the snapshot."""
        for row, example in formats.open_file(file, self.format).rows():
            if not hasattr(example, "response"):
                raise Refusal(f"Row {row} of the {part} file cannot be read back: {example.message}")
            yield example

    def send(self, bundle, folder, api):
        """Send the unpacked bundle in a folder, and return what was Sent. `api` is a huggingface_hub.HfApi."""
        raise NotImplementedError

    def check(self, archive):
        """Raise Refusal where the other files of a bundle, a ZipFile, are not what the trainer expects."""


@cache
def every():
    """Return {name: Destination} of all destinations, by name."""
    return discover(sys.modules[__name__], "DESTINATION")


def named(name):
    """Return the destination of this name. Raises Refusal, listing those that there are."""
    try:
        return every()[name]
    except (KeyError, TypeError):
        raise Refusal(f"There is no destination “{name}”. There are {', '.join(every())}.") from None


STAYS = _("Nothing leaves this computer, unless you carry the file elsewhere.")
