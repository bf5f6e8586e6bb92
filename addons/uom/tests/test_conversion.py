"""Conversion of quantities and prices between units: a table, no database."""

from core.tests import BaseCase, tagged

from ..conversion import convert_price, convert_quantity, round_to_step

UNIT, DOZEN, GRAM, TON = 1.0, 1 / 12, 1000.0, 0.001


@tagged("-at_install", "post_install")
class TestConversion(BaseCase):
    def test_quantities(self):
        for quantity, source, target, expected in [
            (2, DOZEN, UNIT, 24), (18, UNIT, DOZEN, 1.5), (1234, GRAM, TON, 0.001234), (-1, DOZEN, UNIT, -12),
        ]:
            self.assertAlmostEqual(convert_quantity(quantity, source, target), expected, places=9)

    def test_prices_go_the_other_way(self):
        self.assertAlmostEqual(convert_price(12.0, UNIT, DOZEN), 144.0)
        self.assertAlmostEqual(convert_price(2.0, GRAM, TON), 2_000_000.0)

    def test_rounding_to_the_step(self):
        for quantity, step, method, expected in [
            (1.001, 0.01, "UP", 1.01), (1.004, 0.01, "HALF-UP", 1.0), (1.005, 0.01, "HALF-UP", 1.01),
            (12.000000000000002, 1.0, "UP", 12.0), (2.5, 1.0, "DOWN", 2.0), (-1.001, 0.01, "UP", -1.01),
        ]:
            self.assertEqual(round_to_step(quantity, step, method), expected)
