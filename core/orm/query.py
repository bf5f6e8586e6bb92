"""A query: which records of a model, in which order. It runs when its ids are asked for, and nests in other queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from core.orm import sharedrows
from core.orm.conditions import FALSE_SHAPE, TRUE_SHAPE, Shape
from core.orm.statement import Builder, Statement, cached_statement, join_alias
from core.tools.sql import SQL

_PLACEHOLDER = re.compile(r"(?<!%)(?:%%)*%s")

#: A query that was run already nests by its ids, unless there are too many of them.
_NEST_IDS_MAX = 2_000


class Query:
    """Records of ``model`` that fulfil a shape (see ``core.orm.lowering``), seen by the model's environment.

    ``Query(model)`` or, as addons know it, ``Query(env, alias)`` with the name of the table.
    """

    is_subquery = True

    __slots__ = ("model", "env", "shape", "where_params", "joins", "join_params", "order", "limit", "offset", "_ids")

    def __init__(self, model: Any, alias: str | None = None, table: Any = None) -> None:
        if alias is not None and not hasattr(model, "_ids"):
            model = _model_of_table(model, alias)
        self.model = model
        self.env = model.env
        self.shape: Shape = TRUE_SHAPE
        self.where_params: list[Any] = []
        self.joins: tuple[tuple[str, str | None, str, str], ...] = ()
        self.join_params: list[Any] = []
        self.order: Any = None
        self.limit: int | None = None
        self.offset: int | None = None
        self._ids: tuple[int, ...] | None = None

    # What addons add

    @property
    def table(self) -> str:
        """Name under which the model's table can be mentioned in conditions."""
        return self.model._table

    def add_where(self, where_clause: str | SQL, where_params: Iterable[Any] = ()) -> None:
        """AND a piece of SQL to the condition; ``%s`` stands for each of its parameters."""
        code, params = _code_and_params(where_clause, where_params)
        self.where_params.extend(params)
        self._narrow(("raw", code))

    def _narrow(self, shape: Shape) -> None:
        self.shape = shape if self.shape is TRUE_SHAPE else ("and", self.shape, shape)
        self._ids = None

    def make_alias(self, alias: str, link: str) -> str:
        return join_alias(alias, link)

    def join(self, lhs_alias: str, lhs_column: str, rhs_table: str, rhs_column: str, link: str) -> str:
        """Inner join a table; the alias under which conditions can mention it."""
        return self._add_link("JOIN", lhs_alias, lhs_column, rhs_table, rhs_column, link)

    def left_join(self, lhs_alias: str, lhs_column: str, rhs_table: str, rhs_column: str, link: str) -> str:
        """Left join a table; the alias under which conditions can mention it."""
        return self._add_link("LEFT JOIN", lhs_alias, lhs_column, rhs_table, rhs_column, link)

    def _add_link(self, kind: str, lhs_alias: str, lhs_column: str, rhs_table: str, rhs_column: str, link: str) -> str:
        alias = self.make_alias(lhs_alias, link)
        left, right = SQL.identifier(lhs_alias, lhs_column), SQL.identifier(alias, rhs_column)
        self.add_join(kind, alias, rhs_table, SQL("%s = %s", left, right))
        return alias

    def add_join(self, kind: str, alias: str, table: str | SQL | None, condition: str | SQL = "") -> None:
        """Join ``table`` as ``alias``; the same alias is joined once."""
        if any(known == alias for _kind, _table, known, _code in self.joins):
            return
        code, params = _code_and_params(condition, ())
        name = table.code.strip('"') if isinstance(table, SQL) else table
        self.joins = (*self.joins, (kind.upper(), name, alias, code))
        self.join_params.extend(params)
        self._ids = None

    def add_table(self, alias: str, table: str | SQL | None = None) -> None:
        """Cross join a table; conditions that tie it in are added by :meth:`add_where`."""
        self.add_join("JOIN", alias, table)

    # Results

    def is_empty(self) -> bool:
        """Whether it is known, without asking the database, that nothing is found."""
        return self.shape is FALSE_SHAPE or self._ids == () or self.limit == 0

    def get_result_ids(self) -> tuple[int, ...]:
        """The ids, in order; the database is asked once."""
        if self._ids is None:
            if self.is_empty():
                self._ids = ()
            else:
                self._ids = self._find_ids(self._statement(("ids",), _select_ids))
        return self._ids

    def _find_ids(self, statement: Any) -> tuple[int, ...]:
        values = self.all_params()
        shared = None if statement.flush_all or statement.computed_tables else sharedrows.usable(self.env, statement.flush)
        if shared is None:
            return tuple([row[0] for row in statement.execute(self.env, values).fetchall()])
        key = (statement, repr(statement.bind(self.env, values)))
        ids = sharedrows.find(shared, key)
        if ids is None:
            ids = tuple([row[0] for row in statement.execute(self.env, values).fetchall()])
            sharedrows.keep_query(shared, key, ids)
        return ids

    @property
    def is_shared(self) -> bool:
        """Whether the rows found are shared by all transactions: then there is nothing to gain by reading them along."""
        return bool(self.model._shared_rows and sharedrows.usable(self.env, (self.model._name,)) is not None)

    def set_result_ids(self, ids: Iterable[int], ordered: bool = True) -> None:
        """Fix the result (as when the ids were found by other means)."""
        self._ids = tuple(ids)

    def fetch(self, fields: Sequence[Any]) -> tuple[tuple[int, ...], list[Any]]:
        """Ids and, for each of the stored fields, its column values – in one statement."""
        if self.is_empty():
            return (), [() for _field in fields]
        names = tuple([field.name for field in fields])
        statement = self._statement(("columns", *names), _select_columns)
        rows = statement.execute(self.env, self.all_params()).fetchall()
        if not rows:
            return (), [() for _field in fields]
        ids, *columns = zip(*rows, strict=True)
        return ids, columns

    def count(self) -> int:
        if self.is_empty():
            return 0
        return self._statement(("count",), _select_count).execute(self.env, self.all_params()).fetchone()[0]

    def __iter__(self) -> Iterator[int]:
        return iter(self.get_result_ids())

    def __len__(self) -> int:
        return len(self._ids) if self._ids is not None else self.count()

    def __bool__(self) -> bool:
        return bool(self.get_result_ids())

    def __repr__(self) -> str:
        return f"<Query {self.model._name} {self.shape!r}>"

    # Statement

    def all_params(self) -> list[Any]:
        """The values of the statement in the order of its parameters."""
        params = [*self.where_params, *self.join_params]
        if type(self.order) is SQL:
            params.extend(self.order.params)
        if self.limit is not None:
            params.append(self.limit)
        if self.offset:
            params.append(self.offset)
        return params

    def order_key(self) -> Any:
        order = self.order
        return ("sql", order.code) if type(order) is SQL else order

    def key(self) -> tuple[Any, ...]:
        """All that decides the text of the statement, none of its values."""
        return (self.model._name, self.shape, self.joins, self.order_key(), self.limit is not None, bool(self.offset))

    def _statement(self, what: tuple[Any, ...], build: Any) -> Statement:
        key = (self.key(), what)
        return cached_statement(self.env.registry, key, lambda builder: build(builder, *key[0], *what[1:]))

    def embedded(self, column: str = "id") -> tuple[Shape, list[Any]]:
        """This query as the select of an enclosing one, and its values."""
        name = self.model._name
        if self._ids is not None and len(self._ids) <= _NEST_IDS_MAX:
            ids = list(self._ids)
            if column == "id":
                return ("ids",), [ids]
            return ("query", name, ("in", False, "id"), (), None, False, False, column), [ids]
        limited = self.limit is not None or bool(self.offset)
        order = self.order_key() if limited else None
        shape = ("query", name, self.shape, self.joins, order, self.limit is not None, bool(self.offset), column)
        if limited:
            return shape, self.all_params()
        return shape, [*self.where_params, *self.join_params]

    def select(self, *args: str | SQL) -> SQL:
        """The SELECT as SQL for addons: of the ids, or of the given expressions."""
        columns = [SQL(arg) if isinstance(arg, str) else arg for arg in args]
        if not columns:
            statement = self._statement(("ids",), _select_ids)
            values = self.all_params()
        else:
            statement = self._statement(("raw", tuple(column.code for column in columns)), _select_raw)
            values = [param for column in columns for param in column.params] + self.all_params()
        if statement.flush_all:
            self.env.flush_all()
        else:
            self.env.flush_fields(statement.flush)
        code, names = statement.in_order(self.env)
        params = statement.bind(self.env, values)
        return SQL(code, *[params[name] for name in names])

    @property
    def tables(self) -> list[str]:
        """The aliases of the tables in FROM."""
        return [self.table, *[alias for _kind, _table, alias, _code in self.joins]]

    @property
    def from_clause(self) -> SQL:
        """What stands behind FROM."""
        return self._clauses()[0]

    @property
    def where_clause(self) -> SQL:
        """What stands behind WHERE; empty if there is no condition."""
        return self._clauses()[1]

    def _clauses(self) -> tuple[SQL, SQL]:
        bare = Query(self.model)
        bare.shape, bare.where_params = self.shape, self.where_params
        bare.joins, bare.join_params = self.joins, self.join_params
        sql = bare.select("1")
        source, _where, condition = sql.code.partition("\nFROM ")[2].partition("\nWHERE ")
        count = len(_PLACEHOLDER.findall(source))
        return SQL(source.strip(), *sql.params[:count]), SQL(condition, *sql.params[count:])

    def subselect(self, *args: str | SQL) -> SQL:
        """The SELECT in parentheses, to stand behind ``IN`` in another SQL."""
        if self._ids is not None and not args:
            return SQL("(SELECT unnest(%s::int[]))", list(self._ids))
        return SQL("(%s)", self.select(*args))


