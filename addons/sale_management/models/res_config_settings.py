from core import api, fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    group_sale_order_template = fields.Boolean("Quotation Templates", implied_group="sale_management.group_sale_order_template")
    company_so_template_id = fields.Many2one(related="company_id.sale_order_template_id", string="Default Template", readonly=False,
                                             domain="['|', ('company_id', '=', False), ('company_id', '=', company_id)]")

    @api.onchange("group_sale_order_template")
    def _onchange_group_sale_order_template(self):
        if not self.group_sale_order_template:
            self.company_so_template_id = False
