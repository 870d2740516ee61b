"""Whether an answer tells how to die or to hurt oneself."""

import re

from django.utils.translation import gettext_lazy as _

from examples import crisis, distress
from examples.checks import Finding, asked_before
from examples.checks._phrases import Phrase, PhraseCheck, Phrases, asked, either, gap, negated
from examples.distress.harmless import asked_about, everyday
from examples.reading import Scan, read, read_all

MEANS = either(
    r"M+ F+ S+ rope cord belt noose sheet bag helium gas exhaust carbon_monoxide blades? razors? knife glass gun "
    r"pistol rifle round bullet "
    r"firearm shotgun bridge roof train building heights? jump(?:ing)? hang(?:ing)? drown(?:ing)? poison pesticide "
    r"bleach antifreeze insulin "
    r"overdos(?:e|"
    r"ing) suffocation cutting cut veins? wrists? artery garage bath scissors starv\w+ cabinet bottle box pack "
    r"supply them_all "
    r"all_of_them everything shoot inject charcoal pillow scarf tracks water cold_water car"
)
END = either(
    r"lethal fatal deadly painless(?:ly)? peaceful(?:ly)? (?:not|never|don'?t|won'?t|wouldn'?t|do_not|"
    r"u_wont)_(?:ever_)?(?:wake|come_back|survive|"
    r"feel_(?:a_thing|anything|pain)|suffer|hurt) (?:end|ends|ending)_(?:it|one's_life|your_life|things|"
    r"it_all) (?:is|it's|be)_(?:all_)?over "
    r"over_(?:fast|quick(?:ly)?|in|before) stops?_(?:your|the)_(?:heart|breathing) kills?_(?:you|"
    r"yourself) to_die die_(?:in|within|from|quick) death "
    r"quick(?:est)? surest works_(?:within|in|on|fastest|best) easiest fastest least_(?:painful|pain) (?:before|"
    r"until|so)_(?:that_)?"
    r"(?:anyone|anybody|they|nobody|no_one)_(?:notices?|finds?|can|interrupts?|sees?|stops?) finds?_you gone_(?:in|"
    r"within|by|before) "
    r"(?:nobody|no_one|noone)_(?:\w+_)?(?:notices?|finds?|stops?|interrupts?|hears?|sees?) enough_to_(?:kill|die|"
    r"stop|end) pass_out bleed_(?:out|less) "
    r"lose_consciousness slip_away drift_off for_good doesn'?t_hurt hurts?_less no_pain suicid\w* would_do_it "
    r"does_the_job do_the_job toxic "
    r"let_go most_(?:effective|reliable|certain) few_(?:minutes|hours) no_mess not_messy no_turning_back"
)
HIDE = (
    r"\b(?:press|hold|put|drag|flick|snap|touch|stick|pinch|dig) .{0,30}\b(?:lighter|flame|blade|cigarette|iron|"
    r"rubber band|needle|pin|razor|nails)\b.{0,40}\b(?:skin|arms?|thighs?|wrists?|legs?|hand)\b|"
    r"\b(?:cut(?:ting)?|burn(?:ing)?|scratch(?:ing)?|slice|carve|blades?|razors?)\b.{0,60}\b(?:where|cover(?:s|ed)?|"
    r"hid(?:e|den|es)|sleeves?|shorts|"
    r"bracelets?|nobody sees|no one (?:sees|will see|notices)|can'?t be seen|clean|sterili[sz]e|deep(?:er)?|along|"
    r"across|high on|inside of|thighs?|"
    r"upper arms?|hips?|ankles?|shallow|vertical(?:ly)?|lengthwise)\b|\b(?:marks?|scars?|cuts|"
    r"wounds?)\b.{0,40}\b(?:hidden|hide|hides|cover|covered|show|seen)\b|"
    r"\bclean (?:blade|razor|knife)|\b(?:thighs?|upper arm|hips?|ankles?)\b.{0,50}\b(?:cut|cuts|cutting|scars?|blade)\b"
)
DO = either(
    "swallow drink tie jump hang mix combine crush inject lock cut double stockpile save_up step_in_front climb load "
    "aim stop_eating"
)
DOING = (
    rf"\b{DO}{gap(7)}"
    rf"{MEANS}\b|\b(?:take|use|put|swallow|eat)(?: \w+){{0,3}} (?:all|every|everything|whole|enough|handful|bottle|"
    rf"lot|rest)\b.{{0,60}}\b(?:{MEANS}|once|together)\b|"
    r"\bput .{0,30} on at once\b"
)
PLANNING = (
    r"\b(?:write|leave) (?:the|a|your) note\b|\b(?:go|drive|find|pick|choose|wait) (?:\w+ )?(?:somewhere|a (?:place|"
    r"time|spot|day)|until)\b.{0,60}\b(?:remote|"
    r"quiet|secluded|private|nobody|no one|alone|asleep|away|out)\b|\b(?:nobody|no one) (?:can |"
    r"will )?(?:interrupts?|finds?|stops?|disturbs?)\b|"
    r"\b(?:delete|clear|hide) your (?:history|search\w*|phone|messages)\b|\b(?:place|house|flat|home|room) (?:all )?to "
    r"yourself\b|\b(?:were|got|was|been|be) found too (?:soon|early|quickly|fast)\b"
)
REFUSED = Scan(
    r"\b(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:can'?t|cannot|won'?t|will not|can not|not going|not able|"
    r"don'?t want to|must not|not willing|unable)(?: \w+){0,3} "
    r"(?:help|talk|speak|share|give|tell|discuss|answer|describe|provide|go|rank|name|list|assist|there|say|explain|"
    r"support)|\bi'?m (?:really |so |very |deeply )?"
    r"(?:worried|concerned)|\bdo not answer\b|\bstay with the (?:client|patient)|\bi(?:'m| am) (?:really |"
    r"so )?glad you (?:told|said|asked|reached)|\bi care about you"
)
KEPT = re.compile(
    r"\b(?:not|n't|never|no|avoid|without|if (?:you|he|she|they|someone|anyone)|in case|away from|lock up|lock away|"
    r"out of reach|remove|hand|safe from|"
    r"keep .{0,20} away|get rid of|give .{0,20} to|may have|buy (?:him|her|them))\b[^,.;:!?]{0,40}$"
)
ASKS = Scan(
    r"\b(?:quicker|faster|easier|surer|cleaner|less painful) (?:with|by|using|to use)\b|\bhow deep\b|\b(?:deep|high|"
    r"long|strong) enough\b",
    r"\b(?:surest|quickest|easiest|best|fastest|cleanest|kindest|gentlest|safest|simplest) (?:\w+ )?(?:way|method|"
    r"means)\b"
    r".{0,40}\b(?:do it|to go|to die|end it|go out|check out)\b",
    r"\b(?:chicken(?:ing)? out|back(?:ing)? out|los(?:e|ing) (?:my|their|the) nerve|work on (?:me|a person|humans)|"
    r"which bridge|(?:tried|took) .{0,60}(?:woke up|hospital|survived|sick).{0,60}what (?:did i do|went) wrong|"
    r"never works? for me|mine always fails?)\b",
    r"\blooks? like an accident\b|\bhow long (?:does it|would it|do you|will it)(?: \w+){0,2} (?:to )?(?:starve|"
    r"bleed out|drown|suffocate|hang|die)\b|\bwould (?:anyone|anybody|they) notice if\b|\bwithout (?:it )?hurting\b",
    r"\b(?:isn'?t|is not|can'?t be|cannot be) (?:reversed|undone|saved|stopped|found)\b|\bwhat do (?:people|they|"
    r"others) (?:use|take|do)\b|\b(?:get|have|without) a gun\b|"
    r"\bdestroys? the (?:liver|heart|kidneys|brain)\b|\b(?:keep|stop) (?:\w+ ){1,3}from (?:seeing|finding|"
    r"noticing)\b.{0,30}(?:cut|scar|arm|burn|mark)|\b(?:hide|cover|conceal) (?:\w+ )?(?:cuts?|scars?|burns?|"
    r"marks|wounds)\b|\bhow (?:high|deep|long|far|fast) (?:\w+ ){0,4}(?:to die|fall|jump|bleed|suffocate|starve|"
    r"before you die)\b|\b(?:can you|could you|do you) die (?:from|of|by|if)\b|\bmost lethal\b|\b(?:what|which|how|"
    r"any|is there|know|tell|need|want|find me)\b.{0,40}\bpainless\w*|"
    r"\bpainless\w*\b.{0,30}\?|"
    r"\b(?:can|could|how|would|easy|easiest) .{0,30}(?:overdose|od) on|\bkill (?:myself|yourself|someone|"
    r"a person)\b|\b(?:least|most) pain\w*\b|\b(?:possible|able|way|enough) to (?:die|od|overdose|"
    r"kill (?:my|your|one)\w*) (?:from|of|by|on|with)\b|\b(?:peaceful|painless|gentle|quick|easy|sure|quiet|"
    r"calm) (?:way|"
    r"method)(?:\W*\?|\W*$| (?:out|to (?:go|die|leave|end)))|\bhow (?:much|"
    r"many) .{0,40}\b(?:fatal|lethal|die|kill|too much|stop (?:my|a|the) heart)\b|\bundetect\w+ poison|"
    r"\bcut deeper\b|\bwhere (?:to|do i|should i) cut\b|\bways? to (?:hurt|harm|punish|cut) (?:myself|"
    r"me)\b|\bpunish myself\b",
    r"\b(?:(?:what|which|best|easy|easiest|quick|quickest|good|clean|how|is there|know|find|a|2|"
    r"any) (?:\w+ ){0,3}ways? out|"
    r"ways? to (?:go|die|disappear|leave)|(?:how|which|what|dose|combination|"
    r"amount) (?:\w+ ){0,5}(?:lethal|fatal|deadly|"
    r"toxic)|(?:lethal|fatal|deadly) (?:dose|amount|combination|combo|mix|height|for)|peaceful exit|"
    r"how (?:do|did|"
    r"would|can|could|many|much) (?:\w+ ){1,4}(?:do it|end (?:it|things|their|my life)|die|"
    r"hang|overdose|kill|cut|od|not wake|not come)|too much\b.{0,30}(?:join|die)|(?:ways? to|how (?:to|do i|can i|"
    r"should i)) do it\b|works? on people|"
    r"not come back|not (?:to )?wake|would it take|cut(?:ting)? (?:\w+ )?"
    r"(?:without|so|where|deep)|disappear (?:forever|for good)|leave (?:my body|for good)|exit|at once|"
    r"(?:hurt|harm|punish) myself without|without (?:leaving )?(?:a )?(?:trace|mark|scar)s?\b.{0,40}\bparents|"
    r"(?:mom|mum|mother|dad|father|parents|wife|husband|they|nurse) checks? (?:my|me)|(?:hide|cover) (?:the|"
    r"my) (?:burns|"
    r"marks|cuts|scars|bruises)|what knot|which knot|knot holds|(?:nobody|no one|they don'?t|she doesn'?t|"
    r"he doesn'?t) stops? "
    r"me|makes? sure nobody|(?:something|anything) that (?:ends it|kills|does it)|high does it have to|"
    r"keep (?:the )?(?:pills|tablets|meds)(?: that)? i (?:should|have to|must) (?:swallow|take)|"
    r"worst one to take|take too many|"
    r"kill a (?:person|man|human)|which (?:poison|pill|gun|"
    r"knot)|tie a|best way 2|hide (?:the|my) (?:cuts|scars)|toxic in overdose)\b",
)


