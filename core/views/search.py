"""Search views: what the box searches, which filters and groupings are offered, and the domain a choice means."""

from __future__ import annotations

import datetime as datetime_module
import re
import time as time_module
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateutil.relativedelta import relativedelta
from lxml import etree

from core.base import clock
from core.base.expression import safe_eval
from core.i18n import _

from . import arch as arch_tools
from .formats import zone

TEXT_TYPES = ("char", "text", "html", "reference")
RELATIONS = ("many2one", "many2many", "one2many")
NUMBERS = ("integer", "float", "monetary")
DATES = ("date", "datetime")
#: Periods by which dates are grouped.
INTERVALS = ("day", "week", "month", "quarter", "year")
_QUARTERS = {"first_quarter": 1, "second_quarter": 2, "third_quarter": 3, "fourth_quarter": 4}
_NOTHING = [(0, "=", 1)]


@dataclass(slots=True)
class SearchField:
    """One `<field>` of a search view: what the typed text is looked up in."""

    name: str
    label: str
    type: str
    operator: str = ""
    filter_domain: str = ""
    selection: tuple = ()
    relation: str = ""
    look_up: str = ""

    def domain(self, text: str) -> list | None:
        """The domain that finds `text` in this field; None when the text cannot be meant for it."""
        if self.filter_domain:
            return list(evaluate(self.filter_domain, {"self": text, "raw_value": text}))
        if self.type in TEXT_TYPES or self.type in RELATIONS:
            return [(self.name, self.operator if self.operator in _TEXT_OPERATORS else "ilike", text)]
        if self.type in NUMBERS:
            number = re.fullmatch(r"-?\d+(?:[.,]\d+)?", text.strip())
            return [(self.name, self.operator or "=", float(text.replace(",", ".")))] if number else None
        if self.type == "selection":
            keys = [key for key, label in self.selection if text.casefold() in str(label).casefold()]
            return [(self.name, "in", keys)] if keys else None
        return None

    def value_domain(self, value: Any, label: str, tz: str = "UTC") -> list:
        """The domain of a value chosen from a list: an id, a key, a truth, or a day (`date`)."""
        if self.filter_domain:
            return list(evaluate(self.filter_domain, {"self": label, "raw_value": value}))
        if self.type == "many2one":
            return [(self.name, self.operator if self.operator in ("child_of", "parent_of") else "=", value)]
        if self.type in RELATIONS:
            return [(self.name, "in", [value])]
        if self.type in DATES:
            return day_domain(self.name, self.type, "=", value, tz)
        return [(self.name, "=", value)]


_TEXT_OPERATORS = frozenset(("ilike", "like", "=ilike", "=like", "=", "child_of", "parent_of", "not ilike"))


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
    date_type: str = "date"

    @property
    def group_by(self) -> str:
        match = re.search(r"['\"]group_by['\"]\s*:\s*['\"]([\w:.]+)", self.context)
        return match.group(1) if match else ""

    @property
    def has_periods(self) -> bool:
        return bool(self.date_field) and not self.domain

    def default_periods(self) -> list[str]:
        """The periods that ticking the filter chooses: those of the view, else this month."""
        return [each.strip() for each in (self.default_period or "month").split(",") if each.strip()]


@dataclass(slots=True)
class SearchPanelField:
    """One `<field>` of a `<searchpanel>`: values to narrow the list by, beside it."""

    name: str
    label: str
    type: str
    select: str = "one"
    selection: tuple = ()
    relation: str = ""


@dataclass(slots=True)
class CompiledSearch:
    """A search view in one language for one set of groups."""

    fields: list[SearchField] = field(default_factory=list)
    filters: list[SearchFilter] = field(default_factory=list)
    groupings: list[SearchFilter] = field(default_factory=list)
    panel: list[SearchPanelField] = field(default_factory=list)

    def filter_named(self, name: str) -> SearchFilter | None:
        return next((each for each in self.filters if each.name == name), None)

    def field_named(self, name: str) -> SearchField | None:
        return next((each for each in self.fields if each.name == name), None)

    def everywhere(self, text: str) -> list:
        """`text` in the first fields of the view that hold texts or names."""
        fields = [each for each in self.fields if each.type in (*TEXT_TYPES, "many2one")][:4] or self.fields[:1]
        return disjunction([found for each in fields if (found := each.domain(text))]) or list(_NOTHING)


