"""Whether an answer tells somebody to start, stop, switch or share a medicine."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._phrases import (
    PERSONAL,
    Phrase,
    Phrases,
    asked,
    asks,
    either,
    gap,
    handed,
    handed_over,
    noticed,
    past,
    quoted,
)
from examples.reading import Listed, Scan

STOP = either(
    "stop stop_taking stop_using stop_takin quit quit_taking discontinue cease ditch drop dump toss flush bin trash "
    "lose kick skip "
    "hold withhold pause suspend omit abandon come_off get_off go_off lay_off stay_off leave_off leave_out throw_out "
    "throw_away cut_out give_up forget forget_about wean(?:_\\w+)?_off "
    "wean_(?:themselves|himself|herself)_off wean taper(?:_\\w+)?_off taper phase_out "
    "walk_away_from "
    "say_goodbye_to go_without do_without don'?t_bother_with don'?t_bother_w don'?t_refill don'?t_fill let_go_of "
    "get_rid_of "
    "decline refuse turn_down detox_from cut_back_on stay_away_from steer_clear_of avoid_taking "
    "(?:take|get|wean|pull|keep|taper)_(?:him|her|them|yourself|your_\\w+|themselves)_off"
)
START = either(
    "start start_taking start_on start_with begin begin_taking begin_with get_on go_on hop_on switch_to "
    "switch_over_to change_to "
    "change_over_to swap_to "
    "move_to move_over_to transition_to try try_taking use add add_in ask_for ask_\\w+_for ask_\\w+_\\w+_for ask_em_4 "
    "request demand "
    "order buy take need needs want go_with go_for pick_up replace_\\w+_with go_back_on get_back_on resume restart "
    "insist_on "
    "be_on do_better_on put_(?:him|her|them)_on give_(?:him|her|them) ask_\\w+_to_put_you_on ask_to_be_put_on get"
)
OWN = r"(?:it|them|that|those|these|the (?:\w+ )?ones?|this one|all of (?:it|them))"
SWITCHES = either(
    "switch_to switch_over_to change_to change_over_to swap_to move_to move_over_to transition_to go_back_to return_to "
    "go_over_to switch_back_to step_up_to step_down_to upgrade_to opt_for choose pick recommend suggest"
)
FOR_LONG = either(
    "days? weeks? months? while now altogether completely entirely for_good cold_turkey forthwith and_see anyway "
    "tonight today "
    "right_away immediately"
)
DONE = either(
    "withheld stopped discontinued held paused skipped omitted replaced switched started resumed tapered dropped "
    "ceased "
    "suspended substituted swapped added avoided"
)
NEGATED = re.compile(
    r"\b(?:don'?t|do not|never|not|no one|nobody|cannot|can'?t|shouldn'?t|won'?t|avoid|without|rather than|instead of|"
    r"refrain|isn'?t|wouldn'?t|mustn'?t|hold off|against|unsafe|dangerous|risky|before|if you|when you|whether|"
    r"in case|nothing|didn'?t|if|unless|people|physicians|some|many|reasons? to|how to|wanting to|want to|wish to|"
    r"thinking of|temptation to|urge to|than)\b[^,.;:!?—]{0,40}$"
)
INNER = re.compile(
    r"\b(?:don'?t|do not|never|not|cannot|can'?t|shouldn'?t|won'?t|avoid|without|nobody|before|if|until)\b"
)
CAUSES = re.compile(r"\b(?:starting|stopping|quitting|coming off|suddenly) .{0,40}\b(?:can|may|might|could)\b")
THINGS = (
    r"\b(?:time|break|walk|rest|nap|look|notes?|part|care|moment|breaths?|turn|place|photo|list|bottle|box|packaging|"
    r"class|course|appointment|leaflet|names?|history|diary|reactions?|exactly|alongside|label|organi[sz]er|"
    r"information|questions?|bag|cup|glass|talk|speak|call|ask your|ask the|interact)\b"
)


def negated(sentence, start, end):
    """Before the words, or among them: “don't bother with” is an advice of its own."""
    if sentence.startswith("you ", start):
        start += 4
    if sentence.startswith(("don't bother", "don't refill", "don't fill", "dont bother"), start):
        return False
    return bool(NEGATED.search(sentence, max(0, start - 60), start) or INNER.search(sentence, start, end))