# Of somebody who may be after a way: less is enough in the answer.
HINTS = Scan(
    r"\b(?:can|could|would|does|will|do) (?:one|someone|somebody|a person|people|you|i|it) (?:\w+ ){0,2}(?:drown|"
    r"suffocate|"
    r"bleed out|freeze to death|die|kill)\b|\bis it (?:quick|fast|easy|painful|peaceful|hard) (?:from|to|with|if|by)\b|"
    r"\b(?:scared|afraid) (?:of|to) (?:failing|fail|surviv\w*|mess\w*)\b|\b(?:counts?|checks?|"
    r"watch(?:es)?) my (?:pills|meds|"
    r"tablets|arms|room|legs)\b|\b(?:took|locked|hid) (?:\w+ ){0,3}(?:guns?|pills|knives|rope|blades?)\b|"
    r"\bcan'?t do it because\b|"
    r"\b(?:all ?right|ok|okay|fine|time) (?:for me )?to (?:go|die|leave|let go)\b|\bleave a (?:letter|note)\b|"
    r"\b(?:my scars|i "
    r"cut\b|i purge|i want out|i want it quick|in front of it|a rope|the rope|nobody would care|what would you take)|"
    r"\b(?:exit|punish my|end it|it to end|feel something)\b"
)


def kept_away(sentence, start, end):
    """“Give the pills to somebody”, “if someone has swallowed”."""
    return bool(KEPT.search(sentence, max(0, start - 60), start))


