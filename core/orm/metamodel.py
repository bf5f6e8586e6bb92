"""Collecting the model classes that addons declare."""
from __future__ import annotations

import sys
from collections import defaultdict
from typing import Any, ClassVar

from core.orm.fields.base import Field


class MetaModel(type):
    """Metaclass of models: a class body in an addon is a *definition*; the registry composes definitions."""

    module_to_models: ClassVar[dict[str, list[Any]]] = defaultdict(list)

    def __new__(mcs, name: str, bases: tuple, attributes: dict[str, Any], **kwargs: Any) -> Any:
        attributes.setdefault("__slots__", ())
        attributes.setdefault("_field_definitions", [])
        if attributes.get("_register", True):
            attributes.setdefault("_module", addon_of(attributes.get("__module__", "")))
            inherit = attributes.get("_inherit")
            if isinstance(inherit, str):
                attributes["_inherit"] = inherit = [inherit]
            elif inherit is not None:
                attributes["_inherit"] = inherit = list(inherit)
            if not attributes.get("_name") and inherit and len(inherit) == 1:
                attributes["_name"] = inherit[0]
        return super().__new__(mcs, name, bases, attributes)

    def __init__(cls, name: str, bases: tuple, attributes: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(name, bases, attributes)
        if "_name" not in attributes and not attributes.get("_inherit"):
            if not attributes.get("_register", True):
                return
        if not attributes.get("_register", True):
            cls._register = True  # the mark is not inherited
            return
        for value in attributes.values():
            if isinstance(value, Field):
                cls._field_definitions.append(value)  # type: ignore[attr-defined]
        if not cls.__dict__.get("_name"):
            cls._name = cls._dotted_name(name)
        if cls._module:  # type: ignore[attr-defined]
            cls.module_to_models[cls._module].append(cls)  # type: ignore[attr-defined]
            cls._source_line = _source_of(cls)

    def __setattr__(cls, name: str, value: Any) -> None:
        """Giving a composed class other bases is how test helpers take their models out: the registry does it for all."""
        if name in ("__bases__", "_fields") and cls.__dict__.get("_registry_class"):
            if name == "__bases__":
                cls.pool.undo_test_models()  # type: ignore[attr-defined]
                return
            if cls.pool._undoing_test_models:  # type: ignore[attr-defined]
                return
        super().__setattr__(name, value)

    def __delattr__(cls, name: str) -> None:
        if cls.__dict__.get("_registry_class") and cls.pool._undoing_test_models and isinstance(cls.__dict__.get(name), Field):  # type: ignore[attr-defined]
            return
        super().__delattr__(name)

    @staticmethod
    def _dotted_name(name: str) -> str:
        return "".join(("." if index else "") + char.lower() if char.isupper() else char for index, char in enumerate(name))

    def __repr__(cls) -> str:
        return f"<model {cls.__dict__.get('_name') or cls.__name__}>"


def addon_of(python_module: str) -> str | None:
    """Name of the addon a Python module belongs to."""
    parts = python_module.split(".")
    if len(parts) > 2 and parts[1] == "addons" and parts[0] in ("odoo", "core"):
        return parts[2]
    return None


def _source_of(cls: type) -> tuple[str | None, int | None]:
    """(file, line) where the class is declared; the line is found by looking at the calling frames."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__") != cls.__module__:
        frame = frame.f_back  # type: ignore[assignment]
    module = sys.modules.get(cls.__module__)
    return getattr(module, "__file__", None), frame.f_lineno if frame is not None else None
