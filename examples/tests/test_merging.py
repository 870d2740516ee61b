"""Deciding on near duplicates, on the pages and by the API."""

import pytest

from examples import clusters, merging, scanning
from examples.models import Cluster, Event, Example, Member
from examples.tests.making import make_example
from examples.tests.test_duplicates import ANSWER, OTHER, QUESTION, changed, groups

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Three examples that say nearly the same."""
    made = [
        make_example(instruction=QUESTION, response=changed(ANSWER, place), tags=tags)
        for place, tags in ((3, "rest Home"), (9, "home day"), (12, ""))
    ]
    clusters.catch_up()
    return made


def only():
    return Cluster.objects.get()


def act(client, verb, **values):
    cluster = only()
    values = {"verb": verb, "version": cluster.version, "next": "/duplicates/", **values}
    return client.post(f"/duplicates/{cluster.pk}/act/", values, follow=True)


def undo(client, response):
    """Press the Undo of the page's message."""
    word = response.content.decode().partition('name="undo" value="')[2].partition('"')[0]
    return client.post("/training/undo/", {"undo": word, "next": "/duplicates/"}, follow=True)


def live():
    return list(Example.objects.order_by("id").values_list("id", flat=True))


# The page


def test_it_shows_them_side_by_side_with_the_words_that_differ(client, three):
    html = client.get("/duplicates/").content.decode()
    assert "3 examples" in html
    assert "<del>" in html
    assert "<ins>otherwise</ins>" in html
    assert html.count("The same as in the first") == 2  # the questions


def test_hostile_text_is_shown_as_text(client):
    for place in (3, 9):
        make_example(
            instruction=f"<script>alert(1)</script> {QUESTION}", response=changed(ANSWER, place, by="<b>\u202e")
        )
    clusters.catch_up()
    cluster = only()
    for page in ("/duplicates/", f"/duplicates/{cluster.pk}/", f"/duplicates/{cluster.pk}/merge/"):
        html = client.get(page).content.decode()
        assert "<script>alert" not in html
        assert "<b>" not in html
        assert "&lt;script&gt;" in html


def test_the_largest_come_first_and_pages_go_on(client):
    for number in range(23):
        words = " ".join(f"word{number}x{place}" for place in range(20))
        for copy in range(2 + (number == 20)):
            make_example(instruction=f"Question {words}", response=f"{words} {copy}")
    clusters.catch_up()
    seen, page = [], "/duplicates/"
    while page:
        html = client.get(page).content.decode()
        found = [int(part.partition('"')[0]) for part in html.split('id="cluster-')[1:]]
        seen.append(found)
        page = html.partition('rel="next" href="')[2].partition('"')[0]
        page = page and f"/duplicates/{page}".replace("&amp;", "&")
    assert [len(found) for found in seen] == [10, 10, 3]
    assert Cluster.objects.get(size=3).pk == seen[0][0]
    assert len({pk for found in seen for pk in found}) == 23


