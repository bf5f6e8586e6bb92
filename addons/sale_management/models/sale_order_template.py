"""A quotation prepared for a kind of sale: its lines, options, terms and how it is accepted."""
from core import _, api, fields, models
from core.exceptions import UserError, ValidationError


class SaleOrderTemplate(models.Model):
    _name = "sale.order.template"
    _description = "Quotation Template"
    _order = "sequence, id"

    active = fields.Boolean(default=True, help="Hidden when off, without being removed.")
    company_id = fields.Many2one("res.company", "Company")
    name = fields.Char("Quotation Template", required=True)
    note = fields.Html("Terms and conditions", translate=True)
    sequence = fields.Integer(default=10)
    mail_template_id = fields.Many2one("mail.template", "Confirmation Mail", domain="[('model', '=', 'sale.order')]",
                                       help="Sent to the customer on confirmation; empty: the usual one.")
    number_of_days = fields.Integer("Quotation Duration", help="Days the quotation is valid")
    require_signature = fields.Boolean("Online Signature", compute="_compute_require_signature", store=True, readonly=False)
    require_payment = fields.Boolean("Online Payment", compute="_compute_require_payment", store=True, readonly=False)
    prepayment_percent = fields.Float("Prepayment percentage", default=1.0)
    journal_id = fields.Many2one("account.journal", "Invoicing Journal", domain="[('type', '=', 'sale')]", company_dependent=True,
                                 check_company=True)
    sale_order_template_line_ids = fields.One2many("sale.order.template.line", "sale_order_template_id", "Lines", copy=True)
    sale_order_template_option_ids = fields.One2many("sale.order.template.option", "sale_order_template_id", "Optional Products",
                                                     copy=True)

    @api.depends("company_id")
    def _compute_require_signature(self):
        for template in self:
            template.require_signature = (template.company_id or self.env.company).portal_confirmation_sign

    @api.depends("company_id")
    def _compute_require_payment(self):
        for template in self:
            template.require_payment = (template.company_id or self.env.company).portal_confirmation_pay

    @api.constrains("company_id", "sale_order_template_line_ids", "sale_order_template_option_ids")
    def _check_company_id(self):
        for template in self:
            products = template.sale_order_template_line_ids.product_id | template.sale_order_template_option_ids.product_id
            foreign = products.filtered(lambda product, template=template: product.company_id and product.company_id != template.company_id)
            if foreign:
                raise ValidationError(_("Template “%(template)s” may be used by other companies, but %(product)s belongs to %(company)s.",
                                        template=template.name, product=foreign[0].display_name, company=foreign[0].company_id.name))

    @api.constrains("prepayment_percent")
    def _check_prepayment_percent(self):
        for template in self:
            if template.require_payment and not 0 < template.prepayment_percent <= 1:
                raise ValidationError(_("The prepayment of “%s” must be more than 0 and at most 100 percent.", template.name))

    def copy_data(self, default=None):
        return [dict(values, name=_("%s (copy)", template.name)) for template, values in zip(self, super().copy_data(default))]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_default(self):
        companies = self.env["res.company"].sudo().search([("sale_order_template_id", "in", self.ids)], limit=1)
        if companies:
            raise UserError(_("“%(template)s” is the default template of %(company)s. Choose another one in the settings first.",
                              template=companies.sale_order_template_id.name, company=companies.name))
