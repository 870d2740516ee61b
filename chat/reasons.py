"""Why a document could not be read, and what else a person should know of it: by a key, said in the reader's language.

Only keys and values come out of the child process that reads, and only these are stored.
"""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "empty": _("The file is empty. Choose the one that has the text."),
    "no_text": _("There is no text in this document. Choose one that has text."),
    "scanned": _(
        "The pages of this PDF are pictures: it was scanned, and there is no text in it. Run it through text "
        "recognition (OCR), for example with OCRmyPDF, and bring the result."
    ),
    "encrypted": _("This document is protected by a password. Save it without one and bring it again."),
    "cut": _("This file is damaged or cut off, so it cannot be opened. Export or download it again and bring that."),
    "bomb": _(
        "Unpacked, this file would be many times its size, as harmful files are. If it is yours, save its text as PDF "
        "or plain text and bring that."
    ),
    "memory": _("Reading this file takes more memory than is safe. Split it into smaller files and bring these."),
    "time": _("Reading this file took too long and was stopped. Split it into smaller files and bring these."),
    "failed": _("The reader fell over this file. Save it anew, as PDF or plain text, and bring that."),
    "gone": _("The file that was kept for this document is not there any more. Bring it again."),
    "too_long": _("The text is longer than %(most)s characters. Split the file and bring the parts."),
    "zip": _("This is a zip archive and no Word document. Unpack it and bring the documents that are in it."),
    "old_word": _("This is an old Office file (.doc, .xls, .ppt). Save it as DOCX or PDF and bring that."),
    "sheet": _("This is a spreadsheet. Save the sheet as CSV and bring that."),
    "slides": _("This is a presentation. Save it as PDF and bring that."),
    "open_document": _("This is an OpenDocument or e-book file. Save it as DOCX or PDF and bring that."),
    "rtf": _("This is an RTF file. Save it as DOCX or PDF and bring that."),
    "picture": _("This is a picture. Bring the text itself, or run the picture through text recognition (OCR) first."),
    "unknown": _(
        "This is none of the kinds of document that can be read. Bring a PDF, DOCX, MD, TXT, HTML, JSON or CSV."
    ),
    "json_broken": _("This JSON breaks off or has a mistake at line %(line)s. Mend it and bring it again."),
    "deep": _("This file is nested too deeply to be read. Bring its text as plain text."),
    # Notes: the rest of the document came in.
    "page": _("Page %(page)s could not be read; the others are here. Check that page in the file."),
    "page_empty": _("Page %(page)s has no text. If it is a scan, run it through text recognition (OCR)."),
    "pages_empty": _(
        "%(count)s pages have no text, the first is page %(page)s. If they are scans, run them through OCR."
    ),
    "fields": _(
        "Page %(page)s has a form that is filled in. What stands in its fields is not read: print the file into a new "
        "PDF and bring that."
    ),
    "encoding": _("The encoding was guessed as %(encoding)s. If letters look wrong, save the file as UTF-8."),
    "row": _("Line %(line)s is no JSON and was left out."),
}


class Unreadable(Exception):
    """A document cannot be read. Its text is a sentence for the person who brought it, which says what to do."""

    def __init__(self, reason, **values):
        self.problem = {"reason": reason, **values}
        super().__init__(reason)

    def __str__(self):
        return sentence(self.problem)


def sentence(problem):
    """Return the sentence for {"reason", …values}, in the language of who reads it."""
    return str(REASONS.get(problem["reason"], REASONS["failed"])) % problem
