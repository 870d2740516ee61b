"""What the browser tests do again and again."""

import json
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."
HOSTILE = "<script>alert(1)</script> \u202ereversed \u2067 👩‍👩‍👧‍👦 Z" + "\u0301" * 200 + " =1+1 "


def add(server, instruction, response, **more):
    body = {"instruction": instruction, "response": response, **more}
    assert server.post("/api/training/add-example", body, Content_Type="application/json").status == 200


def row(**values):
    return json.dumps(values) + "\n"


def has_no_barrier(page):
    """Ask axe, in light and dark. The page's context must have bypass_csp: axe writes styles, which the CSP refuses."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
