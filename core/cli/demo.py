"""``odoo-bin.py demo``: what ``make run`` starts – a demo database, made when missing, and the server."""

from __future__ import annotations

import click

from core.base.config import config
from core.cli import _common, server
from core.cli._common import common_options, option


@click.command("demo")
@common_options
@click.option("-d", "--database", default="demo", show_default=True, help="Database.")
@click.option("-i", "--init", default="all", show_default=True, help="Comma-separated addons; 'all': every addon of this repository.")
@option("-p", "--http-port", "http_port", type=int, help="Port of the web server; the next free one when taken.")
@option("--http-interface", "http_interface", help="Address to listen on.")
@option("--workers", "workers", type=int, help="Worker processes; 0 serves with threads in one process.")
@option("--country", "country", help="Country code of the company, e.g. VN.")
@option("--load-language", "load_language", help="Comma-separated languages to load.")
@click.option("--stop-after-init", is_flag=True, help="Only make the database.")
def command(database: str, init: str, stop_after_init: bool) -> int:
    """A demo company in a database of its own, and the server."""
    _common.set_up_logging("warn")
    config.set_options(db_name=database)
    if not _is_ready(database):
        _make(database, _own_addons() if init == "all" else _common.split_names(init))
    if stop_after_init:
        return 0
    return server.serve(welcome=_logins)


def _is_ready(database: str) -> bool:
    from core import db

    return db.exists(database) and _common.is_set_up(database)


def _make(database: str, addons: list[str]) -> None:
    click.echo(f"Making the database {database} with {len(addons)} addons (once, about a minute)", err=True)
    registry = _common.open_registry(database, addons, demo=True, create=True)
    server.load_languages(registry)


def _own_addons() -> list[str]:
    """Every installable addon beside the kernel, except those that only test it."""
    from core.base.config import ROOT
    from core.modules import manifest

    folder = ROOT / "addons"
    names = [name for name in manifest.names() if (path := manifest.find(name)) and path.parent == folder]
    return [
        name for name in names
        if not name.startswith("test_") and (found := manifest.get(name)) is not None and found.installable
    ]  # fmt: skip


#: Logins of the demo data; each is its own password.
_DEMO_LOGINS = ["admin", "demo", "sales", "manager", "stock", "accountant", "cashier"]


def _logins() -> list[str]:
    """The logins of the demo data, as lines to print."""
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    registry = Registry.get(_common.database_name())
    with registry.cursor(readonly=True) as cr:
        users = Environment(cr, 1, {})["res.users"].search([("login", "in", _DEMO_LOGINS)], order="id")
        return [f"{user.login} / {user.login}   ({user.name}{', ' + user.function if user.function else ''})" for user in users]
