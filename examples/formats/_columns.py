"""What the columns of a file are called, or the keys of its items, and which could mean which field: for a person who
maps them."""

import csv
import io
import unicodedata
from dataclasses import dataclass, field
from itertools import islice

from examples.formats import _encodings, _fields, _table
from examples.formats._encodings import CHUNK
from examples.formats._refusals import Unreadable
from examples.texts import Refused

LOOKED_AT = 50  # items
# Characters on average: a column of less has numbers or marks in it, and no question or answer.
SHORTEST = 4
# Whole words of a column's name, without accents and case, in languages that people keep their answers in. They only
# suggest: what is matched without asking stands in `_fields.NAMES`.
WORDS = {
    "instruction": (
        "instruction question prompt query ask asked patient client user human customer request task input "
        "frage fragen anfrage aufgabe anweisung eingabe klient nutzer kunde pregunta preguntas consulta "
        "paciente usuario demande consigne utilisateur domanda paziente pergunta instrucao vraag opdracht "
        "patienten fraga sporsmal pytanie otazka kerdes soru вопрос питання 问题 問題 質問 질문 سؤال שאלה"
    ),
    "response": (
        "response answer reply output completion therapist assistant bot guide expert model target expected ideal "
        "antwort antworten erwiderung ausgabe therapeut therapeutin respuesta respuestas contestacion terapeuta "
        "asistente reponse reponses therapeute risposta resposta antwoord svar odpowiedz odpoved valasz cevap "
        "yanit ответ відповідь 回答 答案 答え 답변 대답 جواب إجابة תשובה"
    ),
    "context": (
        "context background situation setting phase passage scenario kontext hintergrund zusammenhang lage "
        "contexto situacion contexte contesto situazione situacao achtergrond bakgrund kontekst контекст "
        "背景 上下文 文脈 맥락 سياق"
    ),
    "system": "system systemprompt persona sistema systeme система 系统",
    "history": "history verlauf vorgeschichte historial historique cronologia historico история 历史 履歴",
}


def plain(name):
    """Return the words of a name in lower case, without accents: “Réponse_idéale” is reponse, ideale."""
    name = "".join(one for one in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(one))
    return "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFC", name)).split()


WORDS = {name: frozenset(plain(words)) for name, words in WORDS.items()}


@dataclass
class Columns:
    """names: of the columns, in order; no column appears twice. recognised: {field: column} of those that mean a field
    by their name. guess: {field: column} of what the others could mean. header: the first line of a CSV, without its
    end; empty for other files. conversation: whether the items are conversations, which need no columns."""

    names: list = field(default_factory=list)
    recognised: dict = field(default_factory=dict)
    guess: dict = field(default_factory=dict)
    header: str = ""
    conversation: bool = False


def columns_of(reading):
    """Return the Columns of a Reading, from its first items. The Reading can be read from its start afterwards."""
    found, items = Columns(), []
    try:
        if reading.kind == "table":
            found.header = header_of(reading)
            records = _table.read(reading.file, reading.encoding, reading.fits)
            found.names = list(next(records, (0, [], ""))[1])
        else:
            records = reading.items()
        items += (item for _row, item, _raw in islice(records, LOOKED_AT) if isinstance(item, dict))
    except Unreadable:  # what was read until there still says what the columns are
        pass
    found.names = list(dict.fromkeys([*found.names, *(key for item in items for key in item)]))
    found.conversation = any(_fields.conversation(_fields.in_our_case(item)) for item in items)
    try:
        found.recognised = _fields.match(tuple(found.names))
    except Refused:
        pass
    found.recognised = {name: column for name, column in found.recognised.items() if name in _fields.MAPPABLE}
    found.guess = guess(found, items)
    return found


def header_of(reading):
    """Return the header of a CSV as a line, between the same delimiters as in the file."""
    try:
        sample = _encodings.text(reading.file, reading.encoding, newline="").read(CHUNK)
    except UnicodeError:
        return ""
    delimiter = _table.find_delimiter(sample, reading.fits)
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(_table.first_record(sample, delimiter))
    return line.getvalue()


def guess(columns, items):
    """Return {field: column} for what is not recognised: by the words in the names, then by the texts, of which the
    answer is most often the longest."""
    free = [name for name in columns.names if name not in columns.recognised.values()]
    lengths = {name: average([item[name] for item in items if isinstance(item.get(name), str)]) for name in free}
    found = {}
    for wanted, words in WORDS.items():
        if wanted not in columns.recognised:
            likely = {name: likeness(name, words) for name in free}
            best = max(likely, key=likely.get, default=None)
            if best is not None and likely[best] and (likely[best] == 1 or lengths[best] >= SHORTEST):
                found[wanted] = best
                free.remove(best)
    free = [name for name in free if lengths[name] >= SHORTEST]  # numbers and codes are no answer
    for wanted in ("response", "instruction"):
        if free and wanted not in found and wanted not in columns.recognised:
            found[wanted] = max(free, key=lengths.get)
            free.remove(found[wanted])
    return found


def likeness(name, words):
    """Return how much of a name is one of the words, 0 to 1."""
    parts = plain(name[:200])
    return sum(part in words for part in parts) / len(parts) if parts else 0


def average(texts):
    """Return the average length of those that are not blank."""
    lengths = [len(text) for text in texts if text.strip()]
    return sum(lengths) / len(lengths) if lengths else 0
