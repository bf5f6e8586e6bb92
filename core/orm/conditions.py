"""What a condition on a plain column means, once for SQL and for Python.

:func:`scalar_shape` reduces ``field operator value`` to a *shape*: a nested tuple of a few kinds, without values, and
appends the values to a list. ``core.orm.statement`` writes a shape as SQL, ``core.orm.predicate`` evaluates it, so that
``search`` and ``filtered_domain`` cannot disagree.

Kinds (``negative`` is a bool; a negative test is the exact complement, so it holds for NULL when the positive does not):

====================================  ==========================================================  ==========
``("true",)``, ``("false",)``          constants                                                   no value
``("and", …)``, ``("or", …)``          junctions of shapes                                         –
``("null", negative, field)``          the field is empty: NULL, '' of a text, 0 of a number       no value
``("eq", negative, field)``            equals the value                                            value
``("in", negative, field)``            is one of the values                                        list
``("cmp", operator, empty, field)``    order; ``empty``: an empty number (0) fulfils it too        value
``("like", negative, fold, field)``    LIKE; ``fold``: case and diacritics are ignored;            pattern
                                       "trigram": and the trigram index can help
====================================  ==========================================================  ==========
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from core.base.text import search_key
from core.orm.domain import NEGATIVE_OPERATORS, InvalidDomain

Shape = tuple[Any, ...]
TRUE_SHAPE: Shape = ("true",)
FALSE_SHAPE: Shape = ("false",)

INTEGER_TYPES = frozenset(("integer", "many2one_reference"))
NUMERIC_TYPES = frozenset(("integer", "float", "monetary", "many2one_reference"))
TEXT_TYPES = frozenset(("char", "text", "html", "selection", "reference", "binary", "image"))
RELATIONAL_TYPES = frozenset(("many2one", "one2many", "many2many"))
X2MANY_TYPES = frozenset(("one2many", "many2many"))
DATE_TYPES = frozenset(("date", "datetime"))

#: Parts of a date that can be compared: ``("date.month_number", "=", 3)``; the PostgreSQL name of each.
DATE_PARTS = {
    "year_number": "year", "quarter_number": "quarter", "month_number": "month", "iso_week_number": "week",
    "day_of_year": "doy", "day_of_month": "day", "day_of_week": "dow",
    "hour_number": "hour", "minute_number": "minute", "second_number": "second",
}

_NOT_LITERAL = re.compile(r'[%_\\"]')
"""Characters a text cannot hold if its trigrams are to be looked up in the index."""

_COMPARISONS = {
    "<": lambda left, right: left < right, "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right, ">=": lambda left, right: left >= right,
}


def invalid(model_name: str, field_name: str, reason: str) -> InvalidDomain:
    """The error for a condition that names a model's field in a way that has no meaning."""
    return InvalidDomain(f"Invalid condition on field {model_name}.{field_name}: {reason}")


