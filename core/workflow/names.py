"""What the names in workflow XML mean: guards, effects, conditions and steps, registered by addons.

A name belongs to the addon that registers it. An addon that depends on it may register the name again; two unrelated
addons may not (reported when the registry is set up, with both places).
"""
from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from core.orm.metamodel import addon_of

F = TypeVar("F", bound=Callable[..., Any])

KINDS = ("guard", "effect", "condition", "step")


@dataclass(frozen=True)
class Registration:
    """A function that stands behind a name."""

    kind: str
    name: str
    function: Callable[..., Any]
    addon: str | None
    file: str
    line: int
    batch: bool = False
    creates: str | None = None

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


_registrations: dict[tuple[str, str], list[Registration]] = {}


def _register(kind: str, name: str, *, batch: bool = False, creates: str | None = None) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        code = inspect.unwrap(function).__code__
        registration = Registration(kind, name, function, addon_of(function.__module__), code.co_filename,
                                    code.co_firstlineno, batch, creates)
        known = _registrations.setdefault((kind, name), [])
        # a module imported again (tests, reload) replaces its earlier registration
        known[:] = [other for other in known if _identity(other.function) != _identity(function)]
        known.append(registration)
        return function
    return decorate


def _identity(function: Callable[..., Any]) -> tuple[str, str]:
    return function.__module__, function.__qualname__


def guard(name: str) -> Callable[[F], F]:
    """``function(record)`` returns None, a :class:`Refusal` or several: why the transition is refused."""
    return _register("guard", name)


def effect(name: str, *, batch: bool = False) -> Callable[[F], F]:
    """``function(record)`` does what belongs to a transition; with ``batch`` it is given all records at once."""
    return _register("effect", name, batch=batch)


def condition(name: str) -> Callable[[F], F]:
    """``function(record)`` is truthy when a step, or an automatic transition, is due."""
    return _register("condition", name)


def step(name: str, *, creates: str | None = None) -> Callable[[F], F]:
    """``function(record)`` creates what is missing and returns it (an empty recordset when nothing was missing).

    :param creates: name of the model of the documents it creates
    """
    return _register("step", name, creates=creates)


def all_registrations() -> dict[tuple[str, str], list[Registration]]:
    return _registrations
