"""What may tell who somebody is: what is found of it, what is left alone, and that no text makes it slow."""

import re
import sys
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import measuring_privacy as measuring
from examples import identifiers
from examples.checks import privacy
from examples.identifiers import identifiers_in, may_be_in, reading, runs
from examples.models import Example
from examples.tokens import Tokens
from examples.vocabulary import SHARED, forget


def found(text):
    return [(one.kind, one.tier, text[one.start : one.end]) for one in identifiers_in(text)]


def test_it_tells_the_kind_the_tier_and_the_place():
    text = "My name is Dana Whitfield, call me on 415-555-0137."
    assert found(text) == [("NAME", "maybe", "Dana Whitfield"), ("PHONE", "sure", "415-555-0137")]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("ruf an: 0151 23456789", "PHONE"),
        ("+44 7700 900456", "PHONE"),
        ("dial 1-888-GO-FLOAT", "PHONE"),
        ("lena dot fischer at example dot de", "EMAIL"),
        ("www.example.org/me", "URL"),
        ("it came from 203.0.113.77", "IP"),
        ("from 2001:db8::8a2e:370:7334", "IP"),
        ("219-09-9999", "SSN"),
        ("MRN 00482913", "MRN"),
        ("member ID is XJH-448-20931", "INSURANCE"),
        ("NPI 1245319599", "OTHERID"),
        ("4111 1111 1111 1111", "OTHERID"),
        ("DE89 3704 0044 0532 0130 00", "OTHERID"),
        ("S/N 48213377 is on the back of it", "OTHERID"),
        ("His D.L. A1234567 is on file.", "OTHERID"),
        ("preauth: 48213377", "INSURANCE"),
        ("88 Camino del Sol", "ADDRESS"),
        ("12 Rue de la Paix", "ADDRESS"),
        ("Calle 8 #21-14", "ADDRESS"),
        ("Rural Route 2, Box 14", "ADDRESS"),
        ("1482 Elm Street, Apt 5B, Tacoma, WA 98402", "ADDRESS"),
        ("PO Box 2210, Flagstaff, AZ 86003", "ADDRESS"),
        ("Kirchweg 12, 8032 Zürich", "ADDRESS"),
        ("March 14, 2024", "DATE"),
        ("14.03.24", "DATE"),
        ("12 de febrero de 2021", "DATE"),
    ],
)
def test_it_is_sure_of_what_has_a_form_of_its_own(text, kind):
    assert [(one.kind, one.tier) for one in identifiers_in(text)] == [(kind, "sure")]


@pytest.mark.parametrize(
    "text, kind, words",
    [
        ("i talked to my sister keisha", "NAME", "keisha"),
        ("Grace and I meditate.", "NAME", "Grace"),
        ("Can May sit with me?", "NAME", "May"),
        ("Ask Nurse Kwame.", "CLINICIAN", "Nurse Kwame"),
        ("Seen by P. Venkataraman, MD today.", "CLINICIAN", "P. Venkataraman, MD"),
        ("I was treated at Willow Creek Wellness before.", "FACILITY", "Willow Creek Wellness"),
        ("Grandma is 96 and dances.", "AGE90", "96"),
        ("We danced on her 95th birthday.", "AGE90", "95th birthday"),
        ("As a woman of 101 years I know.", "AGE90", "101"),
        ("He left on 2 June.", "DATE", "2 June"),
    ],
)
def test_it_says_maybe_where_a_reader_must_tell(text, kind, words):
    assert found(text) == [(kind, "maybe", words)]


# Words that tell together, and what stands between them.
PIECES = (
    "my", "sister", "keisha", "nurse", "Dr.", "Zork", "Zork said hi.", "Patient", "Will", "Leaflets help.", "call me",
    "J o h n", "born", "3", "March", "the third", "415-555", "0137", "(415)", "988", "ssn is", "one two three four five",
    "six seven", "12", "elm", "Street", "Tacoma,", "WA", "98402", "mrn", "00482913", "Love,", "AB 12 34 56 C", "ok.", "x@y.de",
)  # fmt: skip
BETWEEN = (" ", " ", " ", "  ", "\n", "\n\n", ", ", "\t", " — ")


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=14))
def test_what_stands_in_other_texts_that_are_looked_at_with_it_changes_nothing(pieces):
    text = "".join(map("".join, pieces))
    forget()
    alone, beside = found(text), ["my sister", "415-555-", text, text[::-1], "0137 keisha", "", "Dr."]
    forget()
    told = may_be_in(beside)
    assert found(text) == alone and (told[2] or not alone)


