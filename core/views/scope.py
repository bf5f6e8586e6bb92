"""What a compiled view sees while it is rendered: one record's values and a few questions it may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from core.base import clock

from . import arch as arch_tools


class Modifier:
    """A compiled condition of a view (`invisible`, `readonly`, decorations …) over the values of one record."""

    __slots__ = ("source", "expression", "names")

    def __init__(self, source: str):
        self.source = source
        self.expression = arch_tools.compiled(source)
        self.names = frozenset(self.expression.names)

    def __call__(self, S: "Scope") -> bool:
        try:
            return bool(self.expression.evaluate(S.names(self.names)))
        except (TypeError, AttributeError, KeyError, NameError):
            # A value that is not there yet (an unsaved record's relation) is no reason to refuse the page.
            return False


class Page:
    """What a scope asks of the page around it. The web addon gives one that knows addresses and workflows."""

    #: prefix of element ids, so that a form in a dialog does not share ids with the page underneath
    uid = ""

    def record_url(self, model: str, record_id: int) -> str | None:
        return None

    def refusals(self, S: "Scope", method: str) -> list[str] | None:
        """Why this button is refused now; None or [] when it may be pressed."""
        return None

    def render_slot(self, S: "Scope", name: str) -> Any:
        return ""


class Scope:
    """One record inside a page: values, what was typed wrong, where its inputs are named."""

    __slots__ = ("env", "model", "id", "v", "errors", "typed", "prefix", "is_row", "parent", "tz", "page", "key",
                 "widgets", "_names", "_common", "editing", "readonly", "context", "_currencies", "row")

    parent: "Scope | None"
    page: Page
    context: Any
    tz: str
    row: Any

    def __init__(self, view: Any, env: Any, values: dict, *, id: int | None = None, prefix: str = "", parent: "Scope | None" = None,
                 page: Page | None = None, key: str = "", errors: dict | None = None, typed: dict | None = None,
                 editing: bool = True, readonly: bool = False):
        self.env, self.model, self.id, self.v = env, view.model, id, values
        self.widgets = view.widgets
        self.errors = errors if errors is not None else _NOTHING
        self.typed = typed if typed is not None else _NOTHING
        self.prefix, self.parent, self.key = prefix, parent, key
        self.is_row = parent is not None or not prefix and view.kind == "list"
        self.page = page or (parent.page if parent else _NO_PAGE)
        self.context = parent.context if parent else env.context
        self.tz = parent.tz if parent else (env.context.get("tz") or getattr(env.user, "tz", None) or "UTC")
        self.editing, self.readonly = editing, readonly
        self._names: dict[str, Any] = {}
        self._currencies: dict = parent._currencies if parent else {}

    def names(self, wanted: Iterable[str]) -> dict[str, Any]:
        """Values of (at least) the wanted names of an expression, in the shapes expressions expect (ids, ISO dates)."""
        known = self._names
        for name in wanted:
            if name not in known:
                try:
                    known[name] = self.name(name)
                except KeyError:
                    pass  # the expression says itself what is unknown
        return known

    def name(self, name: str) -> Any:
        """What one name of an expression means here; KeyError for an unknown one."""
        special = _SPECIAL_NAMES.get(name)
        if special is not None:
            return special(self)
        widget = self.widgets.get(name)
        if widget is not None:
            return widget.for_expression(self.v.get(name))
        return (self.id or False) if name == "id" else _moments()[name]

    def at(self, record_id: int | None, values: dict) -> None:
        """Move on to another record; a page of many records has one scope."""
        self.id, self.v, self._names = record_id, values, {}

    def currency(self, field: str) -> Any:
        """Symbol, position and decimals of the currency named by a field of the record, of its parent, or the company's."""
        scope: Scope | None = self
        while scope is not None:
            value = scope.v.get(field)
            if value:
                return self.currency_by_id(value[0] if isinstance(value, (tuple, list)) else value)
            scope = scope.parent
        return self.currency_by_id(self.env.company.currency_id.id)

    def currency_by_id(self, currency_id: int | None) -> Any:
        if not currency_id:
            return None
        found = self._currencies.get(currency_id)
        if found is None:
            record = self.env["res.currency"].sudo().browse(currency_id)
            found = self._currencies[currency_id] = SimpleNamespace(
                symbol=record.symbol or record.name, position=record.position or "after", decimal_places=record.decimal_places)
        return found

    def record_url(self, model: str, record_id: int) -> str | None:
        return self.page.record_url(model, record_id)

    def badge(self, node: Any) -> str:
        for key, source in node.attributes.items():
            if key.startswith("decoration-") and _modifier(source)(self):
                return f" o-badge-{key[11:]}"
        return ""

    def sub(self, view: Any, values: dict, **options: Any) -> "Scope":
        return Scope(view, self.env, values, parent=self, **options)


_NOTHING: dict = {}
_NO_PAGE = Page()
_NO_PARENT = SimpleNamespace()


class _ParentNames:
    """`parent` in a condition of a line: the values of the document it belongs to, read when they are asked for."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope):
        self._scope = scope

    def __getattr__(self, name: str) -> Any:
        try:
            return self._scope.names((name,))[name]
        except KeyError:
            raise AttributeError(name) from None


_SPECIAL_NAMES: dict[str, Callable[[Scope], Any]] = {
    "context": lambda S: S.context,
    "uid": lambda S: S.env.uid,
    "parent": lambda S: _ParentNames(S.parent) if S.parent else _NO_PARENT,
    "active_id": lambda S: S.id or False,
    "active_ids": lambda S: [S.id] if S.id else [],
    "active_model": lambda S: S.model,
}
_modifiers: dict[str, Modifier] = {}


def _modifier(source: str) -> Modifier:
    found = _modifiers.get(source)
    if found is None:
        found = _modifiers[source] = Modifier(source)
    return found


def _moments() -> dict[str, Any]:
    import datetime as datetime_module
    import time as time_module

    from dateutil.relativedelta import relativedelta

    today = clock.today()
    return {
        "current_date": today.isoformat(), "today": today.isoformat(), "now": clock.now().isoformat(" ", "seconds"),
        "context_today": clock.today, "relativedelta": relativedelta, "datetime": _Datetime, "time": _Time(time_module),
        "timedelta": datetime_module.timedelta,
    }


class _Datetime:
    """The part of the `datetime` module that views use."""

    import datetime as _module

    datetime, date, timedelta, time = _module.datetime, _module.date, _module.timedelta, _module.time


class _Time:
    def __init__(self, module: Any):
        self.strftime = module.strftime


