"""Numbers as pictures: where each bar, mark and label of an SVG stands, and which examples are behind it.

Across, everything is in percent, so that a picture is as wide as its place and its letters keep their size; down, it is
in pixels. Both are text, since a template would write a number as people of its language do.
"""

from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from examples.models import Status
from examples.stats import LENGTH_EDGES, LONGEST, MINIMUM, RECOMMENDED, SHORTEST, TOKEN_GROUPS

TOP, PLOT, BOTTOM = 44, 132, 28  # pixels: for marks and numbers above the bars, the bars, the labels below
FEWEST = 8  # bars are no wider than with so many
GAP = 0.16  # of the width of a bar
LONGEST_TAG = 200  # that the filter takes


def address(**filters):
    """Return where the examples are listed that fit these filters; those that are None do not narrow."""
    query = urlencode({name: value for name, value in filters.items() if value is not None})
    return f"{reverse('training')}{'?' if query else ''}{query}#list"


class Bar:
    """A number of examples: its label, the address of them, where it stands, and what is read out of it."""

    def __init__(self, label, number, **filters):
        self.label, self.number = label, number
        self.address = address(**filters) if number else None
        words = ngettext("%(what)s: %(number)s example", "%(what)s: %(number)s examples", number)
        self.words = words % {"what": label, "number": intcomma(number)}


class Rows:
    """Bars below each other, as wide as their share of the largest, or of `whole`."""

    def __init__(self, bars, whole=None):
        self.bars = bars
        most = whole or max((bar.number for bar in bars), default=0) or 1
        for bar in bars:
            bar.width = percent(bar.number / most)
            bar.share = round(bar.number * 100 / whole) if whole else None


class Columns:
    """Bars beside each other. `marks` are lines down between them, `levels` lines across, `ticks` labels below."""

    height, base = str(TOP + PLOT + BOTTOM), str(TOP + PLOT)
    top, plot = str(TOP), str(PLOT)

    def __init__(self, name, bars, whole=0):
        self.name, self.bars = name, bars
        self.step = 1 / max(len(bars), FEWEST)
        self.most = max([whole, *(bar.number for bar in bars)]) or 1
        self.marks, self.levels, self.ticks = [], [], []
        for place, bar in enumerate(bars):
            self.put(bar, place)

    def put(self, bar, place):
        bar.left, bar.across = percent(place * self.step), percent(self.step)
        bar.x, bar.width = percent((place + GAP / 2) * self.step), percent((1 - GAP) * self.step)
        bar.middle = percent((place + 0.5) * self.step)
        bar.y, bar.height = self.level(bar.number)
        bar.above = str(int(bar.y) - 6)

    def level(self, number, least=2):
        """Return (y, height) of a bar of this number. What is there is seen."""
        height = max(least, round(PLOT * number / self.most)) if number else 0
        return str(TOP + PLOT - height), str(height)

    def mark(self, place, words, side):
        """Draw a line before the bar at this place, with words to its “left” or “right”."""
        self.marks.append({"x": percent(place * self.step), "words": words, **SIDES[side]})

    def tick(self, place, words, anchor="middle"):
        self.ticks.append({"x": percent(place * self.step), "words": words, "anchor": anchor})


SIDES = {"left": {"anchor": "end", "dx": "-6"}, "right": {"anchor": "start", "dx": "6"}}


def percent(share):
    return f"{share * 100:.3f}%"


def lengths(groups):
    """Return the Columns of stats.lengths, with the marks of the shortest and the longest good answer."""
    bars = [Bar(in_characters(low, high), number, min_length=low, max_length=high) for low, high, number in groups]
    chart = Columns("lengths", bars)
    chart.mark(1, _("%(number)s, the least") % {"number": SHORTEST}, "right")
    chart.mark(len(bars) - 1, _("%(number)s, the most") % {"number": intcomma(LONGEST)}, "left")
    for place, edge in enumerate(LENGTH_EDGES, start=1):
        if edge % 500 == 0:
            chart.tick(place, intcomma(edge))
    return chart


def in_characters(low, high):
    return within(
        low, high, _("Up to %(high)s characters"), _("%(low)s to %(high)s characters"), _("%(low)s characters and more")
    )


