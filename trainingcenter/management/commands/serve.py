"""Serve the product until Ctrl-C."""

import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask

from examples import importing, search
from trainingcenter import access
from trainingcenter.wsgi import application

INDEX_EVERY = 2.0  # seconds
# Above what the application takes, so that the application says “too large” in its own words.
ROOM = 1024 * 1024


class JSONErrorTask(ErrorTask):
    """Waitress's answer to a request that is no HTTP or too large, in the shape of every other error here."""

    def execute(self):
        error = self.request.error
        sentence = f"The request could not be read ({error.reason.lower()}). Check it and send it again."
        body = b'{"success": false, "error": "%s"}' % sentence.encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [
            ("Content-Length", str(len(body))),
            ("Content-Type", "application/json"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ]
        self.set_close_on_finish()
        self.write(body)


class Channel(HTTPChannel):
    error_task_class = JSONErrorTask


class Command(BaseCommand):
    help = "Serve the product until Ctrl-C: http://localhost:3000, or the port of PORT."
    requires_system_checks = ["security"]

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT)

    def handle(self, port, **options):
        for sentence, hint in access.faults():
            raise CommandError(f"{sentence} {hint}")
        call_command("migrate", verbosity=0, interactive=False)
        importing.clear_up()
        server = self.listening(port)
        stop = threading.Event()
        indexer = threading.Thread(target=keep_indexed, args=(stop,), daemon=True)
        indexer.start()
        self.stdout.write(f"Training Center is ready: {address(port)}/training.html\nStop it with Ctrl-C.")
        self.stdout.flush()
        try:
            server.run()
        finally:
            stop.set()
            indexer.join(timeout=5)
            server.close()

    def listening(self, port):
        try:
            server = create_server(
                application,
                host=settings.BIND,
                port=port,
                threads=settings.THREADS,
                connection_limit=1000,
                channel_timeout=120,
                # The gate must see forwarding headers to refuse them; waitress would hide them.
                clear_untrusted_proxy_headers=False,
                max_request_body_size=settings.MAX_UPLOAD_MB * 1024 * 1024 + ROOM,
                ident=None,
            )
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror or error}). Stop the program that has it, or choose "
                f"another: make run PORT={port + 1 if port < 65535 else 3001}"
            ) from None
        except OverflowError:
            raise CommandError(f"{port} is no port. Choose one from 1024 to 65535.") from None
        server.channel_class = Channel
        return server


def address(port):
    """Return where a person finds this instance: a name that it goes by; over HTTPS a proxy's, which has no port."""
    names = settings.ALLOWED_HOSTS
    name = "localhost" if "localhost" in names else names[0]
    return f"https://{name}" if settings.HTTPS else f"http://{name}:{port}"


def keep_indexed(stop):
    """Index the words of new examples in the background, so that no import waits for it."""
    while not stop.is_set():
        try:
            search.catch_up(stop=stop)
        except OperationalError:  # somebody writes for long; the next round indexes it
            pass
        finally:
            connection.close()
        stop.wait(INDEX_EVERY)
