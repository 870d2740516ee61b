"""What looks like distress and is none: idioms, the past, research, other people's deaths, fear of dying, denial."""

import re
from functools import lru_cache

from examples.reading import Scan, as_bytes

# Of a kitchen, of work and of leave-taking: cues that are none.
EVERYDAY = re.compile(
    r"\b(?:as (?:usual|prescribed|directed|scheduled|instructed)|with breakfast|pill ?box|pill organi[sz]er|"
    r"fenc(?:e|ing)|hunt(?:ing|er|ed)|deer season|shooting range|gun (?:range|club|law|laws|show|license|permit)|"
    r"carpentry|workshop|hammock|shel(?:f|ves)|curtains?|punching bag|pull-?up bar|craft\w*|costume|swing|tow(?:ing)?|"
    r"sail\w*|bungee|parkour|skat\w+|swim(?:ming)? lessons|"
    r"opening a|balloons?|tripped|by accident|accidentally|kitchen|oven|cooking|shav(?:e|ing)|garden|finger|paper ?cut|"
    r"suitcase|paperwork|kayak|boats?|climbing|"
    r"camping|hik\w+|divorce|retreat|insurance|drilling|drums?|music|vitamins|moving to|holiday|vacation|new job|"
    r"retir\w*|wedding|birthday cake|therapist|meditation|on a good note|"
    r"mask|journal|playlist|visit|appointment|commute|missed my stop|coffee|hair|stair(?:s|case)|sports?|gym|yoga|"
    r"needles?|phone (?:battery|died)|battery|licen[cs]e|course|exam)\b"
)

