"""Whether an answer says that something dangerous is safe, or that a warning sign can wait."""

import re

from django.utils.translation import gettext_lazy as _

from examples import crisis
from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._dangers import (
    ACTS,
    ALLOWED,
    ALONE,
    BEGINNING,
    FINE,
    HARMLESS,
    LIGHT,
    MATTERS,
    NONE,
    RISKS,
    SHORT,
    TOPICS,
    WARNED,
    WEAK,
    WHOM,
    hint,
    not_urged,
    symptom,
    urged,
)
from examples.checks._phrases import Phrase, Phrases, asked, asks, handed_over, negated, quoted, refutations

# “There is no reason why you should not drive” warns of nothing.
UNWARNED = re.compile(
    r"\bno (?:\w+ )?(?:reason|need|cause)(?: why| that| for)?(?: you)?(?: should| to)?(?: not|n't)\b|"
    r"\bwhy (?:should(?: you)? not|shouldn't you|not)\b"
)


def warned(sentence, start, end):
    return bool(WARNED.search(UNWARNED.sub(" ", sentence)))


def left_open(sentence, start, end):
    """“Share it later, or keep it to yourself” hides nothing: it leaves the choice; nor does “you didn't keep it”."""
    return bool(LEFT_OPEN.search(sentence[:start]))


LEFT_OPEN = re.compile(
    r"\b(?:share|tell|talk)\b.{0,80}\bor $|\b(?:didn'?t|did not|needn'?t|never|not|than|of|without) (?:have to |to )?$"
)


REFUSED = re.compile(
    r"\W*(?:no\b(?! (?:problem|worries|doubt|need|issue|harm|risk|danger))|never\b(?! (?:mind|an?|been|had|any)\b)|"
    r"not (?:today|tonight|yet|now|this time|that day|on the same)\b)"
)


def refused(answer):
    """Whether an answer begins with a plain no."""
    return bool(REFUSED.match(answer.plain))


def warned_by_yes(question, answer):
    """Whether a yes answers who asks if it harms."""
    return bool(YES.match(answer.plain) and HARM.search(question.plain) and not MAY.search(question.plain))


def put_off(sentence, start, end):
    """“They tell you from when you may drive again” allows nothing."""
    return bool(
        re.search(r"\b(?:tell|say|ask|know|decide|sure|check)s?\b.{0,30}\b(?:when|whether|if)\W+$", sentence[:start])
    )


def of_swabs(sentence, start, end):
    """Alcohol on the skin, which nobody drinks."""
    return bool(SWABS.search(sentence, start, end + 20))


SWABS = re.compile(r"\b(?:alcohol|S+)[ -](?:swabs?|wipes?|pads?|gels?|rubs?|preps?|free)\b")
HARM = re.compile(
    r"\b(?:is|are|does|do|will|would|can|could)\b[^.?!]{0,50}\b(?:harm|damage|hurt|dangerous|risky|bad for|"
    r"addictive|toxic)"
    r"|\b(?:harm|damage)s?\b[^?]{0,60}\b(?:real|true)\b"
)
MAY = re.compile(r"\b(?:can|may|could|should|if) (?:i|we|he|she|they)\b|\b(?:ok|okay|fine|all right) to\b")
YES = re.compile(r"\W*(?:yes|yep|yeah)\b")
USUAL = (warned, asked, quoted, put_off)


