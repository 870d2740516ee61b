"""What was frozen, and the triggers that keep it as it is: of a snapshot that was not deleted for good, nothing may
change but who deletes it and when, and its row does not go. (SQLite loses triggers when a later migration makes the
table anew: such a one has to set them again.)
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

TABLE = "examples_snapshot"
COLUMNS = (
    "name",
    "file",
    "size",
    "sha256",
    "count",
    "filters",
    "seed",
    "shares",
    "default_system",
    "counts",
    "made_at",
)
REFUSED = "A snapshot cannot change. Freeze a new one."
KEPT = "A snapshot is deleted for good by its own means, which keep what is known of it."

ON_SQLITE = [
    f"""CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE OF {", ".join(f'"{name}"' for name in COLUMNS)} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    f"""CREATE TRIGGER {TABLE}_back BEFORE UPDATE OF removed_at ON {TABLE}
        WHEN OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    f"""CREATE TRIGGER {TABLE}_kept BEFORE DELETE ON {TABLE} WHEN OLD.removed_at IS NULL
        BEGIN SELECT RAISE(ABORT, '{KEPT}'); END""",
]
CHANGED = " OR ".join(f'NEW."{name}" IS DISTINCT FROM OLD."{name}"' for name in COLUMNS)
ON_POSTGRESQL = [
    f"""CREATE FUNCTION {TABLE}_frozen() RETURNS trigger AS $$ BEGIN
        IF TG_OP = 'DELETE' THEN
            IF OLD.removed_at IS NULL THEN
                RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN OLD;
        END IF;
        IF {CHANGED} OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at) THEN
            RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
        END $$ LANGUAGE plpgsql""",
    f"""CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_frozen()""",
]
BACK = {
    "sqlite": [f"DROP TRIGGER {TABLE}_{name}" for name in ("frozen", "back", "kept")],
    "postgresql": [f"DROP TRIGGER {TABLE}_frozen ON {TABLE}", f"DROP FUNCTION {TABLE}_frozen()"],
}


def run(by_vendor):
    def on_this_database(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return on_this_database


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0008_gate"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("file", models.CharField(help_text="In DATA_DIR/snapshots.", max_length=40, unique=True)),
                ("size", models.PositiveBigIntegerField(help_text="Bytes.")),
                ("sha256", models.CharField(max_length=64)),
                ("count", models.PositiveIntegerField()),
                ("filters", models.JSONField(default=dict, help_text="Which examples were asked for.")),
                ("seed", models.PositiveBigIntegerField(default=0)),
                ("shares", models.CharField(help_text="Of train, validation and test, such as 90/5/5.", max_length=11)),
                (
                    "default_system",
                    models.TextField(blank=True, help_text="The system prompt of examples that have none."),
                ),
                ("counts", models.JSONField(default=dict, help_text="By part and shape, lengths, findings.")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, help_text="When its file was deleted for good.", null=True),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="snapshots",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-id"]},
        ),
        migrations.RunPython(run({"sqlite": ON_SQLITE, "postgresql": ON_POSTGRESQL}), run(BACK)),
    ]
