"""From a domain to a Python predicate on records, with the meaning the domain has in SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from core.base.errors import MissingError
from core.base.text import search_key
from core.orm.conditions import (
    _COMPARISONS,
    DATE_PARTS,
    DATE_TYPES,
    RELATIONAL_TYPES,
    X2MANY_TYPES,
    Shape,
    invalid,
    record_ids,
    scalar_shape,
    unknown_field,
)
from core.orm.domain import (
    NEGATIONS,
    NEGATIVE_OPERATORS,
    And,
    Condition,
    Domain,
    Not,
    Or,
    _is_subquery,
    parse,
)

Predicate = Callable[[Any], bool]


def compile_predicate(model: Any, node: Domain) -> Predicate:
    """A function telling whether a record of ``model`` fulfils ``node``."""
    kind = type(node)
    if kind is Condition:
        return _condition(model, node.field, node.operator, node.value)  # type: ignore[attr-defined]
    if kind is And:
        return _all([compile_predicate(model, child) for child in node.children])  # type: ignore[attr-defined]
    if kind is Or:
        return _any_of([compile_predicate(model, child) for child in node.children])  # type: ignore[attr-defined]
    if kind is Not:
        return _negated(compile_predicate(model, node.child))  # type: ignore[attr-defined]
    return _always(node.truth)  # type: ignore[attr-defined]


def _always(truth: bool) -> Predicate:
    return lambda record: truth


def _negated(predicate: Predicate) -> Predicate:
    return lambda record: not predicate(record)


def _all(predicates: list[Predicate]) -> Predicate:
    return lambda record: all(predicate(record) for predicate in predicates)


def _any_of(predicates: list[Predicate]) -> Predicate:
    return lambda record: any(predicate(record) for predicate in predicates)


def _condition(model: Any, name: str, operator: str, value: Any) -> Predicate:
    field = model._fields.get(name)
    if field is None:
        return _path(model, name, operator, value)
    if field.type in RELATIONAL_TYPES or name == "id":
        return _relation(model, field, operator, value)
    if field.type in ("json", "properties"):
        return _json(field, operator, value)
    params: list[Any] = []
    shape = scalar_shape(field, model._name, operator, value, params)
    return scalar_predicate(shape, iter(params))


def _path(model: Any, path: str, operator: str, value: Any) -> Predicate:
    head, dot, rest = path.partition(".")
    field = model._fields.get(head)
    if field is None or not dot:
        raise unknown_field(model, head)
    if field.type in RELATIONAL_TYPES:
        return _relation(model, field, "any", Condition(rest, operator, value))
    if field.type in DATE_TYPES and rest in DATE_PARTS:
        return _date_part(head, DATE_PARTS[rest], operator, value)
    if field.type == "properties":
        return _property(head, rest, operator, value)
    raise invalid(model._name, head, f"the path {path!r} goes through a {field.type} field, which leads nowhere.")


# Plain values


def scalar_predicate(shape: Shape, params: Any) -> Predicate:
    """The predicate of a shape of scalar kinds (see ``core.orm.conditions``)."""
    kind = shape[0]
    if kind in ("and", "or"):
        predicates = [scalar_predicate(child, params) for child in shape[1:]]
        return _all(predicates) if kind == "and" else _any_of(predicates)
    if kind in ("true", "false"):
        return _always(kind == "true")
    return _SCALARS[kind](shape, params)


def _null(shape: Shape, params: Any) -> Predicate:
    _kind, negative, name = shape
    return lambda record: bool(record[name]) is negative


def _eq(shape: Shape, params: Any) -> Predicate:
    _kind, negative, name = shape
    value = next(params)
    return lambda record: (record[name] == value) is not negative


def _in(shape: Shape, params: Any) -> Predicate:
    _kind, negative, name = shape
    values = set(next(params))
    return lambda record: (record[name] in values) is not negative


def _cmp(shape: Shape, params: Any) -> Predicate:
    _kind, operator, _with_empty, name = shape
    compare, limit = _COMPARISONS[operator], next(params)

    def predicate(record: Any) -> bool:
        value = record[name]
        if value is False and not isinstance(limit, int | float):
            return False
        return bool(compare(value, limit))

    return predicate


def _like(shape: Shape, params: Any) -> Predicate:
    _kind, negative, fold, name = shape
    matches = like_pattern(next(params)).fullmatch

    def predicate(record: Any) -> bool:
        value = record[name]
        if value is False or value is None:
            return negative
        text = search_key(str(value)) if fold else str(value)
        return (matches(text) is not None) is not negative

    return predicate


_SCALARS: dict[str, Callable[[Shape, Any], Predicate]] = {
    "null": _null, "eq": _eq, "in": _in, "cmp": _cmp, "like": _like,
}


@lru_cache(maxsize=512)
def like_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression of a LIKE pattern (``%``, ``_``, backslash escapes)."""
    pieces: list[str] = []
    characters = iter(pattern)
    for character in characters:
        if character == "\\":
            pieces.append(re.escape(next(characters, "\\")))
        elif character == "%":
            pieces.append(".*")
        elif character == "_":
            pieces.append(".")
        else:
            pieces.append(re.escape(character))
    return re.compile("".join(pieces), re.DOTALL)


