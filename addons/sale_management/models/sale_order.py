"""What a quotation template says about the quotation."""
from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import is_html_empty


class SaleOrder(models.Model):
    _inherit = "sale.order"

    sale_order_template_id = fields.Many2one("sale.order.template", "Quotation Template", compute="_compute_sale_order_template_id",
                                             store=True, readonly=False, check_company=True, precompute=True,
                                             domain="['|', ('company_id', '=', False), ('company_id', '=', company_id)]")
    sale_order_option_ids = fields.One2many("sale.order.option", "order_id", "Optional Products Lines", copy=True)

    @api.depends("company_id")
    def _compute_sale_order_template_id(self):
        for order in self:
            order.sale_order_template_id = order.company_id.sale_order_template_id or order.sale_order_template_id

    @api.depends("partner_id", "sale_order_template_id")
    def _compute_note(self):
        super()._compute_note()
        for order in self.filtered("sale_order_template_id"):
            template = order.sale_order_template_id.with_context(lang=order.partner_id.lang or self.env.lang)
            if not is_html_empty(template.note):
                order.note = template.note

    @api.depends("sale_order_template_id")
    def _compute_require_signature(self):
        super()._compute_require_signature()
        for order in self.filtered("sale_order_template_id"):
            order.require_signature = order.sale_order_template_id.require_signature

    @api.depends("sale_order_template_id")
    def _compute_require_payment(self):
        super()._compute_require_payment()
        for order in self.filtered("sale_order_template_id"):
            order.require_payment = order.sale_order_template_id.require_payment

    @api.depends("sale_order_template_id")
    def _compute_prepayment_percent(self):
        super()._compute_prepayment_percent()
        for order in self.filtered(lambda order: order.sale_order_template_id and order.require_payment):
            order.prepayment_percent = order.sale_order_template_id.prepayment_percent

    @api.depends("sale_order_template_id")
    def _compute_validity_date(self):
        super()._compute_validity_date()
        today = fields.Date.context_today(self)
        for order in self.filtered(lambda order: order.sale_order_template_id.number_of_days > 0):
            order.validity_date = fields.Date.add(today, days=order.sale_order_template_id.number_of_days)

    @api.constrains("company_id", "sale_order_option_ids")
    def _check_optional_product_company_id(self):
        for order in self:
            foreign = order.sale_order_option_ids.product_id.filtered(
                lambda product, order=order: product.company_id and product.company_id != order.company_id)
            if foreign:
                raise ValidationError(_("Order %(order)s of %(company)s cannot offer %(product)s, which belongs to %(other)s.",
                                        order=order.name, company=order.company_id.name, product=foreign[0].display_name,
                                        other=foreign[0].company_id.name))

    @api.onchange("company_id")
    def _onchange_company_id(self):
        if self._origin.id:
            return
        self._compute_sale_order_template_id()

    @api.onchange("sale_order_template_id")
    def _onchange_sale_order_template_id(self):
        """Lines and options of the template replace those of the quotation."""
        template = self.sale_order_template_id
        if not template:
            return
        template = template.with_context(lang=self.partner_id.lang or self.env.lang)
        lines = [Command.create(line._prepare_order_line_values()) for line in template.sale_order_template_line_ids]
        if lines:
            # The first lines of documents count from their own sequence; sections stay where the template has them.
            for position, command in enumerate(lines):
                command[2]["sequence"] = 10 + position
        self.order_line = [Command.clear(), *lines]
        self.sale_order_option_ids = [Command.clear(), *(
            Command.create(option._prepare_option_line_values()) for option in template.sale_order_template_option_ids)]

    @api.onchange("partner_id")
    def _onchange_partner_id(self):
        """An untouched template speaks the new customer's language."""
        if self._origin.id or not self.sale_order_template_id:
            return
        self._onchange_sale_order_template_id()

    def _get_confirmation_template(self):
        self.ensure_one()
        return self.sale_order_template_id.mail_template_id or super()._get_confirmation_template()

    def action_confirm(self):
        result = super().action_confirm()
        for order in self.filtered(lambda order: order.state == "sale"):
            if order.sale_order_template_id.mail_template_id and order.partner_id.email:
                order._send_order_notification_mail(order.sale_order_template_id.mail_template_id)
        return result

    def _recompute_prices(self):
        super()._recompute_prices()
        options = self.sale_order_option_ids
        options.discount = 0.0
        options._compute_price_unit()
        options._compute_discount()

    def _add_option_from_portal(self, option_id):
        """The customer adds an optional product of this quotation.

        :raise UserError: there is no such option, or the quotation can no longer be changed
        """
        self.ensure_one()
        option = self.sale_order_option_ids.filtered(lambda option: option.id == option_id)
        if not option:
            raise UserError(_("%s has no such option.", self.name))
        if not option.is_present:
            option.add_option_to_order()

    def _remove_option_from_portal(self, line_id):
        """The customer takes an optional product off again.

        :raise UserError: the line is no option, or the quotation can no longer be changed
        """
        self.ensure_one()
        line = self.order_line.filtered(lambda line: line.id == line_id)
        if not self._can_be_edited_on_portal() or not line.sale_order_option_ids:
            raise UserError(_("This line of %s cannot be removed.", self.name))
        line.unlink()
