"""The words by which people show danger to themselves or others, and what looks like them and is not.

A sign is strong, or a cue that tells little alone: cues of several families (a means, a place, a farewell, a burden …)
together weigh as much as a strong one. Words are read in lower case; people in despair do not mind their spelling.
What no list has is told by how like it is to labelled rows (examples.learned).
"""

from collections import defaultdict
from functools import cache, reduce
from math import inf
from operator import or_

from examples.distress import abroad, condoning, despair, futureless, leaving, means, methods, others, wishes, wishing
from examples.distress.cues import CUES
from examples.distress.harmless import SELF, cared_for, everyday, harmless, long_ago, prevented
from examples.distress.lexicon import Lexicon, Phrase
from examples.learned import of_danger, of_leading
from examples.reading import Scan, once
from examples.vocabulary import Vocabulary

ENOUGH = 4
PLAIN = 3  # of an answer's words: plain without others
MORE = 1  # what each further cue of one family adds
MOODS = {"despair", "alone"}  # sadness alone is no danger
LONG = 300  # characters of a text in which many words come together: there the same words weigh once
MOST = 20  # places of a text that are told
# Logarithms of odds by learned weights, from which on a text counts, and below which only the plainest words do.
LIKE, UNLIKE = 0.4, -1.6
# The same of an answer; and of its question: what leads there is mostly said to who may be in danger.
LEADS, LEADS_NOT, MAY_BE_ASKED = -0.9, -2.5, -4.0
LEADS_ANYWAY = 0.0  # of an answer that refuses or names help
LISTS = (wishing, futureless, despair, leaving, means, others)
METHODS = Lexicon({**methods.PHRASES, **condoning.PHRASES}, Vocabulary())
PLAINEST = [
    Phrase(family, ENOUGH, pattern, pattern)
    for lists in (wishes.PATTERNS, abroad.PATTERNS)
    for family, each in lists.items()
    for pattern in each
]
HINTS = [Phrase(family, weight, pattern, pattern) for family, weight, pattern in CUES]
_PLAINEST, _HINTS = (Scan(*(phrase.text for phrase in phrases)) for phrases in (PLAINEST, HINTS))


@cache
def dangers():
    """Return the Lexicon of questions. It is long, and made when it is asked for: most commands do without."""
    return Lexicon({family: lists for module in LISTS for family, lists in module.PHRASES.items()}, Vocabulary())


def places(reading):
    """Return [(start, end)] of what shows danger in a Reading."""
    if not may_show(reading):
        return []  # whatever other phrases there are
    plain, found = told_by_phrases(reading)
    return found if plain else decided(found, of_danger().judged(reading), UNLIKE, LIKE)


def may_show(reading):
    """Whether a Reading is not so unlike danger that nothing but the plainest words would show it."""
    odds = of_danger().odds(reading)
    return odds is None or odds > UNLIKE or bool(_PLAINEST.found(reading))


def may_show_in(readings):
    """Return whether each of several judged Readings may, as a list."""
    [odds] = of_danger().odds_of_all(readings)
    unlike = (odds <= UNLIKE) & (odds != -inf)
    found = iter(
        _PLAINEST.found_in([reading for reading, is_it in zip(readings, unlike.tolist(), strict=True) if is_it])
    )
    return [not is_it or bool(next(found)) for is_it in unlike.tolist()]


def may_lead_in(answers, questions):
    """Return whether each of several judged answers may lead there, as a list."""
    [odds] = of_leading().odds_of_all(answers, questions)
    return ((odds > LEADS_NOT) | (odds == -inf)).tolist()


def only_like(reading):
    """Whether no phrase shows danger in a Reading, and `places` are those that are like it."""
    return not told_by_phrases(reading)[1]


def judge(questions, answers=()):
    """Have the odds of the Readings of some questions and of the answers to them at hand, of all in one go."""
    of_danger().judge(questions)
    if answers:
        of_leading().judge_questions(questions)
        of_leading().judge(answers)


def may_lead(answer, question):
    """Whether an answer is not so unlike those that lead there that phrases in it count for nothing."""
    odds = of_leading().odds(answer, question)
    return odds is None or odds > LEADS_NOT


def leading(answer, question, found):
    """Return [(start, end)] of what leads somebody to hurt themselves in an answer: what phrases `found`, unless the
    whole is unlike it, or else the sentences that are most like it."""
    asked = of_danger().odds(question)
    if not found and asked is not None and asked <= MAY_BE_ASKED:
        return []
    return decided(found, of_leading().judged(answer, question), LEADS_NOT, LEADS)


def decided(found, judged, unlike, like):
    """Return what phrases `found` if the odds are greater than `unlike`, or where they found nothing, the place of the
    odds if these are greater than `like`. Where nothing could be judged, the phrases alone count."""
    if judged is None:
        return found
    odds, *place = judged
    if found:
        return found if odds > unlike else []
    return [tuple(place)] if odds > like else []


