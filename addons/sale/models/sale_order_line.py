"""A line of the order: what, how much. Prices and invoicing are in the files beside."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_compare

from .sale_order import ORDER_STATE


class SaleOrderLine(models.Model):
    _name = "sale.order.line"
    _description = "Sales Order Line"
    _order = "order_id, sequence, id"
    _rec_names_search = ["name", "order_id.name"]
    _check_company_auto = True

    order_id = fields.Many2one("sale.order", "Order Reference", required=True, ondelete="cascade", index=True, copy=False)
    sequence = fields.Integer("Sequence", default=10)
    company_id = fields.Many2one(related="order_id.company_id", store=True, index=True, precompute=True)
    currency_id = fields.Many2one(related="order_id.currency_id", depends=["order_id.currency_id"], store=True, precompute=True)
    order_partner_id = fields.Many2one(related="order_id.partner_id", string="Customer", store=True, index=True, precompute=True)
    salesman_id = fields.Many2one(related="order_id.user_id", string="Salesperson", store=True, precompute=True)
    state = fields.Selection(ORDER_STATE, related="order_id.state", string="Order Status", copy=False, store=True, precompute=True)
    tax_country_id = fields.Many2one(related="order_id.tax_country_id")
    display_type = fields.Selection([("line_section", "Section"), ("line_note", "Note")], default=False)
    is_downpayment = fields.Boolean("Is a down payment")
    is_expense = fields.Boolean("Is expense")
    product_id = fields.Many2one("product.product", "Product", change_default=True, ondelete="restrict", index="btree_not_null",
                                 check_company=True, domain="[('sale_ok', '=', True)]")
    product_template_id = fields.Many2one("product.template", "Product Template", compute="_compute_product_template_id",
                                          readonly=False, search="_search_product_template_id",
                                          domain="[('sale_ok', '=', True)]")
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id", depends=["product_id"])
    product_type = fields.Selection(related="product_id.type", depends=["product_id"])
    product_template_attribute_value_ids = fields.Many2many(related="product_id.product_template_attribute_value_ids",
                                                            depends=["product_id"])
    product_no_variant_attribute_value_ids = fields.Many2many(
        "product.template.attribute.value", string="Extra Values", ondelete="restrict",
        compute="_compute_no_variant_attribute_values", store=True, readonly=False, precompute=True)
    is_configurable_product = fields.Boolean("Is the product configurable?", compute="_compute_is_configurable_product")
    product_custom_attribute_value_ids = fields.One2many("product.attribute.custom.value", "sale_order_line_id",
                                                         string="Custom Values", copy=True)
    name = fields.Text("Description", required=True, compute="_compute_name", store=True, readonly=False, precompute=True)
    product_uom_qty = fields.Float("Quantity", required=True, digits="Product Unit of Measure", default=1.0,
                                   compute="_compute_product_uom_qty", store=True, readonly=False, precompute=True)
    product_uom = fields.Many2one("uom.uom", "Unit of Measure", ondelete="restrict",
                                  compute="_compute_product_uom", store=True, readonly=False, precompute=True,
                                  domain="[('category_id', '=', product_uom_category_id)]")
    product_packaging_id = fields.Many2one("product.packaging", "Packaging", check_company=True,
                                           domain="[('sales', '=', True), ('product_id', '=', product_id)]")
    product_packaging_qty = fields.Float("Packaging Quantity", compute="_compute_product_packaging_qty", store=True,
                                         readonly=False, precompute=True)
    customer_lead = fields.Float("Lead Time", required=True, compute="_compute_customer_lead", store=True, readonly=False,
                                 precompute=True, help="Days between confirmation and shipping.")
    qty_delivered_method = fields.Selection([("manual", "Manual"), ("analytic", "Analytic From Expenses")],
                                            "Method to update delivered qty", compute="_compute_qty_delivered_method",
                                            store=True, precompute=True)
    qty_delivered = fields.Float("Delivery Quantity", digits="Product Unit of Measure", copy=False, default=0.0,
                                 compute="_compute_qty_delivered", store=True, readonly=False)
    product_updatable = fields.Boolean("Can Edit Product", compute="_compute_product_updatable")
    product_uom_readonly = fields.Boolean(compute="_compute_product_uom_readonly")
    combo_item_id = fields.Many2one("product.combo.item", "Combo Item")
    linked_line_id = fields.Many2one("sale.order.line", "Linked Order Line", ondelete="cascade", copy=False, index=True,
                                     domain="[('order_id', '=', order_id)]")
    linked_line_ids = fields.One2many("sale.order.line", "linked_line_id", "Linked Order Lines")
    warning_stock = fields.Char(compute="_compute_warning_stock")

    _sql_constraints = [
        ("accountable_required_fields",
         "CHECK(display_type IS NOT NULL OR is_downpayment OR (product_id IS NOT NULL AND product_uom IS NOT NULL))",
         "A line of an order needs a product and a unit of measure."),
        ("non_accountable_null_fields",
         "CHECK(display_type IS NULL OR (product_id IS NULL AND price_unit = 0 AND product_uom_qty = 0 "
         "AND product_uom IS NULL AND customer_lead = 0))",
         "A section or a note has no product, quantity or price."),
    ]

    # -- values that follow from others ----------------------------------------------------------

    @api.depends("product_id")
    def _compute_product_template_id(self):
        for line in self:
            line.product_template_id = line.product_id.product_tmpl_id

    @api.depends("product_id")
    def _compute_no_variant_attribute_values(self):
        """Values that fit another template than the line's product are dropped."""
        for line in self:
            kept = line.product_no_variant_attribute_value_ids
            line.product_no_variant_attribute_value_ids = kept.filtered(
                lambda value, template=line.product_id.product_tmpl_id: value.product_tmpl_id == template) if kept else False

    @api.depends("product_template_id")
    def _compute_is_configurable_product(self):
        for line in self:
            line.is_configurable_product = len(line.product_template_id.product_variant_ids) > 1

    def _search_product_template_id(self, operator, value):
        return [("product_id.product_tmpl_id", operator, value)]

    @api.depends("product_id", "linked_line_id")
    def _compute_name(self):
        for line in self:
            if not line.product_id and not line.is_downpayment:
                continue
            line = line.with_context(lang=line._get_lang()) if line.order_id.partner_id.lang else line
            line.name = line._get_sale_order_line_multiline_description_sale()

    def _get_lang(self):
        """The customer's language."""
        return self.order_id.partner_id.lang or self.env.lang

    def _get_sale_order_line_multiline_description_sale(self):
        self.ensure_one()
        if not self.product_id:
            return self.name or _("Down Payment")
        return self.product_id.get_product_multiline_description_sale()

    @api.depends("display_type", "product_id", "product_packaging_qty")
    def _compute_product_uom_qty(self):
        for line in self:
            if line.display_type:
                line.product_uom_qty = 0.0
            elif line.product_packaging_id and line.product_packaging_qty:
                packaged = line.product_packaging_id.qty * line.product_packaging_qty
                quantity = line.product_packaging_id.product_uom_id._compute_quantity(packaged, line.product_uom)
                if float_compare(quantity, line.product_uom_qty, precision_rounding=line.product_uom.rounding or 0.01):
                    line.product_uom_qty = quantity

    @api.depends("product_packaging_id", "product_uom", "product_uom_qty")
    def _compute_product_packaging_qty(self):
        for line in self:
            packaging = line.product_packaging_id
            line.product_packaging_qty = packaging._compute_qty(line.product_uom_qty, line.product_uom) if packaging else 0.0

    @api.depends("product_id")
    def _compute_product_uom(self):
        for line in self:
            unit = line.product_id.uom_id
            if line.product_id and (not line.product_uom or line.product_uom.category_id != unit.category_id):
                line.product_uom = unit

    @api.depends("product_id")
    def _compute_customer_lead(self):
        for line in self:
            line.customer_lead = 0.0

    @api.depends("is_expense")
    def _compute_qty_delivered_method(self):
        for line in self:
            line.qty_delivered_method = "analytic" if line.is_expense else "manual"

    @api.depends("qty_delivered_method", "is_expense")
    def _compute_qty_delivered(self):
        """Here delivered quantities are entered by hand; bridges derive them (from transfers, tasks …)."""
        for line in self:
            if line.qty_delivered_method == "manual":
                line.qty_delivered = line.qty_delivered or 0.0

    @api.depends("product_id", "state", "qty_invoiced", "qty_delivered")
    def _compute_product_updatable(self):
        for line in self:
            line.product_updatable = not (line.state == "cancel" or (
                line.state == "sale" and (line.order_id.locked or line.qty_invoiced > 0 or line.qty_delivered > 0)))

    @api.depends("state")
    def _compute_product_uom_readonly(self):
        for line in self:
            line.product_uom_readonly = bool(line._origin.id) and line.state in ("sale", "cancel")

    @api.depends("product_id")
    def _compute_warning_stock(self):
        for line in self:
            line.warning_stock = ""

    @api.depends("order_partner_id.name", "order_id.name", "product_id.name")
    def _compute_display_name(self):
        for line in self:
            first_line = (line.name or "").split("\n")[0] or line.product_id.name or ""
            line.display_name = f"{line.order_id.name} - {first_line}" if line.order_id.name else first_line

    def _is_delivery(self):
        """True for the line that charges the delivery (set by the delivery addon)."""
        self.ensure_one()
        return False

    def _expected_date(self):
        self.ensure_one()
        start = self.order_id.date_order if self.state == "sale" and self.order_id.date_order else fields.Datetime.now()
        return fields.Datetime.add(start, days=self.customer_lead or 0.0)

    def _prepare_procurement_values(self, group_id=False):
        """Values of the procurements of this line; bridges and addons add to them."""
        return {}

    # -- checks -----------------------------------------------------------------------------------

    @api.onchange("product_id")
    def _onchange_product_id(self):
        product = self.product_id
        if product.sale_line_warn in (False, "no-message"):
            return None
        if product.sale_line_warn == "block":
            self.product_id = False
        return {"warning": {"title": _("Warning for %s", product.name), "message": product.sale_line_warn_msg}}

    @api.onchange("product_uom_qty")
    def _onchange_product_uom_qty(self):
        if self._origin.id and self.qty_delivered and self.product_uom_qty < self.qty_delivered:
            return {"warning": {"title": _("Ordered quantity decreased!"), "message": self._decrease_message()}}
        return None

    def _decrease_message(self):
        return _("%(order)s: %(delivered)s %(unit)s of %(product)s are delivered already; the ordered quantity cannot go "
                 "below that. Create a return first.", order=self.order_id.name, delivered=self.qty_delivered,
                 unit=self.product_uom.name, product=self.product_id.display_name)

    # -- create, write, unlink ---------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.get("display_type"):
                vals.update(product_id=False, price_unit=0.0, product_uom_qty=0.0, product_uom=False, customer_lead=0.0)
        lines = super().create(vals_list)
        added = lines.filtered(lambda line: line.product_id and line.state == "sale")
        added._refuse_when_locked()
        for line in added:
            line.order_id.message_post(body=_("Extra line with %s", line.product_id.display_name))
        return lines

    def _refuse_when_locked(self):
        locked = self.filtered(lambda line: line.order_id.locked)
        if locked:
            raise UserError(_("Order %s is locked. Unlock it before you change its lines.", locked[0].order_id.name))

    def write(self, vals):
        if "display_type" in vals and self.filtered(lambda line: (line.display_type or False) != (vals["display_type"] or False)):
            raise UserError(_("A line cannot become a section or a note; delete it and add a new one."))
        protected = self._get_protected_fields() & vals.keys()
        if protected:
            self._refuse_change_of_locked(protected, vals)
        if "product_uom_qty" in vals:
            self._check_decrease(vals["product_uom_qty"])
            self._announce_quantity(vals["product_uom_qty"])
        return super().write(vals)

    def _get_protected_fields(self):
        """Fields that a locked order does not let anybody change."""
        return {"product_id", "name", "price_unit", "product_uom", "product_uom_qty", "tax_id", "discount"}

    def _refuse_change_of_locked(self, names, vals):
        locked = self.filtered(lambda line: line.order_id.locked)
        if locked:
            labels = ", ".join(sorted(self._fields[name]._description_string(self.env) for name in names))
            raise UserError(_("Order %(order)s is locked; unlock it before you change: %(fields)s.",
                              order=locked[0].order_id.name, fields=labels))

    def _check_decrease(self, quantity):
        for line in self.filtered(lambda line: line.state == "sale"):
            if line.qty_delivered > 0 and float_compare(
                    quantity, line.qty_delivered, precision_rounding=line.product_uom.rounding or 0.01) < 0:
                raise UserError(line._decrease_message())

    def _announce_quantity(self, quantity):
        for line in self.filtered(lambda line: line.state == "sale" and line.product_id):
            if float_compare(quantity, line.product_uom_qty, precision_rounding=line.product_uom.rounding or 0.01):
                line.order_id.message_post(body=_("%(product)s: ordered quantity %(before)s → %(after)s",
                                                  product=line.product_id.display_name, before=line.product_uom_qty,
                                                  after=quantity))

    def _check_line_unlink(self):
        """The lines that may not be deleted: those of confirmed orders that were invoiced or are down payments."""
        return self.filtered(lambda line: line.state == "sale" and not line.display_type
                             and (line.invoice_lines or not line.is_downpayment))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_confirmed(self):
        kept = self._check_line_unlink()
        if kept:
            raise UserError(_("Order %(order)s is confirmed: set the quantity of %(line)s to 0 instead of deleting it.",
                              order=kept[0].order_id.name, line=(kept[0].name or "").split("\n")[0]))


class ProductAttributeCustomValue(models.Model):
    _inherit = "product.attribute.custom.value"

    sale_order_line_id = fields.Many2one("sale.order.line", "Sales Order Line", ondelete="cascade")