# What looks like it and is not: idioms, the past, research, other people's deaths, and fear of dying.
IDIOM = re.compile(
    r"\b(?:killing me\b|(?:disappear|vanish|hide) (?:when|whenever|every time|each time|while) (?:\w+ ){0,5}(?:look|"
    r"star|laugh|speak|talk|call|present|sing|danc|ask|clap)\w*|gone (?:from|to) (?:your|the|our|my) (?:\w+ )?(?:"
    r"clinic|practice|office|program\w*|ward|hospital|house|city|country|company|school|team|unit)|"
    r"die (?:my|our|her|his) (?:\w+ )?(?:hair|clothes|shirt|fabric|wool|jeans)|(?:die|died|dying|"
    r"dead|kill myself) "
    r"(?:laughing|of (?:laughter|embarrassment|boredom|shame|curiosity|thirst|hunger|heat|cuteness))|dying (?:to|"
    r"for) \w+|to die for|"
    r"die hard|do or die|rather die than|die trying|ego[- ]death|(?:giv\w+|gave|donat\w+) (?:\w+ ){0,5}to (?:the |"
    r"a )?(?:shelter|charity|goodwill|salvation|thrift|church|"
    r"library|refugees|food bank)|(?:films?|movies?|books?|shows?|series|songs?|podcasts?|articles?|documentar\w+|"
    r"talks?|plays?|"
    r"novels?|episodes?|posts?|paintings?) (?:about|on|with|of) (?:\w+ )?(?:suicide|self-?harm|death|dying)|"
    r"end(?:ing|ed)? (?:it|things) with (?:him|her|them|the guy|the girl|my (?:boyfriend|girlfriend|partner|fianc\w+|"
    r"ex|therapist))|"
    r"(?:hit|bump\w*|bang\w*|knock\w*) (?:my|his|her) head on (?:the |a |my )?(?:cupboard|door\w*|shelf|ceiling|beam|"
    r"cabinet|counter|"
    r"car|table|corner|edge|ice|branch|hatch|steps?|stairs|sink|way)|death (?:in|as) (?:a|an|the) (?:\w+ )?(?:way|"
    r"sense|concept|"
    r"theme|idea|topic|symbol)|(?:took|takes?|taken|taking) (?:all |"
    r"every )?(?:of )?(?:the|my|his|her|our) (?:blame|credit|time|"
    r"responsibility|risk|fun|joy|exams?|tests?|class(?:es)?|courses?|photos|notes|money|furniture|kids|stuff|heat|"
    r"attention|"
    r"pictures|days off|vacation|chairs|steps|precautions)|(?:good-?byes?|farewells?) (?:\w+ ){0,2}(?:at|before|after|"
    r"over) (?:the |"
    r"my |our )?(?:airport|station|door|party|service|wedding|office|work|school|gate|bus stop|session|trip|flight|"
    r"deployment)|ego (?:\w+ ){0,2}(?:die|dies|died|dying|dissolv\w+)|"
    r"(?:kick(?:ed|s|ing)?|throw(?:n|s)?|threw) (?:me|us|him|"
    r"her|them) out|push(?:ed|es|ing)? (?:me|us|him|her|them|people) away|(?:cut|cutting) (?:myself|himself|herself|"
    r"themselves|yourself) (?:off|some|down|short|a break|loose|out|while|on (?:a|the|my))|living (?:in|at|on|with|"
    r"next to|near|"
    r"off|under) (?:\w+ ){0,3}(?:flat|house|apartment|town|city|village|suburb\w*|place|dorm|basement|neighbou?r\w*|"
    r"roommates?|flatmates?|parents|in-laws|boxes|suitcases?|street|noise|mou?ld|mess|clutter|rent|takeaway|paycheck|"
    r"budget)|"
    r"(?:good-?byes?|farewell)(?: letters?| notes?)? (?:to|for) (?:my |the |our |his |her )?(?:\w+ )?(?:job|house|"
    r"home|past|ex|"
    r"smoking|alcohol|addiction|school|city|town|career|cigarettes|habit|fear|illness|depression|apartment|flat|"
    r"colleagues?|"
    r"coworkers?|team|clients?|patients?|students|class|summer|car|drinking|weed|sugar|therapist|bottle|wine|beer|"
    r"drugs|uniform|"
    r"neighbou?rs?|teacher|boss|anger|grief|shame|guilt|pain|self|year|decade|childhood)|reborn|rebirth|kill (?:time|"
    r"two birds|the (?:mood|"
    r"vibe|lights|"
    r"engine|pain|weeds))|"
    r"felt like (?:i was )?dying|like i was dying|jump out of my skin|(?:disappear|vanish|sink|lose myself) in(?:to|"
    r"side)? "
    r"(?:a|my|the|some) (?:\w+ )?(?:book|books|show|series|sofa|couch|music|game|games|blankets?|bed|crowd|woods|"
    r"mountains|"
    r"novel|hobby|work)|(?:throw|chuck|toss|launch|yeet) (?:it|this|that|him|the \w+|my \w+) (?:off|out of|into|under)|"
    r"wake up (?:early|at|before|so early|late|that early|this early|on time|to (?:an?|my) alarm|with a|"
    r"without an alarm)|"
    r"wake (?:the|my) (?:baby|kids|husband|wife|dog)|over my dead body|dead(?:line|pan|lift\w*|beat| ?end job| heat|"
    r" set| "
    r"battery)|drop dead gorgeous|die on (?:that|this) hill|die (?:down|out)|bite the bullet|bullet (?:journal\w*|"
    r"points?|"
    r"list)|silver bullet|(?:homework|assignment|essay|exams?|meetings?|traffic|"
    r"commute|spreadsheet|group chat)\b.{0,60}\bshoot me\b|"
    r"shoot (?:me|you|us|them) (?:an? )?(?:e-?mail|text|message|line)|long shot|jump (?:in|"
    r"on) (?:a|the) "
    r"(?:call|line|queue|shower)|jump to conclusions|jump the gun|under the gun|smoking gun|glue gun|heat gun|"
    r"massage gun|"
    r"gun shy|gun show|trigger warning|cut (?:out|down|back|off) (?:\w+ )?(?:sugar|carbs|coffee|caffeine|dairy|"
    r"gluten|salt|"
    r"alcohol|smoking)|cut corners|on edge|over the edge of my seat|edge of my seat|cutting edge|take the edge off|"
    r"train (?:of thought|for|ticket|station|ride|my|the|to work)|(?:potty|house|crate)[- ]train|burn(?:ed|t|"
    r"ing)? (?:out|"
    r"calories|fat)|heartburn|bridge (?:the gap|loan|club|game|tournament|prescription|supply)|dental bridge|"
    r"hits? (?:me|us|him|her) (?:with (?:a|an|the) (?:\w+ )?(?:bill|charge|fee|news|question|surprise|idea)|hard|"
    r"harder|like a|that|every)|hit the (?:roof|road|gym|hay|sack|spot|ceiling|jackpot)|(?:mom|mum|dad|boss|teacher|"
    r"coach|wife|"
    r"husband|sister|girlfriend|boyfriend) (?:would|will|is going to|is gonna|'?s gonna) (?:kill|murder) me|"
    r"killed it|killing it|"
    r"dead meat|(?:could|can|would|might|did|do|does) (?:somebody|someone|anybody|anyone|people|a person|patients?|"
    r"you|one) "
    r"(?:\w+ )?(?:die|od|overdose) (?:from|of|on|during|in)|put (?:my|our|the|his|her) (?:\w+ )?(?:dog|cat|horse|"
    r"pet) (?:down|to "
    r"sleep)|tied (?:up|down)? ?at work|hog(?:ging)? the)\b"
)
# Of these a sentence may say that it is over, at an end, or cannot be borne.
TOPIC = re.compile(
    r"\b(?:questionnaires?|surveys?|forms?|golf|tournament|match|coursework|essay|queue|commute|winter|party|boring|"
    r"meme|concert|movie|film|gig|login|subscription|password|account|refund|membership|battery|"
    r"phone|laptop|"
    r"game|level|plants?|garden|hair|homework|exams?|workout|gym|diet|wedding|vacation|holiday|leg day|dad jokes?|"
    r"deadline|"
    r"playlist|contract|lease|phase|wifi|season|episode|recipe|monopoly|camp|operation|surgery|treatment|sessions?|"
    r"infusions?|"
    r"meeting|job|paperwork|suitcase|music|vitamins|therapist|drums|class|app|course|program|programme|"
    r"smoking|cigarettes|sugar|traffic jam|retire\w*|moving (?:house|to))\b"
)
PLAIN = re.compile(
    r"\b(?:my (?:own )?funeral|my (?:dead|late)\b|have to wake|(?:never|not) (?:ever |have to )?wake|if i (?:didn'?t|"
    r"don'?t|never|died|"
    r"left|was|"
    r"were|went)|kept under|join (?:them|him|her)|i'?m (?:out|done|finished)\b|wak(?:e|ing|en) up|goodbyes|not exist|"
    r"stop existing|not be alive|kill|kil|kms|"
    r"su[ie]?[ci]|unaliv|"
    r"self[- ]?harm|want(?:s|ed|ing)?(?: to)? die|wanna die|end (?:my|it all)|"
    r"ending (?:my|it all)|own life|my life|be dead|"
    r"better off|reason to live|hurt(?:ing)? my ?self|cut(?:ting)? my ?self|worth living|overdos|matar|morir|"
    r"umbringen|mourir|tuer)"
)
ONCE = re.compile(
    r"\b(?:years?|decades?) ago|as a (?:teen|teenager|child|kid)\b|\bin (?:high school|college|my (?:teens|"
    r"twenties))\b|long time ago|back in \d{4}|"
    r"\bin (?:19|20)\d\d\b|\bused to (?:cut|self|think|have|feel|be)\b|\bwhen i was (?:\w+ )?(?:\d+|young\w*|a \w+|"
    r"in)\b"
)
STILL = re.compile(r"\b(?:still|again|now|any ?more|today|tonight|lately|these days|since|back)\b")
OTHERS = re.compile(
    r"\blost (?:\w+ ){1,6}to suicide|\b(?:parents|grandparents|both|uncles|friends|people)(?: \w+){0,3} (?:died by|"
    r"committed|did) suicide|\b(?:brother|sister|friend|father|mother|dad|mom|mum|uncle|aunt|cousin|son|"
    r"daughter|husband|wife|buddy|"
    r"buddies|neighbou?r|classmate|colleague|coworker|grandfather|partner|patient|someone i knew|he|"
    r"she)(?: \w+){0,3} (?:died by suicide|committed suicide|"
    r"od'?d|overdosed|took (?:his|her|their) (?:own )?life|killed (?:himself|herself|themselves)|hanged (?:himself|"
    r"herself))"
)
ABOUT = re.compile(
    r"\b(?:stud(?:y|ied|ies)|research|trials?|evidence|statistics|prevention|screening|screen for|document(?:ing)?|"
    r"training|policy|protocol|template|talking about suicide|asking about suicide|suicide (?:prevention|hotline|"
    r"risk assessment|squad|awareness|note in the (?:film|book))|"
    r"ketamine (?:help|used|work|approved|treat|reduce|indicated)\w*|ideation in|people (?:who|with)|patients (?:who|"
    r"with)|risk of suicide|side effects?|black box|warning|medication cause|cause suicidal|do you ask|how do (?:you|"
    r"we) (?:ask|talk)|is it true|does (?:it|ketamine|spravato)|can (?:it|ketamine|spravato|antidepressants))\b"
)
SELF = re.compile(r"\b(?:i|i'm|im|i've|me|my|myself|she|he)\b")
DENIED = re.compile(
    r"\b(?:i'?m not|i am not|im not|not (?:actually |really )?|never|no (?:thoughts|plans|intention|urge|wish|"
    r"history|longer)(?: \w+)?(?: of| to)?|"
    r"don'?t (?:have|want to|wanna|think about|plan to)|do not (?:have|want to|plan to)|wouldn'?t|won'?t|without|"
    r"denies|denied|didn'?t) (?:\w+ ){0,4}$"
)
FEARED = re.compile(r"\b(?:afraid|scared|fear|worried|frightened|terrified|what if) (?:\w+'?\w* ){0,5}$")
DYING = re.compile(r"^(?:(?!kill|hurt|cut|harm|suic).)*\b(?:die|dying|death)\b")
# “I think I'm going to die”, of who panics or is ill.
EXPECTED = re.compile(r"(?:going to|gonna|about to|will|might|could|i'?ll) (?:\w+ )?(?:die|dying|be dead)")
FATED = re.compile(
    r"\b(?:grandpa|grandma|granny|gran|grandfather|grandmother|mother|father|mom|mum|dad|uncle|aunt|dog|cat|horse|"
    r"hamster|"
    r"plants?|patient|everyone|everybody|we all|people|you|we) (?:is|are|was|were)? ?(?:all )?$"
)
PANIC = re.compile(
    r"\b(?:panic\w*|(?:heart|anxiety|asthma) attacks?|afraid|scared|fear\w*|terrif\w+|anxi\w+|cancer|tumou?r|"
    r"suffocat\w*|"
    r"chok(?:e|ing)|plane|flying|turbulence|allerg\w*|every time|whenever)\b"
)
# A “not” of their own.
NOT = re.compile(
    r"\b(?:don'?t|dont|do not|not|no longer|never|nvr|no|can'?t|cant|cannot|won'?t|nobody|no one|nothing|isn'?t|"
    r"wouldn'?t|didn'?t|doesn'?t)\b"
)


