"""The gate before a bundle that leaves this machine: nothing goes while personal data in it are sure to be there."""

from itertools import islice

from examples import gating
from examples.gating import Held
from examples.models import Example
from tuning.destinations import Refusal

AT_ONCE = 5000
NAMED = 10


def held_of(snapshot):
    """Return what of a snapshot is Held: as it was frozen, and by what has been found since.

    Its texts stay as they are, so what was sure in them at freezing is in them for good; a finding that was settled
    later needs a new snapshot. What was blocked at freezing is not in it; what is blocked now was found since.
    """
    known = snapshot.counts["findings"]
    ids = (pk for pk, _sha256, _line in snapshot.marks())
    sums, first = [0, 0, 0], ()
    while some := list(islice(ids, AT_ONCE)):
        now = gating.held_back(Example.everything.filter(id__in=some))
        sums = [one + more for one, more in zip(sums, (now.sure, now.maybe, now.blocked), strict=True)]
        first = (*first, *now.first)[:NAMED]
    sure, maybe, blocked = sums
    first = (*(known["first"] if known["sure"] else ()), *first)
    return Held(max(sure, known["sure"]), max(maybe, known["maybe"]), blocked, tuple(dict.fromkeys(first))[:NAMED])


def let_out(snapshot, title, allow=False, by=None, way=""):
    """Raise Refusal where a snapshot may not leave to the destination of this title. Return what is Held of it.

    `allow` lets it go all the same; who did so, and by which way, is written down.
    """
    held = held_of(snapshot)
    if allow:
        gating.note(gating.ALLOW, held, by, way, f"{title}, snapshot {snapshot.pk}")
    elif held.sure or held.blocked:
        raise Refusal(why(held, title))
    return held


def why(held, title):
    """Return the sentences that say what is held back."""
    found = held.refusal or (
        f"A finding blocks {held.blocked:,} of them: {gating.named(held.first, held.blocked)}. Mend or overrule it."
    )
    return f"These examples would leave this computer for {title}. {found} Then freeze a new snapshot."
