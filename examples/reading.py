"""One reading of a text that all checks of words share: in lower case, its words, its sentences, its kinds marked."""

import re
import unicodedata
from functools import reduce, wraps
from itertools import chain
from operator import or_

import re2
from django.utils.functional import cached_property

from examples.letters import lower_case, shown, unwrapped
from examples.medicines import kind_of
from examples.sentences import sentences_in_all
from examples.tokens import tokens_in_all
from examples.vocabulary import LONGEST, SHARED, Few, Remembered

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# Counted gaps as they stand in patterns: “.{0,70}”, “(?:\w+ ){0,3}”, and those of checks._phrases.gap.
NEAR = re.compile(
    r"\.\{0,\d+\}\??|\(\?:(?:\\w\+ | \\w\+)\)\{0,\d+\}\??|"
    r"\(\?:\[ [^\]]*\]\{1,3\}\[\^\\W_\]\+\(\?:[^)]*\)\?\)\{0,\d+\}\?\[ [^\]]*\]\{1,3\}"
)
# Bytes that RE2 may keep of states; where they do not suffice it begins anew again and again, and is ten times as slow.
MEMORY = 24 << 20
ACCENTED, ACCENT = re.compile("[À-ɏḀ-ỿ\u0300-\u036f]"), re.compile("[\u0300-\u036f]")
# What is a space to `re` and none to RE2, and where it stands: alone, or in a set of letters.
SPACES = r"\s\x0b\x1c-\x1f\x{85}\x{2028}\x{2029}"
SPACE = re.compile(r"\\s|(\[\^?\]?(?:\\.|[^\]\\])*\])|\\.")
LOOKED = re.compile(r"\(\?<?!(?:[^()\\]|\\.|\([^()]*\))*\)")


class Reading:
    """Of one text. Positions in `plain` and in `marked` are those in the text.

    `marked` has every letter of a word of a kind replaced by the letter of the kind. `mask` tells of which Listed words
    some are there. `sentences` are [(start, end)], `last_tokens` the places of their last tokens, None where one may
    end within a token. `scanned` is what was found in it, by whoever looked.
    """

    def __init__(self, text, tokens):
        self.plain, self.tokens = lower_case(text), tokens
        self.mask, self.scanned = tokens.mask, {}

    def has(self, listed):
        """Whether one of these Listed words is there."""
        return self.mask & listed.bit

    @cached_property
    def marked(self):
        marked = " ".join(map(MARKED.__getitem__, self.tokens.all))
        return lined(marked, self.plain) if self.tokens.lines else marked

    def words_of(self, listed):
        """Return the set of these Listed words that are there."""
        tokens = self.tokens
        found = [KNOWN_IN[tokens.all[place]] for place in tokens.places(listed.bit)]
        return listed.intersection(chain.from_iterable(found))

    def masks_by(self, vocabulary):
        """Return what a Vocabulary tells of each sentence."""
        if self.last_tokens is None:
            return [vocabulary.mask_of(self.plain[start:end].split()) for start, end in self.sentences]
        masks = [*map(vocabulary.masks.__getitem__, self.tokens.all)]
        after = [last + 1 for last in self.last_tokens.tolist()]
        return [reduce(or_, masks[first:last], 0) for first, last in zip([0, *after], after, strict=False)]

    @cached_property
    def words(self):
        """Its words, and its kinds as capital letters among them."""
        return words_in(self.plain)

    # What a Scan reads.

    @cached_property
    def plain_bytes(self):
        return as_bytes(self.plain)

    @cached_property
    def marked_bytes(self):
        return as_bytes(self.marked)

    @cached_property
    def marked_lines(self):
        """A sentence a line."""
        marked = self.marked
        return as_bytes("\n".join([marked[start:end] for start, end in self.sentences]))


def lined(text, like):
    """Return a text with the ends of lines where another one of its length has them."""
    lines, start = [], 0
    for line in like.split("\n"):
        lines.append(text[start : start + len(line)])
        start += len(line) + 1
    return "\n".join(lines)


def known(token):
    """Return the words of what stands between two spaces, with the letters of their kinds."""
    found = WORD.findall(token)
    return (*found, *filter(None, map(kind_of, found)))


