"""From what is wanted and what is there to statements, in two phases with the filling of new columns between them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

import psycopg2
import psycopg2.errors
import sqlalchemy as sa

from core.base.errors import UserError
from core.db.cursor import Cursor
from core.db.schema import catalogue
from core.db.schema.catalogue import ActualColumn, ActualTable
from core.db.schema.names import RETIRED, literal, quote, shorten
from core.db.schema.spec import (
    ForeignKey,
    IndexSpec,
    TableSpec,
    catalogue_type,
    column_sql,
    default_sql,
    foreign_keys,
    indexes,
    is_serial,
    plain_definition,
    table_constraints,
)

_logger = logging.getLogger(__name__)

_TEXT = ("text", "character varying")
#: Old type → new types every value of it fits into without loss.
_WIDENING: dict[str, tuple[str, ...]] = {
    "smallint": ("integer", "bigint", "numeric", "double precision", *_TEXT),
    "integer": ("bigint", "numeric", "double precision", *_TEXT),
    "bigint": ("numeric", *_TEXT),
    "real": ("double precision", "numeric"),
    "double precision": ("numeric",),
    "numeric": _TEXT,
    "text": _TEXT,
    "character varying": _TEXT,
    "date": ("timestamp without time zone", *_TEXT),
    "boolean": _TEXT,
}
#: (old type, new type) → expression that carries over what can be; the old column is kept beside.
_BEST_EFFORT: dict[tuple[str, str], str] = {
    ("jsonb", "character varying"): "coalesce({column}->>'en_US', (SELECT value FROM jsonb_each_text({column}) LIMIT 1))",
    ("jsonb", "text"): "coalesce({column}->>'en_US', (SELECT value FROM jsonb_each_text({column}) LIMIT 1))",
    ("timestamp without time zone", "date"): "{column}::date",
    ("numeric", "integer"): "CASE WHEN abs({column}) < 2147483647 THEN round({column})::integer END",
    ("double precision", "integer"): "CASE WHEN abs({column}) < 2147483647 THEN round({column})::integer END",
    ("bigint", "integer"): "CASE WHEN abs({column}) < 2147483647 THEN {column}::integer END",
    ("numeric", "double precision"): "{column}::double precision",
    ("integer", "boolean"): "{column} <> 0",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A statement of the constraints phase, and what to say when existing rows do not allow it."""

    table: str
    statement: str
    refusal: str
    find_offenders: str | None = None


class BrokenConstraint(UserError):
    """PostgreSQL does not understand a constraint an addon declares."""

    def __init__(self, step: Step, error: psycopg2.Error) -> None:
        reason = (error.diag.message_primary or str(error)).strip()
        super().__init__(f"A constraint of the table {step.table} is not valid SQL: {reason}.", hint=step.statement)
        self.step = step


@dataclass(slots=True)
class Plan:
    """The difference, as statements. Empty when the database is as wanted.

    :ivar structure: tables, columns, indexes; run by :meth:`apply_structure`
    :ivar constraints: not null, unique, check, foreign keys; run by :meth:`apply_constraints`
    :ivar new_columns: table → columns added to tables that existed, to be filled between the phases
    :ivar new_tables: tables created by this plan
    :ivar notes: what a person should know, e.g. a column kept under another name
    """

    structure: list[str] = field(default_factory=list)
    late_structure: list[str] = field(default_factory=list)
    constraints: list[Step] = field(default_factory=list)
    new_columns: dict[str, list[str]] = field(default_factory=dict)
    new_tables: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def statements(self) -> list[str]:
        """All statements in the order they run."""
        return [*self.structure, *self.late_structure, *(step.statement for step in self.constraints)]

    def __bool__(self) -> bool:
        return bool(self.structure or self.late_structure or self.constraints)

    def __str__(self) -> str:
        lines = [f"-- {note}" for note in self.notes]
        return "\n".join(lines + [statement + ";" for statement in self.statements])

    def apply_structure(self, cr: Cursor) -> None:
        """Run the first phase, as one message to the server."""
        for note in self.notes:
            _logger.warning("%s", note)
        statements = self.structure + self.late_structure
        if statements:
            cr.run(";\n".join(statements))

    def apply_constraints(self, cr: Cursor) -> list[str]:
        """Run the second phase; returns a text for each constraint existing rows do not allow.

        Everything is tried in one message first: on a fresh database nothing can be refused.
        """
        if not self.constraints:
            return []
        try:
            with cr.savepoint(flush=False):
                cr.run(";\n".join(step.statement for step in self.constraints))
            return []
        except (psycopg2.IntegrityError, psycopg2.ProgrammingError):
            pass
        problems = []
        for step in self.constraints:
            try:
                with cr.savepoint(flush=False):
                    cr.run(step.statement)
            except psycopg2.IntegrityError as error:
                problems.append(_refusal(cr, step, error))
            except psycopg2.ProgrammingError as error:
                raise BrokenConstraint(step, error) from error
        return problems


