"""Search views: what the box searches, which filters and groupings are offered, and the domain a choice means."""

from __future__ import annotations

import datetime as datetime_module
import re
import time as time_module
from dataclasses import dataclass, field
from typing import Any

from dateutil.relativedelta import relativedelta
from lxml import etree

from core.base import clock
from core.base.expression import safe_eval

from . import arch as arch_tools

_TEXT_TYPES = ("char", "text", "html", "reference")


@dataclass(slots=True)
class SearchField:
    """One `<field>` of a search view: what the typed text is looked up in."""

    name: str
    label: str
    type: str
    operator: str = ""
    filter_domain: str = ""
    selection: tuple = ()

    def domain(self, text: str) -> list | None:
        """The domain that finds `text` in this field; None when the text cannot be meant for it."""
        if self.filter_domain:
            return list(evaluate(self.filter_domain, {"self": text, "raw_value": text}))
        if self.type in _TEXT_TYPES or self.type in ("many2one", "many2many", "one2many"):
            return [(self.name, self.operator or "ilike", text)]
        if self.type in ("integer", "float", "monetary"):
            number = re.fullmatch(r"-?\d+(?:[.,]\d+)?", text.strip())
            return [(self.name, self.operator or "=", float(text.replace(",", ".")))] if number else None
        if self.type == "selection":
            keys = [key for key, label in self.selection if text.casefold() in str(label).casefold()]
            return [(self.name, "in", keys)] if keys else None
        if self.type == "boolean":
            return None
        if self.type in ("date", "datetime"):
            return None
        return [(self.name, self.operator or "ilike", text)]


@dataclass(slots=True)
class SearchFilter:
    """One `<filter>`: a domain to tick, or a grouping."""

    name: str
    label: str
    group: int
    domain: str = ""
    context: str = ""
    date_field: str = ""
    default_period: str = ""

    @property
    def group_by(self) -> str:
        match = re.search(r"['\"]group_by['\"]\s*:\s*['\"]([\w:.]+)", self.context)
        return match.group(1) if match else ""


@dataclass(slots=True)
class CompiledSearch:
    """A search view in one language for one set of groups."""

    fields: list[SearchField] = field(default_factory=list)
    filters: list[SearchFilter] = field(default_factory=list)
    groupings: list[SearchFilter] = field(default_factory=list)

    def filter_named(self, name: str) -> SearchFilter | None:
        return next((each for each in self.filters if each.name == name), None)

    def domain(self, text: str, field_name: str, chosen: list[str], env: Any) -> list:
        """Everything chosen, ANDed; filters of one group (no separator between) are ORed."""
        parts = []
        if text:
            found = [each.domain(text) for each in self.searched(field_name)]
            parts.append(_or([each for each in found if each]) or [(0, "=", 1)])
        groups: dict[int, list] = {}
        for name in chosen:
            one = self.filter_named(name)
            if one is not None:
                groups.setdefault(one.group, []).append(filter_domain(one, env))
        parts += [_or(domains) for domains in groups.values()]
        return _and(parts)

    def searched(self, field_name: str) -> list[SearchField]:
        """The fields a text is looked up in: the chosen one, else the first and its textual neighbours."""
        if field_name:
            named = [each for each in self.fields if each.name == field_name]
            if named:
                return named[:1]
        return [each for each in self.fields if each.type in (*_TEXT_TYPES, "many2one")][:4] or self.fields[:1]


def _or(domains: list[list]) -> list:
    domains = [domain for domain in domains if domain]
    return ["|"] * (len(domains) - 1) + [term for domain in domains for term in _closed(domain)]


def _and(domains: list[list]) -> list:
    domains = [domain for domain in domains if domain]
    return ["&"] * (len(domains) - 1) + [term for domain in domains for term in _closed(domain)]


def _closed(domain: list) -> list:
    """The domain with its implicit ANDs written out, so that it is one operand."""
    missing, expected = 0, 1
    for term in domain:
        if expected == 0:
            missing += 1
            expected = 1
        expected += {"&": 1, "|": 1, "!": 0}.get(term, -1) if isinstance(term, str) else -1
    return ["&"] * missing + list(domain)


def filter_domain(one: SearchFilter, env: Any) -> list:
    if one.date_field and not one.domain:
        return period_domain(one.date_field, one.default_period or "month")
    return list(evaluate(one.domain or "[]", {"uid": env.uid, "context": dict(env.context),
                                               "allowed_company_ids": env.context.get("allowed_company_ids") or env.companies.ids}))


def period_domain(field_name: str, period: str) -> list:
    """This month, quarter or year of a date field."""
    today = clock.today()
    start = today.replace(day=1)
    span = relativedelta(months=1)
    if "year" in period:
        start, span = today.replace(month=1, day=1), relativedelta(years=1)
    elif "quarter" in period:
        start, span = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), relativedelta(months=3)
    return [(field_name, ">=", start.isoformat()), (field_name, "<", (start + span).isoformat())]


def evaluate(source: Any, names: dict[str, Any] | None = None) -> Any:
    """A domain or context of a view or action, with the names such expressions use."""
    if not isinstance(source, str):
        return source
    today = clock.today()
    return safe_eval(source.strip() or "{}", {
        "time": _Strftime(time_module), "datetime": _Moments, "relativedelta": relativedelta, "context_today": clock.today,
        "current_date": today.isoformat(), "today": today, "now": clock.now().isoformat(" ", "seconds"), **(names or {}),
    })


class _Moments:
    datetime, date, timedelta, time = (
        datetime_module.datetime, datetime_module.date, datetime_module.timedelta, datetime_module.time)


class _Strftime:
    def __init__(self, module: Any):
        self.strftime = module.strftime


def compile_search(fields: dict[str, dict], root: etree._Element) -> CompiledSearch:
    search = CompiledSearch()
    _Collector(fields, search).collect(root)
    return search


class _Collector:
    def __init__(self, fields: dict[str, dict], search: CompiledSearch):
        self.fields, self.search, self.group = fields, search, 0

    def collect(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == "field":
                self._field(child)
            elif child.tag == "filter":
                self._filter(child)
            elif child.tag == "separator":
                self.group += 1
            elif child.tag == "group":
                self.group += 1
                self.collect(child)
                self.group += 1

    def _field(self, element: etree._Element) -> None:
        name = element.get("name") or ""
        description = self.fields.get(name)
        if description is None or arch_tools.modifier(element, "invisible") is True:
            return
        self.search.fields.append(SearchField(
            name, element.get("string") or description.get("string") or name, description["type"], element.get("operator") or "",
            element.get("filter_domain") or "", tuple(description.get("selection") or ())))

    def _filter(self, element: etree._Element) -> None:
        if arch_tools.modifier(element, "invisible") is True and not element.get("name"):
            return
        one = SearchFilter(
            element.get("name") or element.get("string") or "", element.get("string") or element.get("help") or element.get("name") or "",
            self.group, element.get("domain") or "", element.get("context") or "", element.get("date") or "",
            element.get("default_period") or "")
        if arch_tools.modifier(element, "invisible") is True:
            one.group = -1 - len(self.search.filters)
        if one.group_by and not one.domain and not one.date_field:
            self.search.groupings.append(one)
        else:
            self.search.filters.append(one)
