"""Near duplicates: how alike, which belong together, what keeps it true."""

import random
import re
import threading
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import checks, clusters, merging, scanning, sketches
from examples.models import Cluster, Comparing, Example, Import, Member, Uncompared
from examples.tests.making import lines, make_example, upload

pytestmark = pytest.mark.django_db

ANSWER = (
    "Most people rest at home on the day after a session. Drink water, eat something light, and write down what you "
    "remember. Call the clinic if your blood pressure stays high or you feel unwell."
)
QUESTION = "What should I do on the day after my first session?"
OTHER = (
    "Bring comfortable clothes and a list of the medicines that you take. A friend has to drive you home, because you "
    "may not drive until the next morning."
)


def changed(text, *words, by="otherwise"):
    """Return the text with the words at these places changed."""
    found = text.split(" ")
    for place in words:
        found[place] = by
    return " ".join(found)


def pair(**second):
    """Return two examples, the second like the first but for these values, both compared."""
    first = make_example(instruction=QUESTION, response=ANSWER)
    other = make_example(**{"instruction": QUESTION, "response": changed(ANSWER, 9), **second})
    clusters.catch_up()
    return first, other


def groups():
    """Return the ids of each cluster that is shown, the largest first."""
    return [[example.pk for example in one.members()] for one in Cluster.objects.shown().order_by("-size", "id")]


# How alike

WORDS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12)


def longest_common(one, other):
    """The textbook's table."""
    row = [0] * (len(other) + 1)
    for word in one:
        before, row = row, [0]
        for place, another in enumerate(other):
            row.append(before[place] + 1 if word == another else max(before[place + 1], row[place]))
    return row[-1]


@settings(deadline=None)  # of a machine that has other work
@given(WORDS, WORDS)
def test_it_counts_the_words_that_are_in_both_in_the_same_order(one, other):
    share = sketches.likeness(one, other)
    assert share == 2 * longest_common(one, other) / (len(one) + len(other))
    assert share == sketches.likeness(other, one)


@settings(deadline=None)  # of a machine that has other work
@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_the_same_texts_are_near_and_have_the_same_bands_whatever_is_in_them(question, answer):
    one = sketches.wording(question, answer, "", "[]")
    bands, _marks = sketches.sketch([one, one])
    assert sketches.near(one, one, 1)
    assert (bands[0] == bands[1]).all()


def test_a_share_of_the_words_changed_is_found_and_twenty_percent_are_not():
    chance = random.Random(1)
    vocabulary = [f"word{number}" for number in range(5000)]
    rows = [chance.choices(vocabulary, k=80) for _ in range(300)]

    def told(changes):
        one = [sketches.Wording(row[:12], row) for row in rows]
        other = [sketches.Wording(row[:12], at_random(row, changes)) for row in rows]
        shared = (sketches.sketch(one)[0] == sketches.sketch(other)[0]).any(axis=1)
        pairs = zip(one, other, shared, strict=True)
        return sum(bool(share) and sketches.near(first, second, 0.85) for first, second, share in pairs) / len(rows)

    def at_random(row, changes):
        row = list(row)
        for place in chance.sample(range(len(row)), changes):
            row[place] = chance.choice(vocabulary)
        return row

    assert told(4) >= 0.95
    assert told(16) == 0


# Which belong together


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ({}, True),
        ({"response": ANSWER.upper() + "!"}, True),
        ({"instruction": changed(QUESTION, 4)}, True),
        ({"instruction": "Whom do I call when I cannot sleep?"}, False),
        ({"response": OTHER}, False),
        ({"response": changed(ANSWER, *range(0, 30, 3))}, False),
        ({"instruction": QUESTION, "response": "Rest."}, False),
    ],
)
def test_two_are_together_where_answer_and_question_are_alike(second, together):
    first, other = pair(**second)
    assert groups() == ([[first.pk, other.pk]] if together else [])


PATIENT = "I am 54, had my second session yesterday, and cannot sleep since. My blood pressure is a little high."
ANOTHER = "My daughter starts next week and is afraid of the needle. She has fainted before when blood was drawn."
ASKED = [{"role": "user", "content": PATIENT}, {"role": "assistant", "content": "Thank you for telling me."}]
BESIDE = [
    ({"context": PATIENT}, {"context": PATIENT.replace("54", "45")}, True),
    ({"context": PATIENT}, {"context": ANOTHER}, False),
    ({"context": PATIENT}, {}, False),
    ({"context": "Dose: 56 mg"}, {"context": "Dose: 84 mg"}, False),
    ({"history": ASKED}, {"history": [{**ASKED[0], "content": PATIENT.upper()}, ASKED[1]]}, True),
    ({"history": ASKED}, {"history": [{**ASKED[0], "content": ANOTHER}, ASKED[1]]}, False),
]


