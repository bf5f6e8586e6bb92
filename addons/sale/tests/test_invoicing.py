from core.exceptions import UserError

from .common import SaleCase


class TestInvoicing(SaleCase):
    """What is invoiced is what was agreed, once."""

    def confirmed(self, *lines, **values):
        order = self.order(*lines, **values)
        order.action_confirm()
        return order

    def test_the_invoice_says_what_the_order_says(self):
        order = self.confirmed((self.product("Bàn", 250, self.tax), 2, {"discount": 10}), client_order_ref="PO 7")
        invoice = order._create_invoices()
        self.assertEqual((invoice.move_type, invoice.state, invoice.invoice_origin, invoice.ref),
                         ("out_invoice", "draft", order.name, "PO 7"))
        self.assertEqual((invoice.amount_untaxed, invoice.amount_tax, invoice.amount_total), (450, 45, 495))
        self.assertEqual(order.invoice_ids, invoice)
        self.assertEqual((order.invoice_status, order.order_line.qty_invoiced), ("invoiced", 2))

    def test_nothing_is_invoiced_twice(self):
        order = self.confirmed((self.product("Bàn", 250), 2))
        order._create_invoices()
        with self.assertRaisesRegex(UserError, "invoiced already is not invoiced again"):
            order._create_invoices()

    def test_on_delivery_only_what_was_delivered(self):
        order = self.confirmed((self.product("Giờ công", 100, invoice_policy="delivery"), 8))
        with self.assertRaisesRegex(UserError, "delivered first"):
            order._create_invoices()
        order.order_line.qty_delivered = 3
        invoice = order._create_invoices()
        self.assertEqual(invoice.amount_untaxed, 300)
        order.order_line.qty_delivered = 8
        self.assertEqual(order._create_invoices().amount_untaxed, 500)

    def test_final_credits_what_was_invoiced_too_much(self):
        order = self.confirmed((self.product("Giờ công", 100, invoice_policy="delivery"), 8))
        order.order_line.qty_delivered = 5
        order._create_invoices().action_post()
        order.order_line.qty_delivered = 3
        with self.assertRaises(UserError):
            order._create_invoices()
        refund = order._create_invoices(final=True)
        self.assertEqual((refund.move_type, refund.amount_untaxed), ("out_refund", 200))
        self.assertEqual(order.order_line.qty_invoiced, 3)

    def test_orders_of_one_customer_share_an_invoice(self):
        product = self.product("Bàn", 250)
        orders = self.confirmed((product, 1)) | self.confirmed((product, 2))
        invoice = orders._create_invoices()
        self.assertEqual((len(invoice), invoice.amount_untaxed), (1, 750))
        self.assertEqual(set(invoice.invoice_origin.split(", ")), set(orders.mapped("name")))

    def test_or_have_one_each(self):
        product = self.product("Bàn", 250)
        orders = self.confirmed((product, 1)) | self.confirmed((product, 2))
        self.assertEqual(sorted(orders._create_invoices(grouped=True).mapped("amount_untaxed")), [250, 500])

    def test_sections_go_along(self):
        order = self.env["sale.order"].create({"partner_id": self.partner.id, "order_line": [
            (0, 0, {"display_type": "line_section", "name": "Nội thất"}),
            (0, 0, {"product_id": self.product("Bàn", 250).id})]})
        order.action_confirm()
        self.assertEqual(order._create_invoices().invoice_line_ids.mapped("display_type"), ["line_section", "product"])

    def test_wizard_invoices_the_chosen_orders(self):
        order = self.confirmed((self.product("Bàn", 250), 1))
        action = self.env["sale.advance.payment.inv"].with_context(
            active_model="sale.order", active_ids=order.ids).create({}).create_invoices()
        self.assertEqual(action["res_id"], order.invoice_ids.id)

    def test_paid_partly_then_fully(self):
        order = self.confirmed((self.product("Bàn", 250), 2))
        invoice = order._create_invoices()
        self.assertEqual(order.payment_status, "unpaid")
        self.pay(invoice, 200)
        self.assertEqual((order.payment_status, order.amount_paid, order.is_done), ("partial", 200, False))
        self.pay(invoice)
        self.assertEqual((order.payment_status, order.amount_paid, order.is_done), ("paid", 500, True))

    def test_a_credit_note_takes_the_payment_status_back(self):
        order = self.confirmed((self.product("Bàn", 250), 2))
        invoice = order._create_invoices()
        invoice.action_post()
        self.credit(invoice)
        self.assertEqual((order.amount_paid, order.payment_status, order.is_done), (0, "unpaid", False))
        self.assertEqual((order.order_line.qty_invoiced, order.invoice_status), (0, "to invoice"))

    def test_a_draft_invoice_is_still_to_be_paid(self):
        order = self.confirmed((self.product("Giờ công", 100, invoice_policy="delivery"), 8))
        order.order_line.qty_delivered = 3
        first = order._create_invoices()
        order.order_line.qty_delivered = 8
        second = order._create_invoices()
        self.pay(first)
        self.assertEqual((order.payment_status, order.is_done), ("partial", False))
        self.pay(second)
        self.assertEqual((order.payment_status, order.is_done), ("paid", True))
