import itertools

from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError

from ..price_trace import note

MAX_VARIANTS = 1000


class ProductTemplate(models.Model):
    _name = "product.template"
    _inherit = ["mail.thread", "mail.activity.mixin", "image.mixin"]
    _description = "Product"
    _order = "is_favorite desc, name"
    _check_company_domain = models.check_company_domain_parent_of
    _check_company_auto = True
    _rec_names_search = ["name", "default_code", "barcode"]

    @api.model
    def _get_default_category_id(self):
        return self.env.ref("product.product_category_all", raise_if_not_found=False)

    @api.model
    def _get_default_uom_id(self):
        return self.env.ref("uom.product_uom_unit", raise_if_not_found=False)

    name = fields.Char("Name", index="trigram", required=True, translate=True)
    sequence = fields.Integer("Sequence", default=1)
    description = fields.Html("Description", translate=True)
    description_purchase = fields.Text("Purchase Description", translate=True)
    description_sale = fields.Text(
        "Sales Description", translate=True,
        help="Copied to every sales order, delivery order and customer invoice or credit note.")
    type = fields.Selection(
        [("consu", "Goods"), ("service", "Service"), ("combo", "Combo")], "Product Type", default="consu",
        required=True, help="Goods are delivered; services are performed; a combo is a choice of products.")
    is_storable = fields.Boolean(
        "Track Inventory", compute="_compute_is_storable", store=True, readonly=False, precompute=True, default=False,
        help="The quantity on hand of this product is counted.")
    combo_ids = fields.Many2many("product.combo", string="Combo Choices")
    service_tracking = fields.Selection(
        [("no", "Nothing")], "Create on Order", default="no", required=True)
    categ_id = fields.Many2one(
        "product.category", "Product Category", change_default=True, default=_get_default_category_id,
        group_expand="_read_group_categ_id", required=True, index=True)
    currency_id = fields.Many2one("res.currency", "Currency", compute="_compute_currency_id")
    cost_currency_id = fields.Many2one("res.currency", "Cost Currency", compute="_compute_cost_currency_id")

    list_price = fields.Float(
        "Sales Price", default=1.0, digits="Product Price", tracking=True, help="Price per sales unit, without rules.")
    standard_price = fields.Float(
        "Cost", compute="_compute_standard_price", inverse="_set_standard_price", search="_search_standard_price",
        digits="Product Price", groups="base.group_user", help="What one unit is worth to the company.")
    volume = fields.Float("Volume", compute="_compute_volume", inverse="_set_volume", digits="Volume", store=True)
    volume_uom_name = fields.Char("Volume unit of measure label", compute="_compute_volume_uom_name")
    weight = fields.Float(
        "Weight", compute="_compute_weight", inverse="_set_weight", digits="Stock Weight", store=True)
    weight_uom_name = fields.Char("Weight unit of measure label", compute="_compute_weight_uom_name")

    sale_ok = fields.Boolean("Sales", default=True)
    purchase_ok = fields.Boolean("Purchase", default=True)
    uom_id = fields.Many2one("uom.uom", "Unit of Measure", default=_get_default_uom_id, required=True)
    uom_name = fields.Char("Unit of Measure Name", related="uom_id.name", readonly=True)
    uom_category_id = fields.Many2one("uom.category", related="uom_id.category_id")
    uom_po_id = fields.Many2one(
        "uom.uom", "Purchase Unit", domain="[('category_id', '=', uom_category_id)]",
        compute="_compute_uom_po_id", store=True, readonly=False, precompute=True, required=True)
    company_id = fields.Many2one("res.company", "Company", index=True)
    packaging_ids = fields.One2many(
        "product.packaging", string="Product Packages", compute="_compute_packaging_ids", inverse="_set_packaging_ids")
    seller_ids = fields.One2many("product.supplierinfo", "product_tmpl_id", "Vendors", depends_context=("company",))
    variant_seller_ids = fields.One2many("product.supplierinfo", "product_tmpl_id")

    active = fields.Boolean("Active", default=True)
    color = fields.Integer("Color Index")
    is_product_variant = fields.Boolean("Is a product variant", compute="_compute_is_product_variant")
    attribute_line_ids = fields.One2many(
        "product.template.attribute.line", "product_tmpl_id", "Product Attributes", copy=True)
    valid_product_template_attribute_line_ids = fields.Many2many(
        "product.template.attribute.line", string="Valid Product Attribute Lines",
        compute="_compute_valid_product_template_attribute_line_ids")
    product_variant_ids = fields.One2many("product.product", "product_tmpl_id", "Products", required=True)
    product_variant_id = fields.Many2one("product.product", "Product", compute="_compute_product_variant_id")
    product_variant_count = fields.Integer("# Product Variants", compute="_compute_product_variant_count")
    barcode = fields.Char(
        "Barcode", compute="_compute_barcode", inverse="_set_barcode", search="_search_barcode")
    default_code = fields.Char(
        "Internal Reference", compute="_compute_default_code", inverse="_set_default_code", store=True)
    pricelist_item_count = fields.Integer("Number of price rules", compute="_compute_item_count")
    can_image_1024_be_zoomed = fields.Boolean("Can Image 1024 be zoomed", compute="_compute_can_image_1024_be_zoomed")
    has_configurable_attributes = fields.Boolean(
        "Is a configurable product", compute="_compute_has_configurable_attributes", store=True)
    is_dynamically_created = fields.Boolean(compute="_compute_is_dynamically_created")
    product_tooltip = fields.Char(compute="_compute_product_tooltip")
    is_favorite = fields.Boolean("Favorite")
    product_tag_ids = fields.Many2many(
        "product.tag", "product_tag_product_template_rel", string="Product Tags")
    product_properties = fields.Properties(
        "Properties", definition="categ_id.product_properties_definition", copy=True)

    # --- computed ---------------------------------------------------------------------------------------------

    @api.depends("type")
    def _compute_is_storable(self):
        for template in self:
            if template.type != "consu":
                template.is_storable = False

    @api.depends("company_id")
    def _compute_currency_id(self):
        main_company = self.env.company
        for template in self:
            template.currency_id = (template.company_id.sudo() or main_company).currency_id

    @api.depends("company_id")
    @api.depends_context("company")
    def _compute_cost_currency_id(self):
        for template in self:
            template.cost_currency_id = (template.company_id or self.env.company).currency_id

    @api.depends("uom_id")
    def _compute_uom_po_id(self):
        for template in self:
            if not template.uom_po_id or template.uom_po_id.category_id != template.uom_id.category_id:
                template.uom_po_id = template.uom_id

    def _compute_is_product_variant(self):
        self.is_product_variant = False

    def _compute_can_image_1024_be_zoomed(self):
        self.can_image_1024_be_zoomed = False

    @api.depends("attribute_line_ids.active", "attribute_line_ids.value_ids")
    def _compute_valid_product_template_attribute_line_ids(self):
        for template in self:
            template.valid_product_template_attribute_line_ids = template.attribute_line_ids.filtered("value_ids")

    @api.depends("product_variant_ids")
    def _compute_product_variant_id(self):
        for template in self:
            template.product_variant_id = template.product_variant_ids[:1].id

    @api.depends("product_variant_ids.product_tmpl_id")
    def _compute_product_variant_count(self):
        for template in self:
            template.product_variant_count = len(template.product_variant_ids)

    @api.depends("attribute_line_ids", "attribute_line_ids.value_ids", "attribute_line_ids.attribute_id.create_variant")
    def _compute_has_configurable_attributes(self):
        for template in self:
            template.has_configurable_attributes = any(
                line._is_configurable() for line in template.attribute_line_ids)

    @api.depends("attribute_line_ids.attribute_id.create_variant")
    def _compute_is_dynamically_created(self):
        for template in self:
            template.is_dynamically_created = template.has_dynamic_attributes()

    @api.depends("type")
    def _compute_product_tooltip(self):
        tips = {
            "consu": _("Goods: invoice what was ordered or what was delivered."),
            "service": _("Services: invoice what was ordered or what was performed."),
            "combo": _("Combos: the customer chooses one product of each group."),
        }
        for template in self:
            template.product_tooltip = tips.get(template.type, "")

    def _compute_item_count(self):
        items = self.env["product.pricelist.item"]
        for template in self:
            template.pricelist_item_count = items.search_count([
                "|", ("product_tmpl_id", "=", template.id),
                ("product_id", "in", template.product_variant_ids.ids)])

    @api.model
    def _get_weight_uom_id_from_ir_config_parameter(self):
        return self.env.ref("uom.product_uom_kgm")

    @api.model
    def _get_volume_uom_id_from_ir_config_parameter(self):
        return self.env.ref("uom.product_uom_cubic_meter")

    def _compute_weight_uom_name(self):
        self.weight_uom_name = self._get_weight_uom_id_from_ir_config_parameter().display_name

    def _compute_volume_uom_name(self):
        self.volume_uom_name = self._get_volume_uom_id_from_ir_config_parameter().display_name

    @api.model
    def _get_weight_uom_name_from_ir_config_parameter(self):
        return self._get_weight_uom_id_from_ir_config_parameter().display_name

    @api.model
    def _get_volume_uom_name_from_ir_config_parameter(self):
        return self._get_volume_uom_id_from_ir_config_parameter().display_name

    @api.depends("name", "default_code")
    @api.depends_context("display_default_code")
    def _compute_display_name(self):
        with_code = self.env.context.get("display_default_code", True)
        for template in self:
            code = template.default_code if with_code else False
            template.display_name = f"[{code}] {template.name}" if code else template.name

    # --- the variant's fields on the template -------------------------------------------------------------------

    def _compute_template_field_from_variant_field(self, fname, default=False):
        """Show the only variant's value; ``default`` when there is none or there are several."""
        for template in self:
            variants = template.product_variant_ids
            if not variants and template.id and not template.active:
                variants = template.with_context(active_test=False).product_variant_ids
            template[fname] = variants[fname] if len(variants) == 1 else default

    def _set_product_variant_field(self, fname):
        for template in self:
            variants = template.product_variant_ids
            if not variants and not template.active:
                variants = template.with_context(active_test=False).product_variant_ids
            if len(variants) == 1:
                variants[fname] = template[fname]

    @api.depends_context("company")
    @api.depends("product_variant_ids.standard_price")
    def _compute_standard_price(self):
        self._compute_template_field_from_variant_field("standard_price", 0.0)

    def _set_standard_price(self):
        self._set_product_variant_field("standard_price")

    def _search_standard_price(self, operator, value):
        return [("product_variant_ids.standard_price", operator, value)]

    @api.depends("product_variant_ids.volume")
    def _compute_volume(self):
        self._compute_template_field_from_variant_field("volume", 0.0)

    def _set_volume(self):
        self._set_product_variant_field("volume")

    @api.depends("product_variant_ids.weight")
    def _compute_weight(self):
        self._compute_template_field_from_variant_field("weight", 0.0)

    def _set_weight(self):
        self._set_product_variant_field("weight")

    @api.depends("product_variant_ids.barcode")
    def _compute_barcode(self):
        self._compute_template_field_from_variant_field("barcode")

    def _set_barcode(self):
        self._set_product_variant_field("barcode")

    def _search_barcode(self, operator, value):
        return [("product_variant_ids.barcode", operator, value)]

    @api.depends("product_variant_ids.default_code")
    def _compute_default_code(self):
        self._compute_template_field_from_variant_field("default_code")

    def _set_default_code(self):
        self._set_product_variant_field("default_code")

    @api.depends("product_variant_ids.packaging_ids")
    def _compute_packaging_ids(self):
        for template in self:
            variants = template.product_variant_ids
            template.packaging_ids = variants.packaging_ids if len(variants) == 1 else False

    def _set_packaging_ids(self):
        for template in self:
            if len(template.product_variant_ids) == 1:
                template.product_variant_ids.packaging_ids = template.packaging_ids

    # --- checks and onchange ------------------------------------------------------------------------------------

    @api.constrains("uom_id", "uom_po_id")
    def _check_uom(self):
        for template in self:
            if template.uom_id.category_id != template.uom_po_id.category_id:
                raise ValidationError(_(
                    "%(product)s is sold in %(unit)s but bought in %(purchase_unit)s. "
                    "Both units must belong to the same category.",
                    product=template.display_name, unit=template.uom_id.name, purchase_unit=template.uom_po_id.name))

    @api.onchange("uom_id")
    def _onchange_uom_id(self):
        if self.uom_id and self.uom_po_id.category_id != self.uom_id.category_id:
            self.uom_po_id = self.uom_id

    @api.onchange("uom_po_id")
    def _onchange_uom(self):
        if self.uom_id and self.uom_po_id and self.uom_id.category_id != self.uom_po_id.category_id:
            self.uom_po_id = self.uom_id

    @api.onchange("standard_price")
    def _onchange_standard_price(self):
        if self.standard_price < 0:
            raise ValidationError(_("The cost of a product cannot be negative."))

    @api.onchange("default_code")
    def _onchange_default_code(self):
        if not self.default_code:
            return None
        domain = [("default_code", "=", self.default_code)]
        if self._origin.id:
            domain.append(("id", "!=", self._origin.id))
        if self.env["product.template"].search_count(domain, limit=1):
            return {"warning": {
                "title": _("Note:"),
                "message": _("The Internal Reference '%s' already exists.", self.default_code)}}
        return None

    @api.onchange("type")
    def _onchange_type(self):
        if self.type == "combo":
            self.purchase_ok = False

    # --- create, write, copy ------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create([self._sanitize_vals(dict(vals)) for vals in vals_list])
        if self.env.context.get("create_product_product", True):
            templates._create_variant_ids()
            templates._hand_values_to_variants(vals_list)
        return templates

    def _sanitize_vals(self, vals):
        """``is_product_variant`` and similar display fields never reach the database."""
        if vals.get("type") == "service" and "is_storable" not in vals:
            vals["is_storable"] = False
        return vals

    def _hand_values_to_variants(self, vals_list):
        """Values of variant fields given with a new template belong to its only variant."""
        for template, vals in zip(self, vals_list, strict=True):
            related = {name: vals[name] for name in self._get_related_fields_variant_template() if vals.get(name)}
            if related and len(template.product_variant_ids) == 1:
                template.product_variant_ids.write(related)

    @api.model
    def _get_related_fields_variant_template(self):
        """Names of the fields a template hands to its single variant; addons extend the list."""
        return ["barcode", "default_code", "standard_price", "volume", "weight", "packaging_ids"]

    def write(self, vals):
        result = super().write(self._sanitize_vals(dict(vals)))
        if self.env.context.get("create_product_product", True) and "attribute_line_ids" in vals:
            self._create_variant_ids()
        if vals.get("active"):
            orphaned = self.filtered(lambda template: not template.product_variant_ids)
            orphaned.with_context(active_test=False).product_variant_ids.write({"active": True})
            orphaned._create_variant_ids()
        elif "active" in vals:
            self.with_context(active_test=False).product_variant_ids.write({"active": False})
        return result

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        if "name" not in (default or {}):
            for template, vals in zip(self, vals_list, strict=True):
                vals["name"] = _("%s (copy)", template.name)
        return vals_list

    @api.model
    def _read_group_categ_id(self, categories, domain):
        return categories.search([("id", "in", categories.ids)])

    # --- variants -------------------------------------------------------------------------------------------------

    def has_dynamic_attributes(self):
        self.ensure_one()
        return any(line.attribute_id.create_variant == "dynamic"
                   for line in self.valid_product_template_attribute_line_ids)

    def _create_variant_ids(self):
        """Create the missing variants, revive archived ones, drop those no combination asks for. One batch."""
        if not self:
            return None
        self.env.flush_all()
        to_create, to_activate, to_drop = [], [], []
        for template in self.with_context(active_test=False):
            changes = template._plan_variants()
            to_create += changes[0]
            to_activate += changes[1]
            to_drop += changes[2]
        products = self.env["product.product"]
        products.browse(to_activate).write({"active": True})
        products.create(to_create)
        products.browse(to_drop)._unlink_or_archive()
        if to_create or to_activate or to_drop:
            self.invalidate_recordset(["product_variant_ids", "product_variant_id", "product_variant_count"])
        return True

    def _plan_variants(self):
        """What ``_create_variant_ids`` has to do for one template: (values to create, ids to revive, ids to drop)."""
        self.ensure_one()
        lines = self.valid_product_template_attribute_line_ids.filtered("active")._without_no_variant_attributes()
        existing = self._extend_single_value_lines(lines)
        wanted = self._wanted_combinations(lines)
        if self.has_dynamic_attributes():
            possible = set(wanted)
            revive = [variant.id for key, variant in existing.items() if key in possible and not variant.active]
            return [], revive if self.active else [], [v.id for key, v in existing.items() if key not in possible]
        create = [self._prepare_variant_values(combination) for combination in wanted if combination not in existing]
        revive = [existing[key].id for key in wanted if key in existing and not existing[key].active and self.active]
        drop = [variant.id for key, variant in existing.items() if key not in set(wanted)]
        return create, revive, drop

    def _extend_single_value_lines(self, lines):
        """Existing variants by combination, after giving them the value of lines that offer only one.

        Adding an attribute with a single value must not replace the variants that documents refer to.
        """
        single = [line.product_template_value_ids._only_active() for line in lines]
        single = [values for values in single if len(values) == 1]
        existing = {}
        for variant in self.product_variant_ids:
            values = variant.product_template_attribute_value_ids
            missing = [value for value in single if value.attribute_line_id not in values.attribute_line_id]
            if missing and (variant.active or values):
                variant.write({"product_template_attribute_value_ids": [Command.link(value.id) for value in missing]})
                values = variant.product_template_attribute_value_ids
            existing.setdefault(frozenset(values.ids), variant)
        return existing

    def _wanted_combinations(self, lines):
        """Every possible combination as a frozenset of template value ids, in the order of lines and values."""
        choices = [line.product_template_value_ids._only_active().ids for line in lines]
        choices = [values for values in choices if values]
        total = 1
        for values in choices:
            total *= len(values)
        if total > MAX_VARIANTS and not self.has_dynamic_attributes():
            raise UserError(_(
                "%(product)s would have %(count)s variants; more than %(limit)s are not created at once. Set the "
                "variant creation of its attributes to “Dynamically”.",
                product=self.display_name, count=total, limit=MAX_VARIANTS))
        excluded = self._excluded_pairs()
        combinations = map(frozenset, itertools.product(*choices))
        return [combination for combination in combinations if not any(pair <= combination for pair in excluded)]

    def _excluded_pairs(self):
        """Pairs of template value ids that never occur together."""
        exclusions = self.attribute_line_ids.product_template_value_ids.exclude_for
        return [frozenset((exclusion.product_template_attribute_value_id.id, value.id))
                for exclusion in exclusions if exclusion.product_tmpl_id == self
                for value in exclusion.value_ids]

    def _prepare_variant_values(self, combination):
        self.ensure_one()
        values = {"product_tmpl_id": self.id, "active": self.active}
        if combination:
            values["product_template_attribute_value_ids"] = [Command.set(sorted(combination))]
        return values

    def _get_variant_for_combination(self, combination):
        """The active or archived variant with exactly these template values; empty when there is none."""
        self.ensure_one()
        wanted = frozenset(combination._without_no_variant_attributes().ids)
        for variant in self.with_context(active_test=False).product_variant_ids.sorted("active", reverse=True):
            if frozenset(variant.product_template_attribute_value_ids.ids) == wanted:
                return variant.with_context(active_test=True)
        return self.env["product.product"]

    def _get_variant_id_for_combination(self, filtered_combination):
        return self._get_variant_for_combination(filtered_combination).id

    def _is_combination_possible(self, combination, parent_combination=None, ignore_no_variant=False):
        """May this combination be sold? Values active, one per line, not excluded, variant not archived."""
        self.ensure_one()
        if any(not value.ptav_active or value.product_tmpl_id != self for value in combination):
            return False
        ids = frozenset(combination.ids)
        if any(pair <= ids for pair in self._excluded_pairs()):
            return False
        variant = self._get_variant_for_combination(combination)
        return variant.active if variant else self.has_dynamic_attributes()

    def _create_product_variant(self, combination, log_warning=False):
        """The variant for a combination, created when the product's attributes allow it."""
        self.ensure_one()
        variant = self._get_variant_for_combination(combination)
        if variant:
            variant.sudo().active = True
            return variant
        if not self.has_dynamic_attributes() or not self._is_combination_possible(combination):
            return self.env["product.product"]
        wanted = combination._without_no_variant_attributes()
        return self.env["product.product"].sudo().create(self._prepare_variant_values(frozenset(wanted.ids)))

    def create_product_variant(self, product_template_attribute_value_ids):
        combination = self.env["product.template.attribute.value"].browse(product_template_attribute_value_ids)
        return self._create_product_variant(combination).id or 0

    def _get_first_possible_combination(self):
        self.ensure_one()
        return self.product_variant_ids[:1].product_template_attribute_value_ids

    def _get_first_possible_variant_id(self):
        self.ensure_one()
        return self.product_variant_ids[:1].id

    def get_single_product_variant(self):
        self.ensure_one()
        single = len(self.product_variant_ids) == 1 and not self.has_configurable_attributes
        return {"product_id": self.product_variant_id.id if single else False,
                "product_name": self.product_variant_id.display_name if single else False}

    # --- prices ---------------------------------------------------------------------------------------------------

    def _price_compute(self, price_type, uom=None, currency=None, company=None, date=False):
        """Price of each template by id: ``list_price`` or ``standard_price``, in ``uom`` and ``currency``."""
        company = company or self.env.company
        date = date or fields.Date.context_today(self)
        prices = {}
        for template in self.with_company(company):
            price = template.sudo()[price_type] or 0.0
            prices[template.id] = template._price_in(price, price_type, uom, currency, company, date)
        return prices

    def _price_in(self, price, price_type, uom, currency, company, date):
        """One price of one product, converted to a unit and a currency when these are given and differ."""
        note("base", price, price_type=price_type, product=self, unit=self.uom_id)
        if uom and self.uom_id != uom:
            price = self.uom_id._compute_price(price, uom)
            note("unit", price, source=self.uom_id, target=uom)
        if currency:
            source = self.cost_currency_id if price_type == "standard_price" else self.currency_id
            if source != currency:
                price = source._convert(price, currency, company, date, round=False)
                note("currency", price, source=source, target=currency)
        return price

    def _get_contextual_price(self, product=None):
        return (product or self.product_variant_id)._get_contextual_price()

    def _get_contextual_pricelist(self):
        return self.env["product.pricelist"].browse(self.env.context.get("pricelist"))

    def _get_attributes_extra_price(self):
        return 0.0

    # --- actions ----------------------------------------------------------------------------------------------------

    def open_pricelist_rules(self):
        self.ensure_one()
        return {
            "name": _("Price Rules"),
            "type": "ir.actions.act_window",
            "res_model": "product.pricelist.item",
            "view_mode": "list,form",
            "domain": ["|", ("product_tmpl_id", "=", self.id), ("product_id", "in", self.product_variant_ids.ids)],
            "context": {"default_product_tmpl_id": self.id, "default_applied_on": "1_product"},
        }

    def action_open_variants(self):
        self.ensure_one()
        return {
            "name": _("Product Variants"),
            "type": "ir.actions.act_window",
            "res_model": "product.product",
            "view_mode": "list,form",
            "domain": [("product_tmpl_id", "=", self.id)],
        }

    @api.model
    def get_import_templates(self):
        return []