def in_tokens(low, high):
    return within(low, high, _("Up to %(high)s tokens"), _("%(low)s to %(high)s tokens"), _("%(low)s tokens and more"))


def within(low, high, to, between, over):
    words = to if low is None else over if high is None else between
    return words % {"low": intcomma(low), "high": intcomma(high)}


def tokens(groups, trainer, limit):
    """Return the Columns of stats.tokens, with the mark of the trainer's limit."""
    bars = [Bar(in_tokens(low, high), number, min_tokens=low, max_tokens=high) for low, high, number in groups]
    for bar in bars[TOKEN_GROUPS:]:
        bar.over = True
    chart = Columns("tokens", bars)
    words = _("%(limit)s: %(trainer)s cuts here") % {"limit": intcomma(limit), "trainer": trainer}
    chart.mark(TOKEN_GROUPS, words, "left")
    for place in (2, 4, 6):
        chart.tick(place, intcomma(groups[place][0] - 1))
    return chart


def growth(unit, periods):
    """Return the Columns of stats.growth: how many there were at the end of each period, and what came in it."""
    starts = [start for start, _added in periods]
    bars, total = [], 0
    for place, (start, added) in enumerate(periods):
        following = starts[place + 1] if place + 1 < len(starts) else None
        total += added
        bar = Bar(in_period(unit, start), total, until=following)
        bar.added = added
        bar.added_address = address(since=start if place else None, until=following) if added else None
        words = _("%(period)s: %(total)s examples in all, %(added)s of them new")
        bar.words = words % {"period": bar.label, "total": intcomma(total), "added": intcomma(added)}
        bars.append(bar)
    goal = next((goal for goal in (MINIMUM, RECOMMENDED) if total < goal), 0)
    chart = Columns("growth", bars, whole=max(total, goal))
    for bar in bars:
        bar.added_height = chart.level(bar.added)[1]
    levels = {MINIMUM: _("%(number)s, the minimum"), RECOMMENDED: _("%(number)s, recommended")}
    below = TOP + PLOT - 8
    for goal, words in levels.items():
        y = int(chart.level(goal)[0])
        if TOP <= y <= below - 12:  # else it lies on the ground or on the one below
            chart.levels.append({"y": str(y), "words": words % {"number": goal}, "words_y": str(y - 5)})
            below = y - 8
    for place in sorted({0, len(bars) // 2, len(bars) - 1}) if len(bars) > 8 else [0, len(bars) - 1][: len(bars)]:
        anchor = "start" if place == 0 else "end" if place == len(bars) - 1 and len(bars) >= FEWEST else "middle"
        at = place if place == 0 else place + 1 if anchor == "end" else place + 0.5
        chart.tick(at, in_short(unit, starts[place]), anchor)
    return chart


def in_period(unit, start):
    """Return the words for a period that begins on this day."""
    if unit == "week":
        return _("Week from %(day)s") % {"day": date_format(start)}
    if unit == "quarter":
        last = (start.replace(day=1) + timedelta(days=70)).replace(day=1)
        months = {"first": date_format(start, "YEAR_MONTH_FORMAT"), "last": date_format(last, "YEAR_MONTH_FORMAT")}
        return _("%(first)s to %(last)s") % months
    return date_format(start, {"month": "YEAR_MONTH_FORMAT", "year": "Y"}.get(unit, "DATE_FORMAT"))


def in_short(unit, start):
    formats = {"day": "MONTH_DAY_FORMAT", "week": "MONTH_DAY_FORMAT", "year": "Y"}
    return date_format(start, formats.get(unit, "YEAR_MONTH_FORMAT"))


def statuses(numbers):
    """Return the Rows of stats.statuses, each as its share of all."""
    bars = []
    for value, label in Status.choices:
        bars.append(Bar(str(label), numbers.get(value, 0), status=value))
        bars[-1].mark = value
    return Rows(bars, sum(numbers.values()))


def tags(largest):
    bars = [Bar(tag, number, tag=tag) for tag, number in largest]
    for bar in bars:
        if len(bar.label) > LONGEST_TAG:
            bar.address = None
    return Rows(bars)


def contexts(largest):
    return Rows([Bar(context, number, context=context) for context, number in largest])