def _json(field: Any, operator: str, value: Any) -> Predicate:
    name = field.name
    if operator in ("=", "!=") and not value:
        return lambda record: bool(record[name]) is (operator == "!=")
    raise invalid(field.model_name, name, f"operator {operator!r} is not possible on a {field.type} field.")


def _date_part(name: str, part: str, operator: str, value: Any) -> Predicate:
    if operator in ("in", "not in"):
        values = {int(item) for item in value}
        return lambda record: (_part_of(record, name, part) in values) is (operator == "in")
    if value is False or value is None:
        return lambda record: bool(record[name]) is (operator == "!=")
    number = int(value)
    if operator in ("=", "!="):
        return lambda record: (_part_of(record, name, part) == number) is (operator == "=")
    compare = _COMPARISONS[operator]

    def predicate(record: Any) -> bool:
        own = _part_of(record, name, part)
        return own is not None and bool(compare(own, number))

    return predicate


def _part_of(record: Any, name: str, part: str) -> int | None:
    value = record[name]
    if not value:
        return None
    if hasattr(value, "hour"):
        import datetime
        value = value.replace(tzinfo=datetime.UTC).astimezone(record.env.tz)
    if part == "quarter":
        return (value.month + 2) // 3
    if part == "week":
        return value.isocalendar()[1]
    if part == "doy":
        return value.timetuple().tm_yday
    if part == "dow":
        return value.isoweekday() % 7
    return getattr(value, part, 0)


def _property(name: str, key: str, operator: str, value: Any) -> Predicate:
    negative = operator in NEGATIVE_OPERATORS
    bare = NEGATIONS[operator] if negative else operator

    def holds(own: Any) -> bool:
        if bare == "=":
            return own == value or (not own and not value)
        if bare == "in":
            return own in value
        text, wanted = str(own or ""), str(value or "")
        return search_key(wanted) in search_key(text) if bare == "ilike" else wanted in text

    return lambda record: holds(dict(record[name] or {}).get(key, False)) is not negative


# Relations


def _relation(model: Any, field: Any, operator: str, value: Any) -> Predicate:
    name = field.name
    if operator in ("any", "not any"):
        return _related_any(model, field, operator == "not any", value)
    if operator in ("child_of", "parent_of"):
        return _hierarchy(model, field, operator, value)
    if operator == "=?":
        return _always(True) if value is False or value is None else _relation(model, field, "=", value)
    if operator.endswith("like") and name != "id":
        return _by_name(model, field, operator, value)
    if operator in ("=", "!=", "in", "not in"):
        if operator in ("=", "!=") and hasattr(value, "_ids") and not value._ids:
            value = False
        return _member(model, field, operator in NEGATIVE_OPERATORS, value)
    if field.type in X2MANY_TYPES:
        raise invalid(model._name, name, f"operator {operator!r} is not possible on a {field.type} field.")
    compare = _COMPARISONS[operator]
    limit = int(value)

    def predicate(record: Any) -> bool:
        ids = _own_ids(record, name)
        return bool(ids) and bool(compare(ids[0], limit))

    return predicate


