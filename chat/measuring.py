"""How well questions are answered by the passages that are found for them: hit@1, hit@3 and the mean reciprocal rank.

hit@n: the share of questions with the right passage among the first n that `retrieval.find` gives for n. The reciprocal
rank of a question is 1 / the place of the first right one among ten, 0 where none is right.
"""

import json
from dataclasses import dataclass, field

from django.conf import settings

from chat import retrieval
from chat.models import Document, Measurement, Passage
from chat.words import words_of

PLACES = 10
RUN = 4  # words that follow each other
ENOUGH = 0.5  # of such runs of the text that answers: so much must be in what was found
MOST_QUESTIONS = 2000


class Mistake(ValueError):
    """A set of questions cannot be used. Its text is a sentence that says what to do."""


@dataclass
class Result:
    asked: int = 0
    hit_at_1: float = 0.0
    hit_at_3: float = 0.0
    reciprocal_rank: float = 0.0
    missed: list = field(default_factory=list)


def questions_in(text):
    """Return the questions of a text of JSON lines. Raises Mistake."""
    questions = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                questions.append(question_of(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise Mistake(
                    f"Line {number}: {error if isinstance(error, Mistake) else 'it is no JSON object.'}"
                ) from None
    if not questions:
        raise Mistake('There is no question. Write one a line: {"question": "…", "document": "guide.pdf", "page": 3}')
    if len(questions) > MOST_QUESTIONS:
        raise Mistake(f"There are {len(questions):,} questions; {MOST_QUESTIONS:,} are the most. Split the set.")
    return questions


def question_of(item):
    """Return a question with the keys that count. Raises Mistake."""
    if not isinstance(item, dict):
        raise Mistake("it is no JSON object.")
    question, document = item.get("question"), item.get("document", "")
    if not isinstance(question, str) or not question.strip() or not isinstance(document, str):
        raise Mistake("“question” must be text, and “document” the name of a file.")
    page, text = item.get("page"), item.get("text")
    if isinstance(page, int) and not isinstance(page, bool) and page > 0:
        return {"question": question, "document": document, "page": page}
    if isinstance(text, str) and text.strip():
        return {"question": question, "document": document, "text": text}
    raise Mistake("it needs “page”, a whole number, or “text”, words of the document that answer it.")


def as_lines(questions):
    return "\n".join(json.dumps(question, ensure_ascii=False) for question in questions)


def unknown(questions):
    """Return the names of documents that the questions speak of and that nobody can be answered from."""
    there = set(Document.objects.usable().values_list("name", flat=True))
    return sorted({question["document"] for question in questions if question["document"]} - there)


def measure(questions, progress=None):
    """Ask all questions and return the Result."""
    result = Result(asked=len(questions))
    for question in questions:
        three = [is_hit(found, question) for found in retrieval.find(question["question"], most=3)]
        ten = [is_hit(found, question) for found in retrieval.find(question["question"], most=PLACES)]
        first = retrieval.find(question["question"], most=1)
        result.hit_at_1 += any(is_hit(found, question) for found in first)
        result.hit_at_3 += any(three)
        result.reciprocal_rank += 1 / (ten.index(True) + 1) if any(ten) else 0
        if not any(three):
            result.missed.append(question["question"])
        if progress:
            progress(1)
    for name in ("hit_at_1", "hit_at_3", "reciprocal_rank"):
        setattr(result, name, getattr(result, name) / len(questions))
    return result


def is_hit(found, question):
    if question["document"] and question["document"] not in (found.document.name, found.document.title):
        return False
    if "page" in question:
        return any(passage.page == question["page"] for passage in found.passages)
    wanted, there = runs(question["text"]), runs(found.text)
    return len(wanted & there) >= ENOUGH * len(wanted)


def runs(text):
    words = words_of(text)
    length = min(RUN, len(words))
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)} if words else set()


def kept(questions):
    """Measure a QuestionSet and keep the result. Return the Measurement."""
    result = measure(questions.questions)
    return Measurement.objects.create(
        questions=questions, asked=result.asked, hit_at_1=result.hit_at_1, hit_at_3=result.hit_at_3,
        reciprocal_rank=result.reciprocal_rank, missed=result.missed, circumstances=circumstances(),
    )  # fmt: skip


def circumstances():
    return {
        "embeddings": settings.EMBEDDINGS and f"{settings.EMBEDDINGS} {settings.EMBEDDINGS_MODEL}".strip(),
        "documents": Document.objects.usable().count(),
        "passages": Passage.objects.filter(document__in=Document.objects.usable()).count(),
    }
