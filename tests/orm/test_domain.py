"""Domains: how a list becomes a tree, and what is refused."""

from __future__ import annotations

import pytest

from core.compat import expression
from core.orm.domain import FALSE, MAX_DEPTH, TRUE, And, Condition, Domain, InvalidDomain, Not, Or, parse


@pytest.mark.parametrize(("raw", "normal"), [
    ([], []),
    ([("a", "=", 1)], [("a", "=", 1)]),
    ([["a", "=", 1], ["b", "=", 2]], ["&", ("a", "=", 1), ("b", "=", 2)]),
    (["|", ("a", "=", 1), "|", ("b", "=", 2), ("c", "=", 3)], ["|", "|", ("a", "=", 1), ("b", "=", 2), ("c", "=", 3)]),
    ([("a", "<>", 1)], [("a", "!=", 1)]),
    ([("a", "==", 1)], [("a", "=", 1)]),
    ([("a", "=", [1, 2])], [("a", "in", [1, 2])]),
    ([("a", "!=", (1, 2))], [("a", "not in", (1, 2))]),
    ([("a", "in", 7)], [("a", "in", [7])]),
    ([("a", "in", True)], [("a", "!=", False)]),
    ([("a", "not in", True)], [("a", "=", False)]),
    ([(1, "=", 1)], []),
    ([(0, "=", 1)], [(0, "=", 1)]),
    ([(1, "=", 1), ("a", "=", 1)], [("a", "=", 1)]),
    (["|", (1, "=", 1), ("a", "=", 1)], []),
    ([("a", "ILIKE", "x")], [("a", "ilike", "x")]),
])
def test_a_list_is_normalised(raw: list, normal: list) -> None:
    assert list(parse(raw)) == normal


@pytest.mark.parametrize(("raw", "normal"), [
    (["!", ("a", "=", 1)], [("a", "!=", 1)]),
    (["!", ("a", "<", 1)], [("a", ">=", 1)]),
    (["!", "&", ("a", "=", 1), ("b", "in", [2])], ["|", ("a", "!=", 1), ("b", "not in", [2])]),
    (["!", "!", ("a", "=", 1)], [("a", "=", 1)]),
    (["!", ("a.b", "=", 1)], ["!", ("a.b", "=", 1)]),
    (["!", "!", ("a.b", "=", 1)], [("a.b", "=", 1)]),
    (["!", ("a", "child_of", 1)], ["!", ("a", "child_of", 1)]),
])
def test_negation_sits_on_conditions(raw: list, normal: list) -> None:
    assert list(parse(raw)) == normal


@pytest.mark.parametrize(("raw", "part"), [
    (["|", ("a", "=", 1)], "lacks an operand"),
    (["x", ("a", "=", 1)], "'x'"),
    ([("a", "=")], "expected (field, operator, value)"),
    ([("a", "~", 1)], "Unknown operator '~'"),
    ([7], "7"),
    ("a = 1", "list of conditions"),
    ([(None, "=", 3)], "left side"),
])
def test_what_is_no_domain_is_refused_with_the_reason(raw: object, part: str) -> None:
    with pytest.raises(InvalidDomain) as refusal:
        parse(raw)
    assert part in str(refusal.value)


def test_a_domain_nested_beyond_reason_is_refused() -> None:
    deep: list = []
    for _level in range(MAX_DEPTH):
        deep = ["|", ("a", "=", 1), "&", ("b", "=", 1), *deep] if deep else [("a", "=", 1)]
    with pytest.raises(InvalidDomain, match="nests deeper"):
        parse(deep)


def test_a_long_flat_domain_is_fine() -> None:
    assert len(parse(["|"] * 4999 + [("a", "=", i) for i in range(5000)]).children) == 5000


def test_operators_combine_domains() -> None:
    a, b = Domain("a", "=", 1), Domain([("b", "=", 2)])
    assert list(a & b) == ["&", ("a", "=", 1), ("b", "=", 2)]
    assert list(a | b) == ["|", ("a", "=", 1), ("b", "=", 2)]
    assert list(~a) == [("a", "!=", 1)]
    assert Domain.AND([]) is TRUE and Domain.OR([]) is FALSE
    assert Domain.AND([a, FALSE]) is FALSE and Domain.OR([a, TRUE]) is TRUE
    assert isinstance(a & b & a, And) and len((a & b & a).children) == 3
    assert isinstance(~(a & b), Or)
    assert isinstance(~Domain("a.b", "=", 1), Not)


def test_the_shape_leaves_values_out() -> None:
    first, second = parse([("a", "=", 1), ("b", "in", [1, 2])]), parse([("a", "=", 9), ("b", "in", [3])])
    assert first.shape() == second.shape() and hash(first) == hash(second)
    assert first.parameters() == [1, [1, 2]]
    assert first != second and isinstance(first.children[0], Condition)


class TestExpression:
    """``odoo.osv.expression``, as addons use it."""

    def test_and_or(self) -> None:
        a, b = [("a", "=", 1)], ["|", ("b", "=", 2), ("c", "=", 3)]
        assert expression.AND([a, b]) == ["&", ("a", "=", 1), "|", ("b", "=", 2), ("c", "=", 3)]
        assert expression.OR([a, b]) == ["|", ("a", "=", 1), "|", ("b", "=", 2), ("c", "=", 3)]
        assert expression.AND([]) == expression.TRUE_DOMAIN
        assert expression.OR([]) == expression.FALSE_DOMAIN
        assert expression.AND([a, []]) == a
        assert expression.AND([a, expression.FALSE_DOMAIN]) == expression.FALSE_DOMAIN
        assert expression.OR([a, expression.TRUE_DOMAIN]) == expression.TRUE_DOMAIN

    def test_normalize_domain_writes_every_and(self) -> None:
        domain = [("a", "=", 1), ("b", "=", 2), ("c", "=", 3)]
        assert expression.normalize_domain(domain) == ["&", "&", *domain]
        assert expression.normalize_domain([]) == [expression.TRUE_LEAF]

    def test_distribute_not(self) -> None:
        domain = ["!", "&", ("a", "=", 1), "|", ("b", "<", 2), ("c.d", "=", 3)]
        assert expression.distribute_not(domain) == ["|", ("a", "!=", 1), "&", ("b", ">=", 2), "!", ("c.d", "=", 3)]

    def test_is_leaf(self) -> None:
        assert expression.is_leaf(("a", "=", 1)) and expression.is_leaf(["a", "ilike", "x"])
        assert expression.is_leaf(expression.TRUE_LEAF)
        assert not expression.is_leaf("&") and not expression.is_leaf(("a", "=")) and not expression.is_leaf((7, "=", 1))