def _own_ids(record: Any, name: str) -> list[int]:
    return record_ids(record if name == "id" else record[name])


def _member(model: Any, field: Any, negative: bool, value: Any) -> Predicate:
    values = _as_values(value)
    names = [item for item in values if isinstance(item, str)]
    ids = set(record_ids([item for item in values if not isinstance(item, str)]))
    with_empty = any(item is False or item is None for item in values)
    if not values:
        return _always(negative)
    by_name = _any_of([_by_name(model, field, "=", item) for item in names]) if names else None
    name = field.name

    def predicate(record: Any) -> bool:
        own = _own_ids(record, name)
        if not ids.isdisjoint(own):
            return not negative
        is_empty = not own and (name == "id" or not record[name]._ids)
        if with_empty and is_empty:
            return not negative
        if by_name is not None and by_name(record):
            return not negative
        return negative

    return predicate


def _as_values(value: Any) -> list[Any]:
    if _is_subquery(value) and not hasattr(value, "get_result_ids"):
        raise NotImplementedError("A domain with SQL in it can only be searched, not evaluated in memory.")
    if hasattr(value, "_ids"):
        return list(value._ids)
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [value]
    return list(value)


def _by_name(model: Any, field: Any, operator: str, value: Any) -> Predicate:
    negative = operator in NEGATIVE_OPERATORS
    positive = NEGATIONS[operator] if negative else operator
    if positive.endswith("like") and not value:
        return _always(not negative)
    comodel = model.env[field.comodel_name]
    named = compile_predicate(comodel, parse(comodel._search_display_name(positive, value)))
    name = field.name
    return lambda record: any(named(line) for line in record[name]) is not negative


def _related_any(model: Any, field: Any, negative: bool, value: Any) -> Predicate:
    name = field.name
    if not isinstance(value, Domain):
        ids = set(_as_values(value))
        return lambda record: (not ids.isdisjoint(_own_ids(record, name))) is not negative
    comodel = model.env[field.comodel_name]
    inner = compile_predicate(comodel, value)
    return lambda record: any(inner(line) for line in record[name]) is not negative


def _hierarchy(model: Any, field: Any, operator: str, value: Any) -> Predicate:
    comodel = model if field.name == "id" else model.env[field.comodel_name]
    ids = set(_hierarchy_ids(comodel, value))
    name = field.name
    if comodel._parent_name not in comodel._fields:
        return lambda record: not ids.isdisjoint(_own_ids(record, name))
    if operator == "parent_of":
        above = ancestors(comodel, ids)
        return lambda record: not above.isdisjoint(_own_ids(record, name))
    return lambda record: not ids.isdisjoint(ancestors(comodel, _own_ids(record, name)))


def _hierarchy_ids(comodel: Any, value: Any) -> list[int]:
    values = _as_values(value)
    ids = record_ids([item for item in values if not isinstance(item, str)])
    for name in values:
        if isinstance(name, str) and name:
            ids.extend(comodel.with_context(active_test=False).search([("display_name", "ilike", name)])._ids)
    return ids


def ancestors(model: Any, ids: Iterable[int]) -> set[int]:
    """The ids and those of all records above them, read from the cache as far as it goes."""
    records = model.browse(tuple(ids)).sudo().with_context(active_test=False)
    try:
        return _climb(model, records)
    except MissingError:
        return _climb(model, records.exists())


def _climb(model: Any, records: Any) -> set[int]:
    found: set[int] = set()
    for record in records:
        path = record.parent_path if model._parent_store else None
        if path:
            found.update(int(step) for step in path.split("/") if step)
            continue
        while record and record.id not in found:
            found.add(record.id)
            record = record[model._parent_name]
    return found
