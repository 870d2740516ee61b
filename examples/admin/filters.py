"""What the list of examples can be narrowed by in the admin, beside plain fields."""

import time

from django.conf import settings
from django.contrib import admin
from django.core.cache import cache
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from examples import checks
from examples.forms import LONGEST_TAG
from examples.models import Example, Import
from examples.stats import LONGEST, SHORTEST

LARGEST_TAGS, LATEST_IMPORTS = 10, 5


class InTrash(admin.SimpleListFilter):
    title, parameter_name = _("trash"), "trash"

    def lookups(self, request, model_admin):
        return [("yes", _("In the trash"))]

    def choices(self, changelist):
        everything, *others = super().choices(changelist)
        yield {**everything, "display": _("Not in the trash")}
        yield from others

    def queryset(self, request, queryset):
        return queryset.filter(removed_at__isnull=self.value() != "yes")


class Matching(admin.SimpleListFilter):
    """Narrows by what `ExampleQuerySet.matching` knows: CHOICES is {word: (its title, filters)}."""

    CHOICES = {}

    def lookups(self, request, model_admin):
        return [(word, title) for word, (title, _filters) in self.CHOICES.items()]

    def queryset(self, request, queryset):
        chosen = self.CHOICES.get(self.value())
        return queryset.matching(chosen[1]) if chosen else queryset


class WithContext(Matching):
    title, parameter_name = _("context"), "with_context"
    CHOICES = {
        "yes": (_("With context"), {"with_context": True}),
        "no": (_("Without context"), {"with_context": False}),
    }


class AnswerLength(Matching):
    title, parameter_name = _("length of the answer"), "length"

    @property
    def CHOICES(self):
        marks = {"shortest": SHORTEST, "longest": f"{LONGEST:,}"}
        return {
            "short": (_("Under %(shortest)s characters") % marks, {"max_length": SHORTEST - 1}),
            "good": (
                _("%(shortest)s to %(longest)s characters") % marks,
                {"min_length": SHORTEST, "max_length": LONGEST},
            ),
            "long": (_("Over %(longest)s characters") % marks, {"min_length": LONGEST + 1}),
        }


class TokenLimit(Matching):
    """By what each trainer keeps of an example, the smallest limit first."""

    title, parameter_name = _("tokens"), "tokens"

    @property
    def CHOICES(self):
        trainers = {}
        for name, limit in settings.TRAINERS.values():
            trainers.setdefault(limit, []).append(name)
        words = _("Over %(limit)s tokens: too long for %(trainers)s")
        return {
            str(limit): (words % {"limit": f"{limit:,}", "trainers": ", ".join(names)}, {"min_tokens": limit + 1})
            for limit, names in sorted(trainers.items())
        }


class Finding(Matching):
    title, parameter_name = _("finding"), "finding"

    @property
    def CHOICES(self):
        every = [*checks.GROUPS.values(), *checks.every().values()]
        return {check.name: (check.title, {"finding": check}) for check in every}


class Typed(admin.SimpleListFilter):
    """A filter whose value is typed; `offers` gives a few (value, words) to choose from."""

    template = "admin/examples/filter_typed.html"
    label = ""

    def lookups(self, request, model_admin):
        return ()

    def has_output(self):
        return True

    def offers(self):
        return ()

    def choices(self, changelist):
        others = {name: values for name, values in changelist.filter_params.items() if name != self.parameter_name}
        self.others = [(name, value) for name, values in others.items() for value in values]
        self.field_id = f"filter-{self.parameter_name}"
        yield {
            "selected": not self.value(),
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("All"),
        }
        for value, words in self.offers():
            yield {
                "selected": self.value() == str(value),
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": format_html("<bdi>{}</bdi>", words),
            }

    def queryset(self, request, queryset):
        text = (self.value() or "").strip()
        return self.narrowed(queryset, text) if text else queryset


class Tag(Typed):
    title, parameter_name, label = _("tag"), "tag", _("A tag, one whole word")

    def offers(self):
        return [(tag, f"{short(tag)} ({number:,})") for tag, number in largest_tags()]

    def narrowed(self, queryset, text):
        return queryset.tagged(text)


class FromImport(Typed):
    title, parameter_name, label = _("import"), "source", _("Number or name of an import")

    def offers(self):
        latest = Import.objects.to_choose().values_list("pk", "name")[:LATEST_IMPORTS]
        return [(pk, f"{pk}: {short(name)}") for pk, name in latest]

    def narrowed(self, queryset, text):
        if text.isascii() and text.isdigit() and len(text) < 19:
            return queryset.filter(source_id=int(text))
        return queryset.filter(source__in=Import.objects.filter(name__icontains=text).values("pk"))


def largest_tags():
    """Return the largest tags, counted anew after a hundred times as long as counting took: at once where there are
    few, every minute or two where there are a million."""
    kept = cache.get("admin-largest-tags")
    if kept is None:
        start = time.monotonic()
        counts = Example.objects.tag_counts().most_common()
        kept = [(tag, number) for tag, number in counts if len(tag) <= LONGEST_TAG][:LARGEST_TAGS]
        cache.set("admin-largest-tags", kept, 100 * (time.monotonic() - start))
    return kept


def short(text):
    return text if len(text) <= 60 else f"{text[:59]}…"
