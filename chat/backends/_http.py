"""How a model's server is spoken to: huggingface_hub makes the request, what comes back is read here with care.

The library's own sending follows redirects with the key, reads an answer of any size, has one time limit for all, takes
a token that lies about when none is given, and ends at the first line of a stream that is no JSON.
"""

import json
import logging
import random
import re
import socket
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache

import httpx2
import orjson
from huggingface_hub import InferenceClient

from chat.backends import CutShort, Ending, Failed, NotSetUp, TooSlow, _thoughts

# Seconds: to connect, between two signs of life, for a whole answer with its retries, and to wait for a busy server.
CONNECT, SILENCE, WHOLE, LONGEST_WAIT = 5.0, 60.0, 180.0, 10.0
RETRIES = 2
BUSY = {429, 500, 502, 503, 504}
# Bytes of an answer's text, and of one line or body that it comes in, where each letter may take six.
LONGEST, LONGEST_LINE = 2_000_000, 4_000_000
NO_KEY = "-"

# At its level of information it writes the address of each request.
logging.getLogger("httpx2").setLevel(logging.WARNING)


class Client(InferenceClient):
    """huggingface_hub's client with a sending of our own. Keep it in a variable while its answer is read."""

    def __init__(self, key="", **options):
        super().__init__(token=key or NO_KEY, **options)  # without one it would take the token of whoever runs this
        self.ending, self.cut_short = Ending(), None

    def _inner_post(self, request_parameters, *, stream=False):
        headers = {**request_parameters.headers, "accept-encoding": "identity"}
        if self.token == NO_KEY:
            headers.pop("authorization", None)
        spoken = answer(request_parameters.url, request_parameters.json, headers, self.ending)
        if stream:
            return (f"data: {json.dumps({'choices': [{'delta': {'content': text}}]})}" for text in spoken)
        said = []
        try:
            said.extend(spoken)
        except CutShort as failure:  # extend keeps what came before
            self.cut_short = failure
        message = {"role": "assistant", "content": "".join(said)}
        return json.dumps({"choices": [{"index": 0, "message": message}]}).encode()


def pieces(client, model, turns, wanted, stream=True):
    """Yield what the client's model answers. Raises Failed."""
    client.ending = wanted.ending
    asked = {"messages": turns, "model": model, "max_tokens": wanted.max_tokens, "temperature": wanted.temperature}
    if not stream:
        yield client.chat_completion(**asked).choices[0].message.content
        if client.cut_short:
            raise client.cut_short
        return
    for chunk in client.chat_completion(**asked, stream=True):
        yield chunk.choices[0].delta.content


@cache
def session():
    return httpx2.Client(
        follow_redirects=False,
        timeout=httpx2.Timeout(SILENCE, connect=CONNECT),
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
    )


def answer(url, body, headers, ending):
    """Post a request for a chat completion and yield the text of the answer. Raises Failed."""
    deadline = Deadline(WHOLE)
    try:
        with opened(url, body, headers, deadline, ending) as response:
            yield from limited(texts(response))
    except CutShort:
        raise
    except Failed:
        if deadline.passed:
            raise too_long_at_it() from None
        raise
    except httpx2.ConnectTimeout:
        raise TooSlow("not_taken", seconds=CONNECT) from None
    except httpx2.TimeoutException:
        raise TooSlow("silent", seconds=SILENCE) from None
    except httpx2.ConnectError:
        raise Failed("not_reached") from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError):
        if deadline.passed:
            raise too_long_at_it() from None
        raise broke_off() from None


def too_long_at_it():
    return TooSlow("too_long_at_it", seconds=WHOLE)


def broke_off():
    return Failed("broke_off")


class Deadline:
    """A moment after which a response is cut off, even where it comes drop by drop."""

    def __init__(self, seconds):
        self.at = time.monotonic() + seconds

    @property
    def left(self):
        return self.at - time.monotonic()

    @property
    def passed(self):
        return self.left <= 0

    @contextmanager
    def kept_by(self, response):
        stream = response.extensions.get("network_stream")
        timer = threading.Timer(max(0, self.left), cut_off, [stream and stream.get_extra_info("socket")])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def cut_off(connection):
    """End a connection that another thread reads from: its reading fails at once."""
    if connection is not None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


