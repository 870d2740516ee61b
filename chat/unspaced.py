"""What a question asks in scripts that put no spaces between words, or that end words with particles (Korean)."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from chat.tokens import ALONE, CLUSTER, HAN, HANGUL, HIRAGANA, KATAKANA, UNSPACED, coded, normal

PATH = Path(__file__).parent / "data" / "asked_without_spaces.txt"
RUN = re.compile(rf"\w(?<=[{UNSPACED}])[{UNSPACED}]*")
KOREAN = re.compile(rf"[{HANGUL}]+")
# Of Japanese, what is written in Chinese characters or katakana says what is asked; hiragana mostly how.
STRETCH = re.compile(rf"[{HAN}]+|[{KATAKANA}]+|[{HANGUL}]+|[^{HAN}{KATAKANA}{HANGUL}{HIRAGANA}]+")
SOFT = re.compile(rf"[{HIRAGANA}]{{2,}}")


@cache
def sayings():
    """Return (a pattern of what says nothing in scripts without spaces, Korean words that say nothing, Korean ends)."""
    lines = [line for line in PATH.read_text("utf-8").splitlines() if not line.startswith("#")]
    words = [normal(word) for line in lines for word in line.split()]
    korean = {word for word in words if KOREAN.fullmatch(word)}
    ends = sorted((word[1:] for word in words if word.startswith("-")), key=len, reverse=True)
    others = sorted((word for word in words if word not in korean and word[0] != "-"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, others))), korean, ends


def parted(question):
    """Return (the question without what is in these scripts, the runs of characters in them that ask something)."""
    question = normal(question)
    if not RUN.search(question):
        return question, []
    cut, korean, _ends = sayings()
    runs = []
    for run in RUN.findall(question):
        if run not in korean:
            runs += [root(run)] if KOREAN.fullmatch(run) else cut.split(run)
    hard = [stretch for run in runs for stretch in STRETCH.findall(run)]
    return RUN.sub(" ", question), hard or [stretch for run in runs for stretch in SOFT.findall(run)]


def root(word):
    """Return a Korean word without its particle."""
    for end in sayings()[2]:
        if word.endswith(end) and len(word) > len(end):
            return word[: -len(end)]
    return word


def pairs_of(runs):
    """Yield (token, tokens beside it) once for each pair of characters of these runs, or for a character that stands
    alone and may be a word."""
    seen = set()
    for run in runs:
        clusters = CLUSTER.findall(run)
        two = [coded(one + other) for one, other in pairwise(clusters)]
        if len(clusters) == 1 and ALONE.match(run):
            two = [coded(run)]
        for place, pair in enumerate(two):
            if pair not in seen:
                seen.add(pair)
                yield pair, (two[place - 1], two[place + 1]) if 0 < place < len(two) - 1 else ()
