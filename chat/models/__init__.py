"""What the chat keeps: documents with their passages, the models that answer, and conversations."""

from chat.models.conversations import Conversation, SessionContext, SystemPrompt, Turn, TurnState
from chat.models.documents import Collection, Document, Passage, PassageVector, State
from chat.models.languagemodels import LanguageModel

__all__ = [
    "Collection", "Conversation", "Document", "LanguageModel", "Passage", "PassageVector", "SessionContext", "State",
    "SystemPrompt", "Turn", "TurnState",
]  # fmt: skip
