from core.exceptions import UserError

from .common import SaleCase


class TestLifecycle(SaleCase):
    """Quotation, sent, order, cancelled – and nothing in between by hand."""

    def test_a_quotation_is_numbered_and_addressed(self):
        order = self.order((self.product("Tư vấn", 100), 2))
        self.assertRegex(order.name, r"^S\d{5}$")
        self.assertEqual((order.state, order.partner_invoice_id, order.partner_shipping_id),
                         ("draft", self.partner, self.partner))
        self.assertTrue(order.validity_date)

    def test_confirming_makes_it_an_order(self):
        order = self.order((self.product("Tư vấn", 100), 2))
        order.action_confirm()
        self.assertEqual((order.state, order.invoice_status), ("sale", "to invoice"))
        self.assertIn(("draft", "sale"), [(entry.from_state, entry.to_state) for entry in order.workflow.history()])

    def test_confirming_twice_is_refused(self):
        order = self.order((self.product("Tư vấn", 100), 2))
        order.action_confirm()
        with self.assertRaisesRegex(UserError, "already"):
            order.action_confirm()

    def by_a_person(self, orders):
        """The orders as the administrator sees them: programs (the superuser) may do more."""
        return orders.with_user(self.env.ref("base.user_admin"))

    def test_an_order_without_lines_is_refused(self):
        order = self.order()
        with self.assertRaisesRegex(UserError, "has no line"):
            self.by_a_person(order).action_confirm()
        self.assertEqual(order.state, "draft")

    def test_programs_confirm_what_they_want_and_assign_states(self):
        order = self.order()
        order.action_confirm()
        with self.assertRaisesRegex(UserError, "cannot go from"):
            self.by_a_person(order).state = "draft"
        order.state = "draft"
        moves = order.workflow.history().filtered(lambda entry: entry.kind == "transition")
        self.assertEqual([(entry.name, entry.to_state) for entry in moves], [("confirm", "sale"), ("assigned", "draft")])
        order.action_confirm()
        self.assertEqual(order.state, "sale")

    def test_a_note_is_not_a_line_to_sell(self):
        order = self.env["sale.order"].create({
            "partner_id": self.partner.id, "order_line": [(0, 0, {"display_type": "line_note", "name": "Xin cảm ơn"})]})
        with self.assertRaisesRegex(UserError, "has no line"):
            self.by_a_person(order).action_confirm()

    def test_a_batch_names_every_refused_order(self):
        good, bad = self.order((self.product("Tư vấn", 100), 1)), self.order()
        with self.assertRaisesRegex(UserError, bad.name):
            self.by_a_person(good | bad).action_confirm()
        self.assertEqual((good.state, bad.state), ("draft", "draft"))

    def test_sent_cancelled_and_reopened(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_quotation_sent()
        self.assertEqual(order.state, "sent")
        order.action_cancel()
        self.assertEqual(order.state, "cancel")
        order.action_draft()
        self.assertEqual(order.state, "draft")

    def test_cancelling_drops_the_draft_invoice(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_confirm()
        invoice = order._create_invoices()
        order.action_cancel()
        self.assertEqual((order.state, invoice.state), ("cancel", "cancel"))

    def test_cancelling_an_invoiced_order_is_refused(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_confirm()
        invoice = order._create_invoices()
        invoice.action_post()
        with self.assertRaisesRegex(UserError, "credit note"):
            order.action_cancel()

    def test_the_state_cannot_be_skipped(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_cancel()
        with self.assertRaisesRegex(UserError, "cannot go"):
            self.by_a_person(order).state = "sale"

    def test_confirmed_orders_are_not_deleted(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_confirm()
        with self.assertRaisesRegex(UserError, "Cancel it first"):
            order.unlink()
        with self.assertRaisesRegex(UserError, "quantity of .* to 0"):
            order.order_line.unlink()

    def test_a_locked_order_keeps_its_lines(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_confirm()
        order.action_lock()
        with self.assertRaisesRegex(UserError, "locked"):
            order.order_line.product_uom_qty = 5
        with self.assertRaisesRegex(UserError, "locked"):
            order.action_cancel()
        order.action_unlock()
        order.order_line.product_uom_qty = 5
        self.assertEqual(order.amount_untaxed, 500)

    def test_a_copy_starts_again(self):
        order = self.order((self.product("Tư vấn", 100), 3), client_order_ref="PO 7")
        order.action_confirm()
        copy = order.copy()
        self.assertEqual((copy.state, copy.amount_untaxed, copy.client_order_ref), ("draft", 300, False))
        self.assertNotEqual(copy.name, order.name)

    def test_only_salespeople_confirm(self):
        clerk = self.env["res.users"].create({
            "name": "Kế toán", "login": "clerk", "groups_id": [(6, 0, [self.env.ref("account.group_account_invoice").id])]})
        order = self.order((self.product("Tư vấn", 100), 1))
        self.env.flush_all()
        with self.assertRaisesRegex(UserError, "You may not"):
            order.with_user(clerk).action_confirm()

    def test_salespeople_see_their_own_orders(self):
        users = self.env["res.users"].create([{
            "name": name, "login": name, "groups_id": [(6, 0, [self.env.ref("sales_team.group_sale_salesman").id])]}
            for name in ("an", "binh")])
        order = self.order((self.product("Tư vấn", 100), 1), user_id=users[0].id)
        self.env.flush_all()
        orders = self.env["sale.order"]
        self.assertIn(order, orders.with_user(users[0]).search([]))
        self.assertNotIn(order, orders.with_user(users[1]).search([]))
