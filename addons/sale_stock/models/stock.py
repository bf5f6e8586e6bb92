"""What stock knows of sales: which line a move delivers, which order a transfer belongs to."""
from core import _, api, fields, models, workflow
from core.exceptions import UserError
from core.tools import float_compare


class ProcurementGroup(models.Model):
    _inherit = "procurement.group"

    sale_id = fields.Many2one("sale.order", "Sale Order", index="btree_not_null")


class StockRoute(models.Model):
    _inherit = "stock.route"

    sale_selectable = fields.Boolean("Selectable on Sales Order Line")


class StockRule(models.Model):
    _inherit = "stock.rule"

    def _get_custom_move_fields(self):
        return [*super()._get_custom_move_fields(), "sale_line_id"]


class StockMove(models.Model):
    _inherit = "stock.move"

    sale_line_id = fields.Many2one("sale.order.line", "Sale Line", index="btree_not_null")

    def _prepare_merge_moves_distinct_fields(self):
        return [*super()._prepare_merge_moves_distinct_fields(), "sale_line_id"]

    def _get_source_document(self):
        return self.sale_line_id.order_id or super()._get_source_document()

    def _delivers(self):
        """True for a move that takes goods to the customer, not a return of them."""
        self.ensure_one()
        return self.location_dest_id.usage == "customer" and self.location_id.usage != "customer"

    def _takes_back(self):
        self.ensure_one()
        return self.location_id.usage == "customer" and self.location_dest_id.usage != "customer"

    def _in_line_unit(self, quantity):
        """``quantity`` of this move in the unit of its order line."""
        unit = self.sale_line_id.product_uom
        if not unit or unit == self.product_uom:
            return quantity
        return self.product_uom._compute_quantity(quantity, unit, rounding_method="HALF-UP")


class StockPicking(models.Model):
    _inherit = "stock.picking"

    sale_id = fields.Many2one("sale.order", "Sales Order", related="group_id.sale_id", store=True, index="btree_not_null")
    invoice_ids = fields.Many2many("account.move", "stock_picking_invoice_rel", "picking_id", "invoice_id", "Invoices",
                                   copy=False)
    is_invoiceable = fields.Boolean("To Invoice", compute="_compute_is_invoiceable",
                                    help="Goods of this delivery can be invoiced.")

    @api.depends("state", "move_ids.quantity", "move_ids.sale_line_id.qty_to_invoice", "invoice_ids.state")
    def _compute_is_invoiceable(self):
        for picking in self:
            picking.is_invoiceable = picking.state == "done" and any(
                quantity > 0 for quantity in picking.sudo()._quantities_to_invoice().values())

    def _quantities_to_invoice(self):
        """Order line → what this done delivery brought and no invoice covers yet (line's unit)."""
        self.ensure_one()
        quantities = {}
        for move in self.move_ids:
            line = move.sale_line_id
            if line and move.state == "done" and move._delivers():
                quantities[line] = quantities.get(line, 0.0) + move._in_line_unit(move.quantity)
        return {line: max(0.0, min(quantity - self._quantity_invoiced(line), line.qty_to_invoice))
                for line, quantity in quantities.items()}

    def _quantity_invoiced(self, line):
        """What the invoices of this transfer bill of an order line."""
        return sum(
            line._signed_invoiced(invoice_line) for invoice_line in self.invoice_ids.invoice_line_ids
            if line in invoice_line.sale_line_ids and invoice_line.parent_state != "cancel")

    def _create_picking_invoices(self):
        """One draft invoice for each of these deliveries that has something to invoice; returns them."""
        invoices = self.env["account.move"]
        for picking in self:
            quantities = {line: quantity for line, quantity in picking._quantities_to_invoice().items()
                          if float_compare(quantity, 0.0, precision_rounding=line.product_uom.rounding) > 0}
            if quantities:
                invoices |= picking._create_picking_invoice(quantities)
        return invoices

    def _create_picking_invoice(self, quantities):
        order = self.sale_id
        values = order._prepare_invoice()
        values["invoice_origin"] = f"{order.name}, {self.name}"
        values["invoice_line_ids"] = [
            (0, 0, line._prepare_invoice_line(quantity=quantity, sequence=10 + position))
            for position, (line, quantity) in enumerate(quantities.items())]
        invoice = order._create_account_invoices([values], False)
        # The storekeeper's document gets the reference, whoever pressed the button.
        self.sudo().invoice_ids = [(4, invoice.id)]
        order._announce_invoices(invoice)
        return invoice

    def action_create_invoice(self):
        """Button "Create Invoice" of a done delivery."""
        refused = self.filtered(lambda picking: not picking.is_invoiceable)
        if refused:
            raise UserError(_("Nothing of %s is to be invoiced: it is not done yet, or it is invoiced already.", refused[0].name))
        invoices = self._create_picking_invoices()
        return self.sale_id.action_view_invoice(invoices=invoices)

    def action_view_sale_order(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "res_model": "sale.order", "res_id": self.sale_id.id,
                "view_mode": "form", "views": [(False, "form")]}


@workflow.guard("sale_stock.not_over_shipped")
def not_over_shipped(move):
    """An order never gets more than was ordered: the customer would have to pay what nobody asked for."""
    line = move.sale_line_id
    if not line or not move._delivers():
        return None
    leaving = sum(
        other._in_line_unit(other.quantity) for other in line.move_ids
        if other._delivers() and (other.state == "done" or other == move or (
            other.picking_id == move.picking_id and other.state != "cancel" and other.picked)))
    back = sum(other._in_line_unit(other.quantity) for other in line.move_ids
               if other._takes_back() and other.state == "done" and other.to_refund)
    unit = line.product_uom
    if float_compare(leaving - back, line.product_uom_qty, precision_rounding=unit.rounding) <= 0:
        return None
    return workflow.Refusal(
        "sale_stock.over_shipped",
        _("%(picking)s: %(leaving)s %(unit)s of %(product)s would be delivered for %(order)s, which ordered %(ordered)s.",
          picking=move.picking_id.name, leaving=f"{leaving - back:g}", unit=unit.name,
          product=move.product_id.display_name, order=line.order_id.name, ordered=f"{line.product_uom_qty:g}"),
        hint=_("Lower the quantity, or raise it on the order first."))
