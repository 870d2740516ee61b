"""The word index anew: of earlier turns it holds their words, and not the JSON round them. See examples/search.py.

It is empty after this; `catch_up` fills it in the background, and until then rows are compared one by one.
"""

from django.db import migrations

COLUMNS = "instruction, context, response, system, history, tags"


def values(row):
    """What the index holds of a row, in the order of COLUMNS."""
    turns = (
        f"CASE {row}.history WHEN '[]' THEN '' ELSE"
        f" (SELECT group_concat(json_extract(value, '$.content'), ' ') FROM json_each({row}.history)) END"
    )
    return ", ".join(turns if name == "history" else f"{row}.{name}" for name in COLUMNS.split(", "))


TAKE_OUT = f"INSERT INTO examples_search(examples_search, rowid, {COLUMNS}) VALUES ('delete', OLD.id, {values('OLD')});"
PUT_IN = f"INSERT INTO examples_search(rowid, {COLUMNS}) VALUES (NEW.id, {values('NEW')});"
STATEMENTS = [
    "DROP TRIGGER examples_search_update",
    "DROP TRIGGER examples_search_delete",
    "DROP TABLE examples_search",
    f"""CREATE VIRTUAL TABLE examples_search USING fts5(
        {COLUMNS}, content='examples_example', content_rowid='id', detail=none, columnsize=0,
        tokenize='unicode61 remove_diacritics 2')""",
    "UPDATE examples_searchstate SET indexed_to = 0",
    f"""CREATE TRIGGER examples_search_update AFTER UPDATE OF {COLUMNS} ON examples_example
        WHEN OLD.id <= (SELECT indexed_to FROM examples_searchstate) BEGIN {TAKE_OUT} {PUT_IN} END""",
    f"""CREATE TRIGGER examples_search_delete AFTER DELETE ON examples_example
        WHEN OLD.id <= (SELECT indexed_to FROM examples_searchstate) BEGIN {TAKE_OUT} END""",
]


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in STATEMENTS:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("examples", "0004_import_header")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
