"""Cursor and transaction: what addons and the ORM rely on, on both PostgreSQL versions."""

from __future__ import annotations

import datetime
import os
import threading
import time

import psycopg2
import psycopg2.errors
import pytest

from core import db
from core.base.errors import ConcurrencyError, LockRequired
from core.db import signals, sequences, transaction
from core.db.cursor import Savepoint, hot_key_number
from core.db.errors import PoolExhausted, ServerTooOld, ServerUnreachable, UnknownDatabase, explain
from core.db.pool import ConnectionPool, open_connection, pool


class UnitOfWork:
    """Stands for the ORM: pending statements, a cache, and a diary of what the cursor asked of it."""

    def __init__(self, cr: db.Cursor) -> None:
        self.cr = cr
        self.pending: list[str] = []
        self.diary: list[str] = []
        self.cache: list[str] = []

    def flush(self) -> None:
        self.diary.append("flush")
        pending, self.pending = self.pending, []
        for statement in pending:
            self.cr.run(statement)

    def clear(self) -> None:
        self.diary.append("clear")
        self.pending.clear()
        self.cache.clear()

    def savepoint_enter(self) -> list[str]:
        return list(self.cache)

    def savepoint_rollback(self, token: list[str]) -> None:
        self.pending.clear()
        self.cache = list(token)


@pytest.fixture
def work(cr):
    cr.run("CREATE TABLE note (id serial, text text UNIQUE)")
    cr.commit()
    cr.transaction = UnitOfWork(cr)
    return cr.transaction


def notes(dbname: str) -> list[str]:
    with db.connect(dbname).cursor(readonly=True) as cr:
        cr.run("SELECT text FROM note ORDER BY id")
        return [text for (text,) in cr.fetchall()]


# -- values and statements -------------------------------------------------------------------------


def test_values_are_read_as_fields_hold_them(cr):
    cr.run("""SELECT 1.50::numeric, ARRAY[0.1, NULL]::numeric[], '{"a": [1, null]}'::jsonb, NULL::numeric, NULL::jsonb,
                     '2026-02-28 23:59:59'::timestamp, '2026-02-28'::date, 2::bigint, true, 'Đức'::text""")
    assert cr.fetchone() == (
        1.5, [0.1, None], {"a": [1, None]}, None, None,
        datetime.datetime(2026, 2, 28, 23, 59, 59), datetime.date(2026, 2, 28), 2, True, "Đức",
    )


def test_dictionaries(cr):
    cr.run("SELECT i AS number, i * i AS square FROM generate_series(1, 3) i")
    assert cr.dictfetchone() == {"number": 1, "square": 1}
    assert cr.dictfetchall() == [{"number": 2, "square": 4}, {"number": 3, "square": 9}]
    assert cr.dictfetchone() is None
    assert cr.rowcount == 3


def test_session_settings_cost_no_statement(cr):
    before = cr.sql_log_count
    cr.run("SELECT current_setting('timezone'), current_setting('transaction_isolation')")
    assert cr.fetchone() == ("UTC", "repeatable read")
    assert cr.sql_log_count == before + 1


def test_statements_are_counted_per_cursor_and_in_total(cr):
    before, total = cr.sql_log_count, db.statistics.sql_log_count
    cr.execute("SELECT 1")
    cr.run("SELECT %s", [1])
    assert (cr.sql_log_count - before, db.statistics.sql_log_count - total) == (2, 2)


def test_execute_flushes_pending_work_and_run_does_not(cr, work):
    work.pending.append("INSERT INTO note (text) VALUES ('pending')")
    cr.run("SELECT count(*) FROM note")
    assert cr.fetchone() == (0,)
    cr.execute("SELECT count(*) FROM note")
    assert cr.fetchone() == (1,)


def test_errors_stay_those_of_psycopg2(cr, work):
    cr.run("INSERT INTO note (text) VALUES ('a')")
    with pytest.raises(psycopg2.errors.UniqueViolation) as refusal, cr.savepoint():
        cr.run("INSERT INTO note (text) VALUES ('a')")
    assert refusal.value.diag.constraint_name == "note_text_key"
    with pytest.raises(psycopg2.ProgrammingError), cr.savepoint():
        cr.execute("SELECT nonsense")


def test_readonly_cursor_refuses_writes_and_leaves_no_trace(dbname, cr, work):
    with pytest.raises(psycopg2.errors.ReadOnlySqlTransaction), db.connect(dbname).cursor(readonly=True) as reader:
        assert reader.readonly
        reader.run("INSERT INTO note (text) VALUES ('a')")
    with db.connect(dbname).cursor() as writer:  # the same connection, from the pool
        writer.run("INSERT INTO note (text) VALUES ('b')")
    assert notes(dbname) == ["b"]


