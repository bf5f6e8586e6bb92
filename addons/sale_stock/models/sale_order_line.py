"""From ordered to delivered: procurements of a line, and what its moves brought."""
from core import api, fields, models
from core.tools import float_compare

CLOSED = ("done", "cancel")


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    qty_delivered_method = fields.Selection(selection_add=[("stock_move", "Stock Moves")])
    route_id = fields.Many2one("stock.route", "Route", domain="[('sale_selectable', '=', True)]", ondelete="restrict",
                               check_company=True)
    move_ids = fields.One2many("stock.move", "sale_line_id", "Stock Moves")
    qty_procured = fields.Float("Quantity on Transfers", compute="_compute_qty_procured", store=True, copy=False,
                                digits="Product Unit of Measure",
                                help="What was put on transfers since the order was confirmed, dropped remainders included.")

    @api.depends("product_id")
    def _compute_customer_lead(self):
        super()._compute_customer_lead()
        for line in self:
            line.customer_lead = line.product_id.sale_delay or 0.0

    @api.depends("product_id")
    def _compute_qty_delivered_method(self):
        super()._compute_qty_delivered_method()
        for line in self:
            if not line.is_expense and line.product_id.type in ("consu", "product"):
                line.qty_delivered_method = "stock_move"

    @api.depends("move_ids.state", "move_ids.quantity", "move_ids.product_uom", "move_ids.to_refund")
    def _compute_qty_delivered(self):
        super()._compute_qty_delivered()
        for line in self:
            if line.qty_delivered_method == "stock_move":
                line.qty_delivered = line._delivered_by_moves()

    def _delivered_by_moves(self):
        outgoing, incoming = self._get_outgoing_incoming_moves()
        return (sum(move._in_line_unit(move.quantity) for move in outgoing if move.state == "done")
                - sum(move._in_line_unit(move.quantity) for move in incoming if move.state == "done"))

    def _get_outgoing_incoming_moves(self, strict=True):
        """(moves to the customer, returns that count) of this line, cancelled ones left out."""
        active = self.move_ids.filtered(lambda move: move.state != "cancel" and not move.scrapped
                                        and move.product_id == self.product_id)
        outgoing = active.filtered(lambda move: move._delivers())
        incoming = active.filtered(lambda move: move._takes_back() and (move.to_refund or not move.origin_returned_move_id))
        return outgoing, incoming

    def _is_finally_invoiced(self):
        """Delivered in part, the rest dropped, and what was delivered is invoiced."""
        if self._invoicing_basis() != "delivery" or not self.move_ids:
            return super()._is_finally_invoiced()
        return self.qty_invoiced > 0 and all(move.state in CLOSED for move in self.move_ids)

    # -- what is still to be put on a transfer ------------------------------------------------------

    def _is_shipped(self):
        self.ensure_one()
        return not self.display_type and self.qty_delivered_method == "stock_move" and not self._is_delivery()

    def _compare(self, left, right):
        if left == right:
            return 0
        return float_compare(left, right, precision_rounding=self.product_uom.rounding or 0.01)

    @api.depends("move_ids.product_uom_qty", "move_ids.quantity", "move_ids.state", "move_ids.group_id",
                 "order_id.procurement_group_id")
    def _compute_qty_procured(self):
        for line in self:
            line.qty_procured = line._get_qty_procurement()

    def _quantity_to_procure(self):
        """Ordered, and never put on a transfer of the order's current procurement group (line's unit).

        Quantities a storekeeper dropped stay dropped; negative when less is ordered than is on transfers.
        """
        self.ensure_one()
        return self.product_uom_qty - self.qty_procured

    def _get_qty_procurement(self, previous_product_uom_qty=False):
        group = self.order_id.procurement_group_id
        if not group:
            return 0.0
        return sum(
            move._in_line_unit(move.quantity if move.state == "done" else move.product_uom_qty) for move in self.move_ids
            if move.group_id == group and move._delivers() and not move.origin_returned_move_id)

    # -- procurement ------------------------------------------------------------------------------

    def _prepare_procurement_values(self, group_id=False):
        values = super()._prepare_procurement_values(group_id)
        order = self.order_id
        deadline = order.commitment_date or self._expected_date()
        values.update({
            "group_id": group_id,
            "sale_line_id": self.id,
            "date_planned": fields.Datetime.subtract(deadline, days=order.company_id.security_lead),
            "date_deadline": deadline,
            "route_ids": self.route_id,
            "warehouse_id": order.warehouse_id,
            "partner_id": order.partner_shipping_id.id,
            "company_id": order.company_id,
            "product_packaging_id": self.product_packaging_id,
        })
        return values

    def _get_procurement_group(self):
        return self.order_id.procurement_group_id

    def _prepare_procurement_group_vals(self):
        order = self.order_id
        return {"name": order.name, "move_type": order.picking_policy, "sale_id": order.id,
                "partner_id": order.partner_shipping_id.id}

    def _get_location_final(self):
        """Where the goods go: the customer location of the delivery address."""
        self.ensure_one()
        return self.order_id.partner_shipping_id.with_company(self.company_id)._stock_location("customer")

    def _create_procurements(self, product_qty, procurement_uom, values):
        return [self._create_procurement(product_qty, procurement_uom, values)]

    def _create_procurement(self, product_qty, procurement_uom, values):
        self.ensure_one()
        return self.env["procurement.group"].Procurement(
            self.product_id, product_qty, procurement_uom, self._get_location_final(), self.product_id.display_name,
            self.order_id.name, self.order_id.company_id, values)

    def _action_launch_stock_rule(self, previous_product_uom_qty=False):
        """Procure what the lines need and no transfer covers; shorten transfers that bring too much.

        All lines in one run; lines of unconfirmed or locked-in orders are left alone.
        """
        needs, excesses = [], []
        for line in self:
            if line.state != "sale" or not line._is_shipped():
                continue
            quantity = line._quantity_to_procure()
            sign = line._compare(quantity, 0.0)
            if sign > 0:
                needs.append((line, quantity))
            elif sign < 0:
                excesses.append((line, -quantity))
        if needs:
            self.env["procurement.group"].run(self._procurements_of(needs))
        for line, quantity in excesses:
            line._shorten_deliveries(quantity)
        return True

    def _procurements_of(self, needs):
        self._ensure_procurement_groups([line for line, _quantity in needs])
        procurements = []
        for line, quantity in needs:
            values = line._prepare_procurement_values(group_id=line.order_id.procurement_group_id)
            quantity, unit = line.product_uom._adjust_uom_quantities(quantity, line.product_id.uom_id)
            procurements += line._create_procurements(quantity, unit, values)
        return procurements

    @api.model
    def _ensure_procurement_groups(self, lines):
        first_lines = {}
        for line in lines:
            if not line._get_procurement_group():
                first_lines.setdefault(line.order_id, line)
        if not first_lines:
            return
        # The group belongs to the deliveries; the salesperson only causes it.
        groups = self.env["procurement.group"].sudo().create(
            [line._prepare_procurement_group_vals() for line in first_lines.values()])
        for order, group in zip(first_lines, groups):
            order.procurement_group_id = group

    def _shorten_deliveries(self, excess):
        """Take ``excess`` (line's unit) off the open moves of this line, the latest first."""
        moves = self.move_ids.sudo().filtered(lambda move: move.state not in CLOSED and move._delivers())
        for move in moves.sorted(lambda move: (move.date, move.id), reverse=True):
            if self._compare(excess, 0.0) <= 0:
                break
            part = min(excess, move._in_line_unit(move.product_uom_qty))
            excess -= part
            left = move._in_line_unit(move.product_uom_qty) - part
            move.product_uom_qty = self.product_uom._compute_quantity(left, move.product_uom, rounding_method="HALF-UP")
            if self._compare(left, 0.0) <= 0:
                move._action_cancel()

    # -- changes after confirmation -----------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._settle_confirmed()
        return lines

    def write(self, vals):
        result = super().write(vals)
        if "product_uom_qty" in vals or "product_id" in vals:
            self._settle_confirmed()
        return result

    def _settle_confirmed(self):
        orders = self.filtered(lambda line: line.state == "sale" and line.product_id).order_id
        if orders:
            orders.workflow.settle()

    @api.depends("move_ids")
    def _compute_product_updatable(self):
        super()._compute_product_updatable()
        for line in self:
            if any(move.state != "cancel" for move in line.move_ids):
                line.product_updatable = False
