"""Whether an answer answers nothing."""

import re

from django.utils.translation import gettext_lazy as _

from examples import crisis
from examples.checks import Finding, TextCheck
from examples.reading import Scan, read

LEAST = 30  # characters besides the refusal that say something
REFUSAL = (
    r"\b(?:not something (?:i|we) can|not (?:really )?sure (?:that )?(?:i|we) can|(?:what|anything|topics?) (?:i|"
    r"we) (?:was|were|am|are) trained|can'?t speak to|cannot speak to|not in a position to|above my pay|no clue|"
    r"pass on (?:this|that)|as an? (?:ai|large|language|artificial|assistant|chatbot|bot)\b|(?:i'?m|i am) (?:just |"
    r"only |merely )?(?:an? )?(?:ai|language model|chatbot|bot|computer program|virtual assistant)\b|language model|"
    r"training data|knowledge cut-?off|my (?:programming|guidelines|training)|(?:i|we) (?:\w+ )?(?:can'?t|cannot|"
    r"can not|am not able to|'m not able to|am unable to|'m unable to|won'?t be able to|do not have the ability to|"
    r"don'?t have the ability to|couldn'?t) (?:really |currently |possibly )?(?:help|assist|answer|comply|comment|"
    r"provide|offer|respond|discuss|give|address|process|say (?:any|much|more)|fulfil\w*|complete|do that|say\b)|"
    r"\bi'?m (?:unable|not able|not allowed|not permitted) to|unable to (?:assist|help|answer|comply|provide|comment|"
    r"interpret|respond)|i (?:really |honestly |do )?(?:don'?t|do not|dont) (?:really )?(?:know|have (?:any |the |"
    r"an? |enough |that |access|information|personal|real-time|an answer)|understand)|(?:outside|beyond|out of|"
    r"not within) (?:the |my )?(?:scope|capabilities|knowledge|ability|expertise|area)|no (?:information|data|answer|"
    r"comment|idea)|\bidk\b|\bdunno\b|not sure(?: about that| what to say)?[.!]|it (?:really |just |"
    r"all )?depends[.!,]?|everyone is different|cannot be (?:answered|provided)|not able to (?:answer|help|assist)|"
    r"this (?:question|request|topic) (?:falls|is) (?:outside|beyond|not)|i have no (?:idea|clue|information)|"
    r"can(?:'t|not) (?:really )?say)\b"
)
FILLER = re.compile(
    r"\b(?:is there anything else|anything else i can|please (?:consult|see|contact|ask|seek|speak|talk|try again|"
    r"rephrase|refer)(?: \w+){0,6}(?:professional|else|expert|elsewhere|doctor|question|later|provider|website|lawyer|"
    r"someone)?|kindly (?:rephrase|consult|refer|try)|sorry|apologi[sz]e|thank you for (?:your|asking)|great question|"
    r"good question|feel free to ask|let me know if|if you have any other|on this topic|at this time|have a (?:nice|"
    r"great) day|how can i help|hope (?:this|that) helps|lol|i understand your)\b"
)


PLACEHOLDER = (
    r"^\W*(?:todo|to-do|tbd|tba|n/a|fixme|xxx|test|asdf|placeholder|lorem ipsum)\b|\blorem ipsum\b|[\[<{(](?:insert|"
    r"todo|tbd|your|add|answer|response|placeholder)\b[^\])>}]{0,40}[\])>}]|\b(?:insert|write|fill in|put|"
    r"add) (?:the |your |an? |my )?(?:answer|response|text) (?:here|later|below|about)\b|^\W*(?:see|as) (?:above|"
    r"below|attached|previous)\b"
)
# Sentences that could stand under any question.
EMPTY = (
    r"\b(?:(?:lots|many|plenty|all sorts|a lot|a number|a range) of (?:\w+ )?(?:things|factors|ways|answers|opinions|"
    r"views|aspects|variables)|every ?(?:one|body|person|case|situation|patient|journey|body's \w+)(?:'s|"
    r" is) (?:a little |a bit |so )?(?:different|unique|individual|special)|many factors|(?:complex|complicated|"
    r"interesting|deep|big|broad|tricky|difficult|fascinating|important|sensitive|nuanced|personal) (?:topic|subject|"
    r"question|matter|issue|area|one)|(?:might|may|could) (?:want to )?look into|some (?:\w+ ){0,4}(?:do|are|offer|"
    r"will|have|can)(?: \w+){0,2} (?:and|while|but) (?:others|some) (?:\w+ ){0,2}not|in (?:its|their|your|his|"
    r"her) own way|means? different things|it is what it is|time will tell|could go either way|yes and no|"
    r"more or less|try asking|ask (?:me )?(?:something|anything) (?:else|different)|can mean many|there'?s (?:a lot|"
    r"lots|much) to (?:say|consider)|rephrase|reword|hard to (?:say|tell|know)|difficult to say|something went wrong|"
    r"an error|try again|please refer|refer to|documentation|let me know|(?:good|great|interesting) question|"
    r"thanks? (?:you )?for (?:asking|your|reaching)|it varies|no comment|who knows|beats me|your guess|whatever you|"
    r"google it|look it up|search online|more information|contact (?:us|support|customer)|visit (?:our|"
    r"the) (?:website|page)|happy to help|glad to help|how (?:can|may) i (?:help|assist)|anything else|undefined|"
    r"not applicable)\b|^\W*(?:maybe|perhaps|hmm+|um+|uh+|well|okay|ok|noted|thank you|of course|certainly|sure|i see|"
    r"i understand|none|null|error|loading|up to you)\W*$"
)
# “Therapy is therapy”.
TAUTOLOGY = re.compile(r"\b(\w{4,20})\w{0,4} (?:is|are|means)(?: simply| just| about| when you| what)? (?:the )?\1")
_EMPTY = re.compile(EMPTY)
_SCAN, _REFUSAL, _PLACEHOLDER = Scan(REFUSAL, PLACEHOLDER, EMPTY), re.compile(REFUSAL), re.compile(PLACEHOLDER)


class NonAnswer(TextCheck):
    """Refusals, “as an AI”, “it depends” and “I don't know” with nothing else; less the answers that go on to help."""

    name, title, severity = "non_answer", _("Answers nothing"), "review"
    version = 2
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
            elif match := _EMPTY.search(sentence) or TAUTOLOGY.search(sentence):
                refusals.append((start + match.start(), start + match.end()))
                said += len(sentence) - 60 if len(sentence) > 90 else 0
            elif not FILLER.search(sentence):
                said += len(sentence.strip())
            if said >= LEAST:
                return
        if refusals and not crisis.help_in(example.response):
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
