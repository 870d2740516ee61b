"""Counting: how many examples there are, how long they are, how ready for training, and how they fall into groups."""

from datetime import date, datetime, time, timedelta
from operator import itemgetter

from django.db import connection
from django.utils import timezone

from examples.models import Example
from examples.texts import CHARACTERS_A_TOKEN

MINIMUM, RECOMMENDED = 100, 500
SHORTEST, LONGEST = 50, 3000
# Lengths of answers, in characters, at which one group ends and the next begins.
LENGTH_EDGES = (SHORTEST, *range(250, LONGEST, 250), LONGEST + 1)
# Groups of tokens up to a trainer's limit; beyond it are two more, up to twice the limit and over.
TOKEN_GROUPS = 8
LARGEST = 10
# In the words of the index `example_contexts`.
SHORT = "NOT (context = '') AND context_length <= 120"
# Periods of a growth: their number stays small enough for each to be a bar that a finger hits.
MOST_PERIODS = 16


def gather(lengths=None):
    """Return the figures of the documented API for all examples.

    Lengths are Unicode code points; averages are rounded to a whole number, 0 with no examples. One statement, read
    from the index `example_lengths`; none where its rows, `by_length()`, are there already.
    """
    numbers, instructions, responses, with_context, shortest, longest = zip(*(lengths or by_length()), strict=True)
    total = sum(numbers)
    shortest, longest = min(filter(None, shortest), default=0), max(filter(None, longest), default=0)
    return {
        "total_examples": total,
        "avg_instruction_length": rounded(int(sum(filter(None, instructions))) / (total or 1)),
        "avg_response_length": rounded(int(sum(filter(None, responses))) / (total or 1)),
        "with_context": sum(with_context),
        "shortest_response": shortest,
        "longest_response": longest,
        "readiness": {
            **readiness(total),
            "quality_check": total > 0 and shortest >= SHORTEST and longest <= LONGEST,
        },
    }


def by_length():
    """Return (number, characters of the questions, of the answers, with context, shortest answer, longest) for each
    group of answers by length: before the first of LENGTH_EDGES, between each two, and from the last on."""
    figures = (
        "COUNT(*), SUM(instruction_length), SUM(response_length), COUNT(CASE WHEN context_length > 0 THEN 1 END),"
        " MIN(response_length), MAX(response_length)"
    )
    return between("example_lengths", "response_length", LENGTH_EDGES, figures)


def readiness(total):
    """Return what the number of examples alone says of being ready."""
    return {
        "min_examples": total >= MINIMUM,
        "recommended_examples": total >= RECOMMENDED,
        "percent": percent(total),
    }


def percent(total):
    """Return readiness in percent of the recommended number: 100 examples = 20, 500 = 100 and no more."""
    return min(100, rounded(total / RECOMMENDED * 100))


def rounded(value):
    """Round half up, as people and JavaScript do, where Python rounds half to even."""
    return int((value or 0) + 0.5)


# Groups. Each is (from, to, number), both ends counted in, None for an end that is open.


def lengths(rows):
    """Return the groups of answers by their length in characters, of the rows of `by_length()`."""
    return groups(LENGTH_EDGES, [row[0] for row in rows])


def tokens(limit):
    """Return the groups of examples by their tokens, estimated as `matching` does, against a limit, a multiple of
    TOKEN_GROUPS: so many groups up to it, one up to twice as much, and one over."""
    step = limit // TOKEN_GROUPS
    least = "LEAST" if connection.vendor == "postgresql" else "MIN"
    # In whole steps, which one division tells; a list of conditions takes half as long again.
    number = (
        f"{least}((instruction_length + context_length + response_length - 1) / {step * CHARACTERS_A_TOKEN},"
        f" {2 * TOKEN_GROUPS})"
    )
    found = dict(Example.objects.along("example_lengths", (f"{number}, COUNT(*)", "", "GROUP BY 1")))
    counts = [found.get(number, 0) for number in range(2 * TOKEN_GROUPS + 1)]
    fitting, over = counts[:TOKEN_GROUPS], counts[TOKEN_GROUPS:-1]
    edges = [step * number + 1 for number in (*range(1, TOKEN_GROUPS + 1), 2 * TOKEN_GROUPS)]
    return groups(edges, [*fitting, sum(over), counts[-1]])


def groups(edges, numbers):
    starts, ends = [None, *edges], [*(edge - 1 for edge in edges), None]
    return list(zip(starts, ends, numbers, strict=True))


def between(index, column, edges, figures="COUNT(*)"):
    """Return figures in SQL of the examples before the first edge, between each two, and from the last on.

    In one statement of a part for each, since each enters the index at its place and groups nothing.
    """
    parts, params = [], []
    for number, (low, high) in enumerate(zip([None, *edges], [*edges, None], strict=True)):
        ends = [(sign, edge) for sign, edge in ((">=", low), ("<", high)) if edge is not None]
        condition = " AND ".join(f"{column} {sign} %s" for sign, _ in ends)
        parts.append((f"{number}, {figures}", condition, ""))
        params += [edge for _, edge in ends]
    return [row[1:] for row in sorted(Example.objects.along(index, *parts, params=params), key=itemgetter(0))]


def statuses():
    """Return {status: number}, of those that there are."""
    return dict(Example.objects.along("example_status", ("status, COUNT(*)", "", "GROUP BY status")))


def largest_tags():
    """Return (tag, number) of the tags that most examples have."""
    return Example.objects.tag_counts().most_common(LARGEST)


def largest_contexts():
    """Return (context, number) of the short contexts that most examples have."""
    rest = f"GROUP BY context ORDER BY COUNT(*) DESC, context LIMIT {LARGEST}"
    return Example.objects.along("example_contexts", ("context, COUNT(*)", SHORT, rest))


# Growth


def growth():
    """Return (unit, periods): “day”, “week”, “month”, “quarter” or “year”, and a (first day, number added) for each.

    As many of the shortest unit as there is room for, without a gap. The first period has everything before it too,
    the last everything after it, so that a wrong year somewhere does not make the rest invisible.
    """
    created = Example.objects.order_by("created_at").values_list("created_at", flat=True)
    first, last = created.first(), created.last()
    if first is None:
        return "day", []
    last = min(day_of(last), timezone.localdate())
    unit, starts = periods(min(day_of(first), last), last)
    edges = [stored(start) for start in starts[1:]]
    added = [number for (number,) in between("example_created", "created_at", edges)]
    return unit, list(zip(starts, added, strict=True))


def periods(first, last):
    """Return (unit, the first day of each period) from one day to another."""
    for beginning in UNITS.values():
        starts = [beginning(last)]
        while starts[0] > first and starts[0] > date.min and len(starts) < MOST_PERIODS:
            starts.insert(0, beginning(starts[0] - timedelta(days=1)))
        if starts[0] <= first:
            break
    return next(unit for unit in UNITS if UNITS[unit] is beginning), starts


# {unit: the first day of the one that a day is in}
UNITS = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=day.month - (day.month - 1) % 3, day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def day_of(moment):
    try:
        return timezone.localdate(moment)
    except OverflowError:  # the first and the last day of the calendar, in another time zone
        return moment.date()


def stored(day):
    """Return the beginning of a day here, as the database compares times."""
    return connection.ops.adapt_datetimefield_value(timezone.make_aware(datetime.combine(day, time.min)))