@pytest.mark.parametrize("way", ["one by one", "scan"])
@pytest.mark.parametrize(("first", "second", "together"), BESIDE)
def test_other_contexts_and_earlier_turns_are_other_examples(first, second, together, way):
    ids = [make_example(instruction=QUESTION, response=ANSWER, **values).pk for values in (first, second)]
    clusters.catch_up() if way == "one by one" else scanning.scan()
    assert groups() == ([ids] if together else [])


def test_repeats_of_one_context_among_many_others_are_found_in_a_scan():
    contexts = [f"{chr(97 + number) * 4} {number * 7919} told me this" for number in range(20)]
    first = [make_example(instruction=QUESTION, response=ANSWER, context=context).pk for context in contexts]
    other = [make_example(instruction=QUESTION, response=changed(ANSWER, 9), context=one).pk for one in contexts]
    scanning.scan()
    assert sorted(groups()) == sorted(map(list, zip(first, other, strict=True)))


def test_the_cards_show_the_earlier_turns(client):
    for text in (PATIENT, PATIENT.replace("54", "45")):
        make_example(instruction=QUESTION, response=ANSWER, history=[{**ASKED[0], "content": text}, ASKED[1]])
    clusters.catch_up()
    html = client.get("/duplicates/").content.decode()
    assert html.count("Earlier turns</h4>") == 2 and "\nassistant: Thank you for telling me." in html
    assert "<del>54</del><ins>45</ins>" in html


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ({"instruction": "May I eat before the session?"}, False),
        ({"context": "The day after"}, False),
        ({"history": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hello"}]}, False),
        ({"response": "yes"}, True),
    ],
)
def test_a_short_answer_tells_nothing(second, together):
    first = make_example(instruction=QUESTION, response="Yes.")
    other = make_example(**{"instruction": QUESTION, "response": "Yes.", **second})
    clusters.catch_up()
    assert groups() == ([[first.pk, other.pk]] if together else [])


def test_a_set_phrase_as_the_answer_to_everything_brings_nobody_together():
    phrase = "I cannot advise on a dose of medicine. Please ask the care team at your clinic about that."
    for number in range(120):
        make_example(
            instruction=f"{chr(97 + number % 26) * 3}{number} question of kind {number * 7919}?", response=phrase
        )
    make_example(instruction="May I have a second dose of ketamine today?", response=phrase)
    make_example(instruction="May I have a second dose of ketamine now?", response=phrase)
    clusters.catch_up()
    incremental = groups()
    scanning.scan()
    last = list(Example.objects.order_by("-id").values_list("id", flat=True)[:2])[::-1]
    assert last in incremental
    assert last in groups()


@pytest.mark.parametrize("way", ["one by one", "scan"])
def test_it_finds_the_same_one_by_one_and_in_a_scan(way):
    chance = random.Random(5)
    words = [f"w{number}" for number in range(900)]
    made = []
    for number in range(60):
        question, answer = (" ".join(chance.choices(words, k=size)) for size in (10, 40))
        made.append(make_example(instruction=question, response=answer))
        if number % 3 == 0:
            made.append(make_example(instruction=question, response=changed(answer, 7, 20)))
        if number % 9 == 0:
            made.append(make_example(instruction=question, response=changed(answer, 3, 30)))
    if way == "scan":
        scanning.scan()
    else:
        for example in made:
            clusters.compare(example.pk)
    found = groups()
    assert [len(group) for group in found] == [3] * 7 + [2] * 13
    assert all(group == list(range(group[0], group[0] + len(group))) for group in found)


def test_a_script_without_spaces_is_compared_by_its_signs():
    text = "治疗结束后请在家休息，多喝水，吃清淡的食物，并写下您记得的内容。"
    first = make_example(instruction="治疗后的第二天我应该做什么？", response=text)
    other = make_example(instruction="治疗后的第二天我应该做什么？", response=text.replace("家", "房"))
    clusters.catch_up()
    assert groups() == [[first.pk, other.pk]]


# What keeps it true


def test_what_is_in_the_trash_does_not_count_and_comes_back():
    first, other = pair()
    other.remove()
    assert groups() == []
    other.restore()
    assert groups() == [[first.pk, other.pk]]
    clusters.catch_up()
    assert groups() == [[first.pk, other.pk]]


