"""Where data goes that no model wants any more: nothing is dropped until a person says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.db.cursor import Cursor
from core.db.schema.names import RETIRED, literal, quote, shorten
from core.db.schema.spec import TableSpec

SCHEMA = "attic"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A table in the attic (``column`` None), or a column no model declares.

    :ivar rows: estimated rows of the table
    :ivar size_bytes: of the table with its indexes
    """

    schema: str
    table: str
    column: str | None
    rows: int
    size_bytes: int

    def __str__(self) -> str:
        name = f"{self.table}.{self.column}" if self.column else self.table
        return f"{name} ({self.rows} rows, {self.size_bytes} bytes)"


def attic(cr: Cursor, table: str) -> str | None:
    """Move the table of a removed model to the schema ``attic``; returns its name there, None if there is no table.

    Foreign keys to and from it go, so that it neither blocks nor follows deletions among the living.
    """
    cr.run("SELECT to_regclass(%s)::oid", [f"public.{quote(table)}"])
    row = cr.fetchone()
    if not row or row[0] is None:
        return None
    cr.run(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    cr.run(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE contype = 'f' AND (conrelid = %s OR confrelid = %s)", [row[0], row[0]],
    )
    for owner, constraint in cr.fetchall():
        cr.run(f"ALTER TABLE {owner} DROP CONSTRAINT {quote(constraint)}")
    cr.run(
        "SELECT c.relname, c.relkind FROM pg_class c WHERE c.oid = %s"
        " OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = %s)"
        " OR c.oid IN (SELECT objid FROM pg_depend WHERE refobjid = %s AND deptype = 'a'"
        " AND classid = 'pg_class'::regclass) AND c.relkind = 'S'",
        [row[0]] * 3,
    )
    moved = {old: _make_way(cr, old, kind) for old, kind in cr.fetchall()}
    name = moved[table]
    cr.run(f"ALTER TABLE public.{quote(name)} SET SCHEMA {SCHEMA}")
    cr.run(f"COMMENT ON TABLE {SCHEMA}.{quote(name)} IS {literal(RETIRED + _today(cr))}")
    return name


def _make_way(cr: Cursor, name: str, kind: str) -> str:
    """Rename a table, index or sequence whose name the attic already holds; returns the name it has now."""
    free = name
    number = 2
    while _taken(cr, free, name):
        free = shorten(f"{name}_{number}")
        number += 1
    if free != name:
        noun = {"i": "INDEX", "S": "SEQUENCE"}.get(kind, "TABLE")
        cr.run(f"ALTER {noun} public.{quote(name)} RENAME TO {quote(free)}")
    return free


def _taken(cr: Cursor, candidate: str, own: str) -> bool:
    cr.run(
        "SELECT to_regclass(%s) IS NOT NULL OR (to_regclass(%s) IS NOT NULL AND %s)",
        [f"{SCHEMA}.{quote(candidate)}", f"public.{quote(candidate)}", candidate != own],
    )
    row = cr.fetchone()
    return bool(row and row[0])


def _today(cr: Cursor) -> str:
    return cr.now().date().isoformat()


def retire_columns(cr: Cursor, specs: Iterable[TableSpec]) -> list[str]:
    """Make columns no model declares optional and mark them; returns ``table.column`` of those newly found.

    To be called with the specs of *all* models, once everything is loaded.
    """
    retired = []
    for table, column, not_null in _undeclared(cr, specs):
        target = f"{quote(table)}.{quote(column)}"
        if not_null:
            cr.run(f"ALTER TABLE {quote(table)} ALTER COLUMN {quote(column)} DROP NOT NULL")
        cr.run(f"COMMENT ON COLUMN {target} IS {literal(RETIRED + _today(cr))}")
        retired.append(f"{table}.{column}")
    return retired


def _undeclared(cr: Cursor, specs: Iterable[TableSpec]) -> list[tuple[str, str, bool]]:
    wanted = {spec.name: {column.name for column in spec.table.columns} for spec in specs}
    cr.run(
        "SELECT c.relname, a.attname, a.attnotnull FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0"
        " AND NOT a.attisdropped AND c.relname = ANY(%s)"
        " AND coalesce(col_description(c.oid, a.attnum), '') NOT LIKE %s ORDER BY 1, a.attnum",
        [list(wanted), RETIRED + "%"],
    )
    return [row for row in cr.fetchall() if row[1] not in wanted[row[0]]]


def leftovers(cr: Cursor) -> list[Leftover]:
    """Tables in the attic and columns marked by :func:`retire_columns`."""
    cr.run(
        "SELECT n.nspname, c.relname, a.attname, greatest(c.reltuples, 0)::bigint, pg_total_relation_size(c.oid)"
        "  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        "  LEFT JOIN pg_attribute a ON n.nspname = 'public' AND a.attrelid = c.oid AND a.attnum > 0"
        "   AND NOT a.attisdropped AND col_description(c.oid, a.attnum) LIKE %s"
        " WHERE c.relkind IN ('r', 'p') AND (n.nspname = %s OR n.nspname = 'public' AND a.attname IS NOT NULL)"
        " ORDER BY 1, 2, 3",
        [RETIRED + "%", SCHEMA],
    )
    return [Leftover(*row) for row in cr.fetchall()]


def drop_leftover(cr: Cursor, leftover: Leftover) -> None:
    """Drop it for good. What depends on it (a view) is not dropped along: PostgreSQL refuses and names it."""
    table = f"{quote(leftover.schema)}.{quote(leftover.table)}"
    if leftover.column:
        cr.run(f"ALTER TABLE {table} DROP COLUMN {quote(leftover.column)}")
    else:
        cr.run(f"DROP TABLE {table}")
