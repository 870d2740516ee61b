"""Placeholders in the place of possible identifiers: `[NAME_1]` is the same person in all texts of an example."""

import copy
import json
import re
from dataclasses import dataclass

from examples.checks.privacy import path_of, texts_in
from examples.identifiers import PLACEHOLDER, identifiers_in
from examples.identifiers.folding import folded
from examples.identifiers.people import NAME_WORD, People, form_of
from examples.identifiers.phones import dialled
from examples.identifiers.vocabulary import is_known, plain

# In the order in which placeholders are numbered.
FIELDS = ("system", "history", "instruction", "context", "response", "extra")
PEOPLE = {"NAME", "CLINICIAN"}
PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Spot:
    """A span of one text of an example: where the text is (field, path), and what stands there."""

    place: tuple
    start: int
    end: int
    kind: str
    text: str


def replaced_texts(example, findings=None):
    """Return {field: value} with placeholders, for the fields of an example that change; `history` and `extra` are
    whole values. Without findings all that may be an identifier is replaced, with some of the check `privacy` these."""
    return replaced({name: getattr(example, name) for name in FIELDS}, findings)


def replaced_rows(columns, rows):
    """Yield raw database rows of these columns with all possible identifiers replaced: for exports of a million."""
    places = {name: columns.index(name) for name in FIELDS if name in columns}
    for row in rows:
        values = {name: row[place] for name, place in places.items()}
        for name in ("history", "extra"):
            if isinstance(values.get(name), str):
                values[name] = json.loads(values[name]) if len(values[name]) > 2 else None
        changed = replaced(values)
        if changed:
            row = list(row)
            for name, value in changed.items():
                row[places[name]] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield row


def alike(example, findings, address):
    """Return those of the findings that speak of the same person or value as the one at an address."""
    texts = dict(texts_of({name: getattr(example, name) for name in FIELDS}))
    spots = [spot_of(one, texts) for one in findings]
    groups = groups_of(spots)
    wanted = {groups[spot] for one, spot in zip(findings, spots, strict=True) if address_of(one) == address}
    return [one for one, spot in zip(findings, spots, strict=True) if groups[spot] in wanted]


def replaced(values, findings=None):
    """The same as `replaced_texts` for {field: value}."""
    texts = dict(texts_of(values))
    if findings is None:
        spots = [Spot(place, *span_of(one, text)) for place, text in texts.items() for one in identifiers_in(text)]
    else:
        spots = [spot_of(one, texts) for one in findings if one.kind]
    if not spots:
        return {}
    groups = groups_of(spots)
    spots = in_order([*spots, *said_again(spots, groups, texts)])
    labels = labels_of(spots, groups, texts)
    changed, later = dict(texts), None
    for spot in reversed(spots):
        text, end = changed[spot.place], spot.end
        if later and later.place == spot.place and groups[later] == groups[spot] and text[end : later.start] == " ":
            end += 1 + len(labels[groups[spot]])  # the words of one name, found one by one
        changed[spot.place] = text[: spot.start] + labels[groups[spot]] + text[end:]
        later = spot
    changed = {place: still_json(text, texts[place]) for place, text in changed.items() if text != texts[place]}
    return put_back(values, changed)


# A placeholder where JSON had a number.
BARE = re.compile(rf"(?<=[:\[,\s])({PLACEHOLDER.pattern})(?=\s*[,}}\]])")


def still_json(text, before):
    """Return a text with placeholders so that it is JSON where it was: the arguments of a call are."""
    if not before.lstrip().startswith(("{", "[")) or not is_json(before) or is_json(text):
        return text
    quoted = BARE.sub(r'"\1"', text)
    return quoted if is_json(quoted) else text


def is_json(text):
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def texts_of(values):
    """Yield ((field, path), text) in the order of FIELDS."""
    for name in FIELDS:
        if values.get(name):
            yield from (((name, path), text) for path, text in texts_in(name, values[name]))


def span_of(identifier, text):
    return identifier.start, identifier.end, identifier.kind, text[identifier.start : identifier.end]


def spot_of(finding, texts):
    place = (finding.field, path_of(finding))
    return Spot(place, *span_of(finding, texts[place]))


# Who is the same


def groups_of(spots):
    """Return {spot: group}: the same for the same value, and for names of one person."""
    forms = {spot: form_of(spot.text) for spot in spots if spot.kind in PEOPLE}
    people = People([form for form in forms.values() if form.words])
    return {spot: group_of(spot, forms.get(spot), people) for spot in spots}


def group_of(spot, form, people):
    if form and form.words:
        return "PERSON", people.who(form)
    kind = "PERSON" if form else spot.kind
    text = folded(spot.text)[0]
    return kind, dialled(text) if kind == "PHONE" else re.sub(r"\W", "", text.casefold())


def said_again(spots, groups, texts):
    """Return further Spots, put into the groups too: the words of a name where nothing was found at them, as long as
    they are no ordinary words."""
    taken, kinds, forms = {}, {}, set()
    for spot in spots:
        taken.setdefault(spot.place, []).append((spot.start, spot.end))
        form = form_of(spot.text) if spot.kind in PEOPLE else None
        for word in form.words if form else ():
            forms.add(form)
            if len(word) > 2 and not is_known(word):
                kinds.setdefault(word, spot.kind)
    if not kinds:
        return []
    people, found = People(forms), []
    for place, text in texts.items():
        held = [*taken.get(place, ()), *(match.span() for match in PLACEHOLDER.finditer(text))]
        reached = 0
        for start, end in spans_of_words(text):
            word = text[start:end]
            kind = kinds.get(word.lower() if word.isascii() else plain(word))
            if kind and start >= reached and not any(start < last and first < end for first, last in held):
                reached = end
                spot = Spot(place, start, end, kind, word)
                groups[spot] = group_of(spot, form_of(word), people)
                found.append(spot)
    return found


def spans_of_words(text):
    """Yield (start, end) of the words of a text, of those with a hyphen or an apostrophe the whole first."""
    for match in NAME_WORD.finditer(text):
        yield match.span()
        if any(sign in match[0] for sign in "'’-_"):
            yield from ((match.start() + part.start(), match.start() + part.end()) for part in PART.finditer(match[0]))


def in_order(spots):
    def place(spot):
        name, path = spot.place
        return FIELDS.index(name), [str(part).zfill(8) for part in path], spot.start

    return sorted(spots, key=place)


def labels_of(spots, groups, texts):
    """Return {group: placeholder}, numbered on from those that stand in the texts already."""
    last = {}
    for text in texts.values():
        for match in PLACEHOLDER.finditer(text) if "[" in text else ():
            kind, _line, number = match[0][1:-1].rpartition("_")
            last[kind] = max(last.get(kind, 0), int(number))
    treats = {groups[spot] for spot in spots if spot.kind == "CLINICIAN"}
    labels = {}
    for spot in spots:
        group = groups[spot]
        if group not in labels:
            kind = "CLINICIAN" if group in treats else spot.kind
            last[kind] = last.get(kind, 0) + 1
            labels[group] = f"[{kind}_{last[kind]}]"
    return labels


def put_back(values, changed):
    """Return {field: value} of the fields that hold changed texts; lists and objects are copies."""
    fields = {}
    for (name, path), text in changed.items():
        if not path:
            fields[name] = text
            continue
        if name not in fields:
            fields[name] = copy.deepcopy(values[name])
        part = fields[name]
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = text
    return fields


def address_of(finding):
    """Return the place of a finding as text, for a form."""
    return ":".join(map(str, (finding.field, *path_of(finding), finding.start, finding.end)))