def test_it_finds_what_was_added_while_the_other_was_in_the_trash():
    first = make_example(instruction=QUESTION, response=ANSWER)
    first.remove()
    other = make_example(instruction=QUESTION, response=changed(ANSWER, 9))
    clusters.catch_up()
    assert groups() == []
    Example.everything.filter(pk=first.pk).restore()
    assert groups() == [[first.pk, other.pk]]


def test_an_edit_takes_an_example_out_and_another_puts_it_back():
    first, other = pair()
    other.edit(response=OTHER)
    clusters.catch_up()
    assert groups() == []
    other.edit(response=ANSWER)
    clusters.catch_up()
    assert groups() == [[first.pk, other.pk]]


def test_two_that_only_a_third_joined_part_when_it_goes():
    answer = " ".join(f"word{number}" for number in range(40))
    one = make_example(instruction=QUESTION, response=answer)
    middle = make_example(instruction=QUESTION, response=changed(answer, *range(4)))
    far = make_example(instruction=QUESTION, response=changed(answer, *range(8)))
    clusters.catch_up()
    assert groups() == [[one.pk, middle.pk, far.pk]]
    middle.remove()
    clusters.catch_up()
    assert groups() == []
    scanning.scan()
    assert groups() == []
    middle.restore()
    clusters.catch_up()
    assert groups() == [[one.pk, middle.pk, far.pk]]


def test_a_new_one_joins_two_clusters():
    answer = " ".join(f"word{number}" for number in range(40))
    made = [
        changed(answer, *range(5)),
        changed(answer, *range(1, 5)),
        changed(answer, *range(30, 35)),
        changed(answer, *range(31, 35)),
    ]
    ids = [make_example(instruction=QUESTION, response=text).pk for text in made]
    clusters.catch_up()
    assert len(groups()) == 2
    ids.append(make_example(instruction=QUESTION, response=answer).pk)
    clusters.catch_up()
    assert groups() == [ids]


def test_deleting_for_good_leaves_nothing_behind():
    first, other = pair()
    other.remove()
    Example.everything.in_trash().delete_for_good()
    clusters.catch_up()
    assert list(Member.objects.values_list("example", flat=True)) in ([], [first.pk])
    assert groups() == []


def test_an_import_is_compared_when_it_is_whole(client):
    upload(client, lines({"instruction": QUESTION, "response": ANSWER}))
    upload(client, lines({"instruction": QUESTION, "response": changed(ANSWER, 9)}))
    clusters.catch_up()
    assert len(groups()) == 1
    Import.objects.first().undo()
    assert groups() == []


def test_what_an_unfinished_import_has_written_is_left_for_later():
    running = Import.objects.create(name="running")
    made = [
        make_example(instruction=QUESTION, response=changed(ANSWER, place), source_id=running.pk) for place in (8, 9)
    ]
    assert clusters.catch_up() == 0
    Import.objects.update(finished_at=made[0].created_at)
    assert clusters.catch_up() == 2
    assert len(groups()) == 1


# The scan


def test_the_command_scans_everything_and_can_be_repeated():
    pair()
    Cluster.objects.all().delete()
    for _ in range(2):
        out = StringIO()
        call_command("find_duplicates", stdout=out)
        assert out.getvalue().startswith("2 examples scanned: 2 of them are in 1 clusters")
    assert Cluster.objects.count() == 1


def test_the_command_counts_what_is_not_in_the_trash_and_says_what_was_kept():
    def said():
        out = StringIO()
        call_command("find_duplicates", stdout=out)
        return out.getvalue()

    pair()
    merging.keep_all(Cluster.objects.get())
    assert "2 of them are in 1 clusters" in said() and "1 of the clusters were kept as they are." in said()
    Example.objects.remove()
    assert "2 examples scanned: 0 of them are in 0 clusters" in said()


def test_a_threshold_is_held_to_from_then_on():
    first, other = pair()
    call_command("find_duplicates", "--threshold=0.99", stdout=StringIO())
    assert groups() == []
    third = make_example(instruction=QUESTION, response=changed(ANSWER, 11))
    clusters.catch_up()
    assert groups() == []
    call_command("find_duplicates", stdout=StringIO())
    assert groups() == [[first.pk, other.pk, third.pk]]


@pytest.mark.parametrize("word", ["2", "0.2", "much", "nan"])
def test_a_threshold_that_is_none_is_told(word):
    with pytest.raises(CommandError, match="is no share"):
        call_command("find_duplicates", f"--threshold={word}")