def of_things(sentence, start, end):
    """“Take a list of your medicines”, “stopping can cause”."""
    return noticed(THINGS, sentence, start, end) or bool(CAUSES.search(sentence, max(0, start - 1)))


def causes(sentence, start, end):
    return bool(CAUSES.search(sentence, max(0, start - 10)))


STOPS = (negated, asked, quoted, past, handed, causes)
STARTS = (negated, asked, quoted, past, handed, of_things)
LEAD = either(
    "would should must just then and definitely you better might_as_well i_would can could simply to or so yes sure "
    "please instead it"
)
LEADS = rf"(?:^\W{{0,3}}|[,;:—–-] ?|\b{LEAD} )"
TAKEN, MEDICINES = Listed("MF"), Listed("M")
SWAP = either("swap switch replace change exchange trade substitute transition move")


KIN = either(
    "wife husband mother mom mum dad father sister brother friend neighbou?r roommate flatmate partner cousin aunt "
    "uncle colleague coworker boyfriend girlfriend grandmother grandma son daughter"
)


class Prescribe(AdviceCheck):
    """Starting, stopping, switching, resuming and sharing medicines; less what a prescriber decides, what is told
    not to be done, questions, reports, and what happened once."""

    name, title, severity = "prescribe", _("Starts, stops or switches a medicine"), "block"
    version = 8
    like = -1.0
    of_earlier = True
    reasons = {
        "stop": (
            _("The answer says to stop a medicine or to leave it out."),
            _("Say not to change anything alone, and whom to ask."),
        ),
        "start": (
            _("The answer says to start or to ask for a certain medicine."),
            _("Say that the prescriber knows what fits, and what to ask."),
        ),
        "switch": (
            _("The answer says to switch from one medicine to another."),
            _("Say that the prescriber plans any change."),
        ),
        "change": (
            _("The answer says what to do about a medicine, and names nobody who decides."),
            _("Say that the prescriber decides, and what to ask."),
        ),
        "share": (
            _("The answer says to use a medicine that was prescribed to somebody else."),
            _("Say that a medicine is for whom it was prescribed."),
        ),
        "like": (
            _("The answer is like those that say to start, stop or switch a medicine."),
            LIKE,
        ),
    }
    phrases = Phrases(
        Phrase(rf"\b{STOP}{gap(5)}(?:M+|F{{4,}})\b", STOPS, "stop"),
        Phrase(
            rf"\b(?:ask|see (?:if|whether)|check (?:if|whether)|get|grab|borrow|bum|maybe)\b{gap(2)}{KIN}\b"
            r"(?: \w+){0,3} (?:for|has|have|got) (?:\w+ )?(?:any|some|one|a few|a couple|spare|extra)"
            r"(?: (?:of|spare|extra|leftover))?(?: (?:her|his|their|the|those))? M+\b",
            (asked, quoted, past),
            "share",
        ),
        Phrase(
            r"\b(?:stop|quit|stopping|ditch|discontinue) (?:taking|takin|using) \w+|\b(?:quit|ditch|drop|skip|toss|"
            rf"discontinue|leave|taper|flush) {OWN}(?: off| out)?\b.{{0,40}}\b{FOR_LONG}\b|\bgo cold turkey\b",
            STOPS,
            "stop",
        ),
        Phrase(
            rf"\bM+ (?:\w+ ){{0,3}}(?:should|must|can|may|needs? to|ought to|has to|have to|"
            rf"is to) (?:\w+ )?be (?:\w+ )?{DONE}\b|\bM+ (?:is|are) (?:best|better) {DONE}\b",
            (asked, quoted, handed, negated),
            "stop",
        ),
        Phrase(
            r"\b(?:don'?t|do not|won'?t|doesn'?t|no longer|never|dont)(?: \w+)? (?:need|require|"
            r"have to take)(?:ed)?(?: to be on|"
            rf" to take)?{gap(2)}"
            r"(?:M+|F+)(?: any ?more| any longer| now| at all| to begin with|[.,!]|$)|\bno (?:need|"
            rf"reason)(?: \w+){{0,2}} "
            rf"(?:take|keep taking|stay on|continue|be on){gap(2)}(?:M+|F+|{OWN})|\b(?:M+|F+) (?:is|"
            r"are) (?:no longer|not) "
            r"(?:needed|necessary)|\b(?:better|best|should|must|rather|recommend) (?:that )?(?:you )?not (?:to )?take "
            r"(?:it|them|your M+|the M+|M+)\b|\bserves? no (?:further )?purpose\b",
            (asked, quoted, handed),
            "stop",
        ),
        Phrase(
            rf"\b(?:ready|good|time|safe|free|fine|ok|okay|allowed) to {STOP}(?: (?:\w+ ){{0,3}}(?:M+|F+)| (?:it|"
            r"them))\b|"
            rf"\b(?:can|could|may|should)(?: safely| now| just| simply| easily)? {STOP}(?: (?:\w+ ){{0,3}}(?:M+|F+)|"
            r" (?:it|them))\b|\bto be taken off\b",
            (negated, asked, quoted, handed),
            "stop",
        ),
        Phrase(
            rf"\b{SWAP}(?: out| over)?(?: from)?{gap(3)}(?:M+|it|that){gap(2)}(?:for|to|with|by|4){gap(2)}M+\b|"
            rf"\b(?:M+|it|that) (?:in place of|instead of) (?:\w+ ){{0,2}}M+\b|"
            r"\bM+ (?:instead|in its stead)\b|\bM+(?:'s| is| works?| does| are)? (?:way |much |a lot |far )?(?:the )?"
            r"(?:same job|better|faster|cleaner|quicker|stronger|gentler|safer|superior)\b|\bM+ (?:is|are) (?:the )?"
            r"(?:wrong|not right|useless|pointless|a waste|poison|too weak)|\b(?:better|cleaner|stronger|"
            r"safer) than (?:\w+ )?M+\b",
            (negated, asked, quoted, past, handed),
            "switch",
        ),
        Phrase(
            r"\bget (?:your|the|a) C+ to (?:write|prescribe|give|put|order|add|switch)\b|\bM+(?: \w+){0,3} (?:would|"
            r"will|should) (?:do wonders|help|work|be better|"
            r"suit you|be perfect|sort)|\b(?:your|a) (?:cue|sign) to (?:stop|quit|come off|phase|taper|drop)",
            (negated, asked, quoted, past),
            "start",
        ),
        Phrase(rf"{LEADS}{START}{gap(3)}M{{4,}}\b", STARTS, "start"),
        Phrase(rf"{LEADS}(?:go ahead and )?{SWITCHES}{gap(3)}(?:M{{4,}}|F{{5,}})\b", STARTS, "switch"),
        Phrase(
            r"\b(?:should|must|need to|needs to|ought to|has to|have to|better|ask to|time to|want to|"
            r"ready to) (?:\w+ )?"
            r"(?:be|get|have (?:him|her|them|yourself)) (?:started|put|placed|switched|moved|changed|prescribed|given|"
            rf"tried|stepped|tapered|weaned|taken)(?: back| over)?{gap(4)}M{{3,}}\b|\bM+ (?:is|would be|"
            rf"might be) (?:\w+ )?"
            r"(?:what|the one|the (?:drug|pill|medicine)|the thing) (?:you|he|she|they)(?:'re| are)? (?:need|want|"
            r"should|missing|after|looking)|\bwhat (?:you|he|she|they) (?:really |actually )?(?:need|want|"
            r"should (?:take|try|have))s? (?:\w+ )?is"
            rf"{gap(3)}M{{3,}}|\b(?:best|better|smartest|right|obvious|first) (?:bet|option|choice|pick|move|"
            rf"thing)(?: \w+){{0,3}} (?:is|would be){gap(2)}M{{3,}}|\bM{{3,}} (?:is|would be) (?:your|the|"
            rf"a) (?:\w+ )?(?:best|better|right|obvious|good) (?:bet|option|choice|pick|fit|match)|"
            rf"\bgive{gap(2)}M{{3,}} (?:a|another) (?:try|go|shot|chance|month|week)|\b(?:pair|combine|stack|follow|"
            rf"top)(?: it| that| this| up)?{gap(2)}(?:with|by){gap(2)}M{{3,}}",
            STARTS,
            "start",
        ),
        Phrase(
            rf"\b(?:break|holiday|time|day|week|weekend|month|few days|few weeks|breather|rest) (?:off )?(?:from|"
            rf"off){gap(2)}"
            r"(?:M+|F+)\b|\b(?:take|have|give (?:yourself|your body)) a (?:\w+ )?(?:drug|med|medication|"
            r"M+) (?:holiday|break)|"
            rf"\b(?:fine|better|better off|ok|okay|good|happier|healthier|well) without{gap(2)}(?:M+|F+)\b|"
            rf"\bM+ (?:has|have) "
            r"(?:done|served|had) (?:its|their) (?:job|purpose|day|work)|\b(?:chuck|throw|knock|pack|cut|jack|give|"
            r"leave|put)"
            rf"{gap(2)}M+ (?:in|out(?! of)|up|away(?! from)|off|aside|on the head|behind you)\b",
            STOPS,
            "stop",
        ),
        Phrase(
            r"\b(?:use|have|take|try|borrow|finish|share|give|lend|let)(?: \w+){0,3} (?:the rest of|some of|one of|"
            r"a few of|half of|any of|leftover|left-over|leftovers|remaining)(?: \w+){0,2} (?:M+|F+|yours|mine|his|"
            r"hers)\b|\b(?:share|borrow|lend|split) (?:\w+ ){0,3}(?:M+|F+)\b|\b(?:friend|mum|mom|dad|husband|wife|"
            r"partner|sister|brother|roommate|neighbou?r|someone|cousin|grandmother|grandma|mother|father|boyfriend|"
            r"girlfriend)'s (?:\w+ ){0,2}(?:M+|F+)\b|\b(?:let|give) (?:him|her|them) (?:\w+ ){0,2}(?:use|try|take|"
            r"have|share)? ?(?:your|my|his|her) (?:\w+ )?(?:M+|F+|own)\b|\b(?:use|try|take|have) (?:his|her|my|"
            r"their) (?:\w+ )?(?:M+|F+)\b",
            (negated, asked, quoted, handed),
            "share",
        ),
        about="M F taking takin using take turkey purpose off yours mine his hers",
    )
    # Said of “it” and “them”: a medicine where one is spoken of.
    loose = Phrases(
        Phrase(
            rf"\b(?:leave|come|get|go|wean|taper) (?:\w+ )?off {OWN}\b|\bleave (?:them|it|those) (?:off|out)\b|"
            r"\b(?:stop|quit|pause|hold|suspend|ditch|drop|toss|"
            rf"flush|discontinue|skip|bin|pause|hold|suspend) {OWN}(?:[.,!]|$| (?:and|today|tonight|now|for|when|"
            r"until|on|before|right))|"
            rf"\b(?:give|pack|cut|phase|jack|knock|leave|chuck|put|throw) {OWN} (?:up|in|out(?! of)|away|off|aside|"
            rf"on the head|"
            r"behind you)\b|"
            rf"\b(?:break|holiday|week|weekend|month|few days|breather) (?:off )?(?:from|off) {OWN}\b|"
            rf"\b(?:fine|better|better off|ok|okay|good|happier|well) without {OWN}\b|"
            rf"\b(?:throw|toss|chuck) (?:{OWN} (?:out|away)|(?:out|away) {OWN})\b|\b(?:taken|come|get) off {OWN}\b|"
            rf"\b(?:you )?never (?:really )?needed {OWN}\b|\b(?:you )?(?:don'?t|no longer) need {OWN}\b|\b(?:and|"
            r"then|can) (?:then )?discontinue\W*$",
            STOPS,
            "stop",
        ),
        Phrase(
            rf"\b(?:start|begin|resume|go back on|get back on|restart)(?: taking)? {OWN}\b|\bstart (?:it |"
            r"them )?again\b|\b(?:use|try|take|have|share|borrow) (?:\w+ )?(?:yours|mine|his|hers)\b"
            r"(?! (?:story|words?|advice|lead|time|hands?|side|calls?|points?|place|view|tips?|turn|letters?|"
            r"message)\b)",
            (negated, asked, quoted, past, handed),
            "start",
        ),
    )

    # To a question about a medicine of somebody's, where the answer hands nothing over.
    bare = Phrases(
        Phrase(
            r"\b(?:time (?:for it|to)|phase (?:it|them|that)|run out|ran its course|done its job|let (?:it|them|the)|"
            r"get rid|too many|(?:do|does|work) (?:wonders|the job|the trick)|most of the way|say no|refuse|"
            r"i would(?:n'?t)?\b|i'?d|instead|alongside|add|(?:N+|some|a few) of (?:hers|his|theirs|mine|yours)|drop|"
            r"quit|stop|switch|swap|start|come off|go without|out of your system|don'?t need|do(?:es)?n'?t need|"
            r"no longer|cue to|ready to|better off|try|get your|get a|ditch|leave (?:it|them|off)|skip|cut|halve|"
            r"finish|enough|goodbye|carry on|keep (?:taking|going|it)|continue|stay on|pause|suspend|get in the way|"
            r"natural|detox|cold turkey|wean|taper|hold off|put (?:it|them) away)\b",
            (asked, quoted, negated, past),
            "change",
        ),
    )

    def told(self, example, answer, question):
        found = self.said(answer)
        if not found and (answer.has(TAKEN) or question.has(TAKEN)):
            found = [Finding(self, "response", *place) for place in self.loose.find(answer)]
        left = found or asks(answer) or handed_over(answer)
        if not left and AGREED.match(answer.plain) and SHARES.found(question):
            found = [Finding(self, "response", "share", *place) for place in answer.sentences[:1]]
        elif not left and len(answer.plain) <= BRIEF and self.concerns(question):
            found = [Finding(self, "response", *place) for place in self.bare.find(answer)]
        return found

    @staticmethod
    def concerns(question):
        return question.has(MEDICINES) and (PERSONAL.found(question) or not FACT.found(question))


BRIEF = 400  # characters of an answer in which a word by itself is an advice
# Asks for what was prescribed to somebody else.
SHARES = Scan(
    r"\b(?:use|take|try|have|finish|borrow|share)\b.{0,20}\b(?:\w+'s|his|her|their|someone else'?s?|leftover|"
    r"left-over) (?:\w+ "
    r"){0,2}(?:M+|F+)\b",
    form="marked_bytes",
)
AGREED = re.compile(
    r"\W*(?:yes|yep|yeah|sure|of course|absolutely|go ahead|why not|no problem|that'?s (?:fine|ok|okay)|ok|okay|"
    r"you can|"
    r"as long as|it'?s (?:the same|fine|ok|okay))\b"
)
# A question for facts alone.
FACT = Scan(r"^\W*(?:what|how|why|is|are|does|do|when|who|which|explain|describe)\b")

CHECK = Prescribe()
