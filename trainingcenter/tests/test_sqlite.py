"""Who writes when, on SQLite: the threads of a process in the order of their coming."""

import gc
import os
import signal
import threading
import time

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, OperationalError, connection, transaction

from trainingcenter.sqlite.base import QUEUE

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL locks rows, and has no such queue"),
]


def with_transaction(name):
    with transaction.atomic():
        Group.objects.create(name=name)


def without(name):
    Group.objects.create(name=name)


@pytest.mark.parametrize("write", [with_transaction, without])
def test_they_write_in_the_order_of_their_coming(write):
    def client(name):
        write(name)
        connection.close()

    names = [f"Group {number}" for number in range(8)]
    threads = [threading.Thread(target=client, args=(name,)) for name in names]
    with transaction.atomic():
        for number, thread in enumerate(threads, start=2):
            thread.start()
            until_waiting(number)
    for thread in threads:
        thread.join()
    assert [*Group.objects.order_by("id").values_list("name", flat=True)] == names
    assert not QUEUE.turns


def until_waiting(number):
    until = time.monotonic() + 10
    while len(QUEUE.turns) < number and time.monotonic() < until:
        time.sleep(0.01)
    assert len(QUEUE.turns) == number


@pytest.mark.parametrize("write", [with_transaction, without])
def test_who_fails_gives_the_turn_on(write):
    write("a")
    with pytest.raises(IntegrityError):
        write("a")
    assert not QUEUE.turns


@pytest.mark.parametrize("write", [with_transaction, without])
def test_who_is_stopped_while_waiting_keeps_nobody_waiting(write):
    done = threading.Event()

    def hold():
        with transaction.atomic():
            until_waiting(2)
            os.kill(os.getpid(), signal.SIGINT)
            done.wait(10)
        connection.close()

    holder = threading.Thread(target=hold)
    with pytest.raises(KeyboardInterrupt):
        holder.start()
        while not QUEUE.turns:
            time.sleep(0.01)
        write("a")
    done.set()
    holder.join()
    assert not QUEUE.turns


@pytest.mark.parametrize("write", [with_transaction, without])
def test_a_thread_that_died_in_a_transaction_holds_nobody_up(write):
    def die():
        transaction.atomic().__enter__()
        Group.objects.create(name="never whole")

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    gc.collect()
    begun = time.monotonic()
    write("a")
    assert time.monotonic() - begun < 5
    assert [*Group.objects.values_list("name", flat=True)] == ["a"]
    assert not QUEUE.turns


@pytest.mark.parametrize("write", [with_transaction, without])
def test_who_waited_in_vain_for_the_turn_does_not_wait_for_the_lock_too(write, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 1)
    begun, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            begun.set()
            done.wait(20)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    since = time.monotonic()
    with pytest.raises(OperationalError, match="locked"):
        write("a")
    assert 0.9 < time.monotonic() - since < 4  # not the 20 seconds of SQLite's own
    done.set()
    holder.join()
    write("b")
    assert connection.connection.execute("PRAGMA busy_timeout").fetchone() == (1000,)