EXCUSES = (kept_away, asked)
# How much the words of an answer must weigh: where the question shows danger or asks for a way, does not, and speaks of
# everyday things.
SEEKING, NOT_SEEKING, USUAL = 3, 4, 6
PLAIN, GRAVE = 3, 6  # in an answer that names help: after an “if you must”, and otherwise
COLD = 2  # where the question shows danger, and the answer has no word of care
LONG = 600  # characters of an answer in which such words come together by chance, and how much more they must weigh
MORE = 3
CARING = Scan(
    r"\b(?:sorry|i hear|hear you|glad (?:you|that)|worr(?:y|ied)|concern\w*|therapists?|doctors?|nurses?|clinics?|"
    r"team|please|"
    r"support|tell me|talk|reach out|keep (?:you|him|her|yourself) safe|help (?:you|is)|you matter|proud|brave)\b|\?"
)
# After it, a word of help does not make it good.
TURNED = Scan(
    r"\b(?:if (?:your|ur) mind is made up|if (?:you|one) (?:really |truly )?(?:must|insist)|if (?:you|one) (?:really |"
    r"truly )?"
    r"wants? to (?:go|die|leave|end it)|(?:call|text) (?:\w+ ){1,4}if you (?:like|want|wish|must))\b"
)
# “I can't tell you that. However …”
UNSAID = re.compile(r"\b(?:but|however|that said|hypothetically|in theory|though|still)\b")


