"""Conversations: a tree of turns, since a question that is edited begins a branch; and what each answer came from."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chat import failures
from chat.models.documents import Collection
from chat.models.languagemodels import LanguageModel
from examples.models import Text
from examples.search import holding


class SystemPrompt(models.Model):
    """A version of the system prompt. The latest counts; none is ever changed."""

    text = models.TextField()
    note = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.pk}"


class SessionContext(models.Model):
    """Where a person stands who asks, such as before a session. `text` goes below the system prompt."""

    key = models.SlugField(unique=True)
    title = models.CharField(max_length=100)
    text = models.TextField(blank=True, default="")
    place = models.PositiveSmallIntegerField(default=0, help_text="Its place in the list.")

    class Meta:
        ordering = ["place", "id"]

    def __str__(self):
        return self.title


class ConversationQuerySet(models.QuerySet):
    def of(self, user):
        """Those that this person may see: in the shared mode their own, at an open workstation all."""
        return self.filter(by=user) if settings.SHARED else self

    def live(self):
        return self.filter(removed_at=None)

    def with_words(self, words):
        """Those whose title or turns have all of these words."""
        found = self
        for word in words.split()[:20]:
            said = Turn.objects.filter(holding("content", word), conversation=OuterRef("pk"))
            found = found.filter(holding("title", word) | Exists(said))
        return found


class Conversation(models.Model):
    """What one person asked and was answered. `tip` is the turn that its page ends with."""

    title = models.CharField(max_length=200)
    context = models.CharField(max_length=200, blank=True, default="", help_text="The key of a session context.")
    use_documents = models.BooleanField(default=True)
    collections = models.ManyToManyField(Collection, blank=True, related_name="+")
    model = models.ForeignKey(LanguageModel, models.SET_NULL, null=True, blank=True, related_name="+")
    tip = models.ForeignKey("Turn", models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="conversations"
    )
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager.from_queryset(ConversationQuerySet)()

    class Meta:
        ordering = ["-updated_at", "-id"]
        indexes = [models.Index(fields=["by", "removed_at", "-updated_at"], name="conversation_latest")]

    def __str__(self):
        return self.title

    def remove(self):
        """Move it to the trash."""
        self.removed_at = timezone.now()
        self.save(update_fields=["removed_at"])

    def restore(self):
        self.removed_at = None
        self.save(update_fields=["removed_at"])

    def touch(self, tip):
        self.tip, self.updated_at = tip, timezone.now()
        self.save(update_fields=["tip", "updated_at"])


class TurnState(models.TextChoices):
    """How far a turn is. What is not done was not answered whole, and says why in `problem`."""

    WAITING = "waiting", _("Waits")
    WRITING = "writing", _("Is being written")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    INCOMPLETE = "incomplete", _("Incomplete")
    FAILED = "failed", _("Failed")


class TurnQuerySet(models.QuerySet):
    def answers(self):
        return self.filter(role="assistant")

    def rated(self):
        return self.answers().exclude(rating=0)

    def of(self, user):
        return self.filter(conversation__in=Conversation.objects.of(user).live())


class Turn(models.Model):
    """One message of a conversation. The fields from `state` on are an answer's.

    `sources` are the passages that it was given, as they were then: [{"number", "passage", "document", "filename",
    "page", "heading", "text"}, …], the number being the one it cites them by.
    """

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="turns")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    role = models.CharField(max_length=10)
    content = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=TurnState, default=TurnState.DONE)
    problem = models.JSONField(default=dict, blank=True, help_text="Why it is not whole: {reason, …values}.")
    crisis = models.BooleanField(default=False)
    anyway = models.BooleanField(default=False, help_text="Whether a model was to answer words of danger too.")
    model = models.ForeignKey(LanguageModel, models.SET_NULL, null=True, blank=True, related_name="+")
    model_name = models.CharField(max_length=100, blank=True, default="")
    prompt = models.ForeignKey(SystemPrompt, models.SET_NULL, null=True, blank=True, related_name="+")
    searched = models.BooleanField(default=False, help_text="Whether documents were looked through.")
    sources = models.JSONField(default=list, blank=True, encoder=Text)
    left_out = models.JSONField(default=dict, blank=True, help_text="What did not fit: {passages, turns}.")
    invented = models.PositiveIntegerField(default=0, help_text="Citations of nothing, taken out.")
    tokens = models.PositiveIntegerField(default=0, help_text="Of the answer, estimated.")
    seconds = models.FloatField(default=0)
    began_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    used_as = models.PositiveBigIntegerField(null=True, blank=True, help_text="The id of the example made of it.")
    rating = models.SmallIntegerField(default=0, help_text="1 up, -1 down, 0 not rated.")
    reason = models.CharField(max_length=500, blank=True, default="")
    rated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    rated_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager.from_queryset(TurnQuerySet)()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["-rated_at"], name="turn_rated", condition=~Q(rating=0))]

    def __str__(self):
        return self.content[:80]

    @property
    def why(self):
        """The sentence on why it is not whole, in the language of who reads it, or an empty text."""
        return failures.sentence(self.problem) if self.problem else ""

    @property
    def whole(self):
        return self.state == TurnState.DONE

    @property
    def open(self):
        """Whether it is still to be written, or is being written."""
        return self.state in (TurnState.WAITING, TurnState.WRITING)
