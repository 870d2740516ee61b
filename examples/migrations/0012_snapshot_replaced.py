"""A snapshot is not put in another's place either: SQLite's REPLACE deletes a row without asking the triggers that
refuse a change and a deletion, and a row of another number is another snapshot to the trainings that came from it.
(SQLite loses triggers when a later migration makes the table anew: such a one has to set them again.)
"""

from django.db import migrations

TABLE = "examples_snapshot"
REFUSED = "A snapshot cannot change. Freeze a new one."

ON_SQLITE = [
    f"""CREATE TRIGGER {TABLE}_replaced BEFORE INSERT ON {TABLE}
        WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id OR file = NEW.file)
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    f"""CREATE TRIGGER {TABLE}_renumbered BEFORE UPDATE OF id ON {TABLE} WHEN NEW.id IS NOT OLD.id
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
]
ON_POSTGRESQL = [
    f"""CREATE FUNCTION {TABLE}_renumbered() RETURNS trigger AS $$ BEGIN
        RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
        END $$ LANGUAGE plpgsql""",
    f"""CREATE TRIGGER {TABLE}_renumbered BEFORE UPDATE OF id ON {TABLE}
        FOR EACH ROW WHEN (NEW.id IS DISTINCT FROM OLD.id) EXECUTE FUNCTION {TABLE}_renumbered()""",
]
BACK = {
    "sqlite": [f"DROP TRIGGER {TABLE}_{name}" for name in ("replaced", "renumbered")],
    "postgresql": [f"DROP TRIGGER {TABLE}_renumbered ON {TABLE}", f"DROP FUNCTION {TABLE}_renumbered()"],
}


def run(by_vendor):
    def on_this_database(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return on_this_database


class Migration(migrations.Migration):
    dependencies = [("examples", "0011_near_duplicates")]

    operations = [migrations.RunPython(run({"sqlite": ON_SQLITE, "postgresql": ON_POSTGRESQL}), run(BACK))]
