"""x2many commands: the triples that ``create`` and ``write`` accept for one2many and many2many fields."""
from __future__ import annotations

import enum
from typing import Any


class Command(enum.IntEnum):
    """``(command, id, value)``: what to do with the records of an x2many field."""

    CREATE = 0
    UPDATE = 1
    DELETE = 2
    UNLINK = 3
    LINK = 4
    CLEAR = 5
    SET = 6

    @classmethod
    def create(cls, values: dict[str, Any]) -> tuple:  # type: ignore[override]
        """Create a record with ``values`` and link it."""
        return (cls.CREATE, 0, values)

    @classmethod
    def update(cls, id: int, values: dict[str, Any]) -> tuple:
        """Write ``values`` on the linked record ``id``."""
        return (cls.UPDATE, id, values)

    @classmethod
    def delete(cls, id: int) -> tuple:
        """Remove the record ``id`` from the database."""
        return (cls.DELETE, id, 0)

    @classmethod
    def unlink(cls, id: int) -> tuple:
        """Remove the link to ``id``, keeping the record where the relation allows it."""
        return (cls.UNLINK, id, 0)

    @classmethod
    def link(cls, id: int) -> tuple:
        """Link the existing record ``id``."""
        return (cls.LINK, id, 0)

    @classmethod
    def clear(cls) -> tuple:
        """Unlink every record."""
        return (cls.CLEAR, 0, 0)

    @classmethod
    def set(cls, ids: list[int]) -> tuple:
        """Link exactly ``ids``."""
        return (cls.SET, 0, list(ids))
