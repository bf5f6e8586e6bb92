"""From the shape of a query to SQL, once.

SQLAlchemy Core composes the statement and its PostgreSQL dialect writes the text; the text is kept per registry under
the shape, so that asking the same question with other values costs a dictionary look-up. Parameters are named ``p0``,
``p1``, … in the order in which the shape is walked – the order in which ``core.orm.lowering`` collected the values –
and what depends on the environment (language, company, time zone) has names of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import FromClause

from core.orm.conditions import FALSE_SHAPE, NUMERIC_TYPES, TEXT_TYPES, TRUE_SHAPE, Shape, unknown_field
from core.orm.ids import int_array

_DIALECT = PGDialect_psycopg2(paramstyle="pyformat")
_PLACEHOLDER = re.compile(r"%(%|s)")
_NAMED = re.compile(r"%\((\w+)\)s")
_LONE_PERCENT = re.compile(r"(?<!%)%(?!%)")
_IDENTIFIER = re.compile(r"^[A-Za-z_][A-Za-z0-9_$]*$")
_ORDER_PART = re.compile(
    r"^(?P<path>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*(?::[a-z_]+)?)"
    r"(?:\s+(?P<direction>asc|desc))?(?:\s+nulls\s+(?P<nulls>first|last))?$",
    re.IGNORECASE,
)
_STATEMENTS_MAX = 10_000

_NAMES: list[str] = [f"p{index}" for index in range(64)]


class RawSQL(ColumnElement):
    """A fragment of SQL text with its bind parameters, spliced into a statement as it is."""

    inherit_cache = False

    def __init__(self, code: str, binds: Sequence[Any], type_: Any = None) -> None:
        self.pieces = code
        self.binds = binds
        self.type = type_ or sa.types.NullType()

    def self_group(self, against: Any = None) -> Any:
        return self


@compiles(RawSQL)
def _compile_raw(element: RawSQL, compiler: Any, **kwargs: Any) -> str:
    binds = iter(element.binds)

    def splice(match: re.Match[str]) -> str:
        return "%%" if match.group(1) == "%" else compiler.process(next(binds), **kwargs)

    return _PLACEHOLDER.sub(splice, element.pieces)


def raw(code: str, binds: Sequence[Any] = ()) -> RawSQL:
    return RawSQL(code, binds)


class Statement:
    """A compiled statement: its text, what must be flushed before it, and the parameters the environment gives."""

    __slots__ = ("sql", "flush", "flush_all", "context", "arrays", "positional", "computed_tables")

    def __init__(self, sql: str, builder: Builder) -> None:
        self.sql = sql
        self.computed_tables = tuple(name for name in builder.flush if builder.registry[name]._table_query)
        self.flush = {model: tuple(names) for model, names in builder.flush.items()}
        # What a model without a table of its own shows may depend on anything.
        self.flush_all = builder.flush_all or not all(builder.registry[name]._auto for name in builder.flush)
        self.context = tuple(builder.context.items())
        self.arrays = tuple(builder.arrays)
        self.positional: tuple[str, tuple[str, ...]] | None = None

    def bind(self, env: Any, values: Sequence[Any]) -> dict[str, Any]:
        """The parameters by name."""
        if len(values) > len(_NAMES):
            _NAMES.extend(f"p{index}" for index in range(len(_NAMES), len(values)))
        params = dict(zip(_NAMES, values, strict=False))
        for name in self.arrays:
            params[name] = int_array(params[name])
        for name, give in self.context:
            params[name] = give(env)
        return params

    def execute(self, env: Any, values: Sequence[Any]) -> Any:
        """Run it, with what it depends on flushed; the cursor, ready to fetch."""
        if self.flush_all:
            env.flush_all()
        else:
            env.flush_fields(self.flush)
        cr = env.cr
        cr.run(self.text(env), self.bind(env, values))
        return cr

    def text(self, env: Any) -> str:
        """The text to run; models that are queries themselves (``_table_query``) come in front of it."""
        if not self.computed_tables:
            return self.sql
        tables = []
        for name in self.computed_tables:
            model = env[name]
            tables.append(f'"{model._table}" AS ({table_query_text(model)})')
        return f"WITH {', '.join(tables)} {self.sql}"

    def in_order(self, env: Any) -> tuple[str, tuple[str, ...]]:
        """The text with ``%s`` and the names of its parameters in order."""
        if self.computed_tables:
            text = self.text(env)
            return _NAMED.sub("%s", text), tuple(_NAMED.findall(text))
        if self.positional is None:
            names = tuple(_NAMED.findall(self.sql))
            self.positional = (_NAMED.sub("%s", self.sql), names)
        return self.positional


def table_query_text(model: Any) -> str:
    """The query that a model is made of, with ``%`` doubled as in a statement with parameters."""
    query = model._table_query
    if isinstance(query, str):
        return _LONE_PERCENT.sub("%%", query)
    return model.env.cr.mogrify(query.code, query.params).decode().replace("%", "%%")


def cached_statement(registry: Any, key: Any, build: Callable[[Builder], Any]) -> Statement:
    """The statement for ``key``; ``build(builder)`` composes it the first time."""
    statements = registry.__dict__.get("_statements")
    if statements is None:
        statements = registry.__dict__["_statements"] = {}
    statement = statements.get(key)
    if statement is None:
        builder = Builder(registry)
        element = build(builder)
        sql = str(element.compile(dialect=_DIALECT))
        if len(statements) >= _STATEMENTS_MAX:
            statements.clear()
        statement = statements[key] = Statement(sql, builder)
    return statement


def forget_statements(registry: Any) -> None:
    """Drop the compiled statements: the models have changed."""
    registry.__dict__.pop("_statements", None)


class Builder:
    """Composes one statement; keeps the counter of its parameters and what it depends on."""

    def __init__(self, registry: Any) -> None:
        self.registry = registry
        self.count = 0
        self.flush: dict[str, dict[str, None]] = {}
        self.flush_all = False
        self.context: dict[str, Callable[[Any], Any]] = {}
        self.arrays: list[str] = []
        self._selects = 0

    # Parameters

    def param(self, type_: Any = None) -> Any:
        """The next positional value."""
        name = f"p{self.count}"
        self.count += 1
        return sa.bindparam(name, type_=type_)

    def int_array(self) -> Any:
        bind = self.param(sa.Text())
        self.arrays.append(bind.key)
        return sa.cast(bind, ARRAY(sa.Integer))

    def context_param(self, name: str, give: Callable[[Any], Any], type_: Any = None) -> Any:
        """A value taken from the environment when the statement runs."""
        self.context[name] = give
        return sa.bindparam(name, type_=type_ or sa.Text(), unique=False)

    def raw(self, code: str) -> RawSQL:
        self.flush_all = True
        count = sum(1 for match in _PLACEHOLDER.finditer(code) if match.group(1) == "s")
        return raw(code, [self.param() for _index in range(count)])

    def uses(self, model_name: str, field_name: str) -> None:
        self.flush.setdefault(model_name, {})[field_name] = None

    # Expressions

    def column(self, model: Any, table: FromClause, field: Any) -> Any:
        """The value of a stored field as the environment sees it (language, company)."""
        self.uses(model._name, field.name)
        column = table.c[field.name]
        if field.translate:
            return self._translated(column)
        if field.company_dependent:
            return self._of_company(field, column)
        return column

    def _translated(self, column: Any) -> Any:
        lang = self.context_param("lang", lambda env: env.lang or "en_US")
        source = sa.type_coerce(column, JSONB)
        return sa.func.coalesce(source.op("->>")(lang), source.op("->>")(sa.literal_column("'en_US'")), type_=sa.Text())

    def _of_company(self, field: Any, column: Any) -> Any:
        company = self.context_param("company", lambda env: str(env.company.id))
        value = sa.type_coerce(column, JSONB).op("->>")(company)
        type_ = _company_value_type(field)
        model_name, name = field.model_name, field.name
        fallback = self.context_param(
            f"fallback_{model_name}_{name}".replace(".", "_"), lambda env: company_fallback(env, model_name, name), type_)
        return sa.func.coalesce(sa.cast(value, type_), sa.cast(fallback, type_), type_=type_)

    def fetched(self, model: Any, table: FromClause, field: Any) -> Any:
        """A column as the cache takes it: of a company-dependent field the company's own value, if it has one.

        A plain column needs no flush: what is pending is in the cache already, and stays there.
        """
        if not field.company_dependent and not field.translate:
            return table.c[field.name]
        if field.translate:
            return self.column(model, table, field)
        self.uses(model._name, field.name)
        company = self.context_param("company", lambda env: str(env.company.id))
        return sa.type_coerce(table.c[field.name], JSONB).op("->")(company)

    # Conditions

    def where(self, model: Any, table: FromClause, shape: Shape) -> Any:
        """The condition that ``shape`` stands for."""
        return getattr(self, f"_{shape[0]}")(model, table, *shape[1:])

    def _true(self, model: Any, table: FromClause) -> Any:
        return sa.true()

    def _false(self, model: Any, table: FromClause) -> Any:
        return sa.false()

    def _and(self, model: Any, table: FromClause, *shapes: Shape) -> Any:
        return sa.and_(*[self.where(model, table, shape) for shape in shapes])

    def _or(self, model: Any, table: FromClause, *shapes: Shape) -> Any:
        return sa.or_(*[self.where(model, table, shape) for shape in shapes])

    def _not(self, model: Any, table: FromClause, shape: Shape) -> Any:
        return sa.func.coalesce(self.where(model, table, shape), sa.false(), type_=sa.Boolean()).is_(sa.false())

    def _raw(self, model: Any, table: FromClause, code: str) -> Any:
        return self.raw(f"({code})")

    def _null(self, model: Any, table: FromClause, negative: bool, name: str) -> Any:
        field = model._fields[name]
        column = self.column(model, table, field)
        if field.type == "boolean":
            return column.is_(sa.true()) if negative else column.is_not(sa.true())
        empty = _empty_literal(field)
        if empty is None:
            return column.is_not(None) if negative else column.is_(None)
        return column != empty if negative else sa.or_(column.is_(None), column == empty)

    def _eq(self, model: Any, table: FromClause, negative: bool, name: str) -> Any:
        column = self.column(model, table, model._fields[name])
        value = self.param(column.type)
        if name == "id":
            return column != value if negative else column == value
        return sa.or_(column != value, column.is_(None)) if negative else column == value

    def _in(self, model: Any, table: FromClause, negative: bool, name: str) -> Any:
        column = self.column(model, table, model._fields[name])
        if isinstance(column.type, sa.Integer):
            values = self.int_array()
        else:
            values = self.param(ARRAY(column.type))
        if not negative:
            return column == sa.any_(values)
        outside = column != sa.all_(values)
        return outside if name == "id" else sa.or_(outside, column.is_(None))

    def _cmp(self, model: Any, table: FromClause, operator: str, with_empty: bool, name: str) -> Any:
        column = self.column(model, table, model._fields[name])
        comparison = column.op(operator, is_comparison=True)(self.param(column.type))
        return sa.or_(comparison, column.is_(None)) if with_empty and name != "id" else comparison

    def _like(self, model: Any, table: FromClause, negative: bool, fold: bool | str, name: str) -> Any:
        field = model._fields[name]
        column = self.column(model, table, field)
        text = column if isinstance(column.type, sa.Text | sa.String) else sa.cast(column, sa.Text)
        if fold:
            text = sa.func.sen_search_key(text)
        pattern = self.param(sa.Text())
        if negative:
            return sa.or_(text.not_like(pattern), column.is_(None))
        if fold == "trigram":
            literal = sa.func.btrim(pattern, sa.literal_column("'%%'"))
            indexed = sa.func.sen_trigrams(trigram_source(field, table.c[name]))
            return sa.and_(indexed.op("@>", is_comparison=True)(sa.func.sen_trigrams(literal)), text.like(pattern))
        return text.like(pattern)

    def _part(self, model: Any, table: FromClause, part: str, operator: str, name: str) -> Any:
        field = model._fields[name]
        column = self.local_time(field, self.column(model, table, field))
        number = sa.cast(sa.func.date_part(sa.literal_column(f"'{part}'"), column), sa.Integer)
        comparison = number.op(operator, is_comparison=True)(self.param(sa.Integer()))
        return sa.or_(comparison, column.is_(None)) if operator == "!=" else comparison

    def local_time(self, field: Any, column: Any) -> Any:
        """A datetime (UTC in the database) in the user's time zone."""
        if field.type != "datetime":
            return column
        zone = self.context_param("tz", time_zone)
        return sa.func.timezone(zone, sa.func.timezone(sa.literal_column("'UTC'"), column), type_=sa.DateTime())

    def _property(self, model: Any, table: FromClause, negative: bool, kind: str, field: str, name: str) -> Any:
        column = sa.type_coerce(self.column(model, table, model._fields[field]), JSONB)
        value = column.op("->>")(_quoted(name))
        if kind == "empty":
            empty = sa.func.coalesce(value, sa.literal_column("'false'")).in_(
                [sa.literal_column("'false'"), sa.literal_column("''"), sa.literal_column("'[]'")])
            return sa.not_(empty) if negative else empty
        if kind == "one_of":
            found = value == sa.any_(self.param(ARRAY(sa.Text)))
        else:
            pattern = self.param(sa.Text())
            found = sa.func.sen_search_key(value).like(sa.func.sen_search_key(pattern)) if kind == "ilike" \
                else value.like(pattern)
        return sa.func.coalesce(found, sa.false()).is_(sa.false()) if negative else found

    # Relations

    def _rel(self, model: Any, table: FromClause, negative: bool, name: str, select: Shape | None) -> Any:
        field = model._fields[name]
        if name == "id" or field.type == "many2one":
            own = self.column(model, table, field)
            if select == ("ids",):
                found = own == sa.any_(self.int_array())
                return sa.or_(sa.not_(found), own.is_(None)) if negative else found
            source = self.select(select)
        elif field.type == "one2many":
            own = table.c.id
            source = self._lines(field, select)
        else:
            own = table.c.id
            source = self._links(field, select)
        return self._not_among(table, own, source) if negative else own.in_(source)

    def _not_among(self, table: FromClause, own: Any, source: Any) -> Any:
        """No row of ``source`` is ``own``: an anti-join that is also right for NULL on either side."""
        self._selects += 1
        inner = source.subquery(f"sub{self._selects}")
        value = inner.c[0]
        return ~sa.select(sa.literal_column("1")).select_from(inner).where(value == own).correlate(table).exists()

    def _lines(self, field: Any, select: Shape | None) -> Any:
        """The owners of a one2many's lines."""
        comodel = self.registry[field.comodel_name]
        inverse = comodel._fields[field.inverse_name]
        if select is not None and select[0] == "query" and select[-1] == field.inverse_name:
            return self.select(select)
        self.uses(comodel._name, field.inverse_name)
        table = comodel._table_
        owner = table.c[inverse.name]
        query = sa.select(owner).where(owner.is_not(None)).correlate(None)
        if inverse.type == "many2one_reference":
            query = query.where(table.c[inverse.model_field] == sa.literal_column(f"'{field.model_name}'"))
        if select is not None:
            query = query.where(self._among(table.c.id, select))
        return query

    def _links(self, field: Any, select: Shape | None) -> Any:
        """The owners of a many2many's links."""
        self.uses(field.model_name, field.name)
        query = sa.select(field.relation_column1).correlate(None)
        if select is not None:
            query = query.where(self._among(field.relation_column2, select))
        return query

    def _among(self, column: Any, select: Shape) -> Any:
        if select == ("ids",):
            return column == sa.any_(self.int_array())
        return column.in_(self.select(select))

    # Selects

    def select(self, select: Shape | None) -> Any:
        """A select that gives one column of ids."""
        assert select is not None
        kind = select[0]
        if kind == "query":
            return self._query(*select[1:])
        if kind == "tree":
            return self._tree(*select[1:])
        self._selects += 1
        code = self.raw(select[1])
        return sa.select(sa.literal_column("*")).select_from(_RawFrom(code, f"raw{self._selects}")).correlate(None)

    def _query(self, model_name: str, shape: Shape, joins: tuple, order: Any, limit: bool, offset: bool,
               column: str) -> Any:
        model = self.registry[model_name]
        table = model._table_
        if (limit or offset) and column != "id":
            wanted = self.column(model, table, model._fields[column])
            inner = self._query(model_name, shape, joins, order, limit, offset, "id")
            return sa.select(wanted).where(table.c.id.in_(inner), wanted.is_not(None)).correlate(None)
        wanted = self.column(model, table, model._fields[column])
        query = self.filtered(sa.select(wanted), model, table, shape, joins, order if limit or offset else None,
                              limit, offset)
        return query.where(wanted.is_not(None)) if column != "id" else query

    def filtered(self, query: Any, model: Any, table: FromClause, shape: Shape, joins: tuple, order: Any,
                 limit: bool, offset: bool) -> Any:
        """``query`` with FROM, WHERE, ORDER BY, LIMIT and OFFSET; parameters are taken in that order."""
        source, criterion = self.source(model, table, shape, joins)
        if order:
            ordering = Ordering(self, model, table)
            query = query.order_by(*ordering.terms(order))
            source = ordering.join(source)
        query = query.select_from(source).correlate(None)
        if criterion is not None:
            query = query.where(criterion)
        if limit:
            query = query.limit(self.param(sa.Integer()))
        if offset:
            query = query.offset(self.param(sa.Integer()))
        return query

    def source(self, model: Any, table: FromClause, shape: Shape, joins: tuple) -> tuple[FromClause, Any]:
        """The FROM clause and the condition (None: all rows)."""
        self.uses(model._name, "id")
        criterion = None if shape == TRUE_SHAPE else self.where(model, table, shape)
        source: FromClause = table
        for join in joins:
            source = self._join(source, *join)
        return source, criterion

    def _join(self, source: FromClause, kind: str, table: str | None, alias: str, code: str) -> FromClause:
        """An added join; ``table`` None: ``alias`` is text of its own that must be cross joined."""
        right = sa.table(_identifier(table or alias)).alias(_identifier(alias))
        condition = self.raw(code) if code else sa.true()
        return source.join(right, condition, isouter=kind == "LEFT JOIN")

    def _tree(self, model_name: str, parent_name: str, operator: str) -> Any:
        """Ids of the given records and all below (or above) them; cycles end by UNION."""
        model = self.registry[model_name]
        self.uses(model_name, parent_name)
        self._selects += 1
        nodes = model._table_.alias(f"node{self._selects}")
        start = sa.select(nodes.c.id, nodes.c[parent_name]).where(nodes.c.id == sa.any_(self.int_array()))
        tree = start.correlate(None).cte(f"tree{self._selects}", recursive=True, nesting=True)
        step = model._table_.alias(f"step{self._selects}")
        if operator == "child_of":
            condition = step.c[parent_name] == tree.c.id
        else:
            condition = step.c.id == tree.c[parent_name]
        tree = tree.union(sa.select(step.c.id, step.c[parent_name]).where(condition))
        return sa.select(tree.c.id).correlate(None)


