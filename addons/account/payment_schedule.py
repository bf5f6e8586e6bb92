"""Due dates and instalments of a payment term. Plain Python: no ORM, no database."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from .tax_engine import HUNDRED, ZERO, round_half_up


@dataclass(frozen=True, slots=True)
class Instalment:
    """One line of a payment term. ``amount`` is in percent of the total, or in currency when ``kind`` is fixed."""

    kind: str  # percent, fixed
    amount: Decimal
    delay_type: str = "days_after"
    days: int = 0
    day_of_next_month: int = 10


def end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def due_date(start: date, instalment: Instalment) -> date:
    """When an instalment of a document dated ``start`` falls due."""
    days = timedelta(days=instalment.days)
    if instalment.delay_type == "days_after_end_of_month":
        return end_of_month(start) + days
    if instalment.delay_type == "days_after_end_of_next_month":
        return end_of_month(end_of_month(start) + timedelta(days=1)) + days
    if instalment.delay_type == "days_end_of_month_on_the":
        end = end_of_month(start + days)
        if not instalment.day_of_next_month:
            return end
        first = end + timedelta(days=1)
        return min(end_of_month(first), first + timedelta(days=instalment.day_of_next_month - 1))
    return start + days


def split(total: Decimal, instalments: list[Instalment], digits: int) -> list[Decimal]:
    """Amounts of the instalments; the last one takes what rounding leaves, so that they add up to ``total``."""
    amounts, rest = [], total
    sign = -1 if total < 0 else 1
    for instalment in instalments[:-1]:
        amount = instalment.amount * sign if instalment.kind == "fixed" else total * instalment.amount / HUNDRED
        amount = round_half_up(amount, digits)
        amounts.append(amount)
        rest -= amount
    return [*amounts, rest] if instalments else []


def schedule(total: Decimal, instalments: list[Instalment], start: date, digits: int) -> list[tuple[date, Decimal]]:
    """(due date, amount) per instalment; one immediate instalment when the term has none."""
    if not instalments:
        return [(start, total)]
    dates = [due_date(start, instalment) for instalment in instalments]
    return list(zip(dates, split(total, instalments, digits), strict=True))


def percent_total(instalments: list[Instalment]) -> Decimal:
    return sum((line.amount for line in instalments if line.kind == "percent"), ZERO)
