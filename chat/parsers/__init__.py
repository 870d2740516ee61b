"""Kinds of documents, one module each: which content is of the kind, and how its text is read.

A parser runs in a child process with limits (see `chat.reading`), so that nothing hostile in a file reaches the
product.
"""

import sys
from functools import cache

from chat.parsers._parser import Head, Note, Page, Parser
from chat.reasons import Unreadable
from trainingcenter.discovery import discover

__all__ = ["Head", "Note", "Page", "Parser", "every", "of", "suffixes"]


@cache
def every():
    """Return {name: parser} of all kinds."""
    return discover(sys.modules[__name__], "PARSER")


def of(head):
    """Return the parser that the beginning of a file fits best. Raises Unreadable."""
    head.refuse()
    best = max(every().values(), key=lambda parser: parser.fits(head))
    if not best.fits(head):
        raise Unreadable("unknown")
    return best


def suffixes():
    """Return the endings of names that people may choose from."""
    return sorted(suffix for parser in every().values() for suffix in parser.suffixes)
