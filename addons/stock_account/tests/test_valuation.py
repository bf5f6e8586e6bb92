"""The plain calculations of the value of goods."""
from core.tests import TransactionCase

from odoo.addons.stock_account.valuation import average_cost, average_of_deliveries, take_first


class TestTakeFirst(TransactionCase):

    def test_the_oldest_lot_leaves_first(self):
        taken, missing = take_first([("a", 10, 100.0), ("b", 10, 120.0)], 15, 0.01)
        self.assertEqual([(step.key, step.quantity, step.value) for step in taken], [("a", 10.0, 100.0), ("b", 5.0, 60.0)])
        self.assertEqual(missing, 0.0)

    def test_a_lot_that_is_used_up_leaves_nothing_behind(self):
        first, _missing = take_first([("a", 3, 10.0)], 1, 0.01)
        second, _missing = take_first([("a", 2, 10.0 - first[0].value)], 2, 0.01)
        self.assertEqual(first[0].value, 3.33)
        self.assertEqual(second[0].value, 6.67)

    def test_what_is_in_no_lot_is_told(self):
        taken, missing = take_first([("a", 2, 10.0)], 5, 0.01)
        self.assertEqual((len(taken), missing), (1, 3.0))

    def test_dong_have_no_decimals(self):
        taken, _missing = take_first([("a", 3, 100_000.0)], 1, 1)
        self.assertEqual(taken[0].value, 33_333.0)


class TestAverage(TransactionCase):

    def test_the_average_is_weighted_by_quantity(self):
        self.assertEqual(average_cost(10, 10.0, 10, 12.0), 11.0)

    def test_stock_that_is_not_there_does_not_count(self):
        self.assertEqual(average_cost(-5, 10.0, 10, 12.0), 12.0)

    def test_invoices_cost_what_was_delivered_for_them(self):
        deliveries = [(2, 20.0), (3, 36.0)]
        self.assertEqual(average_of_deliveries(deliveries, 0, 2, 99), 10.0)
        self.assertEqual(average_of_deliveries(deliveries, 2, 3, 99), 12.0)
        self.assertEqual(average_of_deliveries(deliveries, 4, 2, 8), 10.0)  # one delivered at 12, one to come at 8
