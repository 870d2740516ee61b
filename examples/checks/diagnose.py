"""Whether an answer names an illness that somebody has."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import PERSONAL, Phrase, PhraseCheck, Phrases, asked, asks, gap, handed_over, quoted
from examples.reading import Listed, read

WHO = (
    r"(?:you|u|he|she|they|your (?:\w+ )?(?:son|daughter|child|kid|husband|wife|partner|mother|father|mom|mum|dad|"
    r"sister|brother|friend|brain|symptoms?)|(?:this|the) (?:client|patient|person|child))"
)
HAS = (
    rf"(?:{WHO}(?:'ve| have| has|'s)?(?: \w+ly| just| probably| definitely| most likely| all| 100%)? (?:have|has|got|"
    r"suffers?|suffering|meets?(?: the)? criteria|are|is|'re|'s|qualif(?:y|ies)|developed|show(?:s|ing)?|fits?|"
    r"experienc(?:e|es|ing))|you're|youre|ur|you've|youve|u got|he's|she's|they're|i'd call (?:this|that|it)|"
    r"what you(?:'ve| have)(?: got)? is|this is|that's|thats|that is|it's|its|it is|those are|these are|"
    r"what you have is|what you've got is|sounds? (?:like|as if)|looks? like|seems? like|what you(?:'re|"
    r" are) (?:\w+ )?(?:describing|feeling|having|going through|experiencing|seeing|dealing with) is|(?:hallmark|"
    r"touch|bout)s? of|written all over|tick(?:s|ing)? (?:every|all the|all) box(?:es)?(?: for| of)|meets? (?:all |"
    r"every |most )?(?:of )?(?:the )?criteri(?:a|on) for|adds? up to|goes by the name of|(?:symptoms?|signs?|"
    r"presentation|picture|pattern|score|answers|description|conduct)(?: \w+){0,6} (?:of|with|that|mean|means|"
    r"indicates?|confirms?|establish(?:es)?|points? to|suggests?|shows?)|consistent with|points? to|indicative of|"
    r"textbook|classic|(?:a )?(?:clear|clearcut|typical|obvious|textbook|classic) (?:case|sign|example|picture|"
    r"symptoms?) of|diagnosis (?:is|would be|:)|most likely|clearly|definitely|def|obviously|undoubtedly|no doubt|"
    r"caused by your)"
)
STATE = (
    r"(?:I+|panic attacks?|manic episode|anxiety|social anxiety|separation anxiety|on the (?:autism )?spectrum|"
    r"I+ (?:I+|episode)|(?:complicated|prolonged) grief|burnout|burned out|eating disorder|personality disorder|"
    r"panic I+|attachment I+|trauma response|complex trauma|flashbacks? from I+|sleep apno?ea|heart (?:attack|failure|"
    r"disease|condition)|thyroid|long covid|chronic fatigue|kidney stones?|menopause|perimenopause|tbi|bladder I+|uti|"
    r"allergic)"
)
HEDGED = re.compile(
    r"\b(?:may|might|could|can(?! (?:tell|see|say|confirm|assure|hear)\b)|possible|possibly|perhaps|maybe|if|whether|"
    r"when|not|n't|cannot|can't|cant|only|no|never|nobody|without|rule out|ruled out|doesn't mean|does not mean|isn't|"
    r"aren't|than|because|since|told|assessed|diagnosed|diagnosis|documented|rated|confirmed|people|person|someone|"
    r"anyone|those who|many|others|some|screen(?:ing)?|question(?:naire)?s?|would|label|labels|word|treat(?:s|ment)?|"
    r"help(?:s|ed)? with|feel(?:ing|s)?|hear|afraid|worried|wondering|living|like to know|term|name|called|mentioned|"
    r"wrote|shared|say|says|said|rn|determine|either|how|signs? (?:that|of))\b"
)


def hedged(sentence, start, end):
    """Left open, known already, or said of others: by the words before it in the clause, and within it."""
    clause = max(sentence.rfind(mark, 0, start) for mark in (";", ":", " but "))
    return bool(HEDGED.search(sentence, max(0, clause + 1, start - 60), end))


ILLNESSES = Listed("I")
OPEN = re.compile(
    r"\b(?:may|might|could|can|possible|possibly|perhaps|maybe|if|whether|not|n't|cannot|can't|cant|only|never|rule|"
    r"told|assessed|diagnosed|people|person|someone|anyone|many|others|some|would|feel(?:ing|s)?|i|my|help(?:s|ed)?|"
    r"treat\w*|stud(?:y|ies)|against|with|of|for|from)\b"
)


def left_open(sentence, start, end):
    return bool(OPEN.search(sentence, max(0, start - 50), start))


class Diagnose(PhraseCheck):
    """An illness said of the person who asks, or of whom they ask for; less what is left open, is known already, or is
    said of people in general."""

    name, title, severity = "diagnose", _("Names an illness"), "review"
    version = 2
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
            rf"\b{STATE}\b.{{0,60}}?\bthat'?s (?:exactly |just |precisely |clearly |probably )?what (?:you|he|she|"
            rf"they|this|it)"
            r"(?:'ve| have|'s| has| is)?(?: got)?\b|\b(?:i(?:'d| would)?|we) (?:\w+ )?(?:bet|wager|put money on|"
            r"put it down to|"
            rf"call (?:it|this|that)|label (?:it|this|that)){gap(3)}{STATE}\b|\b(?:you|he|she|they)(?:'ve| have|'s|"
            rf" has) (?:\w+ )?(?:developed|slipped into|got|caught|inherited){gap(4)}{STATE}\b",
            (hedged, asked, quoted),
        ),
        Phrase(
            rf"\b(?:i (?:would )?diagnose|i can (?:confirm|tell)(?: that)?(?: you)?{gap(4)}{STATE}|you(?:'re|"
            rf" are) (?:clearly |obviously |"
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
        if not found and self.is_open(question) and not (asks(answer) or handed_over(answer)):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)]
        yield from found

    @staticmethod
    def is_open(question):
        """Whether a question is about somebody, and names no illness."""
        return not question.has(ILLNESSES) and PERSONAL.found(question)


CHECK = Diagnose()
