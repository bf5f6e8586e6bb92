"""Addon modules: manifests, dependency graph, install, upgrade, uninstall."""

from __future__ import annotations

from core.modules.manifest import Manifest, find, names, read
from core.orm.registry import Registry

__all__ = ["Manifest", "find", "names", "read"]


def _load_installed(registry: Registry) -> None:
    """What `Registry.new` calls: the installed addons of an existing database."""
    from core.modules import operations

    operations.load_installed(registry)


Registry.loader = _load_installed  # type: ignore[assignment]
