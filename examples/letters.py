"""Letters that look plain and are not: full-width and mathematical ones, odd spaces and hyphens, and what does not
show. Who hides a word so from a search does not hide it from a reader."""

import re
import unicodedata

# Arabic, Persian, the scripts of India, Thai, Lao, Tibetan, Burmese, Khmer.
ZEROS = (0x660, 0x6F0, *range(0x966, 0xDE7, 0x80), 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0)
# One character for another, so that positions stay.
PLAIN = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{zero + digit: ord("0") + digit for zero in ZEROS for digit in range(10)},
    **dict.fromkeys((0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), ord(" ")),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0xFE63), ord("-")),
    0x2024: ord("."),
    0xFE52: ord("."),
    0xFE6B: ord("@"),
}
# “𝐝𝐢𝐞”, for the checks of words.
DRAWN = PLAIN | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x1D400, 0x1D800)}
DRAWN_LETTERS, PLAIN_LETTERS = (
    {chr(code): other if isinstance(other, str) else chr(other) for code, other in letters.items()}
    for letters in (DRAWN, PLAIN)
)
UNSEEN = r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
IS_UNSEEN = re.compile(UNSEEN)
# Any of both, in one set of ranges, which is found quickly.
_ODD = re.compile(
    "[\u00a0\u00ad"
    + "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in ZEROS)
    + "\u180e\u2000-\u2012\u2024\u202a-\u202f\u205f-\u2064"
    "\u2066-\u2069\u3000\ufe52\ufe63\ufe6b\ufeff\uff01-\uff5e\U0001d400-\U0001d7ff]"
)
# All but the letters and marks of most texts: most have none of these, and are not looked through for odd ones.
_RARE = re.compile("[^\x00-\x7f‘’“”–—…À-ÿ•½°£€]")
# An end of a line between a word, a number or a comma, and a letter; `re` finds a pattern that begins with the end
# itself ten times as quickly.
WRAPPED = re.compile(r"(\n)(?<=[\w,'’]\n)(?=([^\W\d_]))")
WRAPPED_WITH_RETURNS = re.compile(r"(?<=[\w,'’])(\r?\n)(?=([^\W\d_]))")


def shown(text):
    """Return a text as long as before, in plain letters; what does not show within a word stands at its end."""
    text = spaced(text)
    if not (has_rare(text) and _ODD.search(text)):
        return text
    text = _ODD.sub(_drawn, text)
    return " ".join(map(_in_sight, text.split(" "))) if IS_UNSEEN.search(text) else text


def unwrapped(text):
    """Return a text as long as before with spaces for each end of a line within a sentence, as where an e-mail was
    wrapped."""
    if "\n" not in text:
        return text
    return (WRAPPED_WITH_RETURNS if "\r\n" in text else WRAPPED).sub(_spaced, text)


def plain(text):
    """Return a text as long as before, with PLAIN letters."""
    text = spaced(text)
    # That is quicker than `translate`, which asks of every letter.
    return _ODD.sub(_plain, text) if has_rare(text) else text


def spaced(text):
    """Return a text with plain spaces for those that do not break: the only odd letters that many texts have."""
    return text if text.isascii() else text.replace("\u00a0", " ")


def has_rare(text):
    return not text.isascii() and _RARE.search(text)


def lower_case(text):
    """Return a text in lower case with straight quotes, and as long as before: “İ” in lower case would be two."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _drawn(match):
    return DRAWN_LETTERS.get(match[0], match[0])


def _plain(match):
    return PLAIN_LETTERS.get(match[0], match[0])


def _spaced(match):
    return " " * len(match[1]) if match[2].islower() else match[1]


def _in_sight(token):
    unseen = IS_UNSEEN.findall(token)
    return IS_UNSEEN.sub("", token) + "".join(unseen) if unseen else token
