from collections import defaultdict

from core import _, api, fields, models
from core.exceptions import UserError

from ..price_trace import note


class Pricelist(models.Model):
    _name = "product.pricelist"
    _shared_rows = True
    _description = "Pricelist"
    _rec_names_search = ["name", "currency_id"]
    _order = "sequence, id, name"
    _check_company_domain = models.check_company_domain_parent_of

    name = fields.Char("Pricelist Name", required=True, translate=True)
    active = fields.Boolean("Active", default=True, help="An archived pricelist can no longer be chosen.")
    sequence = fields.Integer(default=16)
    currency_id = fields.Many2one(
        "res.currency", default=lambda self: self.env.company.currency_id.id, required=True)
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)
    country_group_ids = fields.Many2many(
        "res.country.group", "res_country_group_pricelist_rel", "pricelist_id", "res_country_group_id",
        string="Country Groups")
    item_ids = fields.One2many(
        "product.pricelist.item", "pricelist_id", "Pricelist Rules",
        domain="['|', ('product_tmpl_id', '=', None), ('product_tmpl_id.active', '=', True),"
               " '|', ('product_id', '=', None), ('product_id.active', '=', True)]", copy=True)

    @api.depends("currency_id")
    def _compute_display_name(self):
        for pricelist in self:
            name = pricelist.name or _("New")
            pricelist.display_name = f"{name} ({pricelist.currency_id.name})"

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        if "name" not in (default or {}):
            for pricelist, vals in zip(self, vals_list, strict=True):
                vals["name"] = _("%s (copy)", pricelist.name)
        return vals_list

    # --- prices -----------------------------------------------------------------------------------------------------

    def _get_products_price(self, products, *args, **kwargs):
        """Price by product id."""
        return {product_id: price
                for product_id, (price, _rule) in self._compute_price_rule(products, *args, **kwargs).items()}

    def _get_product_price(self, product, *args, **kwargs):
        return self._compute_price_rule(product, *args, **kwargs)[product.id][0]

    def _get_product_price_rule(self, product, *args, **kwargs):
        """(price, rule id or False) of one product."""
        return self._compute_price_rule(product, *args, **kwargs)[product.id]

    def _get_product_rule(self, product, *args, **kwargs):
        return self._compute_price_rule(product, *args, compute_price=False, **kwargs)[product.id][1]

    def _compute_price_rule(self, products, quantity, currency=None, uom=None, date=False, compute_price=True,
                            **kwargs):
        """Price and rule of every product, for one quantity: ``{product id: (price, rule id or False)}``.

        :param products: ``product.product`` or ``product.template`` records
        :param quantity: in ``uom`` (default: the product's unit)
        :param currency: of the prices returned; default: the pricelist's, without pricelist the company's
        :param date: the day the rules must be valid on
        An empty pricelist gives list prices and no rule.
        """
        self and self.ensure_one()
        if not products:
            return {}
        currency = currency or self.currency_id or self.env.company.currency_id
        date = fields.Datetime.to_datetime(date) if date else fields.Datetime.now()
        rules = self._get_applicable_rules(products, date, **kwargs)
        by_product = self._index_rules(rules)
        results = {}
        for product in products:
            unit = uom or product.uom_id
            quantity_in_unit = quantity
            if unit != product.uom_id:
                quantity_in_unit = unit._compute_quantity(quantity, product.uom_id, raise_if_failure=False)
            rule = self._first_rule(by_product, product, quantity_in_unit)
            note("rule", None, pricelist=self, rule=rule, product=product, quantity=quantity_in_unit)
            price = 0.0
            if compute_price:
                price = rule._compute_price(product, quantity, unit, date=date, currency=currency)
            results[product.id] = (price, rule.id)
        return results

    @api.model
    def _index_rules(self, rules):
        """Rules in their order under the narrowest thing they name, so that a product looks at few of them."""
        index = defaultdict(list)
        for position, rule in enumerate(rules):
            index[self._rule_key(rule)].append((position, rule))
        return index

    @api.model
    def _rule_key(self, rule):
        if rule.applied_on == "0_product_variant":
            return ("product.product", rule.product_id.id)
        if rule.applied_on == "1_product":
            return ("product.template", rule.product_tmpl_id.id)
        return "general"

    @api.model
    def _first_rule(self, index, product, quantity):
        """The first applicable rule in the model's order (variant, product, category, all; then minimum quantity)."""
        is_template = product._name == "product.template"
        template = product if is_template else product.product_tmpl_id
        variants = template.product_variant_ids if is_template else product
        candidates = list(index.get("general", ()))
        candidates += index.get(("product.template", template.id), ())
        if not is_template or len(variants) == 1:
            candidates += index.get(("product.product", variants.id), ())
        for _position, rule in sorted(candidates, key=lambda candidate: candidate[0]):
            if rule._is_applicable_for(product, quantity):
                return rule
        return self.env["product.pricelist.item"]

    def _get_applicable_rules(self, products, date, **kwargs):
        """Rules of this pricelist that may apply to one of the products on that day, best first."""
        items = self.env["product.pricelist.item"]
        if not self:
            return items
        return items.with_context(active_test=False).search(
            self._get_applicable_rules_domain(products, date, **kwargs)).with_context(self.env.context)

    def _get_applicable_rules_domain(self, products, date, **kwargs):
        self and self.ensure_one()
        is_template = products._name == "product.template"
        templates = products if is_template else products.product_tmpl_id
        variants_domain = ("product_id.product_tmpl_id", "in", products.ids) if is_template else (
            "product_id", "in", products.ids)
        return [
            ("pricelist_id", "=", self.id),
            "|", ("categ_id", "=", False), ("categ_id", "parent_of", products.categ_id.ids),
            "|", ("product_tmpl_id", "=", False), ("product_tmpl_id", "in", templates.ids),
            "|", ("product_id", "=", False), variants_domain,
            "|", ("date_start", "=", False), ("date_start", "<=", date),
            "|", ("date_end", "=", False), ("date_end", ">=", date),
        ]

    # --- which pricelist for whom -------------------------------------------------------------------------------------

    @api.model
    def _get_partner_pricelist_multi(self, partner_ids):
        """Pricelist by partner id: the one set on the partner, by country group, else the first without group."""
        partners = self.env["res.partner"].with_context(active_test=False).browse(partner_ids)
        company_domain = self._get_partner_pricelist_multi_search_domain_hook(self.env.company.id)
        pricelists = self.search(company_domain)
        result = {}
        for partner in partners:
            chosen = partner.specific_property_product_pricelist.filtered(lambda pricelist: pricelist.active)
            if not chosen and pricelists:
                country = partner.country_id
                chosen = pricelists.filtered(
                    lambda pricelist, country=country: country and country in pricelist.country_group_ids.country_ids
                )[:1] or pricelists.filtered(lambda pricelist: not pricelist.country_group_ids)[:1] or pricelists[:1]
            result[partner.id] = chosen
        return result

    @api.model
    def _get_partner_pricelist_multi_search_domain_hook(self, company_id):
        return [("active", "=", True), ("company_id", "in", [company_id, False])]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used_as_rule_base(self):
        used = self.env["product.pricelist.item"].sudo().with_context(active_test=False).search([
            ("base", "=", "pricelist"), ("base_pricelist_id", "in", self.ids), ("pricelist_id", "not in", self.ids)])
        if used:
            raise UserError(_(
                "The pricelist %(pricelist)s is the base of rules in %(others)s. Change these rules first.",
                pricelist=used[0].base_pricelist_id.display_name,
                others=", ".join(used.pricelist_id.mapped("display_name"))))
