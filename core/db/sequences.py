"""PostgreSQL sequences: numbers that may have gaps and never make anybody wait."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg2.errors

from core.db.cursor import Cursor
from core.db.schema.names import quote


def create(cr: Cursor, name: str, *, increment: int = 1, start: int = 1) -> None:
    """Create the sequence; its first number is ``start``.

    :raises ValueError: the increment is 0
    """
    _check(increment)
    cr.run(f"CREATE SEQUENCE {quote(name)} INCREMENT BY {int(increment)} {_bounds(increment, start)}")


def alter(cr: Cursor, name: str, *, increment: int | None = None, restart: int | None = None) -> None:
    """Change the step, or the next number. Does nothing when there is no such sequence."""
    changes = []
    if increment is not None:
        _check(increment)
        changes.append(f"INCREMENT BY {int(increment)}")
    if restart is not None:
        changes.append(f"{_minimum(restart)} RESTART WITH {int(restart)}")
    if changes:
        cr.run(f"ALTER SEQUENCE IF EXISTS {quote(name)} {' '.join(changes)}")


def drop(cr: Cursor, names: Iterable[str]) -> None:
    """Drop the sequences that exist."""
    listed = ", ".join(quote(name) for name in names)
    if listed:
        cr.run(f"DROP SEQUENCE IF EXISTS {listed}")


def next_value(cr: Cursor, name: str) -> int:
    """The next number; gone for good even when the transaction is rolled back."""
    cr.run("SELECT nextval(%s)", [quote(name)])
    row = cr.fetchone()
    assert row is not None
    return int(row[0])


#: the name used in ``docs/developer/kernel.md``; shadows the builtin only for those who import it
next = next_value


def next_values(cr: Cursor, name: str, count: int) -> list[int]:
    """``count`` numbers in one statement, ascending in the order they were drawn."""
    cr.run("SELECT nextval(%s) FROM generate_series(1, %s)", [quote(name), count])
    return [number for (number,) in cr.fetchall()]


def predict(cr: Cursor, name: str) -> int:
    """The number the next call will most likely get, without taking it."""
    cr.run(
        "SELECT coalesce(last_value + increment_by, start_value) FROM pg_sequences"
        " WHERE schemaname = 'public' AND sequencename = %s", [name],
    )
    row = cr.fetchone()
    if row is None:
        raise psycopg2.errors.UndefinedTable(f"sequence {name} does not exist")
    return int(row[0])


def exists(cr: Cursor, name: str) -> bool:
    cr.run("SELECT 1 FROM pg_class WHERE relkind = 'S' AND relname = %s", [name])
    return cr.fetchone() is not None


def _check(increment: int) -> None:
    if not int(increment):
        raise ValueError("A sequence must not count in steps of 0.")


def _minimum(start: int) -> str:
    return f"MINVALUE {min(1, int(start))}"


def _bounds(increment: int, start: int) -> str:
    if increment < 0:
        return f"MINVALUE -9223372036854775807 MAXVALUE {max(-1, int(start))} START WITH {int(start)}"
    return f"{_minimum(start)} START WITH {int(start)}"
