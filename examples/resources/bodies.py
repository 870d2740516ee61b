"""What the resource API reads from a body: the fields of an example, a note, a tag, which examples are meant."""

from rest_framework.exceptions import ParseError

from examples import formats
from examples.api import refusals_answered
from examples.forms import LONGEST_TAG, FilterForm
from examples.resources.queries import filters_of
from examples.serializers import ExampleSerializer
from examples.texts import Refused, kind_of, sound, strict_text

MOST_AT_ONCE = 10_000
# What a new example, or one that is put anew as a whole, has where the body says nothing. None is refused by the model.
NEEDED = {"instruction": None, "response": None}
BLANK = {"context": "", "system": "", "tags": "", "history": [], "extra": {}}
FIELDS = set(ExampleSerializer.Meta.fields)
TO_READ = set(ExampleSerializer.Meta.read_only_fields)


def values_of(item):
    """Return the fields of an example in a JSON body. Raises Refused, for a key that cannot be set too."""
    if not isinstance(item, dict):
        raise Refused(f"An example must be a JSON object, and here it is {kind_of(item)}.")
    sound(item)
    values = {}
    for name, value in item.items():
        if name not in FIELDS:
            raise Refused(f"An example has no “{name}”. Put it into “extra”.")
        if name == "extra" and not isinstance(value, dict):
            raise Refused(f"“extra” must be an object, and here it is {kind_of(value)}.")
        if name == "trainable" and not isinstance(value, bool):
            raise Refused(f"“trainable” must be true or false, and here it is {kind_of(value)}.")
        if name == "history":
            value = formats.read_history(value)
        elif name in ("context", "system", "tags") and value is None:
            value = ""
        if name not in TO_READ:
            values[name] = value
    return values


def note_of(body):
    """Return the note of a review. Raises a 400."""
    note = body.get("note", "") if isinstance(body, dict) else ""
    if not isinstance(note, str):
        raise ParseError(f"“note” must be text, and here it is {kind_of(note)}.")
    with refusals_answered():
        return strict_text(note, "note")


def tier_of(body):
    """Return the tier of identifiers that a body names, “” for both. Raises a 400."""
    tier = body.get("tier", "") if isinstance(body, dict) else ""
    if tier not in ("", "sure"):
        raise ParseError("“tier” must be “sure”. Leave it out to replace what may be an identifier too.")
    return tier


def texts_of(body, *names):
    """Return these texts of a body. Raises a 400."""
    if not isinstance(body, dict) or not all(isinstance(body.get(name), str) for name in names):
        raise ParseError(f"The body must be a JSON object with the text{'s'[: len(names) - 1]} {', '.join(names)}.")
    return [body[name] for name in names]


def tag_of(body):
    """Return the tag that examples get or lose. Raises a 400."""
    tag = body.get("tag")
    if not isinstance(tag, str) or len(tag.split()) != 1 or len(tag) > LONGEST_TAG:
        raise ParseError(f"“tag” must be one word of at most {LONGEST_TAG} characters.")
    with refusals_answered():
        return strict_text(tag.strip(), "tag")


def chosen(examples, body):
    """Return those of the examples that a body means, by its `ids` or its `filter`. Raises a 400."""
    ids, filters = body.get("ids"), body.get("filter")
    if (ids is None) == (filters is None):
        raise ParseError("Send either “ids” or “filter”. An empty filter {} is all examples.")
    if filters is not None:
        return examples.matching(filters_of(strict_filters(filters)))
    if not isinstance(ids, list) or not all(type(number) is int and 0 < number < 2**63 for number in ids):
        raise ParseError("“ids” must be a list of whole numbers from 1.")
    if len(ids) > MOST_AT_ONCE:
        raise ParseError(f"Send at most {MOST_AT_ONCE:,} ids at once, or a filter.")
    return examples.filter(id__in=ids)


def strict_filters(filters):
    """Return the filters as they came. Raises a 400 for one that is misspelt or empty: it would choose all."""
    if not isinstance(filters, dict):
        raise ParseError(f"“filter” must be an object, and here it is {kind_of(filters)}.")
    known = FilterForm.base_fields
    unknown = sorted(set(filters) - set(known))
    if unknown:
        raise ParseError(f"There is no filter “{unknown[0]}”. There are {', '.join(known)}.")
    for name, value in filters.items():
        values = value if name == "status" and isinstance(value, list) else [value]
        if not values or not all(isinstance(part, (str, int)) and part != "" for part in values):
            raise ParseError(f"The filter “{name}” must be text or a number, and not empty. Leave it out for all.")
    return filters
