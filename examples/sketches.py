"""How alike two examples are, and the sketches by which those that may be alike find each other among a million.

Two texts are alike in as many of their words as stand in both in the same order. Two examples are near duplicates where
their answers are alike in DUPLICATE_LIKENESS of the words, as are their contexts and their earlier turns, which may be
what is asked, and their questions in QUESTION. An answer of fewer than FEWEST_WORDS (“Yes.”) tells nothing: then the
questions must be as alike as the answers otherwise, and context and earlier turns the same. docs/checks.md says it for
people, docs/decisions.md why.
"""

import json
import re
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy
from rensa import RMinHash

from examples.search import UNSPACED
from examples.texts import fingerprint

WORD = re.compile(r"[^\W_]+")
BETWEEN_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
FEWEST_WORDS = 8
QUESTION = 0.6
# Words of a text that are compared: comparing takes time with the square of them, and the beginning tells.
MOST_WORDS = 3000
# Characters of a text that are read to say how alike two are, wherever that is said.
READ = 20_000
# A band is three MinHashes of the word pairs of the answer and two of the words of the question, so that neither the
# same question with other answers nor a set phrase as the answer to everything brings thousands together. Two examples
# are compared where they share one of the BANDS: of those with 5 % of the words changed in both texts, 99 % do.
BANDS, FROM_MAIN, FROM_SIDE = 12, 3, 2
SEEDS = (20_261, 20_262)
# Goes up with each change of what a band is, and of what is near; rensa tells of its own.
VERSION = f"2.{RMinHash.ALGORITHM_VERSION}"


def words_of(text):
    """Return the words of a text; where a script has no spaces between them, or there is no word, its characters."""
    text = text.casefold()
    if text.isascii():  # the same three times as quickly
        found = text.translate(BETWEEN_WORDS).split()
    else:
        found = None if UNSPACED.search(text) else WORD.findall(text)
    return found or [sign for sign in text if not sign.isspace()]


class Wording(NamedTuple):
    """The words of an example's question and answer, and the texts beside them, of which words are made only where two
    are compared: most never are. `history` is JSON as text."""

    question: list
    answer: list
    context: str = ""
    history: str = "[]"

    @property
    def short(self):
        return len(self.answer) < FEWEST_WORDS


def wording(instruction, response, context, history):
    """Return the Wording of an example's texts; `history` is JSON as text, as the database gives it."""
    return Wording(words_of(instruction)[:MOST_WORDS], words_of(response)[:MOST_WORDS], context, history)


def likeness(one, other):
    """Return the share of two lists of words that is in both in the same order, 0 to 1: twice the length of their
    longest common subsequence by the length of both. In bits, a column at a time (Hyyrö 2004)."""
    places = {}
    for place, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << place
    whole = row = (1 << len(one)) - 1
    for word in other:
        both = row & places.get(word, 0)
        row = ((row + both) | (row - both)) & whole
    return 2 * (len(one) - row.bit_count()) / (len(one) + len(other))


def percent(text, other):
    """Return how many of 100 words of two texts are the same, as `likeness` counts them: what people are told."""
    one, another = (words_of(each[:READ])[:MOST_WORDS] for each in (text, other))
    return 100 if one == another else int(100 * likeness(one, another))


def alike(one, other, least):
    """Return whether two lists of words are alike in at least this share."""
    shorter, longer = sorted((len(one), len(other)))
    return one == other or (2 * shorter >= least * (shorter + longer) and likeness(one, other) >= least)


def near(one, other, least):
    """Return whether two Wordings are of near duplicates."""
    short = one.short or other.short
    return (
        alike(one.answer, other.answer, least)
        and alike(one.question, other.question, least if short else min(QUESTION, least))
        and (same_beside(one, other) if short else alike_beside(one, other, least))
    )


def same_beside(one, other):
    return fingerprint((one.context, one.history)) == fingerprint((other.context, other.history))


def alike_beside(one, other, least):
    """Return whether contexts and earlier turns of two Wordings are alike in at least this share of their words."""
    texts, others = (one.context, one.history), (other.context, other.history)
    return texts == others or all(
        alike(words_of(text[:READ])[:MOST_WORDS], words_of(another[:READ])[:MOST_WORDS], least)
        for text, another in zip((one.context, said(one)), (other.context, said(other)), strict=True)
        if text != another
    )


def mark_beside(context, history):
    """Return 63 bits by which the same contexts and earlier turns stand together in an order, and most
    that are nearly the same close by: a MinHash of their pairs of words, and a hash of all."""
    text = f"{context} {history if len(history) > 2 else ''}"[:READ]
    least = min((crc32(f"{one} {other}".encode()) for one, other in pairwise(words_of(text))), default=0)
    return least << 31 | crc32(text.encode()) >> 1


def said(wording):
    """Return what is said in the earlier turns of a Wording, without who says it."""
    return "\n".join(strings_of(json.loads(wording.history))) if len(wording.history) > 2 else ""


def strings_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from () if name == "role" else strings_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_of(part)


def sketch(wordings):
    """Return (bands, marks) of a list of Wordings, a row each: BANDS whole numbers of 32 bits, with a sign, and the
    last bytes of all MinHashes, for guessing quickly how alike two are."""
    main = [pairs_of(one.question if one.short else one.answer) for one in wordings]
    side = [one.answer if one.short else one.question for one in wordings]
    sizes = (BANDS * FROM_MAIN, BANDS * FROM_SIDE)
    mains, sides = (
        numpy.array(RMinHash.digests_from_token_sets(sets, size, seed), dtype=numpy.uint64).reshape(-1, size)
        for sets, size, seed in zip((main, side), sizes, SEEDS, strict=True)
    )
    short = numpy.array([one.short for one in wordings], dtype=numpy.uint64)
    mixed = short[:, None] * numpy.uint64(BANDS) + numpy.arange(BANDS, dtype=numpy.uint64)
    for hashes, each in ((mains, FROM_MAIN), (sides, FROM_SIDE)):
        for place in range(each):
            mixed = (mixed ^ hashes[:, place::each]) * numpy.uint64(0x9E3779B97F4A7C15)
            mixed ^= mixed >> numpy.uint64(32)
    bands = mixed.astype(numpy.uint32).view(numpy.int32)
    return bands, numpy.hstack([mains, sides]).astype(numpy.uint8)


def pairs_of(words):
    return list(map(" ".join, pairwise(words))) or words


def hopeful(marks, others, least):
    """Return for each row of two arrays of marks whether the two can be as alike as `least`. Wrongly no for about one
    in a thousand of those that are just as alike."""
    middle = BANDS * FROM_MAIN
    same = marks == others
    in_main = numpy.count_nonzero(same[:, :middle], axis=1) >= fewest(least**2, middle)
    return in_main & (numpy.count_nonzero(same[:, middle:], axis=1) >= fewest(min(QUESTION, least), BANDS * FROM_SIDE))


def fewest(share, hashes):
    """Return how many of so many MinHashes agree, three deviations below the mean, where two texts share so many of
    their words or pairs. A word that changes spoils two pairs: so share² of the pairs are left."""
    jaccard = share / (2 - share)
    return hashes * jaccard - 3 * (hashes * jaccard * (1 - jaccard)) ** 0.5
