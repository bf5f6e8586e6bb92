"""Price list arithmetic: a table, no database."""

from core.tests import BaseCase

from ..pricing import Formula, discount_between, formula_price, percentage_price, round_to_multiple


class TestPricing(BaseCase):
    def test_percentage(self):
        for base, percent, price in [(100.0, 10.0, 90.0), (100.0, -10.0, 110.0), (100.0, 0.0, 100.0)]:
            self.assertAlmostEqual(percentage_price(base, percent), price)

    def test_formula_in_its_order(self):
        for formula, price in [
            (Formula(discount_percent=20), 80.0),
            (Formula(discount_percent=33.33, round_to=5), 65.0),
            (Formula(discount_percent=33.33, round_to=10, surcharge=-0.01), 69.99),
            (Formula(discount_percent=50, min_margin=-20), 80.0),
            (Formula(surcharge=50, max_margin=30), 130.0),
        ]:
            self.assertAlmostEqual(formula_price(100.0, formula), price, places=6)

    def test_rounding_is_half_up(self):
        for price, multiple, rounded in [(12_345, 1_000, 12_000), (12_500, 1_000, 13_000), (1.005, 0.01, 1.01)]:
            self.assertAlmostEqual(round_to_multiple(price, multiple), rounded)

    def test_discount_between_two_prices(self):
        self.assertAlmostEqual(discount_between(200.0, 150.0), 25.0)
        self.assertEqual(discount_between(0.0, 150.0), 0.0)