def _select_ids(builder: Builder, model_name: str, shape: Shape, joins: tuple, order: Any, limit: bool,
                offset: bool) -> Any:
    model = builder.registry[model_name]
    table = model._table_
    return builder.filtered(sa.select(table.c.id), model, table, shape, joins, order, limit, offset)


def _select_columns(builder: Builder, model_name: str, shape: Shape, joins: tuple, order: Any, limit: bool,
                    offset: bool, *names: str) -> Any:
    model = builder.registry[model_name]
    table = model._table_
    columns = [builder.fetched(model, table, model._fields[name]) for name in names]
    return builder.filtered(sa.select(table.c.id, *columns), model, table, shape, joins, order, limit, offset)


def _select_count(builder: Builder, model_name: str, shape: Shape, joins: tuple, order: Any, limit: bool,
                  offset: bool) -> Any:
    model = builder.registry[model_name]
    table = model._table_
    if not limit and not offset:
        return builder.filtered(sa.select(sa.func.count()), model, table, shape, joins, None, False, False)
    rows = builder.filtered(sa.select(sa.literal_column("1")), model, table, shape, joins, order, limit, offset)
    return sa.select(sa.func.count()).select_from(rows.subquery("counted"))


def _select_raw(builder: Builder, model_name: str, shape: Shape, joins: tuple, order: Any, limit: bool, offset: bool,
                codes: tuple[str, ...]) -> Any:
    model = builder.registry[model_name]
    table = model._table_
    columns = [builder.raw(code) for code in codes]
    return builder.filtered(sa.select(*columns), model, table, shape, joins, order, limit, offset)


def _code_and_params(clause: str | SQL, params: Iterable[Any]) -> tuple[str, list[Any]]:
    if isinstance(clause, SQL):
        return clause.code, clause.params
    return clause, list(params)


def _model_of_table(env: Any, table: str) -> Any:
    for name, model in env.registry.models.items():
        if getattr(model, "_table", None) == table and not getattr(model, "_abstract", False):
            return env[name]
    raise ValueError(f"No model has the table {table!r}. Make the query from a model: Query(model).")