class _RawFrom(FromClause):
    """A subquery given as text."""

    named_with_column = False
    inherit_cache = False

    def __init__(self, code: RawSQL, name: str) -> None:
        self.code = code
        self.name = name

    @property
    def _from_objects(self) -> list[Any]:
        return [self]


@compiles(_RawFrom)
def _compile_raw_from(element: _RawFrom, compiler: Any, **kwargs: Any) -> str:
    kwargs.pop("asfrom", None)
    return f"({compiler.process(element.code)}) AS {element.name}"


class Ordering:
    """``ORDER BY`` terms of an order such as ``"date desc, partner_id, id"``, with the joins they need."""

    def __init__(self, builder: Builder, model: Any, table: FromClause, visible: dict[str, Shape] | None = None) -> None:
        self.builder = builder
        self.model = model
        self.table = table
        self.joins: list[tuple[FromClause, Any]] = []
        self.visible = visible or {}
        """Alias of a joined table → the select of those of its records that may be seen."""

    def terms(self, order: Any) -> list[Any]:
        if isinstance(order, tuple):  # ("sql", code)
            return [self.builder.raw(order[1])]
        return self._terms(self.model, self.table, order, False, ())

    def _terms(self, model: Any, table: FromClause, order: str, reverse: bool, seen: tuple) -> list[Any]:
        terms: list[Any] = []
        for path, descending, nulls in parse_order(model, order):
            terms.extend(self._field_terms(model, table, path, descending is not reverse, nulls, seen))
        return terms

    def _field_terms(self, model: Any, table: FromClause, path: str, descending: bool, nulls: str | None,
                     seen: tuple) -> list[Any]:
        model, table, field = self._resolve(model, table, path)
        if field.type == "many2one" and not path.endswith(".id"):
            return self._by_comodel(model, table, field, descending, nulls, seen)
        if field.column is None:
            raise ValueError(f"Cannot order {model._name} by {field.name!r}: it holds many records.")
        column = self.builder.column(model, table, field)
        if field.type == "boolean":
            column = sa.func.coalesce(column, sa.false())
        elif field.type == "char" and field.name == model._rec_name:
            column = sort_key(column)
        return [_directed(column, descending, nulls)]

    def join(self, source: FromClause) -> FromClause:
        """``source`` with the tables that the paths lead through."""
        for alias, condition in self.joins:
            source = source.outerjoin(alias, condition)
        return source

    def resolve(self, path: str) -> tuple[Any, FromClause, Any]:
        """Model, joined table and stored field at the end of a dotted path of many2one fields."""
        return self._resolve(self.model, self.table, path)

    def _resolve(self, model: Any, table: FromClause, path: str) -> tuple[Any, FromClause, Any]:
        name, _dot, rest = path.partition(".")
        field = model._fields.get(name)
        if field is None:
            raise unknown_field(model, name)
        if field.column is None and field.type != "many2many":
            if not field.related:
                raise ValueError(
                    f"{model._name}.{name} is not stored, so it can be neither an order nor a group. "
                    "Choose a stored field.")
            return self._resolve(model, table, ".".join([*field.related, *([rest] if rest else [])]))
        if not rest or (rest == "id" and field.type == "many2one"):
            return model, table, field
        if field.type != "many2one":
            raise ValueError(f"{model._name}.{name} is a {field.type} field: the path {path!r} leads nowhere.")
        return self._resolve(self._comodel(field), self._joined(model, table, field), rest)

    def _by_comodel(self, model: Any, table: FromClause, field: Any, descending: bool, nulls: str | None,
                    seen: tuple) -> list[Any]:
        """A many2one is sorted in the order of its comodel."""
        comodel = self._comodel(field)
        key = (model._name, field.name)
        if key in seen or comodel._order == "id":
            return [_directed(self.builder.column(model, table, field), descending, nulls)]
        alias = self._joined(model, table, field)
        terms = self._terms(comodel, alias, comodel._order, descending, (*seen, key))
        if nulls:
            column = self.builder.column(model, table, field)
            terms.insert(0, column.is_(None).desc() if nulls == "first" else column.is_(None))
        return terms

    def _joined(self, model: Any, table: FromClause, field: Any) -> FromClause:
        name = join_alias(table.name, field.name)  # type: ignore[attr-defined]
        for alias, _condition in self.joins:
            if alias.name == name:  # type: ignore[attr-defined]
                return alias
        comodel = self._comodel(field)
        self.builder.uses(comodel._name, "id")
        alias = comodel._table_.alias(name)
        condition = self.builder.column(model, table, field) == alias.c.id
        self.joins.append((alias, self.restricted(name, condition, alias.c.id)))
        return alias

    def restricted(self, alias: str, condition: Any, id_column: Any) -> Any:
        """The condition of a join, restricted to what may be seen."""
        select = self.visible.get(alias)
        return condition if select is None else sa.and_(condition, self.builder._among(id_column, select))

    def _comodel(self, field: Any) -> Any:
        return self.builder.registry[field.comodel_name]


