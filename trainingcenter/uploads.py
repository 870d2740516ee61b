"""Names of uploaded files that are not in UTF-8, as programs on older systems send them.

Django passes over a part of a form whose header it cannot decode, so that the file in it is not there at all, and it
has no place to choose another encoding by.
"""

from django.http import multipartparser

parse_part = multipartparser.parse_boundary_stream


def accept_old_names():
    multipartparser.parse_boundary_stream = parse_with_old_names


def parse_with_old_names(stream, max_header_size):
    """Give Django's function a part whose header is UTF-8."""
    start = stream.read(max_header_size)
    header, end, rest = start.partition(b"\r\n\r\n")
    stream.unget(b"\r\n".join(map(in_utf8, header.split(b"\r\n"))) + end + rest if end else start)
    return parse_part(stream, max_header_size)


def in_utf8(line):
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding).encode()
        except UnicodeDecodeError:
            pass
    return line.decode("latin-1").encode()
