"""Searching: domains to recordsets, counts and names."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any, Self

from core.orm.conditions import FALSE_SHAPE, NUMERIC_TYPES, TRUE_SHAPE, X2MANY_TYPES
from core.orm.domain import FALSE, NEGATIVE_OPERATORS, TRUE, And, Condition, Domain, Or, parse
from core.orm.lowering import Lowering, check_field_access
from core.orm.predicate import compile_predicate
from core.orm.query import Query
from core.orm.statement import parse_order
from core.tools.sql import SQL

_logger = logging.getLogger(__name__)


class SearchMixin:
    """The part of a model that finds records."""

    __slots__ = ()

    env: Any
    _name: str
    _fields: dict[str, Any]
    _order: str
    _active_name: str | None
    _rec_name: str | None
    _rec_names_search: Sequence[str] | None

    # What callers use

    def search(self, domain: Any, offset: int = 0, limit: int | None = None, order: str | None = None) -> Self:
        """The records that fulfil ``domain`` and that the user may read.

        :param order: ``"date desc, id"``; default is the model's ``_order``
        """
        return self.search_fetch(domain, (), offset=offset, limit=limit, order=order)

    def search_fetch(self, domain: Any, field_names: Iterable[str], offset: int = 0, limit: int | None = None,
                     order: str | None = None) -> Self:
        """Like :meth:`search`, and the named fields are read along in the same statement."""
        query = self._search(domain, offset=offset, limit=limit, order=order or self._order)
        records = self._fetch_query(query, self._columns_to_fetch(field_names) if field_names else ())
        if not self.env.su:
            records._remember_readable(records._ids)  # the rules were part of the query
        return records

    def search_count(self, domain: Any, limit: int | None = None) -> int:
        """Number of records that fulfil ``domain``, at most ``limit``."""
        return len(self._search(domain, limit=limit))

    def search_read(self, domain: Any = None, fields: Sequence[str] | None = None, offset: int = 0,
                    limit: int | None = None, order: str | None = None, **read_kwargs: Any) -> list[dict[str, Any]]:
        """``search`` and ``read`` in one."""
        fields = list(self.fields_get(attributes=["name"])) if not fields else list(fields)  # type: ignore[attr-defined]
        records = self.search_fetch(domain or [], fields, offset=offset, limit=limit, order=order)
        if "active_test" in self.env.context:
            # The active test concerned the search, not the lines of the records found.
            context = {key: value for key, value in self.env.context.items() if key != "active_test"}
            records = records.with_context(context)  # type: ignore[attr-defined]
        return records.read(fields, **read_kwargs)  # type: ignore[attr-defined]

    def filtered_domain(self, domain: Any) -> Self:
        """The records of ``self`` that fulfil ``domain``, judged by their values in memory."""
        if not domain or not self:
            return self
        node = parse(domain)
        if node is TRUE:
            return self
        predicate = compile_predicate(self, node)
        return self.browse(tuple([record._ids[0] for record in self if predicate(record)]))  # type: ignore[attr-defined]

    # Names

    def name_search(self, name: str = "", args: Any = None, operator: str = "ilike",
                    limit: int | None = 100) -> list[tuple[int, str]]:
        """``[(id, display name)]`` of records whose name matches and that fulfil the domain ``args``."""
        named = Condition("display_name", operator, name) if name or operator not in ("ilike", "like") else TRUE
        domain = list(And.of([named, parse(args)]))
        records = self.search_fetch(domain, ["display_name"], limit=limit)
        return [(record.id, record.display_name) for record in records.sudo()]  # type: ignore[attr-defined]

    def _name_search(self, name: str, domain: Any = None, operator: str = "ilike", limit: int | None = None,
                     order: str | None = None) -> Query:
        """The query behind :meth:`name_search`."""
        named = And.of([Condition("display_name", operator, name), parse(domain)])
        return self._search(list(named), limit=limit, order=order)

    def name_create(self, name: str) -> tuple[int, str] | bool:
        """Create a record from its name alone; ``(id, display name)``."""
        if not self._rec_name:
            _logger.warning("Cannot create %s by name: the model has no _rec_name", self._name)
            return False
        record = self.create({self._rec_name: name})  # type: ignore[attr-defined]
        return record.id, record.display_name

    def _search_display_name(self, operator: str, value: Any) -> Any:
        """Domain of the records whose name matches; searches ``_rec_names_search`` or ``_rec_name``."""
        names = self._rec_names_search or ([self._rec_name] if self._rec_name else [])
        if not names:
            return list(FALSE if operator in NEGATIVE_OPERATORS else TRUE) if not value else list(FALSE)
        domains = [domain for name in names if (domain := self._name_condition(name, operator, value)) is not None]
        joined = And.of(domains) if operator in NEGATIVE_OPERATORS else Or.of(domains)
        return list(joined)

    def _name_condition(self, path: str, operator: str, value: Any) -> Domain | None:
        """The condition on one of the name's fields; None when the field cannot hold such a value."""
        head, _dot, rest = path.partition(".")
        field = self._fields[head]
        if field.comodel_name:
            if not rest and field.type == "many2one":
                rest = "display_name"
            return Condition(f"{head}.{rest}" if rest else head, operator, value)
        if field.type in NUMERIC_TYPES or field.name == "id":
            return _number_condition(path, operator, value)
        return Condition(path, operator, value)

    # Queries

    @property
    def _search_is_plain(self) -> bool:
        """Whether no addon overrides ``_search`` on this model."""
        return type(self)._search is SearchMixin._search

    def _search(self, domain: Any, offset: int = 0, limit: int | None = None, order: str | None = None) -> Query:
        """The query of the records that fulfil ``domain``, with the user's access rules. Addons override it."""
        if order and order is not self._order:
            self._check_order(order)
        query = self._make_query(domain)
        query.limit = _count("limit", limit)
        query.offset = _count("offset", offset) or None
        query.order = order
        return query

    def _check_order(self, order: Any) -> None:
        """Refuse to order by a field of another group: the order would tell its values."""
        if isinstance(order, SQL):
            return
        for path, _descending, _nulls in parse_order(self, order):
            model: Any = self
            for name in path.partition(":")[0].split("."):
                field = model._fields.get(name)
                if field is None:
                    break
                if field.groups and not self.env.su:
                    check_field_access(model, field)
                model = self.env[field.comodel_name] if field.comodel_name else model

    def _make_query(self, domain: Any, *, active_test: bool | None = None) -> Query:
        """The query of ``domain`` as the user sees it, without order."""
        env = self.env
        if not env.su:
            self.browse().check_access("read")  # type: ignore[attr-defined]
        query = self._where_calc(domain, active_test)
        if not env.su and query.shape is not FALSE_SHAPE:
            self._apply_ir_rules(query, "read")
        return query

    def _where_calc(self, domain: Any, active_test: bool | None = True) -> Query:
        """The query of ``domain`` without access rules.

        :param active_test: leave archived records out unless the domain mentions the active field; True leaves the
            decision to the context (as addons know it), None too, False never
        """
        node = self._with_active_test(parse(domain), active_test)
        query = Query(self)
        lowering = Lowering(query.where_params)
        query.shape = lowering.lower(self, node)
        return query

    def _with_active_test(self, node: Domain, active_test: bool | None) -> Domain:
        active = self._active_name
        if not active or active_test is False or not self.env.context.get("active_test", True):
            return node
        if any(condition.field == active for condition in node.conditions()):
            return node
        return And.of([node, Condition(active, "=", True)])

    def _apply_ir_rules(self, query: Query, mode: str = "read") -> None:
        """Narrow ``query`` to the records that the access rules admit for ``mode``."""
        if self.env.su:
            return
        domain = self.env["ir.rule"]._compute_domain(self._name, mode)
        if not domain:
            return
        mark = len(query.where_params)
        shape = Lowering(query.where_params).lower(self.sudo(), parse(domain))  # type: ignore[attr-defined]
        if shape is FALSE_SHAPE:
            query.where_params.clear()
            query.shape = FALSE_SHAPE
        elif shape is TRUE_SHAPE:
            del query.where_params[mark:]
        else:
            query._narrow(shape)

    def _flush_search(self, domain: Any, fields: Iterable[str] | None = None, order: str | None = None,
                      seen: Any = None) -> None:
        """Write pending work that a search on ``domain`` depends on (queries do so by themselves)."""
        names = {condition.field.split(".")[0] for condition in parse(domain).conditions()}
        names.update(fields or ())
        self.env.flush_fields({self._name: [name for name in names if name in self._fields]})

    def _columns_to_fetch(self, field_names: Iterable[str]) -> list[Any]:
        """The stored columns behind the named fields that the user may read."""
        env = self.env
        fields: dict[str, Any] = {}
        for name in field_names:
            field = self._fields.get(name)
            if field is None:
                raise ValueError(f"Invalid field {name!r} on model {self._name!r}")
            if field.groups and not field.is_accessible(env):
                continue
            if field.column is not None:
                fields[name] = field
            elif field.type not in X2MANY_TYPES:
                self._add_source_columns(fields, field)
        fields.pop("id", None)
        return list(fields.values())

    def _add_source_columns(self, fields: dict[str, Any], field: Any) -> None:
        """The columns of this model that a computed field reads."""
        depends = field.depends if field.depends else ()
        for path in depends:
            source = self._fields.get(path.split(".")[0])
            if source is not None and source.column is not None and source.prefetch is True and (
                    not source.groups or source.is_accessible(self.env)):
                fields[source.name] = source

    def _fetch_for_names(self) -> None:
        """Read the few columns that display names are made of; otherwise the first would fetch all columns."""
        self._fetch_columns(self._columns_to_fetch(("display_name",)))  # type: ignore[attr-defined]
        for path in self._fields["display_name"].depends:
            field = self._fields.get(path)
            if field is not None and field.column is None and field.related and len(field.related) == 2:
                link, name = field.related
                owners = self.mapped(link)  # type: ignore[attr-defined]
                if owners and owners._fields[name].column is not None:
                    owners._fetch_columns([owners._fields[name]])

    def _fetch_query(self, query: Query, fields: Sequence[Any]) -> Self:
        """Run ``query`` and put the columns of ``fields`` in the cache."""
        if not fields or query._ids is not None or query.is_shared:
            return self.browse(query.get_result_ids())  # type: ignore[attr-defined]
        ids, columns = query.fetch(fields)
        if ids:
            for field, values in zip(fields, columns, strict=True):
                field.fill_from_column(self.env, ids, values)
        return self.browse(ids)  # type: ignore[attr-defined]


def _count(name: str, value: Any) -> int | None:
    """A limit or an offset; None: there is none."""
    if value is None or value is False:
        return None
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = -1
    if number < 0 or number > 2**62:
        raise ValueError(f"Invalid {name} {value!r}: expected a number of records, or None.")
    return number


def _number_condition(path: str, operator: str, value: Any) -> Domain | None:
    try:
        number = int(value)
    except (TypeError, ValueError):
        return None
    if operator.endswith("like"):
        operator = "!=" if operator in NEGATIVE_OPERATORS else "="
    return Condition(path, operator, number)
