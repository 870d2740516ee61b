"""Every text of the pages is there in every language, and what is compiled is what is written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client

ROOT = Path(settings.BASE_DIR)
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def catalog(language):
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing(language):
    entries = [entry for entry in polib.pofile(catalog(language)) if not entry.obsolete]
    assert entries and [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_text(language):
    for entry in polib.pofile(catalog(language)):
        pairs = (
            [(entry.msgid_plural, entry.msgstr_plural.get(1))] if entry.msgid_plural else [(entry.msgid, entry.msgstr)]
        )
        for text, translation in pairs:
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translation)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    written = {entry.msgid: entry for entry in polib.pofile(catalog(language)) if not entry.obsolete}
    compiled = {entry.msgid: entry for entry in polib.mofile(catalog(language).with_suffix(".mo"))}
    assert compiled.keys() == written.keys()
    for text, entry in written.items():
        assert (entry.msgstr, entry.msgstr_plural) == (compiled[text].msgstr, compiled[text].msgstr_plural)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext is not here: apt-get install gettext")
def test_each_text_of_the_code_is_in_the_catalogs(tmp_path):
    for name in ("trainingcenter", "examples", "chat", "tuning", "templates", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("tests", "__pycache__"))
    languages = [word for language in LANGUAGES for word in ("-l", language)]
    command = [sys.executable, "-m", "django", "makemessages", *languages, "--no-location", "--no-wrap"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    for language in LANGUAGES:
        found = polib.pofile(tmp_path / catalog(language).relative_to(ROOT))
        there = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(catalog(language)) if not entry.obsolete}
        assert {(entry.msgctxt, entry.msgid) for entry in found if not entry.obsolete} == there


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"), [("de", "Beispiel"), ("es", "ejemplo"), ("fr", "exemple"), ("xx", "Add an example")]
)
def test_pages_speak_the_browsers_language(client, language, words):
    answer = client.get("/training.html", headers={"accept-language": language})
    assert words in answer.content.decode()
    assert f'<html lang="{language if language != "xx" else "en"}"' in answer.content.decode()


@pytest.mark.django_db
def test_a_person_can_choose_another_language(client):
    client.post("/language/", {"language": "fr", "next": "/training.html"})
    assert '<html lang="fr"' in client.get("/training.html", headers={"accept-language": "de"}).content.decode()


@pytest.mark.django_db
def test_the_api_speaks_english_to_every_program():
    client = Client(headers={"host": "localhost:3000", "accept-language": "de"})
    answer = client.get("/api/examples/?since=soon")
    assert answer.json()["error"] == "since: Write a date such as 2026-11-23, or a time such as 2026-11-23T09:00:00Z."
    assert client.get("/api/examples/?min_length=x").json()["error"] == "min_length: Enter a whole number."