@pytest.mark.parametrize("share", [0.2, 1.5, float("nan")])
def test_a_setting_that_is_no_share_is_told(share):
    with override_settings(DUPLICATE_LIKENESS=share):
        [error] = [error for error in run_checks(tags=["sizes"]) if error.id == "trainingcenter.E011"]
    assert "0.85" in error.hint


def test_a_scan_of_nothing_finds_nothing():
    assert scanning.scan().examples == 0


def test_a_scan_takes_the_rows_of_what_was_deleted_out_of_the_table_of_bands():
    first, other = pair()
    Example.everything.filter(pk=first.pk).delete_for_good()
    scanning.scan()
    assert set().union(*clusters.look_up(bands()).values()) == {other.pk}


def bands():
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT hash FROM examples_band")
        return {hash for (hash,) in cursor.fetchall()}


def test_what_was_edited_during_a_scan_is_compared_anew(monkeypatch):
    _first, other = pair()
    read = scanning.read

    def and_edited(*asked):
        found = read(*asked)
        Example.objects.get(pk=other.pk).edit(response=OTHER)
        return found

    monkeypatch.setattr(scanning, "read", and_edited)
    scanning.scan()
    assert groups() == []
    assert not Uncompared.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no such log")
def test_what_others_write_during_a_scan_does_not_pile_up(monkeypatch):
    monkeypatch.setattr(scanning, "READ", 1)
    pair()
    left = []

    def progress(what, _done, _total):
        if what == "read":
            make_example()
            with connection.cursor() as cursor:
                left.append(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    assert scanning.scan(progress=progress).examples == 2
    assert left == [0, 0]


# The check and the split


@pytest.mark.parametrize("words", [20, 400])
def test_the_desk_gives_the_figure_that_the_finding_gives(client, words):
    answer = " ".join(f"word{number}" for number in range(words))
    first = make_example(instruction=QUESTION, response=answer)
    other = make_example(instruction=QUESTION, response=answer.replace("word7 ", "seven ").replace("word9 ", "nine9 "))
    clusters.catch_up()
    html = client.get(f"/review/?at={first.pk}").content.decode()
    told = re.search(r"nearly the same: (\d+) % of the words", html)[1]
    assert f"Example {other.pk}: question 100 %, answer {told} % the same" in html
    [finding] = checks.named("near_repeat").find(first)
    assert finding.values["percent"] == int(told) < 100


def test_the_check_names_the_other_and_says_what_to_do():
    first, other = pair()
    [finding] = checks.named("near_repeat").find(first)
    assert finding.values == {"id": other.pk, "percent": 97}
    assert finding.message == f"Example {other.pk} says nearly the same: 97 % of the words of the answer."
    assert finding.remedy.startswith("Look at both")


def test_a_repeat_is_no_near_repeat():
    first, _other = pair(response=ANSWER)
    assert list(checks.named("near_repeat").find(first)) == []
    assert not Example.objects.filter(checks.named("near_repeat").condition).exists()
    assert set(clusters.clusters_of(Example.objects.all())) == set(Example.objects.values_list("id", flat=True))


def test_condition_and_flag_find_the_same_as_the_check(client):
    first, other = pair()
    make_example(instruction="Is it cold?", response=OTHER)
    check = checks.named("near_repeat")
    for question in (check.condition, check.flag):
        assert set(Example.objects.filter(question).values_list("id", flat=True)) == {first.pk, other.pk}
    assert client.get("/api/examples/?finding=near_repeat").json()["results"][0]["id"] == other.pk


def test_the_split_knows_who_belongs_together():
    first, other = pair()
    alone = make_example(instruction="Is it cold?", response=OTHER)
    clusters.catch_up()
    found = clusters.clusters_of(Example.objects.all())
    assert found[first.pk] == found[other.pk]
    assert alone.pk not in found
    assert clusters.clusters_of(Example.objects.filter(pk=alone.pk)) == {}


def test_after_a_very_large_import_the_background_scans(monkeypatch):
    monkeypatch.setattr(scanning, "LARGE", 1)
    first = make_example(instruction=QUESTION, response=ANSWER)
    other = make_example(instruction=QUESTION, response=changed(ANSWER, 9))
    scanned = []
    read = scanning.read
    monkeypatch.setattr(scanning, "read", lambda *asked: scanned.append(1) or read(*asked))
    for _ in range(2):
        scanning.catch_up()
    assert groups() == [[first.pk, other.pk]]
    assert scanned == [1]


def test_a_scan_in_the_background_stops_and_begins_anew(monkeypatch):
    monkeypatch.setattr(scanning, "LARGE", 0)
    make_example(instruction=QUESTION, response=ANSWER)
    stop = threading.Event()
    stop.set()
    scanning.catch_up(stop=stop)
    assert Comparing.objects.get().compared_to == 0
    scanning.catch_up()
    assert Comparing.objects.get().compared_to > 0


def test_bands_of_another_version_are_made_anew(monkeypatch):
    pair()
    Comparing.objects.update(sketches="0")
    third = make_example(instruction=QUESTION, response=changed(ANSWER, 11))
    assert clusters.catch_up() == 3
    assert third.pk in groups()[0]


def test_examples_of_an_archive_that_bring_their_ids_are_compared(client):
    first, other = pair()
    archive = b"".join(client.get("/api/training/download/archive").streaming_content)
    Example.objects.filter(pk=first.pk).remove()
    Example.everything.in_trash().delete_for_good()
    clusters.catch_up()
    assert groups() == []
    upload(client, archive, "archive.jsonl")
    clusters.catch_up()
    assert groups() == [[first.pk, other.pk]]


def test_the_version_changes_with_who_is_in_it_and_with_nothing_else():
    _first, other = pair()
    versions = [Cluster.objects.get().version]
    Comparing.objects.update(compared_to=0)
    clusters.catch_up()
    versions.append(Cluster.objects.get().version)
    other.remove()
    versions.append(Cluster.objects.get().version)
    clusters.catch_up()
    versions.append(Cluster.objects.get().version)
    other.restore()
    versions.append(Cluster.objects.get().version)
    assert [version == versions[0] for version in versions] == [True, True, False, False, True]
    assert versions[2] == versions[3]


def test_a_large_cluster_grows_without_being_counted_anew(monkeypatch):
    pair()
    monkeypatch.setattr(clusters, "COUNTED", 1)
    clusters.compare(make_example(instruction=QUESTION, response=changed(ANSWER, 12)).pk)
    grown = Cluster.objects.values("pk", "size", "version").get()
    clusters.recount([grown["pk"]])
    assert Cluster.objects.values("pk", "size", "version").get() == grown
    assert grown["size"] == 3


def test_a_scan_settles_what_came_back_from_the_trash():
    pair()
    Example.objects.all().remove()
    Example.everything.all().restore()
    assert Uncompared.objects.count() == 2
    scanning.scan()
    assert not Uncompared.objects.exists()
    assert len(groups()) == 1


def test_one_in_the_trash_brings_nobody_together():
    answer = " ".join(f"word{number}" for number in range(40))
    middle = make_example(instruction=QUESTION, response=changed(answer, *range(4)))
    middle.remove()
    for places in (range(0), range(8)):
        make_example(instruction=QUESTION, response=changed(answer, *places))
        clusters.catch_up()
    assert groups() == []
    middle.restore()
    clusters.catch_up()
    assert len(groups()[0]) == 3


def test_what_was_kept_is_no_repeat_any_more(client):
    first, other = pair(response=ANSWER)
    third = make_example(instruction="What else?", response=f"{OTHER} {OTHER}")
    make_example(instruction="What else?", response=f"{OTHER} {OTHER}")
    clusters.catch_up()
    repeated = Example.objects.filter(checks.every()["repeat"].open)
    assert {first.pk, third.pk} < set(repeated.values_list("pk", flat=True))
    client.post(f"/duplicates/{first.member.cluster_id}/act/", {"verb": "keep-all"} | version_of(first))
    assert repeated.count() == 2 and first.pk not in repeated.values_list("pk", flat=True)
    assert not list(checks.every()["repeat"].find(first)) and list(checks.every()["repeat"].find(third))
    cards = client.get("/training.html").content.decode()
    assert cards.count("There more than once</a>") == 2 and other.pk


def version_of(example):
    return {"version": Cluster.objects.get(memberships__example=example).version}


def test_the_page_says_what_else_was_found_in_each(client):
    _first, other = pair(response=changed(ANSWER, 9) + " Write to jane.roe@clinic.example.")
    html = client.get("/duplicates/").content.decode()
    assert html.count("Personal data, sure</a>") == 1 and "Nearly the same as another" not in html
    assert html.index(f'id="twin-{other.pk}"') < html.index("Personal data, sure")


def test_an_example_leads_to_its_group_where_one_decides(client):
    first, other = pair()
    way = f'href="/duplicates/{first.member.cluster_id}/"'
    assert way in client.get(f"/training/examples/{first.pk}/").content.decode()
    assert way in client.get(f"/review/?at={first.pk}").content.decode()
    other.remove()
    assert way not in client.get(f"/training/examples/{first.pk}/").content.decode()
