"""What a table shall look like: SQLAlchemy's vocabulary plus the models' raw constraints, rendered as PostgreSQL
writes it in its catalogue, so that the two can be compared as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex

from core.db.schema.names import constraint_name, foreign_key_name, index_name, quote, shorten

_dialect = postgresql.dialect()
_types = _dialect.type_compiler_instance
_CATALOGUE_TYPES = {"varchar": "character varying", "char": "character", "float": "double precision",
                    "timestamp": "timestamp without time zone", "time": "time without time zone",
                    "decimal": "numeric", "bool": "boolean", "int": "integer"}
#: ``UNIQUE (a, b)`` over plain columns; PostgreSQL gives it back the same way.
_PLAIN_UNIQUE = re.compile(r"^unique\s*\(\s*([a-z_][a-z0-9_]*(?:\s*,\s*[a-z_][a-z0-9_]*)*)\s*\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table the models want.

    :ivar table: columns, primary key, foreign keys (``ondelete``), indexes, unique and check constraints
    :ivar constraints: name → definition as SQL text, e.g. ``{"sale_order_name_uniq": "UNIQUE (name, company_id)"}``
    :ivar comment: what the table holds, shown by database tools

    ``column.info['using']`` may map an old column type (as in the catalogue: ``"character varying"``) to an SQL
    expression over ``{column}`` that carries the data over when the column's type changes.
    """

    table: sa.Table
    constraints: Mapping[str, str] = field(default_factory=dict)
    comment: str | None = None

    @property
    def name(self) -> str:
        return str(self.table.name)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A reference of one column, in the catalogue's terms."""

    name: str
    table: str
    column: str
    target_table: str
    target_column: str
    ondelete: str

    def sql(self) -> str:
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({quote(self.column)})"
            f" REFERENCES {quote(self.target_table)} ({quote(self.target_column)}) ON DELETE {self.ondelete.upper()}"
        )


def catalogue_type(column: sa.Column) -> str:
    """The column's type as ``format_type`` spells it."""
    return _normal_type(_types.process(column.type))


@lru_cache(maxsize=512)
def _normal_type(text: str) -> str:
    text = text.lower()
    head, paren, rest = text.partition("(")
    head = _CATALOGUE_TYPES.get(head.strip(), head.strip())
    if head == "double precision":
        return head  # FLOAT(53) is the same type
    return f"{head}({rest.replace(' ', '')}" if paren else head


def column_sql(column: sa.Column, *, not_null: bool) -> str:
    """The column for CREATE TABLE or ADD COLUMN."""
    if is_serial(column):
        kind = "bigserial" if isinstance(column.type, sa.BigInteger) else "serial"
        return f"{quote(column.name)} {kind} NOT NULL"
    parts = [quote(column.name), _types.process(column.type)]
    if column.computed is not None:
        parts.append(f"GENERATED ALWAYS AS ({column.computed.sqltext}) STORED")
    elif column.server_default is not None:
        parts.append(f"DEFAULT {default_sql(column)}")
    if not_null and not column.nullable:
        parts.append("NOT NULL")
    return " ".join(parts)


def default_sql(column: sa.Column) -> str:
    compiler = _dialect.ddl_compiler(_dialect, None)  # type: ignore[arg-type]  # no statement, only helpers
    return str(compiler.get_column_default_string(column))


def is_serial(column: sa.Column) -> bool:
    """The integer primary key fed by a sequence of its own."""
    return column.table._autoincrement_column is column and column.server_default is None


def foreign_keys(spec: TableSpec) -> Iterator[ForeignKey]:
    table = spec.name
    for key in sorted(spec.table.foreign_keys, key=lambda key: key.parent.name):
        target_table, _dot, target_column = key.target_fullname.rpartition(".")
        yield ForeignKey(
            name=shorten(str(key.constraint.name)) if key.constraint is not None and key.constraint.name
            else foreign_key_name(table, key.parent.name),
            table=table, column=key.parent.name, target_table=target_table.rpartition(".")[2],
            target_column=target_column, ondelete=(key.ondelete or "no action").lower(),
        )


def table_constraints(spec: TableSpec) -> dict[str, str]:
    """Name → definition of unique, check and raw constraints."""
    found: dict[str, str] = {}
    for constraint in spec.table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            names = [column.name for column in constraint.columns]
            name = str(constraint.name or constraint_name(spec.name, "_".join(names) + "_key"))
            found[name] = f"UNIQUE ({', '.join(names)})"
        elif isinstance(constraint, sa.CheckConstraint) and constraint.name:
            found[str(constraint.name)] = f"CHECK ({constraint.sqltext})"
    found.update(spec.constraints)
    return {shorten(name): definition for name, definition in sorted(found.items())}


def plain_definition(definition: str) -> str | None:
    """The definition as ``pg_get_constraintdef`` gives it back; None when PostgreSQL would rewrite it."""
    match = _PLAIN_UNIQUE.match(definition.strip())
    if not match:
        return None
    names = [name.strip().lower() for name in match[1].split(",")]
    return f"UNIQUE ({', '.join(names)})"


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """An index: ``sql`` creates it, ``catalogue`` is how ``pg_get_indexdef`` shows it (None: compare by comment)."""

    name: str
    sql: str
    catalogue: str | None


def indexes(spec: TableSpec) -> Iterator[IndexSpec]:
    for index in sorted(spec.table.indexes, key=lambda index: str(index.name)):
        options = index.dialect_options["postgresql"]
        method = str(options.get("using") or "btree")
        columns = list(index.expressions)
        name = shorten(str(index.name or index_name(spec.name, "_".join(column.name for column in index.columns))))
        plain = (
            all(isinstance(column, sa.Column) for column in columns)
            and options.get("where") is None and not options.get("ops") and not options.get("include")
            and method == "btree"
        )
        if plain:
            unique = "UNIQUE " if index.unique else ""
            names = [str(column.name) for column in index.columns]
            yield IndexSpec(
                name,
                f"CREATE {unique}INDEX {quote(name)} ON {quote(spec.name)} ({', '.join(map(quote, names))})",
                f"{'UNIQUE ' if index.unique else ''}{','.join(names)}",
            )
        else:
            text = str(CreateIndex(index).compile(dialect=_dialect, compile_kwargs={"literal_binds": True}))
            yield IndexSpec(name, " ".join(text.split()), None)
