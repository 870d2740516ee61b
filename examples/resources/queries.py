"""What the resource API reads from an address: filters, pages, ids."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ParseError

from examples import checks
from examples.forms import FilterForm
from examples.querysets import ORDERS

PAGE, LARGEST_PAGE = 50, 500
FILTERS = [
    OpenApiParameter("q", OpenApiTypes.STR, description="Words, or beginnings of words, that are all in the example."),
    OpenApiParameter("status", OpenApiTypes.STR, description="new, approved, rejected; several with commas."),
    OpenApiParameter("tag", OpenApiTypes.STR),
    OpenApiParameter("source", OpenApiTypes.INT, description="The id of an import."),
    OpenApiParameter("since", OpenApiTypes.DATETIME, description="Made at or after this time."),
    OpenApiParameter("until", OpenApiTypes.DATETIME, description="Made before this time."),
    OpenApiParameter("min_length", OpenApiTypes.INT, description="Of the response, in characters."),
    OpenApiParameter("max_length", OpenApiTypes.INT),
    OpenApiParameter("min_tokens", OpenApiTypes.INT, description="Of question, context and answer, estimated."),
    OpenApiParameter("max_tokens", OpenApiTypes.INT),
    OpenApiParameter("with_context", OpenApiTypes.BOOL),
    OpenApiParameter("context", OpenApiTypes.STR, description="Exactly this context."),
    OpenApiParameter("with_system", OpenApiTypes.BOOL, description="With a system prompt of its own, or without."),
    OpenApiParameter(
        "finding", OpenApiTypes.STR, enum=[*checks.every(), *checks.GROUPS], description="What a check finds."
    ),
]
PAGING = [
    OpenApiParameter("order", OpenApiTypes.STR, enum=list(ORDERS)),
    OpenApiParameter("limit", OpenApiTypes.INT, description=f"1 to {LARGEST_PAGE}, else {PAGE}."),
    OpenApiParameter("after", OpenApiTypes.STR, description="From the answer's `next`."),
    OpenApiParameter("before", OpenApiTypes.STR, description="From the answer's `previous`."),
    OpenApiParameter("trash", OpenApiTypes.BOOL, description="List the trash instead."),
]
ID = OpenApiParameter("id", OpenApiTypes.INT, OpenApiParameter.PATH)


def only_known(query, *parameters):
    """Raise a 400 where a query has a name that is none of these parameters': a misspelt filter would choose all."""
    known = [parameter.name for parameter in parameters]
    unknown = next((name for name in query if name not in known), None)
    if unknown is not None:
        there = f"There are {', '.join(known)}" if known else "Leave it out: this is of all, and takes no filter"
        raise ParseError(f"There is no “{unknown[:80]}” here. {there}.")


def filters_of(data):
    """Return the cleaned filters of a query or a JSON object. Raises a 400 that names the wrong one."""
    form = FilterForm(data, strict=True)
    if not form.is_valid():
        raise ParseError(form.sentence())
    return form.cleaned_data


def order_of(query, in_trash):
    """Return the order that a list is asked for in. Raises a 400."""
    orders = [name for name in ORDERS if in_trash or name != "removed"]
    order = query.get("order") or ("removed" if in_trash else "newest")
    if order not in orders:
        hint = " For “removed”, list the trash with trash=true." if order == "removed" else ""
        raise ParseError(f"“order” must be one of {', '.join(orders)}.{hint}")
    return order


def limit_of(query):
    """Return how many rows a page is to have. Raises a 400."""
    text = query.get("limit")
    if not text:
        return PAGE
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:10]) <= LARGEST_PAGE:
        raise ParseError(f"“limit” must be a whole number from 1 to {LARGEST_PAGE}.")
    return int(text)


def whole_id(text):
    """Return an id for the database, or one that nothing has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def whole_of(query, name, what):
    """Return the whole number that a query has under a name, or None; `what` is it. Raises a 400."""
    text = query.get(name)
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise ParseError(f"“{name}” must be {what}.")
    return int(text)
