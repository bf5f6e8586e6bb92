from core import api, fields, models

from odoo.addons.base.models.res_partner import WARNING_HELP, WARNING_MESSAGE


class ResPartner(models.Model):
    _inherit = "res.partner"

    sale_order_ids = fields.One2many("sale.order", "partner_id", "Sales Order")
    sale_order_count = fields.Integer("Sale Order Count", compute="_compute_sale_order_count",
                                      groups="sales_team.group_sale_salesman")
    sale_warn = fields.Selection(WARNING_MESSAGE, "Sales Warnings", default="no-message", help=WARNING_HELP)
    sale_warn_msg = fields.Text("Message for Sales Order")

    def _compute_sale_order_count(self):
        """Orders of each partner and of its contacts, in one query for all of them."""
        family = self.with_context(active_test=False).search_fetch([("id", "child_of", self.ids)], ["parent_id"])
        counts = dict(self.env["sale.order"]._read_group([("partner_id", "in", family.ids)], ["partner_id"], ["__count"]))
        totals = dict.fromkeys(self.ids, 0)
        for partner, count in counts.items():
            ancestor = partner
            while ancestor:
                if ancestor.id in totals:
                    totals[ancestor.id] += count
                ancestor = ancestor.parent_id
        for partner in self:
            partner.sale_order_count = totals.get(partner.id, 0)

    def action_view_sale_order(self):
        action = self.env["ir.actions.actions"]._for_xml_id("sale.act_res_partner_2_sale_order")
        action["domain"] = [("partner_id", "child_of", self.ids)]
        return action

    @api.model
    def _sale_delivery_address(self, partner):
        return partner.address_get(["delivery"])["delivery"] if partner else False