# -- domains ------------------------------------------------------------------------------------------------


def disjunction(domains: Iterable[list]) -> list:
    """At least one of the domains holds; an empty domain holds always, so it makes the whole empty."""
    domains = list(domains)
    if any(not domain for domain in domains):
        return []
    return ["|"] * (len(domains) - 1) + [term for domain in domains for term in closed(domain)]


def conjunction(domains: Iterable[list]) -> list:
    """All domains hold."""
    domains = [domain for domain in domains if domain]
    return ["&"] * (len(domains) - 1) + [term for domain in domains for term in closed(domain)]


def closed(domain: Sequence) -> list:
    """The domain with its implicit ANDs written out, so that it is one operand."""
    return ["&"] * missing_ands(domain) + list(domain)


def missing_ands(domain: Sequence) -> int:
    missing, expected = 0, 1
    for term in domain:
        if expected == 0:
            missing += 1
            expected = 1
        expected += {"&": 1, "|": 1, "!": 0}.get(term, -1) if isinstance(term, str) else -1
    return missing


def conjunction_text(sources: Iterable[tuple[str, list]], operator: str = "&") -> str:
    """Domains joined as a text that can be evaluated later, so that `uid` and `context_today()` stay what they are.

    :param sources: the source of each domain, and what it evaluates to now
    """
    operands = []
    for source, domain in sources:
        inner = source.strip()
        inner = inner[1:-1].strip().rstrip(",") if inner.startswith(("[", "(")) else repr(closed(domain))[1:-1]
        if inner:
            operands.append(f"{repr('&')}, " * missing_ands(domain) + inner)
    return f"[{f'{operator!r}, ' * (len(operands) - 1)}{', '.join(operands)}]"


def filter_domain(one: SearchFilter, env: Any, periods: Sequence[str] = ()) -> list:
    """What a ticked filter means now. `periods` are those chosen of a date filter."""
    if one.has_periods:
        return period_domain(one.date_field, one.date_type, periods or one.default_periods(), _zone_of(env))
    return list(evaluate(one.domain or "[]", filter_names(env)))


def filter_names(env: Any) -> dict[str, Any]:
    """What the domain of a filter may speak of besides dates."""
    return {"uid": env.uid, "context": dict(env.context), "active_id": env.context.get("active_id"),
            "allowed_company_ids": env.context.get("allowed_company_ids") or env.companies.ids}


def _zone_of(env: Any) -> str:
    return env.context.get("tz") or env.user.tz or "UTC"


# -- dates -------------------------------------------------------------------------------------------------------


def period_options(today: datetime_module.date | None = None) -> list[list[tuple[str, str]]]:
    """What a date filter offers, as Odoo 18 does: the last months, the quarters, the last years; (id, label) each."""
    today = today or clock.today()
    months = [("month" if not back else f"month-{back}", _month_name(today - relativedelta(months=back))) for back in range(3)]
    quarters = [(name, _("Q%s", number)) for name, number in reversed(_QUARTERS.items())]
    years = [("year" if not back else f"year-{back}", str(today.year - back)) for back in range(3)]
    return [months, quarters, years]


def period_label(period: str) -> str:
    """What a period of a date filter is called."""
    return next((label for group in period_options() for name, label in group if name == period), period)


def _month_name(day: datetime_module.date) -> str:
    names = (_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"), _("September"),
             _("October"), _("November"), _("December"))
    return str(names[day.month - 1])


def is_period(name: str) -> bool:
    return name in _QUARTERS or bool(re.fullmatch(r"(?:month|year)(?:-\d{1,2})?", name))