def plan(cr: Cursor, specs: Iterable[TableSpec], *, complete: bool = False) -> Plan:
    """Compare ``specs`` with the database; nothing is changed.

    :param complete: the specs are all there is, so that indexes and constraints of ours that are not among them go;
        otherwise they stay, because an addon that is not loaded yet may want them
    """
    wanted = {spec.name: spec for spec in specs}
    actual = catalogue.read(cr, wanted)
    references = {key.target_table for spec in wanted.values() for key in foreign_keys(spec)}
    known = set(actual) | set(wanted) | _existing(cr, references - set(actual) - set(wanted))
    result = Plan()
    for name, spec in wanted.items():
        if name not in actual:
            _create_table(result, spec)
        else:
            _check_kind(name, actual[name])
            _compare_columns(result, spec, actual[name])
        table = actual.get(name) or ActualTable("r", None)
        _compare_comment(result, spec, table)
        _compare_indexes(result, spec, table, complete)
        _compare_constraints(result, spec, table, complete)
        _compare_foreign_keys(result, spec, table, known)
    # Foreign keys last: they need the unique constraints of their targets.
    result.constraints.sort(key=lambda step: " FOREIGN KEY " in step.statement)
    return result


def _existing(cr: Cursor, names: set[str]) -> set[str]:
    if not names:
        return set()
    cr.run(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        " AND relname = ANY(%s)",
        [list(names)],
    )
    return {name for (name,) in cr.fetchall()}


def _check_kind(name: str, actual: ActualTable) -> None:
    if actual.kind not in ("r", "p"):
        kind = {"v": "view", "m": "materialized view", "f": "foreign table"}[actual.kind]
        raise UserError(
            f"The database has a {kind} named {name!r} where a table is wanted.",
            hint=f"Declare the model with _auto = False, or rename the {kind}.",
        )


# -- tables and columns --------------------------------------------------------------------------


def _create_table(result: Plan, spec: TableSpec) -> None:
    """A new table has no rows, so what columns demand is there from the start."""
    lines = [column_sql(column, not_null=True) for column in spec.table.columns]
    key = [quote(column.name) for column in spec.table.primary_key.columns]
    if key:
        lines.append(f"CONSTRAINT {quote(shorten(spec.name + '_pkey'))} PRIMARY KEY ({', '.join(key)})")
    result.structure.append(f"CREATE TABLE {quote(spec.name)} ({', '.join(lines)})")
    result.new_tables.append(spec.name)
    for column in spec.table.columns:
        if comment := _wanted_comment(column):
            result.structure.append(_comment("COLUMN", f"{quote(spec.name)}.{quote(column.name)}", comment))


def _compare_columns(result: Plan, spec: TableSpec, actual: ActualTable) -> None:
    for column in spec.table.columns:
        present = actual.columns.get(column.name)
        if present is None:
            _add_column(result, spec, column)
            continue
        if column.computed is not None or present.generated:
            if _wanted_comment(column) != present.comment or (column.computed is None) == present.generated:
                _recreate_generated(result, spec, column, present)
            continue
        if catalogue_type(column) != present.type and not is_serial(column):
            _change_type(result, spec, column, present, actual)
        elif _comment_differs(column.comment, present.comment):
            result.structure.append(_comment("COLUMN", f"{quote(spec.name)}.{quote(column.name)}", column.comment))
        _compare_not_null(result, spec, column, present)


def _add_column(result: Plan, spec: TableSpec, column: sa.Column) -> None:
    table = quote(spec.name)
    result.structure.append(f"ALTER TABLE {table} ADD COLUMN {column_sql(column, not_null=False)}")
    result.new_columns.setdefault(spec.name, []).append(column.name)
    if comment := _wanted_comment(column):
        result.structure.append(_comment("COLUMN", f"{table}.{quote(column.name)}", comment))
    if not column.nullable and column.computed is None:
        result.constraints.append(_not_null(spec, column))


def _recreate_generated(result: Plan, spec: TableSpec, column: sa.Column, present: ActualColumn) -> None:
    """A generated column holds nothing of its own: made anew. A stored one is kept under another name."""
    table = quote(spec.name)
    if present.generated:
        result.structure.append(f"ALTER TABLE {table} DROP COLUMN {quote(column.name)}")
    else:
        _move_aside(result, spec, column, present, {})
    _add_column(result, spec, column)


