"""The words of a question: which of them matter, what they begin with, and what else means the same.

The database finds candidates by its own index; what is counted here is counted in the same way on both databases.
"""

from functools import cache
from itertools import islice
from pathlib import Path

from chat import unspaced
from chat.tokens import CODED, COMMONEST, ENGLISH, plain, stem, stems_of, words_of

MOST_WORDS, MOST_PAIRS = 40, 80  # of a question; pairs of characters of scripts without spaces
DATA = Path(__file__).parent / "data"


@cache
def stop_words():
    """Return {language: words that say nothing about what is asked, without accents}."""
    lists = {path.stem: path.read_text("utf-8").split() for path in (DATA / "stop_words").glob("*.txt")}
    lists = {**COMMONEST, **lists}
    return {name: frozenset(plain(one) for word in words for one in words_of(word)) for name, words in lists.items()}


@cache
def everyday():
    """Return {language: stems of words that people use whatever they speak of}."""
    lists = {path.stem: path.read_text("utf-8") for path in (DATA / "everyday").glob("*.txt")}
    return {name: frozenset(stems_of(text, name)) for name, text in lists.items()}


def languages_of(words):
    """Return the language that a question is asked in: the one that most of its words say nothing in, or the ones,
    where these are several."""
    counts = {name: sum(plain(word) in listed for word in words) for name, listed in stop_words().items()}
    most = max(counts.values())
    return [name for name, count in counts.items() if count == most]


def say_nothing(words, asked_in):
    """Return those of a question's words that say nothing in one of these languages."""
    return {word for word in words if any(plain(word) in stop_words()[name] for name in asked_in)}


def is_everyday(word, asked_in):
    return any(stem(word, name) in everyday().get(name, ()) for name in asked_in)


class Term:
    """What a question asks about: a `word` that matters with its `stems`, {language: stem}, or (with neither) a phrase
    of words that say nothing by themselves, such as “how long”. `likes` are the English stems of what means nearly the
    same, with how nearly; `own` is how much the word itself counts. `everyday` says that people use it whatever they
    speak of, so that it tells little of what they ask. Of a pair of characters, `beside` are the pairs
    that it overlaps with: where both are there, it says nothing that it is not."""

    def __init__(self, word, likes, own=1.0, languages=(ENGLISH,), everyday=False, beside=()):
        self.word, self.own, self.everyday, self.beside = word, own, everyday, beside
        self.stems = {language: stem(word, language) for language in languages} if word else {}
        self.likes = {one: weight for one, weight in likes.items() if one not in self.stems.values()}

    @property
    def is_pair(self):
        return self.word.startswith(CODED)

    @property
    def forms(self):
        return set(self.stems.values())


def terms_of(question, languages=(ENGLISH,)):
    """Return the Terms of a question to documents in these languages, each once."""
    spaced, runs = unspaced.parted(question)
    words = words_of(spaced)[: MOST_WORDS * 4]
    asked_in = languages_of(words)
    nothing = say_nothing(words, asked_in)
    likes, inside = likenesses(words, nothing)
    terms, seen = [], set()
    for word in [word for word in words if word not in nothing][:MOST_WORDS]:
        if stem(word) not in seen:
            seen.add(stem(word))
            own = IN_PHRASE if stem(word) in inside else 1.0
            like = likes.pop(stem(word), {})
            terms.append(Term(word, like, own, languages, own == 1 and is_everyday(word, asked_in)))
    terms += [Term("", like) for like in likes.values()]
    pairs = islice(unspaced.pairs_of(runs), MOST_PAIRS)
    return terms + [Term(pair, {}, languages=languages, beside=beside) for pair, beside in pairs]


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


LONGEST_PHRASE = 4


def likenesses(words, nothing):
    """Return ({stem: {stem: weight}}, stems in phrases) for the words of a question, by single words and by phrases of
    them. What is like a phrase is put to its last word that matters, or to its last word where none does."""
    stems = [stem(word) for word in words]
    found, inside = {}, set()
    for length in range(1, LONGEST_PHRASE + 1):
        for start in range(len(stems) - length + 1):
            likes = thesaurus().get(tuple(stems[start : start + length]))
            if likes:
                matter = [place for place in range(start, start + length) if words[place] not in nothing]
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
    sound = len(stem) >= SLIP_FROM and stem.isascii() and not stem.startswith(CODED)
    return [stem[:length] for length in BEGINNINGS] if sound else []


class Spellings:
    """Stems that are there, to be found by those that are spelled nearly so."""

    def __init__(self, stems):
        self.by_beginning = {}
        for one in stems:
            if len(one) >= SLIP_FROM and not one.startswith(CODED):
                self.by_beginning.setdefault(one[:BEGINNING], []).append(one)

    def near(self, forms, there):
        """Return {stem: how much it counts} of those spelled nearly as one of these forms of a word, which is
        `there` or nowhere."""
        found = {}
        for form in forms:
            found.update(self.kin(form) if there else self.meant_by(form))
        return found

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
        most = (len(stem) >= SLIP_FROM) + (len(stem) >= TWO_SLIPS_FROM) if not stem.startswith(CODED) else 0
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
