"""Deciding on a cluster of near duplicates: keep one of them, keep all, or make one of several.

Each takes the cluster's `version` as the person saw it, so that nobody decides on an example that they have not seen.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from examples import clusters
from examples.models import Cluster, Event, Example, Member, Status
from examples.querysets import as_numbers
from examples.texts import Refused

# What a merge may take from one example or another.
TEXTS = ("instruction", "context", "response", "system")
MOST = 6  # examples made one at once: more side by side nobody reads


class Changed(Exception):
    """The cluster is not as the person saw it, so nothing was done."""


def held(cluster, version):
    """Return the cluster, locked to the end of the transaction. Raises Changed; None as version stands for any."""
    clusters.locked()  # first of all locks, here as in the background
    found = Cluster.objects.select_for_update().filter(pk=cluster.pk).first()
    if found is None or (version is not None and found.version != version):
        raise Changed
    return found


@transaction.atomic
def keep_one(cluster, keep, version=None):
    """Move all of a cluster but the example of this id to the trash. Return (the moment, how many, how many approved
    ones among these). Raises Refused."""
    cluster = held(cluster, version)
    kept = cluster.members().filter(pk=keep).first()
    if kept is None:
        raise Refused(_("Example %(id)s is not among these any more. Look at them once more.") % {"id": keep})
    others = cluster.members().exclude(pk=keep)
    approved = others.filter(status=Status.APPROVED).count()
    refuse_loss(kept, approved)
    now = timezone.now()
    return now, others.remove(at=now), approved


def refuse_loss(kept, approved):
    """Raise Refused where a rejected example would stay and approved ones go: then none of them would be exported."""
    if kept.status == Status.REJECTED and approved:
        words = ngettext(
            "Example %(id)s is rejected, and %(number)s approved example would go to the trash for it, so nothing was "
            "done. Keep the approved one, or approve example %(id)s first.",
            "Example %(id)s is rejected, and %(number)s approved examples would go to the trash for it, so nothing was "
            "done. Keep an approved one, or approve example %(id)s first.",
            approved,
        )
        raise Refused(words % {"id": kept.pk, "number": approved})


@transaction.atomic
def keep_all(cluster, version=None):
    """Keep a cluster as it is: it is shown no more until another example comes to it. Return the moment."""
    cluster, now = held(cluster, version), timezone.now()
    live = cluster.members().values("id")
    Member.objects.filter(example__in=live).update(kept=as_numbers([now])[0])
    clusters.recount([cluster.pk])
    return now


def show_again(cluster):
    """Take back that a cluster was kept as it is."""
    return forget(Member.objects.filter(cluster=cluster.pk))


def take_back_keeping(moment):
    """Undo one `keep_all`, and return how many examples that are."""
    return forget(Member.objects.filter(kept=as_numbers([moment])[0]))


@transaction.atomic
def forget(members):
    were = set(members.filter(cluster__isnull=False).values_list("cluster_id", flat=True))
    number = members.update(kept=None)
    clusters.recount(were)
    return number


@transaction.atomic
def merge(cluster, into, others, texts, tags=None, version=None, by=None):
    """Make one example of several: `into` gets these texts ({name: text}) and the tags of all, unless `tags` says
    which; the others go to the trash. Return (the example, the moment). Raises Refused."""
    cluster = held(cluster, version)
    found = {example.pk: example for example in cluster.members().filter(pk__in=[into, *others])}
    missing = [pk for pk in (into, *others) if pk not in found]
    if missing:
        raise Refused(_("Example %(id)s is not among these any more. Look at them once more.") % {"id": missing[0]})
    others = [pk for pk in dict.fromkeys(others) if pk != into]
    if not others:
        raise Refused(_("One example alone cannot be merged. Choose at least two."))
    example = found[into]
    refuse_loss(example, sum(found[pk].status == Status.APPROVED for pk in others))
    if tags is None:
        tags = joined([example.tags, *(found[pk].tags for pk in others)])
    example.edit(by=by, **texts, tags=tags)
    now = example.updated_at  # the moment of the edit too, by which `take_back` finds it
    example.events.create(kind=Event.Kind.MERGED, by=by, at=now, changes={"with": others})
    Event.objects.bulk_create(
        [Event(example_id=pk, kind=Event.Kind.MERGED, by=by, at=now, changes={"into": into}) for pk in others]
    )
    Example.objects.filter(pk__in=others).remove(at=now)
    clusters.compare(into)
    return example, now


def joined(tags):
    """Return the tags of several texts, each once, whatever its case."""
    found = {}
    for tag in (tag for text in tags for tag in text.split()):
        found.setdefault(tag.casefold(), tag)
    return " ".join(found.values())


@transaction.atomic
def take_back(moment, by=None):
    """Undo one `merge`: the others come back from the trash, and the one has its texts of before, unless somebody
    edited it since. Return how many examples changed."""
    number = Example.objects.restore_removed_at(moment)
    events = Event.objects.filter(at=moment, kind=Event.Kind.MERGED, changes__has_key="with")
    for event in events.select_related("example"):
        last = event.example.events.filter(kind=Event.Kind.EDITED).last()
        if last and last.at == moment:
            event.example.edit(by=by, **last.changes)
            clusters.compare(event.example_id)
            number += 1
    return number
