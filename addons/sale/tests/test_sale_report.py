from core.tests import Form
from odoo.addons.sale.tests.common import SaleCase


class TestSaleReport(SaleCase):
    def test_figures_of_an_order(self):
        lamp, desk = self.product("Lamp", 100), self.product("Desk", 300)
        order = self.order((lamp, 2), (desk, 1, {"discount": 10}))
        order.action_confirm()
        rows = self.env["sale.report"].search([("order_reference", "=", f"sale.order,{order.id}")], order="price_subtotal")
        self.assertEqual(rows.mapped("price_subtotal"), [200.0, 270.0])
        self.assertEqual(rows.mapped("product_uom_qty"), [2.0, 1.0])
        self.assertEqual((rows.mapped("state"), rows[1].discount_amount), (["sale", "sale"], 30.0))
        grouped = self.env["sale.report"]._read_group(
            [("product_id", "in", (lamp + desk).ids)], ["partner_id"], ["price_subtotal:sum", "nbr:sum"])
        self.assertEqual(grouped, [(self.partner, 470.0, 2)])

    def test_invoiced_figures(self):
        order = self.order((self.product("Lamp", 100), 2))
        order.action_confirm()
        invoice = order._create_invoices()
        invoice.action_post()
        self.credit(invoice)
        rows = self.env["account.invoice.report"].search([("partner_id", "=", self.partner.id)], order="id")
        self.assertEqual([(row.move_type, row.quantity, row.price_subtotal, row.price_average) for row in rows],
                         [("out_invoice", 2.0, 200.0, 100.0), ("out_refund", -2.0, -200.0, 100.0)])

    def test_warnings_about_customers_and_products(self):
        self.partner.write({"sale_warn": "warning", "sale_warn_msg": "Pays late"})
        lamp = self.product("Lamp", 100, sale_line_warn="block", sale_line_warn_msg="Recalled")
        order = self.env["sale.order"].new({"partner_id": self.partner.id})
        self.assertEqual(order._onchange_partner_id_warning()["warning"]["message"], "Pays late")
        self.assertEqual(order.partner_id.id, self.partner.id)
        with Form(self.env["sale.order"]) as form:
            form.partner_id = self.partner
            with self.assertLogs("core.testing.form.onchange", "WARNING") as logs, form.order_line.new() as line:
                line.product_id = lamp
                self.assertFalse(line.product_id)
                line.product_id = self.product("Desk", 5)
        self.assertIn("Recalled", logs.output[0])
