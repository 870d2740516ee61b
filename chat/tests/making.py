"""Documents for tests, made on the spot."""

import io
import zipfile

import docx
import pypdfium2
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from chat import indexing

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
GUIDE = """# The guide

## Before the visit

Eat a light breakfast six hours before. Somebody must drive you home, because you must not steer a car that day.

## After the visit

Rest at home, and drink water. A low mood on the second day is usual and passes.
"""


def pdf(*pages, title="", password=""):
    """Return a PDF with these pages, each a list of (style, words) or one text."""
    target, flow, styles = io.BytesIO(), [], getSampleStyleSheet()
    for page in pages:
        for style, words in [("BodyText", page)] if isinstance(page, str) else page:
            flow.append(Paragraph(words, styles[style]))
        flow.append(PageBreak())
    encrypt = StandardEncryption(password) if password else None
    SimpleDocTemplate(target, pagesize=A5, title=title, encrypt=encrypt).build(flow)
    return target.getvalue()


def form(value):
    """Return a PDF of two pages, the second with a field that has this in it."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for words in ("Rest.", "Whom to call:"):
        canvas.drawString(72, 700, words)
        if words != "Rest.":
            canvas.acroForm.textfield(name="who", value=value, x=72, y=650, width=300, height=20)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def scan(pages=2):
    """Return a PDF whose pages have no text."""
    document = pypdfium2.PdfDocument.new()
    for _page in range(pages):
        document.new_page(300, 400)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def word(*blocks, notes=""):
    """Return a DOCX of (style, text), rows of a table, or XML as Word writes it."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.element.body.insert(-1, parse_xml(f"<w:body {nsdecls('w')} xmlns:mc='{MC}'>{block}</w:body>")[0])
        elif isinstance(block, list):
            table = document.add_table(rows=0, cols=len(block[0]))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(block[1], style=block[0])
    if notes:
        xml = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml, document.part.package)
        document.part.relate_to(part, RT.FOOTNOTES)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def zipped(**files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


def add(data, name="guide.md", **options):
    """Add a document and return it as the database has it."""
    document = indexing.add(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name, **options)
    document.refresh_from_db()
    return document


def upload(data, name="guide.md"):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())