def period_domain(field_name: str, field_type: str, periods: Sequence[str], tz: str = "UTC") -> list:
    """Days within any of the periods. Months and quarters are looked for in every chosen year (by themselves: their last).

    :param periods: `month`, `month-1`, …, `first_quarter` …, `year`, `year-1`, …
    """
    today = clock.today()
    years = sorted({today.year - _steps(period) for period in periods if period.startswith("year")})
    inner = [period for period in periods if not period.startswith("year") and is_period(period)]
    if not inner:
        spans = [(datetime_module.date(year, 1, 1), relativedelta(years=1)) for year in years or [today.year]]
    else:
        spans = [span for period in inner for span in _spans(period, years, today)]
    return disjunction([span_domain(field_name, field_type, start, start + length, tz) for start, length in sorted(spans, key=lambda s: s[0])])


def _spans(period: str, years: list[int], today: datetime_module.date) -> list[tuple[datetime_module.date, relativedelta]]:
    if period in _QUARTERS:
        month, length, own_year = _QUARTERS[period] * 3 - 2, relativedelta(months=3), today.year
    else:
        start = today.replace(day=1) - relativedelta(months=_steps(period))
        month, length, own_year = start.month, relativedelta(months=1), start.year
    return [(datetime_module.date(year, month, 1), length) for year in years or [own_year]]


def _steps(period: str) -> int:
    return int(period.partition("-")[2] or 0)


def span_domain(field_name: str, field_type: str, start: datetime_module.date, end: datetime_module.date, tz: str = "UTC") -> list:
    """From the beginning of `start` to before the beginning of `end`, in the user's time zone."""
    return [(field_name, ">=", _boundary(start, field_type, tz)), (field_name, "<", _boundary(end, field_type, tz))]


def _boundary(day: datetime_module.date, field_type: str, tz: str) -> str:
    if field_type != "datetime":
        return day.isoformat()
    midnight = datetime_module.datetime.combine(day, datetime_module.time(), tzinfo=zone(tz))
    return midnight.astimezone(datetime_module.UTC).strftime("%Y-%m-%d %H:%M:%S")


def day_domain(field_name: str, field_type: str, operator: str, day: datetime_module.date, tz: str = "UTC") -> list:
    """A date compared with a day; a moment belongs to the day it falls on for the user."""
    following = day + datetime_module.timedelta(days=1)
    if operator in ("=", "!="):
        inside = span_domain(field_name, field_type, day, following, tz)
        return inside if operator == "=" else ["|", (field_name, "=", False), "!", *closed(inside)]
    boundary = following if operator in (">", "<=") else day
    return [(field_name, {">": ">=", "<=": "<"}.get(operator, operator), _boundary(boundary, field_type, tz))]


# -- expressions ---------------------------------------------------------------------------------------------------


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


# -- compiling ---------------------------------------------------------------------------------------------------------


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
            elif child.tag == "searchpanel":
                self._panel(child)

    def _field(self, element: etree._Element) -> None:
        name = element.get("name") or ""
        description = self.fields.get(name)
        if description is None or arch_tools.modifier(element, "invisible") is True:
            return
        self.search.fields.append(SearchField(
            name, element.get("string") or description.get("string") or name, description["type"], element.get("operator") or "",
            element.get("filter_domain") or "", tuple(description.get("selection") or ()), description.get("relation") or "",
            element.get("domain") or ""))

    def _filter(self, element: etree._Element) -> None:
        if arch_tools.modifier(element, "invisible") is True and not element.get("name"):
            return
        date_field = element.get("date") or ""
        one = SearchFilter(
            element.get("name") or element.get("string") or "", element.get("string") or element.get("help") or element.get("name") or "",
            self.group, element.get("domain") or "", element.get("context") or "", date_field, element.get("default_period") or "",
            self.fields.get(date_field, {}).get("type", "date"))
        if arch_tools.modifier(element, "invisible") is True:
            one.group = -1 - len(self.search.filters)
        if one.group_by and one.domain.strip() in ("", "[]") and not one.date_field:
            self.search.groupings.append(one)
        else:
            self.search.filters.append(one)

    def _panel(self, element: etree._Element) -> None:
        for child in element:
            name = child.get("name") if child.tag == "field" else None
            description = self.fields.get(name or "")
            if name and description and description["type"] in ("many2one", "many2many", "selection"):
                self.search.panel.append(SearchPanelField(
                    name, child.get("string") or description.get("string") or name, description["type"],
                    "multi" if child.get("select") == "multi" else "one", tuple(description.get("selection") or ()),
                    description.get("relation") or ""))
