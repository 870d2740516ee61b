"""The word index holds what chat.tokens makes of the passages, on both databases: it is dropped and made anew, empty.
The running product fills it (chat.reindexing.catch_up), without reading a file again.
"""

from importlib import import_module

from django.db import migrations, models

before = import_module("chat.migrations.0001_documents")

COLUMNS = "title_words, heading_words, text_words"
OLD, NEW = (", ".join(f"{row}.{column}" for column in COLUMNS.split(", ")) for row in ("OLD", "NEW"))
TAKE_OUT = f"INSERT INTO chat_words(chat_words, rowid, {COLUMNS}) VALUES ('delete', OLD.id, {OLD});"
PUT_IN = f"INSERT INTO chat_words(rowid, {COLUMNS}) VALUES (NEW.id, {NEW});"
INDEX = {
    "sqlite": [
        f"""CREATE VIRTUAL TABLE chat_words USING fts5(
            {COLUMNS}, content='chat_passage', content_rowid='id', tokenize='unicode61 remove_diacritics 0')""",
        "CREATE VIRTUAL TABLE chat_vocabulary USING fts5vocab(chat_words, 'row')",
        f"CREATE TRIGGER chat_words_insert AFTER INSERT ON chat_passage BEGIN {PUT_IN} END",
        f"CREATE TRIGGER chat_words_delete AFTER DELETE ON chat_passage BEGIN {TAKE_OUT} END",
        f"CREATE TRIGGER chat_words_update AFTER UPDATE OF {COLUMNS} ON chat_passage BEGIN {TAKE_OUT} {PUT_IN} END",
        # Tells that what is indexed of each passage is what its columns hold: nothing, so far.
        "INSERT INTO chat_words(chat_words) VALUES ('rebuild')",
    ],
    "postgresql": [
        """ALTER TABLE chat_passage ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, heading_words), 'A') ||
            setweight(to_tsvector('simple'::regconfig, text_words), 'B') ||
            setweight(to_tsvector('simple'::regconfig, title_words), 'C')) STORED""",
        "CREATE INDEX chat_passage_words ON chat_passage USING gin (words)",
    ],
}
BACK = {
    **before.FORWARDS,
    "sqlite": [*before.FORWARDS["sqlite"], "INSERT INTO chat_words(chat_words) VALUES ('rebuild')"],
}


class Migration(migrations.Migration):
    dependencies = [("chat", "0003_turn_problem")]

    operations = [
        migrations.RunPython(before.run(before.BACKWARDS), before.run(BACK)),
        migrations.AddField("document", "indexed_by", models.PositiveSmallIntegerField(
            default=0, help_text="The version of chat.tokens that its index has.")),
        migrations.AddField("document", "languages", models.CharField(
            blank=True, max_length=50, default="", help_text="Of its passages, with spaces between them.")),
        migrations.AddField("passage", "language", models.CharField(default="en", max_length=2)),
        migrations.AddField("passage", "title_words", models.TextField(blank=True, default="")),
        migrations.AddField("passage", "heading_words", models.TextField(blank=True, default="")),
        migrations.AddField("passage", "text_words", models.TextField(blank=True, default="")),
        migrations.RunPython(before.run(INDEX), before.run(before.BACKWARDS)),
    ]  # fmt: skip
