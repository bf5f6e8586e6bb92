"""The sales order: who buys, on which terms. Amounts, lifecycle and invoicing are in the files beside."""
from core import _, api, fields, models
from core.exceptions import UserError, ValidationError

ORDER_STATE = [
    ("draft", "Quotation"),
    ("sent", "Quotation Sent"),
    ("sale", "Sales Order"),
    ("cancel", "Cancelled"),
]

INVOICE_STATUS = [
    ("upselling", "Upselling Opportunity"),
    ("invoiced", "Fully Invoiced"),
    ("to invoice", "To Invoice"),
    ("no", "Nothing to Invoice"),
]


class SaleOrder(models.Model):
    _name = "sale.order"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Sales Order"
    _order = "date_order desc, id desc"
    _check_company_auto = True

    name = fields.Char("Order Reference", required=True, copy=False, readonly=False, index="trigram",
                       default=lambda self: _("New"))
    company_id = fields.Many2one("res.company", "Company", required=True, index=True, default=lambda self: self.env.company)
    partner_id = fields.Many2one("res.partner", "Customer", required=True, change_default=True, index=True, tracking=1,
                                 check_company=True)
    state = fields.Selection(ORDER_STATE, "Status", readonly=True, copy=False, index=True, tracking=3, default="draft")
    locked = fields.Boolean(default=False, copy=False, tracking=True,
                            help="Locked orders cannot be modified until they are unlocked.")
    client_order_ref = fields.Char("Customer Reference", copy=False)
    create_date = fields.Datetime("Creation Date", index=True, readonly=True)
    commitment_date = fields.Datetime("Delivery Date", copy=False, help="The delivery date promised to the customer.")
    date_order = fields.Datetime("Order Date", required=True, copy=False, default=fields.Datetime.now,
                                 help="Creation date of quotations, confirmation date of orders.")
    origin = fields.Char("Source Document", help="The document that asked for this order.")
    reference = fields.Char("Payment Ref.", copy=False)
    require_signature = fields.Boolean("Online signature", compute="_compute_require_signature", store=True, readonly=False,
                                       precompute=True, help="The customer signs the quotation on its page to confirm it.")
    require_payment = fields.Boolean("Online payment", compute="_compute_require_payment", store=True, readonly=False,
                                     precompute=True, help="The customer pays on the quotation's page to confirm it.")
    prepayment_percent = fields.Float("Prepayment percentage", compute="_compute_prepayment_percent", store=True,
                                      readonly=False, precompute=True, help="The part to be paid for confirming, 1 for all.")
    signature = fields.Image("Signature", copy=False, attachment=True, max_width=1024, max_height=1024)
    signed_by = fields.Char("Signed By", copy=False)
    signed_on = fields.Datetime("Signed On", copy=False)
    validity_date = fields.Date("Expiration", compute="_compute_validity_date", store=True, readonly=False, copy=False,
                                precompute=True)
    is_expired = fields.Boolean("Is Expired", compute="_compute_is_expired")
    note = fields.Html("Terms and conditions", compute="_compute_note", store=True, readonly=False, precompute=True)
    partner_invoice_id = fields.Many2one("res.partner", "Invoice Address", required=True, check_company=True,
                                         compute="_compute_partner_invoice_id", store=True, readonly=False, precompute=True,
                                         index="btree_not_null")
    partner_shipping_id = fields.Many2one("res.partner", "Delivery Address", required=True, check_company=True,
                                          compute="_compute_partner_shipping_id", store=True, readonly=False,
                                          precompute=True, index="btree_not_null")
    fiscal_position_id = fields.Many2one("account.fiscal.position", "Fiscal Position", check_company=True,
                                         compute="_compute_fiscal_position_id", store=True, readonly=False, precompute=True)
    payment_term_id = fields.Many2one("account.payment.term", "Payment Terms", check_company=True,
                                      compute="_compute_payment_term_id", store=True, readonly=False, precompute=True)
    pricelist_id = fields.Many2one("product.pricelist", "Pricelist", check_company=True, tracking=1,
                                   compute="_compute_pricelist_id", store=True, readonly=False, precompute=True)
    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id", store=True, precompute=True,
                                  ondelete="restrict")
    currency_rate = fields.Float("Currency Rate", compute="_compute_currency_rate", store=True, precompute=True, digits=0)
    user_id = fields.Many2one("res.users", "Salesperson", index=True, tracking=2, compute="_compute_user_id", store=True,
                              readonly=False, precompute=True, domain="[('share', '=', False)]")
    team_id = fields.Many2one("crm.team", "Sales Team", check_company=True, ondelete="set null", tracking=True,
                              compute="_compute_team_id", store=True, readonly=False, precompute=True)
    journal_id = fields.Many2one("account.journal", "Invoicing Journal", check_company=True,
                                 domain="[('type', '=', 'sale')]",
                                 help="Journal of the invoices; empty: the first sales journal.")
    order_policy = fields.Selection(
        [], "Shipping Policy", tracking=True, copy=True, default=lambda self: self.env.company.order_policy,
        help="In which order confirmation, invoice, payment and delivery follow each other. Empty: deliver on "
             "confirmation, invoice by hand. Addons bring policies.")
    order_line = fields.One2many("sale.order.line", "order_id", "Order Lines", copy=True, bypass_search_access=True)
    tag_ids = fields.Many2many("crm.tag", "sale_order_tag_rel", "order_id", "tag_id", "Tags")
    country_code = fields.Char(related="company_id.account_fiscal_country_id.code")
    company_price_include = fields.Selection(related="company_id.account_price_include")
    tax_calculation_rounding_method = fields.Selection(related="company_id.tax_calculation_rounding_method")
    partner_credit_warning = fields.Text(compute="_compute_partner_credit_warning")
    expected_date = fields.Datetime("Expected Date", compute="_compute_expected_date")
    show_update_fpos = fields.Boolean("Has Fiscal Position Changed", store=False)
    show_update_pricelist = fields.Boolean("Has Pricelist Changed", store=False)
    has_active_pricelist = fields.Boolean(compute="_compute_has_active_pricelist")
    type_name = fields.Char("Type Name", compute="_compute_type_name")

    _sql_constraints = [
        ("date_order_conditional_required",
         "CHECK((state = 'sale' AND date_order IS NOT NULL) OR state != 'sale')",
         "A confirmed sales order requires a confirmation date."),
    ]

    def init(self):
        self.env.cr.execute(
            "CREATE INDEX IF NOT EXISTS sale_order_date_order_id_idx ON sale_order (date_order desc, id desc)")

    # -- values that follow from others ----------------------------------------------------------

    @api.depends("partner_id")
    def _compute_note(self):
        """The company's terms, in the customer's language; addons propose others."""
        terms = self.env["ir.config_parameter"].sudo().get_param("account.use_invoice_terms")
        for order in self:
            if not terms or not order.partner_id:
                order.note = order.note or False
                continue
            lang = order.partner_id.lang or self.env.lang
            order.note = order.with_company(order.company_id).company_id.with_context(lang=lang).invoice_terms

    @api.depends("company_id")
    def _compute_require_signature(self):
        for order in self:
            order.require_signature = order.company_id.portal_confirmation_sign

    @api.depends("company_id")
    def _compute_require_payment(self):
        for order in self:
            order.require_payment = order.company_id.portal_confirmation_pay

    @api.depends("require_payment")
    def _compute_prepayment_percent(self):
        for order in self:
            order.prepayment_percent = order.company_id.prepayment_percent if order.require_payment else order.prepayment_percent

    @api.depends("company_id")
    def _compute_validity_date(self):
        today = fields.Date.context_today(self)
        for order in self:
            days = order.company_id.quotation_validity_days
            order.validity_date = fields.Date.add(today, days=days) if days > 0 else False

    @api.depends("state", "validity_date")
    def _compute_is_expired(self):
        today = fields.Date.today()
        for order in self:
            order.is_expired = bool(order.state in ("draft", "sent") and order.validity_date and order.validity_date < today)

    @api.depends("partner_id")
    def _compute_partner_invoice_id(self):
        for order in self:
            order.partner_invoice_id = order.partner_id.address_get(["invoice"])["invoice"] if order.partner_id else False

    @api.depends("partner_id")
    def _compute_partner_shipping_id(self):
        for order in self:
            order.partner_shipping_id = order.partner_id.address_get(["delivery"])["delivery"] if order.partner_id else False

    @api.depends("partner_shipping_id", "partner_id", "company_id")
    def _compute_fiscal_position_id(self):
        """The fiscal position of the customer, found once per (company, customer, address)."""
        found = {}
        for order in self:
            if not order.partner_id:
                order.fiscal_position_id = False
                continue
            key = (order.company_id.id, order.partner_id.id, order.partner_shipping_id.id)
            if key not in found:
                found[key] = self.env["account.fiscal.position"].with_company(
                    order.company_id)._get_fiscal_position(order.partner_id, order.partner_shipping_id)
            order.fiscal_position_id = found[key]

    @api.depends("partner_id")
    def _compute_payment_term_id(self):
        for order in self:
            order.payment_term_id = order.with_company(order.company_id).partner_id.property_payment_term_id

    @api.depends("partner_id", "company_id")
    def _compute_pricelist_id(self):
        for order in self:
            if order.state not in ("draft", False):
                continue
            order.pricelist_id = order.with_company(order.company_id).partner_id.property_product_pricelist \
                if order.partner_id else False

    @api.depends("company_id")
    def _compute_has_active_pricelist(self):
        for order in self:
            order.has_active_pricelist = bool(self.env["product.pricelist"].search_count(
                [("company_id", "in", (False, order.company_id.id))], limit=1))

    @api.depends("pricelist_id", "company_id")
    def _compute_currency_id(self):
        for order in self:
            order.currency_id = order.pricelist_id.currency_id or order.company_id.currency_id

    @api.depends("currency_id", "date_order", "company_id")
    def _compute_currency_rate(self):
        for order in self:
            own = order.company_id.currency_id
            if not order.currency_id or order.currency_id == own:
                order.currency_rate = 1.0
            else:
                order.currency_rate = self.env["res.currency"]._get_conversion_rate(
                    own, order.currency_id, order.company_id, (order.date_order or fields.Datetime.now()).date())

    @api.depends("partner_id")
    def _compute_user_id(self):
        for order in self:
            if order.partner_id and not (order._origin.id and order.user_id):
                order.user_id = (order.partner_id.user_id or order.partner_id.commercial_partner_id.user_id
                                 or (self.env.user.has_group("sales_team.group_sale_salesman") and self.env.user) or False)

    @api.depends("partner_id", "user_id")
    def _compute_team_id(self):
        found = {}
        for order in self:
            key = (order.user_id.id, order.company_id.id)
            if key not in found:
                found[key] = self.env["crm.team"].with_context(
                    allowed_company_ids=order.company_id.ids)._get_default_team_id(
                    user_id=order.user_id.id, domain=[("company_id", "in", (order.company_id.id, False))])
            order.team_id = found[key]

    @api.depends("order_line.customer_lead", "date_order", "state")
    def _compute_expected_date(self):
        for order in self:
            dates = [line._expected_date() for line in order.order_line
                     if not line.display_type and not line._is_delivery() and line.state != "cancel"]
            order.expected_date = order._select_expected_date(dates) if dates else False

    def _select_expected_date(self, expected_dates):
        self.ensure_one()
        return min(expected_dates)

    @api.depends("partner_id")
    def _compute_partner_credit_warning(self):
        for order in self:
            order.partner_credit_warning = ""

    @api.depends("state")
    @api.depends_context("lang")
    def _compute_type_name(self):
        for order in self:
            order.type_name = _("Quotation") if order.state in ("draft", "sent", "cancel") else _("Sales Order")

    @api.depends("partner_id")
    @api.depends_context("sale_show_partner_name")
    def _compute_display_name(self):
        with_partner = self.env.context.get("sale_show_partner_name")
        for order in self:
            order.display_name = f"{order.name} - {order.partner_id.name}" if with_partner and order.partner_id else order.name

    # -- checks -----------------------------------------------------------------------------------

    @api.constrains("company_id", "order_line")
    def _check_order_line_company_id(self):
        for order in self:
            companies = order.order_line.product_id.company_id
            foreign = companies - order.company_id
            if foreign:
                product = order.order_line.product_id.filtered(lambda product: product.company_id in foreign)[:1]
                raise ValidationError(_("Order %(order)s of %(company)s cannot sell %(product)s, which belongs to %(other)s.",
                                        order=order.name, company=order.company_id.name, product=product.display_name,
                                        other=foreign[:1].name))

    @api.onchange("commitment_date", "expected_date")
    def _onchange_commitment_date(self):
        if self.commitment_date and self.expected_date and self.commitment_date < self.expected_date:
            return {"warning": {
                "title": _("Requested date is too soon."),
                "message": _("The delivery date is sooner than the expected date. You may be unable to honor it.")}}
        return None

    @api.onchange("partner_id")
    def _onchange_partner_id_warning(self):
        """What is noted about the customer, else about the company it belongs to; a blocking note takes the customer out."""
        partner = self.partner_id
        if partner.sale_warn in (False, "no-message") and partner.parent_id:
            partner = partner.parent_id
        if partner.sale_warn in (False, "no-message"):
            return None
        if partner.sale_warn == "block":
            self.partner_id = False
        return {"warning": {"title": _("Warning for %s", partner.name), "message": partner.sale_warn_msg}}

    @api.onchange("fiscal_position_id")
    def _onchange_fpos_id_show_update_fpos(self):
        self.show_update_fpos = bool(self.order_line) and self._origin.fiscal_position_id != self.fiscal_position_id

    @api.onchange("pricelist_id")
    def _onchange_pricelist_id_show_update_prices(self):
        self.show_update_pricelist = bool(self.order_line) and self._origin.pricelist_id != self.pricelist_id

    # -- create, copy, write, unlink ---------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        unnumbered = [vals for vals in vals_list if vals.get("name", _("New")) == _("New")]
        for vals, number in zip(unnumbered, self._next_numbers(unnumbered)):
            vals["name"] = number
        return super().create(vals_list)

    @api.model
    def _next_numbers(self, vals_list):
        """A number for each of these orders, by company and date."""
        positions_by_company = {}
        for position, vals in enumerate(vals_list):
            positions_by_company.setdefault(vals.get("company_id") or self.env.company.id, []).append(position)
        numbers = [_("New")] * len(vals_list)
        for company_id, positions in positions_by_company.items():
            days = [self._numbering_day(vals_list[position]) for position in positions]
            drawn = self.env["ir.sequence"].with_company(company_id).next_many_by_code("sale.order", days)
            for position, number in zip(positions, drawn):
                numbers[position] = number or _("New")
        return numbers

    @api.model
    def _numbering_day(self, vals):
        if not vals.get("date_order"):
            return None
        return fields.Datetime.context_timestamp(self, fields.Datetime.to_datetime(vals["date_order"])).date()

    def copy_data(self, default=None):
        default = dict(default or {})
        vals_list = super().copy_data(default)
        if "order_line" not in default:
            for order, vals in zip(self, vals_list):
                vals["order_line"] = [(0, 0, line_vals) for line_vals in order._get_copiable_order_lines().copy_data()]
        for vals in vals_list:
            for line in vals.get("order_line") or ():
                if len(line) == 3 and isinstance(line[2], dict):
                    line[2].pop("order_id", None)
        return vals_list

    def _get_copiable_order_lines(self):
        """The lines a copy starts with: not the down payments."""
        return self.order_line.filtered(lambda line: not line.is_downpayment)

    def write(self, vals):
        if "pricelist_id" in vals:
            confirmed = self.filtered(lambda order: order.state == "sale" and order.pricelist_id.id != vals["pricelist_id"])
            if confirmed:
                raise UserError(_("Order %s is confirmed; its pricelist cannot change.", confirmed[0].name))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft_or_cancel(self):
        kept = self.filtered(lambda order: order.state not in ("draft", "cancel"))
        if kept:
            raise UserError(_("%(name)s is a %(state)s and cannot be deleted. Cancel it first.",
                              name=kept[0].name,
                              state=dict(self._fields["state"]._description_selection(self.env))[kept[0].state]))

    # -- conversations ------------------------------------------------------------------------------

    def _get_confirmation_template(self):
        """The mail sent when orders are confirmed; addons choose another."""
        return self.env.ref("sale.mail_template_sale_confirmation", raise_if_not_found=False) or self.env["mail.template"]

    def _track_subtype(self, init_values):
        self.ensure_one()
        if "state" in init_values and self.state == "sale":
            return self.env.ref("sale.mt_order_confirmed", raise_if_not_found=False) or super()._track_subtype(init_values)
        return super()._track_subtype(init_values)
