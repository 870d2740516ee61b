"""What the chat keeps: documents with their passages, questions to measure finding with, the models that answer, and
conversations."""

from chat.models.conversations import Conversation, SessionContext, SystemPrompt, Turn, TurnState
from chat.models.documents import Collection, Document, Passage, PassageVector, State
from chat.models.languagemodels import LanguageModel
from chat.models.questions import Measurement, QuestionSet

__all__ = [
    "Collection", "Conversation", "Document", "LanguageModel", "Measurement", "Passage", "PassageVector", "QuestionSet",
    "SessionContext", "State", "SystemPrompt", "Turn", "TurnState",
]  # fmt: skip
