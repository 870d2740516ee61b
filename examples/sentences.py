"""Where the sentences of a text lie. Those of many texts are found at once, by what is known of their tokens."""

import re
from itertools import accumulate

import numpy

from examples.letters import lower_case
from examples.numbering import Column, current
from examples.tokens import LENGTHS

LONGEST = 400
# A mark of an end and what follows it; `re` looks for one set of letters at the start of a pattern quickly.
END = re.compile(r"[.!?…;\n](?:(?<=\n)|(?<=;)\s|(?<=[.!?…])[.!?…]{0,8}[\"')”»*_]{0,3}\s)")
# No sentence ends there.
SHORT = re.compile(r"(?<![^ \n])(?:dr|st|mr|mrs|ms|vs|e\.g|i\.e|no|approx)\.$")
SHORT_ENDS = frozenset("rtsgeox")


def sentences_in(plain):
    """Return [(start, end)] of the sentences of a text in lower case, none longer than LONGEST."""
    found, start = [], 0
    for match in END.finditer(plain):
        place, end = match.span()
        if is_short(plain, place):
            continue
        if end - start > LONGEST:
            found += _pieces(plain, start, end)
        elif not plain[start:end].isspace():
            found.append((start, end))
        start = end
    return found + list(_pieces(plain, start, len(plain)))


def is_short(plain, place):
    """Whether the mark at a place ends no more than a word that was cut short."""
    return (
        plain[place] == "."
        and plain[place - 1 : place] in SHORT_ENDS
        and SHORT.search(plain, max(0, place - 7), place + 1)
    )


def _pieces(text, start, end):
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


# What a token is to the sentence it stands in; one with another space than “ ” within may be both.
GOES_ON, ENDS, IS_SHORT, ODD = range(4)


def part(token):
    if len(token.split()) > 1 or token != token.strip():
        return ODD
    plain = lower_case(token)
    found = END.search(plain + " ")
    if not found:
        return GOES_ON
    return IS_SHORT if is_short(plain, found.start()) else ENDS


PARTS = Column(part, numpy.uint8)


def sentences_in_all(several, plains):
    """Return, for each of several texts, given as its Tokens and in lower case, ([(start, end)], the places of the last
    tokens of its sentences), the latter None where a sentence may end within a token, or there is none."""
    numbering = current()
    each = [tokens.numbers_in(numbering) for tokens in several]
    numbers, edges = numpy.concatenate(each), numpy.array([*accumulate(map(len, each), initial=0)])
    parts, lengths = PARTS.of(numbering, numbers), LENGTHS.of(numbering, numbers)
    ends = parts == ENDS
    lines = [
        first + place for first, tokens in zip(edges.tolist(), several, strict=False) for place in tokens.ends_of_lines
    ]
    ends[lines] |= parts[lines] != IS_SHORT
    ends[edges[1:] - 1] = True
    lasts = numpy.flatnonzero(ends)
    firsts = numpy.append(0, lasts[:-1] + 1)
    told = numpy.maximum.reduceat(lengths, firsts) > 0
    firsts, lasts = firsts[told], lasts[told]
    cuts = numpy.searchsorted(firsts, edges)
    texts = numpy.repeat(numpy.arange(len(several)), numpy.diff(cuts))
    places = numpy.append(0, numpy.cumsum(lengths + 1))  # of the tokens, were all texts one with spaces between
    begin, end = places[edges[:-1]][texts], places[edges[1:]][texts] - 1
    starts, stops = places[firsts] - begin, numpy.minimum(places[lasts + 1], end) - begin
    odd = numpy.maximum.reduceat(parts, edges[:-1]) == ODD
    odd[texts[stops - starts > LONGEST]] = True
    spans, lasts = [*zip(starts.tolist(), stops.tolist(), strict=True)], lasts - edges[texts]
    odd |= cuts[:-1] == cuts[1:]  # of spaces alone
    return [
        (sentences_in(plain), None) if is_odd else (spans[first:last], lasts[first:last])
        for plain, is_odd, first, last in zip(plains, odd.tolist(), cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
    ]
