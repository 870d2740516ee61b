"""Documents that answers may rely on, the passages they are cited by, and the collections they belong to."""

import bisect
import os

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from chat import reasons, tokens


class State(models.TextChoices):
    ASKING = "asking", _("Asks what to do")  # one of the same name is there, and nobody has said yet what is meant
    WAITING = "waiting", _("Waits to be read")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be read")


class Collection(models.Model):
    """Documents under one name, such as “protocols”, that a question can be limited to."""

    name = models.CharField(max_length=100, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class DocumentQuerySet(models.QuerySet):
    def live(self):
        """Those that are not in the trash."""
        return self.filter(removed_at=None).exclude(state=State.ASKING)

    def usable(self):
        """Those that answers may rely on: read, switched on, not in the trash."""
        return self.live().filter(on=True, read_at__isnull=False)

    def waiting(self):
        return self.filter(state=State.WAITING)

    def behind(self):
        """Those whose passages are not in the word index, or as an earlier version put them there."""
        return self.filter(read_at__isnull=False).exclude(indexed_by=tokens.VERSION)

    def asking(self):
        return self.filter(state=State.ASKING)

    def in_trash(self):
        return self.filter(removed_at__isnull=False)

    def briefly(self):
        """Without their texts."""
        return self.defer("text", "page_starts", "headings")

    def used(self):
        """Note that an answer relied on them."""
        return self.update(last_used_at=timezone.now())


class Document(models.Model):
    """An uploaded file, with the text that was read from it.

    `page_starts` are the offsets in `text` at which its pages begin; empty for a kind that has no pages. `headings` are
    [offset, level, title]. `problem` is why it could not be read, and each of `notes` what the person should know of
    it: {"reason", …values}, said by chat.reasons.
    """

    name = models.CharField(max_length=255, help_text="The file's name, as the person knows it.")
    title = models.CharField(max_length=255, blank=True, help_text="What its text calls itself.")
    kind = models.CharField(max_length=20, blank=True, help_text="The name of its parser.")
    stored = models.CharField(max_length=40, unique=True, help_text="The file's name in DATA_DIR/documents.")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    text = models.TextField(blank=True, default="")
    length = models.PositiveBigIntegerField(default=0, help_text="Of the text, in characters.")
    page_starts = models.JSONField(default=list, blank=True)
    headings = models.JSONField(default=list, blank=True)
    pages = models.PositiveIntegerField(default=0, help_text="0 for a kind that has no pages.")
    passage_count = models.PositiveIntegerField(default=0)
    languages = models.CharField(
        max_length=50, blank=True, default="", help_text="Of its passages, with spaces between them."
    )
    indexed_by = models.PositiveSmallIntegerField(default=0, help_text="The version of chat.tokens that its index has.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    pages_done = models.PositiveIntegerField(default=0, help_text="How far the reading under way has come.")
    pages_whole = models.PositiveIntegerField(default=0)
    problem = models.JSONField(default=dict, blank=True)
    notes = models.JSONField(default=list, blank=True)
    identifiers = models.JSONField(default=dict, blank=True, help_text="Possible identifiers found, kind → number.")
    on = models.BooleanField(default=True, help_text="Off: kept, but no answer relies on it.")
    collections = models.ManyToManyField(Collection, blank=True, related_name="documents")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="documents")
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True, help_text="When its passages were last made.")
    last_used_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager.from_queryset(DocumentQuerySet)()

    class Meta:
        ordering = ["-id"]
        constraints = [
            # The documented API knows a document by its name.
            models.UniqueConstraint(
                fields=["name"], condition=Q(removed_at=None) & ~Q(state="asking"), name="document_name_once"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def path(self):
        """Where its file lies."""
        return settings.DOCUMENTS_DIR / self.stored

    @property
    def called(self):
        """How a person finds it again: by the title of its text, else by the file's name."""
        return self.title or self.name

    @property
    def why(self):
        """Return the sentence on why it could not be read, or an empty one."""
        return reasons.sentence(self.problem) if self.problem else ""

    @property
    def remarks(self):
        return [reasons.sentence(note) for note in self.notes]

    @property
    def percent(self):
        return min(99, self.pages_done * 100 // self.pages_whole) if self.pages_whole else 0

    @property
    def identifier_count(self):
        return sum(self.identifiers.values())

    def page_of(self, offset):
        """Return the number of the page that a place of the text is on, or None where there are no pages."""
        return bisect.bisect_right(self.page_starts, offset) or None

    def page_span(self, number):
        """Return (start, end) of a page in the text."""
        starts = [*self.page_starts, len(self.text)]
        return starts[number - 1], starts[number]

    # Verbs

    def free_name(self):
        """Give it a name that no live document has: “guide (2).pdf” where “guide.pdf” is taken."""
        stem, suffix = os.path.splitext(self.name)
        wanted, number = self.name, 1
        others = Document.objects.live().exclude(pk=self.pk)
        while others.filter(name=self.name).exists():
            number += 1
            tail = f" ({number}){suffix}"
            self.name = stem[: 255 - len(tail)] + tail
        return self.name != wanted

    def save_under_free_name(self, **options):
        """Save it; where somebody takes the name at the same moment, under the next one."""
        wanted = self.name
        for _attempt in range(20):
            self.name = wanted
            self.free_name()
            try:
                with transaction.atomic():
                    self.save(**options)
                return
            except IntegrityError:
                if not Document.objects.live().filter(name=self.name).exists():
                    raise
        raise IntegrityError(f"No free name for {wanted!r} was found.")

    def remove(self):
        """Move it to the trash."""
        if self.removed_at is None:
            self.removed_at = timezone.now()
            self.save(update_fields=["removed_at"])

    def restore(self):
        """Take it back from the trash, under another name where its own is taken meanwhile."""
        self.removed_at = None
        self.save_under_free_name(update_fields=["removed_at", "name"])

    def delete_for_good(self):
        """Delete it with its passages, its file and the pictures of its pages."""
        with transaction.atomic():
            self.passages.all().delete_with_vectors()
            self.delete()
            transaction.on_commit(self.drop_files)

    def drop_files(self):
        for path in (self.path, *settings.DOCUMENTS_DIR.glob(f"{self.stored}-*")):
            path.unlink(missing_ok=True)


class PassageQuerySet(models.QuerySet):
    def delete_with_vectors(self):
        PassageVector.objects.filter(passage__in=self)._raw_delete(self.db)
        self._raw_delete(self.db)


class Passage(models.Model):
    """A piece of a document that can be cited: `document.text[start:end] == text`, always.

    Its row keeps its id when the document is read anew, as long as its text is still there. `title` is the document's,
    kept here because the word index takes what it holds from this table alone: title, heading and text as
    `put_in_words` makes them, in the passage's `language`.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField(help_text="Its place among the document's passages, from 0.")
    title = models.CharField(max_length=255, blank=True)
    heading = models.TextField(blank=True, help_text="The headings it stands below, the largest first.")
    text = models.TextField()
    page = models.PositiveIntegerField(null=True, blank=True, help_text="From 1; empty where there are no pages.")
    start = models.PositiveBigIntegerField()
    end = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2, default=tokens.ENGLISH)
    title_words = models.TextField(blank=True, default="")
    heading_words = models.TextField(blank=True, default="")
    text_words = models.TextField(blank=True, default="")

    WORDS = ("language", "title_words", "heading_words", "text_words")

    objects = models.Manager.from_queryset(PassageQuerySet)()

    class Meta:
        ordering = ["document_id", "number"]
        indexes = [
            # A document page by page; the neighbours of a passage.
            models.Index(fields=["document", "number"], name="passage_number"),
            models.Index(fields=["document", "page"], name="passage_page"),
        ]

    def __str__(self):
        return self.text[:80]

    def put_in_words(self, language):
        """Make what the word index holds of it; `language` is the document's, which is its own where it shows none."""
        self.language = tokens.language_of(self.text, language)
        self.title_words = tokens.indexed(self.title, self.language)
        self.heading_words = tokens.indexed(self.heading, self.language)
        self.text_words = tokens.indexed(self.text, self.language)

    @cached_property
    def place(self):
        """Where it stands, for people: “page 3, Preparation › The day before”."""
        page = str(_("page %(number)s")) % {"number": self.page} if self.page else ""
        return ", ".join(filter(None, (page, self.heading)))


class PassageVector(models.Model):
    """What an embedding model makes of a passage: float32 numbers, as bytes."""

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="vectors")
    model = models.CharField(max_length=200)
    vector = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["passage", "model"], name="vector_once")]

    def __str__(self):
        return f"{self.passage_id} by {self.model}"
