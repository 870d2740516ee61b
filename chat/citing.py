"""Citations in an answer: the numbers of the passages that a model was given, in square brackets."""

import re

CITATION = re.compile(r"[ \t]?\[(\d{1,4}(?:\s*[,;]\s*\d{1,4}){0,20})\]")
# What may be the beginning of a citation, at the end of a piece.
BEGUN = re.compile(r"[ \t]?\[[\d\s,;]{0,120}$|[ \t]$")


class Citations:
    """Takes citations of passages that there are not out of an answer while it comes in. `most` is the highest number;
    `cited` are the numbers that stand in the answer, `invented` counts those that were taken out."""

    def __init__(self, most):
        self.most, self.cited, self.invented, self.held = most, set(), 0, ""

    def feed(self, text):
        """Return what can be shown now; what may be half a citation waits for the next piece."""
        text = self.held + text
        begun = BEGUN.search(text)
        self.held = begun[0] if begun else ""
        return CITATION.sub(self.checked, text[: len(text) - len(self.held)])

    def rest(self):
        """Return what still waited at the end."""
        text, self.held = self.held, ""
        return CITATION.sub(self.checked, text)

    def checked(self, found):
        numbers = [int(number) for number in re.findall(r"\d+", found[1])]
        known = [number for number in dict.fromkeys(numbers) if 1 <= number <= self.most]
        self.invented += sum(not 1 <= number <= self.most for number in numbers)
        self.cited.update(known)
        space = found[0][: found[0].index("[")]
        return space + "".join(f"[{number}]" for number in known) if known else ""
