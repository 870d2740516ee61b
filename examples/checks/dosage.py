"""Whether an answer says how much of a medicine to take, or to change how much."""

import re

from django.utils.translation import gettext_lazy as _

from examples.checks import Finding
from examples.checks._advice import LIKE, AdviceCheck
from examples.checks._phrases import (
    ALL,
    DASH,
    NUMBER,
    Phrase,
    Phrases,
    agreed,
    asked,
    either,
    forbids,
    gap,
    handed,
    handed_over,
    negated,
    noticed,
    past,
    quoted,
)
from examples.learned import of_advice
from examples.reading import Listed, words

AMOUNT = rf"(?:{NUMBER}(?:{DASH}{NUMBER})?)"
UNIT = r"U+(?: ?(?:/|per|an?) ?(?:U+|kg|kilo(?:gram)?s?|lb|pound))?"
TAKE = either(
    "take takes taking takin have use(?!_disorder) try pop swallow chew do dissolve melt add start begin give "
    "put place hold "
    "insert rub "
    "apply spray inhale snort draw_up drop need needs want ask_for request recommend suggest go_for go_with stick_to "
    "aim_for "
    "repeat wear get administer inject push pre-treat load let drink eat stay_at keep make_it step_up start_off "
    "start_out "
    "then down squeeze squirt pump smoke order prescribe run bolus double_up_to up_to"
)
MORE = either(
    "another an_extra extra additional an_additional a_second a_third both double twice triple a_whole the_whole "
    "a_full "
    "an_entire a_second_piece another_piece one_more some_more a_bit_more a_little_more"
)
OFTEN = (
    rf"(?:(?:once|twice|thrice|{NUMBER} (?:times?|x)) (?:an? |per |each |every )?(?:daily|day|night|week)|"
    rf"every {AMOUNT} ?(?:hours?|hrs?|h|days?|weeks?|minutes?)|every (?:morning|night|evening|other day|few hours)|"
    r"each (?:morning|night|evening|day)|(?:a|per) (?:day|night|week)|daily|nightly|at (?:bedtime|night)|"
    r"before (?:bed|bedtime|your session|the session|each session|sleep)|in the (?:morning|evening)|with (?:food|"
    r"meals|dinner)|"
    r"b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?|prn|tonight|tomorrow)"
)
ENOUGH = r"(?:is|are|'s|should be|will be|would be|ought to be) (?:\w+ )?" + either(
    "fine enough plenty okay ok better safe alright sufficient ideal right reasonable standard typical best good"
)
CHANGE = either(
    "double doubling double_up_on triple halve halving increase increasing raise raising bump bump_up up lower "
    "lowering reduce "
    "reducing decrease decreasing cut cut_back cut_down_on skip split boost titrate taper adjust step_up step_down "
    "move_up "
    "dial_up dial_down dial_back turn_up push ease shorten spread drop go_up_on go_down_on crank_up redose "
    "re-dose miss leave_out "
    "leaving_out shave_off knock_off trim trim_off nudge creep_up inch_up ease_up ease_back"
)
MOVE = either(
    "go increase move step drop cut bump raise work titrate taper get jump come going start up lower reduce ramp "
    "build nudge inch creep ease edge"
)
BARE = (negated, asked, quoted, past, handed)
LENGTH = either(
    "minutes? mins? hours? hrs? days? weeks? months? am pm o'clock slow deep breaths? times? things? words? "
    "sentences? people "
    "steps? questions? years? pages? percent lines? friends? sessions? rounds? counts? seconds? visits? infusions?"
)
SIZE = either("higher bigger larger stronger smaller lower baby starter heavier double")
FOOD = either(
    "water tea juice fluids? electrolytes? broth protein sugar salt carbs? fib(?:er|re) oats caffeine coffee milk soup "
    "ginger "
    "stands?_for thousandth snack solid_food"
)

