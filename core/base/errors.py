"""Exceptions every room shares.

The text of an exception is ``args[0]``: what was refused, which record, why, and what to do about it.
``hint`` is kept apart so that a page can show it under the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


class UserError(Exception):
    """An action the user asked for is refused.

    :param message: translated text for the user
    :param code: stable name of the refusal, e.g. ``sale.no_lines``
    :param records: the recordset concerned
    :param field: name of the field concerned
    :param hint: what to do about it
    """

    # Exceptions of existing addons have constructors of their own, which do not always call this one.
    code: str | None = None
    records: Any = None
    field: str | None = None
    hint: str | None = None

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        records: Any = None,
        field: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code, self.records, self.field, self.hint = code, records, field, hint

    @property
    def name(self) -> str:
        """The message, under the name existing addons read."""
        return str(self.args[0])

    def __str__(self) -> str:
        message = str(self.args[0])
        return f"{message}\n{self.hint}" if self.hint else message


class ValidationError(UserError):
    """A constraint on a record's values does not hold."""


class AccessError(UserError):
    """The user may not perform this operation on these records."""


class MissingError(UserError):
    """A record does not exist any more."""


class AccessDenied(UserError):
    """Login refused. The message never says which part was wrong."""

    def __init__(self, message: str = "Access Denied", **details: Any) -> None:
        super().__init__(message, **details)


class RedirectWarning(Exception):
    """A refusal that offers the way out: a button opening ``action``.

    :param action: id of the action (or an action dict) to open
    """

    def __init__(
        self,
        message: str,
        action: int | dict[str, Any],
        button_text: str,
        additional_context: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message, action, button_text, additional_context)
        self.action = action
        self.button_text = button_text
        self.additional_context = additional_context

    def __str__(self) -> str:
        return str(self.args[0])


class CacheMiss(KeyError):
    """The cache holds no value for this record and field."""

    def __init__(self, record: Any, field: Any) -> None:
        super().__init__(f"{record!r}.{getattr(field, 'name', field)}")


class ConcurrencyError(Exception):
    """Somebody else changed the same data; running the transaction again may succeed."""


class LockRequired(ConcurrencyError):
    """Another transaction holds these named locks: wait for them before taking a snapshot."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(f"waiting for {', '.join(self.keys)}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an addon's files."""

    message: str
    file: str | None = None
    line: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class LoadError(Exception):
    """All mistakes found while loading addons, reported together before anything is changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))
