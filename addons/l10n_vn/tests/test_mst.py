from core.tests import BaseCase, TransactionCase

from ..mst import compact, is_valid


class TestMst(BaseCase):
    def test_vectors(self):
        for code in ("0100233488", "0314409058", "0312687878-001", "0100112437", "0312687878001", "079123456789"):
            self.assertTrue(is_valid(code), code)
        for code in ("0100233480", "0123456789", "0314409058-000", "12345", "", "01002334880A"):
            self.assertFalse(is_valid(code), code)

    def test_compact(self):
        self.assertEqual(compact(" VN 0312687878001 "), "0312687878-001")


class TestPartnerMst(TransactionCase):
    def test_a_wrong_code_warns_and_is_saved(self):
        partner = self.env["res.partner"].create({
            "name": "Công ty A", "vat": "0100233480", "country_id": self.env.ref("base.vn").id})
        self.assertTrue(partner.l10n_vn_mst_warning)
        partner.vat = "0100233488"
        self.assertFalse(partner.l10n_vn_mst_warning)
