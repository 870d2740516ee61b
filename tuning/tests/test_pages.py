"""The pages of fine-tuning: freeze, compare, choose, download, and what they refuse."""

import re
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from examples import gating, snapshots, staging
from examples.gating import Held
from examples.models import Example, Snapshot
from examples.tests.making import make_example
from tuning import destinations
from tuning.models import TrainingRun
from tuning.tests.making import bundle_of, made, make_examples, make_snapshot

pytestmark = pytest.mark.django_db


def freeze(client, **values):
    return client.post("/tuning/freeze/", {"which": "all", "split": "80/10/10", "seed": "7", **values})


def page(client, snapshot, name="", **query):
    return client.get(f"/tuning/snapshots/{snapshot.pk}/{name}", query)


def test_it_freezes_and_shows_what_was_frozen(client):
    make_examples()
    answer = freeze(client, name="After <b>review</b>", default_system="Be brief.\r\nAlways.")
    snapshot = Snapshot.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/tuning/snapshots/{snapshot.pk}/")
    assert (snapshot.count, snapshot.shares, snapshot.seed) == (40, "80/10/10", 7)
    assert snapshot.default_system == "Be brief.\nAlways."
    text = page(client, snapshot).content.decode()
    assert snapshot.sha256 in text and "After &lt;b&gt;review&lt;/b&gt;" in text


def test_it_tells_how_far_a_freezing_is_while_it_goes_on(client, monkeypatch):
    make_examples(60)
    told, run = [], "a" * 32
    monkeypatch.setattr("examples.staging.PROGRESS_EVERY", 0)
    monkeypatch.setattr("examples.snapshots.AT_ONCE", 10)
    write = staging.write

    def asked_meanwhile(path, values):
        write(path, values)
        told.append(client.get(f"/tuning/freezing/{run}/").content.decode())

    monkeypatch.setattr("examples.staging.write", asked_meanwhile)
    freeze(client, run=run)
    assert "Step 1 of 3" in told[0] and "Step 3 of 3: writing the snapshot, 100 %" in told[-1]
    assert any("Step 2 of 3: looking for near duplicates" in one for one in told)
    assert "Beginning" in client.get(f"/tuning/freezing/{run}/").content.decode()
    assert "It has ended." in client.get(f"/tuning/freezing/{run}/?said=write-75").content.decode()


def test_a_freezing_that_goes_on_is_shown_to_whoever_comes(client, monkeypatch):
    make_examples()
    with staging.Progress("b" * 32, "freezing") as progress:
        progress.step("compare", 3, 10)
        assert "looking for near duplicates, 30 %" in client.get("/tuning/").content.decode()
        monkeypatch.setattr("examples.staging.SILENT", -1)  # as of one that was cut off long ago
        assert "looking for near duplicates" not in client.get("/tuning/").content.decode()


def test_a_page_that_shows_how_far_it_is_waits_for_what_is_to_be_checked(client, monkeypatch):
    monkeypatch.setattr("examples.checking.AT_ONCE", 1)
    monkeypatch.setattr("examples.checking.unchecked", lambda examples, here=None: examples)
    make_examples()
    answer = freeze(client)
    assert answer.status_code == 400 and "still to be checked" in answer.content.decode()
    part = {"HX-Request": "true"}
    values = {"which": "all", "split": "80/10/10", "seed": "7"}
    answer = client.post("/tuning/freeze/", values, headers=part)
    assert answer["HX-Redirect"] == f"/tuning/snapshots/{Snapshot.objects.get().pk}/"


def test_it_freezes_the_approved_alone_or_what_the_list_showed(client):
    make_examples()
    Example.objects.filter(pk__in=Example.objects.values("pk")[:30]).update(status="approved")
    freeze(client, which="approved")
    freeze(client, which="filter", q="Question", split="100/0")
    assert [one.count for one in Snapshot.objects.order_by("id")] == [30, 38]
    assert "With the words “Question”" in page(client, Snapshot.objects.first()).content.decode()


def test_it_offers_what_the_list_shows(client):
    make_examples()
    text = client.get("/tuning/?q=Question&status=new&status=approved").content.decode()
    assert 'value="filter" ' in text and "With the words “Question”" in text
    assert text.count('<input type="hidden" name="status"') == 2


