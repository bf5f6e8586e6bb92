"""Price list arithmetic. Plain Python: no ORM, no database.

A *formula* price starts from a base price and applies, in this order, a discount in percent, a rounding to a
multiple, a surcharge and a minimum and maximum margin over the base price.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .price_trace import note


@dataclass(frozen=True, slots=True)
class Formula:
    discount_percent: float = 0.0
    round_to: float = 0.0
    surcharge: float = 0.0
    min_margin: float = 0.0
    max_margin: float = 0.0


def percentage_price(base_price: float, percent: float) -> float:
    """``base_price`` less ``percent`` percent; a negative percentage raises the price."""
    if not percent:
        return base_price
    price = base_price - base_price * (percent / 100)
    note("percent", price, percent=percent)
    return price


def formula_price(base_price: float, formula: Formula) -> float:
    price = percentage_price(base_price, formula.discount_percent)
    if formula.round_to:
        price = round_to_multiple(price, formula.round_to)
        note("round", price, multiple=formula.round_to)
    if formula.surcharge:
        price += formula.surcharge
        note("surcharge", price, fee=formula.surcharge)
    return _within_margins(price, base_price, formula)


def _within_margins(price: float, base_price: float, formula: Formula) -> float:
    if formula.min_margin and price < base_price + formula.min_margin:
        price = base_price + formula.min_margin
        note("min_margin", price, margin=formula.min_margin)
    if formula.max_margin and price > base_price + formula.max_margin:
        price = base_price + formula.max_margin
        note("max_margin", price, margin=formula.max_margin)
    return price


def round_to_multiple(price: float, multiple: float) -> float:
    """Half-up to the nearest multiple: 12 345 to 1 000 gives 12 000; 0 leaves the price alone."""
    step = Decimal(repr(multiple))
    if not step:
        return price
    whole = (Decimal(repr(round(price, 9))) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return float(whole * step)


def discount_between(list_price: float, price: float) -> float:
    """The discount in percent that leads from ``list_price`` to ``price``."""
    return (list_price - price) / list_price * 100 if list_price else 0.0
