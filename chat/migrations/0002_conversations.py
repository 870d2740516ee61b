"""What was asked and answered, the models that answer, and the versions of the system prompt."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.utils.translation import gettext_noop

import chat.backends
import examples.models.example

# (key, title, text): the session contexts that come with the product.
CONTEXTS = [
    ("general", gettext_noop("General"), ""),
    (
        "pre-session", gettext_noop("Before a session"),
        "The person is preparing for a session. Help them to feel informed and calm, with practical steps.",
    ),
    (
        "during-after", gettext_noop("During or after a session"),
        "The person is in a session or has just come out of one. Use very short, calming, simple sentences. "
        "Do not interpret what they live through.",
    ),
    (
        "integration", gettext_noop("Integration"),
        "The person is making sense of what a session brought up. Ask open questions and encourage small steps in "
        "everyday life.",
    ),
    (
        "difficult-emotions", gettext_noop("Difficult emotions"),
        "The person is facing difficult emotions. Go slowly, offer grounding such as feeling the feet on the floor, "
        "and remind them whom they can turn to.",
    ),
]  # fmt: skip


def bring_contexts(apps, schema_editor):
    contexts = apps.get_model("chat", "SessionContext")
    for place, (key, title, text) in enumerate(CONTEXTS):
        contexts.objects.create(key=key, title=title, text=text, place=place)


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0001_documents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SessionContext",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(unique=True)),
                ("title", models.CharField(max_length=100)),
                ("text", models.TextField(blank=True, default="")),
                ("place", models.PositiveSmallIntegerField(default=0, help_text="Its place in the list.")),
            ],
            options={
                "ordering": ["place", "id"],
            },
        ),
        migrations.CreateModel(
            name="LanguageModel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="What people here call it.", max_length=100, unique=True, verbose_name="Name"
                    ),
                ),
                ("backend", models.CharField(choices=chat.backends.choices, max_length=40, verbose_name="Kind")),
                (
                    "model_id",
                    models.CharField(
                        blank=True,
                        help_text="As its server or the Hub names it, or the full path of its folder.",
                        max_length=500,
                        verbose_name="Model id",
                    ),
                ),
                (
                    "base_url",
                    models.CharField(
                        blank=True,
                        help_text="Of a server with OpenAI’s API, such as http://localhost:11434/v1.",
                        max_length=500,
                        verbose_name="Address",
                    ),
                ),
                (
                    "adapter",
                    models.CharField(
                        blank=True,
                        help_text="What a fine-tuning with LoRA left, for a model in a folder.",
                        max_length=500,
                        verbose_name="Folder of an adapter",
                    ),
                ),
                (
                    "key_name",
                    models.CharField(
                        blank=True,
                        help_text="The name alone, such as OPENAI_API_KEY. The key itself is never kept or shown.",
                        max_length=100,
                        verbose_name="Variable with its key",
                    ),
                ),
                (
                    "token_limit",
                    models.PositiveIntegerField(
                        default=4096,
                        help_text="Question, passages, earlier turns and answer together; about four characters each.",
                        verbose_name="Limit of tokens",
                    ),
                ),
                ("streams", models.BooleanField(default=True, verbose_name="Sends its answer word by word")),
                ("is_default", models.BooleanField(default=False, verbose_name="Answers unless another is chosen")),
                ("from_environment", models.BooleanField(default=False, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("is_default",),
                        name="languagemodel_one_default",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                (
                    "context",
                    models.CharField(blank=True, default="", help_text="The key of a session context.", max_length=200),
                ),
                ("use_documents", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conversations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("collections", models.ManyToManyField(blank=True, related_name="+", to="chat.collection")),
                (
                    "model",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="chat.languagemodel",
                    ),
                ),
            ],
            options={
                "ordering": ["-updated_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SystemPrompt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("note", models.CharField(blank=True, default="", max_length=200)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=10)),
                ("content", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits"),
                            ("writing", "Is being written"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                            ("incomplete", "Incomplete"),
                            ("failed", "Failed"),
                        ],
                        default="done",
                        max_length=10,
                    ),
                ),
                ("problem", models.TextField(blank=True, default="", help_text="Why it is not whole, as a sentence.")),
                ("crisis", models.BooleanField(default=False)),
                (
                    "anyway",
                    models.BooleanField(default=False, help_text="Whether a model was to answer words of danger too."),
                ),
                ("model_name", models.CharField(blank=True, default="", max_length=100)),
                ("searched", models.BooleanField(default=False, help_text="Whether documents were looked through.")),
                ("sources", models.JSONField(blank=True, default=list, encoder=examples.models.example.Text)),
                (
                    "left_out",
                    models.JSONField(blank=True, default=dict, help_text="What did not fit: {passages, turns}."),
                ),
                ("invented", models.PositiveIntegerField(default=0, help_text="Citations of nothing, taken out.")),
                ("tokens", models.PositiveIntegerField(default=0, help_text="Of the answer, estimated.")),
                ("seconds", models.FloatField(default=0)),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "used_as",
                    models.PositiveBigIntegerField(
                        blank=True, help_text="The id of the example made of it.", null=True
                    ),
                ),
                ("rating", models.SmallIntegerField(default=0, help_text="1 up, -1 down, 0 not rated.")),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("rated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="chat.conversation"
                    ),
                ),
                (
                    "model",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="chat.languagemodel",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="chat.turn",
                    ),
                ),
                (
                    "prompt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="chat.systemprompt",
                    ),
                ),
                (
                    "rated_by",
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
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="conversation",
            name="tip",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="chat.turn"
            ),
        ),
        migrations.AddIndex(
            model_name="turn",
            index=models.Index(
                condition=models.Q(("rating", 0), _negated=True), fields=["-rated_at"], name="turn_rated"
            ),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["by", "removed_at", "-updated_at"], name="conversation_latest"),
        ),
        migrations.RunPython(bring_contexts, migrations.RunPython.noop),
    ]
