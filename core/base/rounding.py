"""Rounding of floats and Decimals, and allocation without lost cents.

Floats carry money and quantities through addons, so a value such as 1.005 (binary 1.00499…) must round as the
decimal number the user typed. The float functions therefore accept a relative error of 2**-50 – a few units in
the last place – on the half-way decision.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache

_RELATIVE_ERROR = 2.0**-50


def _half_up(scaled: float, error: float) -> float:
    return math.floor(scaled + 0.5 + error)


def _half_down(scaled: float, error: float) -> float:
    return math.ceil(scaled - 0.5 - error)


def _half_even(scaled: float, error: float) -> float:
    floor = math.floor(scaled)
    if abs(scaled - floor - 0.5) <= error:
        return floor + floor % 2
    return math.floor(scaled + 0.5)


def _up(scaled: float, error: float) -> float:
    return math.ceil(scaled - error)


def _down(scaled: float, error: float) -> float:
    return math.floor(scaled + error)


_METHODS = {"HALF-UP": _half_up, "HALF-DOWN": _half_down, "HALF-EVEN": _half_even, "UP": _up, "DOWN": _down}


@lru_cache(maxsize=256)
def _scale(precision_digits: int | None, precision_rounding: float | None) -> tuple[float, float]:
    """Return ``(multiplier, divisor)``: one of them is 1, so that scaling loses no accuracy."""
    if (precision_digits is None) == (precision_rounding is None):
        raise ValueError("Give exactly one of precision_digits and precision_rounding.")
    if precision_rounding is None:
        return 10.0 ** (precision_digits or 0), 1.0
    if precision_rounding <= 0:
        raise ValueError(f"precision_rounding must be positive, got {precision_rounding}")
    if precision_rounding >= 1:
        return 1.0, float(precision_rounding)
    inverse = 1.0 / precision_rounding
    nearest = round(inverse)
    return (float(nearest) if math.isclose(inverse, nearest, rel_tol=1e-9) else inverse), 1.0


def float_round(
    value: float,
    precision_digits: int | None = None,
    precision_rounding: float | None = None,
    rounding_method: str = "HALF-UP",
) -> float:
    """Round ``value`` to so many digits, or to a multiple of ``precision_rounding``.

    :param rounding_method: HALF-UP (away from zero), HALF-DOWN, HALF-EVEN, UP (away from zero) or DOWN
    """
    multiplier, divisor = _scale(precision_digits, precision_rounding)
    if not value:
        return 0.0
    scaled = abs(value) * multiplier / divisor
    if scaled >= 2.0**52 or math.isnan(scaled):
        return float(value)
    error = min(scaled * _RELATIVE_ERROR, 0.25)
    rounded = _METHODS[rounding_method](scaled, error) * divisor / multiplier
    return math.copysign(rounded, value) if rounded else 0.0


def float_is_zero(
    value: float, precision_digits: int | None = None, precision_rounding: float | None = None
) -> bool:
    """Whether ``value`` rounds to zero."""
    return float_round(value, precision_digits, precision_rounding) == 0.0


def float_compare(
    value1: float,
    value2: float,
    precision_digits: int | None = None,
    precision_rounding: float | None = None,
) -> int:
    """Compare two values after rounding each: -1, 0 or 1."""
    first = float_round(value1, precision_digits, precision_rounding)
    second = float_round(value2, precision_digits, precision_rounding)
    if float_is_zero(first - second, precision_digits, precision_rounding):
        return 0
    return -1 if first < second else 1


def float_repr(value: float, precision_digits: int) -> str:
    """The value as text with exactly so many digits."""
    return f"{float_round(value, precision_digits):.{precision_digits}f}"


def float_split_str(value: float, precision_digits: int) -> tuple[str, str]:
    """Integer and fraction part as text: ``(1.4321, 2) → ('1', '43')``."""
    units, _, cents = float_repr(value, precision_digits).partition(".")
    return units, cents


def float_split(value: float, precision_digits: int) -> tuple[int, int]:
    """Integer and fraction part as numbers: ``(1.4321, 2) → (1, 43)``."""
    units, cents = float_split_str(value, precision_digits)
    return int(units), int(cents or 0)


def json_float_round(value: float, precision_digits: int, rounding_method: str = "HALF-UP") -> float:
    """Round to the float whose shortest text has so many digits, for exact JSON output."""
    return float(
        f"{float_round(value, precision_digits, rounding_method=rounding_method):.{precision_digits}f}"
    )


def float_invert(value: float) -> float:
    """``1 / value`` rounded so that inverting twice gives the value again."""
    return float(f"{1.0 / value:.15g}")


def round_half_up(value: Decimal, digits: int) -> Decimal:
    """Round a Decimal half away from zero to ``digits`` decimals."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def allocate(total: Decimal, weights: Sequence[Decimal | float | int], digits: int) -> list[Decimal]:
    """Share ``total`` by ``weights`` so that the shares, rounded to ``digits``, add up to the rounded total.

    Largest-remainder rule: every share is rounded down, the units left over go to the largest remainders
    (the earlier one first). With all weights zero the shares are equal.
    """
    if not weights:
        return []
    unit = Decimal(1).scaleb(-digits)
    exact_weights = [Decimal(str(weight)) for weight in weights]
    if any(weight < 0 for weight in exact_weights):
        raise ValueError("Weights must not be negative.")
    if not sum(exact_weights):
        exact_weights = [Decimal(1)] * len(exact_weights)
    units = int(round_half_up(abs(total), digits) / unit)
    whole = sum(exact_weights)
    quotas = [units * weight / whole for weight in exact_weights]
    shares = [int(quota.to_integral_value(rounding=ROUND_FLOOR)) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda index: shares[index] - quotas[index])
    for index in by_remainder[: units - sum(shares)]:
        shares[index] += 1
    sign = -1 if total < 0 else 1
    return [sign * share * unit for share in shares]
