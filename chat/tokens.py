"""From a text to the tokens that it is indexed by, made here and not by the databases, so that both find the same.

A word becomes its stem, in the language of the passage that it stands in, without accents. Scripts that put no spaces
between words become pairs of characters that overlap. What comes out is letters and digits with spaces between them,
which FTS5 and PostgreSQL take as it stands.
"""

import re
import threading
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

import Stemmer

from examples.checks.language import WORDS as COMMONEST

VERSION = 2  # of what is made here: documents that were indexed by another are indexed again
STEMMERS = {
    "en": "porter", "de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese"
}  # fmt: skip
ENGLISH = "en"  # what a text is taken for that shows no other
SURE = 4  # commonest words of a language that a passage has at least
AHEAD = 1.6  # how many times those of the next, where a word of several languages counts as its share of one
GUESSED_BY = 100_000  # characters of a document
SHORTEST = 3  # letters of a word that is stemmed
EVENED_FROM = 4  # letters of a stem
# Chinese characters and Hangul, one of which may be a word. (Korean has spaces, but its words carry at their end what
# other languages have in words of their own.)
HAN, HANGUL = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", "\uac00-\ud7a3"
HIRAGANA, KATAKANA = "\u3040-\u309f", "\u30a0-\u30ff\u31f0-\u31ff"
SYLLABIC = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Myanmar, Khmer
UNSPACED = SYLLABIC + HAN + HANGUL + HIRAGANA + KATAKANA
POINTS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u065f\u0670"  # accents, and vowels beside letters
)


def marks():
    """Return the vowels of Indian and like scripts, which stand beside their letter and are part of the word."""
    places = [*range(0x900, 0xE00), *range(0xF00, 0x1000), *range(0x1A00, 0x1D00), *range(0xA800, 0xAC00)]
    return "".join(chr(one) for one in places if unicodedata.category(chr(one)) in ("Mn", "Mc"))


MARKS = marks()
PLAIN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LETTER = rf"(?:[^\W_{UNSPACED}]|[{POINTS}{MARKS}])+"
ANY = re.compile(rf"([\w{UNSPACED}](?<=[{UNSPACED}])[{UNSPACED}]*)|{LETTER}(?:['’]{LETTER})*")
OTHER = re.compile(rf"[{UNSPACED}{POINTS}{MARKS}]")
CLUSTER = re.compile(r"\w[^\w\s]*")
ALONE = re.compile(rf"[{HAN}{HANGUL}]")
STRIPPED = re.compile(f"[{POINTS}]")
LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th"})
# “l’effet” and “dell’acqua” are words after what stands before the apostrophe; “clinic’s” is one before it.
ELIDED = {
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un",
    "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest",
}  # fmt: skip
TAKEN_APART = re.compile("[0-9]+e[0-9]+[a-z]")  # PostgreSQL reads a number there, and then a word
LISTED = Counter(word for words in COMMONEST.values() for word in words)  # in how many languages each is
CODED = "zz"  # what a token begins with that stands for characters which the databases may take apart
local = threading.local()


def normal(text):
    """Return a text in small letters and in the one way of writing them, with accents."""
    if not text.isascii():  # an accent that stands alone would be taken for a space
        text = unicodedata.normalize("NFKC", text.replace("´", "'"))
    return text.casefold()


def words_of(text):
    """Return the words of a text in small letters, with accents and without what an apostrophe parts from them; of
    scripts without spaces the pairs of characters."""
    text = normal(text)
    if text.isascii() or not OTHER.search(text):
        found = PLAIN.findall(text)
    else:
        found = []
        for match in ANY.finditer(text):
            found += pairs(match[0]) if match[1] else [match[0]]
    return [own(word) for word in found] if "'" in text or "’" in text else found


def own(word):
    """Return the word itself of one with an apostrophe."""
    if "'" not in word and "’" not in word:
        return word
    before, after = re.split("['’]", word, maxsplit=1)
    return own(after) if before in ELIDED and len(after) > 1 else before


def pairs(run):
    """Return the tokens of characters that stand together: each two that follow each other, and those that may be a
    word alone."""
    clusters = CLUSTER.findall(run)
    if len(clusters) < 2:
        return [coded(run)]
    two = [coded(one + other) for one, other in pairwise(clusters)]
    return two + [coded(one) for one in clusters if ALONE.match(one)]


def coded(text):
    return CODED + text.encode("utf-16-be").hex()


@lru_cache(maxsize=200_000)
def plain(word):
    """Return a word without accents, in characters that no database takes apart."""
    if word.isascii():
        return coded(word) if TAKEN_APART.match(word) else word
    word = STRIPPED.sub("", unicodedata.normalize("NFKD", word)).translate(LETTERS)
    word = unicodedata.normalize("NFC", word)
    return word if word.isalnum() and max(word) < "\U00010000" else word and coded(word)


@lru_cache(maxsize=200_000)
def stem(word, language=ENGLISH):
    """Return what a word has in common with its other forms. English is taken without its accents, as porter asks."""
    if language == ENGLISH or len(word) < SHORTEST:
        word = plain(word)
    if len(word) < SHORTEST or word.startswith(CODED):
        return word
    if not hasattr(local, "stemmers"):  # those of a thread: they keep a state
        local.stemmers = {name: Stemmer.Stemmer(algorithm, 0) for name, algorithm in STEMMERS.items()}
    return evened(plain(local.stemmers[language].stemWord(word)), language)


def evened(stem, language):
    """Return a stem without what the stemmer leaves of some forms and takes of others: “-inn(en)” beside “-in”; and an
    “e” of which it would take the accent for the word's own, where somebody wrote none (nausées, nausees)."""
    if language == "de" and stem.endswith("inn"):
        return stem[:-1]
    return stem[:-1] if language in ("fr", "es") and stem.endswith("e") and len(stem) > EVENED_FROM else stem


def stems_of(text, language=ENGLISH):
    return [one for word in words_of(text) if (one := stem(word, language))]


def indexed(text, language=ENGLISH):
    """Return what the index holds of a text."""
    return " ".join(stems_of(text, language))


def language_of(text, otherwise=ENGLISH):
    """Return the language of a text by its commonest words, or `otherwise` where these leave it open."""
    counts = Counter(words_of(text[:GUESSED_BY]))
    shares = {name: sum(counts[word] / LISTED[word] for word in words) for name, words in COMMONEST.items()}
    language, next_one = sorted(shares, key=shares.get, reverse=True)[:2]
    enough = sum(counts[word] for word in COMMONEST[language]) >= SURE
    return language if enough and shares[language] > AHEAD * shares[next_one] else otherwise
