"""Findings that are kept: made as examples are saved, brought and checked anew; overruled; counted."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from examples import checking, checks, findings
from examples.checks import Finding, TextCheck
from examples.models import Checked, Event, Example, StoredFinding
from examples.tests.making import lines, make_example, upload

pytestmark = pytest.mark.django_db


class Words(TextCheck):
    """Finds words in the answer and in earlier turns."""

    title = "Test words"
    reasons = {"word": ("“%(word)s” was found.", "Take it out.")}

    def __init__(self, name, pattern, severity="review", tier="", kind=""):
        self.name, self.pattern, self.severity, self.tier, self.kind = name, re.compile(pattern), severity, tier, kind
        self.asked = 0

    def find(self, example):
        self.asked += 1
        for field in ("response", "history"):
            for match in self.pattern.finditer(checks.text_of(example, field)):
                values = {"word": match[0]}
                yield Finding(self, field, "word", *match.span(), values, kind=self.kind, tier=self.tier)


@pytest.fixture
def put(monkeypatch):
    """Put a check into the registry for a test."""

    def put(*args, **options):
        check = Words(*args, **options)
        monkeypatch.setitem(checks.every(), check.name, check)
        return check

    return put


@pytest.fixture
def apples(put):
    return put("apples", r"\bapples\b")


def of(example, **which):
    return [
        (one.check_name, one.start, one.end)
        for one in StoredFinding.objects.filter(example=example, **which).order_by("id")
    ]


# Made


def test_it_checks_what_is_added_at_once(apples):
    example = make_example(response="Bring apples, and more apples.")
    assert of(example) == [("apples", 6, 12), ("apples", 23, 29)]


def test_it_checks_what_is_edited_at_once(apples):
    example = make_example(response="Bring apples.")
    example.edit(response="Two apples.")
    assert of(example) == [("apples", 4, 10)]
    example.edit(response="Nothing.")
    assert of(example) == []


def test_it_checks_a_small_import_within_it(client, apples):
    upload(client, lines({"instruction": "What?", "response": "Bring apples."}), "a.jsonl")
    assert [one.check_name for one in StoredFinding.objects.all()] == ["apples"]
    assert checking.waiting() == 0


def test_it_leaves_a_large_import_to_the_background_and_goes_on_where_it_stopped(client, apples, monkeypatch):
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    monkeypatch.setattr(checking, "BATCH", 2)
    upload(client, lines(*({"instruction": f"What {n}?", "response": "Bring apples."} for n in range(5))), "a.jsonl")
    assert not StoredFinding.objects.exists() and checking.waiting() == 5

    class Stop:
        rounds = 0

        def is_set(self):
            return self.rounds > 1

        def wait(self, seconds):
            self.rounds += 1

    assert checking.catch_up(stop=Stop()) == 4
    assert StoredFinding.objects.count() == 4 and checking.waiting() == 1
    assert checking.catch_up() == 1 and checking.waiting() == 0
    assert checking.catch_up() == 0


def test_a_new_version_of_a_check_is_made_in_the_background_and_no_other_check_with_it(apples, put):
    pears = put("pears", r"pears")
    example = make_example(response="Bring apples and pears.")
    checking.catch_up()
    pears.asked, apples.pattern, apples.version = 0, re.compile("Bring"), 2
    assert checking.waiting() == 1
    assert checking.catch_up() == 1
    assert ("apples", 0, 5) in of(example) and ("apples", 6, 12) not in of(example)
    assert pears.asked == 0


def test_it_notes_all_checks_at_once_and_then_reads_them_at_once(django_assert_max_num_queries):
    Checked.objects.all().delete()
    with django_assert_max_num_queries(5):
        checking.places()
    with django_assert_max_num_queries(1):
        assert {*checking.places()} == {*checks.of_texts()}


def test_a_finding_that_the_check_of_today_cannot_say_is_passed_over_until_it_is_made_anew(client, apples):
    example = make_example(response="Bring apples.")
    checking.catch_up()
    StoredFinding.objects.update(values={})
    assert "” was found" not in client.get(f"/training/examples/{example.pk}/").content.decode()
    StoredFinding.objects.update(reason="of old")
    assert client.get("/review/").status_code == 200


def test_what_a_check_found_that_is_no_more_goes(monkeypatch, put):
    put("apples", r"apples")
    make_example(response="Bring apples.")
    checking.catch_up()
    monkeypatch.delitem(checks.every(), "apples")
    checking.catch_up()
    assert not StoredFinding.objects.exists() and not Checked.objects.filter(check_name="apples").exists()


def test_it_does_not_write_over_an_edit_that_came_meanwhile(apples):
    example = make_example(response="Bring apples.")
    batch = checking.batch_of(Example.objects.all())
    found = checking.found_of(batch, ["apples"])
    example.edit(response="Nothing.")
    checking.write(batch, found, ["apples"])
    assert of(example) == []


def test_it_keeps_so_many_of_a_check_and_no_more(monkeypatch, apples):
    monkeypatch.setattr("examples.models.findings.MOST", 3)
    example = make_example(response="apples " * 10)
    assert len(of(example)) == 3


def test_its_batch_is_bounded_by_size_too(monkeypatch):
    monkeypatch.setattr(checking, "BATCH_CHARACTERS", 150)
    for _ in range(3):
        make_example(response="x" * 90)
    assert len(checking.batch_of(Example.objects.all())) == 2


def test_emptying_the_trash_takes_the_findings_along(apples):
    example = make_example(response="Bring apples.")
    example.remove()
    assert Example.everything.in_trash().delete_for_good() == 1
    assert not StoredFinding.objects.exists()


def test_an_import_that_died_goes_with_its_findings(client, apples):
    upload(client, lines({"instruction": "What?", "response": "Bring apples."}), "a.jsonl")
    report = Example.objects.get().source
    type(report).objects.update(finished_at=None)
    report.refresh_from_db()
    report.discard()
    assert not StoredFinding.objects.exists() and not Example.everything.exists()


# Overruled


def only_key(example):
    [key] = {one.key for one in findings.open_findings(example) if one.check.name == "apples"}
    return key


def test_it_overrules_a_finding_with_a_reason_and_takes_it_back(apples, alice):
    example = make_example(response="Bring apples, apples." + " Rest well." * 5)
    key = only_key(example)
    assert findings.overrule(example, key, "They are harmless.", alice) == 2
    [one, _same] = findings.findings_of(example)
    assert (one.overruled_by, one.overruled_because) == ("alice", "They are harmless.")
    assert findings.open_findings(example) == []
    assert findings.revive(example, key, alice) == 2
    assert len(findings.open_findings(example)) == 2
    told = [(event.kind, event.by, event.note) for event in example.events.all()]
    assert told == [("overruled", alice, "They are harmless."), ("revived", alice, "")]


def test_it_asks_for_a_reason_and_for_a_finding_that_is_there(apples):
    example = make_example(response="Bring apples.")
    with pytest.raises(findings.Refused, match="Say why"):
        findings.overrule(example, only_key(example), "  ")
    with pytest.raises(findings.NoSuchFinding):
        findings.overrule(example, "apples.response.word...0", "No.")
    with pytest.raises(findings.NoSuchFinding):
        findings.revive(example, only_key(example))
    assert not Event.objects.exists()


def test_an_overruling_survives_an_edit_beside_it_and_not_one_of_its_words(apples):
    example = make_example(response="Bring apples.")
    findings.overrule(example, only_key(example), "Harmless.")
    example.edit(response="Please bring apples today.")
    assert of(example, overruled_at__isnull=False) == [("apples", 13, 19)]
    apples.pattern = re.compile("apples|pears")
    example.edit(response="Please bring pears today.")
    assert of(example, overruled_at=None) == [("apples", 13, 18)]


def test_an_overruling_survives_a_new_version_of_the_check(apples):
    example = make_example(response="Bring apples.")
    findings.overrule(example, only_key(example), "Harmless.")
    checking.catch_up()
    apples.version = 2
    checking.catch_up()
    [kept] = StoredFinding.objects.all()
    assert kept.overruled_because == "Harmless." and kept.version == 2


def test_what_was_maybe_and_overruled_is_open_once_it_is_sure(put):
    check = put("privacy", r"\d+", tier="maybe", kind="PHONE")
    example = make_example(response="Call 5550100.")
    [one] = [one for one in findings.open_findings(example) if one.check is check]
    findings.overrule(example, one.key, "A made-up number.")
    check.tier, check.version = "sure", 2
    checking.catch_up()
    assert StoredFinding.objects.open().filter(tier="sure").count() == 1


def test_a_finding_of_a_column_is_overruled_until_its_text_changes():
    example = make_example(response="Yes.")
    [short] = findings.open_findings(example)
    findings.overrule(example, short.key, "It is all there is to say.")
    assert findings.open_findings(example) == []
    assert not Example.objects.matching({"finding": checks.named("length")}).exists()
    example.edit(tags="short")
    assert findings.open_findings(example) == []
    example.edit(response="No.")
    assert [one.check.name for one in findings.open_findings(example)] == ["length"]


def test_those_beyond_the_most_show_once_others_are_overruled(monkeypatch, put):
    monkeypatch.setattr("examples.models.findings.MOST", 1)
    put("apples", r"apples|pears")
    example = make_example(response="apples pears")
    findings.overrule(example, only_key(example), "Harmless.")
    assert of(example, overruled_at=None) == [("apples", 7, 12)]


# Found again


def test_lists_know_each_check_each_group_and_what_is_overruled(put):
    block = put("blocker", "bad", severity="block")
    put("privacy", r"\d+", tier="sure")
    text = "We open at nine and close at five on weekdays, and you can park behind the house."
    bad, number, good = (make_example(response=f"{word} {text}") for word in ("bad", "12", "good"))

    def ids(name):
        return [one.pk for one in Example.objects.matching({"finding": checks.named(name)}).order_by("id")]

    assert ids("blocker") == ids("block") == [bad.pk]
    assert ids("privacy") == ids("sure") == [number.pk] and ids("maybe") == ids("overruled") == []
    assert ids("any") == [bad.pk, number.pk]
    [one] = findings.open_findings(bad)
    findings.overrule(bad, one.key, "Quoted.")
    assert ids("blocker") == ids("block") == [] and ids("overruled") == [bad.pk]
    assert one.check is block and good.pk


def test_it_counts_the_examples_that_are_live(apples):
    make_example(response="apples apples")
    make_example(response="apples")
    make_example(response="apples").remove()
    assert findings.counts() == {("apples", ""): 2}


def test_the_command_checks_what_waits_or_all_and_says_what_holds_back(put, apples):
    make_example(response="Bring apples.")

    def run(*options):
        out, code = StringIO(), 0
        try:
            call_command("check_examples", *options, stdout=out)
        except SystemExit as end:
            code = end.code
        return code, out.getvalue()

    assert run() == (0, "1 example checked.\n  Test words (apples; review): 1 example\n")
    assert run()[1].startswith("0 examples checked.")
    assert run("--all")[1].startswith("1 example checked.")
    put("blocker", "Bring", severity="block")
    code, said = run()
    assert code == 3 and "Test words (blocker; block): 1 example" in said


def test_another_setting_that_decides_what_it_finds_makes_it_look_again(apples):
    example = make_example(response="Bring apples.")
    checking.catch_up()
    apples.settled_by, apples.pattern = "de", re.compile("Bring")
    checking.catch_up()
    assert of(example) == [("apples", 0, 5)]


# Too long for the trainer


@pytest.mark.parametrize(
    "beside",
    [
        {"system": "s" * 4000},
        {"context": "c" * 4000},
        {"history": [{"role": "user", "content": "h" * 2000}, {"role": "assistant", "content": "h" * 2000}]},
    ],
)
def test_all_that_is_trained_on_counts_against_the_limit_of_the_trainer(beside, settings):
    example = make_example(response="a" * 200, **beside)
    [one] = [one for one in findings.open_findings(example) if one.check.name == "tokens"]
    assert re.match("About 105. tokens, and TRL cuts at 1024", one.message)
    assert one.end == 200 and 0 < one.start < 200
    settings.TRAINER = "unsloth"
    checking.catch_up()
    assert "tokens" not in {one.check.name for one in findings.open_findings(example)}


def test_the_system_prompt_of_the_settings_counts_where_an_example_has_none(settings):
    example = make_example(response="a" * 200)
    checking.catch_up()
    settings.SYSTEM_PROMPT = "s" * 4000
    assert checking.catch_up() == 1
    assert "tokens" in {one.check.name for one in findings.open_findings(example)}


# By the API


def test_the_api_tells_in_lists_what_is_open_and_beside_an_example_where(client, apples):
    example = make_example(response="Bring apples.")
    [row] = client.get("/api/examples/?finding=apples").json()["results"]
    assert {"check": "apples", "severity": "review", "tier": "", "number": 1} in row["findings"]
    found = client.get(f"/api/examples/{example.pk}/findings/").json()
    told = {one["check"]: one for one in found}["apples"]
    assert (told["field"], told["start"], told["end"]) == ("response", 6, 12)
    assert (told["message"], told["remedy"]) == ("“apples” was found.", "Take it out.")


def test_the_api_overrules_and_takes_back(alices_client, apples):
    example = make_example(response=f"Bring apples. {'And rest well. ' * 9}")
    body = {"key": only_key(example), "reason": "Harmless."}
    address = f"/api/examples/{example.pk}"
    [told] = alices_client.post(f"{address}/overrule/", body, "application/json").json()
    assert (told["overruled_by"], told["overruled_because"]) == ("alice", "Harmless.")
    assert alices_client.post(f"{address}/overrule/", body, "application/json").status_code == 409
    [told] = alices_client.post(f"{address}/revive/", {"key": body["key"]}, "application/json").json()
    assert told["overruled_at"] is None


def test_the_api_refuses_a_reason_that_is_too_long(client, apples):
    example = make_example(response=f"Bring apples. {'And rest well. ' * 9}")
    body = {"key": only_key(example), "reason": "x" * 100_000}
    answer = client.post(f"/api/examples/{example.pk}/overrule/", body, content_type="application/json")
    assert answer.status_code == 400 and "“reason” has 100,000 characters; 2,000 is the most" in answer.json()["error"]
    assert findings.open_findings(example)


def test_the_api_wants_a_key_and_a_reason(client, apples):
    example = make_example(response="Bring apples.")
    for body in ({}, {"key": only_key(example)}, {"key": only_key(example), "reason": " "}, []):
        answer = client.post(f"/api/examples/{example.pk}/overrule/", body, "application/json")
        assert answer.status_code == 400 and answer.json()["error"]


# On the pages


def page(client, example):
    return client.get(f"/training/examples/{example.pk}/").content.decode()


def test_the_page_of_an_example_marks_the_words_and_says_how_grave_and_how_sure(client, put):
    put("privacy", r"\d{4,}", severity="block", tier="sure")
    history = [{"role": "user", "content": "I am 55502."}, {"role": "assistant", "content": "Good."}]
    html = page(client, make_example(response=f"<b>55501</b> {'bread and butter ' * 5}", history=history))
    assert "&lt;b&gt;" in html and '<mark class="found block">55501</mark>' in html
    assert '<span class="severity">Blocked:</span> <strong>Test words (sure).</strong>' in html


def test_findings_of_an_earlier_turn_are_marked_in_it(client, put):
    check = put("turns", r"\d{4,}")
    check.find = lambda example: [Finding(check, "history", "word", 5, 10, {"word": "55502", "turn": 1})]
    history = [{"role": "user", "content": "I am 55502."}, {"role": "assistant", "content": "Good."}]
    example = make_example(history=history)
    assert 'I am <mark class="found review">55502</mark>' in page(client, example)
    assert 'I am <mark class="found review">55502</mark>' in client.get("/review/").content.decode()


@pytest.mark.parametrize("place", ["page", "desk"])
def test_it_overrules_on_the_page_and_at_the_desk_and_takes_back(client, apples, place):
    example = make_example(response=f"Bring apples. {'And rest well. ' * 9}")
    key, address = only_key(example), f"/training/examples/{example.pk}/act/"
    fields = {"key": key}
    if place == "desk":
        address, fields = "/review/act/", {"key": key, "id": example.pk, "etag": example.etag}
    wrong = client.post(address, {**fields, "verb": "overrule", "because": " "})
    assert wrong.status_code == 400 and "Say why in a few words" in wrong.content.decode()
    html = client.post(address, {**fields, "verb": "overrule", "because": "A fruit."}, follow=True).content.decode()
    assert "1 overruled" in html and "A fruit." in html and "Finding overruled" in html and "<mark" not in html
    gone = client.post(address, {**fields, "verb": "overrule", "because": "A fruit."}, follow=True)
    assert "not open any more" in gone.content.decode()
    html = client.post(address, {**fields, "verb": "revive"}, follow=True).content.decode()
    assert '<mark class="found review">apples</mark>' in html and "Finding open again" in html


def test_a_card_says_what_is_found_how_often_and_how_sure(client, put):
    put("privacy", r"\d{4,}", severity="block", tier="sure")
    make_example(response=f"55501 and 55502 {'bread and butter ' * 5}")
    html = client.get("/training.html").content.decode()
    assert "Blocked: Test words, sure (2)" in html


def test_its_pages_ask_no_more_with_more_findings(client, apples, django_assert_max_num_queries):
    example = make_example(response="apples " * 150)
    checking.catch_up()
    client.get("/review/")  # begins a session
    with django_assert_max_num_queries(15):
        page(client, example)
    with django_assert_max_num_queries(15):
        client.get("/review/")
    for _ in range(20):
        make_example(response="apples " * 50)
    with django_assert_max_num_queries(15):
        client.get("/training.html?finding=any")


# In the admin


def test_the_admin_lists_findings_and_narrows_them(alices_client, put, django_assert_max_num_queries):
    put("privacy", r"\d{4,}", severity="block", tier="sure", kind="PHONE")
    put("apples", "apples")
    for _ in range(3):
        make_example(response="55501 and apples")
    with django_assert_max_num_queries(10):
        assert alices_client.get("/admin/examples/storedfinding/").content.decode().count("action-select") >= 6
    for query, rows in {"check=apples": 3, "severity=block": 3, "tier=sure": 3, "overruled=yes": 0}.items():
        listing = alices_client.get(f"/admin/examples/storedfinding/?{query}").context_data["cl"]
        assert len(listing.result_list) == rows, query


def test_the_admin_overrules_many_for_a_reason_and_takes_back(alices_client, alice, apples):
    example = make_example(response="apples and apples")
    ids = list(StoredFinding.objects.values_list("pk", flat=True))
    sent = {"action": "overrule", "_selected_action": ids}
    answer = alices_client.post("/admin/examples/storedfinding/", sent, follow=True)
    assert "Say why" in answer.content.decode() and of(example, overruled_at__isnull=False) == []
    answer = alices_client.post("/admin/examples/storedfinding/", {**sent, "reason": "Fruit."}, follow=True)
    assert "2 findings changed." in answer.content.decode()
    assert {one.overruled_by for one in StoredFinding.objects.all()} == {alice}
    alices_client.post("/admin/examples/storedfinding/", {**sent, "action": "revive"})
    assert StoredFinding.objects.open().count() == 2


def test_the_admin_shows_what_was_found_on_the_page_of_an_example(alices_client, put):
    put("apples", "<b>", severity="block")
    example = make_example(response="Bring <b>.")
    html = alices_client.get(f"/admin/examples/example/{example.pk}/change/").content.decode()
    assert "“&lt;b&gt;” was found." in html and "<td>Blocked</td>" in html
    [finding] = example.findings.all()
    assert "“&lt;b&gt;”" in alices_client.get(f"/admin/examples/storedfinding/{finding.pk}/change/").content.decode()
