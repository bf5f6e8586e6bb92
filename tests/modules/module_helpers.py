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


def full_fingerprint(dbname: str) -> dict[str, str]:
    """Everything in a database: each table with its columns, constraints, indexes and rows; views; attachment files.

    Counters of sequences are left out: PostgreSQL does not take numbers back.
    """
    from core.base.config import config

    with connect(dbname).cursor() as cr:
        cr.run("SELECT c.relname, c.relkind::text, c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')")
        found = {name: _table_facts(cr, name, kind, oid) for name, kind, oid in cr.fetchall()}
    root = config.filestore(dbname)
    files = sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file() and path.parent.name != "checklist")
    return {**found, "files": " ".join(files)}


def _table_facts(cr, name: str, kind: str, oid: int) -> str:
    if kind == "v":
        cr.run("SELECT pg_get_viewdef(%s::oid)", [oid])
        return str(cr.fetchone()[0])
    cr.run(
        """SELECT (SELECT string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull), ', ' ORDER BY attnum)
                     FROM pg_attribute WHERE attrelid = %(oid)s AND attnum > 0 AND NOT attisdropped),
                  (SELECT string_agg(pg_get_constraintdef(oid), ', ' ORDER BY conname) FROM pg_constraint WHERE conrelid = %(oid)s),
                  (SELECT string_agg(pg_get_indexdef(indexrelid), ', ' ORDER BY indexrelid) FROM pg_index WHERE indrelid = %(oid)s)""",
        {"oid": oid},
    )
    structure = cr.fetchone()
    cr.run(f'SELECT count(*), md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), \'\')) FROM "{name}" AS t')
    return " | ".join(str(fact) for fact in (*structure, *cr.fetchone()))
