"""A text as it is looked at: with full-width letters, digits of other scripts, odd hyphens and spaces as plain ones,
and without what does not show. Who hides a number so from a search does not hide it from a reader."""

import re

_PLAIN = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{zero + digit: ord("0") + digit for zero in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10)},
    **dict.fromkeys((0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), ord(" ")),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0xFE63), ord("-")),
    0x2024: ord("."),
    0xFE52: ord("."),
    0xFE6B: ord("@"),
}
# What does not show, and an @ or a space as HTML and addresses write it.
_OTHERWISE = re.compile(
    r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|"
    r"(?P<at>&#0*64;|&#[xX]0*40;|&commat;|%40)|(?P<space>&nbsp;|&#0*160;|&#[xX]0*[aA]0;)"
)


def folded(text):
    """Return (the text as it is looked at, its places): for each of its characters (start, end) in the text as it is,
    or None where they are the same."""
    seen = text if text.isascii() else text.translate(_PLAIN)
    if (seen.isascii() and "&" not in seen and "%" not in seen) or not _OTHERWISE.search(seen):
        return seen, None
    letters, places, last = [], [], 0
    for match in _OTHERWISE.finditer(seen):
        letters.append(seen[last : match.start()])
        places += [(place, place + 1) for place in range(last, match.start())]
        if match.lastgroup:
            letters.append("@" if match.lastgroup == "at" else " ")
            places.append(match.span())
        last = match.end()
    letters.append(seen[last:])
    places += [(place, place + 1) for place in range(last, len(seen))]
    return "".join(letters), places
