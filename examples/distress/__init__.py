"""The words by which people show danger to themselves or others, and what looks like them and is not.

A sign is strong, or a cue that tells little alone: cues of several families (a means, a place, a farewell, a burden …)
together weigh as much as a strong one. Words are read in lower case; people in despair do not mind their spelling.
"""

import re
from collections import defaultdict

from examples.distress import ending, leaving, means, others, wishes
from examples.distress.harmless import SELF, everyday, harmless, long_ago
from examples.distress.lexicon import Lexicon
from examples.reading import Scan

ENOUGH = 4
MORE = 1  # what each further cue of one family adds
MOST = 20  # places of a text that are told
LEXICON = Lexicon({**ending.PHRASES, **leaving.PHRASES, **means.PHRASES, **others.PHRASES})
PATTERNS = [("said", ENOUGH, re.compile(pattern)) for pattern in wishes.PATTERNS]
PATTERNS += [(family, weight, re.compile(pattern)) for family, weight, pattern in wishes.CUES]
SCAN = Scan(*(pattern.pattern for _, _, pattern in PATTERNS))


def places(reading):
    """Return [(start, end)] of what shows danger in a Reading."""
    signs = [PATTERNS[number] for number in SCAN.found(reading.bytes)]
    signs += [(phrase.family, phrase.weight, phrase.regex) for phrase in LEXICON.possible(reading.words)]
    strong, cues = [], defaultdict(list)
    for start, end in reading.sentences if signs else ():
        sentence = reading.plain[start:end]
        for family, weight, regex in signs:
            for match in regex.finditer(sentence):
                if harmless(sentence, *match.span(), weight >= ENOUGH):
                    continue
                place = (start + match.start(), start + match.end())
                strong += [place] if weight >= ENOUGH else []
                cues[family].append((-weight, *place))
        if len(strong) >= MOST:
            break
    return sorted(set(strong)) or weighed(reading.plain, cues)


def weighed(text, cues):
    """Return the place of the weightiest of cues, where together they weigh ENOUGH."""
    total = sum(weight_of(found) for found in cues.values()) - (3 if everyday(text) else 0)
    if total < ENOUGH or long_ago(text) or not SELF.search(text):
        return []
    return [min(place for found in cues.values() for place in found)[1:]]


def weight_of(cues):
    """Of one family: that of the weightiest, and MORE for each that stands elsewhere, up to two."""
    ends, apart = 0, 0
    for start, end in sorted((start, end) for _, start, end in cues):
        apart, ends = (apart + 1, end) if start >= ends else (apart, max(end, ends))
    return -min(cues)[0] + MORE * min(2, apart - 1)
