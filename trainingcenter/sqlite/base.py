"""SQLite, with a queue before its one lock for writing.

SQLite lets those who wait ask again after ever longer pauses, so who came last may well be first, and of fifty clients
one waits ten times as long as the others. Here the threads of a process write in the order of their coming, and the
next one begins at once. Other processes ask SQLite as ever.
"""

import threading
import time
import weakref

from django.db.backends.sqlite3 import base

WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class Queue:
    """Whose turn it is. A turn that does not come within its time is taken nevertheless: then SQLite decides."""

    def __init__(self):
        self.mutex = threading.Lock()
        # A lock each, in the order of their coming; that of the first is open. By weak references: with a thread that
        # died in a transaction its connection goes too, and SQLite's lock with that.
        self.turns = {}

    def wait(self, who, seconds):
        """Return whether it was waited for."""
        turn = threading.Lock()
        turn.acquire()
        with self.mutex:
            if who in self.turns:
                return False
            for gone in [one for one in self.turns if one() is None]:
                self.drop(gone)
            self.turns[who] = turn
            first = len(self.turns) == 1
        if not first:
            turn.acquire(timeout=seconds)
        return not first

    def leave(self, who):
        with self.mutex:
            if who in self.turns:
                self.drop(who)

    def drop(self, who):
        had_its_turn = next(iter(self.turns)) is who
        del self.turns[who]
        if had_its_turn and self.turns:
            next(iter(self.turns.values())).release()


QUEUE = Queue()


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.place = weakref.ref(self)
        self.execute_wrappers.append(self.write_in_turn)
        self.hurried = False  # whether SQLite waits for its lock for less than the patience

    @property
    def patience(self):
        return self.settings_dict["OPTIONS"].get("timeout", 5)  # seconds; SQLite's own default

    def queue_up(self):
        """Wait for the turn, and leave SQLite what is left of the patience to wait for its lock."""
        begun = time.monotonic()
        if QUEUE.wait(self.place, self.patience):
            self.hurried = True
            self.wait_for_lock(self.patience - (time.monotonic() - begun))

    def leave(self):
        QUEUE.leave(self.place)
        if self.hurried:
            self.hurried = False
            self.wait_for_lock(self.patience)

    def wait_for_lock(self, seconds):
        if self.connection is not None:
            self.connection.execute(f"PRAGMA busy_timeout = {max(0, round(seconds * 1000))}")

    def write_in_turn(self, execute, sql, params, many, context):
        """A statement that is a transaction of its own."""
        if self.in_atomic_block or not sql.startswith(WRITING):
            return execute(sql, params, many, context)
        try:
            self.queue_up()
            return execute(sql, params, many, context)
        finally:
            self.leave()

    def _start_transaction_under_autocommit(self):
        try:
            self.queue_up()
            super()._start_transaction_under_autocommit()
        except BaseException:
            self.leave()
            raise

    def _commit(self):
        try:
            super()._commit()
        finally:
            self.leave()

    def _rollback(self):
        try:
            super()._rollback()
        finally:
            self.leave()

    def _close(self):
        try:
            super()._close()
        finally:
            self.hurried = False
            self.leave()
