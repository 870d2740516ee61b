"""Checks by wording: families of phrases, less those that mean something else (negated, asked, quoted, told of the
past, or handed to who may decide). Patterns are read against text in lower case in which words of a kind are marked
by the
capital letter of the kind (examples.medicines): “take fifty mg of sertraline” is “take NNNNN UU of MMMMMMMMMM”.
"""

import re
from dataclasses import dataclass

from django.utils.functional import cached_property

from examples.checks import Finding, TextCheck
from examples.reading import Asked, Listed, Scan, as_bytes, read

NUMBER = r"(?:\d{1,5}(?:[.,/]\d{1,3})?|N+(?:[ -]N+){0,3}|a half|[½¼¾])"
DASH = r"(?:\s?(?:-|–|to|or)\s?)"


def gap(most):
    """Up to so many words between two others, within a clause."""
    return rf"(?:[ ,'\"*(]{{1,3}}[^\W_]+(?:['/-][^\W_]+)?){{0,{most}}}?[ ,'\"*(]{{1,3}}"


def either(phrases):
    """One of several, written with spaces between them and “_” for a space within one."""
    return "(?:" + "|".join(phrases.split()).replace("_", " ") + ")"


def noticed(pattern, sentence, start, end):
    """Whether a pattern is found between two places."""
    return bool(re.compile(pattern).search(sentence, max(0, start), end))


@dataclass(frozen=True)
class Phrase:
    """One family of wording. `excuses`: what takes a match back, functions of (sentence, start, end). `reason` is a
    key of its check's reasons."""

    pattern: str
    excuses: tuple = ()
    reason: str = "said"

    @cached_property
    def regex(self):
        return re.compile(self.pattern)

    def find(self, sentence):
        """Return (start, end) of the first match that nothing excuses, or None."""
        for match in self.regex.finditer(sentence):
            if not any(excuse(sentence, *match.span()) for excuse in self.excuses):
                return match.span()
        return None


class Phrases:
    """Several of them, looked for in one pass before each is looked at closely. `about`: words and kinds of which each
    phrase has one."""

    def __init__(self, *phrases, about=""):
        self.phrases = phrases
        self.about = Listed(about.split())
        self.scan = Scan(*(phrase.pattern for phrase in phrases), form="marked_lines")

    def find(self, reading):
        """Return [(reason, start, end)] of the first that is found in each sentence."""
        if (self.about and not reading.has(self.about)) or not self.scan.found(reading):
            return []
        found = []
        for start, end in reading.sentences:
            sentence = reading.marked[start:end]
            for number in self.scan.among(as_bytes(sentence)):
                if span := self.phrases[number].find(sentence):
                    found.append((self.phrases[number].reason, start + span[0], start + span[1]))
                    break
        return found


class PhraseCheck(TextCheck):
    """Finds `phrases` in the answer, at most one in each sentence."""

    phrases = None
    by_sentence, judged_by = True, ("instruction",)

    def find(self, example):
        return self.said(read(example.response))

    def said(self, answer):
        """Return the list of Findings of `phrases` in the Reading of an answer."""
        return [Finding(self, "response", *said) for said in self.phrases.find(answer)]


# What takes a match back