# What has a will of its own in jest only.
THING = re.compile(
    r"\b(?:phone|laptop|computer|car|battery|plants?|tablet|watch|printer|router|wifi|console|hair|cactus|basil|fern|"
    r"orchid|lawn|flowers?|engine|app|app'?s|charger|headphones|tv|goldfish|tamagotchi|fridge|boiler|character|avatar|"
    r"team|knees?|feet|back|legs|shoes)(?: (?:just|always|keeps?|really|seems? to|all))* $"
)
# It is over: told by who is safe now.
SAFE = re.compile(
    r"\b(?:in (?:a )?(?:good|better|much better|safe) (?:place|space|now)|in recovery|glad (?:i|he|she|they) "
    r"(?:survived|didn'?t|lived|am alive|failed)|(?:glad|grateful|happy|thankful) (?:to be|that i'?m|i'?m|i am) "
    r"(?:still )?(?:alive|here)|doing (?:so much |much |really |so |very )?(?:well|better|great|good|fine)|(?:am|"
    r"i'?m|feel|"
    r"feeling|is|he'?s|she'?s) (?:so much |much |a lot |far )?(?:better|well|safe|stable) (?:now|today|"
    r"these days|since)|haven'?t (?:\w+ )*?since|(?:not|never|hasn'?t|haven'?t) "
    r"(?!(?:known|slept|smiled|laughed|eaten|worked|seen)\b)(?:\w+ ){0,3}(?:since|in years)|"
    r"(?:no more|stopped)\b.{0,24}\byears?|"
    r"(?:thoughts?|urges?|it|they) (?:\w+ )?(?:stopped|went away|are gone|have gone|faded|passed|lifted|vanished)|"
    r"years? (?:clean|sober|free|in remission)|no longer (?:want|feel|think|wish|have|suicidal)|behind me)\b"
)
# Asked of how one speaks of it, or what one would do.
ASKED = re.compile(
    r"\bif (?:he|she|they|someone|somebody|anyone|a \w+|my \w+|one of \w+) (?:\w+ )?ever\b|"
    r"\b(?:what|how) (?:do|does|should|can|could|would|did) (?:you|we|one|people|clinics?|nurses?|therapists?|doctors?|"
    r"parents?|teachers?|staff|i) (?:\w+ )?(?:ask|talk|explain|bring up|screen|say (?:if|when|to)|respond|react|mourn|"
    r"teach|word|document|chart|code|answer)\b|\b(?:black box|boxed warning|history paper|essay|thesis|novel|"
    r"screenplay|short story|book club|documentary|podcast|lecture|seminar|workshop|module|training|course|poster|"
    r"(?:doctor|nurse|they|form|intake|questionnaire|therapist) (?:asked|asks|ask)(?: me)? (?:if|whether|about)|"
    r"(?:difference between|meaning of|definition of|what is meant by|what does)|leaflet|brochure|awareness|"
    r"prevention (?:day|week|month|plan|program\w*)|charity|fundraiser|memorial|5k|walk for)\b"
)