# -- commit, rollback, hooks -----------------------------------------------------------------------


def test_commit_flushes_runs_hooks_and_forgets_the_cache(dbname, cr, work):
    order = []
    cr.precommit.add(lambda: (order.append("pre"), work.pending.append("INSERT INTO note (text) VALUES ('hook')")))
    cr.postcommit.add(lambda: order.append(f"post {notes(dbname)}"))
    cr.postrollback.add(lambda: order.append("never"))
    work.cache.append("old")

    cr.commit()

    assert order == ["pre", "post ['hook']"]
    assert work.cache == []


def test_precommit_hooks_may_add_hooks_but_not_for_ever(cr):
    cr.precommit.add(lambda: cr.precommit.add(lambda: cr.precommit.data.setdefault("deep", 1)))
    cr.flush()
    assert not cr.precommit

    def again():
        cr.prerollback.data["rounds"] = cr.prerollback.data.get("rounds", 0) + 1
        if cr.prerollback.data["rounds"] < 10_000:
            cr.transaction = Adder(again)

    class Adder(UnitOfWork):
        def __init__(self, hook):
            super().__init__(cr)
            self.hook = hook

        def flush(self):
            cr.precommit.add(self.hook)

    cr.transaction = Adder(again)
    with pytest.raises(RuntimeError, match="still add hooks"):
        cr.commit()
    cr.transaction = None


def test_rollback_forgets_everything(dbname, cr, work):
    order = []
    work.pending.append("INSERT INTO note (text) VALUES ('never')")
    cr.postcommit.add(lambda: order.append("never"))
    cr.prerollback.add(lambda: order.append("before"))
    cr.postrollback.add(lambda: order.append("after"))

    cr.rollback()
    cr.commit()

    assert order == ["before", "after"]
    assert notes(dbname) == []


def test_leaving_with_an_error_rolls_back(dbname, work):
    with pytest.raises(ZeroDivisionError), db.connect(dbname).cursor() as cr:
        cr.run("INSERT INTO note (text) VALUES ('never')")
        raise ZeroDivisionError
    assert cr.closed
    assert notes(dbname) == []


def test_savepoint_undoes_database_cache_pending_work_and_hooks(cr, work):
    order = []
    cr.postcommit.add(lambda: order.append("kept"))
    work.pending.append("INSERT INTO note (text) VALUES ('before')")
    work.cache.append("before")

    with pytest.raises(ValueError, match="no"), cr.savepoint():
        work.pending.append("INSERT INTO note (text) VALUES ('inside')")
        work.cache.append("inside")
        cr.postcommit.add(lambda: order.append("mail of something that never happened"))
        raise ValueError("no")

    assert work.cache == ["before"]
    cr.commit()
    assert notes(cr.dbname) == ["before"]
    assert order == ["kept"]


def test_database_errors_at_the_end_of_a_savepoint_belong_to_it(cr, work):
    cr.run("INSERT INTO note (text) VALUES ('a')")
    with pytest.raises(psycopg2.errors.UniqueViolation), cr.savepoint():
        work.pending.append("INSERT INTO note (text) VALUES ('a')")
    cr.run("SELECT 1")  # the transaction goes on


def test_nested_savepoints_and_rollback_to_the_start(cr, work):
    with cr.savepoint():
        cr.run("INSERT INTO note (text) VALUES ('outer')")
        with cr.savepoint() as inner:
            assert isinstance(inner, Savepoint)
            cr.run("INSERT INTO note (text) VALUES ('undone')")
            inner.rollback()
            cr.run("INSERT INTO note (text) VALUES ('inner')")
    cr.commit()
    assert notes(cr.dbname) == ["outer", "inner"]


# -- pool --------------------------------------------------------------------------------------------


def test_connections_are_reused(dbname):
    pids = set()
    for _time in range(3):
        with db.connect(dbname).cursor() as cr:
            cr.run("SELECT pg_backend_pid()")
            pids.add(cr.fetchone())
    assert len(pids) == 1


def test_dead_connection_is_replaced(dbname):
    with db.connect(dbname).cursor() as cr:
        cr.run("SELECT pg_backend_pid()")
        (pid,) = cr.fetchone()
    killer = open_connection(dbname)
    killer.cursor().execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    killer.close()
    with db.connect(dbname).cursor() as cr:
        cr.run("SELECT 1")