@pytest.mark.parametrize(("values", "says"), [
    ({"split": "90"}, "add up to 100"),
    ({"seed": "x"}, "whole number"),
    ({"seed": "-1"}, "Write a whole number from 0"),
    ({"which": "filter"}, "Select a valid choice"),
    ({"which": "approved"}, "no examples to freeze"),
    ({"split": "99/1/0", "which": "all"}, "would be empty"),
])  # fmt: skip
def test_it_says_what_is_wrong_and_freezes_nothing(client, values, says):
    make_examples(3)
    answer = freeze(client, **values)
    assert answer.status_code == 400 and says in answer.content.decode()
    assert not Snapshot.objects.exists()


def test_it_shows_what_changed_since_the_last_one(client):
    before = make_snapshot()
    first = Example.objects.order_by("id").first()
    first.edit(None, response="Answer 0, and <i>warmly</i>.")
    make_example(instruction="<script>new</script>")
    after = snapshots.freeze("Second", split="80/10/10")
    text = page(client, after, "compare/").content.decode()
    assert "<del>“kindly”</del>" in text and "<ins>&lt;i&gt;warmly&lt;/i&gt;</ins>" in text
    assert "&lt;script&gt;new&lt;/script&gt;" in text and "<script>new" not in text
    assert f"?with={before.pk}" in page(client, after).content.decode()


@pytest.mark.parametrize("name", destinations.every())
def test_it_says_of_each_destination_what_it_does_and_downloads_it(client, name):
    snapshot = make_snapshot()
    offered = page(client, snapshot).content.decode()
    assert reverse("destination", args=[snapshot.pk, name]) in offered
    text = page(client, snapshot, f"for/{name}/").content.decode()
    assert "What it does to the examples" in text and "Download the bundle" in text
    answer = page(client, snapshot, f"for/{name}/bundle/", licence="mit")
    data = answer.getvalue()
    bundle = bundle_of(snapshot, name, licence="mit")
    assert answer["Content-Disposition"] == f'attachment; filename="{bundle.filename}"'
    assert data == made(bundle) and ZipFile(BytesIO(data)).testzip() is None


def test_a_bundle_that_does_not_read_as_it_was_frozen_is_not_given_out(client, monkeypatch):
    snapshot = make_snapshot()
    monkeypatch.setattr(destinations.named("files"), "read", lambda part, file: iter(()))
    answer = page(client, snapshot, "for/files/bundle/")
    assert answer.status_code == 400 and "does not read as it was frozen" in answer.content.decode()


def test_a_large_one_comes_at_once(client, monkeypatch):
    monkeypatch.setattr("tuning.views.handing.READ_BACK", 100)
    snapshot = make_snapshot()
    answer = page(client, snapshot, "for/files/bundle/")
    assert answer.streaming and answer.getvalue() == made(bundle_of(snapshot, "files"))


def test_no_room_for_a_bundle_is_a_sentence(client, monkeypatch):
    def full(**where):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tuning.bundling.tempfile.TemporaryFile", full)
    answer = page(client, make_snapshot(), "for/files/bundle/")
    assert answer.status_code == 400 and "There is no room for the bundle" in answer.content.decode()


def test_the_first_that_is_offered_is_the_one_to_begin_with(client):
    text = page(client, make_snapshot()).content.decode()
    offered = re.findall(r"/for/([\w-]+)/", text)
    assert offered[0] == "trl" and sorted(offered) == sorted(destinations.every())


def test_what_is_held_back_leads_to_the_examples(client, monkeypatch):
    monkeypatch.setattr(gating, "held_back", lambda examples, progress=None: Held(2, 0, 3, (3, 9)))
    snapshot = make_snapshot()
    assert "/training.html?finding=block" in page(client, snapshot).content.decode()
    text = page(client, snapshot, "for/together/").content.decode()
    assert "/training.html?finding=sure" in text and "Download the bundle" not in text


def test_it_says_what_would_be_cut_under_these_options(client):
    make_example(response="x" * 9_000)
    snapshot = make_snapshot()
    assert "1 example would be cut at 2,048 tokens" in page(client, snapshot, "for/huggingface-jobs/").content.decode()
    text = page(client, snapshot, "for/huggingface-jobs/", max_length="4096").content.decode()
    assert "None of them would be cut." in text and 'value="4096"' in text


