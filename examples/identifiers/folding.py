"""A text as it is looked at: with full-width letters, digits of other scripts, odd hyphens and spaces as plain ones,
and without what does not show. Who hides a number so from a search does not hide it from a reader."""

import re

from examples.letters import IS_UNSEEN, UNSEEN, has_rare, plain

# What does not show, and an @ or a space as HTML and addresses write it.
_OTHERWISE = re.compile(
    rf"{UNSEEN}|"
    r"(?P<at>&#0*64;|&#[xX]0*40;|&commat;|%40)|(?P<space>&nbsp;|&#0*160;|&#[xX]0*[aA]0;)"
)


def folded(text):
    """Return (the text as it is looked at, its places): for each of its characters (start, end) in the text as it is,
    or None where they are the same."""
    if text.isascii() and "&" not in text and "%" not in text:
        return text, None
    seen = plain(text)
    if not ("&" in seen or "%40" in seen or (has_rare(seen) and IS_UNSEEN.search(seen))):
        return seen, None
    if not _OTHERWISE.search(seen):
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
