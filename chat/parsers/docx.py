"""Word documents (DOCX). Their pages are made by the program that shows them, so they have none here."""

import copy
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from chat.parsers._encodings import tidy
from chat.parsers._parser import MOST_CHARACTERS, NO, SURE, Page, Parser
from chat.reasons import Unreadable

MOST_UNPACKED = 250 * 1024 * 1024  # bytes, of all that is in the file
MOST_TEXT = 60 * 1024 * 1024  # bytes, of its XML
DEEPEST = 8  # tables in tables
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CONTENTS = "Table of Contents"
# What was deleted, moved away, is hidden, or asks to be filled in; and lists of contents, which say headings again.
UNSEEN = tuple(map(qn, ("w:del", "w:moveFrom", "w:vanish", "w:showingPlcHdr", "w:docPartGallery")))
WRAPPERS = tuple(
    map(
        qn,
        ["w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo"],
    )
) + tuple(COMPATIBLE + name for name in ("AlternateContent", "Choice", "Fallback"))


class Docx(Parser):
    name, title, suffixes = "docx", "Word", (".docx",)
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def fits(self, head):
        return SURE if head.is_zip and "word/document.xml" in head.names else NO

    def read(self, path, first=1):
        weigh(path)
        try:
            document = docx.Document(path)
            notes = footnotes_of(document)
        except (
            KeyError,
            ValueError,
            PackageNotFoundError,
            zipfile.BadZipFile,
            etree.XMLSyntaxError,
            OSError,
            EOFError,
        ):
            raise Unreadable("cut") from None
        laid_open(document.element.body, notes)
        text, headings = put_together(document)
        if not text.strip():
            raise Unreadable("no_text")
        named = next((title for _offset, level, title in headings if level == 1), "")
        yield Page(text, headings=headings, title=document.core_properties.title.strip() or named)


def weigh(path):
    """Raise Unreadable where unpacking would be dangerous. The sizes are what the archive says, and zipfile reads no
    more than these."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, OSError):
        raise Unreadable("cut") from None
    if any(file.flag_bits & 1 for file in files):
        raise Unreadable("encrypted")
    text = sum(file.file_size for file in files if file.filename.endswith((".xml", ".rels")))
    if sum(file.file_size for file in files) > MOST_UNPACKED or text > MOST_TEXT:
        raise Unreadable("bomb")


def laid_open(body, notes):
    """Change a document's tree so that all a reader sees stands in paragraphs and tables. python-docx passes over what
    is in a wrapper: the fields of a form, insertions that nobody has accepted yet, boxes of text."""
    for element in [*body.iter(*UNSEEN)]:
        if element.get(qn("w:val"), CONTENTS) in (CONTENTS, "1", "true", "on"):
            drop(unseen_with(element))
    for element in [*body.iter(f"{COMPATIBLE}AlternateContent")]:  # the same in several ways, the best first
        for other in element[1:]:
            drop(other)
    for element in reversed([*body.iter(qn("w:footnoteReference"), qn("w:endnoteReference"))]):
        found = notes.get((element.tag.removesuffix("Reference"), element.get(qn("w:id"))), ())
        below(element, [copy.deepcopy(paragraph) for paragraph in found])
    for element in reversed([*body.iter(qn("w:txbxContent"))]):
        below(element, list(element))
    for element in [*body.iter(*WRAPPERS)]:
        parent = element.getparent()
        for child in list(element):
            element.addprevious(child)
        parent.remove(element)


def below(element, blocks):
    """Put blocks behind the paragraph that an element stands in."""
    around = next(element.iterancestors(qn("w:p")), None)
    for block in reversed(blocks):
        if around is not None:
            around.addnext(block)


def unseen_with(element):
    """Return what nobody sees because of this element."""
    around = element.getparent()
    if element.tag == qn("w:vanish"):
        return around.getparent() if around.getparent().tag == qn("w:r") else element
    if element.tag == qn("w:del") and around.tag == qn("w:trPr"):
        return around.getparent()
    if element.tag in (qn("w:docPartGallery"), qn("w:showingPlcHdr")):
        return next(element.iterancestors(qn("w:sdt")), element)
    return element


def drop(element):
    if element.getparent() is not None:
        element.getparent().remove(element)


def footnotes_of(document):
    """Return {(tag of a note, id): its paragraphs}."""
    found = {}
    for part in (related.target_part for related in document.part.rels.values() if not related.is_external):
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            tree = parse_xml(part.blob)
            found |= {(note.tag, note.get(qn("w:id"))): note.findall(qn("w:p")) for note in tree}
    return found


def put_together(document):
    """Return (text, headings) of paragraphs and tables in their order."""
    parts, headings, length = [], [], 0
    for text, level in blocks(document):
        text = tidy(text).strip()
        if not text:
            continue
        if level:
            headings.append([length, level, " ".join(text.split())[:120]])
        parts.append(text)
        length += len(text) + 2
        if length > MOST_CHARACTERS:
            raise Unreadable("too_long", most=f"{MOST_CHARACTERS:,}")
    return "\n\n".join(parts), headings


def blocks(document):
    """Yield (text, level of the heading or 0); what follows each other in a list comes as one."""
    names = {style.style_id: style.name or "" for style in document.styles}  # looked up once: it takes its time
    items = []
    for block in document.iter_inner_content():
        style = "" if isinstance(block, Table) else names.get(block._p.style, "")
        if not isinstance(block, Table) and is_item(block, style):
            items.append(f"- {block.text}")
            continue
        if items:
            yield "\n".join(items), 0
            items = []
        if isinstance(block, Table):
            yield "\n".join(rows_of(block)), 0
        else:
            yield block.text, level_of(style)
    if items:
        yield "\n".join(items), 0


def is_item(paragraph, style):
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    return not level_of(style) and (numbered or style.startswith("List"))


def level_of(style):
    if style == "Title":
        return 1
    word, _space, number = style.partition(" ")
    return int(number) if word == "Heading" and number.isdigit() else 0


def rows_of(table, depth=0):
    """Yield the rows of a table, cells with a bar between. A cell that reaches over several columns is told once."""
    for row in table.rows:
        seen, cells = [], []
        for cell in row.cells:
            if cell._tc in seen:
                continue
            seen.append(cell._tc)
            words = " ".join(" ".join(paragraph.text for paragraph in cell.paragraphs).split())
            if depth < DEEPEST:
                words = " ".join([words, *(" / ".join(rows_of(inner, depth + 1)) for inner in cell.tables)]).strip()
            cells.append(words)
        if any(cells):
            yield " | ".join(cells)


PARSER = Docx()
