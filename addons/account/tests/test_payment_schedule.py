"""Due dates and instalments: tables, no database."""

from datetime import date
from decimal import Decimal

from core.tests import BaseCase

from ..payment_schedule import Instalment, due_date, schedule

D = Decimal
START = date(2026, 1, 31)


class TestPaymentSchedule(BaseCase):
    def test_due_dates(self):
        for kind, days, day_of_month, expected in [
            ("days_after", 0, 10, date(2026, 1, 31)), ("days_after", 30, 10, date(2026, 3, 2)),
            ("days_after_end_of_month", 5, 10, date(2026, 2, 5)),
            ("days_after_end_of_next_month", 0, 10, date(2026, 2, 28)),
            ("days_end_of_month_on_the", 0, 10, date(2026, 2, 10)),
            ("days_end_of_month_on_the", 0, 31, date(2026, 2, 28)),
        ]:
            self.assertEqual(due_date(START, Instalment("percent", D(100), kind, days, day_of_month)), expected)

    def test_the_last_instalment_takes_the_rest(self):
        thirds = [Instalment("percent", D("33.33"), days=days) for days in (0, 30)] + [Instalment("percent", D("33.34"))]
        amounts = [amount for _day, amount in schedule(D("100.01"), thirds, START, 2)]
        self.assertEqual(amounts, [D("33.33"), D("33.33"), D("33.35")])

    def test_fixed_amounts_follow_the_sign(self):
        plan = [Instalment("fixed", D(100)), Instalment("percent", D(100), days=10)]
        self.assertEqual([amount for _day, amount in schedule(D(-250), plan, START, 0)], [D(-100), D(-150)])

    def test_no_term_is_due_at_once(self):
        self.assertEqual(schedule(D(5), [], START, 0), [(START, D(5))])
