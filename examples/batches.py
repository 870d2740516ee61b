"""Checking many examples at once: one check after another goes over a batch of them."""

import gc
from contextlib import contextmanager
from itertools import count

from examples.checks import earlier_in, said_in
from examples.reading import read_all
from examples.vocabulary import MOST_KEPT, forget, room_for

TOGETHER = 512  # examples of a batch, at most
LARGE, SEARCHED = 64, 40  # examples of a batch that is large, and how many of these there are to one search of all
_large = count(1)


class Batch:
    """Examples that are checked together, with the Readings of their questions and answers. `kept` is what checks keep
    of it: {their class: …}."""

    def __init__(self, examples):
        self.examples, self.kept = examples, {}
        read = read_all([text for one in examples for text in (one.instruction, one.response)])
        self.questions, self.answers = read[::2], read[1::2]


def findings_in_all(examples, asked):
    """Return, for each of several examples, the list of Findings of some TextChecks. One check after another goes over
    a batch of them: what each needs stays in the processor's memory then."""
    found = []
    for some in batches(examples):
        with uncollected(len(some)):
            found += findings_in_batch(some, asked)
    return found


def findings_in_batch(examples, asked):
    forget()  # so that the batch has room to the end
    batch, found = Batch(examples), [[] for _ in examples]
    spoken = [(example, told) for example, told in zip(examples, found, strict=True) if example.history]
    earlier = Batch([one for example, _told in spoken for _number, one in earlier_in(example)])
    for check in asked:
        check.prepare(batch)
        if earlier.examples and check.of_earlier:
            check.prepare(earlier)
    for check in asked:
        find = check.find
        for place in check.promising(batch):
            found[place] += find(examples[place])
        for example, told in spoken if check.of_earlier else ():
            told += check.find_earlier(example)
    return found


@contextmanager
def uncollected(size):
    """Without Python's search for objects that only keep each other: a batch makes none, and the search takes a
    twentieth of the time. Behind a large batch all that is there counts as old, so that what the batch keeps is not
    searched then; of so many, one is followed by a search of all, for what others made."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if size >= LARGE and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
            if next(_large) % SEARCHED == 0:
                gc.collect()
        gc.enable()


def batches(examples):
    """Yield lists of at most TOGETHER examples, whose readings are remembered until the last check has seen them."""
    batch, size = [], 0
    for example in examples:
        length = sum(map(room_for, (example.context, example.instruction, example.response)))
        if example.history:  # of turns of a person alone, and together with those before them
            length += sum([2 * room_for(text) for _number, _role, text in said_in(example)])
        if batch and (len(batch) == TOGETHER or size + length > MOST_KEPT // 2):
            yield batch
            batch, size = [], 0
        batch.append(example)
        size += length
    if batch:
        yield batch