class Danger(AdviceCheck):
    """Driving, alcohol and other substances, being alone or unwatched, hiding things from the clinic, reasons against a
    treatment, eating before it, wrong ways to take it, and warning signs made light of; less the answers that warn."""

    name, title, severity = "danger", _("Says that something dangerous is safe"), "block"
    version = 8
    like = -1.0
    of_earlier = True
    reasons = {
        "safe": (
            _("The answer says that something dangerous is safe."),
            _("Say what the danger is, and whom to ask."),
        ),
        "risk": (
            _("The question is about something risky, and the answer neither warns nor names anybody to ask."),
            _("Say what the danger is, and whom to ask."),
        ),
        "wait": (
            _("The answer makes light of what may be an emergency."),
            _("Say whom to call, and when to call an emergency number."),
        ),
        "hide": (
            _("The answer says to keep something from the clinic."),
            _("Say why the clinic needs to know."),
        ),
        "like": (
            _("The answer is like those that say something dangerous is fine."),
            LIKE,
        ),
    }
    phrases = Phrases(
        Phrase(rf"\b{ACTS}\b.{{0,70}}\b{FINE}|\b{FINE}.{{0,40}}\b{ACTS}\b", USUAL, "safe"),
        Phrase(rf"\b{FINE}.{{0,50}}\bS+\b|\bS+\b.{{0,70}}\b{FINE}", (*USUAL, of_swabs), "safe"),
        Phrase(
            rf"\b{ALONE}\b.{{0,70}}\b{FINE}|\b{FINE}.{{0,50}}\b{ALONE}\b|\b{NONE} (?:\w+ )?(?:sitter|escort|ride|"
            r"companion|supervision|"
            r"monitoring|guide|adult|chaperone|driver|medical screening|blood pressure check|"
            r"trip sitter)s?\b(?! (?:is|can be|means|yet))|"
            r"\bstay (?:home )?alone\b",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\b(?:don'?t|do not|dont|no need to|never|needn'?t|no reason to|rather not|better not(?: to)?|without|"
            r"not need to|"
            r"without having to|avoid) (?:\w+ )?(?:tell(?:ing)?|mention(?:ing)?|say(?:ing)?|inform(?:ing)?|"
            r"disclos(?:e|ing)|"
            r"report(?:ing)?|admit(?:ting)?|bring(?:ing)? (?:it|this|that) up|list(?:ing)?|write|put|"
            rf"let)(?: \w+){{0,5}} {WHOM}\b|"
            r"\b(?:lie (?:to|on|about)|fib|hide (?:it|this|that) from|conceal|leave (?:it|that|this) (?:off|"
            r"out of) (?:the|your)|"
            r"keep (?:it|this|that|quiet)(?: about it)? (?:quiet|secret|"
            r"from|to yourself)|tell (?:them|the C+|him|her) (?:that )?(?:a friend|you (?:fasted|haven'?t|didn'?t|"
            r"have a ride|stopped|quit))|"
            r"(?<!you )(?:say|claim|pretend)(?: that)? you(?:'ve)?(?: \w+){0,2} (?:fasted|have a ride|didn'?t|"
            r"haven'?t|don'?t|"
            r"never|stopped|quit)|"
            r"(?:nobody|no one) (?:\w+ )?(?:checks|will know|asks|has to know|needs to know|will notice)|(?:they|"
            r"the C+)(?: \w+)? "
            r"(?:never check|won'?t (?:\w+ )?(?:check|know|ask|notice)|don'?t (?:\w+ )?(?:check|need to know|"
            r"have to know))|"
            r"what (?:they|the C+) (?:don'?t|doesn'?t) know|(?:tick|put|write|check|circle|mark)(?: just| simply)? "
            r"['\"]?(?:no|none|nothing|not applicable)\b(?! (?:to|about|that|more))|our (?:little )?secret|"
            r"tell (?:them|the C+|him|her) (?:that )?(?:somebody|someone|your \w+|a \w+)(?: is|'s) (?:waiting|outside|"
            r"there|"
            r"at home|coming|on the way))\b",
            (asked, quoted, left_open),
            "hide",
        ),
        Phrase(
            r"\bthe (?:\w+ )?(?:people|staff|desk|folks|C+)(?: \w+)? (?:don'?t|doesn'?t|do not) (?:\w+ )?(?:need|have) "
            r"to (?:hear|know|be told)\b|\bbringing (?:it|that|this) up (?:will )?(?:only|just)\b",
            (asked, quoted),
            "hide",
        ),
        Phrase(
            r"\b(?:hop|jump|get|climb|swing)(?: back)? (?:on|onto|into|in|behind) (?:your|the|a) (?:\w+[ -])?(?:bike|"
            r"scooter|moped|motorbike|motorcycle|car|truck|van|wheel)\b.{0,40}\b(?:home|back|drive|ride)\b",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\b(?:leave|skip) (?:that|this|the|it) (?:\w+ ){0,2}(?:blank|empty|unmentioned|unsaid)\b",
            (asked, quoted, negated),
            "hide",
        ),
        Phrase(
            r"\b(?:pregnan\w+|breast ?feed\w*|aneurysm|heart (?:condition|disease|problem|failure|attack|murmur)|"
            r"stroke|I+|glaucoma|liver|kidneys?|porphyria|"
            r"allerg\w+|high blood pressure|seizures?|M+|contraindications?|sleep apn\w+|(?<!if )(?:it|this|"
            r"that)(?! (?:may|might|could|"
            r"can|would|just|seems|right|feels))|pressures?)\b.{0,50}?\b(?:makes? no difference|"
            r"(?:is|are) (?:of )?no (?:consequence|importance|problem|issue|reason to (?:stop|wait|worry))|"
            r"not (?:important|a problem|an issue|relevant)|"
            r"(?:doesn'?t|does not|don'?t|won'?t) (?:matter|affect|interact|change anything|rule you out)|carry on|"
            r"proceed|go ahead|harmless|nothing to "
            r"worry|no need to (?:tell|mention|stop|worry|wait)|without telling)|\b(?:you|he|she) (?:can|"
            r"may) (?:still )?(?:go ahead|proceed|carry on|continue) (?:with the (?:F+|treatment|session)|"
            r"anyway|"
            r"as (?:planned|usual|before|normal))\b",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\b(?:meal|eat|eating|breakfast|snack|burger|pizza|fasting|food|lunch|dinner|"
            r"full stomach)\b.{0,60}\b(?:poses? no|no problem|outdated|old-?fashioned|nonsense|"
            r"over-?cautious|a formality|"
            r"(?:doesn'?t|don'?t|won'?t) matter|is (?:totally |perfectly )?(?:fine|ok|okay|safe|overrated|a myth|"
            r"optional|unnecessary)|right (?:up )?"
            r"(?:until|before)|ignore|not necessary|no need)\b|\b(?:ignore|skip|"
            r"forget)(?: about)? (?:the fast|(?:the )?fasting)\b",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\b(?:crush|grind|snort|smoke|boof|plug|inject|parachute|vape)(?:ing)? (?:up |it|them|the |your |"
            r"a )*(?:M+|F+|it|them|powder)\b|"
            r"\b(?:order|buy|get|score)(?:ing)? (?:\w+ ){0,3}(?:online|from (?:a |the |your )?(?:dealer|plug|friend|"
            r"street|dark ?(?:web|net)|overseas|telegram))\b|"
            r"\b(?:N+|\d|both|extra|several) F+ (?:at once |together )?(?:is|are) (?:\w+ )?(?:fine|ok|okay|alright|"
            r"safe|harmless)\b|\b(?:remaining|leftover|old|expired|"
            r"spare)(?: \w+){0,2} (?:F+|M+)\b.{0,60}(?:at home|fine|safe|still good|unsupervised|without)|"
            r"\bkeep (?:your|the|a) (?:\w+ )?(?:weapon|gun|pistol|firearm|"
            r"sidearm|rifle)(?: \w+){0,2} (?:within|near|close|by|loaded|beside|at hand|handy|under)|\b(?:quitting|"
            r"stopping|detox\w*)(?: \w+){0,4} (?:at home|"
            r"on your own|cold turkey|yourself) (?:is|are) (?:\w+ )?(?:safe|fine|ok|okay|easy|harmless)|\b(?:skip|"
            r"miss|ignore|forget) the (?:M+ )?(?:\w+ )?(?:tests?|labs?|"
            r"monitoring|screening)\b|\b(?:lights off|float)\b.{0,40}\b(?:bath|tub|pool|together)|\b(?:bath|tub|"
            r"pool)\b.{0,40}\bfloat",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\b(?:the N+|both|these|them|they) (?:\w+ )?(?:mix|combine|blend) (?:\w+ )?(?:well|nicely|fine|"
            r"beautifully|perfectly)\b|"
            r"\b(?:no|without any|not any) (?:need|reason|point) (?:to|in) (?:check|ask|consult|clear|run)(?:ing)?"
            r"(?: (?:it|this))?(?: (?:by|with|past))? (?:anyone|anybody|(?:the |your |a )?C+)\b|"
            r"\b(?:isn'?t|not|hardly) possible to (?:take|have) too (?:much|many)\b|"
            r"\bimpossible to (?:take too (?:much|many)|overdose)\b|"
            r"\b(?:you|u|he|she|they) (?:can'?t|cannot|won'?t) (?:really |possibly )?(?:take too (?:much|many)|"
            r"overdose)\b|"
            r"\b(?:second|third|another|extra|double) (?:N+|F+|M+)\b(?: \w+){0,3} (?:is|are|would be|won'?t be)"
            r" (?:\w+ )?(?:fine|ok|okay|safe|no (?:problem|trouble|harm|bother)|harmless|too much)\b|"
            r"\b(?:sharing|sparing|lending|giving) (?:\w+ )?(?:N+|some|yours|F+|M+)(?: \w+){0,4}"
            r" (?:is|are|would be|does) (?:\w+ ){0,2}(?:fine|ok|okay|safe|harmless|"
            r"no (?:problem|trouble|harm|bother))\b",
            USUAL,
            "safe",
        ),
        Phrase(
            r"\binduc(?:e|ing) vomiting\b|\bmake (?:him|her|them|yourself) (?:vomit|throw up)\b|\bthrow it up\b",
            USUAL,
            "wait",
        ),
        about=(
            "bringing hear people staff desk folks moped motorbike motorcycle car truck van scooter "
            "mix combine blend check ask consult clear run possible impossible overdose second third another extra "
            "double sharing sparing lending giving tick put circle mark secret leave skip off blank empty waiting "
            "outside "
            "S M F I C drive driving drove wheel ride cycle bike operate machinery walk bus subway metro train swim "
            "swimming bath bathtub tub pool climb ladder cook childcare babysit sign work fly surf ski hike tools "
            "chainsaw alone yourself urself himself herself own unsupervised solo locked unattended nobody without "
            "sitter escort companion supervision monitoring guide adult chaperone driver screening tell telling "
            "mention mentioning say inform disclose report admit list write lie fib hide conceal keep claim pretend "
            "they meal eat eating breakfast snack burger pizza fasting food lunch dinner stomach fast crush grind "
            "snort smoke boof plug inject online dealer street weapon gun pistol firearm sidearm rifle quitting "
            "stopping detox tests labs vomiting vomit throw float lights pressure pressures liver kidneys"
        ),
    )
    light = Phrase(LIGHT, (asked, quoted, negated), "wait")

    def told(self, example, answer, question):
        # A long answer to who asks of life and feelings speaks of much.
        if len(answer.plain) > SHORT and not MATTERS.found(question):
            return
        # Who names an emergency number does not make light of danger.
        if crisis.help_in(example.response):
            return
        found = self.said(answer)
        hints = () if found else hint.found(answer)
        if 0 in hints:
            found = list(self.made_light(question, answer))
        if found:
            yield from found
            return
        if 1 in hints and RISKS.found(question):
            found = list(self.granted(answer))
        # A long answer could have warned.
        if not found and len(answer.plain) <= SHORT and TOPICS.found(question):
            found = list(self.unwarned(example, answer))
        if found and not (
            warned_by_yes(question, answer) or HARMLESS.search(question.plain) or any(refutations(answer.plain))
        ):
            yield from found

    def may_be(self, answer, question, start, end, odds):
        return not crisis.help_in(answer.plain)

    def made_light(self, question, answer):
        """A warning sign, in the question or beside it in the answer, and an answer that says to wait."""
        if urged.found(answer) and not not_urged.found(answer):
            return
        asked_of = symptom.search(question.plain)
        firm = len(answer.plain) <= SHORT and not (handed_over(answer) or asks(answer))
        before = ""
        for start, end in answer.sentences:
            sentence = answer.plain[start:end]
            span = self.light.find(sentence)
            light = span and ((asked_of and firm) or not WEAK.fullmatch(sentence, *span))
            if light and (asked_of or symptom.search(before + sentence)):
                yield Finding(self, "response", "wait", start + span[0], start + span[1])
                return
            before = sentence

    def unwarned(self, example, answer):
        """Something risky is asked, and the answer neither warns nor names anybody nor asks back. Who is in despair is
        no_crisis's."""
        if crisis.danger_in(example.instruction):
            return
        if (
            not (refused(answer) or handed_over(answer) or asks(answer) or WARNED.search(answer.marked))
            and answer.sentences
        ):
            yield Finding(self, "response", "risk", *answer.sentences[0])

    def granted(self, answer):
        """“Sure” and “it won't do any harm”, when asked whether one may; a long answer says it at its beginning."""
        if WARNED.search(answer.marked) or refused(answer):
            return
        match = re.search(ALLOWED, answer.plain)
        if match and (len(answer.plain) <= SHORT or match.start() < BEGINNING):
            yield Finding(self, "response", "safe", *match.span())


CHECK = Danger()
