"""The gate before a bundle that leaves this machine: nothing goes while personal data in it are sure to be there."""

import logging
from itertools import islice

from examples import gating
from examples.gating import Held
from examples.models import Example
from tuning.destinations import Refusal

logger = logging.getLogger(__name__)
AT_ONCE = 5000
NAMED = 10


def held_of(snapshot):
    """Return what of a snapshot is Held: as it was frozen, and by what has been found since.

    Its texts stay as they are, so what was found in them at freezing is in them for good; a finding that was settled
    later needs a new snapshot.
    """
    known = snapshot.counts["findings"]
    found = Held(known["sure"], known["maybe"], known["blocked"], tuple(known["first"]))
    ids = (pk for pk, _sha256, _line in snapshot.marks())
    sums, first = [0, 0, 0], ()
    while some := list(islice(ids, AT_ONCE)):
        now = gating.held_back(Example.everything.filter(id__in=some))
        sums = [one + more for one, more in zip(sums, (now.sure, now.maybe, now.blocked), strict=True)]
        first = (*first, *now.first)[:NAMED]
    sure, maybe, blocked = map(max, sums, (found.sure, found.maybe, found.blocked))
    return Held(sure, maybe, blocked, tuple(dict.fromkeys((*found.first, *first)))[:NAMED])


def let_out(snapshot, title, allow=False, by=None):
    """Raise Refusal where a snapshot may not leave to the destination of this title. Return what is Held of it.

    `allow` lets it go all the same, and the log says so.
    """
    held = held_of(snapshot)
    if not held.sure and not held.blocked:
        return held
    if allow:
        logger.warning(
            "%s let the snapshot %s (%s) go to %s with %d findings of personal data and %d that block.",
            by or "Somebody at the command line", snapshot.pk, snapshot.sha256, title, held.sure, held.blocked,
        )  # fmt: skip
        return held
    raise Refusal(why(held, title))


def why(held, title):
    """Return the sentence that says what is held back."""
    what = [f"personal data are in {held.sure:,} of them"] if held.sure else []
    what += [f"a finding that blocks an export is in {held.blocked:,}"] if held.blocked else []
    named = ", ".join(f"#{pk}" for pk in held.first)
    return (
        f"These examples would leave this computer for {title}, and {' and '.join(what)}"
        f"{f' (the first: {named})' if named else ''}. Settle the findings, then freeze a new snapshot."
    )
