"""Plain text."""

from chat.parsers import _text
from chat.parsers._parser import MAYBE, NO, Page, Parser
from chat.reasons import Unreadable


class Text(Parser):
    name, title, suffixes = "text", "Text", (".txt",)

    def fits(self, head):
        return MAYBE if head.text is not None and not head.is_zip and not head.is_pdf else NO

    def read(self, path, first=1):
        text, notes = _text.whole(path)
        if not text.strip():
            raise Unreadable("no_text")
        yield Page(text, headings=_text.plain_headings(text))
        yield from notes


PARSER = Text()
