"""Answers a question: danger first, then the passages that fit, then the model. Page, API and command all call this."""

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat import backends, emergencies, prompts, retrieval, waiting
from chat.backends import CutShort, Ending, Failed, NotSetUp, Wanted
from chat.citing import Citations
from chat.models import Document, LanguageModel
from examples import crisis
from examples.texts import CHARACTERS_A_TOKEN

DISCLAIMER = gettext_lazy(
    "This comes from a computer and can be wrong. It is no medical or psychological advice and no help in an "
    "emergency: ask your treatment team, and call the emergency services if somebody is in danger."
)
# Threads that stay free for pages while models answer.
FOR_PAGES = 8
PLACES = threading.BoundedSemaphore(max(1, settings.THREADS - FOR_PAGES))


@dataclass
class Question:
    """What somebody asks. `history` are the earlier turns; `session` is the key of a session context, or words;
    `collections` are ids that documents are limited to, None for all; `model` is a LanguageModel, or None for the
    default; `system` stands in the place of the system prompt; `context` is the caller's own; `anyway`: ask a model
    even where the words show danger."""

    text: str
    history: tuple = ()
    session: str = ""
    use_documents: bool = False
    collections: list | None = None
    most: int = 3
    model: LanguageModel | None = None
    system: str | None = None
    context: str = ""
    max_tokens: int = 800
    temperature: float = 0.7
    anyway: bool = False


