"""How an answer is shown: its Markdown as a page, with nothing in it that leads elsewhere, and citations as links."""

import re

from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

# Characters. Of what is longer the beginning is shown, as plain text; a file has all of it.
LONGEST = 60_000
CITED = re.compile(r"\[(\d{1,4})\]")


def reader():
    """Return a reader of Markdown for texts of strangers: HTML in it is text, and so are links and pictures."""
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True})
    reader.disable(["link", "image", "autolink", "reference", "html_inline", "html_block", "entity"])
    rules = reader.renderer.rules
    rules["heading_open"] = lambda *_: '<p class="heading">'
    rules["heading_close"] = lambda *_: "</p>\n"
    rules["fence"] = rules["code_block"] = lambda tokens, place, *_: f"<pre>{escape(tokens[place].content)}</pre>\n"
    rules["hr"] = lambda *_: "<hr>\n"
    return reader


READER = reader()


def shown(text, sources=()):
    """Return an answer as safe HTML. Each citation of a source leads to its place in the document."""
    html = READER.render(text) if len(text) <= LONGEST else linebreaks(text[:LONGEST], autoescape=True)
    by_number = {source["number"]: source for source in sources}

    def link(found):
        source = by_number.get(int(found[1]))
        return citation(source) if source else found[0]

    # No attribute in this HTML has a letter of the answer's in it, so that what is found is always text.
    return mark_safe(CITED.sub(link, html))


def citation(source):
    words = _("Source %(number)s: %(place)s") % {"number": source["number"], "place": place_of(source)}
    return format_html(
        '<a class="cite" href="{}" title="{}">[{}]<span class="unseen"> {}</span></a>',
        address(source), words, source["number"], words,
    )  # fmt: skip


def address(source):
    return f"/documents/{int(source['document'])}/?passage={int(source['passage'])}"


def place_of(source):
    """Return where a source stands, for people: “guide.pdf, page 3, The day before”."""
    page = _("page %(number)s") % {"number": source["page"]} if source.get("page") else ""
    return ", ".join(filter(None, (source["filename"], page, source.get("heading"))))


def prepare(turn):
    """Give a turn what its part of the page shows."""
    if turn.role != "assistant":
        return turn
    turn.html = shown(turn.content, turn.sources)
    turn.rest = max(0, len(turn.content) - LONGEST)
    cited = {int(number) for number in CITED.findall(turn.content)}
    turn.quoted = [{**source, "place": place_of(source), "address": address(source)} for source in turn.sources]
    turn.cited = [source for source in turn.quoted if source["number"] in cited]
    turn.uncited = [source for source in turn.quoted if source["number"] not in cited]
    turn.pace = round(turn.tokens / turn.seconds) if turn.seconds > 0.05 else None
    return turn


def as_markdown(conversation, turns):
    """Return a conversation as a file in Markdown."""
    parts = [f"# {conversation.title}\n"]
    for turn in turns:
        who = _("You") if turn.role == "user" else turn.model_name or _("Answer")
        parts.append(f"## {who}, {turn.created_at:%Y-%m-%d %H:%M}\n\n{turn.content}\n")
        if turn.problem:
            parts.append(f"*{turn.why}*\n")
        parts += [f"[{source['number']}] {place_of(source)}\n" for source in turn.sources]
    return "\n".join(parts)


def as_object(conversation, turns):
    """Return a conversation with all its branches, for JSON."""
    return {
        "id": conversation.pk,
        "title": conversation.title,
        "session_context": conversation.context,
        "use_documents": conversation.use_documents,
        "created_at": conversation.created_at.isoformat(),
        "turns": [turn_object(turn) for turn in turns],
    }


def turn_object(turn):
    said = {
        "id": turn.pk,
        "parent": turn.parent_id,
        "role": turn.role,
        "content": turn.content,
        "created_at": turn.created_at.isoformat(),
    }
    if turn.role == "user":
        return said
    return {
        **said,
        "state": turn.state,
        "problem": turn.why,
        "crisis": turn.crisis,
        "model": turn.model_name or None,
        "prompt": turn.prompt_id,
        "sources": turn.sources,
        "left_out": turn.left_out,
        "invented_citations": turn.invented,
        "rating": turn.rating,
        "reason": turn.reason,
        "example": turn.used_as,
    }
