"""``odoo.osv.expression``: combining and normalising domains written as lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.orm.domain import NEGATIONS, Domain

NOT_OPERATOR = "!"
OR_OPERATOR = "|"
AND_OPERATOR = "&"
DOMAIN_OPERATORS = (NOT_OPERATOR, OR_OPERATOR, AND_OPERATOR)

TERM_OPERATORS = (
    "=", "!=", "<=", "<", ">", ">=", "=?", "=like", "=ilike", "like", "not like", "ilike", "not ilike", "in", "not in",
    "child_of", "parent_of", "any", "not any",
)  # fmt: skip
NEGATIVE_TERM_OPERATORS = ("!=", "not like", "not ilike", "not in", "not any")
WILDCARD_OPERATORS = ("like", "ilike", "not like", "not ilike")
TERM_OPERATORS_NEGATION = {
    operator: NEGATIONS[operator] for operator in TERM_OPERATORS if NEGATIONS.get(operator) in TERM_OPERATORS
}
ANY_IN = {"any": "in", "not any": "not in"}

TRUE_LEAF = (1, "=", 1)
FALSE_LEAF = (0, "=", 1)
TRUE_DOMAIN = [TRUE_LEAF]
FALSE_DOMAIN = [FALSE_LEAF]

__all__ = [
    "AND",
    "OR",
    "Domain",
    "FALSE_DOMAIN",
    "FALSE_LEAF",
    "TRUE_DOMAIN",
    "TRUE_LEAF",
    "combine",
    "distribute_not",
    "domain_combine_anies",
    "expression",
    "filter_domain_leaf",
    "is_false",
    "is_leaf",
    "is_operator",
    "normalize_domain",
    "normalize_leaf",
    "prettify_domain",
]


def is_operator(element: Any) -> bool:
    return isinstance(element, str) and element in DOMAIN_OPERATORS


def is_leaf(element: Any, internal: bool = False) -> bool:
    """Whether this is one condition ``(field, operator, value)``."""
    return (
        isinstance(element, (tuple, list))
        and len(element) == 3
        and (
            (isinstance(element[0], str) and bool(element[0]) and str(element[1]).lower() in (*TERM_OPERATORS, "<>", "=="))
            or tuple(element) in (TRUE_LEAF, FALSE_LEAF)
        )
    )


def check_leaf(element: Any, internal: bool = False) -> None:
    if not is_operator(element) and not is_leaf(element, internal):
        raise ValueError(f"Invalid leaf {element!r}")


def normalize_leaf(element: Any) -> Any:
    """One spelling of operators; ``=`` against a list is ``in``."""
    if not is_leaf(element):
        return element
    left, operator, right = element
    operator = str(operator).lower()
    operator = {"<>": "!=", "==": "="}.get(operator, operator)
    if isinstance(right, bool) and operator in ("in", "not in"):
        operator = "=" if operator == "in" else "!="
    if isinstance(right, (list, tuple)) and operator in ("=", "!="):
        operator = "in" if operator == "=" else "not in"
    return left, operator, right


def normalize_domain(domain: Any) -> list[Any]:
    """The domain with every ``&`` written out."""
    if not isinstance(domain, (list, tuple)) and not hasattr(domain, "__iter__"):
        raise TypeError(f"A domain is a list of conditions, not {domain!r}.")
    items = list(domain)
    if not items:
        return [TRUE_LEAF]
    result: list[Any] = []
    expected = 1
    arity = {NOT_OPERATOR: 1, AND_OPERATOR: 2, OR_OPERATOR: 2}
    for token in items:
        if expected == 0:
            result.insert(0, AND_OPERATOR)
            expected = 1
        if isinstance(token, (list, tuple)):
            expected -= 1
            if len(token) == 3 and token[1] in ("any", "not any"):
                token = (token[0], token[1], normalize_domain(token[2]) if isinstance(token[2], (list, tuple)) else token[2])
            else:
                token = tuple(token)
        else:
            expected += arity.get(token, 0) - 1
        result.append(token)
    if expected:
        raise ValueError(f"Domain {items!r} is incomplete: {expected} more condition(s) expected.")
    return result


def is_false(model: Any, domain: Any) -> bool:
    """Whether the domain can be seen to match nothing."""
    return not domain_truth(domain, default=True)


def domain_truth(domain: Any, default: bool) -> bool:
    """The truth of a domain that is constant, else ``default``."""
    node = Domain(list(domain))
    return bool(getattr(node, "truth", default))


def combine(operator: str, unit: list[Any], zero: list[Any], domains: Iterable[Any]) -> list[Any]:
    """Join domains by ``operator``; ``unit`` is neutral, ``zero`` decides alone."""
    result: list[Any] = []
    count = 0
    if list(domains) == [unit]:
        return unit
    for domain in domains:
        items = list(domain)
        if items == unit or (not items and unit == TRUE_DOMAIN):
            continue
        if not items:
            return zero if zero == TRUE_DOMAIN else unit
        if items == zero:
            return zero
        result += normalize_domain(items)
        count += 1
    return [operator] * (count - 1) + result or unit


def AND(domains: Iterable[Any]) -> list[Any]:
    """The conjunction of the domains."""
    return combine(AND_OPERATOR, TRUE_DOMAIN, FALSE_DOMAIN, list(domains))


def OR(domains: Iterable[Any]) -> list[Any]:
    """The disjunction of the domains."""
    return combine(OR_OPERATOR, FALSE_DOMAIN, TRUE_DOMAIN, list(domains))


def distribute_not(domain: list[Any]) -> list[Any]:
    """The domain with negations moved into the conditions, as far as that keeps its meaning."""

    def walk(index: int, negate: bool) -> tuple[list[Any], int]:
        token = items[index]
        if token == NOT_OPERATOR:
            return walk(index + 1, not negate)
        if token in (AND_OPERATOR, OR_OPERATOR):
            left, after = walk(index + 1, negate)
            right, end = walk(after, negate)
            swapped = {AND_OPERATOR: OR_OPERATOR, OR_OPERATOR: AND_OPERATOR}[token] if negate else token
            return [swapped, *left, *right], end
        return _negated_leaf(token) if negate else [token], index + 1

    items = normalize_domain(domain)
    return walk(0, negate=False)[0]


def _negated_leaf(leaf: tuple[Any, Any, Any]) -> list[Any]:
    if tuple(leaf) == TRUE_LEAF:
        return [FALSE_LEAF]
    if tuple(leaf) == FALSE_LEAF:
        return [TRUE_LEAF]
    left, operator, right = leaf
    if operator in TERM_OPERATORS_NEGATION and "." not in str(left):
        return [(left, TERM_OPERATORS_NEGATION[operator], right)]
    return [NOT_OPERATOR, leaf]


def domain_combine_anies(domain: list[Any], model: Any) -> list[Any]:
    return list(domain)


def filter_domain_leaf(domain: Any, field_check: Any, field_name_mapping: dict[str, str] | None = None) -> list[Any]:
    """The domain without the conditions on fields for which ``field_check(name)`` is false."""
    mapping = field_name_mapping or {}

    def walk(index: int) -> tuple[list[Any] | None, int]:
        token = items[index]
        if token == NOT_OPERATOR:
            inner, end = walk(index + 1)
            return ([NOT_OPERATOR, *inner] if inner else None), end
        if token in (AND_OPERATOR, OR_OPERATOR):
            left, after = walk(index + 1)
            right, end = walk(after)
            if left and right:
                return [token, *left, *right], end
            return left or right, end
        if tuple(token) in (TRUE_LEAF, FALSE_LEAF):
            return [token], index + 1
        field = token[0]
        if not field_check(field):
            return None, index + 1
        return [(mapping.get(field, field), token[1], token[2])], index + 1

    items = normalize_domain(domain)
    return walk(0)[0] or [TRUE_LEAF]


def prettify_domain(domain: Any, pre_indent: int = 0) -> str:
    """The domain with one condition per line, indented by depth."""
    lines: list[str] = []
    pending = [pre_indent]
    for token in normalize_domain(domain):
        depth = pending.pop()
        lines.append(" " * 4 * depth + repr(token))
        pending += [depth + 1] * {NOT_OPERATOR: 1, AND_OPERATOR: 2, OR_OPERATOR: 2}.get(token if isinstance(token, str) else "", 0)
    return "[\n" + ",\n".join(lines) + "\n]"


class expression:
    """A domain and the query it becomes: ``expression(domain, model).query``."""

    def __init__(self, domain: Any, model: Any, alias: str | None = None, query: Any = None) -> None:
        self.root_model = model
        self.root_alias = alias or model._table
        self.expression = normalize_domain(domain)
        self.query = model.sudo().with_context(active_test=False)._search(self.expression) if query is None else query
        if query is not None:
            ids = model.sudo().with_context(active_test=False)._search(self.expression)
            query.add_where(f'"{self.root_alias}"."id" = ANY(%s)', [list(ids)])

    def get_tables(self) -> Any:
        return self.query.tables


def get_unaccent_wrapper(cr: Any) -> Any:
    """Accents are handled by the search keys of the kernel: nothing to wrap."""
    return lambda value: value
