"""No model: the passages that fit best, quoted with their sources."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.backends import Backend, NotSetUp

# Characters of a passage that are quoted; the rest is a click away.
QUOTED = 700


class Passages(Backend):
    name, title = "passages", gettext_lazy("No model: quotes from the documents")

    def pieces(self, model, turns, wanted, passages=()):
        if not passages:
            raise NotSetUp("no_model")
        yield _(
            "These passages of your documents fit best, word for word. No model has read them, so see for yourself "
            "whether they answer:"
        )
        for number, passage in enumerate(passages, 1):
            quote = passage["text"].strip()
            if len(quote) > QUOTED:
                quote = quote[:QUOTED].rsplit(None, 1)[0] + " …"
            lines = "\n".join(f"> {line}" for line in quote.splitlines())
            yield f"\n\n{lines}\n>\n> {source(passage)} [{number}]"


def source(passage):
    page = _("page %(number)s") % {"number": passage["page"]} if passage["page"] else ""
    return ", ".join(filter(None, (passage["filename"], page, passage["heading"])))


BACKEND = Passages()