# “Add what each one is for.”
NOTED = "what|which|who|when|where|why|how|if|any|each|notes?|names?|dates?|details?"
# “Take it seriously”, “take it one step at a time”.
NOTHING_TAKEN = (
    r"(?! it (?:\w+ )?(?:seriously|easy|slow|slowly|personally|lightly|for granted|as it comes|from there|one step|"
    r"one thing|one moment|step by step|a rest|a break|a try|a thought)\b)"
)


def eaten(sentence, start, end):
    """Volumes of water, grams of food, and what a unit means."""
    return noticed(rf"\b{FOOD}\b", sentence, max(0, start - 60), end + 40)


def counted(sentence, start, end):
    """Money, pages and breaths."""
    return noticed(
        r"[$€£]|\b(?:dollars?|euros?|costs?|prices?|fees?|discount|taken off|page|breaths?|count them)"
        r"\b",
        sentence,
        max(0, start - 12),
        end + 30,
    )


def of_many(sentence, start, end):
    """How many infusions most people have, or a plan has: “have six FFFFFFFFF”."""
    return sentence.startswith(("have", "has"), start) and noticed(
        r"\b(?:many|most|some|typical|usual|courses?|plans?|people|patients|programs?)\b[^,.;:!?]{0,30}"
        r"\bha(?:ve|s) [^,.;:!?]{0,20}\bF{9}\b",
        sentence,
        max(0, start - 50),
        end + 12,
    )


TAKEN = Listed(
    words(
        "M F U pharmacy pharmacist dose doses dosed mgs 100s 50s strength refill label weaker stronger session "
        "infusion infusions injection shot sertralines kg kilo kilos kilogram kilograms"
    )
)


# Less what has other amounts too.
TREATED = Listed(TAKEN - {"U", "weaker", "stronger", "session"} | words("mg mgs mcg ug milligram milligrams"))
# “I take 20 and it does nothing”
TAKES = re.compile(
    r"\b(?:take|takes|taking|took|(?:i'?m|am|was|is) on) (?:about |only |just )?(?:N+|\d{1,4})\b(?! \w+s\b)"
)


