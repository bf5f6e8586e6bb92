"""The delivery slip and the storekeeper's list."""
import re

from core.tests import tagged

from .common import StockCase


@tagged("post_install", "-at_install")
class TestStockDocuments(StockCase):

    def text(self, report, picking):
        html = self.env["ir.actions.report"]._render_qweb_html(report, picking.ids)[0].decode()
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\N{NO-BREAK SPACE}", " ")

    def delivery(self, on_hand, asked):
        picking = self.transfer("out", (self.goods("Ghế xoay", on_hand=on_hand), asked))
        picking.partner_id = self.partner
        return picking

    def test_before_the_transfer_the_slip_says_what_was_asked_for(self):
        picking = self.delivery(10, 4)
        picking.action_assign()
        text = self.text("stock.action_report_delivery", picking)
        self.assertRegex(text, rf"Delivery Slip {re.escape(picking.name)} .*Ghế xoay .*4 Units .*4 Units")
        self.assertIn("Công ty Hoa Sen", text)

    def test_afterwards_it_says_what_went_out_and_what_follows(self):
        picking = self.delivery(10, 8)
        picking.action_assign()
        picking.move_ids.quantity = 5
        picking.move_ids.picked = True
        picking.with_context(skip_backorder=True).button_validate()
        self.assertEqual(picking.state, "done")
        text = self.text("stock.action_report_delivery", picking)
        self.assertRegex(text, r"Ghế xoay 8 Units 5 Units")
        self.assertRegex(text, r"What is missing follows .*Ghế xoay 3 Units")

    def test_lots_are_told(self):
        product = self.goods("Máy in", tracking="lot")
        lot = self.env["stock.lot"].create({"name": "LO-2026-07", "product_id": product.id})
        self.count(product, 3, lot=lot)
        self.env.user.groups_id += self.env.ref("stock.group_production_lot")
        picking = self.transfer("out", (product, 2))
        picking.action_assign()
        picking.move_ids.picked = True
        picking.button_validate()
        self.assertRegex(self.text("stock.action_report_delivery", picking), r"Máy in .*LO-2026-07 .*2 Units")

    def test_the_storekeepers_list_says_where_to_go(self):
        picking = self.delivery(3, 5)
        picking.action_assign()
        text = self.text("stock.action_report_picking", picking)
        self.assertRegex(text, rf"Ghế xoay .*3 Units .*{re.escape(self.stock.display_name)}")

    def test_what_cannot_be_taken_yet_is_listed_apart(self):
        picking = self.delivery(0, 5)
        picking.action_assign()
        self.assertRegex(self.text("stock.action_report_picking", picking), r"Waiting for stock .*Ghế xoay 5 Units")

    def test_printing_the_operations_is_remembered(self):
        picking = self.delivery(3, 1)
        action = picking.do_print_picking()
        self.assertEqual(action["report_name"], "stock.report_picking")
        self.assertTrue(picking.printed)

    def test_markup_in_names_is_text(self):
        picking = self.delivery(3, 1)
        self.partner.name = "<script>alert(1)</script>"
        html = self.env["ir.actions.report"]._render_qweb_html("stock.action_report_delivery", picking.ids)[0].decode()
        self.assertNotIn("<script>alert", html)
