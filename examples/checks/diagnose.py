"""Whether an answer names an illness that somebody has."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import PERSONAL, Phrase, PhraseCheck, Phrases, asked, asks, gap, handed_over, quoted
from examples.reading import read

WHO = (
    r"(?:you|u|he|she|they|your (?:\w+ )?(?:son|daughter|child|kid|husband|wife|partner|mother|father|mom|mum|dad|"
    r"sister|brother|"
    r"friend|brain|symptoms?)|(?:this|the) (?:client|patient|person|child))"
)
HAS = (
    rf"(?:{WHO}(?:'ve| have| has|'s)?(?: \w+ly| just| probably| definitely| most likely| all| 100%)? (?:have|has|got|"
    r"suffers?|suffering|"
    r"meets?(?: the)? criteria|are|is|'re|'s|qualif(?:y|ies)|developed|show(?:s|ing)?|fits?|experienc(?:e|es|ing))|"
    r"you're|youre|ur|you've|youve|u got|he's|she's|they're|i'd call (?:this|that|it)|what you(?:'ve|"
    r" have)(?: got)? is|this is|"
    r"that's|thats|that is|it's|its|it is|those are|these are|what you have is|what you've got is|sounds? (?:like|"
    r"as if)|looks? like|seems? like|"
    r"(?:symptoms?|signs?|presentation|picture|pattern|score|answers|description|conduct)(?: \w+){0,6} (?:of|with|"
    r"that|mean|means|indicates?|"
    r"confirms?|establish(?:es)?|points? to|suggests?|shows?)|consistent with|points? to|indicative of|textbook|"
    r"classic|"
    r"(?:a )?(?:clear|clearcut|typical|obvious|textbook|classic) (?:case|sign|example|picture|symptoms?) of|"
    r"diagnosis (?:is|would be|:)|"
    r"most likely|clearly|definitely|def|obviously|undoubtedly|no doubt|caused by your)"
)
STATE = (
    r"(?:I+|panic attacks?|manic episode|anxiety|social anxiety|separation anxiety|on the (?:autism )?spectrum|"
    r"I+ (?:I+|episode)|"
    r"(?:complicated|prolonged) grief|burnout|burned out|eating disorder|personality disorder|panic I+|attachment I+|"
    r"trauma response|"
    r"complex trauma|flashbacks? from I+|sleep apno?ea|heart (?:attack|failure|disease|condition)|thyroid|long covid|"
    r"chronic fatigue|"
    r"kidney stones?|menopause|perimenopause|tbi|bladder I+|uti|allergic)"
)
HEDGED = re.compile(
    r"\b(?:may|might|could|can|possible|possibly|perhaps|maybe|if|whether|when|not|n't|cannot|can't|cant|only|no|"
    r"never|nobody|without|"
    r"rule out|ruled out|doesn't mean|does not mean|isn't|aren't|than|because|since|told|assessed|diagnosed|"
    r"diagnosis|documented|"
    r"rated|confirmed|people|person|someone|anyone|those who|many|others|some|screen(?:ing)?|question(?:naire)?s?|"
    r"would|"
    r"label|labels|word|"
    r"treat(?:s|ment)?|help(?:s|ed)? with|feel(?:ing|s)?|hear|afraid|worried|wondering|living|like to know|term|"
    r"name|called|"
    r"mentioned|wrote|shared|say|says|said|rn|determine|either|how|signs? (?:that|of))\b"
)


def hedged(sentence, start, end):
    """Left open, known already, or said of others: by the words before it in the clause, and within it."""
    clause = max(sentence.rfind(mark, 0, start) for mark in (";", ":", " but "))
    return bool(HEDGED.search(sentence, max(0, clause + 1, start - 60), end))


OPEN = re.compile(
    r"\b(?:may|might|could|can|possible|possibly|perhaps|maybe|if|whether|not|n't|cannot|can't|cant|only|never|rule|"
    r"told|assessed|diagnosed|people|"
    r"person|someone|anyone|many|others|some|would|feel(?:ing|s)?|i|my|help(?:s|ed)?|treat\w*|stud(?:y|ies)|against|"
    r"with|of|for|from)\b"
)


def left_open(sentence, start, end):
    return bool(OPEN.search(sentence, max(0, start - 50), start))


class Diagnose(PhraseCheck):
    """An illness said of the person who asks, or of whom they ask for; less what is left open, is known already, or is
    said of people in general."""

    name, title, severity = "diagnose", _("Names an illness"), "review"
    reasons = {
        "said": (
            _("The answer says which illness somebody has."),
            _("Say what it may come from, and that a clinician finds out."),
        ),
    }
    phrases = Phrases(
        Phrase(rf"\b{HAS}{gap(5)}{STATE}\b", (hedged, asked, quoted)),
        Phrase(
            rf"\b{STATE}(?:,| is| -|:)? (?:plain and simple|is what (?:you have|this is)|for sure|textbook|"
            r"no question|without a doubt)",
            (hedged, asked, quoted),
        ),
        Phrase(
            r"\b(?:i (?:would )?diagnose|i can (?:confirm|tell) (?:that )?you|you(?:'re| are) (?:clearly |obviously |"
            r"definitely )?(?:having|in) a "
            r"(?:manic|psychotic|depressive|panic|I+)|that is the (?:beginning|onset|start) of I+)",
            (hedged, asked, quoted),
        ),
        about=(
            "I panic manic anxiety spectrum grief burnout burned eating personality attachment trauma flashbacks "
            "apnea apnoea heart thyroid covid fatigue kidney menopause perimenopause tbi bladder uti allergic "
            "diagnose confirm"
        ),
    )
    # An illness that the question did not name, where the answer hands nothing over.
    bare = Phrases(
        Phrase(
            rf"\b{STATE}\b(?! (?:is|isn't|are|can|may|often|has|have|makes|could|might|will))",
            (left_open, asked, quoted),
        )
    )

    def find(self, example):
        found = list(super().find(example))
        answer, question = read(example.response), read(example.instruction)
        named = "I" in question.words or not PERSONAL.found(question)
        if not found and not (named or handed_over(answer) or asks(answer)):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)]
        yield from found


CHECK = Diagnose()
