"""Taxes of a document. Plain Python with Decimal: no ORM, no database, no floats inside.

Every tax is a linear function of the line's untaxed amount *b*:

    tax(b) = slope · b + intercept

(percent: slope = rate; fixed: intercept = rate · quantity; division: slope = rate / (1 − rate); a tax on taxes adds the
functions of the taxes before it). A price that includes taxes is therefore one linear equation, whatever the mix.

Rounding is half-up, away from zero:

* ``per_line=False`` (the rule for Vietnamese VAT and the default): amounts of lines are rounded, each tax is summed over
  the document *before* it is rounded, and the rounded sum is shared out over the lines by the largest remainder, so that
  the document's totals are the sums of what its lines show.
* ``per_line=True``: each tax is rounded on each line.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)

FOLLOW_TAX, TAX_EXCLUDED, TAX_INCLUDED = "follow_tax", "tax_excluded", "tax_included"


@dataclass(frozen=True, slots=True)
class Tax:
    """One elementary tax. ``rate`` is in percent, for ``fixed`` in currency per unit of quantity."""

    key: Hashable
    kind: str  # percent, fixed, division
    rate: Decimal
    price_include: bool = False
    include_base_amount: bool = False
    is_base_affected: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    price_unit: Decimal
    quantity: Decimal = ONE
    discount: Decimal = ZERO
    taxes: tuple[Tax, ...] = ()

    @property
    def gross(self) -> Decimal:
        return self.price_unit * self.quantity * (HUNDRED - self.discount) / HUNDRED


@dataclass(slots=True)
class TaxAmount:
    tax: Tax
    base: Decimal
    amount: Decimal
    raw_amount: Decimal


@dataclass(slots=True)
class LineAmounts:
    untaxed: Decimal
    total: Decimal
    taxes: list[TaxAmount] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Share:
    """A tax as a function of the untaxed amount, and whether the price contains it."""

    tax: Tax
    slope: Decimal
    intercept: Decimal
    base_slope: Decimal
    base_intercept: Decimal
    in_price: bool

    def of(self, base: Decimal) -> Decimal:
        return self.slope * base + self.intercept


def decimal_of(value) -> Decimal:
    """A float by its shortest notation: 1.005 is one and five thousandths, not what binary makes of it."""
    return value if isinstance(value, Decimal) else Decimal(repr(value) if isinstance(value, float) else value)


def round_half_up(amount: Decimal, digits: int) -> Decimal:
    return amount.quantize(ONE.scaleb(-digits), rounding=ROUND_HALF_UP)


def apportion(raw_amounts: Sequence[Decimal], digits: int) -> list[Decimal]:
    """Round the sum half-up and share it out by the largest remainder: parts differ from their raw by under a unit."""
    unit = ONE.scaleb(-digits)
    total = round_half_up(sum(raw_amounts, ZERO), digits)
    parts = [amount.quantize(unit, rounding=ROUND_FLOOR) for amount in raw_amounts]
    missing = int((total - sum(parts, ZERO)) / unit)
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - raw_amounts[i], i))
    for index in by_remainder[:missing]:
        parts[index] += unit
    return parts


def compute_document(lines: Iterable[Line], digits: int, *, per_line: bool = False,
                     price_is: str = FOLLOW_TAX) -> list[LineAmounts]:
    """Amounts of each line, in the order given, rounded to ``digits`` decimals."""
    lines = list(lines)
    shares_of = [_shares(line, price_is) for line in lines]
    priced = [round_half_up(line.gross, digits) for line in lines]
    raw_bases = [_solve_base(price, shares) for price, shares in zip(priced, shares_of, strict=True)]
    raw_taxes = [[share.of(base) for share in shares] for base, shares in zip(raw_bases, shares_of, strict=True)]
    rounded = _round_each(raw_taxes, digits) if per_line else _round_by_tax(raw_taxes, shares_of, digits)
    return [_assemble(*parts) for parts in zip(priced, shares_of, raw_taxes, rounded, strict=True)]


def compute_line(line: Line, digits: int, *, price_is: str = FOLLOW_TAX) -> LineAmounts:
    return compute_document([line], digits, per_line=True, price_is=price_is)[0]


def totals(amounts: Iterable[LineAmounts]) -> tuple[Decimal, dict[Hashable, tuple[Decimal, Decimal]], Decimal]:
    """(untaxed, {tax key: (base, amount)}, total) of a document."""
    untaxed = total = ZERO
    by_tax: dict[Hashable, tuple[Decimal, Decimal]] = {}
    for line in amounts:
        untaxed += line.untaxed
        total += line.total
        for tax_amount in line.taxes:
            base, amount = by_tax.get(tax_amount.tax.key, (ZERO, ZERO))
            by_tax[tax_amount.tax.key] = (base + tax_amount.base, amount + tax_amount.amount)
    return untaxed, by_tax, total


def _shares(line: Line, price_is: str) -> list[_Share]:
    """The taxes of a line as functions of its untaxed amount, in order; earlier taxes may raise a later one's base."""
    shares: list[_Share] = []
    added_slope = added_intercept = ZERO
    sign = -1 if line.gross < 0 else 1
    for tax in line.taxes:
        base_slope, base_intercept = (ONE + added_slope, added_intercept) if tax.is_base_affected else (ONE, ZERO)
        rate = tax.rate / HUNDRED
        if tax.kind == "fixed":
            slope, intercept = ZERO, tax.rate * abs(line.quantity) * sign
        else:
            factor = rate / (ONE - rate) if tax.kind == "division" else rate
            slope, intercept = factor * base_slope, factor * base_intercept
        in_price = tax.price_include if price_is == FOLLOW_TAX else price_is == TAX_INCLUDED
        shares.append(_Share(tax, slope, intercept, base_slope, base_intercept, in_price))
        if tax.include_base_amount:
            added_slope += slope
            added_intercept += intercept
    return shares


