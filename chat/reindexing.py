"""Putting into the word index anew what an earlier version of chat.tokens put there. No file is read for it."""

from django.db import transaction

from chat import tokens
from chat.models import Document, Passage

BATCH = 1000


def catch_up(stop=None):
    """Do it with every document that is behind, and return how many there were. May run beside itself."""
    done = 0
    for pk in list(Document.objects.behind().order_by("id").values_list("pk", flat=True)):
        if stop and stop.is_set():
            break
        done += index_again(pk)
    return done


def index_again(pk):
    """Return whether the document is still there."""
    with transaction.atomic():
        document = Document.objects.filter(pk=pk).only("text").first()
        if document is None:
            return False
        language, languages = tokens.language_of(document.text), set()
        passages = list(document.passages.all())
        for passage in passages:
            passage.put_in_words(language)
            languages.add(passage.language)
        Passage.objects.bulk_update(passages, Passage.WORDS, batch_size=BATCH)
        Document.objects.filter(pk=pk).update(languages=" ".join(sorted(languages)), indexed_by=tokens.VERSION)
    return True
