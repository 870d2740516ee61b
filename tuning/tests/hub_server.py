"""A server that speaks as much of the Hugging Face Hub's protocol as huggingface_hub uses for what is sent from here.

Routes, methods and bodies are those of huggingface_hub 2.4: hf_api.py (create_repo, repo_info, whoami, run_job,
inspect_job, cancel_job), _commit_api.py (preupload, commit) and lfs.py (batch, basic transfer).
"""

import base64
import hashlib
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN = "hf_only-for-tests"
OWNER = "clinic"
LARGE = 10_000_000  # bytes from which the Hub keeps a file in LFS


class Hub:
    """The server, while a `with` block runs. `repositories`: {(kind, name): {"private", "files": {path: bytes}}}.

    jobs: {id: what was asked}. requests: (method, path). `fail`: {path prefix: status} that it answers with instead.
    """

    def __init__(self):
        self.repositories, self.jobs, self.requests, self.unknown = {}, {}, [], []
        self.fail, self.stages, self.objects = {}, {}, {}

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Answers,), {"hub": self}))
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def repository(self, kind, name, private=True):
        return self.repositories.setdefault((kind, name), {"private": private, "files": {}})


class Answers(BaseHTTPRequestHandler):
    hub = None
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def handle_any(self):
        body = self.body()
        path = self.path.partition("?")[0]
        self.hub.requests.append((self.command, path))
        for start, status in self.hub.fail.items():
            if path.startswith(start):
                return self.answer({"error": "no"}, status)
        if not path.startswith("/lfs/") and self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.answer({"error": "Invalid token"}, 401)
        for method, pattern, name in ROUTES:
            found = re.fullmatch(pattern, path)
            if found and method == self.command:
                return getattr(self, name)(body, *found.groups())
        self.hub.unknown.append((self.command, path))
        return self.answer({"error": "not found"}, 404)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = handle_any

    def body(self):
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            found = b""
            while size := int(self.rfile.readline(), 16):
                found += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return found
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def answer(self, value, status=200):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def harnesses(self, body):
        """A list of programs that huggingface_hub knows itself to run in; it asks for it by itself."""
        self.answer({"harnesses": []})

    # Repositories

    def whoami(self, body):
        self.answer({"type": "user", "name": OWNER, "orgs": [], "auth": {"accessToken": {"role": "write"}}})

    def create(self, body):
        asked = json.loads(body)
        kind = asked.get("type", "model")
        name = f"{asked['organization'] or OWNER}/{asked['name']}"
        place = f"datasets/{name}" if kind == "dataset" else name
        if (kind, name) in self.hub.repositories:
            return self.answer({"error": "You already created this repo", "url": f"{self.hub.url}/{place}"}, 409)
        self.hub.repository(kind, name, private=asked.get("visibility") == "private")
        return self.answer({"url": f"{self.hub.url}/{place}", "name": name, "id": name})

    def info(self, body, kind, name):
        found = self.hub.repositories.get((kind, name))
        if found is None:
            return self.answer({"error": "Repository not found"}, 404)
        files = [{"rfilename": path} for path in found["files"]]
        return self.answer({"id": name, "private": found["private"], "sha": "0" * 40, "siblings": files, "tags": []})

    def preupload(self, body, kind, name):
        files = [
            {"path": one["path"], "uploadMode": "lfs" if one["size"] >= LARGE else "regular", "shouldIgnore": False}
            for one in json.loads(body)["files"]
        ]
        self.answer({"files": files})

    def validate(self, body):
        assert json.loads(body)["content"].startswith("---\n")
        self.answer({"errors": [], "warnings": []})

    def batch(self, body, name):
        asked = json.loads(body)
        assert asked["operation"] == "upload" and asked["hash_algo"] == "sha256"
        objects = [
            {**one, "actions": {"upload": {"href": f"{self.hub.url}/lfs/{one['oid']}", "header": {}}}}
            for one in asked["objects"]
        ]
        self.answer({"transfer": "basic", "objects": objects})

    def put(self, body, oid):
        assert hashlib.sha256(body).hexdigest() == oid
        self.hub.objects[oid] = body
        self.answer({})

    def commit(self, body, kind, name):
        lines = [json.loads(line) for line in body.splitlines()]
        assert lines[0]["key"] == "header" and lines[0]["value"]["summary"]
        files = self.hub.repositories[kind, name]["files"]
        for line in lines[1:]:
            value = line["value"]
            if line["key"] == "file":
                assert value["encoding"] == "base64"
                files[value["path"]] = base64.b64decode(value["content"])
            else:
                assert line["key"] == "lfsFile" and value["algo"] == "sha256"
                files[value["path"]] = self.hub.objects[value["oid"]]
        place = f"datasets/{name}" if kind == "dataset" else name
        oid = hashlib.sha1(body).hexdigest()
        self.answer(
            {"success": True, "commitOid": oid, "commitUrl": f"{self.hub.url}/{place}/commit/{oid}", "hookOutput": ""}
        )

    # Jobs

    def run_job(self, body, owner):
        number = f"{len(self.hub.jobs) + 1:024x}"
        self.hub.jobs[number] = json.loads(body)
        self.job(b"", owner, number)

    def job(self, body, owner, number):
        if number not in self.hub.jobs:
            return self.answer({"error": "Job not found"}, 404)
        stage = self.hub.stages.get(number, "RUNNING")
        return self.answer(
            {
                "id": number,
                "createdAt": "2026-11-26T06:00:00.000Z",
                "owner": {"id": "1", "name": owner, "type": "user"},
                "status": {"stage": stage, "message": None},
                **{key: self.hub.jobs[number].get(key) for key in ("command", "arguments", "environment", "flavor")},
            }
        )

    def cancel(self, body, owner, number):
        self.hub.stages[number] = "CANCELED"
        self.job(b"", owner, number)


NAME = r"([\w.-]+/[\w.-]+)"
ROUTES = [
    ("GET", "/api/agent-harnesses", "harnesses"),
    ("GET", "/api/whoami-v2", "whoami"),
    ("POST", "/api/repos/create", "create"),
    ("GET", f"/api/(dataset|model)s/{NAME}", "info"),
    ("POST", f"/api/(dataset|model)s/{NAME}/preupload/main", "preupload"),
    ("POST", "/api/validate-yaml", "validate"),
    ("POST", rf"/datasets/{NAME}\.git/info/lfs/objects/batch", "batch"),
    ("PUT", "/lfs/([0-9a-f]{64})", "put"),
    ("POST", f"/api/(dataset|model)s/{NAME}/commit/main", "commit"),
    ("POST", r"/api/jobs/([\w.-]+)", "run_job"),
    ("GET", r"/api/jobs/([\w.-]+)/([0-9a-f]{24})", "job"),
    ("POST", r"/api/jobs/([\w.-]+)/([0-9a-f]{24})/cancel", "cancel"),
]
