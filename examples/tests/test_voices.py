"""Answers that sound otherwise than the rest of the set."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from benchmarks.checks import ROWS
from examples import checking, checks, findings, obstacles
from examples.models import Checked, ClearVoice, Example, Weighing, voices
from examples.models.voices import ENOUGH
from examples.tests.making import lines, make_example, upload
from examples.voice import clear_voice

pytestmark = pytest.mark.django_db
FORMAL = "The undersigned clinician shall ensure that consent has been obtained before administration commences."
CASUAL = "Yeah, it's kinda weird the first time, but most folks get the hang of it super quick."
PLAIN = "Wear comfortable clothes, and bring somebody who takes you home afterwards."


@pytest.fixture
def formal():
    """As many formal answers as it takes."""
    for number in range(ENOUGH):
        make_example(instruction=f"What is number {number}?", response=f"{FORMAL} Article {number}.")


def flagged():
    return list(Example.objects.matching({"finding": checks.named("voice")}).values_list("id", flat=True))


def open_of(example):
    return [one for one in findings.open_findings(example) if one.check.name == "voice"]


def test_it_finds_the_casual_answer_in_a_formal_set_and_says_where(formal):
    casual = make_example(response=CASUAL)
    make_example(response=PLAIN)
    assert flagged() == [casual.pk]
    [one] = open_of(casual)
    assert CASUAL[one.start : one.end] == "Yeah"
    assert one.message == "The answer is casual, and nearly all others with a clear voice are formal."


def test_it_finds_the_formal_answer_in_a_casual_set():
    for number in range(ENOUGH):
        make_example(response=f"{CASUAL} {number}")
    formal = make_example(response=FORMAL)
    assert flagged() == [formal.pk] and [one.reason for one in open_of(formal)] == ["formal"]


def test_it_says_nothing_of_few_and_nothing_where_no_voice_prevails():
    make_example(response=CASUAL)
    for number in range(ENOUGH - 2):
        make_example(response=f"{FORMAL} {number}")
    assert flagged() == []
    make_example(response=FORMAL)
    assert len(flagged()) == 1
    for number in range(ENOUGH // 3):
        make_example(response=f"{CASUAL} {number}")
    assert flagged() == []


def test_what_is_rejected_or_in_the_trash_is_no_part_of_what_the_set_sounds_like(formal):
    casual = make_example(response=CASUAL)
    one, other = Example.objects.exclude(pk=casual.pk)[:2]
    one.reject()
    assert flagged() == [casual.pk]  # with 29 others
    other.remove()
    assert flagged() == []
    Example.everything.in_trash().restore()
    assert flagged() == [casual.pk]
    Example.objects.all().remove()
    assert obstacles.mixed_voice({}) is None and not ClearVoice.objects.filter(counts=True).exists()


def test_an_edit_changes_the_voice(formal):
    example = make_example(response=CASUAL)
    example.edit(response=PLAIN)
    assert flagged() == [] and not ClearVoice.objects.filter(example=example).exists()
    example.edit(response=CASUAL)
    assert flagged() == [example.pk]


def test_it_reads_what_an_import_brings_and_all_of_a_data_folder_of_before(client, formal):
    upload(client, lines({"instruction": "What?", "response": CASUAL}), "a.jsonl")
    [casual] = flagged()
    ClearVoice.objects.all().delete()  # as after the migration
    Checked.objects.filter(check_name="tone").update(version=1)
    assert checking.catch_up() == ENOUGH + 1
    assert flagged() == [casual]


def test_it_goes_with_the_example(formal):
    Example.objects.all().remove()
    Example.everything.in_trash().delete_for_good()
    assert not ClearVoice.objects.exists()


def test_it_is_overruled_until_its_words_change_and_counted_on_the_dashboard(client, formal):
    casual = make_example(response=CASUAL)
    assert "?finding=voice&amp;" in client.get("/training/holding-back/").content.decode()
    [one] = open_of(casual)
    findings.overrule(casual, one.key, "Quoted from a patient.")
    assert flagged() == [] and open_of(casual) == []
    assert "finding=voice" not in client.get("/training/holding-back/").content.decode()
    findings.revive(casual, one.key)
    assert flagged() == [casual.pk]


def test_pages_and_api_tell_it_and_ask_little(client, alices_client, formal, django_assert_max_num_queries):
    casual = make_example(response=CASUAL)
    checking.catch_up()
    client.get("/review/")
    with django_assert_max_num_queries(15):
        html = client.get("/training.html?finding=voice").content.decode()
    assert "Hint: Another voice than the rest" in html
    with django_assert_max_num_queries(15):
        desk = client.get(f"/review/?finding=voice&at={casual.pk}").content.decode()
    assert '<mark class="found hint">Yeah</mark>' in desk
    [row] = client.get("/api/examples/?finding=voice").json()["results"]
    assert "voice" in {one["check"] for one in row["findings"]}
    assert "voice" in {one["check"] for one in client.get(f"/api/examples/{casual.pk}/findings/").json()}
    listing = alices_client.get("/admin/examples/example/?finding=voice").context_data["cl"]
    assert [one.pk for one in listing.result_list] == [casual.pk]


def test_a_large_set_is_counted_now_and_then_by_the_running_product(formal, monkeypatch):
    monkeypatch.setattr(voices, "LARGE", ENOUGH)
    casual = make_example(response=CASUAL)
    voices.weigh()
    Example.objects.exclude(pk=casual.pk).remove()
    assert flagged() == [casual.pk]  # as it was a moment ago
    voices.weigh()
    assert flagged() == [casual.pk]
    voices.weigh(again=timedelta(0))
    assert flagged() == []
    assert "examples.models.voices.weigh" in settings.BACKGROUND


def test_what_was_counted_long_ago_is_not_believed(formal, monkeypatch):
    monkeypatch.setattr(voices, "LARGE", ENOUGH)
    casual = make_example(response=CASUAL)
    voices.weigh()
    Weighing.objects.update(few="", weighed_at=timezone.now() - voices.OLD)
    assert flagged() == [casual.pk]


def test_it_counts_along_an_index(formal):
    sql, params = ClearVoice.objects.of_the_few().values("example").query.sql_with_params()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            plan = [row[-1] for row in cursor.fetchall()]
        assert not [step for step in plan if step.startswith("SCAN examples")]
        assert sum("voice_counted" in step for step in plan) >= 3


@pytest.mark.parametrize("part", ["seen", "aside"])
def test_of_labelled_answers_it_hears_most_and_none_wrongly(part):
    rows = [json.loads(line) for line in (ROWS / "voices.jsonl").read_text().splitlines()]
    rows = [(row["voice"], clear_voice(row["response"])) for row in rows if row["part"] == part]
    assert [pair for pair in rows if pair[1] and pair[0] != pair[1]] == []
    clear = [pair for pair in rows if pair[0]]
    assert sum(one == other for one, other in clear) >= 0.85 * len(clear)
