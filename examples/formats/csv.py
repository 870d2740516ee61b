"""CSV, a column a text: for people and their spreadsheets."""

import json

from django.utils.translation import gettext_noop as _

from examples.formats import _fields, _table
from examples.formats._format import Format
from examples.shapes import Shape


class CSV(Format):
    name = "csv"
    title = "CSV"
    readers = _(
        "People, in a spreadsheet. Formulas stand as they are: a spreadsheet may run them, so look before you open."
    )
    filename = "training-data.csv"
    media_type = "text/csv; charset=utf-8"
    read_from = ("table",)
    # No tools: they have no column, and a call could not say where it stood.
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.MARKED, Shape.FREE})
    columns_written = ("instruction", "context", "response", "system", "history")

    def claims(self, item, container, mapping=()):
        return container == "table" and _fields.knows(item, mapping)

    def read(self, item, mapping=()):
        return _fields.read_fields(item, mapping)

    def item(self, example, options):
        history = json.dumps(example.history, ensure_ascii=False) if example.history else ""
        system = example.system or options.default_system
        return example.instruction, example.context, example.response, system, history

    def write(self, rows, options):
        return _table.write(self.columns_written, self.items(rows, options))


format = CSV()