def test_a_wrong_option_is_named_and_nothing_is_downloaded(client):
    snapshot = make_snapshot()
    for path in ("for/huggingface-jobs/", "for/huggingface-jobs/bundle/"):
        answer = page(client, snapshot, path, epochs="0")
        assert (
            answer.status_code == 400
            and "“How often each example is seen” must be a number from 1 to 50." in answer.content.decode()
        )


def test_a_wrong_option_is_marked_where_it_stands_and_kept(client):
    text = page(client, make_snapshot(), "for/trl/", max_length="many", epochs="5").content.decode()
    field = text[text.index("Tokens of an example that are kept</label>") :]
    assert "“Tokens of an example that are kept” must be a number from 64 to 1,000,000." in field[:600]
    assert 'value="many"' in field[:800] and 'value="5"' in text


def test_it_says_where_none_is_too_long(client):
    text = page(client, make_snapshot(), "for/trl/", max_length="4096").content.decode()
    assert "None has more than 4,096 tokens." in text


def test_the_page_of_a_snapshot_that_was_changed_says_so_and_offers_nothing(client, monkeypatch):
    snapshot = make_snapshot()
    snapshot.path.chmod(0o600)
    snapshot.path.write_bytes(snapshot.path.read_bytes().replace(b"Answer 3", b"Answer 4", 1))
    text = page(client, snapshot).content.decode()
    assert "was changed: its SHA-256 is" in text and "Hand it to a trainer" not in text
    monkeypatch.setattr("tuning.views.snapshots.READ_BACK", 10)  # as of one so large that hashing it would take long
    snapshot.path.write_bytes(b"short\n")
    text = page(client, snapshot).content.decode()
    assert "was changed: it has 6 bytes" in text and "Hand it to a trainer" not in text


def test_the_gate_stands_before_what_leaves_and_names_the_first(client, monkeypatch):
    monkeypatch.setattr(gating, "held_back", lambda examples, progress=None: Held(2, 0, 0, (3, 9)))
    snapshot = make_snapshot()
    for name in ("together", "files"):
        answer = page(client, snapshot, f"for/{name}/bundle/")
        assert answer.status_code == 409 and "#3, #9" in answer.content.decode()


def test_what_may_be_personal_is_said_with_its_number(client, monkeypatch):
    monkeypatch.setattr(gating, "held_back", lambda examples, progress=None: Held(0, 4, 0, ()))
    snapshot = make_snapshot()
    assert "In 4 of them there may be identifiers" in page(client, snapshot, "for/together/").content.decode()
    assert page(client, snapshot, "for/together/bundle/").status_code == 200


def test_sending_and_deleting_need_an_account(client, alices_client):
    snapshot = make_snapshot()
    for path in ("for/huggingface-hub/send/", "delete/"):
        answer = client.post(f"/tuning/snapshots/{snapshot.pk}/{path}", {"confirmed": "yes"})
        assert answer.status_code == 302 and answer.url.startswith("/accounts/login/")
    alices_client.post(f"/tuning/snapshots/{snapshot.pk}/delete/")
    text = page(client, snapshot).content.decode()
    assert "deleted for good" in text and "Hand it to a trainer" not in text
    for path in ("for/files/", "for/files/bundle/", "delete/"):
        assert page(alices_client, snapshot, path).status_code == 404


def test_signing_in_to_send_keeps_the_options(client, alice):
    snapshot = make_snapshot()
    there = f"/tuning/snapshots/{snapshot.pk}/for/huggingface-jobs/"
    assert f'formaction="{there}send/"' in page(client, snapshot, "for/huggingface-jobs/").content.decode()
    for ask in (client.get, client.post):
        answer = ask(f"{there}send/?epochs=5&max_length=4096&other=1")
        assert answer.url == f"/accounts/login/?next={quote(f'{there}?epochs=5&max_length=4096', safe='/')}"
    client.force_login(alice)
    text = client.get(f"{there}?max_length=4096&epochs=5").content.decode()
    assert 'value="4096"' in text and re.search(f'action="{there}send/[?][^"]*max_length=4096', text)
    assert client.get(f"{there}send/?epochs=5").url == f"{there}?epochs=5"


