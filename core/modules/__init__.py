"""Addon modules: manifests, dependency graph, install, upgrade, uninstall."""

from __future__ import annotations

import importlib
from typing import Any

from core.modules.manifest import Manifest, find, names, read
from core.orm.registry import Registry

__all__ = ["Manifest", "find", "names", "read"]


def _load_installed(registry: Registry) -> None:
    """What `Registry.new` calls: the installed addons of an existing database."""
    from core.modules import operations

    operations.load_installed(registry)


Registry.loader = _load_installed  # type: ignore[assignment]


def __getattr__(name: str) -> Any:
    """`odoo.modules.module` and its neighbours, which the import alias provides, are there without being imported."""
    if name not in ("db", "module", "registry"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return importlib.import_module(f"odoo.modules.{name}")
