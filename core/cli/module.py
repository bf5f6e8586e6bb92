"""`odoo-bin.py module`: list, install, upgrade and uninstall addons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from core.cli import _common
from core.cli._common import common_options, database_name, database_option

if TYPE_CHECKING:
    from core.modules.manifest import Manifest


@click.group("module")
def command() -> None:
    """List, install, upgrade and uninstall addons."""


@command.command("list")
@common_options
@database_option
@click.option("--state", help="Only addons in this state, e.g. installed.")
def list_(state: str | None) -> None:
    """All addons found, with their state in the database when one is named."""
    from core.base.config import config
    from core.modules import manifest

    _common.set_up_logging("warn")
    known = _known(_common.database_name()) if config["db_name"] else {}
    rows = []
    for name in sorted({*manifest.names(), *known}):
        found = _readable(name)
        entry = known.get(name)
        shown_state = (
            entry.state if entry else "uninstalled" if found and found.installable else "uninstallable"
        )
        if state in (None, shown_state):
            version = (entry.version if entry else None) or (found.version if found else "")
            rows.append((name, shown_state, version, found["name"] if found else "(not on the addons path)"))
    _print_table(("addon", "state", "version", "name"), rows)


def _known(dbname: str) -> dict[str, Any]:
    from core.db import connect
    from core.modules import loader

    with connect(dbname).cursor(readonly=True) as cr:
        return loader.read_known(cr)


def _readable(name: str) -> Manifest | None:
    """The manifest, None when it is missing or broken (which is told)."""
    from core.base.errors import LoadError
    from core.modules import manifest

    try:
        return manifest.get(name)
    except LoadError as error:
        click.secho(str(error), fg="red", err=True)
        return None


def _print_table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*header, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@command.command("install")
@common_options
@database_option
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--demo/--without-demo",
    "demo",
    default=None,
    help="With or without demonstration data; by default as the database has it.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
def install(names: tuple[str, ...], demo: bool | None, dry_run: bool) -> None:
    """Install addons with everything they need, and the bridges between what is then present."""
    from core.modules import operations

    _change(
        lambda dbname, **options: operations.change(dbname, install=names, demo=demo, **options),
        dry_run,
        install=names,
    )


@command.command("upgrade")
@common_options
@database_option
@click.argument("names", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
def upgrade(names: tuple[str, ...], dry_run: bool) -> None:
    """Upgrade addons and those that need them; `all` for everything."""
    from core.modules import operations

    _change(
        lambda dbname, **options: operations.change(dbname, upgrade=names, **options), dry_run, upgrade=names
    )


def _change(run: Callable[..., Any], dry_run: bool, **wanted: tuple[str, ...]) -> None:
    from core.modules import operations

    _common.set_up_logging("warn")
    dbname = database_name()
    if dry_run:
        steps = operations.plan(dbname, **wanted).steps()
    else:
        _common.load_rooms()
        with _common.progress_bar("Addons") as progress:
            steps = run(dbname, progress=progress).steps()
    done = {
        "install": "would be installed" if dry_run else "installed",
        "upgrade": "would be upgraded" if dry_run else "upgraded",
    }
    for action, name in steps:
        click.echo(f"{name}: {done[action]}")
    if not steps:
        click.echo("Nothing to do: everything is installed.")


@command.command("uninstall")
@common_options
@database_option
@click.argument("names", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Show what would be lost, and do nothing.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def uninstall(names: tuple[str, ...], dry_run: bool, yes: bool) -> None:
    """Remove addons and those that need them, with the data they brought."""
    from core.modules import operations

    _common.set_up_logging("warn")
    _common.load_rooms()
    dbname = database_name()
    preview = operations.preview_uninstall(dbname, names)
    for line in preview.lines():
        click.echo(line)
    if dry_run:
        return
    if not yes:
        click.confirm("Remove all this?", abort=True)
    with _common.progress_bar("Uninstalling") as progress:
        operations.uninstall(dbname, names, progress=progress)
    click.echo(f"Uninstalled: {', '.join(preview.modules)}")
