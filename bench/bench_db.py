"""Database room."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

from bench.harness import Bench
from core import db
from core.db import transaction
from core.db.pool import open_connection

STATEMENTS = 2_000
THREADS, ROUNDS = 50, 4
#: What a transaction does between reading the row and writing it.
WORK_SECONDS = 0.003


def main(bench: Bench) -> None:
    name = bench.database()
    _statements(bench, name)
    _transactions(bench, name)
    _hot_row(bench, name)


def _statements(bench: Bench, name: str) -> None:
    with db.connect(name).cursor() as cr:
        raw = cr.connection.cursor()

        def ours() -> None:
            for _number in range(STATEMENTS):
                cr.run("SELECT 1")

        def floor() -> None:
            for _number in range(STATEMENTS):
                raw.execute("SELECT 1")

        bench.measure("one statement through cr.run", ours, floor=floor, per=STATEMENTS, note="floor: psycopg2 alone")


def _transactions(bench: Bench, name: str) -> None:
    connection = open_connection(name)

    def ours() -> None:
        for _number in range(200):
            transaction.run(name, lambda cr: cr.run("SELECT 1"))

    def floor() -> None:
        for _number in range(200):
            with connection, connection.cursor() as cursor:
                cursor.execute("SELECT 1")

    bench.measure("one transaction of one statement", ours, floor=floor, per=200, note="floor: psycopg2 alone")
    connection.close()


def _hot_row(bench: Bench, name: str) -> None:
    """Fifty sessions adding to one row: with the lock taken in time, and by retrying alone."""
    with db.connect(name).cursor() as cr:
        cr.run("CREATE TABLE hot (n int); INSERT INTO hot VALUES (0)")

    def add(cr: Any) -> None:
        cr.run("SELECT n FROM hot")
        (value,) = cr.fetchone()
        time.sleep(WORK_SECONDS)
        cr.run("UPDATE hot SET n = %s", [value + 1])

    def with_lock(cr: Any) -> None:
        cr.run("SELECT 1")
        cr.lock_hot("hot")
        add(cr)

    for title, function, retries in (
        ("50 sessions on one row, lock_hot", with_lock, 5),
        ("50 sessions on one row, retries only", add, 1000),
    ):
        attempts: Counter[tuple[int, int]] = Counter()

        def session(number: int, function: Any = function, attempts: Any = attempts, retries: int = retries) -> None:
            for round_number in range(ROUNDS):

                def counted(cr: Any, key: Any = (number, round_number)) -> None:
                    attempts[key] += 1
                    function(cr)

                transaction.run(name, counted, retries=retries)

        def everybody(session: Any = session) -> None:
            threads = [threading.Thread(target=session, args=[number]) for number in range(THREADS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        done = THREADS * ROUNDS
        row = bench.measure(title, everybody, per=done, repeat=1, warm_up=0)
        row.note = f"attempts per transaction: {attempts.total() / done:.1f}, at most {max(attempts.values())}"
