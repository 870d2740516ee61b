"""Earlier answers of weight 0 give a conversation a shape of its own; see examples/shapes.py."""

from django.db import migrations, models
from django.db.models.functions import Cast

SHAPES = [
    ("single", "one question and its answer"),
    ("pairs", "earlier turns in pairs of question and answer"),
    ("marked", "earlier turns in pairs, with an answer of weight 0, which is not to be trained on"),
    ("tools", "tools, or function calls and their results as turns of text"),
    ("calls", "tool calls as objects beside the text"),
    ("free", "turns that do not alternate between person and assistant"),
    ("odd", "function calls or results that do not alternate, or are not in the usual form"),
]


def forwards(apps, schema_editor):
    examples = apps.get_model("examples", "Example")._base_manager
    weighted = examples.filter(shape="pairs").annotate(text=Cast("history", models.TextField()))
    for pk, history in weighted.filter(text__contains='"weight"').values_list("id", "history").iterator():
        if any(turn["role"] == "assistant" and turn.get("weight") == 0 for turn in history):
            examples.filter(pk=pk).update(shape="marked")


def backwards(apps, schema_editor):
    apps.get_model("examples", "Example")._base_manager.filter(shape="marked").update(shape="pairs")


class Migration(migrations.Migration):
    dependencies = [("examples", "0005_search_turns")]
    operations = [
        migrations.AlterField(
            model_name="example",
            name="shape",
            field=models.CharField(choices=SHAPES, default="single", editable=False, max_length=8),
        ),
        migrations.RunPython(forwards, backwards),
    ]
