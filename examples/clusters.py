"""Examples that say nearly the same, together in clusters."""


def clusters_of(examples):
    """Return {example id: cluster}, a whole number that the same near duplicates share, for those that have one."""
    marks = list(examples.order_by().values_list("id", "fingerprint"))
    return dict(marks)
