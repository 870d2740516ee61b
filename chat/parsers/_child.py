"""Reads one document in a process of its own, with limits: `python -m chat.parsers._child`, asked by chat.reading.

Takes one JSON object on standard input and writes JSON lines. {"do": "read", "path", "suffix", "first"} is answered by
{"kind"}, then {"page", …} and {"note", …}; {"do": "picture", "path", "page", "target", "text", "span"} by {"picture"};
both by {"problem"} where it cannot be done, and by {"done": true} at the end.
"""

import json
import resource
import sys
from dataclasses import asdict

MEMORY = 400 * 1024 * 1024  # bytes
SECONDS = 120  # of work, not of waiting
LARGEST_FILE = 64 * 1024 * 1024  # bytes, of what it may write


def main():
    asked = json.loads(sys.stdin.readline())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from chat import parsers  # below the limits, since a library is a part of what is limited
    from chat.parsers import pdf
    from chat.reasons import Unreadable

    try:
        if asked["do"] == "picture":
            say(picture=pdf.picture(asked["path"], asked["page"], asked["target"], asked["text"], asked["span"]))
        else:
            read(parsers, asked)
        say(done=True)
    except Unreadable as error:
        say(problem=error.problem)
    except MemoryError:
        say(problem={"reason": "memory"})
    except RecursionError:
        say(problem={"reason": "deep"})


def read(parsers, asked):
    parser = parsers.of(parsers.Head(asked["path"], asked["suffix"]))
    say(kind=parser.name)
    for found in parser.read(asked["path"], asked["first"]):
        if isinstance(found, parsers.Note):
            say(note={"reason": found.reason, **found.values})
        else:
            say(page=asdict(found))


def say(**values):
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
