"""The word index of SQLite and the triggers that keep it true. See examples/search.py."""

from django.db import migrations

COLUMNS = "instruction, context, response, system, history, tags"
OLD = ", ".join(f"OLD.{column}" for column in COLUMNS.split(", "))
NEW = ", ".join(f"NEW.{column}" for column in COLUMNS.split(", "))
TAKE_OUT = f"INSERT INTO examples_search(examples_search, rowid, {COLUMNS}) VALUES ('delete', OLD.id, {OLD});"
PUT_IN = f"INSERT INTO examples_search(rowid, {COLUMNS}) VALUES (NEW.id, {NEW});"

# The index keeps no text of its own (content=), no positions (detail=none) and no lengths (columnsize=0): it answers
# which examples hold a word, and takes a quarter of the room that it would with all of them.
FORWARDS = [
    f"""CREATE VIRTUAL TABLE examples_search USING fts5(
        {COLUMNS}, content='examples_example', content_rowid='id', detail=none, columnsize=0,
        tokenize='unicode61 remove_diacritics 2')""",
    "CREATE TABLE examples_searchstate (indexed_to INTEGER NOT NULL)",
    "INSERT INTO examples_searchstate VALUES (0)",
    # None for inserting: it would double the time of an import. `search.index` sees to rows that bring their ids.
    f"""CREATE TRIGGER examples_search_update AFTER UPDATE OF {COLUMNS} ON examples_example
        WHEN OLD.id <= (SELECT indexed_to FROM examples_searchstate) BEGIN {TAKE_OUT} {PUT_IN} END""",
    f"""CREATE TRIGGER examples_search_delete AFTER DELETE ON examples_example
        WHEN OLD.id <= (SELECT indexed_to FROM examples_searchstate) BEGIN {TAKE_OUT} END""",
]
BACKWARDS = [
    "DROP TRIGGER examples_search_update",
    "DROP TRIGGER examples_search_delete",
    "DROP TABLE examples_searchstate",
    "DROP TABLE examples_search",
]


def run(statements):
    def on_sqlite(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            for statement in statements:
                schema_editor.execute(statement)

    return on_sqlite


class Migration(migrations.Migration):
    dependencies = [("examples", "0001_examples")]
    operations = [migrations.RunPython(run(FORWARDS), run(BACKWARDS))]
