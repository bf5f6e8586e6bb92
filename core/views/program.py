"""What a form is compiled to: texts, and calls that answer text, some of them behind a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from markupsafe import escape

Call = Callable[[Any], str]


class _Unless:
    """Parts that are left out while a condition holds."""

    __slots__ = ("condition", "parts")

    def __init__(self, condition: Callable[[Any], bool], parts: Sequence[Any]):
        self.condition, self.parts = condition, tuple(parts)


class Program:
    """Immutable, and shared by all threads."""

    __slots__ = ("parts",)

    def __init__(self, parts: Sequence[Any]):
        self.parts = tuple(parts)

    def render(self, S: Any) -> str:
        out: list[str] = []
        _run(self.parts, S, out)
        return "".join(out)


def _run(parts: Sequence[Any], S: Any, out: list[str]) -> None:
    for part in parts:
        if type(part) is str:
            out.append(part)
        elif type(part) is _Unless:
            if not part.condition(S):
                _run(part.parts, S, out)
        else:
            out.append(part(S))


class ProgramWriter:
    """Collects the parts of a program; adjacent texts become one."""

    def __init__(self) -> None:
        self._parts: list[Any] = []

    def markup(self, text: str) -> None:
        if self._parts and type(self._parts[-1]) is str:
            self._parts[-1] += str(text)
        else:
            self._parts.append(str(text))

    def text(self, text: str) -> None:
        self.markup(str(escape(text)))

    def call(self, function: Call) -> None:
        self._parts.append(function)

    @contextmanager
    def unless(self, condition: bool | Callable[[Any], bool]) -> Iterator[None]:
        """What is written inside is left out while the condition holds; False writes it for good."""
        if condition is False:
            yield
            return
        outer, self._parts = self._parts, []
        try:
            yield
        finally:
            inner, self._parts = self._parts, outer
        if condition is not True:
            self._parts.append(_Unless(condition, inner))

    def program(self) -> Program:
        return Program(self._parts)
