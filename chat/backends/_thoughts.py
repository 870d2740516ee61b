"""What a model thinks before it answers: some servers send it in the text of the answer, between tags of its own."""

from chat.backends import CutShort, Failed

TAGS = ("think", "thinking", "thought", "reasoning")
ENDS = {f"<{tag}>": f"</{tag}>" for tag in TAGS}


def left_out(texts):
    """Yield the texts of an answer without the thoughts that it begins with. Raises Failed where nothing else came."""
    thoughts, answered = Thoughts(), False
    try:
        for text in texts:
            if text := thoughts.feed(text):
                answered = answered or bool(text.strip())
                yield text
    except CutShort:
        if answered:
            raise
        thoughts.over = True
    if rest := thoughts.rest():
        yield rest
    elif not answered:
        raise Failed("thoughts_alone")


class Thoughts:
    """Tells them from the answer while it comes in."""

    def __init__(self):
        self.held, self.end, self.over = "", "", False

    def feed(self, text):
        """Return what of the answer can be shown now."""
        if self.over:
            return text
        self.held += text
        if not self.end:
            begun = self.held.lstrip()
            self.end = next((end for tag, end in ENDS.items() if begun.startswith(tag)), "")
            if not self.end and any(tag.startswith(begun) for tag in ENDS):
                return ""  # it may be half a tag
        before, end, after = self.held.partition(self.end) if self.end else ("", "", self.held)
        if self.end and not end:
            self.held = before[-len(self.end) :]
            return ""
        self.over, self.held = True, ""
        return after

    def rest(self):
        """Return what still waited at the end."""
        return "" if self.over or self.end else self.held
