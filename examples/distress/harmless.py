"""What looks like distress and is none: idioms, the past, research, other people's deaths, fear of dying, denial."""

import re

# Of a kitchen, of work and of leave-taking: cues that are none.
EVERYDAY = re.compile(
    r"\b(?:kitchen|oven|cooking|shav(?:e|ing)|garden|finger|paper ?cut|suitcase|paperwork|kayak|boats?|climbing|"
    r"camping|hik\w+|divorce|retreat|insurance|drilling|drums?|music|vitamins|moving to|holiday|vacation|new job|"
    r"retir\w*|wedding|birthday cake|therapist|meditation|on a good note|"
    r"mask|journal|playlist|visit|appointment|commute|missed my stop|coffee|hair|stair(?:s|case)|sports?|gym|yoga|"
    r"needles?|phone (?:battery|died)|battery|licen[cs]e|course|exam)\b"
)

# What looks like it and is not: idioms, the past, research, other people's deaths, and fear of dying.
IDIOM = re.compile(
    r"\b(?:killing me\b|die (?:my|our|her|his) (?:\w+ )?(?:hair|clothes|shirt|fabric|wool|jeans)|(?:die|died|dying|"
    r"dead|kill myself) "
    r"(?:laughing|of (?:laughter|embarrassment|boredom|shame|curiosity|thirst|hunger|heat|cuteness))|dying (?:to|"
    r"for) \w+|to die for|"
    r"die hard|do or die|rather die than|die trying|ego[- ]death|reborn|rebirth|kill (?:time|two birds|the (?:mood|"
    r"vibe|lights|"
    r"engine|pain|weeds))|"
    r"felt like (?:i was )?dying|like i was dying)\b"
)
# Of these a sentence may say that it is over, at an end, or cannot be borne.
TOPIC = re.compile(
    r"\b(?:party|boring|meme|concert|movie|film|gig|login|subscription|password|account|refund|membership|battery|"
    r"phone|laptop|"
    r"game|level|plants?|garden|hair|homework|exams?|workout|gym|diet|wedding|vacation|holiday|leg day|dad jokes?|"
    r"deadline|"
    r"playlist|contract|lease|phase|wifi|season|episode|recipe|monopoly|camp|operation|surgery|treatment|sessions?|"
    r"infusions?|"
    r"meeting|job|paperwork|suitcase|neighbou?rs?|music|vitamins|therapist|drums|class|app|course|program|programme|"
    r"smoking|cigarettes|sugar|traffic jam|retire\w*|moving (?:house|to))\b"
)
PLAIN = re.compile(
    r"\b(?:kill|kil|kms|su[ie]?[ci]|unaliv|self[- ]?harm|want(?:s|ed|ing)?(?: to)? die|wanna die|end (?:my|it all)|"
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
    r"\blost (?:\w+ ){1,6}to suicide|\b(?:brother|sister|friend|father|mother|dad|mom|mum|uncle|aunt|cousin|son|"
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
    r"(?:still )?(?:alive|here)|doing (?:so much |much |really |so |very )?(?:well|better|great|good|fine)|(?:am|i'?m|feel|"
    r"feeling|is|he'?s|she'?s) (?:so much |much |a lot |far )?(?:better|well|safe|fine|stable|okay|ok) (?:now|today|"
    r"these days|since)|haven'?t (?:\w+ )*?since|(?:not|never|hasn'?t|haven'?t) (?:\w+ ){0,3}(?:since|in years)|"
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
    r"leaflet|brochure|awareness|prevention (?:day|week|month|plan|program\w*)|charity|fundraiser|memorial|5k|walk for)\b"
)


def harmless(sentence, start, end, strong=True):
    """Whether the words from start to end of a sentence mean no danger."""
    said, before = sentence[start:end], sentence[max(0, start - 45) : start]
    if any(_overlaps(match, start, end + 12) for match in IDIOM.finditer(sentence)):
        return True
    if any(_overlaps(match, start, end) for match in OTHERS.finditer(sentence)):
        return True
    if strong and long_ago(sentence):
        return True
    plain = PLAIN.search(said)
    if THING.search(before) or (not plain and TOPIC.search(sentence, max(0, start - 12), end + 34)):
        return True
    if (DENIED.search(before) and not NOT.search(said)) or (FEARED.search(before) and DYING.search(said)):
        return True
    if ABOUT.search(sentence) and not SELF.search(sentence):
        return True
    return bool(ASKED.search(sentence)) and not NOW.search(sentence)


NOW = re.compile(r"\b(?:i (?:want|wanna|am going|will|need|feel|keep|can'?t)|i'?m (?:going|gonna|thinking|done)|tonight)\b")


def long_ago(text):
    """Whether a text tells of what is over."""
    return bool((ONCE.search(text) or SAFE.search(text)) and not AGAIN.search(text))


AGAIN = re.compile(r"\b(?:still|again|anymore|any more|tonight|lately|(?:came|coming|come|are|is) back)\b")


def everyday(text):
    return bool(EVERYDAY.search(text) or IDIOM.search(text) or TOPIC.search(text))


def _overlaps(match, start, end):
    return match.start() < end and start < match.end()
