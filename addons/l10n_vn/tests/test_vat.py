from datetime import date

from core.tests import BaseCase

from ..vat_rates import VAT_RATES, default_rate


class TestVatRates(BaseCase):
    def test_no_shipped_rate_has_run_out_without_a_successor(self):
        """Fails when a law runs out: then add the successor's row with its legal reference."""
        today = date.today()
        for rate in VAT_RATES:
            if rate.valid_to and rate.valid_to < today:
                successors = [other for other in VAT_RATES if other.code == rate.code and other.is_valid_on(today)]
                self.assertTrue(successors, f"{rate.name_vi} ran out on {rate.valid_to}: {rate.legal_reference}")

    def test_every_rate_names_its_law(self):
        self.assertTrue(all(rate.legal_reference for rate in VAT_RATES))

    def test_the_usual_rate_follows_the_law(self):
        self.assertEqual(default_rate(date(2026, 12, 31)).percent, 8.0)
        self.assertEqual(default_rate(date(2027, 1, 1)).percent, 10.0)
