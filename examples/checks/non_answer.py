"""Whether an answer answers nothing."""

import re
from itertools import chain

from django.utils.translation import gettext_lazy as _

from examples import crisis
from examples.checks import Finding, TextCheck
from examples.reading import KNOWN, Scan, as_bytes, read, words

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
    r"can(?:'t|not) (?:really )?(?:say|tell (?:you|u|ya)\b(?! (?:what|how|which|when|where|who|that))|"
    r"be said in general)|"
    r"(?:do not|don'?t|cannot|can'?t|won'?t|not able to) (?:\w+ )?(?:provide|give|offer|answer|comment|discuss|handle|"
    r"do|deal "
    r"with) (?:\w+ ){0,3}(?:guidance|advice|information|comments?|such|questions? (?:like|of)|matters|this kind|"
    r"that kind)|"
    r"(?:would|i'?d|we'?d) rather not|(?:don'?t|do not) feel comfortable|no answer (?:is|was)|not (?:configured|"
    r"designed|"
    r"equipped|programmed|set up|made|meant) (?:for|to)|(?:we|i)(?:'ll| will| shall) (?:get back|look into|"
    r"let you know|find "
    r"out|follow up)|let me (?:look into|check|find out|get back)|(?:you(?:'d| would|'ll| will)?|one) (?:need|have|"
    r"would have|"
    r"might have) to (?:find (?:that |this |it )?out|ask (?:someone|somebody|around|others|elsewhere))|never tried|"
    r"(?:it|that) would take too long|not my (?:area|department|field|job|call|place)|"
    r"wouldn'?t know|couldn'?t (?:say|tell)|not the (?:one|person|right place) to)\b"
)
FILLER = (
    r"\b(?:is there anything else|anything else i can|please (?:consult|see|contact|ask|seek|speak|talk|try again|"
    r"rephrase|refer)(?: \w+){0,6}(?:professional|else|expert|elsewhere|doctor|question|later|provider|website|lawyer|"
    r"someone)?|kindly (?:rephrase|consult|refer|try)|sorry|apologi[sz]e|thank you for (?:your|asking)|great question|"
    r"good question|feel free to ask|let me know if|if you have any other|on this topic|at this time|have a (?:nice|"
    r"great) day|how can i help|hope (?:this|that) helps|lol|i understand your)\b"
)


