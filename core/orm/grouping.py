"""Grouping and aggregating records in the database."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from dateutil.relativedelta import relativedelta
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.sql.selectable import FromClause

from core.orm.conditions import DATE_PARTS, DATE_TYPES, NUMERIC_TYPES, TRUE_SHAPE, Shape, unknown_field
from core.orm.domain import TRUE, And, Condition, Domain, Not, Or, parse
from core.orm.lowering import check_field_access
from core.orm.query import Query
from core.orm.statement import Builder, Ordering, cached_statement, join_alias, parse_order

PERIODS: dict[str, relativedelta] = {
    "hour": relativedelta(hours=1), "day": relativedelta(days=1), "week": relativedelta(days=7),
    "month": relativedelta(months=1), "quarter": relativedelta(months=3), "year": relativedelta(years=1),
}
_LABELS = {
    "hour": "hh:00 dd MMM", "day": "dd MMM yyyy", "week": "'W'w YYYY", "month": "MMMM yyyy", "quarter": "QQQ yyyy",
    "year": "yyyy",
}
_SKELETONS = {"day": "yMMMd", "month": "yMMMM", "quarter": "yQQQ"}
"""Languages other than English say periods in their own order: ``tháng 2 năm 2026``."""
AGGREGATES = frozenset((
    "sum", "avg", "min", "max", "count", "count_distinct", "array_agg", "array_agg_distinct", "recordset",
    "bool_and", "bool_or", "sum_currency",
))
_SPEC = re.compile(r"^(?P<path>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)(?::(?P<function>[a-z_]+))?$", re.IGNORECASE)
_OLD_SPEC = re.compile(r"^(\w+)(?::(\w+)(?:\((\w+)\))?)?$")
_HAVING_OPERATORS = frozenset(("=", "!=", "<", "<=", ">", ">=", "in", "not in"))

Convert = Callable[[Any], Any]


class GroupingMixin:
    """The part of a model that groups and aggregates."""

    __slots__ = ()

    env: Any
    _name: str
    _fields: dict[str, Any]
    _table_: Any

    def _read_group(self, domain: Any, groupby: Sequence[str] = (), aggregates: Sequence[str] = (),
                    having: Any = (), offset: int = 0, limit: int | None = None,
                    order: str | None = None) -> list[tuple[Any, ...]]:
        """One tuple per group: the values of ``groupby``, then those of ``aggregates``.

        :param groupby: ``"field"``, ``"date:month"`` (hour, day, week, month, quarter, year, or a part such as
            ``month_number``) or a path of many2one fields
        :param aggregates: ``"field:sum"`` (see ``AGGREGATES``) or ``"__count"``
        :param having: domain on aggregates, ``[("__count", ">", 1)]``
        """
        groupby, aggregates = tuple(groupby), tuple(aggregates)
        self._check_specs(groupby, aggregates)
        query = self._search(domain, order="id")  # type: ignore[attr-defined]
        query.order = None
        if query.is_empty():
            return [] if groupby else [tuple(self._empty_aggregate(spec) for spec in aggregates)]
        rows = self._group_rows(query, groupby, aggregates, having, offset, limit, order)
        return self._convert_rows(rows, groupby, aggregates)

    def _group_rows(self, query: Query, groupby: tuple[str, ...], aggregates: tuple[str, ...], having: Any,
                    offset: int, limit: int | None, order: str | None) -> list[tuple[Any, ...]]:
        having_values: list[Any] = []
        having_shape = _having_shape(parse(having or []), having_values)
        order = order or ",".join(groupby)
        links, values = self._visible_links((*groupby, *aggregates))
        what = ("group", groupby, aggregates, having_shape, order, limit is not None, bool(offset), links)
        base = query.key()
        statement = cached_statement(
            self.env.registry, (base, what), lambda builder: _GroupSelect(builder, base, *what[1:]).build())
        values += query.all_params() + having_values
        if limit is not None:
            values.append(limit)
        if offset:
            values.append(offset)
        return statement.execute(self.env, values).fetchall()

    def _visible_links(self, specs: Iterable[str]) -> tuple[tuple[tuple[str, Shape], ...], list[Any]]:
        """What the user may see of the models that the groups lead through.

        For each table joined for a path or a many2many, by the alias it will have: the select of the visible
        records; and the values of the selects, in the order in which the tables are joined.
        """
        links: dict[str, Shape] = {}
        values: list[Any] = []
        if self.env.su:
            return (), values
        for spec in specs:
            for alias, comodel in self._hops(spec.partition(":")[0]):
                if alias not in links:
                    query = comodel._make_query([], active_test=False)
                    if query.shape is not TRUE_SHAPE:
                        links[alias], params = query.embedded()
                        values.extend(params)
        return tuple(links.items()), values

    def _hops(self, path: str) -> Iterator[tuple[str, Any]]:
        """(alias, comodel) of the tables joined for a path as it is written."""
        model: Any = self
        alias = self._table  # type: ignore[attr-defined]
        names = path.split(".")
        for position, name in enumerate(names):
            field = model._fields.get(name)
            if field is None or not field.comodel_name:
                return
            alias = join_alias(alias, name)
            model = model.env[field.comodel_name]
            if position < len(names) - 1 or field.type == "many2many":
                yield alias, model

    def _check_specs(self, groupby: Iterable[str], aggregates: Iterable[str]) -> None:
        for spec in (*groupby, *aggregates):
            if spec == "__count":
                continue
            match = _SPEC.match(spec)
            if match is None:
                raise ValueError(f"Invalid group or aggregate {spec!r} on {self._name}: expected 'field' or 'field:function'.")
            model: Any = self
            for name in match["path"].split("."):
                field = model._fields.get(name)
                if field is None:
                    raise unknown_field(model, name)
                if field.groups and not self.env.su:
                    check_field_access(model, field)
                model = self.env[field.comodel_name] if field.comodel_name else model

    # Values

    def _convert_rows(self, rows: list[tuple[Any, ...]], groupby: tuple[str, ...],
                      aggregates: tuple[str, ...]) -> list[tuple[Any, ...]]:
        if not rows:
            return []
        columns = list(zip(*rows, strict=True))
        converted: list[Sequence[Any]] = []
        for spec, column in zip(groupby, columns, strict=False):
            converted.append(self._convert_groups(spec, column))
        for spec, column in zip(aggregates, columns[len(groupby):], strict=True):
            converted.append(self._convert_aggregates(spec, column))
        return list(zip(*converted, strict=True)) if converted else [() for _row in rows]

    def _convert_groups(self, spec: str, column: Sequence[Any]) -> list[Any]:
        path, _colon, function = spec.partition(":")
        field = _end_of_path(self, path)
        if field.type in ("many2one", "many2many"):
            return self._browse_each(field.comodel_name, column)
        if field.name == "id":
            return self._browse_each(field.model_name, column)
        if field.type in NUMERIC_TYPES or function in DATE_PARTS:
            convert: Convert = _number
            empty: Any = 0 if field.type in NUMERIC_TYPES and field.type != "many2one_reference" else False
            return [empty if value is None else convert(value) for value in column]
        return [False if value is None else value for value in column]

    def _browse_each(self, model_name: str, ids: Sequence[Any]) -> list[Any]:
        """A record per id, all read along with each other."""
        model = self.env[model_name]
        together = tuple(dict.fromkeys(id_ for id_ in ids if id_))
        by_id = dict(zip(together, model.browse(together), strict=True))
        return [by_id[id_] if id_ else model for id_ in ids]

    def _convert_aggregates(self, spec: str, column: Sequence[Any]) -> list[Any]:
        empty = self._empty_aggregate(spec)
        if spec == "__count":
            return list(column)
        path, _colon, function = spec.partition(":")
        field = _end_of_path(self, path)
        if function == "recordset":
            return [empty.browse(ids or ()) for ids in column]
        if function.startswith("array_agg"):
            return [[_number(item) for item in value] if value else [] for value in column]
        if field.type == "datetime" or field.type == "date":
            return [empty if value is None else value for value in column]
        return [empty if value is None else _number(value) for value in column]

    def _empty_aggregate(self, spec: str) -> Any:
        """The aggregate of no record at all."""
        if spec == "__count":
            return 0
        path, _colon, function = spec.partition(":")
        if function in ("count", "count_distinct"):
            return 0
        if function.startswith("array_agg"):
            return []
        if function == "recordset":
            field = _end_of_path(self, path)
            return self.env[field.comodel_name or field.model_name]
        return False

    # The older interface

    def read_group(self, domain: Any, fields: Sequence[str], groupby: str | Sequence[str], offset: int = 0,
                   limit: int | None = None, orderby: str | bool = False, lazy: bool = True) -> list[dict[str, Any]]:
        """Groups as dicts: group values, aggregates of ``fields``, ``__domain``, ``__range`` and a count.

        :param lazy: group by the first of ``groupby`` only; ``__context`` carries the rest
        """
        groupby = [groupby] if isinstance(groupby, str) else list(groupby)
        specs = [self._with_granularity(spec) for spec in groupby]
        used = specs[:1] if lazy else specs
        aggregates = self._named_aggregates(fields, {spec.partition(":")[0] for spec in used})
        all_aggregates = ["__count", *aggregates.values()]
        order = self._group_order(orderby or None, groupby[:len(used)], used, aggregates)
        rows = self._read_group(domain, used, all_aggregates, offset=offset, limit=limit, order=order)
        if lazy and used and self.env.context.get("read_group_expand"):
            rows = self._expand_groups(rows, used[0], all_aggregates, domain)
        writer = _GroupWriter(self, parse(domain), groupby, used, specs[len(used):], list(aggregates), lazy)
        return writer.write_all(rows)

    def _expand_groups(self, rows: list[tuple[Any, ...]], spec: str, aggregates: Sequence[str],
                       domain: Any) -> list[tuple[Any, ...]]:
        """``rows`` with a row for each group that has no record but is to be shown (``group_expand`` of the field)."""
        field = self._fields.get(spec)
        expand = getattr(field, "group_expand", None)
        if field is None or not expand:
            return rows
        present: Any = [row[0] for row in rows]
        if field.comodel_name:
            present = self.env[field.comodel_name].browse(tuple(value.id for value in present if value))
        if expand is True:
            shown = [value for value, _label in field._description_selection(self.env)]
        else:
            shown = getattr(self, expand)(present, domain) if isinstance(expand, str) else expand(self, present, domain)
        by_value = {row[0]: row for row in rows}
        empty = tuple(self._empty_aggregate(aggregate) for aggregate in aggregates)
        wanted = dict.fromkeys([*shown, *by_value])
        return [by_value.get(value) or (value, *empty) for value in wanted]

    def _with_granularity(self, spec: str) -> str:
        path, colon, _function = spec.partition(":")
        field = _end_of_path(self, path)
        return f"{spec}:month" if field.type in DATE_TYPES and not colon else spec

    def _named_aggregates(self, fields: Iterable[str], grouped: set[str]) -> dict[str, str]:
        """Key in the result → aggregate, of the fields asked for (all that have an aggregate if none is)."""
        names = list(fields) or [name for name, field in self._fields.items() if field.aggregator and field.column is not None]
        result: dict[str, str] = {}
        for spec in names:
            match = _OLD_SPEC.match(spec)
            if match is None:
                raise ValueError(f"Invalid field specification {spec!r} on {self._name}.")
            name, function, source = match.groups()
            if name in ("__count", "id") and not function:
                continue
            source = source or name
            field = self._fields.get(source)
            if field is None:
                raise unknown_field(self, source)
            function = function or field.aggregator
            if function and name not in grouped and (field.column is not None or field.related):
                result[name] = f"{source}:{function}"
        return result

    def _group_order(self, orderby: Any, given: Sequence[str], used: Sequence[str],
                     aggregates: dict[str, str]) -> str | None:
        """``orderby`` with its names replaced by the groups and aggregates they stand for."""
        if not orderby:
            return None
        names = {**{spec.partition(":")[0]: spec for spec in used}, **dict(zip(given, used, strict=True)), **aggregates}
        names |= {f"{name}_count": "__count" for name in names}
        terms = []
        for path, descending, nulls in parse_order(self, orderby):
            if path in names or path == "__count" or path in aggregates.values():
                suffix = (" desc" if descending else "") + (f" nulls {nulls}" if nulls else "")
                terms.append(names.get(path, path) + suffix)
        return ", ".join(terms) or None


class _GroupSelect:
    """Composes the SELECT of one grouping."""

    def __init__(self, builder: Builder, base: tuple[Any, ...], groupby: tuple[str, ...], aggregates: tuple[str, ...],
                 having: Shape | None, order: str, limit: bool, offset: bool,
                 links: tuple[tuple[str, Shape], ...]) -> None:
        self.builder = builder
        self.base = base
        self.model = builder.registry[base[0]]
        self.table: FromClause = self.model._table_
        self.paths = Ordering(builder, self.model, self.table, dict(links))
        self.groupby, self.aggregates = groupby, aggregates
        self.having, self.order = having, order
        self.limit, self.offset = limit, offset
        self.link_joins: list[tuple[FromClause, Any]] = []

    def build(self) -> Any:
        builder = self.builder
        groups = {spec: self._group(spec) for spec in self.groupby}
        aggregates = {spec: self._aggregate(spec) for spec in self.aggregates}
        columns = [*groups.values(), *aggregates.values()] or [sa.func.count()]
        _name, shape, joins, _order, _limit, _offset = self.base
        source, criterion = builder.source(self.model, self.table, shape, joins)
        having = self._having(self.having) if self.having else None
        terms, extra = self._order_terms(groups, aggregates)
        source = self.paths.join(source)
        for relation, condition in self.link_joins:
            source = source.outerjoin(relation, condition)
        statement = sa.select(*columns).select_from(source).correlate(None)
        if criterion is not None:
            statement = statement.where(criterion)
        if groups:
            statement = statement.group_by(*groups.values(), *extra)
        if having is not None:
            statement = statement.having(having)
        statement = statement.order_by(*terms) if terms else statement
        if self.limit:
            statement = statement.limit(builder.param(sa.Integer()))
        if self.offset:
            statement = statement.offset(builder.param(sa.Integer()))
        return statement

    def _group(self, spec: str) -> Any:
        path, _colon, function = spec.partition(":")
        model, table, field = self.paths.resolve(path)
        if field.type == "many2many":
            return self._link_column(model, table, field)
        column = self.builder.column(model, table, field)
        if field.type in DATE_TYPES:
            return self._period(model, field, column, function)
        if function:
            raise ValueError(f"{model._name}.{field.name} is no date: it cannot be grouped by {function!r}.")
        if field.type == "boolean":
            return sa.func.coalesce(column, sa.false())
        if field.type in ("char", "text", "html", "selection"):
            return sa.func.nullif(column, sa.literal_column("''"))
        return column

    def _link_column(self, model: Any, table: FromClause, field: Any) -> Any:
        self.builder.uses(model._name, field.name)
        alias = join_alias(table.name, field.name)  # type: ignore[attr-defined]
        relation = field.relation_table.alias(alias)
        owner, linked = relation.c[field.relation_column1.name], relation.c[field.relation_column2.name]
        condition = owner == table.c.id
        condition = self.paths.restricted(alias, condition, linked)
        self.link_joins.append((relation, condition))
        return linked

    def _period(self, model: Any, field: Any, column: Any, function: str) -> Any:
        column = self.builder.local_time(field, column)
        function = function or "month"
        if function in DATE_PARTS:
            return sa.cast(sa.func.date_part(sa.literal_column(f"'{DATE_PARTS[function]}'"), column), sa.Integer)
        if function not in PERIODS:
            raise ValueError(
                f"{model._name}.{field.name} cannot be grouped by {function!r}. "
                f"Valid: {', '.join([*PERIODS, *DATE_PARTS])}.")
        if function == "week":
            period = self._week(column)
        else:
            period = sa.func.date_trunc(sa.literal_column(f"'{function}'"), sa.cast(column, sa.DateTime))
        return sa.cast(period, sa.Date if field.type == "date" else sa.DateTime)

    def _week(self, column: Any) -> Any:
        """Weeks begin on the day the user's language says."""
        days = self.builder.context_param("week_shift", week_shift, sa.Integer())
        shift = sa.func.make_interval(sa.literal_column("0"), sa.literal_column("0"), sa.literal_column("0"), days)
        return sa.func.date_trunc(sa.literal_column("'week'"), sa.cast(column, sa.DateTime) + shift) - shift

    def _aggregate(self, spec: str) -> Any:
        if spec == "__count":
            return sa.func.count()
        path, _colon, function = spec.partition(":")
        if function not in AGGREGATES:
            raise ValueError(
                f"Invalid aggregate {spec!r} on {self.model._name}. Write 'field:function' with one of "
                f"{', '.join(sorted(AGGREGATES))}.")
        model, table, field = self.paths.resolve(path)
        if field.column is None:
            raise ValueError(f"Cannot aggregate {self.model._name}.{path}: the field has no column.")
        column = self.builder.column(model, table, field)
        return self._aggregate_column(function, model, table, field, column)

    def _aggregate_column(self, function: str, model: Any, table: FromClause, field: Any, column: Any) -> Any:
        if function == "count_distinct":
            return sa.func.count(column.distinct())
        if function == "recordset":
            if field.name == "id":
                return sa.func.array_agg(aggregate_order_by(column, column))
            return sa.func.array_agg(column.distinct()).filter(column.is_not(None))
        if function == "array_agg":
            return sa.func.array_agg(aggregate_order_by(column, self.table.c.id))
        if function == "array_agg_distinct":
            return sa.func.array_agg(column.distinct())
        if function == "sum_currency":
            return self._sum_in_company_currency(model, table, field, column)
        if field.type == "boolean" and function in ("min", "max", "sum"):
            column = sa.cast(column, sa.Integer)
        return getattr(sa.func, function)(column)

    def _sum_in_company_currency(self, model: Any, table: FromClause, field: Any, column: Any) -> Any:
        """Sum of amounts, each converted at today's rate to the currency of the company."""
        currency = model._fields[field.currency_field or "currency_id"]
        own = self.builder.context_param("company_currency", lambda env: env.company.currency_id.id, sa.Integer())
        rate = self._rate(table, self.builder.column(model, table, currency), "rate")
        return sa.func.sum(column / rate) * self._rate(table, own, "own_rate")

    def _rate(self, table: FromClause, currency: Any, alias: str) -> Any:
        """Today's rate of a currency for the company; 1 if it has none."""
        builder = self.builder
        rates = builder.registry["res.currency.rate"]._table_.alias(alias)
        builder.uses("res.currency.rate", "rate")
        company = builder.context_param("company_id", lambda env: env.company.id, sa.Integer())
        today = builder.context_param("today", _today, sa.Date())
        current = (
            sa.select(rates.c.rate)
            .where(rates.c.currency_id == currency, rates.c.name <= today,
                   sa.or_(rates.c.company_id.is_(None), rates.c.company_id == company))
            .order_by(rates.c.company_id.is_(None), rates.c.name.desc())
            .limit(sa.literal_column("1")).correlate(table).scalar_subquery()
        )
        return sa.func.coalesce(current, sa.literal_column("1"))

    # HAVING and ORDER BY

    def _having(self, shape: Shape) -> Any:
        kind = shape[0]
        if kind in ("and", "or"):
            parts = [self._having(part) for part in shape[1:]]
            return sa.and_(*parts) if kind == "and" else sa.or_(*parts)
        if kind == "not":
            return sa.not_(self._having(shape[1]))
        _kind, spec, operator = shape
        aggregate = self._aggregate(spec)
        value = self.builder.param()
        if operator == "in":
            return aggregate == sa.any_(value)
        if operator == "not in":
            return aggregate != sa.all_(value)
        return aggregate.op("<>" if operator == "!=" else operator, is_comparison=True)(value)

    def _order_terms(self, groups: dict[str, Any], aggregates: dict[str, Any]) -> tuple[list[Any], list[Any]]:
        """ORDER BY terms, and the columns they add to GROUP BY."""
        terms: list[Any] = []
        extra: list[Any] = []
        for spec, descending, nulls in parse_order(self.model, self.order) if self.order else ():
            if spec in groups:
                found = self._group_order(spec, groups[spec], descending, nulls, extra)
            elif spec in aggregates or ":" in spec or spec == "__count":
                expression = aggregates[spec] if spec in aggregates else self._aggregate(spec)
                found = [_directed(expression, descending, nulls)]
            else:
                raise ValueError(f"Cannot order groups of {self.model._name} by {spec!r}: it is neither group nor aggregate.")
            terms.extend(found)
        return terms, extra

    def _group_order(self, spec: str, group: Any, descending: bool, nulls: str | None, extra: list[Any]) -> list[Any]:
        path = spec.partition(":")[0]
        _model, _table, field = self.paths.resolve(path)
        if field.type != "many2one":
            return [_directed(group, descending, nulls)]
        terms = self.paths.terms(path + (" desc" if descending else "") + (f" nulls {nulls}" if nulls else ""))
        extra.extend(map(_bare, terms))
        return terms