@pytest.mark.parametrize(
    "text, words",
    [
        ("Leaflets are at the desk. Zorbing is fun. Patient first.", []),
        ("We talked. Zorblat told me so.", ["Zorblat"]),
        ("We talked with Zorblat.", ["Zorblat"]),
        ("Patient Zorblat came.", ["Zorblat"]),
        ("my sister\n\nkeisha", ["keisha"]),
        ("Grace at the table, grace in her steps", []),
        ("ask  keisha", ["keisha"]),
    ],
)
def test_a_name_takes_what_stands_beside_it(text, words):
    assert [said for _kind, _tier, said in found(text)] == words


def test_it_finds_who_signed_a_letter_once():
    assert found("I hope to see you.\n\nWarmly,\n\nQuorra\n\nBest\nFriends") == [("NAME", "maybe", "Quorra")]
    assert found("We walked on.\nQuorra\n") == []


def test_it_finds_names_after_odd_spaces_and_hyphens_and_numbers_in_other_digits():
    assert found("my\x0bname is zorblax") == [("NAME", "maybe", "zorblax")]
    assert found("Patient-KOWALSKA, Agnieszka was late") == [("NAME", "maybe", "KOWALSKA, Agnieszka")]
    assert found("Call ๐๘๑-๒๓๔-๕๖๗๘") == [("PHONE", "sure", "๐๘๑-๒๓๔-๕๖๗๘")]


def test_it_finds_the_whole_of_a_name_with_small_words_in_it():
    assert found("Then I met Maria de la Cruz. We ate.") == [("NAME", "maybe", "Maria de la Cruz")]


@pytest.mark.parametrize(
    "text",
    [
        "May I bring a blanket? Will it hurt? I hope that joy returns in spring.",
        "I take Lexapro 10 mg and Wellbutrin 150 mg at 9:30, and rest for 2 hours.",
        "Call 988 or 911, or text HOME to 741741. The line is 1-800-273-8255.",
        "The Disaster Distress Helpline is 1-800-985-5990, the Runaway Safeline 1-800-786-2929.",
        "Alcoholics Anonymous and the Domestic Violence Hotline are there for you, and Adult Protective Services too.",
        "Internal Family Systems therapy speaks of parts and Self.",
        "Session 3 of 6 cost $450 in 2019; version 2.10.3 fixed it.",
        "My pressure was 120/80, PHQ-9 was 19/27, and I am 89 years old.",
        "Ich fühle mich nach der Sitzung ruhig, und die Angst ist fort.",
        "[NAME_1] called [PHONE_1] on [DATE_12].",
    ],
)
def test_it_leaves_alone_what_names_nobody(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call the National Domestic Violence Hotline at 1-800-799-SAFE (7233).",
        "Call 800-273-8255, 1-800-273-TALK or 1-833-TLC-MAMA (1-833-852-6262).",
        "SAMHSA has a helpline, 1-800-662-HELP (4357), and Never Use Alone is at 1-800-484-3731.",
        "Kids write to our helpline, 1-800-SAY-HELLO (729-4355), all night.",
    ],
)
def test_a_helpline_is_nobodys_in_letters_too(text):
    assert found(text) == []


