"""The picture of how long a snapshot's examples are."""

from django.contrib.humanize.templatetags.humanize import intcomma

from examples.charts import Bar, Columns, in_tokens

# Upper edges, in tokens: what trainers usually keep.
EDGES = (128, 256, 512, 1024, 2048, 4096, 8192)


def tokens(lengths):
    """Return the Columns of a snapshot's lengths, {shape: {tokens: examples}}."""
    numbers = [0] * (len(EDGES) + 1)
    for steps in lengths.values():
        for length, number in steps.items():
            numbers[sum(int(length) > edge for edge in EDGES)] += number
    lows, highs = (None, *(edge + 1 for edge in EDGES)), (*EDGES, None)
    bars = [Bar(in_tokens(low, high), number) for low, high, number in zip(lows, highs, numbers, strict=True)]
    for bar in bars:
        bar.address = None  # the examples may have changed since
    chart = Columns("tokens", bars)
    for place in (1, 3, 5, 7):
        chart.tick(place, intcomma(EDGES[place - 1]))
    return chart
