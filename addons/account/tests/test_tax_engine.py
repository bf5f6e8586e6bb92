"""Taxes: tables of what a document shows, no database."""

import random
from decimal import Decimal

from core.tests import BaseCase

from ..tax_engine import (
    TAX_EXCLUDED, TAX_INCLUDED, Line, Tax, apportion, compute_document, compute_line, decimal_of, round_half_up, totals)

D = Decimal


def vat(rate, included=False, **more):
    return Tax(("vat", rate), "percent", D(str(rate)), included, **more)


def lines(prices, *taxes):
    return [Line(D(str(price)), taxes=taxes) for price in prices]


class TestTaxEngine(BaseCase):
    def document(self, prices, *taxes, digits=0, **options):
        untaxed, by_tax, total = totals(compute_document(lines(prices, *taxes), digits, **options))
        return float(untaxed), {key: float(amount) for key, (_base, amount) in by_tax.items()}, float(total)

    def test_vat_per_rate_group(self):
        """The vectors of Vietnamese practice: per group half-up, beside per line."""
        for prices, rate, per_group, per_line in [
            ((33_333, 33_333, 33_334), 8, 8_000, 8_001),
            ((10_005, 10_005, 10_005), 10, 3_002, 3_003),
            ((12_345, 6_789), 8, 1_531, 1_531),
        ]:
            self.assertEqual(self.document(prices, vat(rate))[1], {("vat", rate): per_group})
            self.assertEqual(self.document(prices, vat(rate), per_line=True)[1], {("vat", rate): per_line})

    def test_gross_to_net(self):
        for gross, rate, net, tax in [
            (100_000, 8, 92_593, 7_407), (99_000, 8, 91_667, 7_333), (108_000, 8, 100_000, 8_000),
            (55_000, 10, 50_000, 5_000),
        ]:
            self.assertEqual(self.document([gross], vat(rate, True)), (net, {("vat", rate): tax}, gross))

    def test_lines_add_up_to_the_document(self):
        amounts = compute_document(lines([99_000] * 7, vat(8, True)), 0)
        untaxed, by_tax, total = totals(amounts)
        self.assertEqual(total, 693_000)
        self.assertEqual(by_tax["vat", 8][1], round_half_up(D(693_000) - D(693_000) / D("1.08"), 0))
        self.assertEqual(sum(line.untaxed for line in amounts), untaxed)

    def test_refunds_mirror_invoices(self):
        self.assertEqual(self.document([-10_005] * 3, vat(10))[1], {("vat", 10): -3_002})

    def test_discount_and_quantity(self):
        amounts = compute_line(Line(D("19.99"), D(3), D(10), (vat(15),)), 2)
        self.assertEqual((amounts.untaxed, amounts.taxes[0].amount, amounts.total), (D("53.97"), D("8.10"), D("62.07")))

    def test_a_tax_on_taxes(self):
        special = Tax("special", "percent", D(30), include_base_amount=True)
        self.assertEqual(self.document([1_000], special, vat(10))[1], {"special": 300, ("vat", 10): 130})
        self.assertEqual(self.document([1_000], special, vat(10, is_base_affected=False))[1],
                         {"special": 300, ("vat", 10): 100})
        included = Tax("special", "percent", D(30), True, include_base_amount=True)
        self.assertEqual(self.document([1_430], included, vat(10, True)), (1_000, {"special": 300, ("vat", 10): 130}, 1_430))

    def test_fixed_and_division(self):
        fixed = Tax("bag", "fixed", D("0.25"))
        amounts = compute_line(Line(D(10), D(4), taxes=(fixed,)), 2)
        self.assertEqual(amounts.taxes[0].amount, D("1.00"))
        division = Tax("div", "division", D(20), True)
        self.assertEqual(self.document([100], division), (80, {"div": 20}, 100))

    def test_prices_may_be_declared_net_or_gross(self):
        self.assertEqual(self.document([100_000], vat(8, True), price_is=TAX_EXCLUDED)[2], 108_000)
        self.assertEqual(self.document([100_000], vat(8), price_is=TAX_INCLUDED)[2], 100_000)

    def test_apportion_uses_the_largest_remainder(self):
        self.assertEqual(apportion([D("0.4"), D("0.4"), D("0.4")], 0), [D(1), D(0), D(0)])
        self.assertEqual(sum(apportion([D("1") / 3] * 3, 2)), D("1.00"))
        self.assertEqual(sum(apportion([D("-1") / 3] * 3, 2)), D("-1.00"))

    def test_floats_mean_what_they_show(self):
        self.assertEqual(round_half_up(decimal_of(1.005), 2), D("1.01"))

    def test_any_document_adds_up(self):
        """Whatever the lines: sums of lines are the totals, a tax is rounded once, a gross price stays what it was."""
        chance = random.Random(20261121)
        for digits in (0, 2):
            for _document in range(150):
                included = chance.random() < 0.5
                taxes = [vat(rate, included) for rate in (5, 8, 10)]
                document = [
                    Line(D(chance.randint(-500_000, 5_000_000)) / 100, D(chance.randint(1, 9)), D(chance.choice((0, 5, 33))),
                         tuple(chance.sample(taxes, chance.randint(0, 2)))) for _line in range(chance.randint(1, 12))]
                amounts = compute_document(document, digits)
                untaxed, by_tax, total = totals(amounts)
                self.assertEqual(untaxed + sum(amount for _base, amount in by_tax.values()), total)
                for key, (_base, amount) in by_tax.items():
                    raw = sum(t.raw_amount for line in amounts for t in line.taxes if t.tax.key == key)
                    self.assertEqual(amount, round_half_up(raw, digits))
                if included:
                    self.assertEqual(total, sum(round_half_up(line.gross, digits) for line in document))
