"""Matching debits and credits: tables, no database."""

from decimal import Decimal

from core.tests import BaseCase

from ..matching import OpenItem, exchange_differences, match

D = Decimal


def item(key, amount, amount_currency=None, currency="USD"):
    return OpenItem(key, D(amount), D(amount if amount_currency is None else amount_currency), currency)


class TestMatching(BaseCase):
    def test_oldest_first_until_one_side_is_used_up(self):
        debits = [item("i1", 100), item("i2", 50)]
        credits = [item("p1", -120)]
        matches = match(debits, credits, 2)
        self.assertEqual([(m.debit, m.credit, m.amount) for m in matches], [("i1", "p1", D(100)), ("i2", "p1", D(20))])
        self.assertEqual((debits[1].residual, credits[0].residual), (D(30), D(0)))

    def test_same_foreign_currency_settles_in_that_currency(self):
        debits, credits = [item("i", 100, 200, "EUR")], [item("p", -90, -200, "EUR")]
        found, = match(debits, credits, 2)
        self.assertEqual((found.amount, found.debit_amount_currency), (D(90), D(200)))
        self.assertEqual(exchange_differences(debits + credits), [("i", D(10))])

    def test_part_of_a_foreign_invoice(self):
        debits, credits = [item("i", 100, 200, "EUR")], [item("p", -60, -100, "EUR")]
        found, = match(debits, credits, 2)
        self.assertEqual((found.amount, found.debit_amount_currency), (D(50), D(100)))
        self.assertEqual(debits[0].residual_currency, D(100))
        self.assertEqual(exchange_differences(debits + credits), [("p", D(-10))])

    def test_different_currencies_settle_in_company_currency(self):
        debits, credits = [item("i", 100, 200, "EUR")], [item("p", -50)]
        found, = match(debits, credits, 2)
        self.assertEqual((found.amount, found.debit_amount_currency, found.credit_amount_currency), (50, 100, 50))

    def test_nothing_to_match(self):
        self.assertEqual(match([item("i", 1)], [], 2), [])
