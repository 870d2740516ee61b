"""The handbook of an invented clinic, as text and as a PDF: a document of over fifty pages in words of our own.

python -m benchmarks.handbook FILE.pdf
"""

import html
import re
import sys
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

DATA = Path(__file__).parent / "data"
QUESTIONS = DATA / "questions.jsonl"
STYLES = {1: "Heading1", 2: "Heading2", 3: "Heading3"}


def text():
    """Return the whole handbook in Markdown."""
    return "\n".join(path.read_text() for path in sorted((DATA / "handbook").glob("*.md")))


def write_pdf(target, times=1):
    """Write the handbook as a PDF, some times over."""
    styles = getSampleStyleSheet()
    styles["BodyText"].leading = 14
    flow = []
    for block in re.split(r"\n{2,}", text().strip()) * times:
        heading = re.match(r"(#{1,3}) (.*)", block)
        words = html.escape(heading[2] if heading else " ".join(block.split()), quote=False)
        words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words)
        flow += [Paragraph(words, styles[STYLES[len(heading[1])] if heading else "BodyText"]), Spacer(1, 3)]
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 18 * mm)
    SimpleDocTemplate(str(target), pagesize=A5, title="The Linden Court Handbook", **margins).build(flow)


if __name__ == "__main__":
    write_pdf(sys.argv[1])
