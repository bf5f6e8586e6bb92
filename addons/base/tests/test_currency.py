from core.exceptions import UserError
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestCurrency(TransactionCase):
    """Rounding, rates and conversion."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.usd, cls.vnd = cls.env.ref("base.USD"), cls.env.ref("base.VND")
        cls.company = cls.env["res.company"].create({"name": "Zed money", "currency_id": cls.usd.id})
        cls.vnd.write({"active": True, "rate_ids": [
            (0, 0, {"name": "2026-01-01", "rate": 25000, "company_id": cls.company.id}),
            (0, 0, {"name": "2026-06-01", "rate": 26000, "company_id": cls.company.id}),
        ]})

    def test_amounts_are_rounded_half_up(self):
        self.assertEqual(self.usd.round(1.005), 1.01)
        self.assertEqual(self.vnd.round(1000.5), 1001)
        self.assertEqual((self.usd.decimal_places, self.vnd.decimal_places), (2, 0))

    def test_amounts_are_compared_after_rounding(self):
        self.assertEqual(self.usd.compare_amounts(1.004, 1.0), 0)
        self.assertEqual(self.usd.compare_amounts(1.01, 1.0), 1)
        self.assertTrue(self.usd.is_zero(0.004))
        self.assertTrue(self.vnd.is_zero(0.4))

    def test_the_rate_of_the_day_counts(self):
        convert = self.usd._convert
        self.assertEqual(convert(10, self.vnd, self.company, "2026-03-01"), 250000)
        self.assertEqual(convert(10, self.vnd, self.company, "2026-07-01"), 260000)
        self.assertEqual(convert(10, self.vnd, self.company, "2025-07-01"), 250000, "the first rate holds before it")
        self.assertEqual(self.vnd._convert(260000, self.usd, self.company, "2026-07-01"), 10)

    def test_the_same_currency_is_not_converted(self):
        self.assertEqual(self.usd._convert(10.123, self.usd, self.company), 10.12)
        self.assertEqual(self.usd._convert(10.123, self.usd, self.company, round=False), 10.123)

    def test_rates_read_from_both_sides(self):
        rate = self.vnd.rate_ids.filtered(lambda item: str(item.name) == "2026-06-01").with_company(self.company)
        self.assertEqual(rate.company_rate, 26000)
        self.assertAlmostEqual(rate.inverse_company_rate, 1 / 26000)
        rate.inverse_company_rate = 1 / 20000
        self.assertAlmostEqual(rate.rate, 20000)

    def test_a_company_s_currency_stays_active(self):
        with self.assertRaises(UserError):
            self.usd.active = False

    def test_amounts_in_words(self):
        self.vnd.currency_unit_label = "đồng"
        self.assertEqual(self.vnd.with_context(lang="vi_VN").amount_to_text(105000), "Một trăm lẻ năm nghìn đồng")