def _solve_base(price: Decimal, shares: list[_Share]) -> Decimal:
    """The untaxed amount b with b + (taxes inside the price)(b) = price."""
    slope = sum((share.slope for share in shares if share.in_price), ZERO)
    intercept = sum((share.intercept for share in shares if share.in_price), ZERO)
    return (price - intercept) / (ONE + slope) if slope or intercept else price


def _round_each(raw_taxes: list[list[Decimal]], digits: int) -> list[list[Decimal]]:
    return [[round_half_up(raw, digits) for raw in taxes] for taxes in raw_taxes]


def _round_by_tax(raw_taxes: list[list[Decimal]], shares_of: list[list[_Share]], digits: int) -> list[list[Decimal]]:
    """Sum per tax over the document, round once, share out over the lines."""
    places: dict[Hashable, list[tuple[int, int]]] = {}
    for line_index, shares in enumerate(shares_of):
        for tax_index, share in enumerate(shares):
            places.setdefault(share.tax.key, []).append((line_index, tax_index))
    rounded = [list(taxes) for taxes in raw_taxes]
    for spots in places.values():
        parts = apportion([raw_taxes[line][tax] for line, tax in spots], digits)
        for (line, tax), part in zip(spots, parts, strict=True):
            rounded[line][tax] = part
    return rounded


def _assemble(price: Decimal, shares: list[_Share], raw: list[Decimal], rounded: list[Decimal]) -> LineAmounts:
    inside = sum((amount for share, amount in zip(shares, rounded, strict=True) if share.in_price), ZERO)
    untaxed = price - inside
    taxes, added = [], ZERO
    for share, raw_amount, amount in zip(shares, raw, rounded, strict=True):
        base = untaxed + added if share.tax.is_base_affected else untaxed
        taxes.append(TaxAmount(share.tax, base, amount, raw_amount))
        if share.tax.include_base_amount:
            added += amount
    return LineAmounts(untaxed, untaxed + sum(rounded, ZERO), taxes)