def join_alias(table: str, link: str) -> str:
    """Alias of a table joined to ``table`` by ``link``; PostgreSQL would cut it at 63 characters."""
    alias = f"{table}__{link}"
    if len(alias) <= 63:
        return alias
    digest = hashlib.sha256(alias.encode()).hexdigest()[:8]
    return f"{alias[:54]}_{digest}"


def parse_order(model: Any, order: str) -> list[tuple[str, bool, str | None]]:
    """``"date desc nulls last, id"`` → ``[("date", True, "last"), ("id", False, None)]``.

    Raises ValueError for anything that is not an order; nothing else ever reaches SQL.
    """
    if not isinstance(order, str):
        raise ValueError(f"Invalid order {order!r} for {model._name}: expected a text such as 'name desc, id'.")
    parts: list[tuple[str, bool, str | None]] = []
    for part in order.split(","):
        match = _ORDER_PART.match(part.strip())
        if match is None:
            raise ValueError(
                f"Invalid order {order!r} for {model._name}: expected fields separated by commas, each optionally "
                "followed by 'asc' or 'desc' and 'nulls first' or 'nulls last'.")
        nulls = match["nulls"]
        parts.append((match["path"], (match["direction"] or "").lower() == "desc", nulls.lower() if nulls else None))
    return parts