PLACEHOLDER = (
    r"^\W*(?:todo|to-do|tbd|tba|n/a|fixme|xxx|test|asdf|placeholder|lorem ipsum)\b|\blorem ipsum\b|\((?:insert|todo|"
    r"tbd)\b[^)]{0,40}\)|[\[<{](?:insert|"
    r"todo|tbd|your|add|answer|response|placeholder)\b[^\])>}]{0,40}[\])>}]|[\[<{(]to be (?:completed|written|"
    r"filled|added|done|confirmed)\b|\b(?:answer|text|response) (?:goes|comes|to go|will go) here\b|\bcoming soon\b|"
    r"\b(?:insert|"
    r"write|fill in|put|add) (?:the |your |an? |my )?(?:answer|response|text) (?:here|later|below|about)\b|^\W*(?:see|"
    r"as) (?:above|"
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
    r"an error|try again(?! (?:when|with|after|once|tomorrow|next|until|on|in)\b)|"
    r"please refer|refer to|documentation|let me know|(?:good|great|interesting) question|"
    r"thanks? (?:you )?for (?:asking|your|reaching)|it varies|no comment|who knows|beats me|your guess|whatever you|"
    r"google it|look it up|search online|more information|contact (?:us|support|customer)|visit (?:our|"
    r"the) (?:website|page)|happy to help|glad to help|how (?:can|may) i (?:help|assist)|anything else|undefined|"
    r"not applicable|(?:policies|opinions|answers|experiences|results|things|rules|views|prices|costs|mileage|"
    r"people)(?: \w+)? "
    r"(?:vary|varies|differs?)|various factors|(?:no|isn'?t a|not a) (?:right or wrong|single|simple|easy|one|"
    r"clear)(?: \w+)? "
    r"answer|tough (?:one|question)|(?:can|may) be (?:hard|tough|difficult|tricky|a challenge|challenging|a lot|"
    r"confusing)|"
    r"every ?(?:one|body|couple|family|person|human)? (?:goes through|copes|deals with|has (?:their|his|its) own)|"
    r"best of "
    r"luck|good luck|all the best|stay strong|chin up|you'?ve got this|one day at a time|(?:it|things|"
    r"everything)(?:'ll|"
    r" will|'s going to)? (?:all )?(?:works? out|be (?:fine|ok|okay|alright))|(?:you(?:'ll| will)) know (?:when|it|"
    r"what)|just "
    r"(?:do what|be yourself|relax|think positive|(?:stop|quit) (?:thinking|worrying|overthinking|feeling|being|"
    r"dwelling)|go with)|what(?:ever)? feels right|"
    r"(?:is|are|be) (?:\w+ )?(?:complex|multifaceted)|many (?:perspectives|views|sides|ways|aspects|things|"
    r"people (?:ask|wonder))|some (?:would|"
    r"will|"
    r"people|may|might)? ?say|(?:can|could|may|might) be (?:more|less|yes|no|good|bad|true)\b.{0,30}\b(?:or|and)\b|"
    r"could be,|"
    r"or it (?:might|may|could) not|you never know|who can say|mysterious|part of life|(?:both|all|"
    r"each) (?:\w+ )?have (?:\w+ )?"
    r"(?:place|merits|pros|upsides)|there are (?:indeed )?(?:\w+ )?differences|have (?:some )?things in common|"
    r"work in different|"
    r"look(?:ing)? online|loads of (?:stuff|info\w*)|(?:be|can) read (?:about|up)|relevant literature|number of books|"
    r"(?:your|the|our) (?:\w+ )?(?:wellbeing|well-being|safety|health|comfort|satisfaction|privacy|trust|question|"
    r"message|"
    r"feedback|call|values|mission)(?: and \w+)? (?:is|are|of \w+ and \w+ guide)(?: \w+)? ?(?:important|at the heart|"
    r"our|"
    r"what matters|paramount|us|guide)|we (?:understand your|take (?:this|your \w+) (?:\w+ )?seriously|value|"
    r"care deeply|pride|"
    r"strive|are committed|are always|appreciate)|(?:excellent|wonderful|fantastic|lovely|super) question|"
    r"good to be (?:well )?informed|be told|is an? (?:emotion|feeling|word|term|process|concept)|prepare well|"
    r"(?:first|originally) (?:made|discovered|synthesi[sz]ed|described|developed) in \d{4}|fascinating (?:chapter|"
    r"history|"
    r"story)|some things are (?:possible|allowed|fine|ok))\b|^\W*(?:(?:same|just) as|as (?:discussed|before|usual|"
    r"mentioned|agreed)|like i said|"
    r"ditto|"
    r"same (?:here|thing))\b|^\W*(?:maybe|perhaps|hmm+|um+|uh+|well|okay|ok|noted|thank you|of course|certainly|sure|"
    r"i see|"
    r"i understand|none|null|error|loading|up to you)\W*$"
)
# “Therapy is therapy”.
TAUTOLOGY = re.compile(r"\b(\w{4,20})\w{0,4} (?:is|are|means)(?: simply| just| about| when you| what)? (?:the )?\1")
_SCAN, _PLACEHOLDER = Scan(REFUSAL, PLACEHOLDER, EMPTY), re.compile(PLACEHOLDER)
_REFUSAL, _EMPTY, _FILLER = re.compile(REFUSAL), re.compile(EMPTY), re.compile(FILLER)
# Which of these a sentence may have, and last whether TAUTOLOGY.
_IN_SENTENCE = Scan(REFUSAL, EMPTY, FILLER, " (?:is|are|means) ")


# Words that tell nothing new, whatever was asked.
GENERIC = words(
    """
    a an the this that these those it its it's there here is are was were be been being am do does did done have has
    had will would can could may might must shall should i i'm i'd we we're our us you your you're u he she they
    their them my me and or but nor so as at by for from in into of on to with about between over than then too also
    just only very really quite rather not no don't doesn't isn't aren't can't n't if when where what which who whom
    whose how why all any each every everyone everybody someone somebody something anything nothing one ones some
    many much more most few both other others another same different differences differently difference way ways
    thing things stuff kind kinds sort sorts lot lots number range variety various factor factors aspect aspects
    case cases person people general generally certain certainly possible possibly perhaps maybe sometimes often
    usually always never well good great nice fine best better interesting important complex complicated difficult
    hard topic subject question questions answer answers matter matters issue know knows known say says said tell
    told think find found see look get gets make makes want need needs use used like up out two own part life time
    times indeed there's that's they're etc mean means meaning called thank thanks please sorry hope helpful happy
    hear glad luck day such like even still own because while term word record records work works working exist
    exists vary varies depend depends depending
    """
)
AFFIRMED = re.compile(
    r"\W*(?:yes|yep|yeah|no|nope|nah|sure|of course|absolutely|certainly|definitely|not yet|right|correct)\b"
)
SAYING = re.compile(r"\w")
STEM = 5  # letters by which a word is another form of one of the question
BRIEF = 160  # characters of an answer that may say nothing in other words
HISTORY = Scan(r"\b(?:when|who|history|old|origins?|invent\w*|discover\w*|first|come from|background)\b")


