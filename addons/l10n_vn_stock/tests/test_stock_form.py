import re

from core.tests import tagged

from odoo.addons.stock.tests.common import StockCase


@tagged("post_install", "-at_install")
class TestStockForm(StockCase):
    """Forms 01-VT and 02-VT: quantities asked for and moved, at cost, the total in words."""

    def text(self, picking):
        html = self.env["ir.actions.report"]._render_qweb_html("l10n_vn_stock.action_report_stock_form", picking.ids)[0].decode()
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\N{NO-BREAK SPACE}", " ")

    def test_goods_issued(self):
        chair = self.goods("Ghế xoay", on_hand=10, default_code="GX-01", standard_price=250)
        picking = self.transfer("out", (chair, 4))
        picking.action_assign()
        picking.move_ids.quantity = 3
        picking.move_ids.picked = True
        picking.with_context(skip_backorder=True).button_validate()
        [row] = picking._l10n_vn_rows()
        self.assertEqual((row["name"], row["code"], row["moved"], row["price"], row["amount"]), ("Ghế xoay", "GX-01", 3, 250, 750))
        text = self.text(picking)
        self.assertIn("02-VT", text)
        self.assertIn("Công ty Hoa Sen", text)
        self.assertRegex(text, r"GX-01 .* 750")

    def test_goods_received(self):
        picking = self.transfer("in", (self.goods("Ghế xoay", standard_price=250), 4))
        self.assertIn("01-VT", self.text(picking))
        self.assertEqual([row["moved"] for row in picking._l10n_vn_rows()], [0])

    def test_five_people_sign(self):
        self.assertEqual(len(self.transfer("out", (self.goods("Ghế"), 1))._l10n_vn_signatories()), 5)
