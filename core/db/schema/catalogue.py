"""What the database has: three catalogue queries for all tables asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.db.cursor import Cursor
from core.db.schema.spec import ForeignKey

_ONDELETE = {"a": "no action", "r": "restrict", "c": "cascade", "n": "set null", "d": "set default"}

_COLUMNS = """
SELECT c.relname, c.relkind, obj_description(c.oid, 'pg_class'),
       a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated <> '',
       col_description(c.oid, a.attnum)
  FROM pg_class c
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY(%s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
 ORDER BY c.relname, a.attnum
"""
_CONSTRAINTS = """
SELECT t.relname, k.conname, k.contype,
       CASE WHEN k.contype IN ('u', 'x') THEN pg_get_constraintdef(k.oid) END, obj_description(k.oid, 'pg_constraint'),
       (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1]),
       f.relname,
       (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attnum = k.confkey[1]),
       k.confdeltype, cardinality(k.conkey)
  FROM pg_constraint k
  JOIN pg_class t ON t.oid = k.conrelid
  LEFT JOIN pg_class f ON f.oid = k.confrelid
 WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY(%s) AND k.contype IN ('c', 'f', 'u', 'x')
"""
_INDEXES = """
SELECT t.relname, i.relname, obj_description(i.oid, 'pg_class'),
       CASE WHEN x.indexprs IS NULL AND x.indpred IS NULL AND m.amname = 'btree' THEN
            CASE WHEN x.indisunique THEN 'UNIQUE ' ELSE '' END || (
                SELECT string_agg(a.attname, ',' ORDER BY k.place)
                  FROM unnest(x.indkey) WITH ORDINALITY AS k(number, place)
                  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number)
       END
  FROM pg_index x
  JOIN pg_class i ON i.oid = x.indexrelid
  JOIN pg_class t ON t.oid = x.indrelid
  JOIN pg_am m ON m.oid = i.relam
 WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY(%s)
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))
"""


@dataclass(slots=True)
class ActualColumn:
    type: str
    not_null: bool
    generated: bool
    comment: str | None


@dataclass(slots=True)
class ActualConstraint:
    """A unique, check or exclusion constraint; ``definition`` None where PostgreSQL rewrites what it was given."""

    definition: str | None
    comment: str | None


@dataclass(slots=True)
class ActualTable:
    kind: str
    comment: str | None
    columns: dict[str, ActualColumn] = field(default_factory=dict)
    constraints: dict[str, ActualConstraint] = field(default_factory=dict)
    foreign_keys: dict[str, ForeignKey] = field(default_factory=dict)
    #: name → (plain definition or None, comment)
    indexes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)


def read(cr: Cursor, tables: Iterable[str]) -> dict[str, ActualTable]:
    """The tables of schema ``public`` among ``tables``, with all that can be compared."""
    names = list(tables)
    found: dict[str, ActualTable] = {}
    cr.run(_COLUMNS, [names])
    for table, kind, table_comment, column, type_, not_null, generated, comment in cr.fetchall():
        actual = found.setdefault(table, ActualTable(kind, table_comment))
        if column is not None:
            actual.columns[column] = ActualColumn(type_, not_null, generated, comment)
    if not found:
        return found
    cr.run(_CONSTRAINTS, [list(found)])
    for table, name, kind, definition, comment, column, target, target_column, deletion, width in cr.fetchall():
        if kind == "f":
            if width == 1:
                key = ForeignKey(name, table, column, target, target_column, _ONDELETE[deletion])
                found[table].foreign_keys[name] = key
        else:
            found[table].constraints[name] = ActualConstraint(definition, comment)
    cr.run(_INDEXES, [list(found)])
    for table, name, comment, plain in cr.fetchall():
        found[table].indexes[name] = (plain, comment)
    return found
