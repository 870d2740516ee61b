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
    return [OWN.sub("", word) for word in WORD.findall(text.lower())]


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


ALIKE = 0.8  # how much a word counts that means nearly the same
IN_PHRASE = 0.5  # how much a word counts in “throw up” or “change my mind”, which mean something else together


@cache
def thesaurus():
    """Return {phrase of stems: {stem of what means nearly the same: weight}}, from groups of words, a line each."""
    found = {}
    for line in (DATA / "alike.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            before, arrow, after = line.partition(">")
            phrases = [tuple(stems_of(part)) for part in before.split(",")]
            likes = [tuple(stems_of(part)) for part in after.split(",")] if arrow else phrases
            for phrase in phrases:
                sure = ALIKE if len(phrase) == 1 or arrow else 1.0  # a phrase has fewer meanings than a word
                others = {one[0]: sure for one in likes if one != phrase and len(one) == 1}
                found.setdefault(phrase, {}).update(others)
    return found


@cache
def word_of():
    """Return {stem: a word that has it} of the thesaurus. An index is asked for words: it would stem a stem once more,
    and not find “breastfeeding” by “breastfeed”, nor “hypertension” by “hypertens”."""
    lines = (line for line in (DATA / "alike.txt").read_text().splitlines() if not line.startswith("#"))
    return {stem(word): word for line in lines for word in words_of(line)}


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
