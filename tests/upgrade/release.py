"""Keep the database of a release, small and as text, so that later versions prove that they can upgrade it.

    .venv/bin/python tests/upgrade/release.py 18.0.1

writes ``18.0.1.sql``: the tables of ``base`` and of ``addons/upgrade_shop`` as this version makes them, with the rows of
:func:`fill`. Left out is what every upgrade writes anew: the mirror of models and fields, the text of views, attachments.
``test_upgrade.py`` restores and upgrades every file found here. Run it when a release is made, then change the addon.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import uuid
from io import StringIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ADDONS = HERE / "addons"
MIRRORED = ("ir_model_fields_selection", "ir_model_constraint", "ir_model_relation", "ir_attachment", "ir_model_fields_group_rel")
"""Tables whose rows are written anew by every upgrade, or that lead to files."""
ROWS = {
    "ir_model_fields": "SELECT * FROM ir_model_fields WHERE state = 'manual' OR id IN (SELECT field_id FROM ir_default)",
    "ir_model_data": "SELECT * FROM ir_model_data WHERE model NOT IN ('ir.model.fields', 'ir.model.fields.selection', 'ir.attachment')",
}
"""Tables of which a part is kept."""
COPY = re.compile(r'COPY (?P<table>"\w+")(?P<columns>[^\n]*) FROM stdin;\n(?P<rows>.*?)^\\\.\n', re.S | re.M)


def fill(env: Any) -> None:
    """What people have done with the database."""
    ann = env["res.partner"].create({"name": "Nguyễn Thị Ánh", "email": "anh@example.com", "city": "Huế"})
    shop = env["shop.item"].create([{"name": "Lamp", "cost": 12.5, "owner_id": ann.id}, {"name": "Chair", "cost": 40}])
    env.ref("upgrade_shop.item_kept").name = "Edited by an administrator"
    env.ref("upgrade_shop.item_shipped").cost = 3
    env["ir.model.fields"].create({"model_id": env["ir.model"]._get_id("res.partner"), "name": "x_nick", "ttype": "char"})
    env["res.partner"].browse(ann.id).write({"x_nick": "Annie"})
    user = env["res.users"].create({"name": "Clerk", "login": "clerk", "password": "clerk secret"})
    env["ir.config_parameter"].set_param("shop.greeting", "xin chào")
    env["ir.config_parameter"].set_param("database.secret", "kept in the open, of the tests")
    sequence = env["ir.sequence"].create({"name": "Shop", "code": "shop.item", "prefix": "S", "padding": 3})
    sequence.next_by_id()
    assert shop and user


# -- writing -----------------------------------------------------------------------------------------------------------


def dump(cr: Any) -> str:
    """The public tables of the database as statements."""
    cr.run("SELECT relname, oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname")
    tables = cr.fetchall()
    parts = [_sequences(cr), *(_structure(cr, name, oid) for name, oid in tables)]
    parts += [_rows(cr, name) for name, _oid in tables if name not in MIRRORED]
    parts += [_constraints(cr, tables, "p', 'u', 'c"), _indexes(cr), _constraints(cr, tables, "f"), _views(cr)]
    return "".join(parts)


def _sequences(cr: Any) -> str:
    cr.run("SELECT sequencename, coalesce(last_value, 1), last_value IS NOT NULL, increment_by FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")
    return "".join(
        f"CREATE SEQUENCE \"{name}\" INCREMENT {step};\nSELECT setval('{name}', {value}, {str(called).lower()});\n"
        for name, value, called, step in cr.fetchall()
    )


def _structure(cr: Any, name: str, oid: int) -> str:
    cr.run(
        """SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
             FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""",
        [oid],
    )
    columns = [
        f'"{column}" {kind}' + (" NOT NULL" if required else "") + (f" DEFAULT {default}" if default else "")
        for column, kind, required, default in cr.fetchall()
    ]
    return f'CREATE TABLE "{name}" ({", ".join(columns)});\n'


def _rows(cr: Any, name: str) -> str:
    stream = StringIO()
    columns = _columns(cr, name)
    source = ROWS.get(name, f'SELECT * FROM "{name}"').replace("SELECT *", "SELECT " + ", ".join(_value(name, column) for column in columns), 1)
    cr.copy_expert(f"COPY ({source} ORDER BY 1, 2) TO STDOUT" if len(columns) > 1 else f"COPY ({source}) TO STDOUT", stream)
    if not stream.getvalue():
        return ""
    names = ", ".join(f'"{column}"' for column in columns)
    return f'COPY "{name}" ({names}) FROM stdin;\n{stream.getvalue()}\\.\n'


def _columns(cr: Any, name: str) -> list[str]:
    cr.run("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum", [f'"{name}"'])
    return [row[0] for row in cr.fetchall()]


def _value(table: str, column: str) -> str:
    """Texts of views are written anew by every upgrade."""
    return """'{"en_US": "<data/>"}'::jsonb AS arch_db""" if (table, column) == ("ir_ui_view", "arch_db") else f'"{column}"'


def _constraints(cr: Any, tables: list[tuple[str, int]], kinds: str) -> str:
    cr.run(
        f"""SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
             WHERE contype IN ('{kinds}') AND conrelid = ANY(%s) ORDER BY conname""",
        [[oid for _name, oid in tables]],
    )
    # rows left out may be named by those that are kept
    late = " NOT VALID" if kinds == "f" else ""
    return "".join(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {text}{late};\n' for table, name, text in cr.fetchall())


def _indexes(cr: Any) -> str:
    cr.run(
        """SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'public'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1"""
    )
    return "".join(f"{row[0]};\n" for row in cr.fetchall())


def _views(cr: Any) -> str:
    cr.run("SELECT viewname, definition FROM pg_views WHERE schemaname = 'public' ORDER BY 1")
    return "".join(f'CREATE VIEW "{name}" AS {" ".join(text.split())}\n' for name, text in cr.fetchall())


# -- reading -----------------------------------------------------------------------------------------------------------


def restore(dbname: str, text: str) -> None:
    """Make the tables of a release in a new database."""
    from core.db import connect

    with connect(dbname).cursor() as cr:
        at = 0
        for found in COPY.finditer(text):
            _run(cr, text[at : found.start()])
            cr.copy_expert(f"COPY {found['table']} {found['columns']} FROM STDIN", StringIO(found["rows"]))
            at = found.end()
        _run(cr, text[at:])


def _run(cr: Any, statements: str) -> None:
    if statements.strip():
        cr.run(statements)


# -- the command -------------------------------------------------------------------------------------------------------


def main(release: str) -> None:
    sys.path.insert(0, str(HERE.parents[1]))
    import core  # noqa: F401 – installs the import alias
    from core.base.config import config
    from core.cli import _common

    config.set_options(
        data_dir=os.environ.get("SEN_DATA_DIR") or tempfile.mkdtemp(), addons_path=[str(ADDONS), *config.addons_path],
        argon2_time_cost=1, argon2_memory_cost=64,
    )  # fmt: skip
    _common.load_rooms()
    from core import db
    from core.orm.environment import Environment

    name = f"sen_release_{uuid.uuid4().hex[:8]}"
    registry = _common.open_registry(name, ["upgrade_shop"], demo=False, create=True)
    try:
        with registry.cursor() as cr:
            fill(Environment(cr, 1, {}))
        with db.connect(name).cursor() as cr:
            (HERE / f"{release}.sql").write_text(dump(cr))
    finally:
        db.drop_database(name)


if __name__ == "__main__":
    main(sys.argv[1])
