"""What the running product catches up with between requests: words to index, checks to make, documents to read.

There is no queue. What waits is what a question to the database finds, so work that was cut short is found again after
the next start, and nothing is lost or doubled by a crash. Each step is a function that takes the keyword `stop` (an
event that ends it early), works in short transactions, and may run beside other writers and beside itself in another
process. settings.BACKGROUND lists them by their dotted names; each runs on a thread of its own.
"""

import logging
import threading

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)
EVERY = 2.0  # seconds between two looks for work


def start(stop):
    """Start a thread for each step of settings.BACKGROUND, which ends soon after `stop` is set, and return them."""
    threads = [
        threading.Thread(target=keep_on, args=(import_string(name), stop), name=name, daemon=True)
        for name in settings.BACKGROUND
    ]
    for thread in threads:
        thread.start()
    return threads


def keep_on(step, stop):
    """Call a step again and again. A failure is logged, and the step is tried again at the next round."""
    while not stop.is_set():
        try:
            step(stop=stop)
        except OperationalError as error:
            if "locked" not in str(error):  # somebody writes for long; the next round does it
                logger.exception("%s failed, and is tried again.", step.__qualname__)
        except DatabaseError:
            logger.exception("%s failed, and is tried again.", step.__qualname__)
        finally:
            connection.close()
        stop.wait(EVERY)