def test_its_number_of_queries_does_not_grow(client, three, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/duplicates/")
    for number in range(12):
        words = " ".join(f"word{number}x{place}" for place in range(20))
        for copy in range(6):
            make_example(instruction=f"Question {words}", response=f"{words} {copy}")
    clusters.catch_up()
    with django_assert_max_num_queries(8):
        client.get("/duplicates/")


@pytest.mark.parametrize("place", ["after=x", "before=WzFd", "from=x"])
def test_an_address_that_leads_nowhere_is_no_failure(client, three, place):
    assert client.get(f"/duplicates/?{place}").status_code in (200, 404)
    assert client.get(f"/duplicates/{only().pk}/?{place}").status_code == 200


def test_a_large_cluster_is_read_on_a_page_of_its_own(client):
    for number in range(30):
        make_example(instruction=QUESTION, response=changed(ANSWER, number))
    clusters.catch_up()
    html = client.get("/duplicates/").content.decode()
    assert "26 more of them" in html
    first = client.get(f"/duplicates/{only().pk}/").content.decode()
    following = first.partition('rel="next" href="')[2].partition('"')[0]
    assert first.count('class="twin"') == 24
    assert client.get(following).content.decode().count('class="twin"') == 6


# Keep one, keep all


def test_keeping_one_moves_the_others_to_the_trash_and_can_be_undone(client, three):
    response = act(client, "keep-one", keep=three[1].pk)
    assert "In the trash now: 2 examples." in response.content.decode()
    assert live() == [three[1].pk]
    assert "No duplicates" in response.content.decode()
    undo(client, response)
    assert live() == [one.pk for one in three]
    assert groups() == [[one.pk for one in three]]


def test_it_decides_whatever_the_version_is(client, three):
    Cluster.objects.update(version=-5)
    html = client.get("/duplicates/").content.decode()
    assert 'name="version" value="-5"' in html
    act(client, "keep-one", keep=three[0].pk)
    assert live() == [three[0].pk]


def test_nothing_is_done_where_another_came_meanwhile(client, three):
    version = only().version
    clusters.compare(make_example(instruction=QUESTION, response=changed(ANSWER, 15)).pk)
    response = act(client, "keep-one", keep=three[0].pk, version=version)
    assert "changed meanwhile" in response.content.decode()
    assert len(live()) == 4


def test_one_that_is_not_among_them_cannot_be_kept(client, three):
    other = make_example(instruction="Is it cold?", response=OTHER)
    response = act(client, "keep-one", keep=other.pk)
    assert "not among these" in response.content.decode()
    assert len(live()) == 4


def test_a_rejected_one_is_not_kept_in_the_place_of_approved_ones(client, three):
    three[0].reject()
    three[1].approve()
    html = act(client, "keep-one", keep=three[0].pk).content.decode()
    assert f"Example {three[0].pk} is rejected, and 1 approved example would go to the trash" in html
    answer = call(client, "keep-one", {"keep": three[0].pk})
    assert answer.status_code == 400 and "is rejected" in answer.json()["error"]
    answer = call(client, "merge", {"into": three[0].pk, "others": [three[1].pk]})
    assert answer.status_code == 400 and len(live()) == 3
    act(client, "keep-one", keep=three[1].pk)
    assert live() == [three[1].pk]


def test_it_says_that_approved_ones_went_for_a_new_one(client, three):
    three[1].approve()
    response = act(client, "keep-one", keep=three[0].pk)
    assert "In the trash now: 2 examples. 1 of them was approved." in response.content.decode()
    undo(client, response)
    assert len(live()) == 3


def test_what_was_kept_is_shown_no_more_unless_another_comes(client, three):
    act(client, "keep-all")
    assert groups() == []
    assert "near_repeat" not in str(client.get("/api/examples/?finding=near_repeat").json()["results"])
    clusters.catch_up()
    assert groups() == []
    another = make_example(instruction=QUESTION, response=changed(ANSWER, 15))
    clusters.catch_up()
    assert groups() == [[*(one.pk for one in three), another.pk]]
    another.remove()
    clusters.catch_up()
    assert groups() == []


def test_a_scan_remembers_what_was_kept(client, three):
    act(client, "keep-all")
    scanning.scan(0.99)
    scanning.scan()
    assert groups() == []
    assert Cluster.objects.shown(kept=True).count() == 1


def test_keeping_all_can_be_undone_at_once_and_later(client, three):
    undo(client, act(client, "keep-all"))
    assert len(groups()) == 1
    act(client, "keep-all")
    assert "kept as it is" in client.get("/duplicates/").content.decode()
    assert "Decide once more" in client.get("/duplicates/?kept=yes").content.decode()
    act(client, "show-again")
    assert len(groups()) == 1


# Merge


def merge(client, three, **values):
    cluster = only()
    page = f"/duplicates/{cluster.pk}/merge/"
    assert client.get(page).status_code == 200
    values = {
        "ids": [one.pk for one in three],
        "version": cluster.version,
        "into": three[0].pk,
        "response": three[1].pk,
        "tags": "rest home day",
        **values,
    }
    return client.post(page, values, follow=True)


def test_a_merge_takes_the_chosen_text_and_joins_the_tags(client, three):
    html = client.get(f"/duplicates/{only().pk}/merge/").content.decode()
    assert 'value="rest Home day"' in html
    merge(client, three)
    assert live() == [three[0].pk]
    example = Example.objects.get()
    assert example.response == three[1].response
    assert example.tags == "rest home day"
    assert groups() == []


def test_a_merge_takes_words_of_ones_own(client, three):
    merge(client, three, response="own", response_own="Rest.\r\nDrink water.")
    assert Example.objects.get().response == "Rest.\nDrink water."


def test_a_blank_of_ones_own_is_told_and_nothing_is_done(client, three):
    response = merge(client, three, response="own", response_own=" ")
    assert response.status_code == 400
    assert "This is blank" in response.content.decode()
    assert len(live()) == 3


def test_a_merge_is_in_the_history_of_all_and_can_be_undone(client, three):
    response = merge(client, three)
    assert [event.kind for event in three[0].events.all()] == ["edited", "merged"]
    assert [event.changes for event in Event.objects.filter(example=three[2])] == [{"into": three[0].pk}]
    assert f"/training/examples/{three[1].pk}/" in client.get(f"/training/examples/{three[0].pk}/").content.decode()
    undo(client, response)
    assert [one.response for one in Example.objects.order_by("id")] == [one.response for one in three]
    assert [one.tags for one in Example.objects.order_by("id")] == ["rest Home", "home day", ""]
    assert groups() == [[one.pk for one in three]]


def test_undoing_a_merge_leaves_a_later_edit_alone(client, three):
    response = merge(client, three)
    Example.objects.get().edit(response=OTHER)
    undo(client, response)
    assert Example.objects.get(pk=three[0].pk).response == OTHER
    assert len(live()) == 3


def test_only_some_of_them_can_be_merged(client, three):
    merge(client, three[:2])
    assert live() == [three[0].pk, three[2].pk]


@pytest.mark.parametrize("wrong", [{"ids": [0]}, {"version": 0}, {"into": "x"}, {"response": "999"}, {"tags": "\x00"}])
def test_a_form_that_does_not_fit_changes_nothing(client, three, wrong):
    assert merge(client, three, **wrong).status_code == 400
    assert len(live()) == 3


def test_a_cluster_that_is_gone_leads_back(client, three):
    cluster = only()
    act(client, "keep-one", keep=three[0].pk)
    assert "changed meanwhile" in client.get(f"/duplicates/{cluster.pk}/merge/", follow=True).content.decode()
    assert client.get(f"/duplicates/{cluster.pk}/act/").status_code == 302
    assert client.get("/duplicates/999/").status_code == 404


# The API


def call(client, verb, body):
    return client.post(f"/api/duplicates/{only().pk}/{verb}/", body, content_type="application/json")


def test_the_api_lists_clusters_with_their_members(client, three):
    [found] = client.get("/api/duplicates/").json()["results"]
    assert [member["id"] for member in found["members"]] == [one.pk for one in three]
    assert (found["size"], found["wordings"], found["kept"]) == (3, 3, False)
    one = client.get(f"/api/duplicates/{found['id']}/?after_id={three[0].pk}").json()
    assert [member["id"] for member in one["members"]] == [one.pk for one in three[1:]]


def test_the_api_keeps_one(client, three):
    assert call(client, "keep-one", {"keep": three[2].pk}).json() == {"success": True, "kept": 1, "removed": 2}
    assert live() == [three[2].pk]


def test_the_api_keeps_all(client, three):
    assert call(client, "keep-all", {"version": only().version}).json()["kept"] == 3
    assert client.get("/api/duplicates/").json()["results"] == []
    assert len(client.get("/api/duplicates/?kept=true").json()["results"]) == 1


def test_the_api_merges(client, three):
    body = {"into": three[0].pk, "others": [three[1].pk], "texts": {"response": OTHER}}
    answer = call(client, "merge", body).json()
    assert answer["removed"] == 1
    assert (answer["example"]["response"], answer["example"]["tags"]) == (OTHER, "rest Home day")
    assert live() == [three[0].pk, three[2].pk]


def test_the_api_tells_what_is_open_in_what_it_merges_and_shows(client, three):
    three[0].edit(None, context="MRN 00482913")
    [cluster] = client.get("/api/duplicates/").json()["results"]
    for member in cluster["members"]:
        assert member["findings"] == client.get(f"/api/examples/{member['id']}/").json()["findings"]
    assert cluster["members"][0]["findings"]
    body = {"into": three[0].pk, "others": [three[1].pk], "texts": {"response": f"{OTHER} Call 415-555-0137."}}
    found = call(client, "merge", body).json()["example"]["findings"]
    assert {"check": "privacy", "severity": "review", "tier": "sure", "number": 2} in found


@pytest.mark.parametrize(
    ("verb", "body", "status"),
    [
        ("keep-one", {}, 400),
        ("keep-one", {"keep": 0}, 400),
        ("keep-one", [], 400),
        ("keep-one", {"keep": "1"}, 400),
        ("keep-all", {"version": -1}, 409),
        ("keep-all", {"version": "x"}, 400),
        ("merge", {"into": 1, "others": []}, 400),
        ("merge", {"into": 1, "others": [999]}, 400),
        ("merge", {"into": 1, "others": [2], "texts": {"note": "x"}}, 400),
        ("merge", {"into": 1, "others": [2], "texts": {"response": " "}}, 400),
        ("merge", {"into": 1, "others": [2], "texts": {"response": 5}}, 400),
        ("merge", {"into": 1, "others": [2], "tags": 5}, 400),
    ],
)
def test_the_api_says_what_is_wrong_and_does_nothing(client, three, verb, body, status):
    ids = dict(zip((1, 2), (one.pk for one in three), strict=False))
    if isinstance(body, dict):
        body = {name: ids.get(value, value) if name == "into" else value for name, value in body.items()}
        body = {
            name: [ids.get(one, one) for one in value] if name == "others" else value for name, value in body.items()
        }
    answer = call(client, verb, body)
    assert answer.status_code == status, answer.json()
    assert answer.json()["error"]
    assert len(live()) == 3


def test_adding_by_the_api_compares_at_once(client, three):
    body = {"instruction": QUESTION, "response": changed(ANSWER, 15)}
    client.post("/api/training/add-example", body, content_type="application/json")
    assert len(groups()[0]) == 4


def test_adding_on_the_page_says_which_one_is_nearly_the_same(client, three):
    html = client.post("/training/add/", {"instruction": QUESTION, "response": changed(ANSWER, 15)}, follow=True)
    assert "says nearly the same" in html.content.decode()


def test_an_edit_on_the_page_compares_at_once(client, three):
    values = {"instruction": QUESTION, "response": OTHER, "etag": three[0].etag}
    client.post(f"/training/examples/{three[0].pk}/edit/", values)
    assert groups() == [[one.pk for one in three[1:]]]


def test_what_is_deleted_for_good_leaves_its_cluster(three):
    Example.objects.filter(pk=three[0].pk).remove()
    Example.everything.in_trash().delete_for_good()
    assert not Member.objects.filter(example=three[0].pk).exists()
    assert groups() == [[one.pk for one in three[1:]]]


def test_in_the_shared_mode_it_says_who_merged(alice, three):
    merging.merge(only(), three[0].pk, [three[1].pk], {}, by=alice)
    assert Event.objects.filter(kind="merged", by=alice).count() == 2


def test_words_that_were_written_and_not_chosen_are_not_lost(client, three):
    response = merge(client, three, response_own="Rest, and drink water.")
    assert response.status_code == 400
    assert "You wrote something here" in response.content.decode()
    assert "Rest, and drink water." in response.content.decode()
    assert len(live()) == 3
    assert merge(client, three, response_own=three[0].response).status_code == 200
