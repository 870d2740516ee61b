"""What is kept of near duplicates: which examples belong together, and what has been compared.

Beside these stands the table `examples_band` (hash, example_id), of twelve small rows an example. It is written and
asked in examples/clusters.py.
"""

from django.db import models

from examples.models.example import Example


class ClusterQuerySet(models.QuerySet):
    def shown(self, kept=False):
        """Those that wait for somebody's decision; or those that were kept as they are."""
        return self.filter(dismissed=kept, size__gte=2)

    def page(self, after=None, before=None, size=10):
        """Return (clusters, key before them or None, key after them or None), the largest first, by keyset. A key is
        (size, id)."""
        turned, key = before is not None, before or after
        rows = self.order_by("size", "id") if turned else self.order_by("-size", "-id")
        if key is None:
            rows = list(rows[: size + 1])
        else:  # in two questions, since each of them enters the index at its place
            than, found = "gt" if turned else "lt", rows
            rows = list(found.filter(size=key[0], **{f"id__{than}": key[1]})[: size + 1])
            rows += found.filter(**{f"size__{than}": key[0]})[: size + 1 - len(rows)]
        more, rows = len(rows) > size, rows[:size]
        if turned:
            rows.reverse()
        has_before, has_after = (more, True) if turned else (key is not None, more)
        keys = [(row.size, row.pk) for row in rows]
        return rows, keys[0] if keys and has_before else None, keys[-1] if keys and has_after else None


class Cluster(models.Model):
    """Examples that say nearly the same: each is a near duplicate of at least one other in it.

    Triggers count on `size` what goes to the trash and comes back, and set `loose` then.
    """

    size = models.PositiveIntegerField(default=0, help_text="How many of its examples are not in the trash.")
    wordings = models.PositiveIntegerField(default=0, help_text="How many different ones; 1 where all are repeats.")
    dismissed = models.BooleanField(default=False, help_text="All of them were kept, and none has come since.")
    loose = models.BooleanField(default=False, help_text="An example left it, so it may have fallen apart.")
    version = models.BigIntegerField(default=0, help_text="Another with each change of who is in it and what they say.")

    objects = ClusterQuerySet.as_manager()

    class Meta:
        indexes = [
            # The page and the API walk these, the largest first: what waits for a decision, and what was kept.
            models.Index(fields=["-size", "-id"], name="cluster_waiting", condition=models.Q(dismissed=False)),
            models.Index(fields=["-size", "-id"], name="cluster_kept", condition=models.Q(dismissed=True)),
            # The work between requests asks whether there are any.
            models.Index(fields=["id"], name="cluster_loose", condition=models.Q(loose=True)),
        ]

    def __str__(self):
        return f"Cluster {self.pk}, {self.size} examples"

    def members(self):
        """The examples in it that are not in the trash, oldest first."""
        return Example.objects.filter(member__cluster=self).order_by("id")


class Member(models.Model):
    """That an example, in the trash or not, is in a cluster; or that it was in one that somebody kept.

    `kept` is the number of the decision: examples that have the same are shown together no more.
    """

    example = models.OneToOneField(Example, models.CASCADE, primary_key=True, related_name="member")
    cluster = models.ForeignKey(Cluster, models.SET_NULL, null=True, related_name="memberships", db_index=False)
    kept = models.PositiveBigIntegerField(null=True)

    class Meta:
        indexes = [
            # Who is in a cluster, the oldest first: the page shows the first of many.
            models.Index(fields=["cluster", "example"], name="member_cluster"),
            # Undoing that some were kept.
            models.Index(fields=["kept"], name="member_kept", condition=models.Q(kept__isnull=False)),
        ]

    def __str__(self):
        return f"Example {self.example_id} in {self.cluster_id}"


class Uncompared(models.Model):
    """That an example is to be compared anew: it was edited, came back from the trash, or came with an id of its own.

    Triggers and imports write it. There may be none of the id any more, so the database holds it to nothing.
    """

    example = models.OneToOneField(
        Example, models.CASCADE, primary_key=True, related_name="uncompared", db_constraint=False
    )

    def __str__(self):
        return f"Example {self.example_id}"

    @classmethod
    def of(cls, ids):
        """Have examples compared that came with ids of their own, as far as comparing has passed these already."""
        ids = list(ids)
        reached = Comparing.objects.filter(pk=1).values_list("compared_to", flat=True).first() if ids else 0
        rows = [cls(example_id=pk) for pk in ids if reached and pk <= reached]
        cls.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


class Comparing(models.Model):
    """The one row that says how far examples are compared, and how."""

    compared_to = models.BigIntegerField(default=0, help_text="All examples up to this id are, but for Uncompared.")
    likeness = models.FloatField(null=True, help_text="What the last whole scan held to; before it, the setting.")
    sketches = models.CharField(max_length=20, default="", help_text="The version of the bands in the table.")

    def __str__(self):
        return f"Compared to {self.compared_to}"
