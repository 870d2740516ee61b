"""Markdown, kept as it was written."""

import re

from chat.parsers import _text
from chat.parsers._parser import LIKELY, NO, SURE, Page, Parser
from chat.reasons import Unreadable

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
UNDERLINED = re.compile(r"^(?! *[-*+>#|])(\S[^\n]*)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
SIGNS = re.compile(r"^(?:#{1,6} \S|[-*] \S|\d+\. \S|> |```|\|.*\|$)|\[[^\]\n]+\]\([^)\n]+\)|\*\*\S", re.MULTILINE)
MARKS = re.compile(r"[*_`]+|!?\[([^\]]*)\]\([^)]*\)")


class Markdown(Parser):
    name, title, suffixes, media_type = "markdown", "Markdown", (".md", ".markdown"), "text/markdown"

    def fits(self, head):
        if head.text is None or head.is_zip or head.is_pdf:
            return NO
        if head.suffix in self.suffixes:
            return SURE if HEADING.search(head.text) else LIKELY
        if head.suffix == ".txt":
            return NO
        return LIKELY if HEADING.search(head.text) and len(SIGNS.findall(head.text)) > 2 else NO

    def read(self, path, first=1):
        text, notes = _text.whole(path)
        if not text.strip():
            raise Unreadable("no_text")
        headings = headings_of(text)
        title = next((title for _offset, level, title in headings if level == 1), "")
        yield Page(text, headings=headings, title=title)
        yield from notes


def headings_of(text):
    """Return [offset, level, title] of the headings that stand in no block of code."""
    fenced = [match.span() for match in FENCE.finditer(text)]
    found = [(match.start(), len(match[1]), match[2]) for match in HEADING.finditer(text)]
    found += [(match.start(), 1 if match[2][0] == "=" else 2, match[1]) for match in UNDERLINED.finditer(text)]
    return [
        [offset, level, MARKS.sub(r"\1", title).strip()[: _text.LONGEST_HEADING]]
        for offset, level, title in sorted(found)
        if not any(start <= offset < end for start, end in fenced)
    ]


PARSER = Markdown()
