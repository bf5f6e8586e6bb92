"""``odoo.osv.expression``: helpers on domains in list form, for addons that compose domains themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.orm.domain import (
    AND_OPERATOR,
    NEGATIONS,
    NEGATIVE_OPERATORS,
    NOT_OPERATOR,
    OPERATORS,
    OR_OPERATOR,
    Domain,
    InvalidDomain,
    parse,
)

DOMAIN_OPERATORS = (NOT_OPERATOR, OR_OPERATOR, AND_OPERATOR)
TERM_OPERATORS = (
    "=", "!=", "<=", "<", ">", ">=", "=?", "=like", "=ilike", "like", "not like", "ilike", "not ilike",
    "in", "not in", "child_of", "parent_of", "any", "not any",
)
NEGATIVE_TERM_OPERATORS = ("!=", "not like", "not ilike", "not in")
TERM_OPERATORS_NEGATION = {
    operator: opposite for operator, opposite in NEGATIONS.items() if "=like" not in operator and "=ilike" not in operator
}
WILDCARD_OPERATORS = ("like", "ilike", "not like", "not ilike")
ANY_IN = {"any": "in", "not any": "not in"}

TRUE_LEAF = (1, "=", 1)
FALSE_LEAF = (0, "=", 1)
TRUE_DOMAIN = [TRUE_LEAF]
FALSE_DOMAIN = [FALSE_LEAF]

_ARITY = {NOT_OPERATOR: 1, AND_OPERATOR: 2, OR_OPERATOR: 2}


def normalize_domain(domain: Any) -> list[Any]:
    """The domain with every implicit ``&`` written out."""
    if isinstance(domain, Domain):
        domain = list(domain)
    if not domain:
        return [TRUE_LEAF]
    result: list[Any] = []
    expected = 1
    for item in domain:
        if expected == 0:
            result.insert(0, AND_OPERATOR)
            expected = 1
        if isinstance(item, list | tuple):
            expected -= 1
            item = tuple(item)
        else:
            expected += _ARITY.get(item, 0) - 1
        result.append(item)
    if expected:
        raise InvalidDomain(f"Domain {domain!r} lacks operands: an operator stands for more conditions than follow it.")
    return result


def is_false(model: Any, domain: Any) -> bool:
    """Whether the domain is false whatever the records are."""
    return list(parse(domain)) == FALSE_DOMAIN


def combine(operator: str, unit: Any, zero: Any, domains: Iterable[Any]) -> list[Any]:
    """Join domains by ``operator``; ``unit`` leaves the others as they are, ``zero`` decides alone."""
    result: list[Any] = []
    count = 0
    if domains == [unit]:
        return unit
    for domain in domains:
        domain = list(domain) if isinstance(domain, Domain) else domain
        if domain == unit or not domain:
            continue
        if domain == zero:
            return zero
        result += normalize_domain(domain)
        count += 1
    return [operator] * (count - 1) + result or unit


def AND(domains: Iterable[Any]) -> list[Any]:
    """All of the domains hold."""
    return combine(AND_OPERATOR, TRUE_DOMAIN, FALSE_DOMAIN, list(domains))


def OR(domains: Iterable[Any]) -> list[Any]:
    """At least one of the domains holds; empty lists are left out."""
    return combine(OR_OPERATOR, FALSE_DOMAIN, TRUE_DOMAIN, list(domains))


def distribute_not(domain: Any) -> list[Any]:
    """The domain with ``!`` moved to the conditions and applied to their operators where possible."""
    result: list[Any] = []
    stack = [False]
    for token in normalize_domain(domain):
        negate = stack.pop()
        if isinstance(token, list | tuple):
            result.extend(_negated_leaf(tuple(token)) if negate else [token])
        elif token == NOT_OPERATOR:
            stack.append(not negate)
        else:
            stack += [negate, negate]
            result.append({AND_OPERATOR: OR_OPERATOR, OR_OPERATOR: AND_OPERATOR}[token] if negate else token)
    return result


def _negated_leaf(leaf: tuple[Any, ...]) -> list[Any]:
    if leaf == TRUE_LEAF:
        return [FALSE_LEAF]
    if leaf == FALSE_LEAF:
        return [TRUE_LEAF]
    left, operator, right = leaf
    if operator in NEGATIONS and "." not in str(left):
        return [(left, NEGATIONS[operator], right)]
    return [NOT_OPERATOR, leaf]


def normalize_leaf(element: Any) -> Any:
    """A condition with the usual spelling of its operator."""
    if not is_leaf(element):
        return element
    left, operator, right = element
    operator = str(operator).lower()
    operator = {"<>": "!=", "==": "="}.get(operator, operator)
    if isinstance(right, list | tuple) and operator in ("=", "!="):
        operator = "in" if operator == "=" else "not in"
    return left, operator, right


def is_operator(element: Any) -> bool:
    return isinstance(element, str) and element in DOMAIN_OPERATORS


def is_leaf(element: Any) -> bool:
    """Whether the element is a condition (field, operator, value)."""
    return (
        isinstance(element, list | tuple)
        and len(element) == 3
        and (str(element[1]).lower() in OPERATORS or element[1] in ("<>", "=="))
        and (isinstance(element[0], str) and bool(element[0]) or tuple(element) in (TRUE_LEAF, FALSE_LEAF))
    )


def is_boolean(element: Any) -> bool:
    return isinstance(element, list | tuple) and tuple(element) in (TRUE_LEAF, FALSE_LEAF)


def check_leaf(element: Any) -> None:
    """Raise ValueError when the element is no part of a domain."""
    if not is_operator(element) and not is_leaf(element):
        raise ValueError(f"Invalid leaf {element!r}")


def prettify_domain(domain: Any, pre_indent: int = 0) -> str:
    """The domain over several lines, indented by its structure."""
    lines: list[str] = []
    pending = [1]
    for item in domain:
        while pending and not pending[-1]:
            pending.pop()
        lines.append("    " * (pre_indent + len(pending)) + repr(item))
        if pending:
            pending[-1] -= 1
        if item in DOMAIN_OPERATORS:
            pending.append(_ARITY[item])
    return "[\n" + ",\n".join(lines) + "\n]"


def expression(domain: Any, model: Any, alias: Any = None, query: Any = None) -> Any:
    """The query of a domain, as an object with ``query``; without access rules."""
    found = model._where_calc(domain, active_test=False)
    if query is None:
        return _Expression(found)
    query.where_params.extend(found.where_params)
    query._narrow(found.shape)
    return _Expression(query)


class _Expression:
    def __init__(self, query: Any) -> None:
        self.query = query


__all__ = [
    "AND", "AND_OPERATOR", "DOMAIN_OPERATORS", "FALSE_DOMAIN", "FALSE_LEAF", "NEGATIVE_OPERATORS",
    "NEGATIVE_TERM_OPERATORS", "NOT_OPERATOR", "OR", "OR_OPERATOR", "TERM_OPERATORS", "TERM_OPERATORS_NEGATION",
    "TRUE_DOMAIN", "TRUE_LEAF", "combine", "distribute_not", "expression", "is_boolean", "is_false", "is_leaf",
    "is_operator", "normalize_domain", "normalize_leaf", "prettify_domain",
]
