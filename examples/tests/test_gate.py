"""The gate before exports: what is blocked stays, personal data that is sure refuses, and both by every way."""

import json
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from examples import checking, exporting, findings, gating
from examples.models import Example, Release
from examples.tests.making import lines, make_example, upload
from examples.tests.test_findings import put  # noqa: F401  (a fixture)

pytestmark = pytest.mark.django_db
REST = " Rest well, and drink enough water on the day." * 2


@pytest.fixture
def held(put):  # noqa: F811
    """Examples of each sort, by the word that a check finds in them."""
    put("danger", "bad", severity="block")
    put("privacy", r"\d{4,}", tier="sure", kind="PHONE")
    return {word: make_example(instruction=word, response=f"{word} {REST}") for word in ("good", "bad", "55501")}


@pytest.fixture
def maybe(put):  # noqa: F811
    put("privacy", "Grace", tier="maybe", kind="NAME")
    return make_example(response=f"Grace {REST}")


def written(answer):
    return [json.loads(line)["messages"][-2]["content"] for line in b"".join(answer).splitlines()]


def long_ago():
    return timezone.now() - timedelta(days=2)


def overrule(example, reason="Made up."):
    for one in findings.open_findings(example):
        findings.overrule(example, one.key, reason)


def test_it_says_what_is_held(held):
    assert gating.held_back(Example.objects.all()) == gating.Held(1, 0, 1, (held["55501"].pk,))
    assert gating.held_back(Example.objects.filter(pk=held["good"].pk)) == gating.Held(0, 0, 0, ())


def test_it_checks_first_what_is_not_checked_yet(client, held, monkeypatch):
    monkeypatch.setattr(checking, "AT_ONCE", 0)
    upload(client, lines({"instruction": "New?", "response": "Call 5550199."}), "a.jsonl")
    assert checking.waiting()
    assert gating.held_back(Example.objects.all()).sure == 2


