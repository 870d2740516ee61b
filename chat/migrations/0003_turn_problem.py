from django.db import migrations, models

from chat.failures import sentence


def keep_sentences(apps, schema_editor):
    """What was stored as a sentence stays one, in the language that it has."""
    turns = apps.get_model("chat", "Turn").objects
    for pk, told in turns.exclude(told="").values_list("pk", "told").iterator():
        turns.filter(pk=pk).update(problem={"reason": "told", "text": told})


def write_sentences(apps, schema_editor):
    turns = apps.get_model("chat", "Turn").objects
    for pk, problem in turns.exclude(problem={}).values_list("pk", "problem").iterator():
        turns.filter(pk=pk).update(told=sentence(problem))


class Migration(migrations.Migration):
    dependencies = [("chat", "0002_conversations")]

    operations = [
        migrations.RenameField("turn", "problem", "told"),
        migrations.AddField(
            "turn",
            "problem",
            models.JSONField(blank=True, default=dict, help_text="Why it is not whole: {reason, …values}."),
        ),
        migrations.RunPython(keep_sentences, write_sentences),
        migrations.RemoveField("turn", "told"),
    ]