def _wanted_comment(column: sa.Column) -> str | None:
    """Comments of generated columns hold the expression, because PostgreSQL rewrites it in its catalogue."""
    if column.computed is not None:
        return f"generated: {column.computed.sqltext}"
    return column.comment


def _comment_differs(wanted: str | None, present: str | None) -> bool:
    """A column that was left over and is wanted again must not stay marked for being cleaned up."""
    return (present or "").startswith(RETIRED) if wanted is None else wanted != present


def _change_type(
    result: Plan, spec: TableSpec, column: sa.Column, present: ActualColumn, actual: ActualTable
) -> None:
    table, name, wanted = quote(spec.name), quote(column.name), catalogue_type(column)
    using = _lossless(column, present.type, wanted)
    if using is not None:
        if _comment_differs(column.comment, present.comment):
            result.structure.append(_comment("COLUMN", f"{table}.{name}", column.comment))
        result.structure.append(
            f"ALTER TABLE {table} ALTER COLUMN {name} DROP DEFAULT, ALTER COLUMN {name} TYPE {wanted} USING {using}"
        )
        if column.server_default is not None:
            result.structure.append(f"ALTER TABLE {table} ALTER COLUMN {name} SET DEFAULT {default_sql(column)}")
        return
    kept = _move_aside(result, spec, column, present, actual.columns)
    _add_column(result, spec, column)
    expression = _BEST_EFFORT.get((_base(present.type), _base(wanted)))
    if expression:
        result.structure.append(
            f"UPDATE {table} SET {name} = {expression.format(column=quote(kept))} WHERE {quote(kept)} IS NOT NULL"
        )


def _base(type_: str) -> str:
    return type_.partition("(")[0]


def _lossless(column: sa.Column, old: str, new: str) -> str | None:
    """The USING expression of a type change that loses nothing; None when there is no such change."""
    name = quote(column.name)
    explicit = column.info.get("using", {}).get(old)
    if explicit:
        return str(explicit.format(column=name))
    if new == "jsonb" and _base(old) in _TEXT:
        return f"CASE WHEN {name} IS NOT NULL THEN jsonb_build_object('en_US', {name}) END"
    if "(" in new:
        same_base = _base(old) == _base(new) == "character varying" and "(" in old
        return name if same_base and int(new[18:-1]) >= int(old[18:-1]) else None
    if _base(old) == new or new in _WIDENING.get(_base(old), ()):
        return f"{name}::{new}"
    return None


