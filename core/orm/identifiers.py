"""Ids of new rows, reserved ahead from their sequences.

Transactions resemble each other: creating an order is followed by its lines, a message, followers. The first
reservation of a transaction therefore takes along, in the same statement, what the last transaction that began like
it went on to need. Ids that are not needed after all are gaps, as after a rollback.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.orm.environment import Transaction

MAX_AHEAD = 64
"""More than this of one sequence is a mass operation, no habit."""


class Reservations:
    """The ids a transaction holds, and what it has used of each sequence since its first reservation."""

    __slots__ = ("first", "free", "used")

    def __init__(self) -> None:
        self.first: tuple[str, int, str] | None = None
        self.free: dict[str, list[int]] = {}
        self.used: dict[str, int] = {}


def reserve(transaction: Transaction, sequence: str, count: int, hint: str = "") -> tuple[int, ...]:
    """``count`` ids of ``sequence``, ascending; ``hint`` says what kind of transaction this begins."""
    held: Reservations = transaction.reservations
    held.used[sequence] = held.used.get(sequence, 0) + count
    free = held.free.get(sequence)
    if free is None or len(free) < count:
        wanted = {sequence: count - len(free or ())}
        if held.first is None:
            held.first = (sequence, count, hint)
            for name, habit in transaction.registry.id_habits.get(held.first, {}).items():
                wanted[name] = max(wanted.get(name, 0), habit)
        _take(transaction, held, wanted)
        free = held.free[sequence]
    taken = tuple(free[:count])
    del free[:count]
    return taken


def _take(transaction: Transaction, held: Reservations, wanted: dict[str, int]) -> None:
    cr = transaction.cr
    parts: list[str] = []
    params: list[Any] = []
    for index, (name, count) in enumerate(wanted.items()):
        parts.append(f"SELECT {index}, nextval(%s::regclass) FROM generate_series(1, %s)")
        params += [f'"{name}"', count]
    cr.run(" UNION ALL ".join(parts), params)
    names = list(wanted)
    for index, id_ in cr.fetchall():
        held.free.setdefault(names[index], []).append(id_)


def remember(transaction: Transaction) -> None:
    """At the end of a transaction: its needs are what the next one like it will take ahead."""
    held: Reservations = transaction.reservations
    if held.first is not None:
        transaction.registry.id_habits[held.first] = {
            name: count for name, count in held.used.items()
            if count <= MAX_AHEAD and transaction.registry.model_of_table(name.removesuffix("_id_seq")) is not None}
