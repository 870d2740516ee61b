"""Numbers, pictures, the download and the first steps, as a person without JavaScript meets them."""

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import chain
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.http import QueryDict

from examples import charts, formats, samples, stats
from examples.forms import FilterForm
from examples.models import Example, Import
from examples.tests.making import make_example
from examples.views.dashboard import pictures

pytestmark = pytest.mark.django_db
ANSWER = "Wear comfortable clothes and bring somebody who takes you home afterwards."
HTMX = {"HX-Request": "true"}
QUERIES = 12


def add(number, **values):
    return make_example(**{"instruction": f"Question {number}?", "response": ANSWER, **values})


def page(client, address="/training/dashboard/", **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def fitting(address):
    """Return how many examples the list shows at an address."""
    form = FilterForm(QueryDict(urlsplit(address).query))
    assert form.is_valid(), form.errors
    return Example.objects.matching(form.cleaned_data).count()


@pytest.fixture
def mixed():
    """Thirty examples at the edges of what the pictures group by, one in the trash and one of an unfinished import."""
    now = datetime.now(UTC)
    for number, length in enumerate((1, 49, 50, 249, 250, 1000, 2999, 3000, 3001, 4000, 8193, 20_000)):
        add(number, response="a" * length, tags="safety", created_at=now - timedelta(days=number * 9))
    for number in range(12, 24):
        tags = ("Übung", "übung", "SAFETY safety", "100% a_b")[number % 4]
        add(number, context=("First visit", "a\nb", "<b>&amp;+#", "long " * 40)[number % 4], tags=tags)
    for number in range(24, 30):
        add(number).approve()
    add(30).reject()
    add(31).remove()
    running = Import.objects.create(name="running.jsonl")
    add(32, source_id=running.pk, tags="safety", context="First visit")


# The numbers on top


def test_it_says_how_many_are_missing(client):
    add(1)
    html = " ".join(page(client).split())
    assert "99 more to the minimum of 100." in html and "499 more to the recommended 500." in html
    assert html.count("○ Not yet") == 2 and html.count("✓ Met") == 1


def test_it_ticks_what_is_met(client, monkeypatch):
    monkeypatch.setattr(stats, "MINIMUM", 1)
    monkeypatch.setattr(stats, "RECOMMENDED", 2)
    add(1, response="Too short")
    html = page(client)
    assert "1 more to the recommended 2" in html and "50 % ready" in html
    assert html.count("✓ Met") == 1 and "1 does not" in html


def test_it_gives_the_numbers_alone_and_the_page_without_htmx(client):
    assert client.get("/training/numbers/", headers=HTMX).content.count(b'id="numbers"') == 1
    assert client.get("/training/numbers/")["Location"] == "/training/dashboard/"


# The pictures


@pytest.mark.parametrize("trainer", ["", "axolotl", "nobody"])
def test_each_number_is_that_of_the_examples_behind_it(client, mixed, trainer):
    html = page(client, f"/training/dashboard/?trainer={trainer}", **HTMX).partition('id="figures"')[0]
    html = re.sub(r'<title>.*?</title>|<span class="(label|quiet)[^>]*>.*?</span>', "", html, flags=re.DOTALL)
    links = re.findall(r'<a [^>]*href="([^"]*#list)"[^>]*>(.*?)</a>', html, re.DOTALL)
    assert len(links) > 60
    for address, words in links:
        shown = re.search(r"[\d,]+", re.sub(r"<[^>]*>", "", words))[0]
        assert int(shown.replace(",", "")) == fitting(unescape(address)), unescape(address)


def test_each_bar_stands_for_the_examples_behind_it(mixed):
    context = pictures("axolotl")
    bars = [bar for name in ("lengths", "growth", "tokens", "statuses", "tags", "contexts")
            for bar in context[name].bars if bar.address]  # fmt: skip
    assert len(bars) > 20 and all(bar.number == fitting(bar.address) for bar in bars)
    for name in ("lengths", "tokens", "statuses"):
        assert sum(bar.number for bar in context[name].bars) == 31


def test_its_pictures_are_whole_and_say_what_they_show(client, mixed):
    drawn = re.findall(r"<svg.*?</svg>", page(client), re.DOTALL)
    assert len(drawn) > 10
    for text in drawn:
        svg = ElementTree.fromstring(text)
        named = svg.get("aria-labelledby")
        assert svg.get("aria-hidden") == "true" or f'id="{named}"' in page(client)
        for link in svg.iter("a"):
            assert link.find("title").text.strip()
        assert all(value != "nan%" and not value.startswith("-") for rect in svg.iter("rect")
                   for name, value in rect.items() if name in ("x", "y", "width", "height"))  # fmt: skip


def test_it_names_the_marks(client, mixed):
    html = page(client)
    assert "50, the least" in html and "3,000, the most" in html and "100, the minimum" in html
    assert "1,024: TRL cuts here" in html
    assert "512: axolotl cuts here" in page(client, "/training/dashboard/?trainer=axolotl")


def test_it_counts_what_a_trainer_would_cut(client):
    add(1, response="a" * (4096 - len("Question 1?")))
    assert "All fit into the 1,024 tokens" in page(client)
    add(2, response="a" * (4097 - len("Question 2?")))
    assert ">1 of 2</a> is longer than the 1,024 tokens that TRL keeps" in page(client)


def test_the_limits_of_the_trainers_fall_into_whole_groups(settings):
    assert all(limit % stats.TOKEN_GROUPS == 0 for _name, limit in settings.TRAINERS.values())


@pytest.mark.parametrize("number", [0, 1])
def test_it_has_words_for_none_and_draws_one(client, number):
    for one in range(number):
        add(one)
    html = page(client)
    assert ("Load ten sample examples" in html) != bool(number) and html.count("<figure") == 6 * number


def test_it_shows_hostile_tags_and_contexts_as_text(client):
    add(1, tags="<script>alert(1)</script>", context="<img src=x> \u202e")
    add(2, tags="t" * 5000)
    html = page(client)
    assert "<script>alert" not in html and "<img" not in html and "t" * 100 not in html


@pytest.mark.parametrize(
    "days, unit, number",
    [(0, "day", 1), (15, "day", 16), (16, "week", 3), (100, "week", 15), (130, "month", 5), (600, "quarter", 7),
     (3000, "year", 9), (100_000, "year", 16)],
)  # fmt: skip
def test_it_takes_days_weeks_or_months_as_fits(days, unit, number):
    last = date(2026, 11, 23)
    found, starts = stats.periods(last - timedelta(days=days), last)
    assert found == unit and abs(len(starts) - number) <= 1 and len(starts) <= stats.MOST_PERIODS
    assert starts == sorted(set(starts))


def test_a_wrong_year_hides_nothing(client):
    for year in (1, 2020, 9999):
        add(year, created_at=datetime(year, 12, 31, 23, 59, tzinfo=UTC))
    bars = charts.growth(*stats.growth()).bars
    assert bars[-1].number == 3 and all(bar.number == fitting(bar.address) for bar in bars if bar.address)


def test_its_number_of_queries_does_not_grow(client, mixed, django_assert_max_num_queries):
    for number in range(100, 130):
        add(number, tags=f"tag-{number}", context=f"Context {number}")
    with django_assert_max_num_queries(QUERIES):
        page(client)


def test_it_counts_tags_in_any_case_and_each_once_an_example(mixed, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert {tag.lower(): number for tag, number in stats.largest_tags()}["safety"] == 15


# Download


def downloaded(client, **query):
    answer = client.get("/training/download/", query)
    assert answer.status_code == 200
    return answer, b"".join(answer.streaming_content)


def questions(content, name):
    reading = formats.open_file(io.BytesIO(content), name)
    return [found.instruction for _row, found in reading.rows()]


def test_it_downloads_the_filter_of_the_list(client):
    add(1, tags="safety")
    add(2)
    _answer, content = downloaded(client, format="jsonl", which="filter", tag="safety")
    assert questions(content, "jsonl") == ["Question 1?"]


def test_it_offers_the_filter_only_while_filtering(client):
    add(1, tags="safety")
    assert 'value="filter"' not in page(client, "/training.html")
    html = page(client, "/training.html?tag=safety")
    assert 'value="filter"' in html and '<input type="hidden" name="tag" value="safety">' in html


def test_it_reads_the_filter_from_the_address_bar(client):
    add(1, tags="safety")
    now = {**HTMX, "HX-Current-URL": "http://localhost:3000/training.html?tag=safety"}
    html = page(client, "/training/download/filter/?which=filter", **now)
    assert "Tagged “safety”" in html and "checked" in html
    now["HX-Current-URL"] = "http://localhost:3000/training.html"
    assert 'value="filter"' not in page(client, "/training/download/filter/", **now)


@pytest.mark.parametrize("name", formats.every())
def test_it_downloads_each_format_in_parts(client, name):
    for number in range(60):
        add(number)
    answer, content = downloaded(client, format=name, split="80/10/10", seed="7")
    assert re.search(r'filename="[\w-]+-80-10-10-seed-7.zip"', answer["Content-Disposition"])
    bundle = zipfile.ZipFile(io.BytesIO(content))
    ending = formats.named(name).filename.rsplit(".", 1)[1]
    assert bundle.namelist() == [f"train.{ending}", f"validation.{ending}", f"test.{ending}"]
    parts = [questions(bundle.read(part), name) for part in bundle.namelist()]
    assert sorted(chain(*parts)) == sorted(f"Question {number}?" for number in range(60))
    assert [len(part) for part in parts] == [48, 6, 6]


@pytest.mark.parametrize(
    "query, sentence",
    [
        ({"which": "approved"}, "There are no examples to download"),
        ({"split": "90/5/5"}, "the part “validation” would be empty"),
        ({"split": "50/5"}, "Write two or three shares that add up to 100"),
        ({"split": "90/5/5", "seed": "x"}, "The seed must be a whole number"),
        ({"which": "filter", "since": "soon"}, "Write a date"),
        ({"format": "word"}, "There is no format “word”"),
    ],
)
def test_it_says_on_the_page_why_it_gives_nothing(client, query, sentence):
    add(1)
    answer = client.get("/training/download/", query, follow=True)
    assert sentence in answer.content.decode() and answer.redirect_chain[0][0].endswith("#download")


def test_it_says_that_it_is_early_under_the_minimum(client, monkeypatch):
    add(1)
    assert "This is early" in page(client, "/training.html")
    monkeypatch.setattr(stats, "MINIMUM", 1)
    assert "This is early" not in page(client, "/training.html")


def test_it_says_where_the_data_would_go(client):
    add(1)
    assert 'href="/training/guide/#fine-tuning"' in page(client, "/training.html")
    for address in ("/training.html", "/training/guide/"):
        html = page(client, address)
        hosts = re.findall(r'<a [^>]*href="https://([^/"]+)[^>]*rel="noopener noreferrer"', html)
        assert hosts == ["huggingface.co", "colab.research.google.com"]
        assert html.count("your data leaves this computer") == 2 and "has not maintained AutoTrain" in html


# The first steps


def test_it_loads_ten_samples_once_and_takes_them_away_with_a_way_back(client):
    for _ in range(2):
        client.post("/training/samples/")
    assert Example.objects.count() == Example.objects.tagged("sample").count() == 10
    assert Import.objects.count() == 1
    own = add(1, tags="sample")
    answer = client.post("/training/samples/remove/", follow=True)
    assert list(Example.objects.all()) == [own]
    client.post("/training/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', answer.content.decode())[1]})
    assert Example.objects.count() == 11


def test_it_loads_the_samples_again_after_they_were_removed(client):
    client.post("/training/samples/")
    client.post("/training/samples/remove/")
    client.post("/training/samples/")
    assert Example.objects.count() == 10


def test_the_samples_are_such_as_the_checks_and_the_guide_ask_for():
    found = json.loads(samples.FILE.read_text())["examples"]
    assert len(found) == len({one["instruction"] for one in found}) == 10
    for one in found:
        assert stats.SHORTEST <= len(one["response"]) <= stats.LONGEST and one["tags"].split()[0] == samples.TAG
        assert not re.search(r"\d\s*(mg|ml|milligram)", one["response"])


def test_it_greets_where_there_is_nothing(client):
    html = page(client, "/training.html")
    assert "Welcome" in html and "Load ten sample examples" in html and 'href="/training/guide/"' in html
