"""What the chat keeps: documents with their passages."""

from chat.models.documents import Collection, Document, Passage, PassageVector, State

__all__ = ["Collection", "Document", "Passage", "PassageVector", "State"]
