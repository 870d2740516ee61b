"""What holds the set back, and what an import's report says of it."""

import pytest

from examples import checking, obstacles
from examples.models import Example
from examples.tests.making import lines, make_example, upload
from examples.tests.test_findings import apples, put  # noqa: F401  (fixtures)

pytestmark = pytest.mark.django_db
LONG = "Wear comfortable clothes and bring somebody who takes you home afterwards."


def names():
    return [one.name for one in obstacles.obstacles()]


def link(name):
    [found] = [one for one in obstacles.obstacles() if one.name == name]
    return found.links


def behind(client, name):
    """Return the ids of the examples that the first link of an obstacle leads to."""
    _words, filters = link(name)[0]
    return [row["id"] for row in client.get("/api/examples/", filters).json()["results"]]


def test_an_empty_set_has_nothing_in_its_way(client):
    assert obstacles.obstacles() == []
    assert "There are no examples yet." in client.get("/training/holding-back/").content.decode()


def test_it_tells_them_the_gravest_first_each_with_its_examples(client, settings, put):  # noqa: F811
    put("danger", "poison", severity="block")
    put("privacy", r"\d{4,}", tier="sure")
    put("tone", "dude")
    texts = (f"poison {LONG}", f"55501 {LONG}", f"dude {LONG}", f"twin {LONG}", f"twin {LONG}", "x" * 5000)
    poison, number, dude, twin, other, long = (make_example(response=text, system="You help.") for text in texts)
    bare = make_example(response=f"bare {LONG}")
    assert names() == ["few", "long", "blocked", "personal", "duplicates", "voice", "system"]
    assert behind(client, "long") == [long.pk]
    assert behind(client, "blocked") == [poison.pk]
    assert behind(client, "personal") == [number.pk]
    assert behind(client, "duplicates") == [other.pk, twin.pk]
    assert behind(client, "voice") == [dude.pk]
    assert behind(client, "system") == [bare.pk]
    settings.SYSTEM_PROMPT = "You help."
    assert "system" not in names()


def test_what_is_rejected_holds_nothing_back(client, put):  # noqa: F811
    put("danger", "poison", severity="block")
    put("privacy", r"\d{4,}", tier="sure")
    put("tone", "dude")
    for text in ("poison", "55501", "dude", "twin", "twin"):
        make_example(response=f"{text} {LONG}", system="You help.")
    Example.objects.reject()
    assert names() == ["few"]
    approved = make_example(response=f"55502 {LONG}", system="You help.")
    approved.approve()
    assert names() == ["few", "personal"]
    assert behind(client, "personal") == [approved.pk]
    page = client.get("/training/holding-back/").content.decode()
    assert "?finding=sure&amp;status=new&amp;status=approved#list" in page


def test_it_is_one_sided_where_most_are_about_few_contexts():
    for number in range(obstacles.ENOUGH):
        make_example(context="Preparation", response=f"{number} {LONG}")
    assert link("one-sided") == [("Preparation: 30", {"context": "Preparation"})]
    for number in range(2 * obstacles.ENOUGH):
        make_example(context=f"Context {number}", response=f"{number} {LONG}")
    assert "one-sided" not in names()


def test_it_names_the_fewest_contexts_that_have_the_share():
    for context, number in {"Preparation": 14, "Session": 10, "Integration": 8, "Costs": 8}.items():
        for copy in range(number):
            make_example(context=context, response=f"{context} {copy} {LONG}")
    assert [words for words, _filters in link("one-sided")] == ["Preparation: 14", "Session: 10"]
    [one] = [one for one in obstacles.obstacles() if one.name == "one-sided"]
    assert one.sentence.startswith("One-sided: 24 of 40 examples with a context are about 2.")


def test_enough_is_no_obstacle(monkeypatch):
    monkeypatch.setattr("examples.stats.RECOMMENDED", 2)
    for number in range(2):
        make_example(response=f"{number} {LONG}", system="You help.")
    assert names() == []


def test_its_page_leads_to_the_lists_and_asks_little(client, put, django_assert_max_num_queries):  # noqa: F811
    put("danger", "poison", severity="block")
    make_example(response=f"poison {LONG}")
    checking.catch_up()
    with django_assert_max_num_queries(15):
        html = client.get("/training/holding-back/").content.decode()
    assert 'href="/training.html?finding=block&amp;status=new&amp;status=approved#list"' in html
    assert "<html" not in client.get("/training/holding-back/", headers={"HX-Request": "true"}).content.decode()


def test_it_asks_little_while_checks_wait_too(
    client, alices_client, put, monkeypatch, django_assert_max_num_queries  # noqa: F811
):  # fmt: skip
    put("danger", "poison", severity="block")
    for text in ("poison", "twin", "twin", f"{'x ' * 3000}"):
        make_example(response=f"{text} {LONG}", context="Preparation")
    monkeypatch.setattr(checking, "AT_ONCE", 1)
    rows = [{"instruction": "What?", "response": f"{n} {LONG}", "context": "Preparation"} for n in range(40)]
    upload(client, lines(*rows), "a.jsonl")
    assert checking.waiting()
    for browser in (client, alices_client):
        with django_assert_max_num_queries(15):
            html = browser.get("/training/holding-back/").content.decode()
        assert "still to be checked" in html and "One-sided" in html and "Blocked" in html


def test_the_report_of_an_import_counts_what_was_found_in_its_examples(client, apples):  # noqa: F811
    make_example(response="apples, of no import")
    rows = [{"instruction": f"What {number}?", "response": "Bring apples."} for number in range(3)]
    report = upload(client, lines(*rows), "a.jsonl").json()["import_id"]
    assert f"/training/imports/{report}/findings/" in client.get(f"/training/imports/{report}/").content.decode()
    html = client.get(f"/training/imports/{report}/findings/").content.decode()
    assert f'href="/training.html?source={report}&amp;finding=apples#list">Review: Test words</a> 3' in html
    assert Example.objects.count() == 4