class _GroupWriter:
    """Turns rows of ``_read_group`` into the dicts of ``read_group``."""

    def __init__(self, model: Any, domain: Domain, given: Sequence[str], used: Sequence[str], rest: Sequence[str],
                 names: Sequence[str], lazy: bool) -> None:
        self.model = model
        self.rest_of_domain = [] if domain is TRUE else list(domain)
        self.names = names
        self.groups = [_GroupColumn(model, key, spec) for key, spec in zip(given, used, strict=False)]
        self.count_name = f"{self.groups[0].path}_count" if lazy and used else "__count"
        self.following = list(given[1:]) if lazy and rest else None

    def write_all(self, rows: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
        for number, group in enumerate(self.groups):
            group.name_all([row[number] for row in rows])
        return [self._write(row) for row in rows]

    def _write(self, row: tuple[Any, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        leaves: list[tuple[str, str, Any]] = []
        ranges: dict[str, Any] = {}
        size = len(self.groups)
        for group, value in zip(self.groups, row, strict=False):
            result[group.key], own_leaves, limits = group.describe(value)
            leaves += own_leaves
            if limits is not None:
                ranges[group.key] = limits
        result[self.count_name] = row[size]
        result.update(zip(self.names, row[size + 1:], strict=True))
        if ranges:
            result["__range"] = ranges
        operators = len(leaves) - (0 if self.rest_of_domain else 1)
        result["__domain"] = ["&"] * operators + leaves + self.rest_of_domain
        if self.following is not None:
            result["__context"] = {"group_by": list(self.following)}
        return result


class _GroupColumn:
    """One criterion of the older interface: its values as labels, and as conditions that find the group again."""

    def __init__(self, model: Any, key: str, spec: str) -> None:
        self.env = model.env
        self.key = key
        self.path, _colon, self.function = spec.partition(":")
        self.field = _end_of_path(model, self.path)
        self.labels: dict[int, str] = {}

    def name_all(self, values: Sequence[Any]) -> None:
        """The names of all records that are groups, in one go."""
        records = [value for value in values if hasattr(value, "_ids") and value._ids]
        if records:
            named = records[0].browse(tuple(record._ids[0] for record in records)).sudo()
            self.labels = dict(zip(named._ids, named.mapped("display_name"), strict=True))

    def describe(self, value: Any) -> tuple[Any, list[tuple[str, str, Any]], Any]:
        """(label, conditions, limits of a period) of a group."""
        if hasattr(value, "_ids"):
            if not value._ids:
                return False, [(self.path, "=", False)], None
            id_ = value._ids[0]
            return (id_, self.labels[id_]), [(self.path, "=", id_)], None
        if self.function in DATE_PARTS:
            return value, [(f"{self.path}.{self.function}", "=", value)], None
        if self.field.type in DATE_TYPES:
            return self._period(value)
        return value, [(self.path, "=", value)], None

    def _period(self, value: Any) -> tuple[Any, list[tuple[str, str, Any]], Any]:
        if not value:
            return False, [(self.path, "=", False)], False
        start, end = value, value + PERIODS[self.function]
        label = period_label(self.env, value, self.function)
        if self.field.type == "datetime":
            start, end = (_to_utc(moment, self.env.tz) for moment in (start, end))
            limits = {"from": f"{start:%Y-%m-%d %H:%M:%S}", "to": f"{end:%Y-%m-%d %H:%M:%S}"}
        else:
            limits = {"from": f"{start:%Y-%m-%d}", "to": f"{end:%Y-%m-%d}"}
        return label, [(self.path, ">=", limits["from"]), (self.path, "<", limits["to"])], limits


def _having_shape(node: Domain, values: list[Any]) -> Shape | None:
    kind = type(node)
    if kind is Condition:
        operator, value = node.operator, node.value  # type: ignore[attr-defined]
        if operator not in _HAVING_OPERATORS:
            raise ValueError(f"Operator {operator!r} is not possible in 'having'.")
        values.append(list(value) if operator in ("in", "not in") else value)
        return ("compare", node.field, operator)  # type: ignore[attr-defined]
    if kind is Not:
        return ("not", _having_shape(node.child, values))  # type: ignore[attr-defined]
    if kind is And or kind is Or:
        parts = [_having_shape(child, values) for child in node.children]  # type: ignore[attr-defined]
        return ("and" if kind is And else "or", *parts)
    return None


def _end_of_path(model: Any, path: str) -> Any:
    """The field at the end of a path, as the path is written."""
    for name in path.split("."):
        field = model._fields.get(name)
        if field is None:
            raise unknown_field(model, name)
        if field.comodel_name:
            model = model.env[field.comodel_name]
    return field


def _bare(term: Any) -> Any:
    """The expression of an ORDER BY term, without NULLS FIRST and DESC."""
    while isinstance(term, sa.UnaryExpression) and term.modifier is not None:
        term = term.element
    return term


def _directed(column: Any, descending: bool, nulls: str | None) -> Any:
    term = column.desc() if descending else column.asc()
    if nulls == "first":
        return term.nulls_first()
    return term.nulls_last() if nulls == "last" else term


def _number(value: Any) -> Any:
    return float(value) if type(value) is Decimal else value


def _today(env: Any) -> datetime.date:
    from core.base import clock
    return clock.today()


def _to_utc(moment: datetime.datetime, zone: Any) -> datetime.datetime:
    return moment.replace(tzinfo=zone).astimezone(datetime.UTC).replace(tzinfo=None)


def week_shift(env: Any) -> int:
    """Days by which a week of the user's language begins before Monday (Sunday: 1)."""
    language = env["res.lang"].sudo().search([("code", "=", env.lang or "en_US")], limit=1) if "res.lang" in env else None
    first = int(language.week_start or 1) if language else 1
    return (8 - first) % 7


def period_label(env: Any, start: Any, function: str) -> str:
    """Name of a period in the user's language: ``March 2026``."""
    import babel
    import babel.dates
    try:
        locale = babel.Locale.parse(env.lang or "en_US")
    except (ValueError, babel.UnknownLocaleError):
        locale = babel.Locale.parse("en_US")
    if locale.language != "en" and function in _SKELETONS:
        return babel.dates.format_skeleton(_SKELETONS[function], start, locale=locale)
    if function == "hour":
        return babel.dates.format_datetime(start, _LABELS[function], locale=locale)
    return babel.dates.format_date(start, _LABELS[function], locale=locale)
