"""Form 01-TT: money received, with both accounts, the amount in words and five signatures."""
import re

from .test_chart import TestVietnameseChart as VietnameseCompany


class TestCashReceipt(VietnameseCompany):

    def text(self, report, records):
        html = self.env["ir.actions.report"]._render_qweb_html(report, records.ids)[0].decode()
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\N{NO-BREAK SPACE}", " ")

    def test_form_01_tt(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        move = self.invoice([24_815_000], tax="tax_sale_vat0")
        move.action_post()
        payment = self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=move.ids).create({"journal_id": self.charts.ref("cash").id})._create_payments()
        text = self.text("l10n_vn.action_report_phieu_thu", payment)
        for shown in ("01-TT", "Khách hàng A", "1111", "131", "24.815.000 đ", "Hai mươi tư triệu tám trăm mười lăm nghìn đồng", payment.name):
            self.assertIn(shown, text)
        self.assertEqual(len(payment._l10n_vn_signatories()), 5)

    def test_amounts_of_dong_in_both_languages(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        dong = self.env.ref("base.VND")
        self.assertEqual(dong.with_context(lang="vi_VN").amount_to_text(1_005), "Một nghìn không trăm lẻ năm đồng")
        self.assertTrue(dong.with_context(lang="en_US").amount_to_text(1_005).startswith("One Thousand, Five"))


del VietnameseCompany
