"""Cutting a text into passages: at its pages and headings first, then at paragraphs and sentences."""

from dataclasses import dataclass
from functools import cache

from semantic_text_splitter import MarkdownSplitter, TextSplitter

FEWEST, MOST = 600, 900  # characters
OVERLAP = 120
SHORT = 350  # a section below this joins its neighbour, as far as both fit
BETWEEN, AND = " › ", " · "  # in a path: from the larger heading to the smaller; two headings side by side
LONGEST_PATH = 400
AT_ONCE = 20_000  # characters given to the splitter, whose time grows with their square


@dataclass
class Piece:
    """A passage to be: `text[start:end]` of the document, its page and the path of its headings."""

    start: int
    end: int
    page: int | None
    heading: str


def split(text, page_starts=(), headings=(), kind=""):
    """Return the Pieces of a text in its order. Each begins and ends with a letter, none crosses a page."""
    found = []
    for start, end, page, path in joined(list(sections(text, page_starts, headings))):
        for offset, piece in chunks(text[start:end], kind):
            stripped = piece.strip()
            if stripped:
                begin = start + offset + len(piece) - len(piece.lstrip())
                found.append(Piece(begin, begin + len(stripped), page, path))
    return found


def chunks(text, kind):
    """Yield (offset, chunk) of a section. Of a long one a part is cut at a time, and the next begins with its last
    chunk, which the border may have cut short."""
    start = 0
    while True:
        found = splitter(kind).chunk_indices(text[start : start + AT_ONCE])
        last = start + AT_ONCE >= len(text) or len(found) < 2
        for offset, chunk in found if last else found[:-1]:
            yield start + offset, chunk
        if not last:
            start += found[-1][0]
        elif start + AT_ONCE < len(text):
            start += AT_ONCE
        else:
            return


@cache
def splitter(kind):
    make = MarkdownSplitter if kind == "markdown" else TextSplitter
    return make((FEWEST, MOST), overlap=OVERLAP)


def sections(text, page_starts, headings):
    """Yield (start, end, page, path) between two borders: beginnings of pages, and headings."""
    titles = {offset: (level, title) for offset, level, title in headings}
    pages = {offset: number for number, offset in enumerate(page_starts, start=1)}
    borders = sorted({0, *titles, *pages})
    above, page = [], None
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        page = pages.get(start, page)
        if start in titles:
            level, title = titles[start]
            above = [one for one in above if one[0] < level] + [(level, title)]
        if text[start:end].strip():
            yield start, end, page, BETWEEN.join(title for _level, title in above)[:LONGEST_PATH]


def joined(found):
    """Join a short section with the one before it or after it on the same page, as far as both fit one passage."""
    result = []
    for start, end, page, path in found:
        if result:
            first, before, page_before, path_before = result[-1]
            short = end - start < SHORT or before - first < SHORT
            if short and page == page_before and end - first <= MOST and akin(path, path_before):
                result[-1] = (first, end, page, shared(path_before, path))
                continue
        result.append((start, end, page, path))
    return result


def akin(one, other):
    """Return whether two sections stand below the same largest heading, or one of them below none."""
    return not one or not other or one.split(BETWEEN)[0] == other.split(BETWEEN)[0]


def shared(one, other):
    """Return a path that names both: what they have in common, then the rest of each."""
    first, second = one.split(BETWEEN), other.split(BETWEEN)
    common = 0
    while common < min(len(first), len(second)) and first[common] == second[common]:
        common += 1
    rest = [part for part in (BETWEEN.join(first[common:]), BETWEEN.join(second[common:])) if part]
    return BETWEEN.join([*first[:common], AND.join(rest)] if rest else first[:common])[:LONGEST_PATH]
