"""Documents and their passages, and the index of the passages' words. See chat/words.py.

SQLite: an FTS5 table that takes its text from the passages (content=), which triggers keep true. PostgreSQL: a
generated column with an index. Both stem English and leave the words of other languages as they are.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

COLUMNS = "title, heading, text"
OLD, NEW = "OLD.title, OLD.heading, OLD.text", "NEW.title, NEW.heading, NEW.text"
TAKE_OUT = f"INSERT INTO chat_words(chat_words, rowid, {COLUMNS}) VALUES ('delete', OLD.id, {OLD});"
PUT_IN = f"INSERT INTO chat_words(rowid, {COLUMNS}) VALUES (NEW.id, {NEW});"
FORWARDS = {
    "sqlite": [
        f"""CREATE VIRTUAL TABLE chat_words USING fts5(
            {COLUMNS}, content='chat_passage', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
        "CREATE VIRTUAL TABLE chat_vocabulary USING fts5vocab(chat_words, 'row')",
        f"CREATE TRIGGER chat_words_insert AFTER INSERT ON chat_passage BEGIN {PUT_IN} END",
        f"CREATE TRIGGER chat_words_delete AFTER DELETE ON chat_passage BEGIN {TAKE_OUT} END",
        f"CREATE TRIGGER chat_words_update AFTER UPDATE OF {COLUMNS} ON chat_passage BEGIN {TAKE_OUT} {PUT_IN} END",
    ],
    "postgresql": [
        """ALTER TABLE chat_passage ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('english'::regconfig, heading), 'A') ||
            setweight(to_tsvector('english'::regconfig, text), 'B') ||
            setweight(to_tsvector('english'::regconfig, title), 'C')) STORED""",
        "CREATE INDEX chat_passage_words ON chat_passage USING gin (words)",
    ],
}
BACKWARDS = {
    "sqlite": [
        "DROP TRIGGER chat_words_update",
        "DROP TRIGGER chat_words_delete",
        "DROP TRIGGER chat_words_insert",
        "DROP TABLE chat_vocabulary",
        "DROP TABLE chat_words",
    ],
    "postgresql": ["ALTER TABLE chat_passage DROP COLUMN words"],
}


def run(statements):
    def on_database(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return on_database


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Collection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="The file's name, as the person knows it.", max_length=255)),
                ("title", models.CharField(blank=True, help_text="What its text calls itself.", max_length=255)),
                ("kind", models.CharField(blank=True, help_text="The name of its parser.", max_length=20)),
                (
                    "stored",
                    models.CharField(help_text="The file's name in DATA_DIR/documents.", max_length=40, unique=True),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(help_text="Bytes.")),
                ("text", models.TextField(blank=True, default="")),
                ("length", models.PositiveBigIntegerField(default=0, help_text="Of the text, in characters.")),
                ("page_starts", models.JSONField(blank=True, default=list)),
                ("headings", models.JSONField(blank=True, default=list)),
                ("pages", models.PositiveIntegerField(default=0, help_text="0 for a kind that has no pages.")),
                ("passage_count", models.PositiveIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asking", "Asks what to do"),
                            ("waiting", "Waits to be read"),
                            ("ready", "Ready"),
                            ("failed", "Could not be read"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "pages_done",
                    models.PositiveIntegerField(default=0, help_text="How far the reading under way has come."),
                ),
                ("pages_whole", models.PositiveIntegerField(default=0)),
                ("problem", models.JSONField(blank=True, default=dict)),
                ("notes", models.JSONField(blank=True, default=list)),
                (
                    "identifiers",
                    models.JSONField(blank=True, default=dict, help_text="Possible identifiers found, kind → number."),
                ),
                ("on", models.BooleanField(default=True, help_text="Off: kept, but no answer relies on it.")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("read_at", models.DateTimeField(blank=True, help_text="When its passages were last made.", null=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="documents",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("collections", models.ManyToManyField(blank=True, related_name="documents", to="chat.collection")),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(help_text="Its place among the document's passages, from 0.")),
                ("title", models.CharField(blank=True, max_length=255)),
                ("heading", models.TextField(blank=True, help_text="The headings it stands below, the largest first.")),
                ("text", models.TextField()),
                (
                    "page",
                    models.PositiveIntegerField(
                        blank=True, help_text="From 1; empty where there are no pages.", null=True
                    ),
                ),
                ("start", models.PositiveBigIntegerField()),
                ("end", models.PositiveBigIntegerField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="chat.document"
                    ),
                ),
            ],
            options={
                "ordering": ["document_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="PassageVector",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=200)),
                ("vector", models.BinaryField()),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vectors", to="chat.passage"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="QuestionSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True)),
                ("questions", models.JSONField(default=list)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("asked", models.PositiveIntegerField()),
                ("hit_at_1", models.FloatField()),
                ("hit_at_3", models.FloatField()),
                ("reciprocal_rank", models.FloatField(help_text="Mean of 1 / place of the first hit among ten.")),
                ("missed", models.JSONField(default=list, help_text="Questions without a hit among three.")),
                ("circumstances", models.JSONField(default=dict)),
                (
                    "questions",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="measurements", to="chat.questionset"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None), models.Q(("state", "asking"), _negated=True)),
                fields=("name",),
                name="document_name_once",
            ),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=models.Index(fields=["document", "number"], name="passage_number"),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=models.Index(fields=["document", "page"], name="passage_page"),
        ),
        migrations.AddConstraint(
            model_name="passagevector",
            constraint=models.UniqueConstraint(fields=("passage", "model"), name="vector_once"),
        ),
        migrations.RunPython(run(FORWARDS), run(BACKWARDS)),
    ]
