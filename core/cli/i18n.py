"""``odoo-bin.py i18n``: take the texts of addons to .po files, and back."""

from __future__ import annotations

from pathlib import Path

import click

from core.cli import _common
from core.cli._common import common_options, database_option


@click.group("i18n")
def command() -> None:
    """Texts and their translations."""


def _folder(module: str) -> Path:
    from core.base.config import ROOT
    from core.modules import manifest

    path = ROOT / "core" if module == "core" else manifest.find(module)
    if path is None:
        raise click.UsageError(f"There is no addon {module!r} on the addons path.")
    return path


@command.command("export")
@common_options
@click.option("-l", "--language", help="Update i18n/<language>.po; without it write the template <addon>.pot.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead.")
@click.argument("addons", nargs=-1, required=True)
def export(language: str | None, output: Path | None, addons: tuple[str, ...]) -> int:
    """Extract the texts of ADDONS ('core' is the kernel). Translations already in the file are kept."""
    from core.i18n import po
    from core.i18n.extract import extract, merge

    for module in addons:
        folder = _folder(module)
        target = output or folder / "i18n" / (f"{language}.po" if language else f"{module}.pot")
        entries = extract(folder, module)
        if language and target.exists():
            entries = merge(entries, po.read(target))
        target.parent.mkdir(exist_ok=True)
        po.write(target, entries, lang=language or "")
        missing = sum(not entry.translation for entry in entries)
        click.echo(f"{target}: {len(entries)} texts" + (f", {missing} not translated" if language else ""))
    return 0


@command.command("import")
@common_options
@database_option
@click.option("-l", "--language", required=True, help="Language to load, e.g. vi_VN.")
@click.argument("addons", nargs=-1)
def import_(language: str, addons: tuple[str, ...]) -> int:
    """Activate LANGUAGE in the database and load the translations of ADDONS (default: all installed)."""
    from core.db import transaction
    from core.orm.environment import Environment

    registry = _common.open_registry(_common.database_name())

    def load(cr: object) -> None:
        env = Environment(cr, 1, {})
        env["res.lang"]._activate_lang(language)
        modules = list(addons) or list(registry.loaded_modules)
        env["ir.module.module"].search([("name", "in", modules)])._update_translations([language])

    transaction.run(registry.db_name, load)
    registry.signal_changes()
    return 0


@command.command("check")
@common_options
@click.option("-l", "--language", default="vi", show_default=True)
@click.argument("addons", nargs=-1, required=True)
def check(language: str, addons: tuple[str, ...]) -> int:
    """List the texts of ADDONS that LANGUAGE lacks; exit code 1 when there are any."""
    from core.i18n import po
    from core.i18n.extract import extract

    missing = 0
    for module in addons:
        folder = _folder(module)
        file = folder / "i18n" / f"{language}.po"
        known = {entry.source for entry in po.read(file)} if file.exists() else set()
        for entry in extract(folder, module):
            if entry.source not in known:
                missing += 1
                click.echo(f"{module}: {entry.source!r} ({entry.places[0]})")
    click.echo(f"{missing} texts are not translated.")
    return 1 if missing else 0
