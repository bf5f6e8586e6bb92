"""`odoo-bin.py import`: load CSV and XLSX files with mapping files, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.cli import _common
from core.cli._common import common_options, database_name, database_option


@click.command("import")
@common_options
@database_option
@click.option(
    "-m",
    "--mapping",
    "mappings",
    multiple=True,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Mapping file (TOML or JSON), or a folder of them; may be repeated.",
)
@click.option("--user", "login", default=None, help="Import as this user (login); by default as the system.")
@click.option("--dry-run", is_flag=True, help="Check everything, and change nothing.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def command(mappings: tuple[Path, ...], login: str | None, dry_run: bool, files: tuple[Path, ...]) -> int:
    """Import tables: either everything goes in, or nothing, with the reasons by file, row and column."""
    from core.data import table_import
    from core.db import transaction
    from core.orm.registry import Registry

    _common.set_up_logging("warn")
    _common.load_rooms()
    dbname = database_name()
    found = [mapping for path in mappings for mapping in table_import.read_mappings(path)]
    Registry.get(dbname)
    with _common.progress_bar("Importing") as progress:

        def work(cr: Any) -> dict[str, int]:
            counts = table_import.import_tables(
                _environment(cr, login), found, _expand(files, found), progress
            )
            if dry_run:
                cr.rollback()
            return counts

        counts = transaction.run(dbname, work)
    verb = "could be imported" if dry_run else "imported"
    for model, count in counts.items():
        click.echo(f"{model}: {count} record(s) {verb}")
    return 0


def _environment(cr: Any, login: str | None) -> Any:
    from core.orm.environment import Environment

    env = Environment(cr, 1, {})
    if login is None:
        return env
    user = env["res.users"].search([("login", "=", login)], limit=1)
    if not user:
        raise click.UsageError(f"There is no user with the login {login!r}.")
    return env(user=user.id)


def _expand(paths: tuple[Path, ...], mappings: list[Any]) -> list[Path]:
    """The files given, and of a folder those that a mapping is about."""
    from core.data import table_import

    wanted = {name for mapping in mappings for name in table_import.files_of(mapping)}
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(entry for entry in path.iterdir() if entry.name in wanted)
        else:
            found.append(path)
    return found