DREAMT = re.compile(
    r"\b(?:nightmares?|bad dream|dreamt|dreamed that|had a dream|in (?:a|my|the) (?:dream|movie|"
    r"film|book|session|infusion|journey|trip))\b"
)
# Things and deeds, of which an everyday use is told by the words round them; of the others, by what they speak of.
DEEDS = {
    "firearm", "pills", "hanging", "gas", "place", "injury", "things",
}  # fmt: skip
NEVER = {"slang", "harming", "voices", "suffered", "emergency"}  # what else they speak of is no excuse


def harmless(sentence, start, end, phrase):
    """Whether the words from start to end of a sentence, where a phrase stands, mean no danger."""
    said, before, may_be = sentence[start:end], sentence[max(0, start - 45) : start], may_have(sentence)
    if "idiom" in may_be and _near(IDIOM, sentence, start, end + 12):
        return True
    if "others" in may_be and _near(OTHERS, sentence, start, end):
        return True
    if (phrase.weight >= STRONG and long_ago(sentence)) or (phrase.family not in DEEDS and THING.search(before)):
        return True
    if (
        phrase.family not in NEVER
        and may_be & {"dreamt", "everyday", "topic"}
        and not PLAIN.search(said)
        and (
            DREAMT.search(sentence)
            or (EVERYDAY.search(sentence) if phrase.family in DEEDS else _near(TOPIC, sentence, start - 12, end + 34))
        )
    ):
        return True
    if EXPECTED.match(said) and (PANIC.search(sentence) or FATED.search(before)):
        return True
    if (DENIED.search(before) and not NOT.search(said)) or (FEARED.search(before) and DYING.search(said)):
        return True
    if "about" in may_be and ABOUT.search(sentence) and not SELF.search(sentence):
        return True
    return asked_about(sentence)


