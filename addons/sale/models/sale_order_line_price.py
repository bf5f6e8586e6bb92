"""Price, discount and taxes of a line. Every value follows from the order and may be overtyped."""
from collections import defaultdict

from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import float_compare

from odoo.addons.product.price_trace import note


class SaleOrderLinePrice(models.Model):
    _inherit = "sale.order.line"

    tax_id = fields.Many2many("account.tax", "account_tax_sale_order_line_rel", "sale_order_line_id", "account_tax_id",
                              string="Taxes", compute="_compute_tax_id", store=True, readonly=False, precompute=True,
                              check_company=True, domain="[('type_tax_use', '=', 'sale')]",
                              context={"active_test": False})
    pricelist_item_id = fields.Many2one("product.pricelist.item", compute="_compute_pricelist_item_id")
    price_unit = fields.Float("Unit Price", required=True, digits="Product Price", min_display_digits="Product Price",
                              compute="_compute_price_unit", store=True, readonly=False, precompute=True)
    technical_price_unit = fields.Float(help="The price computed last; another price_unit was typed by a person.")
    discount = fields.Float("Discount (%)", digits="Discount", compute="_compute_discount", store=True, readonly=False,
                            precompute=True)
    price_subtotal = fields.Monetary("Subtotal", compute="_compute_amount", store=True, precompute=True)
    price_tax = fields.Float("Total Tax", compute="_compute_amount", store=True, precompute=True)
    price_total = fields.Monetary("Total", compute="_compute_amount", store=True, precompute=True)
    price_reduce_taxexcl = fields.Monetary("Price Reduce Tax excl", compute="_compute_price_reduce_taxexcl", store=True,
                                           precompute=True)
    price_reduce_taxinc = fields.Monetary("Price Reduce Tax incl", compute="_compute_price_reduce_taxinc", store=True,
                                          precompute=True)

    # -- taxes ------------------------------------------------------------------------------------

    @api.depends("product_id", "company_id")
    def _compute_tax_id(self):
        """The product's taxes of the order's company, mapped by the fiscal position; mapped once per combination."""
        mapped = {}
        for line in self:
            company = line.company_id or line.order_id.company_id or self.env.company
            taxes = line.product_id.taxes_id._filter_taxes_by_company(company) if line.product_id else line.env["account.tax"]
            if line.product_id.type == "combo" or not taxes:
                line.tax_id = False
                continue
            position = line.order_id.fiscal_position_id
            key = (position.id, company.id, tuple(taxes.ids), *line._get_custom_compute_tax_cache_key())
            if key not in mapped:
                mapped[key] = position.map_tax(taxes)
            line.tax_id = mapped[key]

    def _get_custom_compute_tax_cache_key(self):
        """Hook: what else the taxes of a line depend on."""
        return ()

    # -- price ------------------------------------------------------------------------------------

    @api.depends("product_id", "product_uom", "product_uom_qty")
    def _compute_pricelist_item_id(self):
        """The rule that prices each line; lines alike in list, unit and quantity are looked up together."""
        alike = defaultdict(lambda: self.browse())
        for line in self:
            pricelist = line.order_id.pricelist_id
            if not line.product_id or line.display_type or not pricelist:
                line.pricelist_item_id = False
            else:
                alike[pricelist, line.product_uom, line.product_uom_qty or 1.0, line._get_order_date()] |= line
        rules_exist = {}
        for (pricelist, unit, quantity, date), lines in alike.items():
            if pricelist not in rules_exist:
                rules_exist[pricelist] = bool(pricelist._get_applicable_rules(self.product_id, date))
            if not rules_exist[pricelist]:
                lines.pricelist_item_id = False
                continue
            found = pricelist._compute_price_rule(lines.product_id, quantity, uom=unit, date=date, compute_price=False)
            for line in lines:
                line.pricelist_item_id = found[line.product_id.id][1]

    def _get_order_date(self):
        self.ensure_one()
        return self.order_id.date_order or fields.Datetime.now()

    @api.depends("product_id", "product_uom", "product_uom_qty")
    def _compute_price_unit(self):
        """The price of the pricelist, until a person typed another one or the line was invoiced."""
        for line in self:
            if line._keeps_price():
                continue
            if not line.product_uom or not line.product_id:
                line.price_unit = 0.0
                line.technical_price_unit = 0.0
                continue
            line._reset_price_unit()

    def _keeps_price(self):
        typed = self.price_unit and float_compare(
            self.technical_price_unit, self.price_unit, precision_rounding=(self.currency_id or
                                                                          self.env.company.currency_id).rounding or 0.01)
        return bool(typed and self._origin.id) or self.qty_invoiced > 0 or (
            self.product_id.expense_policy == "cost" and self.is_expense)

    def _force_price_recomputation(self):
        for line in self:
            if line.product_id and line.product_uom and not line.qty_invoiced:
                line._reset_price_unit()

    def _reset_price_unit(self):
        self.ensure_one()
        line = self._in_own_company()
        price = line._computed_price_unit()
        line.update({"price_unit": price, "technical_price_unit": price})

    def _computed_price_unit(self):
        """The price the pricelist gives; taxes inside it are exchanged when the fiscal position exchanges them."""
        price = self._get_display_price()
        if self.order_id.fiscal_position_id:
            taxes = self.product_id.taxes_id._filter_taxes_by_company(self.company_id)
            if taxes:
                mapped = self.env["account.tax"]._fix_tax_included_price_company(price, taxes, self.tax_id, self.company_id)
                if mapped != price:
                    note("taxes", mapped)
                price = mapped
        return price

    def _in_own_company(self):
        company = self.company_id or self.order_id.company_id
        return self if not company or company == self.env.company else self.with_company(company)

    def _get_display_price(self):
        """The unit price to show: the list price when the rule shows its discount, else the price of the rule."""
        self.ensure_one()
        if self.product_type == "combo":
            return 0.0
        return self._get_display_price_ignore_combo()

    def _get_display_price_ignore_combo(self):
        price = self._get_pricelist_price()
        if not self.pricelist_item_id._show_discount():
            return price
        note("before_discount")  # the discount stands in a field of its own
        return max(self._get_pricelist_price_before_discount(), price)

    def _get_pricelist_price(self):
        """The price of the line's rule, in the order's currency and the line's unit."""
        self.ensure_one()
        return self.pricelist_item_id._compute_price(**self._get_pricelist_kwargs())

    def _get_pricelist_kwargs(self):
        context = self._get_product_price_context()
        return {
            "product": self.product_id.with_context(**context) if context else self.product_id,
            "quantity": self.product_uom_qty or 1.0,
            "uom": self.product_uom,
            "date": self._get_order_date(),
            "currency": self.currency_id or self.order_id.currency_id or self.env.company.currency_id,
        }

    def _get_product_price_context(self):
        """Extra prices of attribute values that make no variant of their own."""
        extras = tuple(value.price_extra for value in self.product_no_variant_attribute_value_ids if value.price_extra)
        return {"no_variant_attributes_price_extra": extras} if extras else {}

    def _get_pricelist_price_before_discount(self):
        self.ensure_one()
        return self.pricelist_item_id._compute_price_before_discount(**self._get_pricelist_kwargs())

    def _get_discounted_price(self):
        self.ensure_one()
        return self.price_unit * (1 - (self.discount or 0.0) / 100.0)

    # -- discount ---------------------------------------------------------------------------------

    @api.depends("product_id", "product_uom", "product_uom_qty")
    def _compute_discount(self):
        """The discount of the rule, for rules that show it beside the list price."""
        for line in self:
            if not line.product_id or line.display_type:
                line.discount = 0.0
                continue
            if not line.order_id.pricelist_id or not line.pricelist_item_id._show_discount():
                # Typed discounts stay.
                line.discount = line.discount or 0.0
                continue
            line.discount = line._discount_of_rule()

    def _discount_of_rule(self):
        line = self._in_own_company()
        base = line._get_pricelist_price_before_discount()
        if not base:
            return 0.0
        discount = (base - line._get_pricelist_price()) / base * 100.0
        return discount if (discount > 0) == (base > 0) else 0.0

    @api.constrains("discount")
    def _check_discount(self):
        for line in self:
            if line.discount > 100:
                raise ValidationError(_(
                    "%(order)s: a discount of %(discount)s %% on %(line)s is more than the price. Enter at most 100 %%.",
                    order=line.order_id.name, discount=f"{line.discount:g}", line=(line.name or "").split("\n")[0]))

    # -- amounts ----------------------------------------------------------------------------------

    def _prepare_base_line_for_taxes_computation(self, **kwargs):
        """What the tax engine needs to know of this line."""
        self.ensure_one()
        return self.env["account.tax"]._prepare_base_line_for_taxes_computation(self, **{
            "tax_ids": self.tax_id,
            "quantity": self.product_uom_qty,
            "partner_id": self.order_id.partner_id,
            "currency_id": self.order_id.currency_id or self.order_id.company_id.currency_id,
            "rate": self.order_id.currency_rate,
            **kwargs,
        })

    @api.depends("product_uom_qty", "discount", "price_unit", "tax_id")
    def _compute_amount(self):
        tax = self.env["account.tax"]
        for line in self:
            if line.display_type:
                line.price_subtotal = line.price_tax = line.price_total = 0.0
                continue
            base_line = line._prepare_base_line_for_taxes_computation()
            tax._add_tax_details_in_base_line(base_line, line.company_id or self.env.company)
            details = base_line["tax_details"]
            line.price_subtotal = details["total_excluded_currency"]
            line.price_total = details["total_included_currency"]
            line.price_tax = line.price_total - line.price_subtotal

    @api.depends("price_subtotal", "product_uom_qty")
    def _compute_price_reduce_taxexcl(self):
        for line in self:
            line.price_reduce_taxexcl = line.price_subtotal / line.product_uom_qty if line.product_uom_qty else 0.0

    @api.depends("price_total", "product_uom_qty")
    def _compute_price_reduce_taxinc(self):
        for line in self:
            line.price_reduce_taxinc = line.price_total / line.product_uom_qty if line.product_uom_qty else 0.0
