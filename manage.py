#!/usr/bin/env python
"""The door to every command: python manage.py help."""

import os
import sys

if __name__ == "__main__":
    os.umask(0o077)  # what is kept here is health data: for the owner's eyes alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingcenter.settings")
    try:
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:  # Ctrl-C is how the product is stopped, and how a command is broken off
        sys.exit(0 if sys.argv[1:2] == ["serve"] else 130)
    except (Exception, SystemExit) as error:
        from trainingcenter import unprepared

        words = "" if "--traceback" in sys.argv else unprepared.sentence(error)
        if not words:
            raise
        sys.exit(words)
