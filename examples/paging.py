"""Keyset pages in addresses: how the key of a page is written there and read back.

A list asks `keys` where it is, and hands the keys that `ExampleQuerySet.page` returns to `address`.
"""

import base64
import json

from rest_framework.exceptions import ParseError

from examples.querysets import ORDERS

PLACES = ("after", "before")


class NoSuchPage(ParseError):
    """Why an address leads to no page: 400 in the API, 404 on a page. Its text is a sentence for the caller."""

    default_detail = "“after” or “before” is not from a page of this order. Start from the first page."


def keys(query, order):
    """Return (after, before) of an address's query, each a key or None. Raises NoSuchPage."""
    columns, _backwards = ORDERS[order]
    after, before = (decoded(query.get(place), columns) for place in PLACES)
    return after, before


def address(query, place, key):
    """Return “?…” of the page after or before (`place`) a key, all else as in this query; None where there is none."""
    if key is None:
        return None
    query = query.copy()
    for name in PLACES:
        query.pop(name, None)
    query[place] = encoded(key)
    return f"?{query.urlencode()}"


def encoded(key):
    """Return a page's key as one word for an address."""
    return None if key is None else base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def decoded(word, columns):
    """Return the key of a page, or None for no word. Raises NoSuchPage for anything that `encoded` did not write."""
    if not word:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (ValueError, RecursionError):
        raise NoSuchPage from None
    whole = isinstance(key, list) and all(type(part) is int and abs(part) < 2**63 for part in key)
    if not whole or len(key) != len(columns):
        raise NoSuchPage
    return tuple(key)
