from core.tests import TransactionCase

from odoo.addons.delivery.rates import Goods, Rule, first_price, with_margin


class TestRates(TransactionCase):

    def test_the_first_rule_that_applies_gives_the_price(self):
        rules = [Rule("weight", "<=", 5, 20, 0, "weight"), Rule("weight", ">", 5, 10, 3, "weight")]
        for weight, price in ((4, 20), (5, 20), (6, 28)):
            self.assertEqual(first_price(rules, Goods(weight, 0, 0, 0)), price)

    def test_no_rule_no_price(self):
        self.assertIsNone(first_price([Rule("price", ">", 100, 5, 0, "weight")], Goods(1, 1, 100, 1)))

    def test_weight_times_volume(self):
        self.assertEqual(first_price([Rule("wv", "==", 6, 0, 2, "wv")], Goods(3, 2, 0, 0)), 12)

    def test_margins(self):
        self.assertAlmostEqual(with_margin(20, 0.1, 1.5), 23.5)
        self.assertEqual(with_margin(0, 0.1, 1.5), 0)