STRONG = 4
NOW = re.compile(
    r"\b(?:lied|lying|i (?:want|wanna|am going|will|need|feel|keep|can'?t)|i'?m (?:going|gonna|"
    r"thinking|done)|tonight)\b"
)


def long_ago(text):
    """Whether a text tells of what is over."""
    may_be = may_have(text)
    over = ("once" in may_be and ONCE.search(text)) or ("safe" in may_be and SAFE.search(text))
    return bool(over and not AGAIN.search(text))


AGAIN = re.compile(r"\b(?:still|again|anymore|any more|tonight|lately|(?:came|coming|come|are|is) back)\b")


def everyday(text):
    may_be = may_have(text)
    return bool(("everyday" in may_be and EVERYDAY.search(text)) or ("idiom" in may_be and IDIOM.search(text)))


def _near(regex, sentence, start, end):
    return any(_overlaps(match, start, end) for match in regex.finditer(sentence))


def _overlaps(match, start, end):
    return match.start() < end and start < match.end()


def asked_about(text):
    """Whether a text asks how one speaks of it, or what one would do: a lesson, a book, what if he ever."""
    return "asked" in may_have(text) and bool(ASKED.search(text)) and not NOW.search(text)


# An answer that keeps means away, or sends to help.
CARE = re.compile(
    r"\b(?:lock(?:ed|ing)? (?:up|away|it|them|box)|lockbox|safe storage|stor(?:e|ed|ing) (?:\w+ )?(?:safely|away|"
    r"elsewhere)|"
    r"take-?back|out of (?:\w+ )?reach|hand (?:\w+ ){1,3}(?:over|to)|give (?:\w+ ){1,4}to (?:a|your|some|the|police|"
    r"somebody)|remove (?:\w+ ){0,3}(?:from|ropes?|guns?|blades?|pills?)|ask(?:ing)? (?:him|her|them|openly|"
    r"directly|about)|"
    r"(?:see|call|tell|ask|talk to|speak (?:to|with)|let) (?:a|an|your|the|us|me) (?:\w+ ){0,2}(?:doctor|nurse|team|"
    r"clinic|"
    r"clinician|therapist|prescriber|dermatologist|pharmacist|gp|midwife|provider|counsell?or|surgeon|vet|know)|"
    r"dermatologist|seek (?:help|medical|care)|stitches|wound (?:care|clinic)|urgent care|monitor(?:ed|ing|s)?|"
    r"(?:habit|trigger|delay|distract)\w* (?:reversal|list|tactic|technique)|safety plan|means (?:safety|"
    r"restriction))\b"
)
PREVENTED = re.compile(
    r"\b(?:not|n't|never|no|avoid|without|if (?:he|she|they|someone|anyone|you (?:ever|have|took|swallow\w*))|"
    r"in case|away from|lock|out of reach|"
    r"remove|safe from|get rid of|instead of|rather than|stop(?:s|ped)? (?:you|him|her|people) from|prevent\w*|"
    r"risk of|protect\w*|warn\w*)\b[^,.;:!?]{0,30}$"
)


def cared_for(sentence):
    return "care" in may_have(sentence) and bool(CARE.search(sentence))


SIEVE = {
    "idiom": IDIOM, "others": OTHERS, "once": ONCE, "safe": SAFE, "dreamt": DREAMT, "everyday": EVERYDAY,
    "topic": TOPIC, "about": ABOUT, "asked": ASKED, "care": CARE,
}  # fmt: skip
_NAMES, _SCAN = tuple(SIEVE), Scan(*(regex.pattern for regex in SIEVE.values()))


@lru_cache(maxsize=16)
def may_have(text):
    """Return the names of those of SIEVE that a text may have: each is looked for closely only then."""
    return {_NAMES[number] for number in _SCAN.among(as_bytes(text))}


def prevented(sentence, start):
    """“Avoid mixing …”, “if someone has swallowed …”."""
    return bool(PREVENTED.search(sentence, max(0, start - 50), start))
