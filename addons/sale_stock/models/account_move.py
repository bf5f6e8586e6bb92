from core import fields, models

from odoo.addons.stock_account.valuation import average_of_deliveries


class AccountMove(models.Model):
    _inherit = "account.move"

    picking_ids = fields.Many2many("stock.picking", "stock_picking_invoice_rel", "invoice_id", "picking_id", "Deliveries",
                                   copy=False)

    def _stock_account_get_last_step_stock_moves(self):
        """Goods of the order lines that went to the customer; for credit notes, those that came back."""
        moves = super()._stock_account_get_last_step_stock_moves()
        for document in self.filtered(lambda move: move.is_sale_document()):
            side = "location_id" if document.move_type == "out_refund" else "location_dest_id"
            moves |= document.invoice_line_ids.sale_line_ids.move_ids.filtered(
                lambda move, side=side: move.state == "done" and move[side].usage == "customer")
        return moves


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    def _stock_account_get_anglo_saxon_price_unit(self):
        """What the delivered units cost, those first that were not invoiced yet."""
        fallback = super()._stock_account_get_anglo_saxon_price_unit()
        order_line = self.sale_line_ids[:1]
        if not order_line:
            return fallback
        original = self._reversed_cost()
        if original is not None:
            return original
        unit = self.product_id.uom_id
        in_unit = self.product_uom_id or unit
        layers = order_line.move_ids.filtered(lambda move: move.state == "done").sudo().stock_valuation_layer_ids.filtered(
            lambda layer: layer.product_id == self.product_id)
        cost = average_of_deliveries(
            [(-layer.quantity, -layer.value) for layer in layers if layer.quantity < 0],
            self._invoiced_before(order_line), in_unit._compute_quantity(self.quantity, unit, round=False),
            in_unit._compute_price(fallback, unit))
        return unit._compute_price(cost, in_unit)

    def _reversed_cost(self):
        """A credit note takes back the cost its invoice had taken."""
        origin = self.move_id.reversed_entry_id
        cogs = origin.line_ids.filtered(
            lambda line: line.display_type == "cogs" and line.balance > 0 and line.product_id == self.product_id)
        quantity = sum(cogs.mapped("quantity"))
        return sum(cogs.mapped("balance")) / quantity if quantity else None

    def _invoiced_before(self, order_line):
        """Units of the order line on other posted documents, in the product's unit."""
        total = 0.0
        for line in order_line.invoice_lines - self:
            if line.parent_state == "posted":
                sign = -1 if line.move_id.move_type == "out_refund" else 1
                total += sign * line.product_uom_id._compute_quantity(line.quantity, self.product_id.uom_id, round=False)
        return total
