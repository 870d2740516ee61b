"""With another host name than this computer's, everybody signs in or sends a token."""

import base64
import re
import sqlite3
import urllib.parse

import pytest

from trainingcenter.tests.servers import Server, manage

SHARED = {"ALLOWED_HOSTS": "training.example", "HTTPS": "false"}
PASSWORD = "correct horse 9"
EXAMPLE = {"instruction": "a", "response": "b"}


class Shared(Server):
    """A shared instance that Alice has an account on."""

    def ask(self, method, path, body=None, **headers):
        return super().ask(method, path, body, **{"Host": "training.example", **headers})

    def sign_in(self, name, password):
        form = self.get("/accounts/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.body.decode())[1]
        body = urllib.parse.urlencode({"username": name, "password": password, "csrfmiddlewaretoken": token}).encode()
        kind = "application/x-www-form-urlencoded"
        return self.post("/accounts/login/", body, Content_Type=kind, Cookie=joined(form.cookies))

    def make_token(self, name="alice", password=PASSWORD):
        secret = base64.b64encode(f"{name}:{password}".encode()).decode()
        return self.post("/api/tokens/", Authorization=f"Basic {secret}")


def joined(cookies):
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    manage(folder, "migrate", "-v0", **SHARED)
    alice = {"DJANGO_SUPERUSER_USERNAME": "alice", "DJANGO_SUPERUSER_EMAIL": "alice@training.example"}
    manage(folder, "createsuperuser", "--noinput", DJANGO_SUPERUSER_PASSWORD=PASSWORD, **alice, **SHARED)
    with Shared(folder, **SHARED) as running:
        yield running


@pytest.fixture(scope="module")
def cookies(shared):
    """What Alice's browser holds after signing in."""
    return shared.sign_in("alice", PASSWORD).cookies


@pytest.fixture(scope="module")
def token(shared):
    return shared.make_token().json["token"]


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/training.html", "/training/trash/", "/training/imports/", "/training/download/"]
)
def test_a_page_leads_to_signing_in(shared, path):
    answer = shared.get(path)
    assert (answer.status, answer.headers["Location"]) == (302, f"/accounts/login/?next={path}")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/training/examples"), ("GET", "/api/training/stats"), ("GET", "/api/training/download/jsonl"),
        ("POST", "/api/training/add-example"), ("POST", "/api/training/clear"), ("POST", "/api/training/upload"),
        ("DELETE", "/api/training/examples/0"), ("GET", "/api/examples/"), ("GET", "/api/examples/1/"),
        ("POST", "/api/examples/bulk/"), ("GET", "/api/imports/"), ("GET", "/api/exports/jsonl/"),
        ("GET", "/api/stats/"), ("GET", "/api/schema/"), ("GET", "/api/docs/"), ("POST", "/api/examples/empty-trash/"),
    ],
)  # fmt: skip
def test_the_api_wants_to_know_who_it_is(shared, method, path):
    answer = shared.ask(method, path)
    assert (answer.status, answer.json["success"]) == (401, False)


def test_a_browser_at_the_page_of_the_api_is_led_to_signing_in(shared, cookies):
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    answer = shared.get("/api/docs/", **browser)
    assert (answer.status, answer.headers["Location"]) == (302, "/accounts/login/?next=/api/docs/")
    assert shared.get("/api/docs/", Cookie=joined(cookies), **browser).status == 200
    assert shared.get("/api/training/stats", **browser).status == 401


@pytest.mark.parametrize("path", ["/api/health", "/accounts/login/", "/static/admin/css/base.css"])
def test_health_signing_in_and_its_looks_are_open(shared, path):
    assert shared.get(path).status == 200


def test_an_unknown_address_of_the_api_is_a_404_for_a_stranger_too(shared):
    answer = shared.post("/api/nothing")
    assert (answer.status, answer.json["success"]) == (404, False)


