"""The groups of a list or kanban page: read level by level, one query each, and opened by their address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from core.i18n import _
from core.orm.grouping import PERIODS, period_label

from .compiler import Column
from .search import conjunction, disjunction, span_domain

_DATES = ("date", "datetime")
_NUMBERS = ("integer", "float", "monetary")
#: Groups below one open group, and open groups with records: more are not drawn.
_MOST_SUBGROUPS = 500
_MOST_OPEN = 60


@dataclass(slots=True)
class Group:
    """One group: what it is called, how many records it has, and what is shown of it."""

    #: values of the groupings down to this one, each quoted, joined by "/"
    path: str
    label: str
    count: int
    level: int
    domain: list
    #: column name → sum or average; None where several currencies meet
    aggregates: dict[str, Any] = field(default_factory=dict)
    #: currency of the amounts, by currency field
    currencies: dict[str, Any] = field(default_factory=dict)
    value: Any = None
    is_open: bool = False
    children: list[Group] = field(default_factory=list)
    records: Any = None
    #: the page of records shown, from 1
    page: int = 1
    pages: int = 1


def is_aggregated(column: Column) -> bool:
    """Whether groups show a sum or average of this column."""
    widget = column.widget
    if widget is None or widget.node.type not in _NUMBERS or not widget.node.description.get("store"):
        return False
    return widget.node.attributes.get("widget") != "handle" and bool(
        column.summed or column.averaged or widget.node.description.get("aggregator"))


class Aggregates:
    """What is added up: a specification per column, and the currencies amounts are in.

    :param specs: column name → `field:sum`, `field:avg` …
    """

    def __init__(self, model: Any, specs: Mapping[str, str]):
        self.specs = {name: spec for name, spec in specs.items() if spec.partition(":")[2]}
        self.currency_of: dict[str, str] = {}
        for name in self.specs:
            currency = getattr(model._fields[name], "currency_field", None) if model._fields[name].type == "monetary" else None
            currency = currency or ("currency_id" if model._fields[name].type == "monetary" else None)
            if currency and currency in model._fields and model._fields[currency].column is not None:
                self.currency_of[name] = currency
        self.currencies = list(dict.fromkeys(self.currency_of.values()))

    @classmethod
    def of_columns(cls, model: Any, columns: Iterable[Column]) -> Aggregates:
        specs = {}
        for column in columns:
            if is_aggregated(column) and column.widget is not None:
                own = column.widget.node.description.get("aggregator") or "sum"
                specs[column.name] = f"{column.name}:{'avg' if column.averaged else 'sum' if column.summed else own}"
        return cls(model, specs)

    def query(self) -> list[str]:
        return ["__count", *self.specs.values(), *(f"{name}:array_agg_distinct" for name in self.currencies)]

    def read(self, row: Sequence[Any]) -> tuple[int, dict[str, Any], dict[str, Any]]:
        """(count, aggregates by column, currency by currency field) of one row of the query."""
        count, values = row[0], dict(zip(self.specs, row[1:], strict=False))
        found = dict(zip(self.currencies, row[1 + len(self.specs):], strict=True))
        kinds = {name: {currency for currency in ids if currency} for name, ids in found.items()}
        aggregates = {name: None if len(kinds.get(self.currency_of.get(name, ""), ())) > 1 else value or 0 for name, value in values.items()}
        return count, aggregates, {name: next(iter(ids)) for name, ids in kinds.items() if len(ids) == 1}


class Grouping:
    """The groups one page shows.

    :param model: recordset of the model
    :param domain: what is searched
    :param specs: groupings, `field` or `date:interval`
    :param order: what the records are sorted by: (field, descending)
    """

    def __init__(self, model: Any, domain: list, specs: Sequence[str], aggregates: Aggregates, *,
                 order: Sequence[tuple[str, bool]] = (), empty_too: bool = False):
        self.model, self.env, self.domain, self.specs = model, model.env, domain, list(specs)
        self.aggregates, self.order, self.empty_too = aggregates, order, empty_too

    def first_level(self, offset: int = 0, limit: int | None = None) -> list[Group]:
        """The groups of the first grouping; with `empty_too` those without records that the field wants shown."""
        spec = self.specs[0]
        rows = self.model._read_group(self.domain, [spec], self.aggregates.query(), offset=offset, limit=limit, order=self._group_order(spec))
        if self.empty_too:
            rows = self.model._expand_groups(rows, spec, self.aggregates.query(), self.domain)
        groups = [self._group(spec, row[0], row[1:], None) for row in rows]
        return groups if len(groups) == limit else self._in_order(spec, groups)

    def _in_order(self, spec: str, groups: list[Group]) -> list[Group]:
        """Values of a selection come in the order of the selection, unless another order is asked for."""
        field_ = self.model._fields[spec.partition(":")[0]]
        if field_.type != "selection" or self._group_order(spec):
            return groups
        rank = {value: number for number, (value, _label) in enumerate(field_._description_selection(self.env))}
        return sorted(groups, key=lambda group: rank.get(group.value, len(rank)))

    def with_all_values(self, groups: list[Group], most: int) -> list[Group]:
        """The groups of a selection in the order of its values, those without records too if there are few values."""
        spec = self.specs[0]
        values = [value for value, _label in self.model._fields[spec]._description_selection(self.env)]
        found = {group.value: group for group in groups}
        shown = [value for value in values if value in found or len(values) <= most]
        empty = (0, *(0 for _spec in self.aggregates.specs), *([] for _currency in self.aggregates.currencies))
        rest = [group for value, group in found.items() if value not in values]
        return [*rest, *(found.get(value) or self._group(spec, value, empty, None) for value in shown)]

    def count(self) -> int:
        """How many groups the first grouping has."""
        return len(self.model._read_group(self.domain, self.specs[:1], ["__count"]))

    def unfold(self, groups: list[Group], opened: frozenset[str], everything: bool = False) -> list[Group]:
        """Open the groups named (or all), one query per level, and answer the open ones that hold records."""
        leaves: list[Group] = []
        level = groups
        for depth in range(len(self.specs)):
            chosen = [group for group in level if group.count and (everything or group.path in opened)][:_MOST_OPEN]
            for group in chosen:
                group.is_open = True
            if depth + 1 == len(self.specs):
                leaves = chosen
                break
            level = self._children(chosen, depth + 1) if chosen else []
        return leaves

    def _children(self, parents: list[Group], depth: int) -> list[Group]:
        specs = self.specs[:depth + 1]
        domain = disjunction([parent.domain for parent in parents])
        order = ",".join(filter(None, [*self.specs[:depth], self._group_order(specs[-1]) or specs[-1]]))
        rows = self.model._read_group(domain, specs, self.aggregates.query(), limit=_MOST_SUBGROUPS * len(parents), order=order)
        by_path = {parent.path: parent for parent in parents}
        children = []
        for row in rows:
            path = "/".join(self._key(spec, value) for spec, value in zip(specs[:-1], row, strict=False))
            parent = by_path.get(path)
            if parent is not None:
                parent.children.append(self._group(specs[-1], row[depth], row[depth + 1:], parent))
        for parent in parents:
            parent.children = self._in_order(specs[-1], parent.children)
            children += parent.children
        return children

    def _group_order(self, spec: str) -> str | None:
        """Groups follow the order of the records as far as it speaks of the grouping or of a sum."""
        name = spec.partition(":")[0]
        for wanted, descending in self.order:
            direction = " desc" if descending else ""
            if wanted == name:
                return spec + direction
            if wanted in self.aggregates.specs:
                return f"{self.aggregates.specs[wanted]}{direction}, {spec}"
        return None

    # -- one group --------------------------------------------------------------------------------------

    def _group(self, spec: str, value: Any, row: Sequence[Any], parent: Group | None) -> Group:
        count, aggregates, currencies = self.aggregates.read(row)
        path = (f"{parent.path}/" if parent else "") + self._key(spec, value)
        domain = conjunction([parent.domain if parent else self.domain, self.value_domain(spec, value)])
        return Group(path, self._label(spec, value), count, parent.level + 1 if parent else 0, domain, aggregates, currencies, value)

    @staticmethod
    def _key(spec: str, value: Any) -> str:
        if hasattr(value, "_ids"):
            return str(value.id or "false")
        if isinstance(value, bool) or value is None:
            return "true" if value else "false"
        if isinstance(value, datetime):
            return value.date().isoformat()
        return quote(value.isoformat() if isinstance(value, date) else str(value), safe="")

    def value_domain(self, spec: str, value: Any) -> list:
        """The condition that the records of a group meet."""
        name, _colon, interval = spec.partition(":")
        kind = self.model._fields[name].type
        if kind == "many2many":
            return [(name, "in", [value.id])] if value else [(name, "=", False)]
        if hasattr(value, "_ids"):
            return [(name, "=", value.id or False)]
        if kind in _DATES and value:
            start = value.date() if isinstance(value, datetime) else value
            return span_domain(name, kind, start, start + PERIODS[interval or "month"], str(self.env.tz))
        return [(name, "=", value)]

    def _label(self, spec: str, value: Any) -> str:
        name, _colon, interval = spec.partition(":")
        field_ = self.model._fields[name]
        if field_.type == "boolean":
            return f"{field_.label(self.env)}: {_('Yes') if value else _('No')}"
        if hasattr(value, "_ids"):
            return value.sudo().display_name or _("None") if value else _("None")
        if value is False or value is None:
            return _("None")
        if field_.type in _DATES:
            return period_label(self.env, value, interval or "month")
        if field_.type == "selection":
            return str(dict(field_._description_selection(self.env)).get(value, value))
        return str(value)
