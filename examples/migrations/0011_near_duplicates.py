"""Near duplicates: their clusters, the table of bands by which they are found, and the triggers that keep both true.

The tables are empty after this: the product compares what is there in the background, `find_duplicates` at once. See
examples/clusters.py.
"""

import django.db.models.deletion
from django.db import migrations, models

KINDS = [
    ("added", "Added"),
    ("edited", "Edited"),
    ("approved", "Approved"),
    ("rejected", "Rejected"),
    ("new", "Taken back"),
    ("commented", "Comment"),
    ("assigned", "Assigned"),
    ("merged", "Merged"),
    ("overruled", "Finding overruled"),
    ("revived", "Finding open again"),
    ("emptied", "Earlier texts deleted"),
]

# One tree and no other index: all that is asked is which examples share a band, and there are twelve million rows.
BANDS = "CREATE TABLE examples_band (hash integer NOT NULL, example_id bigint NOT NULL, PRIMARY KEY (hash, example_id))"

# To the trash, and back.
MOVED = "(OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL)"
RECOUNT = """UPDATE examples_cluster SET loose = true,
    size = size + CASE WHEN NEW.removed_at IS NULL THEN 1 ELSE -1 END,
    version = version + CASE WHEN NEW.removed_at IS NULL THEN 1 ELSE -1 END * (NEW.id + NEW.fingerprint % 1000003)
    WHERE id = (SELECT cluster_id FROM examples_member WHERE example_id = NEW.id);"""
BACK = """INSERT INTO examples_uncompared (example_id) SELECT example_id FROM examples_member
    WHERE example_id = NEW.id AND NEW.removed_at IS NULL ON CONFLICT DO NOTHING;"""
# Edited, in more than case and white space. What comes after `compared_to` is compared in any case.
REWORDED = "OLD.fingerprint <> NEW.fingerprint"
ANEW = """INSERT INTO examples_uncompared (example_id) SELECT NEW.id FROM examples_comparing
    WHERE NEW.id <= compared_to ON CONFLICT DO NOTHING;"""
TRIGGERS = {"moved": ("removed_at", MOVED, RECOUNT + BACK), "reworded": ("fingerprint", REWORDED, ANEW)}


def forwards(apps, schema_editor):
    apps.get_model("examples", "Comparing").objects.create(pk=1)
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(BANDS + (" WITHOUT ROWID" if on_sqlite else ""))
    for name, (column, when, statements) in TRIGGERS.items():
        head = f"CREATE TRIGGER examples_cluster_{name} AFTER UPDATE OF {column} ON examples_example FOR EACH ROW WHEN"
        if on_sqlite:
            schema_editor.execute(f"{head} {when} BEGIN {statements} END", params=None)
            continue
        schema_editor.execute(
            f"CREATE FUNCTION examples_cluster_{name}() RETURNS trigger AS "
            f"$$ BEGIN {statements} RETURN NULL; END $$ LANGUAGE plpgsql",
            params=None,
        )
        schema_editor.execute(f"{head} ({when}) EXECUTE FUNCTION examples_cluster_{name}()")


def backwards(apps, schema_editor):
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    for name in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER examples_cluster_{name}{'' if on_sqlite else ' ON examples_example'}")
        if not on_sqlite:
            schema_editor.execute(f"DROP FUNCTION examples_cluster_{name}()")
    schema_editor.execute("DROP TABLE examples_band")


class Migration(migrations.Migration):
    dependencies = [("examples", "0010_event_emptied")]
    operations = [
        migrations.AlterField(model_name="event", name="kind", field=models.CharField(choices=KINDS, max_length=10)),
        migrations.CreateModel(
            name="Comparing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "compared_to",
                    models.BigIntegerField(default=0, help_text="All examples up to this id are, but for Uncompared."),
                ),
                (
                    "likeness",
                    models.FloatField(help_text="What the last whole scan held to; before it, the setting.", null=True),
                ),
                (
                    "sketches",
                    models.CharField(default="", help_text="The version of the bands in the table.", max_length=20),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Uncompared",
            fields=[
                (
                    "example",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="uncompared",
                        serialize=False,
                        to="examples.example",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Cluster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "size",
                    models.PositiveIntegerField(default=0, help_text="How many of its examples are not in the trash."),
                ),
                (
                    "wordings",
                    models.PositiveIntegerField(
                        default=0, help_text="How many different ones; 1 where all are repeats."
                    ),
                ),
                (
                    "dismissed",
                    models.BooleanField(default=False, help_text="All of them were kept, and none has come since."),
                ),
                (
                    "loose",
                    models.BooleanField(default=False, help_text="An example left it, so it may have fallen apart."),
                ),
                (
                    "version",
                    models.BigIntegerField(
                        default=0, help_text="Another with each change of who is in it and what they say."
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("dismissed", False)), fields=["-size", "-id"], name="cluster_waiting"
                    ),
                    models.Index(condition=models.Q(("dismissed", True)), fields=["-size", "-id"], name="cluster_kept"),
                    models.Index(condition=models.Q(("loose", True)), fields=["id"], name="cluster_loose"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "example",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="member",
                        serialize=False,
                        to="examples.example",
                    ),
                ),
                ("kept", models.PositiveBigIntegerField(null=True)),
                (
                    "cluster",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="memberships",
                        to="examples.cluster",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["cluster", "example"], name="member_cluster"),
                    models.Index(condition=models.Q(("kept__isnull", False)), fields=["kept"], name="member_kept"),
                ],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
