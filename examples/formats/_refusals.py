"""Why a whole file cannot be read, and where in it."""


class Unreadable(ValueError):
    """Why a whole file cannot be read. Its text is a sentence for the person who brought it."""


def place_after(text, line, column):
    """Return the line and column after a text that starts at these; CR, LF and CRLF end a line."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    if not ends:
        return line, column + len(text)
    return line + ends, len(text) - max(text.rfind("\n"), text.rfind("\r"))
