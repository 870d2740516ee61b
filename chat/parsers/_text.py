"""What the parsers of text share: the whole file as text, and headings in it."""

import re
from pathlib import Path

from chat.parsers._encodings import decoded, tidy
from chat.parsers._parser import MOST_CHARACTERS, Note
from chat.reasons import Unreadable

LONGEST_HEADING = 120
# “3”, “3.2”, “Chapter 4”, “Part II” at its beginning.
NUMBERED = re.compile(
    r"^(?:(?:chapter|part|section|appendix)\s+\w+\b|(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?)\s", re.IGNORECASE
)
ENDS_SENTENCE = re.compile(r"[.,;:!?…]$")


def whole(path):
    """Return (text, notes) of a file of text. Raises Unreadable."""
    text, encoding, guess = decoded(Path(path).read_bytes())
    if text is None:
        raise Unreadable("unknown")
    text = tidy(text)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("too_long", most=f"{MOST_CHARACTERS:,}")
    return text, [Note("encoding", {"encoding": encoding})] if guess else []


def plain_headings(text):
    """Return the headings of plain text: short lines that stand alone and end no sentence, numbered, in capitals or
    underlined."""
    found, offset, lines = [], 0, text.split("\n")
    for number, line in enumerate(lines):
        title = line.strip()
        before = lines[number - 1].strip() if number else ""
        after = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if title and not before and len(title) <= LONGEST_HEADING and not ENDS_SENTENCE.search(title):
            level = level_of(title, after)
            if level:
                found.append([offset, level, title])
        offset += len(line) + 1
    return found


def level_of(title, after):
    """Return the level of a line that may be a heading, or 0."""
    if not any(letter.isalpha() for letter in title):
        return 0
    if len(after) >= 3 and set(after) in ({"="}, {"-"}, {"~"}):
        return 1 if after[0] == "=" else 2
    numbered = NUMBERED.match(title)
    if numbered:
        return (numbered[1] or "").count(".") + 1 if not after else 0
    if title.isupper() and len(title) > 3 and not after:
        return 1
    return 2 if not after and title[0].isupper() and len(title) <= 60 and len(title.split()) <= 9 else 0


def cleaned(text):
    """Return text of a part of a document without white space at the ends of its lines and with one blank line at most
    between paragraphs."""
    text = re.sub(r"[ \t\f\v\u00a0]+", " ", tidy(text))
    text = re.sub(r" *\n *", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
