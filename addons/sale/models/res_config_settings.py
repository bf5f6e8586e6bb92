from core import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    default_invoice_policy = fields.Selection(
        [("order", "Invoice what is ordered"), ("delivery", "Invoice what is delivered")], "Invoicing Policy",
        default="order", default_model="product.template")
    group_auto_done_setting = fields.Boolean("Lock Confirmed Sales", implied_group="sale.group_auto_done_setting")
    group_discount_per_so_line = fields.Boolean("Discounts", implied_group="sale.group_discount_per_so_line")
    group_warning_sale = fields.Boolean("Sale Order Warnings", implied_group="sale.group_warning_sale")
    group_proforma_sales = fields.Boolean("Pro-Forma Invoice", implied_group="sale.group_proforma_sales")
    portal_confirmation_sign = fields.Boolean(related="company_id.portal_confirmation_sign", readonly=False)
    order_policy = fields.Selection(related="company_id.order_policy", readonly=False)
    quotation_validity_days = fields.Integer(related="company_id.quotation_validity_days", readonly=False)
