"""Matching open debits with open credits of one account. Plain Python: no ORM, no database.

Amounts are open (residual) amounts: positive for debits, negative for credits; each in the company's currency and in the
item's own currency.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal

from .tax_engine import ZERO, round_half_up


@dataclass(slots=True)
class OpenItem:
    key: Hashable
    residual: Decimal
    residual_currency: Decimal
    currency: Hashable
    digits: int = 2


@dataclass(frozen=True, slots=True)
class Match:
    """One partial reconciliation: positive amounts, in company currency and in the currency of either side."""

    debit: Hashable
    credit: Hashable
    amount: Decimal
    debit_amount_currency: Decimal
    credit_amount_currency: Decimal


def match(debits: list[OpenItem], credits: list[OpenItem], digits: int) -> list[Match]:
    """Settle the items in the order given (oldest first). The residuals of the items are reduced in place.

    Two items in the same currency settle in that currency, whatever the rates were: what then remains open in company
    currency is an exchange difference (see :func:`exchange_differences`).
    """
    matches, i, j = [], 0, 0
    while i < len(debits) and j < len(credits):
        debit, credit = debits[i], credits[j]
        found = _settle(debit, credit, digits)
        if found:
            matches.append(found)
        if _exhausted(debit):
            i += 1
        if _exhausted(credit):
            j += 1
        if not found and i < len(debits) and j < len(credits) and debits[i] is debit and credits[j] is credit:
            break
    return matches


def exchange_differences(items: list[OpenItem]) -> list[tuple[Hashable, Decimal]]:
    """(key, amount still open in company currency) of items that are settled in their own currency."""
    return [(item.key, item.residual) for item in items if not item.residual_currency and item.residual]


def _exhausted(item: OpenItem) -> bool:
    return not item.residual_currency


def _settle(debit: OpenItem, credit: OpenItem, digits: int) -> Match | None:
    if debit.currency == credit.currency:
        amount, debit_currency, credit_currency = _in_own_currency(debit, credit, digits)
    else:
        amount, debit_currency, credit_currency = _in_company_currency(debit, credit)
    if not amount and not debit_currency:
        return None
    debit.residual -= amount
    debit.residual_currency -= debit_currency
    credit.residual += amount
    credit.residual_currency += credit_currency
    return Match(debit.key, credit.key, amount, debit_currency, credit_currency)


def _in_own_currency(debit: OpenItem, credit: OpenItem, digits: int) -> tuple[Decimal, Decimal, Decimal]:
    settled = min(debit.residual_currency, -credit.residual_currency)
    from_debit = _share(debit.residual, settled, debit.residual_currency, digits)
    from_credit = _share(-credit.residual, settled, -credit.residual_currency, digits)
    return min(from_debit, from_credit), settled, settled


def _in_company_currency(debit: OpenItem, credit: OpenItem) -> tuple[Decimal, Decimal, Decimal]:
    amount = min(debit.residual, -credit.residual)
    return (
        amount,
        _share(debit.residual_currency, amount, debit.residual, debit.digits),
        _share(-credit.residual_currency, amount, -credit.residual, credit.digits),
    )


def _share(whole: Decimal, part: Decimal, of: Decimal, digits: int) -> Decimal:
    """``whole`` × ``part`` / ``of``; exactly ``whole`` when everything is settled."""
    if part == of:
        return whole
    return round_half_up(whole * part / of, digits) if of else ZERO
