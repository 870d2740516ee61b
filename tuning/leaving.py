"""The gate before a snapshot's file and every bundle: nothing goes while personal data in them are sure."""

from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from examples import checking, gating
from examples.exporting import HeldBack, still_checking
from examples.gating import Held
from examples.models import Example

AT_ONCE = 5000
NAMED = 10


def held_of(snapshot, waits=True):
    """Return what of a snapshot is Held: as it was frozen, and by what has been found since.

    Its texts stay as they are, so what was sure in them at freezing is in them for good; a finding that was settled
    later needs a new snapshot. What was blocked at freezing is not in it; what is blocked now was found since. What is
    not checked yet is checked first; a caller who does not wait gets StillChecking where that is much.
    """
    known = snapshot.counts["findings"]
    if not waits and sum(checking.unchecked(some).count() for some in slices(snapshot)) > checking.AT_ONCE:
        raise still_checking()
    sums, first = [0, 0, 0], ()
    for examples in slices(snapshot):
        checking.check_now(examples)
        now = gating.held_back(examples)
        sums = [one + more for one, more in zip(sums, (now.sure, now.maybe, now.blocked), strict=True)]
        first = (*first, *now.first)[:NAMED]
    sure, maybe, blocked = sums
    first = (*(known["first"] if known["sure"] else ()), *first)
    return Held(max(sure, known["sure"]), max(maybe, known["maybe"]), blocked, tuple(dict.fromkeys(first))[:NAMED])


def slices(snapshot):
    """Yield the examples of a snapshot that are there still, AT_ONCE at a time."""
    ids = (pk for pk, _sha256, _line in snapshot.marks())
    while some := list(islice(ids, AT_ONCE)):
        yield Example.everything.filter(id__in=some)


def let_out(snapshot, title, goes_out=False, allow=False, by=None, way="", waits=True):
    """Raise HeldBack where a snapshot may not be given out as what this title says. Return what is Held of it.

    `goes_out`: whether that is for another computer. `allow` lets it go all the same; who did so, and by which way, is
    written down.
    """
    held, prompt = held_of(snapshot, waits), gating.why_not(snapshot.default_system)
    if not (held.sure or held.blocked or prompt):
        return held
    if not allow:
        raise HeldBack(held, why(held, title, goes_out, prompt))
    blocked = f", {held.blocked:,} blocked" if held.blocked else ""
    gating.write_down(gating.ALLOW, held, by, way, f"{title}, snapshot {snapshot.pk}{blocked}")
    return held


def why(held, title, goes_out, prompt=""):
    """Return the sentences that say what is held back; `prompt` is the one about the system prompt that stands in."""
    words = ngettext(
        "A finding blocks %(number)s example: %(which)s. Mend or overrule it.",
        "A finding blocks %(number)s examples: %(which)s. Mend or overrule it.",
        held.blocked,
    )
    blocked = words % {"number": f"{held.blocked:,}", "which": gating.named(held.first, held.blocked)}
    found = held.refusal or (blocked if held.blocked else "")
    said = _("These examples would leave this computer for %(title)s.") % {"title": title} if goes_out else ""
    return " ".join(filter(None, [said, found, prompt, _("Then freeze a new snapshot.")]))
