"""Why something was refused."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.base.errors import UserError


class Refusal:
    """One reason against a transition or step: a code for programs, a text and a hint for people.

    ``Refusal("sale.no_lines", _("Quotation %s has no line."), order.name, hint=_("Add a product."))``
    """

    __slots__ = ("code", "hint", "message", "record")

    def __init__(self, code: str, message: Any, *args: Any, hint: Any = None, record: Any = None, **kwargs: Any) -> None:
        self.code = code
        text = str(message)
        self.message = text % (kwargs or args) if args or kwargs else text
        self.hint = str(hint) if hint else None
        self.record = record

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message

    def __repr__(self) -> str:
        return f"Refusal({self.code!r}, {self.message!r})"


class Refused(UserError):
    """A transition or step was refused; ``refusals`` lists every reason for every record."""

    def __init__(self, refusals: Sequence[Refusal], heading: str | None = None) -> None:
        self.refusals = list(refusals)
        lines = list(dict.fromkeys(str(refusal) for refusal in self.refusals))
        text = "\n".join(lines if len(lines) < 2 else [f"- {line}" for line in lines])
        super().__init__(f"{heading}\n{text}" if heading and len(lines) > 1 else text,
                         code=self.refusals[0].code if self.refusals else None)


def as_refusals(value: Any) -> list[Refusal]:
    """What a guard returned, as a list."""
    if not value:
        return []
    if isinstance(value, Refusal):
        return [value]
    return [refusal for refusal in value if refusal]
