"""A list of examples as pages show it: filtered, by keyset, each with the beginnings of its texts."""

from datetime import UTC, datetime, timedelta
from functools import wraps

from django.contrib import messages
from django.db.models.functions import Left
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods

from examples import checks, findings, paging
from examples.forms import FilterForm
from examples.models import Example, Import, Status
from examples.querysets import ORDERS, as_numbers

PAGE = 50
# Characters. A list shows the beginning of a text and folds what is longer than a few lines.
BEGINNING, FEW, FEW_LINES, FEW_TAGS = 2000, 600, 9, 12
TEXTS = {
    "instruction": gettext_lazy("Question"),
    "context": gettext_lazy("Context"),
    "response": gettext_lazy("Answer"),
}
ORDER_WORDS = {
    "newest": gettext_lazy("Newest first"),
    "oldest": gettext_lazy("Oldest first"),
    "longest": gettext_lazy("Longest answer first"),
    "shortest": gettext_lazy("Shortest answer first"),
}
# Matches are counted up to here: an exact count of many costs more than it tells.
COUNTED = 10_000
IMPORTS_TO_CHOOSE = 50


class Listing:
    """The list that an address asks for: filters, order and place in the address, rows and neighbours from it."""

    def __init__(self, request, place="training"):
        self.request, self.place = request, place
        self.form = FilterForm(request.GET)
        self.valid = self.form.is_valid()
        self.filters = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [])}
        asked = request.GET.get("order")
        self.order = asked if asked in ORDER_WORDS else "newest"
        self.filtering = bool(self.filters) or not self.valid

    @property
    def examples(self):
        found = Example.objects.all().matching(self.filters)
        return found if self.valid else found.none()

    def context(self):
        """Return what `_found.html` shows."""
        turned = "after" in self.request.GET or "before" in self.request.GET
        matches = None
        if self.filtering and not turned:
            rows, newer, older, matches = self.first_page()
        else:
            rows, newer, older = in_brief(self.examples).page(self.order, *keys(self.request, self.order), PAGE)
        return {
            "examples": cards(rows, self.request),
            "newer": address(self.request, "before", newer),
            "older": address(self.request, "after", older),
            "state": self.address(),
            "here": self.address(whole=True),
            "query": self.request.GET.urlencode(),
            "state_fields": self.fields(),
            "filters": self.form,
            "filtering": self.filtering,
            "narrowed": self.narrowed(),
            "wrong": self.wrong(),
            "matches": matches,
            "turned": turned,
        }

    def first_page(self):
        """Return (rows, None, key after them or None, how many fit in words), asking the filter once for both."""
        columns, backwards = ORDERS[self.order]
        ordered = self.examples.order_by(*(f"-{column}" if backwards else column for column in columns))
        ids = list(ordered.values_list("id", flat=True)[: COUNTED + 1])
        found = {row.pk: row for row in in_brief(Example.objects.filter(id__in=ids[:PAGE]))}
        rows = [found[pk] for pk in ids[:PAGE] if pk in found]
        older = as_numbers(getattr(rows[-1], column) for column in columns) if rows and len(ids) > PAGE else None
        return rows, None, older, f"{COUNTED:,}+" if len(ids) > COUNTED else f"{len(ids):,}"

    def choices(self):
        """Return what the controls above the list offer."""
        return {
            "filters": self.form,
            "order": self.order,
            "orders": ORDER_WORDS.items(),
            "statuses": Status.choices,
            "checks": [*checks.GROUPS.values(), *checks.every().values()],
            "imports": Import.objects.to_choose()[:IMPORTS_TO_CHOOSE],
            "hidden": [(name, self.request.GET[name]) for name in HIDDEN if self.request.GET.get(name)],
            "unfolded": any(name in self.filters for name in FOLDED),
        }

    def fields(self):
        """Return (name, value) of each filter that is on, for a form that speaks of all that fit."""
        names = [name for name in self.filters if name in self.request.GET]
        return [(name, value) for name in names for value in self.request.GET.getlist(name)]

    def address(self, without=(), whole=False):
        """Return the list's address, without the filters named; without its place in the pages unless `whole`."""
        query = self.request.GET.copy()
        for name in list(query):
            if name in without or not query[name] or (name in ("after", "before") and not whole):
                del query[name]
        return f"{reverse(self.place)}{'?' if query else ''}{query.urlencode()}"

    def wrong(self):
        """Return what is wrong with the filters, each by the name that its field has above the list."""
        return " ".join(
            f"{FILTER_LABELS.get(name, name)}: {' '.join(words)}" for name, words in self.form.errors.items()
        )

    def narrowed(self):
        """Return (words, address without it) of each filter that is on."""
        return [(words_of(name, value), self.address(without=[name])) for name, value in self.filters.items()]