def test_the_digits_behind_a_number_in_letters_belong_to_it():
    assert found("Reach me at 1-888-GO-FLOAT (463-5628), please.") == [("PHONE", "sure", "1-888-GO-FLOAT (463-5628)")]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("We are at 221B Baker Street, London NW1 6XE.", "ADDRESS", "221B Baker Street, London NW1 6XE"),
        ("i live on elm street 12", "ADDRESS", "elm street 12"),
        ("Rue de la Paix 12, 75002 Paris", "ADDRESS", "Rue de la Paix 12, 75002 Paris"),
        ("415·555·2671", "PHONE", "415·555·2671"),
        ("415 – 555 – 2671", "PHONE", "415 – 555 – 2671"),
        ("Call 415—555—2671 — 24 hours a day.", "PHONE", "415—555—2671"),
        ("dob: 010280", "DATE", "010280"),
        ("DOB 01 02 80", "DATE", "01 02 80"),
        ("write j o h n @ g m a i l . c o m a n d wait", "EMAIL", "j o h n @ g m a i l . c o m"),
        ("write john @ gmail.com", "EMAIL", "john @ gmail.com"),
        ("My ssn is one two three, four five, six seven eight nine", "SSN", None),
        ("I was born March\n3, 1971 in town", "DATE", "March\n3, 1971"),
        ("It was 3 March\n1971 then", "DATE", "3 March\n1971"),
        ("call 415-555-\n2671", "PHONE", "415-555-\n2671"),
        ("call 415\n555 2671", "PHONE", "415\n555 2671"),
    ],
)
def test_it_finds_the_whole_however_it_is_written_or_wrapped(text, kind, words):
    assert found(text) == [(kind, "sure", words or text.partition(" is ")[2])]


@pytest.mark.parametrize("lines", ["{}\n{}", "1. {}\n2. {}", "- {}\n- {}", "Call {},\n{}"])
def test_two_numbers_on_two_lines_stay_two(lines):
    numbers = ["415-555-2671", "415-555-2672"]
    assert found(lines.format(*numbers)) == [("PHONE", "sure", number) for number in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "i lived on elm street 12 years",
        "He came in March\n3. Take your pills",
        "S t o p and p l e a s e wait",
        "my social life is one two three four",
        "it is 0.5.10.20",
        "From 1990—2000 it went from 200 · 300 to 400",
    ],
)
def test_what_looks_nearly_so_is_left_alone(text):
    assert found(text) == []


def test_a_name_in_letters_apart_is_one_name():
    assert found("My name is J o h n S m i t h, and D a n a knows.") == [
        ("NAME", "maybe", "J o h n S m i t h"),
        ("NAME", "maybe", "D a n a"),
    ]


def test_the_words_of_spanish_forms_and_large_towns_are_no_names():
    text = "Mi Código Postal es 28013 y vivo en Madrid."
    assert found(text) == [("ADDRESS", "sure", "28013"), ("ADDRESS", "maybe", "Madrid")]


def test_it_counts_as_the_text_does_where_letters_change_their_length():
    assert found("İİİ says: write to dana@example.com")[-1] == ("EMAIL", "sure", "dana@example.com")


def test_it_is_right_and_finds_most_on_rows_that_no_rule_was_written_by():
    rows = measuring.read(measuring.ROWS / "personal_data.txt")
    total = measuring.score([row for row in rows if row.held_out])
    assert total.precision("sure") >= 0.97 and total.recall >= 0.85
    assert total.flagged["maybe"] <= total.clean / 3


def test_no_question_of_a_word_begins_with_what_is_repeated():
    """It would be tried from each letter on, and a word may be long."""
    asked = [ask for some in SHARED.questions.values() for ask, _bit in some]
    patterns = [ask.__self__.pattern for ask in asked if getattr(ask, "__name__", "") == "search"]
    begins = [re._parser.parse(pattern)[0] for pattern in patterns]
    assert begins and not [one for one in begins if one[0] is re._constants.MAX_REPEAT and one[1][1] > 50]


def test_what_is_asked_of_words_first_overlooks_nothing(monkeypatch):
    rows = [row.text for row in measuring.read(measuring.ROWS / "personal_data.txt")]
    quick = [identifiers_in(text) for text in rows]
    forget()
    for module in (identifiers, reading):
        monkeypatch.setattr(module, "mask_of", lambda tokens: -1)
    monkeypatch.setattr(reading.Reading, "places_in", lambda of, look, wanted: of.places_of(wanted))
    monkeypatch.setattr(Tokens, "rows", property(lambda tokens: {runs.TELLS: [(0, len(tokens.numbers) - 1)]}))
    assert [identifiers_in(text) for text in rows] == quick


