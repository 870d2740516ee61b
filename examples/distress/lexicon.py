"""Lists of phrases that are read as they are written, one a line, by family and weight.

In a phrase, `a/b` is one of several words, `two_words` stand together, `word*` may have an ending, `...` is a gap within a
sentence, `word?` may be missing, `this & that` stand in one sentence, wherever, and a word in capitals is one of a class of words (examples.distress.vocabulary).
"""

import itertools
import re
from dataclasses import dataclass

from examples.distress.vocabulary import CLASSES, COMMON

ENDINGS = ("", "e", "s", "es", "d", "ed", "ing", "n", "en", "er", "y", "t")
ENDING = "(?:" + "|".join(ending for ending in ENDINGS if ending) + ")?"
BETWEEN = r"[\s,\"'*(:/–—-]{1,3}"
GAP = r"\b.{0,36}?\b"


@dataclass(frozen=True)
class Phrase:
    """One line of a list. `needed`: sets of words of each of which a text has one where the phrase is in it."""

    family: str
    weight: int
    text: str
    regex: re.Pattern
    also: tuple = ()
    needed: tuple = ()

    @classmethod
    def of(cls, family, weight, line):
        regexes, needed = zip(*map(_parsed, line.split(" & ")), strict=True)
        needed = tuple(itertools.chain(*needed))
        if not needed:
            raise ValueError(f"No word to look this phrase up by: {line}")
        return cls(family, weight, line, regexes[0], regexes[1:], needed)

    def spans(self, sentence):
        """Yield (start, end) where it stands in a sentence."""
        for match in self.regex.finditer(sentence):
            if all(regex.search(sentence) for regex in self.also):
                yield match.span()

    @property
    def keys(self):
        """The rarest of what is needed: without words that most texts have, and of few."""
        return min(self.needed, key=lambda forms: (len(forms & COMMON) > 0, len(forms)))


class Lexicon:
    """The phrases of several lists: {family: {weight: lines}}."""

    def __init__(self, lists):
        self.by_word = {}
        for family, weights in lists.items():
            for weight, lines in weights.items():
                for line in filter(None, map(str.strip, lines.splitlines())):
                    phrase = Phrase.of(family, weight, line)
                    for word in phrase.keys:
                        self.by_word.setdefault(word, []).append(phrase)

    def possible(self, words):
        """Return the phrases that a text of these words may have."""
        found = {}
        for word in self.by_word.keys() & words:
            for phrase in self.by_word[word]:
                if phrase.text not in found and not any(map(words.isdisjoint, phrase.needed)):
                    found[phrase.text] = phrase
        return list(found.values())


def _parsed(text):
    """Return the regular expression of a part of a phrase, and the sets of words that it needs."""
    pieces, needed, before = [], [], ""
    for token in text.split():
        if token == "...":
            before = GAP
            continue
        token, optional = token.removesuffix("?"), token.endswith("?")
        options = [option for name in token.split("/") for option in CLASSES.get(name, (name,))]
        regex = "(?:" + "|".join(dict.fromkeys(map(_regex, options))) + ")"
        pieces.append(f"{before}(?:{regex}{BETWEEN})?" if optional else before + regex)
        before = "" if optional else BETWEEN
        if not optional and not any(option[0] in "#.0123456789" for option in options):
            needed.append(frozenset(form for option in options for form in _forms(option)))
    return re.compile(r"\b" + "".join(pieces) + r"\b"), needed


def _regex(option):
    if option == "#":
        return r"\d+"
    return re.escape(option).replace("_", " ").replace("'", "'?").replace(r"\*", ENDING)


def _forms(option):
    """The forms of the rarest word of an option."""
    words = [word for word in option.split("_") if word not in COMMON] or option.split("_")
    word = max(words, key=len)
    return [word[:-1] + ending for ending in ENDINGS] if word.endswith("*") else {word, word.replace("'", "")}
