"""One reading of a text that all checks of words share: in lower case, its words, its sentences, its kinds marked."""

import re
from functools import cached_property, lru_cache

import re2

from examples.medicines import kind_of
from examples.triggers import BITS

# No trainer keeps more than about 8,000 characters; what is beyond is not read, so that no text takes long.
LONGEST = 20_000
SENTENCE = 400
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
END = re.compile(r"[.!?…]{1,9}[\"')”»*_]{0,3}\s|\n|;\s")
SHORT = ("dr.", "st.", "mr.", "mrs.", "ms.", "vs.", "e.g.", "i.e.", "no.", "approx.")
# Counted gaps as they stand in patterns: “.{0,70}”, “(?:\w+ ){0,3}”, and those of checks._phrases.gap.
NEAR = re.compile(
    r"\.\{0,\d+\}\??|\(\?:(?:\\w\+ | \\w\+)\)\{0,\d+\}\??|"
    r"\(\?:\[ [^\]]*\]\{1,3\}\[\^\\W_\]\+\(\?:[^)]*\)\?\)\{0,\d+\}\?\[ [^\]]*\]\{1,3\}"
)
LOOKED = re.compile(r"\(\?<?!(?:[^()\\]|\\.|\([^()]*\))*\)")
# What stands between words of ASCII.
BETWEEN = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalpha() and chr(code) not in "'-"})


class Reading:
    """Of one text. Positions in `plain` and `marked` are those in the text."""

    def __init__(self, text):
        self.plain = _plain(text[:LONGEST])
        if self.plain.isascii():
            self.words = set(self.plain.translate(BETWEEN).replace(" '", "  ").replace("' ", "  ").split())
        else:
            self.words = set(WORD.findall(self.plain))
        self.known = [(word, kind) for word in self.words if (kind := kind_of(word))]
        # With the kinds among them, as capital letters: a set that a check compares its own words with.
        self.words.update(kind for _, kind in self.known)

    @cached_property
    def marked(self):
        """The text with every letter of a word of a kind replaced by the letter of the kind."""
        plain, pieces, done = self.plain, [], 0
        for start, end, kind in sorted(self._places()):
            if start >= done:
                pieces += (plain[done:start], kind * (end - start))
                done = end
        return "".join([*pieces, plain[done:]])

    def _places(self):
        plain = self.plain
        for word, kind in self.known:
            start = plain.find(word)
            while start >= 0:
                end = start + len(word)
                if not _joins(plain[start - 1 : start]) and not _joins(plain[end : end + 1]):
                    yield start, end, kind
                start = plain.find(word, end)

    @cached_property
    def hints(self):
        """{Triggers: [(start, end of a sentence, numbers of the patterns that may match in it)]}"""
        plain, hints = self.plain, {}
        for start, end in self.sentences:
            for triggers, numbers in BITS.found(BITS.mask(plain[start:end].split(), marked_ways)).items():
                hints.setdefault(triggers, []).append((start, end, sorted(numbers)))
        return hints

    @cached_property
    def bytes(self):
        return self.plain.encode(errors="replace")

    @cached_property
    def marked_bytes(self):
        return self.marked.encode(errors="replace")

    @cached_property
    def sentences(self):
        """[(start, end)], none longer than SENTENCE."""
        found, start = [], 0
        for match in END.finditer(self.plain):
            if self.plain.startswith(SHORT, max(start, self.plain.rfind(" ", start, match.start()) + 1)):
                continue
            found += _pieces(self.plain, start, match.end())
            start = match.end()
        return found + list(_pieces(self.plain, start, len(self.plain)))


class Scan:
    """Which of many patterns are in a text, in one pass that is linear in its length (RE2). It has no looking ahead or
    behind and counts slowly: so these are left out, “near” becomes “later”, and it finds a little more than they do.
    Read against plain text, or against text in which kinds are `marked`."""

    def __init__(self, *patterns, marked=False):
        self.marked, self._set = marked, re2.Set.SearchSet()
        for pattern in patterns:
            self._set.Add(NEAR.sub(".*", LOOKED.sub("", pattern)))
        self._set.Compile()

    def found(self, reading):
        """Return the numbers of the patterns that may be in the text of a Reading, in order."""
        return sorted(self._set.Match(reading.marked_bytes if self.marked else reading.bytes) or ())

    def may_match(self, text):
        """Whether any of them may be in a text."""
        return bool(self._set.Match(text.encode(errors="replace")))


def words(text):
    """Return the words of a list that is written with spaces between them, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=8)
def read(text):
    """Return the Reading of a text. Checks that come one after another ask for the same few."""
    return Reading(text)


def marked_ways(token):
    """Return how a token in lower case may stand in a marked text."""
    ways = {WORD.sub(_kind, token), PART.sub(_kind, token)}
    return ways - {token}


def _kind(match):
    kind = kind_of(match[0])
    return kind * len(match[0]) if kind else match[0]


def _plain(text):
    """The text in lower case with straight quotes, and as long as before: “İ” in lower case would be two."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _joins(letter):
    """Whether a character makes what stands beside it a part of a longer word."""
    return letter.isalpha() or letter == "-"


def _pieces(text, start, end):
    while end - start > SENTENCE:
        cut = text.rfind(" ", start + SENTENCE // 2, start + SENTENCE) + 1 or start + SENTENCE
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
