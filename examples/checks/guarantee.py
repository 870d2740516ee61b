"""Whether an answer promises that a treatment works or is safe."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import Phrase, PhraseCheck, Phrases, asked, asks, gap, quoted
from examples.reading import Scan, read

NEGATED = re.compile(
    r"\b(?:not|n't|cannot|cant|no|nobody|no one|never|neither|nor|without|can any|isn't|aren't|won't|hardly|rarely|"
    r"wary|beware|careful|"
    r"distrust|anyone who|clinics? that|ads? that|if (?:anyone|somebody|someone|a)|whether|unable|different(?:ly)?|"
    r"hope|wish)\b[^,.;!?]{0,50}$"
)
TREATMENT = (
    r"(?:it|this|ketamine|treatment|therapy|infusions?|the medicine|M+|F+|tms|ect|our (?:\w+ )?(?:method|"
    r"programme|program|protocol)|we|they)"
)
BETTER = (
    r"(?:work|help|cure|heal|fix|stop|end|erase|eliminate|remove|lift|take away|get rid of|feel better|feel great|"
    r"be (?:fine|better|cured|healed|"
    r"healthy|happy|free|gone|okay|ok|well|right as rain|yourself again|a new person|perfectly safe|safe)|recover|"
    r"improve|change your life|"
    r"sleep|see results|notice|respond|be over|walk out|have your|disappear|vanish|succeed|never (?:\w+ )?(?:come|"
    r"crave|feel|return|relapse|have|"
    r"need|happen|be))"
)
SURE = (
    r"(?:definitely|certainly|surely|absolutely|always|100 ?%|undoubtedly|without (?:a )?(?:doubt|fail|exception)|"
    r"guaranteed?|for sure|4 sure|"
    r"no doubt(?: about it)?|completely|totally|permanently|forever|for good|every (?:single )?time|of course|"
    r"invariably|inevitably|once and for all)"
)


def negated(sentence, start, end):
    return bool(NEGATED.search(sentence, max(0, start - 70), start))


USUAL = (negated, asked, quoted)


class Guarantee(PhraseCheck):
    """Promises of an outcome, cures, “always” and “never fails”, and safety without risk; less the answers that say
    that nobody can promise."""

    name, title, severity = "guarantee", _("Promises an outcome"), "review"
    reasons = {
        "works": (
            _("The answer promises that it will work."),
            _("Say that it helps some people and not others, and who can say more."),
        ),
        "safe": (
            _("The answer promises that there is no risk."),
            _("Name that there are risks, and who explains them."),
        ),
    }
    phrases = Phrases(
        Phrase(
            r"\b(?:i|we) (?:can |do |fully |absolutely |personally |hereby |will |honestly |solemnly )?(?:guarantee|"
            r"promise|assure you|swear|can promise|vow)\b(?! to (?:listen|answer|be|"
            r"stay))|\b(?:results?|success|"
            r"outcome|relief|improvement|it|this|recovery|progress)(?: \w+)? (?:is|are|'s) (?:\w+ )?(?:guaranteed|"
            r"assured|certain|inevitable|"
            r"a sure thing|a certainty)|\bguaranteed to\b|\bmoney back\b|\bguarantees? (?:you|that|lasting|results|"
            r"relief|success|a|an|your|full)\b|"
            r"\b(?:is|it'?s) (?:a )?(?:certain|sure|sure thing|certainty)(?: that| if| to|[.,!])|\byou (?:may|"
            r"can) (?:rely|count|bank|depend) "
            r"(?:up)?on (?:it|this|that|full|a)\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:will|'ll|ull|going to|gonna|you'?re about to|can only|"
            rf"would)(?: \w+){{0,2}}? ?{SURE}?(?: \w+)?{gap(1)}?{BETTER}\b.{{0,60}}?\b"
            rf"{SURE}|\b(?:will|'ll|gonna|going to) {SURE} (?:\w+ )?{BETTER}\b|\b{SURE},? (?:you|it|u)(?:'ll| will|"
            r"'re gonna|'re going to| gonna) ",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:always|never|permanently|completely|totally|fully|literally never) (?:\w+ )?(?:works?|fails?|"
            r"cures?|heals?|fixes|helps?|resets?|"
            r"succeeds?|gives? you|gone|healed|cured|fixed|free|better|returns?|come back|return|relapse|delivers?|"
            r"resolves?|relapses?)\b|\b(?:works?|helps?|cures?|heals?|"
            r"successful|effective|worked)"
            r"(?: \w+){0,2} (?:every ?(?:single )?time|for (?:every ?(?:one|body)|all)|without (?:fail|exception)|"
            r"in every (?:case|patient)|"
            r"100 ?%|on everyone|with every)\b|\b(?:cures?|eliminates?|erases?|heals?|fixes|ends?|eradicates?|"
            r"reverses?) (?:your |the |all |any |every )?"
            r"(?:I+|anxiety|trauma|pain|suffering|it|flashbacks|nightmares)\b|\b(?:every|all|each)(?: \w+)? (?:one|"
            r"body|patient|patients|person|client|"
            r"clients|vet|vets|veteran|member|members|of our \w+|single \w+)(?: \w+){0,4} (?:gets?|feels?|sleeps?|"
            r"recovers?|improves?|better|responds?|"
            r"leaves?|walks?|is|are|has|works?|benefits?)|\b(?:9\d|100) ?(?:%|percent|out of 100|in 100)|"
            r"\bwithout exception\b|"
            r"\bnever (?:ever )?(?:fails?|crave|come back|comes back|returns?|be depressed|feel (?:sad|depressed|"
            r"anxious))\b|\bmiracle cure\b|"
            r"\b(?:a|the) (?:\w+ )?cure for\b|\bcured? (?:for good|forever|permanently|within|in|after)\b|\bbe cured\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:no|zero|0|without(?: any)?|free of|free from|not (?:a single|the slightest)|devoid of|"
            r"none of the) (?:\w+ )?(?:risks?|side ?effects?|"
            r"danger|dangers|downsides?|complications?|chance of (?:nausea|harm|addiction|anything|a bad|side|"
            r"failure|\w+)|way (?:it|this|anything) can)\b"
            r"(?! (?:that|of being|to report))|\b(?:risk|danger|worry|side-?effect)s?-free\b|\b(?:completely|"
            r"absolutely|totally|perfectly|100 ?%|entirely|"
            r"always|utterly|proven) (?:safe|harmless|painless|secure)\b|\b(?:nothing|nothin|"
            r"no ?thing) (?:bad )?(?:can|will|could|ever) (?:\w+ )?"
            r"(?:go wrong|happens?|hurt|harm)\b|\b(?:can'?t|cannot|can never|won't|never) (?:\w+ )?(?:go wrong|fail|"
            r"hurt you|harm you|get addicted|"
            r"become addicted|have a bad)\b|\bimpossible to (?:get|become|have|overdose|fail)\b|\bnon-?addictive\b",
            (asked, quoted, negated),
            "safe",
        ),
        Phrase(
            r"\b(?:you|u|she|he|they)(?:'ll| will|ll) (?:\w+ )?(?:be (?:just |totally |perfectly |right )?(?:fine|"
            r"cured|healed|better|great|happy|right as "
            r"rain|a (?:new|different) person|free of|back to normal|yourself)|have (?:your|a breakthrough)|"
            r"never (?:\w+ )?(?:again|ever|need|feel|"
            r"crave|have)|feel (?:so much |much |completely |totally )?(?:better|great|amazing|"
            r"like new))\b(?! (?:able|safe))|\b(?:different|new) person\b",
            (*USUAL,),
            "works",
        ),
    )

    def find(self, example):
        found = list(super().find(example))
        answer = read(example.response)
        # A question how it will be, and an answer that leaves nothing open.
        asked = not found and FUTURE.found(read(example.instruction))
        if asked and not (OPEN.found(answer) or asks(answer)):
            found = [Finding(self, "response", "works", *place) for place in answer.sentences[:1]]
        yield from found


# What asks how it will be.
FUTURE = Scan(
    r"^\W*(?:so |and |but |ok |okay |honestly |please )?(?:will (?:it|this|that|ketamine|the|i|my|he|she|they|we|"
    r"therapy|treatment|infusions?)|(?:does|do|is|are|was) (?:it|this|that|these|ketamine|tms|therapy|treatment|"
    r"infusions?|home "
    r"treatment|the (?:clinic|treatment|procedure|infusion)) (?:\w+ )?(?:work|hurt|help|last|cure|fix|safe|risky|"
    r"dangerous|worth|addictive|painful|reliable|guaranteed)|could i get|can i get (?:hooked|addicted)|am i going to|"
    r"what if (?:it|this|nothing)|what are (?:my|the) (?:chances|odds)|how (?:sure|certain|likely)|"
    r"are there (?:any )?(?:risks?|dangers?|bad|side)|any (?:risks?|dangers?|side effects)|can (?:it|this|"
    r"anything) (?:go wrong|fail|hurt)|dis gon)\b|"
    r"\bhow (?:long|soon|fast|quickly) (?:until|till|before|will) (?:i|it|my|we|he|she)\b|\bhow many (?:sessions|"
    r"infusions|rounds) (?:until|till|before|do i need to be)\b|\b(?:get (?:me )?hooked|worth the money|be cured|"
    r"success rate|gonna work|going to work)\b"
)
# What leaves it open.
OPEN = Scan(
    r"\b(?:may|might|can (?:be|help|cause|make|bring|tell|explain|ease|raise)|could|some|many|often|usually|most|"
    r"depends?|var(?:y|ies)|differs?|different|not everyone|no one can|"
    r"nobody can|can'?t (?:promise|say|tell|give|know)|cannot|sometimes|about|roughly|around|likely|tends?|typically|"
    r"generally|studies|promise|hope|hard to|unclear|clinic|team|doctor|"
    r"prescriber|provider|nurse|psychiatrist|therapist|physician|risk|if|ask|for others|others|everybody is|"
    r"each person|an hour|minutes|hours|data|language model|sorry)\b"
)

CHECK = Guarantee()
