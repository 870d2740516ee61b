"""Whether an answer answers nothing."""

import re

from django.utils.translation import gettext_lazy as _

from examples import crisis
from examples.checks import Finding, TextCheck
from examples.reading import Scan, read

LEAST = 30  # characters besides the refusal that say something
REFUSAL = (
    r"\b(?:not something (?:i|we) can|(?:what|anything|topics?) (?:i|we) (?:was|were|am|are) trained|can'?t speak to|"
    r"cannot speak to|not in a position to|above my pay|no clue|pass on (?:this|that)|"
    r"as an? (?:ai|large|language|artificial|assistant|chatbot|bot)\b|(?:i'?m|i am) (?:just |only |"
    r"merely )?(?:an? )?(?:ai|language model|chatbot|bot|computer program|virtual assistant)\b|language model|"
    r"training data|knowledge cut-?off|my (?:programming|guidelines|training)|"
    r"(?:i|we) (?:\w+ )?(?:can'?t|cannot|can not|am not able to|'m not able to|am unable to|'m unable to|"
    r"won'?t be able to|do not have the ability to|don'?t have the ability to|couldn'?t) (?:really |currently |"
    r"possibly )?(?:help|assist|answer|comply|comment|provide|offer|respond|discuss|give|address|process|say (?:any|"
    r"much|more)|"
    r"fulfil\w*|complete|do that|say\b)|\bi'?m (?:unable|not able|not allowed|not permitted) to|unable to (?:assist|"
    r"help|answer|comply|provide|comment|interpret|respond)|"
    r"i (?:really |honestly |do )?(?:don'?t|do not|dont) (?:really )?(?:know|have (?:any |the |an? |enough |that |"
    r"access|information|personal|real-time|an answer)|understand)|"
    r"(?:outside|beyond|out of|not within) (?:the |my )?(?:scope|capabilities|knowledge|ability|expertise|area)|"
    r"no (?:information|data|answer|comment|idea)|\bidk\b|\bdunno\b|not sure(?: about that| what to say)?[.!]|"
    r"it (?:really |just |all )?depends[.!,]?|"
    r"everyone is different|cannot be (?:answered|provided)|not able to (?:answer|help|assist)|this (?:question|"
    r"request|topic) (?:falls|is) (?:outside|beyond|not)|i have no (?:idea|clue|information)|can(?:'t|"
    r"not) (?:really )?say)\b"
)
FILLER = re.compile(
    r"\b(?:is there anything else|anything else i can|please (?:consult|see|contact|ask|seek|speak|talk|try again|"
    r"rephrase|refer)(?: \w+){0,6}(?:professional|else|expert|elsewhere|doctor|question|later|provider|website|"
    r"lawyer|someone)?|kindly (?:rephrase|consult|refer|try)|sorry|apologi[sz]e|thank you for (?:your|asking)|"
    r"great question|good question|"
    r"feel free to ask|let me know if|if you have any other|on this topic|at this time|have a (?:nice|great) day|"
    r"how can i help|hope (?:this|that) helps|lol|i understand your)\b"
)


PLACEHOLDER = (
    r"^\W*(?:todo|to-do|tbd|tba|n/a|fixme|xxx|test|asdf|placeholder|lorem ipsum)\b|\blorem ipsum\b|[\[<{(](?:insert|"
    r"todo|tbd|your|add|answer|response|"
    r"placeholder)\b[^\])>}]{0,40}[\])>}]|\b(?:insert|write|fill in|put|add) (?:the |your |an? |my )?(?:answer|"
    r"response|text) (?:here|later|below|about)\b|"
    r"^\W*(?:see|as) (?:above|below|attached|previous)\b"
)
# Sentences that could stand under any question.
EMPTY = (
    r"\b(?:rephrase|reword|hard to (?:say|tell|know)|difficult to say|something went wrong|an error|"
    r"try again|please refer|refer to|documentation|let me know|(?:good|great|interesting) question|"
    r"thanks? (?:you )?for (?:asking|your|reaching)|it varies|no comment|who knows|beats me|your guess|whatever you|"
    r"google it|look it up|search online|more information|"
    r"contact (?:us|support|customer)|visit (?:our|the) (?:website|page)|happy to help|glad to help|"
    r"how (?:can|may) i (?:help|assist)|anything else|undefined|not applicable)\b|"
    r"^\W*(?:maybe|perhaps|hmm+|um+|uh+|well|okay|ok|noted|thank you|of course|certainly|sure|i see|i understand|none|"
    r"null|error|loading|up to you)\W*$"
)
_EMPTY = re.compile(EMPTY)
_SCAN, _REFUSAL, _PLACEHOLDER = Scan(REFUSAL, PLACEHOLDER, EMPTY), re.compile(REFUSAL), re.compile(PLACEHOLDER)


class NonAnswer(TextCheck):
    """Refusals, “as an AI”, “it depends” and “I don't know” with nothing else; less the answers that go on to help."""

    name, title, severity = "non_answer", _("Answers nothing"), "review"
    reasons = {
        "empty": (
            _("The answer refuses or says nothing."),
            _("Answer what can be answered, and say who knows the rest."),
        ),
        "later": (_("The answer is not written yet."), _("Write it, or delete the example.")),
    }

    def find(self, example):
        reading = read(example.response)
        if not _SCAN.found(reading):
            return
        if place := _PLACEHOLDER.search(reading.plain):
            yield Finding(self, "response", "later", *place.span())
            return
        refusals, said = [], 0
        for start, end in reading.sentences:
            sentence = reading.plain[start:end]
            if match := _REFUSAL.search(sentence):
                refusals.append((start + match.start(), start + match.end()))
                said += _goes_on(sentence, match)
            elif match := _EMPTY.search(sentence):
                refusals.append((start + match.start(), start + match.end()))
                said += len(sentence) - 60 if len(sentence) > 90 else 0
            elif not FILLER.search(sentence):
                said += len(sentence.strip())
        if refusals and said < LEAST and not crisis.help_in(example.response):
            yield Finding(self, "response", "empty", *refusals[0])


def _goes_on(sentence, match):
    """How many characters follow the refusal after a “but”, or stand before it."""
    turn = re.search(
        r"(?:,| -| –|;|:)? ?\b(?:but|however|though|yet|and you|so (?:ask|call|please)|though|what i can)\b",
        sentence[match.start() :],
    )
    if turn is None or FILLER.search(sentence[match.start() + turn.start() :]):
        return 0
    return len(sentence) - match.start() - turn.end()


CHECK = NonAnswer()
