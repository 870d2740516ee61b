"""Who is the same person: by the words of a name, as long as neither a title nor a given name contradicts. To split one
person in two is better than to make one of two."""

import re
from dataclasses import dataclass

from examples.identifiers.cues import CIVIL, TITLES
from examples.identifiers.reading import words
from examples.identifiers.vocabulary import listed, plain

NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")
CREDENTIALS = words("md do phd psyd rn lpn bsn msn np pa lcsw lmsw lmft mft lpc lmhc pharmd dds dmd")
# What a title tells of who has it; without accents.
MEN = frozenset(words("mr mister sir lord herr herrn senor sr don monsieur signor uncle tio onkel opa grandpa abuelo"))
WOMEN = frozenset(
    words(
        "mrs ms miss madam madame lady frau senora senorita sra dona mme mlle mademoiselle signora aunt auntie tia "
        "tante oma grandma granny nana abuela"
    )
)
OFFICES = {
    **dict.fromkeys(map(plain, CIVIL), "none"),
    **dict.fromkeys(words("dr drs dra doctor doc doktor docteur doctora prof professor professorin"), "doctor"),
    **dict.fromkeys(words("nurse schwester pfleger midwife matron"), "nurse"),
}
NAMES_OF_MEN, NAMES_OF_WOMEN = listed("men"), listed("women")


@dataclass(frozen=True)
class Form:
    """A name as it was written: its `words` without titles, case and accents, and what is told of `sex` and `office`,
    sets that are empty where nothing is."""

    words: frozenset
    sex: frozenset = frozenset()
    office: frozenset = frozenset()

    def contradicts(self, other):
        return apart(self.sex, other.sex) or apart(self.office, other.office)

    @property
    def tells(self):
        return bool(self.sex or self.office)


def apart(one, other):
    return bool(one and other) and one.isdisjoint(other)


def form_of(text):
    """Return the Form of a name."""
    parts = [plain(word).removesuffix("'s").removesuffix("’s") for word in NAME_WORD.findall(text)]
    named = [word for word in parts if word not in PLAIN_TITLES and word not in CREDENTIALS]
    titles = PLAIN_TITLES.intersection(parts)
    sex = sex_of(titles, MEN, WOMEN) or sex_of(named[:1], NAMES_OF_MEN, NAMES_OF_WOMEN)
    return Form(frozenset(named), sex, frozenset(OFFICES[title] for title in titles if title in OFFICES))


PLAIN_TITLES = frozenset(map(plain, TITLES))


def sex_of(words, men, women):
    return frozenset(("man",) if men.intersection(words) else ("woman",) if women.intersection(words) else ())


def place_of(form):
    """By what a Form tells, and then by all that it is, so that no two orders of a set make a difference."""
    return -len(form.words), not form.tells, sorted(form.words), sorted(form.sex), sorted(form.office)


class People:
    """Those whom some Forms speak of, each under the longest of theirs."""

    def __init__(self, forms):
        self.forms, self.known, self.found = {}, {}, {}
        for form in forms:
            for word in form.words:
                self.forms.setdefault(word, set()).add(form)
        for form in sorted({*forms}, key=place_of):
            if self.who(form) == form:
                for word in form.words:
                    self.known.setdefault(word, []).append(form)
        self.found.clear()

    def who(self, form):
        """Return the Form of the person whom one speaks of; it is itself where nobody, or more than one, may be."""
        if form not in self.found:
            some = self.known.get(next(iter(form.words)), ())
            may_be = [one for one in some if form.words <= one.words and not form.contradicts(one)]
            alone = len(may_be) == 1 and not self.contested(form, may_be[0])
            self.found[form] = may_be[0] if alone else form
        return self.found[form]

    def contested(self, form, person):
        """Whether another form that contradicts this one may speak of the same person: “Mr. Smith” and “Mrs. Smith”
        of “Lin Smith”."""
        others = {other for word in form.words for other in self.forms.get(word, ()) if other.words <= person.words}
        return any(other.contradicts(form) and not other.contradicts(person) for other in others)