def leads_anyway(answer, question):
    """Whether an answer is so like those that lead somebody there that a word of refusal or of help changes nothing; it
    is asked where the question is not quite unlike danger."""
    asked = of_danger().odds(question)
    if asked is not None and asked <= UNLIKE:
        return False
    odds = of_leading().odds(answer, question)
    return odds is not None and odds > LEADS_ANYWAY


@once
def told_by_phrases(reading):
    """Return whether some of the phrases are as plain as can be, and [(start, end)] of those that show danger."""
    plainest = [PLAINEST[number] for number in _PLAINEST.found(reading)]
    patterns = plainest + [HINTS[number] for number in _HINTS.found(reading)]
    lexicon = dangers()
    masks = reading.masks_by(lexicon.vocabulary)
    phrases = lexicon.possible(reduce(or_, masks, 0))
    plain, strong, cues = False, [], defaultdict(list)
    for (start, end), mask in zip(reading.sentences, masks, strict=True) if patterns or phrases else ():
        sentence = reading.plain[start:end]
        for phrase in [*patterns, *(lexicon.possible(mask) if phrases else ())]:
            for first, last in phrase.spans(sentence):
                if not harmless(sentence, first, last, phrase):
                    place = (start + first, start + last)
                    plain = plain or phrase in plainest
                    strong += [place] if phrase.weight >= ENOUGH else []
                    cues[phrase.family].append((-phrase.weight, *place))
        if len(strong) >= MOST:
            break
    return plain, joined(strong)[:MOST] or weighed(reading.plain, cues)


def joined(spans):
    """Those that overlap as one."""
    found = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def told(reading, enough, condoned=True):
    """Yield (start, end) of the weightiest words where an answer tells a way to die or to hurt oneself, or leads there,
    by one plain phrase, or by several of a sentence and the one before it that weigh as much together. Without
    `condoned`, what ordinary answers say of other things (it is your choice) is left out."""

    def possible(mask):
        return [
            phrase
            for phrase in METHODS.possible(mask)
            if condoned or phrase.weight >= ENOUGH or phrase.family not in condoning.PHRASES
        ]

    masks = reading.masks_by(METHODS.vocabulary)
    phrases = possible(reduce(or_, masks, 0))
    if not may_weigh(phrases, enough):
        return
    rarest = METHODS.rarest(phrases)
    may_be = [possible(mask) if mask & rarest else [] for mask in masks]
    before = {}
    for (start, end), found, *beside in zip(reading.sentences, may_be, [[], *may_be], [*may_be[1:], []], strict=False):
        if not (found and any(may_weigh(found + others, enough) for others in beside)):
            before = {}
            continue
        sentence = reading.plain[start:end]
        cues = cues_in(sentence, start, found)
        cues = {} if cues and cared_for(sentence) else cues
        both = {family: before.get(family, []) + cues.get(family, []) for family in {**before, **cues}}
        plain = any(-min(places)[0] >= PLAIN for places in cues.values()) or len(both.keys() - {"timing"}) > 1
        if cues and plain and sum(map(weight_of, both.values())) >= enough:
            yield min(place for places in cues.values() for place in places)[1:]
            cues = {}
        before = cues


def may_weigh(phrases, enough):
    """Whether phrases weigh enough, were they all in one sentence."""
    families = {phrase.family: phrase.weight for phrase in sorted(phrases, key=lambda phrase: phrase.weight)}
    heavy = any(weight >= PLAIN for weight in families.values()) or len(families.keys() - {"timing"}) > 1
    return heavy and sum(families.values()) + 2 * MORE * len(families) >= enough


def cues_in(sentence, offset, phrases):
    cues = defaultdict(list)
    for phrase in phrases:
        for first, last in phrase.spans(sentence):
            if not prevented(sentence, first):
                cues[phrase.family].append((-phrase.weight, offset + first, offset + last))
    return cues


def weighed(text, cues):
    """Return the place of the weightiest of cues, where together they weigh ENOUGH."""
    cues = apart(cues) if len(text) > LONG else cues
    total = sum(map(weight_of, cues.values()))
    if (
        total < ENOUGH
        or cues.keys() <= MOODS
        or (total == ENOUGH and len(cues) == 2 and max(map(weight_of, cues.values())) < 3)
        or not SELF.search(text)
        or long_ago(text)
        or (total < 2 * ENOUGH and everyday(text))
    ):
        return []
    return [min(place for found in cues.values() for place in found)[1:]]


def apart(cues):
    """The cues without those whose words a weightier one of another family has already."""
    kept, taken = defaultdict(list), []
    some = ((*place, family) for family, places in cues.items() for place in sorted(places)[:MOST])
    for weight, start, end, family in sorted(some):
        if not any(start < last and first < end and other != family for first, last, other in taken):
            taken.append((start, end, family))
            kept[family].append((weight, start, end))
    return kept


def weight_of(cues):
    """Of one family: that of the weightiest, and MORE for each that stands elsewhere, up to two."""
    ends, apart = 0, 0
    for start, end in sorted((start, end) for _, start, end in cues):
        apart, ends = (apart + 1, end) if start >= ends else (apart, max(end, ends))
    return -min(cues)[0] + MORE * min(2, apart - 1)
