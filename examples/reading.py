"""One reading of a text that all checks of words share: in lower case, its words, its sentences, its kinds marked."""

import re
from functools import cached_property, lru_cache, reduce
from operator import or_

import re2

from examples.medicines import kind_of
from examples.triggers import BITS, Remembered

# No trainer keeps more than about 8,000 characters; what is beyond is not read, so that no text takes long.
LONGEST = 20_000
SENTENCE = 400
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
END = re.compile(r"[.!?…]{1,9}[\"')”»*_]{0,3}\s|\n|;\s")
SPACE = re.compile(r"(\s+)")
# No sentence ends there.
SHORT = re.compile(r"(?<![^ ])(?:dr|st|mr|mrs|ms|vs|e\.g|i\.e|no|approx)\.$")
# Counted gaps as they stand in patterns: “.{0,70}”, “(?:\w+ ){0,3}”, and those of checks._phrases.gap.
NEAR = re.compile(
    r"\.\{0,\d+\}\??|\(\?:(?:\\w\+ | \\w\+)\)\{0,\d+\}\??|"
    r"\(\?:\[ [^\]]*\]\{1,3\}\[\^\\W_\]\+\(\?:[^)]*\)\?\)\{0,\d+\}\?\[ [^\]]*\]\{1,3\}"
)
LOOKED = re.compile(r"\(\?<?!(?:[^()\\]|\\.|\([^()]*\))*\)")


class Reading:
    """Of one text. Positions in `plain` and in what `marked` returns are those in the text.

    `words` are its words, and its kinds as capital letters among them: a set that a check compares its own words with.
    """

    def __init__(self, text):
        self.plain = plain = _plain(text[:LONGEST])
        self.bytes = plain.encode(errors="replace")
        self.sentences = sentences_in(plain)
        tokens = [plain[start:end].split() for start, end in self.sentences]
        self.masks = [reduce(or_, map(MASKS.__getitem__, some), 0) for some in tokens]
        self.words = set().union(*map(KNOWN.__getitem__, {token for some in tokens for token in some}))
        self._hints, self._marked, self.scanned = {}, {}, {}

    def hints(self, triggers):
        """Yield (start, end, numbers) of the sentences in which some of the patterns of these Triggers may match."""
        family = triggers.family
        if family not in self._hints:
            found = self._hints[family] = {}
            for (start, end), mask in zip(self.sentences, self.masks, strict=True):
                for one, numbers in family.found(mask).items():
                    found.setdefault(one, []).append((start, end, sorted(numbers)))
        return self._hints[family].get(triggers, ())

    def marked(self, start=0, end=None):
        """Return the text, or one sentence of it, with every letter of a word of a kind replaced by the letter of the
        kind."""
        if start not in self._marked or end is None:
            parts = SPACE.split(self.plain[start:end])
            marked = "".join(map(MARKED.__getitem__, parts))
            if end is None:
                return marked
            self._marked[start] = marked
        return self._marked[start]

    @cached_property
    def marked_bytes(self):
        return self.marked().encode(errors="replace")


def known(token):
    """Return the words of what stands between two spaces, with the letters of their kinds."""
    found = WORD.findall(token)
    return (*found, *filter(None, map(kind_of, found)))


def marked(token):
    return WORD.sub(lambda match: (kind_of(match[0]) or "") * len(match[0]) or match[0], token)


def mask(token):
    """Return the mask of the triggers of a token, as it is and as it is marked."""
    return BITS.mask_of(token) | BITS.mask_of(MARKED[token])


KNOWN, MARKED, MASKS = Remembered(known), Remembered(marked), Remembered(mask)


def sentences_in(plain):
    """Return [(start, end)] of the sentences, none longer than SENTENCE."""
    found, start = [], 0
    for match in END.finditer(plain):
        end = match.end()
        if plain[match.start()] == "." and SHORT.search(plain, max(start, end - 9), match.start() + 1):
            continue
        if end - start > SENTENCE:
            found += _pieces(plain, start, end)
        elif not plain[start:end].isspace():
            found.append((start, end))
        start = end
    return found + list(_pieces(plain, start, len(plain)))


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
        if self not in reading.scanned:
            reading.scanned[self] = self.among(reading.marked_bytes if self.marked else reading.bytes)
        return reading.scanned[self]

    def among(self, text):
        """The same of a text in bytes."""
        return sorted(self._set.Match(text) or ())

    def may_match(self, text):
        """Whether any of them may be in a text."""
        return bool(self._set.Match(text.encode(errors="replace")))


def words_in(plain):
    """Return the words of a text in lower case, with the capital letters of its kinds among them."""
    return set().union(*map(KNOWN.__getitem__, {*plain.split()}))


def words(text):
    """Return the words of a list that is written with spaces between them, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=8)
def read(text):
    """Return the Reading of a text. Checks that come one after another ask for the same few."""
    return Reading(text)


def _plain(text):
    """The text in lower case with straight quotes, and as long as before: “İ” in lower case would be two."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _pieces(text, start, end):
    while end - start > SENTENCE:
        cut = text.rfind(" ", start + SENTENCE // 2, start + SENTENCE) + 1 or start + SENTENCE
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
