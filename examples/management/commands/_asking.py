"""Which examples a command is to take, as options."""

from django.core.management.base import CommandError

from examples.forms import FilterForm


def add_filters(parser):
    parser.add_argument("--status", action="append", help="new, approved or rejected; may be repeated")
    parser.add_argument("--tag")
    parser.add_argument("--since", help="made at or after this date, for example 2026-11-01")
    parser.add_argument("--search", dest="q", help="with these words")
    parser.add_argument("--min-length", help="least length of the response, in characters")
    parser.add_argument("--max-length", help="greatest length of the response, in characters")
    parser.add_argument("--source", help="the number of the import they came from")


def filters_of(options):
    """Return the filters of a command's options, as a FilterForm cleans them. Raises CommandError."""
    given = {name: options[name] for name in FilterForm.base_fields if options.get(name) is not None}
    form = FilterForm(given, strict=True)
    if not form.is_valid():
        raise CommandError(form.sentence())
    return form.cleaned_data
