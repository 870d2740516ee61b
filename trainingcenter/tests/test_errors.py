"""Whatever comes in, what goes out is an answer: a 4xx with a sentence, JSON under /api/, and nothing left behind."""

import pytest

MULTIPART = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jsonl"\r\n\r\n'
LINE = b'{"instruction": "a", "response": "b"}\n'


def is_failure(answer, status):
    told = answer.json
    return answer.status == status and told["success"] is False and "Traceback" not in told["error"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b"NaN", b"[" * 200_000, b"[" * 200_000 + b"]" * 200_000,
        b'{"x": ' * 200_000, b'{"instruction": 1, "response": "b"}', b'{"instruction": "a", "response": ["b"]}',
        b'{"instruction": "a", "response": "\\u0000"}', b'{"instruction": "a", "response": "\\ud800"}',
        b'{"instruction": "a", "response": "b", "x": ' + b"[" * 1000 + b"]" * 1000 + b"}",
    ],
    ids=range(15),
)  # fmt: skip
@pytest.mark.parametrize("path", ["/api/training/add-example", "/api/examples/"])
def test_a_wrong_body_is_refused(server, path, body):
    assert is_failure(server.post(path, body, Content_Type="application/json"), 400)


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "text/plain", ""])
def test_30_mb_of_text_are_too_large(server, kind):
    body = b'{"instruction": "a", "response": "%s"}' % (b"x" * (30 << 20))
    assert is_failure(server.post("/api/training/add-example", body, Content_Type=kind), 413)


def test_30_mb_in_a_form_are_too_large_for_a_page_too(server):
    page = server.get("/training.html")
    body = b"csrfmiddlewaretoken=%s&response=" % page.cookies["trainingcenter_csrf"].encode() + b"x" * (30 << 20)
    sent = {"Cookie": f"trainingcenter_csrf={page.cookies['trainingcenter_csrf']}"}
    assert server.post("/training/add/", body, Content_Type="application/x-www-form-urlencoded", **sent).status == 413


def test_a_length_beyond_every_limit_is_refused_before_it_is_sent(server):
    head = b"POST /api/training/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\n\r\n"
    assert is_failure(server.raw(head), 413)


def test_a_body_in_chunks_is_read(server):
    body = iter([b'{"instruction": "a",', b' "response": "in chunks"}'])
    answer = server.post("/api/training/add-example", body)
    assert (answer.status, answer.json["example"]["response"]) == (200, "in chunks")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"get /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /api/health HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"POST /api/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"POST /api/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        b"POST /api/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"POST /api/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST /api/health HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        b"GET /api/health HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_http_gets_a_sentence(server, data):
    answer = server.raw(data)
    assert 400 <= answer.status < 500
    assert is_failure(answer, answer.status)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/training/examples"), ("GET", "/api/training/add-example"), ("PUT", "/api/training/examples/0"),
        ("GET", "/api/training/clear"), ("POST", "/api/training/stats"), ("PATCH", "/api/training/upload"),
        ("DELETE", "/api/training/download/jsonl"), ("BREW", "/api/health"), ("DELETE", "/api/examples/"),
        ("OPTIONS", "/api/docs/"), ("POST", "/api/schema/"), ("TRACE", "/api/stats/"),
    ],
)  # fmt: skip
def test_a_wrong_method_is_refused(server, method, path):
    assert is_failure(server.ask(method, path), 405)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/nothing", "/api/training/", "/api/%00", "/api/%ff", "/api/x/../health"]
)
def test_an_unknown_address_of_the_api_is_not_found(server, method, path):
    assert is_failure(server.ask(method, path), 404)


@pytest.mark.parametrize("index", ["x", "1.5", "%00", "%ff", "%D9%A3", "1e3", "0?id=x", "0?id=%00"])
def test_an_index_that_is_no_number_is_refused(server, index):
    assert is_failure(server.ask("DELETE", f"/api/training/examples/{index}"), 400)


@pytest.mark.parametrize("index", ["-1", "1000000", "9" * 25, "9" * 5000])
def test_an_index_out_of_range_is_not_found(server, index):
    assert is_failure(server.ask("DELETE", f"/api/training/examples/{index}"), 404)


