"""What holds a set of examples back from being trained on, the gravest first, each with the examples behind it.

What was found in an example that is rejected holds nothing back: it does not go into an export.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from examples import checks, findings, stats
from examples.models import ClearVoice, Example, Status
from examples.texts import CHARACTERS_A_TOKEN

# One-sided: so many contexts have so large a share of the examples with a short context, of which there are enough.
FEW, SHARE, ENOUGH = 3, 0.6, 30
NOT_REJECTED = {"status": [status.value for status in Status if status != Status.REJECTED]}


@dataclass(frozen=True)
class Obstacle:
    """`sentence` says what it is and what to do; `links` are (words, filters of the list) of the examples behind it."""

    name: str
    sentence: str
    links: list


def obstacles(trainer=None, total=None):
    """Return the Obstacles that there are, for a trainer by its key in the settings, among `total` live examples."""
    total = Example.objects.count_live() if total is None else total
    if not total:
        return []
    found = findings.counts(rejected=False)
    tests = (
        too_few(total),
        too_long(trainer or settings.TRAINER, found),
        blocked(found),
        personal(found),
        duplicates(),
        one_sided(),
        mixed_voice(found),
        no_system_prompt(total),
    )
    return [one for one in tests if one]


def too_few(total):
    missing = stats.RECOMMENDED - total
    if missing <= 0:
        return None
    words = ngettext(
        "%(missing)s more example to the recommended %(recommended)s.",
        "%(missing)s more examples to the recommended %(recommended)s.",
        missing,
    )
    return Obstacle(
        "few",
        words % {"missing": missing, "recommended": stats.RECOMMENDED},
        [(_("The %(number)s that are here") % {"number": f"{total:,}"}, {})],
    )


def too_long(trainer, found):
    """For the trainer of the settings by what is found in the whole; for another by the lengths of question, context
    and answer, which are known at once."""
    name, limit = settings.TRAINERS[trainer]
    if trainer == settings.TRAINER:
        number, behind = found.get(("tokens", ""), 0), {"finding": "tokens", **NOT_REJECTED}
    else:
        too_many = f"{LENGTHS_SQL} > {limit * CHARACTERS_A_TOKEN}"
        [(number,)] = Example.objects.along("example_lengths", ("COUNT(*)", too_many, ""))
        behind = {"min_tokens": limit + 1}
    words = _(
        "Too long for %(trainer)s, which cuts at %(limit)s tokens: the end of the answer would be lost. Shorten it."
    )
    return counted("long", words % {"trainer": name, "limit": f"{limit:,}"}, number, behind)


LENGTHS_SQL = "instruction_length + context_length + response_length"


def blocked(found):
    names = {name for name, check in checks.every().items() if check.severity == "block"}
    number = number_of(checks.GROUPS["block"]) if any(name in names for name, _tier in found) else 0
    words = _("Blocked: kept out of exports until mended or overruled.")
    return counted("blocked", words, number, {"finding": "block", **NOT_REJECTED})


def number_of(check):
    """Return in how many examples that count a check or a group of them finds something."""
    return Example.everything.also_live().not_rejected().filter(check.open).count()


def personal(found):
    words = _("Possible identifiers of people, sure: an export refuses until they are replaced or overruled.")
    return counted("personal", words, found.get((checks.PERSONAL, "sure"), 0), {"finding": "sure", **NOT_REJECTED})


def duplicates():
    links = []
    for name in ("repeat", "near_repeat"):
        check = checks.every().get(name)
        number = number_of(check) if check else 0
        if number:
            links.append((f"{check.title}: {number:,}", {"finding": name, **NOT_REJECTED}))
    words = _("Duplicates: what is said often is learned by heart. Keep the best of each.")
    return Obstacle("duplicates", words, links) if links else None


def one_sided():
    contexts, most = [], 0
    [(number,)] = Example.objects.along("example_contexts", ("COUNT(*)", stats.SHORT, ""))
    for context, count in stats.largest_contexts()[:FEW] if number >= ENOUGH else ():
        if most < SHARE * number:  # the fewest that have it
            contexts, most = [*contexts, (context, count)], most + count
    if not contexts or most < SHARE * number:
        return None
    words = ngettext(
        "One-sided: %(most)s of %(all)s examples with a context are about the same one. Add some about others.",
        "One-sided: %(most)s of %(all)s examples with a context are about %(few)s. Add some about others.",
        len(contexts),
    )
    return Obstacle(
        "one-sided",
        words % {"most": f"{most:,}", "all": f"{number:,}", "few": len(contexts)},
        [(f"{context}: {count:,}", {"context": context}) for context, count in contexts],
    )


def mixed_voice(found):
    links = []
    numbers = {checks.VOICED: found.get((checks.VOICED, ""), 0), "voice": ClearVoice.objects.number_open("voice")}
    for name, number in numbers.items():
        if number:
            links.append((f"{checks.every()[name].title}: {number:,}", {"finding": name, **NOT_REJECTED}))
    words = _("Mixed voice: formal and casual beside each other, and the model learns both. Choose one.")
    return Obstacle("voice", words, links) if links else None


def no_system_prompt(total):
    if settings.SYSTEM_PROMPT:
        return None
    [(number,)] = Example.objects.along("example_system", ("COUNT(*)", "NOT (system = '')", ""))
    words = _(
        "No system prompt: the model does not learn whom it speaks for. Set SYSTEM_PROMPT and export with it, "
        "or write one into the examples."
    )
    return counted("system", words, total - number, {"with_system": "false"})


def counted(name, sentence, number, filters):
    """Return the Obstacle of so many examples; None of none."""
    if not number:
        return None
    words = ngettext("%(number)s example", "%(number)s examples", number) % {"number": f"{number:,}"}
    return Obstacle(name, sentence, [(words, filters)])
