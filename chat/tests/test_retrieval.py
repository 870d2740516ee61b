"""Finding passages: the same questions pass on SQLite and PostgreSQL."""

import pytest

from chat import retrieval
from chat.models import Collection, Document
from chat.tests.making import GUIDE, add

pytestmark = pytest.mark.django_db


def found(question, **limits):
    return [one.document.name for one in retrieval.find(question, **limits)]


@pytest.mark.parametrize(
    "question",
    [
        "When should I have breakfast?", "Can I drive myself home?", "Can I take the car afterwards?", "resting at home",
        "Is it normal to feel down two days later?", "RESTED drinking waters!", "What about \"a light\" break-fast* OR (NEAR",
        "light breakfast'; DROP --", "breakfast \x00 \ud83e", "à light breàkfast",
    ],
)  # fmt: skip
def test_it_finds_the_guide(question):
    add(GUIDE)
    assert found(question) == ["guide.md"]


@pytest.mark.parametrize(
    "question",
    ["What is the capital of Mongolia?", "Who won the football world cup?", "", " ", "?!*", "the and of", "🧠"],
)
def test_it_says_honestly_that_nothing_is_there(question):
    add(GUIDE)
    assert found(question) == []


def test_it_finds_nothing_where_no_document_is():
    assert found("breakfast") == []


def test_what_is_switched_off_or_in_the_trash_is_not_found():
    document = add(GUIDE)
    Document.objects.update(on=False)
    assert found("light breakfast") == []
    Document.objects.update(on=True)
    document.remove()
    assert found("light breakfast") == []
    document.restore()
    assert found("light breakfast") == ["guide.md"]


def test_limits_hold_in_the_query_and_not_after_it():
    for number in range(30):  # more than there are candidates, if the limit came later
        add(f"# Note {number}\n\n" + "Breakfast, breakfast, a light breakfast. " * 60, f"note {number}.md")
    one = add("# Last\n\nA breakfast.", "last.md")
    group = Collection.objects.create(name="handouts")
    one.collections.add(group)
    assert found("light breakfast", collections=[group.pk]) == ["last.md"]
    assert found("light breakfast", documents=[one.pk]) == ["last.md"]
    assert found("light breakfast", collections=[]) == [] == found("light breakfast", documents=[])


def section(title, words):
    return f"\n\n## {title}\n\n" + f"{words} " * 25


def test_neighbours_are_joined_and_no_letter_comes_twice():
    document = add("# Guide" + section("Breakfast", "A light breakfast is eaten early in the morning, number one."))
    add("# Other\n\nSomething else entirely, about tulips.", "other.md")
    [one] = retrieval.find("light breakfast", most=2)
    document.refresh_from_db()
    assert len(one.passages) > 1 and one.text == document.text[one.start : one.end]


def test_what_says_the_same_is_found_once():
    add(GUIDE), add(GUIDE.replace("drink water", "drink some water"), "copy.md")
    assert len(retrieval.find("light breakfast before the visit", most=4)) == 1


def test_one_document_takes_half_of_the_places_where_others_have_something():
    many = "".join(
        section(f"Breakfast {n}", f"A light breakfast of kind {n * 7919} with {n * 104729} grains. " * 2)
        for n in range(6)
    )
    add(f"# Much{many}", "much.md")
    add("# Little\n\nA light breakfast is mentioned here once.", "little.md")
    add("# Third\n\nBreakfast again, light as a feather, in a third place.", "third.md")
    names = found("light breakfast", most=4)
    assert names.count("much.md") == 2 and len(names) == 4


def test_a_single_document_may_fill_all_places():
    many = "".join(
        section(f"Breakfast {n}", f"A light breakfast of kind {n * 7919} with {n * 104729} grains. " * 2)
        for n in range(6)
    )
    add(f"# Much{many}", "much.md")
    assert found("light breakfast", most=4) == ["much.md"] * 4


def test_a_heading_counts_more_than_a_word_in_passing():
    add("# A\n\n## Sleep\n\nLie down early and keep the room dark.", "a.md")
    add("# B\n\n## Food\n\nSoup is good, and so is bread, before sleep or after it, as one likes.", "b.md")
    assert found("sleep", most=1) == ["a.md"]


def test_it_asks_the_database_a_few_times_however_many_are_found(django_assert_max_num_queries):
    many = "".join(section(f"Breakfast {n}", f"A light breakfast of kind {n}.") for n in range(20))
    add(f"# Much{many}", "much.md")
    with django_assert_max_num_queries(8):
        retrieval.find("light breakfast", most=10)


def test_the_question_may_be_very_long():
    add(GUIDE)
    assert found("light breakfast " * 20_000) == ["guide.md"]


def test_what_means_the_same_is_found_in_whatever_form_the_text_has_it():
    add("# A\n\nBreastfeeding mothers wait for two days.", "a.md")
    add("# B\n\nHypertension above 150 postpones it.", "b.md")
    assert found("I am nursing my baby") == ["a.md"] and found("my blood pressure") == ["b.md"]


def test_words_that_are_nowhere_take_no_place_of_those_that_are_somewhere():
    add("# A\n\nA glass of wine is one too many.", "a.md")  # one of twenty words that are like “drink”
    assert found("May I have a drink?") == ["a.md"]


@pytest.mark.parametrize("question", ["What about braekfast?", "when is brekfast", "may I eat breakfasst"])
def test_a_slip_of_the_pen_is_found_all_the_same(question):
    add(GUIDE)
    assert found(question) == ["guide.md"]


def test_a_word_that_begins_alike_counts_for_one_that_is_not_there():
    add("# A\n\nTherapeutic work goes on for weeks, in a quiet room.", "a.md")
    add("# B\n\nThe room is quiet and the work goes on for weeks.", "b.md")
    assert found("quiet therapist room")[0] == "a.md"


def test_a_question_whose_words_that_matter_are_nowhere_finds_nothing():
    add(GUIDE)
    assert found("Which visit does the Mongolian ambassador propose to Ulaanbaatar?") == []


def test_a_lone_letter_after_an_apostrophe_of_another_kind_is_no_word():
    add(GUIDE)
    assert found("It´s about the light breakfast") == ["guide.md"]


@pytest.mark.parametrize(
    "question",
    [
        "How many calories are in a breakfast?",
        "Can you help me drive to Tokyo?",
        "What is the best water pump to take?",
    ],
)
def test_everyday_words_do_not_make_up_for_the_one_that_is_nowhere(question):
    add(GUIDE)
    assert found(question) == []


def test_everyday_words_that_are_nowhere_turn_no_question_away():
    add(GUIDE)
    assert found("Does anything happen if I drive a friend home the next day?") == ["guide.md"]