@pytest.mark.parametrize("name", ["%00", "%ff", "xml", "_format", "__class__", "%0a", "JSONL", "a" * 5000])
def test_an_unknown_format_is_refused_with_the_known_ones(server, name):
    answer = server.get(f"/api/training/download/{name}")
    assert is_failure(answer, 400)
    assert "jsonl" in answer.json["error"]


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "source=99999999999999999999", "source=x", "since=garbage", "since=0001-01-01T00:00:00%2B14:00",
        "since=9999-12-31T23:59:59-14:00", "after=garbage", "after=%00", "after=WzFd&order=longest", "before=W3RydWVd",
        "limit=-1", "limit=0", "limit=501", "limit=x", "order=x", "status=x", "tag=%00", "min_length=-1",
        "max_length=x", "&".join(["q=a"] * 3000),
    ],
    ids=lambda query: query[:20],
)  # fmt: skip
def test_a_wrong_filter_is_refused(server, query):
    assert is_failure(server.get(f"/api/examples/?{query}"), 400)


@pytest.mark.parametrize("place", ["/training.html", "/training/trash/", "/api/examples/", "/api/exports/jsonl/"])
@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%ff", "q=%22*(AND", "tag=%ff", "since=0001-01-01T00:00:00%2B14:00", "after=%ff", "%ff=%ff", "&&="],
)
def test_no_query_makes_it_fall_over(server, place, query):
    assert server.get(f"{place}?{query}").status < 500


@pytest.mark.parametrize(
    "query", ["split=1", "split=90/10&part=train&seed=" + "9" * 5000, "split=90/10&part=x", "context_in=x"]
)
def test_a_wrong_export_is_refused(server, query):
    server.post("/api/training/add-example", LINE)
    assert is_failure(server.get(f"/api/exports/jsonl/?{query}"), 400)


@pytest.mark.parametrize(
    "body",
    [
        {"verb": []}, {"verb": "approve"}, {"verb": "approve", "ids": [True]}, {"verb": "approve", "ids": [2**70]},
        {"verb": "approve", "filter": {"status": 5}}, {"verb": "approve", "filter": {"since": [1]}},
        {"verb": "approve", "filter": {"with_context": {}}}, {"verb": "delete", "filter": {"tag": {}}},
        {"verb": "delete", "filter": {"q": []}}, {"verb": "tag", "ids": [1], "tag": "\0"},
        {"verb": "approve", "ids": [1], "note": "\0"},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_wish_for_many_changes_none(server, body):
    assert is_failure(server.post("/api/examples/bulk/", body), 400)


def test_turns_that_nobody_counted_are_no_fault(server):
    history = [{"role": "user", "content": "Hello."}]
    body = {"instruction": "a", "response": "b", "history": history, "_turns": {"between": "x"}}
    assert server.post("/api/training/add-example", body).status < 500


def test_an_upload_that_is_cut_leaves_nothing(server):
    before = server.get("/api/stats/").json["stats"]["total_examples"]
    head = f"POST /api/training/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: {MULTIPART}\r\nContent-Length: 9000000\r\n\r\n"
    server.connect(head.encode() + PART + LINE * 50_000).close()
    assert server.get("/api/stats/").json["stats"]["total_examples"] == before
    assert (server.get("/api/imports/").json, list(server.temporary.iterdir())) == ([], [])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (MULTIPART, b""), (MULTIPART, PART + LINE), ("multipart/form-data", PART), (MULTIPART, PART + b"\r\n--x--\r\n"),
        ("application/json", LINE), (MULTIPART, (PART + LINE + b"\r\n") * 2 + b"--x--\r\n"),
    ],
    ids=["nothing", "no end", "no boundary", "empty file", "no form", "two files"],
)  # fmt: skip
def test_a_broken_upload_is_refused_and_leaves_nothing(server, kind, body):
    assert is_failure(server.post("/api/training/upload", body, Content_Type=kind), 400)
    assert (server.get("/api/imports/").json, list(server.temporary.iterdir())) == ([], [])


@pytest.mark.parametrize(
    "path", ["/", "/training.html", "/api/health", "/api/training/stats", "/api/docs/", "/static/admin/css/base.css"]
)
def test_head_answers_like_get_without_a_body(server, path):
    answer = server.ask("HEAD", path)
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize("path", ["/api/health", "/api/training/stats", "/api/training/examples", "/api/examples/"])
def test_options_tells_the_methods(server, path):
    assert "GET" in server.ask("OPTIONS", path).headers["Allow"]


@pytest.mark.parametrize("path", ["/api/schema/?format=x", "/api/training/stats?format=xml", "/api/examples/?format=x"])
def test_errors_are_json_whatever_form_is_asked_for(server, path):
    assert is_failure(server.get(path), 404)


def test_nothing_of_all_this_was_a_fault_of_ours(server):
    assert server.output.count("\n") == 2  # where to go, and how to stop it