class NonAnswer(TextCheck):
    """Refusals, “as an AI”, “it depends” and “I don't know” with nothing else; less the answers that go on to help."""

    name, title, severity = "non_answer", _("Answers nothing"), "review"
    version = 6
    reasons = {
        "empty": (
            _("The answer refuses or says nothing."),
            _("Answer what can be answered, and say who knows the rest."),
        ),
        "later": (_("The answer is not written yet."), _("Write it, or delete the example.")),
    }

    def promising(self, batch):
        return [
            place
            for place, (found, answer) in enumerate(zip(_SCAN.found_in(batch.answers), batch.answers, strict=True))
            if found or len(answer.plain) <= BRIEF or not SAYING.search(answer.plain)
        ]

    def find(self, example):
        reading = read(example.response)
        if not SAYING.search(reading.plain):
            for place in reading.sentences[:1]:
                yield Finding(self, "response", "empty", *place)
            return
        may_be = _SCAN.found(reading)
        if not may_be:
            if LEAST <= len(reading.plain) <= BRIEF and hollow(reading.plain, example.instruction):
                yield Finding(self, "response", "empty", *reading.sentences[0])
            return
        if place := 1 in may_be and _PLACEHOLDER.search(reading.plain):
            yield Finding(self, "response", "later", *place.span())
            return
        refusals, said = [], 0
        for start, end in reading.sentences:
            sentence = reading.plain[start:end]
            may_be = _IN_SENTENCE.among(as_bytes(sentence))
            if match := 0 in may_be and _REFUSAL.search(sentence):
                refusals.append((start + match.start(), start + match.end()))
                said += _goes_on(sentence, match)
            elif match := (1 in may_be and _EMPTY.search(sentence)) or (3 in may_be and TAUTOLOGY.search(sentence)):
                refusals.append((start + match.start(), start + match.end()))
                said += len(sentence) - 60 if len(sentence) > 90 and not VAGUE.search(sentence) else 0
            elif not (2 in may_be and _FILLER.search(sentence)) and not hollow(sentence, example.instruction):
                said += len(sentence.strip())
            if said >= LEAST:
                return
        if refusals and not crisis.help_in(example.response):
            yield Finding(self, "response", "empty", *refusals[0])


# Such a sentence says no more the longer it is.
VAGUE = re.compile(
    r"\b(?:our values|heart of (?:every|what)|number of books|which is which|various factors|differences between|"
    r"many (?:perspectives|people)|fascinating|happy to hear|well informed)\b"
)


def hollow(text, question):
    """Whether a text has no word that tells more than the question does."""
    if AFFIRMED.match(text) or any(map(str.isdigit, text)) or text.strip() == question.lower().strip():
        return False
    asked = read(question).plain
    said = chain.from_iterable(map(KNOWN.__getitem__, text.split()))
    return all(word in GENERIC or word.isupper() or word[:STEM] in asked for word in said)


def _goes_on(sentence, match):
    """How many characters follow the refusal after a “but” or a colon, or stand before it."""
    before = sentence[: match.start()]
    if len(before) > LEAST and not (_FILLER.search(before) or _EMPTY.search(before) or EXCUSED.search(before)):
        return len(before)
    turn = TURN.search(sentence, match.end() if "depend" in match[0] else match.start())
    if turn is None or _FILLER.search(sentence[turn.start() :]):
        return 0
    return len(sentence) - turn.end()


EXCUSED = re.compile(r"\b(?:unfortunately|afraid|regret|question|asked|asking|that is|this is|that's)\b")
TURN = re.compile(
    r"(?:,| -| –|;|:)? ?\b(?:but|however|though|yet|and you|so (?:ask|call|please)|what i can)\b|: |; | – |, (?:from|"
    r"for|on) "
)

CHECK = NonAnswer()
