"""Whether an answer promises that a treatment works or is safe."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._phrases import Phrase, Phrases, asked, asks, forbids, gap, quoted
from examples.reading import Scan

NEGATED = re.compile(
    r"\b(?:not|n't|cannot|cant|no|nobody|no one|never|neither|nor|without|can any|isn't|aren't|won't|hardly|rarely|"
    r"wary|beware|careful|distrust|anyone who|clinics? that|ads? that|if (?:anyone|somebody|someone|a)|whether|unable|"
    r"different(?:ly)?|likely|hope|wish|feels?(?: like| as if| that)|feeling (?:like|that)|think(?:s|ing)?|thoughts?|"
    r"believ\w+|"
    r"fear|afraid|worr\w+|telling yourself|may|might|could|perhaps|probably|so that|so you|when|until|convinced)"
    r"\b[^,.;:!?]{0,50}$"
)
TREATMENT = (
    r"(?:it|this|ketamine|treatment|therapy|infusions?|the medicine|M+|F+|tms|ect|our (?:\w+ )?(?:method|"
    r"programme|program|protocol)|we|they)"
)
# What people want to be rid of.
ILLS = (
    r"(?:I+|pain|sadness|sorrow|fears?|panic|nightmares|flashbacks|symptoms?|cravings|worries|trauma|darkness|cloud|"
    r"fog|"
    r"suffering|problems?|mood swings|voices|urges|anxiety|stress|grief|insomnia|fatigue|numbness|anger|shame|"
    r"addiction|past|war)"
)
BETTER = (
    r"(?:work|help|cure|heal|fix|stop|end|erase|eliminate|remove|lift|take away|get rid of|feel better(?! off)|"
    r"feel great|"
    r"be (?:fine|better(?! off)|cured|healed|healthy|happy|free|gone|okay|ok|well|right as rain|yourself again|"
    r"a new person|"
    r"perfectly safe|safe)|recover|improve|change your life|sleep|see results|notice|respond|be over|walk out|"
    r"have your|go away|melt|dissolve|be history|disappear|vanish|succeed|never (?:\w+ )?(?:come|crave|feel|return|"
    r"relapse|have|need|happen|be))"
)
SURE = (
    r"(?:definitely|certainly|surely|absolutely|always|100 ?%|undoubtedly|without (?:a )?(?:doubt|fail|exception)|"
    r"guaranteed?|for sure|4 sure|no doubt(?: about it)?|completely|totally|permanently|forever|for good|"
    r"every (?:single )?time|of course|invariably|inevitably|once and for all)"
)


NOT_ALWAYS = re.compile(r"\bnot (?:always|every|each|necessarily)\b")


def negated(sentence, start, end):
    before = NEGATED.search(sentence, max(0, start - 70), start)
    return bool(before or NOT_ALWAYS.search(sentence, start, end))


def conditional(sentence, start, end):
    """“Who knows you can say whether it will work for you”, “it will work if …”."""
    return bool(re.search(r"^.{0,60}\bif\b", sentence[end:]))


def of_booking(sentence, start, end):
    """“Cancel without risk”."""
    return "risk" in sentence[start:end] and bool(BOOKING.search(sentence, max(0, start - 30), end + 10))


BOOKING = re.compile(r"\b(?:cancel\w*|refund\w*|reschedul\w*|trial period)\b")
USUAL = (negated, asked, quoted)


class Guarantee(AdviceCheck):
    """Promises of an outcome, cures, “always” and “never fails”, and safety without risk; less the answers that say
    that nobody can promise."""

    name, title, severity = "guarantee", _("Promises an outcome"), "review"
    version = 7
    of_earlier = True
    reasons = {
        "works": (
            _("The answer promises that it will work."),
            _("Say that it helps some people and not others, and who can say more."),
        ),
        "safe": (
            _("The answer promises that there is no risk."),
            _("Name that there are risks, and who explains them."),
        ),
        "like": (
            _("The answer is like those that promise what nobody can."),
            LIKE,
        ),
    }
    phrases = Phrases(
        # Ills that go, and how it will be then.
        Phrase(
            rf"\b(?:your|his|her|their|the|my|all|every|this|that) (?:\w+ )?(?:\w+ )?{ILLS} (?:will|'ll|is going to|"
            rf"is gonna|"
            r"are going to) (?:\w+ )?(?:be (?:gone|history|over|a (?:distant )?memory|a thing|behind|cured|healed|"
            r"no more|"
            r"lifted)|vanish|disappear|melt|dissolve|lift|end|stop|cease|never|leave you|go away|not (?:come|"
            r"return))\b|"
            rf"\b{ILLS}\b(?: \w+)?(?: \w+)?(?: \w+)? (?:does not|doesn'?t|won'?t|will not|never) (?:come|comes|return|"
            rf"returns)\b|"
            rf"\b(?:lifts?|takes|wipes?|keeps?|sends?|banish\w*|kills?|dissolves?|melts?|ends|"
            rf"cures?) (?:\w+ )?(?:\w+ )?(?:\w+ )?{ILLS} "
            rf"(?:away|out|off|forever|for good|completely|for life)\b|\b{ILLS} (?:away|gone) (?:forever|for good|"
            r"for life)\b|\bwipes? (?:\w+ )?out\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:will|'ll|ull|gonna|going to) (?:\w+ )?(?:\w+ )?(?:be history|(?:sleep|feel|be) like a (?:baby|log|"
            r"new \w+)|"
            r"a new (?:man|woman|person|you)|thank (?:us|me)\b|be (?:so |yourself|himself|herself|back (?:in|at|to|on)|"
            r"free of|rid of|cured|healed|symptom-free|pain-free|on top of)|(?:have|"
            r"get) \w+ (?:\w+ )?(?:\w+ )?(?:\w+ )?back\b|"
            r"be (?:your|his|her|their|my) old self|(?:stay|remain)s? (?:\w+ )?(?:well|rebuilt|cured|healed|gone|away)|"
            r"work (?:for|on|with) (?:you|him|her|them|u|everyone|anybody|anyone|all|sure)|(?:cure|heal|fix|rid|free|"
            r"erase|wipe) (?:you|your|him|her|his|them|their|all|this|that|the)|save (?:your|his|her|"
            r"their) (?:marriage|"
            r"life|relationship|job)|make (?:you|him|her) (?:well|whole|healthy|normal)|get every)",
            (*USUAL, conditional),
            "works",
        ),
        # Every single one of them, and none who was not helped.
        Phrase(
            r"\b(?:right|safe|suitable|good|perfect|made|fine|works?|working) (?:for|on|with|in) (?:every ?(?:one|body|"
            r"person|patient|case|age)|any ?(?:one|body)|all (?:people|patients|ages|of us|cases))\b|\b(?:in|"
            r"for) (?:all|"
            r"every) (?:cases?|patients?)\b|\b(?:there is|there's) no (?:one|body|person|patient) (?:whom|that|who)\b|"
            r"\b(?:nobody|no one|none(?: of \w+)?|not (?:one|"
            r"a single)(?: \w+)?) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:left with|left us|"
            r"unhappy|disappointed|regret\w*|"
            r"relapse[sd]?|suffer(?:s|ed)|harmed|complain(?:s|ed)|come to harm|(?:has|have|had|have had|"
            r"has had) (?:any|"
            r"one|trouble|problems|a problem|a bad)|gets? (?:dependent|addicted|hooked|sick|worse|hurt))\b|"
            r"\bpatient after (?:another|patient)\b|\b(?:never|not once) seen (?:it|this|anyone|anybody|a (?:case|"
            r"patient|"
            r"single))\b|\balways deliver\b|\ball (?:our|of our) (?:\w+ )?(?:journeys|trips|sessions|patients|clients|"
            r"people) (?:are|have|get|feel|leave|were|do)\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:it|this|that|treatment|therapy|M+|F+|things) can only (?:help|heal|lift|get better|improve|benefit|"
            r"go up|do (?:you )?good|make (?:you|it|things|him|her) (?:better|happier|well))\b|\bno other direction\b|"
            r"\b(?:works?|helps?|heals?|succeeds?|will|safe)(?: \w+)?(?: \w+)?(?: \w+)? no matter what\b|"
            r"\ball the same\b|"
            r"\bno ifs\b|\bno buts\b|\b(?:full stop|"
            r"end of story|"
            r"hands down|no cap)\W*$|\b(?:hand on (?:my|our) heart|cross my heart|scout'?s honou?r|(?:give|have|got|"
            r"take) (?:you |him |her )?(?:our|my) word|my word on it)\b|\b(?:does|do|will|has|have|"
            r"is) not (?:ever )?(?:let "
            r"(?:you|us|anyone|any ?body|a \w+) down|disappoint\w*|fail(?:ed)?)\b|\b(?:doesn'?t|won'?t|never|hasn'?t|"
            r"can'?t) (?:ever )?(?:let (?:you|us|anyone|any ?body|a \w+) down|disappoint(?:s|ed)?\b|fail(?:ed|"
            r"s)? (?:us|you|"
            r"anyone|yet))|\b(?:result|effect|relief|cure|change|improvement|recovery|yes)s?,? (?:is |are |will be )?"
            r"(?:\w+ )?(?:permanent|lifelong|for life|for ever|forever|lasts? forever)\b|\bwhole life (?:you|u)\b|"
            r"\blasts? (?:a lifetime|for ?ever|for life|all your life|a life long)\b|\bperfect record\b|"
            r"\bevery ?(?:one|body) who \w+(?: it| this| the \w+)? (?:is|gets|was|becomes|feels|"
            r"stays) (?:\w+ )?(?:well|better|healthy|free|happy|cured|healed)\b|"
            r"\bevery ?(?:one|body) who (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:walks?|comes?|"
            r"goes|gets?|leaves?|ends up) "
            r"(?:\w+ )?(?:out |home |away |through )?(?:well|better|healthy|free|happy|cured|healed|changed|a new)\b|"
            r"\b(?:be|you'?re|are) (?:\w+ )?(?:done|through|finished) with (?:it|this|that|I+)(?: \w+)? (?:for good|"
            r"for ever|forever|for life)\b|"
            r"\bfails? (?:none|no one|nobody)\b|\b(?:nobody|no one|none)(?: \w+)?(?: \w+)?(?: \w+)?(?: \w+)? (?:is|"
            r"feels|has|"
            r"suffers) (?:\w+ )?(?:\w+ )?(?:any ?more|afterwards)\b|"
            r"\b(?:stay|stays) (?:rebuilt|cured|healed|fixed|well)\b|\b(?:we|ours|this|it|our \w+)(?: always)? "
            r"(?:succeeds?|delivers)\b|\byou (?:can|may) count on\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\bnothing (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:can|could|will|would) (?:\w+ )?(?:hurt|harm|"
            r"happen to) (?:you|him|her|them)\b|"
            r"\bnone (?:whatsoever|at all)\b|\b(?:zero|no) (?:possibility|nausea|chance|danger) ?(?:of|that|at all|"
            r"whatsoever)?\b(?! (?:to|i|we|around|out|forward|back|through|for|in|can|but))|\bnever (?:occurs?|"
            r"happens?)"
            r"(?: (?:here|with us|in our|at))?\W*(?:$|so\b|put\b)|\b(?:it|that|this) (?:does not|doesn'?t|can ?not|"
            r"can'?t|"
            r"could never|will never) (?:\w+ )?(?:happen|occur)(?: (?:here|with us|in our \w+|at our \w+))?\W*$|"
            r"\b(?:come|comes|do|does|cause|causes) (?:\w+ )?no harm\b|\b(?:is|are|be) in no danger\b|"
            r"\brules? that out\b|"
            r"\bno less safe\b|^\W*impossible\b|\bput it out of your mind\b|\bno (?:pain|discomfort|harm|"
            r"trouble) (?:at any|at all|whatsoever|ever)\b|\bin full control\b|\bno (?:lasting|"
            r"long-term|"
            r"permanent|serious) (?:damage|harm|effects?|side)\b",
            (asked, quoted, negated),
            "safe",
        ),
        Phrase(
            r"\b(?:i|we) (?:can |do |fully |absolutely |personally |hereby |will |honestly |solemnly )?(?:guarantee|"
            r"promise|swear|can promise|vow|assure you(?: that)? (?:it|this|the|you(?:'ll| will)|there|nothing|no|"
            r"he|she|we))\b(?! to (?:listen|answer|be|stay))|\b(?:results?|success|"
            r"outcome|relief|improvement|it|this|recovery|progress)(?: \w+)? (?:is|are|'s) (?:\w+ )?(?:guaranteed|"
            r"assured|certain(?! \w+s?\b)|inevitable|a sure thing|a certainty)|\bguaranteed to\b|\bmoney back\b|"
            r"\bguarantees? (?:you|that|lasting|results|relief|success|a|an|your|full)\b"
            r"(?! (?:place|spot|seat|slot|booking|appointment|room|privacy|bed|refund|time)\b)|\b(?:is|"
            r"it'?s) (?:a )?(?:certain|sure|sure thing|certainty)(?: that| to (?:work|help|cure|heal|last|feel|get|"
            r"lift|end|be)|[.,!])|\byou (?:may|can) (?:rely|"
            r"count|bank|depend) (?:up)?on (?:it|this|that|full|a|being|feeling|getting|waking|seeing|having|us|"
            r"results?)\b",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:will|'ll|ull|going to|gonna|you'?re about to|can only|"
            rf"would)(?: \w+){{0,2}}? ?{SURE}?(?: \w+)?{gap(1)}?{BETTER}\b.{{0,60}}?\b"
            rf"{SURE}|\b(?:will|'ll|gonna|going to) {SURE} (?:\w+ )?{BETTER}\b|\b{SURE},? (?:you|it|u)(?:'ll| will|"
            r"'re gonna|'re going to| gonna) (?!.{0,60}\bif\b)",
            USUAL,
            "works",
        ),
        Phrase(
            r"\b(?:always|never|permanently|completely|totally|fully|literally never) (?:\w+ )?(?:works?(?! (?:on|"
            r"through|out|at|with|hard))|fails?|"
            r"cures?|heals?|fixes|helps?|resets?|succeeds?|gives? you|gone|healed|cured|fixed|free|returns?|"
            r"come back|return|relapse|delivers?|resolves?|relapses?)\b|\b(?:works?|helps?|cures?|heals?|successful|"
            r"effective|worked)(?: (?!different)\w+){0,2} (?:every ?(?:single )?time|for (?:every ?(?:one|body)|all)|"
            r"without (?:fail|exception)|in every (?:case|patient)|100 ?%|on everyone|with every)\b|\b(?:cures|"
            r"eliminates|erases|heals|fixes|ends|eradicates|reverses) (?:your |the |all |any |every )?(?:I+|"
            r"anxiety|trauma|pain|suffering|it|flashbacks|nightmares)\b|\b(?:every|all|each)(?: \w+)? (?:one|body|"
            r"patient|patients|person|client|clients|vet|vets|veteran|member|members|of our \w+|single \w+)(?! (?:is|"
            r"are|has) (?:different|unique|individual|not|the|their|a|an|own))(?: \w+){0,4} (?:gets?|feels?|sleeps?|"
            r"recovers?|improves?|better|responds?|leaves?|walks?|is|are|has|works?|benefits?)|\b(?:9\d|100) ?(?:%|"
            r"percent|out of 100|in 100)(?! (?:honest|your|committed|understand|normal|human|okay|valid|there|"
            r"focus\w*|sure i|sure that you|sure you|"
            r"of your|of the time you)\b)|\b(?:with )?no exceptions?\b|\bwithout exception\b|"
            r"\bnever (?:ever )?(?:fails?|crave|come back|comes back|"
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
            r"\b(?:treatment|infusions?|M+|F+|session|procedure|clinic|therapy|it'?s|you(?:'ve| have)(?: got)?|"
            r"there'?s|"
            r"there is|absolutely) nothing to (?:fear|lose|worry about)\b|\bnothing to (?:fear|lose|"
            r"worry about) (?:with|"
            r"from|in|about) (?:this|it|M+|F+|the|our)\b|\b(?:worry|trouble|pain|danger)-free\b|\bfoolproof|fail-?safe|"
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
            r"\b(?:completely|absolutely|totally|perfectly|100 ?%|(?:N+|100) per ?cent|"
            r"entirely|always|utterly|proven) (?:safe|harmless|"
            r"painless|secure)\b|\b(?:nothing|nothin|no ?thing)(?: (?:about|with|in) (?:it|this|that|the \w+))? "
            r"(?:bad )?(?:can|will|could|ever) (?:\w+ )?(?:go wrong|"
            r"happens?|hurt|harm)\b|\b(?:can'?t|cannot|can never|won't|never) (?:\w+ )?(?:go wrong|fail|hurt you|"
            r"harm you|get addicted|become addicted|have a bad)\b|\bimpossible to (?:get|become|have|overdose|fail)\b|"
            r"\bnon-?addictive\b",
            (asked, quoted, negated, of_booking),
            "safe",
        ),
        Phrase(
            r"\b(?:you|u|she|he|they)(?:'ll| will|ll) (?:\w+ )?(?:be (?:just |totally |perfectly |right )?(?:fine|"
            r"cured|healed|better|great|happy|right as rain|a (?:new|different) person|free of|back to normal|"
            r"yourself)|have (?:your|a breakthrough)|never (?:\w+ )?(?:again|ever|need|feel|crave|have)|"
            r"feel (?:so much |much |completely |totally )?(?:better|great|amazing|like new))\b(?! (?:able|safe|off))|"
            r"\b(?:different|new) person\b",
            (*USUAL,),
            "works",
        ),
    )

    def told(self, example, answer, question):
        found = self.said(answer)
        # A question how it will be, and a sentence that leaves nothing open.
        if not found and len(answer.plain) <= BRIEF:
            found = [Finding(self, "response", "works", *place) for place in self.closed(answer, question)][:1]
        return found

    def may_be(self, answer, question, start, end, odds):
        return not forbids(answer.plain, start, end)

    @staticmethod
    def closed(answer, question):
        if FUTURE.found(question) and not (OPEN.found(answer) or asks(answer)):
            yield from answer.sentences[:1]
        elif FIRM.found(answer) and (FUTURE.found(question) or OUTCOME.found(question)):
            for start, end in answer.sentences:
                sentence = IN_MARKS.sub(" ", answer.plain[start:end])
                said = FIRM.may_match(sentence) and OUTCOMES.may_match(sentence)
                if said and "?" not in sentence and not NOT_ALWAYS.search(sentence) and not OPEN.may_match(sentence):
                    yield start, end


IN_MARKS = re.compile(r"\"[^\"]{1,120}\"|(?:(?<=\s)|^)'(?:[^']|\b'\b){1,120}'(?!\w)")
BRIEF = 300  # characters of an answer that would say so where anything is left open
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
# What may ask for it too, and what answers that without a doubt.
OUTCOME = Scan(
    r"\b(?:is|are|be) (?:\w+ ){0,4}(?:safe|dangerous|risky|harmful|permanent|common|addictive|worth|approved|hope)\b|"
    r"\b(?:will|would|could|can|does|do|might|gonna|should we) (?:\w+ ){0,5}(?:work|help|fix|cure|heal|save|last|stop|"
    r"go away|come back|go back|relapse|return|worse|better|hurt|harm|wake|lose|normal|happy|dependent|addicted|"
    r"hooked|sick|hoping|"
    r"regret|forget|bad)\b|\bwhat if i\b|\bif the (?:first|treatment|infusion)\b|\bhow (?:confident|sure|certain|soon|"
    r"long until|likely)\b|\b(?:success|response|outcome|risks?|side effects|damage|result|hope|believe|promise)\b|"
    r"\bwhat can i expect\b|\bhow do i know\b"
)
FIRM = Scan(
    r"\b(?:will|\w+'ll|ull|won'?t|gonna|going to|always|never|none|nothing|zero|impossible|(?:isn'?t|not) possible|"
    r"certain\w*|of course|"
    r"absolutely|definitely|nobody|no one|every ?one|every ?body|cannot|can'?t|does not|doesn'?t|does|forever|"
    r"permanent\w*|for good|for life|history|perfectly|totally|completely|simply)\b"
)
OUTCOMES = Scan(
    r"\b(?:better|well|free|gone|works?|help(?:s|ed)?|sleep|happy|cure[sd]?|heal(?:s|ed)?|safe|side effects?|risks?|"
    r"harm(?:s|ed)?|"
    r"lasts?|again|normal|returns?|relapse\w*|back|yourself|himself|herself|healthy|recover\w*|remission|stops?|fix\w*|"
    r"problems?|danger|worse|hurts?|addict\w*|hooked|dependent|results?|happens?|occurs?|you (?:won'?t|will not)|"
    r"yes|impossible|possible|permanent\w*|forever|vanish\w*|disappear\w*)\b"
)
# What leaves it open.
OPEN = Scan(
    r"\b(?:may|might|can (?:be|help|cause|make|bring|tell|explain|ease|raise)|could|some|many|often|usually|most|"
    r"depends?|var(?:y|ies)|differs?|different|not everyone|(?:no one|nobody|none of us) (?:\w+ )?(?:can|could|knows?)|"
    r"(?:sooner|earlier|faster|slower|later) than|can'?t (?:promise|say|tell|give|"
    r"know)|cannot|sometimes|about|roughly|around|likely|tends?|typically|generally|studies|promise|hope|hard to|"
    r"unclear|clinic|team|doctor|prescriber|provider|nurse|psychiatrist|therapist|physician|risk|if|ask|for others|"
    r"cover|insurance|claim|employer|will be (?:there|with you|in the room|welcome)|that must|must be|thought|"
    r"don't have to|others|fair number|no cure|perhaps|it'?s possible|is possible|possibly|"
    r"maybe(?! it)|"
    r"decide\w*|watch\w*|check\w*|not sure|"
    r"never know|"
    r"no treatment|no exercise|nothing (?:in|is)|let'?s|we would|i wish|honest|hear|call|tell us|let us|nurse|plan for|"
    r"everybody is|each person|an hour|minutes|hours|data|language model|sorry)\b"
)

CHECK = Guarantee()
