"""Decorators that tell the ORM what a model's method is for."""
from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from core.orm.environment import SUPERUSER_ID, Environment

__all__ = [
    "SUPERUSER_ID", "Environment", "autovacuum", "constrains", "depends", "depends_context", "model", "model_create_multi",
    "onchange", "ondelete", "private", "readonly", "returns",
]

F = TypeVar("F", bound=Callable[..., Any])
INHERITED_ATTRIBUTES = ("_returns",)


def _mark(**attributes: Any) -> Callable[[F], F]:
    def decorate(method: F) -> F:
        for name, value in attributes.items():
            setattr(method, name, value)
        return method
    return decorate


def constrains(*names: str) -> Callable[[F], F]:
    """Run the method on ``create`` and ``write`` of any of the fields ``names``; it raises ValidationError."""
    return _mark(_constrains=names[0] if len(names) == 1 and callable(names[0]) else names)


def onchange(*names: str) -> Callable[[F], F]:
    """Run the method in forms when one of the fields ``names`` is edited."""
    return _mark(_onchange=names)


def depends(*names: Any) -> Callable[[F], F]:
    """Dotted names of the fields a compute method reads; or one function of the model returning them."""
    if len(names) == 1 and callable(names[0]):
        return _mark(_depends=names[0])
    if any("id" in name.split(".") for name in names):
        raise NotImplementedError("Compute methods cannot depend on the field 'id'.")
    return _mark(_depends=names)


def depends_context(*keys: str) -> Callable[[F], F]:
    """Context keys (and 'company', 'uid', 'lang', 'active_test') that a non-stored compute method depends on."""
    return _mark(_depends_context=keys)


def ondelete(*, at_uninstall: bool) -> Callable[[F], F]:
    """Run the method before ``unlink``; ``at_uninstall`` says whether also while its addon is uninstalled."""
    return _mark(_ondelete=at_uninstall)


def returns(model: str | None, downgrade: Callable | None = None, upgrade: Callable | None = None) -> Callable[[F], F]:
    """The method returns records of ``model`` ('self': its own); RPC callers get their ids."""
    return _mark(_returns=(model, downgrade, upgrade))


def model(method: F) -> F:
    """The method's ``self`` carries a model and an environment; its ids are not meaningful."""
    if method.__name__ == "create":
        return model_create_single(method)  # type: ignore[return-value]
    method._api = "model"  # type: ignore[attr-defined]
    return method


def private(method: F) -> F:
    """The method cannot be called by RPC."""
    method._api_private = True  # type: ignore[attr-defined]
    return method


def readonly(method: F) -> F:
    """The method only reads; an RPC call of it may run on a read-only transaction."""
    method._readonly = True  # type: ignore[attr-defined]
    return method


def autovacuum(method: F) -> F:
    """The daily vacuum calls the private method."""
    if not method.__name__.startswith("_"):
        raise ValueError(f"{method.__name__}: an autovacuum method must be private (start with '_').")
    method._autovacuum = True  # type: ignore[attr-defined]
    return method


def model_create_single(method: Callable[..., Any]) -> Callable[..., Any]:
    """Let an old-style ``create(self, vals)`` override answer calls that pass a list."""
    @functools.wraps(method)
    def create(self: Any, arg: Any) -> Any:
        if isinstance(arg, dict):
            return method(self, arg)
        return self.browse().concat(*(method(self, vals) for vals in arg))
    create._api = "model_create"  # type: ignore[attr-defined]
    return create


def model_create_multi(method: Callable[..., Any]) -> Callable[..., Any]:
    """``create(self, vals_list)`` that callers may also give one dictionary."""
    @functools.wraps(method)
    def create(self: Any, vals_list: Any) -> Any:
        return method(self, [vals_list] if isinstance(vals_list, dict) else vals_list)
    create._api = "model_create"  # type: ignore[attr-defined]
    return create