def test_bounded_pool_waits_and_then_says_so(dbname, monkeypatch):
    small = ConnectionPool(2)
    held = [small.borrow(dbname), small.borrow(dbname)]
    threading.Timer(0.1, lambda: small.give_back(held.pop())).start()
    held.append(small.borrow(dbname))  # waits for the timer
    monkeypatch.setattr("core.db.pool.WAIT_SECONDS", 0.05)
    with pytest.raises(PoolExhausted, match="All 2"):
        small.borrow(dbname)
    for connection in list(held):
        small.give_back(connection)
    small.close_all()


def test_a_forked_child_does_not_disturb_its_parent(dbname):
    with db.connect(dbname).cursor() as cr:
        cr.run("SELECT pg_backend_pid()")
        before = cr.fetchone()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with db.connect(dbname).cursor() as cr:
                cr.run("SELECT pg_backend_pid()")
                code = 0 if cr.fetchone() != before else 2
            pool().close_all()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with db.connect(dbname).cursor() as cr:
        cr.run("SELECT pg_backend_pid()")
        assert cr.fetchone() == before


def test_unknown_database_names_the_remedy(server):
    with pytest.raises(UnknownDatabase, match="'no_such_db'") as refusal, db.connect("no_such_db").cursor():
        pass
    assert "db create no_such_db" in refusal.value.hint


def test_unreachable_server_names_the_options(options):
    options["db_host"], options["db_port"], options["db_user"] = "127.0.0.1", 1, "sen"
    with pytest.raises(ServerUnreachable, match="127.0.0.1:1") as refusal:
        open_connection("postgres")
    assert "db_host" in refusal.value.hint


def test_old_server_is_refused(server, monkeypatch):
    monkeypatch.setattr("core.db.pool.MINIMUM_SERVER_VERSION", 990000)
    with pytest.raises(ServerTooOld, match="15 or newer") as refusal:
        open_connection("postgres")
    assert "Upgrade it" in refusal.value.hint


# -- running again -----------------------------------------------------------------------------------


@pytest.fixture
def counter(dbname):
    with db.connect(dbname).cursor() as cr:
        cr.run("CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL); INSERT INTO counter VALUES (1, 0), (2, 0)")
    return dbname


def value(dbname: str, row: int = 1) -> int:
    with db.connect(dbname).cursor(readonly=True) as cr:
        cr.run("SELECT n FROM counter WHERE id = %s", [row])
        return cr.fetchone()[0]


def increment(cr: db.Cursor, row: int = 1) -> None:
    cr.run("SELECT n FROM counter WHERE id = %s", [row])
    (n,) = cr.fetchone()
    cr.run("UPDATE counter SET n = %s WHERE id = %s", [n + 1, row])


def in_threads(count: int, function) -> list[BaseException]:
    errors: list[BaseException] = []

    def call(number: int) -> None:
        try:
            function(number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=call, args=[number]) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_serialisation_failure_runs_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        cr.run("SELECT n FROM counter WHERE id = 1")
        (n,) = cr.fetchone()
        if len(attempts) == 1:
            transaction.run(counter, increment)  # somebody else is faster
        cr.run("UPDATE counter SET n = %s WHERE id = 1", [n + 1])
        return "done"

    assert transaction.run(counter, function) == "done"
    assert (len(attempts), value(counter)) == (2, 2)


def test_an_error_raised_about_a_serialisation_failure_runs_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        cr.run("SELECT n FROM counter WHERE id = 1")
        if len(attempts) == 1:
            transaction.run(counter, increment)
        try:
            increment(cr)
        except psycopg2.Error as error:
            raise ValueError("translated for the user") from error

    transaction.run(counter, function)
    assert value(counter) == 2


def test_an_error_that_hides_a_serialisation_failure_runs_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        cr.run("SELECT n FROM counter WHERE id = 1")
        if len(attempts) == 1:
            transaction.run(counter, increment)
        try:
            increment(cr)
        except psycopg2.Error:
            raise ValueError("an addon's own words") from None

    transaction.run(counter, function)
    assert (len(attempts), value(counter)) == (2, 2)


def test_a_refused_lock_inside_another_error_is_waited_for(counter):
    holder = db.connect(counter).cursor()
    holder.lock_hot("a")
    attempts = []

    def function(cr):
        attempts.append(1)
        try:
            cr.lock_hot("a")
        except LockRequired as error:
            threading.Timer(0.1, holder.close).start()
            raise RuntimeError("a page about it") from error

    transaction.run(counter, function, retries=0)
    assert len(attempts) == 2