def test_a_check_tells_each_of_them_in_all_texts_without_repeating_it():
    example = Example.unsaved(
        system="Write to a@example.com.",
        history=[{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Call 415-555-0137."}],
        instruction="My MRN is 00482913.",
        response="See you on 14.03.2024.",
    )
    findings = list(privacy.CHECK.find(example))
    assert [(one.field, one.kind, one.values) for one in findings] == [
        ("system", "EMAIL", {}),
        ("history", "PHONE", {"turn": 2}),
        ("instruction", "MRN", {}),
        ("response", "DATE", {}),
    ]
    assert all(one.message and one.remedy and one.tier == "sure" for one in findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are in Toledo, Ohio 43604 now.", "Toledo, Ohio 43604"),
        ("Send it to 418 Sycamore Strand, Apt 3C please.", "418 Sycamore Strand, Apt 3C"),
        ("I live at 77 Larkspur Strand with a dog.", "77 Larkspur Strand"),
        ("The van stood at 9 Marigold Hollow.", "9 Marigold Hollow"),
    ],
)
def test_a_house_and_its_postcode_are_told_by_what_stands_beside_them(text, words):
    assert ("ADDRESS", "sure", words) in found(text)


def test_what_one_goes_by_is_a_name_only_where_it_may_be():
    assert found("Check the order and never go by memory.") == []
    assert found("I go by Marisol at work.") == [("NAME", "maybe", "Marisol")]


def test_it_reads_who_speaks_and_what_a_call_is_given_in_earlier_turns():
    call = {"function": {"name": "find", "arguments": '{"phone": "415-555-0137"}'}}
    history = [
        {"role": "user", "content": "Hi", "name": "a@example.com"},
        {"role": "assistant", "content": "", "tool_calls": [call]},
    ]
    example = Example.unsaved(history=history)
    assert [(one.kind, one.values) for one in privacy.CHECK.find(example)] == [
        ("EMAIL", {"turn": 1, "path": ["name"]}),
        ("PHONE", {"turn": 2, "path": ["tool_calls", 0, "function", "arguments"]}),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Write to da\u200bna@exam\u200bple.com!", "EMAIL", "da\u200bna@exam\u200bple.com"),
        ("Write to dana&#64;example.com!", "EMAIL", "dana&#64;example.com"),
        ("SSN 219\u201109\u20119999", "SSN", "219\u201109\u20119999"),
        ("SSN ２１９－０９－９９９９", "SSN", "２１９－０９－９９９９"),
        ("Call 415\u00a0555\u00a00137 😀", "PHONE", "415\u00a0555\u00a00137"),
    ],
)
def test_it_finds_what_is_written_with_other_or_unseen_signs(text, kind, words):
    assert found(text) == [(kind, "sure", words)]


# No text makes it slow

HOSTILE = [
    letter * 100_000
    for letter in ["a", "A1", "1", "1.", "1-", ".a", "@", "a@", "Aa", "", "A.", "A,\nA", "(", "+1", ":"]
    if letter
]
HOSTILE += ["my name is " * 9000, "at dot " * 14_000, "Street " * 14_000, "one two " * 12_000, "may 1 " * 16_000]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_pattern_is_given_more_than_a_piece(text, monkeypatch):
    given = []
    monkeypatch.setattr(identifiers, "spans_in", lambda piece: given.append(len(piece)) or [])
    identifiers_in(text)
    assert max(given) <= identifiers.LONGEST_PIECE and sum(given) == len(text)


def test_what_lies_across_many_pieces_is_found_at_its_place():
    text = "This is quiet. " * 1000 + "Call 415-555-0137. " + "This is quiet. " * 1000
    assert found(text) == [("PHONE", "sure", "415-555-0137")]


# With a model


def test_a_model_adds_names_that_the_patterns_miss(monkeypatch, settings):
    entity = SimpleNamespace(start_char=0, end_char=5, label_="PERSON")
    package = SimpleNamespace(load=lambda name, **options: lambda text: SimpleNamespace(ents=[entity]))
    monkeypatch.setitem(sys.modules, "spacy", package)
    settings.NER_MODEL = "stub_model"
    assert found("quill and the rest") == [("NAME", "maybe", "quill")]


def test_it_says_what_to_install_for_a_model_that_is_not_there(monkeypatch, settings):
    monkeypatch.setitem(sys.modules, "spacy", None)
    settings.NER_MODEL = "no_such_model"
    with pytest.raises(ImproperlyConfigured, match="pip install spacy"):
        identifiers_in("Hello there")
