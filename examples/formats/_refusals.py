"""The two kinds of failure of a file."""


class Unreadable(ValueError):
    """Why a whole file cannot be read. Its text is a sentence for the person who brought it."""
