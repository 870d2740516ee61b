"""What a measurement found, and the table of all of them."""

import sys
from dataclasses import dataclass

HEADER = ("what", "measured", "against", "limit", "holds")


@dataclass
class Figure:
    """One line of the table. `holds` is None for what is reported without a limit."""

    what: str
    measured: str
    against: str = ""
    limit: str = ""
    holds: bool | None = None

    def __str__(self):
        verdict = {True: " (holds)", False: f" (DOES NOT HOLD: {self.limit})", None: ""}[self.holds]
        return f"{self.what}: {self.measured}{', ' if self.against else ''}{self.against}{verdict}"


def ratio(what, value, floor, most, unit, peer="floor"):
    """Return the Figure of a value that may be `most` times its floor; both in seconds."""
    found = value / floor
    return Figure(
        what, shown(value, unit), f"{peer} {shown(floor, unit)}: {found:.2f} ×", f"{most} ×", found <= most
    )  # fmt: skip


def nearly_same(what, large, small, most, least):
    """Return the Figure of a wall time at many rows beside the same at few: `most` times it, or `least` seconds."""
    return Figure(
        what,
        shown(large, "ms"),
        f"at 1,000 rows {shown(small, 'ms')}: {large / small:.2f} ×",
        f"{most} × or {least * 1000:.0f} ms",
        large <= max(most * small, least),
    )


def at_most(what, value, most, unit):
    return Figure(what, shown(value, unit), "", f"{shown(most, unit)}", value <= most)


def shown(value, unit):
    if unit == "ms":
        return f"{value * 1000:,.1f} ms"
    return f"{value:,.0f} MB" if unit == "MB" else f"{value:,.2f} {unit}"


def table(figures):
    rows = [HEADER] + [
        (figure.what, figure.measured, figure.against, figure.limit, {True: "yes", False: "NO", None: ""}[figure.holds])
        for figure in figures
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADER))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def say(text):
    """Tell how far we are, beside the table."""
    print(text, file=sys.stderr, flush=True)
