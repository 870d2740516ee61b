"""Placeholders in the place of identifiers: which number each gets, and putting them in by page, desk and API."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from examples import formats, placeholders, replacing
from examples.checks import privacy
from examples.models import Example
from examples.tests.making import make_example, rows_of, texts

pytestmark = pytest.mark.django_db
STORY = "My name is Dana Whitfield and Mrs. Bauer has my number, 415-555-0137."
ANSWER = "Thank you, Dana. We called Bauer at (415) 555-0137."


def make(**values):
    return make_example(**{"instruction": STORY, "response": ANSWER, **values})


def fresh(example):
    return texts(Example.everything.get(pk=example.pk))


def test_the_same_person_and_value_have_one_number_in_all_texts():
    changed = placeholders.replaced_texts(make(history=[{"role": "user", "content": "dana whitfield here"}]))
    assert changed == {
        "history": [{"role": "user", "content": "[NAME_1] here"}],
        "instruction": "My name is [NAME_1] and [NAME_2] has my number, [PHONE_1].",
        "response": "Thank you, [NAME_1]. We called [NAME_2] at [PHONE_1].",
    }


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "My name is John Smith, and Mrs. Smith is my wife. Ask Smith.",
            "My name is [NAME_1], and [NAME_2] is my wife. Ask [NAME_3].",
        ),
        (
            "Mr. Haddad and Ms. Haddad came. Dr. Haddad did not.",
            "[NAME_1] and [NAME_2] came. [CLINICIAN_1] did not.",
        ),
        ("Mr. Haddad and Mrs. Haddad met Lin Haddad.", "[NAME_1] and [NAME_2] met [NAME_3]."),
        ("Mr. Haddad came. John Haddad said hi. Haddad left.", "[NAME_1] came. [NAME_1] said hi. [NAME_1] left."),
        ("Miss Haddad called. Ask Ms. Haddad.", "[NAME_1] called. Ask [NAME_1]."),
        ("Dr. Sarah Kim is in. Ask Dr. Kim.", "[CLINICIAN_1] is in. Ask [CLINICIAN_1]."),
    ],
)
def test_who_shares_a_surname_is_one_only_where_nothing_contradicts(text, changed):
    assert placeholders.replaced_texts(make(instruction=text, response="Yes."))["instruction"] == changed


ALL_THE_SMITHS = "Dr. Smith saw me. Uncle Smith drove me there. Mary Smith is my aunt. Ask Mr. Smith."
ASKING = f"""
import django; django.setup()
from examples import placeholders
from examples.models import Example
print(placeholders.replaced_texts(Example.unsaved(instruction={ALL_THE_SMITHS!r}, response="Yes.")))
"""


def test_who_is_who_is_the_same_in_every_process():
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2", "3")]
    said = {subprocess.check_output([sys.executable, "-c", ASKING], env=env, cwd=settings.BASE_DIR) for env in seeds}
    assert len(said) == 1 and b"NAME_1" in said.pop()


def test_a_number_is_one_however_it_is_written():
    text = "(415) 555-2671, +1 415 555 2671, four one five five five five two six seven one, 415-555-2671 ext 5"
    changed = placeholders.replaced_texts(make(instruction=text, response="1-888-GO-FLOAT (463-5628), 888-463-5628"))
    assert changed == {
        "instruction": "[PHONE_1], [PHONE_1], [PHONE_1], [PHONE_2]",
        "response": "[PHONE_3], [PHONE_3]",
    }


def test_new_ones_go_on_from_those_that_are_there_and_leave_them():
    changed = placeholders.replaced_texts(make(context="[NAME_7] and [PHONE_2] are known."))
    assert (
        changed["instruction"] == "My name is [NAME_8] and [NAME_9] has my number, [PHONE_3]."
        and "context" not in changed
    )


def test_a_text_with_placeholders_has_no_findings():
    example = make()
    replacing.replace(example)
    assert not list(privacy.CHECK.find(example)) and placeholders.replaced_texts(example) == {}


def test_it_replaces_in_the_answer_that_was_corrected_and_the_turns_after_too():
    kept = {"after": [{"role": "user", "content": "Thanks, Dana"}]}
    changed = placeholders.replaced_texts(
        make(extra={"rejected": "Dana, no.", "_turns": kept, "page": "a@example.com"})
    )
    assert changed["extra"] == {
        "rejected": "[NAME_1], no.",
        "_turns": {"after": [{"role": "user", "content": "Thanks, [NAME_1]"}]},
        "page": "a@example.com",
    }


def test_a_name_with_accents_is_replaced_however_it_is_written_again():
    example = make(
        instruction="My name is José Núñez.", response="JOSÉ, josé and jose are one, NÚÑEZ too, and núñez-like."
    )
    assert placeholders.replaced_texts(example)["response"] == (
        "[NAME_1], [NAME_1] and [NAME_1] are one, [NAME_1] too, and [NAME_1]-like."
    )


def test_the_arguments_of_a_call_stay_json():
    call = {"function": {"name": "find", "arguments": '{"phone": "415-555-0137", "ssn": 219099999}'}}
    history = [{"role": "assistant", "content": "", "tool_calls": [call], "name": "Dana"}]
    (turn,) = placeholders.replaced_texts(make(history=history))["history"]
    assert turn["name"] == "[NAME_1]"
    arguments = json.loads(turn["tool_calls"][0]["function"]["arguments"])
    assert arguments["phone"] == "[PHONE_1]" and "219" not in str(arguments["ssn"])


def test_its_page_says_where_it_is_what_no_text_shows(client):
    example = make_example(history=[{"role": "user", "content": "Hi", "name": "a@example.com"}])
    assert "<code>history.1.name</code>" in client.get(f"/training/examples/{example.pk}/").content.decode()


def test_it_replaces_in_raw_rows_and_leaves_the_others_as_they_are():
    format = formats.named("chat")
    clean, told = (
        make(instruction="Is it safe?", response="Ask us."),
        make(history=[{"role": "user", "content": "Dana"}]),
    )
    rows = rows_of(format, [clean, told])
    first, second = placeholders.replaced_rows(format.columns, rows)
    assert first == rows[0]
    row = dict(zip(format.columns, second, strict=True))
    assert json.loads(row["history"]) == [{"role": "user", "content": "[NAME_1]"}] and "[PHONE_1]" in row["response"]


# By the desk


def press(client, example, address=""):
    sent = {"verb": "placeholder", "id": example.pk, "etag": example.etag, "queue": "", "address": address}
    return client.post("/review/act/", sent, follow=True)


def test_the_desk_replaces_one_finding_wherever_its_person_stands(client):
    example = make()
    [bauer] = [one for one in client.get("/review/").context["findings"] if one.finding.start == STORY.index("Mrs.")]
    answer = press(client, example, bauer.address)
    assert answer.context["example"] == example
    assert fresh(example)["instruction"] == STORY.replace("Mrs. Bauer", "[NAME_1]")
    assert fresh(example)["response"] == ANSWER.replace("Bauer", "[NAME_1]")


def test_the_desk_replaces_all_and_the_history_keeps_what_was_there(client):
    example = make()
    press(client, example)
    assert "Dana" not in str(fresh(example))
    assert example.events.get().changes == {"instruction": STORY, "response": ANSWER}


def test_the_desk_replaces_nothing_in_what_was_changed_meanwhile(client):
    example = make()
    Example.objects.get(pk=example.pk).edit(response="Call Dana.")
    assert press(client, example).status_code == 409
    assert fresh(example)["instruction"] == STORY


def test_the_desk_marks_the_words_in_the_turn_that_has_them(client):
    make_example(
        history=[{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Call 415-555-0137 now"}]
    )
    assert '<mark class="found review">415-555-0137</mark>' in client.get("/review/").content.decode()


# By the page of an example


def test_its_page_replaces_them(client):
    example = make()
    assert "Placeholders for all of them" in client.get(f"/training/examples/{example.pk}/").content.decode()
    client.post(f"/training/examples/{example.pk}/act/", {"verb": "placeholder"})
    assert "[PHONE_1]" in fresh(example)["response"]
    assert "Placeholders for all of them" not in client.get(f"/training/examples/{example.pk}/").content.decode()


def test_its_earlier_texts_are_deleted_by_an_account_alone(client, alices_client):
    example = make()
    replacing.replace(example)
    address = f"/training/examples/{example.pk}/empty-history/"
    assert client.post(address).status_code == 302 and example.events.get().changes
    assert "gone for good" in alices_client.get(address).content.decode()
    answer = alices_client.post(address, follow=True)
    assert [(event.kind, event.changes) for event in example.events.all()] == [("edited", {}), ("emptied", {})]
    assert "Dana" not in answer.content.decode()


# By the API


def test_the_api_replaces_them(client):
    example = make()
    answer = client.post(f"/api/examples/{example.pk}/replace-identifiers/", headers={"if-match": example.etag})
    assert answer.json()["response"] == "Thank you, [NAME_1]. We called [NAME_2] at [PHONE_1]."
    assert answer["ETag"] != example.etag


def test_the_api_replaces_the_sure_ones_alone(client):
    address = f"/api/examples/{make().pk}/replace-identifiers/"
    answer = client.post(address, {"tier": "sure"}, content_type="application/json")
    assert answer.json()["response"] == "Thank you, Dana. We called Bauer at [PHONE_1]."
    assert client.post(address, {"tier": "all"}, content_type="application/json").status_code == 400


def test_the_api_refuses_where_somebody_was_quicker(client):
    example = make()
    answer = client.post(f"/api/examples/{example.pk}/replace-identifiers/", headers={"if-match": '"1-1"'})
    assert answer.status_code == 412 and fresh(example)["instruction"] == STORY


def test_the_api_empties_a_history_for_an_account_alone(client, alices_client):
    example = make()
    replacing.replace(example)
    address = f"/api/examples/{example.pk}/empty-history/"
    assert client.post(address).status_code in (401, 403) and example.events.get().changes
    assert alices_client.post(address).status_code == 200
    assert not example.events.filter(kind="edited").get().changes
