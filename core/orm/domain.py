"""Search domains as an immutable tree.

A domain comes in as the list addons write, ``['|', ('state', '=', 'sale'), ('amount', '>', 10)]``. It is parsed once
to a tree of :class:`And`, :class:`Or`, :class:`Not` and :class:`Condition`; the tree knows nothing of models or
SQL. ``core.orm.lowering`` turns it into the shape of a statement, ``core.orm.predicate`` into a Python predicate.

Parsing normalises: nested junctions of one kind are flattened, negation sits on conditions (a condition on a dotted
path keeps a :class:`Not` around it, since "not (some line is red)" is not "some line is not red"), operators have one
spelling, and ``=`` against a list is ``in``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

AND_OPERATOR = "&"
OR_OPERATOR = "|"
NOT_OPERATOR = "!"

#: Deeper nesting than this is not a question anybody asks; it would only exhaust the stack.
MAX_DEPTH = 80
MAX_SUBDOMAINS = 20

NEGATIONS = {
    "=": "!=", "!=": "=",
    "in": "not in", "not in": "in",
    "like": "not like", "not like": "like",
    "ilike": "not ilike", "not ilike": "ilike",
    "=like": "not =like", "not =like": "=like",
    "=ilike": "not =ilike", "not =ilike": "=ilike",
    "any": "not any", "not any": "any",
    "<": ">=", ">=": "<", ">": "<=", "<=": ">",
}
NEGATIVE_OPERATORS = frozenset(op for op in NEGATIONS if op.startswith("not ")) | {"!="}
OPERATORS = frozenset(NEGATIONS) | {"=?", "child_of", "parent_of"}
_ALIASES = {"<>": "!=", "==": "="}
_COLLECTIONS = (list, tuple, set, frozenset)


class InvalidDomain(ValueError):
    """A domain that cannot be understood. The text says which part and what would be valid."""


class Domain:
    """Base of all nodes, and the constructor: ``Domain(raw)`` or ``Domain(field, operator, value)``."""

    __slots__ = ()
    depth = 1

    def __new__(cls, *args: Any) -> Domain:
        if cls is not Domain:
            return object.__new__(cls)
        if len(args) == 3:
            return condition(*args)
        return parse(args[0] if args else None)

    @classmethod
    def AND(cls, domains: Iterable[Any]) -> Domain:
        """All of the domains (lists or nodes) hold."""
        return And.of([parse(domain) for domain in domains])

    @classmethod
    def OR(cls, domains: Iterable[Any]) -> Domain:
        """At least one of the domains (lists or nodes) holds."""
        return Or.of([parse(domain) for domain in domains])

    def __and__(self, other: Any) -> Domain:
        return And.of([self, parse(other)])

    def __or__(self, other: Any) -> Domain:
        return Or.of([self, parse(other)])

    def __invert__(self) -> Domain:
        return self.negated()

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    def __bool__(self) -> bool:
        return self is not TRUE

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Domain):
            return list(self) == list(other)
        if isinstance(other, list | tuple):
            return list(self) == list(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.shape())

    def __repr__(self) -> str:
        return repr(list(self))

    def negated(self) -> Domain:
        raise NotImplementedError

    def conditions(self) -> Iterator[Condition]:
        """Every condition of the tree, left to right."""
        yield from ()

    def shape(self) -> tuple[Any, ...]:
        """The structure with the values abstracted away: equal for domains that differ in values only."""
        raise NotImplementedError

    def parameters(self) -> list[Any]:
        """The values that :meth:`shape` leaves out, in the order of the conditions."""
        return [node.value for node in self.conditions()]


class _Constant(Domain):
    __slots__ = ("truth",)
    truth: bool

    def __iter__(self) -> Iterator[Any]:
        if not self.truth:
            yield (0, "=", 1)

    def negated(self) -> Domain:
        return FALSE if self.truth else TRUE

    def shape(self) -> tuple[Any, ...]:
        return ("true",) if self.truth else ("false",)


def _constant(truth: bool) -> Domain:
    node = object.__new__(_Constant)
    node.truth = truth
    return node


TRUE: Domain = _constant(True)
FALSE: Domain = _constant(False)


class Condition(Domain):
    """``field operator value``; the field may be a dotted path."""

    __slots__ = ("field", "operator", "value")
    field: str
    operator: str
    value: Any

    # No __init__: Python would call it again on what Domain(...) returns.
    def __new__(cls, field: str, operator: str, value: Any) -> Condition:
        self = object.__new__(cls)
        self.field = field
        self.operator = operator
        self.value = value
        return self

    def __iter__(self) -> Iterator[Any]:
        value = list(self.value) if isinstance(self.value, Domain) else self.value
        yield (self.field, self.operator, value)

    def negated(self) -> Domain:
        opposite = NEGATIONS.get(self.operator)
        if opposite is None or "." in self.field:
            return Not(self)
        return Condition(self.field, opposite, self.value)

    def conditions(self) -> Iterator[Condition]:
        yield self

    def shape(self) -> tuple[Any, ...]:
        return (self.field, self.operator, type(self.value).__name__)


class Not(Domain):
    """Negation of a condition that has no opposite operator."""

    __slots__ = ("child",)
    child: Domain
    depth = 2

    def __new__(cls, child: Domain) -> Not:
        self = object.__new__(cls)
        self.child = child
        return self

    def __iter__(self) -> Iterator[Any]:
        yield NOT_OPERATOR
        yield from self.child

    def negated(self) -> Domain:
        return self.child

    def conditions(self) -> Iterator[Condition]:
        return self.child.conditions()

    def shape(self) -> tuple[Any, ...]:
        return ("!", self.child.shape())


class _Junction(Domain):
    """A conjunction or disjunction of two or more nodes, none of them of the same kind."""

    __slots__ = ("children", "depth")
    children: tuple[Domain, ...]
    operator: str
    neutral: Domain
    absorbing: Domain

    @classmethod
    def of(cls, nodes: Iterable[Domain]) -> Domain:
        flat: list[Domain] = []
        for node in nodes:
            if node is cls.neutral:
                continue
            if node is cls.absorbing:
                return node
            if type(node) is cls:
                flat.extend(node.children)
            else:
                flat.append(node)
        if len(flat) == 1:
            return flat[0]
        return cls._make(tuple(flat)) if flat else cls.neutral

    @classmethod
    def _make(cls, children: tuple[Domain, ...]) -> Domain:
        node = object.__new__(cls)
        node.children = children
        node.depth = 1 + max(child.depth for child in children)
        if node.depth > MAX_DEPTH:
            raise InvalidDomain(f"The domain nests deeper than {MAX_DEPTH} levels. Combine conditions with fewer levels.")
        return node

    def __iter__(self) -> Iterator[Any]:
        yield from [self.operator] * (len(self.children) - 1)
        for child in self.children:
            yield from child

    def conditions(self) -> Iterator[Condition]:
        for child in self.children:
            yield from child.conditions()

    def shape(self) -> tuple[Any, ...]:
        return (self.operator, *[child.shape() for child in self.children])


class And(_Junction):
    __slots__ = ()
    operator = AND_OPERATOR
    neutral = TRUE
    absorbing = FALSE

    def negated(self) -> Domain:
        return Or.of([child.negated() for child in self.children])


class Or(_Junction):
    __slots__ = ()
    operator = OR_OPERATOR
    neutral = FALSE
    absorbing = TRUE

    def negated(self) -> Domain:
        return And.of([child.negated() for child in self.children])


def parse(raw: Any, depth: int = 0) -> Domain:
    """The tree of a domain given as list, tree, ``True``/``False`` or nothing.

    Raises :class:`InvalidDomain` naming the item that is not understood.
    """
    if isinstance(raw, Domain):
        return raw
    if not raw:
        return FALSE if raw is False else TRUE
    if raw is True:
        return TRUE
    if not isinstance(raw, list | tuple):
        raise InvalidDomain(f"A domain is a list of conditions, not {raw!r}.")
    return And.of(_parse_items(raw, depth))


def _parse_items(items: Any, depth: int) -> list[Domain]:
    """The operands that remain when all prefix operators are applied; they are implicitly joined by AND."""
    stack: list[Domain] = []
    for item in reversed(items):
        kind = type(item)
        if kind is tuple or kind is list:
            stack.append(_leaf(item, depth))
        elif kind is str:
            _apply_operator(item, stack, items)
        elif isinstance(item, Domain):
            stack.append(item)
        elif kind is bool:
            stack.append(TRUE if item else FALSE)
        elif isinstance(item, list | tuple):
            stack.append(_leaf(item, depth))
        else:
            raise InvalidDomain(f"{item!r} is neither a condition (field, operator, value) nor '&', '|', '!'.")
    stack.reverse()
    return stack


def _apply_operator(operator: str, stack: list[Domain], items: Any) -> None:
    try:
        if operator == AND_OPERATOR:
            stack.append(And.of([stack.pop(), stack.pop()]))
        elif operator == OR_OPERATOR:
            stack.append(Or.of([stack.pop(), stack.pop()]))
        elif operator == NOT_OPERATOR:
            stack.append(stack.pop().negated())
        else:
            raise InvalidDomain(f"{operator!r} is neither a condition (field, operator, value) nor '&', '|', '!'.")
    except IndexError:
        raise InvalidDomain(f"Operator {operator!r} lacks an operand in the domain {items!r}.") from None


def _leaf(item: Any, depth: int) -> Domain:
    if len(item) != 3:
        raise InvalidDomain(f"{item!r} is not a condition: expected (field, operator, value).")
    field, operator, value = item
    if field == 1 and operator == "=" and value == 1:
        return TRUE
    if field == 0 and operator == "=" and value == 1:
        return FALSE
    return condition(field, operator, value, depth)


def condition(field: str, operator: str, value: Any, depth: int = 0) -> Domain:
    """A normalised condition; ``depth`` counts the domains around it."""
    if type(field) is not str or not field:
        return _constant_leaf(field, operator, value)
    if operator not in OPERATORS:
        operator = _known_operator(field, operator)
    if operator == "=" or operator == "!=":
        if isinstance(value, _COLLECTIONS):
            return Condition(field, "in" if operator == "=" else "not in", value)
    elif operator == "any" or operator == "not any":
        if depth >= MAX_SUBDOMAINS:
            raise InvalidDomain(f"Domains are nested more than {MAX_SUBDOMAINS} deep in each other. Use a dotted field name.")
        return Condition(field, operator, value if _is_subquery(value) else parse(value, depth + 1))
    elif (operator == "in" or operator == "not in") and not isinstance(value, _COLLECTIONS):
        return _membership(field, operator, value)
    return Condition(field, operator, value)


def _constant_leaf(left: Any, operator: str, right: Any) -> Domain:
    if isinstance(left, int) and isinstance(right, int) and operator in ("=", "!="):
        return TRUE if (left == right) == (operator == "=") else FALSE
    raise InvalidDomain(f"{(left, operator, right)!r}: the left side of a condition is a field name.")


def _known_operator(field: str, operator: Any) -> str:
    name = str(operator).lower()
    name = _ALIASES.get(name, name)
    if name not in OPERATORS:
        valid = ", ".join(sorted(OPERATORS))
        raise InvalidDomain(f"Unknown operator {operator!r} in the condition on {field!r}. Valid operators: {valid}.")
    return name


def _membership(field: str, operator: str, value: Any) -> Domain:
    """``in`` against something that is no plain collection: a query, a recordset, an iterable, a single value."""
    if _is_subquery(value) or hasattr(value, "_name"):
        return Condition(field, operator, value)
    if isinstance(value, bool) or value is None:
        return Condition(field, "!=" if bool(value) == (operator == "in") else "=", False)
    if isinstance(value, str) or not isinstance(value, Iterable):
        return Condition(field, operator, [value])
    return Condition(field, operator, list(value))


def _is_subquery(value: Any) -> bool:
    return getattr(value, "is_subquery", False) or (hasattr(value, "code") and hasattr(value, "params"))
