"""Conversion between units of one category. Plain Python: no ORM, no database.

A unit's *factor* says how many of it make one reference unit: the dozen has 1/12, the gram (reference: kg) 1000.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

_ROUNDING = {"UP": ROUND_CEILING, "DOWN": ROUND_FLOOR, "HALF-UP": ROUND_HALF_UP}


def convert_quantity(quantity: float, from_factor: float, to_factor: float) -> float:
    """``quantity`` of the first unit, expressed in the second one, not rounded."""
    if from_factor == to_factor:
        return quantity
    return quantity / from_factor * to_factor


def convert_price(price: float, from_factor: float, to_factor: float) -> float:
    """A price per first unit, expressed per second unit."""
    if from_factor == to_factor:
        return price
    return price * from_factor / to_factor


def round_to_step(quantity: float, step: float, method: str = "UP") -> float:
    """Round away from binary noise first, so that 12.000000000000002 dozen is not rounded up to 13."""
    if not step:
        return quantity
    steps = Decimal(repr(round(quantity, 9))) / Decimal(repr(step))
    sign = -1 if steps < 0 else 1
    whole = (steps * sign).quantize(Decimal("1e-6")).quantize(Decimal(1), rounding=_ROUNDING[method])
    return float(whole * sign * Decimal(repr(step)))
