"""Passages: cut at structure, and always what stands in the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from chat import splitting
from chat.tests.making import GUIDE, add

LETTERS = st.text(st.sampled_from("ab .\n#é🧠|-\t"), max_size=3000)


@given(LETTERS, st.lists(st.integers(0, 3000), max_size=8), st.lists(st.integers(0, 3000), max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_passage_is_what_stands_in_the_text(text, pages, titles):
    starts = sorted({0, *(place for place in pages if place < len(text))})
    headings = [[place, 1 + place % 3, f"Title {place}"] for place in sorted(set(titles)) if place < len(text)]
    covered, before = set(), 0
    for piece in splitting.split(text, starts, headings):
        assert 0 <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end] != ""
        assert piece.end - piece.start <= splitting.MOST
        assert piece.page == sum(start <= piece.start for start in starts)
        assert piece.start >= before or piece.end > before  # in the order of the text
        before = piece.start
        covered |= set(range(piece.start, piece.end))
    assert all(not text[place].strip() for place in set(range(len(text))) - covered)  # nothing is lost


def test_it_cuts_at_headings_and_names_their_path():
    text = "# One\n\n" + "First. " * 80 + "\n\n## Two\n\n" + "Second. " * 80
    headings = [[0, 1, "One"], [text.index("## Two"), 2, "Two"]]
    found = [
        (piece.heading, text[piece.start : piece.end][:5]) for piece in splitting.split(text, (), headings, "markdown")
    ]
    assert found == [("One", "# One"), ("One › Two", "## Tw")]


def test_long_paragraphs_overlap_a_little():
    text = " ".join(f"Sentence number {number} is here." for number in range(100))
    pieces = splitting.split(text)
    assert all(one.end > two.start for one, two in pairwise(pieces))
    assert all(splitting.FEWEST <= one.end - one.start <= splitting.MOST for one in pieces[:-1])


def test_short_sections_are_joined_and_keep_both_names():
    text = "# Guide\n\n## One\n\nShort.\n\n## Two\n\nShort too."
    headings = [[0, 1, "Guide"], [text.index("## One"), 2, "One"], [text.index("## Two"), 2, "Two"]]
    [piece] = splitting.split(text, (), headings, "markdown")
    assert piece.heading == "Guide › One · Two"


def test_a_document_keeps_it_in_the_database(db):
    document = add(GUIDE)
    assert document.passage_count == document.passages.count() > 0
    assert all(document.text[one.start : one.end] == one.text for one in document.passages.all())


def test_a_section_without_end_is_cut_part_by_part_at_the_same_places(monkeypatch):
    text = "".join(f"Zeile {number}: müde und wach. 😀\n\n" for number in range(500)) + "a" * 5000
    at_once = splitting.split(text)
    monkeypatch.setattr(splitting, "AT_ONCE", 2500)
    assert splitting.split(text) == at_once


def test_text_follows_blank_space_longer_than_a_part():
    text = "Before." + " " * (3 * splitting.AT_ONCE) + "After."
    assert [text[piece.start : piece.end] for piece in splitting.split(text)] == ["Before.", "After."]