def test_no_page_stands_still_while_much_is_to_be_checked(client, held, monkeypatch, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(checking, "AT_ONCE", 1)
    upload(client, lines(*({"instruction": f"New {n}?", "response": f"Well. {REST}"} for n in range(2))), "a.jsonl")
    words = "are still to be checked, before anything leaves."
    for path in ("/api/exports/jsonl/", "/api/exports/jsonl/?personal_data=allow"):
        answer = client.get(path)
        assert answer.status_code == 409 and words in answer.json()["error"]
    answer = client.post("/api/snapshots/", {}, content_type="application/json")
    assert answer.status_code == 409 and words in answer.json()["error"]
    assert words in client.get("/training/download/", follow=True).content.decode()
    assert client.get("/api/training/download/jsonl").status_code == 200
    assert checking.waiting()
    assert export("--allow-personal-data", "--output", str(tmp_path / "a.jsonl"))[0] == 3
    checking.catch_up()
    assert client.get("/api/exports/jsonl/?personal_data=allow").status_code == 200


def test_what_is_blocked_stays_behind_and_is_named(client, held):
    overrule(held["55501"])
    export = exporting.Export("jsonl", exporting.to_export())
    assert written(export.pieces()) == ["good", "55501"]
    assert f"#{held['bad'].pk}" in exporting.why_blocked(export)
    overrule(held["bad"], "A quotation.")
    assert written(exporting.Export("jsonl", exporting.to_export()).pieces()) == ["good", "bad", "55501"]


def test_where_all_is_blocked_it_says_so(held):
    export = exporting.Export("jsonl", Example.objects.filter(pk=held["bad"].pk))
    with pytest.raises(exporting.Refusal, match="stay out until"):
        export.check()


def test_the_pieces_alone_are_not_given_either(held):
    with pytest.raises(exporting.HeldBack, match=f"in 1 example: #{held['55501'].pk}"):
        exporting.Export("jsonl", exporting.to_export()).pieces()


def test_personal_data_in_what_is_blocked_holds_nobody_up(held, put):  # noqa: F811
    put("danger", "bad|55501", severity="block")
    held["55501"].edit(response=f"55501 is bad. {REST}")
    assert written(exporting.Export("jsonl", exporting.to_export()).pieces()) == ["good"]


def test_the_archive_is_a_backup_and_passes(held):
    assert len(json.loads(b"".join(exporting.Export("archive", exporting.to_export()).pieces()))["examples"]) == 3


def test_the_api_refuses_with_409_and_says_which(client, held):
    answer = client.get("/api/exports/jsonl/")
    assert answer.status_code == 409
    body = answer.json()
    assert (body["sure"], body["ids"]) == (1, [held["55501"].pk]) and "personal_data=replace" in body["error"]
    assert not Release.objects.exists()


def test_the_api_lets_it_go_when_told_and_writes_it_down(alices_client, alice, held, caplog):
    answer = alices_client.get("/api/exports/jsonl/?personal_data=allow")
    assert written(answer.streaming_content) == ["good", "55501"]
    assert answer["X-Training-Center-Findings"] == "personal-data-sure=1, personal-data-maybe=0, blocked=1"
    release = Release.objects.get()
    assert (release.how, release.by, release.sure, release.way) == ("allowed", alice, 1, "API")
    assert "1 examples with possible identifiers" in caplog.text


def test_the_api_replaces_by_placeholders_but_not_what_was_overruled(client, held):
    spared = make_example(instruction="spared", response=f"55502 {REST}")
    overrule(spared)
    answer = client.get("/api/exports/alpaca/?personal_data=replace")
    rows = {row["instruction"]: row["output"] for row in json.loads(b"".join(answer.streaming_content))}
    assert rows == {
        "good": held["good"].response,
        "55501": f"[PHONE_1] {REST}",
        "spared": spared.response,
    }
    assert Release.objects.get().how == "replaced"


def test_the_api_knows_three_words(client, held):
    assert client.get("/api/exports/jsonl/?personal_data=perhaps").status_code == 400


def test_maybe_passes_and_is_counted(client, maybe):
    answer = client.get("/api/exports/jsonl/")
    assert answer.status_code == 200 and "personal-data-maybe=1" in answer["X-Training-Center-Findings"]
    assert not Release.objects.exists()


def test_the_documented_download_gives_everything_and_says_it_in_a_header(client, held):
    answer = client.get("/api/training/download/jsonl")
    assert answer.status_code == 200 and written(answer.streaming_content) == ["good", "bad", "55501"]
    assert answer["X-Training-Center-Findings"] == "personal-data-sure=1, personal-data-maybe=0, blocked=1"


def test_the_documented_download_does_not_wait_for_much_to_be_checked(client, held, monkeypatch):
    checking.catch_up()
    monkeypatch.setattr(checking, "AT_ONCE", 0)
    upload(client, lines({"instruction": "New?", "response": "Call 5550199."}), "a.jsonl")
    answer = client.get("/api/training/download/jsonl")
    assert answer["X-Training-Center-Findings"].endswith("blocked=1, unchecked=1")


def export(*options):
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("export_training", "jsonl", *options, stdout=out, stderr=err)
    except SystemExit as end:
        code = end.code
    return code, err.getvalue()


def test_the_command_refuses_and_names_its_options(held, tmp_path):
    with pytest.raises(CommandError, match="--allow-personal-data"):
        export("--output", str(tmp_path / "out.jsonl"))
    assert not (tmp_path / "out.jsonl").exists()


def test_the_command_lets_it_go_when_told_and_names_what_is_blocked(held, tmp_path):
    code, said = export("--output", str(tmp_path / "out.jsonl"), "--allow-personal-data")
    assert code == 3 and "stay out until" in said
    assert written([(tmp_path / "out.jsonl").read_bytes()]) == ["good", "55501"]
    assert Release.objects.get().way.startswith("command, run by ")


def test_the_command_warns_of_what_may_be(maybe, tmp_path):
    code, said = export("--output", str(tmp_path / "out.jsonl"))
    assert code == 0 and "They may be none" in said


def test_the_admin_refuses_too(alices_client, held):
    chosen = {"action": "export_jsonl", "_selected_action": [example.pk for example in held.values()]}
    answer = alices_client.post("/admin/examples/example/", chosen, follow=True)
    assert "Possible identifiers of people were found" in answer.content.decode()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_admin_gives_out_to_correct_only_for_a_reason_and_writes_it_down(alices_client, alice, held, kind):
    chosen = {"action": f"correct_{kind}", "_selected_action": [example.pk for example in held.values()]}
    answer = alices_client.post("/admin/examples/example/", chosen, follow=True)
    html = answer.content.decode()
    assert "Possible identifiers of people were found" in html and "write a reason" in html
    answer = alices_client.post("/admin/examples/example/", {**chosen, "reason": "To mend it."})
    assert b"55501" in answer.getvalue() and "sure=1" in answer["X-Training-Center-Findings"]
    release = Release.objects.get()
    assert (release.by, release.way, release.what) == (alice, "admin", f"corrections.{kind}: To mend it.")


# On the pages


def test_the_page_says_which_examples_it_holds_back_and_shows_the_placeholders(client, held):
    answer = client.get("/training/download/?format=alpaca&which=all")
    html = answer.content.decode()
    assert answer.status_code == 409 and "Possible identifiers found" in html
    assert f'href="/training/examples/{held["55501"].pk}/#findings"' in html
    assert "<del>55501</del><ins>[PHONE_1]</ins>" in html
    assert '<input type="hidden" name="format" value="alpaca">' in html


@pytest.mark.parametrize(("word", "answers"), [("allow", "55501"), ("replace", "[PHONE_1]")])
def test_the_page_gives_them_when_told_and_writes_it_down(alices_client, alice, held, word, answers):
    fields = {"format": "alpaca", "which": "all", "personal_data": word}
    answer = alices_client.post("/training/download/", fields)
    rows = {row["instruction"]: row["output"] for row in json.loads(b"".join(answer.streaming_content))}
    assert rows["55501"] == f"{answers} {REST}"
    assert Release.objects.get().by == alice


def behind(client, **query):
    """Return the ids that the list shows and whether the desk has one, by the links of the page about what is held."""
    html = client.get("/training/download/", query).content.decode()
    [filters] = set(re.findall(r'href="/(?:training.html|review/)\?([^"#]+finding=sure)', html))
    filters = filters.replace("&amp;", "&")
    found = client.get(f"/api/examples/?{filters}".replace("status=new&status=approved", "status=new,approved"))
    return [row["id"] for row in found.json()["results"]], client.get(f"/review/?{filters}").context["example"]


def test_the_ways_from_what_is_held_back_lead_to_just_that(client, held):
    rejected = make_example(response=f"55502 {REST}")
    rejected.reject()
    assert behind(client) == ([held["55501"].pk], held["55501"])
    held["55501"].approve()
    ids, _example = behind(client, which="approved")
    assert ids == [held["55501"].pk]
    Example.objects.filter(pk=held["55501"].pk).update(reviewed_at=long_ago())
    assert behind(client)[1] == held["55501"]
    ids, _example = behind(client, which="filter", q="55501")
    assert ids == [held["55501"].pk]


def test_approving_says_what_still_keeps_an_example_here(client, held):
    def said(word, address, **values):
        example = held[word]
        sent = {"verb": "approve", "id": example.pk, "etag": example.etag, **values}
        return client.post(address.format(example.pk), sent, follow=True).content.decode()

    blocked, refuse = "It stays out of exports until", "Exports refuse until the possible identifiers"
    assert blocked in said("bad", "/review/act/") and refuse in said("55501", "/training/examples/{}/act/")
    good = said("good", "/review/act/")
    assert "is approved." in good and blocked not in good and refuse not in good


def test_a_name_of_who_speaks_does_not_pass(client):
    said = [{"role": "user", "content": "Hi", "name": "a@example.com"}, {"role": "assistant", "content": "Hello."}]
    make_example(history=said)
    assert client.get("/api/exports/chat/").status_code == 409
    answer = client.get("/api/exports/chat/?personal_data=replace")
    assert b'"name":"[EMAIL_1]"' in b"".join(answer.streaming_content)


def test_an_address_alone_does_not_let_them_go(client, held):
    assert client.get("/training/download/?format=jsonl&personal_data=allow").status_code == 409


def test_the_parts_of_a_split_pass_the_same_gate(client, held):
    query = {"format": "jsonl", "which": "all", "split": "80/10/10"}
    assert client.get("/training/download/", query).status_code == 409
    overrule(held["55501"])
    make_many = [make_example(instruction=f"Question {n}?", response=f"Answer {n}. {REST}") for n in range(40)]
    assert client.get("/training/download/", query).status_code == 200 and make_many


@pytest.mark.parametrize("which", [{}, {"which": "filter"}])
def test_what_is_said_beforehand_is_of_what_the_file_has(client, held, which):
    make_example(instruction="tagged", response=f"A plain answer. {REST}", tags="g")
    for query in ({"tag": "g", **which}, {"q": "55501", **which}):
        said = client.get("/training/download/findings/", query)
        answer = client.get("/training/download/", {"format": "jsonl", **query})
        assert (said.context["held"].sure > 0) == (answer.status_code == 409) and not said.context["held"].blocked
        assert answer.status_code == 409 or written(answer.streaming_content) == ["tagged"]


def test_the_figures_follow_the_filter_of_the_list(client, held):
    answer = client.get("/training/download/filter/", headers={"HX-Request": "true"})
    assert answer["HX-Trigger-After-Settle"] == "download-filtered"
    assert "download-filtered from:body" in client.get("/training.html").content.decode()


def test_the_download_says_beforehand_what_may_be(client, maybe):
    html = client.get("/training/download/findings/?which=all", headers={"HX-Request": "true"}).content.decode()
    assert "?finding=maybe#list" in html and "?finding=sure#list" not in html


def test_the_download_says_beforehand_what_the_gate_will_say(client, held):
    checking.catch_up()
    html = client.get("/training/download/findings/?which=all", headers={"HX-Request": "true"}).content.decode()
    assert all(f"?finding={name}#list" in html for name in ("sure", "block"))
    assert "this is no proof" in client.get("/training/download/findings/?which=approved").content.decode()


def test_the_system_prompt_of_the_settings_passes_the_gate_too(settings, client, tmp_path):
    settings.SYSTEM_PROMPT = "You work for Ann, 415-555-0137."
    make_example(response=f"A plain answer. {REST}")
    file = tmp_path / "out.jsonl"
    for told in ((), ("--replace-personal-data",)):
        with pytest.raises(CommandError, match="SYSTEM_PROMPT"):
            export("--output", str(file), "--system-prompt", *told)
    assert not file.exists() and export("--output", str(file))[0] == 0
    assert export("--output", str(file), "--system-prompt", "--allow-personal-data")[0] == 0
    assert Release.objects.get().how == Release.How.ALLOWED
    answer = client.get("/api/exports/jsonl/?system_prompt=1")
    assert answer.status_code == 400 and "SYSTEM_PROMPT" in answer.json()["error"]