def unknown_field(model: Any, name: str) -> InvalidDomain:
    """The error for a field that does not exist, with the nearest valid name."""
    near = difflib.get_close_matches(name, list(model._fields), n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return InvalidDomain(f"Invalid field {model._name}.{name} in a domain: the model has no such field.{hint}")


def scalar_shape(field: Any, model_name: str, operator: str, value: Any, params: list[Any]) -> Shape:
    """Shape of a condition on a field that is one column of a plain value; values are appended to ``params``."""
    if operator == "=" or operator == "!=":
        return _equal(field, operator == "!=", value, params)
    if operator == "in" or operator == "not in":
        return _member(field, operator == "not in", value, params)
    if operator in _COMPARISONS:
        return _compare(field, operator, value, params)
    if operator == "=?":
        return TRUE_SHAPE if value is False or value is None else _equal(field, False, value, params)
    if operator.endswith("like"):
        return _like(field, operator, value, params)
    raise invalid(model_name, field.name, f"operator {operator!r} needs a relation, the field is a {field.type}.")


def _equal(field: Any, negative: bool, value: Any, params: list[Any]) -> Shape:
    if field.type == "boolean":
        return ("null", negative is not bool(value), field.name)
    if is_empty(field, value):
        return ("null", negative, field.name)
    params.append(column_value(field, value))
    return ("eq", negative, field.name)


def is_empty(field: Any, value: Any) -> bool:
    """Whether comparing with ``value`` means "the field is empty"."""
    if value is False or value is None:
        return True
    if field.type in NUMERIC_TYPES:
        return value == 0 and field.name != "id"
    return value == "" and field.type in TEXT_TYPES


def _member(field: Any, negative: bool, values: Iterable[Any], params: list[Any]) -> Shape:
    values = list(values)
    if field.type == "boolean":
        return _boolean_member(field, negative, values)
    present = [value for value in values if not is_empty(field, value)]
    with_empty = len(present) < len(values)
    wanted = list(dict.fromkeys(column_value(field, value) for value in present))
    if field.type in INTEGER_TYPES:
        wanted = [value for value in wanted if type(value) is int]  # no whole number equals 7.5
    if not wanted:
        if with_empty:
            return ("null", negative, field.name)
        return TRUE_SHAPE if negative else FALSE_SHAPE
    if len(wanted) == 1:
        params.append(wanted[0])
        shape: Shape = ("eq", negative, field.name)
    else:
        params.append(wanted)
        shape = ("in", negative, field.name)
    if with_empty:
        return ("and" if negative else "or", shape, ("null", negative, field.name))
    return shape


def _boolean_member(field: Any, negative: bool, values: list[Any]) -> Shape:
    truths = {bool(value) for value in values}
    if len(truths) != 1:
        return TRUE_SHAPE if bool(truths) is not negative else FALSE_SHAPE
    wants_true = truths.pop() is not negative
    return ("null", wants_true, field.name)


def _compare(field: Any, operator: str, value: Any, params: list[Any]) -> Shape:
    if field.type in NUMERIC_TYPES:
        number = column_value(field, value or 0)
        params.append(number)
        return ("cmp", operator, bool(_COMPARISONS[operator](0, number)), field.name)
    if field.type == "boolean":
        holds = [truth for truth in (False, True) if _COMPARISONS[operator](truth, bool(value))]
        return _boolean_member(field, False, holds)
    if value is False or value is None:
        return FALSE_SHAPE
    params.append(column_value(field, value, day_end=operator in (">", "<=")))
    return ("cmp", operator, False, field.name)


def _like(field: Any, operator: str, value: Any, params: list[Any]) -> Shape:
    negative = operator in NEGATIVE_OPERATORS
    bare = operator.removeprefix("not ")
    whole = bare.startswith("=")
    if not value and not whole:
        return FALSE_SHAPE if negative else TRUE_SHAPE
    text = like_text(value)
    if "\x00" in text:
        raise invalid(_model_of(field), field.name, "a text cannot contain a NUL character.")
    fold: bool | str = bare.endswith("ilike")
    if fold:
        text = search_key(text)
        if not whole and field.index == "trigram" and len(text) >= 3 and not _NOT_LITERAL.search(text):
            fold = "trigram"
    params.append(text if whole else f"%{text}%")
    return ("like", negative, fold, field.name)


def like_text(value: Any) -> str:
    """Text of a LIKE pattern: ``%`` and ``_`` are wildcards as always in domains, a backslash is itself."""
    text = "" if value is False or value is None else str(value)
    return text.replace("\\", "\\\\") if "\\" in text else text


def column_value(field: Any, value: Any, *, day_end: bool = False) -> Any:
    """``value`` as the column compares it.

    :param day_end: a date compared with a datetime field means the last second of that day, not the first
    """
    kind = field.type
    if kind in TEXT_TYPES:
        text = value if isinstance(value, str) else str(value)
        if "\x00" in text:
            raise invalid(_model_of(field), field.name, "a text cannot contain a NUL character.")
        return text
    if kind == "datetime":
        return _datetime_value(field, value, day_end)
    if kind == "date":
        return _date_value(field, value)
    if kind in ("integer", "many2one_reference", "many2one"):
        return _integer_value(field, value)
    if kind in ("float", "monetary"):
        return _number_value(field, value)
    return value


def _datetime_value(field: Any, value: Any, day_end: bool) -> datetime.datetime:
    if isinstance(value, datetime.datetime):
        return value
    try:
        if isinstance(value, str):
            text = value.strip()
            if len(text) > 10:
                return datetime.datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=None)
            value = datetime.date.fromisoformat(text)
        return datetime.datetime.combine(value, datetime.time(23, 59, 59) if day_end else datetime.time.min)
    except (TypeError, ValueError):
        raise invalid(_model_of(field), field.name, f"{value!r} is not a date and time (YYYY-MM-DD HH:MM:SS).") from None


def _date_value(field: Any, value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise invalid(_model_of(field), field.name, f"{value!r} is not a date (YYYY-MM-DD).") from None


def _integer_value(field: Any, value: Any) -> int | float:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return whole_number(_model_of(field), field.name, value)


def whole_number(model_name: str, field_name: str, value: Any) -> int:
    """``value`` as an int, or the error that names the field."""
    if type(value) is int:
        return value
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        raise invalid(model_name, field_name, f"{value!r} is not a whole number.") from None


def _number_value(field: Any, value: Any) -> Any:
    if isinstance(value, int | float | Decimal):
        return int(value) if value is True else value
    try:
        return float(value)
    except (TypeError, ValueError):
        raise invalid(_model_of(field), field.name, f"{value!r} is not a number.") from None


def _model_of(field: Any) -> str:
    return getattr(field, "model_name", None) or "?"


def record_ids(value: Any) -> list[int]:
    """Database ids among the ids, records and new records of ``value`` (one or a collection)."""
    if type(value) is int:
        return [value]
    if hasattr(value, "_ids"):
        value = value._ids
    elif not isinstance(value, Iterable) or isinstance(value, str):
        value = [value]
    ids: list[int] = []
    for item in value:
        if type(item) is int:
            ids.append(item)
        elif hasattr(item, "_ids"):
            ids.extend(record_ids(item))
        elif isinstance(item, int | float) and item is not True and item and item == item // 1:
            ids.append(int(item))
        elif getattr(item, "origin", None):
            ids.append(item.origin)
    return ids