NEGATION = re.compile(
    r"\b(?:don'?t|do not|does not|doesn'?t|never|not|no|no one|nobody|cannot|can'?t|shouldn'?t|should not|won'?t|avoid|"
    r"avoiding|without|rather than|instead of|nothing|refrain|neither|nor|isn'?t|aren'?t|wouldn'?t|mustn'?t|hold off|"
    r"resist|unable|against|unsafe|dangerous|risky|wait before|before you|before|stop short of|nobody should|rarely|"
    r"dont|cant|wont|shouldnt|didn'?t|if you|whether|in case)\b[^,.;:!?—]{0,50}$"
)
ASKED = re.compile(r"\?[\"')*\s]*$")
QUOTED = re.compile(
    r"\b(?:you|u|he|she|they|label|leaflet|leaflets|websites?|forums?|people|friends?|others|someone|ads?|article|book)"
    r"(?: \w+){0,2} (?:said|says?|mention(?:ed|s)?|wrote|writes?|told|tells?|thinks?|thought|claims?|described?|"
    r"stated?|"
    r"wonder(?:ed)?|asked)\b|\b(?:leaflets?|labels?|stud(?:y|ies)|trials?|research|researchers|guidelines?|"
    r"participants|"
    r"according to|reported(?:ly)?|figures such as|read online|was studied)\b"
)
# What is told of in order to say that it is wrong; not where a warning is told so.
WRONG = r"(?:wrong|mistaken|false|untrue|nonsense|a myth|lying)"
REFUTED = re.compile(
    rf"\b(?:myth|misconception) that\b(?P<myth>[^,;:.]{{0,120}})|\b(?:belief|rumou?r|idea|advice|claim) that\b"
    rf"(?P<belief>[^,;:.]{{0,120}}?)\b{WRONG}\b|\b(?:somebody|someone|anybody|anyone|whoever|those|people|he|she|they) "
    rf"(?:who )?(?:says?|said|tells?|told|claims?)\b(?P<said>[^;:.]{{0,120}}?)\b{WRONG}\b|"
    r"\"(?P<quoted>[^\"]{0,120})\" (?:is|are|was) (?:\w+ )?(?:bad|wrong|dangerous|terrible|poor|false|a myth|"
    r"careless)\b"
)
WARNS = re.compile(
    r"\b(?:can'?t|cannot|can not|shouldn'?t|mustn'?t|must|needs?|have to|not|don'?t|doesn'?t|never|no|avoid|stay away|"
    r"dangerous|unsafe|risky|harmful|bad|toxic|forbidden|wait)\b"
)
PAST = re.compile(
    r"\b(?:used to|were on|was on|was given|were given|you took|i took|were taking|was taking|had been|have been|"
    r"previously|in the past|last (?:week|month|year|time|visit|session)|history of|years ago|back then|at the time|"
    r"received|you've been)\b[^.;!?]{0,60}$"
)
DECIDER = (
    r"(?:C+|(?:care|treatment|pain|clinical|medical|whole) team|who(?:ever)? prescribe\w*|person who|"
    r"(?:they|he|she) (?:decides?|says?|agrees?|adjusts?|tells?|approves?|prescribes?|recommends?))"
)
HANDED = re.compile(
    r"\bC+\b[^.;:!?]{0,70}$|\b(?:they|he|she|the person who prescribe\w*)(?:'ll|'d)? (?:\w+ ){0,3}"
    r"(?:decides?|sets?|plans?|knows?|adjusts?|prescribes?|(?:gives?|offers?) you)\b[^.;:!?]{0,60}$"
)
LATER_HANDED = re.compile(
    rf"\b(?:unless|only if|if|as|once|when|until|after|before|without|whether|what) (?:\w+ ){{0,3}}{DECIDER}\b|"
    r"\b(?:is|are|be|gets?) (?:\w+ )?(?:decided|set|planned|determined|chosen|adjusted|made|judged) (?:\w+ )?(?:by|"
    r"with)\b|"
    r"\b(?:is|are)(?:n't| not) (?:something|a (?:thing|step|decision|choice)|one) (?:to|for|you)\b|"
    r"\bas (?:it'?s |they'?re |you were |you are )?(?:prescribed|written|directed|instructed|told|agreed|usual)\b|"
    r"\b(?:asking|talking to|speaking (?:with|to)|checking with|consulting|guidance|supervision|approval|w/o askin)\b"
)


def negated(sentence, start, end):
    return bool(NEGATION.search(sentence, max(0, start - 70), start))


def asked(sentence, start, end):
    return bool(ASKED.search(sentence, max(0, len(sentence) - 8)))


def quoted(sentence, start, end):
    """Reported, or between quotation marks."""
    before = sentence[:start]
    if before.count('"') % 2 == 1 or QUOTED.search(before):
        return True
    if any(first < end and start < last for first, last in refutations(sentence)):
        return True
    return bool(OPENED.search(before) and CLOSED.match(sentence, end))


def refutations(text, start=0, end=None):
    """Yield (start, end) of what is told of in a text in order to say that it is wrong. Who says so of a warning gives
    none."""
    for match in REFUTED.finditer(text, start, len(text) if end is None else end):
        if not WARNS.search(match[match.lastgroup]):
            yield match.span()