def test_it_answers_to_the_listed_names_alone(shared):
    answer = shared.get("/api/health", Host="localhost")
    assert (answer.status, answer.json["success"]) == (400, False)
    assert "ALLOWED_HOSTS" in answer.json["error"]


def test_it_takes_what_a_proxy_hands_on(shared):
    assert shared.get("/api/health", X_Forwarded_For="203.0.113.7").status == 200


def test_signing_in_opens_the_pages_and_the_api(shared, cookies):
    assert shared.get("/training.html", Cookie=joined(cookies)).status == 200
    assert shared.get("/api/training/stats", Cookie=joined(cookies)).status == 200


def test_a_session_changes_nothing_without_its_csrf_token(shared, cookies):
    answer = shared.post("/api/training/add-example", EXAMPLE, Cookie=joined(cookies))
    assert (answer.status, answer.json["success"]) == (403, False)


def test_a_session_changes_things_with_its_csrf_token(shared, cookies):
    sent = {"Cookie": joined(cookies), "X_CSRFToken": cookies["trainingcenter_csrf"]}
    assert shared.post("/api/training/add-example", EXAMPLE, **sent).status == 200


def test_signing_in_leads_to_no_other_site(shared):
    assert shared.sign_in("alice", PASSWORD).headers["Location"] == "/training.html"


def test_five_wrong_passwords_lock_the_name_out(shared):
    statuses = [shared.sign_in("bob", "wrong").status for _ in range(6)]
    assert statuses == [200, 200, 200, 200, 429, 429]


def test_five_wrong_passwords_for_a_token_lock_the_name_out(shared):
    answers = [shared.make_token("carol", "wrong") for _ in range(6)]
    assert [answer.status for answer in answers] == [401, 401, 401, 401, 429, 429]
    assert not answers[-1].json["success"]


def test_a_token_opens_the_api(shared, token):
    assert shared.get("/api/training/stats", Authorization=f"Token {token}").status == 200


def test_a_token_needs_no_csrf_token(shared, token):
    assert shared.post("/api/training/add-example", EXAMPLE, Authorization=f"Token {token}").status == 200


@pytest.mark.parametrize(
    "sent", [b"Token unknown", b"Token", b"Token a b", b"Token \xff\xfe", b"Bearer x", b"Basic !!!"]
)
def test_what_is_no_token_opens_nothing(shared, sent):
    answer = shared.get("/api/training/stats", Authorization=sent)
    assert (answer.status, answer.json["success"]) == (401, False)


def test_a_token_is_kept_as_a_digest_only(shared, token):
    database = sqlite3.connect(shared.data / "trainingcenter.sqlite3")
    (kept,) = database.execute("SELECT COUNT(*) FROM knox_authtoken").fetchone()
    dump = "\n".join(database.iterdump())
    database.close()
    assert kept and token not in dump


def test_a_token_that_is_taken_back_opens_nothing(shared):
    sent = {"Authorization": f"Token {shared.make_token().json['token']}"}
    assert shared.ask("DELETE", "/api/tokens/current/", **sent).status == 204
    assert shared.get("/api/training/stats", **sent).status == 401


def test_djangos_own_check_of_a_deployment_finds_nothing(tmp_path):
    settings = {"ALLOWED_HOSTS": "training.example"}  # with the secret key that it makes
    ended = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **settings)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_it_sends_cookies_over_https_alone(tmp_path):
    with Shared(tmp_path, ALLOWED_HOSTS="training.example", BEHIND_PROXY="true") as running:
        cookies = running.get("/accounts/login/", X_Forwarded_Proto="https").headers.get_all("Set-Cookie")
        plain = running.get("/accounts/login/")
    assert cookies and all("; Secure" in cookie for cookie in cookies)
    assert (plain.status, plain.headers["Location"]) == (301, "https://training.example/accounts/login/")


def test_it_asks_for_https_on_its_own_host_alone(tmp_path):
    with Shared(tmp_path, ALLOWED_HOSTS="training.example", BEHIND_PROXY="true") as running:
        answer = running.get("/api/health", X_Forwarded_Proto="https")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
