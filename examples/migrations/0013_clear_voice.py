"""How answers sound, and the trigger that keeps which of them count. The table is empty after this: the product reads
what is there in the background, since the check `tone` has a new version. See examples/models/voices.py."""

import django.db.models.deletion
from django.db import migrations, models

COUNTS = "{0}.removed_at IS NULL AND {0}.status <> 'rejected'"
NOW = COUNTS.format("NEW")
WHEN = f"({COUNTS.format('OLD')}) <> ({NOW})"
STATEMENT = f"UPDATE examples_clearvoice SET counts = ({NOW}) WHERE example_id = NEW.id;"
NAME = "examples_voice_counts"


def forwards(apps, schema_editor):
    head = f"CREATE TRIGGER {NAME} AFTER UPDATE OF removed_at, status ON examples_example FOR EACH ROW WHEN"
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"{head} {WHEN} BEGIN {STATEMENT} END", params=None)
        return
    schema_editor.execute(
        f"CREATE FUNCTION {NAME}() RETURNS trigger AS $$ BEGIN {STATEMENT} RETURN NULL; END $$ LANGUAGE plpgsql",
        params=None,
    )
    schema_editor.execute(f"{head} ({WHEN}) EXECUTE FUNCTION {NAME}()", params=None)


def backwards(apps, schema_editor):
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(f"DROP TRIGGER {NAME}{'' if on_sqlite else ' ON examples_example'}")
    if not on_sqlite:
        schema_editor.execute(f"DROP FUNCTION {NAME}()")


class Migration(migrations.Migration):
    dependencies = [("examples", "0012_snapshot_replaced")]
    operations = [
        migrations.CreateModel(
            name="ClearVoice",
            fields=[
                (
                    "example",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="clear_voice",
                        serialize=False,
                        to="examples.example",
                    ),
                ),
                ("voice", models.CharField(choices=[("formal", "Formal"), ("casual", "Casual")], max_length=6)),
                (
                    "counts",
                    models.BooleanField(help_text="Whether the example is neither rejected nor in the trash."),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["voice", "counts", "example"], name="voice_counted")],
            },
        ),
        migrations.CreateModel(
            name="Weighing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("few", models.CharField(max_length=6)),
                ("weighed_at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(forwards, backwards),
    ]
