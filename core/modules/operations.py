"""Whole operations on a database: install, upgrade, uninstall; each in one transaction, one at a time.

A session lock taken before the snapshot keeps two installations apart: the second waits for the first, then sees
what it did. Other workers learn of the new set of addons by the generation 'registry' and load it anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import psycopg2

from core.base.errors import ConcurrencyError, LoadError
from core.db import connect, signals
from core.modules import loader, manifest
from core.modules import uninstall as removal
from core.modules.loader import AfterModule, Plan, Progress
from core.orm.environment import Environment, Transaction
from core.orm.registry import Registry

if TYPE_CHECKING:
    from core.db.cursor import Cursor

_logger = logging.getLogger(__name__)

LOCK = "core.modules"


def load_installed(registry: Registry) -> None:
    """Load the installed addons into a new registry; nothing is written."""
    with connect(registry.db_name).cursor() as cr:
        loader.Loading(registry, cr).run_installed()
        generations = signals.generations(cr)
    registry.registry_generation = generations.get("registry", 0)
    registry.cache_generations = dict(generations)


def install(
    dbname: str,
    names: Iterable[str],
    *,
    demo: bool | None = None,
    progress: Progress | None = None,
    after_module: AfterModule | None = None,
    before_commit: Callable[[Environment], None] | None = None,
) -> Plan:
    """Install addons with everything they need; see :func:`change`."""
    return change(
        dbname,
        install=names,
        demo=demo,
        progress=progress,
        after_module=after_module,
        before_commit=before_commit,
    )


def upgrade(
    dbname: str,
    names: Iterable[str],
    *,
    progress: Progress | None = None,
    after_module: AfterModule | None = None,
) -> Plan:
    """Upgrade installed addons and those that need them; `all` upgrades everything."""
    return change(dbname, upgrade=names, progress=progress, after_module=after_module)


def change(
    dbname: str,
    *,
    install: Iterable[str] = (),
    upgrade: Iterable[str] = (),
    demo: bool | None = None,
    progress: Progress | None = None,
    after_module: AfterModule | None = None,
    before_commit: Callable[[Environment], None] | None = None,
) -> Plan:
    """Install and upgrade in one transaction; the database is left as it was when anything fails.

    :param demo: load demonstration data; by default as the database was created
    :param before_commit: called with the superuser's environment when all addons are in
    :raises LoadError: the mistakes found, with file and line
    """
    manifest.rescan()
    marked = _marked_for_removal(dbname)
    if marked:
        uninstall(dbname, marked, progress=progress)
    wanted, upgrades = list(install), list(upgrade)
    try:
        return _attempt(dbname, wanted, upgrades, demo, progress, after_module, before_commit, careful=False)
    except _BatchFailed as failure:
        _logger.info("Loading in batches failed (%s); trying addon by addon", failure.__cause__)
        manifest.rescan()
        return _attempt(dbname, wanted, upgrades, demo, progress, after_module, before_commit, careful=True)


def _marked_for_removal(dbname: str) -> list[str]:
    """Addons somebody marked with the plain *uninstall* button."""
    with connect(dbname).cursor(readonly=True) as cr:
        return [name for name, entry in loader.read_known(cr).items() if entry.state == "to remove"]


class _BatchFailed(Exception):
    """The addons could not be loaded together; each on its own they may."""


def _attempt(
    dbname: str,
    install: list[str],
    upgrade: list[str],
    demo: bool | None,
    progress: Progress | None,
    after_module: AfterModule | None,
    before_commit: Callable[[Environment], None] | None,
    *,
    careful: bool,
) -> Plan:
    registry = Registry(dbname)
    with connect(dbname).cursor(locks=[LOCK]) as cr:
        loading = loader.Loading(
            registry,
            cr,
            demo=_demo(cr) if demo is None else demo,
            careful=careful,
            progress=progress,
            after_module=after_module,
        )
        try:
            plan = loading.run(install, upgrade)
            if before_commit:
                before_commit(loading.env())
                loading.env().flush_all()
        except (ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception as error:
            if careful or not loading.in_data or len(loading.plan.changes) < 2:
                raise
            raise _BatchFailed from error
        if plan.changes:
            signals.bump(cr, "registry")
    loading.registry.publish()
    return plan


def _demo(cr: Cursor) -> bool:
    """Whether the database has demonstration data."""
    known = loader.read_known(cr)
    return bool(known.get("base") and known["base"].demo)


def plan(dbname: str, *, install: Iterable[str] = (), upgrade: Iterable[str] = ()) -> Plan:
    """What :func:`change` would do; nothing is changed."""
    manifest.rescan()
    with connect(dbname).cursor(readonly=True) as cr:
        return loader.make_plan(loader.read_known(cr), install, upgrade)


def uninstall(dbname: str, names: Iterable[str], *, progress: Progress | None = None) -> removal.Preview:
    """Remove addons and those that need them; returns what was removed."""
    registry = Registry(dbname)
    with connect(dbname).cursor(locks=[LOCK]) as cr:
        loader.Loading(registry, cr).run_installed()
        env = Environment(cr, 1, {}, True)
        preview = removal.preview_uninstall(env, names)
        removal.uninstall(env, names, progress=progress)
        env.flush_all()
        signals.bump(cr, "registry")
    Registry.new(dbname)
    return preview


def preview_uninstall(dbname: str, names: Iterable[str]) -> removal.Preview:
    """What :func:`uninstall` would remove; nothing is changed."""
    registry = Registry.get(dbname)
    with connect(dbname).cursor() as cr:
        cr.transaction = Transaction(registry, cr)
        preview = removal.preview_uninstall(Environment(cr, 1, {}, True), names)
        cr.rollback()
    return preview


__all__ = [
    "LoadError",
    "change",
    "install",
    "load_installed",
    "plan",
    "preview_uninstall",
    "uninstall",
    "upgrade",
]