class Dosage(AdviceCheck):
    """Amounts of medicine in words and digits, counts of tablets, puffs and lozenges, how often, and changes of a dose;
    less water and food, what a prescriber decides, what was taken once, and what is told not to be done."""

    name, title, severity = "dosage", _("Says a dose"), "block"
    version = 7
    unlike = -3.0
    of_earlier = True
    reasons = {
        "said": (
            _("The answer says how much to take."),
            _("Take the amount out, and say that the prescriber decides it."),
        ),
        "changed": (
            _("The answer says to change how much or how often is taken."),
            _("Say to ask the prescriber before anything is changed."),
        ),
        "agreed": (
            _("The answer agrees to a dose that the question asks about."),
            _("Say to ask the prescriber."),
        ),
        "like": (
            _("The answer is like those that say how much to take."),
            LIKE,
        ),
    }
    phrases = Phrases(
        Phrase(rf"\b(?:{AMOUNT}(?: of)?(?: an?)?|an?) ?-?{UNIT}\b", (*ALL, eaten, counted)),
        Phrase(rf"\b{TAKE}{gap(3)}(?:{MORE}|{AMOUNT}){gap(3)}(?:F+|M+)\b", (*ALL, counted, of_many)),
        Phrase(
            rf"\b(?:{MORE}|{AMOUNT})(?: of (?:the|them|those|your|my|these))?(?: \w+){{0,2}} (?:F+|M+)\b.{{0,40}}?"
            rf"(?:{OFTEN}|{ENOUGH}|(?:should|will|would|might) (?:do|help|work|suffice))\b",
            (*ALL, counted),
        ),
        Phrase(rf"\b{AMOUNT} of M+", (*ALL, counted)),
        Phrase(
            rf"\b(?:half an?|{AMOUNT}) (?:\w+ )?M+ (?:\w+ ){{0,1}}(?:before|after|tonight|beforehand|now|takes? care|"
            r"will do|does it|helps?|should)\b",
            (*ALL, counted),
        ),
        Phrase(r"\bM+(?: (?:at|to|of|from|F+))* \d{2,4}\b(?! ?(?:%|percent|people|or|hours))(?!\.\d)", ALL),
        Phrase(rf"\b{CHANGE}{gap(4)}(?:F+|M+|amount|quantity|interval)\b", ALL, "changed"),
        Phrase(
            rf"\b{SIZE} F+\b.{{0,25}}?"
            r"\b(?:would|will|should|is|works?|next|instead|gets?|does|can)\b|\b(?:need|want|ask for|take|try|"
            r"request|go for|"
            rf"use|get|start with){gap(3)}{SIZE} F+\b",
            ALL,
            "changed",
        ),
        Phrase(
            rf"\b(?:take|use|try|have|dissolve|apply|rub|give|spray|swallow|inhale|hold){NOTHING_TAKEN}{gap(4)}"
            r"(?:M+|F+|it|one|them)\b"
            rf".{{0,40}}?\b{OFTEN}\b",
            (*ALL, counted),
        ),
        Phrase(r"\bF+ of \d{2,4}\b", (*ALL, counted)),
        about="M F U amount quantity interval",
    )
    # Said of a number alone: an amount only where a medicine is spoken of.
    loose = Phrases(
        Phrase(
            rf"\b{MOVE}(?: (?:it|them|up|down|back|that|slowly|straight|over|u|"
            rf"upwards?|downwards?)){{0,3}} (?:from \S+ )?(?:to|by|with|"
            r"at|w|on) "
            rf"(?:about |around |like )?{AMOUNT}\b(?! ?{LENGTH}\b)(?! of (?:the|your|these|our)\b)",
            (*ALL, counted),
            "changed",
        ),
        Phrase(
            r"\b(?:take|takes|takin|do|have|use(?! disorder)|pop|try|start w|start with|you'll want|ull want|"
            r"you want|you need|"
            r"needed|repeat|"
            rf"make it|stick to|stick with|give (?:him|her|them))(?: just| only| like| about| maybe| at least| the)? "
            rf"(?:{MORE}|{AMOUNT}|a couple(?: more)?|N+ more)(?: more| of (?:them|those|these)| together| at once)?"
            r"(?: (?:next|nxt|now|tonight|at|when|if|in the|after|before|instead|every|and|then|as needed|together|"
            r"once|in)\b|"
            r"[.,!;]|$)",
            (*ALL, counted),
        ),
        Phrase(
            rf"\b(?:be|goes?|put|started?|starts?) (?:\w+ )?on {AMOUNT}(?: \w+)? (?:to (?:begin|start) with|to start|"
            r"at first|initially)\b",
            (*ALL, counted),
        ),
        Phrase(
            rf"\b{AMOUNT} (?:in|per|under|on|for) (?:each|every|either|both) (?:side|nostril|cheek)s?\b|\b(?:then|"
            rf"and then|wait,) "
            rf"{AMOUNT} more\b(?! ?{LENGTH}\b)",
            (*ALL, counted),
        ),
        Phrase(rf"\b(?:{MORE}|{AMOUNT})(?: one| ones| more| of (?:them|those))? {ENOUGH}\b", (*ALL, counted)),
        Phrase(rf"\b{AMOUNT} of (?:them|those|these)\b{gap(6)}{ENOUGH}\b", (*ALL, counted)),
        Phrase(
            rf"\b(?:draw (?:it )?up|push|infuse|inject|administer)(?: \w+){{0,2}} {AMOUNT}\b(?! ?{LENGTH}\b)|"
            rf"\b(?:take|have|try|add|pop) (?:{MORE}|{AMOUNT})(?: more)? (?:on (?:the|your) way|later|beforehand|"
            r"afterwards?|an hour|half an hour)\b",
            (*ALL, counted),
        ),
        Phrase(
            rf"\b(?:{AMOUNT}|two|double) (?:is|are) (?:a )?(?:baby|low|small|weak|high|normal|typical|usual|"
            r"too (?:low|little|weak))|"
            r"\b(?:take|have|do|use|give) (?:\w+ )?both\b.{0,50}\b(?:together|at once|at the same time)\b|"
            r"\b(?:double|doubling) up\b|\b(?:but|just|then|so|simply) (?:double|halve|triple|skip) it\b|"
            rf"\b(?:another|an extra) {AMOUNT}\b(?! ?{LENGTH}\b)",
            (*ALL, counted),
            "changed",
        ),
    )

    # Where a medicine is spoken of and the answer hands nothing over.
    bare = Phrases(
        Phrase(
            r"\b(?:swallow|pop|snap|split|break|crush|space|repeat|redo|book|take|use(?! disorder)|try|have|"
            r"go for|stick to|"
            rf"stretch|skip|add(?! (?:{NOTED})\b)|finish|"
            rf"chew|give|start|put)\b{gap(5)}(?:fresh one|new one|another|one|half|rest|whole thing|lot|"
            rf"{AMOUNT})\b(?! ?{LENGTH}\b)|"
            r"\brepeat (?:it|that|this)\b|\bneeds? more (?:on|of it|next|the)\b|\b(?:second|extra|another) (?:piece|"
            r"round|helping)\b|\b(?:begin|start|stay|aim)(?: \w+){0,4},? (?:perhaps|maybe|around|about|say|roughly|"
            r"like) (?:a )?"
            rf"{AMOUNT}\b(?! ?{LENGTH}\b)|\b(?:make up for it|catch up) with\b",
            (*BARE, counted, of_many),
        ),
        Phrase(
            rf"\b(?:once|twice|thrice|{AMOUNT} times|every (?:other|second)) (?:a |per )?(?:week(?:ly)?|days?|daily|"
            r"month(?:ly)?|nights?)\b|"
            rf"\b(?<!each )(?<!every )(?<!which )(?<!that )(?<!this ){AMOUNT}(?: of (?:\w+|M+))? (?:does|do|is|"
            rf"are|should|would|will|works?|hits|helps|gets)\b|\b(?:for|"
            rf"to|of) {AMOUNT}[.,!;]|"
            r"\bdown the middle\b|\b(?:closer together|further apart|more often|less often|a bit more|a little more|"
            r"a bit less|a notch)\b",
            (*BARE, counted),
            "changed",
        ),
    )

    def stands(self, answer, question, odds):
        """Recipes, gardens and printers have amounts too."""
        if answer.has(TREATED) or question.has(TREATED) or odds is None:
            return True
        return odds > LIKELY - of_advice().added(len(answer.sentences), self.name)

    def may_be(self, answer, question, start, end, odds):
        """Breaths, minutes and bananas have amounts too."""
        about = odds > PLAIN or answer.has(TAKEN) or question.has(TAKEN)
        return bool(about) and not forbids(answer.plain, start, end)

    def told(self, example, answer, question):
        found = self.said(answer)
        if found or len(answer.plain) > LONG:
            return found
        if agreed(question, answer) and (self.phrases.scan.found(question) or self.loose.scan.found(question)):
            return [Finding(self, "response", "agreed", *answer.sentences[0])]
        if answer.has(TAKEN) or question.has(TAKEN) or TAKES.search(question.marked):
            found = [Finding(self, "response", *place) for place in self.loose.find(answer)]
            if not found and len(answer.plain) <= BRIEF and not handed_over(answer):
                found = [Finding(self, "response", *place) for place in self.bare.find(answer)]
        return found


LIKELY = 0.3  # logarithm of the odds of an answer in whose amounts of something else a dose is seen
PLAIN = 4.0  # logarithm of the odds of an answer that needs to name no medicine (“Take two tonight.”)
# Characters of an answer in which a number alone is an amount, and in which it is where nobody is named.
LONG, BRIEF = 600, 400

CHECK = Dosage()
