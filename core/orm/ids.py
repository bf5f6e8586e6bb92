"""Record identifiers: real ids are integers, records not yet saved carry a :class:`NewId`."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_INT4_MAX = 2**31 - 1


class NewId:
    """Identifier of a record that exists only in memory.

    ``origin`` is the id of the saved record it stands for (or None), ``ref`` any value that tells several
    new records apart, such as the key a client gave to a line it has just added. Like Odoo's: falsy.
    """

    __slots__ = ("origin", "ref", "_hash")

    def __init__(self, origin: int | None = None, ref: Any = None) -> None:
        self.origin = origin
        self.ref = ref
        self._hash = hash(origin or ref or id(self))

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, NewId):
            return False
        return bool(
            (self.origin and other.origin and self.origin == other.origin)
            or (self.ref and other.ref and self.ref == other.ref)
        )

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        if self.origin:
            return f"<NewId origin={self.origin!r}>"
        if self.ref:
            return f"<NewId ref={self.ref!r}>"
        return f"<NewId 0x{id(self):x}>"

    def __str__(self) -> str:
        if self.origin:
            return f"NewId_{self.origin}"
        return f"NewId_{self.ref!r}" if self.ref else f"NewId_0x{id(self):x}"


IdType = int | NewId


def origin_ids(ids: Iterable[IdType]) -> list[int]:
    """Ids of the saved records that ``ids`` are or stand for."""
    return [origin for id_ in ids if (origin := id_ or getattr(id_, "origin", None))]  # type: ignore[misc]


class Origins:
    """The saved records that many new ones stand for, looked up only when somebody reads along."""

    __slots__ = ("ids",)

    def __init__(self, ids: Iterable[Any]) -> None:
        self.ids = ids

    def __iter__(self) -> Iterator[int]:
        return iter(origin_ids(self.ids))



def int_array(values: Sequence[int]) -> str:
    """PostgreSQL's literal of an array of ids, quicker made than a list is adapted item by item.

    Numbers that are no id cannot match and are left out.
    """
    if values and not (-_INT4_MAX <= min(values) and max(values) <= _INT4_MAX):
        values = [value for value in values if -_INT4_MAX <= value <= _INT4_MAX]
    return f"{{{','.join(map(str, values))}}}"


def unique(items: Iterable[Any]) -> tuple[Any, ...]:
    """``items`` without repetition, first occurrence kept."""
    return tuple(dict.fromkeys(items))
