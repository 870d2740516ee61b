"""Serve the product until Ctrl-C."""

import os
import signal
import tempfile
import time
from threading import Event

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask

from examples import importing, staging
from trainingcenter import access, background

# Above what the application takes, so that the application says “too large” in its own words.
ROOM = 1024 * 1024
# Of an answer, so much waits in memory; more than that on disk.
BUFFER = 1024 * 1024


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


class Parser(HTTPRequestParser):
    def parse_header(self, header_plus):
        try:
            super().parse_header(header_plus)
        except ValueError:  # an address such as “http://[” or a length of 5,000 digits, which waitress forgets
            raise ParsingError("The request line or a header is invalid") from None


class Channel(HTTPChannel):
    error_task_class = JSONErrorTask
    parser_class = Parser

    def write_soon(self, data):
        """Begin a new buffer in time: waitress keeps what a quick client has read long ago up to the watermark."""
        with self.outbuf_lock:
            if self.current_outbuf_count > BUFFER > self.total_outbufs_len:
                self.current_outbuf_count = self.adj.outbuf_high_watermark
        return super().write_soon(data)

    def writable(self):
        """Let go of a client that takes nothing of its answer: waitress would keep a thread for it for ever."""
        if self.total_outbufs_len and time.time() - self.last_activity > self.adj.channel_timeout:
            self.handle_close()
        return super().writable()


class Command(BaseCommand):
    help = "Serve the product until Ctrl-C: http://localhost:3000, or the port of PORT."
    requires_system_checks = ["security", "sizes"]

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT)

    def handle(self, port, **options):
        try:
            self.serve(port)
        except KeyboardInterrupt:
            pass

    def serve(self, port):
        for sentence, hint in access.faults():
            raise CommandError(f"{sentence} {hint}")
        if not 0 < port < 65536:
            raise CommandError(f"{port} is no port. Choose one from 1024 to 65535.")
        os.umask(0o077)  # what is kept here is health data: for the owner's eyes alone
        call_command("migrate", verbosity=0, interactive=False)
        importing.clear_up()
        tempfile.tempdir = str(settings.UPLOAD_DIR)  # what the server keeps of a request on disk stays with the rest
        for left in settings.UPLOAD_DIR.glob("*.upload*"):
            left.unlink(missing_ok=True)
        staging.sweep()
        sockets = {}
        server = self.listening(port, sockets)
        stop = Event()
        threads = background.start(stop)
        self.stdout.write(f"Training Center is ready: {address(port)}/training.html\nStop it with Ctrl-C.")
        self.stdout.flush()
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service manager's stop is as clean as Ctrl-C
        try:
            wasyncore.loop(timeout=1, use_poll=True, map=sockets)  # select() ends it at the 1,024th open file
        finally:
            stop.set()
            # Threads whose clients are slow would wait for them; the others have five seconds to finish.
            for channel in [one for one in sockets.values() if isinstance(one, Channel) and one.total_outbufs_len]:
                channel.handle_close()
            server.task_dispatcher.shutdown()
            wasyncore.close_all(sockets)
            for thread in threads:
                thread.join(timeout=5)

    def listening(self, port, sockets):
        TcpWSGIServer.channel_class = Channel
        try:
            server = create_server(
                get_wsgi_application(),
                map=sockets,
                host=settings.BIND,
                port=port,
                threads=settings.THREADS,
                connection_limit=400,  # each with a body on disk, they stay below the usual 1,024 open files
                channel_timeout=120,
                outbuf_overflow=BUFFER,
                # What a slow client has not taken yet waits on disk, up to here, and not in a thread.
                outbuf_high_watermark=256 * 1024 * 1024,
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
        return server


def address(port):
    """Return where a person finds this instance: a name that it goes by; over HTTPS a proxy's, which has no port."""
    names = settings.ALLOWED_HOSTS
    name = "localhost" if "localhost" in names else names[0]
    return f"https://{name}" if settings.HTTPS else f"http://{name}:{port}"
