"""The open mode is open to this computer alone: who is let in, who is refused, and when it does not come up at all."""

import pytest

from trainingcenter.tests.servers import manage, run

EXAMPLE = {"instruction": "What is a twelve-step group?", "response": "People who help each other stay sober."}
FORWARDING = (
    "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix",
    "X-Forwarded", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "X-Cluster-Client-IP",
)  # fmt: skip


def is_refusal(answer, status):
    return (answer.status, answer.json["success"], answer.json["error"][-1]) == (status, False, ".")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_it_answers_to_the_names_of_this_computer(server, host):
    assert server.get("/api/health", Host=f"{host}:{server.port}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.com", "localhost.evil.com", "127.0.0.1.nip.io", "evil.localhost", "10.0.0.1", "0.0.0.0", "127.1", "",
        "localhost:3000@evil.com", "evil.com:3000@localhost", "localhost,evil.com", "localhost.", "localhost:abc",
        "[::]", "[::ffff:10.0.0.1]", "[fe80::1]", "[::1", "::1", "2130706433", "127.0.0.2",
    ],
)  # fmt: skip
def test_it_refuses_any_other_host(server, host):
    assert is_refusal(server.get("/api/health", Host=host), 400)


@pytest.mark.parametrize(
    "hosts", [b"Host: localhost\r\nHost: evil.com\r\n", b"Host: evil.com\r\nHost: localhost\r\n", b""]
)
def test_it_refuses_two_hosts_and_none(server, hosts):
    assert is_refusal(server.raw(b"GET /api/health HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n"), 400)


@pytest.mark.parametrize("path", ["/", "/training.html", "/admin/", "/static/admin/css/base.css", "/nowhere"])
def test_it_refuses_a_foreign_host_everywhere(server, path):
    answer = server.get(path, Host="evil.com")
    assert answer.status == 400
    assert "localhost only" in answer.body.decode()


@pytest.mark.parametrize("name", FORWARDING)
def test_it_refuses_what_came_through_a_proxy(server, name):
    answer = server.get("/api/health", **{name: ""})
    assert is_refusal(answer, 403)
    assert "proxy" in answer.json["error"]


def test_it_refuses_a_peer_that_is_not_this_computer(client):
    answer = client.get("/api/health", headers={"host": "localhost"}, REMOTE_ADDR="192.168.1.20")
    assert (answer.status_code, answer.json()["success"]) == (403, False)


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://evil.com",
        "http://localhost",
        "http://localhost:1",
        "http://127.0.0.1:{port}",
        "https://localhost:{port}",
    ],
)
def test_it_refuses_a_change_from_another_origin(server, origin):
    answer = server.post("/api/training/add-example", EXAMPLE, Origin=origin.format(port=server.port))
    assert is_refusal(answer, 403)


def test_it_takes_a_change_from_its_own_pages(server):
    own = {"Origin": f"http://localhost:{server.port}", "Sec_Fetch_Site": "same-origin"}
    assert server.post("/api/training/add-example", EXAMPLE, **own).status == 200


def test_it_takes_a_change_from_a_program(server):
    assert server.post("/api/training/add-example", EXAMPLE).status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/training/add-example"), ("POST", "/api/training/clear"), ("DELETE", "/api/training/examples/0"),
        ("GET", "/api/training/examples"), ("GET", "/api/examples/"), ("GET", "/%61pi/training/stats"),
        ("GET", "//api/training/stats"), ("HEAD", "/api/training/stats"),
    ],
)  # fmt: skip
def test_it_refuses_what_another_site_asks_of_the_api(server, method, path, site):
    assert server.ask(method, path, Sec_Fetch_Site=site).status == 403


def test_it_lets_a_link_from_another_site_lead_to_a_page(server):
    assert server.get("/training.html", Sec_Fetch_Site="cross-site").status == 200


def test_a_refused_request_changes_nothing(server):
    before = server.get("/api/training/stats").json["stats"]["total_examples"]
    server.post("/api/training/add-example", EXAMPLE, Origin="http://evil.com")
    server.post("/api/training/clear", Sec_Fetch_Site="cross-site")
    assert server.get("/api/training/stats").json["stats"]["total_examples"] == before


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/training.html",
        "/nowhere",
        "/api/training/stats",
        "/api/nothing",
        "/api/docs/",
        "/admin/login/",
        "/static/admin/css/base.css",
    ],
)
def test_every_answer_forbids_framing_guessing_and_foreign_scripts(server, path):
    headers = server.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy


@pytest.mark.parametrize(
    "path", ["/training.html", "/api/training/stats", "/api/training/add-example", "/static/admin/css/base.css"]
)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_it_never_sends_a_cors_header(server, method, path):
    asked = {"Origin": "http://evil.com", "Access_Control_Request_Method": "POST"}
    answer = server.ask(method, path, **asked)
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("path", ["/api/examples/empty-trash/", "/api/tokens/"])
def test_what_acts_for_good_needs_an_account_in_the_api(server, path):
    assert is_refusal(server.post(path), 401)


@pytest.mark.parametrize("path", ["/training/trash/empty/", "/admin/", "/admin/examples/example/"])
def test_what_acts_for_good_leads_to_signing_in(server, path):
    answer = server.get(path)
    assert answer.status == 302
    assert "/login/?next=" in answer.headers["Location"]


@pytest.mark.django_db
def test_emptying_the_trash_by_its_form_needs_an_account(client, make_removed):
    answer = client.post("/training/trash/empty/", headers={"host": "localhost"})
    assert answer.status_code == 302
    assert make_removed.in_trash().count() == 1


@pytest.fixture
def make_removed():
    from examples.models import Example

    Example(**EXAMPLE).add().remove()
    return Example.everything


@pytest.mark.parametrize(
    "settings",
    [
        {"BIND": "0.0.0.0"}, {"BIND": "::"}, {"BIND": "192.168.1.20"}, {"ALLOWED_HOSTS": "*"},
        {"ALLOWED_HOSTS": "localhost, *"}, {"ALLOWED_HOSTS": ".example.com"}, {"ALLOWED_HOSTS": ""},
        {"ALLOWED_HOSTS": "http://training.example"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["serve", "check", "wsgi"])
def test_it_does_not_come_up_open_to_others(tmp_path, way, settings):
    doors = {
        "serve": ("manage.py", "serve"),
        "check": ("manage.py", "check"),
        "wsgi": ("-c", "import trainingcenter.wsgi"),
    }
    ended = run(tmp_path, *doors[way], **settings)
    name, value = next(iter(settings.items()))
    assert ended.returncode == 1
    assert name in ended.stderr and value.split(", ")[-1] in ended.stderr


def test_serving_the_wrong_way_is_told_without_a_traceback(tmp_path):
    assert "Traceback" not in manage(tmp_path, "serve", BIND="0.0.0.0").stderr