def marked(token):
    """Return a token in any case as it stands in `marked`."""
    return WORD.sub(lambda match: (kind_of(match[0]) or "") * len(match[0]) or match[0], lower_case(token))


def known_in(token):
    """The same of a token in any case."""
    return known(lower_case(token))


KNOWN, MARKED, KNOWN_IN = Remembered(known), Remembered(marked), Remembered(known_in)


class Asked:
    """What a Reading is asked of its tokens, as they stand between two spaces: whether a function says yes to any."""

    def __init__(self, question):
        self.bit = SHARED.ask(question, bool)


class Listed(frozenset):
    """Words in lower case, and kinds, of which a Reading is asked whether it has any."""

    def __init__(self, words):
        self.bit = SHARED.enlist(self, known_in)


class Scan:
    """Which of many patterns are in a text, in one pass that is linear in its length (RE2). It has no looking ahead or
    behind and counts slowly: so these are left out, “near” becomes “later”, and it finds a little more than they do.
    `form` says what it reads: an attribute of a Reading, in bytes."""

    def __init__(self, *patterns, form="plain_bytes"):
        self.form, self.patterns = form, patterns

    @cached_property
    def _set(self):
        options = re2.Options()
        options.max_mem = MEMORY
        made = re2.Set.SearchSet(options)
        for pattern in self.patterns:
            made.Add("(?m)" * self.form.endswith("lines") + for_re2(pattern))
        made.Compile()
        return made

    def found(self, reading):
        """Return the numbers of the patterns that may be in the text of a Reading, in order."""
        if self not in reading.scanned:
            reading.scanned[self] = self.among(getattr(reading, self.form))
        return reading.scanned[self]

    def found_in(self, readings):
        """Return the list of the same of several Readings, one after the other: that is quicker."""
        match = self._set.Match
        for reading in readings:
            if self not in reading.scanned:
                reading.scanned[self] = sorted(match(getattr(reading, self.form)) or ())
        return [reading.scanned[self] for reading in readings]

    def among(self, text):
        """The same of a text in bytes."""
        return sorted(self._set.Match(text) or ())

    def may_match(self, text):
        """Whether any of them may be in a text."""
        return bool(self._set.Match(as_bytes(text)))


def for_re2(pattern):
    """Return a pattern without what RE2 lacks, that finds a little more, and with the spaces that `re` knows."""
    return SPACE.sub(_wide, NEAR.sub(".*", LOOKED.sub("", bare(pattern))))


def _wide(match):
    if match[1]:
        return match[1].replace(r"\s", SPACES)
    return f"[{SPACES}]" if match[0] == r"\s" else match[0]


def as_bytes(text):
    """Return a text as a Scan reads it: to RE2 an accented letter is no letter, and a word ends before it."""
    return bare(text).encode(errors="replace")


def bare(text):
    """Return a text without the accents of its Latin letters."""
    if text.isascii() or not ACCENTED.search(text):
        return text
    return ACCENT.sub("", unicodedata.normalize("NFD", text))


def words_in(plain):
    """Return the words of a text in lower case, with the capital letters of its kinds among them."""
    return set().union(*map(KNOWN.__getitem__, {*plain.split()}))


def once(function):
    """Remember what a function makes of a Reading, as long as the Reading is."""

    @wraps(function)
    def remembered(reading):
        scanned = reading.scanned
        if function not in scanned:
            scanned[function] = function(reading)
        return scanned[function]

    return remembered


def words(text):
    """Return the words of a list that is written with spaces between them, as a set."""
    return frozenset(text.split())


def readings_of(texts):
    """Return the Readings of several texts."""
    texts = [unwrapped(shown(text[:LONGEST])) for text in texts]
    readings = [Reading(*both) for both in zip(texts, tokens_in_all(texts), strict=True)]
    told = sentences_in_all([one.tokens for one in readings], [one.plain for one in readings])
    for reading, (sentences, last_tokens) in zip(readings, told, strict=True):
        reading.sentences, reading.last_tokens = sentences, last_tokens
    return readings


FEW = Few(readings_of)
# Of one text, and of several at once.
read, read_all = FEW.one, FEW.several
