"""The words of a question: which of them matter, what they begin with, and what else means the same.

The database finds candidates by its own index and stemming; what is counted here is counted in the same way on both
databases.
"""

import re
import threading
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MARKS = re.compile("[\u0300-\u036f]")  # accents, once they stand beside their letter
OWN = re.compile(r"['’].*$")  # “don’t”, “clinic’s”
MOST_WORDS = 40  # of a question
SHORTEST = 3  # letters of a word that is stemmed
DATA = Path(__file__).parent / "data"
local = threading.local()


@cache
def stop_words():
    """Words that say nothing about what is asked, in the languages of the product."""
    return frozenset((DATA / "stop_words.txt").read_text().split())


def words_of(text):
    """Return the words of a text in small letters, without accents and what stands behind an apostrophe."""
    text = text if text.isascii() else plain(text)
    found = WORD.findall(text.lower())
    return [OWN.sub("", word) for word in found] if "'" in text or "’" in text else found


def plain(text):
    return MARKS.sub("", unicodedata.normalize("NFKD", text))


@lru_cache(maxsize=200_000)
def stem(word):
    """Return what the word has in common with its other forms, as FTS5's porter does, which leaves the shortest."""
    if len(word) < SHORTEST:
        return word
    if not hasattr(local, "stemmer"):  # one stemmer a thread: they keep a state
        local.stemmer = Stemmer.Stemmer("porter", 0)
    return local.stemmer.stemWord(word)


def stems_of(text):
    return [stem(word) for word in words_of(text)]


class Term:
    """What a question asks about: a `word` that matters with its `stem`, or (with neither) a phrase of words that say
    nothing by themselves, such as “how long”. `likes` are the stems of what means nearly the same, with how nearly;
    `own` is how much the word itself counts."""

    def __init__(self, word, likes, own=1.0):
        self.word, self.stem, self.own = word, word and stem(word), own
        self.likes = {one: weight for one, weight in likes.items() if one != self.stem}


def terms_of(question):
    """Return the Terms of a question, each once."""
    words = words_of(question)[: MOST_WORDS * 4]
    asked = [word for word in words if word not in stop_words()]
    likes, inside = likenesses(words)
    terms, seen = [], set()
    for word in asked[:MOST_WORDS]:
        if stem(word) not in seen:
            seen.add(stem(word))
            own = IN_PHRASE if stem(word) in inside else 1.0
            terms.append(Term(word, likes.pop(stem(word), {}), own))
    return terms + [Term("", like) for like in likes.values()]


# How much a word counts that means nearly the same, by the file that says so.
ALIKE = {"alike.txt": 0.8, "alike_everyday.txt": 0.35}
IN_PHRASE = 0.5  # how much a word counts in “throw up” or “change my mind”, which mean something else together


@cache
def groups():
    """Return [(how much it counts, line)] of all groups of words that mean nearly the same."""
    lines = ((share, line) for name, share in ALIKE.items() for line in (DATA / name).read_text().splitlines())
    return [(share, line) for share, line in lines if line and not line.startswith("#")]


@cache
def thesaurus():
    """Return {phrase of stems: {stem of what means nearly the same: weight}}."""
    found = {}
    for share, line in groups():
        before, arrow, after = line.partition(">")
        phrases = [tuple(stems_of(part)) for part in before.split(",")]
        likes = [tuple(stems_of(part)) for part in after.split(",")] if arrow else phrases
        for phrase in phrases:
            sure = share if len(phrase) == 1 or arrow else min(1.0, share + PHRASE)
            others = found.setdefault(phrase, {})
            for one in likes:
                if one != phrase and len(one) == 1:
                    others[one[0]] = max(others.get(one[0], 0.0), sure)
    return found


PHRASE = 0.2  # how much more it counts beside a phrase, which has fewer meanings than a word


@cache
def word_of():
    """Return {stem: a word that has it} of the thesaurus. An index is asked for words: it would stem a stem once more,
    and not find “breastfeeding” by “breastfeed”, nor “hypertension” by “hypertens”."""
    return {stem(word): word for _share, line in groups() for word in words_of(line)}


LONGEST_PHRASE = 4


def likenesses(words):
    """Return ({stem: {stem: weight}}, stems in phrases) for the words of a question, by single words and by phrases of
    them. What is like a phrase is put to its last word that matters, or to its last word where none does."""
    stems = [stem(word) for word in words]
    found, inside = {}, set()
    for length in range(1, LONGEST_PHRASE + 1):
        for start in range(len(stems) - length + 1):
            likes = thesaurus().get(tuple(stems[start : start + length]))
            if likes:
                matter = [place for place in range(start, start + length) if words[place] not in stop_words()]
                found.setdefault(stems[matter[-1] if matter else start + length - 1], {}).update(likes)
                inside |= {stems[place] for place in matter} if length > 1 else set()
    return found, inside


KIN = 0.4  # how much a word counts that only begins as the one that was asked for: “anxiety” for “anxious”
MISSPELT = 0.8  # and one that is the same but for a slip or two
BEGINNING, TAIL = 4, 3  # letters that kin share at least; and how many of a longer word may differ
BEGINNINGS = (2, 3, 4)  # letters that the index is asked for where a word is nowhere
SLIP_FROM, TWO_SLIPS_FROM = 5, 8  # letters of a word in which one slip is looked for, and two


def beginnings_of(stem):
    """Return what a word that may be misspelt begins with, the shortest first; nothing where it is too short itself."""
    return [stem[:length] for length in BEGINNINGS] if len(stem) >= SLIP_FROM and stem.isascii() else []


class Spellings:
    """Stems that are there, to be found by those that are spelled nearly so."""

    def __init__(self, stems):
        self.by_beginning = {}
        for one in stems:
            if len(one) >= SLIP_FROM:
                self.by_beginning.setdefault(one[:BEGINNING], []).append(one)

    def kin(self, stem):
        """Return {stem: how much it counts} of those that begin as this one does."""
        begins = stem[: max(BEGINNING, len(stem) - TAIL)]
        near = self.by_beginning.get(stem[:BEGINNING], ()) if len(stem) >= SLIP_FROM else ()
        return {
            one: KIN for one in near
            if one != stem and one.startswith(begins) and abs(len(one) - len(stem)) <= TAIL + 1
        }  # fmt: skip

    def meant_by(self, stem):
        """Return {stem: how much it counts} of those that a misspelt one may mean."""
        most = (len(stem) >= SLIP_FROM) + (len(stem) >= TWO_SLIPS_FROM)
        near = (one for begins, those in self.by_beginning.items() if begins[0] == stem[0] for one in those)
        return {one: MISSPELT for one in near if slips_between(one, stem, most) <= most} if most else {}


def slips_between(one, other, most):
    """Return how many letters must be put in, left out, changed, or swapped with the next to make one word the other;
    more than `most` is only said to be more (Damerau 1964)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [], list(range(len(other) + 1))
    for across, letter in enumerate(one, 1):
        older, before, row = before, row, [across]
        for down, with_letter in enumerate(other, 1):
            cost = min(before[down] + 1, row[-1] + 1, before[down - 1] + (letter != with_letter))
            if across > 1 < down and letter == other[down - 2] and with_letter == one[across - 2]:
                cost = min(cost, older[down - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