class Answer:
    """The answer to a Question. Go through `pieces()` once; its attributes are right afterwards.

    `text` is what came, without citations of nothing (`invented` counts these). `found` is what the model was given of
    the documents, by its numbers from 1, `sources` the same as it is kept, `cited` the numbers in the text. `failure`
    is the Failed that ended it early, or None; `spoken` says whether a model, or a quote, came to word before.
    """

    def __init__(self, question):
        self.question = question
        self.text, self.crisis, self.spoken, self.failure = "", False, False, None
        self.asked = False
        self.searched, self.found, self.sources = False, [], []
        self.cited, self.invented, self.left_out = set(), 0, {}
        self.model = question.model or LanguageModel.objects.default()
        self.version, self.prompt, self.seconds = None, None, 0.0
        self.ending = Ending()

    def end(self):
        """End it at once, from another thread: its place is free, whatever its model does."""
        self.ending.end()

    @property
    def model_name(self):
        """The name of the model that answered, or None where none did."""
        return self.model.name if self.asked and self.model and self.model.backend != QUOTES else None

    @property
    def tokens(self):
        return -(-len(self.text) // CHARACTERS_A_TOKEN)

    @property
    def context_tokens(self):
        return len(self.prompt.context) // CHARACTERS_A_TOKEN if self.prompt else 0

    def pieces(self):
        """Yield the texts of the answer, and an empty one now and then while none comes. Never raises Failed: that is
        kept in `failure`."""
        began = time.monotonic()
        try:
            yield from self.kept(self.spoken_pieces())
        except Failed as failure:
            self.failure = failure
        finally:
            self.seconds = time.monotonic() - began

    def kept(self, pieces):
        for text in pieces:
            self.text += text
            yield text

    def spoken_pieces(self):
        self.crisis = in_danger(self.question.text)
        if self.crisis:
            self.spoken = True
            yield words_of_danger(self.question.text)
            if not self.question.anyway:
                return
            yield "\n\n"
        notice = self.look()
        if notice:
            yield f"{notice}\n\n"
        self.ask()
        if self.searched and not self.sources and not notice:
            yield f"{no_room()}\n\n"
        backend = backends.every().get(self.model.backend if self.model else QUOTES)
        if backend is None:
            raise NotSetUp("no_kind")
        if backend.name == QUOTES and not self.sources:
            if not self.searched:
                raise no_model()
            self.spoken = True
            if self.model is None:
                yield str(no_model())
            return
        wanted = Wanted(self.question.max_tokens, self.question.temperature, self.ending)
        citations = Citations(len(self.sources))
        with a_place():
            self.asked = True
            try:
                pieces = backend.pieces(self.model, self.prompt.turns, wanted, self.sources)
                for text in waiting.with_beats(pieces, self.end):
                    self.spoken = self.spoken or bool(text)
                    if not text or (text := citations.feed(text)):
                        yield text
            finally:
                self.cited, self.invented = citations.cited, citations.invented
            if rest := citations.rest().rstrip():
                yield rest
        if self.model is None:
            yield f"\n\n{no_model()}"

    def look(self):
        """Find the passages that fit. Return what is to be said where there are none."""
        if not self.question.use_documents:
            return ""
        self.searched = True
        found = retrieval.find(self.question.text, most=self.question.most, collections=self.question.collections)
        self.found = list(found)
        self.sources = prompts.sources(found)
        if found:
            Document.objects.filter(pk__in={one.document.pk for one in found}).used()
            return ""
        if not Document.objects.usable().exists():
            return _("There are no documents to answer from yet. Add some under Documents.")
        nothing = _("I found nothing about this in the documents.")
        return f"{nothing} {retrieval.still_indexed()}" if Document.objects.usable().behind().exists() else nothing

    def ask(self):
        """Build the prompt within the model's limit."""
        system = self.question.system
        if system is None:
            self.version = prompts.current()
            system = self.version.text
        session = prompts.context_text(self.question.session)
        limit = self.model.token_limit if self.model and self.model.backend != QUOTES else None
        self.prompt = prompts.build(
            self.question.text,
            system="\n\n".join(part for part in (system, session) if part),
            history=self.question.history,
            passages=self.sources,
            context=self.question.context,
            nothing_found=self.searched and not self.sources,
            room=None if limit is None else max(0, limit - self.question.max_tokens),
        )
        self.sources, self.left_out = self.prompt.passages, self.prompt.left_out
        self.found = self.found[: len(self.sources)]


QUOTES = "passages"


def answer(question):
    """Return the whole Answer. Raises Failed where no model came to word, or one broke off; `failure.answer` is what
    there is of it."""
    given = Answer(question)
    for _text in given.pieces():
        pass
    given.text = given.text.strip()
    if given.failure and not isinstance(given.failure, CutShort):
        given.failure.answer = given
        raise given.failure
    return given


@contextmanager
def a_place():
    """Take one of the places for answers. Raises Failed where all are taken: pages must stay quick."""
    if not PLACES.acquire(blocking=False):
        raise NotSetUp("no_place")
    try:
        yield
    finally:
        PLACES.release()


def no_model():
    """Return why no model was asked, as the Failed that it is where nothing else can answer."""
    return NotSetUp("no_default" if LanguageModel.objects.undecided() else "no_model")


def no_room():
    return _(
        "Passages of your documents fit this question, but there is no room for one within the model’s limit of "
        "tokens. So what follows does not come from them. Begin a new conversation, or choose a model with a larger "
        "limit."
    )


def in_danger(text):
    """Return whether a message shows danger: to oneself or others, or a medical emergency."""
    return crisis.shown_in(text) or emergencies.shown_in(text)


def words_of_danger(text):
    """Return what somebody in danger reads at once, with whom to turn to in the chosen country; in a medical emergency
    its number is the first."""
    *lines, emergency = crisis.resources()
    if not emergencies.shown_in(text):
        return crisis_words([*lines, emergency])
    return "\n\n".join(
        (
            _("What you write sounds like a medical emergency. Call the emergency services now:"),
            turn_to([emergency, *(lines if crisis.shown_in(text) else ())]),
            _(
                "Do not wait for an answer here. Stay with whoever it is until help has come, and do what the people "
                "on the telephone say. No computer can do this for you."
            ),
        )
    )


def turn_to(resources):
    return "\n".join(f"- **{resource.name}: {resource.number}**" for resource in resources)


def crisis_words(resources):
    return "\n\n".join(
        (
            _("What you write sounds as if you, or somebody near you, may be in danger. Please talk to a person now:"),
            turn_to(resources),
            _(
                "They are there for you, at any hour. If the danger is now, call the emergency services, and stay with "
                "somebody you trust. No computer can do this for you."
            ),
        )
    )
