"""Checks of what an answer advises: by wording, and by how like it is to labelled answers (examples.learned)."""

import numpy
from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import PhraseCheck, refutations
from examples.learned import of_advice
from examples.reading import read

# What to do where nothing but likeness was found.
LIKE = _("Read it, and change it or overrule this: it was found by its likeness alone.")
NEAR = 3.0  # of the logarithms of odds of two labels
SHORT, LESS = 200, 1.0  # characters of an answer, and how much lower its odds may be before phrases count for nothing
ROUNDED = 1e-9  # what arrays and numbers may differ by
TERSE = 60  # characters of an answer in which phrases always count: there is too little to tell by


class AdviceCheck(PhraseCheck):
    """Finds what phrases say, unless no part of the answer is like answers that do what it looks for; and else the
    sentences that are very like them.

    `like` and `unlike` are logarithms of odds: above the one a text counts without a phrase; up to the other, which is
    of the two sentences that tell most, however many there are, no phrase counts. The label in examples.learned is its
    name.
    """

    like, unlike = -1.5, -2.8

    def prepare(self, batch):
        if AdviceCheck in batch.kept:
            return
        of_advice().judge_questions(batch.questions)
        of_advice().judge(batch.answers)
        sizes = numpy.array([len(answer.plain) for answer in batch.answers])
        sentences = numpy.array([len(answer.sentences) for answer in batch.answers])
        less = numpy.where(sizes <= SHORT, LESS, 0) + of_advice().added(sentences) + ROUNDED
        batch.kept[AdviceCheck] = of_advice().odds_of_all(batch.answers, batch.questions), sizes <= TERSE, less

    def promising(self, batch):
        # As `counts` tells of one.
        odds, always, less = batch.kept[AdviceCheck]
        odds, less = (one[of_advice().labels.index(self.name)] for one in (odds, less))
        return numpy.flatnonzero(always | (odds == -numpy.inf) | (odds > self.unlike - less)).tolist()

    def counts(self, odds, answer):
        """Whether phrases in an answer count; `promising` tells the same of many."""
        if odds is None or odds > self.unlike or len(answer.plain) <= TERSE:
            return True
        less = LESS if len(answer.plain) <= SHORT else 0
        return odds > self.unlike - less - of_advice().added(len(answer.sentences), self.name)

    def find(self, example):
        answer, question = read(example.response), read(example.instruction)
        odds = of_advice().odds(answer, question, self.name)
        if not self.counts(odds, answer):
            return []
        found = list(self.told(example, answer, question)) if self.stands(answer, question, odds) else []
        if not found and odds is not None and odds > self.like and self.is_it(answer, question, odds):
            start, end = of_advice().judged(answer, question, self.name)[1:]
            if self.may_be(answer, question, start, end, odds) and not any(refutations(answer.plain, start, end)):
                found = [Finding(self, "response", "like", start, end)]
        return found

    @staticmethod
    def is_it(answer, question, odds):
        """Whether an answer is not much more like those that do something else."""
        both = zip(of_advice().odds_of_labels(answer), of_advice().odds_of_question(question), strict=True)
        return odds > max(map(sum, both)) - NEAR

    def told(self, example, answer, question):
        """Return the Findings of what phrases say."""
        return self.said(answer)

    def stands(self, answer, question, odds):
        """Whether what a phrase says may be what it looks for."""
        return True

    def may_be(self, answer, question, start, end, odds):
        """Whether sentences of an answer, without a phrase, may be what it looks for."""
        return True
