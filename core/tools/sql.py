"""Composable SQL, and small statements addons run on the schema."""

from __future__ import annotations

import enum
import json
import logging
import re
from collections.abc import Iterable
from typing import Any

_schema = logging.getLogger("core.schema")

IDENT_RE = re.compile(r"^[a-z0-9_][a-z0-9_$\-]*$", re.IGNORECASE)

_PLACEHOLDER = re.compile(r"%(?:%|s|\((?P<name>\w+)\)s)")


class SQL:
    """A piece of SQL with its parameters, so that composing never loses or quotes one wrongly.

    ``SQL("SELECT %s FROM %s WHERE id = ANY(%s)", SQL.identifier("name"), SQL.identifier("res_partner"), ids)``:
    an argument that is itself SQL is spliced in, anything else becomes a parameter. Named placeholders
    ``%(name)s`` take keyword arguments. ``to_flush`` names fields that must be flushed before the query runs.
    """

    __slots__ = ("__code", "__params", "__to_flush")
    __code: str
    __params: tuple[Any, ...]
    __to_flush: tuple[Any, ...]

    def __init__(self, code: str | SQL = "", /, *args: Any, to_flush: Any = None, **kwargs: Any) -> None:
        flush: list[Any] = [] if to_flush is None else [to_flush]
        if isinstance(code, SQL):
            if args or kwargs:
                raise TypeError("SQL() takes arguments only with a text")
            self.__code, self.__params = code.__code, code.__params
            self.__to_flush = (*code.__to_flush, *flush)
            return
        if args and kwargs:
            raise TypeError("SQL() takes either positional or named arguments, not both")
        if not args and not kwargs:
            self.__code, self.__params, self.__to_flush = code, (), tuple(flush)
            return
        parameters: list[Any] = []
        position = 0

        def splice(match: re.Match[str]) -> str:
            nonlocal position
            if match.group(0) == "%%":
                return "%%"
            if match.group("name"):
                value = kwargs[match.group("name")]
            elif position < len(args):
                value = args[position]
                position += 1
            else:
                raise TypeError(f"not enough arguments for SQL {code!r}")
            if isinstance(value, SQL):
                parameters.extend(value.__params)
                flush.extend(value.__to_flush)
                return value.__code
            parameters.append(value)
            return "%s"

        self.__code = _PLACEHOLDER.sub(splice, code)
        if position < len(args):
            raise TypeError(f"too many arguments for SQL {code!r}")
        self.__params = tuple(parameters)
        self.__to_flush = tuple(flush)

    @property
    def code(self) -> str:
        """The text with ``%s`` for each parameter."""
        return self.__code

    @property
    def params(self) -> list[Any]:
        return list(self.__params)

    @property
    def to_flush(self) -> Iterable[Any]:
        """The fields that must be flushed before this runs."""
        return self.__to_flush

    def __repr__(self) -> str:
        return f"SQL({', '.join(map(repr, (self.__code, *self.__params)))})"

    def __bool__(self) -> bool:
        return bool(self.__code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SQL) and self.__code == other.__code and self.__params == other.__params

    def __hash__(self) -> int:
        return hash((self.__code, self.__params))

    def __iter__(self) -> Any:
        """``code, params`` – so that ``cr.execute(*sql)`` works."""
        yield self.__code
        yield list(self.__params)

    def join(self, args: Iterable[Any]) -> SQL:
        """Put this between the arguments: ``SQL(", ").join(columns)``."""
        items = list(args)
        if not items:
            return SQL()
        if len(items) == 1 and isinstance(items[0], SQL):
            return items[0]
        if not self.__params:
            return SQL(self.__code.join("%s" for _item in items), *items)
        separated: list[Any] = [self] * (len(items) * 2 - 1)
        separated[::2] = items
        return SQL("%s" * len(separated), *separated)

    @classmethod
    def identifier(cls, name: str, subname: str | None = None, to_flush: Any = None) -> SQL:
        """A quoted table, column or alias name; with ``subname``, ``"name"."subname"``."""
        if not name.isidentifier() and not IDENT_RE.match(name):
            raise ValueError(f"{name!r} is not a SQL identifier")
        if subname is None:
            return cls(f'"{name}"', to_flush=to_flush)
        if not subname.isidentifier() and not IDENT_RE.match(subname):
            raise ValueError(f"{subname!r} is not a SQL identifier")
        return cls(f'"{name}"."{subname}"', to_flush=to_flush)


