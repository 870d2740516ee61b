"""PDF, page by page. `page_text` and `picture` read a page in the same way, so that what is marked is what was read."""

import re
import statistics
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from chat.parsers._encodings import tidy
from chat.parsers._parser import MOST_CHARACTERS, NO, SURE, Note, Page, Parser
from chat.parsers._text import ENDS_SENTENCE, LONGEST_HEADING
from chat.reasons import Unreadable

LARGER, MUCH_LARGER = 1.12, 1.45  # times the size of most letters: the words of a heading
MANY = 0.4  # of the letters that the commonest height has
GAP = 1.35  # times the usual distance of two lines: a new paragraph
FULL = 0.75  # of the usual width: a shorter line is the last of its paragraph
ITEM = re.compile(r"(?:[•◦▪‣·●○■□–—*-]|\(?\d{1,3}[.)]|[a-z][.)])\s")
BREAK = re.compile(r"\r\n|\r|\n")
# Soft hyphens at the end of a line; pdfium writes them as U+0002 or U+FFFE.
DROPPED = re.compile("[\x02\ufffe\xad](?:\r\n|\r|\n)?|[\x00\ufeff]")
BAD_LINES = ("untitled", "microsoft word", "document")
PICTURE_WIDTH, PICTURE_MOST = 1100, 2200  # pixels


class Pdf(Parser):
    name, title, suffixes, media_type = "pdf", "PDF", (".pdf",), "application/pdf"

    def fits(self, head):
        return SURE if head.is_pdf else NO

    def read(self, path, first=1):
        document = opened(path)
        whole = len(document)
        if not whole:
            raise Unreadable("cut")
        title = title_of(document)
        form = document.get_formtype() != pdfium.FORMTYPE_NONE
        length = 0
        for number in range(first, whole + 1):
            try:
                text, headings = page_text(document, number)
            except (pypdfium2.PdfiumError, ValueError):
                yield Note("page", {"page": number})
                text, headings = "", []
            length += len(text)
            if length > MOST_CHARACTERS:
                raise Unreadable("too_long", most=f"{MOST_CHARACTERS:,}")
            if form and is_filled(document[number - 1]):
                form = False  # one page is named
                yield Note("fields", {"page": number})
            yield Page(text, number, headings, whole, title)


def opened(path):
    """Return the document. Raises Unreadable."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable("encrypted" if locked else "cut") from None


def is_filled(page):
    """Whether a field of a form on a page has text in it, which is no text of the page."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        field = pdfium.FPDFPage_GetAnnot(page, number)
        try:
            is_text = pdfium.FPDFAnnot_GetValueType(field, b"V") == pdfium.FPDF_OBJECT_STRING
            if is_text and pdfium.FPDFAnnot_GetStringValue(field, b"V", None, 0) > 2:  # bytes, with the closing zero
                return True
        finally:
            pdfium.FPDFPage_CloseAnnot(field)
    return False


def title_of(document):
    try:
        title = tidy(document.get_metadata_value("Title")).strip()
    except (pypdfium2.PdfiumError, ValueError):
        return ""
    return "" if title.lower().startswith(BAD_LINES) or len(title) < 4 else title[:255]


@dataclass
class Line:
    """A line as it stands on the page: where its characters are in pdfium's text, its height and place."""

    start: int
    end: int
    size: float
    top: float


def page_text(document, number):
    """Return (text, headings) of a page."""
    page = document[number - 1]
    try:
        pieces, headings = laid_out(page)
    finally:
        page.close()
    return "".join(text for text, _start in pieces), headings


def laid_out(page):
    """Return ([(text, its first character in pdfium's text, or None where it is ours)], headings)."""
    sheet = page.get_textpage()
    raw = sheet.get_text_range()
    if not raw.strip():
        return [], []
    lines = lines_of(sheet, raw)
    usual, distance, width = usual_of(lines)
    pieces, headings, length, before = [], [], 0, None
    for line in lines:
        parts = kept(raw, line.start, line.end)
        words = "".join(text for text, _start in parts)
        level = level_of(words, line.size / usual) if usual else 0
        if before is not None:
            between = separator(before, line, words, distance, width, usual)
            pieces.append((between, None))
            length += len(between)
        if level and headings and before is not None and before.size == line.size and headings[-1][3] == length - 1:
            headings[-1][2] = f"{headings[-1][2]} {words.strip()}"[:LONGEST_HEADING]  # a heading of two lines
            headings[-1][3] = length + len(words)
        elif level:
            headings.append([length, level, words.strip()[:LONGEST_HEADING], length + len(words)])
        pieces += parts
        length += len(words)
        before = line
    return pieces, [heading[:3] for heading in headings]


