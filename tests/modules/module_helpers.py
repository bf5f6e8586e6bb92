"""Addons written by tests, and looking at a database from outside."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from core.db import connect
from core.modules import manifest

BAD_ADDONS = Path(__file__).parents[1] / "bad_addons"


def write_addon(
    root: Path, name: str, files: dict[str, str] | None = None, **manifest_values: object
) -> Path:
    """An addon from its files; the manifest from keywords. Writing it again changes it."""
    folder = root / name
    values = {"name": name, "version": "1.0", "depends": ["base"], "license": "LGPL-3", **manifest_values}
    lines = "".join(f"    {key!r}: {value!r},\n" for key, value in values.items())
    for path, text in {"__manifest__.py": "{\n" + lines + "}\n", **(files or {})}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    manifest.rescan()
    return folder


def forget_addons(names: Iterable[str]) -> None:
    """As if the addons had never been imported."""
    from core.orm.metamodel import MetaModel

    for name in list(names):
        MetaModel.module_to_models.pop(name, None)
        prefix = f"odoo.addons.{name}"
        for loaded in [
            module for module in sys.modules if module == prefix or module.startswith(prefix + ".")
        ]:
            del sys.modules[loaded]


def fingerprint(dbname: str) -> list[tuple]:
    """Tables, columns, row counts and addon states of a database."""
    with connect(dbname).cursor() as cr:
        cr.run(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        columns = cr.fetchall()
        counts = []
        for table in sorted({row[0] for row in columns}):
            cr.run(f'SELECT count(*) FROM "{table}"')
            counts.append((table, cr.fetchone()[0]))
        cr.run("SELECT name, state, latest_version FROM ir_module_module ORDER BY name")
        return [*columns, *counts, *cr.fetchall()]
