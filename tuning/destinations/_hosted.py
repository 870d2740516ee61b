"""Trainers that somebody else runs, who take a file of JSON lines by their rules: what their rules have in common."""

from collections import Counter
from functools import partial

from django.utils.translation import gettext_lazy as _

from examples.formats import as_json, named
from examples.models import Example
from examples.shapes import Shape
from tuning.destinations import Destination, Field, Refusal

MB = 10**6


class Hosted(Destination):
    """One who trains for you.

    host: whose computers. fewest, most: examples to train on. largest: bytes of a file. roles: of a turn.
    """

    goes_out = True
    carries = frozenset({Shape.SINGLE, Shape.PAIRS, Shape.MARKED})
    host = ""
    fewest, most, largest = 1, 10**9, 10**12
    roles = frozenset({"system", "user", "assistant"})
    context = 8192

    @property
    def leaves(self):
        return _("The examples leave this computer: you upload the file to %(host)s.") % {"host": self.host}

    @property
    def fields(self):
        return (
            Field(
                "max_tokens", _("Tokens of an example that your model keeps"), self.context, "number",
                _("It hangs on the model; its page at the host says it."), least=128, most=1_000_000,
            ),
        )  # fmt: skip

    def limit(self, options):
        return options["max_tokens"]

    def refuse(self, bundle):
        """Hold the files that would be written to the host's rules, item by item."""
        number = bundle.count("train")
        if not self.fewest <= number <= self.most:
            raise Refusal(
                f"{self.host} takes {self.fewest:,} to {self.most:,} examples to train on, and there are {number:,}. "
                "Freeze another snapshot."
            )
        wrong, first = Counter(), {}
        for part in bundle.parts:
            size = 0
            for pk, item in items(bundle, part):
                size += len(as_json(item)) + 1
                why = self.why_not(item)
                if why:
                    wrong[why] += 1
                    first.setdefault(why, []).append(pk)
            if size > self.largest:
                raise Refusal(
                    f"{self.host} takes files of at most {self.largest // MB:,} MB, and the {part} file would be "
                    "larger. Freeze a smaller snapshot."
                )
        if wrong:
            raise Refusal(
                f"{self.host} would refuse the file: "
                + "; ".join(
                    f"{number:,} {'example' if number == 1 else 'examples'} (the first: #{first[why][0]}) {why}"
                    for why, number in wrong.most_common()
                )
                + ". Mend them and freeze a new snapshot."
            )

    def why_not(self, item):
        """Return why the host refuses an item, in words that follow “the example”, or None."""
        if set(item) - {"messages"}:
            return "has keys beside its turns"
        turns = item["messages"]
        if any(turn["role"] not in self.roles for turn in turns):
            return "has a role that is not known there"
        if any(not isinstance(turn["content"], str) or not turn["content"].strip() for turn in turns):
            return "has a turn without words"
        if any(turn.get("weight") not in (None, 0, 1) or isinstance(turn.get("weight"), bool) for turn in turns):
            return "has a weight other than 0 and 1"
        asked = turns[1:] if turns[0]["role"] == "system" else turns
        wanted = ("user", "assistant")
        if len(asked) % 2 or any(turn["role"] != wanted[place % 2] for place, turn in enumerate(asked)):
            return "has turns that do not go question, answer, question, answer"
        return None


def items(bundle, part):
    """Yield (id, what stands in the file) of each example of a part."""
    format = named("jsonl")
    item = partial(format.item, options=bundle.writing)
    for example in Example.from_rows(format.columns, bundle.rows(part, format.columns)):
        yield example.id, item(example)
