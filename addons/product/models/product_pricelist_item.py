from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import format_amount

from ..price_trace import note
from ..pricing import Formula, formula_price, percentage_price


class PricelistItem(models.Model):
    _name = "product.pricelist.item"
    _shared_rows = True
    _description = "Pricelist Rule"
    _order = "applied_on, min_quantity desc, categ_id desc, id desc"
    _check_company_auto = True

    pricelist_id = fields.Many2one(
        "product.pricelist", "Pricelist", index=True, ondelete="cascade", required=True,
        default=lambda self: self._default_pricelist_id())
    company_id = fields.Many2one(related="pricelist_id.company_id", store=True)
    currency_id = fields.Many2one(related="pricelist_id.currency_id", store=True)
    date_start = fields.Datetime("Start Date")
    date_end = fields.Datetime("End Date")
    min_quantity = fields.Float(
        "Min. Quantity", default=0, digits="Product Unit of Measure",
        help="The rule applies from this quantity on, in the product's unit.")
    applied_on = fields.Selection(
        [("3_global", "All Products"), ("2_product_category", "Product Category"),
         ("1_product", "Product"), ("0_product_variant", "Product Variant")],
        "Apply On", default="3_global", required=True)
    display_applied_on = fields.Selection(
        [("1_product", "Product"), ("2_product_category", "Category")], default="1_product", required=True)
    categ_id = fields.Many2one("product.category", "Category", ondelete="cascade")
    product_tmpl_id = fields.Many2one("product.template", "Product", ondelete="cascade", check_company=True, index=True)
    product_id = fields.Many2one(
        "product.product", "Variant", ondelete="cascade", check_company=True, index=True,
        domain="[('product_tmpl_id', '=', product_tmpl_id)]")
    product_uom = fields.Char(related="product_tmpl_id.uom_name")
    product_variant_count = fields.Integer(related="product_tmpl_id.product_variant_count")
    base = fields.Selection(
        [("list_price", "Sales Price"), ("standard_price", "Cost"), ("pricelist", "Other Pricelist")],
        "Based on", default="list_price", required=True)
    base_pricelist_id = fields.Many2one("product.pricelist", "Other Pricelist", check_company=True)
    compute_price = fields.Selection(
        [("percentage", "Discount"), ("formula", "Formula"), ("fixed", "Fixed Price")],
        index=True, default="fixed", required=True)
    fixed_price = fields.Float("Fixed Price", digits="Product Price")
    percent_price = fields.Float("Percentage Price", help="A negative discount raises the price.")
    price_discount = fields.Float("Price Discount", default=0, digits=(16, 2))
    price_round = fields.Float("Price Rounding", digits="Product Price", help="Round to a multiple of this value.")
    price_surcharge = fields.Float("Extra Fee", digits="Product Price")
    price_markup = fields.Float(
        "Markup", digits=(16, 2), compute="_compute_price_markup", inverse="_inverse_price_markup", store=True)
    price_min_margin = fields.Float("Min. Price Margin", digits="Product Price")
    price_max_margin = fields.Float("Max. Price Margin", digits="Product Price")
    name = fields.Char("Name", compute="_compute_name")
    price = fields.Char("Price", compute="_compute_price_label")
    rule_tip = fields.Char(compute="_compute_rule_tip")

    @api.model
    def _default_pricelist_id(self):
        return self.env["product.pricelist"].search([("company_id", "in", [False, self.env.company.id])], limit=1)

    # --- computed ---------------------------------------------------------------------------------------------------

    @api.depends("price_discount")
    def _compute_price_markup(self):
        for item in self:
            item.price_markup = -item.price_discount

    def _inverse_price_markup(self):
        for item in self:
            item.price_discount = -item.price_markup

    @api.depends("applied_on", "categ_id", "product_tmpl_id", "product_id")
    def _compute_name(self):
        for item in self:
            if item.categ_id and item.applied_on == "2_product_category":
                item.name = _("Category: %s", item.categ_id.display_name)
            elif item.product_tmpl_id and item.applied_on == "1_product":
                item.name = _("Product: %s", item.product_tmpl_id.display_name)
            elif item.product_id and item.applied_on == "0_product_variant":
                item.name = _("Variant: %s", item.product_id.display_name)
            else:
                item.name = _("All Products")

    @api.depends("compute_price", "fixed_price", "percent_price", "price_discount", "price_surcharge", "base",
                 "base_pricelist_id", "currency_id")
    def _compute_price_label(self):
        for item in self:
            if item.compute_price == "fixed":
                item.price = format_amount(self.env, item.fixed_price, item.currency_id)
            elif item.compute_price == "percentage":
                item.price = _("%s %% discount", item._percent_text(item.percent_price))
            else:
                item.price = _(
                    "%(percentage)s %% discount on %(base)s, plus %(fee)s",
                    percentage=item._percent_text(item.price_discount),
                    base=item.base_pricelist_id.display_name if item.base == "pricelist" else dict(
                        item._fields["base"]._description_selection(item.env)).get(item.base),
                    fee=format_amount(self.env, item.price_surcharge, item.currency_id))

    @api.model
    def _percent_text(self, percent):
        return f"{percent:g}"

    @api.depends("compute_price", "price_discount", "price_surcharge", "price_round", "price_min_margin",
                 "price_max_margin", "currency_id")
    def _compute_rule_tip(self):
        """An example with a base price of 100, as the form shows it."""
        for item in self:
            if item.compute_price != "formula":
                item.rule_tip = False
                continue
            item.rule_tip = _(
                "A base price of %(base)s becomes %(price)s.",
                base=format_amount(self.env, 100.0, item.currency_id),
                price=format_amount(self.env, formula_price(100.0, item._formula()), item.currency_id))

    # --- checks -----------------------------------------------------------------------------------------------------

    @api.constrains("base_pricelist_id", "base", "pricelist_id")
    def _check_pricelist_recursion(self):
        for item in self.filtered(lambda item: item.base == "pricelist"):
            seen, pricelists = set(), item.base_pricelist_id
            while pricelists:
                if item.pricelist_id in pricelists:
                    raise ValidationError(_(
                        "The pricelist %s would be based on itself, directly or through another one. "
                        "Choose another base pricelist.", item.pricelist_id.display_name))
                seen |= set(pricelists.ids)
                pricelists = pricelists.item_ids.filtered(
                    lambda rule: rule.base == "pricelist").base_pricelist_id.filtered(
                        lambda pricelist, seen=seen: pricelist.id not in seen)

    @api.constrains("date_start", "date_end")
    def _check_date_range(self):
        for item in self:
            if item.date_start and item.date_end and item.date_start >= item.date_end:
                raise ValidationError(_(
                    "%(rule)s: the start date %(start)s must lie before the end date %(end)s.",
                    rule=item.display_name, start=item.date_start, end=item.date_end))

    @api.constrains("price_min_margin", "price_max_margin")
    def _check_margin(self):
        if any(item.price_max_margin and item.price_min_margin > item.price_max_margin for item in self):
            raise ValidationError(_("The minimum margin must not be larger than the maximum margin."))

    @api.constrains("product_id", "product_tmpl_id", "categ_id", "applied_on")
    def _check_product_consistency(self):
        needed = {"2_product_category": "categ_id", "1_product": "product_tmpl_id", "0_product_variant": "product_id"}
        for item in self:
            field_name = needed.get(item.applied_on)
            if field_name and not item[field_name]:
                raise ValidationError(_("Say which category, product or variant the price rule is for."))

    @api.onchange("product_tmpl_id", "product_id", "categ_id", "display_applied_on")
    def _onchange_rule_content(self):
        if self.display_applied_on == "2_product_category" and self.categ_id:
            self.applied_on, self.product_tmpl_id, self.product_id = "2_product_category", False, False
        elif self.product_id:
            self.applied_on, self.product_tmpl_id = "0_product_variant", self.product_id.product_tmpl_id
        elif self.product_tmpl_id:
            self.applied_on = "1_product"
        else:
            self.applied_on = "3_global"

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._normalise(dict(vals)) for vals in vals_list])

    def write(self, vals):
        return super().write(self._normalise(dict(vals)))

    @api.model
    def _normalise(self, vals):
        """Keep what the rule applies to, clear what it does not; a variant implies its template."""
        if vals.get("product_id") and not vals.get("product_tmpl_id"):
            vals["product_tmpl_id"] = self.env["product.product"].browse(vals["product_id"]).product_tmpl_id.id
        if not vals.get("applied_on"):
            if vals.get("product_id"):
                vals["applied_on"] = "0_product_variant"
            elif vals.get("product_tmpl_id"):
                vals["applied_on"] = "1_product"
            elif vals.get("categ_id"):
                vals["applied_on"] = "2_product_category"
        kept = {
            "3_global": (), "2_product_category": ("categ_id",), "1_product": ("product_tmpl_id",),
            "0_product_variant": ("product_tmpl_id", "product_id"),
        }.get(vals.get("applied_on"))
        if kept is not None:
            vals.update({name: None for name in ("categ_id", "product_tmpl_id", "product_id") if name not in kept})
            vals.setdefault(
                "display_applied_on", "2_product_category" if "categ_id" in kept else "1_product")
        return vals

    # --- the price --------------------------------------------------------------------------------------------------

    def _formula(self):
        return Formula(self.price_discount, self.price_round, self.price_surcharge,
                       self.price_min_margin, self.price_max_margin)

    def _is_applicable_for(self, product, qty_in_product_uom):
        """Does the rule hold for this product or template, in this quantity (the product's unit)?"""
        self.ensure_one()
        if self.min_quantity and qty_in_product_uom < self.min_quantity:
            return False
        if self.applied_on == "2_product_category":
            return product.categ_id == self.categ_id or bool(
                product.categ_id.parent_path and product.categ_id.parent_path.startswith(self.categ_id.parent_path))
        if product._name == "product.template":
            if self.applied_on == "1_product":
                return product == self.product_tmpl_id
            if self.applied_on == "0_product_variant":
                return product.product_variant_count == 1 and product.product_variant_id == self.product_id
            return True
        if self.applied_on == "1_product":
            return product.product_tmpl_id == self.product_tmpl_id
        if self.applied_on == "0_product_variant":
            return product == self.product_id
        return True

    def _compute_price(self, product, quantity, uom, date, currency=None, *args, **kwargs):
        """The price of one ``uom`` of the product under this rule, in ``currency``; without a rule the list price."""
        self and self.ensure_one()
        product.ensure_one()
        currency = currency or self.currency_id or self.env.company.currency_id
        if self.compute_price == "fixed":
            price = self._amount_per(self.fixed_price, product, uom, currency, date)
            note("fixed", price, rule=self, unit=uom)
            return price
        base_price = self._compute_base_price(product, quantity, uom, date, currency)
        if self.compute_price == "percentage":
            return percentage_price(base_price, self.percent_price)
        if self.compute_price == "formula":
            return formula_price(base_price, self._formula_per(product, uom, currency, date))
        return base_price

    def _amount_per(self, amount, product, uom, currency, date):
        """An amount of the rule (per product unit, in the rule's currency) per ``uom`` in ``currency``."""
        if product.uom_id != uom:
            amount = product.uom_id._compute_price(amount, uom)
        if self.currency_id and self.currency_id != currency:
            amount = self.currency_id._convert(amount, currency, self.env.company, date, round=False)
        return amount

    def _formula_per(self, product, uom, currency, date):
        def amount(value):
            return self._amount_per(value, product, uom, currency, date) if value else 0.0
        return Formula(self.price_discount, self.price_round, amount(self.price_surcharge),
                       amount(self.price_min_margin), amount(self.price_max_margin))

    def _compute_base_price(self, product, quantity, uom, date, currency, *args, **kwargs):
        """The price the rule starts from: list price, cost, or the price of another pricelist."""
        currency.ensure_one()
        base = self.base or "list_price"
        if base == "pricelist" and self.base_pricelist_id:
            price = self.base_pricelist_id._get_product_price(
                product, quantity, currency=self.base_pricelist_id.currency_id, uom=uom, date=date)
            source = self.base_pricelist_id.currency_id
            if source != currency:
                price = source._convert(price, currency, self.env.company, date, round=False)
                note("currency", price, source=source, target=currency)
            return price
        price_type = "standard_price" if base == "standard_price" else "list_price"
        return product._price_compute(price_type, uom=uom, currency=currency, date=date)[product.id]

    def _compute_price_before_discount(self, product, quantity, uom, date, currency=None, **kwargs):
        """The price a customer compares with: before the percentage discounts of this rule and those it is based on."""
        rule = self
        currency = currency or self.currency_id or self.env.company.currency_id
        while rule.base == "pricelist" and rule.compute_price == "percentage":
            parent_id = rule.base_pricelist_id._get_product_rule(product, quantity, uom=uom, date=date)
            parent = self.browse(parent_id)
            if not parent or parent.compute_price != "percentage":
                return rule._compute_base_price(product, quantity, uom, date, currency)
            rule = parent
        return rule._compute_base_price(product, quantity, uom, date, currency)

    def _show_discount(self):
        """Is the rule shown to the customer as a discount, rather than as another price?"""
        return bool(self) and self.compute_price == "percentage"

    def _is_percentage(self):
        return self._show_discount()
