from core import fields, models, workflow


class ResCompany(models.Model):
    _inherit = "res.company"

    quotation_validity_days = fields.Integer("Default Quotation Validity", default=30,
                                             help="Days a quotation is valid; 0 for ever.")
    sale_discount_product_id = fields.Many2one("product.product", "Discount Product")
    order_policy = fields.Selection(
        selection="_selection_order_policy", string="Default Shipping Policy", help="The shipping policy of new quotations; empty: deliver on confirmation, "
                                               "invoice by hand.")

    def _selection_order_policy(self):
        """The installed shipping policies."""
        return workflow.policy_selection(self.env, "sale.workflow_sale_order/fulfilment")
