"""Two models answer one question side by side, and a person says which did better: a preference pair."""

from django.db import transaction
from django.utils.translation import gettext as _

from chat import answering, conversing, drafting, prompts
from chat.models import Turn
from examples.models import Example
from examples.texts import Refused


@transaction.atomic
def begin(text, models, use_documents, by=None):
    """Keep a question with an answer of each model waiting below it, and return the question. Words of danger are
    answered here: whom to turn to must not wait for a page that fetches answers. Raises Refused."""
    conversation = conversing.begin(text, by=by, use_documents=use_documents, model=models[0])
    question = conversing.ask(conversation, text).parent
    conversing.wait(question, model=models[1])
    if answering.in_danger(text):
        for answer in pair(question):
            conversing.write_at_once(answer)
    return question


def pair(question):
    """Return the two answers that were begun with a question, or the latest of the same models."""
    answers = list(question.children.answers().order_by("id"))
    latest = {answer.model_id: answer for answer in answers}
    begun = answers[:2]
    apart = len({answer.model_id for answer in begun}) == 2
    return [latest[answer.model_id] for answer in begun] if apart else begun


def prefer(better, worse, by=None):
    """Add the better answer as an example, with the other beside it as the one to learn less of. Raises Refused."""
    if not (better.whole and worse.whole):
        raise Refused(_("Both answers must be whole before one can be the better. Ask once more."))
    if better.content.strip() == worse.content.strip():
        raise Refused(_("Both answers are the same, so there is nothing to prefer."))
    kept = {**drafting.origin(better), "compared": worse.model_name or None}
    example = Example.unsaved(
        instruction=better.parent.content,
        context=prompts.fenced(better.sources) if better.sources else "",
        response=better.content,
        tags=drafting.CHAT,
        extra={drafting.FROM: kept, drafting.REJECTED: worse.content},
    )
    example.add(by=by)
    Turn.objects.filter(pk=better.pk).update(used_as=example.pk)
    return example
