"""Whether an answer promises that a treatment works or is safe."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._phrases import Phrase, PhraseCheck, Phrases, asked, asks, gap, quoted
from examples.reading import Scan, read

NEGATED = re.compile(
    r"\b(?:not|n't|cannot|cant|no|nobody|no one|never|neither|nor|without|can any|isn't|aren't|won't|hardly|rarely|"
    r"wary|beware|careful|distrust|anyone who|clinics? that|ads? that|if (?:anyone|somebody|someone|a)|whether|unable|"
    r"different(?:ly)?|hope|wish)\b[^,.;!?]{0,50}$"
)
TREATMENT = (
    r"(?:it|this|ketamine|treatment|therapy|infusions?|the medicine|M+|F+|tms|ect|our (?:\w+ )?(?:method|"
    r"programme|program|protocol)|we|they)"
)
BETTER = (
    r"(?:work|help|cure|heal|fix|stop|end|erase|eliminate|remove|lift|take away|get rid of|feel better|feel great|"
    r"be (?:fine|better|cured|healed|healthy|happy|free|gone|okay|ok|well|right as rain|yourself again|a new person|"
    r"perfectly safe|safe)|recover|improve|change your life|sleep|see results|notice|respond|be over|walk out|"
    r"have your|disappear|vanish|succeed|never (?:\w+ )?(?:come|crave|feel|return|relapse|have|need|happen|be))"
)
SURE = (
    r"(?:definitely|certainly|surely|absolutely|always|100 ?%|undoubtedly|without (?:a )?(?:doubt|fail|exception)|"
    r"guaranteed?|for sure|4 sure|no doubt(?: about it)?|completely|totally|permanently|forever|for good|"
    r"every (?:single )?time|of course|invariably|inevitably|once and for all)"
)


def negated(sentence, start, end):
    return bool(NEGATED.search(sentence, max(0, start - 70), start))


USUAL = (negated, asked, quoted)


class Guarantee(PhraseCheck):
    """Promises of an outcome, cures, “always” and “never fails”, and safety without risk; less the answers that say
    that nobody can promise."""

    name, title, severity = "guarantee", _("Promises an outcome"), "review"
    version = 2
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
            r"promise|assure you|swear|can promise|vow)\b(?! to (?:listen|answer|be|stay))|\b(?:results?|success|"
            r"outcome|relief|improvement|it|this|recovery|progress)(?: \w+)? (?:is|are|'s) (?:\w+ )?(?:guaranteed|"
            r"assured|certain|inevitable|a sure thing|a certainty)|\bguaranteed to\b|\bmoney back\b|"
            r"\bguarantees? (?:you|that|lasting|results|relief|success|a|an|your|full)\b|\b(?:is|"
            r"it'?s) (?:a )?(?:certain|sure|sure thing|certainty)(?: that| if| to|[.,!])|\byou (?:may|can) (?:rely|"
            r"count|bank|depend) (?:up)?on (?:it|this|that|full|a)\b",
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
            r"cures?|heals?|fixes|helps?|resets?|succeeds?|gives? you|gone|healed|cured|fixed|free|better|returns?|"
            r"come back|return|relapse|delivers?|resolves?|relapses?)\b|\b(?:works?|helps?|cures?|heals?|successful|"
            r"effective|worked)(?: \w+){0,2} (?:every ?(?:single )?time|for (?:every ?(?:one|body)|all)|"
            r"without (?:fail|exception)|in every (?:case|patient)|100 ?%|on everyone|with every)\b|\b(?:cures?|"
            r"eliminates?|erases?|heals?|fixes|ends?|eradicates?|reverses?) (?:your |the |all |any |every )?(?:I+|"
            r"anxiety|trauma|pain|suffering|it|flashbacks|nightmares)\b|\b(?:every|all|each)(?: \w+)? (?:one|body|"
            r"patient|patients|person|client|clients|vet|vets|veteran|member|members|of our \w+|single \w+)(?! (?:is|"
            r"are|has) (?:different|unique|individual|not|the|their|a|an|own))(?: \w+){0,4} (?:gets?|feels?|sleeps?|"
            r"recovers?|improves?|better|responds?|leaves?|walks?|is|are|has|works?|benefits?)|\b(?:9\d|100) ?(?:%|"
            r"percent|out of 100|in 100)|\bwithout exception\b|\bnever (?:ever )?(?:fails?|crave|come back|comes back|"
            r"returns?|be depressed|feel (?:sad|depressed|anxious))\b|\bmiracle cure\b|\b(?:a|"
            r"the) (?:\w+ )?cure for\b|\bcured? (?:for good|forever|permanently|within|in|after)\b|\bbe cured\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:doesn'?t|does not|don'?t|do not|never|won'?t|will not|can'?t|cannot|has never|have never|"
            r"hasn'?t)(?: \w+){0,2}? (?:affects?|affected|harm(?:s|ed)?|damages?|damaged|hurts?|causes?|caused|"
            r"leads? to|changes?|changed|interferes?|bothers?|touch(?:es)?|weakens?|wears? off|"
            r"stops? working)\b.{0,40}?\b(?:any ?one|any ?body|any (?:patient|person|case|way|kind)|at all|ever|"
            r"whatsoever|long run|long term|in the slightest)\b|\b(?:nobody|no one|none|not one|no patient|"
            r"not a single)(?: \w+){0,4} (?:ever|has|have|had|gets?|got|was|were|been|becomes?) (?:\w+ )?(?:hurt|"
            r"harmed|addicted|hooked|worse|sick|problems?|trouble|complications?|side|damage|reaction|regret\w*)|"
            r"\bnothing to (?:fear|lose|worry about)\b|\b(?:worry|trouble|pain|danger)-free\b|\bfoolproof|fail-?safe|"
            r"sure-?fire\b",
            (asked, quoted),
            "safe",
        ),
        Phrase(
            r"\b(?:rest assured|you have my word|take my word|mark my words|bet on it|works? like (?:a charm|magic)|"
            r"wave goodbye to|say goodbye to (?:your |the |all )?(?:I+|pain|symptoms|nightmares|anxiety|pills|panic)|"
            r"thing of the past|once and for all|can'?t go wrong|no way (?:it|this|you) (?:won'?t|can'?t|could fail)|"
            r"a sure bet|for the rest of your life|never look back|(?:will|'ll) (?:be )?(?:gone|over|history|"
            r"behind you) (?:by|within|in|after|for good))\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:no|zero|0|without(?: any)?|free of|free from|not (?:a single|the slightest)|devoid of|"
            r"none of the) (?:\w+ )?(?:risks?|side ?effects?|danger|dangers|downsides?|complications?|"
            r"chance of (?:nausea|harm|addiction|anything|a bad|side|failure|\w+)|way (?:it|this|"
            r"anything) can)\b(?! (?:that|of being|to report))|\b(?:risk|danger|worry|side-?effect)s?-free\b|"
            r"\b(?:completely|absolutely|totally|perfectly|100 ?%|entirely|always|utterly|proven) (?:safe|harmless|"
            r"painless|secure)\b|\b(?:nothing|nothin|no ?thing) (?:bad )?(?:can|will|could|ever) (?:\w+ )?(?:go wrong|"
            r"happens?|hurt|harm)\b|\b(?:can'?t|cannot|can never|won't|never) (?:\w+ )?(?:go wrong|fail|hurt you|"
            r"harm you|get addicted|become addicted|have a bad)\b|\bimpossible to (?:get|become|have|overdose|fail)\b|"
            r"\bnon-?addictive\b",
            (asked, quoted, negated),
            "safe",
        ),
        Phrase(
            r"\b(?:you|u|she|he|they)(?:'ll| will|ll) (?:\w+ )?(?:be (?:just |totally |perfectly |right )?(?:fine|"
            r"cured|healed|better|great|happy|right as rain|a (?:new|different) person|free of|back to normal|"
            r"yourself)|have (?:your|a breakthrough)|never (?:\w+ )?(?:again|ever|need|feel|crave|have)|"
            r"feel (?:so much |much |completely |totally )?(?:better|great|amazing|like new))\b(?! (?:able|safe))|"
            r"\b(?:different|new) person\b",
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
    r"infusions?|home treatment|the (?:clinic|treatment|procedure|infusion)) (?:\w+ )?(?:work|hurt|help|last|cure|fix|"
    r"safe|risky|dangerous|worth|addictive|painful|reliable|guaranteed)|could i get|can i get (?:hooked|addicted)|"
    r"am i going to|what if (?:it|this|nothing)|what are (?:my|the) (?:chances|odds)|how (?:sure|certain|likely)|"
    r"are there (?:any )?(?:risks?|dangers?|bad|side)|any (?:risks?|dangers?|side effects)|can (?:it|this|"
    r"anything) (?:go wrong|fail|hurt)|dis gon)\b|\bhow (?:long|soon|fast|quickly) (?:until|till|before|will) (?:i|it|"
    r"my|we|he|she)\b|\bhow many (?:sessions|infusions|rounds) (?:until|till|before|do i need to be)\b|"
    r"\b(?:get (?:me )?hooked|worth the money|be cured|success rate|gonna work|going to work)\b"
)
# What leaves it open.
OPEN = Scan(
    r"\b(?:may|might|can (?:be|help|cause|make|bring|tell|explain|ease|raise)|could|some|many|often|usually|most|"
    r"depends?|var(?:y|ies)|differs?|different|not everyone|no one can|nobody can|can'?t (?:promise|say|tell|give|"
    r"know)|cannot|sometimes|about|roughly|around|likely|tends?|typically|generally|studies|promise|hope|hard to|"
    r"unclear|clinic|team|doctor|prescriber|provider|nurse|psychiatrist|therapist|physician|risk|if|ask|for others|"
    r"others|everybody is|each person|an hour|minutes|hours|data|language model|sorry)\b"
)

CHECK = Guarantee()
