"""The order's deliveries."""
from core import _, api, fields, models, workflow
from core.exceptions import UserError

DELIVERY_STATUS = [("pending", "Not Delivered"), ("started", "Started"), ("partial", "Partially Delivered"),
                   ("full", "Fully Delivered")]
CLOSED = ("done", "cancel")


class SaleOrder(models.Model):
    _inherit = "sale.order"

    incoterm = fields.Many2one("account.incoterms", "Incoterm", help="Who bears which cost and risk of the delivery.")
    incoterm_location = fields.Char("Incoterm Location")
    picking_policy = fields.Selection([("direct", "As soon as possible"), ("one", "When all products are ready")],
                                      "Shipping Method", required=True, default="direct",
                                      help="Whether the goods go out in parts or all at once.")
    warehouse_id = fields.Many2one("stock.warehouse", "Warehouse", check_company=True, compute="_compute_warehouse_id",
                                   store=True, readonly=False, precompute=True)
    picking_ids = fields.One2many("stock.picking", "sale_id", "Transfers")
    delivery_count = fields.Integer("Delivery Orders", compute="_compute_picking_ids")
    delivery_status = fields.Selection(DELIVERY_STATUS, "Delivery Status", compute="_compute_delivery_status", store=True)
    procurement_group_id = fields.Many2one("procurement.group", "Procurement Group", copy=False)
    effective_date = fields.Datetime("Effective Date", compute="_compute_effective_date", store=True,
                                     help="Completion date of the first delivery.")

    @api.depends("user_id", "company_id")
    def _compute_warehouse_id(self):
        """The salesperson's warehouse in the order's company, looked up once for each pair."""
        found = {}
        for order in self:
            if order.state not in ("draft", "sent", False) or order.warehouse_id.company_id == order.company_id:
                continue
            user = order.user_id or self.env.user
            key = (user.id, order.company_id.id)
            if key not in found:
                found[key] = user.with_company(order.company_id)._get_default_warehouse_id()
            order.warehouse_id = found[key]

    @api.depends("picking_ids")
    def _compute_picking_ids(self):
        for order in self:
            order.delivery_count = len(order.picking_ids)

    @api.depends("picking_ids", "picking_ids.state", "order_line.qty_delivered")
    def _compute_delivery_status(self):
        for order in self:
            order.delivery_status = order._delivery_status_of(order.picking_ids.mapped("state"))

    def _delivery_status_of(self, states):
        if not states or set(states) == {"cancel"}:
            return False
        if set(states) <= set(CLOSED):
            return "full"
        if "done" in states:
            return "partial" if any(line.qty_delivered for line in self.order_line) else "started"
        return "pending"

    @api.depends("picking_ids.date_done")
    def _compute_effective_date(self):
        for order in self:
            dates = [picking.date_done for picking in order.picking_ids
                     if picking.date_done and picking.state == "done" and picking.location_dest_id.usage == "customer"]
            order.effective_date = min(dates, default=False)

    def _select_expected_date(self, expected_dates):
        return max(expected_dates) if self.picking_policy == "one" else super()._select_expected_date(expected_dates)

    # -- the end ----------------------------------------------------------------------------------

    @api.model
    def _is_done_depends(self):
        return [*super()._is_done_depends(), "delivery_status", "order_line.product_uom_qty", "order_line.qty_procured"]

    def _is_complete(self):
        return super()._is_complete() and self._is_delivered()

    def _goods_lines(self):
        """The lines whose product is shipped."""
        return self.order_line.filtered(lambda line: line._is_shipped())

    def _is_delivered(self):
        """Every good is on a transfer and no transfer is open. Orders of services only are delivered at once."""
        self.ensure_one()
        return self.delivery_status in (False, "full") and all(
            line._compare(line._quantity_to_procure(), 0.0) <= 0 for line in self._goods_lines())

    # -- delivering -------------------------------------------------------------------------------

    def _action_confirm(self):
        """Without a policy goods are delivered on confirmation, as in Odoo."""
        self.filtered(lambda order: not order.order_policy).order_line._action_launch_stock_rule()
        return super()._action_confirm()

    def _ensure_delivery(self):
        """Put what is ordered and on no transfer yet on one; take back what is ordered no more.

        Returns the transfers created (empty: nothing was missing).
        """
        if all(not line._is_shipped() or not line._compare(line._quantity_to_procure(), 0.0) for line in self.order_line):
            return self.env["stock.picking"]
        before = self.picking_ids
        self.order_line._action_launch_stock_rule()
        return self.picking_ids - before

    def _action_cancel(self):
        with workflow.operation(self.env):
            open_pickings = self.picking_ids.filtered(lambda picking: picking.state not in CLOSED)
            # Cancelling the order is the salesperson's right; the transfers follow from it.
            open_pickings.sudo().action_cancel()
            result = super()._action_cancel()
            # A reopened order starts its deliveries afresh.
            self.procurement_group_id = False
        return result

    def write(self, vals):
        if "warehouse_id" in vals:
            self._refuse_other_warehouse(vals["warehouse_id"])
        moved = self.browse()
        if "partner_shipping_id" in vals:
            moved = self.filtered(lambda order: order.state == "sale"
                                  and order.partner_shipping_id.id != vals["partner_shipping_id"])
        result = super().write(vals)
        if moved:
            moved._redirect_deliveries()
        if "commitment_date" in vals:
            moves = self.order_line.move_ids.filtered(lambda move: move.state not in CLOSED)
            moves.sudo().write({"date_deadline": vals["commitment_date"]})
        return result

    def _refuse_other_warehouse(self, warehouse_id):
        shipping = self.filtered(lambda order: order.warehouse_id.id != warehouse_id
                                 and any(picking.state != "cancel" for picking in order.picking_ids))
        if shipping:
            raise UserError(_("Order %(order)s is being delivered from %(warehouse)s; cancel its transfers before you choose "
                              "another warehouse.", order=shipping[0].name, warehouse=shipping[0].warehouse_id.name))

    def _redirect_deliveries(self):
        for order in self:
            open_pickings = order.picking_ids.filtered(lambda picking: picking.state not in CLOSED)
            open_pickings.sudo().write({"partner_id": order.partner_shipping_id.id})
            order.procurement_group_id.sudo().partner_id = order.partner_shipping_id

    def _prepare_invoice(self):
        values = super()._prepare_invoice()
        if self.effective_date:
            values["delivery_date"] = fields.Date.to_date(self.effective_date)
        values["invoice_incoterm_id"] = self.incoterm.id
        values["incoterm_location"] = self.incoterm_location
        return values

    # -- buttons ----------------------------------------------------------------------------------

    def action_view_delivery(self):
        return self._get_action_view_picking(self.picking_ids)

    def _get_action_view_picking(self, pickings):
        action = self.env["ir.actions.actions"]._for_xml_id("stock.action_picking_tree_all")
        if len(pickings) == 1:
            action.update(views=[(False, "form")], view_mode="form", res_id=pickings.id)
        else:
            action["domain"] = [("id", "in", pickings.ids)]
        action["context"] = {"default_partner_id": self.partner_id.id, "default_origin": self.name,
                             "default_group_id": self.procurement_group_id.id}
        return action
