"""Counting: how many examples there are, how long they are, and how ready for training."""

from django.db.models import Avg, Count, Max, Min, Q

from examples.models import Example

MINIMUM, RECOMMENDED = 100, 500
SHORTEST, LONGEST = 50, 3000


def gather(examples=None):
    """Return the figures of the documented API for a queryset, by default all examples.

    Lengths are Unicode code points; averages are rounded to a whole number, 0 with no examples. One statement, read
    from the index `example_lengths`.
    """
    figures = (Example.objects.all() if examples is None else examples).aggregate(
        total=Count("id"),
        instruction=Avg("instruction_length"),
        response=Avg("response_length"),
        with_context=Count("id", filter=Q(context_length__gt=0)),
        shortest=Min("response_length"),
        longest=Max("response_length"),
    )
    total = figures["total"]
    return {
        "total_examples": total,
        "avg_instruction_length": rounded(figures["instruction"]),
        "avg_response_length": rounded(figures["response"]),
        "with_context": figures["with_context"],
        "shortest_response": figures["shortest"] or 0,
        "longest_response": figures["longest"] or 0,
        "readiness": {
            "min_examples": total >= MINIMUM,
            "recommended_examples": total >= RECOMMENDED,
            "quality_check": total > 0 and figures["shortest"] >= SHORTEST and figures["longest"] <= LONGEST,
            "percent": percent(total),
        },
    }


def percent(total):
    """Return readiness in percent of the recommended number: 100 examples = 20, 500 = 100 and no more."""
    return min(100, rounded(total / RECOMMENDED * 100))


def rounded(value):
    """Round half up, as people and JavaScript do, where Python rounds half to even."""
    return int((value or 0) + 0.5)
