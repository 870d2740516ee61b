"""What the chat keeps: documents with their passages, and questions to measure finding with."""

from chat.models.documents import Collection, Document, Passage, PassageVector, State
from chat.models.questions import Measurement, QuestionSet

__all__ = ["Collection", "Document", "Measurement", "Passage", "PassageVector", "QuestionSet", "State"]
