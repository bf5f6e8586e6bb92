"""``odoo-bin.py db``: create, drop, list, dump and restore databases."""

from __future__ import annotations

from pathlib import Path

import click

from core.cli import _common
from core.cli._common import common_options


@click.group("db")
def command() -> None:
    """Databases as a whole."""


@command.command("create")
@common_options
@click.option("--template", help="Copy this database, its attachments included, instead of starting empty.")
@click.argument("name")
def create(template: str | None, name: str) -> int:
    """Create the database NAME."""
    from core import db
    from core.db import backup

    if template:
        backup.duplicate(template, name)
    else:
        db.create_database(name)
    click.echo(f"Database {name} created. Start with it: odoo-bin.py -d {name}")
    return 0


@command.command("drop")
@common_options
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.argument("name")
def drop(yes: bool, name: str) -> int:
    """Drop the database NAME with everything in it, attachments included."""
    from core import db
    from core.db.pool import unknown_database

    if not db.exists(name):
        raise unknown_database(name)
    if not yes:
        click.confirm(f"Drop database {name} and its attachments for good?", abort=True)
    db.drop_database(name)
    click.echo(f"Database {name} dropped.")
    return 0


@command.command("list")
@common_options
@click.option("--names", "names_only", is_flag=True, help="One name per line, for scripts.")
def list_(names_only: bool) -> int:
    """List our databases."""
    from core import db
    from core.db.admin import sizes

    names = db.databases()
    if names_only:
        click.echo("".join(f"{name}\n" for name in names), nl=False)
        return 0
    if not names:
        click.echo("There is no database yet. Create one: odoo-bin.py db create NAME")
        return 0
    from rich.console import Console
    from rich.table import Table

    table = Table("Database", "Size", "Attachments")
    for name, (database_bytes, attachment_bytes) in sizes(names).items():
        table.add_row(name, _readable(database_bytes), _readable(attachment_bytes))
    Console().print(table)
    return 0


@command.command("dump")
@common_options
@click.argument("name")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
def dump(name: str, file: Path | None) -> int:
    """Write the database NAME and its attachments to FILE (default: NAME.zip), which must not exist."""
    from core.db import backup

    target = file or Path(f"{name}.zip")
    with _common.progress_bar("Dumping") as progress:
        manifest = backup.dump(name, target, progress)
    click.echo(
        f"{target}: {_readable(target.stat().st_size)}, {len(manifest['modules'])} addons,"
        f" {manifest['attachments']} attachments"
    )
    return 0


@command.command("restore")
@common_options
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name")
def restore(file: Path, name: str) -> int:
    """Restore the dump FILE as the new database NAME."""
    from core.db import backup

    with _common.progress_bar("Restoring") as progress:
        manifest = backup.restore(file, name, progress)
    click.echo(f"Database {name} restored from the dump of {manifest['database']} made {manifest['created_at']}.")
    return 0


def _readable(size_bytes: float) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if size_bytes < 1000:
            return f"{size_bytes:.0f} {unit}" if unit == "B" else f"{size_bytes:.1f} {unit}"
        size_bytes /= 1000
    return f"{size_bytes:.1f} TB"