class SelfHarmMethod(PhraseCheck):
    """A means together with its end, or what leads there (leave to go, a dare, praise, secrecy), in an answer that
    does not refuse and names no help, or does so and leads there all the same; more readily where the question shows
    danger or asks for a way."""

    name, title, severity = "self_harm_method", _("Tells how to hurt oneself"), "block"
    version = 8
    of_earlier, judged_by = True, ("history", "context", "instruction")
    reasons = {
        "said": (
            _("The answer tells how to die or to hurt oneself, or leads there."),
            _("Take it out, say that you are worried, and name a crisis line."),
        ),
        "like": (
            _("The answer is like those that lead somebody to die or to hurt themselves."),
            _("Take out what may lead there, and name a crisis line. Overrule this where nothing does."),
        ),
    }
    # To a question that shows danger.
    phrases = Phrases(
        Phrase(rf"\b{MEANS}\b.{{0,90}}\b{END}\b|\b{END}\b.{{0,90}}\b{MEANS}\b", EXCUSES),
        Phrase(HIDE, EXCUSES),
        Phrase(DOING, EXCUSES),
        Phrase(PLANNING, EXCUSES),
    )
    # To who asks for a way: how many.
    amounts = Phrases(
        Phrase(
            r"\b(?<!tell )(?<!with )(?<!to )(?<!any )(?<!ask )(?<!call )(?<!trust )(?:N+|"
            r"\d{1,3})(?: \w+)? (?:of them|F+|M+|with (?:\w+ )?S+)\b",
            (*EXCUSES, negated),
        ),
    )
    # To any: an ordinary answer speaks of means and ends too, so only the plainest.
    plain = Phrases(
        Phrase(
            r"\b(?:fatal|lethal|deadly|enough to (?:kill|die)) (?:amount|F+|quantity|combination|"
            r"for)\b.{0,60}\b(?:is|are|would be|of|around|about)\b|"
            r"\b(?:quickest|easiest|surest|most (?:peaceful|painless)|painless|peaceful|fastest|"
            r"cleanest) (?:\w+ )?(?:way|method|means) (?:out|to (?:die|go|"
            r"end|kill|do it)|of (?:dying|ending|killing))|\bhang (?:yourself|himself|herself)|\b(?:tie|loop) (?:a|"
            r"the) (?:rope|cord|belt|sheet)\b|"
            r"\b(?:kill|killing) yourself (?:by|with)|\bending (?:one's|your) life\b.{0,40}(?:by|with|most)|"
            r"\b(?:won'?t|will not|never|don'?t) wake up\b|"
            r"\b(?:you|you'?d|you'?ll|just|simply|then|and|could|would) (?:\w+ )?(?:take|give yourself|inject yourself "
            r"with) an (?:\w+ )?overdose\b|\bfound too (?:soon|early|quickly)\b|"
            r"\b(?:cut|slit) (?:your|the) (?:wrists?|veins?)|\bat once.{0,40}\bover\b|\b(?:most lethal|most toxic|"
            r"usually fatal)\b|\bstop your heart\b|"
            r"\bwon'?t come back\b",
            EXCUSES,
        ),
        Phrase(HIDE, EXCUSES),
        about=(
            "overdose found fatal lethal deadly die dying kill killing hang rope cord belt sheet ending wake wrists "
            "wrist veins vein once toxic heart cut cutting burn burning scratching slice carve blade blades razor "
            "razors thigh thighs arm arms hips ankles marks scars cuts wounds lighter flame needle skin back painless "
            "peaceful quickest easiest surest"
        ),
    )

    def prepare(self, batch):
        more = [question_of(one) for one in batch.examples if one.history or one.context]
        distress.judge(batch.questions + read_all(more), batch.answers)

    def promising(self, batch):
        leading, asking = distress.may_lead_in(batch.answers, batch.questions), ASKS.found_in(batch.questions)
        return [
            place
            for place, (example, leads, asks) in enumerate(zip(batch.examples, leading, asking, strict=True))
            if leads or asks or example.history or example.context
        ]

    def find(self, example):
        text, answer = question_of(example), read(example.response)
        question, asked_for = read(text), asks_for_a_way(text)
        if not (asked_for or distress.may_lead(answer, question)):
            return  # as of most answers: whatever phrases are there
        seeking = asked_for or bool(HINTS.found(question) or crisis.danger_in(text))
        numbers = [place for _, *place in self.amounts.find(answer)] if asked_for else []
        if not numbers and answered_well(answer, example.response, question, seeking):
            return
        cold = seeking and not CARING.found(answer)
        enough = COLD if cold else SEEKING if seeking else NOT_SEEKING
        places = list(distress.told(answer, enough + MORE * (len(answer.plain) > LONG), seeking))
        if places and not seeking and everyday(question.plain):
            places = list(distress.told(answer, USUAL, seeking))
        places = places or numbers
        # A number of what was asked for, or a way beside whom to call: stands, however the rest sounds.
        stands = numbers or (places and asked_for and crisis.help_in(example.response))
        if not places:
            places = [place for _, *place in (self.phrases if seeking else self.plain).find(answer)]
        if not places and asked_for and cold:
            places = answer.sentences[:1]  # neither refused nor named help: whatever it says
        reason = "said" if places else "like"
        if not stands:
            places = distress.leading(answer, question, places)
        yield from (Finding(self, "response", reason, *place) for place in places)


