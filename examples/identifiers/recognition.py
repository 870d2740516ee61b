"""Names by a model of spaCy, where NER_MODEL names an installed one; the patterns do without."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KINDS = {"PERSON": "NAME", "PER": "NAME", "ORG": "FACILITY", "FAC": "FACILITY"}


def found_in(reading):
    for entity in model(settings.NER_MODEL)(reading.text).ents:
        if entity.label_ in KINDS:
            yield entity.start_char, entity.end_char, KINDS[entity.label_], "maybe"


@cache
def model(name):
    """Return the model. Raises ImproperlyConfigured with a sentence that says what to install."""
    try:
        import spacy

        return spacy.load(name, exclude=["parser", "lemmatizer", "attribute_ruler"])
    except (ImportError, OSError) as problem:
        raise ImproperlyConfigured(
            f"NER_MODEL is “{name}”, and that cannot be loaded. Install it: pip install spacy, then python -m spacy "
            f"download {name}. Or leave NER_MODEL empty; names are then found by patterns alone."
        ) from problem
