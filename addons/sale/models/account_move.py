from core import api, fields, models


class AccountMove(models.Model):
    _inherit = "account.move"

    team_id = fields.Many2one("crm.team", "Sales Team", ondelete="set null", check_company=True,
                              compute="_compute_team_id", store=True, readonly=False)
    sale_order_count = fields.Integer(compute="_compute_origin_so_count", string="Sale Order Count")

    @api.depends("invoice_user_id")
    def _compute_team_id(self):
        found = {}
        for move in self:
            if move.team_id or not move.is_sale_document(include_receipts=True):
                continue
            key = (move.invoice_user_id.id, move.company_id.id)
            if key not in found:
                found[key] = self.env["crm.team"]._get_default_team_id(
                    user_id=move.invoice_user_id.id, domain=[("company_id", "in", (move.company_id.id, False))])
            move.team_id = found[key]

    @api.depends("line_ids.sale_line_ids")
    def _compute_origin_so_count(self):
        for move in self:
            move.sale_order_count = len(move.line_ids.sale_line_ids.order_id)

    def action_view_source_sale_orders(self):
        self.ensure_one()
        orders = self.line_ids.sale_line_ids.order_id
        action = self.env["ir.actions.actions"]._for_xml_id("sale.action_orders")
        if len(orders) == 1:
            action.update(views=[(False, "form")], view_mode="form", res_id=orders.id)
        else:
            action["domain"] = [("id", "in", orders.ids)]
        return action


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    sale_line_ids = fields.Many2many("sale.order.line", "sale_order_line_invoice_rel", "invoice_line_id", "order_line_id",
                                     string="Sales Order Lines", readonly=True, copy=False)
    is_downpayment = fields.Boolean()

    def _copy_data_extend_business_fields(self, values):
        """A reversal stays linked to the order lines it takes back."""
        super()._copy_data_extend_business_fields(values)
        values["sale_line_ids"] = [(6, 0, self.sale_line_ids.ids)]
