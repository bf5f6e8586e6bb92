from core import fields, models, workflow


class ResCompany(models.Model):
    _inherit = "res.company"

    quotation_validity_days = fields.Integer("Default Quotation Validity", default=30,
                                             help="Days a quotation is valid; 0 for ever.")
    portal_confirmation_sign = fields.Boolean("Online Signature", default=True)
    portal_confirmation_pay = fields.Boolean("Online Payment")
    prepayment_percent = fields.Float("Prepayment percentage", default=1.0)
    sale_discount_product_id = fields.Many2one("product.product", "Discount Product")
    order_policy = fields.Selection(
        selection="_selection_order_policy", string="Default Shipping Policy", help="The shipping policy of new quotations; empty: deliver on confirmation, "
                                               "invoice by hand.")

    def _selection_order_policy(self):
        """The installed shipping policies."""
        return workflow.policy_selection(self.env, "sale.workflow_sale_order/fulfilment")
