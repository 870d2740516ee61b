"""Whether an answer says the question again."""

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding, TextCheck
from examples.reading import LONGEST, WORD, read

END = 30  # characters at the end of a question
LEAST = 5  # words of a question that are no accident


class Echo(TextCheck):
    """The question, word for word, at the beginning of the answer or anywhere in it."""

    name, title, severity = "echo", _("Repeats the question"), "hint"
    version = 2
    reasons = {
        "repeated": (
            _("The answer repeats the question."),
            _("Take the question out; the model is given it already."),
        )
    }

    def promising(self, batch):
        both = zip(batch.questions, batch.answers, strict=True)
        return [place for place, (question, answer) in enumerate(both) if ends_in(question, answer)]

    def find(self, example):
        question, answer = read(example.instruction), read(example.response)
        if not ends_in(question, answer):
            return
        if len(example.instruction) >= LONGEST:
            return
        asked = WORD.findall(question.plain)
        if len(asked) < LEAST or not all(word in answer.plain for word in dict.fromkeys(asked)):
            return
        places = list(WORD.finditer(answer.plain))
        said = " ".join(place[0] for place in places)
        at = f" {said} ".find(f" {' '.join(asked)} ")
        if at >= 0:
            first = said[:at].count(" ")
            yield Finding(self, "response", "repeated", places[first].start(), places[first + len(asked) - 1].end())


def ends_in(question, answer):
    """Whether the last words of a question, the first of them maybe in part, are in an answer: a quick look."""
    return all(word in answer.plain for word in WORD.findall(question.plain, max(0, len(question.plain) - END)))


CHECK = Echo()