def _directed(column: Any, descending: bool, nulls: str | None) -> Any:
    term = column.desc() if descending else column.asc()
    if nulls == "first":
        return term.nulls_first()
    return term.nulls_last() if nulls == "last" else term


def _empty_literal(field: Any) -> Any:
    """The value beside NULL that means "empty"."""
    if field.type in TEXT_TYPES and field.type not in ("binary", "image"):
        return sa.literal_column("''")
    if field.type in NUMERIC_TYPES and field.name != "id":
        return sa.literal_column("0")
    return None


def _company_value_type(field: Any) -> Any:
    types: dict[str, Any] = {
        "boolean": sa.Boolean(), "integer": sa.Integer(), "many2one": sa.Integer(), "float": sa.Numeric(),
        "monetary": sa.Numeric(), "date": sa.Date(), "datetime": sa.DateTime(),
    }
    return types.get(field.type, sa.Text())


def company_fallback(env: Any, model_name: str, field_name: str) -> Any:
    """What a company-dependent field is worth where no value was given, as a parameter of SQL."""
    model = env[model_name]
    value = model._fields[field_name].fallback(model)
    if hasattr(value, "_ids"):
        return value.id or None
    return None if value is False or value is None else value


def time_zone(env: Any) -> str:
    """Name of the user's time zone, as PostgreSQL knows it."""
    return getattr(env.tz, "key", None) or getattr(env.tz, "zone", None) or str(env.tz)


def trigram_source(field: Any, column: Any) -> Any:
    """What the trigram index of a field is made of; of a translated one, the texts of all languages together."""
    if field.translate:
        column = sa.cast(sa.func.jsonb_path_query_array(column, sa.literal_column("'$.*'")), sa.Text)
    return sa.func.sen_search_key(column)


def sort_key(column: Any) -> Any:
    """A name in the order of the Vietnamese alphabet, whatever the server's locale."""
    return sa.func.sen_sort_key(column, type_=sa.Text()).collate("C")


def _identifier(name: str) -> str:
    if not _IDENTIFIER.match(name):
        raise ValueError(f"{name!r} is not the name of a table or alias.")
    return name


def _quoted(text: str) -> Any:
    if not _IDENTIFIER.match(text):
        raise ValueError(f"{text!r} is not the name of a property.")
    return sa.literal_column(f"'{text}'")


__all__ = ["FALSE_SHAPE", "Builder", "Statement", "cached_statement", "forget_statements", "int_array"]
