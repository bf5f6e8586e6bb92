"""Run a function in a transaction, again when another transaction was faster.

Only the database is undone between attempts, so nothing outside may happen in the function: mail, files and HTTP go
through the outbox or a post-commit hook.
"""

from __future__ import annotations

import logging
import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import psycopg2

from core.base.errors import ConcurrencyError, LockRequired
from core.db.connection import connect
from core.db.cursor import RETRYABLE_CODES, Cursor

_logger = logging.getLogger(__name__)

Result = TypeVar("Result")

DEFAULT_RETRIES = 5
FIRST_PAUSE_SECONDS = 0.02
LONGEST_PAUSE_SECONDS = 1.0
#: Each refused lock adds a name to the list waited for, so this many different names may turn up one by one.
MAX_LOCK_ROUNDS = 30


def run(
    dbname: str,
    function: Callable[[Cursor], Result],
    *,
    readonly: bool = False,
    retries: int = DEFAULT_RETRIES,
) -> Result:
    """``function(cr)`` and commit; returns its result.

    Runs again, with all hot locks asked for so far held before the snapshot, after a serialisation failure, a
    deadlock, a refused lock, ``ConcurrencyError``, or a connection lost before COMMIT. Not after an explicit commit.

    :param retries: attempts after the first, not counting those that only learn which locks to wait for
    :raises: what the function raised, or the last refusal when the attempts are used up
    """
    attempts = _Attempts(retries)
    while True:
        cr = _open(dbname, readonly, attempts)
        try:
            result = function(cr)
            cr.commit()
            return result
        except Exception as error:
            if not attempts.another_after(error, cr):
                raise
        finally:
            cr.close()
        attempts.pause()


def _open(dbname: str, readonly: bool, attempts: _Attempts) -> Cursor:
    """A cursor holding the locks; waiting for them, the connection may be lost like anywhere else."""
    while True:
        try:
            return connect(dbname).cursor(readonly, locks=sorted(attempts.locks))
        except psycopg2.Error as error:
            if error.pgcode in RETRYABLE_CODES or not attempts.count_failure(error):
                raise
        attempts.pause()


class _Attempts:
    """How often the transaction failed, and what the next attempt has to wait for."""

    def __init__(self, retries: int) -> None:
        self.retries = retries
        self.failures = 0
        self.lock_rounds = 0
        self.locks: frozenset[str] = frozenset()
        self._must_pause = False
        #: what the caller is handling already has nothing to do with our attempts
        self._outer = sys.exc_info()[1]

    def another_after(self, error: Exception, cr: Cursor) -> bool:
        if cr.committed or not is_retryable(error, cr, self._outer):
            return False
        refused = retryable_cause(error, self._outer)
        known, self.locks = self.locks, self.locks | cr.hot_keys | frozenset(getattr(refused, "keys", ()))
        only_learnt = isinstance(refused, LockRequired) and self.locks > known and self.lock_rounds < MAX_LOCK_ROUNDS
        if not only_learnt:
            return self.count_failure(error)
        self.lock_rounds += 1
        self._must_pause = False
        return True

    def count_failure(self, error: Exception) -> bool:
        """Whether another attempt is left."""
        self.failures += 1
        self._must_pause = True
        if self.failures > self.retries:
            return False
        _logger.info("running again after attempt %s: %s", self.failures + self.lock_rounds, error)
        return True

    def pause(self) -> None:
        if self._must_pause:
            pause(self.failures)


def is_retryable(error: BaseException, cr: Cursor | None = None, outer: BaseException | None = None) -> bool:
    """Whether running the transaction again may succeed.

    An error raised because of a serialisation failure counts as one: the transaction is lost all the same.
    """
    if retryable_cause(error, outer) is not None:
        return True
    if cr is None:
        return False
    if cr.is_broken:
        # Lost while COMMIT was on its way: it may have happened, so running again might do things twice.
        return isinstance(error, psycopg2.Error) and (cr.readonly or not cr.committing)
    return cr.is_lost


def retryable_cause(error: BaseException | None, outer: BaseException | None = None) -> BaseException | None:
    """The refusal of a rival's making, in the error or in what led to it, up to (not including) ``outer``."""
    while error is not None and error is not outer:
        if isinstance(error, ConcurrencyError):
            return error
        if isinstance(error, psycopg2.Error) and error.pgcode in RETRYABLE_CODES:
            return error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return None


def pause(failures: int) -> None:
    """Sleep a random time that grows with the number of failures, so that rivals part ways."""
    time.sleep(random.uniform(0, min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2**failures)))
