"""A conversation goes on: a question is asked, its answer is written and kept, another branch is begun."""

import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from chat import answering
from chat.models import Conversation, Turn, TurnState
from examples.texts import strict_text

LONGEST_TITLE = 80
# Seconds between two looks whether somebody has pressed “Stop”.
LOOK = 0.3
# Seconds that a model may say nothing while nobody waits for its answer.
AWAY = 10.0
# An answer that is at it for longer belongs to a process that is gone.
GONE = timedelta(minutes=6)
# {id: Answer} of those that are being written in this process, and {id: when a page last looked at it}.
WRITING, SEEN = {}, {}


def begin(text, by=None, **choices):
    """Return a new conversation, named by the beginning of its first question."""
    words = " ".join(text.split())
    title = words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"
    return Conversation.objects.create(title=title, by=by, **choices)


@transaction.atomic
def ask(conversation, text, parent=None):
    """Keep a question below `parent`, a turn or None for the beginning, and return the answer that waits to be written.
    Raises Refused."""
    text = strict_text(text, "message", required=True)
    question = Turn.objects.create(conversation=conversation, parent=parent, role="user", content=text)
    return wait(question)


@transaction.atomic
def again(answer, anyway=False, model=None):
    """Return a further answer, still to be written, to the question of this one."""
    return wait(answer.parent, anyway, model)


def wait(question, anyway=False, model=None):
    conversation = question.conversation
    answer = Turn.objects.create(
        conversation=conversation, parent=question, role="assistant", state=TurnState.WAITING, anyway=anyway,
        model=model or conversation.model,
    )  # fmt: skip
    conversation.touch(answer)
    return answer


def claim(answer):
    """Return whether the caller is the one who writes this answer: of several, one is."""
    now = timezone.now()
    waiting = Turn.objects.filter(pk=answer.pk, state=TurnState.WAITING)
    return bool(waiting.update(state=TurnState.WRITING, began_at=now))


def write(answer):
    """Write an answer that the caller has claimed: yield its texts, and an empty one now and then while none comes.
    Keep what came, however it ends."""
    question = answer.parent
    conversation = answer.conversation
    before = path(turns_of(conversation), question)[:-1]
    given = answering.Answer(
        answering.Question(
            text=question.content,
            history=said(before),
            session=conversation.context,
            use_documents=conversation.use_documents,
            collections=[one.pk for one in conversation.collections.all()] or None,
            model=answer.model,
            anyway=answer.anyway,
        )
    )
    texts = until_stopped(answer, given.pieces())
    WRITING[answer.pk] = given
    try:
        for text in texts:  # noqa: UP028  (“yield from” would end them too when this is closed)
            yield text
    finally:
        read_out(answer, given, texts)
        WRITING.pop(answer.pk, None)
        SEEN.pop(answer.pk, None)
        keep(answer, given)


def read_out(answer, given, texts):
    """Go on with an answer whose reader closed the page, so that they find it whole when they come back. A model that
    says nothing for AWAY seconds, in which no page looked at the answer either, is left: it would keep its place for
    nobody."""
    heard = time.monotonic()
    for text in texts:
        if text:
            heard = time.monotonic()
        elif time.monotonic() - max(heard, SEEN.get(answer.pk, heard)) > AWAY:
            mine = Turn.objects.filter(pk=answer.pk, state=TurnState.WRITING)
            mine.update(state=TurnState.STOPPED, problem={"reason": "left"})
            given.end()


def seen(pk):
    """Say that a page looks at an answer that is being written: its reader has come back, or is another."""
    if pk in WRITING:
        SEEN[pk] = time.monotonic()


def write_at_once(answer):
    """Write an answer to its end, unless another is at it."""
    if claim(answer):
        for _text in write(answer):
            pass


def until_stopped(answer, texts):
    looked = time.monotonic()
    for text in texts:
        yield text
        if time.monotonic() - looked > LOOK:
            looked = time.monotonic()
            if Turn.objects.filter(pk=answer.pk, state=TurnState.STOPPED).exists():
                break


def said(turns):
    """Return earlier turns as a model is told them: a question without an answer is left out, since many models take
    nothing but question and answer in turn."""
    pairs = [pair for pair in zip(turns[::2], turns[1::2], strict=False) if pair[1].content and not pair[1].open]
    return [{"role": turn.role, "content": turn.content} for pair in pairs for turn in pair]


def keep(answer, given):
    """Store what was answered. What is marked as stopped meanwhile stays so."""
    state, problem = TurnState.DONE, {}
    if given.failure is not None:
        whole = given.spoken and given.text.strip()
        state = TurnState.INCOMPLETE if whole else TurnState.FAILED
        problem = given.failure.problem
    values = {
        "content": "" if state == TurnState.FAILED else given.text.strip(),
        "crisis": given.crisis,
        "model": given.model,
        "model_name": given.model_name or "",
        "prompt": given.version,
        "searched": given.searched,
        "sources": given.sources,
        "left_out": given.left_out,
        "invented": given.invented,
        "tokens": given.tokens,
        "seconds": round(given.seconds, 2),
        "finished_at": timezone.now(),
    }
    mine = Turn.objects.filter(pk=answer.pk)
    if not mine.filter(state=TurnState.WRITING).update(state=state, problem=problem, **values):
        mine.filter(state=TurnState.STOPPED).update(**values)


def stop(answer, patience=1.5):
    """Stop an answer that is waited for: its connection is shut, and whoever writes it has a moment to keep what came.
    Where that is not enough, it is kept here."""
    going = Turn.objects.filter(pk=answer.pk, state__in=(TurnState.WAITING, TurnState.WRITING))
    if going.update(state=TurnState.STOPPED, problem={"reason": "stopped"}):
        if answer.pk in WRITING:
            WRITING[answer.pk].end()
        until = time.monotonic() + patience
        while time.monotonic() < until and answer.state == TurnState.WRITING:
            answer.refresh_from_db()
            if answer.finished_at:
                break
            time.sleep(0.05)
        if answer.pk in WRITING and not answer.finished_at:
            keep(answer, WRITING[answer.pk])
    answer.refresh_from_db()


# The tree


def turns_of(conversation):
    """Return {id: turn} of a conversation, in the order of their making. What a process left behind when it ended is
    marked as incomplete."""
    Turn.objects.filter(conversation=conversation, state=TurnState.WRITING, began_at__lt=timezone.now() - GONE).update(
        state=TurnState.INCOMPLETE, problem={"reason": "gone"}
    )
    return {turn.pk: turn for turn in conversation.turns.select_related("prompt").order_by("id")}


def path(turns, end):
    """Return the turns from the first to this one."""
    found, turn = [], end and turns.get(end.pk)
    while turn is not None:
        found.append(turn)
        turn = turns.get(turn.parent_id)
    return found[::-1]


def branch(turns, at):
    """Return the turns that a page shows: those before `at`, it, and the latest below it. Each gets `siblings`, the
    ids beside it and its own, in order, and `place`, which of them it is, from 1."""
    below = {}
    for turn in turns.values():
        below.setdefault(turn.parent_id, []).append(turn.pk)
    end = at
    while end is not None and below.get(end.pk):
        end = turns[below[end.pk][-1]]
    shown = path(turns, end)
    for turn in shown:
        turn.siblings = below[turn.parent_id]
        turn.place = turn.siblings.index(turn.pk) + 1
    return shown