def test_sending_without_a_token_or_a_tick_says_so(alices_client, monkeypatch):
    snapshot = make_snapshot()
    monkeypatch.delenv("HF_TOKEN", raising=False)
    address = f"/tuning/snapshots/{snapshot.pk}/for/huggingface-hub/send/"
    assert "Set the variable HF_TOKEN" in alices_client.post(address, {"confirmed": "yes"}).content.decode()
    monkeypatch.setenv("HF_TOKEN", "hf_x")
    answer = alices_client.post(address, {})
    assert answer.status_code == 400 and "Nothing was sent." in answer.content.decode()
    assert "hf_x" not in answer.content.decode()


def test_a_training_is_written_down_with_what_came_of_it(client):
    snapshot = make_snapshot()
    address = f"/tuning/snapshots/{snapshot.pk}/runs/"
    client.post(address, {"destination": "files", "model": "/models/<b>one</b>", "note": "Better."})
    run = TrainingRun.objects.get()
    assert (run.sha256, run.state, run.model) == (snapshot.sha256, "finished", "/models/<b>one</b>")
    assert "/models/&lt;b&gt;one&lt;/b&gt;" in page(client, snapshot).content.decode()
    assert client.post(address, {"destination": "files"}).status_code == 400
    answer = client.post(address, {"destination": "nowhere", "model": "one"})
    assert answer.status_code == 400 and "Select a valid choice" in answer.content.decode()


def test_a_training_that_runs_elsewhere_is_ended_once(client):
    snapshot = make_snapshot()
    run = TrainingRun.start(snapshot, "files")
    assert "It is finished" in page(client, snapshot).content.decode()
    client.post(f"/tuning/runs/{run.pk}/end/", {"state": "finished", "model": "/models/one"})
    client.post(f"/tuning/runs/{run.pk}/end/", {"state": "failed"})
    run.refresh_from_db()
    assert (run.state, run.model) == ("finished", "/models/one") and run.finished_at


def test_asking_after_a_job_needs_an_account(client):
    run = TrainingRun.start(make_snapshot(), "huggingface-jobs", job="clinic/1")
    answer = client.post(f"/tuning/runs/{run.pk}/", {"act": "look"})
    assert answer.status_code == 302 and answer.url.startswith("/accounts/login/")


def test_a_training_does_not_begin_from_a_snapshot_that_was_changed(client):
    snapshot = make_snapshot()
    snapshot.path.chmod(0o600)
    snapshot.path.write_bytes(snapshot.path.read_bytes().replace(b"Answer 3", b"Answer 4", 1))
    answer = client.post(f"/tuning/snapshots/{snapshot.pk}/runs/", {"destination": "files", "model": "x"})
    assert answer.status_code == 400 and "was changed" in answer.content.decode()
    assert not TrainingRun.objects.exists()


def test_the_pages_ask_few_questions_however_many_snapshots_there_are(client, django_assert_max_num_queries):
    snapshot = make_snapshot()
    for place in range(12):
        snapshots.freeze(f"More {place}", split="80/10/10")
        TrainingRun.start(snapshot, "files")
    for address in ("/tuning/", f"/tuning/snapshots/{snapshot.pk}/", f"/tuning/snapshots/{snapshot.pk + 1}/compare/"):
        with django_assert_max_num_queries(8):
            assert client.get(address).status_code == 200


def test_a_list_of_many_goes_on(client):
    make_examples()
    for place in range(53):
        snapshots.freeze(f"Number {place}", split="100/0")
    text = client.get("/tuning/").content.decode()
    assert "Older snapshots" in text and "Number 2<" not in text
    last = Snapshot.objects.all()[49].pk
    assert "Number 2<" in client.get(f"/tuning/?before={last}").content.decode()


def test_what_is_not_there_is_404(client):
    snapshot = make_snapshot()
    for path in (
        "999/",
        f"{snapshot.pk}/for/nowhere/",
        "999/compare/",
        f"{snapshot.pk}/compare/?with=999",
        f"{2**70}/",
    ):
        assert client.get(f"/tuning/snapshots/{path}").status_code == 404


def test_nothing_frozen_is_a_state_of_its_own(client):
    assert "There are no examples to freeze yet." in client.get("/tuning/").content.decode()


def test_another_site_cannot_freeze(client):
    make_examples()
    answer = Client(headers={"host": "localhost:3000", "origin": "https://evil.example"}).post("/tuning/freeze/", {})
    assert answer.status_code == 403 and not Snapshot.objects.exists()
