"""Words: those that have a capital and name nobody, ordinary ones, and given names."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from examples.identifiers.reading import Listed, words

FOLDER = Path(__file__).parent / "words"
# How medicines end: the stems of the WHO's list of international nonproprietary names.
MEDICINE = re.compile(
    r".{2,}(?:azepam|azolam|olol|pril|sartan|statin|prazole|oxetine|triptan|mycin|cillin|cycline|floxacin|azine"
    r"|apine|idone"
    r"|ipramine|triptyline|faxine|barbital|caine|codone|morphone|fentanil|setron|gliptin|gliflozin|tidine|parin|mab"
    r"|nib|vir"
    r"|azole|pidem|clone|racetam|traline|alopram|peridol|thixene|orphan|phylline|terol|sone|solone|dipine|zosin"
    r"|thiazide|ketamine)"
)
# How ordinary nouns and adverbs end that no list has in full.
ABSTRACT = re.compile(
    r".{2,}(?:ing|ings|tion|tions|sion|sions|ness|ment|ments|ities|ity|ism|isms|ology|ologist|ologists|ography"
    r"|therapy|therapist"
    r"|therapists|ance|ence|ships?|hood|fully|ously|ically|edly|ably|ibly|tively|ally|able|ible|ful|less|ical|itis"
    r"|osis|emia|"
    r"pathy|phobia|philia|graph|gram|scope|ectomy|plasty|esque|wise|ward|wards|ative|sive|ious|uous|istic|ized|ised"
    r"|izing|ately|ingly|antly|ently|edly|lessly|ishly|"
    r"heit|keit|ung|ungen|schaft|ción|ciones|idad|mente|amiento|isme|ité|eux|euse)"
)
ENDINGS = (
    "'s",
    "s'",
    "es",
    "s",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "y",
    "n't",
    "'ll",
    "'re",
    "'ve",
    "'d",
    "'m",
    "est",
    "ies",
    "in'",
)


def listed(name):
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


GIVEN = listed("given_names")
ALLOWED = listed("allowed")
ORDINARY = listed("ordinary")
# Given names that are no ordinary word and mean nothing else, so that they stand for somebody in lower case too.
ONLY_NAMES = GIVEN - ORDINARY - ALLOWED
NAMES_OF_OTHERS = frozenset(
    words(
        "mini mina mica lior beau till marin karin dora cora kira gita lola lulu coco coral dolly barb odin thor "
        "zeus juno rama shiva vita alma sana nada nour sean bella stella gloria flora luna nova sierra georgia "
        "florence paris orlando austin dallas brooklyn sydney charlotte madison lincoln jackson savannah dakota "
        "roman german francis ginger percy jerry jess alec rosemary clement sterling major marshal destiny "
        "mercedes tiffany regina victoria carmine amber aurora basil lance rand chad carter cruz lima santiago "
        "diego francisco rosario valentine mobi maxim magnolia poppet josh phat teddy rusty sandy corey bree "
        "helena vera mira amor dulce alba ambar leo aries virgo fall amara elder rocky tiger linda bernard mandy "
        "kitty benny bertha molly karen darwin newton carol christian kelvin celsius yang ming ping qing sienna "
        "cyan eden adam"
    )
)
LOWER_NAMES = Listed({name for name in ONLY_NAMES if len(name) > 3} - NAMES_OF_OTHERS)


@lru_cache(20_000)
def plain(word):
    """Return a word in lower case, without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter))


def is_given(word):
    """Return whether a word is in the list of given names, one with a hyphen by its parts."""
    word = word if word.isascii() else plain(word)
    word = word.removesuffix("'s")
    return word in GIVEN or ("-" in word and all(part in GIVEN for part in word.split("-")))


def is_ordinary(word):
    """Return whether a word in lower case is an ordinary one, in any of its forms."""
    if word in ORDINARY or ABSTRACT.fullmatch(word):
        return True
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            if stem in ORDINARY or stem + "e" in ORDINARY or stem + "y" in ORDINARY:
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in ORDINARY:
                return True
    return "-" in word and all(is_known(part) for part in word.split("-") if part)


def is_allowed(word):
    """Return whether a word in lower case has its capital for another reason than naming somebody."""
    if word in ALLOWED or MEDICINE.fullmatch(word):
        return True
    stem = word.removesuffix("'s")
    return stem in ALLOWED or word.removesuffix("s") in ALLOWED


@lru_cache(20_000)
def is_known(word):
    """Return whether a word in lower case is one that names nobody, or may do so."""
    word = word.replace("’", "'")
    return word not in ONLY_NAMES and (is_allowed(word) or is_ordinary(word))


@lru_cache(20_000)
def is_nobody(word):
    """Return whether a word in lower case is known, and no given name."""
    return is_known(word) and not is_given(word)


@lru_cache(20_000)
def is_only_name(word):
    """Return whether a word in lower case can be nothing but a given name, one with a hyphen whether it is one."""
    return word in ONLY_NAMES or plain(word) in ONLY_NAMES or ("-" in word and is_given(word))
