"""The models that answer: how each is reached, and which one does unless another is chosen."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chat import backends

# A variable that may hold the key of a model. Others, such as the product's own SECRET_KEY, must not reach a server.
KEY_NAME = re.compile(r"(?:[A-Z][A-Z0-9_]*_)?(?:API_KEY|TOKEN)")
DEFAULT_MODEL = "meta-llama/Llama-3.1-8B-Instruct"
HUGGING_FACE = (".huggingface.co", ".huggingface.cloud", ".hf.space")


class LanguageModelQuerySet(models.QuerySet):
    def known(self):
        """Return all of them, the default first; the environment's too, where it names one."""
        self.model.follow_environment()
        return self.order_by("-is_default", "name")

    def default(self):
        """Return the one that answers unless another is chosen: the default, or the only one there is; else None. Of
        several none is taken that nobody chose: words could so leave this computer."""
        first, *others = self.known()[:2] or [None]
        return None if others and not first.is_default else first

    def undecided(self):
        """Return whether somebody must choose a default before one answers."""
        return self.default() is None and self.exists()


class LanguageModel(models.Model):
    """A row of the model registry. Its key stands in a variable of the environment and nowhere else."""

    name = models.CharField(_("Name"), max_length=100, unique=True, help_text=_("What people here call it."))
    backend = models.CharField(_("Kind"), max_length=40, choices=backends.choices)
    model_id = models.CharField(
        _("Model id"), max_length=500, blank=True,
        help_text=_("As its server or the Hub names it, or the full path of its folder."),
    )  # fmt: skip
    base_url = models.CharField(
        _("Address"), max_length=500, blank=True,
        help_text=_("Of a server with OpenAI’s API, such as http://localhost:11434/v1."),
    )  # fmt: skip
    adapter = models.CharField(
        _("Folder of an adapter"), max_length=500, blank=True,
        help_text=_("What a fine-tuning with LoRA left, for a model in a folder."),
    )  # fmt: skip
    key_name = models.CharField(
        _("Variable with its key"), max_length=100, blank=True,
        help_text=_("The name alone, such as OPENAI_API_KEY. The key itself is never kept or shown."),
    )  # fmt: skip
    token_limit = models.PositiveIntegerField(
        _("Limit of tokens"), default=4096,
        help_text=_("Question, passages, earlier turns and answer together; about four characters each."),
    )  # fmt: skip
    streams = models.BooleanField(_("Sends its answer word by word"), default=True)
    is_default = models.BooleanField(_("Answers unless another is chosen"), default=False)
    from_environment = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = models.Manager.from_queryset(LanguageModelQuerySet)()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="languagemodel_one_default"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def kind(self):
        """Its Backend, or None where that is not there any more."""
        return backends.every().get(self.backend)

    @property
    def key(self):
        """The key out of the environment, or an empty text."""
        return os.environ.get(self.key_name, "") if KEY_NAME.fullmatch(self.key_name) else ""

    @property
    def place(self):
        """Where it answers, for people, without what may be secret in an address."""
        if self.base_url:
            return urlsplit(self.base_url).netloc.rpartition("@")[2]
        return str(self.kind.title) if self.kind else self.backend

    def clean(self):
        wrong = {}
        if self.kind is None:
            raise ValidationError({"backend": _("Choose one of the kinds.")})
        for name in self.kind.needs:
            if not getattr(self, name):
                wrong[name] = _("This kind of model needs it.")
        for name in ("model_id", "base_url", "adapter", "key_name"):
            if name not in (*self.kind.needs, *self.kind.takes):
                setattr(self, name, "")
        if self.key_name and not KEY_NAME.fullmatch(self.key_name):
            wrong["key_name"] = _(
                "Write the name of a variable in capitals that ends in TOKEN or API_KEY, never the key itself."
            )
        if self.base_url and not is_address(self.base_url):
            wrong["base_url"] = _("Write an address that begins with http:// or https://, without a name or key in it.")
        if self.token_limit is not None and not 256 <= self.token_limit <= 10_000_000:
            wrong["token_limit"] = _("Write a number from 256.")
        if wrong:
            raise ValidationError(wrong)

    # Verbs

    def put_first(self):
        """Let it answer unless another is chosen."""
        with transaction.atomic():
            others = LanguageModel.objects.exclude(pk=self.pk).filter(is_default=True)
            others.update(is_default=False)
            self.is_default, self.updated_at = True, timezone.now()
            self.save()

    def keep(self):
        """Save it. The first one that is set up answers unless another is chosen."""
        self.updated_at = timezone.now()
        if self.is_default or not LanguageModel.objects.exclude(pk=self.pk).exists():
            self.put_first()
        else:
            self.save()

    @classmethod
    def follow_environment(cls):
        """Keep the row that CHAT_MODEL, CHAT_BASE_URL and HF_TOKEN set up as they have it; make it where there is no
        row at all."""
        values = from_environment()
        if not values:
            return
        kept = cls.objects.filter(from_environment=True).first()
        if kept is None and not cls.objects.exists():
            try:
                with transaction.atomic():
                    cls(**values, from_environment=True, is_default=True).save()
            except IntegrityError:
                pass  # another request did at this moment
        elif kept is not None and any(getattr(kept, name) != value for name, value in values.items()):
            name_taken = cls.objects.exclude(pk=kept.pk).filter(name=values["name"]).exists()
            for name, value in values.items():
                if not (name == "name" and name_taken):
                    setattr(kept, name, value)
            kept.updated_at = timezone.now()
            kept.save()


def from_environment():
    """Return the fields of the model that the settings name, or an empty dictionary."""
    model, address = settings.CHAT_MODEL, settings.CHAT_BASE_URL.rstrip("/")
    if address:
        host = "." + (urlsplit(address).hostname or "")
        # A token of Hugging Face goes to Hugging Face alone, whatever server is named.
        key = "HF_TOKEN" if host.endswith(HUGGING_FACE) and os.environ.get("HF_TOKEN") else "CHAT_API_KEY"
        key = key if os.environ.get(key) else ""
        values = {
            "backend": "openai_compatible",
            "model_id": model or DEFAULT_MODEL,
            "base_url": address,
            "key_name": key,
        }
    elif model and Path(model).expanduser().is_dir():
        values = {"backend": "transformers", "model_id": model, "base_url": "", "key_name": ""}
    elif model or os.environ.get("HF_TOKEN"):
        values = {"backend": "huggingface", "model_id": model or DEFAULT_MODEL, "base_url": "", "key_name": "HF_TOKEN"}
    else:
        return {}
    return {"name": values["model_id"][:100], **values}


def is_address(text):
    """Return whether a text is the address of a server: http or https, with a host, and no name, key or question."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return bool(sound and not parts.query and not parts.fragment and port != 0 and text.isascii() and " " not in text)