class Line:
    """The connection of a request, known from the moment that it stands: before its response begins."""

    def __init__(self, ending):
        self.ending, self.connection = ending, None

    def __call__(self, event, info):
        """Be told by httpx2 how far the request is."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self.connection = info["return_value"].get_extra_info("socket")
            self.ending.set(lambda: cut_off(self.connection))


@contextmanager
def opened(url, body, headers, deadline, ending):
    """Open the response, trying again where the server is busy. Raises Failed where it refuses."""
    for left in range(RETRIES, -1, -1):
        extensions = {"trace": Line(ending)}
        with (
            ending.ends_by(None),
            session().stream("POST", url, json=body, headers=headers, extensions=extensions) as response,
        ):
            if response.status_code == 200:
                with deadline.kept_by(response):
                    yield response
                return
            wait = wait_for(response, RETRIES - left)
            if not left or response.status_code not in BUSY or wait > min(LONGEST_WAIT, deadline.left):
                raise refused(response.status_code, wait)
        if pause(wait, ending):
            raise broke_off()


def pause(seconds, ending):
    """Wait, and return whether it was ended meanwhile."""
    return ending.over.wait(seconds)


def wait_for(response, tried):
    """Return how many seconds to wait: what the server asks for, else about one, then two; never all at one moment."""
    asked = response.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return int(asked[:9]) + random.uniform(0, 0.5)
    with suppress(ValueError, TypeError, OverflowError):
        return max(0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds()) + random.uniform(0, 0.5)
    return 2**tried * random.uniform(0.5, 1)


def refused(status, wait):
    """Return the exception for a server that answers, and not with 200. What it says may hold keys and paths."""
    if 300 <= status < 400:
        return Failed("moved")
    if status in (401, 403):
        return Failed("key_refused", status=status)
    if status == 404:
        return Failed("not_known")
    if status in (400, 413, 422):
        return Failed("question_refused", status=status)
    if status == 429:
        return Failed("busy", seconds=max(1, wait))
    return Failed("server_failed", status=status)


def limited(spoken):
    """Yield texts up to LONGEST bytes, without thoughts and what no database holds. Raises CutShort after the last that
    fits, and Failed where there was nothing in them."""
    return _thoughts.left_out(measured(spoken))


def measured(spoken):
    size, blank = 0, True
    for text in spoken:
        text = text.replace("\x00", "")
        size += len(text.encode(errors="ignore"))
        if size > LONGEST:
            room = LONGEST - size
            yield text.encode(errors="ignore")[:room].decode(errors="ignore")
            raise CutShort("too_large")
        blank = blank and not text.strip()
        if text:
            yield text
    if blank:
        raise Failed("empty")


def texts(response):
    """Yield the texts of a response, whichever of its two forms it has."""
    if "text/event-stream" in response.headers.get("content-type", ""):
        return from_events(response)
    return from_json(response)


def from_events(response):
    """Yield the texts of a stream. What is no piece of an answer is passed over; an end unannounced is none."""
    half = ""
    for line in lines(response):
        if not line.startswith(b"data:"):
            continue
        data = line.removeprefix(b"data:").strip()
        if data == b"[DONE]":
            return
        text, finished = piece(data)
        text, half = joined(half + text)
        if text:
            yield text
        cut_short_by(finished)
        if finished:
            return
    raise broke_off()


def lines(response):
    """Yield the lines of a stream. Raises Failed for one that does not end."""
    rest = b""
    for chunk in response.iter_bytes():
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > LONGEST_LINE:
            raise no_answer()
    yield rest


def piece(data):
    """Return (text, why it finished or None) of one event. Raises Failed where it tells of a fault."""
    try:
        event = parsed(data)
    except ValueError:
        return "", None
    if isinstance(event, dict) and event.get("error"):
        raise Failed("fault_told")
    choice = first_choice(event)
    delta = choice.get("delta")
    text = delta.get("content") if isinstance(delta, dict) else ""
    return text if isinstance(text, str) else "", choice.get("finish_reason")


def parsed(data):
    """Return the value of a JSON text. Raises ValueError. Half a character, as some servers send an emoji, is kept."""
    try:
        return orjson.loads(data)
    except ValueError:
        if b"\\u" not in data:
            raise
        with suppress(RecursionError):
            return json.loads(data)
        raise


def joined(text):
    """Return (text whose halves of characters are whole, the half that it ends with and another piece may go on)."""
    half = text[-1:] if "\ud800" <= text[-1:] <= "\udbff" else ""
    whole = text[: len(text) - len(half)]
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), half


def first_choice(answer):
    choices = answer.get("choices") if isinstance(answer, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    return choice if isinstance(choice, dict) else {}


def from_json(response):
    """Yield the text of an answer that comes in one piece."""
    body = b""
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > LONGEST_LINE:
            yield beginning(body)
            raise CutShort("too_large")
    try:
        choice = first_choice(parsed(body))
    except ValueError:
        raise no_answer() from None
    message = choice.get("message")
    text = message.get("content") if isinstance(message, dict) else None
    if not isinstance(text, str):
        raise no_answer()
    yield joined(text)[0]
    cut_short_by(choice.get("finish_reason"))


def cut_short_by(finished):
    """Raise CutShort where an answer ended for a reason that leaves it unfinished."""
    if finished == "length":
        raise CutShort("token_limit")
    if finished == "content_filter":
        raise CutShort("held_back")


def no_answer():
    return Failed("no_answer")


def beginning(body):
    """Return the beginning of the text in a JSON answer whose end is missing. Raises Failed where there is none."""
    found = re.search(rb'"content"\s*:\s*"((?:[^"\\]+|\\.)*)', body)
    text = found[1] if found else b""
    for end in range(len(text), max(0, len(text) - 8), -1):  # it may end in the middle of an escape
        with suppress(ValueError):
            return json.loads(b'"%s"' % text[:end].decode(errors="ignore").encode())
    raise no_answer()


def key_of(model):
    """Return the model's key, or "" where it has none. Raises NotSetUp where its variable is not set."""
    key = model.key
    if model.key_name and not key:
        raise NotSetUp("no_key", name=model.key_name)
    return key