def test_other_errors_do_not_run_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        increment(cr)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        transaction.run(counter, function)
    assert (len(attempts), value(counter)) == (1, 0)


def test_what_the_caller_is_handling_does_not_count(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        raise ValueError("no")

    try:
        raise ConcurrencyError("of another transaction")
    except ConcurrencyError:
        with pytest.raises(ValueError, match="no"):
            transaction.run(counter, function)
    assert len(attempts) == 1


def test_after_an_explicit_commit_nothing_runs_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        increment(cr)
        cr.commit()
        raise ConcurrencyError("too late")

    with pytest.raises(ConcurrencyError):
        transaction.run(counter, function)
    assert (len(attempts), value(counter)) == (1, 1)


def test_attempts_are_bounded(counter, monkeypatch):
    monkeypatch.setattr(transaction, "FIRST_PAUSE_SECONDS", 0.0)
    attempts = []

    def function(cr):
        attempts.append(1)
        raise ConcurrencyError("always")

    with pytest.raises(ConcurrencyError):
        transaction.run(counter, function, retries=3)
    assert len(attempts) == 4


def test_lost_connection_runs_again(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        increment(cr)
        if len(attempts) == 1:
            killer = open_connection(counter)
            killer.cursor().execute("SELECT pg_terminate_backend(%s, 5000)", [cr.connection.info.backend_pid])
            killer.close()
        cr.run("SELECT 1")

    transaction.run(counter, function)
    assert (len(attempts), value(counter)) == (2, 1)


def test_deadlock_ends_well_for_both(counter):
    barrier = threading.Barrier(2)

    def both(number: int) -> None:
        attempts = []

        def function(cr):
            attempts.append(1)
            first, second = (1, 2) if number else (2, 1)
            cr.run("UPDATE counter SET n = n + 1 WHERE id = %s", [first])
            if len(attempts) == 1:
                barrier.wait(10)
            cr.run("UPDATE counter SET n = n + 1 WHERE id = %s", [second])

        transaction.run(counter, function)

    assert in_threads(2, both) == []
    assert (value(counter, 1), value(counter, 2)) == (2, 2)


# -- hot locks ---------------------------------------------------------------------------------------


def test_fifty_threads_on_one_lock_and_one_row(counter):
    attempts = []

    def function(cr):
        attempts.append(1)
        cr.run("SELECT count(*) FROM pg_class")  # a snapshot older than the lock
        cr.lock_hot("product:1")
        increment(cr)
        time.sleep(0.001)

    errors = in_threads(50, lambda _number: [transaction.run(counter, function) for _time in range(4)])

    assert errors == []
    assert value(counter) == 200
    assert len(attempts) <= 3 * 200


def test_many_locks_in_any_order_without_deadlock(counter):
    def one(number: int) -> None:
        keys = ["a", "b", "c", "d"]

        def function(cr):
            for key in keys[number % 4:] + keys[: number % 4]:
                cr.lock_hot(key)
                time.sleep(0.001)
            increment(cr)

        transaction.run(counter, function)

    assert in_threads(16, one) == []
    assert value(counter) == 16


def test_held_lock_is_refused_with_all_names_asked_for(counter):
    with db.connect(counter).cursor() as holder, db.connect(counter).cursor() as other:
        holder.lock_hot("b")
        other.lock_hot("a")
        with pytest.raises(LockRequired) as refusal:
            other.lock_hot("c", "b")
        assert refusal.value.keys == ("a", "b", "c")


def test_lock_taken_after_a_rivals_commit_refuses_the_stale_snapshot(counter):
    """Nobody holds the lock any more, but what was read before it is out of date – also if only *read*."""
    with db.connect(counter).cursor() as cr:
        cr.run("SELECT n FROM counter WHERE id = 1")
        with db.connect(counter).cursor() as rival:
            rival.lock_hot("product:1")
            rival.run("INSERT INTO counter VALUES (3, 0)")
        with pytest.raises(psycopg2.errors.SerializationFailure):
            cr.lock_hot("product:1")
        cr.rollback()


def test_first_insert_wins_check_then_insert_is_safe(counter):
    """The classic hole of REPEATABLE READ: look whether a row exists, insert it if not."""
    def one(_number: int) -> None:
        def function(cr):
            cr.run("SELECT 1")
            cr.lock_hot("quant:7")
            cr.run("SELECT count(*) FROM counter WHERE id >= 100")
            if not cr.fetchone()[0]:
                time.sleep(0.005)
                cr.run("INSERT INTO counter SELECT 100 + pg_backend_pid(), 0")

        transaction.run(counter, function)

    assert in_threads(10, one) == []
    with db.connect(counter).cursor() as cr:
        cr.run("SELECT count(*) FROM counter WHERE id >= 100")
        assert cr.fetchone() == (1,)


def test_locks_end_with_the_transaction(counter):
    for _time in range(2):
        transaction.run(counter, lambda cr: cr.lock_hot("a"))
    with db.connect(counter).cursor() as cr:
        cr.run("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert cr.fetchone() == (0,)


def test_asking_twice_costs_nothing(counter):
    with db.connect(counter).cursor() as cr:
        cr.lock_hot("a")
        before = cr.sql_log_count
        cr.lock_hot("a")
        assert cr.sql_log_count == before


def test_lock_given_up_by_a_savepoint_is_taken_again(counter):
    with db.connect(counter).cursor() as cr, db.connect(counter).cursor() as other:
        with pytest.raises(ValueError, match="no"), cr.savepoint():
            cr.lock_hot("a")
            raise ValueError("no")
        assert cr.hot_keys == {"a"}, "a retry takes it in time"
        cr.lock_hot("a")
        with pytest.raises(LockRequired):
            other.lock_hot("a")


def test_lock_numbers_are_stable():
    assert hot_key_number("product:1") == 6961666430272225651


# -- sequences and signals -----------------------------------------------------------------------------


def test_sequences(cr):
    sequences.create(cr, "seq 1", increment=5, start=100)
    assert sequences.predict(cr, "seq 1") == 100
    assert [sequences.next_value(cr, "seq 1"), sequences.next_value(cr, "seq 1")] == [100, 105]
    assert sequences.predict(cr, "seq 1") == 110
    assert sequences.next_values(cr, "seq 1", 3) == [110, 115, 120]
    sequences.alter(cr, "seq 1", increment=1, restart=7)
    assert sequences.next(cr, "seq 1") == 7
    sequences.drop(cr, ["seq 1", "never was"])
    assert not sequences.exists(cr, "seq 1")
    with pytest.raises(ValueError, match="steps of 0"):
        sequences.create(cr, "seq 2", increment=0)


def test_a_bump_is_seen_with_the_change_it_announces(dbname, cr):
    with db.connect(dbname).cursor() as writer:
        signals.bump(writer, "registry", "templates")
        with db.connect(dbname).cursor() as reader:
            assert signals.generations(reader) == {}
    with db.connect(dbname).cursor() as reader:
        assert signals.generations(reader) == {"registry": 1, "templates": 1}


def test_bumps_do_not_wait_for_each_other(dbname):
    with db.connect(dbname).cursor() as one, db.connect(dbname).cursor() as two:
        signals.bump(one, "default")
        signals.bump(two, "default")
        two.commit()
        one.commit()
        assert signals.generations(two) == {"default": 2}


def test_compaction_keeps_generations_while_others_bump(dbname):
    errors = in_threads(
        8, lambda number: [
            transaction.run(dbname, lambda cr: signals.bump(cr, "default")) if number else signals.compact(dbname)
            for _time in range(20)
        ],
    )
    assert errors == []
    signals.compact(dbname)
    with db.connect(dbname).cursor() as cr:
        assert signals.generations(cr) == {"default": 140}
        cr.run("SELECT count(*) FROM sen.signal")
        assert cr.fetchone() == (1,)


# -- errors for people ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (psycopg2.errors.DiskFull, "no space left"),
        (psycopg2.errors.TooManyConnections, "no more connections"),
        (psycopg2.errors.SerializationFailure, "changing the same data"),
        (psycopg2.errors.AdminShutdown, "was lost"),
        (psycopg2.errors.ReadOnlySqlTransaction, "replica"),
    ],
)
def test_states_of_the_server_are_explained(cr, error, expected):
    code = next(code for code, class_ in _codes() if class_ is error)
    with pytest.raises(psycopg2.Error) as refusal, cr.savepoint():
        cr.run(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$")
    explained = explain(refusal.value)
    assert expected in str(explained) and explained.hint


def _codes():
    from psycopg2 import errorcodes

    for name in dir(errorcodes):
        value = getattr(errorcodes, name)
        if isinstance(value, str) and len(value) == 5:
            try:
                yield value, psycopg2.errors.lookup(value)
            except KeyError:
                continue


def test_mistakes_of_ours_are_not_explained_away(cr):
    with pytest.raises(psycopg2.Error) as refusal, cr.savepoint():
        cr.run("SELECT nonsense")
    assert explain(refusal.value) is None
