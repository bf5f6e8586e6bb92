"""Rounding: money cases as tables, allocation as properties."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.rounding import (
    allocate,
    float_compare,
    float_is_zero,
    float_repr,
    float_round,
    float_split,
    float_split_str,
    json_float_round,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "digits", "method", "rounded"),
    [
        (2.675, 2, "HALF-UP", 2.68), (-2.675, 2, "HALF-UP", -2.68), (1.005, 2, "HALF-UP", 1.01), (5.015, 2, "HALF-UP", 5.02),
        (0.5, 0, "HALF-UP", 1.0), (1.5, 0, "HALF-UP", 2.0), (2.5, 0, "HALF-UP", 3.0), (2.5, 0, "HALF-EVEN", 2.0),
        (3.5, 0, "HALF-EVEN", 4.0), (2.5, 0, "HALF-DOWN", 2.0), (2.6, 0, "HALF-DOWN", 3.0), (2.1, 0, "UP", 3.0),
        (-2.1, 0, "UP", -3.0), (2.9, 0, "DOWN", 2.0), (-2.9, 0, "DOWN", -2.0), (0.1 + 0.2, 1, "UP", 0.3), (1.1 * 3, 1, "UP", 3.3),
        (0.3, 1, "DOWN", 0.3), (0.7 * 10, 0, "DOWN", 7.0), (457.4554, 1, "HALF-UP", 457.5), (1e15, 2, "HALF-UP", 1e15),
        (0.0, 2, "HALF-UP", 0.0), (-0.001, 2, "HALF-UP", 0.0),
    ],
)  # fmt: skip
def test_rounding_to_digits(value: float, digits: int, method: str, rounded: float) -> None:
    assert float_round(value, precision_digits=digits, rounding_method=method) == rounded


@pytest.mark.parametrize(
    ("value", "unit", "rounded"),
    [(2.6748955, 0.001, 2.675), (3.5, 1, 4.0), (17, 5, 15.0), (18, 5, 20.0), (1.13, 0.05, 1.15), (12_345, 1000, 12_000.0), (0.33, 0.25, 0.25),
     (123.456, 1e-5, 123.456)],
)  # fmt: skip
def test_rounding_to_a_unit(value: float, unit: float, rounded: float) -> None:
    assert float_round(value, precision_rounding=unit) == rounded


def test_exactly_one_precision() -> None:
    with pytest.raises(ValueError, match="exactly one"):
        float_round(1.0)
    with pytest.raises(ValueError, match="exactly one"):
        float_round(1.0, precision_digits=2, precision_rounding=0.01)
    with pytest.raises(ValueError, match="positive"):
        float_round(1.0, precision_rounding=0)


def test_comparing_after_rounding() -> None:
    assert float_compare(0.1 + 0.2, 0.3, precision_digits=2) == 0
    assert float_compare(1.432, 1.431, precision_digits=2) == 0
    assert float_compare(1.44, 1.43, precision_rounding=0.01) == 1
    assert float_compare(1.42, 1.43, precision_rounding=0.01) == -1
    assert float_compare(0.006, 0.002, precision_digits=2) == 1  # 0.01 against 0.00: both are rounded first
    assert float_is_zero(0.004, precision_digits=2)
    assert not float_is_zero(0.005, precision_digits=2)


def test_text_of_a_float() -> None:
    assert float_repr(1.005, 2) == "1.01"
    assert float_repr(1_000_000.0, 0) == "1000000"
    assert float_split_str(1.4321, 2) == ("1", "43")
    assert float_split_str(3, 2) == ("3", "00")
    assert float_split(1.10, 3) == (1, 100)
    assert json_float_round(0.1 + 0.2, 2) == 0.3


@given(st.integers(-10**9, 10**9), st.integers(0, 5))
def test_half_way_decimals_round_away_from_zero(units: int, digits: int) -> None:
    """The float a user typed as x.xx5 rounds as the decimal he typed."""
    typed = Decimal(units).scaleb(-digits - 1)
    expected = float(typed.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
    assert float_round(float(typed), precision_digits=digits) == expected


@given(st.floats(-1e9, 1e9, allow_nan=False), st.integers(0, 6))
def test_rounding_twice_changes_nothing(value: float, digits: int) -> None:
    once = float_round(value, precision_digits=digits)
    assert float_round(once, precision_digits=digits) == once
    assert float_repr(once, digits) == f"{once:.{digits}f}"


@pytest.mark.parametrize(
    ("total", "weights", "digits", "shares"),
    [
        ("100", [1, 1, 1], 2, ["33.34", "33.33", "33.33"]),
        ("-100", [1, 1, 1], 2, ["-33.34", "-33.33", "-33.33"]),
        ("10", [0, 0], 0, ["5", "5"]),
        ("7", [3, 0, 1], 0, ["5", "0", "2"]),
        ("0.01", [1, 2], 2, ["0.00", "0.01"]),
        ("1000000", [33333, 33333, 33334], 0, ["333330", "333330", "333340"]),
    ],
)
def test_allocation(total: str, weights: list[int], digits: int, shares: list[str]) -> None:
    assert allocate(Decimal(total), weights, digits) == [Decimal(share) for share in shares]


@given(
    st.decimals(-(10**9), 10**9, places=4),
    st.lists(st.integers(0, 10**6) | st.decimals(0, 1000, places=3), min_size=1, max_size=12),
    st.integers(0, 4),
)
def test_allocation_loses_nothing(total: Decimal, weights: list[Decimal], digits: int) -> None:
    shares = allocate(total, weights, digits)
    assert sum(shares) == round_half_up(total, digits)
    assert all(share == 0 or (share > 0) == (total > 0) for share in shares)
    if sum(weights):
        whole = Decimal(sum(Decimal(str(weight)) for weight in weights))
        for share, weight in zip(shares, weights, strict=True):
            exact = round_half_up(total, digits) * Decimal(str(weight)) / whole
            assert abs(share - exact) < Decimal(1).scaleb(-digits)


def test_allocation_refuses_negative_weights() -> None:
    with pytest.raises(ValueError, match="negative"):
        allocate(Decimal(1), [1, -1], 0)
    assert allocate(Decimal(1), [], 0) == []
