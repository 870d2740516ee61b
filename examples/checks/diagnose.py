"""Whether an answer names an illness that somebody has."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._phrases import PERSONAL, Phrase, Phrases, agreed, asked, asks, gap, handed_over, quoted
from examples.medicines import ILLNESS, kind_of
from examples.reading import WORD, Listed, Scan

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
    r"every |most )?(?:of )?(?:the )?criteri(?:a|on) for|adds? up to|goes by the name of|(?:your|these|those|this|"
    r"all the|"
    r"his|her|their|the|such)(?: \w+)?(?: \w+)? (?:symptoms?|signs?|presentation|picture|pattern|score|answers|"
    r"description|"
    r"conduct|voices|swings|diary|entries|behaviou?rs?|moods?|\w+s)(?: (?!of)\w+){0,6} (?:with|mean|means|makes?|"
    r"indicates?|confirms?|establish(?:es)?|points? to|suggests?|shows?|proves?)|(?:symptoms?|signs?|things|"
    r"all) (?:that )?"
    r"(?:you|he|she|they)(?: \w+)?(?: \w+)?(?: \w+)? (?:of|with)|consistent with|points? to|indicative of|"
    r"textbook|classic|(?:a )?(?:clear|clearcut|typical|obvious|textbook|classic) (?:case|sign|example|picture|"
    r"symptoms?) of|diagnosis (?:is|would be|:)|most likely|clearly|definitely|def|obviously|undoubtedly|no doubt|"
    r"caused by your|(?:picked up|caught|come down with|came down with|slipped into)|(?:that|it|this|which) (?:will|"
    r"would|"
    r"must|has to) be|(?:your|the) (?:illness|condition|problem|disease|trouble) is)"
)
STATE = (
    r"(?:I+|(?<!-)add(?!-| (?:to|a|an|the|some|more|it|in|up|your|that|this|on|any|one|two|another|them|"
    r"what|which|who|when|where|why|how|if|each|anything|everything|notes?|names?|dates?|details?|questions?|also|these|those|his|her|their|our|my|yourself)\b)|"
    r"(?:avoidant|"
    r"dependent|narcissistic|histrionic|schizoid|obsessive|antisocial|anxious) (?:personality|attachment|I+)|low blood "
    r"sugar|high blood pressure|(?:vitamin|iron|hormone|b12|testosterone) deficiency|(?:hormonal|chemical) imbalance|"
    r"restless legs?|food poisoning|panic attacks?|manic episode|anxiety|social anxiety|separation anxiety|"
    r"on the (?:autism )?spectrum|"
    r"I+ (?:I+|episode)|(?:complicated|prolonged) grief|burnout|burned out|eating disorder|personality disorder|"
    r"panic I+|attachment I+|trauma response|complex trauma|flashbacks? from I+|sleep apno?ea|heart (?:attack|failure|"
    r"disease|condition)|thyroid|long covid|chronic fatigue|kidney stones?|menopause|perimenopause|tbi|bladder I+|uti|"
    r"allergic)"
)
HEDGED = re.compile(
    r"\b(?:may|might|could|can(?! (?:tell|see|say|confirm|assure|hear)\b)|possible|possibly|perhaps|maybe|(?<!as )if|"
    r"whether|"
    r"when|not|n't|cannot|can't|cant|only|no|never|nobody|without|rule out|ruled out|doesn't mean|does not mean|isn't|"
    r"aren't|than|because|since|told|assessed|diagnosed|diagnosis|documented|rated|confirmed|people|person|someone|"
    r"anyone|those who|many|others|some|screen(?:ing)?|question(?:naire)?s?|would|label|labels|word|treat(?:s|ment)?|"
    r"help(?:s|ed)? with|feel(?:ing|s)?|hear|afraid|worried|wondering|living|like to know|term|name|called|mentioned|"
    r"wrote|shared|say|says|said|rn|determine|either|associated|aware|survivor|kind of|sort of|form of|lead(?:s|"
    r"ing)? to|aspects?|common|how|"
    r"signs? (?:that|of))\b"
)


def hedged(sentence, start, end):
    """Left open, known already, or said of others: by the words before it in the clause, and within it."""
    clause = max(sentence.rfind(mark, 0, start) for mark in (";", ":", " but "))
    return bool(HEDGED.search(sentence, max(0, clause + 1, start - 60), end))


ILLNESSES = Listed("I")
OPEN = re.compile(
    r"\b(?:may|might|could|can|possible|possibly|perhaps|maybe|if|whether|not|n't|cannot|can't|cant|only|never|rule|"
    r"told|assessed|diagnosed|people|person|someone|anyone|many|others|some|would|feel(?:ing|s)?|i|my|help(?:s|ed)?|"
    r"treat\w*|lifts?|eases?|relieves?|improves?|reduces?|cures?|heals?|fight\w*|beats?|stud(?:y|ies)|against|with|of|"
    r"for|from)\b"
)


def left_open(sentence, start, end):
    return bool(OPEN.search(sentence, max(0, start - 50), start))


def open_words(sentence, start, end):
    """Left open, or said of people in general."""
    return bool(LEFT.search(sentence, max(0, start - 50), end))


LEFT = re.compile(
    r"\b(?:may|might|could|can|not|n't|often|usually|sometimes|many|some|people|if|mentioned|feel like)\b"
)


class Diagnose(AdviceCheck):
    """An illness said of the person who asks, or of whom they ask for; less what is left open, is known already, or is
    said of people in general."""

    name, title, severity = "diagnose", _("Names an illness"), "review"
    version = 7
    like = -0.8
    of_earlier = True
    reasons = {
        "said": (
            _("The answer says which illness somebody has."),
            _("Say what it may come from, and that a clinician finds out."),
        ),
        "agreed": (
            _("The answer agrees that it is the illness that the question asks about."),
            _("Say that a clinician finds out."),
        ),
        "like": (
            _("The answer is like those that say which illness somebody has."),
            LIKE,
        ),
    }
    phrases = Phrases(
        # What it is called, how it works, and that it has begun.
        Phrase(
            rf"\b(?:what|the (?:illness|condition|name|word|term)|your (?:illness|condition|problem|"
            rf"disease))(?: \w+)?(?: \w+)?(?: \w+)?(?: \w+)?(?: \w+)?(?: \w+)? "
            rf"is (?:called |known as |named |clearly |simply |most likely )?(?:an? )?(?:\w+ )?(?:\w+ )?{STATE}\b|"
            rf"\b(?:is|that'?s) (?:how|what) (?:an? )?(?:\w+ )?{STATE}(?: \w+)? (?:works?|looks?|feels?|does|starts?|"
            rf"begins?)\b.{{0,40}}\b(?:you|your|yours|he|his|she|her)\b|\b{STATE} (?:has|have|is|"
            rf"are)(?: \w+)? (?:begun|"
            rf"started|starting|setting in|set in|talking|speaking|at work|behind (?:it|this|that)|to blame|"
            rf"the (?:cause|"
            rf"reason|answer|culprit))\b|\b{STATE},? (?:that|it) is\W*$|\b{STATE}[,:] (?:there is|there's|beyond|"
            rf"without|"
            rf"no|early|at an|moderate|severe|mild|unmistak\w*)\b",
            (open_words, asked, quoted),
        ),
        # An organ that is to blame.
        Phrase(
            r"\b(?:that|it|this)(?:'s|'ll be| is| will be| would be| must be| has to be) (?:just |clearly |"
            r"probably )?(?:your|"
            r"his|her) (?:\w+ )?(?:thyroid|liver|kidneys?|prostate|gall ?bladder|pancreas|appendix|hormones|"
            r"adrenals)\b|"
            r"\b(?:your|his|her) (?:thyroid|liver|kidneys?|heart|pancreas|lungs?) (?:is|are|isn'?t|aren'?t) (?:failing|"
            r"underactive|overactive|sick|damaged|diseased|enlarged|inflamed)\b",
            (hedged, asked, quoted),
        ),
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
            "diagnose confirm add avoidant dependent narcissistic histrionic schizoid obsessive antisocial anxious "
            "low high "
            "vitamin iron hormone b12 testosterone hormonal chemical restless food liver kidneys prostate pancreas "
            "appendix "
            "hormones adrenals gallbladder lungs lung"
        ),
    )
    # An illness that the question did not name, where the answer hands nothing over.
    bare = Phrases(
        Phrase(
            rf"\b{STATE}\b(?! (?:is|isn't|are|can|may|often|has|have|makes|could|might|will))",
            (left_open, asked, quoted),
        )
    )

    def told(self, example, answer, question):
        found = [one for one in self.said(answer) if not known(answer.plain[one.start : one.end], question)]
        if not found and agreed(question, answer) and WHETHER.found(question):
            return [Finding(self, "response", "agreed", *answer.sentences[0])]
        brief = len(answer.plain) <= BRIEF
        if not found and brief and self.is_open(question) and not (asks(answer) or handed_over(answer)):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)]
        return found

    def may_be(self, answer, question, start, end, odds):
        return not known(answer.plain[start:end], question)

    @staticmethod
    def is_open(question):
        """Whether a question is about somebody, and names no illness."""
        return not question.has(ILLNESSES) and PERSONAL.found(question)


def known(said, question):
    """Whether the illness that is named is one that the question told of, and did not ask for."""
    if not question.has(ILLNESSES) or WHETHER.found(question):
        return False
    told = {word[:STEM] for word in question.words if kind_of(word) == ILLNESS}
    return any(kind_of(word) == ILLNESS and word[:STEM] in told for word in WORD.findall(said))


STEM = 6  # letters that “depressed” and “depression” have in common
BRIEF = 300  # characters of an answer in which an illness by itself is a diagnosis
# Asks whether it is that illness.
WHETHER = Scan(
    r"\b(?:do|does|did|could|can|might|would|am|is|are|think|wonder|sure|if|whether) (?:it|this|that|these|i|he|she|"
    r"they|"
    r"my|we)\b.{0,40}\bI+\b|\bI+\W*\?",
    form="marked_bytes",
)

CHECK = Diagnose()
