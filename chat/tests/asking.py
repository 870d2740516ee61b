"""Documents, models and turns for the tests."""

from io import BytesIO

from chat import conversing, indexing
from chat.models import Conversation

PREPARING = (
    "Eat nothing for four hours before the session. Clear fluids are allowed until two hours before.\n\n"
    "Wear comfortable clothes and bring somebody who takes you home afterwards."
)


def make_document(text=PREPARING, name="preparing.txt"):
    return indexing.add(BytesIO(text.encode()), name)


def answered(text="What should I wear?", **choices):
    """Return the answer to a question in a new conversation, written to its end."""
    conversation = Conversation.objects.create(title="Any", **choices)
    return write(conversing.ask(conversation, text))


def write(answer):
    assert conversing.claim(answer)
    for _text in conversing.write(answer):
        pass
    answer.refresh_from_db()
    return answer