def lines_of(sheet, raw):
    lines, start = [], 0
    joined = sheet.count_chars() == len(raw)  # else places in the text are no places on the page
    for match in [*BREAK.finditer(raw), None]:
        end = match.start() if match else len(raw)
        # A word that is divided at the end of the line goes on in the next one.
        if match and end > start and raw[end - 1] in "\x02\ufffe\xad":
            continue
        if raw[start:end].strip():
            first = start + len(raw[start:end]) - len(raw[start:end].lstrip())
            size = pdfium.FPDFText_GetFontSize(sheet, first) if joined else 0.0
            box = sheet.get_charbox(first, loose=True) if joined else (0, 0, 0, 0)
            height = box[3] - box[1]
            lines.append(Line(start, end, round(height if height > 0 else size, 1), box[3]))
        start = match.end() if match else end
    return lines


def usual_of(lines):
    """Return the usual height of letters, distance of lines and length of lines. The usual height is the smallest that
    a good part of the letters has: headings are larger, and may fill a page nearly alone."""
    sizes = {}
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + line.end - line.start
    usual = min(size for size, count in sizes.items() if count >= MANY * max(sizes.values()))
    body = [line for line in lines if line.size == usual]
    gaps = [one.top - two.top for one, two in pairwise(body) if one.top > two.top]
    lengths = sorted(line.end - line.start for line in body)
    return usual, statistics.median_low(gaps) if gaps else 0, lengths[len(lengths) * 3 // 4]


def separator(before, line, words, distance, width, usual):
    """Return what stands between two lines: a blank line between paragraphs, a space within one."""
    gap = before.top - line.top
    apart = distance and (gap > distance * GAP or gap < 0)
    if apart or (before.size != line.size and max(before.size, line.size) > usual * LARGER):
        return "\n\n"
    if ITEM.match(words.lstrip()) or before.end - before.start < width * FULL:
        return "\n"
    return " "


def level_of(words, ratio):
    """Return the level of a heading for a line whose letters are this much larger than most, or 0."""
    words = words.strip()
    if ratio < LARGER or len(words) > LONGEST_HEADING or not any(letter.isalpha() for letter in words):
        return 0
    if ENDS_SENTENCE.search(words) and not words.endswith(("?", "…")):
        return 0
    return 1 if ratio >= MUCH_LARGER else 2


def kept(raw, start, end):
    """Return [(text, its place)] of a line, without what is no letter."""
    parts = []
    for match in [*DROPPED.finditer(raw, start, end), None]:
        stop = match.start() if match else end
        if stop > start:
            parts.append((tidy(raw[start:stop]).replace("\n", " "), start))
        start = match.end() if match else stop
    return [(text, place) for text, place in parts if text]


# The picture of a page


def picture(path, number, target, text="", span=None):
    """Write a page as a PNG to `target` and return (width, height, boxes): in pixels, and the boxes [left, top, width,
    height] of the characters span[0] to span[1] of the page's `text`. Boxes are None where the page does not read as
    `text`, or a character of the span has no place on it."""
    document = opened(path)
    if not 1 <= number <= len(document):
        raise Unreadable("cut")
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(PICTURE_WIDTH / width, PICTURE_MOST / height)
    image = page.render(scale=scale).to_pil()
    image.save(target, "PNG")
    boxes = boxes_of(page, text, span, scale) if span else None
    return image.width, image.height, boxes


def boxes_of(page, text, span, scale):
    pieces, _headings = laid_out(page)
    if "".join(piece for piece, _start in pieces) != text:
        return None
    sheet = page.get_textpage()
    if sheet.count_chars() != len(sheet.get_text_range()):
        return None
    found, offset = [], 0
    for piece, start in pieces:
        first, last = max(span[0], offset), min(span[1], offset + len(piece))
        if first < last and start is not None:
            found += rectangles(page, sheet, start + first - offset, last - first, scale)
        offset += len(piece)
    return found or None


def rectangles(page, sheet, start, count, scale):
    """Return the boxes of characters on the picture; pdfium joins those of one line."""
    boxes = []
    for number in range(sheet.count_rects(start, count)):
        left, bottom, right, top = sheet.get_rect(number)
        corners = [on_picture(page, x, y, scale) for x, y in ((left, top), (right, bottom))]
        (x1, y1), (x2, y2) = corners
        boxes.append([min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)])
    return boxes


def on_picture(page, x, y, scale):
    """Return a place of the page in pixels of its picture, turned and cropped as the picture is."""
    width, height = page.get_size()
    across, down = pdfium.c_int(), pdfium.c_int()
    size = round(width * scale), round(height * scale)
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


PARSER = Pdf()