def _move_aside(
    result: Plan, spec: TableSpec, column: sa.Column, present: ActualColumn, columns: dict[str, ActualColumn]
) -> str:
    """Keep a column whose type cannot be changed without loss, under another name."""
    kept = shorten(f"{column.name}_was_{_base(present.type).split()[0]}")
    number = 2
    while kept in columns:
        kept = shorten(f"{column.name}_was_{_base(present.type).split()[0]}_{number}")
        number += 1
    table = quote(spec.name)
    for constraint in _constraints_over(column.name, spec):
        result.structure.append(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {quote(constraint)}")
    result.structure.append(f"ALTER TABLE {table} RENAME COLUMN {quote(column.name)} TO {quote(kept)}")
    if present.not_null:
        result.structure.append(f"ALTER TABLE {table} ALTER COLUMN {quote(kept)} DROP NOT NULL")
    result.notes.append(
        f"Column {spec.name}.{column.name} changes from {present.type} to {catalogue_type(column)}, which not every"
        f" value survives: the old values are kept in {spec.name}.{kept}."
    )
    return kept


def _constraints_over(column: str, spec: TableSpec) -> list[str]:
    return [key.name for key in foreign_keys(spec) if key.column == column]


def _compare_not_null(result: Plan, spec: TableSpec, column: sa.Column, present: ActualColumn) -> None:
    if column.nullable and present.not_null:
        result.structure.append(f"ALTER TABLE {quote(spec.name)} ALTER COLUMN {quote(column.name)} DROP NOT NULL")
    elif not column.nullable and not present.not_null:
        result.constraints.append(_not_null(spec, column))


def _not_null(spec: TableSpec, column: sa.Column) -> Step:
    table, name = quote(spec.name), quote(column.name)
    return Step(
        spec.name, f"ALTER TABLE {table} ALTER COLUMN {name} SET NOT NULL",
        f"{spec.name}.{column.name} is required, but some rows have no value",
        f"SELECT id FROM {table} WHERE {name} IS NULL" if "id" in spec.table.columns else None,
    )


# -- comments, indexes, constraints --------------------------------------------------------------


def _comment(kind: str, target: str, text: str | None) -> str:
    return f"COMMENT ON {kind} {target} IS {'NULL' if text is None else literal(text)}"


def _compare_comment(result: Plan, spec: TableSpec, actual: ActualTable) -> None:
    if spec.comment and spec.comment != actual.comment:
        result.structure.append(_comment("TABLE", quote(spec.name), spec.comment))


def _compare_indexes(result: Plan, spec: TableSpec, actual: ActualTable, complete: bool) -> None:
    wanted = {index.name: index for index in indexes(spec)}
    for name, index in wanted.items():
        if name in actual.indexes:
            if _same_index(index, *actual.indexes[name]):
                continue
            result.late_structure.append(f"DROP INDEX {quote(name)}")
        result.late_structure.append(index.sql)
        if index.catalogue is None:
            result.late_structure.append(_comment("INDEX", quote(name), index.sql))
    if complete:
        ours = f"{spec.name}__"
        for name in actual.indexes.keys() - wanted.keys():
            if name.startswith(ours):
                result.late_structure.append(f"DROP INDEX {quote(name)}")


def _same_index(index: IndexSpec, plain: str | None, comment: str | None) -> bool:
    return plain == index.catalogue if index.catalogue is not None else comment == index.sql


def _compare_constraints(result: Plan, spec: TableSpec, actual: ActualTable, complete: bool) -> None:
    table = quote(spec.name)
    wanted = table_constraints(spec)
    for name, definition in wanted.items():
        present = actual.constraints.get(name)
        plain = plain_definition(definition)
        drop = ""
        if present is not None:
            if (present.definition == plain) if plain else (present.comment == definition):
                continue
            drop = f"ALTER TABLE {table} DROP CONSTRAINT {quote(name)}; "
        statement = f"{drop}ALTER TABLE {table} ADD CONSTRAINT {quote(name)} {definition}"
        if not plain:
            statement += f"; COMMENT ON CONSTRAINT {quote(name)} ON {table} IS {literal(definition)}"
        result.constraints.append(
            Step(spec.name, statement, f"{spec.name}: constraint {name} ({definition}) does not hold for existing rows")
        )
    if complete:
        for name in actual.constraints.keys() - wanted.keys():
            result.structure.append(f"ALTER TABLE {table} DROP CONSTRAINT {quote(name)}")


def _compare_foreign_keys(result: Plan, spec: TableSpec, actual: ActualTable, known: set[str]) -> None:
    table = quote(spec.name)
    present_by_column: dict[str, list[ForeignKey]] = {}
    for key in actual.foreign_keys.values():
        present_by_column.setdefault(key.column, []).append(key)
    for key in foreign_keys(spec):
        present = present_by_column.pop(key.column, [])
        if key in present:
            continue
        if key.target_table not in known:
            result.notes.append(f"{key.table}.{key.column} refers to {key.target_table}, which does not exist (yet).")
            continue
        drops = "".join(f"DROP CONSTRAINT {quote(old.name)}, " for old in present)
        result.constraints.append(
            Step(
                spec.name, f"ALTER TABLE {table} {drops}ADD {key.sql()}",
                f"{spec.name}.{key.column} holds values that are not in {key.target_table}",
                f"SELECT t.id FROM {table} t WHERE t.{quote(key.column)} IS NOT NULL AND NOT EXISTS"
                f" (SELECT FROM {quote(key.target_table)} r WHERE r.{quote(key.target_column)} = t.{quote(key.column)})"
                if "id" in spec.table.columns else None,
            )
        )
    # A column that is wanted without a reference loses its old one; columns unknown here are left alone.
    for column, keys in present_by_column.items():
        if column in spec.table.columns:
            for key in keys:
                result.structure.append(f"ALTER TABLE {table} DROP CONSTRAINT {quote(key.name)}")


def _refusal(cr: Cursor, step: Step, error: psycopg2.Error) -> str:
    text = step.refusal
    if step.find_offenders:
        cr.run(f"SELECT array_agg(id), max(total) FROM (SELECT id, count(*) OVER () AS total FROM"
               f" ({step.find_offenders}) AS offenders ORDER BY id LIMIT 5) AS examples")
        row = cr.fetchone()
        if row and row[0]:
            return f"{text}: {row[1]} rows, e.g. id {', '.join(map(str, row[0]))}. Correct them and upgrade again."
    detail = error.diag.message_detail or error.diag.message_primary or ""
    return f"{text}: {detail} Correct the rows and upgrade again."
