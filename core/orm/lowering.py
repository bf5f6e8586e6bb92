"""From a domain to the shape of a statement.

Lowering knows the model and the environment: it looks fields up, checks that the user may read them, follows dotted
paths, asks fields for their ``search`` method, resolves names and applies the access rules of the models it passes.
What remains is a *shape* (see ``core.orm.conditions``) and its values. A shape is hashable and carries no value, so it
is the key under which the compiled statement is kept.

Beside the scalar kinds a shape may hold

- ``("rel", negative, field, select)``: the relation (or ``id``) meets the ids of ``select``; ``select`` None: any id;
- ``("part", part, operator, negative, field)``: a part of a date;
- ``("property", negative, kind, field, name)``: a value in a properties field;
- ``("raw", code)``: a fragment of SQL with ``%s`` for its values;

and a select is ``("ids",)``, ``("sql", code)``, ``("tree", model, parent field, direction)`` or
``("query", model, shape, joins, order, limit?, offset?, column)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.base.errors import AccessError
from core.orm.conditions import (
    DATE_PARTS,
    DATE_TYPES,
    FALSE_SHAPE,
    NUMERIC_TYPES,
    RELATIONAL_TYPES,
    TRUE_SHAPE,
    X2MANY_TYPES,
    Shape,
    invalid,
    record_ids,
    scalar_shape,
    unknown_field,
    whole_number,
)
from core.orm.domain import NEGATIONS, NEGATIVE_OPERATORS, And, Condition, Domain, Not, Or, _is_subquery, parse
from core.orm.predicate import ancestors, scalar_predicate

#: A longer path in a condition is a mistake or an attack: every step is a subquery.
MAX_PATH_STEPS = 20
_NULLABLE = (False, None)


class Lowering:
    """One translation; ``params`` collects the values in the order in which the shape is walked."""

    __slots__ = ("params",)

    def __init__(self, params: list[Any] | None = None) -> None:
        self.params: list[Any] = [] if params is None else params

    def lower(self, model: Any, node: Domain) -> Shape:
        """Shape of ``node`` for records of ``model``, seen by its environment."""
        kind = type(node)
        if kind is Condition:
            return self.condition(model, node.field, node.operator, node.value)  # type: ignore[attr-defined]
        if kind is And:
            return self._junction("and", model, node.children, TRUE_SHAPE, FALSE_SHAPE)  # type: ignore[attr-defined]
        if kind is Or:
            return self._junction("or", model, node.children, FALSE_SHAPE, TRUE_SHAPE)  # type: ignore[attr-defined]
        if kind is Not:
            return self._complement(self.lower(model, node.child))  # type: ignore[attr-defined]
        return TRUE_SHAPE if node.truth else FALSE_SHAPE  # type: ignore[attr-defined]

    def _junction(self, name: str, model: Any, children: Iterable[Domain], neutral: Shape, absorbing: Shape) -> Shape:
        params = self.params
        start = len(params)
        shapes: list[Shape] = []
        for child in children:
            mark = len(params)
            shape = self.lower(model, child)
            if shape is neutral:
                del params[mark:]
            elif shape is absorbing:
                del params[start:]
                return absorbing
            else:
                shapes.append(shape)
        if len(shapes) == 1:
            return shapes[0]
        return (name, *shapes) if shapes else neutral

    def _complement(self, shape: Shape) -> Shape:
        kind = shape[0]
        if kind == "rel" or kind == "null" or kind == "eq" or kind == "in" or kind == "like":
            return (kind, not shape[1], *shape[2:])
        if shape is TRUE_SHAPE:
            return FALSE_SHAPE
        if shape is FALSE_SHAPE:
            return TRUE_SHAPE
        return ("not", shape)

    # One condition

    def condition(self, model: Any, name: str, operator: str, value: Any) -> Shape:
        """Shape of one condition; the name may be a dotted path."""
        field = model._fields.get(name)
        if field is None:
            return self._path(model, name, operator, value)
        if field.groups and not model.env.su:
            check_field_access(model, field)
        if field.column is None and (not field.store or field.type not in X2MANY_TYPES):
            return self._without_column(model, field, operator, value)
        if field.type in RELATIONAL_TYPES or name == "id":
            return self._relation(model, field, operator, value)
        if _is_subquery(value):
            raise invalid(model._name, name, "a query can only be compared with a relation or with 'id'.")
        if field.type == "json" or field.type == "properties":
            return self._json(model, field, operator, value)
        return scalar_shape(field, model._name, operator, value, self.params)

    def _json(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        if operator in ("=", "!=") and not value:
            return ("null", operator == "!=", field.name)
        if operator.endswith("like"):
            return scalar_shape(field, model._name, operator, value, self.params)
        raise invalid(model._name, field.name, f"operator {operator!r} is not possible on a {field.type} field.")

    def _path(self, model: Any, path: str, operator: str, value: Any) -> Shape:
        if path.count(".") > MAX_PATH_STEPS:
            raise invalid(model._name, path[:60] + "…", f"the path has more than {MAX_PATH_STEPS} steps.")
        head, dot, rest = path.partition(".")
        field = model._fields.get(head)
        if field is None or not dot:
            raise unknown_field(model, head)
        if field.type in RELATIONAL_TYPES:
            if rest == "id" and operator not in ("child_of", "parent_of") and field.type == "many2one":
                return self.condition(model, head, operator, value)
            return self.condition(model, head, "any", Condition(rest, operator, value))
        if field.groups and not model.env.su:
            check_field_access(model, field)
        if field.type in DATE_TYPES and rest in DATE_PARTS:
            return self._date_part(model, field, rest, operator, value)
        if field.type == "properties":
            return self._property(model, field, rest, operator, value)
        raise invalid(model._name, head, f"the path {path!r} goes through a {field.type} field, which leads nowhere.")

    def _date_part(self, model: Any, field: Any, part: str, operator: str, value: Any) -> Shape:
        if operator in ("in", "not in"):
            shapes = [self._date_part(model, field, part, "=", item) for item in value]
            shape: Shape = ("or", *shapes) if shapes else FALSE_SHAPE
            return self._complement(shape) if operator == "not in" else shape
        if operator not in ("=", "!=", "<", "<=", ">", ">="):
            raise invalid(model._name, field.name, f"operator {operator!r} is not possible on {part}.")
        if value is False or value is None:
            return ("null", operator == "!=", field.name)
        self.params.append(whole_number(model._name, field.name, value))
        return ("part", DATE_PARTS[part], operator, field.name)

    def _property(self, model: Any, field: Any, name: str, operator: str, value: Any) -> Shape:
        negative = operator in NEGATIVE_OPERATORS
        bare = NEGATIONS[operator] if negative else operator
        if bare in ("=", "in"):
            values = list(value) if bare == "in" else [value]
            if not any(values):
                kind = "empty"
            else:
                kind = "one_of"
                self.params.append([_property_text(item) for item in values if item not in _NULLABLE])
        elif bare in ("like", "ilike"):
            kind = bare
            self.params.append(f"%{value or ''}%")
        else:
            raise invalid(model._name, field.name, f"operator {operator!r} is not possible on a property.")
        return ("property", negative, kind, field.name, name)

    # Fields without a column of their own

    def _without_column(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        if field.related and not field.search:
            source = model.sudo() if field.compute_sudo or field.inherited else model
            path = ".".join(field.related) if not isinstance(field.related, str) else field.related
            return self._related(source, field, path, operator, value)
        if field.search:
            return self._by_search_method(model, field, operator, value)
        if field.type in ("binary", "image"):
            return self._attachment(model, field, operator, value)
        raise invalid(
            model._name, field.name,
            "the field is not stored and has no search method. Store it (store=True) or give it search='_search_…'.",
        )

    def _related(self, model: Any, field: Any, path: str, operator: str, value: Any) -> Shape:
        # A record without the relation shows the empty value. Where that fulfils the condition, ask for the
        # records that do not fulfil it, and take the others.
        if field.inherited or operator not in NEGATIONS or not self._holds_when_empty(field, operator, value):
            return self.condition(model, path, operator, value)
        return self._complement(self.condition(model, path, NEGATIONS[operator], value))

    def _holds_when_empty(self, field: Any, operator: str, value: Any) -> bool:
        if field.type in RELATIONAL_TYPES or _is_subquery(value) or field.type in ("json", "properties"):
            empty = value is False or value is None or (
                operator in ("in", "not in") and isinstance(value, list | tuple | set) and False in value)
            return (operator in NEGATIVE_OPERATORS) is not empty
        params: list[Any] = []
        shape = scalar_shape(field, field.model_name, operator, value, params)
        return scalar_predicate(shape, iter(params))({field.name: field.null})

    def _by_search_method(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        if operator in ("any", "not any") and isinstance(value, Domain):
            if not field.comodel_name:
                raise invalid(model._name, field.name, "operators 'any' and 'not any' need a relation.")
            value = list(self._search(model.env[field.comodel_name], value, active_test=False))
            operator = "in" if operator == "any" else "not in"
        search = field.search
        domain = getattr(model, search)(operator, value) if isinstance(search, str) else search(model, operator, value)
        if domain is NotImplemented or domain is None:
            raise invalid(model._name, field.name, f"its search method does not support operator {operator!r}.")
        return self.lower(model, parse(domain))

    def _attachment(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        if value not in _NULLABLE or operator not in ("=", "!="):
            raise invalid(model._name, field.name, "a file can only be compared with False.")
        attachments = model.env["ir.attachment"].sudo()
        domain = [("res_model", "=", model._name), ("res_field", "=", field.name), ("res_id", "!=", False)]
        select = self._embed(self._search(attachments, parse(domain), active_test=False), "res_id")
        return ("rel", operator == "=", "id", select)

    # Relations

    def _relation(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        if operator == "any" or operator == "not any":
            return self._any(model, field, operator == "not any", value)
        if operator == "=" or operator == "!=":
            return self._equal(model, field, operator == "!=", value)
        if operator == "in" or operator == "not in":
            return self._member(model, field, operator == "not in", value)
        if operator == "child_of" or operator == "parent_of":
            return self._hierarchy(model, field, operator, value)
        if operator == "=?":
            return TRUE_SHAPE if value is False or value is None else self._equal(model, field, False, value)
        if operator.endswith("like") and field.name != "id":
            return self._by_name(model, field, operator, value)
        if field.type in X2MANY_TYPES:
            raise invalid(model._name, field.name, f"operator {operator!r} is not possible on a {field.type} field.")
        return scalar_shape(field, model._name, operator, value, self.params)

    def _equal(self, model: Any, field: Any, negative: bool, value: Any) -> Shape:
        if type(value) is int and field.type not in X2MANY_TYPES:
            self.params.append(value)
            return ("eq", negative, field.name)
        if value is False or value is None:
            return self._empty(field, not negative)
        if isinstance(value, str) and field.name != "id":
            return self._by_name(model, field, "!=" if negative else "=", value)
        if hasattr(value, "_ids") and not value._ids:
            return self._empty(field, not negative)
        return self._member(model, field, negative, [value] if not hasattr(value, "_ids") else value)

    def _empty(self, field: Any, empty: bool) -> Shape:
        if field.type in X2MANY_TYPES:
            return ("rel", empty, field.name, None)
        return ("null", not empty, field.name)

    def _member(self, model: Any, field: Any, negative: bool, value: Any) -> Shape:
        if _is_subquery(value):
            select = self._embed_value(value)
            return self._in(field, negative, select)
        values = value if isinstance(value, list | tuple) else list(getattr(value, "_ids", value))
        names = [item for item in values if isinstance(item, str)]
        if names and field.name != "id":
            return self._members_by_name(model, field, negative, values, names)
        ids = record_ids(values)
        with_empty = any(item is False or item is None for item in values)
        shape = self._in_ids(field, negative, ids)
        if not with_empty:
            return shape
        junction = "and" if negative else "or"
        empty = self._empty(field, not negative)
        if shape is FALSE_SHAPE or shape is TRUE_SHAPE:
            return empty
        return (junction, shape, empty)

    def _members_by_name(self, model: Any, field: Any, negative: bool, values: Sequence[Any],
                         names: list[str]) -> Shape:
        comodel = model.env[field.comodel_name]
        named = list(self._search(comodel, parse([("display_name", "in", names)]), active_test=False))
        others = [item for item in values if not isinstance(item, str)]
        return self._member(model, field, negative, [*named, *others])

    def _in_ids(self, field: Any, negative: bool, ids: list[int]) -> Shape:
        if not ids:
            return TRUE_SHAPE if negative else FALSE_SHAPE
        if field.type in X2MANY_TYPES:
            self.params.append(ids)
            return ("rel", negative, field.name, ("ids",))
        if len(ids) == 1:
            self.params.append(ids[0])
            return ("eq", negative, field.name)
        self.params.append(ids)
        return ("in", negative, field.name)

    def _in(self, field: Any, negative: bool, select: Shape | None) -> Shape:
        if select is None:
            return TRUE_SHAPE if negative else FALSE_SHAPE
        return ("rel", negative, field.name, select)

    def _by_name(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        negative = operator in NEGATIVE_OPERATORS
        positive = NEGATIONS[operator] if negative else operator
        if positive.endswith("like") and not value:
            return FALSE_SHAPE if negative else TRUE_SHAPE
        comodel = model.env[field.comodel_name]
        query = self._search(comodel, Condition("display_name", positive, value), active_test=False)
        return self._in(field, negative, self._embed(query))

    def _any(self, model: Any, field: Any, negative: bool, value: Any) -> Shape:
        if not isinstance(value, Domain):
            return self._in(field, negative, self._embed_value(value))
        if not field.comodel_name:
            raise invalid(model._name, field.name, "operators 'any' and 'not any' need a relation.")
        comodel = model.env[field.comodel_name]
        if getattr(field, "auto_join", False) or getattr(field, "bypass_search_access", False):
            comodel = comodel.sudo()
        if field.type == "many2one":
            query = self._search(comodel, value, active_test=False)
        else:
            query = self._search_lines(model, field, comodel, value)
        if field.type == "one2many":
            return self._any_line(field, comodel, negative, query)
        return self._in(field, negative, self._embed(query))

    def _search_lines(self, model: Any, field: Any, comodel: Any, domain: Domain) -> Any:
        if field.context and isinstance(field.context, dict):
            comodel = comodel.with_context(**field.context)
        own = field.domain(model) if callable(field.domain) else field.domain
        if own and not isinstance(own, str):
            domain = And.of([domain, parse(own)])
        return self._search(comodel, domain, active_test=None)

    def _any_line(self, field: Any, comodel: Any, negative: bool, query: Any) -> Shape:
        inverse = comodel._fields[field.inverse_name]
        if inverse.column is not None:
            return self._in(field, negative, self._embed(query, field.inverse_name))
        owners = comodel.sudo().browse(query).mapped(field.inverse_name)
        owner_ids = owners._ids if hasattr(owners, "_ids") else owners
        ids = record_ids(owner_ids)
        if not ids:
            return TRUE_SHAPE if negative else FALSE_SHAPE
        self.params.append(ids)
        return ("rel", negative, "id", ("ids",))

    def _hierarchy(self, model: Any, field: Any, operator: str, value: Any) -> Shape:
        comodel = model if field.name == "id" else model.env[field.comodel_name]
        ids = self._hierarchy_ids(comodel, value)
        if not ids:
            return FALSE_SHAPE
        parent_name = comodel._parent_name
        parent = comodel._fields.get(parent_name)
        if parent is None or parent.column is None:
            return self._in_ids(field, False, ids)
        if operator == "parent_of" and comodel._parent_store:
            return self._in_ids(field, False, list(ancestors(comodel, ids)))
        self.params.append(ids)
        return ("rel", False, field.name, ("tree", comodel._name, parent_name, operator))

    def _hierarchy_ids(self, comodel: Any, value: Any) -> list[int]:
        if hasattr(value, "_ids"):
            return record_ids(value)
        values = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
        ids = record_ids([item for item in values if not isinstance(item, str)])
        for name in values:
            if isinstance(name, str) and name:
                ids.extend(self._search(comodel, Condition("display_name", "ilike", name), active_test=False))
        return ids

    # Nested queries

    def _search(self, comodel: Any, domain: Domain, *, active_test: bool | None) -> Any:
        """The query of ``comodel`` as its user sees it; an override of ``_search`` has its say."""
        if comodel._search_is_plain:
            return comodel._make_query(domain, active_test=active_test)
        if active_test is not None and comodel.env.context.get("active_test", True) != active_test:
            comodel = comodel.with_context(active_test=active_test)
        return comodel._search(list(domain))

    def _embed(self, query: Any, column: str = "id") -> Shape | None:
        """The select for a query's ids (or another column); None when it is known to find nothing."""
        if query.is_empty():
            return None
        shape, params = query.embedded(column)
        self.params.extend(params)
        return shape

    def _embed_value(self, value: Any) -> Shape | None:
        if getattr(value, "is_subquery", False):
            return self._embed(value)
        self.params.extend(value.params)
        return ("sql", value.code)


def _property_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def check_field_access(model: Any, field: Any) -> None:
    """Refuse a search on a field that the user may not read."""
    if not field.is_accessible(model.env):
        raise AccessError(
            f"You may not search {model._description or model._name} by {field.string or field.name!r} "
            f"({model._name}.{field.name}): the field is reserved for the groups {field.groups}."
        )


__all__ = ["NUMERIC_TYPES", "Lowering", "check_field_access"]
