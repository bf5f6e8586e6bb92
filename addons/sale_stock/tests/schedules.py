"""Random schedules: whatever people do in whatever order, nothing is shipped or invoiced twice, and it ends."""
import random

from core.exceptions import UserError

from .common import SaleStockCase


class RandomSchedules(SaleStockCase):
    """Inherit with a ``policy``; every seed is one order with its own luck."""

    seeds = range(6)
    actions_per_schedule = 12

    def run_schedules(self):
        for seed in self.seeds:
            with self.subTest(seed=seed):
                self._run_schedule(random.Random(seed))

    def _run_schedule(self, luck):
        lines = [(f"Hàng {number}", luck.randint(1, 10), luck.randint(1, 50)) for number in range(luck.randint(1, 3))]
        order = self.confirmed_order(lines)
        self.most_ordered = {}
        self._check(order)
        for _action in range(self.actions_per_schedule):
            self._attempt(luck.choice(self._actions()), order, luck)
            self._check(order)
        self._bring_to_an_end(order)
        self._check(order, at_the_end=order.state == "sale")
        self.assertTrue(order.state == "cancel" or order.is_done, self.facts(order))
        self.assertAtRest(order)

    def _actions(self):
        return [self._deliver_some, self._deliver_some, self._return_some, self._post_drafts, self._pay_some, self._credit_one,
                self._order_other_quantity, self._press_manual_steps, self._settle_twice, self._cancel_order]

    def _attempt(self, action, order, luck):
        """People try things; a refusal leaves everything as it was."""
        try:
            with self.env.cr.savepoint():
                action(order, luck)
                self.env.flush_all()
        except UserError:
            self.env.invalidate_all()

    # -- what people do ---------------------------------------------------------------------------

    def _deliver_some(self, order, luck):
        picking = luck.choice(self.open_pickings(order) or [None])
        if picking:
            for move in picking.move_ids:
                move.quantity = luck.randint(0, int(move.product_uom_qty))
            context = {"skip_backorder": True}
            if luck.random() < 0.3:
                context["picking_ids_not_to_backorder"] = picking.ids
            picking.with_context(**context).button_validate()

    def _return_some(self, order, luck):
        done = order.picking_ids.filtered(lambda picking: picking.state == "done" and not picking.return_id)
        if done:
            wizard = self.env["stock.return.picking"].create({"picking_id": luck.choice(done).id})
            for line in wizard.product_return_moves:
                line.quantity = luck.randint(0, int(line.move_id.quantity))
            wizard._create_return().button_validate()

    def _post_drafts(self, order, luck):
        order.invoice_ids.filtered(lambda move: move.state == "draft").action_post()

    def _pay_some(self, order, luck):
        owed = self.posted(order).filtered(lambda move: move.amount_residual > 0 and move.move_type == "out_invoice")
        if owed:
            invoice = luck.choice(owed)
            self.pay(invoice, luck.choice([invoice.amount_residual, round(invoice.amount_residual / 2, 2)]))

    def _credit_one(self, order, luck):
        invoices = self.posted(order).filtered(lambda move: move.move_type == "out_invoice" and move.payment_state == "not_paid")
        if invoices:
            self.credit(luck.choice(invoices))

    def _order_other_quantity(self, order, luck):
        luck.choice(order.order_line).product_uom_qty = luck.randint(0, 12)

    def _press_manual_steps(self, order, luck):
        for step in order.workflow.available():
            if step.kind == "step" and step.enabled:
                order.workflow.run(step.name)

    def _settle_twice(self, order, luck):
        self.assertAtRest(order)

    def _cancel_order(self, order, luck):
        if luck.random() < 0.2:
            order.action_cancel()

    # -- the end ----------------------------------------------------------------------------------

    def _bring_to_an_end(self, order):
        """Everybody does what is left to do."""
        for _round in range(8):
            if order.state != "sale" or order.is_done:
                return
            self._press_manual_steps(order, None)
            self._post_drafts(order, None)
            for invoice in self.posted(order).filtered(lambda move: move.amount_residual > 0):
                self.pay(invoice)
            for picking in self.open_pickings(order):
                self.deliver(picking)
            if not order.order_policy and order.invoice_status == "to invoice":
                order._create_invoices(final=True)
            self.env.flush_all()

    def _check(self, order, at_the_end=False):
        """Never more shipped than ordered, never more invoiced than was ever ordered (at the end: than is ordered)."""
        for line in order.order_line:
            self.most_ordered[line] = max(self.most_ordered.get(line, 0.0), line.product_uom_qty)
            self.assertLessEqual(line.qty_delivered, line.product_uom_qty)
            invoiced = sum(line._signed_invoiced(invoice_line) for invoice_line in line.invoice_lines
                           if invoice_line.parent_state == "posted")
            self.assertLessEqual(invoiced, line.product_uom_qty if at_the_end else self.most_ordered[line])
        self.assertBooksAgree(*order.order_line.product_id)
