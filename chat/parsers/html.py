"""HTML: what a reader of the page would see. Nothing that it names is fetched."""

import re

from lxml import etree
from lxml import html as lxml_html

from chat.parsers import _text
from chat.parsers._parser import NO, SURE, Page, Parser
from chat.reasons import Unreadable

BEGINS = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|table|ul|section)\b",
    re.IGNORECASE | re.DOTALL,
)
# What a name that ends in .html may go with: tags, or characters written as in HTML.
MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);", re.IGNORECASE)
UNSEEN = {
    "script", "style", "template", "noscript", "head", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
    "select", "textarea", "datalist",
}  # fmt: skip
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
BLOCKS = {
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul", "caption",
}  # fmt: skip
LINES = {"br", "li", "tr", "option"}
# What stands behind these, where it is not what stands before them.
AFTER = {**dict.fromkeys(LINES, ""), "td": " | ", "th": " | "}
LEVELS = {f"h{level}": level for level in range(1, 7)}


class Html(Parser):
    name, title, suffixes, media_type = "html", "HTML", (".html", ".htm"), "text/html"

    def fits(self, head):
        if head.text is None or head.is_zip or head.is_pdf:
            return NO
        named = head.suffix in self.suffixes and MARKUP.search(head.text)
        return SURE if named or BEGINS.match(head.text) else NO

    def read(self, path, first=1):
        source, notes = _text.whole(path)
        parser = etree.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
        )
        try:
            tree = lxml_html.document_fromstring(source.encode(), parser=parser)
        except etree.ParserError:
            raise Unreadable("no_text") from None
        found = tree.find("head/title")
        title = _text.cleaned(found.text or "") if found is not None else ""
        text, headings = seen(tree)
        if not text.strip():
            raise Unreadable("no_text")
        yield Page(text, headings=headings, title=title)
        yield from notes


def seen(tree):
    """Return (text, headings) of what is shown, without recursion: a file may be nested very deeply."""
    parts, titles = [], []  # titles: (index of the part that begins the heading, level, element)
    todo = [("open", tree)]
    while todo:
        step, what = todo.pop()
        if step == "text":
            parts.append(what)
        elif step == "open" and isinstance(what.tag, str) and not is_hidden(what):
            tag, around = what.tag, break_of(what.tag)
            parts.append(around)
            if tag in LEVELS:
                titles.append((len(parts), LEVELS[tag], " ".join("".join(what.itertext()).split())))
            todo.append(("text", AFTER.get(tag, around)))
            for child in reversed(what):
                todo += [("text", re.sub(r"\s+", " ", child.tail or "")), ("open", child)]
            todo.append(("text", (what.text or "") if tag == "pre" else re.sub(r"\s+", " ", what.text or "")))
    return put_together(parts, titles)


def is_hidden(element):
    if element.tag in UNSEEN or "hidden" in element.attrib or element.get("aria-hidden", "").lower() == "true":
        return True
    return bool(HIDDEN.search(element.get("style", "")))


def break_of(tag):
    return "\n\n" if tag in BLOCKS or tag in LEVELS else "\n" if tag in LINES else ""


def put_together(parts, titles):
    """Return (text, headings): each part is cleaned with what came before it, so that offsets stay true."""
    pieces, headings, begun, length = [], [], 0, 0
    for index, level, title in [*titles, (len(parts), 0, "")]:
        piece = _text.cleaned("".join(parts[begun:index]))
        if piece:
            pieces.append(piece)
            length += len(piece) + 2
        begun = index
        if title:
            headings.append([length, level, title[: _text.LONGEST_HEADING]])
    text = "\n\n".join(pieces)
    return text, [heading for heading in headings if heading[0] < len(text)]


PARSER = Html()
