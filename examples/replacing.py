"""Putting placeholders into an example for good, but for what was overruled."""

from django.db import transaction

from examples import gating, placeholders
from examples.models import Example


@transaction.atomic
def replace(example, by=None, address="", sure=False):
    """Put placeholders into an example and save it by Example.edit, which keeps the earlier texts in its history.

    All possible identifiers are replaced, or with the address of a finding those that speak of the same person or
    value, or the sure ones alone. Return whether anything changed. Raises Refused.
    """
    example.refresh_from_db(from_queryset=Example.everything.select_for_update(of=("self",)))
    findings = gating.personal_data(example, gating.overruled([example.pk]).get(example.pk, ()))
    if sure:
        findings = [one for one in findings if one.tier == "sure"]
    if address:
        findings = placeholders.alike(example, findings, address)
    changed = placeholders.replaced_texts(example, findings)
    if changed:
        example.edit(by=by, **changed)
    return bool(changed)
