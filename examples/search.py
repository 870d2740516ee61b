"""Finding examples by the words in them: an FTS5 table on SQLite, plain comparison elsewhere.

The index is made behind the writers' back: an import writes rows only, `catch_up()` indexes them later, and rows that
are not indexed yet are compared one by one, so that a search is right at any moment and quick a little later. Triggers
keep the index true when an indexed row changes or goes (see the migration that makes them).
"""

import re
import unicodedata

from django.db import connection, transaction
from django.db.models import Func, Q, TextField
from django.db.models.expressions import RawSQL

TABLE = "examples_search"
STATE = "examples_searchstate"
COLUMNS = ("instruction", "context", "response", "system", "history", "tags")
# What is searched of `history`: the words of its turns, without the JSON round them.
WORDS_OF_TURNS = {
    "sqlite": "CASE {0} WHEN '[]' THEN '' ELSE"
    " (SELECT group_concat(json_extract(value, '$.content'), ' ') FROM json_each({0})) END",
    "postgresql": "(SELECT string_agg(turn ->> 'content', ' ') FROM jsonb_array_elements({0}) AS turn)",
}
LINES_OF_TURNS = {
    "sqlite": "(SELECT group_concat(json_extract(value, '$.role') || ': ' ||"
    " coalesce(json_extract(value, '$.content'), ''), char(10)) FROM json_each({0}))",
    "postgresql": "(SELECT string_agg((turn ->> 'role') || ': ' || coalesce(turn ->> 'content', ''), chr(10))"
    " FROM jsonb_array_elements({0}) AS turn)",
}
WORD = re.compile(r"[^\W_]+")
# The index knows words with spaces between them. These scripts have none, or marks that it takes for ends of words:
# Devanagari to Myanmar, Khmer, kana, the Chinese characters.
UNSPACED = re.compile("[\u0900-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Regular expressions: Python's, which SQLite is given by Django, and PostgreSQL's own.
WORD_START = {"": r"(?<![^\W_])", "postgresql": "(^|[^[:alnum:]])"}
BATCH = 2000
MOST_WORDS = 32
LONGEST = 1000


def indexed():
    """Return whether this database has the word index."""
    return connection.vendor == "sqlite"


def condition(query, model):
    """Return a Q for the examples (of `model`) that hold every word of the query, as a word or the beginning of one.

    Writing in scripts without spaces, and marks alone, are looked for as they stand.
    """
    query = unicodedata.normalize("NFC", query)
    words = [] if UNSPACED.search(query) else WORD.findall(query)[:MOST_WORDS]
    plain = Q()
    for word in words:
        plain &= any_column(
            "iregex", rf"(^|[^[:alnum:]]){word}" if connection.vendor == "postgresql" else rf"(?<![^\W_]){word}"
        )
        if word.isascii():  # says nothing more, and spares most rows the expression
            plain &= any_column("icontains", word)
    if not words:
        plain = any_column("icontains", query.strip()[:LONGEST])
    if not indexed() or not words:
        return plain
    match = " ".join(f'"{word}"*' for word in words)
    sql, params = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [match]
    last, newest = ends()
    if newest > last:  # in one list with the others: an OR between two makes SQLite look at every row
        waiting, more = model._base_manager.filter(plain, id__gt=last).values("id").query.sql_with_params()
        sql, params = f"{sql} UNION ALL {waiting}", [*params, *more]
    return Q(id__in=RawSQL(sql, params))


def holding(column, word):
    """Return a Q for the rows whose column has these letters, in capitals or not. SQLite's LIKE knows that of a to z
    alone."""
    word = unicodedata.normalize("NFC", word)
    return Q(**{f"{column}__icontains": word} if word.isascii() else {f"{column}__iregex": re.escape(word)})


class WordsOfTurns(Func):
    output_field = TextField()
    sql = WORDS_OF_TURNS

    def as_sql(self, compiler, connection, **options):
        column, params = compiler.compile(self.source_expressions[0])
        return self.sql[connection.vendor].format(column), params


class LinesOfTurns(WordsOfTurns):
    """A line for each turn: its role and what is said."""

    sql = LINES_OF_TURNS


def any_column(lookup, value):
    """Return a Q for the examples with the value in one of the searched columns."""
    in_turns = TextField().get_lookup(lookup)(WordsOfTurns("history"), value)
    found = ~Q(history=[]) & Q(in_turns)
    for column in COLUMNS:
        if column != "history":
            found |= Q(**{f"{column}__{lookup}": value})
    return found


def indexed_values():
    """Return, as SQL, what the index holds of a row of SQLite, in the order of COLUMNS."""
    turns = WORDS_OF_TURNS["sqlite"].format("history")
    return ", ".join(turns if name == "history" else name for name in COLUMNS)


def watermark():
    """Return the id up to which all examples are indexed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT indexed_to FROM {STATE}")
        return cursor.fetchone()[0]


def ends():
    """Return (the id up to which all examples are indexed, the highest id)."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT indexed_to, (SELECT COALESCE(MAX(id), 0) FROM examples_example) FROM {STATE}")
        return cursor.fetchone()


def waiting():
    last, newest = ends()
    return newest > last


def index(ids):
    """Index examples that came with ids of their own, as far as catching up has passed these already."""
    if not indexed() or not ids:
        return
    columns, last = ", ".join(COLUMNS), watermark()
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {TABLE} (rowid, {columns}) SELECT id, {indexed_values()} FROM examples_example WHERE id = %s",
            [(number,) for number in ids if number <= last],
        )


def catch_up(batch=BATCH, progress=None, stop=None):
    """Index every example that is not indexed yet, in short transactions, and return how many there were.

    `progress` is called with the number of each batch, `stop` is an event that ends it early. May run beside other
    writers and be stopped at any moment.
    """
    done = 0
    while indexed() and waiting() and not (stop and stop.is_set()):
        with transaction.atomic(), connection.cursor() as cursor:
            start = watermark()
            cursor.execute(
                "SELECT MAX(id), COUNT(*) FROM (SELECT id FROM examples_example WHERE id > %s ORDER BY id LIMIT %s)",
                [start, batch],
            )
            end, count = cursor.fetchone()
            if not count:
                break
            columns = ", ".join(COLUMNS)
            cursor.execute(
                f"INSERT INTO {TABLE} (rowid, {columns}) SELECT id, {indexed_values()} FROM examples_example "
                "WHERE id > %s AND id <= %s",
                [start, end],
            )
            cursor.execute(f"UPDATE {STATE} SET indexed_to = %s", [end])
        done += count
        if progress:
            progress(count)
    return done
