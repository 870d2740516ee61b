"""The gate that examples pass before they leave: into an export, to the Hub, to a training on another machine.

What a finding blocks stays behind. Personal data that is sure makes the whole refuse, until it is mended or overruled,
or somebody says that it may go, or that placeholders are to go instead; both are written down. The archive is a backup
and passes.
"""

import logging
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from examples import checking, checks
from examples.identifiers import identifiers_in
from examples.models import Example, Release, StoredFinding
from examples.models.findings import key_of, mark_of

logger = logging.getLogger(__name__)

# What an export does about personal data that is sure.
REFUSE, ALLOW, REPLACE = "refuse", "allow", "replace"
# No gate at all: blocked examples go too. For the archive, and for the call that is documented to give everything.
OPEN = "open"
NAMED = 10


@dataclass(frozen=True)
class Held:
    """What of a set of examples is held back: how many have an open finding of personal data that is `sure`, how many
    one that may be (`maybe`), how many a blocking finding (`blocked`), and the ids of the `first` that are sure, or
    where none is, blocked."""

    sure: int
    maybe: int
    blocked: int
    first: tuple

    @property
    def refusal(self):
        """Why these examples may not leave, in one or two sentences; “” where they may."""
        if not self.sure:
            return ""
        words = ngettext(
            "Possible identifiers of people were found in %(number)s example: %(which)s. "
            "Replace them, or overrule what is none.",
            "Possible identifiers of people were found in %(number)s examples: %(which)s. "
            "Replace them, or overrule what is none.",
            self.sure,
        )
        return words % {"number": f"{self.sure:,}", "which": named(self.first, self.sure)}

    @property
    def warning(self):
        """What else one should know before they leave; “” where there is nothing."""
        if not self.maybe:
            return ""
        words = ngettext(
            "Possible identifiers were found in %(number)s example. They may be none: look at it before it leaves.",
            "Possible identifiers were found in %(number)s examples. They may be none: look at them before they leave.",
            self.maybe,
        )
        return words % {"number": f"{self.maybe:,}"}

    def header(self, unchecked=0):
        """The same for programs, in the header X-Training-Center-Findings."""
        text = f"personal-data-sure={self.sure}, personal-data-maybe={self.maybe}, blocked={self.blocked}"
        return f"{text}, unchecked={unchecked}" if unchecked else text


def held_back(examples, progress=None):
    """Return what of this queryset is Held. What is not checked yet is checked first, so that nothing leaves unseen;
    `progress` is called with (done, in all) meanwhile.

    `sure` and `maybe` are counted in what is not blocked, since that alone leaves.
    """
    checking.check_now(examples, progress)
    return counted(examples.filter(not_blocked()), examples)


def held_in(examples):
    """Return the same of examples that leave with what is blocked among them, as to be mended elsewhere."""
    checking.check_now(examples)
    return counted(examples, examples)


def why_not(prompt):
    """Return why a system prompt that would stand in for examples without one may not leave, in a sentence; “” where it
    may."""
    if not any(one.tier == "sure" for one in identifiers_in(prompt)):
        return ""
    return _(
        "Possible identifiers of people are in the system prompt for examples without one (SYSTEM_PROMPT of the "
        "settings, or as it was typed). Take them out of it, or leave it out."
    )


def why_kept(example):
    """Return why one example stays here though it is approved, in a sentence; “” where nothing is known against it."""
    every, found = checks.every(), StoredFinding.objects.open().filter(example=example)
    found = set(found.values_list("check_name", "tier"))
    if any(every[name].severity == "block" for name, _tier in found if name in every):
        return _("It stays out of exports until what blocks it is mended or overruled.")
    if (checks.PERSONAL, "sure") in found:
        return _("Exports refuse until the possible identifiers in it are replaced or overruled.")
    return ""


def counted(leaving, examples):
    """Return what is Held of the examples that leave, by what is known of them now, and of all that were chosen."""
    sure, maybe = with_tier(leaving, "sure"), with_tier(leaving, "maybe")
    number = sure.count()
    # Asked from what blocks, too.
    these = Exists(examples.order_by().filter(pk=OuterRef("pk")))
    kept_back = blocked(Example.everything.filter(these)).order_by("id").values_list("id", flat=True)
    first = tuple(sure.order_by("example")[:NAMED]) if number else tuple(kept_back[:NAMED])
    return Held(number, maybe.count(), kept_back.count(), first)


def with_tier(examples, *tiers):
    """Return the ids of those that have an open finding of personal data of one of these tiers.

    Asked from the findings: each is looked up by its example's id, where a question the other way round would read
    every example.
    """
    found = StoredFinding.objects.open().filter(check_name=checks.PERSONAL, tier__in=tiers)
    found = found.filter(Exists(examples.order_by().filter(pk=OuterRef("example"))))
    return found.order_by().values_list("example", flat=True).distinct()


def overruled(ids):
    """Return {id: keys} of the personal data in these examples that somebody said is none."""
    rows = StoredFinding.objects.filter(example__in=ids, check_name=checks.PERSONAL, overruled_at__isnull=False)
    keys = {}
    for one in rows:
        keys.setdefault(one.example_id, set()).add(one.key)
    return keys


def personal_data(example, overruled):
    """Return all Findings of personal data in an example, without those of the keys that were overruled. Found anew:
    of very many in one text, not all are kept beside it."""
    check = checks.of_texts().get(checks.PERSONAL)
    found = check.find(example) if check else ()
    return [one for one in found if key_of(check.name, one, mark_of(one, example)) not in overruled]


def blocked(examples):
    """Return those that an open finding keeps out of an export."""
    return examples.filter(checks.GROUPS["block"].open)


def not_blocked():
    """Return the condition for those that no open finding keeps out."""
    return ~Q(checks.GROUPS["block"].open)


def named(ids, number):
    more = _(" and %(number)s more") % {"number": f"{number - len(ids):,}"} if number > len(ids) else ""
    return ", ".join(f"#{pk}" for pk in ids) + more


def note(how, held, by, way, what):
    """Write down that examples left in which personal data is sure: in the database, and in the log."""
    if how in HOW and held.sure:
        write_down(how, held, by, way, what)


def write_down(how, held, by, way, what):
    """The same of any that left, whatever is in them."""
    Release.objects.create(how=HOW[how], by=by, way=way[:100], what=what[:100], sure=held.sure, maybe=held.maybe)
    logger.warning("%s: %s examples with possible identifiers, %s, by %s.", what, held.sure, HOW[how].value, by or way)


HOW = {ALLOW: Release.How.ALLOWED, REPLACE: Release.How.REPLACED}


def documented(examples):
    """Return what the documented download says in its header; it gives everything, and does not make a caller wait for
    much to be checked."""
    waiting = checking.unchecked(examples).order_by().values("id")[: checking.AT_ONCE + 1].count()
    if waiting <= checking.AT_ONCE:
        checking.check_now(examples)
        waiting = 0
    return counted(examples, examples).header(waiting and checking.unchecked(examples).count())