# Between single marks, which are no apostrophes.
OPENED = re.compile(r"(?:^|[\s(:—–-])'(?:[^']|\b'\b)*$")
CLOSED = re.compile(r"(?:[^']|\b'\b)*[^\s']'(?!\w)")


def past(sentence, start, end):
    return bool(PAST.search(sentence, max(0, start - 90), start))


def handed(sentence, start, end):
    """To the prescriber, the clinic or the care team, who decide."""
    before = HANDED.search(sentence, max(0, start - 110), start)
    if before and " but " in sentence[before.start() : start]:
        return False  # “ask your nurse if you like, but double it”
    return bool(before or LATER_HANDED.search(sentence, end))


# Who knows the person, or decides: an answer that names one of them hands over what it cannot know.
KNOW = (
    r"clinics?|clinicians?|doctors?|docs?|dr|nurses?|providers?|prescribers?|physicians?|psychiatrists?|"
    r"pharmacists?|"
    r"pharmacy|therapists?|staff|specialists?|professionals?|gp|"
    r"paediatrician|pediatrician|practitioner|hospital|emergency|911|988|999|112|"
    r"midwife|counsell?or|surgeon|healthcare|physio\w*|psychologist|dietitian|dentist|sponsor|"
    r"cardiologist|an(?:a)?esth\w+|lawyer|advocate"
)
KNOWN = Asked(re.compile(rf"\b(?:{KNOW})\b", re.IGNORECASE).search)
KNOWS = Scan(
    rf"\b(?:{KNOW}|(?:care|treatment|pain|your|the|whole|clinical) team|medical advice|poison control|ask them|"
    r"check with|front desk|who prescribes?|person who prescribe\w*)\b"
)
PERSONAL = Scan(
    r"\b(?:i|i'm|im|i've|ive|i'd|my|me|mine|we|our|he|she|his|her|him|them|they|client|patient|son|daughter|husband|"
    r"wife|"
    r"mother|mom|mum|dad|father|sister|brother|friend|kid|child|toddler|baby|partner|u)\b"
)


# “Just as your prescriber told you. Never take two at once, and never skip one without asking.”
FORBIDS = re.compile(
    r"(?:(?>\W*)(?>(?:and|or|so|please|just|exactly) )*(?:(?:never|don'?t|do not|no)\b|"
    rf"(?:as|how|what|the way) (?:your|the) (?:\w+ )?(?:{KNOW}|team)\b)(?>[^.;:!?,—]*))+\W*"
)


def forbids(text, start, end):
    """Whether all that is said from one place to another is what not to do, or to do it as was told."""
    return bool(FORBIDS.fullmatch(text, start, end))


# A plain yes, and nothing that takes it back.
YES = re.compile(
    r"\W*(?:yes|yep|yeah|sure|of course|absolutely|go ahead|why not|no problem|that'?s (?:fine|ok|okay)|ok|okay|"
    r"definitely|certainly|you (?:can|do|have))\b[^,;:?]{0,12}(?:, (?:you (?:do|are|can|have|should)|that'?s (?:fine|"
    r"ok|okay|right)|i think so|go ahead|it is))?[^\w?]*$"
)
WHETHER = re.compile(
    r"\b(?:can|could|may|might|should|shall|do|does|have|has|am|is|are) (?:i|we|he|she|they|it|this|that|my)\b|"
    r"\b(?:ok|okay|fine|safe|alright)\b"
)
LONGEST_YES, LONGEST_QUESTION = 60, 300  # characters


def agreed(question, answer):
    """Whether an answer is a plain yes to a question that asks whether."""
    if len(answer.plain) > LONGEST_YES or len(question.plain) > LONGEST_QUESTION or not ASKED.search(question.plain):
        return False
    return bool(YES.match(answer.plain) and WHETHER.search(question.plain))


def handed_over(reading):
    """Whether an answer names anybody who knows the person or decides."""
    return bool(reading.has(KNOWN) or KNOWS.found(reading))


def asks(reading):
    """Whether an answer asks back."""
    return "?" in reading.plain


ALL = (negated, asked, quoted, past, handed)
