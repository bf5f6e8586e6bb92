"""Rows that all transactions of a process share: master data that everybody reads and hardly anybody changes.

A model with ``_shared_rows = True`` (currencies, units, journals, locations …) is read from the database once per
process. The rules that keep this true:

- A transaction that changes such a model, or invalidates it by hand after raw SQL, neither reads nor fills the shared
  rows of that model any more; its commit empties them here, and through the signal 'rows' in the other workers.
- A transaction only uses and fills them while no other has emptied them since it began: what an older snapshot read
  never gets in.
- Signals are looked at when a transaction first asks, at most once a second, beside the look at every request.
"""
from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.orm.environment import Environment, Transaction
    from core.orm.fields.base import Field

SIGNAL = "rows"
CHECK_INTERVAL_SECONDS = 1.0
MAX_QUERIES = 5_000


class SharedRows:
    """The shared rows of a registry: cached values by field, and ids found by queries."""

    __slots__ = ("checked_at", "generation", "own_signals", "queries", "signalled", "values")

    def __init__(self) -> None:
        self.values: dict[Any, dict[int, Any]] = {}
        self.queries: dict[Any, tuple[int, ...]] = {}
        self.generation = 0
        self.checked_at = float("-inf")
        self.signalled: int | None = None
        self.own_signals = 0

    def clear(self) -> None:
        self.generation += 1
        self.values = {}
        self.queries = {}

    def heard(self, signalled: int) -> None:
        """Another worker's changes, as told by the signal's generation; our own were heeded at their commit."""
        if self.signalled is not None and signalled != self.signalled + self.own_signals:
            self.clear()
        self.signalled = signalled
        self.own_signals = 0

    def committed(self) -> None:
        """A transaction of this process changed rows."""
        self.own_signals += 1
        self.clear()


def change(transaction: Transaction, model_names: Iterable[str]) -> None:
    """The transaction changes rows of these models."""
    fresh = [name for name in model_names if name not in transaction.changed_models]
    if not fresh:
        return
    if not transaction.changed_models:
        announce_at_commit(transaction)
    transaction.changed_models.update(fresh)


def announce_at_commit(transaction: Transaction) -> None:
    """Empty the shared rows here and in the other workers when the transaction commits."""
    transaction.cr.precommit.add(lambda: _announce(transaction))
    transaction.cr.postcommit.add(transaction.registry.shared_rows.committed)


def change_all(transaction: Transaction) -> None:
    """Anything may have been changed by raw SQL."""
    change(transaction, [name for name, model in transaction.registry.models.items() if model._shared_rows])


def _announce(transaction: Transaction) -> None:
    from core.db import signals
    if not transaction.cr.readonly:
        signals.bump(transaction.cr, SIGNAL)


def usable(env: Environment, model_names: Iterable[str]) -> SharedRows | None:
    """The shared rows, if this transaction may use them for all of these models."""
    transaction = env.transaction
    models = env.registry.models
    for name in model_names:
        if not models[name]._shared_rows or name in transaction.changed_models:
            return None
    shared = env.registry.shared_rows
    if transaction.shared_generation != shared.generation:
        return None
    now = time.monotonic()
    if now - shared.checked_at > CHECK_INTERVAL_SECONDS:
        shared.checked_at = now
        from core.db import signals
        # what this snapshot knows of the signals, it knows of the rows as well
        shared.heard(signals.generations(env.cr).get(SIGNAL, 0))
        transaction.shared_generation = shared.generation
    return shared


def take(env: Environment, shared: SharedRows, fields: Sequence[Field], ids: Sequence[int]) -> list[int]:
    """Fill the transaction's cache from the shared rows; returns the ids that were complete there."""
    keys = [env.cache_key(field) for field in fields]
    columns = []
    for key in keys:
        column = shared.values.get(key)
        if not column:
            return []
        columns.append(column)
    known = [id_ for id_ in ids if all(id_ in column for column in columns)]
    for field, column in zip(fields, columns, strict=True):
        data = env.field_data(field)
        for id_ in known:
            if id_ not in data:
                data[id_] = column[id_]
    return known


def keep(env: Environment, shared: SharedRows, fields: Sequence[Field], ids: Iterable[int]) -> None:
    """Share what this transaction has just read."""
    for field in fields:
        data = env.field_data(field)
        column = shared.values.setdefault(env.cache_key(field), {})
        for id_ in ids:
            if id_ in data:
                column[id_] = data[id_]


def find(shared: SharedRows, key: Any) -> tuple[int, ...] | None:
    return shared.queries.get(key)


def keep_query(shared: SharedRows, key: Any, ids: tuple[int, ...]) -> None:
    if len(shared.queries) >= MAX_QUERIES:
        shared.queries = {}
    shared.queries[key] = ids
