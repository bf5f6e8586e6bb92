from core import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"
    _check_company_auto = True

    sale_order_template_id = fields.Many2one(
        "sale.order.template", "Default Sale Template", check_company=True,
        domain="['|', ('company_id', '=', False), ('company_id', '=', id)]")
