"""Citations in an answer: the numbers of the passages that a model was given, in square brackets."""

import re

# Asked for as [1]. Models also write [1, 2], [1-3], [Passage 1], [source: 1], [^1], [[1]] and 【1†source】.
GAP = r"[ \t]{0,2}"
WORD = r"(?:passages?|sources?|documents?|docs?|refs?\.?|quellen?|textstellen?|fuentes?|pasajes?|no\.?|nr\.?)"
NUMBER = rf"(?:{WORD}{GAP})?[:#^]?{GAP}\d{{1,4}}"
NUMBERS = rf"{GAP}({NUMBER}(?:{GAP}(?:[,;&–—-]|and|und|y|et){GAP}{NUMBER}){{0,20}}){GAP}"
CITATION = re.compile(rf"([ \t]?)(?:\[\[{NUMBERS}\]\]|\[{NUMBERS}\]|【{NUMBERS}(?:†[^】\n]{{0,60}})?】)", re.IGNORECASE)
LONGEST_RANGE = 20
RANGE = re.compile(r"(\d+)\s*[–—-]\s*(\d+)|(\d+)")
# What may be the beginning of a citation, at the end of a piece.
BEGUN = re.compile(r"[ \t]?(?:\[[\w \t,;:&#^.–—-]{0,120}|\[\[[^\]\n]{0,120}\]?|【[^】\n]{0,160})$|[ \t]$")


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
        numbers = numbers_in(found[2] or found[3] or found[4])
        known = [number for number in dict.fromkeys(numbers) if 1 <= number <= self.most]
        self.invented += sum(not 1 <= number <= self.most for number in numbers)
        self.cited.update(known)
        return found[1] + "".join(f"[{number}]" for number in known) if known else ""


def numbers_in(text):
    """Return the numbers of a citation; of a range all, of one that is none in truth its two ends."""
    numbers = []
    for first, last, one in RANGE.findall(text):
        ends = [int(one)] if one else [int(first), int(last)]
        numbers += range(ends[0], ends[-1] + 1) if 0 <= ends[-1] - ends[0] <= LONGEST_RANGE else ends
    return numbers
