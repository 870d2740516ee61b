"""A small server with OpenAI's chat completions, for tests: it says what it is told to, at the pace it is told to."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


class OwnServer:
    """From entering to leaving the `with` block. `words` is the answer, in pieces; `pause` the seconds before each;
    `ends` is why the answer ended; `asked` the bodies that came, `headers` those of the last."""

    def __init__(self, words=("Breathe ", "slowly ", "[1]."), pause=0.0):
        self.words, self.pause, self.ends, self.asked, self.headers = list(words), pause, "stop", [], {}

    def __enter__(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(body)
                outer.headers = dict(self.headers)
                try:
                    self.stream() if body.get("stream") else self.whole()
                except OSError:
                    pass  # whoever asked has gone

            def whole(self):
                message = {"role": "assistant", "content": "".join(outer.words)}
                data = json.dumps({"choices": [{"index": 0, "finish_reason": outer.ends, "message": message}]}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def stream(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                for word in outer.words:
                    time.sleep(outer.pause)
                    self.wfile.write(b"data: %s\n\n" % json.dumps({"choices": [{"delta": {"content": word}}]}).encode())
                    self.wfile.flush()
                end = json.dumps({"choices": [{"delta": {}, "finish_reason": outer.ends}]})
                self.wfile.write(b"data: %s\n\ndata: [DONE]\n\n" % end.encode())

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()

    @property
    def said(self):
        """The turns that it was asked last."""
        return self.asked[-1]["messages"]
