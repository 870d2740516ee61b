"""What a format is. Adding one is adding a module beside this with a `format = SomeFormat()`."""

from dataclasses import dataclass, field
from functools import partial

from examples.formats import _document, _lines
from examples.models import Example
from examples.shapes import Shape

ALL_SHAPES = frozenset(Shape)


@dataclass(frozen=True)
class Options:
    """What a person may choose of an export beside its examples: a system prompt for those that have none, and whether
    the context stands in the "system" or the "user" turn."""

    default_system: str = ""
    context_in: str = "system"
    overruled: dict = field(default_factory=dict, compare=False)  # by id, for the archive; an export looks it up


class Format:
    """A container and what an item in it looks like. One object reads and writes it.

    name, title, readers: for addresses, for people, and who reads such a file.
    filename, media_type: of a download.
    read_from: the containers it may stand in, of "lines", "document", "table".
    carries: the Shapes of conversation that it can hold; an example of another is refused by name.
    llamafactory: what stands in LLaMA-Factory's dataset_info.json beside the file's name, or None; without that entry
        it drops system, history and context in silence.
    keeps_all: whether it holds status, tags and times too, so that rejected examples are written as well.
    columns: what `write` needs of an example.
    """

    name = title = readers = filename = media_type = ""
    read_from = ("lines", "document")
    carries = ALL_SHAPES
    llamafactory = None
    keeps_all = False
    columns = ("id", "system", "history", "instruction", "context", "response", "extra")

    def dataset_info(self):
        """Return the whole of a dataset_info.json for LLaMA-Factory, or None where it does not read this format."""
        if self.llamafactory is None:
            return None
        return {"training_center": {"file_name": self.filename, **self.llamafactory}}

    def claims(self, item, container, mapping=()):
        """Return whether an item (a dict) of a file with this container is of this format; no two formats claim one."""
        raise NotImplementedError

    def read(self, item, mapping=()):
        """Return the unsaved Example for an item. Raises texts.Refused with a sentence for the person."""
        raise NotImplementedError

    def item(self, example, options):
        """Return what stands in the file for an example of a Shape that the format carries."""
        raise NotImplementedError

    def items(self, rows, options):
        """Yield what stands in the file for each raw database row of `columns`."""
        return map(partial(self.item, options=options), Example.from_rows(self.columns, rows))

    def write(self, rows, options):
        """Yield the file's bytes, piece by piece, for an iterable of raw database rows of `columns`."""
        items = self.items(rows, options)
        return _lines.write(items) if self.filename.endswith(".jsonl") else _document.write(items)