class TableKind(enum.Enum):
    Regular = "r"
    Temporary = "t"
    View = "v"
    Materialized = "m"
    Foreign = "f"
    Other = None


def existing_tables(cr: Any, tablenames: Iterable[str]) -> list[str]:
    """Those of the names that are tables or views of the current schema."""
    cr.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relname = ANY(%s) AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname = current_schema",
        [list(tablenames)],
    )
    return [name for (name,) in cr.fetchall()]


def table_exists(cr: Any, tablename: str) -> bool:
    return bool(existing_tables(cr, [tablename]))


def table_kind(cr: Any, tablename: str) -> TableKind | None:
    """What kind of relation the name is; None when there is none."""
    cr.execute(
        "SELECT c.relkind, c.relpersistence FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relname = %s AND n.nspname = current_schema",
        [tablename],
    )
    row = cr.fetchone()
    if row is None:
        return None
    kind, persistence = row
    if kind == "r" and persistence == "t":
        return TableKind.Temporary
    return TableKind(kind) if kind in ("r", "v", "m", "f") else TableKind.Other


def table_columns(cr: Any, tablename: str) -> dict[str, dict[str, Any]]:
    """Column name → row of ``information_schema.columns``."""
    cr.execute(
        "SELECT column_name, udt_name, character_maximum_length, is_nullable FROM information_schema.columns"
        " WHERE table_name = %s AND table_schema = current_schema",
        [tablename],
    )
    return {row["column_name"]: row for row in cr.dictfetchall()}


def column_exists(cr: Any, tablename: str, columnname: str) -> bool:
    cr.execute(
        "SELECT 1 FROM information_schema.columns"
        " WHERE table_name = %s AND column_name = %s AND table_schema = current_schema",
        [tablename, columnname],
    )
    return cr.rowcount > 0


def create_column(cr: Any, tablename: str, columnname: str, columntype: str, comment: str | None = None) -> None:
    """Add a column. ``columntype`` is SQL written by the addon."""
    default = SQL(" DEFAULT false") if columntype.upper() == "BOOLEAN" else SQL()
    cr.execute(
        SQL(
            "ALTER TABLE %s ADD COLUMN %s %s%s",
            SQL.identifier(tablename),
            SQL.identifier(columnname),
            SQL(columntype),
            default,
        )
    )
    if comment:
        cr.execute(SQL("COMMENT ON COLUMN %s IS %s", SQL.identifier(tablename, columnname), comment))
    _schema.debug("Table %r: added column %r of type %s", tablename, columnname, columntype)


def rename_column(cr: Any, tablename: str, columnname1: str, columnname2: str) -> None:
    cr.execute(
        SQL(
            "ALTER TABLE %s RENAME COLUMN %s TO %s",
            SQL.identifier(tablename),
            SQL.identifier(columnname1),
            SQL.identifier(columnname2),
        )
    )


def convert_column(cr: Any, tablename: str, columnname: str, columntype: str) -> None:
    """Change the type of a column."""
    column, kind = SQL.identifier(columnname), SQL(columntype)
    cr.execute(
        SQL(
            "ALTER TABLE %s ALTER COLUMN %s DROP DEFAULT, ALTER COLUMN %s TYPE %s USING %s::%s",
            SQL.identifier(tablename), column, column, kind, column, kind,
        )  # fmt: skip
    )


def drop_not_null(cr: Any, tablename: str, columnname: str) -> None:
    cr.execute(
        SQL("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL", SQL.identifier(tablename), SQL.identifier(columnname))
    )


def set_not_null(cr: Any, tablename: str, columnname: str) -> None:
    cr.execute(
        SQL("ALTER TABLE %s ALTER COLUMN %s SET NOT NULL", SQL.identifier(tablename), SQL.identifier(columnname))
    )


def constraint_definition(cr: Any, tablename: str, constraintname: str) -> str | None:
    """The definition of a constraint, as PostgreSQL words it."""
    cr.execute(
        "SELECT pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid"
        " WHERE t.relname = %s AND c.conname = %s",
        [tablename, constraintname],
    )
    row = cr.fetchone()
    return row[0] if row else None


def add_constraint(cr: Any, tablename: str, constraintname: str, definition: str) -> None:
    cr.execute(
        SQL(
            "ALTER TABLE %s ADD CONSTRAINT %s %s",
            SQL.identifier(tablename),
            SQL.identifier(constraintname),
            SQL(definition),
        )
    )