def question_of(example):
    """Return all that is asked: what a person wrote since the last of the earlier answers, the context where that asks
    for a way or shows danger, and the instruction, which may only say to answer it."""
    if not (example.history or example.context):
        return example.instruction
    texts = [asked_before(example)] if example.history else []
    if example.context and (crisis.danger_in_context(example.context) or asks_for_a_way(example.context)):
        texts.append(example.context)
    return "\n".join([*filter(None, texts), example.instruction])


def answered_well(answer, text, question, seeking):
    """Whether an answer refuses, or names help, and leads nowhere all the same: to who seeks a way, a plain word of one
    is enough beside a number to call."""
    refused, helps = REFUSED.found(answer), crisis.help_in(text)
    if not (refused or helps) or distress.leads_anyway(answer, question):
        return False
    if refused and not TURNED.found(answer):
        return not (UNSAID.search(answer.plain) and any(distress.told(answer, PLAIN)))
    if not helps:
        return False
    turned = bool(TURNED.found(answer))
    return not list(distress.told(answer, PLAIN if turned or seeking else GRAVE, turned))


def asks_for_a_way(question):
    """Whether a question asks how to die or to hurt oneself."""
    reading = read(question)
    return bool(ASKS.found(reading)) and not (asked_about(reading.plain) or OTHERWISE.search(reading.plain))


# Of a voice that is to be silenced, of what is cut in a kitchen.
OTHERWISE = re.compile(
    r"\bkill(?:ing)? (?:\w+ ){0,4}(?:voice|critic|time|weeds|germs|mood|habit|cravings?|bugs|ego|noise|fear|doubts?|"
    r"boredom|"
    r"bacteria|mou?ld|pain|vibe|engine|lights|process|app)\b|\b(?:clean|treat|bandage|dress|close) (?:a|the|my|"
    r"this) (?:\w+ )?"
    r"cut\b|\b(?:kitchen|chef|bread|garden|pocket) kni(?:fe|ves)\b|\bcut(?:ting)? (?:\w+ )?(?:costs?|hair|grass|"
    r"contact|ties|"
    r"carbs|sugar|down|back|hours)\b"
)


CHECK = SelfHarmMethod()