# Filters of an address that no control above the list shows; links from the dashboard have them.
HIDDEN = ("context", "with_system", "min_tokens", "max_tokens", "until")
FOLDED = ("tag", "source", "finding", "min_length", "max_length", "with_context", "since")
FILTER_LABELS = {
    "q": gettext_lazy("Search"),
    "status": gettext_lazy("Status"),
    "tag": gettext_lazy("Tag"),
    "source": gettext_lazy("Source file"),
    "since": gettext_lazy("Added since"),
    "min_length": gettext_lazy("Answer from (characters)"),
    "max_length": gettext_lazy("Answer to (characters)"),
    "with_context": gettext_lazy("Context"),
    "finding": gettext_lazy("Finding"),
}
NARROWED = {
    "q": gettext_lazy("With the words “%s”"),
    "tag": gettext_lazy("Tagged “%s”"),
    "source": gettext_lazy("From import %s"),
    "since": gettext_lazy("Since %s"),
    "until": gettext_lazy("Before %s"),
    "min_length": gettext_lazy("Answers of at least %s characters"),
    "max_length": gettext_lazy("Answers of at most %s characters"),
    "min_tokens": gettext_lazy("At least %s tokens"),
    "max_tokens": gettext_lazy("At most %s tokens"),
    "context": gettext_lazy("With the context “%s”"),
    "finding": gettext_lazy("Finding: %s"),
    "status": pgettext_lazy("a filter", "Status: %s"),
}


def words_of(name, value):
    """Return a filter that is on as words."""
    if name == "with_context":
        return _("With context") if value else _("Without context")
    if name == "with_system":
        return _("With a system prompt") if value else _("Without a system prompt")
    if name == "status":
        value = ", ".join(str(Status(one).label) for one in value)
    elif name == "finding":
        value = value.title
    elif isinstance(value, datetime):
        value = value.strftime("%Y-%m-%d")
    elif isinstance(value, int) and name != "source":
        value = f"{value:,}"
    text = str(value)
    return NARROWED[name] % (text if len(text) <= 100 else f"{text[:99]}…")


def in_brief(examples):
    """Return examples with the beginnings of their texts alone: a list of fifty has no use for fifty megabytes."""
    beginnings = {f"{name}_beginning": Left(name, BEGINNING) for name in (*TEXTS, "tags")}
    whole = (*TEXTS, "tags", "note", "system", "history", "extra")
    return examples.annotate(**beginnings).defer(*whole).select_related("source")


def cards(examples, request):
    """Give each example of a list what its card shows beside its columns."""
    saved = {message.extra_tags for message in messages.get_messages(request)}
    marks = findings.marks_of(examples)
    for example in examples:
        card(example, marks[example.pk]).just_saved = f"saved-{example.pk}" in saved
    return examples


def card(example, marks):
    example.found = marks
    words = example.tags_beginning.split()
    example.words, example.more_words = words[:FEW_TAGS], len(words) > FEW_TAGS
    example.parts = [
        Part(label, getattr(example, f"{name}_beginning"), getattr(example, f"{name}_length"))
        for name, label in TEXTS.items()
    ]
    return example


def card_of(pk):
    """Return one example as a list shows it, in the trash or not. Raises Http404."""
    example = in_brief(Example.everything.settled()).filter(pk=pk).first()
    if example is None:
        raise Http404
    return card(example, findings.marks_of([example])[pk])


class Part:
    """One text of an example on a page: its label, its beginning, and how many characters the whole has."""

    def __init__(self, label, text, length):
        self.label, self.text, self.length = label, text, length
        self.rest = max(0, length - len(text))
        self.folded = length > FEW or text.count("\n") >= FEW_LINES


def keys(request, order="newest"):
    """Return (after, before) of a page's address; one that is no key is a page that is not there."""
    try:
        return paging.keys(request.GET, order)
    except paging.NoSuchPage as error:
        raise Http404 from error


def address(request, name, key):
    return paging.address(request.GET, name, key)


def posted(view):
    """Let a form's target answer POST only. By its address alone, say after signing in, one gets the training page."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.method == "POST" else redirect("training")

    return require_http_methods(["GET", "HEAD", "POST"])(answer)


def back(request):
    """Return the address to go back to: of the trash or of the training page's list, as the form's page had it."""
    for place in ("trash", "imports", "review", "duplicates", "training"):
        here, asked = reverse(place), request.POST.get("next", "")
        if asked == here or asked.startswith(f"{here}?"):
            return asked if place != "training" else f"{asked}#list"
    return f"{reverse('training')}#list"


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment):
    """Return a moment as a whole number, for a form that names it."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(number):
    """Return the moment that `microseconds` made a number of, or None for what it did not."""
    if not number.isascii() or not number.isdigit() or len(number) > 16:
        return None
    return EPOCH + timedelta(microseconds=int(number))


def changed(request, template="_said.html", **context):
    """Answer what changed examples: a partial page says what was done and lets the list load anew, else back to it."""
    if not request.htmx:
        return redirect(back(request))
    answer = render(request, template, context)
    answer["HX-Trigger"] = "examples-changed"
    return answer


def counted(number):
    """Return “1 example”, “2 examples”, in the person's language."""
    return ngettext("%(number)s example", "%(number)s examples", number) % {"number": f"{number:,}"}