def drop_constraint(cr: Any, tablename: str, constraintname: str) -> None:
    cr.execute(
        SQL("ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s", SQL.identifier(tablename), SQL.identifier(constraintname))
    )


def index_exists(cr: Any, indexname: str) -> bool:
    cr.execute("SELECT 1 FROM pg_indexes WHERE indexname = %s AND schemaname = current_schema", [indexname])
    return cr.rowcount > 0


def create_index(
    cr: Any, indexname: str, tablename: str, expressions: Iterable[str], method: str = "btree", where: str = ""
) -> None:
    """Create the index unless it exists. Expressions and condition are SQL written by the addon."""
    if index_exists(cr, indexname):
        return
    cr.execute(
        SQL(
            "CREATE INDEX %s ON %s USING %s (%s)%s",
            SQL.identifier(indexname),
            SQL.identifier(tablename),
            SQL.identifier(method),
            SQL(", ").join([SQL(expression) for expression in expressions]),
            SQL(f" WHERE {where}") if where else SQL(),
        )
    )


def create_unique_index(cr: Any, indexname: str, tablename: str, expressions: Iterable[str]) -> None:
    if index_exists(cr, indexname):
        return
    cr.execute(
        SQL(
            "CREATE UNIQUE INDEX %s ON %s (%s)",
            SQL.identifier(indexname),
            SQL.identifier(tablename),
            SQL(", ").join([SQL(expression) for expression in expressions]),
        )
    )


def drop_index(cr: Any, indexname: str, tablename: str | None = None) -> None:
    cr.execute(SQL("DROP INDEX IF EXISTS %s", SQL.identifier(indexname)))


def drop_view_if_exists(cr: Any, viewname: str) -> None:
    """Drop a view or materialised view, whichever it is."""
    kind = table_kind(cr, viewname)
    if kind == TableKind.View:
        cr.execute(SQL("DROP VIEW %s CASCADE", SQL.identifier(viewname)))
    elif kind == TableKind.Materialized:
        cr.execute(SQL("DROP MATERIALIZED VIEW %s CASCADE", SQL.identifier(viewname)))


def escape_psql(to_escape: str) -> str:
    """Escape the wildcards of LIKE."""
    return to_escape.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


def pg_varchar(size: int = 0) -> str:
    if not isinstance(size, int):
        raise ValueError(f"VARCHAR size must be a whole number, not {size!r}")
    return f"VARCHAR({size})" if size > 0 else "VARCHAR"


def reverse_order(order: str) -> str:
    """The opposite of an ORDER BY list: ``'date desc, id'`` → ``'date asc, id desc'``."""
    parts = []
    for item in order.split(","):
        words = item.lower().split()
        parts.append(f"{words[0]} {'asc' if words[1:2] == ['desc'] else 'desc'}")
    return ", ".join(parts)


def increment_fields_skiplock(records: Any, *fields: str) -> bool:
    """Add one to integer columns of rows nobody else has locked; False when a row was skipped."""
    if not records:
        return True
    records.env.flush_all()
    assignments = SQL(", ").join(
        SQL("%s = COALESCE(%s, 0) + 1", SQL.identifier(field), SQL.identifier(field)) for field in fields
    )
    table = SQL.identifier(records._table)
    cr = records.env.cr
    cr.execute(
        SQL(
            "UPDATE %s SET %s WHERE id IN (SELECT id FROM %s WHERE id = ANY(%s) FOR UPDATE SKIP LOCKED)",
            table, assignments, table, list(records.ids),
        )  # fmt: skip
    )
    records.invalidate_recordset(list(fields))
    return bool(cr.rowcount == len(records))


def make_identifier(identifier: str) -> str:
    """A name PostgreSQL does not truncate: at most 63 bytes, long ones end in a hash."""
    if len(identifier) <= 63:
        return identifier
    import hashlib

    return f"{identifier[:54]}_{hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest()[:8]}"


def make_index_name(table_name: str, column_name: str) -> str:
    return make_identifier(f"{table_name}__{column_name}_index")


def value_to_translated_trigram_pattern(value: str) -> str:
    """A LIKE pattern finding ``value`` in the text of a jsonb column."""
    return pattern_to_translated_trigram_pattern(f"%{escape_psql(value)}%")


def pattern_to_translated_trigram_pattern(pattern: str) -> str:
    """A LIKE pattern for the JSON text of a translated column: quotes and such as JSON writes them."""
    encoded = json.dumps(pattern, ensure_ascii=False)[1:-1]
    return encoded.replace(r"\\", "\\")
